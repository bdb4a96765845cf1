"""Owners and businesses as files: the portal's columns, the national register's, and what is personal among them."""

import datetime
from decimal import Decimal

import pytest

from accounts.models import UnduhanDataPribadi
from tests.factories import (
    DataTahunanFactory,
    DesaFactory,
    KecamatanFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
)
from tests.kantor import sign_in, url, words
from tests.unduhan import REASON, address, columns, head, lines, statements, table, take, take_personal

pytestmark = pytest.mark.django_db
NIK, NPWP = "7209990101900010", "7209990202800020"
# Word for word from the register (domain 11.2).
_REGISTER = """
    id_data_badan_usaha nik_pengusaha nama_pengusaha nib jenis_kelamin is_disabilitas tanggal_lahir
    pendidikan_formal kontak_hp prov_pengusaha kab_pengusaha kec_pengusaha kel_pengusaha alamat_pengusaha
    rt_pengusaha rw_pengusaha nama_usaha kegiatan_utama produk_utama kategori_kbli kode_kbli
    status_badan_usaha skala_usaha modal_pendirian bulan_mulai_operasi tahun_mulai_operasi omzet_tahunan asset
    prov_usaha kab_usaha kec_usaha kel_usaha alamat_usaha rt_usaha rw_usaha foto_usaha alamat_latitude
    alamat_longitude tk_dibayar_laki tk_dibayar_perempuan tk_dibayar_disabil_laki tk_dibayar_disabil_perempuan
    tk_not_dibayar_laki tk_not_dibayar_perempuan tk_not_dibayar_disabil_laki tk_not_dibayar_disabil_perempua
    pulled_at updated_at source_page
"""
REGISTER = _REGISTER.split()
# Each stands in one personal column and nowhere else.
PRIVATE = {
    "nik": NIK, "npwp": NPWP, "phone": "0812-9999-1111", "whatsapp": "0813-9999-2222", "email": "rahasia@contoh.id",
    "home": "Jalan Rahasia 7", "shop": "Gang Tertutup 8", "birthplace": "Kota Lahir Uji", "notes": "Catatan Rahasia",
    "sales": "61234567", "capital": "41234567", "latitude": "0,87654", "longitude": "121,56789",
}  # fmt: skip


@pytest.fixture
def business():
    place = KecamatanFactory(name="Ampana Uji")
    owner = PemilikFactory(
        name="Rahma Uji",
        nik=NIK,
        phone="081299991111",
        email=PRIVATE["email"],
        address=PRIVATE["home"],
        rt="003",
        rw="002",
        tempat_lahir=PRIVATE["birthplace"],
        tanggal_lahir=datetime.date(1990, 1, 1),
        jenis_kelamin="P",
        pendidikan="sma",
        notes=PRIVATE["notes"],
        desa=DesaFactory(name="Desa Pemilik", kecamatan=place),
    )
    usaha = UsahaFactory(
        name="Kopi Togean",
        pemilik=owner,
        desa=DesaFactory(name="Desa Usaha", kecamatan=place),
        nib="0220001234567",
        npwp=NPWP,
        whatsapp="081399992222",
        address=PRIVATE["shop"],
        latitude=Decimal("-0.87654"),
        longitude=Decimal("121.56789"),
        skala_dinyatakan="mikro",
        tahun_mulai=2019,
        kegiatan_utama="Menyangrai kopi",
    )
    DataTahunanFactory(usaha=usaha, tahun=2024, penjualan_tahunan=1)
    DataTahunanFactory(
        usaha=usaha, tahun=2025, penjualan_tahunan=61234567, modal_usaha=41234567, tenaga_kerja_l=3
    )
    ProdukFactory(usaha=usaha, name="Kopi bubuk")
    ProdukFactory(usaha=usaha, name="Kopi draf", is_draft=True)
    return usaha


LISTS = [("umkm_pemilik", "portal"), ("umkm_usaha", "portal"), ("umkm_usaha", "sidt")]

# --- what is personal ------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["Petugas", "Pejabat", "Admin"])
@pytest.mark.parametrize(("noun", "susunan"), LISTS)
def test_the_ordinary_file_tells_nothing_personal(client, business, noun, susunan, role):
    sign_in(client, role)
    text = take(client, noun, susunan=susunan).getvalue().decode()
    plain = text.replace("-", "").replace("'", "")
    assert "Rahma Uji" in text
    assert not [name for name, value in PRIVATE.items() if value in text or value.replace("-", "") in plain]
    assert not UnduhanDataPribadi.objects.exists()


def test_a_reason_brings_everything_along(client, business):
    sign_in(client)
    found = "\n".join(
        str(line) for noun in ("umkm_pemilik", "umkm_usaha") for line in lines(take_personal(client, noun))
    )
    assert not [name for name, value in PRIVATE.items() if value not in found]


