"""Every report in every way an official may ask for it: narrowed, on any paper, as page, PDF, XLSX and CSV."""

import datetime
import io
import re
from html.parser import HTMLParser

import pytest
import time_machine
from pypdf import PdfReader

from fasilitasi.models import JenisFasilitasi
from laporan.models import Pejabat
from laporan.reports import REPORTS
from produk.models import Kategori
from tests import unduhan
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, OpdFactory
from tests.factories import (
    DataTahunanFactory,
    FasilitasiFactory,
    IndikatorFactory,
    KdmpFactory,
    KeanggotaanFactory,
    KerjaSamaFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.kantor import sign_in
from tests.rumah import BukuTamuFactory, on_shelf, sold
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db

# One value that each report knows as a kind, and one in which the district below has nothing.
KINDS = {
    "rekap-fasilitasi": ("halal", "merek"),
    "rekap-kecamatan": ("halal", "merek"),
    "perbandingan-tahun": ("halal", "merek"),
    "target-realisasi": ("indikator-halal", "indikator-merek"),
    "target-realisasi-triwulan": ("indikator-halal", "indikator-merek"),
    "daftar-penerima": ("halal", "merek"),
    "penerima-unik": ("usaha", "koperasi"),
    "daftar-umkm": ("kerajinan", "jasa"),
    "rekap-umkm": ("kerajinan", "jasa"),
    "rekap-umkm-bidang": ("mikro", "besar"),
    "keragaan-koperasi": ("produsen", "jasa"),
    "rat": ("belum_jatuh_tempo", "sp1"),
    "rat-kecamatan": ("produsen", "jasa"),
    "kdmp": ("rat", "musdesus"),
    "sinergi-koperasi": ("produsen", "jasa"),
    "sinergi-kecamatan": ("produsen", "jasa"),
    "sertifikat-berakhir": ("pirt", "merek"),
    "kewajiban": ("pirt", "merek"),
    "belum-halal": ("makanan_minuman", "jasa"),
    "rekap-kegiatan": ("bazar", "rapat"),
    "omzet-bazar": ("kerajinan", "jasa"),
    "1-asn-1-produk": ("dinas-belanja", "dinas-kosong"),
    "1-asn-1-produk-bulan": ("dinas-belanja", "dinas-kosong"),
    "belanja-asn-penjual": ("usaha", "koperasi"),
    "belanja-asn-kecamatan": ("usaha", "koperasi"),
    "etalase-bulan": ("makanan", "kelapa"),
    "etalase-pemilik": ("makanan", "kelapa"),
    "kunjungan": ("belanja", "titip"),
}
BOUGHT_ON = datetime.date(2026, 5, 12)
PERIODS = {
    "year": {"tahun": "2026"},
    "quarter": {"tahun": "2026", "triwulan": "2"},
    "range": {"dari": "1-1-2026", "sampai": "31-12-2026"},
}
NARROWED = {
    **PERIODS,
    "kecamatan": {"tahun": "2026", "kecamatan": "72.09.02"},
    "kind": {"tahun": "2026"},
}


@pytest.fixture(autouse=True)
def _on_a_day_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def official(client):
    """A district with something for every report, and somebody who reads them."""
    with time_machine.travel(datetime.datetime(2026, 2, 2, tzinfo=datetime.UTC), tick=False):
        desa = Kecamatan.objects.get(code="72.09.02").desa_set.first()
        usaha = UsahaFactory(
            desa=desa, bidang_usaha="kerajinan", skala_dinyatakan="mikro", pemilik__jenis_kelamin="P"
        )
        elsewhere = Kecamatan.objects.get(code="72.09.05").desa_set.first()
        UsahaFactory(desa=elsewhere, skala_dinyatakan="kecil", nib="9120001234567")
        koperasi = KoperasiFactory(desa=desa)
    DataTahunanFactory(usaha=usaha)
    ProdukFactory(usaha=usaha, kategori__wajib_halal=True)
    with time_machine.travel(datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC), tick=False):
        sold(on_shelf(ProdukFactory(usaha=usaha, kategori=Kategori.objects.get(slug="makanan"))))
        BukuTamuFactory(kecamatan=desa.kecamatan)
    KeanggotaanFactory(koperasi=koperasi, usaha=usaha)
    KerjaSamaFactory(koperasi=koperasi, usaha=usaha)
    KdmpFactory(desa=desa)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025, modal_sendiri=12_500_000, shu=-750_000)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2026, held_on=None, modal_sendiri=1_000_000)
    halal = JenisFasilitasi.objects.get(slug="halal")
    FasilitasiFactory(jenis=halal, usaha=usaha, finished=True)
    for slug in ("halal", "merek"):
        IndikatorFactory(slug=f"indikator-{slug}", jenis=[JenisFasilitasi.objects.get(slug=slug)])
    SertifikatFactory(
        usaha=usaha,
        jenis="pirt",
        number_on_paper="206720901000131",
        valid_until=datetime.date(2026, 6, 30),
    )
    bazaar = KegiatanFactory(jenis="bazar", begins_on=datetime.date(2026, 5, 10), desa=desa)
    PesertaFactory(kegiatan=bazaar, usaha=usaha)
    AturanBelanjaFactory()
    OpdFactory(slug="dinas-kosong")
    BelanjaFactory(
        confirmed=True, usaha=usaha, opd=OpdFactory(slug="dinas-belanja", asn=40), bought_on=BOUGHT_ON
    )
    sign_in(client, "Pejabat")
    return client


