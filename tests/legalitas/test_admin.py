"""The certificate's screens, as a clerk uses them."""

import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from legalitas.models import Sertifikat
from tests.factories import (
    DesaFactory,
    KoperasiFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "legalitas_sertifikat"
PDF = b"%PDF-1.7\n%%EOF\n"


def add(client, query="", **changes):
    address = url(NOUN, "add") + query
    return client.post(address, filled(client.get(address), **changes))


def change(client, sertifikat, **changes):
    address = url(NOUN, "change", sertifikat.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


def shown(client, sertifikat):
    return words(client.get(url(NOUN, "change", sertifikat.pk)))


def pdf(name="sertifikat.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


# --- whose, which number ------------------------------------------------------------------------


def test_a_clerk_registers_a_certificate(client):
    sign_in(client)
    usaha = UsahaFactory()
    answer = add(
        client,
        usaha=usaha.pk,
        jenis="halal",
        number_on_paper="ID 7211 0000 0123 4567 8",
        issued_on="2 Mei 2025",
    )
    assert answer.status_code == 302
    sertifikat = Sertifikat.objects.get()
    assert sertifikat.number_on_paper == "ID72110000012345678"
    assert sertifikat.issued_on == datetime.date(2025, 5, 2)
    assert sertifikat.verified_at is None


@pytest.mark.parametrize("holders", [0, 2])
def test_a_certificate_has_exactly_one_holder(client, holders):
    sign_in(client)
    both = {"usaha": UsahaFactory().pk, "koperasi": KoperasiFactory().pk} if holders else {}
    answer = add(client, jenis="halal", **both)
    assert "Usaha: Pilih satu pemegang: usaha atau koperasi, tidak keduanya." in words(answer)


def test_an_odd_number_warns_and_is_kept(client):
    sign_in(client)
    sertifikat = SertifikatFactory(jenis="halal", number_on_paper="KH123")
    assert "Ini tampaknya nomor Ketetapan Halal." in shown(client, sertifikat)


def test_an_impossible_number_is_refused_at_the_field(client):
    sign_in(client)
    answer = add(client, usaha=UsahaFactory().pk, jenis="halal", number_on_paper="belum ada")
    assert "Nomor sertifikat: Nomor harus memuat angka." in words(answer)


def test_the_label_tells_the_two_halal_numbers_apart(client):
    sign_in(client)
    page = words(client.get(url(NOUN, "add")))
    assert "Nomor sertifikat" in page
    assert "Nomor ketetapan halal (KH)" in page
    assert "Bukan nomor yang dicetak di label" in page


def test_a_nib_is_typed_at_the_business_and_read_here(client):
    sign_in(client)
    usaha = UsahaFactory(nib="9120001234567")
    answer = add(client, usaha=usaha.pk, jenis="nib", number_on_paper="9120001234567")
    assert "Nomor NIB dicatat pada data usaha atau koperasi." in words(answer)
    sertifikat = SertifikatFactory(usaha=usaha, jenis="nib", number_on_paper="")
    assert "9120001234567" in shown(client, sertifikat)


def test_a_missing_number_at_the_holder_is_pointed_out(client):
    sign_in(client)
    sertifikat = SertifikatFactory(usaha__name="Dapur Rica", jenis="nib", number_on_paper="")
    assert "Nomor NIB belum diisi pada data Dapur Rica." in shown(client, sertifikat)


def test_the_same_number_twice_is_refused_in_words(client):
    sign_in(client)
    SertifikatFactory(jenis="halal", number_on_paper="ID72110000012345678")
    answer = add(client, usaha=UsahaFactory().pk, jenis="halal", number_on_paper="ID72110000012345678")
    assert "Nomor ini sudah tercatat untuk jenis sertifikat yang sama." in words(answer)


# --- how long -------------------------------------------------------------------------------------


def test_the_usual_end_is_suggested_and_never_written_unasked(client):
    sign_in(client)
    sertifikat = SertifikatFactory(
        jenis="pirt", number_on_paper="202720901012328", issued_on=datetime.date(2023, 3, 1)
    )
    assert "biasanya berlaku sampai 1 Maret 2028" in shown(client, sertifikat)
    sertifikat.refresh_from_db()
    assert sertifikat.valid_until is None


def test_a_halal_certificate_without_an_end_raises_no_question(client):
    sign_in(client)
    assert "biasanya berlaku sampai" not in shown(client, SertifikatFactory())


@time_machine.travel("2026-11-24 12:00 +0800")
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"issued_on": "25-11-2026"}, "Tanggal terbit: Tanggal terbit belum tiba."),
        (
            {"issued_on": "1-5-2025", "valid_until": "30-4-2025"},
            "Tanggal akhir tidak boleh mendahului tanggal terbit.",
        ),
    ],
)
def test_dates_that_cannot_be_are_refused(client, changes, told):
    sign_in(client)
    assert told in words(add(client, usaha=UsahaFactory().pk, jenis="halal", **changes))


