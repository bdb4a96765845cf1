"""A page that is opened in a browser is one more view; opened again in the same tab it is not."""

import re

import pytest

from common.throttle import OF_WORKER
from pesanan.models import KunjunganHalaman
from tests.factories import PASSWORD, ProdukFactory, UsahaFactory, UserFactory


@pytest.fixture
def produk(portal):
    OF_WORKER.clear()
    return ProdukFactory(listed=True, usaha=UsahaFactory(listed=True), name="Abon Cakalang")


def opened(page, address):
    """Open it, and wait for the answer to what its script tells."""
    with page.expect_response(re.compile("/dilihat/$")) as told:
        page.goto(address)
    assert told.value.status == 204


def opened_without_telling(page, address):
    told = []
    page.on("request", lambda request: told.append(request.url) if "/dilihat/" in request.url else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert told == []


def counted():
    return sorted((str(row.subject), row.jumlah) for row in KunjunganHalaman.objects.all())


def test_an_opened_product_is_one_more_and_a_reload_is_not(page, portal, produk):
    opened(page, f"{portal}{produk.get_absolute_url()}")
    opened_without_telling(page, f"{portal}{produk.get_absolute_url()}")
    assert counted() == [("Abon Cakalang", 1)]


def test_the_page_of_the_seller_counts_beside_it_and_each_new_visitor_anew(page, browser, portal, produk):
    opened(page, f"{portal}{produk.get_absolute_url()}")
    opened(page, f"{portal}{produk.usaha.get_absolute_url()}")
    with browser.new_context() as other:
        opened(other.new_page(), f"{portal}{produk.get_absolute_url()}")
    assert counted() == sorted([("Abon Cakalang", 2), (produk.usaha.name, 1)])


def test_lists_and_products_off_the_site_count_nothing(page, portal, produk):
    opened_without_telling(page, f"{portal}/produk/")
    opened_without_telling(page, f"{portal}{ProdukFactory().get_absolute_url()}")
    assert counted() == []


def test_a_browser_that_keeps_nothing_still_counts(page, portal, produk):
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('', 'SecurityError') }})"
    )
    opened(page, f"{portal}{produk.get_absolute_url()}")
    assert counted() == [("Abon Cakalang", 1)]


def test_an_owner_who_is_signed_in_looks_without_being_counted(page, portal, produk):
    user = UserFactory()
    produk.usaha.pemilik.account = user
    produk.usaha.pemilik.save()
    page.goto(f"{portal}/akun/masuk/?next=/akun/")
    page.get_by_label("Nama pengguna atau surel").fill(user.username)
    page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(f"{portal}/akun/")
    opened(page, f"{portal}{produk.get_absolute_url()}")
    assert counted() == []
