"""Possible duplicates: found by number and by name, shown early, never a reason to lose what was typed."""

import datetime

import pytest

from tests.factories import DesaFactory, PemilikFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words
from umkm import duplicates
from umkm.models import Pemilik, Usaha

pytestmark = pytest.mark.django_db
NIK = "7209995203900001"


def reasons(found):
    return [(duplicate.record.pk, duplicate.reason) for duplicate in found]


# --- finding --------------------------------------------------------------------------------------


def test_the_same_nik_is_found_however_it_is_written():
    owner = PemilikFactory(nik=NIK)
    assert reasons(duplicates.of_pemilik({"nik": "7209 9952 0390 0001"})) == [(owner.pk, "NIK KTP sama")]


def test_the_same_phone_is_found_also_as_a_business_number():
    owner = PemilikFactory(phone="+6281234567890")
    usaha = UsahaFactory(whatsapp="+6281234567890")
    found = dict(reasons(duplicates.of_pemilik({"phone": "0812-3456-7890"})))
    assert found.keys() == {owner.pk, usaha.pemilik_id}


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Hj. Aminah Djafar, S.Pd.", "aminah jafar"),
        ("Moh. Yusuf", "Muhammad Yusup"),
        ("Siti Nurhayati", "St. Nurhayati"),
    ],
)
def test_a_name_is_found_in_the_same_desa_under_its_other_spellings(stored, typed):
    owner = PemilikFactory(name=stored, desa=DesaFactory())
    found = duplicates.of_pemilik({"name": typed, "desa": owner.desa})
    assert reasons(found) == [(owner.pk, "nama mirip di desa yang sama")]


def test_a_name_in_another_desa_is_no_hint():
    PemilikFactory(name="Aminah", desa=DesaFactory())
    assert duplicates.of_pemilik({"name": "Aminah", "desa": DesaFactory()}) == []


def test_a_name_with_the_same_date_of_birth_is_found_anywhere():
    born = datetime.date(1990, 3, 12)
    owner = PemilikFactory(name="Aminah", tanggal_lahir=born)
    found = duplicates.of_pemilik({"name": "Aminah", "tanggal_lahir": born})
    assert reasons(found) == [(owner.pk, "nama mirip dan tanggal lahir sama")]


def test_another_name_in_the_same_desa_is_no_hint():
    owner = PemilikFactory(name="Rahmatia Dg. Matona", desa=DesaFactory())
    assert duplicates.of_pemilik({"name": "Yusuf Lasawedi", "desa": owner.desa}) == []


def test_several_reasons_make_one_line():
    owner = PemilikFactory(name="Aminah", nik=NIK, phone="+6281234567890")
    found = duplicates.of_pemilik({"nik": NIK, "phone": owner.phone})
    assert reasons(found) == [(owner.pk, "NIK KTP sama; nomor HP/WhatsApp sama")]


def test_a_record_is_not_its_own_duplicate():
    owner = PemilikFactory(nik=NIK)
    assert duplicates.of_pemilik({"nik": NIK}, exclude=owner.pk) == []


def test_a_business_is_found_by_nib_and_by_name_without_its_legal_form():
    usaha = UsahaFactory(name="UD. Sinar Jaya", nib="1234567890123")
    values = {"nib": "1234567890123", "name": "CV Sinar-Jaya", "desa": usaha.desa}
    assert reasons(duplicates.of_usaha(values)) == [(usaha.pk, "NIB sama; nama mirip di desa yang sama")]


def test_another_business_of_the_same_owner_is_no_hint():
    usaha = UsahaFactory(name="Keripik Pisang")
    assert duplicates.of_usaha({"pemilik": usaha.pemilik, "name": "Warung Kopi"}) == []


def test_archived_records_are_found_too(client):
    usaha = UsahaFactory(nib="1234567890123")
    sign_in(client)
    client.post(url("umkm_usaha", "state", usaha.pk), {"deed": "archive", "confirmed": "1"})
    (found,) = duplicates.of_usaha({"nib": "1234567890123"})
    assert "diarsipkan" in found.detail


def test_finding_costs_the_same_among_many(django_assert_max_num_queries):
    desa = DesaFactory()
    for number in range(30):
        PemilikFactory(name=f"Aminah {number}", desa=desa)
    values = {
        "name": "Aminah",
        "desa": desa,
        "nik": NIK,
        "phone": "0812345",
        "tanggal_lahir": datetime.date(1990, 1, 1),
    }
    with django_assert_max_num_queries(4):
        assert len(duplicates.of_pemilik(values)) <= 8


# --- at the form ------------------------------------------------------------------------------------


