import io
import itertools
import subprocess
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from laporan import document, pdf
from laporan.pdf import Paper, RenderingFailed, TooLong, render_pdf
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.signature import Letterhead
from spreadsheets.sheet import Kind, Section
from tests.laporan.laporan_examples import BIDANG, PRINTED_AT, example_report

HEADER = "No Nama Usaha Alamat NIB Tanggal Nilai Capaian"
ROW = "Usaha ke-{0} Desa Contoh, Tojo {0:013d} 6 Juli 2022 Rp1.250.000 87,50 %"


def render(report, **options):
    return render_pdf(report, **{"letterhead": None, "signature": None, "printed_at": PRINTED_AT} | options)


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        (Paper.F4, Orientation.PORTRAIT, (215, 330)),
        (Paper.F4, Orientation.LANDSCAPE, (330, 215)),
        (Paper.A4, Orientation.PORTRAIT, (210, 297)),
        (Paper.A4, Orientation.LANDSCAPE, (297, 210)),
    ],
)
def test_the_paper_has_the_size_of_the_office_printer(paper, orientation, size):
    box = (
        PdfReader(io.BytesIO(render(example_report(orientation=orientation), paper=paper))).pages[0].mediabox
    )
    millimetres = (float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72)

    assert millimetres == pytest.approx(size, abs=0.1)


def test_the_letterhead_is_on_page_one_only(printed):
    pages = printed(example_report(80))

    assert ["PEMERINTAH KABUPATEN CONTOH" in page for page in pages] == [True] + [False] * (len(pages) - 1)
    assert len(pages) >= 3


def test_every_page_repeats_the_header_and_says_which_page_it_is(printed):
    pages = printed(example_report(80))

    assert all(HEADER in page for page in pages)
    assert [page.split("Halaman ")[1] for page in pages] == [
        f"{n} dari {len(pages)}" for n in range(1, len(pages) + 1)
    ]


def test_every_row_is_printed_once(printed):
    text = " ".join(printed(example_report(120)))

    assert [text.count(ROW.format(number)) for number in range(1, 121)] == [1] * 120


def test_title_totals_and_time_are_printed(printed):
    (page,) = printed(example_report(3, notes=("Menurut tahun hasil.",)))

    assert "DAFTAR PENERIMA FASILITASI TAHUN 2022" in page
    assert "JUMLAH Rp3.750.000" in page
    assert "Keterangan: Menurut tahun hasil." in page
    assert "Dicetak 23 November 2026, 09.30 WITA" in page


def test_a_report_without_rows_says_nihil(printed):
    (page,) = printed(example_report(0))

    assert f"{HEADER} NIHIL" in page


def test_a_section_is_named_again_where_it_goes_on(printed):
    rows = [Section("Kecamatan Tojo"), *example_report(60)]
    pages = printed(example_report(rows=rows, totals=None, subtitles=()))

    assert all("Kecamatan Tojo" in page for page in pages)


def test_grouped_columns_and_their_numbers_stand_above_the_rows(printed):
    columns = (
        NUMBER,
        Column("l", "L", Kind.NUMBER, group="Anggota"),
        Column("p", "P", Kind.NUMBER, group="Anggota"),
    )
    (page,) = printed(
        Report(name="x", title="ANGGOTA", columns=columns, rows=[(1, 20, 30)], column_numbers=True)
    )

    assert "Anggota No L P (1) (2) (3) 1 20 30" in page


@pytest.mark.parametrize(
    "name",
    [
        "Café Mama’ Ijah",
        '#read("/etc/passwd") *tebal* $x^2$ _miring_ <kunci> @acuan',
        "Kelapa □",
        "A" * 200,
        "kata " * 39 + "akhir",
    ],
)
def test_a_name_is_printed_letter_by_letter(printed, name):
    report = example_report(rows=[(1, name, "Desa", "0", None, 0, None)])
    text = "".join(printed(report, signature=None)).replace(" ", "")

    assert name.replace(" ", "") in text


def test_arabic_letters_are_printed_and_a_missing_sign_is_shown(printed):
    (page,) = printed(example_report(rows=[(1, "H. عبد 🌴", "Desa", "0", None, 0, None)]))

    assert "عبد" in page
    assert "□" in page


