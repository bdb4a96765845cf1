"""The list to sign at the door, the recap of events, and what bazaars sold without telling what anybody earned."""

import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import UnduhanDataPribadi
from kegiatan.models import Kehadiran
from laporan.period import Period
from laporan.report import Report, bare
from laporan.reports import daftar_hadir, kegiatan
from laporan.scope import Scope
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import DesaFactory, KecamatanFactory, PemilikFactory, UsahaFactory
from tests.kantor import sign_in

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 10)
YEAR = Period.year(2026)


def rows(report: Report) -> list[tuple]:
    return [tuple(map(bare, row)) for row in report]


def participant(event, **more):
    owner = PemilikFactory(name="Sitti Aminah", jenis_kelamin="P", phone="+6281234567890")
    return PesertaFactory(kegiatan=event, usaha=UsahaFactory(name="Dapur Rica", pemilik=owner), **more)


def test_signatures_stand_in_zig_zag_and_there_is_room_for_guests():
    event = KegiatanFactory(begins_on=DAY)
    participant(event)
    PesertaFactory(kegiatan=event, usaha=None, name="Budi Uji", instansi="Bank Uji")
    PesertaFactory(kegiatan=event, status="menunggu")
    found = rows(daftar_hadir.build(event, DAY))
    assert found[0][:4] == (1, "Sitti Aminah", "P", "Dapur Rica")
    assert [row[-2:] for row in found[:4]] == [("1.", ""), ("", "2."), ("3.", ""), ("", "4.")]
    assert found[1][1:4] == ("Budi Uji", "", "Bank Uji")
    assert len(found) == 2 + 5


def test_the_list_is_printed_and_its_file_put_on_record(client):
    sign_in(client)
    event = KegiatanFactory(begins_on=DAY, name="Pelatihan Kemasan")
    participant(event)
    response = client.get(reverse("laporan:attendance", args=[event.pk]), {"format": "pdf"})
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert "DAFTAR HADIR" in text
    assert "Minggu, 10 Mei 2026".upper() in text
    assert "0812-3456-7890" in text
    assert UnduhanDataPribadi.objects.get().row_count == 1


def test_an_event_is_recapped_with_who_came():
    event = KegiatanFactory(begins_on=DAY, name="Pelatihan Kemasan")
    here, _ = participant(event), PesertaFactory(kegiatan=event)
    Kehadiran.objects.create(peserta=here, happened_on=DAY)
    KegiatanFactory(begins_on=datetime.date(2025, 5, 10))
    KegiatanFactory(begins_on=DAY, is_draft=True)
    report = kegiatan.build(YEAR, Scope())
    assert [(row[1], *row[5:]) for row in rows(report)] == [("Pelatihan Kemasan", 2, 1, 0)]


def test_a_recap_of_a_kecamatan_holds_the_events_there():
    there = KecamatanFactory()
    KegiatanFactory(begins_on=DAY, name="Di sana", desa=DesaFactory(kecamatan=there))
    KegiatanFactory(begins_on=DAY, name="Di tempat lain")
    assert [row[1] for row in kegiatan.build(YEAR, Scope(kecamatan=there.code))] == ["Di sana"]


@pytest.mark.parametrize(("sellers", "printed"), [(4, None), (5, 500_000)])
def test_what_a_bazaar_sold_is_told_of_five_sellers_or_more(sellers, printed):
    bazaar = KegiatanFactory(begins_on=DAY, jenis="bazar")
    for _ in range(sellers):
        PesertaFactory(kegiatan=bazaar, penjualan=100_000)
    PesertaFactory(kegiatan=bazaar)
    report = kegiatan.build_turnover(YEAR, Scope())
    assert [row[4:] for row in rows(report)] == [(sellers + 1, sellers, printed)]
    assert report.totals is not None
    assert report.totals[-1] == (printed or 0)
