"""Koperasi Merah Putih: a row for every desa, read from where each fact stands, quick to fill."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from koperasi.merah_putih import SYARAT, counts, progress
from koperasi.models import Kdmp
from tests.factories import KdmpFactory, KoperasiFactory, RapatAnggotaFactory
from tests.kantor import filled, query_count, sign_in, url, words
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db
PAGE = reverse("kdmp")
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def desa():
    return Kecamatan.objects.get(name="Togean").desa_set.order_by("code").first()


def met(desa, at=TODAY):
    (row,) = progress(Desa.objects.filter(pk=desa.pk), at=at)
    return {name for name, is_met in row.met.items() if is_met}


def registered(desa, **kwargs):
    return KoperasiFactory(desa=desa, kelompok="kdmp", **kwargs)


# --- what is done ------------------------------------------------------------------------------


def test_a_desa_that_has_not_begun_has_nothing(desa):
    assert met(desa) == set()


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ({"nomor_akta": "12"}, "akta"),
        ({"tanggal_akta": datetime.date(2025, 6, 1)}, "akta"),
        ({"bank": "BRI Unit Ampana"}, "rekening"),
        ({"anggota_l": 20}, "anggota"),
        ({"anggota_p": 20}, "anggota"),
        ({"gerai": ["sembako"]}, "gerai"),
    ],
)
def test_what_the_desa_did_stands_on_its_own_record(desa, fact, name):
    KdmpFactory(desa=desa, **fact)
    assert met(desa) == {"musdesus", name}


def test_no_members_are_no_members(desa):
    KdmpFactory(desa=desa, anggota_l=0, anggota_p=0)
    assert "anggota" not in met(desa)


def test_numbers_and_meeting_are_read_from_the_cooperative(desa):
    koperasi = registered(
        desa,
        nomor_badan_hukum="AHU-1",
        nik_koperasi="7209990010001",
        nib="1234567890123",
        npwp="123456789012345",
    )
    RapatAnggotaFactory(koperasi=koperasi, anggota_l=7, anggota_p=8)
    assert met(desa) == {"badan_hukum", "nik", "nib", "npwp", "rat", "anggota"}


def test_members_of_the_meeting_count_before_those_of_the_start(desa):
    KdmpFactory(desa=desa, anggota_l=1, anggota_p=1)
    RapatAnggotaFactory(koperasi=registered(desa), anggota_l=7, anggota_p=8)
    (row,) = progress(Desa.objects.filter(pk=desa.pk), at=TODAY)
    assert (row.anggota_l, row.anggota_p) == (7, 8)


def test_other_and_archived_cooperatives_of_the_desa_do_not_count(desa):
    KoperasiFactory(desa=desa, kelompok="kud", nib="1234567890123")
    gone = registered(desa, nib="1234567890124", verified=True)
    gone.archived_at, gone.archived_by = gone.verified_at, gone.verified_by
    gone.save()
    assert met(desa) == set()


@pytest.mark.parametrize(("at", "done"), [("2025-05-19", set()), ("2025-05-20", {"musdesus"})])
def test_what_has_a_date_counts_from_that_day_on(desa, at, done):
    KdmpFactory(desa=desa, nomor_akta="12", tanggal_akta=datetime.date(2025, 6, 1))
    assert met(desa, datetime.date.fromisoformat(at)) == done


def test_every_desa_has_a_row_and_the_counts_add_up():
    KdmpFactory.create_batch(3)
    rows = progress(Desa.objects.all(), at=TODAY)
    assert len(rows) == Desa.objects.count()
    assert counts(rows) == {name: 3 * (name == "musdesus") for name in SYARAT}


# --- what must never be stored -------------------------------------------------------------------


def test_a_desa_begins_once(desa):
    KdmpFactory(desa=desa)
    with pytest.raises(IntegrityError), transaction.atomic():
        KdmpFactory(desa=desa)


def test_an_unknown_outlet_is_refused(desa):
    with pytest.raises(IntegrityError), transaction.atomic():
        KdmpFactory(desa=desa, gerai=["karaoke"])


def test_the_deed_follows_the_meeting(desa):
    with pytest.raises(ValidationError, match="sebelum musdesus"):
        Kdmp(
            desa=desa, musdesus_on=datetime.date(2025, 5, 20), tanggal_akta=datetime.date(2025, 5, 19)
        ).clean()


# --- the page ----------------------------------------------------------------------------------------


def test_the_page_shows_every_desa_of_the_district(client):
    sign_in(client)
    page = client.get(PAGE)
    assert len(page.context["rows"]) == Desa.objects.count()
    assert f"sudah di 0 dari {Desa.objects.count()} desa/kelurahan" in words(page)


def test_the_map_counts_one_step_by_kecamatan(client, desa):
    sign_in(client)
    KdmpFactory(desa=desa)
    page = client.get(PAGE, {"syarat": "musdesus"})
    togean = next(place for place in page.context["map_paths"] if place.name == "Togean")
    assert (togean.done, togean.whole, togean.level) == (1, desa.kecamatan.desa_set.count(), 1)
    assert {place.level for place in page.context["map_paths"] if place.name != "Togean"} == {0}


def test_the_list_can_be_narrowed_to_a_kecamatan_and_to_what_is_missing(client, desa):
    sign_in(client)
    KdmpFactory(desa=desa)
    here = client.get(PAGE, {"syarat": "musdesus", "kecamatan": "togean"})
    assert len(here.context["rows"]) == desa.kecamatan.desa_set.count()
    missing = client.get(PAGE, {"syarat": "musdesus", "kecamatan": "togean", "belum": "ya"})
    assert desa not in [row["desa"] for row in missing.context["rows"]]
    assert len(missing.context["rows"]) == desa.kecamatan.desa_set.count() - 1


def test_nonsense_in_the_address_is_no_error(client):
    sign_in(client)
    page = client.get(PAGE, {"syarat": "ngawur", "kecamatan": "ngawur", "belum": "\x00"})
    assert page.status_code == 200
    assert page.context["rows"] == []


def test_an_officer_of_one_kecamatan_sees_its_desa_only(client, desa):
    sign_in(client, kecamatan=[desa.kecamatan])
    assert {row["desa"].kecamatan for row in client.get(PAGE).context["rows"]} == {desa.kecamatan}


def test_more_records_cost_no_more_statements(client):
    sign_in(client)
    before = query_count(client, PAGE)
    for desa in Desa.objects.all()[:8]:
        KdmpFactory(desa=desa)
        RapatAnggotaFactory(koperasi=registered(desa))
    assert query_count(client, PAGE) <= before + 1


def test_a_clerk_fills_a_desa_and_is_back_at_the_list(client, desa):
    sign_in(client)
    (row,) = (row for row in client.get(PAGE).context["rows"] if row["desa"] == desa)
    form = client.get(row["kdmp_url"])
    answer = client.post(
        url("koperasi_kdmp", "add"), filled(form, musdesus_on="20-5-2025", gerai=["kantor", "sembako"])
    )
    assert answer.url == f"{PAGE}?kecamatan=togean#desa-{desa.code}"
    kdmp = Kdmp.objects.get()
    assert (kdmp.desa, kdmp.gerai) == (desa, ["kantor", "sembako"])
    (row,) = (row for row in client.get(PAGE).context["rows"] if row["desa"] == desa)
    assert row["kdmp_url"] == url("koperasi_kdmp", "change", kdmp.pk)


def test_a_new_cooperative_begins_with_its_name_and_desa(client, desa):
    sign_in(client)
    (row,) = (row for row in client.get(PAGE).context["rows"] if row["desa"] == desa)
    form = filled(client.get(row["koperasi_url"]))
    assert form["name"] == f"Koperasi Desa Merah Putih {desa.name}"
    assert (form["desa"], form["kelompok"]) == (str(desa.pk), "kdmp")


def test_an_official_reads_but_is_offered_no_form(client, desa):
    sign_in(client, "Pejabat")
    (row,) = (row for row in client.get(PAGE).context["rows"] if row["desa"] == desa)
    assert (row["kdmp_url"], row["koperasi_url"]) == ("", "")


def test_the_desas_page_leads_to_its_cooperative(client, desa):
    sign_in(client)
    kdmp, koperasi = KdmpFactory(desa=desa), registered(desa)
    page = client.get(url("koperasi_kdmp", "change", kdmp.pk))
    assert url("koperasi_koperasi", "change", koperasi.pk) in page.content.decode()