def test_a_row_taller_than_the_paper_goes_on_overleaf(printed):
    rows = [(n, "kata " * 3000, "Desa", "0", None, 0, None) for n in range(3)]
    text = " ".join(printed(example_report(rows=rows)))

    assert text.count("kata") == 9000


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_arms_of_the_district_replace_our_mark(kind):
    file = io.BytesIO()
    Image.new("RGB", (30, 40), "black").save(file, kind)
    with_arms = render(example_report(), letterhead=Letterhead(("DINAS",), logo=file.getvalue()))
    without = render(example_report(), letterhead=Letterhead(("DINAS",)))

    assert len(PdfReader(io.BytesIO(with_arms)).pages[0].images) == 1
    assert len(PdfReader(io.BytesIO(without)).pages[0].images) == 0


def test_the_same_report_gives_the_same_file(letterhead, one_signature):
    options = {"letterhead": letterhead, "signature": one_signature}

    assert render(example_report(40), **options) == render(example_report(40), **options)


def test_a_usual_report_is_tagged_and_archivable():
    data = render(example_report(30))
    catalogue = PdfReader(io.BytesIO(data)).trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "id-ID"
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data


def test_a_long_report_stays_archivable_without_tags(monkeypatch):
    monkeypatch.setattr(pdf, "TAGGED_LIMIT", 10)
    data = render(example_report(30))

    assert "/StructTreeRoot" not in PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in data


def test_a_long_report_set_in_parts_breaks_its_pages_where_one_in_a_piece_does(printed, monkeypatch):
    heights = itertools.cycle((1, 3, 1, 1, 7, 2))
    rows = [(f"Usaha {n}", " ".join(["Desa Contoh"] * next(heights))) for n in range(1_200)]
    report = Report(
        name="panjang",
        title="Daftar panjang",
        columns=(NUMBER, Column("usaha", "Nama Usaha"), Column("alamat", "Alamat")),
        rows=lambda: numbered(rows),
    )
    whole = printed(report)
    in_parts = []

    def typeset(content, **options):
        in_parts.append(content["table"]["in_parts"])
        return set_in_type(content, **options)

    set_in_type = pdf.typeset
    monkeypatch.setattr(pdf, "typeset", typeset)
    monkeypatch.setattr(document, "TAGGED_LIMIT", 100)

    assert printed(report) == whole
    assert len(whole) > 20
    assert in_parts == [True]


def test_a_report_past_the_limit_is_refused_before_any_work(monkeypatch):
    monkeypatch.setattr(pdf, "ROW_LIMIT", 10)
    monkeypatch.setattr(pdf, "typeset", None)

    with pytest.raises(TooLong):
        render(example_report(11))


def test_a_document_that_takes_too_long_ends_alone(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.01)

    with pytest.raises(RenderingFailed, match="no PDF after"):
        render(example_report())


def test_a_document_that_needs_too_much_memory_ends_alone(monkeypatch):
    monkeypatch.setattr(pdf, "MEGABYTES", 150)

    with pytest.raises(RenderingFailed):
        render(example_report(2000))


def test_the_typesetter_sees_nothing_of_our_environment(monkeypatch):
    calls = []
    monkeypatch.setenv("SECRET_KEY", "rahasia")
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda *args, **options: calls.append(options) or subprocess.CompletedProcess(args, 0, b"%PDF", b""),
    )
    render(example_report())

    assert calls[0]["env"].keys() == {"LANG", "RAYON_NUM_THREADS", "MALLOC_ARENA_MAX"}


def test_only_our_own_fonts_are_used(printed, letterhead):
    data = render(example_report(rows=[(1, "H. عبد", "x", "0", None, 0, None)]), letterhead=letterhead)
    reader = PdfReader(io.BytesIO(data))
    fonts = {
        str(font["/BaseFont"]).split("+")[1]
        for page in reader.pages
        for font in (reference.get_object() for reference in page["/Resources"]["/Font"].values())
    }

    assert fonts == {"LiberationSans", "LiberationSans-Bold", "DejaVuSans"}


def test_long_names_of_two_signatories_stay_in_their_columns(printed, two_signatures):
    long = replace(BIDANG, name="H. NAMA YANG SANGAT PANJANG " * 4)
    block = replace(two_signatures, signatories=(long, long))
    pages = printed(example_report(orientation=Orientation.PORTRAIT), signature=block)

    assert " ".join(pages).count("PANJANG") == 8