def test_the_file_warns_that_it_holds_personal_data(client, business):
    sign_in(client)
    assert head(take_personal(client, "umkm_usaha"))[-1].startswith("Memuat data pribadi (UU 27/2022).")


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
@pytest.mark.parametrize(("noun", "column"), [("umkm_pemilik", "NIK KTP"), ("umkm_usaha", "NIK KTP pemilik")])
def test_a_nik_arrives_with_all_its_sixteen_digits(client, business, noun, column, berkas):
    sign_in(client)
    (row,) = table(take_personal(client, noun, berkas))
    assert row[column] == (f"'{NIK}" if berkas == "csv" else NIK)


def test_a_zero_in_front_stays(client, business):
    sign_in(client)
    (row,) = table(take_personal(client, "umkm_usaha", "xlsx"))
    assert (row["NIB"], row["RT rumah pemilik"]) == ("0220001234567", "003")
    (row,) = table(take_personal(client, "umkm_usaha", "xlsx", susunan="sidt"))
    assert (row["nib"], row["kontak_hp"], row["rw_pengusaha"]) == ("0220001234567", "081299991111", "002")


def test_numbers_of_persons_stay_in_the_database_unless_they_go_along(client, business, monkeypatch):
    sign_in(client)
    opened = []
    monkeypatch.setattr("common.fields.decrypt", lambda token: opened.append(token) or (NIK, True))
    for noun, susunan in LISTS:
        lines(take(client, noun, susunan=susunan))
    # The list itself shows the last digits of an owner's NIK; the file of businesses opens none.
    opened.clear()
    lines(take(client, "umkm_usaha", susunan="sidt"))
    assert opened == []
    lines(take_personal(client, "umkm_usaha", susunan="sidt"))
    assert opened


def test_without_the_right_to_open_numbers_they_stay_behind(client, business):
    officer = sign_in(client)
    officer.groups.get().permissions.remove(_permission("reveal_nik"))
    found = columns(take_personal(client, "umkm_usaha"))
    assert "Nomor HP pemilik" in found
    assert not {"NIK KTP pemilik", "NPWP"} & set(found)


def _permission(codename):
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename=codename)


# --- who may, and what is put on record ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "status"), [("Petugas", 200), ("Verifikator", 200), ("Admin", 200), ("Pejabat", 403)]
)
def test_only_those_who_may_see_personal_data_may_take_it(client, business, role, status):
    sign_in(client, role)
    response = take_personal(client, "umkm_usaha")
    assert response.status_code == status
    assert UnduhanDataPribadi.objects.count() == (status == 200)


@pytest.mark.parametrize(("role", "offered"), [("Petugas", True), ("Pejabat", False)])
def test_the_button_is_shown_to_those_who_may(client, role, offered):
    sign_in(client, role)
    assert ("Dengan data pribadi" in words(client.get(url("umkm_usaha", "changelist")))) is offered
    assert (client.get(address("umkm_usaha")).status_code == 200) is offered


def test_a_list_without_personal_columns_has_no_such_page(client):
    sign_in(client, "Admin")
    assert client.get(address("produk_produk")).status_code == 302
    assert take_personal(client, "produk_produk").status_code == 403


def test_the_question_shows_how_many_rows_of_which_list(client, business):
    sign_in(client)
    UsahaFactory(name="Abon")
    page = words(client.get(address("umkm_usaha"), {"q": "kopi"}))
    assert "1 baris. Saringan: keadaan Semua kecuali arsip; dicari “kopi”." in page


@pytest.mark.parametrize("reason", ["", "   ", "pendek", "x" * 301, "baris\u2028dua yang panjang"])
def test_without_a_proper_reason_no_file_leaves_and_the_form_says_why(client, business, reason):
    sign_in(client)
    response = take_personal(client, "umkm_usaha", reason=reason)
    assert response["Content-Type"].startswith("text/html")
    assert response.context["errors"].keys() == {"reason"}
    assert "Alasan: " in words(response)
    assert not UnduhanDataPribadi.objects.exists()


def test_the_record_tells_who_when_what_how_much_and_why(client, business):
    officer = sign_in(client)
    UsahaFactory(name="Abon")
    lines(take_personal(client, "umkm_usaha", "xlsx", susunan="sidt", q="kopi", keadaan="menunggu"))
    (record,) = UnduhanDataPribadi.objects.all()
    assert (record.downloaded_by, record.list_name, record.row_count, record.file_format, record.reason) == (
        officer,
        "Usaha (Kolom SIDT)",
        1,
        "xlsx",
        REASON,
    )
    assert record.filter_text == "Saringan: keadaan Menunggu verifikasi; dicari “kopi”"


def test_the_record_is_written_before_the_first_byte_leaves(client, business):
    sign_in(client)
    response = take_personal(client, "umkm_usaha")
    assert UnduhanDataPribadi.objects.count() == 1
    assert lines(response)


def test_every_download_is_a_record_of_its_own(client, business):
    sign_in(client)
    take_personal(client, "umkm_usaha")
    take_personal(client, "umkm_usaha")
    assert UnduhanDataPribadi.objects.count() == 2