@pytest.fixture
def twin(client):
    sign_in(client)
    return PemilikFactory(name="Aminah Djafar", desa=DesaFactory())


def form(client, twin, **values):
    data = filled(client.get(url("umkm_pemilik", "add")))
    return data | {"name": "Hj. Aminah Jafar", "desa": twin.desa_id, "email": "uji@contoh.id", **values}


def test_the_form_comes_back_whole_with_the_others_listed(client, twin):
    answer = client.post(url("umkm_pemilik", "add"), form(client, twin))
    assert Pemilik.objects.count() == 1
    assert "Aminah Djafar: nama mirip di desa yang sama" in words(answer)
    assert url("umkm_pemilik", "change", twin.pk) in answer.content.decode()
    kept = filled(answer)
    assert (kept["name"], kept["email"], kept["desa"]) == (
        "Hj. Aminah Jafar",
        "uji@contoh.id",
        str(twin.desa_id),
    )


def test_saying_that_it_is_somebody_else_stores_it(client, twin):
    answer = client.post(url("umkm_pemilik", "add"), form(client, twin))
    client.post(url("umkm_pemilik", "add"), filled(answer) | {"_berbeda": "1"})
    assert Pemilik.objects.count() == 2


def test_editing_something_else_asks_nothing(client, twin):
    other = PemilikFactory(name="Aminah Jafar", desa=twin.desa)
    page = url("umkm_pemilik", "change", other.pk)
    assert client.post(page, filled(client.get(page)) | {"email": "uji@contoh.id"}).status_code == 302


def test_editing_the_name_asks_again(client, twin):
    other = PemilikFactory(name="Rahmatia", desa=twin.desa)
    page = url("umkm_pemilik", "change", other.pk)
    answer = client.post(page, filled(client.get(page)) | {"name": "Aminah Jafar"})
    assert "Mungkin sudah terdaftar" in words(answer)


def test_a_business_of_the_same_name_in_the_same_desa_is_asked_about(client):
    sign_in(client)
    usaha = UsahaFactory(name="UD Sinar Jaya")
    whole = {
        "pemilik": PemilikFactory().pk,
        "name": "Sinar Jaya",
        "desa": usaha.desa_id,
        "status_usaha": "ud",
        "bidang_usaha": "jasa",
    }
    answer = client.post(url("umkm_usaha", "add"), filled(client.get(url("umkm_usaha", "add"))) | whole)
    assert Usaha.objects.count() == 1
    assert "UD Sinar Jaya" in words(answer)


# --- while typing -----------------------------------------------------------------------------------


def test_the_panel_answers_a_half_filled_form(client, twin):
    page = url("umkm_pemilik", "duplicates")
    answer = client.post(page, {"name": "Aminah Jafar", "desa": twin.desa_id, "nik": "7209", "phone": "x"})
    assert "Aminah Djafar: nama mirip di desa yang sama" in words(answer)


def test_the_panel_masks_the_nik_it_found(client, twin):
    PemilikFactory(nik=NIK, name="Orang Lain")
    answer = client.post(url("umkm_pemilik", "duplicates"), {"nik": NIK})
    assert "Orang Lain: NIK KTP sama" in words(answer)
    assert NIK not in answer.content.decode()


def test_the_panel_does_not_find_the_record_itself(client, twin):
    page = url("umkm_pemilik", "duplicates")
    data = {"_pk": twin.pk, "name": twin.name, "desa": twin.desa_id}
    assert words(client.post(page, data)) == ""


def test_the_panel_answers_no_address(client, twin):
    assert client.get(url("umkm_pemilik", "duplicates"), {"nik": NIK}).status_code == 404


@pytest.mark.parametrize(
    "values", [{}, {"name": "\x00"}, {"desa": "9" * 40}, {"nik": "x" * 9000}, {"_pk": "x"}, {"_pk": "9" * 40}]
)
def test_the_panel_is_calm_about_nonsense(client, twin, values):
    assert client.post(url("umkm_pemilik", "duplicates"), values).status_code in (200, 404)


def test_a_record_of_another_kecamatan_is_named_without_a_link(client):
    far = PemilikFactory(nik=NIK, desa=DesaFactory(), name="Orang Jauh")
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    answer = client.post(url("umkm_pemilik", "duplicates"), {"nik": NIK})
    assert "Orang Jauh (di luar wilayah tugas Anda)" in words(answer)
    assert url("umkm_pemilik", "change", far.pk) not in answer.content.decode()


def test_officials_get_no_panel(client):
    sign_in(client, "Pejabat")
    assert client.post(url("umkm_pemilik", "duplicates"), {"nik": NIK}).status_code == 404
