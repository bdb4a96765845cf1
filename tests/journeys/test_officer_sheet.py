"""A recap officer on a phone: the template's own words, a sheet with faults, what is saved, what comes back."""

import datetime

from django.utils import timezone
from playwright.sync_api import expect

from belanja_asn.models import Belanja
from tests.belanja import AturanBelanjaFactory, PetugasRekapFactory
from tests.factories import PASSWORD, UsahaFactory


def sheet(*lines):
    header = "Tanggal;Perangkat daerah;Penjual;Nama barang;Nilai;No nota"
    content = "\n".join([header, *lines]).encode()
    return {"name": "belanja.csv", "mimeType": "text/csv", "buffer": content}


def press(page, name):
    page.get_by_role("button", name=name).click()


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_sheet_from_a_phone_is_checked_saved_and_taken_back(page, portal):
    today = timezone.localdate()
    AturanBelanjaFactory(valid_from=datetime.date(today.year, 1, 1))
    UsahaFactory(name="Dapur Mekar")
    officer = PetugasRekapFactory(opd__name="Dinas Kesehatan").account
    page.goto(f"{portal}/akun/masuk/")
    page.get_by_label("Nama pengguna atau surel").fill(officer.username)
    page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.get_by_role("link", name="Masukkan dari lembar Excel atau CSV").click()
    heading(page, "Impor lembar")
    page.get_by_role("link", name="Impor berkas").click()
    heading(page, "Impor baru")
    with page.expect_download() as template:
        page.get_by_role("link", name="Unduh templat").click()
    assert template.value.suggested_filename == "templat-belanja-opd.xlsx"
    day = f"{today:%d-%m-%Y}"
    page.locator("input[type=file]").set_input_files(
        sheet(f"{day};;Dapur Mekar;2 kopi;75.000;A1", f"{day};Dinas Lain;Dapur Mekar;1 kue;x;A2")
    )
    press(page, "Unggah dan periksa")
    heading(page, "Arti kolom")
    press(page, "Periksa semua baris")
    heading(page, "Pratinjau")
    page.get_by_role("link", name="Ditolak").click()
    expect(page.get_by_text("Perangkat daerah ini tidak dikenal.")).to_be_visible()
    with page.expect_download() as refused:
        press(page, "Unduh baris ditolak")
    assert refused.value.suggested_filename.startswith("ditolak-")
    press(page, "Simpan")
    expect(page.get_by_text("1 baris tersimpan")).to_be_visible()
    heading(page, "Hasil impor")
    assert [(each.nilai, each.keadaan) for each in Belanja.objects.all()] == [(75_000, "menunggu")]
    page.get_by_role("link", name="Urungkan impor").click()
    heading(page, "Urungkan impor")
    press(page, "Ya, urungkan")
    expect(page.get_by_text("Impor ini sudah diurungkan")).to_be_visible()
    assert not Belanja.objects.exists()
