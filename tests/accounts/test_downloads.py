"""The record of files with personal data: found by the admin role, written by nobody's hand."""

import pytest
from django.db import Error, transaction

from accounts.actions import record_download
from accounts.models import UnduhanDataPribadi
from tests.factories import UserFactory
from tests.kantor import sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "accounts_unduhandatapribadi"


def download(**changes):
    told = {
        "by": UserFactory(name="Petugas Rajin"),
        "list_name": "Usaha",
        "filter_text": "Saringan: dicari “kopi”",
        "row_count": 1234,
        "file_format": "xlsx",
        "reason": "Undangan pelatihan",
    }
    return record_download(**told | changes)


def test_the_admin_role_finds_who_took_what_and_why(client):
    sign_in(client, "Admin")
    download()
    page = words(client.get(url(NOUN, "changelist"), {"q": "rajin"}))
    assert "Petugas Rajin" in page
    assert "1.234" in page
    assert "Undangan pelatihan" in page


def test_one_record_tells_the_filter_too(client):
    sign_in(client, "Admin")
    assert "dicari “kopi”" in words(client.get(url(NOUN, "change", download().pk)))


@pytest.mark.parametrize("role", ["Petugas", "Verifikator", "Pejabat"])
def test_nobody_else_reads_it(client, role):
    sign_in(client, role)
    assert client.get(url(NOUN, "changelist")).status_code == 403


@pytest.mark.parametrize("form", ["add", "change"])
def test_nobody_writes_it_by_hand(client, form):
    sign_in(client, "Admin")
    args = [download().pk] if form == "change" else []
    assert client.post(url(NOUN, form, *args), {"reason": "alasan lain"}).status_code == 403


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_or_delete_it(deed):
    rows = UnduhanDataPribadi.objects.filter(pk=download().pk)
    with pytest.raises(Error, match="Cannot update or delete"), transaction.atomic():
        rows.update(reason="alasan lain") if deed == "update" else rows.delete()


def test_a_long_filter_is_cut_and_not_refused():
    assert len(download(filter_text="x" * 5000).filter_text) == 1000
