"""A phone loses its signal: the site says so in its own frame, and holds nothing of what was read before."""

import pytest

from tests.journeys import district

pytestmark = pytest.mark.django_db


@pytest.fixture
def installed(page, portal):
    """A phone on which the site's worker has taken charge."""
    district.fill()
    page.goto(portal)
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    return page


def kept(page):
    return page.evaluate(
        """async () => {
            const names = await caches.keys();
            const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return all.flat().map((request) => new URL(request.url).pathname);
        }"""
    )


def test_a_page_without_signal_says_so_and_opens_again_with_it(installed, portal, context):
    context.set_offline(True)
    installed.goto(f"{portal}/produk/")
    assert installed.get_by_role("heading", level=1).inner_text() == "Tidak ada sambungan internet"
    assert installed.url == f"{portal}/produk/"
    # In the site's own frame: the style sheet came along.
    assert (
        installed.evaluate("getComputedStyle(document.querySelector('.strip')).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )
    context.set_offline(False)
    installed.get_by_role("link", name="Coba lagi").click()
    installed.wait_for_selector(".card")


def test_no_page_that_was_read_is_kept(installed, portal):
    for address in ("/produk/", "/usaha/", "/akun/masuk/", "/kantor/"):
        installed.goto(portal + address)
    assert sorted(kept(installed)) == [
        "/luring/",
        "/static/css/site.css",
        "/static/img/kategori.svg",
        "/static/img/mark.svg",
    ]


def test_a_phone_can_install_the_site(page, portal, context):
    page.goto(portal)
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # The browser of a test is a private window, which installs nothing whatever the site is like.
    assert [error["errorId"] for error in errors] == ["in-incognito"]
