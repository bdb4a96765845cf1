"""Take the pictures of the README and the manual: `python docs/screenshots.py http://127.0.0.1:8000`.

Needs a running `manage.py demo`, Chromium, and pdftoppm (Debian: chromium, poppler-utils). Every page at phone and
desktop width, light and dark, into `docs/img/`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import django
import xlsxwriter
from playwright.sync_api import Browser, BrowserContext, Locator, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")
django.setup()

from accounts.roles import PEJABAT, PETUGAS, VERIFIKATOR  # noqa: E402
from rumah_usaha.demo.loading.accounts import LOGINS as ALL_LOGINS  # noqa: E402
from rumah_usaha.demo.loading.accounts import OWNER, Login  # noqa: E402
from rumah_usaha.demo.loading.belanja_asn import RECAP_LOGIN  # noqa: E402

LOGINS = {login.role: login for login in ALL_LOGINS}

IMAGES = ROOT / "docs" / "img"
SIZES: dict[str, ViewportSize] = {
    "hp": {"width": 360, "height": 740},
    "desktop": {"width": 1280, "height": 800},
}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

PUBLIC = {
    "beranda": "/",
    "daftar-produk": "/produk/",
    "produk": "/produk/ >> .card a",
    "usaha": "/usaha/ >> main li a[href^='/usaha/']",
    "koperasi": "/koperasi/ >> main li a[href^='/koperasi/']",
}
STAFF = {
    "meja-kerja": "/kantor/",
    "periksa-data": "/kantor/periksa-data/",
    "data-kembar": "/kantor/kembar/",
    "etalase": "/kantor/rak/",
    "kantor-daftar": "/kantor/umkm/usaha/",
    "kantor-formulir": "/kantor/umkm/usaha/ >> #result_list tbody th a",
}
REPORTS = {"laporan": "/laporan/rekap-fasilitasi/"}
# Where the manual says what stands on a page: one picture each, as its reader meets it.
ON_PHONE: dict[Login | None, dict[str, str]] = {
    None: {"daftarkan-usaha": "/daftar/", "catat-belanja": "/1-asn-1-produk/", "buku-tamu": "/buku-tamu/"},
    OWNER: {
        "pemilik-usaha": "/akun/",
        "pemilik-produk": "/akun/ >> main a[href^='/akun/usaha/']",
        "pemilik-persetujuan": "/akun/persetujuan/",
        "pemilik-bantuan": "/akun/izin/ >> main .panel a[href^='/akun/izin/']",
        "pemilik-kegiatan": "/akun/kegiatan/",
        "pemilik-pengumuman": "/akun/pengumuman/",
    },
    RECAP_LOGIN: {
        "rekap-belanja": "/akun/rekap-belanja/",
        "rekap-catat": "/akun/rekap-belanja/ >> main a.button-main",
        "rekap-bulan": "/akun/rekap-belanja/ >> main .asn-cards a",
    },
}
ON_DESKTOP: dict[Login | None, dict[str, str]] = {
    LOGINS[VERIFIKATOR]: {
        "pendaftaran": "/kantor/pendaftaran/pendaftaran/ >> #result_list tbody th a",
        "belanja-asn": "/kantor/belanja_asn/belanja/",
        "opd-belum-melapor": "/kantor/belanja-asn/pengingat/",
        "pengumuman": "/kantor/pengumuman/pengumuman/ >> #result_list tbody th a",
        "kegiatan": "/kantor/kegiatan/kegiatan/",
        "kegiatan-hadir": "/kantor/kegiatan/kegiatan/ >> tbody tr:last-child th a >> a:text('Peserta dan')",
        "surat": "/kantor/surat-keluar/",
    },
    LOGINS[PEJABAT]: {"laporan-menunggu": "/laporan/menunggu/"},
}
REPORT_PDF = "/laporan/rekap-fasilitasi/?format=pdf"


def main(base: str) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        shoot(browser, base, PUBLIC, None)
        shoot(browser, base, STAFF, LOGINS[VERIFIKATOR])
        for size, viewport in SIZES.items():
            bring_in(browser, base, LOGINS[PETUGAS], size, viewport)
        shoot(browser, base, REPORTS, LOGINS[PEJABAT])
        paper(browser, base, LOGINS[PEJABAT])
        for size, groups in (("hp", ON_PHONE), ("desktop", ON_DESKTOP)):
            for login, pages in groups.items():
                shoot(browser, base, pages, login, sizes=[size], schemes=["light"])
        browser.close()


def shoot(
    browser: Browser,
    base: str,
    pages: dict[str, str],
    login: Login | None,
    sizes: Iterable[str] = tuple(SIZES),
    schemes: Iterable[Scheme] = SCHEMES,
) -> None:
    for size in sizes:
        for scheme in schemes:
            context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, locale="id-ID")
            if login:
                sign_in(context, base, login)
            for name, target in pages.items():
                take(context, base, target, IMAGES / f"{name}-{size}-{scheme}.jpg")
            context.close()


def sign_in(context: BrowserContext, base: str, login: Login) -> None:
    page = context.new_page()
    page.goto(f"{base}/akun/masuk/?next=/akun/keamanan/")
    page.get_by_label("Nama pengguna atau surel").fill(login.username)
    page.get_by_label("Kata sandi", exact=True).fill(login.passphrase)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_load_state()
    page.close()


def take(context: BrowserContext, base: str, target: str, path: Path) -> None:
    """`target` is an address, and selectors of the links to follow from there."""
    address, *links = target.split(" >> ")
    page = context.new_page()
    page.goto(base + address)
    for link in links:
        page.goto(page.locator(link).first.evaluate("link => link.href"))
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, type="jpeg", quality=80)
    page.close()


def bring_in(browser: Browser, base: str, login: Login, size: str, viewport: ViewportSize) -> None:
    """Each step of an import, which is taken back at the end."""
    context = browser.new_context(viewport=viewport, color_scheme="light", locale="id-ID")
    sign_in(context, base, login)
    page = context.new_page()
    page.set_default_timeout(60_000)

    def keep(step: str) -> None:
        page.wait_for_load_state("networkidle")
        path = IMAGES / f"impor-{step}-{size}.jpg"
        page.screenshot(path=path, type="jpeg", quality=80, full_page=True)

    def press(target: Locator) -> None:
        # A picture of a whole page moves its sticky bar, and a click right after it may miss.
        target.press("Enter")

    page.goto(f"{base}/kantor/impor/baru/")
    page.get_by_label("Pemilik dan usaha").check()
    keep("1-unggah")
    with tempfile.TemporaryDirectory() as folder:
        page.get_by_label("Berkas", exact=True).set_input_files(dirty_sheet(Path(folder) / "ratolindo.xlsx"))
        page.get_by_role("button", name="Unggah dan periksa").click()
        page.get_by_label("KET", exact=True).select_option(label="Simpan sebagai catatan")
    page.get_by_label("Tahun angka usaha").fill("2025")
    keep("2-kolom")
    press(page.get_by_role("button", name="Periksa semua baris"))
    page.get_by_text("Belum ada yang disimpan").wait_for()
    press(page.get_by_role("link", name="Baru"))
    keep("3-pratinjau")
    press(page.get_by_role("link", name="Ditolak"))
    keep("4-ditolak")
    press(page.get_by_role("button", name="Simpan", exact=True))
    page.get_by_text("baris tersimpan").wait_for()
    keep("5-hasil")
    press(page.get_by_role("link", name="Urungkan"))
    keep("6-urungkan")
    press(page.get_by_role("button", name="Urungkan"))
    page.get_by_text("diurungkan").first.wait_for()
    context.close()


def dirty_sheet(path: Path) -> Path:
    """As offices keep them: a title above, a row of column numbers, a total, and one NIK that Excel has rounded."""
    header = ["NO", "NAMA PEMILIK", "NO. KTP", "DESA/KEL", "NAMA USAHA", "NO. HP/WA", "OMSET/BULAN", "KET"]
    rows = [
        [
            1,
            "Sitti Rahmania",
            "7209995203900901",
            "Uentanaga Bawah",
            "Dapur Rahmania",
            "0812-0000-0901",
            "Rp. 1.000.000,00",
            "-",
        ],
        [
            2,
            "Budi Halimun",
            "7209990101850902",
            "Desa Uentanaga Atas",
            "UD. Sinar Halimun",
            "8120000902",
            "BELUM ADA",
            "Langganan",
        ],
        [3, "Dewi Lestarini", 7209995203900900, "Sumoli", "Anyaman Lestarini", "-", 750000, "-"],
        [4, "Hasan Basrun", "TIDAK ADA", "Somoli", "Warung Basrun", "", "", ""],
    ]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Ratolindo")
        page.merge_range(0, 0, 0, len(header) - 1, "DATA PELAKU USAHA MIKRO KECAMATAN RATOLINDO TAHUN 2025")
        page.write_row(2, 0, header)
        page.write_row(3, 0, range(1, len(header) + 1))
        for number, row in enumerate(rows, 4):
            page.write_row(number, 0, row)
        page.write_row(len(rows) + 4, 0, ["JUMLAH", None, None, None, None, None, 1_750_000])
    return path


def paper(browser: Browser, base: str, login: Login) -> None:
    context = browser.new_context()
    sign_in(context, base, login)
    answer = context.request.get(base + REPORT_PDF)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "laporan.pdf"
        file.write_bytes(answer.body())
        subprocess.run(
            [
                shutil.which("pdftoppm") or "pdftoppm",
                *("-jpeg", "-r", "80", "-f", "1", "-singlefile"),
                file,
                IMAGES / "laporan-pdf",
            ],
            check=True,
        )
    context.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
