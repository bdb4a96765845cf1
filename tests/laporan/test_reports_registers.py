"""What the reports on businesses, cooperatives and certificates count, and as of which day."""

import datetime

import pytest
import time_machine

from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.factories import (
    DataTahunanFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
)
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
TODAY = datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def report(slug, period=None, scope=None):
    return REPORTS[slug].build(period or Period.all(), scope or Scope())


def table(slug, period=None, scope=None):
    """Rows as {heading: value}; columns of one group are told apart by it."""
    found = report(slug, period, scope)
    labels = [f"{column.group} {column.label}".strip() for column in found.columns]
    return [dict(zip(labels, map(bare, row), strict=True)) for row in found]


def totals(slug, period=None, scope=None):
    found = report(slug, period, scope)
    labels = [f"{column.group} {column.label}".strip() for column in found.columns]
    return dict(zip(labels, map(bare, found.totals), strict=True))


def desa(kecamatan="Togean"):
    return Kecamatan.objects.get(name=kecamatan).desa_set.first()


def registered(on, **kwargs):
    with time_machine.travel(datetime.datetime.combine(on, datetime.time(9), datetime.UTC), tick=False):
        return UsahaFactory(**kwargs)


def test_the_list_of_businesses_has_the_columns_of_the_form():
    usaha = UsahaFactory(
        desa=desa(), nib="1234567890123", skala_dinyatakan="mikro", pemilik__jenis_kelamin="P"
    )
    DataTahunanFactory(usaha=usaha, tahun=2024, tenaga_kerja_l=9, tenaga_kerja_p=9)
    DataTahunanFactory(usaha=usaha, tahun=2025, tenaga_kerja_l=1, tenaga_kerja_p=2)
    ProdukFactory(usaha=usaha, name="Abon Tuna")
    (row,) = table("daftar-umkm")
    assert row == {
        "No": 1,
        "Nama usaha": usaha.name,
        "Pemilik": usaha.pemilik.name,
        "L/P": "P",
        "Desa/Kel.": usaha.desa.name,
        "Kecamatan": "Togean",
        "Bidang usaha/KBLI": "Makanan/Minuman",
        "NIB": "1234567890123",
        "Skala": "Mikro",
        "Tenaga kerja L": 1,
        "Tenaga kerja P": 2,
        "Produk": "Abon Tuna",
    }


def test_drafts_and_archived_businesses_are_not_counted():
    officer = UsahaFactory(desa=desa(), verified=True).verified_by
    UsahaFactory(desa=desa(), archived_at=TODAY, archived_by=officer)
    UsahaFactory(desa=desa(), is_draft=True)
    assert len(table("daftar-umkm")) == totals("rekap-umkm")["Jumlah"] == 1


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (Period.year(2025), 1),
        (Period.quarter(2026, 1), 1),
        (Period.quarter(2026, 2), 2),
        (Period.between(None, datetime.date(2026, 6, 30)), 2),
        (Period.year(2026), 3),
    ],
)
@pytest.mark.parametrize("slug", ["rekap-umkm", "rekap-umkm-bidang"])
def test_businesses_are_counted_as_they_stood_at_the_end_of_the_period(slug, period, count):
    for on in (datetime.date(2025, 5, 1), datetime.date(2026, 6, 30), datetime.date(2026, 7, 1)):
        registered(on, desa=desa())
    assert totals(slug, period)["Jumlah"] == len(table("daftar-umkm", period)) == count


def test_recaps_of_businesses_show_all_kecamatan_and_add_up_every_way():
    UsahaFactory(desa=desa(), skala_dinyatakan="mikro", pemilik__jenis_kelamin="P")
    UsahaFactory(desa=desa("Tojo"), skala_dinyatakan="kecil", pemilik__jenis_kelamin="L")
    UsahaFactory(desa=desa("Tojo"), bidang_usaha="jasa")
    by_size, by_field = table("rekap-umkm"), table("rekap-umkm-bidang")
    assert len(by_size) == len(by_field) == 12
    tojo = next(row for row in by_size if row["Kecamatan"] == "Tojo")
    assert (tojo["Skala usaha Kecil"], tojo["Skala usaha Belum diisi"], tojo["Jumlah"]) == (1, 1, 2)
    assert (tojo["Jenis kelamin pemilik L"], tojo["Jenis kelamin pemilik Belum diisi"]) == (1, 1)
    for rows, group in ((by_size, "Skala usaha"), (by_size, "Jenis kelamin"), (by_field, "Bidang usaha")):
        for row in rows:
            assert sum(value for label, value in row.items() if label.startswith(group)) == row["Jumlah"]
    assert next(row for row in by_field if row["Kecamatan"] == "Tojo")["Bidang usaha Jasa"] == 1


def test_a_recap_of_one_kecamatan_has_its_row_only():
    scope = Scope(kecamatan="72.09.02", kecamatan_label="Togean")
    assert [row["Kecamatan"] for row in table("rekap-umkm", scope=scope)] == ["Togean"]


def test_a_cooperative_stands_with_the_figures_of_the_book_year():
    koperasi = KoperasiFactory(
        desa=desa(),
        nomor_badan_hukum="518/12/BH/2011",
        tanggal_badan_hukum=datetime.date(2011, 3, 4),
        nik_koperasi="7209990010001",
    )
    RapatAnggotaFactory(
        koperasi=koperasi, manajer=1, karyawan=3, modal_sendiri=10, modal_luar=20, volume_usaha=30, shu=-4
    )
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2024, shu=99)
    (row,) = table("keragaan-koperasi", Period.year(2025))
    assert row == {
        "No": 1,
        "Nama koperasi": koperasi.name,
        "Kecamatan": "Togean",
        "Badan hukum (nomor, tanggal)": "518/12/BH/2011, 04-03-2011",
        "NIK Koperasi": "7209990010001",
        "Jenis": "Produsen",
        "Aktif/Tidak": "Aktif",
        "Tanggal RAT": datetime.date(2026, 3, 14),
        "Anggota L": 20,
        "Anggota P": 25,
        "Manajer": 1,
        "Karyawan": 3,
        "Modal sendiri (Rp)": 10,
        "Modal luar (Rp)": 20,
        "Volume usaha (Rp)": 30,
        "SHU (Rp)": -4,
    }
    assert totals("keragaan-koperasi", Period.year(2025))["SHU (Rp)"] == -4


