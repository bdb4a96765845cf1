"""“Data saya” tells everything that the office holds of an owner, and nothing of anybody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from akun.data_saya import BAGIAN, LEFT_OUT, bagian
from rumah_usaha import privacy
from tests.akun.dipegang import BUYER, BUYERS_NIP, hold
from tests.factories import PemilikFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of
from tests.house.repository import our_models, refuse

pytestmark = pytest.mark.django_db
PAGE = reverse("akun:my_data")


@pytest.fixture
def pemilik():
    pemilik = PemilikFactory(name="Sitti Uji", phone="+6281234567890")
    owner_of(pemilik)
    return pemilik


@pytest.fixture
def owner(client, pemilik):
    client.force_login(pemilik.account)
    return client


def part(slug, cursor=""):
    return reverse("akun:my_data_part", args=[slug]) + cursor


# --- what is told -------------------------------------------------------------------------------------------


def test_everything_that_is_held_is_told(owner, pemilik):
    hold(pemilik, 1)
    text = owner.get(PAGE).text
    told = (
        "Sitti Uji", "Passkey “HP Oppo 1”", "Nuraini: Mencocokkan", "Usaha Dahulu 1", "Untuk Sitti Uji",
        "Untuk Dapur 1", "Anak 1", "Kakak 1", "Dapur 1 → Dapur Baru 1", "menunggu", "Koperasi Jabatan 1",
        "Bendahara", "Kabar 1", "Dinas Rekap 1", "Nama keliru 1", "Sudah.", "Rp12.000.000", "Abon 1",
        "Dinas Kesehatan", "Pak Uji", "tersimpan (PDF)", "Berkas diperiksa 5 November 2026 (Lengkap.)",
        "KTP oleh Nuraini", "Pelatihan Kemasan 1, Selasa, 3 November 2026", "Hadir:</span> 3 November 2026",
        "Wakil Uji", "Koperasi Induk 1", "Rp5.000.000", "Rp20.000", "Rp75.000", "2 keripik keladi",
        "TTP-2026-0001", "Plafon uji 1: Rp25.000.000",
    )  # fmt: skip
    refuse(each for each in told if each not in text)


def test_no_part_is_empty_once_everything_is_held(owner, pemilik):
    hold(pemilik, 1)
    assert owner.get(PAGE).context["empty"] == []


def test_a_buyer_and_a_visitor_stay_unknown(owner, pemilik):
    hold(pemilik, 1)
    pages = [owner.get(PAGE).text, *(owner.get(part(slug)).text for slug in BAGIAN)]
    for secret in (BUYER, BUYERS_NIP, "pelapor@contoh.id"):
        refuse(page[:80] for page in pages if secret in page)


def test_nothing_of_another_owner_is_told(owner, pemilik):
    UsahaFactory(pemilik=pemilik)
    other = PemilikFactory(name="Orang Lain")
    owner_of(other)
    hold(other, 7)
    pages = [owner.get(PAGE).text, *(owner.get(part(slug)).text for slug in BAGIAN)]
    for theirs in ("Orang Lain", "Dapur 7", "Abon 7", "HP Oppo 7", "Koperasi Jabatan 7", "keripik keladi"):
        refuse(theirs for page in pages if theirs in page)


def test_what_is_archived_is_still_held_and_leads_nowhere(owner, pemilik):
    usaha = hold(pemilik, 1)
    type(usaha).objects.filter(pk=usaha.pk).update(
        archived_at="2026-11-02T00:00:00Z", archived_by=UserFactory()
    )
    response = owner.get(PAGE)
    assert response.status_code == 200
    assert "Dapur 1" in response.text
    assert reverse("akun:business", args=[usaha.slug]) not in response.text


def test_what_was_given_out_can_be_opened_from_here(owner, pemilik):
    hold(pemilik, 1)
    text = owner.get(PAGE).text
    rows = [row for each in owner.get(PAGE).context["parts"] for row in each.rows if row.url]
    assert len({row.url for row in rows}) >= 4
    for row in rows:
        assert f'href="{row.url}"' in text


def test_a_cooperative_officer_of_the_same_name_and_another_number_is_somebody_else(owner, pemilik):
    hold(pemilik, 1)
    pemilik.phone = "+6281299999999"
    pemilik.save()
    assert "Koperasi Jabatan 1" not in owner.get(PAGE).text


# --- long lists ---------------------------------------------------------------------------------------------


def test_a_long_list_is_cut_and_the_rest_lies_behind_its_link(owner, pemilik, monkeypatch):
    monkeypatch.setattr(bagian, "MOST", 2)
    for number in range(5):
        UsahaFactory(name=f"Warung {number}", pemilik=pemilik)
    text = owner.get(PAGE).text
    assert "Warung 4" in text
    assert "Warung 2" not in text
    found, (lembar,) = [], [each for each in owner.get(PAGE).context["parts"] if each.bagian.slug == "usaha"]
    while lembar.rest:
        assert part("usaha", lembar.rest) in text
        text = owner.get(part("usaha", lembar.rest)).text
        lembar = owner.get(part("usaha", lembar.rest)).context["part"]
        found += [row.title for row in lembar.rows]
    assert found == ["Warung 2", "Warung 1", "Warung 0"]


def test_an_unknown_part_is_not_found_and_a_broken_address_opens_the_first_page(owner, pemilik):
    UsahaFactory(name="Warung Uji", pemilik=pemilik)
    assert owner.get(part("rahasia")).status_code == 404
    assert "Warung Uji" in owner.get(part("usaha", "?hal=rusak")).text


@pytest.mark.parametrize("slug", ["", "permohonan"])
def test_few_rows_and_many_cost_the_same(owner, pemilik, same_minute, slug):
    address = part(slug) if slug else PAGE
    hold(pemilik, 1)
    owner.get(address)
    with CaptureQueriesContext(connection) as few:
        owner.get(address)
    for number in range(2, 9):
        hold(pemilik, number)
    with CaptureQueriesContext(connection) as many:
        text = owner.get(address).text
    assert len(many) == len(few)
    assert "Dapur 8" in text


# --- nothing is forgotten -----------------------------------------------------------------------------------


def lead_to_a_person():
    """Labels of models whose references end at an owner, or at an account as its own. Who archived or decided
    something stands in columns of other names: those tell of the office's work."""
    found = {"umkm.Pemilik", "accounts.User"}
    while more := {model._meta.label for model in our_models() if _leads_to(model, found)} - found:
        found |= more
    return found