class _Table(HTMLParser):
    """The rows of the table on a page."""

    def __init__(self):
        super().__init__()
        self.rows, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in {"th", "td"}:
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def page(client, slug, query):
    response = client.get(f"/laporan/{slug}/", query)
    assert response.status_code == 200
    table = _Table()
    table.feed(response.content.decode())
    return table.rows


def paper(client, slug, query):
    return PdfReader(io.BytesIO(client.get(f"/laporan/{slug}/", {**query, "format": "pdf"}).content))


def squeezed(text):
    """Lines are broken differently on paper, on the screen and in a sheet; the letters are the same."""
    return re.sub(r"\s", "", text)


def asked(slug, how):
    return NARROWED[how] | ({"jenis": KINDS[slug][0]} if how == "kind" else {})


def test_every_report_of_the_office_is_there():
    assert set(REPORTS) == set(KINDS)


@pytest.mark.parametrize("how", NARROWED)
@pytest.mark.parametrize("slug", REPORTS)
def test_page_pdf_xlsx_and_csv_hold_the_same_figures(official, slug, how):
    query = asked(slug, how)
    rows = page(official, slug, query)
    assert len(rows) > 1
    printed = squeezed("".join(sheet.extract_text() for sheet in paper(official, slug, query).pages))
    files = {
        kind: unduhan.lines(official.get(f"/laporan/{slug}/", {**query, "format": kind}))
        for kind in ("xlsx", "csv")
    }
    for cell in {cell for row in rows for cell in row}:
        assert squeezed(cell) in printed
    in_files = [list(filter(None, map(_figures, lines))) for lines in files.values()]
    assert in_files[0] == in_files[1]
    assert [figures for row in rows if (figures := _figures(row)) and figures not in in_files[0]] == []


def _figures(row):
    return list(filter(None, map(_digits, row)))


def _digits(cell):
    """The number a cell holds, or nothing for words and dates."""
    # A whole share is "100,00 %" to people, "100,00" in one file and 100.0 in the other.
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else ""
    text = re.sub(r",00( %)?$", "", str(cell))
    text = text.replace(".", "").replace("−", "-").removeprefix("Rp").lstrip("'")
    return text if re.fullmatch(r"-?\d+", text) else ""


