"""The list of certificates that goes out comes in again unchanged."""

import datetime

import pytest

from tests.factories import KoperasiFactory, ProdukFactory, SertifikatFactory
from tests.kantor import sign_in
from tests.legalitas.lembar_sertifikat import desa, holder
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "legalitas_sertifikat"
DAY = datetime.date(2024, 3, 4)


@pytest.fixture(autouse=True)
def _certificates():
    usaha = holder(nib="0220001234567")
    # A namesake in the same desa, told apart by the NIB.
    holder(pemilik__name="Hasan Contoh", nib="0220007654321")
    first, second = ProdukFactory(name="Keripik, manis", usaha=usaha), ProdukFactory(name="Abon", usaha=usaha)
    SertifikatFactory(usaha=usaha, verified=True, nomor_ketetapan="KH-12/2024", penerbit="BPJPH", merek="=Sitti",
                      produk=[first, second], notes="Baris satu\n\n-Baris dua")  # fmt: skip
    SertifikatFactory(
        usaha=usaha, jenis="pirt", number_on_paper="206720901000129", valid_until=datetime.date(2029, 1, 2)
    )
    SertifikatFactory(usaha=usaha, jenis="nib", number_on_paper="", issued_on=None)
    SertifikatFactory(usaha=usaha, jenis="merek", number_on_paper="", merek="Sitti Jaya", issued_on=None)
    # Two titles of one day, alike in everything that may go out.
    for number in ("19060101100077", "19060101100078"):
        SertifikatFactory(
            usaha=usaha, jenis="shat", number_on_paper=number, issued_on=DAY, notes="Tepi pantai"
        )
    koperasi = KoperasiFactory(name="KDMP Uentanaga Bawah", desa=desa(), nik_koperasi="7209010010001")
    SertifikatFactory(usaha=None, koperasi=koperasi, jenis="nik_koperasi", number_on_paper="", issued_on=DAY)


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, berkas):
    by = sign_in(client)
    answer = take_personal(client, NOUN, berkas)
    assert judged(came_back(answer, "sertifikat", by=by, options={"jenis": ""})) == 7


def test_the_list_with_hidden_land_titles_is_the_same(client):
    by = sign_in(client)
    assert judged(came_back(take(client, NOUN), "sertifikat", by=by, options={"jenis": ""})) == 7
