"""An officer kept to some kecamatan sees and writes only there."""

import pytest

from tests.factories import DesaFactory, KecamatanFactory, PemilikFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words
from umkm.models import Pemilik

pytestmark = pytest.mark.django_db


@pytest.fixture
def near():
    return KecamatanFactory(name="Dekat Uji")


@pytest.fixture
def officer(client, near):
    return sign_in(client, "Verifikator", kecamatan=[near])


def test_a_list_holds_only_the_officers_kecamatan(client, officer, near):
    UsahaFactory(name="Usaha Dekat", desa=DesaFactory(kecamatan=near))
    UsahaFactory(name="Usaha Jauh")
    page = words(client.get(url("umkm_usaha", "changelist")))
    assert "Usaha Dekat" in page
    assert "Usaha Jauh" not in page


@pytest.mark.parametrize("page", ["change", "history", "reveal"])
def test_another_kecamatans_record_is_not_found(client, officer, page):
    usaha = UsahaFactory(npwp="123456789012345")
    assert client.get(url("umkm_usaha", page, usaha.pk)).status_code == 404
    assert client.post(url("umkm_usaha", page, usaha.pk), {"name": "x"}).status_code == 404


def test_a_deed_on_another_kecamatans_record_is_not_found(client, officer):
    usaha = UsahaFactory()
    assert client.post(url("umkm_usaha", "state", usaha.pk), {"deed": "verify"}).status_code == 404
    client.post(
        url("umkm_usaha", "changelist"), {"action": "verify", "index": "0", "_selected_action": usaha.pk}
    )
    usaha.refresh_from_db()
    assert usaha.verified_at is None


def test_a_record_cannot_be_put_into_another_kecamatan(client, officer, near):
    usaha = UsahaFactory(desa=DesaFactory(kecamatan=near))
    page = url("umkm_usaha", "change", usaha.pk)
    answer = client.post(page, filled(client.get(page), desa=DesaFactory().pk))
    assert "di luar wilayah tugas Anda" in str(answer.context["adminform"].form.errors["desa"])


def test_an_owner_living_elsewhere_keeps_that_desa(client, officer, near):
    """The business lies here, the home does not: other fields may still be corrected."""
    home = DesaFactory()
    owner = PemilikFactory(desa=home)
    UsahaFactory(pemilik=owner, desa=DesaFactory(kecamatan=near))
    page = url("umkm_pemilik", "change", owner.pk)
    assert client.post(page, filled(client.get(page), name="Nama Baru")).status_code == 302
    owner.refresh_from_db()
    assert (owner.name, owner.desa) == ("Nama Baru", home)


def test_a_new_owner_without_desa_can_be_completed(client, officer):
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": "Pemilik Uji"}
    answer = client.post(url("umkm_pemilik", "add"), data)
    assert answer.url == url("umkm_pemilik", "change", Pemilik.objects.get().pk)
    assert client.get(answer.url).status_code == 200


def test_officers_of_the_whole_district_see_everything(client):
    sign_in(client)
    usaha = UsahaFactory()
    assert client.get(url("umkm_usaha", "change", usaha.pk)).status_code == 200


def test_the_filter_offers_only_the_officers_kecamatan(client, officer):
    KecamatanFactory(name="Jauh Uji")
    UsahaFactory(desa=DesaFactory(kecamatan__name="Lain Uji"))
    page = words(client.get(url("umkm_usaha", "changelist")))
    assert "Dekat Uji" in page
    assert "Jauh Uji" not in page


def test_an_owner_of_several_businesses_here_is_listed_once(client, officer, near):
    owner = PemilikFactory(name="Pemilik Banyak", desa=DesaFactory(kecamatan=near))
    for _ in range(3):
        UsahaFactory(pemilik=owner, desa=DesaFactory(kecamatan=near))
    answer = client.get(url("umkm_pemilik", "changelist"), {"kecamatan": near.pk})
    assert [row.pk for row in answer.context["cl"].result_list] == [owner.pk]
    assert "Dekat Uji (1)" in words(answer)


def test_an_owner_is_found_where_a_business_lies(client, officer, near):
    owner = PemilikFactory(desa=DesaFactory())
    UsahaFactory(pemilik=owner, desa=DesaFactory(kecamatan=near))
    assert client.get(url("umkm_pemilik", "change", owner.pk)).status_code == 200
