"""The reports on annual meetings: who met, who did not, and which letter is due on which day."""

import datetime

import pytest
import time_machine

from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from tests.factories import KoperasiFactory, RapatAnggotaFactory
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


def until(text):
    return Period.between(None, datetime.date.fromisoformat(text))


def report(slug, period=None, scope=None):
    return REPORTS[slug].build(period or Period.year(2025), scope or Scope())


def rows(slug, *args):
    found = report(slug, *args)
    labels = [f"{column.group} {column.label}".strip() for column in found.columns]
    return [dict(zip(labels, map(bare, row), strict=True)) for row in found]


def totals(slug, *args):
    found = report(slug, *args)
    labels = [f"{column.group} {column.label}".strip() for column in found.columns]
    return dict(zip(labels, map(bare, found.totals), strict=True))


def in_togean(**kwargs):
    return KoperasiFactory(desa=Kecamatan.objects.get(name="Togean").desa_set.first(), **kwargs)


def test_a_cooperative_that_met_has_its_figures():
    koperasi = in_togean()
    RapatAnggotaFactory(koperasi=koperasi, hadir=30)
    (row,) = rows("rat")
    assert row == {
        "No": 1,
        "Nama koperasi": koperasi.name,
        "Kecamatan": "Togean",
        "Bentuk": "Primer",
        "Batas RAT": datetime.date(2026, 3, 31),
        "Tanggal RAT": datetime.date(2026, 3, 14),
        "Hadir": 30,
        "Anggota": 45,
        "Keadaan": "Tepat waktu",
        "Surat": "",
        "RAT terakhir (tahun buku)": "2025",
        "Aktif/Tidak": "Aktif",
        "Sertifikat NIK": "Belum siap",
    }


@pytest.mark.parametrize(
    ("bentuk", "on", "letter"),
    [
        ("primer_kabupaten", "2026-03-31", ""),
        ("primer_kabupaten", "2026-04-01", "SP1"),
        ("primer_kabupaten", "2026-04-30", "SP1"),
        ("primer_kabupaten", "2026-05-01", "SP2"),
        ("primer_kabupaten", "2026-06-01", "SP3"),
        ("primer_kabupaten", "2026-11-23", "SP3"),
        ("sekunder_kabupaten", "2026-06-30", ""),
        ("sekunder_kabupaten", "2026-07-01", "SP1"),
        ("sekunder_kabupaten", "2026-08-01", "SP2"),
    ],
)
def test_the_letter_follows_the_day(bentuk, on, letter):
    in_togean(bentuk=bentuk)
    (row,) = rows("rat", until(on))
    assert row["Surat"] == letter


def test_a_meeting_after_the_day_is_not_yet_held():
    RapatAnggotaFactory(koperasi=in_togean(), held_on=datetime.date(2026, 5, 20))
    (before,), (after,) = rows("rat", until("2026-05-19")), rows("rat", until("2026-05-20"))
    assert (before["Keadaan"], before["Tanggal RAT"], before["Surat"]) == ("Belum RAT", None, "SP2")
    assert (after["Keadaan"], after["Surat"]) == ("Terlambat", "")


def test_who_was_founded_after_the_book_year_owes_no_meeting_of_it():
    in_togean(tanggal_badan_hukum=datetime.date(2026, 1, 1))
    owing = in_togean(tanggal_badan_hukum=datetime.date(2025, 12, 31))
    assert [row["Nama koperasi"] for row in rows("rat")] == [owing.name]
    assert totals("rat-kecamatan")["Wajib RAT"] == 1


def test_the_list_can_be_narrowed_to_those_who_get_a_letter():
    late = in_togean()
    RapatAnggotaFactory(koperasi=in_togean())
    scope = Scope(jenis="sp3", jenis_label="Jatuh tempo SP3")
    assert [row["Nama koperasi"] for row in rows("rat", Period.all(), scope)] == [late.name]
    met = Scope(jenis="tepat_waktu", jenis_label="Tepat waktu")
    assert len(rows("rat", Period.all(), met)) == 1


def test_the_recap_has_every_kecamatan_and_equals_the_list():
    for held_on in ("2026-03-31", "2026-04-01", None):
        RapatAnggotaFactory(koperasi=in_togean(), held_on=held_on)
    in_togean(tanggal_badan_hukum=datetime.date(2015, 1, 1))
    recap = rows("rat-kecamatan", Period.all())
    assert len(recap) == 12
    togean = next(row for row in recap if row["Kecamatan"] == "Togean")
    assert togean == {
        "No": 2,
        "Kecamatan": "Togean",
        "Wajib RAT": 4,
        "Sudah RAT Tepat waktu": 1,
        "Sudah RAT Terlambat": 1,
        "Belum RAT Belum jatuh tempo": 0,
        "Belum RAT Lewat batas": 2,
        "Surat jatuh tempo SP1": 0,
        "Surat jatuh tempo SP2": 0,
        "Surat jatuh tempo SP3": 2,
        "Tidak aktif": 2,
        "Sudah RAT (%)": 50,
    }
    named = rows("rat", Period.all())
    whole = totals("rat-kecamatan", Period.all())
    assert whole["Wajib RAT"] == len(named)
    assert whole["Surat jatuh tempo SP3"] == sum(row["Surat"] == "SP3" for row in named)
    assert whole["Tidak aktif"] == sum(row["Aktif/Tidak"] == "Tidak aktif" for row in named)


def test_a_share_of_nothing_is_no_share():
    assert totals("rat-kecamatan")["Sudah RAT (%)"] is None


@pytest.mark.parametrize("slug", ["rat", "rat-kecamatan"])
@pytest.mark.parametrize("count", [1, 8])
def test_more_cooperatives_cost_no_more_statements(django_assert_max_num_queries, slug, count):
    for _ in range(count):
        RapatAnggotaFactory(koperasi=in_togean())
    with django_assert_max_num_queries(3):
        list(report(slug))
