"""The front page of the staff door: what waits, within rights and region, at a fixed price."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import (
    DesaFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db


def dashboard(client):
    return client.get("/kantor/").context["dashboard"]


def waiting(client):
    return {line.label: line.count for line in dashboard(client).waiting}


def figures(client):
    return {line.label: line.count for line in dashboard(client).figures}


def test_a_verifier_sees_what_waits_for_verification(client):
    sign_in(client, "Verifikator")
    UsahaFactory(), UsahaFactory(is_draft=True), KoperasiFactory(), ProdukFactory(), SertifikatFactory()
    found = waiting(client)
    assert found["Koperasi menunggu verifikasi"] == 1
    assert found["Produk menunggu verifikasi"] == 1
    assert found["Sertifikat menunggu verifikasi"] == 1
    assert found["Usaha menunggu verifikasi"] == 2


def test_a_clerk_is_not_asked_to_verify(client):
    sign_in(client)
    UsahaFactory()
    assert "Usaha menunggu verifikasi" not in waiting(client)


def test_my_drafts_wait_for_me_and_not_for_others(client):
    sign_in(client)
    data = filled(client.get(url("umkm_usaha", "add")))
    client.post(
        url("umkm_usaha", "add"), data | {"name": "Uji", "pemilik": PemilikFactory().pk, "_draft": "1"}
    )
    assert waiting(client)["Draf usaha saya"] == 1
    sign_in(client)
    assert "Draf usaha saya" not in waiting(client)


def test_cases_that_take_too_long_stand_out(client):
    sign_in(client)
    kind = JenisFasilitasiFactory(usual_days=30)
    today = timezone.localdate()
    FasilitasiFactory(jenis=kind, applied_on=today - datetime.timedelta(days=31))
    FasilitasiFactory(jenis=kind, applied_on=today - datetime.timedelta(days=30))
    FasilitasiFactory(applied_on=today - datetime.timedelta(days=400))
    found = waiting(client)
    assert (found["Fasilitasi melewati waktu"], found["Fasilitasi berjalan"]) == (1, 3)


@pytest.mark.parametrize(("days", "waits"), [(-1, False), (0, True), (90, True), (91, False)])
def test_certificates_that_end_within_90_days_wait(client, days, waits):
    sign_in(client)
    end = timezone.localdate() + datetime.timedelta(days=days)
    SertifikatFactory(jenis="merek", number_on_paper="IDM000123456", valid_until=end)
    SertifikatFactory(jenis="halal", valid_until=end)
    assert ("Sertifikat berakhir dalam 90 hari" in waiting(client)) == waits


def test_this_months_figures(client):
    sign_in(client)
    ProdukFactory(listed=True)
    FasilitasiFactory(status="terbit", result_on=timezone.localdate())
    FasilitasiFactory(status="terbit", result_on=timezone.localdate() - datetime.timedelta(days=40))
    assert figures(client) == {"usaha baru": 3, "produk tayang": 1, "fasilitasi selesai": 1}


def test_an_officer_of_one_kecamatan_counts_only_there(client):
    near = DesaFactory()
    UsahaFactory(desa=near), UsahaFactory()
    sign_in(client, "Verifikator", kecamatan=[near.kecamatan])
    assert waiting(client)["Usaha menunggu verifikasi"] == 1
    assert figures(client)["usaha baru"] == 1


@pytest.mark.parametrize("role", ["Petugas", "Verifikator", "Pejabat", "Admin"])
def test_every_line_leads_to_the_rows_it_counts(client, role):
    sign_in(client, role)
    soon = timezone.localdate() + datetime.timedelta(days=10)
    kind = JenisFasilitasiFactory(usual_days=1)
    (
        UsahaFactory(),
        KoperasiFactory(),
        ProdukFactory(),
        SertifikatFactory(jenis="merek", number_on_paper="IDM000123456", valid_until=soon),
    )
    FasilitasiFactory(jenis=kind, applied_on=timezone.localdate() - datetime.timedelta(days=9))
    page = dashboard(client)
    assert page.waiting
    for line in page.waiting:
        answer = client.get(line.url)
        assert (answer.status_code, line.label) == (200, line.label)
        assert answer.context["cl"].result_count == line.count, line.label


def test_quick_add_follows_the_clerks_day_and_the_role(client):
    sign_in(client)
    assert [label for label, _ in dashboard(client).quick] == [
        "Catat pemilik", "Catat usaha", "Catat produk", "Catat sertifikat", "Buka fasilitasi", "Catat koperasi",
    ]  # fmt: skip
    sign_in(client, "Pejabat")
    assert dashboard(client).quick == []


def test_the_page_costs_the_same_however_much_waits(client, django_assert_max_num_queries):
    sign_in(client, "Admin")
    client.get("/kantor/")
    with django_assert_max_num_queries(25) as few:
        client.get("/kantor/")
    allowed = len(few)
    for _ in range(5):
        SertifikatFactory(), FasilitasiFactory(), ProdukFactory()
    with django_assert_max_num_queries(allowed):
        client.get("/kantor/")


def test_nothing_waiting_says_so(client):
    sign_in(client)
    assert "Tidak ada yang menunggu" in words(client.get("/kantor/"))


def test_visitors_are_led_to_the_sign_in(client):
    answer = client.get("/kantor/", follow=True)
    assert answer.redirect_chain[-1][0] == "/akun/masuk/?next=%2Fkantor%2F"


def test_the_menu_holds_what_the_role_may_open(client):
    sign_in(client, "Pejabat")
    page = words(client.get("/kantor/"))
    assert "Pemilik usaha" in page
    assert "Pengguna" not in page


def test_cases_wait_for_the_officer_the_office_or_the_applicant(client):
    officer = sign_in(client)
    FasilitasiFactory(petugas=officer), FasilitasiFactory(status="diproses", petugas=officer)
    FasilitasiFactory(status="perlu_perbaikan")
    found = waiting(client)
    assert (
        found["Fasilitasi tugas saya"],
        found["Fasilitasi menunggu kantor"],
        found["Fasilitasi menunggu pemohon"],
    ) == (2, 1, 1)
