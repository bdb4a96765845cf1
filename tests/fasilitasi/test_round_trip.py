"""The list of cases that goes out comes in again unchanged."""

import datetime

import pytest

from fasilitasi import actions
from koperasi.models import Koperasi
from tests.factories import FasilitasiFactory, KoperasiFactory, PemilikFactory, ProdukFactory, UsahaFactory
from tests.fasilitasi.lembar import jenis
from tests.kantor import sign_in
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take, take_personal
from wilayah.models import Desa

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"
OPTIONS = {"jenis": "", "tanpa_status": ""}


def _finish(case, by, number, on):
    actions.finish(fasilitasi=case, result_on=on, number=number, by=by)


@pytest.fixture
def officer(client):
    by = sign_in(client, role="Verifikator")
    desa = Desa.objects.get(name="Uentanaga Bawah")
    usaha = UsahaFactory(name="Dapur =Sitti", desa=desa, pemilik=PemilikFactory(name="Sitti Contoh, S.Pd."))
    day = datetime.date(2025, 3, 14)
    halal = FasilitasiFactory(
        usaha=usaha, jenis=jenis("halal"), applied_on=day, tahun_anggaran=2025, sumber_dana="apbd", biaya=650_000,
        notes="Baris satu\nBaris dua", pendamping="Pendamping Contoh",
    )  # fmt: skip
    halal.produk.add(ProdukFactory(usaha=usaha, name="Keripik"))
    _finish(halal, by, "ID72110000123450225", datetime.date(2025, 6, 2))
    land = FasilitasiFactory(usaha=usaha, jenis=jenis("shat"), applied_on=day, jumlah_unit=2)
    _finish(land, by, "", datetime.date(2025, 7, 1))
    FasilitasiFactory(usaha=usaha, jenis=jenis("merek"), applied_on=day, merek="Sitti Rasa")
    FasilitasiFactory(
        usaha=None,
        koperasi=KoperasiFactory(name="KSU Uji", desa=desa),
        jenis=jenis("nik-koperasi"),
        applied_on=day,
    )
    assert Koperasi.objects.count() == 1
    return by


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, officer, berkas):
    assert (
        judged(came_back(take_personal(client, NOUN, berkas), "penerima", by=officer, options=OPTIONS)) == 4
    )


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_list_without_people_is_the_same(client, officer, berkas):
    assert judged(came_back(take(client, NOUN, berkas), "penerima", by=officer, options=OPTIONS)) == 4
