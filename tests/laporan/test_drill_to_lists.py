"""From recaps of registers to their lists: whatever was recorded, and when, a figure is its list's rows or total."""

import datetime
from itertools import chain
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from belanja_asn.models import Belanja
from koperasi.choices import BentukKerjaSama, JenisKoperasi
from koperasi.models import Keanggotaan, KerjaSama, Koperasi, RapatAnggota
from laporan.period import Period
from laporan.report import Link
from laporan.reports import REPORTS
from laporan.requested import form_of, scope_of
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.belanja import OpdFactory
from tests.factories import PemilikFactory, UserFactory
from umkm.choices import BidangUsaha, Skala
from umkm.models import Usaha
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 23, 4, 0, tzinfo=datetime.UTC)
SIZES, FIELDS, SEXES = ("", *Skala.values), BidangUsaha.values[:3], ("L", "P", "")
FORMS, KINDS = ("primer_kabupaten", "sekunder_kabupaten"), JenisKoperasi.values[:2]
# Ends of years and quarters, and leap days; at 16:00 UTC the day after begins in the district.
EDGES = [
    datetime.date(2023, 12, 31), datetime.date(2024, 2, 28), datetime.date(2024, 2, 29), datetime.date(2024, 3, 31),
    datetime.date(2024, 6, 30), datetime.date(2024, 9, 30), datetime.date(2024, 12, 31), datetime.date(2025, 2, 28),
    datetime.date(2025, 3, 31), datetime.date(2025, 12, 31), datetime.date(2026, 3, 31), datetime.date(2026, 6, 30),
]  # fmt: skip
MIDNIGHT = datetime.time(16, tzinfo=datetime.UTC)
ONE = datetime.timedelta(seconds=1)

edges = st.sampled_from(EDGES)
days = st.builds(lambda day, more: day + datetime.timedelta(days=more), edges, st.integers(0, 1))
instants = st.builds(lambda day, more: datetime.datetime.combine(day, MIDNIGHT) + more * ONE, edges,
                     st.integers(-1, 0))  # fmt: skip
periods = st.one_of(
    st.just(Period.all()),
    st.builds(Period.year, st.integers(2023, 2026)),
    st.builds(Period.quarter, st.integers(2024, 2026), st.integers(1, 4)),
    st.builds(Period.semester, st.integers(2024, 2026), st.integers(1, 2)),
    st.builds(lambda day: Period.between(None, day), days),
    st.builds(lambda a, b: Period.between(min(a, b), max(a, b)), days, days),
)
place = st.integers(0, 2)
businesses = st.lists(
    st.tuples(instants, place, place, st.sampled_from(FIELDS), st.sampled_from(SIZES), st.booleans()),
    max_size=9,
)
meetings = st.dictionaries(st.integers(2022, 2025), days | st.none(), max_size=3)
cooperatives = st.lists(
    st.tuples(
        instants, place, st.sampled_from(KINDS), st.sampled_from(FORMS), days | st.none(),
        st.sampled_from([None, True, False]), meetings,
    ),
    max_size=6,
)  # fmt: skip
some = st.integers(0, 8)
dealings = st.lists(
    st.tuples(some, some, st.sampled_from(BentukKerjaSama.values), st.none() | st.integers(1, 9), days, days,
              st.sampled_from(["per_tahun", "sekali"])),
    max_size=12,
)  # fmt: skip
purchases = st.lists(st.tuples(st.booleans(), some, days, st.integers(1, 9), st.booleans()), max_size=8)


@pytest.fixture
def office():
    """Three desa in as many kecamatan, an owner of each sex, and an office that buys."""
    desa = [place.desa_set.first() for place in Kecamatan.objects.all()[:3]]
    return desa, [PemilikFactory(jenis_kelamin=sex) for sex in SEXES], OpdFactory(), UserFactory()