# --- products -----------------------------------------------------------------------------------


def test_a_known_holder_offers_its_own_products(client):
    sign_in(client)
    mine, other = ProdukFactory(name="Sambal Roa"), ProdukFactory(name="Kopi Tojo")
    page = words(client.get(url(NOUN, "add") + f"?usaha={mine.usaha.pk}"))
    assert mine.name in page
    assert other.name not in page


def test_an_unknown_holder_is_asked_for_first(client):
    sign_in(client)
    ProdukFactory(name="Sambal Roa")
    page = words(client.get(url(NOUN, "add")))
    assert "Pilih usaha atau koperasinya dan simpan dahulu" in page
    assert "Sambal Roa" not in page


def test_the_ticked_products_are_named(client):
    sign_in(client)
    produk = ProdukFactory()
    add(client, f"?usaha={produk.usaha.pk}", jenis="halal", produk=[produk.pk])
    assert list(Sertifikat.objects.get().produk.all()) == [produk]


def test_a_product_of_somebody_else_is_refused(client):
    sign_in(client)
    mine, other = ProdukFactory(), ProdukFactory()
    answer = add(client, usaha=mine.usaha.pk, jenis="halal", produk=[other.pk])
    assert "Produk ini bukan milik usaha atau koperasi yang dipilih." in words(answer)


def test_an_archived_product_stays_named(client):
    clerk = sign_in(client)
    produk = ProdukFactory()
    sertifikat = SertifikatFactory(usaha=produk.usaha, produk=[produk])
    produk.archived_at, produk.archived_by = produk.created_at, clerk
    produk.save()
    change(client, sertifikat, merek="Roa")
    assert list(sertifikat.produk.all()) == [produk]


def test_a_stranger_s_products_are_not_told_by_an_error(client):
    stranger = ProdukFactory(name="Rahasia Dagang")
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    answer = add(client, usaha=stranger.usaha.pk, jenis="halal")
    assert "di luar wilayah tugas Anda" in words(answer)
    assert "Rahasia Dagang" not in words(answer)


# --- the scan ----------------------------------------------------------------------------------


