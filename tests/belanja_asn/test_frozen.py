"""Reports of 1 ASN 1 Produk, once issued: what is bought, confirmed or reported later changes nothing of them."""

import datetime

import pytest
from django.utils import timezone

from belanja_asn.models import Belanja
from laporan.reports import REPORTS
from laporan.scope import Scope
from laporan.terbit.frozen import thaw, thawed_period
from spreadsheets.sheet import Section
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, LaporanOpdFactory, OpdFactory
from tests.factories import UserFactory
from tests.kantor import sign_in
from tests.terbitan import issue_report, issue_without_typesetting
from umkm.models import Usaha

pytestmark = pytest.mark.django_db
NOVEMBER = "dari=2026-11-01&sampai=2026-11-30"
SLUGS = ("1-asn-1-produk", "1-asn-1-produk-bulan", "belanja-asn-penjual", "belanja-asn-kecamatan")


@pytest.fixture
def opd(time_machine):
    """An office with 40 civil servants, one purchase that counts and one that waits, after the month is over."""
    time_machine.move_to("2026-12-11 09:00+08:00")
    AturanBelanjaFactory()
    opd = OpdFactory(name="Badan Uji", asn=40)
    bought = {"opd": opd, "bought_on": datetime.date(2026, 11, 12)}
    BelanjaFactory(**bought, nilai=75_000, confirmed=True)
    BelanjaFactory(**bought, nilai=90_000)
    LaporanOpdFactory(opd=opd)
    return opd


def come_late(opd):
    """Everything that could still move the month's figures."""
    decided = {"decided_at": timezone.now(), "decided_by": UserFactory()}
    Belanja.objects.filter(keadaan="menunggu").update(keadaan="dikonfirmasi", **decided)
    usaha = Usaha.objects.first()
    BelanjaFactory(opd=opd, usaha=usaha, bought_on=datetime.date(2026, 11, 30), nilai=500_000, confirmed=True)
    LaporanOpdFactory(opd=OpdFactory(name="Badan Lain", asn=10))
    opd.jumlahasn_set.update(jumlah=400)


def figures(report):
    return [row for row in report if not isinstance(row, Section)], report.totals


@pytest.mark.parametrize("slug", SLUGS)
def test_later_purchases_do_not_change_what_was_issued(opd, slug):
    dokumen = issue_without_typesetting(slug, NOVEMBER)
    issued = figures(thaw(dokumen.laporanterbit.content))
    come_late(opd)
    dokumen.refresh_from_db()
    assert figures(thaw(dokumen.laporanterbit.content)) == issued
    # It could not fail if nothing moved them.
    today = REPORTS[slug].build(thawed_period(dokumen.laporanterbit.period), Scope())
    assert figures(today) != issued


def test_a_reprint_after_later_purchases_is_the_same_to_the_byte(client, opd):
    sign_in(client, "Pejabat")
    dokumen = issue_report("1-asn-1-produk", NOVEMBER)
    address = f"{dokumen.get_absolute_url()}?format=pdf"
    first = client.get(address).content
    come_late(opd)
    assert client.get(address).content == first
    assert first.startswith(b"%PDF")


def test_the_issued_page_shows_the_figures_of_its_day(client, opd):
    sign_in(client, "Pejabat")
    dokumen = issue_without_typesetting("1-asn-1-produk", NOVEMBER)
    come_late(opd)
    page = client.get(dokumen.get_absolute_url())
    assert figures(page.context["report"])[0][0][1:3] == ("Badan Uji", 40)