def record(office, *, businesses=(), cooperatives=(), dealings=(), purchases=()):
    desa, owners, opd, officer = office
    usaha = Usaha.objects.bulk_create(
        Usaha(name=f"Usaha {n}", slug=f"usaha-{n}", desa=desa[at], pemilik=owners[owner], bidang_usaha=bidang,
              skala_dinyatakan=skala, is_draft=is_draft)
        for n, (_, at, owner, bidang, skala, is_draft) in enumerate(businesses)
    )  # fmt: skip
    koperasi = Koperasi.objects.bulk_create(
        Koperasi(name=f"Koperasi {n}", slug=f"koperasi-{n}", desa=desa[at], jenis=jenis, bentuk=bentuk,
                 tanggal_badan_hukum=founded, is_active_declared=declared)
        for n, (_, at, jenis, bentuk, founded, declared, _) in enumerate(cooperatives)
    )  # fmt: skip
    for rows, told in ((usaha, businesses), (koperasi, cooperatives)):
        for row, (created_at, *_) in zip(rows, told, strict=True):
            # Stamped by itself when it is made.
            type(row).objects.filter(pk=row.pk).update(created_at=created_at)
    RapatAnggota.objects.bulk_create(
        RapatAnggota(koperasi=row, tahun_buku=year, held_on=held_on)
        for row, (*_, held) in zip(koperasi, cooperatives, strict=True)
        for year, held_on in held.items()
    )
    if usaha and koperasi:
        _deal(usaha, koperasi, dealings)
    Belanja.objects.bulk_create(
        Belanja(opd=opd, bought_on=day, nilai=amount, channel="ponsel",
                **{noun: rows[seller % len(rows)]},
                **({"keadaan": "dikonfirmasi", "decided_at": NOON, "decided_by": officer} if is_sure else {}))
        for of_usaha, seller, day, amount, is_sure in purchases
        for noun, rows in [("usaha", usaha) if of_usaha else ("koperasi", koperasi)]
        if rows
    )  # fmt: skip


def _deal(usaha, koperasi, dealings):
    pairs = {(koperasi[of % len(koperasi)], usaha[with_ % len(usaha)]) for of, with_, *_ in dealings}
    Keanggotaan.objects.bulk_create(Keanggotaan(koperasi=of, usaha=with_) for of, with_ in pairs)
    KerjaSama.objects.bulk_create(
        KerjaSama(koperasi=koperasi[of % len(koperasi)], usaha=usaha[with_ % len(usaha)], bentuk=bentuk,
                  barang=f"barang {n}", nilai=nilai, sifat_nilai=sifat, started_on=min(a, b), ended_on=max(a, b))
        for n, (of, with_, bentuk, nilai, a, b, sifat) in enumerate(dealings)
    )  # fmt: skip


def figure(url, key):
    """What the list at an address says, read as its page reads it: the total of that column, else its rows."""
    parts = urlsplit(url)
    kind = REPORTS[parts.path.split("/")[2]]
    form = form_of(QueryDict(parts.query), kind, ())
    form.fields["tahun"].choices = [
        ("", "Semua"),
        *((str(year), str(year)) for year in range(2027, 2020, -1)),
    ]
    assert form.is_valid(), (form.errors, parts.query)
    report = kind.build(form.period, scope_of(form, ()))
    columns = [column.key for column in report.columns]
    total = report.totals[columns.index(key)] if report.totals and key in columns else None
    return sum(not isinstance(row, Section) for row in report) if total is None else total


def links(report):
    keys = [column.key for column in report.columns]
    rows = (row for row in report if not isinstance(row, Section))
    for row in chain(rows, [report.totals]):
        yield from ((key, value) for key, value in zip(keys, row, strict=True) if isinstance(value, Link))


def follow(slug, period, scope=None):
    """Every linked figure; none may differ from the list behind it."""
    found = list(links(REPORTS[slug].build(period, scope or Scope())))
    assert [(key, link) for key, link in found if figure(link.url, key) != link.value] == []
    return found


SETTINGS = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)


