"""Whom the duty calendar calls in which month, and that nothing without an end is ever called expired."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from common import memory
from koperasi.choices import Bentuk
from legalitas.actions import remind
from legalitas.choices import JenisSertifikat
from legalitas.kewajiban.aturan import Bulan, commitment_due_on, commitment_window
from legalitas.kewajiban.halal import without_halal
from legalitas.kewajiban.kalender import Kewajiban, duties
from legalitas.models import Pengingat, Sertifikat
from tests.factories import (
    KategoriFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import query_count, sign_in, words

TODAY = datetime.datetime(2026, 11, 10, 4, tzinfo=datetime.UTC)
day = datetime.date.fromisoformat
NUMBER = "202720901012328"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def calls(month, **kwargs):
    return [Kewajiban.of(row) for row in duties(Bulan(*map(int, month.split("-"))), **kwargs)]


def holders(month, **kwargs):
    return [duty.holder for duty in calls(month, **kwargs)]


def pirt(valid_until, **kwargs):
    kwargs = {"commitment_met_on": day("2024-01-15"), "issued_on": day("2023-11-01"), **kwargs}
    return SertifikatFactory(jenis=JenisSertifikat.PIRT, valid_until=day(valid_until), **kwargs)


# --- the rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issued_on", "agreed", "due"),
    [
        ("2026-03-31", None, "2026-09-30"),
        ("2026-08-31", None, "2027-02-28"),
        ("2026-03-31", "2026-06-30", "2026-06-30"),
        (None, None, None),
        (None, "2026-06-30", "2026-06-30"),
    ],
)
def test_promises_are_due_when_agreed_or_after_six_months(issued_on, agreed, due):
    given = [value and day(value) for value in (issued_on, agreed)]
    assert commitment_due_on(*given) == (due and day(due))


def test_promises_are_called_from_thirty_days_ahead_until_half_a_year_past():
    first, last = commitment_window(Bulan(2026, 11))
    assert (first, last) == (day("2026-05-05"), day("2026-12-30"))


@pytest.mark.parametrize(
    ("steps", "month"), [(1, "2027-01"), (-12, "2025-12"), (0, "2026-12"), (14, "2028-02")]
)
def test_months_are_counted_over_the_end_of_the_year(steps, month):
    assert str(Bulan(2026, 12).after(steps)) == month


# --- papers that end ------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("month", "is_called"),
    [
        ("2026-11", True),  # twelve months before
        ("2026-12", False),
        ("2027-05", True),
        ("2027-08", True),
        ("2027-10", True),
        ("2027-11", True),  # the end itself
        ("2027-12", False),
    ],
)
def test_a_pirt_is_called_in_the_months_of_its_reminders_and_of_its_end(month, is_called):
    paper = pirt("2027-11-30")
    assert holders(month) == ([paper.usaha.name] if is_called else [])


@pytest.mark.django_db
@pytest.mark.parametrize("jenis", ["bpom", "merek"])
def test_registrations_and_brands_are_called_twelve_and_six_months_ahead(jenis):
    SertifikatFactory(jenis=jenis, issued_on=day("2020-01-01"), valid_until=day("2027-11-15"))
    assert [bool(calls(month)) for month in ("2026-11", "2027-05", "2027-08")] == [True, True, False]


@pytest.mark.django_db
def test_an_old_halal_paper_with_a_day_is_to_be_checked_again_and_never_called_expired(client):
    SertifikatFactory(jenis="halal", valid_until=day("2026-11-02"), issued_on=day("2022-11-02"))
    (duty,) = calls("2026-11")
    assert duty.jenis.label == "Sertifikat halal lama: cek ulang"
    sign_in(client)
    page = words(client.get(reverse("legalitas:call", args=["halal", duty.pk])))
    assert "tetap berlaku selama bahan dan cara pembuatannya tidak berubah" in page


@pytest.mark.django_db
@pytest.mark.parametrize("jenis", JenisSertifikat.values)
def test_nothing_without_an_end_date_is_called_expired_in_any_month(jenis):
    subject = {"koperasi": KoperasiFactory(), "usaha": None} if jenis == "nik_koperasi" else {}
    met = {"commitment_met_on": day("2026-06-01")} if jenis == "pirt" else {}
    RapatAnggotaFactory(koperasi=subject["koperasi"]) if subject else None
    SertifikatFactory(
        jenis=jenis,
        valid_until=None,
        issued_on=day("2026-05-02"),
        number_on_paper="" if jenis in ("nib", "nik_koperasi") else NUMBER,
        **subject,
        **met,
    )
    assert [month for month in range(1, 13) if calls(f"2026-{month:02d}")] == []


@pytest.mark.django_db
def test_a_renewed_paper_is_called_no_more():
    product = ProdukFactory()
    old = pirt("2026-12-20", usaha=product.usaha, produk=[product])
    pirt("2031-12-20", usaha=product.usaha, produk=[product], issued_on=day("2026-10-01"))
    assert calls("2026-11", jenis="pirt") == []
    assert old.archived_at is None


@pytest.mark.django_db
def test_a_newer_paper_of_another_product_renews_nothing():
    product = ProdukFactory()
    other = ProdukFactory(usaha=product.usaha)
    pirt("2026-12-20", usaha=product.usaha, produk=[product])
    pirt("2031-12-20", usaha=product.usaha, produk=[other])
    assert len(calls("2026-11", jenis="pirt")) == 1


@pytest.mark.django_db
def test_papers_that_name_no_product_are_told_apart_by_their_brand():
    usaha = UsahaFactory()
    for merek, until in (("Togean", "2027-11-05"), ("Ampana", "2036-01-05")):
        SertifikatFactory(
            usaha=usaha, jenis="merek", merek=merek, valid_until=day(until), issued_on=day("2017-01-05")
        )
    assert len(calls("2026-11")) == 1
    SertifikatFactory(
        usaha=usaha, jenis="merek", merek="TOGEAN", valid_until=day("2037-11-05"), issued_on=day("2026-10-05")
    )
    assert calls("2026-11") == []


# --- promises, meetings, yearly updates -------------------------------------------------------------


@pytest.mark.django_db
def test_an_unkept_promise_is_called_month_after_month_until_it_is_met():
    paper = pirt("2031-05-20", issued_on=day("2026-05-20"), commitment_met_on=None)
    assert [bool(calls(month)) for month in ("2026-09", "2026-10", "2026-11", "2027-05", "2027-06")] == [
        False, True, True, True, False,
    ]  # fmt: skip
    (duty,) = calls("2026-11")
    assert duty.due_on == commitment_due_on(paper.issued_on)
    Sertifikat.objects.update(commitment_met_on=day("2026-11-09"))
    assert calls("2026-11") == []


@pytest.mark.django_db
def test_cooperatives_are_called_for_their_meeting_until_the_limit_of_the_law():
    primer = KoperasiFactory(name="Primer")
    KoperasiFactory(name="Sekunder", bentuk=Bentuk.SEKUNDER_KABUPATEN)
    RapatAnggotaFactory(koperasi=KoperasiFactory(name="Sudah"), tahun_buku=2025)
    KoperasiFactory(name="Baru", tanggal_badan_hukum=day("2026-02-01"))
    assert {(duty.holder, duty.due_on) for duty in calls("2026-03")} == {
        ("Primer", day("2026-03-31")),
        ("Sekunder", day("2026-06-30")),
    }
    assert [bool(calls(month, jenis="rat")) for month in ("2026-06", "2026-07")] == [True, False]
    assert calls("2026-03")[0].told == "Tahun buku 2025"
    assert primer.archived_at is None


@pytest.mark.django_db
def test_the_certificate_of_a_cooperatives_number_is_called_after_the_season_until_it_is_renewed():
    koperasi = KoperasiFactory(nik_koperasi="7209010010001")
    paper = {"koperasi": koperasi, "usaha": None, "jenis": "nik_koperasi", "number_on_paper": ""}
    SertifikatFactory(**paper, issued_on=day("2024-08-01"))
    SertifikatFactory(**paper, issued_on=day("2025-08-01"))
    found = [duty for duty in calls("2026-07") if duty.jenis == "nik-koperasi"]
    assert [(duty.told, duty.due_on) for duty in found] == [("7209010010001", None)]
    assert calls("2026-06", jenis="nik-koperasi") == []
    SertifikatFactory(**paper, issued_on=day("2026-07-15"))
    assert calls("2026-07", jenis="nik-koperasi") == []


# --- the halal duty ---------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_register_holds_food_and_drink_without_a_halal_paper():
    bare = UsahaFactory(name="Keripik")
    SertifikatFactory(usaha=UsahaFactory(name="Sudah halal"), jenis="halal")
    UsahaFactory(name="Tenun", bidang_usaha="fesyen")
    seller = UsahaFactory(name="Warung ikan", bidang_usaha="perdagangan")
    ProdukFactory(usaha=seller, kategori=KategoriFactory(wajib_halal=True))
    ProdukFactory(usaha=UsahaFactory(bidang_usaha="kerajinan"), kategori=KategoriFactory())
    assert set(without_halal()) == {bare, seller}


# --- the pages --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_calendar_shows_the_month_by_kecamatan_with_masked_numbers(client):
    sign_in(client)
    paper = pirt("2026-11-30", usaha__pemilik__phone="+6281234567890")
    page = client.get(reverse("legalitas:calendar"))
    told = words(page)
    assert paper.usaha.name in told
    assert paper.usaha.desa.kecamatan.name in told
    assert "20 hari lagi" in told
    assert "81234567890" not in page.content.decode()


@pytest.mark.django_db
def test_the_calendar_asks_the_same_number_of_statements_for_many(client):
    sign_in(client)
    pirt("2026-11-30")
    few = query_count(client, reverse("legalitas:calendar"))
    for number in range(6):
        pirt("2026-11-30")
        KoperasiFactory(name=f"Koperasi {number}")
    assert query_count(client, reverse("legalitas:calendar")) == few


@pytest.mark.django_db
def test_filters_narrow_the_calendar(client):
    sign_in(client)
    near = pirt("2026-11-30")
    far = pirt("2027-05-30")
    address = reverse("legalitas:calendar")
    assert far.usaha.name in words(client.get(address))
    place = near.usaha.desa.kecamatan.slug
    # The form offers the places of the last minute; these are newer.
    told = words(client.get(address, {"jenis": "bpom", "kecamatan": place}))
    assert near.usaha.name not in told


@pytest.mark.django_db
def test_the_calls_of_a_month_are_those_of_one_kecamatan(client):
    sign_in(client)
    here, there = (pirt("2026-11-30").usaha for _ in range(2))
    memory.forget()
    told = words(client.get(reverse("legalitas:calendar"), {"kecamatan": here.desa.kecamatan.slug}))
    assert here.name in told
    assert there.name not in told


@pytest.mark.django_db
def test_a_call_shows_number_text_and_a_link_that_carries_both(client):
    sign_in(client)
    paper = pirt("2026-11-30", number_on_paper=NUMBER, usaha__pemilik__phone="+6281234567890")
    page = client.get(reverse("legalitas:call", args=["pirt", paper.pk]))
    told = words(page)
    assert "0812-3456-7890" in told
    assert "2027209010123-28" in told
    assert "30 November 2026" in told
    assert "https://wa.me/6281234567890?text=Yth." in page.content.decode()


@pytest.mark.django_db
def test_a_noted_call_is_shown_and_can_be_left_out(client):
    officer = sign_in(client)
    paper = pirt("2026-11-30")
    address = reverse("legalitas:call", args=["pirt", paper.pk])
    client.post(address, {"channel": "whatsapp", "notes": "Berkas menyusul"})
    noted = Pengingat.objects.get()
    assert (noted.sertifikat, noted.usaha, noted.reminded_by) == (paper, paper.usaha, officer)
    assert f"oleh {officer.name}" in words(client.get(reverse("legalitas:calendar")))
    assert "Berkas menyusul" in words(client.get(address))
    assert holders("2026-11", waiting=True) == []


@pytest.mark.django_db
def test_last_months_call_does_not_count_for_this_month():
    paper = pirt("2026-12-30")
    with time_machine.travel("2026-10-20T04:00Z", tick=False):
        remind(jenis="pirt", record=paper, channel="telepon", by=UserFactory())
    assert holders("2026-11", waiting=True) == [paper.usaha.name]


@pytest.mark.django_db
@pytest.mark.parametrize("jenis", ["rat", "wajib-halal"])
def test_meetings_and_the_halal_duty_have_a_call_of_their_own(client, jenis):
    sign_in(client)
    record = KoperasiFactory(phone="+6281234567890") if jenis == "rat" else UsahaFactory()
    told = words(client.get(reverse("legalitas:call", args=[jenis, record.pk])))
    assert ("RAT" if jenis == "rat" else "17 Oktober 2026") in told
    client.post(reverse("legalitas:call", args=[jenis, record.pk]), {"channel": "kunjungan"})
    assert Pengingat.objects.get().sertifikat is None


@pytest.mark.django_db
def test_a_paper_in_another_kecamatan_is_not_found(client):
    paper = pirt("2026-11-30")
    sign_in(client, kecamatan=[UsahaFactory().desa.kecamatan])
    assert client.get(reverse("legalitas:call", args=["pirt", paper.pk])).status_code == 404
    assert paper.usaha.name not in words(client.get(reverse("legalitas:calendar")))


@pytest.mark.django_db
@pytest.mark.parametrize("jenis", ["pirt", "apa-saja"])
def test_a_duty_that_a_record_cannot_have_is_not_found(client, jenis):
    sign_in(client)
    halal = SertifikatFactory()
    assert client.get(reverse("legalitas:call", args=[jenis, halal.pk])).status_code == 404


# --- what must never be stored ------------------------------------------------------------------------


@pytest.mark.django_db
def test_only_a_pirt_has_a_promise():
    paper = SertifikatFactory(jenis="halal")
    paper.commitment_due_on = day("2026-12-01")
    with pytest.raises(ValidationError, match="Hanya P-IRT"):
        paper.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        paper.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("met_on", "text"), [("2026-11-11", "belum tiba"), ("2023-10-31", "tidak boleh mendahului")]
)
def test_a_promise_is_kept_between_the_issue_and_today(met_on, text):
    paper = pirt("2028-11-01", number_on_paper=NUMBER)
    paper.commitment_met_on = day(met_on)
    with pytest.raises(ValidationError, match=text):
        paper.full_clean()