@pytest.mark.parametrize(
    ("period", "subtitle"),
    [
        (Period.all(), "Tahun buku 2025, keadaan s.d. 23 November 2026"),
        (Period.year(2024), "Tahun buku 2024, keadaan s.d. 31 Desember 2025"),
        (Period.year(2026), "Tahun buku 2026, keadaan s.d. 23 November 2026"),
        # In the middle of a year the books of that year are still open.
        (Period.quarter(2026, 2), "Tahun buku 2025, keadaan s.d. 30 Juni 2026"),
        (Period.between(None, datetime.date(2025, 8, 17)), "Tahun buku 2024, keadaan s.d. 17 Agustus 2025"),
    ],
)
def test_the_book_year_follows_the_period(period, subtitle):
    assert report("keragaan-koperasi", period).subtitles == (subtitle,)


def test_a_meeting_held_after_the_period_is_not_in_it():
    RapatAnggotaFactory(koperasi=KoperasiFactory(desa=desa()), held_on=datetime.date(2026, 4, 20), shu=7)
    (before,) = table("keragaan-koperasi", Period.quarter(2026, 1))
    (after,) = table("keragaan-koperasi", Period.quarter(2026, 2))
    assert (before["SHU (Rp)"], before["Aktif/Tidak"]) == (None, "Tidak aktif")
    assert (after["SHU (Rp)"], after["Aktif/Tidak"]) == (7, "Aktif")


def test_a_cooperative_founded_later_is_not_in_an_older_report():
    KoperasiFactory(desa=desa(), tanggal_badan_hukum=datetime.date(2025, 6, 12))
    assert table("keragaan-koperasi", Period.quarter(2025, 1)) == []
    assert len(table("keragaan-koperasi", Period.quarter(2025, 2))) == 1


def test_certificates_end_within_a_year_unless_asked_otherwise():
    for day in ("2026-11-22", "2026-11-23", "2027-11-23", "2027-11-24"):
        SertifikatFactory(jenis="pirt", number_on_paper=day, valid_until=datetime.date.fromisoformat(day))
    SertifikatFactory(jenis="halal", valid_until=None)
    assert [row["Nomor"] for row in table("sertifikat-berakhir")] == ["2026-11-23", "2027-11-23"]
    assert [row["Nomor"] for row in table("sertifikat-berakhir", Period.year(2026))] == [
        "2026-11-22",
        "2026-11-23",
    ]


def test_an_ending_certificate_is_listed_with_its_days_and_a_masked_telephone():
    usaha = UsahaFactory(desa=desa(), whatsapp="+6285399001122")
    produk = ProdukFactory(usaha=usaha, name="Abon Tuna")
    SertifikatFactory(
        usaha=usaha,
        jenis="pirt",
        number_on_paper="206720901000131",
        valid_until=datetime.date(2026, 12, 3),
        produk=[produk],
    )
    (row,) = table("sertifikat-berakhir")
    assert (row["Usaha/koperasi"], row["Produk"], row["Sisa hari"]) == (usaha.name, "Abon Tuna", 10)
    assert "5399001122" not in row["Telepon"]
    assert row["Telepon"].endswith("1122")


def test_land_titles_are_never_listed_as_ending():
    SertifikatFactory(jenis="shat", number_on_paper="12345678901234", valid_until=datetime.date(2026, 12, 3))
    assert table("sertifikat-berakhir") == []
    assert "shat" not in dict(REPORTS["sertifikat-berakhir"].jenis.offers())


# --- duties ---------------------------------------------------------------------------------------


def test_the_duty_calendar_has_a_section_for_each_month_that_brings_a_duty():
    SertifikatFactory(jenis="pirt", valid_until=datetime.date(2027, 4, 20), usaha__name="Abon Togean")
    found = list(report("kewajiban", Period.quarter(2027, 1)))
    sections = [row.text for row in found if isinstance(row, Section)]
    rows = [row for row in found if not isinstance(row, Section)]
    assert sections == ["Januari 2027", "Maret 2027"]
    assert [(row[1], row[3]) for row in rows] == [("Abon Togean", "P-IRT berakhir")] * 2


def test_without_a_period_the_duty_calendar_looks_three_months_ahead():
    assert report("kewajiban").subtitles == ("1 November 2026 s.d. 31 Januari 2027",)


def test_businesses_without_a_halal_paper_stand_under_their_kecamatan_with_masked_numbers():
    UsahaFactory(name="Keripik", desa=desa("Togean"), whatsapp="+6281234567890")
    SertifikatFactory(jenis="halal", usaha__desa=desa("Togean"))
    found = list(report("belum-halal"))
    assert [row.text for row in found if isinstance(row, Section)] == ["Kecamatan Togean"]
    (row,) = [row for row in found if not isinstance(row, Section)]
    assert row[1] == "Keripik"
    assert "1234" not in str(row[6])
    assert "17 Oktober 2026" in report("belum-halal").notes[0]


def test_the_day_of_the_halal_duty_is_a_setting(settings):
    settings.HALAL_DUTY_ON = datetime.date(2027, 3, 1)
    assert "1 Maret 2027" in report("belum-halal").notes[0]
