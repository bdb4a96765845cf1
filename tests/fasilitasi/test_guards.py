"""Who gets what once more, and who does not get it at all."""

import datetime
import threading

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection

from fasilitasi import actions
from fasilitasi.choices import BatasUlang, Status
from fasilitasi.duplicates import doubts
from fasilitasi.models import Fasilitasi
from fasilitasi.sasaran import exceeds, excluded
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, sign_in, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
NOUN = "fasilitasi_fasilitasi"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


@pytest.fixture
def usaha():
    return UsahaFactory(name="Dapur Rica")


def kind(limit, **kwargs):
    return JenisFasilitasiFactory(name="Bantuan uji", batas_ulang=limit, **kwargs)


def finish(case, **kwargs):
    return actions.finish(fasilitasi=case, by=UserFactory(), result_on=kwargs.pop("on", TODAY), **kwargs)


# --- a second grant -----------------------------------------------------------------------------


def test_a_second_grant_in_a_year_needs_a_reason_which_is_kept(usaha):
    jenis = kind(BatasUlang.TAHUN)
    first = finish(FasilitasiFactory(jenis=jenis, usaha=usaha))
    second = FasilitasiFactory(jenis=jenis, usaha=usaha)
    with pytest.raises(ValidationError, match=f"sudah diberikan .{first.nomor}"):
        finish(second)
    assert finish(second, alasan_ulang="Alat pertama hilang saat banjir.").alasan_ulang.startswith("Alat")


@pytest.mark.parametrize(
    ("limit", "year", "is_second"),
    [
        (BatasUlang.BEBAS, 2026, False),
        (BatasUlang.TAHUN, 2026, True),
        (BatasUlang.TAHUN, 2025, False),
        (BatasUlang.SEKALI, 2025, True),
    ],
)
def test_the_kind_says_within_what_a_grant_is_the_second(usaha, limit, year, is_second):
    jenis = kind(limit)
    FasilitasiFactory(jenis=jenis, usaha=usaha, finished=True, result_on=datetime.date(year, 6, 1))
    case = FasilitasiFactory(jenis=jenis, usaha=usaha)
    if is_second:
        with pytest.raises(ValidationError):
            finish(case)
    else:
        assert finish(case).status == Status.TERBIT


@pytest.mark.parametrize(
    ("first", "second", "is_second"),
    [("Roa", "ROA", True), ("Roa", "Rica", False), ("", "Rica", True), ("Roa", "", True)],
)
def test_another_brand_is_another_grant(usaha, first, second, is_second):
    jenis = kind(BatasUlang.MEREK)
    FasilitasiFactory(jenis=jenis, usaha=usaha, merek=first, finished=True)
    case = FasilitasiFactory(jenis=jenis, usaha=usaha, merek=second)
    if is_second:
        with pytest.raises(ValidationError):
            finish(case)
    else:
        assert finish(case).status == Status.TERBIT


def test_another_product_is_another_grant_and_the_same_one_is_not(usaha):
    jenis, abon, sambal = kind(BatasUlang.PRODUK), ProdukFactory(usaha=usaha), ProdukFactory(usaha=usaha)
    finish(FasilitasiFactory(jenis=jenis, usaha=usaha), produk=[abon])
    assert finish(FasilitasiFactory(jenis=jenis, usaha=usaha), produk=[sambal]).status == Status.TERBIT
    with pytest.raises(ValidationError):
        finish(FasilitasiFactory(jenis=jenis, usaha=usaha), produk=[abon])


@pytest.mark.django_db(transaction=True)
def test_of_two_grants_at_the_same_moment_one_is_refused():
    jenis, usaha, clerk = kind(BatasUlang.TAHUN), UsahaFactory(), UserFactory()
    cases = [FasilitasiFactory(jenis=jenis, usaha=usaha) for _ in range(4)]
    gate, refused = threading.Barrier(len(cases)), []

    def finish_one(case):
        try:
            gate.wait()
            actions.finish(fasilitasi=case, by=clerk, result_on=TODAY)
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=finish_one, args=[case]) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(refused), Fasilitasi.objects.finished().count()) == (3, 1)


def test_the_form_asks_for_the_reason_and_keeps_it(client, usaha):
    sign_in(client, "Verifikator")
    jenis = kind(BatasUlang.TAHUN)
    FasilitasiFactory(jenis=jenis, usaha=usaha, finished=True)
    case = FasilitasiFactory(jenis=jenis, usaha=usaha)
    address = url(NOUN, "finish", case.pk)
    data = filled(client.get(address), result_on="24-11-2026", is_checked="on")
    assert "Alasan diberikan lagi: Sudah diberikan" in words(client.post(address, data))
    client.post(address, data | {"alasan_ulang": "Tahap kedua."})
    case.refresh_from_db()
    assert (case.status, case.alasan_ulang) == (Status.TERBIT, "Tahap kedua.")
    assert "Tahap kedua." in words(client.get(url(NOUN, "change", case.pk)))


def test_a_first_grant_is_not_asked_for_a_reason(client, usaha):
    sign_in(client, "Verifikator")
    case = FasilitasiFactory(jenis=kind(BatasUlang.TAHUN), usaha=usaha)
    assert "Alasan diberikan lagi" not in words(client.get(url(NOUN, "finish", case.pk)))


# --- who is excluded ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "is_aparatur", "told"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_servants_of_the_state_are_excluded_where_the_kind_says_so(rule, is_aparatur, told):
    assert excluded(tolak_aparatur=rule, is_aparatur=is_aparatur) is told


def test_a_case_for_a_servant_of_the_state_is_refused_at_the_applicant(client):
    sign_in(client)
    usaha = UsahaFactory(pemilik=PemilikFactory(is_aparatur=True))
    page = client.get(url(NOUN, "add"))
    data = filled(page, jenis=kind(BatasUlang.BEBAS, tolak_aparatur=True).pk, usaha=usaha.pk)
    assert "tidak diberikan kepada ASN, TNI, dan Polri" in words(client.post(url(NOUN, "add"), data))
    assert not Fasilitasi.objects.exists()


def test_who_became_a_servant_since_does_not_receive_it():
    usaha = UsahaFactory(pemilik=PemilikFactory(is_aparatur=True))
    case = FasilitasiFactory(jenis=kind(BatasUlang.BEBAS, tolak_aparatur=True), usaha=usaha)
    with pytest.raises(ValidationError, match="ASN, TNI, dan Polri"):
        finish(case)


@pytest.mark.parametrize(
    ("ceiling", "turnover", "told"),
    [
        (500_000_000, 499_999_999, False),
        (500_000_000, 500_000_000, False),
        (500_000_000, 500_000_001, True),
        (None, 900_000_000, False),
        (500_000_000, None, False),
    ],
)
def test_a_turnover_exceeds_its_ceiling_only_above_it(ceiling, turnover, told):
    assert exceeds(omzet_terbanyak=ceiling, turnover=turnover) is told


def test_the_newest_known_turnover_warns_without_telling_it(usaha):
    jenis = kind(BatasUlang.BEBAS, omzet_terbanyak=500_000_000)
    usaha.datatahunan_set.create(tahun=2024, penjualan_tahunan=100_000_000)
    usaha.datatahunan_set.create(tahun=2025, penjualan_tahunan=612_000_000)
    (told,) = doubts(FasilitasiFactory(jenis=jenis, usaha=usaha), 2026)
    assert "melebihi Rp500.000.000" in told
    assert "612" not in told
