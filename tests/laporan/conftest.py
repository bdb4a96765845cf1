import datetime
import io

import pytest
from pypdf import PdfReader

from laporan.pdf import render_pdf
from laporan.signature import Letterhead, SignatureBlock
from tests.laporan.laporan_examples import BIDANG, KEPALA, PRINTED_AT


@pytest.fixture
def letterhead():
    return Letterhead(
        ("PEMERINTAH KABUPATEN CONTOH", "DINAS PERINDUSTRIAN DAN PERDAGANGAN"), "Jalan Contoh Nomor 1"
    )


@pytest.fixture
def one_signature():
    return SignatureBlock("Ampana", datetime.date(2022, 7, 6), (BIDANG,))


@pytest.fixture
def two_signatures():
    return SignatureBlock("Ampana", datetime.date(2022, 7, 6), (KEPALA, BIDANG))


@pytest.fixture
def printed(letterhead, one_signature):
    """Render a report and read it back: one text for each page, blanks and line ends made single."""

    def read(report, **options):
        options = {"letterhead": letterhead, "signature": one_signature, "printed_at": PRINTED_AT} | options
        pages = PdfReader(io.BytesIO(render_pdf(report, **options))).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    return read
