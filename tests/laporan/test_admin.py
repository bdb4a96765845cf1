"""Letterhead and signatories, kept by the admin role."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from laporan.models import Kop, Pejabat
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db
KOP = {
    "line_1": "PEMERINTAH KABUPATEN CONTOH",
    "line_2": "DINAS PERINDUSTRIAN DAN PERDAGANGAN",
    "place": "Ampana",
    "valid_from": "1 Januari 2026",
}
PEJABAT = {
    "name": "Contoh Pejabat, S.E., M.Si.",
    "jabatan": "Kepala Dinas",
    "peran": "kepala_dinas",
    "valid_from": "1-1-2026",
}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def add(client, noun, data):
    return client.post(url(noun, "add"), filled(client.get(url(noun, "add")), **data), follow=True)


def logo(encoder="PNG", name="lambang.png", colour=(0, 0, 0, 0)):
    output = io.BytesIO()
    Image.new("RGBA" if encoder == "PNG" else "RGB", (80, 100), colour).save(output, encoder)
    return SimpleUploadedFile(name, output.getvalue())


def test_a_letterhead_is_kept_with_its_logo_and_shows_it(client):
    sign_in(client, "Admin")
    page = add(client, "laporan_kop", KOP | {"logo": logo()})
    kop = Kop.objects.get()
    assert kop.valid_from == datetime.date(2026, 1, 1)
    assert kop.logo.url in page.content.decode()
    with Image.open(kop.logo.path) as kept:
        assert kept.format == "JPEG"


def test_a_logo_that_is_no_picture_is_refused_at_its_field(client):
    sign_in(client, "Admin")
    page = add(client, "laporan_kop", KOP | {"logo": SimpleUploadedFile("lambang.svg", b"<svg/>")})
    assert "Lambang: Gambar SVG tidak diterima." in words(page)
    assert filled(page)["line_1"] == KOP["line_1"]
    assert not Kop.objects.exists()


def test_a_letterhead_does_not_end_before_it_begins(client):
    sign_in(client, "Admin")
    page = add(client, "laporan_kop", KOP | {"valid_until": "31-12-2025"})
    assert "Tanggal akhir tidak boleh mendahului tanggal mulai." in words(page)


def test_an_odd_nip_warns_and_is_kept(client):
    sign_in(client, "Admin")
    page = add(client, "laporan_pejabat", PEJABAT | {"nip": "1975 1229 1999"})
    assert Pejabat.objects.get().nip == "197512291999"
    assert "Perlu diperiksa" in words(page)
    assert "NIP" in words(page).split("Perlu diperiksa")[1][:200]


def test_two_people_do_not_hold_one_office_at_the_same_time(client):
    sign_in(client, "Admin")
    add(client, "laporan_pejabat", PEJABAT)
    page = add(client, "laporan_pejabat", PEJABAT | {"name": "Orang Kedua", "valid_from": "1-6-2026"})
    assert "Masa jabatan bertumpang tindih dengan Contoh Pejabat, S.E., M.Si." in words(page)
    assert Pejabat.objects.count() == 1


def test_a_successor_follows_the_day_after(client):
    sign_in(client, "Admin")
    add(client, "laporan_pejabat", PEJABAT | {"valid_until": "31-5-2026"})
    add(client, "laporan_pejabat", PEJABAT | {"name": "Orang Kedua", "valid_from": "1-6-2026"})
    assert Pejabat.objects.count() == 2


@pytest.mark.parametrize("noun", ["laporan_kop", "laporan_pejabat"])
@pytest.mark.parametrize(("role", "add_status"), [("Admin", 200), ("Petugas", 403), ("Pejabat", 403)])
def test_the_admin_role_alone_keeps_them(client, noun, role, add_status):
    sign_in(client, role)
    assert client.get(url(noun, "add")).status_code == add_status


def test_the_history_tells_who_signed_before(client):
    sign_in(client, "Admin")
    add(client, "laporan_pejabat", PEJABAT)
    pejabat = Pejabat.objects.get()
    address = url("laporan_pejabat", "change", pejabat.pk)
    client.post(address, filled(client.get(address), name="Nama Baru, S.H."))
    page = words(client.get(url("laporan_pejabat", "history", pejabat.pk)))
    assert "Contoh Pejabat, S.E., M.Si." in page
    assert "Nama Baru, S.H." in page
