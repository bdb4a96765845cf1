"""A long form at a busy counter: told early of a twin, and not lost when the session ends."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.factories import PASSWORD, PemilikFactory, UsahaFactory, UserFactory
from tests.journeys.office import box

NIK = "7209995203900001"


@pytest.fixture
def officer(portal):
    return UserFactory(role="Petugas")


@pytest.fixture
def desk(officer, sign_in):
    return sign_in(officer, PASSWORD)


def sign_in_again(desk, officer):
    desk.get_by_label("Nama pengguna atau surel").fill(officer.username)
    desk.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    desk.get_by_role("button", name="Masuk", exact=True).click()


def test_a_known_nik_is_told_while_the_form_is_being_filled_in(desk, portal):
    PemilikFactory(nik=NIK, name="Sitti Contoh")
    asked = []
    desk.on("request", lambda request: asked.append(request))
    desk.goto(f"{portal}/kantor/umkm/pemilik/add/")
    box(desk, "NIK KTP").fill("7209 9952 0390 0001")
    expect(desk.get_by_role("region", name="Mungkin sudah terdaftar")).to_contain_text(
        "Sitti Contoh: NIK KTP sama"
    )
    assert not any("5203900001" in request.url for request in asked)


def test_what_was_typed_comes_back_after_signing_in_again(desk, portal, officer):
    owner = PemilikFactory(name="Sitti Contoh")
    page = f"{portal}/kantor/umkm/pemilik/{owner.pk}/change/"
    desk.goto(page)
    box(desk, "Tempat lahir").fill("Ampana")
    box(desk, "NIK KTP").fill(NIK)
    Session.objects.all().delete()
    desk.get_by_role("button", name="Simpan", exact=True).click()
    sign_in_again(desk, officer)
    desk.wait_for_url(page)
    expect(desk.get_by_text("Isian Anda yang belum tersimpan dipulihkan")).to_be_visible()
    expect(box(desk, "Tempat lahir")).to_have_value("Ampana")
    # A number of a person is never kept in the browser.
    expect(box(desk, "NIK KTP")).to_have_value("")
    desk.get_by_role("button", name="Simpan", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("disimpan")
    desk.reload()
    expect(desk.get_by_text("dipulihkan")).to_have_count(0)


def test_rows_beneath_the_record_come_back_too(desk, portal, officer):
    usaha = UsahaFactory()
    page = f"{portal}/kantor/umkm/usaha/{usaha.pk}/change/"
    desk.goto(page)
    for row, year in enumerate(("2024", "2025")):
        desk.locator("#datatahunan_set-group .add-row a").click()
        desk.locator(f"#id_datatahunan_set-{row}-tahun").fill(year)
        desk.locator(f"#id_datatahunan_set-{row}-penjualan_tahunan").fill("Rp 1.250.000")
    Session.objects.all().delete()
    desk.get_by_role("button", name="Simpan", exact=True).click()
    sign_in_again(desk, officer)
    desk.wait_for_url(page)
    expect(desk.locator("#id_datatahunan_set-1-tahun")).to_have_value("2025")
    desk.get_by_role("button", name="Simpan", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("disimpan")
    assert sorted(usaha.datatahunan_set.values_list("tahun", "penjualan_tahunan")) == [
        (2024, 1_250_000),
        (2025, 1_250_000),
    ]


def test_the_next_person_at_the_computer_gets_nothing_of_it(desk, portal):
    owner = PemilikFactory(name="Sitti Contoh")
    other = UserFactory(role="Petugas")
    desk.goto(f"{portal}/kantor/umkm/pemilik/{owner.pk}/change/")
    box(desk, "Tempat lahir").fill("Ampana")
    Session.objects.all().delete()
    desk.get_by_role("button", name="Simpan", exact=True).click()
    sign_in_again(desk, other)
    desk.wait_for_url("**/change/")
    expect(box(desk, "Tempat lahir")).to_have_value("")
