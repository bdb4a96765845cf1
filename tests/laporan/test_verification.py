"""Whoever holds a paper learns whether it is ours and still holds, and nothing about anybody."""

import datetime

import pytest

from laporan.imprint import new_code, read_code
from laporan.models import Pejabat
from tests.factories import FasilitasiFactory, UsahaFactory
from tests.kantor import query_count, words
from tests.terbitan import issue_without_typesetting, year

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_the_end_of_the_year(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


def test_a_paper_shows_number_date_signatory_and_totals(client):
    Pejabat.objects.create(
        name="Ratna Uji, S.E.",
        nip="197512291999022001",
        jabatan="Kepala Dinas",
        peran="kepala_dinas",
        valid_from=datetime.date(2020, 1, 1),
    )
    FasilitasiFactory(
        finished=True, applied_on=datetime.date(2026, 5, 4), result_on=datetime.date(2026, 5, 4)
    )
    dokumen = issue_without_typesetting("daftar-penerima", "tahun=2026&triwulan=2")
    page = words(client.get(f"/verifikasi/{dokumen.code}/"))
    for text in (
        "LAP-2026-0001",
        "30 Juni 2026",
        "Ratna Uji, S.E.",
        "Triwulan II Tahun 2026",
        dokumen.sha256,
    ):
        assert text in page
    assert "Jumlah baris1" in page
    assert "masih berlaku" in page


def test_nothing_personal_is_shown(client):
    usaha = UsahaFactory(name="Abon Rahasia", pemilik__name="Pemilik Rahasia")
    Pejabat.objects.create(
        name="Uji", nip="197512291999022001", jabatan="Kepala", peran="kepala_dinas",
        valid_from=datetime.date(2020, 1, 1),
    )  # fmt: skip
    FasilitasiFactory(
        finished=True, usaha=usaha, applied_on=datetime.date(2026, 5, 4), result_on=datetime.date(2026, 5, 4)
    )
    dokumen = issue_without_typesetting("daftar-penerima", "tahun=2026&triwulan=2")
    page = client.get(f"/verifikasi/{dokumen.code}/").content.decode()
    assert "Rahasia" not in page
    assert "1975" not in page
    assert dokumen.issued_by.name not in page


def test_a_replaced_paper_names_the_newer_number(client):
    old = issue_without_typesetting(query=year(2025))
    new = issue_without_typesetting(query=year(2025), replaces=old)
    page = client.get(f"/verifikasi/{old.code}/")
    assert f"sudah digantikan oleh {new.nomor}" in words(page)
    assert f'href="/verifikasi/{new.code}/"' in page.content.decode()
    assert "versi terakhir" in words(client.get(f"/verifikasi/{new.code}/"))


def test_a_code_may_be_typed_as_people_type(client):
    dokumen = issue_without_typesetting(query=year(2025))
    typed = f" {dokumen.code[:5].lower()} - {dokumen.code[5:].lower()} "
    assert client.get("/verifikasi/", {"kode": typed})["Location"] == f"/verifikasi/{dokumen.code}/"
    assert client.get(f"/verifikasi/{dokumen.spaced_code}/")["Location"] == f"/verifikasi/{dokumen.code}/"


@pytest.mark.parametrize("code", ["7K3QX9MPTA", "apa-saja", "0000000000", "a" * 500])
def test_an_unknown_code_is_not_found_in_kind_words(client, code):
    response = client.get(f"/verifikasi/{code}/")
    assert response.status_code == 404
    assert "Kode ini tidak kami kenal" in words(response)


def test_what_can_be_no_code_is_asked_for_again(client):
    assert "sepuluh huruf dan angka" in words(client.get("/verifikasi/", {"kode": "abc"}))


def test_search_engines_leave_these_pages_alone(client):
    dokumen = issue_without_typesetting(query=year(2025))
    for address in ("/verifikasi/", f"/verifikasi/{dokumen.code}/", "/verifikasi/XXXXXXXXXX/"):
        assert client.get(address)["X-Robots-Tag"] == "noindex"


def test_one_statement_answers_a_visitor(client):
    dokumen = issue_without_typesetting(query=year(2025))
    assert query_count(client, f"/verifikasi/{dokumen.code}/") <= 1


def test_codes_differ_and_hold_no_letter_that_looks_like_another():
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert not set("".join(codes)) & set("01OILU")
    assert all(read_code(code) == code for code in codes)
