"""What cannot be is refused at its field, in words a clerk understands, whichever noun the form is for."""

import datetime

import pytest
import time_machine

from fasilitasi.models import RekapAwal
from koperasi.models import RapatAnggota
from produk.models import Kategori
from tests.factories import (
    DesaFactory,
    JenisFasilitasiFactory,
    KategoriFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    UsahaFactory,
)
from tests.kantor import filled, sign_in, url, words
from umkm.models import DataTahunan, Kbli, Pemilik, Usaha

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 28)
AHEAD = "Tanggal ini belum tiba"


def change(client, noun, record, **changes):
    page = url(noun, "change", record.pk)
    return client.post(page, filled(client.get(page), **changes))


def problems(answer):
    return answer.context["adminform"].form.errors


# --- what has happened is not ahead -----------------------------------------------------------


@time_machine.travel(TODAY)
@pytest.mark.parametrize(
    ("factory", "noun", "field"),
    [
        (PemilikFactory, "umkm_pemilik", "tanggal_lahir"),
        (UsahaFactory, "umkm_usaha", "nib_issued_on"),
        (KoperasiFactory, "koperasi_koperasi", "tanggal_badan_hukum"),
    ],
)
def test_what_has_happened_is_not_dated_ahead(client, factory, noun, field):
    sign_in(client)
    record = factory()
    refused = change(client, noun, record, **{field: "29-11-2026"})
    assert AHEAD in problems(refused)[field][0]
    assert filled(refused)[field] == "29-11-2026"
    assert change(client, noun, record, **{field: "28-11-2026"}).status_code == 302


@time_machine.travel(TODAY)
@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"tahun_buku": "2027"}, "tahun_buku"),
        ({"tahun_buku": "2026", "held_on": "29-11-2026"}, "held_on"),
    ],
)
def test_a_rat_of_tomorrow_is_not_held(client, row, field):
    sign_in(client)
    koperasi = KoperasiFactory()
    sent = {f"rapatanggota_set-0-{name}": value for name, value in row.items()}
    answer = change(client, "koperasi_koperasi", koperasi, **sent | {"rapatanggota_set-TOTAL_FORMS": "1"})
    meetings = answer.context["inline_admin_formsets"][1].formset
    assert "belum tiba" in meetings.forms[0].errors[field][0]
    assert not RapatAnggota.objects.exists()


@time_machine.travel(TODAY)
def test_figures_of_a_year_to_come_are_refused(client):
    sign_in(client)
    usaha = UsahaFactory()
    sent = {"datatahunan_set-TOTAL_FORMS": "1", "datatahunan_set-0-tahun": "2027"}
    assert "Tahun ini belum tiba" in words(change(client, "umkm_usaha", usaha, **sent))
    assert not DataTahunan.objects.exists()


@time_machine.travel(TODAY)
def test_an_opening_total_tells_of_the_past(client):
    sign_in(client, "Admin")
    page = url("fasilitasi_rekapawal", "add")
    sent = {"tahun": "2027", "source_on": "29-11-2026", "jumlah": "5", "source": "Berita"}
    answer = client.post(page, filled(client.get(page), jenis=JenisFasilitasiFactory().pk, **sent))
    assert problems(answer).keys() == {"tahun", "source_on"}
    assert not RekapAwal.objects.exists()


# --- numbers ----------------------------------------------------------------------------------


def test_a_number_of_the_wrong_length_is_explained_once(client):
    sign_in(client)
    answer = change(client, "umkm_usaha", UsahaFactory(), nib="12345678901234")
    advice = "Periksa kembali pada NIB dari OSS. Nomor 14 angka biasanya NIB tanah."
    assert problems(answer)["nib"] == [f"NIB harus 13 angka, yang diisi 14 angka. {advice}"]


@pytest.mark.parametrize(
    ("factory", "noun", "field"),
    [
        (PemilikFactory, "umkm_pemilik", "phone"),
        (UsahaFactory, "umkm_usaha", "whatsapp"),
        (KoperasiFactory, "koperasi_koperasi", "phone"),
    ],
)
def test_an_unusual_telephone_number_is_kept_with_a_warning(client, factory, noun, field):
    sign_in(client)
    record = factory()
    answer = change(client, noun, record, **{field: "+60 12 345 6789"})
    assert answer.status_code == 302
    assert "bukan nomor Indonesia" in words(client.get(answer["Location"]))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("-0,87", "-0.87000"), ("-0.871234567", "-0.87123"), ("\u22120,5", "-0.50000")],
)
def test_a_point_is_read_with_comma_and_all_its_digits(client, typed, kept):
    sign_in(client)
    usaha = UsahaFactory()
    assert change(client, "umkm_usaha", usaha, latitude=typed, longitude="121,58").status_code == 302
    usaha.refresh_from_db()
    assert str(usaha.latitude) == kept


@pytest.mark.parametrize("typed", ["1e400", "NaN", "sembilan", "-99"])
def test_an_impossible_point_is_refused_at_its_field(client, typed):
    sign_in(client)
    answer = change(client, "umkm_usaha", UsahaFactory(), latitude=typed, longitude="121")
    assert problems(answer).keys() == {"latitude"}
    assert filled(answer)["latitude"] == typed


def test_a_kbli_code_has_five_digits(client):
    sign_in(client, "Admin")
    page = url("umkm_kbli", "add")
    sent = {"edition": "2020", "code": "12", "title": "Uji", "kategori": "C"}
    assert problems(client.post(page, filled(client.get(page), **sent))).keys() == {"code"}


