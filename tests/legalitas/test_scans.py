"""What may be kept as the scan of a paper."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from legalitas.scans import LONGEST_SIDE, MAX_BYTES, kept_scan

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def upload(content, name="sertifikat.pdf"):
    return SimpleUploadedFile(name, content)


def picture(size=(60, 40), name="halal.jpg", **options):
    output = io.BytesIO()
    Image.new("RGB", size, "white").save(output, "JPEG", **options)
    return upload(output.getvalue(), name)


def refused(file):
    with pytest.raises(ValidationError) as error:
        kept_scan(file)
    return " ".join(error.value.messages)


def test_a_pdf_is_kept_as_it_is_under_a_name_of_ours():
    scan = kept_scan(upload(PDF, "KTP Sitti.pdf"))
    assert scan.read() == PDF
    assert scan.name.endswith(".pdf")
    assert "Sitti" not in scan.name


def test_a_picture_is_encoded_anew():
    scan = kept_scan(picture(comment=b"CATATAN RAHASIA"))
    assert scan.name.endswith(".jpg")
    assert b"RAHASIA" not in scan.read()


def test_a_page_stays_legible():
    image = Image.open(kept_scan(picture((3600, 2700))))
    assert image.size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_the_content_decides_and_not_the_name():
    assert kept_scan(upload(PDF, "foto.jpg")).name.endswith(".pdf")
    assert "bukan PDF dan bukan foto" in refused(upload(b"MZ\x90 program", "sertifikat.pdf"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "kosong"),
        (b" %PDF-1.7 %%EOF", "PDF"),
        (b"<html><script>x</script>", "isi lain"),
        (b"<svg onload='x'/>", "SVG"),
        (PDF[:20], "terpotong"),
        (b"\xff\xd8\xff\xe0 separuh foto", "bukan PDF"),
    ],
    ids=["empty", "blank before the head", "page", "svg", "half a pdf", "half a photo"],
)
def test_anything_else_is_refused_in_words(content, told):
    assert told in refused(upload(content, "a.pdf"))


def test_ten_megabytes_are_the_most():
    padding = MAX_BYTES - len(PDF)
    largest = PDF[:9] + b" " * padding + PDF[9:]
    assert kept_scan(upload(largest)).size == MAX_BYTES
    assert "lebih dari 10 MB" in refused(upload(largest + b" "))
