"""A cooperative without its annual meeting gets its first warning, printed twice alike."""

from pathlib import Path

from playwright.sync_api import expect

from surat.models import Surat
from tests.factories import PASSWORD, KoperasiFactory, UserFactory


def take(page, nomor, path):
    with page.expect_download() as caught:
        page.get_by_role("link", name=nomor).click()
    caught.value.save_as(path)
    return Path(path).read_bytes()


def test_an_officer_warns_a_cooperative_without_rat(portal, page, sign_in, tmp_path):
    koperasi = KoperasiFactory(name="KUD Tanpa Rapat")
    sign_in(UserFactory(role="Verifikator"), PASSWORD)
    page.goto(f"{portal}/kantor/koperasi/koperasi/{koperasi.pk}/change/")
    page.get_by_role("link", name="Peringatan RAT").click()
    expect(page.get_by_text("KUD Tanpa Rapat belum melaporkan pelaksanaan RAT")).to_be_visible()
    page.get_by_role("button", name="Terbitkan SP1").click()
    nomor = Surat.objects.get().dokumen.nomor
    expect(page.get_by_role("status")).to_contain_text(f"terbit dengan nomor {nomor}")
    expect(page.get_by_text("SP2 paling cepat bulan depan")).to_be_visible()
    assert take(page, nomor, tmp_path / "sekali.pdf") == take(page, nomor, tmp_path / "lagi.pdf")