def test_a_postal_code_is_digits(client):
    sign_in(client, "Admin")
    desa = DesaFactory()
    refused = change(client, "wilayah_desa", desa, postal_code="94A83")
    assert problems(refused).keys() == {"postal_code"}
    warned = change(client, "wilayah_desa", desa, postal_code="9468")
    assert "Kode pos seharusnya 5 angka" in words(client.get(warned["Location"]))


# --- text -------------------------------------------------------------------------------------


@pytest.mark.parametrize("char", ["\u202e", "\x00", "\x1b", "\ufffd"])
@pytest.mark.parametrize(
    ("factory", "noun"),
    [
        (KategoriFactory, "produk_kategori"),
        (JenisFasilitasiFactory, "fasilitasi_jenisfasilitasi"),
        (KecamatanFactory, "wilayah_kecamatan"),
        (DesaFactory, "wilayah_desa"),
    ],
)
def test_reference_data_holds_no_hidden_characters_either(client, factory, noun, char):
    sign_in(client, "Admin")
    record = factory()
    answer = change(client, noun, record, name=f"Uji{char}jiU")
    assert len(problems(answer)["name"]) == 1
    record.refresh_from_db()
    assert char not in record.name


def test_half_a_character_sent_as_bytes_is_refused(client):
    sign_in(client)
    form = "application/x-www-form-urlencoded"
    answer = client.post(url("umkm_pemilik", "add"), "name=Ani%ED%A0%80", content_type=form)
    assert "karakter yang rusak" in problems(answer)["name"][0]
    assert not Pemilik.objects.exists()


# --- one problem, one sentence, at the field ----------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "sent", "field"),
    [
        ("fasilitasi_fasilitasi", {"jumlah_unit": "0"}, "jumlah_unit"),
        (
            "legalitas_sertifikat",
            {"jenis": "halal", "issued_on": "1-5-2025", "valid_until": "30-4-2025"},
            "valid_until",
        ),
        ("legalitas_sertifikat", {"jenis": "nik_koperasi"}, "usaha"),
        ("produk_produk", {"usaha": "999999"}, "usaha"),
        ("umkm_usaha", {"pemilik": "999999"}, "pemilik"),
        ("umkm_usaha", {"longitude": "121,5"}, "latitude"),
        ("laporan_kop", {"valid_from": "2-1-2026", "valid_until": "1-1-2026"}, "valid_until"),
        ("laporan_pejabat", {"valid_from": "2-1-2026", "valid_until": "1-1-2026"}, "valid_until"),
        (
            "fasilitasi_jenisfasilitasi",
            {"untuk": "usaha", "satuan": "usaha", "sertifikat": "nik_koperasi"},
            "untuk",
        ),
    ],
)
def test_a_problem_is_told_once_and_at_its_field(client, noun, sent, field):
    sign_in(client, "Admin")
    usaha = UsahaFactory()
    page = url(noun, "add")
    whole = {
        "usaha": usaha.pk,
        "pemilik": usaha.pemilik_id,
        "desa": usaha.desa_id,
        "jenis": JenisFasilitasiFactory().pk,
        "kategori": KategoriFactory().pk,
        "name": "Nama Uji",
        "slug": "nama-uji",
        "status_usaha": "ud",
        "bidang_usaha": "jasa",
        "price": "1000",
        "satuan": "kg",
        "line_1": "Pemerintah Kabupaten Uji",
        "line_2": "Dinas Uji",
        "place": "Uji",
        "jabatan": "Kepala Dinas Uji",
        "peran": "kepala_dinas",
    }
    answer = client.post(page, filled(client.get(page)) | whole | sent)
    assert problems(answer).keys() == {field}
    assert len(problems(answer)[field]) == 1


# --- what is there already --------------------------------------------------------------------


def test_a_taken_name_is_told_as_taken(client):
    sign_in(client, "Admin")
    KategoriFactory(name="Abon", slug="abon")
    page = url("produk_kategori", "add")
    answer = client.post(page, filled(client.get(page), name="Abon", slug="abon-lain", position="1"))
    assert "sudah dipakai data lain" in problems(answer)["name"][0]
    assert Kategori.objects.filter(name="Abon").count() == 1


def test_two_columns_that_are_taken_together_are_told_as_taken(client):
    sign_in(client, "Admin")
    Kbli.objects.get_or_create(edition=2020, code="10773", defaults={"title": "Uji", "kategori": "C"})
    page = url("umkm_kbli", "add")
    sent = {"edition": "2020", "code": "10773", "title": "Uji", "kategori": "C"}
    answer = words(client.post(page, filled(client.get(page), **sent)))
    assert "Edisi dan kode ini bersama-sama sudah dipakai data lain" in answer
    assert "tidak ada" not in answer


def test_the_same_year_in_two_rows_is_explained(client):
    sign_in(client)
    usaha = UsahaFactory()
    rows = {f"datatahunan_set-{row}-tahun": "2025" for row in range(2)}
    sent = {"datatahunan_set-TOTAL_FORMS": "2", **rows}
    answer = words(change(client, "umkm_usaha", usaha, **sent))
    assert "Ada dua baris dengan tahun yang sama" in answer
    assert not DataTahunan.objects.exists()


def test_a_page_that_arrived_in_part_is_told_without_jargon(client):
    sign_in(client)
    usaha = UsahaFactory(name="Nama Lama")
    answer = change(client, "umkm_usaha", usaha, name="Nama Baru", **{"datatahunan_set-TOTAL_FORMS": None})
    assert "Sebagian halaman tidak terkirim" in words(answer)
    assert "ManagementForm" not in words(answer)
    assert filled(answer)["name"] == "Nama Baru"
    assert Usaha.objects.get().name == "Nama Lama"
