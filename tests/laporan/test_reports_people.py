"""Land titles are counted in plots, and the reports say how many people these belong to."""

import datetime

import pytest

from fasilitasi.choices import SatuanHitung
from laporan.period import Period
from laporan.reports import daftar_penerima, rekap_fasilitasi
from laporan.scope import Scope
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, KoperasiFactory, UsahaFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("report", [rekap_fasilitasi, daftar_penerima])
def test_plots_and_their_owners_are_both_told(report):
    shat = JenisFasilitasiFactory(name="Tanah uji", satuan=SatuanHitung.BIDANG)
    owner = UsahaFactory()
    for usaha, plots in ((owner, 2), (UsahaFactory(pemilik=owner.pemilik), 1), (UsahaFactory(), 1)):
        FasilitasiFactory(finished=True, jenis=shat, usaha=usaha, jumlah_unit=plots)
    FasilitasiFactory(finished=True, jenis=shat, usaha=None, koperasi=KoperasiFactory())
    FasilitasiFactory(finished=True, jenis=shat, result_on=datetime.date(2025, 5, 5))
    FasilitasiFactory(finished=True, jumlah_unit=9)
    notes = report.build(Period.year(2026), Scope()).notes
    assert [note for note in notes if "orang" in note] == [
        "Tanah uji: 5 bidang milik 2 orang dan 1 koperasi."
    ]
