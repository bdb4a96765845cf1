"""The report on Koperasi Merah Putih: all desa, and totals that are those of its rows."""

import datetime

import pytest
import time_machine

from laporan.period import Period
from laporan.reports import REPORTS
from laporan.scope import Scope
from tests.factories import KdmpFactory, KoperasiFactory
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


def report(**kwargs):
    return REPORTS["kdmp"].build(Period.all(), Scope(**kwargs))


def rows(found):
    labels = [column.key for column in found.columns]
    return [dict(zip(labels, row, strict=True)) for row in found]


def in_togean():
    return Kecamatan.objects.get(name="Togean").desa_set.order_by("code").first()


def test_every_desa_and_kelurahan_is_a_row():
    found = report()
    assert len(list(found)) == Desa.objects.count() == 146
    assert found.totals[2] == "146"


def test_the_row_of_a_desa_shows_what_is_known():
    desa = in_togean()
    KdmpFactory(
        desa=desa, nomor_akta="12", tanggal_akta=datetime.date(2025, 6, 1), gerai=["kantor", "klinik"]
    )
    KoperasiFactory(desa=desa, kelompok="kdmp", nomor_badan_hukum="AHU-1", npwp="123456789012345")
    row = next(row for row in rows(report()) if row["desa"] == desa.name and row["kecamatan"] == "Togean")
    assert (row["musdesus"], row["akta"]) == (datetime.date(2025, 5, 20), "12, 01-06-2025")
    assert (row["badan_hukum"], row["npwp"], row["rekening"]) == ("AHU-1", "Ada", "")
    assert (row["gerai"], row["terpenuhi"]) == ("Kantor koperasi, Klinik", 5)


def test_the_list_of_what_is_missing_leaves_out_who_has_it():
    KdmpFactory(desa=in_togean())
    missing = report(jenis="musdesus", jenis_label="Belum: Musdesus")
    assert len(list(missing)) == 145
    assert sum(row["terpenuhi"] for row in rows(missing)) == 0


def test_the_total_is_that_of_the_rows():
    for desa in Desa.objects.order_by("code")[:4]:
        KdmpFactory(desa=desa, anggota_l=3, anggota_p=4)
    found = report()
    totals = dict(zip([column.key for column in found.columns], found.totals, strict=True))
    assert (totals["anggota_l"], totals["anggota_p"], totals["musdesus"]) == (12, 16, "4")
    assert totals["terpenuhi"] == sum(row["terpenuhi"] for row in rows(found)) == 8
