"""A remark at the office: seen, taken on, closed with a word about what came of it, and rid of its contact."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from masukan.models import Masukan
from tests.factories import DesaFactory, MasukanFactory, ProdukFactory
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "masukan_masukan"


def do(client, masukan, deed):
    return client.post(url(NOUN, "state", masukan.pk), {"deed": deed}, follow=True)


def test_the_desk_says_that_a_remark_waits_and_leads_to_it(client):
    sign_in(client)
    MasukanFactory(produk__name="Abon Tuna")
    MasukanFactory(finished=True, produk__name="Sambal Roa")
    desk = client.get(reverse("admin:index"))
    (line,) = [line for line in desk.context["dashboard"].waiting if line.label.startswith("Masukan")]
    assert line.count == 1
    found = words(client.get(line.url))
    assert "Abon Tuna" in found
    assert "Sambal Roa" not in found


def test_an_official_reads_without_the_contact_and_is_asked_nothing(client):
    sign_in(client, role="Pejabat")
    masukan = MasukanFactory(reachable=True)
    page = words(client.get(url(NOUN, "change", masukan.pk)))
    assert masukan.description in page
    assert "3456" not in page
    assert "Mulai tangani" not in page
    labels = [line.label for line in client.get(reverse("admin:index")).context["dashboard"].waiting]
    assert not [label for label in labels if label.startswith("Masukan")]


def test_a_remark_leads_to_the_record_and_to_its_page(client):
    sign_in(client)
    masukan = MasukanFactory()
    text = client.get(url(NOUN, "change", masukan.pk)).text
    assert reverse("admin:produk_produk_change", args=[masukan.produk.pk]) in text
    assert masukan.produk.get_absolute_url() in text


def test_an_officer_takes_it_on_and_closes_it_with_a_note(client):
    officer = sign_in(client)
    masukan = MasukanFactory()
    do(client, masukan, "start")
    masukan.refresh_from_db()
    assert (masukan.progress, masukan.started_by) == ("diproses", officer)
    assert "catatan" in words(do(client, masukan, "finish"))
    address = url(NOUN, "change", masukan.pk)
    client.post(address, filled(client.get(address), notes="Harga diperbaiki menjadi Rp30.000."))
    do(client, masukan, "finish")
    masukan.refresh_from_db()
    assert (masukan.progress, masukan.finished_by) == ("selesai", officer)


def test_of_two_officers_the_second_is_told(client):
    sign_in(client)
    masukan = MasukanFactory()
    do(client, masukan, "start")
    assert "Sudah dilakukan" in words(do(client, masukan, "start"))


def test_what_was_closed_too_early_is_opened_again(client):
    sign_in(client)
    masukan = MasukanFactory(finished=True)
    do(client, masukan, "reopen")
    masukan.refresh_from_db()
    assert masukan.progress == "diproses"


def test_what_a_visitor_wrote_is_not_changed(client):
    sign_in(client)
    masukan = MasukanFactory()
    address = url(NOUN, "change", masukan.pk)
    client.post(
        address, {**filled(client.get(address)), "description": "Lain.", "contact": "x", "notes": "Ya."}
    )
    masukan.refresh_from_db()
    assert (masukan.description, masukan.contact, masukan.notes) == ("Sekarang tiga puluh ribu.", "", "Ya.")


def test_nobody_at_the_office_brings_one_in(client):
    sign_in(client, role="Admin")
    assert client.get(url(NOUN, "add")).status_code == 403


@pytest.mark.parametrize(
    ("chosen", "found"),
    [("", {"baru", "diproses", "selesai"}), ("terbuka", {"baru", "diproses"}), ("baru", {"baru"}),
     ("diproses", {"diproses"}), ("selesai", {"selesai"}), ("arsip", {"arsip"})],
)  # fmt: skip
def test_remarks_are_found_by_how_far_they_are(client, chosen, found):
    officer = sign_in(client)
    now = timezone.now()
    MasukanFactory(description="baru")
    MasukanFactory(description="diproses", started_at=now, started_by=officer)
    MasukanFactory(description="selesai", finished=True)
    MasukanFactory(description="arsip", archived_at=now, archived_by=officer)
    response = client.get(url(NOUN, "changelist"), {"penanganan": chosen} if chosen else {})
    assert {row.description for row in response.context["cl"].result_list} == found


def test_a_remark_about_the_site_is_everybodys(client):
    desa = DesaFactory()
    sign_in(client, kecamatan=[desa.kecamatan])
    mine = MasukanFactory(produk=ProdukFactory(usaha__desa=desa))
    general = MasukanFactory(produk=None)
    MasukanFactory()
    rows = client.get(url(NOUN, "changelist")).context["cl"].result_list
    assert set(rows) == {mine, general}


def test_the_list_costs_the_same_for_one_row_and_for_ten(client):
    sign_in(client)
    MasukanFactory()
    one = query_count(client, url(NOUN, "changelist"))
    MasukanFactory.create_batch(9)
    assert query_count(client, url(NOUN, "changelist")) == one


# --- the contact -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "kept"), [(182, True), (184, False)])
def test_a_contact_is_erased_half_a_year_after_the_matter_is_closed(days, kept):
    masukan = MasukanFactory(finished=True, reachable=True)
    open_one = MasukanFactory(reachable=True)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
        call_command("erase_contacts", stdout=StringIO())
    for each in (masukan, open_one):
        each.refresh_from_db()
    assert bool(masukan.contact) == kept
    assert open_one.contact


def test_the_trail_never_knew_the_contact():
    MasukanFactory(reachable=True)
    assert "contact" not in {field.name for field in Masukan.events.rel.related_model._meta.fields}


def test_no_contact_without_a_yes():
    with pytest.raises(IntegrityError, match="contact_agreed_to"):
        MasukanFactory(contact="0812")


def test_a_remark_is_about_one_record_at_most():
    produk = ProdukFactory()
    with pytest.raises(IntegrityError, match="one_subject"):
        MasukanFactory(produk=produk, usaha=produk.usaha)
