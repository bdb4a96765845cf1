"""A clerk brings a dirty sheet, decides what is doubtful, corrects what was refused, and has everybody in."""

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.factories import PASSWORD, UsahaFactory, UserFactory
from tests.spreadsheets.lembar import nik
from umkm.models import Pemilik, Usaha
from wilayah.models import Desa

TITLES = ["DATA PELAKU USAHA MIKRO", "KECAMATAN RATOLINDO TAHUN 2025"]
HEADER = [
    "NO",
    "NAMA PEMILIK",
    "NO. KTP",
    "DESA/KEL",
    "NAMA USAHA",
    "JENIS USAHA",
    "NO. HP/WA",
    "OMSET/BULAN",
    "KET",
]
ROWS = [
    [1, "Sitti Contoh", nik(1), "Uentanaga Bawah", "Dapur Sitti", "Kue", "0812-0000-0001", "Rp. 1.000.000,00", ""],
    [2, "BUDI HALIM", nik(2), "Desa Uentanaga Atas", "UD. Sinar Laut", "Ikan asin", "8120000002", "BELUM ADA", "-"],
    # Excel has rounded this NIK to fifteen digits.
    [3, "Dewi Lestari", 7209990101900010, "Sumoli", "Anyaman Dewi", "Anyaman", "-", 750000, "-"],
    [4, "Hasan Basri", "TIDAK ADA", "Sumoli", "Warung Hasan", "Warung", "", "", "Langganan lama"],
    ["JUMLAH", None, None, None, None, None, None, 1750000, None],
]  # fmt: skip


@pytest.fixture
def clerk(transactional_db):
    return UserFactory(role="Petugas", name="Rina Contoh")


def sheet(path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Ratolindo"
    for title in TITLES:
        page.append([title])
        page.merge_cells(start_row=page.max_row, end_row=page.max_row, start_column=1, end_column=len(HEADER))
    page.append([])
    page.append(HEADER)
    page.append(list(range(1, len(HEADER) + 1)))
    for row in ROWS:
        page.append(row)
    book.save(path)
    return path


def upload(page, path):
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Impor lembar").first.click()
    page.get_by_role("link", name="Impor berkas").click()
    page.get_by_label("Pemilik dan usaha").check()
    page.get_by_label("Berkas", exact=True).set_input_files(path)
    page.get_by_role("button", name="Unggah dan periksa").click()


def test_a_dirty_sheet_goes_in_whole(page, portal, clerk, sign_in, tmp_path):
    UsahaFactory(name="Warung Hasan", desa=Desa.objects.get(name="Sumoli"), pemilik__name="Hasan Basri Lama")
    sign_in(clerk, PASSWORD)
    upload(page, sheet(tmp_path / "daftar.xlsx"))

    page.get_by_label("KET", exact=True).select_option(label="Simpan sebagai catatan")
    page.get_by_label("Tahun angka usaha").fill("2025")
    page.get_by_role("button", name="Periksa semua baris").click()
    expect(page.get_by_text("Belum ada yang disimpan")).to_be_visible()
    assert Pemilik.objects.count() == 1

    expect(page.get_by_role("link", name="1 Mungkin kembar")).to_be_visible()
    page.get_by_role("button", name="Berbeda, catat baru", exact=True).click()
    expect(page.locator(".impor-rows")).to_contain_text("Catat sebagai data baru")
    page.get_by_role("link", name="1 Ditolak").click()
    expect(page.locator(".impor-rows")).to_contain_text("15 angka")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh baris ditolak").click()
    refused = tmp_path / "ditolak.xlsx"
    download.value.save_as(refused)
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("3 baris tersimpan")).to_be_visible()

    upload(page, corrected(refused))
    page.get_by_role("button", name="Periksa semua baris").click()
    expect(page.get_by_role("link", name="1 Baru")).to_be_visible()
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("1 baris tersimpan")).to_be_visible()

    assert sorted(Usaha.objects.values_list("name", flat=True)) == [
        "Anyaman Dewi", "Dapur Sitti", "UD. Sinar Laut", "Warung Hasan", "Warung Hasan",
    ]  # fmt: skip
    assert Pemilik.objects.with_nik(nik(11)).get().name == "Dewi Lestari"


def corrected(path):
    """The refused row with the NIK that the clerk looked up on the card."""
    book = openpyxl.load_workbook(path)
    page = book.active
    headers = [cell.value for cell in page[1]]
    page.cell(row=2, column=headers.index("NO. KTP") + 1).value = nik(11)
    book.save(path)
    return path
