import datetime
from decimal import Decimal

import pytest
import time_machine
from django.template import Context, Template

from common.templatetags import indonesia
from common.templatetags.indonesia import (
    angka,
    bulan,
    hari_tanggal,
    nip,
    persen,
    rupiah,
    rupiah_singkat,
    samar_nik,
    samar_telepon,
    sejak,
    tanggal,
    tanggal_pendek,
    tanggal_waktu,
    telepon,
    telepon_link,
    waktu,
    whatsapp_link,
)

LAUNCH = datetime.date(2022, 7, 6)
# 23.30 on 5 July in London is already the sixth in Ampana.
LAUNCH_MOMENT = datetime.datetime(2022, 7, 5, 23, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize("show", [getattr(indonesia, name) for name in indonesia.register.filters])
@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_shown_as_nothing(show, nothing):
    assert show(nothing) == ""


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (1250000, None, "1.250.000"),
        (-1250000, None, "-1.250.000"),
        (87.5, None, "87,5"),
        (Decimal("1250.00"), None, "1.250"),
        (Decimal("1E+6"), None, "1.000.000"),
        (0.1 + 0.2, 2, "0,30"),
        (2.5, 0, "3"),
        (1234.567, 1, "1.234,6"),
        ("1250", None, "1.250"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_comma(value, decimals, shown):
    assert angka(value, decimals) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "Rp0"), (1250000, "Rp1.250.000"), (-1250000, "-Rp1.250.000"), (Decimal("999.50"), "Rp1.000")],
)
def test_rupiah_has_no_space_and_no_sen(value, shown):
    assert rupiah(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "Rp0"),
        (949, "Rp949"),
        (1000, "Rp1 rb"),
        (15_500, "Rp15,5 rb"),
        (949_999, "Rp950 rb"),
        (999_950, "Rp1 jt"),
        (1_250_000, "Rp1,3 jt"),
        (1_500_000_000, "Rp1,5 M"),
        (2 * 10**12, "Rp2 T"),
        (-1_500_000, "-Rp1,5 jt"),
    ],
)
def test_short_rupiah_rounds_to_one_decimal(value, shown):
    assert rupiah_singkat(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(87.5, "87,50 %"), (0, "0,00 %"), (100, "100,00 %")])
def test_percentages_have_two_decimals(value, shown):
    assert persen(value) == shown


def test_percentages_may_have_none():
    assert persen(33.3333, 0) == "33 %"


@pytest.mark.parametrize("value", [LAUNCH, LAUNCH_MOMENT, datetime.datetime(2022, 7, 6, 9, 30)])
def test_dates_are_days_of_the_district(value):
    assert (tanggal(value), tanggal_pendek(value), hari_tanggal(value), bulan(value)) == (
        "6 Juli 2022",
        "6 Jul 2022",
        "Rabu, 6 Juli 2022",
        "Juli 2022",
    )


@pytest.mark.parametrize(("number", "name"), [(0, ""), (1, "Januari"), (12, "Desember"), (13, "")])
def test_months_have_names(number, name):
    assert bulan(number) == name


def test_august_is_agu_when_short():
    assert tanggal_pendek(datetime.date(2022, 8, 17)) == "17 Agu 2022"


@pytest.mark.parametrize("value", [LAUNCH_MOMENT, datetime.datetime(2022, 7, 6, 7, 30), datetime.time(7, 30)])
def test_times_are_central_indonesian(value):
    assert waktu(value) == "07.30 WITA"


def test_midnight_is_a_time():
    assert waktu(datetime.time(0, 0)) == "00.00 WITA"


def test_another_district_has_another_clock(settings):
    settings.TIME_ZONE = "Asia/Jayapura"
    assert waktu(LAUNCH_MOMENT) == "08.30 WIT"


def test_moment_is_day_and_time():
    assert tanggal_waktu(LAUNCH_MOMENT) == "6 Juli 2022 pukul 07.30 WITA"


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (-1, "hari ini"),
        (0, "hari ini"),
        (1, "kemarin"),
        (2, "2 hari lalu"),
        (13, "13 hari lalu"),
        (14, "2 minggu lalu"),
        (29, "4 minggu lalu"),
        (30, "1 bulan lalu"),
        (364, "12 bulan lalu"),
        (365, "1 tahun lalu"),
        (730, "2 tahun lalu"),
    ],
)
@time_machine.travel("2026-11-24 01:00Z", tick=False)
def test_freshness_is_told_in_words(days, shown):
    assert sejak(datetime.date(2026, 11, 24) - datetime.timedelta(days)) == f"diperbarui {shown}"


@time_machine.travel("2026-11-23 17:00Z", tick=False)
def test_freshness_counts_days_of_the_district():
    assert sejak(datetime.date(2026, 11, 23), "") == "kemarin"


def test_phone_is_shown_and_linked():
    assert telepon("+6281234567890") == "0812-3456-7890"
    assert telepon_link("0812-3456-7890") == "tel:+6281234567890"


@pytest.mark.parametrize(
    ("value", "text", "link"),
    [
        ("+6281234567890", "", "https://wa.me/6281234567890"),
        (
            "0812-3456-7890",
            "Saya ingin membeli Abon & Kopi?",
            "https://wa.me/6281234567890?text=Saya%20ingin%20membeli%20Abon%20%26%20Kopi%3F",
        ),
        ("+6281234567890", "\ud800", "https://wa.me/6281234567890?text=%3F"),
        ("0812", "halo", ""),
        ("tidak ada", "", ""),
    ],
)
def test_whatsapp_link_is_whole_or_absent(value, text, link):
    assert whatsapp_link(value, text) == link


def test_numbers_of_people_are_printed_or_masked():
    assert nip("197512291999022001") == "19751229 199902 2 001"
    assert samar_nik("7209995203900001") == "••••••••••••0001"
    assert samar_telepon("+6281234567890") == "08••••••7890"


def test_templates_reach_the_filters_by_name():
    page = Template("{% load indonesia %}{{ price|rupiah }} {{ day|tanggal }} {{ share|persen:0 }}")
    assert (
        page.render(Context({"price": 1250000, "day": LAUNCH, "share": 50})) == "Rp1.250.000 6 Juli 2022 50 %"
    )
