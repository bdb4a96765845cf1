"""Purchases as files: names only for the recap officer of that OPD, for a reason on record; read back as they are."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.models import UnduhanDataPribadi
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, OpdFactory, PetugasRekapFactory
from tests.factories import UsahaFactory, UserFactory
from tests.kantor import sign_in
from tests.spreadsheets.lembar import rows_of
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import REASON, lines, table, take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "belanja_asn_belanja"


@pytest.fixture(autouse=True)
def _on_a_day_of_november(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        AturanBelanjaFactory(identitas="nama")
        yield


@pytest.fixture
def opd():
    return OpdFactory(name="Dinas Kesehatan", singkatan="Dinkes")


@pytest.fixture
def officer(client, opd):
    client.force_login(user := PetugasRekapFactory(opd=opd).account)
    return user


@pytest.fixture
def belanja(opd):
    return BelanjaFactory(
        opd=opd, pembeli="Sitti Rahma", nomor_nota="012", nilai=75_000, bought_on=datetime.date(2026, 11, 12),
        usaha=UsahaFactory(name="Dapur Mekar"),
    )  # fmt: skip


def page(opd, bulan="2026-11"):
    return reverse("belanja_asn:take", args=[opd.slug, bulan])


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_an_officer_takes_the_month_without_names(client, officer, opd, belanja, berkas):
    BelanjaFactory(opd=opd, bought_on=datetime.date(2026, 10, 31))
    BelanjaFactory(bought_on=datetime.date(2026, 11, 12))
    (row,) = table(client.get(page(opd), {"berkas": berkas}))
    assert row["Penjual"] == "Dapur Mekar"
    assert not {"Nama ASN", "NIP"} & row.keys()
    assert not UnduhanDataPribadi.objects.exists()


def test_names_go_along_for_a_reason_that_stays_on_record(client, officer, opd, belanja):
    response = client.post(page(opd), {"berkas": "csv", "reason": REASON})
    found = lines(response)
    assert "data pribadi" in str(found[:5])
    assert "Sitti Rahma" in found[-1]
    assert response["Cache-Control"] == "private, no-store"
    taken = UnduhanDataPribadi.objects.get()
    assert (taken.downloaded_by, taken.row_count, taken.reason) == (officer, 1, REASON)


@pytest.mark.parametrize("reason", ["", "pendek"])
def test_without_a_reason_nothing_leaves(client, officer, opd, belanja, reason):
    response = client.post(page(opd), {"berkas": "csv", "reason": reason})
    assert "reason" in response.context["form"].errors
    assert not UnduhanDataPribadi.objects.exists()


@pytest.mark.parametrize("bulan", ["2026-12", "2026-13", "entah"])
def test_a_month_that_is_none_is_not_found(client, officer, opd, bulan):
    assert client.get(page(opd, bulan)).status_code == 404


def test_another_opds_month_is_not_found(client, officer, belanja):
    other = OpdFactory()
    assert client.get(page(other), {"berkas": "csv"}).status_code == 404
    assert client.post(page(other), {"berkas": "csv", "reason": REASON}).status_code == 404


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_what_an_officer_took_comes_back_as_the_same(client, officer, opd, belanja, berkas):
    taken = client.post(page(opd), {"berkas": berkas, "reason": REASON})
    assert judged(came_back(taken, "belanja-opd", by=officer, knows_all=False)) == 1


def test_a_cell_that_would_be_a_formula_is_none(client, officer, opd, belanja):
    belanja.pembeli = "=1+1"
    belanja.save()
    response = client.post(page(opd), {"berkas": "csv", "reason": REASON})
    assert not table(response)[0]["Nama ASN"].startswith("=")


@pytest.mark.parametrize("role", ["Petugas", "Verifikator", "Pejabat", "Admin"])
def test_the_office_takes_its_list_without_names(client, belanja, role):
    sign_in(client, role)
    (row,) = table(take(client, NOUN))
    assert row["Perangkat daerah"] == "Dinas Kesehatan"
    assert not {"Nama ASN", "NIP"} & row.keys()
    assert take_personal(client, NOUN).status_code == 403


def test_who_was_given_the_right_takes_names_for_a_reason(client, belanja):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    assert table(take_personal(client, NOUN))[0]["Nama ASN"] == "Sitti Rahma"
    assert UnduhanDataPribadi.objects.get().list_name == "Belanja ASN"


def test_what_the_office_took_is_read_back_with_every_row(client, belanja):
    user = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(user)
    upload = came_back(take_personal(client, NOUN, "xlsx"), "belanja-asn", by=user, knows_all=False)
    assert [row.state for row in rows_of(upload)] == ["sama"]
