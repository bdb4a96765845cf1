"""What an officer is asked to look at again before a certificate is verified."""

import datetime

import pytest

from legalitas.suspicions import suspicions
from tests.factories import KoperasiFactory, SertifikatFactory, UsahaFactory

pytestmark = pytest.mark.django_db


def test_a_halal_decree_on_another_kind_is_suspect():
    found = suspicions(SertifikatFactory(jenis="merek", nomor_ketetapan="LP-KH 1"))
    assert any("Nomor ketetapan (KH) hanya ada pada sertifikat halal" in told for told in found)


def test_a_halal_certificate_may_have_its_decree():
    found = suspicions(SertifikatFactory(jenis="halal", nomor_ketetapan="LP-KH 1"))
    assert not any("Nomor ketetapan" in told for told in found)


def test_a_missing_expiry_tells_the_usual_one():
    found = suspicions(SertifikatFactory(jenis="pirt", issued_on=datetime.date(2024, 5, 6), valid_until=None))
    assert any("biasanya berlaku sampai 6 Mei 2029" in told for told in found)


@pytest.mark.parametrize(
    ("jenis", "subject"),
    [
        ("nib", {"usaha": lambda: UsahaFactory(nib="")}),
        ("nik_koperasi", {"usaha": lambda: None, "koperasi": lambda: KoperasiFactory(nik_koperasi="")}),
    ],
)
def test_a_number_that_stands_on_the_subject_is_missed_there(jenis, subject):
    sertifikat = SertifikatFactory(jenis=jenis, **{name: make() for name, make in subject.items()})
    assert any("belum diisi pada data" in told for told in suspicions(sertifikat))
