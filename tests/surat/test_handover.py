"""The deed by which help changes hands."""

import datetime
import io
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfReader

from fasilitasi.actions import receive_document
from fasilitasi.choices import KeadaanBerkas
from fasilitasi.models import BerkasJenis, JenisFasilitasi
from laporan.models import Pejabat
from surat.actions import hand_over
from surat.drafts import Goods, brand_draft
from surat.models import Surat
from surat.serah_terima import Penerimaan
from tests.factories import FasilitasiFactory, KoperasiFactory, UserFactory
from tests.kantor import sign_in, words
from tests.terbitan import recommend_without_typesetting

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 28)
MILL = Goods("Mesin parut kelapa", 2, "unit", "merek Uji")
TOLD = {
    "name": "Sitti Contoh", "jabatan": "Pemilik Dapur Uji", "on": "28-11-2026", "tempat": "Ampana",
    "barang-TOTAL_FORMS": "6", "barang-INITIAL_FORMS": "0",
    "barang-0-name": "Mesin parut kelapa", "barang-0-jumlah": "2", "barang-0-satuan": "unit",
    "barang-0-notes": "merek Uji",
    "barang-2-name": "Wajan", "barang-2-jumlah": "3", "barang-2-satuan": "buah",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


@pytest.fixture(autouse=True)
def _head():
    Pejabat.objects.create(
        name="Rahmat Contoh, S.E.",
        jabatan="Kepala Dinas Perindustrian dan Perdagangan",
        peran="kepala_dinas",
        valid_from=datetime.date(2024, 1, 1),
    )


def case_of_help(**kwargs):
    return FasilitasiFactory(
        jenis=JenisFasilitasi.objects.get(slug="bantuan-alat"), **{"status": "terverifikasi", **kwargs}
    )


def received(**changes):
    return Penerimaan(**{"name": "Sitti Contoh", "jabatan": "Pemilik", "on": TODAY, "tempat": "Ampana",
                         "goods": (MILL,), **changes})  # fmt: skip


def hand_over_without_typesetting(case, **changes):
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        return hand_over(fasilitasi=case, received=received(**changes), by=UserFactory(role="Pejabat"))


def page_of(case):
    return f"/kantor/surat-keluar/serah-terima/{case.pk}/"


def printed(surat):
    pages = PdfReader(io.BytesIO(surat.dokumen.file)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_deed_names_both_parties_what_changes_hands_and_has_both_sign(client):
    sign_in(client, "Pejabat")
    case = case_of_help()
    client.post(page_of(case), TOLD | {"deed": "terbit"})
    surat = Surat.objects.get()
    text = printed(surat)
    for part in ("BERITA ACARA SERAH TERIMA", "Nomor: 500.3/1/DISPERINDAG/2026", "Sabtu, tanggal 28 November 2026",
                 "selanjutnya disebut PIHAK PERTAMA", "selanjutnya disebut PIHAK KEDUA", "Mesin parut kelapa",
                 "2 unit", "merek Uji", "Wajan", "3 buah", "PIHAK KEDUA,", "Pemilik Dapur Uji,"):  # fmt: skip
        assert part in text, (part, text)
    assert text.count("Sitti Contoh") == 2
    assert text.count("Rahmat Contoh, S.E.") == 2
    assert surat.fasilitasi == case


def test_it_is_looked_at_before_it_goes_out(client):
    sign_in(client, "Pejabat")
    case = case_of_help()
    assert "Berita acara yang akan terbit" in words(client.post(page_of(case), TOLD))
    assert not Surat.objects.exists()


def test_more_lines_follow_once_the_last_is_filled(client):
    sign_in(client, "Pejabat")
    last = {"barang-5-name": "Panci", "barang-5-jumlah": "1", "barang-5-satuan": "buah"}
    page = client.post(page_of(case_of_help()), TOLD | last)
    assert len(page.context["goods"].forms) == 9


def test_asked_for_twice_the_same_deed_comes_back():
    case = case_of_help()
    first = hand_over_without_typesetting(case)
    assert hand_over_without_typesetting(case, tempat="Tojo") == first
    assert Surat.objects.count() == 1


def test_a_deed_without_goods_is_refused_at_the_goods(client):
    sign_in(client, "Pejabat")
    case = case_of_help()
    empty = {name: "" for name in TOLD if name.startswith(("barang-0", "barang-2"))}
    shown = words(client.post(page_of(case), TOLD | empty | {"deed": "terbit"}))
    assert "Ada yang perlu diperbaiki" in shown
    assert not Surat.objects.exists()


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({"status": "diajukan"}, "sesudah permohonan terverifikasi"),
        ({"status": "ditolak"}, "sesudah permohonan terverifikasi"),
        ({"jenis": "halal"}, "berakhir dengan sertifikat"),
    ],
)
def test_what_stands_in_the_way_of_a_deed(case, told):
    if slug := case.pop("jenis", ""):
        case["jenis"] = JenisFasilitasi.objects.get(slug=slug)
    case = FasilitasiFactory(
        **{"jenis": JenisFasilitasi.objects.get(slug="bantuan-alat"), "status": "terverifikasi", **case}
    )
    with pytest.raises(ValidationError, match=told):
        hand_over_without_typesetting(case)