def test_a_scan_is_kept_privately_and_opened_by_its_link(client, private, settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    sign_in(client)
    add(client, usaha=UsahaFactory().pk, jenis="halal", scan_upload=pdf("KTP Sitti.pdf"))
    sertifikat = Sertifikat.objects.get()
    assert len(files(private)) == 1
    assert files(settings.MEDIA_ROOT) == []
    link = reverse("legalitas:scan", args=[sertifikat.pk])
    assert link in client.get(url(NOUN, "change", sertifikat.pk)).content.decode()
    assert b"".join(client.get(link).streaming_content) == PDF


def test_a_wrong_scan_is_refused_at_the_field_and_asked_for_again(client, private):
    sign_in(client)
    answer = add(
        client, usaha=UsahaFactory().pk, jenis="halal", merek="Roa", scan_upload=pdf(content=b"bukan")
    )
    assert "Unggah pindaian: Berkas ini bukan PDF dan bukan foto" in words(answer)
    assert "foto atau berkas harus dipilih lagi" in words(answer)
    assert filled(answer)["merek"] == "Roa"
    assert files(private) == []


def test_a_new_scan_replaces_the_old_one(client, private, django_capture_on_commit_callbacks):
    sign_in(client)
    sertifikat = SertifikatFactory()
    change(client, sertifikat, scan_upload=pdf())
    old = files(private)
    with django_capture_on_commit_callbacks(execute=True):
        change(client, sertifikat, scan_upload=pdf(content=PDF + b" "))
    assert len(files(private)) == 1
    assert files(private) != old


def test_a_scan_can_be_taken_out(client, private, django_capture_on_commit_callbacks):
    sign_in(client)
    sertifikat = SertifikatFactory()
    change(client, sertifikat, scan_upload=pdf())
    with django_capture_on_commit_callbacks(execute=True):
        change(client, sertifikat, scan_removed="on")
    sertifikat.refresh_from_db()
    assert not sertifikat.scan
    assert files(private) == []


def test_saving_without_touching_the_scan_keeps_it(client, private):
    sign_in(client)
    sertifikat = SertifikatFactory()
    change(client, sertifikat, scan_upload=pdf())
    change(client, sertifikat, merek="Roa")
    sertifikat.refresh_from_db()
    assert sertifikat.scan


def test_a_scan_outside_the_officers_kecamatan_is_not_found(client, private):
    sign_in(client)
    sertifikat = SertifikatFactory()
    change(client, sertifikat, scan_upload=pdf())
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    assert client.get(reverse("legalitas:scan", args=[sertifikat.pk])).status_code == 404


def test_an_official_does_not_open_scans(client, private):
    sign_in(client)
    sertifikat = SertifikatFactory()
    change(client, sertifikat, scan_upload=pdf())
    sign_in(client, "Pejabat")
    assert client.get(reverse("legalitas:scan", args=[sertifikat.pk])).status_code == 403
    assert "Unduh pindaian" not in shown(client, sertifikat)


# --- land -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["changelist", "change", "history"])
def test_a_land_number_is_read_only_by_those_who_may_see_personal_data(client, page):
    sertifikat = SertifikatFactory(jenis="shat", number_on_paper="19090100012345")
    args = [] if page == "changelist" else [sertifikat.pk]
    sign_in(client, "Pejabat")
    assert "19090100012345" not in client.get(url(NOUN, page, *args)).content.decode()


def test_a_land_number_is_not_found_by_searching_for_it(client):
    SertifikatFactory(jenis="shat", number_on_paper="19090100012345")
    sign_in(client, "Pejabat")
    page = words(client.get(url(NOUN, "changelist") + "?q=19090100012345"))
    assert "Tidak ada sertifikat yang cocok." in page


@pytest.mark.parametrize("query", ["ID72110000012345678", "id 72110000012345678", "MD2345678901234567"])
def test_a_certificate_is_found_by_its_long_number(client, query):
    SertifikatFactory(number_on_paper="ID72110000012345678")
    SertifikatFactory(jenis="bpom", number_on_paper="MD2345678901234567")
    sign_in(client)
    found = client.get(url(NOUN, "changelist"), {"q": query}).context["cl"].queryset
    assert [each.number[-4:] for each in found] == [query[-4:]]


def test_a_clerk_reads_the_land_number_in_the_list(client):
    SertifikatFactory(jenis="shat", number_on_paper="19090100012345")
    sign_in(client)
    assert "19090100012345" in words(client.get(url(NOUN, "changelist")))


def test_a_land_number_stands_in_no_heading_or_message():
    assert str(SertifikatFactory(jenis="shat", number_on_paper="19090100012345")) == "Sertipikat tanah (SHAT)"


# --- who may, cost -------------------------------------------------------------------------------


def test_a_verifier_verifies_from_the_form(client):
    sertifikat = SertifikatFactory()
    verifier = sign_in(client, "Verifikator")
    change(client, sertifikat, _verify="1")
    sertifikat.refresh_from_db()
    assert sertifikat.verified_by == verifier


def test_a_clerk_does_not_verify(client):
    sertifikat = SertifikatFactory()
    sign_in(client)
    change(client, sertifikat, _verify="1")
    sertifikat.refresh_from_db()
    assert sertifikat.verified_at is None


def test_a_certificate_outside_the_officers_kecamatan_is_not_found(client):
    sertifikat = SertifikatFactory()
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    assert client.get(url(NOUN, "change", sertifikat.pk)).status_code == 404


def test_the_list_costs_the_same_for_one_row_and_for_many(client):
    sign_in(client)
    SertifikatFactory()
    one = query_count(client, url(NOUN, "changelist"))
    for jenis in ("pirt", "bpom", "nib", "shat"):
        SertifikatFactory(jenis=jenis, number_on_paper="" if jenis == "nib" else "123")
    SertifikatFactory(usaha=None, koperasi=KoperasiFactory())
    assert query_count(client, url(NOUN, "changelist")) == one


@time_machine.travel("2026-11-24 12:00 +0800")
@pytest.mark.parametrize(("value", "found"), [("segera", "MERDEKA"), ("lewat", "LAMPAU"), ("tanpa", "ABADI")])
def test_the_list_is_filtered_by_end_of_validity(client, value, found):
    sign_in(client)
    for merek, end in (
        ("MERDEKA", datetime.date(2027, 3, 1)),
        ("LAMPAU", datetime.date(2026, 11, 23)),
        ("ABADI", None),
    ):
        SertifikatFactory(jenis="bpom", number_on_paper=f"MD{merek}1", valid_until=end)
    page = words(client.get(url(NOUN, "changelist") + f"?berlaku={value}"))
    assert [name for name in ("MERDEKA", "LAMPAU", "ABADI") if f"MD{name}1" in page] == [found]
