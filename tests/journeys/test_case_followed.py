"""A halal case by its stages and documents at the office, and followed by whoever holds the receipt."""

import pytest
from playwright.sync_api import expect

from common.receipts import code_of
from fasilitasi.models import Fasilitasi, JenisFasilitasi, PembukaanBerkas
from tests.factories import PASSWORD, FasilitasiFactory, UsahaFactory, UserFactory

PDF = {
    "name": "KTP Sitti.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n",
}


@pytest.fixture
def case(portal):
    halal = JenisFasilitasi.objects.get(slug="halal")
    return FasilitasiFactory(jenis=halal, usaha=UsahaFactory(name="Dapur Sitti"))


def test_documents_and_stages_reach_the_holder_of_the_receipt(portal, page, sign_in, case):
    sign_in(UserFactory(role="Petugas"), PASSWORD)
    page.goto(f"{portal}/kantor/fasilitasi/fasilitasi/{case.pk}/change/")
    page.get_by_role("link", name="Terima dan periksa berkas").click()
    page.get_by_label("Unggah KTP pemilik").set_input_files(PDF)
    page.get_by_role("button", name="Simpan berkas").click()
    expect(page.locator(".messagelist")).to_contain_text("1 berkas tersimpan")
    with page.expect_download() as download:
        page.get_by_role("button", name="Buka KTP pemilik 1").click()
    assert download.value.suggested_filename.startswith(case.nomor)
    page.get_by_label("Keadaan").select_option("Sudah diperiksa")
    page.get_by_role("button", name="Simpan keadaan KTP pemilik 1").click()
    expect(page.get_by_role("heading", name="KTP pemilik")).to_contain_text("Sudah diperiksa")

    page.get_by_role("link", name="Kembali ke fasilitasi").click()
    page.get_by_role("button", name="Akun SiHalal dibuat").click()
    expect(page.locator(".messagelist")).to_contain_text("Akun SiHalal dibuat")
    expect(page.locator(".office-stages .is-here")).to_have_text("Akun SiHalal dibuat")

    page.context.clear_cookies()
    page.goto(f"{portal}/lacak/")
    page.get_by_label("Nomor permohonan").fill(case.nomor.lower())
    page.get_by_label("Kode").fill(code_of(case.nomor))
    page.get_by_role("button", name="Lihat kemajuan").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Akun SiHalal dibuat")
    expect(main).to_contain_text("Daftar produk dan bahan")
    expect(main).not_to_contain_text("Sitti")
    expect(main).not_to_contain_text("KTP pemilik")
    assert PembukaanBerkas.objects.count() == 1
    assert Fasilitasi.objects.get().status_label == "Akun SiHalal dibuat"
