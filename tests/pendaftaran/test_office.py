"""The queue at the office: what resembles a registration stands beside it, and every decision is made once."""

import datetime
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts.roles import PEJABAT, PETUGAS
from pendaftaran import actions
from pendaftaran.models import Pendaftaran, PendaftaranEvent
from produk.models import Produk
from rumah_usaha.dashboard import build
from tests.factories import (
    DesaFactory,
    KategoriFactory,
    KecamatanFactory,
    PemilikFactory,
    UsahaFactory,
    UserFactory,
)
from tests.pendaftar import PendaftaranFactory
from umkm.models import Pemilik, Persetujuan, Usaha

pytestmark = pytest.mark.django_db
NIK = "7209990101900001"
LIST = reverse("admin:pendaftaran_pendaftaran_changelist")


@pytest.fixture
def petugas():
    return UserFactory(role=PETUGAS)


@pytest.fixture
def desk(client, petugas):
    client.force_login(petugas)
    return client


def change(asked):
    return reverse("admin:pendaftaran_pendaftaran_change", args=[asked.pk])


def decide(desk, asked, deed, **data):
    return desk.post(change(asked), {"deed": deed, **data}, follow=True)


def accept(desk, asked, sebagai="baru"):
    return decide(desk, asked, "terima", sebagai=sebagai, confirmed="on")


def jpeg():
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(buffer, "JPEG")
    return ContentFile(buffer.getvalue(), name="ab/abon.jpg")


# --- accepted --------------------------------------------------------------------------------------


def test_an_accepted_registration_becomes_owner_business_consents_and_product(desk, petugas):
    asked = PendaftaranFactory(
        nik=NIK, tujuan=["katalog", "telepon"], nama_produk="Abon Tuna", kategori=KategoriFactory(),
        price=25_000, satuan="bungkus",
    )  # fmt: skip
    asked.photo.save("ab/abon.jpg", jpeg())
    accept(desk, asked)
    asked.refresh_from_db()
    pemilik, usaha = Pemilik.objects.get(), Usaha.objects.get()
    assert (asked.hasil, asked.pemilik, asked.usaha) == ("diterima", pemilik, usaha)
    assert (pemilik.name, pemilik.nik, pemilik.phone) == (asked.name, NIK, asked.phone)
    assert (usaha.name, usaha.desa, usaha.verified_at) == (asked.nama_usaha, asked.desa, None)
    said = Persetujuan.objects.values_list("purpose", "channel", "text_version", "recorded_by")
    assert set(said) == {(purpose, "daring", "2026-11", petugas.pk) for purpose in ("katalog", "telepon")}
    produk = Produk.objects.get()
    assert (produk.usaha, produk.is_draft, produk.foto_set.count()) == (usaha, False, 1)


def test_an_unfinished_product_becomes_a_draft(desk):
    accept(desk, PendaftaranFactory(nama_produk="Abon Tuna"))
    assert Produk.objects.get().is_draft


def test_without_a_call_nothing_is_accepted(desk):
    asked = PendaftaranFactory()
    assert "Hubungi dahulu" in decide(desk, asked, "terima", sebagai="baru").text
    assert not Usaha.objects.exists()


def test_a_business_of_an_owner_whom_the_office_knows_is_put_under_that_owner(desk):
    pemilik = PemilikFactory(nik=NIK, name="Sitti Aminah", phone="+6281111111111")
    asked = PendaftaranFactory(nik=NIK, name="Siti A.")
    text = desk.get(change(asked)).text
    assert "NIK KTP sama" in text
    accept(desk, asked, f"pemilik-{pemilik.pk}")
    usaha = Usaha.objects.get()
    pemilik.refresh_from_db()
    assert (usaha.pemilik, pemilik.name) == (pemilik, "Sitti Aminah")
    assert usaha.whatsapp == asked.phone


def test_a_registration_is_merged_into_a_business_without_writing_over_it(desk):
    desa = DesaFactory()
    usaha = UsahaFactory(name="Abon Tuna Ampana", desa=desa, kegiatan_utama="Membuat abon")
    asked = PendaftaranFactory(
        nama_usaha="Abon Tuna Ampana", desa=desa, kegiatan_utama="Lain", nib="1234567890123"
    )
    accept(desk, asked, f"usaha-{usaha.pk}")
    usaha.refresh_from_db()
    asked.refresh_from_db()
    assert (usaha.kegiatan_utama, usaha.nib) == ("Membuat abon", "1234567890123")
    assert (asked.hasil, asked.usaha) == ("digabung", usaha)
    assert Usaha.objects.count() == 1


def test_a_nik_that_is_taken_makes_no_second_owner(desk):
    PemilikFactory(nik=NIK)
    asked = PendaftaranFactory(nik=NIK)
    assert "sudah terdaftar atas nama" in accept(desk, asked).text
    assert Pemilik.objects.count() == 1
    asked.refresh_from_db()
    assert asked.progress == "menunggu"


def test_only_what_resembles_it_can_be_merged_into(desk):
    stranger = UsahaFactory()
    asked = PendaftaranFactory()
    accept(desk, asked, f"usaha-{stranger.pk}")
    asked.refresh_from_db()
    assert asked.progress == "menunggu"


def test_a_record_out_of_the_officers_reach_is_named_and_not_offered(client):
    mine = KecamatanFactory()
    client.force_login(UserFactory(role=PETUGAS, kecamatan=[mine]))
    elsewhere = PemilikFactory(nik=NIK, desa=DesaFactory())
    asked = PendaftaranFactory(nik=NIK, desa=DesaFactory(kecamatan=mine))
    text = client.get(change(asked)).text
    assert "di luar wilayah tugas Anda" in text
    assert f"pemilik-{elsewhere.pk}" not in text


