"""A civil servant buys, the seller says yes, and the OPD's recap shows it."""

import io
import time
from contextlib import contextmanager

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from belanja_asn.aturan import Bulan
from belanja_asn.models import Belanja
from common import traps
from tests.belanja import AturanBelanjaFactory, PetugasRekapFactory
from tests.factories import PASSWORD, ProdukFactory, UserFactory
from tests.journeys.conftest import PHONE


@pytest.fixture
def produk(portal, monkeypatch):
    # A browser fills the form in faster than people do.
    monkeypatch.setattr(traps, "FASTEST", 0)
    AturanBelanjaFactory(
        valid_from=Bulan.of(timezone.localdate()).start, identitas="nama", nilai_minimum=50_000
    )
    produk = ProdukFactory(listed=True, name="Abon Cakalang")
    produk.usaha.pemilik.account = UserFactory()
    produk.usaha.pemilik.save()
    return produk


@pytest.fixture
def officer(portal):
    return PetugasRekapFactory(opd__name="Dinas Kesehatan", opd__asn=20)


def nota():
    output = io.BytesIO()
    Image.new("RGB", (600, 900), "ivory").save(output, "JPEG")
    return {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": output.getvalue()}


def test_a_purchase_goes_from_the_phone_to_the_recap(browser, portal, produk, officer):
    with browser.new_context(viewport=PHONE, locale="id-ID") as context:
        page = context.new_page()
        page.goto(f"{portal}{produk.get_absolute_url()}")
        page.get_by_role("link", name="Catat belanja ASN").click()
        page.get_by_role("button", name="Kirim catatan belanja").click()
        expect(page.get_by_role("alert")).to_contain_text("Pilih perangkat daerah tempat Anda bekerja.")
        page.get_by_label("Perangkat daerah Anda").select_option("Dinas Kesehatan")
        page.get_by_label("Nama Anda").fill("Sitti Rahma, S.E.")
        page.get_by_label("Tanggal belanja").fill(f"{timezone.localdate():%d-%m-%Y}")
        page.get_by_label("Apa yang Anda beli?").fill("3 Abon Cakalang")
        page.get_by_label("Jumlah yang dibayar").fill("75.000")
        page.get_by_label("Foto nota").set_input_files(nota())
        _wait_a_second()
        page.get_by_role("button", name="Kirim catatan belanja").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Belanja Anda sudah tercatat")
        expect(page.get_by_text("Menunggu konfirmasi")).to_be_visible()
    with _signed_in(browser, portal, produk.usaha.pemilik.account) as page:
        page.goto(f"{portal}/akun/belanja/")
        expect(page.get_by_text("3 Abon Cakalang")).to_be_visible()
        expect(page.get_by_text("Sitti")).to_have_count(0)
        page.get_by_role("button", name="Ya, benar").click()
        expect(page.get_by_text("Belanja ini sudah dikonfirmasi")).to_be_visible()
    with _signed_in(browser, portal, officer.account) as page:
        page.goto(f"{portal}/akun/rekap-belanja/")
        expect(page.get_by_text("1 dari 20 ASN ikut (5,00 %), Rp75.000")).to_be_visible()
        page.get_by_role("link", name="Buka").first.click()
        expect(page.get_by_text("Sitti Rahma, S.E.")).to_be_visible()
        page.get_by_role("button", name="Laporkan").click()
        expect(page.get_by_text("Rekap bulan ini sudah dilaporkan.")).to_be_visible()
        expect(page.get_by_text("Sudah melapor")).to_be_visible()
    belanja = Belanja.objects.get()
    assert belanja.itembelanja_set.get().produk == produk
    assert belanja.nota.size > 0


def _wait_a_second():
    """The signature tells whole seconds, and the form must be older than none of them."""
    start = int(time.time())
    while int(time.time()) <= start + 1:
        pass


@contextmanager
def _signed_in(browser, portal, user):
    """A phone of one person, signed in through the door that people use."""
    with browser.new_context(viewport=PHONE, locale="id-ID") as context:
        page = context.new_page()
        page.goto(f"{portal}/akun/masuk/?next=/tentang/")
        page.get_by_label("Nama pengguna atau surel").fill(user.username)
        page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{portal}/tentang/")
        yield page
