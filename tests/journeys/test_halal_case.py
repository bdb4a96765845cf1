"""A halal case from its application to the mark on the product's page."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories import PASSWORD, DesaFactory, KategoriFactory, ProdukFactory, UsahaFactory, UserFactory
from tests.journeys import recap
from tests.journeys.office import box, press


@pytest.fixture
def produk(portal):
    usaha = UsahaFactory(name="Dapur Sitti", desa=DesaFactory(), listed=True)
    return ProdukFactory(
        usaha=usaha, name="Abon Cakalang Pedas", slug="abon-cakalang", kategori=KategoriFactory(), listed=True
    )


def open_case(page, produk):
    page.goto(f"{page.url}umkm/usaha/{produk.usaha.pk}/change/")
    page.get_by_role("link", name="Buka fasilitasi").click()
    box(page, "Jenis").select_option("Sertifikat halal")
    page.get_by_label("Abon Cakalang Pedas").check()
    press(page, "Simpan", "FAS-.* dicatat")


def finish_case(page):
    page.get_by_role("button", name="Diproses di lembaga penerbit").click()
    expect(page.locator(".messagelist")).to_contain_text("Diproses di lembaga penerbit")
    page.get_by_role("link", name="Selesaikan").click()
    box(page, "Nomor sertifikat halal").fill("ID72110000123450625")
    press(page, "Selesaikan", "selesai.*ID72110000123450625")


def counted(page, portal):
    """Halal certificates of this year in the recap; a year without any has no column."""
    page.goto(f"{portal}{recap.ADDRESS}")
    return int(recap.read(page)["Sertifikat halal"].get(str(timezone.localdate().year), 0))


def test_a_finished_halal_case_marks_the_product_and_raises_the_recap_by_one(portal, page, sign_in, produk):
    product_page = f"{portal}{produk.get_absolute_url()}"
    sign_in(UserFactory(role="Verifikator"), PASSWORD)
    before = counted(page, portal)
    page.goto(product_page)
    expect(page.locator(".marks")).to_have_count(0)

    page.goto(f"{portal}/kantor/")
    open_case(page, produk)
    finish_case(page)

    page.goto(product_page)
    expect(page.locator(".marks")).to_contain_text("Sertifikat halal")
    expect(page.locator(".marks")).to_contain_text("ID72110000123450625")
    page.goto(f"{portal}/produk/")
    expect(page.get_by_role("listitem").filter(has_text="Abon Cakalang Pedas")).to_contain_text("Halal")
    assert counted(page, portal) == before + 1
