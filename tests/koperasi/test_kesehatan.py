"""The bands of the health score, and what a paper says beside them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from koperasi.kesehatan import HasilKesehatan, hasil_kesehatan
from koperasi.models import PemeriksaanKesehatan
from tests.factories import KoperasiFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("skor", "hasil"),
    [
        ("100", HasilKesehatan.SEHAT),
        ("80.01", HasilKesehatan.SEHAT),
        ("80", HasilKesehatan.SEHAT),
        ("79.99", HasilKesehatan.CUKUP_SEHAT),
        ("66", HasilKesehatan.CUKUP_SEHAT),
        ("65.99", HasilKesehatan.DALAM_PENGAWASAN),
        ("51", HasilKesehatan.DALAM_PENGAWASAN),
        ("50.99", HasilKesehatan.DALAM_PENGAWASAN_KHUSUS),
        ("0", HasilKesehatan.DALAM_PENGAWASAN_KHUSUS),
    ],
)
def test_the_result_follows_from_the_score(skor, hasil):
    assert hasil_kesehatan(Decimal(skor)) == hasil


def examination(**changes):
    return PemeriksaanKesehatan(
        **{"koperasi": KoperasiFactory(), "tahun": 2025, "skor": Decimal(72)} | changes
    )


def test_the_paper_counts_and_its_difference_is_told():
    found = examination(hasil_dinyatakan="sehat")
    assert found.hasil == HasilKesehatan.SEHAT
    assert found.suspicions() == ["Berita acara menyebut “sehat”, sedangkan skornya berarti “cukup sehat”."]
    assert examination(hasil_dinyatakan="cukup_sehat").suspicions() == []


@pytest.mark.parametrize("skor", ["-0.01", "100.01"])
def test_a_score_beyond_the_scale_is_refused(skor):
    with pytest.raises(ValidationError, match="antara 0 dan 100"):
        examination(skor=Decimal(skor)).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        examination(skor=Decimal(skor)).save()


def test_a_year_is_examined_once():
    first = examination()
    first.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        examination(koperasi=first.koperasi).save()


def test_a_clerk_records_the_examination_and_reads_the_result(client):
    sign_in(client)
    koperasi = KoperasiFactory()
    address = url("koperasi_koperasi", "change", koperasi.pk)
    rows = {
        "pemeriksaankesehatan_set-TOTAL_FORMS": "1",
        "pemeriksaankesehatan_set-0-tahun": "2025",
        "pemeriksaankesehatan_set-0-skor": "72,5",
        "pemeriksaankesehatan_set-0-examiner": "Pengawas Koperasi",
    }
    page = client.post(address, filled(client.get(address), **rows), follow=True)
    assert koperasi.pemeriksaankesehatan_set.get().skor == Decimal("72.50")
    assert "Tahun 2025: cukup sehat (skor 72,50)" in words(page)
