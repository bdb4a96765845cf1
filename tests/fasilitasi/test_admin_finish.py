"""The finish of a case: its result, its certificate, and what is asked before the mark is public."""

import datetime

import pytest
import time_machine

from fasilitasi import actions
from fasilitasi.models import Fasilitasi
from legalitas.models import Sertifikat
from produk.models import Produk
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"
HALAL = "ID72110000012345678"


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def opened(sertifikat="halal", **subject):
    jenis = JenisFasilitasiFactory(sertifikat=sertifikat, penerbit="BPJPH")
    subject = subject or {"usaha": UsahaFactory(name="Dapur Rica")}
    case = Fasilitasi(jenis=jenis, applied_on=datetime.date(2026, 3, 2), **subject)
    return actions.open_case(fasilitasi=case, by=UserFactory())


def finish(client, case, **changes):
    address = url(NOUN, "finish", case.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


@pytest.fixture(autouse=True)
def verifier(client, _today):
    return sign_in(client, "Verifikator")


def test_a_verifier_finishes_a_halal_case_and_the_product_bears_the_mark(client, verifier):
    produk = ProdukFactory()
    case = opened(usaha=produk.usaha)
    page = finish(
        client,
        case,
        result_on="10 Juni 2026",
        number="ID 72110000012345678",
        nomor_ketetapan="KH-001",
        produk=[produk.pk],
        notes="Diterima lewat surel.",
    )
    case.refresh_from_db()
    assert (case.status, case.result_on) == ("terbit", datetime.date(2026, 6, 10))
    paper = case.sertifikat
    assert (paper.number_on_paper, paper.nomor_ketetapan, paper.verified_by) == (HALAL, "KH-001", verifier)
    assert case.langkahfasilitasi_set.get(status="terbit").notes == "Diterima lewat surel."
    assert Produk.objects.with_halal().get().is_halal
    assert f"{case.nomor} selesai." in words(page)


@pytest.mark.parametrize(
    ("sertifikat", "label", "missing"),
    [
        ("halal", "Nomor sertifikat halal", None),
        ("pirt", "Nomor P-IRT", "nomor_ketetapan"),
        ("nib", "NIB", "valid_until"),
        ("", "Tanggal hasil", "number"),
    ],
)
def test_the_form_follows_the_kind_of_certificate(client, sertifikat, label, missing):
    page = client.get(url(NOUN, "finish", opened(sertifikat).pk))
    assert label in words(page)
    assert missing not in filled(page)


def test_a_kind_without_certificate_is_finished_by_its_date(client):
    case = opened("")
    finish(client, case, result_on="10-06-2026")
    case.refresh_from_db()
    assert (case.status, case.sertifikat) == ("terbit", None)


def test_an_odd_number_is_asked_about_once(client):
    case = opened()
    asked = finish(client, case, number="KH-123")
    assert "Ini tampaknya nomor Ketetapan Halal." in words(asked)
    assert filled(asked)["number"] == "KH-123"
    assert not Sertifikat.objects.exists()
    client.post(url(NOUN, "finish", case.pk), filled(asked, is_checked="on"))
    assert Sertifikat.objects.get().number_on_paper == "KH-123"


def test_a_missing_number_is_asked_about(client):
    assert "Nomor sertifikat halal belum diisi." in words(finish(client, opened()))


def test_a_missing_end_is_asked_about_where_one_is_usual(client):
    asked = words(finish(client, opened("pirt"), number="2027209010123-31", result_on="10-06-2026"))
    assert "biasanya berlaku sampai 10 Juni 2031" in asked


def test_help_already_given_this_year_is_asked_about(client):
    case = opened()
    FasilitasiFactory(finished=True, jenis=case.jenis, usaha=case.usaha)
    asked = words(finish(client, case, number=HALAL))
    assert "untuk Dapur Rica sudah diberikan tahun 2026" in asked
    assert not Sertifikat.objects.exists()


def test_an_impossible_number_is_refused_at_the_field(client):
    asked = finish(client, opened("nib"), number="123", is_checked="on")
    assert "NIB: " in words(asked).split("Ada yang perlu diperbaiki")[1]
    assert filled(asked)["number"] == "123"


def test_a_number_of_another_certificate_is_refused_in_words(client):
    SertifikatFactory(jenis="halal", number_on_paper=HALAL)
    asked = finish(client, opened(), number=HALAL)
    assert "Nomor ini sudah tercatat untuk jenis sertifikat yang sama." in words(asked)


def test_a_nik_koperasi_of_another_cooperative_is_refused_in_words(client):
    KoperasiFactory(nik_koperasi="7209030220001")
    case = opened("nik_koperasi", koperasi=KoperasiFactory())
    asked = finish(client, case, number="7209030220001")
    assert "NIK Koperasi ini sudah tercatat pada koperasi lain." in words(asked)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"result_on": "25-11-2026"}, "Tanggal hasil: Tanggal tidak boleh di masa depan."),
        ({"result_on": "1-3-2026"}, "Tanggal hasil: Tanggal tidak boleh mendahului tanggal permohonan."),
        ({"result_on": "31-6-2026"}, "Tanggal hasil: Tanggal ini tidak ada dalam kalender."),
        ({"valid_until": "1-3-2026"}, "Tanggal akhir tidak boleh mendahului tanggal hasil."),
        ({"number": "belum ada"}, "Nomor harus memuat angka."),
        ({"number": "1\x00"}, "karakter kendali"),
        ({"number": "1" * 101}, "100"),
    ],
)
def test_what_cannot_be_is_answered_on_the_form(client, changes, told):
    case = opened()
    asked = finish(client, case, **{"number": HALAL, "is_checked": "on"} | changes)
    assert told in words(asked)
    case.refresh_from_db()
    assert case.status == "diajukan"


def test_products_of_somebody_else_are_refused(client):
    mine, other = ProdukFactory(), ProdukFactory()
    asked = finish(client, opened(usaha=mine.usaha), number=HALAL, produk=[other.pk])
    assert "Pilih dari daftar produk pemohon." in words(asked)


def test_a_number_known_already_need_not_be_typed_again(client):
    case = opened("nib", usaha=UsahaFactory(nib="9120001234567"))
    assert filled(client.get(url(NOUN, "finish", case.pk)))["number"] == "9120001234567"


def test_a_second_finish_leads_back_with_a_word(client):
    case = opened("")
    address = url(NOUN, "finish", case.pk)
    data = filled(client.get(address))
    client.post(address, data)
    assert f"{case.nomor} sudah terbit/selesai." in words(client.post(address, data, follow=True))
    assert case.langkahfasilitasi_set.filter(status="terbit").count() == 1


def test_a_case_under_repair_is_not_finished(client):
    case = FasilitasiFactory(status="perlu_perbaikan")
    page = client.get(url(NOUN, "change", case.pk)).content.decode()
    assert url(NOUN, "finish", case.pk) not in page
    assert "tidak dapat menjadi" in words(finish(client, case))


@pytest.mark.parametrize("role", ["Petugas", "Pejabat"])
def test_finishing_is_the_verifiers(client, role):
    case = opened()
    sign_in(client, role)
    assert client.get(url(NOUN, "finish", case.pk)).status_code == 403
    assert client.post(url(NOUN, "finish", case.pk), {"result_on": "24-11-2026"}).status_code == 403
    assert "Bila hasilnya sudah terbit" not in words(client.get(url(NOUN, "change", case.pk)))
