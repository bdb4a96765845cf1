"""An official reads the launch article's figures on the screen and takes them home on paper."""

import datetime
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from laporan.models import Kop, Pejabat
from tests.factories import PASSWORD, UserFactory
from tests.journeys import recap


@pytest.fixture
def office(portal):
    """Letterhead and heads of the office: the one who signed in 2022, and the one who came after."""
    Kop.objects.create(
        line_1="PEMERINTAH KABUPATEN TOJO UNA-UNA",
        line_2="DINAS PERINDUSTRIAN DAN PERDAGANGAN",
        address="Jalan Contoh Nomor 1, Ampana",
        place="Ampana",
        valid_from=datetime.date(2020, 1, 1),
    )
    shared = {"jabatan": "Kepala Dinas Perindustrian dan Perdagangan", "peran": "kepala_dinas"}
    Pejabat.objects.create(
        name="Dra. PENDAHULU CONTOH, M.Si.",
        nip="197512291999022001",
        pangkat="Pembina Utama Muda, IV/c",
        valid_from=datetime.date(2020, 1, 1),
        valid_until=datetime.date(2023, 5, 31),
        **shared,
    )
    Pejabat.objects.create(
        name="PENERUS CONTOH, S.E.", pangkat="Pembina, IV/a", valid_from=datetime.date(2023, 6, 1), **shared
    )


@pytest.fixture
def on_the_recap(portal, page, sign_in, office):
    """An official has come from the menu of reports."""
    sign_in(UserFactory(role="Pejabat"), PASSWORD)
    page.goto(f"{portal}/laporan/")
    page.locator(f"a[href='{recap.ADDRESS}']").click()
    return page


def download(page, path):
    with page.expect_download() as caught:
        page.get_by_role("link", name="Unduh PDF").click()
    caught.value.save_as(path)
    pages = PdfReader(io.BytesIO(Path(path).read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_an_official_reads_the_articles_figures_and_prints_them(on_the_recap, tmp_path):
    page = on_the_recap
    figures = recap.read(page)
    expected = {
        "Sertifikat halal": {"2021": "5", "2022": "0"},
        "NIK Koperasi": {"2021": "3", "2022": "0"},
        "Sertipikat tanah (SHAT)": {"2021": "380", "2022": "193"},
    }
    assert {kind: figures[kind] for kind in expected} == expected
    # Nobody is named in the article: every unit is marked so.
    assert {kind: figures[kind, recap.NAMELESS] for kind in expected} == expected

    page.get_by_text("Saring dan atur cetakan").click()
    page.get_by_text("Pengaturan cetak", exact=True).click()
    page.get_by_label("Tanggal laporan").fill("31 Desember 2022")
    page.get_by_role("button", name="Tampilkan").click()
    paper = download(page, tmp_path / "rekap.pdf")

    for line in ("Sertifikat halal Usaha 5 0 5", "NIK Koperasi Koperasi 3 0 3", "380 193 573"):
        assert line in paper
    assert paper.count("tanpa nama (rekap awal)") == 3
    assert "PEMERINTAH KABUPATEN TOJO UNA-UNA DINAS PERINDUSTRIAN DAN PERDAGANGAN" in paper
    assert "Ampana, 31 Desember 2022" in paper
    assert "Dra. PENDAHULU CONTOH, M.Si." in paper
    assert "Pembina Utama Muda, IV/c" in paper
    assert "NIP. 19751229 199902 2 001" in paper
    assert "PENERUS CONTOH" not in paper
