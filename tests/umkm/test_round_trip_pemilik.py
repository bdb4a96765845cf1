"""The list of owners that goes out comes in again unchanged."""

import datetime

import pytest

from tests.factories import PemilikFactory, UsahaFactory
from tests.kantor import sign_in
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take, take_personal
from wilayah.models import Desa

pytestmark = pytest.mark.django_db
NOUN = "umkm_pemilik"


@pytest.fixture(autouse=True)
def _people():
    desa = Desa.objects.get(name="Uentanaga Bawah")
    PemilikFactory(
        name="Hj. Sitti Contoh, S.Pd.", nik="7209990101900010", jenis_kelamin="L", tempat_lahir="Ampana",
        tanggal_lahir=datetime.date(1990, 1, 1), pendidikan="sma", is_aparatur=True, phone="+6281299991111",
        email="sitti@contoh.id", address="=Jalan Rumah 7", rt="001", rw="002", desa=desa,
        notes="Baris satu\n\n-Baris dua",
    )  # fmt: skip
    PemilikFactory(name="+Hasan", desa=desa)
    PemilikFactory(name="Hasan Basri", desa=desa, tanggal_lahir=datetime.date(1980, 2, 3))
    PemilikFactory(name="Dewi", desa=None, phone="")
    # Namesakes of one desa, alike in everything that may go out without a reason.
    PemilikFactory.create_batch(2, name="Yusuf Contoh", desa=desa)
    UsahaFactory(pemilik__name="Melati Contoh", pemilik__desa=Desa.objects.get(name="Uentanaga Atas"))


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, berkas):
    by = sign_in(client)
    assert judged(came_back(take_personal(client, NOUN, berkas), "pemilik", by=by)) == 7


def test_the_list_without_people_is_the_same(client):
    by = sign_in(client)
    assert judged(came_back(take(client, NOUN), "pemilik", by=by)) == 7
