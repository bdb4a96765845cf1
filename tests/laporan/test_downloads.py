"""Files of reports that name persons are put on record; looking at a report on the screen is not."""

import pytest

from accounts.models import UnduhanDataPribadi
from tests.factories import FasilitasiFactory, UsahaFactory
from tests.kantor import sign_in

pytestmark = pytest.mark.django_db


def take(client, slug, **query):
    response = client.get(f"/laporan/{slug}/", query)
    if response.streaming:
        response.getvalue()
    return response


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_a_list_that_names_owners_is_put_on_record(client, kind):
    official = sign_in(client, "Pejabat")
    UsahaFactory()
    UsahaFactory()
    assert take(client, "daftar-umkm", format=kind).status_code == 200
    (record,) = UnduhanDataPribadi.objects.all()
    assert (record.downloaded_by, record.row_count, record.file_format) == (official, 2, kind)
    assert record.list_name == "Laporan: Daftar usaha mikro, kecil, dan menengah"
    assert record.reason == "Laporan resmi"


def test_the_record_tells_what_the_report_was_narrowed_to(client):
    sign_in(client, "Pejabat")
    FasilitasiFactory(finished=True, jenis__slug="halal-uji", jenis__name="Halal Uji")
    FasilitasiFactory(finished=True)
    take(client, "daftar-penerima", format="csv", tahun="2026", jenis="halal-uji")
    (record,) = UnduhanDataPribadi.objects.all()
    assert (record.filter_text, record.row_count) == ("Tahun 2026; Jenis: Halal Uji", 1)


@pytest.mark.parametrize(
    ("slug", "query"),
    [
        ("daftar-umkm", {}),
        ("daftar-umkm", {"format": "exe"}),
        ("daftar-penerima", {"format": "csv", "tahun": "1066"}),
        ("rekap-umkm", {"format": "csv"}),
        ("sertifikat-berakhir", {"format": "xlsx"}),
    ],
)
def test_a_page_and_a_report_without_names_leave_no_record(client, slug, query):
    sign_in(client, "Pejabat")
    assert take(client, slug, **query).status_code == 200
    assert not UnduhanDataPribadi.objects.exists()
