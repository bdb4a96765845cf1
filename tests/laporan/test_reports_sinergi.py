"""What the reports on the synergy of cooperatives and businesses count, and what they keep back."""

import datetime

import pytest
import time_machine

from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from tests.factories import KeanggotaanFactory, KerjaSamaFactory, KoperasiFactory, UsahaFactory
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


def report(slug, period=YEAR, scope=None):
    return REPORTS[slug].build(period, scope or Scope())


def labelled(found, row):
    return dict(
        zip(
            [f"{column.group} {column.label}".strip() for column in found.columns],
            map(bare, row),
            strict=True,
        )
    )


def rows(slug, **kwargs):
    found = report(slug, **kwargs)
    return [labelled(found, row) for row in found]


def totals(slug, **kwargs):
    found = report(slug, **kwargs)
    return labelled(found, found.totals)


def in_togean():
    return Kecamatan.objects.get(name="Togean").desa_set.first()


def amounts(row):
    return row["Nilai kerja sama (Rp) Per tahun"], row["Nilai kerja sama (Rp) Satu kali"]


def test_a_business_counts_once_in_each_column_however_many_goods_it_sells():
    koperasi, usaha = KoperasiFactory(desa=in_togean()), UsahaFactory()
    KeanggotaanFactory(koperasi=koperasi, usaha=usaha)
    for barang in ("kopra", "minyak kelapa"):
        KerjaSamaFactory(koperasi=koperasi, usaha=usaha, barang=barang)
    KerjaSamaFactory(koperasi=koperasi, usaha=usaha, bentuk="meminjami", barang="modal kerja")
    KerjaSamaFactory(koperasi=koperasi, bentuk="menjualkan")
    (row,) = rows("sinergi-koperasi")
    assert row == {
        "No": 1,
        "Koperasi": koperasi.name,
        "Kecamatan": "Togean",
        "Usaha anggota": 1,
        "Usaha yang bekerja sama Dibeli hasilnya": 1,
        "Usaha yang bekerja sama Dijualkan hasilnya": 1,
        "Usaha yang bekerja sama Dipinjami modal": 1,
        "Usaha yang bekerja sama Dipasok bahan/alat": 0,
        "Usaha yang bekerja sama Seluruhnya": 2,
        "Nilai kerja sama (Rp) Per tahun": 0,
        "Nilai kerja sama (Rp) Satu kali": 0,
    }


def test_a_cooperative_that_does_nothing_with_any_business_has_its_row():
    koperasi = KoperasiFactory(desa=in_togean())
    (row,) = rows("sinergi-koperasi")
    assert (row["Koperasi"], row["Usaha anggota"], row["Usaha yang bekerja sama Seluruhnya"]) == (
        koperasi.name,
        0,
        0,
    )


def test_only_what_runs_on_the_last_day_of_the_period_counts():
    koperasi = KoperasiFactory(desa=in_togean())
    for started_on, ended_on in (
        (None, None),
        ("2026-03-31", None),
        ("2026-04-01", None),
        (None, "2026-03-31"),
        (None, "2026-03-30"),
    ):
        KerjaSamaFactory(koperasi=koperasi, started_on=started_on, ended_on=ended_on)
    koperasi.created_at = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
    koperasi.save(update_fields=["created_at"])
    (row,) = rows("sinergi-koperasi", period=Period.quarter(2026, 1))
    assert row["Usaha yang bekerja sama Dibeli hasilnya"] == 3


@pytest.mark.parametrize(("count", "told"), [(1, None), (4, None), (5, 50), (6, 60)])
def test_an_amount_is_told_from_five_businesses_on(count, told):
    koperasi = KoperasiFactory(desa=in_togean())
    for _ in range(count):
        KerjaSamaFactory(koperasi=koperasi, nilai=10)
    (row,) = rows("sinergi-koperasi")
    assert amounts(row) == (told, 0)
    assert amounts(totals("sinergi-koperasi")) == (told, 0)


def test_yearly_amounts_and_single_ones_are_never_added_up():
    koperasi = KoperasiFactory(desa=in_togean())
    for _ in range(5):
        KerjaSamaFactory(koperasi=koperasi, nilai=10)
        KerjaSamaFactory(koperasi=koperasi, bentuk="meminjami", nilai=7, sifat_nilai="sekali")
    (row,) = rows("sinergi-koperasi")
    assert amounts(row) == (50, 35)


