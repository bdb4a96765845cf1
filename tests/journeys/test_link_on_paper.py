"""An officer prints an owner's one-time link: the paper holds the code and the way, and nothing the office reads."""

import pytest
from playwright.sync_api import expect

from tests.factories import PASSWORD, UsahaFactory, UserFactory


@pytest.fixture
def paper(page, portal, sign_in):
    """The page of a link, as a printer gets it."""
    pemilik = UsahaFactory(
        name="Dapur Uji", pemilik__name="Sitti Contoh", pemilik__phone="+6281234567890"
    ).pemilik
    sign_in(UserFactory(role="Petugas"), PASSWORD)
    page.goto(f"{portal}/kantor/undangan/{pemilik.pk}/")
    page.get_by_role("button", name="Buat tautan", exact=True).click()
    expect(page.get_by_text("cetak halaman ini")).to_be_visible()
    page.emulate_media(media="print")
    return page


def test_the_paper_holds_the_code_and_says_for_whom_and_how(paper):
    expect(paper.get_by_text("Untuk Sitti Contoh. Pindai kode ini")).to_be_visible()
    expect(paper.get_by_text("Tautan berlaku 7 hari, hanya sekali.")).to_be_visible()
    centimetres = (
        paper.get_by_role("img", name="Kode QR tautan undangan").locator("svg").bounding_box()["width"] / 37.8
    )
    assert 8 < centimetres < 10


def test_the_paper_holds_nothing_that_is_only_for_the_office(paper):
    for words in (
        "Nomor HP",
        "Belum ada",
        "Undang Sitti Contoh",
        "cetak halaman ini",
        "Buka di WhatsApp",
        "Menu",
    ):
        expect(paper.get_by_text(words).first).to_be_hidden()


def test_the_paper_is_one_page(paper):
    assert paper.pdf(format="A4").count(b"/Type /Page\n") == 1
