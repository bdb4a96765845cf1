"""A quarter is signed and frozen; late data come, and the paper stays what it was."""

import datetime
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from fasilitasi.models import JenisFasilitasi
from laporan.models import DokumenTerbit, Kop, Pejabat
from tests.factories import PASSWORD, FasilitasiFactory, UserFactory

ON = datetime.date(2026, 5, 4)
QUARTER = "/laporan/rekap-fasilitasi/?tahun=2026&triwulan=2"


def finish_halal():
    FasilitasiFactory(
        jenis=JenisFasilitasi.objects.get(slug="halal"), finished=True, applied_on=ON, result_on=ON
    )


@pytest.fixture
def office(portal):
    since = datetime.date(2020, 1, 1)
    Kop.objects.create(line_1="PEMERINTAH CONTOH", line_2="DINAS CONTOH", place="Ampana", valid_from=since)
    for role in ("kepala_dinas", "kepala_bidang"):
        Pejabat.objects.create(name=f"Uji {role}, S.E.", jabatan="Kepala", peran=role, valid_from=since)
    finish_halal()


@pytest.fixture
def on_the_report(portal, page, sign_in, office):
    sign_in(UserFactory(role="Pejabat"), PASSWORD)
    page.goto(f"{portal}{QUARTER}")
    return page


def take(page, name, path):
    with page.expect_download() as caught:
        page.get_by_role("link", name=name).click()
    caught.value.save_as(path)
    return Path(path).read_bytes()


def text_of(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_quarter_is_frozen_and_late_data_leave_it_alone(portal, on_the_report, tmp_path):
    page = on_the_report
    page.get_by_role("link", name="Pratinjau terbitan").click()
    assert "RANCANGAN" in text_of(take(page, "Unduh rancangan PDF", tmp_path / "rancangan.pdf"))
    page.get_by_role("button", name="Setujui angka ini").click()
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DokumenTerbit.objects.get().nomor)
    expect(page.get_by_text("Tidak ada perbedaan")).to_be_visible()
    first = take(page, "Unduh PDF terbitan", tmp_path / "pertama.pdf")

    finish_halal()

    page.reload()
    expect(page.locator("section:has(#selisih)")).to_contain_text("1 berubah isinya")
    last_row = page.get_by_role("region", name="Jumlah pada terbitan").locator("tbody tr").last
    assert last_row.locator("th, td").all_inner_texts() == ["Jumlah", "1", "2", "+1"]
    assert take(page, "Unduh PDF terbitan", tmp_path / "kedua.pdf") == first

    page.get_by_role("link", name="Terbitkan perbaikan").click()
    page.get_by_label("Alasan perbaikan").fill("Satu sertifikat halal terlambat dicatat")
    page.get_by_role("button", name="Setujui angka ini").click()
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    old, new = DokumenTerbit.objects.order_by("version")
    expect(page.get_by_role("heading", level=1)).to_have_text(new.nomor)
    assert f"Perbaikan atas {old.nomor}" in text_of(take(page, "Unduh PDF terbitan", tmp_path / "baru.pdf"))

    # Whoever holds the old paper types its code.
    page.goto(f"{portal}/verifikasi/")
    page.get_by_label("Kode pada kaki dokumen").fill(old.spaced_code.lower())
    page.get_by_role("button", name="Periksa dokumen").click()
    expect(page.get_by_text("sudah digantikan")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name=new.nomor).click()
    expect(page.get_by_text("masih berlaku")).to_be_visible()
