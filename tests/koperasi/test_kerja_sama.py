"""What a cooperative does for a business: kept straight, shown to staff at both, to visitors without amounts."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from koperasi.inconsistencies import KOPERASI_CHECKS
from koperasi.models import Koperasi
from tests.factories import KeanggotaanFactory, KerjaSamaFactory, KoperasiFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db


def open_page(client, record):
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    return response


def told_amount(text):
    return "7.654.321" in text or "7654321" in text


def test_the_same_dealing_runs_once_at_a_time():
    running = KerjaSamaFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        KerjaSamaFactory(koperasi=running.koperasi, usaha=running.usaha)
    running.ended_on = datetime.date(2026, 3, 1)
    running.save()
    KerjaSamaFactory(koperasi=running.koperasi, usaha=running.usaha)


def test_another_good_is_another_dealing():
    kopra = KerjaSamaFactory(barang="kopra")
    KerjaSamaFactory(koperasi=kopra.koperasi, usaha=kopra.usaha, barang="ikan asin")
    assert kopra.koperasi.kerjasama_set.count() == 2


def test_a_dealing_cannot_end_before_it_begins():
    dealing = KerjaSamaFactory.build(started_on=datetime.date(2026, 3, 2), ended_on=datetime.date(2026, 3, 1))
    with pytest.raises(ValidationError, match="tidak boleh mendahului"):
        dealing.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        KerjaSamaFactory(started_on=datetime.date(2026, 3, 2), ended_on=datetime.date(2026, 3, 1))


def test_a_clerk_records_a_dealing_at_the_cooperative(client):
    sign_in(client)
    koperasi, usaha = KoperasiFactory(), UsahaFactory()
    address = url("koperasi_koperasi", "change", koperasi.pk)
    rows = {
        "kerjasama_set-TOTAL_FORMS": "1",
        "kerjasama_set-0-usaha": usaha.pk,
        "kerjasama_set-0-bentuk": "meminjami",
        "kerjasama_set-0-barang": "modal kerja",
        "kerjasama_set-0-nilai": "Rp 5.000.000",
        "kerjasama_set-0-sifat_nilai": "sekali",
    }
    page = client.post(address, filled(client.get(address), **rows), follow=True)
    dealing = koperasi.kerjasama_set.get()
    assert (dealing.usaha, dealing.nilai, dealing.sifat_nilai) == (usaha, 5_000_000, "sekali")
    assert "meminjami 1 usaha" in words(page)


def test_an_official_sees_the_dealing_but_not_its_amount(client):
    sign_in(client, "Pejabat")
    dealing = KerjaSamaFactory(nilai=7_654_321)
    KeanggotaanFactory(koperasi=dealing.koperasi, usaha=dealing.usaha)
    told = words(client.get(url("koperasi_koperasi", "change", dealing.koperasi.pk)))
    assert "1 usaha anggota; membeli dari 1 usaha." in told
    assert not told_amount(told)
    at_business = words(client.get(url("umkm_usaha", "change", dealing.usaha.pk)))
    assert "Koperasi membeli hasilnya (kopra)" in at_business
    assert not told_amount(at_business)


def test_a_business_shows_its_cooperatives_and_amounts_to_a_clerk(client):
    sign_in(client)
    dealing = KerjaSamaFactory(nilai=7_654_321)
    KerjaSamaFactory(usaha=dealing.usaha, barang="sudah lewat", ended_on=datetime.date(2020, 1, 1))
    told = words(client.get(url("umkm_usaha", "change", dealing.usaha.pk)))
    assert f"{dealing.koperasi}: Koperasi membeli hasilnya (kopra)" in told
    assert f"{dealing.koperasi}: Rp7.654.321 per tahun" in told
    assert "sudah lewat" not in told


def test_a_business_shows_what_all_cooperatives_do_for_it_together(client):
    sign_in(client)
    dealing = KerjaSamaFactory(nilai=7_000_000)
    KerjaSamaFactory(usaha=dealing.usaha, nilai=1_500_000)
    KerjaSamaFactory(usaha=dealing.usaha, nilai=2_000_000, bentuk="meminjami", sifat_nilai="sekali")
    told = words(client.get(url("umkm_usaha", "change", dealing.usaha.pk)))
    assert "jumlah dari 3 koperasi: Rp8.500.000 per tahun, Rp2.000.000 satu kali" in told


def test_visitors_see_whose_products_a_cooperative_sells_and_never_an_amount(client):
    koperasi, usaha = KoperasiFactory(listed=True), UsahaFactory(listed=True)
    KerjaSamaFactory(koperasi=koperasi, usaha=usaha, bentuk="menjualkan", nilai=7_654_321, notes="rahasia")
    page = open_page(client, koperasi)
    assert page.context["usaha_list"] == [usaha]
    assert "Hasilnya dijualkan koperasi ini" in page.text
    assert "Dijualkan oleh" in open_page(client, usaha).text
    for text in (page.text, open_page(client, usaha).text):
        assert not told_amount(text)
        assert "rahasia" not in text


@pytest.mark.parametrize("bentuk", ["membeli", "meminjami", "memasok"])
def test_other_dealings_stay_inside(client, bentuk):
    dealing = KerjaSamaFactory(
        koperasi=KoperasiFactory(listed=True), usaha=UsahaFactory(listed=True), bentuk=bentuk
    )
    assert open_page(client, dealing.koperasi).context["usaha_list"] == []
    assert open_page(client, dealing.usaha).context["koperasi_list"] == []


def test_a_business_that_is_not_listed_is_not_named_by_the_cooperative(client):
    dealing = KerjaSamaFactory(koperasi=KoperasiFactory(listed=True), bentuk="menjualkan")
    assert dealing.usaha.name not in open_page(client, dealing.koperasi).text


@pytest.mark.parametrize(("peran", "bentuk"), [("pemasok", "membeli"), ("dipasarkan", "menjualkan")])
def test_a_role_without_its_dealing_waits_to_be_checked(peran, bentuk):
    member = KeanggotaanFactory(peran=peran)
    KeanggotaanFactory(peran="anggota")
    condition = next(check for check in KOPERASI_CHECKS if check.slug == "peran-tanpa-kerja-sama").condition
    assert Koperasi.objects.filter(condition()).get() == member.koperasi
    KerjaSamaFactory(koperasi=member.koperasi, usaha=member.usaha, bentuk=bentuk)
    assert not Koperasi.objects.filter(condition()).exists()