def test_a_file_that_cannot_be_made_leaves_no_record(client, business, monkeypatch):
    sign_in(client)

    def fail(*args, **kwargs):
        raise OSError("disk penuh")

    monkeypatch.setattr("spreadsheets.responses.stream_xlsx", fail)
    client.raise_request_exception = False
    assert take_personal(client, "umkm_usaha", "xlsx").status_code == 500
    assert not UnduhanDataPribadi.objects.exists()


def test_an_officer_takes_only_people_of_the_own_kecamatan(client, business):
    sign_in(client, kecamatan=[KecamatanFactory()])
    for noun in ("umkm_pemilik", "umkm_usaha"):
        assert table(take_personal(client, noun)) == []
    assert set(UnduhanDataPribadi.objects.values_list("row_count", flat=True)) == {0}


# --- the portal's columns -------------------------------------------------------------------------------


def test_a_business_stands_with_its_place_products_and_newest_figures(client, business):
    sign_in(client)
    (row,) = table(take(client, "umkm_usaha", "xlsx"))
    assert row["Nama pemilik"] == "Rahma Uji"
    assert (row["Desa/kelurahan"], row["Kecamatan"]) == ("Desa Desa Usaha", "Ampana Uji")
    assert row["Produk"] == "Kopi bubuk"
    assert (row["Tahun data"], row["Tahun mulai"]) == ("2025", "2019")
    assert (row["Tenaga kerja L"], row["Tenaga kerja P"]) == (3, 2)
    assert row["Keadaan"] == "Menunggu verifikasi"


def test_a_business_that_knows_nothing_of_itself_has_a_row_too(client):
    sign_in(client)
    UsahaFactory(name="Draf", is_draft=True, desa=None, bidang_usaha="", status_usaha="")
    for susunan in ("portal", "sidt"):
        (row,) = table(take_personal(client, "umkm_usaha", "xlsx", susunan=susunan))
        assert "Draf" in row.values()


def test_money_and_points_are_numbers_in_excel(client, business):
    sign_in(client)
    (row,) = table(take_personal(client, "umkm_usaha", "xlsx"))
    assert (row["Penjualan tahunan"], row["Modal usaha"]) == (61234567, 41234567)
    assert (row["Lintang"], row["Bujur"]) == (-0.87654, 121.56789)


# --- the register's columns -------------------------------------------------------------------------------


def test_the_register_finds_its_own_columns_in_its_own_order(client, business):
    sign_in(client)
    assert columns(take_personal(client, "umkm_usaha", susunan="sidt")) == REGISTER


def test_the_register_gets_its_own_columns_without_the_personal_ones(client, business):
    sign_in(client, "Pejabat")
    found = columns(take(client, "umkm_usaha", susunan="sidt"))
    assert found == [name for name in REGISTER if name in found]
    assert {"nama_usaha", "nib", "kec_usaha"} <= set(found)
    assert not {"nik_pengusaha", "kontak_hp", "omzet_tahunan", "alamat_usaha", "tanggal_lahir"} & set(found)


def test_a_row_for_the_register_reads_as_the_register_writes(client, business):
    sign_in(client)
    (row,) = table(take_personal(client, "umkm_usaha", "xlsx", susunan="sidt"))
    told = {name: value for name, value in row.items() if value not in (None, "")}
    assert told.pop("updated_at")
    assert told == {
        "nik_pengusaha": NIK,
        "nama_pengusaha": "Rahma Uji",
        "nib": "0220001234567",
        "jenis_kelamin": "Perempuan",
        "tanggal_lahir": "1990-01-01",
        "pendidikan_formal": "SMA/SMK",
        "kontak_hp": "081299991111",
        "kab_pengusaha": "Kabupaten Tojo Una-Una",
        "kec_pengusaha": "Ampana Uji",
        "kel_pengusaha": "Desa Pemilik",
        "alamat_pengusaha": "Jalan Rahasia 7",
        "rt_pengusaha": "003",
        "rw_pengusaha": "002",
        "nama_usaha": "Kopi Togean",
        "kegiatan_utama": "Menyangrai kopi",
        "produk_utama": "Kopi bubuk",
        "status_badan_usaha": "Perseorangan",
        "skala_usaha": "Mikro",
        "modal_pendirian": 41234567,
        "tahun_mulai_operasi": "2019",
        "omzet_tahunan": 61234567,
        "kab_usaha": "Kabupaten Tojo Una-Una",
        "kec_usaha": "Ampana Uji",
        "kel_usaha": "Desa Usaha",
        "alamat_usaha": "Gang Tertutup 8",
        "alamat_latitude": -0.87654,
        "alamat_longitude": 121.56789,
        "tk_dibayar_laki": 3,
        "tk_dibayar_perempuan": 2,
    }


@pytest.mark.parametrize(("noun", "susunan"), LISTS)
def test_fifty_people_take_as_many_statements_as_one(client, noun, susunan):
    sign_in(client)

    def people():
        return take_personal(client, noun, susunan=susunan)

    UsahaFactory(pemilik__with_nik=True, pemilik__desa=DesaFactory())
    lines(people())
    one = statements(people)
    for _ in range(49):
        UsahaFactory(pemilik__with_nik=True, pemilik__desa=DesaFactory())
    assert statements(people) == one
