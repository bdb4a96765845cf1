"""An import of cooperatives can be taken back; what was touched since stays whole and is named."""

import pghistory
import pytest

from common.states import verify
from koperasi.models import Koperasi, Pengurus, RapatAnggota
from spreadsheets.models import ImportRow
from tests.factories import ProdukFactory
from tests.koperasi.lembar_koperasi import row, saved
from tests.spreadsheets.lembar import officer, undone

pytestmark = pytest.mark.django_db


def kept(upload):
    return list(ImportRow.objects.filter(upload=upload, fate="tetap").values_list("number", flat=True))


def test_what_was_made_is_removed():
    upload = undone(saved([row(KETUA="Hasan Contoh"), row(TAHUN_BUKU="2024", TANGGAL_RAT="")]))
    assert upload.state == "diurungkan", upload.failure
    assert not [noun for noun in (Koperasi, RapatAnggota, Pengurus) if noun.objects.exists()]


def test_what_was_changed_is_as_before():
    saved([row()])
    before = list(Koperasi.objects.values()), list(RapatAnggota.objects.values())
    undone(saved([row(JENIS="Jasa", SHU="1"), row(TAHUN_BUKU="2024", TANGGAL_RAT="")]))
    assert (list(Koperasi.objects.values()), list(RapatAnggota.objects.values())) == before


def test_a_cooperative_that_somebody_verified_since_is_kept_whole_and_named():
    upload = saved([row(), row(NAMA_KOPERASI="KPRI Sehat")])
    with pghistory.context(url="/kantor/"):
        verify(record=Koperasi.objects.get(name="KSU Maju Bersama"), by=officer())
    upload = undone(upload)
    assert kept(upload) == [2]
    assert Koperasi.objects.get().rapatanggota_set.count() == 1


def test_a_cooperative_that_sells_since_is_kept_whole():
    upload = saved([row(), row(TAHUN_BUKU="2024", TANGGAL_RAT="")])
    with pghistory.context(url="/kantor/"):
        ProdukFactory(usaha=None, koperasi=Koperasi.objects.get())
    assert kept(undone(upload)) == [2, 3]
    assert RapatAnggota.objects.count() == 2
