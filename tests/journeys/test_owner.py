"""An owner on a phone: registers, is accepted, claims, adds a product, asks for halal, answers a repair."""

import datetime
import io
import re
import time

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from common import traps
from fasilitasi.actions import judge_document, move
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.models import Fasilitasi
from pendaftaran.models import Pendaftaran
from produk.models import Produk
from tests.factories import PASSWORD, DesaFactory, UserFactory
from tests.journeys.conftest import DESKTOP
from umkm.models import Pemilik

OWN = "kelapa muda di tepi pantai"


@pytest.fixture
def desa(portal, monkeypatch):
    # A browser fills the form in faster than people do.
    monkeypatch.setattr(traps, "FASTEST", 0)
    return DesaFactory(name="Desa Uji Pantai")


def picture(name):
    buffer = io.BytesIO()
    Image.new("RGB", (1200, 900), "peru").save(buffer, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_from_registration_to_a_repaired_application(page, browser, portal, desa):
    _register(page, portal, desa)
    with browser.new_context(viewport=DESKTOP, locale="id-ID") as context:
        link = _accept(context.new_page(), portal)
    _claim(page, link)
    _add_product(page)
    case = _ask_for_halal(page)
    _answer_repair(page, portal, case)


def _register(page, portal, desa):
    page.goto(portal)
    page.get_by_role("link", name="Daftarkan usaha").first.click()
    page.get_by_label("Nomor HP/WhatsApp Anda").fill("0812-3456-7890")
    start = int(time.time())
    while int(time.time()) <= start + 1:
        pass
    press(page, "Mulai mendaftar")
    page.get_by_label("Nama lengkap").fill("Sitti Uji")
    press(page, "Lanjutkan")
    page.get_by_label("Nama usaha").fill("Abon Tuna Ampana")
    page.get_by_label("Bidang usaha").select_option("makanan_minuman")
    page.get_by_label("Bentuk usaha").select_option("perseorangan")
    page.get_by_label("Desa atau kelurahan tempat usaha").select_option(label=desa.name)
    press(page, "Lanjutkan")
    press(page, "Simpan dan lanjutkan")
    page.get_by_label("Menampilkan usaha dan produknya di situs").check()
    press(page, "Lanjutkan")
    heading(page, "Periksa jawaban Anda")
    press(page, "Kirim pendaftaran")
    heading(page, "Pendaftaran Anda sudah kami terima")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _accept(desk, portal):
    officer = UserFactory(role="Verifikator")
    asked = Pendaftaran.objects.get()
    desk.goto(f"{portal}/akun/masuk/?next=/kantor/")
    desk.get_by_label("Nama pengguna atau surel").fill(officer.username)
    desk.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    press(desk, "Masuk")
    desk.get_by_role("link", name=re.compile("Pendaftaran usaha menunggu")).click()
    desk.get_by_role("link", name=asked.nomor).click()
    desk.get_by_label("Saya sudah menghubungi").check()
    press(desk, "Terima pendaftaran")
    pemilik = Pemilik.objects.get()
    desk.goto(f"{portal}{reverse('admin:umkm_pemilik_change', args=[pemilik.pk])}")
    desk.get_by_role("link", name="Undang mengelola usahanya").click()
    press(desk, "Buat tautan")
    text = desk.locator(".kewajiban-text").inner_text()
    return re.search(r"https?://\S+kunci=[\w-]+", text)[0]


def _claim(page, link):
    page.goto(link)
    expect(page.get_by_text("Abon Tuna Ampana")).to_be_visible()
    page.get_by_label("Kata sandi baru").fill(OWN)
    press(page, "Buka akun")
    heading(page, "Usaha saya")


def _add_product(page):
    page.get_by_role("link", name="Tambah produk").click()
    page.get_by_label("Foto").set_input_files(picture("abon.jpg"))
    page.get_by_label("Nama produk").fill("Abon tuna pedas")
    page.get_by_label("Kategori").select_option(index=1)
    page.get_by_label("Harga", exact=True).fill("Rp 25.000")
    page.get_by_label("Harga per").select_option("bungkus")
    press(page, "Simpan produk")
    expect(page.get_by_text("Produk tersimpan.")).to_be_visible()
    assert Produk.objects.get().foto_set.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _ask_for_halal(page):
    page.get_by_role("link", name="Minta bantuan").click()
    page.get_by_label("Bantuan yang Anda minta").select_option(
        label=page.locator("#id_jenis option", has_text="halal").first.inner_text()
    )
    page.get_by_label("Abon tuna pedas").check()
    press(page, "Kirim permohonan")
    expect(page.get_by_text("terkirim")).to_be_visible()
    page.get_by_label(re.compile("^Foto atau PDF")).first.set_input_files(picture("ktp.jpg"))
    page.get_by_role("button", name=re.compile("^Kirim")).first.click()
    expect(page.get_by_text("diterima.")).to_be_visible()
    return Fasilitasi.objects.get()


def _answer_repair(page, portal, case):
    officer, received = UserFactory(), case.berkasfasilitasi_set.get()
    judge_document(berkas=received, keadaan=KeadaanBerkas.PERLU_PERBAIKAN, by=officer, notes="Fotonya buram.")
    today = datetime.datetime.now(datetime.UTC).date()
    move(fasilitasi=case, to=Status.PERLU_PERBAIKAN, on=max(today, case.applied_on), by=officer)
    page.goto(f"{portal}{reverse('akun:case', args=[case.nomor])}")
    expect(page.get_by_text("Fotonya buram.")).to_be_visible()
    page.get_by_label(f"Foto atau PDF {received.berkas.name}").set_input_files(picture("ktp2.jpg"))
    press(page, f"Kirim lagi {received.berkas.name}")
    press(page, "Sudah saya perbaiki")
    expect(page.get_by_text("Petugas memeriksa lagi berkas Anda.")).to_be_visible()
    case.refresh_from_db()
    assert case.status == Status.DIPERIKSA
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