def _leads_to(model, found):
    columns = [field for field in model._meta.fields if field.related_model]
    return any(
        field.name in ("user", "account")
        if (label := field.related_model._meta.label) == "accounts.User"
        else label in found
        for field in columns
    )


def told_models():
    """By label: the columns that are told or kept back on purpose; None where a model is told beside another."""
    told = {}
    for each in BAGIAN.values():
        columns = told.setdefault(each.model._meta.label, set())
        columns |= {*each.columns.split(), *each.hidden}
        beneath = [_below(each.model, row.relation)._meta.label for row in each.beneath]
        for label in (*beneath, *(model._meta.label for model in each.also)):
            told.setdefault(label, None)
    return told


def _below(model, relation):
    return model._meta.get_field(relation.removesuffix("_set")).related_model


def test_every_model_that_leads_to_a_person_is_told_or_left_out_with_a_reason():
    known = told_models().keys() | LEFT_OUT.keys()
    refuse(sorted(lead_to_a_person() - known))
    refuse(sorted(LEFT_OUT.keys() & told_models().keys()))


def test_nothing_is_left_out_that_leads_to_nobody():
    refuse(sorted(LEFT_OUT.keys() - lead_to_a_person()))


def test_every_personal_column_of_what_is_told_is_told_or_kept_back_with_a_reason():
    # A reason is a `heading` or `further` of its own, or stands in `hidden`.
    refuse(
        f"{label}.{name}"
        for label, columns in told_models().items()
        if columns is not None and label in privacy.FIELDS
        for name in privacy.FIELDS[label][privacy.PERSONAL]
        if name not in columns
    )


def test_the_owner_reads_what_is_left_out(owner, pemilik):
    text = owner.get(PAGE).text
    refuse(told for told in LEFT_OUT.values() if told not in text)