# --- sent back, refused ----------------------------------------------------------------------------


def test_what_is_sent_back_says_why_and_what_to_write(desk):
    asked = PendaftaranFactory()
    text = decide(desk, asked, "kembalikan", reason="Nama desa keliru").text
    asked.refresh_from_db()
    assert (asked.progress, asked.reason) == ("dikembalikan", "Nama desa keliru")
    assert "perlu diperbaiki: Nama desa keliru." in text
    assert "wa.me" in text


def test_sending_back_needs_a_reason(desk):
    asked = PendaftaranFactory()
    decide(desk, asked, "kembalikan", reason="")
    asked.refresh_from_db()
    assert asked.progress == "menunggu"


def test_spam_is_refused(desk):
    asked = PendaftaranFactory()
    decide(desk, asked, "tolak")
    asked.refresh_from_db()
    assert asked.progress == "ditolak"
    assert not Pemilik.objects.exists()


@pytest.mark.parametrize("deed", ["terima", "kembalikan", "tolak"])
def test_a_second_decision_changes_nothing(desk, deed):
    asked = PendaftaranFactory()
    decide(desk, asked, "tolak")
    before = Pendaftaran.objects.get().decided_at
    text = decide(desk, asked, deed, sebagai="baru", confirmed="on", reason="x").text
    assert "sudah ditangani petugas lain" in text
    assert Pendaftaran.objects.get().decided_at == before


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_register_it_once():
    asked, officers = PendaftaranFactory(), UserFactory.create_batch(6)

    def press(by):
        try:
            actions.accept(pendaftaran=asked, by=by)
            return "registered"
        except ValidationError:
            return "too late"
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(press, officers))
    assert outcomes.count("registered") == 1
    assert (Pemilik.objects.count(), Usaha.objects.count()) == (1, 1)


# --- who sees what -----------------------------------------------------------------------------------


def test_a_draft_is_nobodys_business_at_the_office(desk):
    draft = PendaftaranFactory(as_draft=True, nama_usaha="Belum Dikirim")
    assert "Belum Dikirim" not in desk.get(LIST).text
    assert desk.get(change(draft)).status_code == 404


def test_another_kecamatan_is_not_found(client):
    client.force_login(UserFactory(role=PETUGAS, kecamatan=[KecamatanFactory()]))
    asked = PendaftaranFactory()
    assert client.get(change(asked)).status_code == 404
    assert client.post(change(asked), {"deed": "tolak"}).status_code == 404


def test_officials_have_no_business_here(client):
    client.force_login(UserFactory(role=PEJABAT))
    assert client.get(LIST).status_code == 403
    assert client.get(change(PendaftaranFactory())).status_code == 403


def test_the_nik_is_masked(desk):
    asked = PendaftaranFactory(nik=NIK)
    for address in (LIST, change(asked)):
        assert NIK not in desk.get(address).text


def test_the_desk_tells_what_waits(desk, petugas):
    PendaftaranFactory()
    PendaftaranFactory(as_draft=True)
    (line,) = [line for line in build(petugas).waiting if line.label == "Pendaftaran usaha menunggu"]
    assert line.count == 1
    assert desk.get(line.url).context["cl"].result_count == 1


# --- what time takes away ----------------------------------------------------------------------------


def test_an_abandoned_draft_goes_after_thirty_days_with_its_photo(django_capture_on_commit_callbacks):
    with time_machine.travel(timezone.now() - datetime.timedelta(days=31), tick=False):
        old = PendaftaranFactory(as_draft=True)
        old.photo.save("ab/abon.jpg", jpeg())
        sent = PendaftaranFactory()
    fresh = PendaftaranFactory(as_draft=True)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.erase_expired() == (1, 0)
    assert set(Pendaftaran.objects.all()) == {sent, fresh}
    assert not old.photo.storage.exists(old.photo.name)


@pytest.mark.parametrize(("days", "is_erased"), [(182, False), (184, True)])
def test_a_decided_registration_loses_the_person_after_half_a_year(days, is_erased):
    asked = PendaftaranFactory(nik=NIK)
    with time_machine.travel(timezone.now() - datetime.timedelta(days=days), tick=False):
        actions.refuse(pendaftaran=asked, by=UserFactory())
    actions.erase_expired()
    asked.refresh_from_db()
    assert [asked.name == "", asked.phone == "", asked.nik == ""] == [is_erased] * 3
    assert asked.nomor


def test_the_trail_keeps_nothing_that_is_to_be_erased():
    columns = {field.name for field in PendaftaranEvent._meta.fields}
    assert not columns & {"phone", "name", "nik", "nama_usaha", "address", "photo", "reason"}
    PendaftaranFactory()
    assert PendaftaranEvent.objects.count() == 1


def test_what_nobody_mended_loses_person_and_photo_too(django_capture_on_commit_callbacks):
    asked = PendaftaranFactory()
    asked.photo.save("ab/abon.jpg", jpeg())
    with time_machine.travel(timezone.now() - datetime.timedelta(days=184), tick=False):
        actions.send_back(pendaftaran=asked, reason="Nama desa keliru", by=UserFactory())
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.erase_expired() == (0, 1)
    assert not asked.photo.storage.exists(asked.photo.name)
