"""Letters that speak for an applicant: the recommendation of a brand and the statement of membership."""

import datetime
import io

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from fasilitasi.models import JenisFasilitasi
from laporan.models import Pejabat
from surat.models import JenisSurat, Surat
from tests.factories import FasilitasiFactory, KoperasiFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in, words
from tests.terbitan import recommend_without_typesetting, state_without_typesetting

pytestmark = pytest.mark.django_db
HEAD = "Rahmat Contoh, S.E."


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


@pytest.fixture
def head():
    return Pejabat.objects.create(
        name=HEAD,
        jabatan="Kepala Dinas Perindustrian dan Perdagangan",
        peran="kepala_dinas",
        valid_from=datetime.date(2024, 1, 1),
    )


def case_of_brand(**kwargs):
    return FasilitasiFactory(
        jenis=JenisFasilitasi.objects.get(slug="merek"), **{"merek": "Togean Rasa", **kwargs}
    )


def printed(surat):
    pages = PdfReader(io.BytesIO(surat.dokumen.file)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


# --- recommendation of a brand --------------------------------------------------------------------


def test_a_recommendation_names_signer_applicant_brand_goods_and_year(client, head):
    sign_in(client, "Pejabat")
    case = case_of_brand(usaha__address="Jalan Contoh 7")
    case.produk.add(ProdukFactory(usaha=case.usaha, name="Abon Ikan"))
    client.post(f"/kantor/surat-keluar/merek/{case.pk}/")
    surat = Surat.objects.get()
    assert surat.dokumen.nomor == "500.3/1/DISPERINDAG/2026"
    text = printed(surat)
    for part in (HEAD, "Kepala Dinas Perindustrian", case.usaha.pemilik.name, "Jalan Contoh 7", "Togean Rasa",
                 "Abon Ikan", "diajukan pada tahun 2026", "Direktur Jenderal Kekayaan Intelektual"):  # fmt: skip
        assert part in text


def test_asked_for_twice_the_same_letter_comes_back(head):
    case = case_of_brand()
    assert recommend_without_typesetting(case) == recommend_without_typesetting(case)
    assert Surat.objects.count() == 1


@pytest.mark.parametrize("spelt", ["Togean Rasa", "TOGEAN  rasa", "Togean-Rasa"])
def test_a_second_case_of_the_brand_is_refused_with_the_number_of_the_first(head, spelt):
    first = case_of_brand()
    letter = recommend_without_typesetting(first)
    second = case_of_brand(usaha=first.usaha, merek=spelt)
    with pytest.raises(ValidationError, match=letter.dokumen.nomor):
        recommend_without_typesetting(second)


def test_the_database_refuses_a_second_recommendation_of_the_brand(head, monkeypatch):
    letter = recommend_without_typesetting(case_of_brand())
    second = case_of_brand(usaha=letter.usaha)
    twin = Surat(jenis=letter.jenis, usaha=letter.usaha, merek=letter.merek, tahun=2026, content={})
    with pytest.raises(ValidationError, match="satu merek, satu permohonan"):
        twin.validate_constraints()
    monkeypatch.setattr("surat.drafts._obstacle_of_brand", lambda *args: "")
    with pytest.raises(IntegrityError, match="laporan_one_paper_about_a_subject"), transaction.atomic():
        recommend_without_typesetting(second)
    assert Surat.objects.count() == 1


def test_another_year_another_recommendation(head, time_machine):
    first = case_of_brand()
    recommend_without_typesetting(first)
    time_machine.move_to(datetime.datetime(2027, 1, 5, 9, 0, tzinfo=datetime.UTC))
    second = recommend_without_typesetting(case_of_brand(usaha=first.usaha))
    assert second.tahun == 2027


def test_a_cooperatives_brand_is_recommended_too(head):
    case = case_of_brand(usaha=None, koperasi=KoperasiFactory(name="KUD Uji"))
    surat = recommend_without_typesetting(case)
    assert surat.subject == case.koperasi
    assert ["Nama koperasi", "KUD Uji"] in surat.content["details"]


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({"jenis": "halal"}, "hanya untuk fasilitasi merek"),
        ({"merek": ""}, "Nama merek belum diisi"),
        ({"finished": True}, "sudah ditutup"),
    ],
)
def test_what_stands_in_the_way_of_a_recommendation(head, case, told):
    kind = JenisFasilitasi.objects.get(slug=case.pop("jenis", "merek"))
    with pytest.raises(ValidationError, match=told):
        recommend_without_typesetting(FasilitasiFactory(jenis=kind, **{"merek": "Togean Rasa", **case}))


def test_nobody_recommends_without_a_head_of_the_office():
    with pytest.raises(ValidationError, match="Belum ada kepala dinas"):
        recommend_without_typesetting(case_of_brand())


def test_a_case_of_a_brand_leads_to_its_letter(client, head):
    sign_in(client, "Verifikator")
    case = case_of_brand()
    page = client.get(f"/kantor/fasilitasi/fasilitasi/{case.pk}/change/").content.decode()
    assert f'href="/kantor/surat-keluar/merek/{case.pk}/"' in page
    shown = words(client.get(f"/kantor/surat-keluar/merek/{case.pk}/"))
    assert "Surat yang akan terbit" in shown
    assert case.usaha.pemilik.name in shown


# --- statement of membership ------------------------------------------------------------------------


def test_a_statement_names_owner_business_and_place(client, head):
    sign_in(client, "Pejabat")
    usaha = UsahaFactory(verified=True, name="Dapur Uji", tahun_mulai=2015)
    client.post(f"/kantor/surat-keluar/keterangan/{usaha.pk}/")
    text = printed(Surat.objects.get())
    for part in (
        "Dapur Uji",
        usaha.pemilik.name,
        usaha.desa.name,
        "2015",
        "terdaftar sebagai usaha binaan kami",
    ):
        assert part in text


def test_a_statement_is_one_a_day(head, time_machine):
    usaha = UsahaFactory(verified=True)
    first = state_without_typesetting(usaha)
    assert state_without_typesetting(usaha) == first
    time_machine.move_to(datetime.datetime(2026, 11, 29, 9, 0, tzinfo=datetime.UTC))
    assert state_without_typesetting(usaha) != first


def test_only_a_verified_business_gets_a_statement(head):
    with pytest.raises(ValidationError, match="sudah diverifikasi"):
        state_without_typesetting(UsahaFactory())


def test_the_check_of_a_statement_names_nobody(client, head):
    usaha = UsahaFactory(verified=True, name="Dapur Rahasia", pemilik__name="Sitti Rahasia")
    page = client.get(state_without_typesetting(usaha).dokumen.verification_url).content.decode()
    assert "Surat keterangan usaha binaan" in page
    assert "Rahasia" not in page


# --- texts --------------------------------------------------------------------------------------------


def test_a_word_that_belongs_to_another_letter_is_refused():
    jenis = JenisSurat.objects.get(slug="keterangan-binaan")
    jenis.body = "Usaha {pemohon} dengan merek {merek}."
    with pytest.raises(ValidationError, match=r"tidak tahu mengisi \{merek\}"):
        jenis.full_clean()
