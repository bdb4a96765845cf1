"""A report that would be printed without its signatures says so on the screen, and what to do."""

import datetime

import pytest

from laporan.models import Pejabat
from tests.kantor import sign_in, words

pytestmark = pytest.mark.django_db
NOBODY = (
    "Tidak ada kepala dinas dan kepala bidang yang tercatat menjabat pada 31 Desember 2021, "
    "jadi PDF dicetak tanpa penanda tangan."
)


@pytest.fixture(autouse=True)
def _in_office():
    Pejabat.objects.all().delete()
    for role in ("kepala_dinas", "kepala_bidang"):
        Pejabat.objects.create(name=role, jabatan=role, peran=role, valid_from=datetime.date(2022, 1, 1))


def page(client, **query):
    return client.get("/laporan/rekap-umkm/", query)


def test_a_report_of_days_before_any_signatory_says_that_nobody_signs(client):
    sign_in(client, "Pejabat")
    told = words(page(client, tanggal="31-12-2021"))
    assert f"{NOBODY} Minta Admin mencatat pejabatnya, atau pilih tanggal laporan lain" in told


def test_an_admin_is_led_to_where_signatories_are_recorded(client):
    sign_in(client, "Admin")
    answer = page(client, tanggal="31-12-2021")
    assert "Catat pejabatnya, atau pilih" in words(answer)
    assert "/laporan/pejabat/" in answer.content.decode()


def test_one_signatory_of_two_is_told_too(client):
    sign_in(client, "Pejabat")
    Pejabat.objects.filter(peran="kepala_bidang").delete()
    told = words(page(client, tanggal="01-02-2022"))
    assert "Tidak ada kepala bidang yang tercatat menjabat pada 1 Februari 2022" in told
    assert "jadi PDF hanya memuat tanda tangan kepala dinas." in told
    assert "tercatat menjabat" not in words(page(client, tanggal="01-02-2022", penanda="satu"))


def test_a_report_with_its_signatories_says_nothing(client):
    sign_in(client, "Pejabat")
    assert "tercatat menjabat" not in words(page(client, tanggal="01-02-2022"))
