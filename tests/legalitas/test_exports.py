"""Certificates as a file: a land title's number is wealth, all other numbers are the office's work."""

import datetime

import pytest

from tests.factories import ProdukFactory, SertifikatFactory, UsahaFactory
from tests.kantor import sign_in
from tests.unduhan import lines, statements, table, take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "legalitas_sertifikat"


def test_a_certificate_stands_with_its_holder_number_and_products(client):
    sign_in(client)
    usaha = UsahaFactory(name="Dapur Uji")
    produk = ProdukFactory(name="Sambal Roa", usaha=usaha)
    SertifikatFactory(
        usaha=usaha,
        jenis="pirt",
        number_on_paper="2067209010001-29",
        valid_until=datetime.date(2029, 1, 2),
        produk=[produk],
    )
    (row,) = table(take(client, NOUN, "xlsx"))
    assert (row["Jenis"], row["Pemegang"], row["Produk"]) == ("P-IRT", "Dapur Uji", "Sambal Roa")
    assert row["Nomor sertifikat"].replace(" ", "").replace("-", "").startswith("2067209010001")
    assert row["Berlaku sampai"] == datetime.datetime(2029, 1, 2)
    assert row["Pindaian"] == "Tidak"


def test_a_number_kept_by_the_business_is_read_from_there(client):
    sign_in(client)
    SertifikatFactory(usaha=UsahaFactory(nib="0220001234567"), jenis="nib", number_on_paper="")
    (row,) = table(take(client, NOUN, "xlsx"))
    assert row["Nomor sertifikat"] == "0220001234567"


def test_the_number_and_remarks_of_a_land_title_need_a_reason(client):
    sign_in(client)
    SertifikatFactory(jenis="shat", number_on_paper="19.06.01.01.1.00077", notes="Tanah di tepi pantai")
    (plain,) = table(take(client, NOUN))
    (full,) = table(take_personal(client, NOUN))
    assert (plain["Nomor sertifikat"], plain["Catatan"]) == ("(disembunyikan)", "(disembunyikan)")
    assert (full["Nomor sertifikat"], full["Catatan"]) == ("19.06.01.01.1.00077", "Tanah di tepi pantai")


def test_fifty_certificates_take_as_many_statements_as_one(client):
    sign_in(client)

    def certificate():
        usaha = UsahaFactory(nib="0220001234567")
        SertifikatFactory(usaha=usaha, jenis="nib", number_on_paper="", produk=[ProdukFactory(usaha=usaha)])

    certificate()
    lines(take(client, NOUN))
    one = statements(lambda: take(client, NOUN))
    for _ in range(49):
        certificate()
    assert statements(lambda: take(client, NOUN)) == one