@pytest.mark.parametrize("how", PERIODS)
@pytest.mark.parametrize("slug", REPORTS)
def test_a_report_says_under_its_title_which_time_it_is_about(official, slug, how):
    text = official.get(f"/laporan/{slug}/", PERIODS[how]).content.decode()
    year = "2025" if slug == "keragaan-koperasi" and how != "year" else "2026"
    assert year in re.search(r'<div class="report-head">.*?</div>', text, re.S)[0]


@pytest.mark.parametrize("slug", REPORTS)
def test_a_report_can_be_narrowed_to_a_kind_that_has_nothing(official, slug):
    something, nothing = (
        sum(int(digits) for row in page(official, slug, {"tahun": "2026", "jenis": kind})[1:]
            for cell in row[2:] if (digits := _digits(cell)))
        for kind in KINDS[slug]
    )  # fmt: skip
    assert something > nothing == 0


@pytest.mark.parametrize("slug", REPORTS)
def test_a_report_can_be_narrowed_to_a_kecamatan(official, slug):
    here, elsewhere = (
        str(page(official, slug, {"tahun": "2026", "kecamatan": code})) for code in ("72.09.02", "72.09.03")
    )
    assert here != elsewhere


@pytest.mark.parametrize("slug", ["rekap-fasilitasi", "daftar-umkm"])
@pytest.mark.parametrize(
    ("query", "size"),
    [
        ({"kertas": "f4", "arah": "mendatar"}, (330, 215)),
        ({"kertas": "a4", "arah": "mendatar"}, (297, 210)),
        ({"kertas": "a4", "arah": "tegak"}, (210, 297)),
        ({"kertas": "f4", "arah": "tegak"}, (215, 330)),
    ],
)
def test_paper_and_its_direction_are_chosen(official, slug, query, size):
    box = paper(official, slug, query).pages[0].mediabox
    found = (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72))
    assert found == size


def test_a_table_too_wide_for_upright_paper_is_printed_across(official):
    box = paper(official, "keragaan-koperasi", {"arah": "tegak"}).pages[0].mediabox
    assert box.width > box.height


@pytest.mark.parametrize(
    ("query", "signs"),
    [({}, ["KEPALA", "PEMBUAT"]), ({"penanda": "satu"}, ["KEPALA"])],
)
@pytest.mark.parametrize("slug", ["rekap-fasilitasi", "keragaan-koperasi"])
def test_one_or_two_sign_every_report(official, slug, query, signs):
    shared = {"pangkat": "Pembina, IV/a", "valid_from": datetime.date(2020, 1, 1)}
    Pejabat.objects.create(
        name="KEPALA CONTOH", nip="197512291999022001", jabatan="Kepala Dinas", peran="kepala_dinas", **shared
    )
    Pejabat.objects.create(name="PEMBUAT CONTOH", jabatan="Kepala Bidang", peran="kepala_bidang", **shared)
    last = paper(official, slug, query).pages[-1].extract_text()
    assert [name for name in ("KEPALA", "PEMBUAT") if f"{name} CONTOH" in last] == signs
    assert "NIP. 19751229 199902 2 001" in last


def test_expiry_can_be_looked_at_years_ahead(official):
    SertifikatFactory(jenis="merek", number_on_paper="IDM000123456", valid_until=datetime.date(2031, 5, 5))
    assert "IDM000123456" in str(page(official, "sertifikat-berakhir", {"tahun": "2031"}))


@pytest.mark.parametrize("query", ["tahun=abc", "tahun=99999999999999", "jenis=%00", "kertas=a0", "arah=miring",
                                   "kecamatan=72.09.99", "dari=31-02-2026", "triwulan=5", "tanggal=besok"])  # fmt: skip
@pytest.mark.parametrize("kind", ["", "&format=pdf", "&format=xyz"])
def test_what_is_not_understood_is_explained_and_gives_no_file(official, query, kind):
    response = official.get(f"/laporan/rekap-fasilitasi/?{query}{kind}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert "Ada yang perlu diperbaiki" in response.content.decode()
