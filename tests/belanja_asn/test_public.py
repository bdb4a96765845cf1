"""`/1-asn-1-produk/`: progress and totals for everybody, and nobody's name."""

import datetime
import re

import pytest
import time_machine
from django.urls import reverse

from tests.belanja import AturanBelanjaFactory, BelanjaFactory, LaporanOpdFactory, OpdFactory
from tests.kantor import query_count, words
from tests.rumah_usaha.test_bytes import MOST_BEFORE_PAINT, before_paint

pytestmark = pytest.mark.django_db
INDEX = reverse("belanja_asn:index")
OCTOBER = datetime.date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _on_a_day_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


def cells(response):
    """The page's words, those of two cells apart."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def buy(opd, count, **said):
    for number in range(count):
        BelanjaFactory(confirmed=True, opd=opd, pembeli=f"Sitti Rahma {number}", **said)


def test_without_a_rule_the_programme_has_not_begun(client):
    assert "Program ini belum dimulai" in words(client.get(INDEX))


def test_the_rule_in_force_is_told_in_words(client):
    AturanBelanjaFactory(nilai_minimum=100_000, description="Beli lokal, Pak.", dasar_hukum="SE 500/12/2026")
    page = words(client.get(INDEX))
    assert "paling sedikit Rp100.000 setiap bulan" in page
    assert "Beli lokal, Pak." in page
    assert "SE 500/12/2026" in page


def test_progress_of_every_month_and_each_opd_of_the_month_that_closed(client):
    AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
    dinas = OpdFactory(name="Dinas Kesehatan", asn=20)
    OpdFactory(name="Badan Kepegawaian", asn=10)
    buy(dinas, 5, bought_on=OCTOBER)
    page = cells(client.get(INDEX))
    assert "Oktober 2026 5 30 16,67 % Rp375.000" in page
    assert page.index("Badan Kepegawaian – Belum melapor") < page.index("Dinas Kesehatan 25,00 %")


def test_nobody_is_named_and_nobody_ranked(client):
    AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
    belanja = BelanjaFactory(
        confirmed=True, pembeli="Sitti Rahma", nip="198503122010012003", bought_on=OCTOBER
    )
    page = client.get(INDEX).text
    for secret in ("Sitti", "1985", belanja.code, belanja.seller.name):
        assert secret not in page


def test_money_of_fewer_than_five_purchases_is_kept_back(client):
    AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
    buy(OpdFactory(asn=20), 4, bought_on=OCTOBER)
    assert "300.000" not in client.get(INDEX).text


def test_a_report_of_nothing_is_told_as_one(client):
    AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
    LaporanOpdFactory(opd=OpdFactory(asn=20), bulan=datetime.date(2026, 10, 1))
    assert "0,00 % Melapor nihil" in cells(client.get(INDEX))


def test_statements_do_not_grow_with_the_district(client, same_minute):
    AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
    buy(OpdFactory(asn=20), 1, bought_on=OCTOBER)
    few = query_count(client, INDEX)
    for opd in OpdFactory.create_batch(6, asn=20):
        buy(opd, 2, bought_on=OCTOBER)
    assert query_count(client, INDEX) == few <= 5


def test_a_year_of_forty_opd_travels_in_one_round_trip(client):
    AturanBelanjaFactory(
        valid_from=datetime.date(2025, 12, 1), description="Belanja di tetangga sendiri. " * 10
    )
    for number in range(40):
        buy(
            OpdFactory(name=f"Dinas Urusan Nomor {number} dan Lainnya", asn=20 + number), 1, bought_on=OCTOBER
        )
    assert before_paint(client, INDEX) <= MOST_BEFORE_PAINT


def test_the_page_may_be_kept_and_the_form_may_not(client):
    AturanBelanjaFactory()
    assert not client.get(INDEX).cookies
    usaha = BelanjaFactory().usaha
    form = client.get(reverse("belanja_asn:new"), {"penjual": usaha.get_absolute_url()})
    assert form.cookies