def test_the_total_keeps_back_what_a_subtraction_would_reveal():
    large, small = KoperasiFactory.create_batch(2, desa=in_togean())
    for _ in range(5):
        KerjaSamaFactory(koperasi=large, nilai=10)
    KerjaSamaFactory(koperasi=small, nilai=10)
    assert amounts(totals("sinergi-koperasi")) == (None, 0)
    for _ in range(4):
        KerjaSamaFactory(koperasi=small, nilai=10)
    assert amounts(totals("sinergi-koperasi")) == (100, 0)


def test_the_recap_keeps_back_what_the_list_of_its_cooperatives_does():
    """Told of six businesses, it would give away the one of the second cooperative."""
    large, small = KoperasiFactory.create_batch(2, desa=in_togean())
    for _ in range(5):
        KerjaSamaFactory(koperasi=large, nilai=10)
    KerjaSamaFactory(koperasi=small, nilai=10)
    togean = next(row for row in rows("sinergi-kecamatan") if row["Kecamatan"] == "Togean")
    assert amounts(togean) == amounts(totals("sinergi-kecamatan")) == (None, 0)


def test_five_businesses_elsewhere_do_not_hide_the_one_of_another_kecamatan():
    """The total less the other kecamatan would be what the first keeps back."""
    KerjaSamaFactory(koperasi=KoperasiFactory(desa=in_togean()), nilai=10)
    for _ in range(5):
        koperasi = KoperasiFactory(desa=Kecamatan.objects.get(name="Tojo").desa_set.first())
        KerjaSamaFactory(koperasi=koperasi, nilai=10)
    for slug in ("sinergi-koperasi", "sinergi-kecamatan"):
        assert amounts(totals(slug)) == (None, 0)


def test_the_recap_has_every_kecamatan_and_equals_the_list():
    one, other = KoperasiFactory(desa=in_togean()), KoperasiFactory(desa=in_togean())
    KoperasiFactory(desa=Kecamatan.objects.get(name="Tojo").desa_set.first())
    usaha = UsahaFactory(desa=in_togean())
    for koperasi in (one, other):
        KerjaSamaFactory(koperasi=koperasi, usaha=usaha)
        KeanggotaanFactory(koperasi=koperasi, usaha__desa=in_togean())
    recap = rows("sinergi-kecamatan")
    assert len(recap) == 12
    togean = next(row for row in recap if row["Kecamatan"] == "Togean")
    assert (togean["Koperasi Jumlah"], togean["Koperasi Bekerja sama dengan usaha"]) == (2, 2)
    assert (togean["Usaha anggota"], togean["Usaha yang bekerja sama Seluruhnya"]) == (2, 2)
    listed, counted = totals("sinergi-koperasi"), totals("sinergi-kecamatan")
    assert counted["Koperasi Jumlah"] == len(rows("sinergi-koperasi")) == 3
    assert {
        label: listed[label] for label in listed if label in counted and label not in ("No", "Kecamatan")
    } == {label: counted[label] for label in counted if label in listed and label not in ("No", "Kecamatan")}


def test_archived_businesses_and_drafts_of_cooperatives_are_left_out():
    koperasi = KoperasiFactory(desa=in_togean())
    officer = UsahaFactory(verified=True).verified_by
    gone = UsahaFactory(archived_at=datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC), archived_by=officer)
    KerjaSamaFactory(koperasi=koperasi, usaha=gone)
    KeanggotaanFactory(koperasi=koperasi, usaha=gone)
    KerjaSamaFactory(koperasi=KoperasiFactory(is_draft=True))
    (row,) = rows("sinergi-koperasi")
    assert (row["Usaha anggota"], row["Usaha yang bekerja sama Seluruhnya"]) == (0, 0)


@pytest.mark.parametrize("slug", ["sinergi-koperasi", "sinergi-kecamatan"])
@pytest.mark.parametrize("count", [1, 8])
def test_more_cooperatives_cost_no_more_statements(django_assert_max_num_queries, slug, count):
    for _ in range(count):
        KerjaSamaFactory(koperasi=KoperasiFactory(desa=in_togean()))
    with django_assert_max_num_queries(4):
        list(report(slug))