def test_a_deed_of_tomorrow_is_refused(client):
    sign_in(client, "Pejabat")
    shown = words(client.post(page_of(case_of_help()), TOLD | {"on": "29-11-2026", "deed": "terbit"}))
    assert "belum terjadi" in shown


def test_the_owner_is_offered_as_who_receives_it_and_of_a_cooperative_its_chair(client):
    sign_in(client, "Pejabat")
    case = case_of_help()
    assert case.usaha.pemilik.name in client.get(page_of(case)).content.decode()
    theirs = case_of_help(usaha=None, koperasi=KoperasiFactory(name="KUD Uji"))
    assert "Ketua KUD Uji" in client.get(page_of(theirs)).content.decode()


def test_the_check_of_a_deed_names_the_office_alone(client):
    surat = hand_over_without_typesetting(case_of_help())
    page = client.get(surat.dokumen.verification_url).content.decode()
    assert "Berita acara serah terima" in page
    assert "Rahmat Contoh" in page
    assert "Sitti Contoh" not in page


def test_a_case_of_help_leads_to_its_deed(client):
    sign_in(client, "Verifikator")
    case = case_of_help()
    page = client.get(f"/kantor/fasilitasi/fasilitasi/{case.pk}/change/").content.decode()
    assert f'href="{page_of(case)}"' in page


# --- the picture of a brand -----------------------------------------------------------------------


def label_file():
    output = io.BytesIO()
    Image.new("RGB", (300, 120), "#0a6").save(output, "JPEG")
    return ContentFile(output.getvalue(), name="ab/etiket.jpg")


def case_of_brand():
    return FasilitasiFactory(jenis=JenisFasilitasi.objects.get(slug="merek"), merek="Togean Rasa")


def give_label(case):
    asked = BerkasJenis.objects.get(jenis=case.jenis, name="Etiket merek")
    return receive_document(fasilitasi=case, berkas=asked, file=label_file(), by=UserFactory())


def test_the_label_of_the_brand_stands_on_its_recommendation(client):
    sign_in(client, "Pejabat")
    case = case_of_brand()
    give_label(case)
    client.post(f"/kantor/surat-keluar/merek/{case.pk}/")
    pictures = [
        image
        for page in PdfReader(io.BytesIO(Surat.objects.get().dokumen.file)).pages
        for image in page.images
    ]
    assert any(image.image.size == (300, 120) for image in pictures)


def test_without_a_label_the_page_says_so_and_the_letter_goes_out():
    case = case_of_brand()
    assert "Gambar etiket belum ada" in brand_draft(case).hint
    assert recommend_without_typesetting(case).fasilitasi == case


def test_a_label_that_has_to_be_mended_is_not_printed():
    case = case_of_brand()
    given = give_label(case)
    assert brand_draft(case).picture
    given.keadaan, given.notes = KeadaanBerkas.PERLU_PERBAIKAN, "Buram"
    given.save()
    assert brand_draft(case).picture is None
