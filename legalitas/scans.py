"""Scans of papers: a PDF or a picture, judged by what is in the file and not by its name."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File

from common.images import check_image, reencode

MAX_BYTES = 10 * 1024 * 1024
# A page of A4 stays legible at about 200 dots an inch.
LONGEST_SIDE = 2400
_PDF_HEAD, _PDF_END = b"%PDF-", b"%%EOF"
# Some scanners write a little behind the end mark.
_TAIL = 4096


class ScanFormField(forms.FileField):
    """Hands on the file to keep: pictures re-encoded, PDF as they are, both under a random name."""

    widget = forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png,image/webp"})

    def to_python(self, data: Any) -> File | None:
        if data in self.empty_values:
            return None
        return kept_scan(data)


def kept_scan(upload: File) -> File:
    """The file to store; raises, in words that say what to do, for what is no whole PDF or picture."""
    if not upload.size:
        raise ValidationError("Berkas pindaian kosong. Pilih berkas lain.", code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            f"Ukuran pindaian lebih dari {MAX_BYTES // 1024**2} MB. Pindai ulang dengan mutu lebih rendah "
            "atau foto saja sertifikatnya.",
            code="too_many_bytes",
        )
    if _starts_as_pdf(upload):
        return _kept_pdf(upload)
    try:
        check_image(upload)
        return reencode(upload, max_side=LONGEST_SIDE)
    except ValidationError as error:
        if error.code == "unreadable":
            raise ValidationError(
                "Berkas ini bukan PDF dan bukan foto JPG, PNG, atau WebP. Pilih berkas lain.",
                code="unreadable",
            ) from None
        raise


def _starts_as_pdf(upload: File) -> bool:
    upload.seek(0)
    head = upload.read(len(_PDF_HEAD))
    upload.seek(0)
    return head == _PDF_HEAD


def _kept_pdf(upload: File) -> File:
    upload.seek(0)
    content = upload.read()
    if _PDF_END not in content[-_TAIL:]:
        raise ValidationError(
            "PDF ini terpotong, mungkin karena pengiriman terputus. Kirim atau pindai ulang.",
            code="truncated",
        )
    name = uuid.uuid4().hex
    return ContentFile(content, name=f"{name[:2]}/{name}.pdf")