@SETTINGS
@given(
    businesses=businesses, cooperatives=cooperatives, dealings=dealings, purchases=purchases, period=periods
)
@time_machine.travel(NOON, tick=False)
def test_every_figure_of_the_registers_is_its_list(
    office, businesses, cooperatives, dealings, purchases, period
):
    with transaction.atomic():
        record(
            office, businesses=businesses, cooperatives=cooperatives, dealings=dealings, purchases=purchases
        )
        for slug in ("rekap-umkm", "rekap-umkm-bidang", "rat-kecamatan", "sinergi-kecamatan",
                     "belanja-asn-kecamatan"):  # fmt: skip
            follow(slug, period)
        transaction.set_rollback(True)


LONG_AGO = datetime.datetime(2024, 1, 5, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 3, 31)
DISTRICT = {
    "businesses": [
        (LONG_AGO, 0, 0, "fesyen", "mikro", False), (LONG_AGO, 0, 1, "kerajinan", "", False),
        (LONG_AGO, 1, 2, "fesyen", "mikro", False), (LONG_AGO, 2, 0, "fesyen", "mikro", True),
    ],
    "cooperatives": [
        (LONG_AGO, 0, "produsen", FORMS[0], None, None, {2025: DAY}),
        (LONG_AGO, 1, "produsen", FORMS[1], None, False, {2025: None}),
        (LONG_AGO, 1, "konsumen", FORMS[0], None, True, {}),
    ],
    "dealings": [(of, with_, "membeli", 7, DAY, NOON.date(), "per_tahun") for of in (0, 1) for with_ in range(3)],
    "purchases": [(True, 0, DAY, 5, True), (True, 2, DAY, 5, True), (False, 1, DAY, 9, True), (True, 1, DAY, 9, False)],
}  # fmt: skip
LINKED = {
    "rekap-umkm": {"skala-mikro", "skala-", "pemilik__jenis_kelamin-L", "pemilik__jenis_kelamin-P",
                   "pemilik__jenis_kelamin-", "jumlah"},
    "rekap-umkm-bidang": {"bidang_usaha-fesyen", "bidang_usaha-kerajinan", "jumlah"},
    "rat-kecamatan": {"wajib", "tepat_waktu", "belum", "sp3", "tidak_aktif"},
    "sinergi-kecamatan": {"koperasi", "bermitra", "anggota", "membeli", "mitra", "per_tahun"},
    "belanja-asn-kecamatan": {"usaha", "koperasi", "belanja", "nilai"},
}  # fmt: skip


@pytest.mark.parametrize("kecamatan", ["", "72.09.01"])
@pytest.mark.parametrize("slug", LINKED)
@time_machine.travel(NOON, tick=False)
def test_every_figure_that_has_a_list_leads_to_it(office, slug, kecamatan):
    record(office, **DISTRICT)
    found = follow(slug, Period.all(), Scope(kecamatan=kecamatan))
    assert {key for key, _ in found} <= LINKED[slug]
    if not kecamatan:
        assert {key for key, _ in found} == LINKED[slug]


@pytest.mark.parametrize(
    ("slug", "jenis", "keys"),
    [
        # The list of businesses and that of meetings are narrowed by one thing at a time.
        ("rekap-umkm", "fesyen", {"jumlah"}),
        ("rekap-umkm-bidang", "mikro", {"jumlah"}),
        ("rat-kecamatan", "produsen", set()),
        ("sinergi-kecamatan", "produsen", LINKED["sinergi-kecamatan"] - {"bermitra"}),
        ("belanja-asn-kecamatan", "usaha", {"usaha", "belanja", "nilai"}),
    ],
)
@time_machine.travel(NOON, tick=False)
def test_a_recap_of_one_kind_leads_only_where_its_list_can_be_narrowed_alike(office, slug, jenis, keys):
    record(office, **DISTRICT)
    assert {key for key, _ in follow(slug, Period.all(), Scope(jenis=jenis))} == keys
