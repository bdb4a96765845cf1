"""A clerk with a phone finds a business registered twice, merges it, thinks better of it, and tells it apart."""

import pytest
from playwright.sync_api import expect

from tests.factories import (
    PASSWORD,
    DataTahunanFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)
from umkm.models import Usaha
from wilayah.models import Desa


@pytest.fixture
def clerk(transactional_db):
    return UserFactory(role="Petugas", name="Rina Contoh")


@pytest.fixture
def twins(transactional_db):
    desa = Desa.objects.get(name="Sumoli")
    owner = PemilikFactory(name="Sitti Contoh", consents=("katalog",))
    kept = UsahaFactory(name="Dapur Sitti", desa=desa, pemilik=owner, tahun_mulai=2015, listed=True)
    twin = UsahaFactory(name="Dapur Siti", desa=desa, pemilik=owner, nib="1234567890123", tahun_mulai=2016)
    ProdukFactory.create_batch(2, usaha=twin)
    DataTahunanFactory(usaha=kept, tahun=2024, penjualan_tahunan=10_000_000)
    DataTahunanFactory(usaha=twin, tahun=2024, penjualan_tahunan=20_000_000)
    return kept, twin


def test_a_pair_is_found_merged_undone_and_told_apart(page, portal, clerk, twins, sign_in):
    kept, twin = twins
    sign_in(clerk, PASSWORD)
    page.locator(".office-menu-toggle").click()
    page.get_by_text("Lainnya", exact=True).click()
    page.get_by_role("link", name="Data kembar", exact=True).click()
    page.get_by_role("button", name="Cari sekarang").click()
    expect(page.locator(".kembar-pairs")).to_contain_text("NIK KTP pemilik sama dan nama usaha mirip")

    page.get_by_role("link", name="Bandingkan").click()
    expect(page.get_by_text("2 produk")).to_be_visible()
    year = page.get_by_role("group", name="Tahun mulai usaha")
    expect(year.get_by_label("2015")).to_be_checked()
    year.get_by_label("2016").check()
    page.get_by_role("group", name="Data tahunan 2024").get_by_label("Rp20.000.000").check()
    overflow = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert page.evaluate(overflow) <= 0
    page.get_by_role("button", name="Periksa hasilnya").click()

    expect(page.get_by_text("Ikut pindah: 2 produk")).to_be_visible()
    assert not Usaha.objects.archived().exists()
    page.get_by_label("Alasan").fill("KTP sama, dicatat dua kali di desa")
    page.get_by_role("button", name="Ya, gabungkan").click()
    expect(page.get_by_role("heading", name="Keduanya sudah menjadi satu")).to_be_visible()
    kept.refresh_from_db()
    assert (kept.tahun_mulai, kept.nib, kept.produk_set.count()) == (2016, "1234567890123", 2)
    assert kept.datatahunan_set.get().penjualan_tahunan == 20_000_000

    page.goto(f"{portal}{twin.get_absolute_url()}")
    expect(page).to_have_url(f"{portal}{kept.get_absolute_url()}")
    page.goto(f"{portal}/kantor/kembar/gabungan/")
    page.get_by_role("link", name="Dapur Siti ke Dapur Sitti").click()
    page.get_by_role("link", name="Urungkan").click()
    page.get_by_role("button", name="Ya, urungkan").click()
    expect(page.get_by_role("heading", name="Penggabungan ini sudah diurungkan")).to_be_visible()
    kept.refresh_from_db()
    assert (kept.tahun_mulai, kept.nib, twin.produk_set.count()) == (2015, "", 2)

    page.get_by_role("link", name="Bandingkan lagi").click()
    page.get_by_role("button", name="Bukan duplikat").click()
    expect(page.get_by_text("tidak diajukan lagi")).to_be_visible()
    page.get_by_role("button", name="Cari sekarang").click()
    expect(page.get_by_text("Tidak ada usaha yang tampak tercatat dua kali")).to_be_visible()
