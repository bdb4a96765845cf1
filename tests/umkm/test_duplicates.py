"""Owners and businesses that may be registered already, by what two records share."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import DesaFactory, PemilikFactory, UsahaFactory, UserFactory
from umkm.duplicates import likeness, of_pemilik, of_usaha

pytestmark = pytest.mark.django_db
NUMBER = "+6281234567890"
NIK = "7209995203900001"


def reasons(found):
    return [(each.record, each.reason) for each in found]


def test_the_same_nik_is_the_same_person_and_told_masked():
    owner = PemilikFactory(nik=NIK)
    (found,) = of_pemilik({"nik": NIK})
    assert (found.record, found.reason) == (owner, "NIK KTP sama")
    assert NIK not in found.detail
    assert found.detail.startswith("NIK ")


def test_an_owner_is_not_a_twin_of_itself():
    owner = PemilikFactory(nik=NIK)
    assert of_pemilik({"nik": NIK}, exclude=owner.pk) == []


def test_the_number_of_a_business_finds_its_owner_once():
    owner = PemilikFactory()
    UsahaFactory.create_batch(2, pemilik=owner, whatsapp=NUMBER)
    assert reasons(of_pemilik({"phone": "0812 3456 7890"})) == [(owner, "nomor HP/WhatsApp sama")]


def test_titles_do_not_tell_two_owners_of_a_desa_apart():
    owner = PemilikFactory(name="Hj. Sitti Aminah", desa=DesaFactory())
    found = of_pemilik({"name": "Siti Aminah, S.Pd.", "desa": owner.desa})
    assert reasons(found) == [(owner, "nama mirip di desa yang sama")]


def test_a_name_and_a_day_of_birth_find_who_has_moved():
    born = datetime.date(1990, 3, 12)
    owner = PemilikFactory(name="Sitti Aminah", tanggal_lahir=born)
    found = of_pemilik({"name": "Siti Aminah", "tanggal_lahir": born})
    assert reasons(found) == [(owner, "nama mirip dan tanggal lahir sama")]


def test_a_name_alone_is_no_reason():
    PemilikFactory(name="Sitti Aminah")
    assert of_pemilik({"name": "Sitti Aminah"}) == []


def test_an_archived_owner_is_told_as_such():
    PemilikFactory(nik="", phone=NUMBER, desa=None, archived_at=timezone.now(), archived_by=UserFactory())
    (found,) = of_pemilik({"phone": NUMBER})
    assert found.detail == "diarsipkan"


def test_the_same_whatsapp_number_of_another_owner_is_pointed_out():
    usaha = UsahaFactory(whatsapp=NUMBER)
    found = of_usaha({"whatsapp": "0812-3456-7890", "pemilik": PemilikFactory()})
    assert reasons(found) == [(usaha, "nomor WhatsApp sama")]


def test_the_owner_s_own_telephone_counts_as_the_business_s():
    usaha = UsahaFactory(pemilik__phone=NUMBER)
    found = of_usaha({"whatsapp": NUMBER, "pemilik": PemilikFactory()})
    assert reasons(found) == [(usaha, "nomor WhatsApp sama")]


def test_two_businesses_of_one_owner_may_share_a_number():
    usaha = UsahaFactory(whatsapp=NUMBER, name="Dapur Laut")
    assert of_usaha({"whatsapp": NUMBER, "pemilik": usaha.pemilik, "name": "Bengkel Motor"}) == []


def test_one_owner_does_not_register_nearly_the_same_business_twice_unasked():
    usaha = UsahaFactory(name="UD Dapur Laut Sitti")
    found = of_usaha({"name": "Dapur Laut Siti", "pemilik": usaha.pemilik})
    assert reasons(found) == [(usaha, "nama mirip milik orang yang sama")]


def test_a_shared_nib_is_a_hint_and_the_business_itself_is_left_out():
    usaha = UsahaFactory(nib="1234567890123")
    assert reasons(of_usaha({"nib": "1234567890123"})) == [(usaha, "NIB sama")]
    assert of_usaha({"nib": "1234567890123"}, exclude=usaha.pk) == []


def test_a_neighbour_of_nearly_the_same_name_is_pointed_out():
    usaha = UsahaFactory(name="Keripik Pisang Ampana")
    found = of_usaha({"name": "Kripik Pisang Ampana", "desa": usaha.desa})
    assert reasons(found) == [(usaha, "nama mirip di desa yang sama")]


@pytest.mark.parametrize(("one", "other"), [("", "abon"), ("abon", ""), ("", "")])
def test_nothing_resembles_nothing(one, other):
    assert likeness(one, other) == 0
