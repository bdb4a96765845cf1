"""What a clerk is asked beside the columns, and what the rows of a batch are read with."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from fasilitasi.models import YEAR, JenisFasilitasi
from legalitas.choices import JenisSertifikat
from spreadsheets.columns import Column, Reads, choice_key
from spreadsheets.reading.periods import read_period

SELESAI, BERJALAN = "selesai", "berjalan"
BY_COLUMN = "Menurut kolom “Jenis fasilitasi” dalam berkas"
_FIRST_YEAR = 2000


class _YearField(forms.IntegerField):
    def __init__(self, *, label: str, help_text: str) -> None:
        widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        super().__init__(
            label=label, help_text=help_text, required=False, min_value=_FIRST_YEAR, widget=widget
        )


def _kinds() -> list[tuple[str, str]]:
    return [(jenis.slug, jenis.name) for jenis in JenisFasilitasi.objects.filter(is_active=True)]


def _courses() -> list[tuple[str, str]]:
    found = JenisFasilitasi.objects.filter(is_active=True, sertifikat=JenisSertifikat.PELATIHAN)
    return [(jenis.slug, jenis.name) for jenis in found]


class PenerimaOptions(forms.Form):
    jenis = forms.ChoiceField(label="Jenis fasilitasi", required=False)
    tahun = _YearField(
        label="Tahun hasil",
        help_text="Untuk baris tanpa tanggal. Kosongkan bila tahunnya ada di kolom atau di judul lembar.",
    )
    tanpa_status = forms.ChoiceField(
        label="Baris tanpa status, tanggal, dan nomor",
        choices=[
            ("", "Pilih salah satu"),
            (SELESAI, "Sudah diterima: fasilitasinya selesai pada tahun itu"),
            (BERJALAN, "Belum ada hasil: dicatat sebagai permohonan"),
        ],
        error_messages={"required": "Pilih salah satu, agar tidak ada yang dikira-kira."},
        help_text="Hanya fasilitasi yang selesai dihitung dalam laporan.",
    )
    tahun_anggaran = _YearField(
        label="Tahun anggaran",
        help_text="Bila berbeda dari tahun hasil atau perlu dicatat. Boleh kosong.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["jenis"]
        field.choices = [("", BY_COLUMN), *_kinds()]

    def clean_tahun(self) -> int | None:
        if (self.cleaned_data["tahun"] or 0) > timezone.localdate().year:
            raise forms.ValidationError("Tahun ini belum tiba. Isi tahun hasilnya.")
        return self.cleaned_data["tahun"]

    def clean_tahun_anggaran(self) -> int | None:
        return _within_reason(self.cleaned_data["tahun_anggaran"])


class PelatihanOptions(forms.Form):
    jenis = forms.ChoiceField(label="Jenis fasilitasi")
    judul = forms.CharField(
        label="Judul pelatihan",
        required=False,
        max_length=200,
        help_text="Untuk baris tanpa judul sendiri. Kosongkan bila ada kolomnya.",
    )
    lokasi = forms.CharField(label="Lokasi pelatihan", required=False, max_length=200)
    waktu = forms.CharField(
        label="Tanggal pelatihan",
        required=False,
        max_length=60,
        help_text="Untuk baris tanpa tanggal sendiri, misalnya 5-7 Maret 2025.",
    )
    tahun_anggaran = _YearField(label="Tahun anggaran", help_text="Boleh kosong.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["jenis"]
        field.choices = _courses()

    def clean_waktu(self) -> str:
        period_in(self.cleaned_data["waktu"])
        return self.cleaned_data["waktu"]

    def clean_tahun_anggaran(self) -> int | None:
        return _within_reason(self.cleaned_data["tahun_anggaran"])


def _within_reason(year: int | None) -> int | None:
    for validate in YEAR if year else ():
        validate(year)
    return year


def period_in(text: str) -> list[datetime.date] | None:
    if not text.strip():
        return None
    found: list[datetime.date] = read_period(text, Column("waktu", "Tanggal pelatihan", Reads.PERIOD))[0]
    if found[1] > timezone.localdate():
        raise ValidationError("Pelatihan ini belum selesai. Unggah pesertanya sesudah selesai.")
    return found


@dataclass(frozen=True)
class Asked:
    """The options of an import with what the database says to them: once for a batch."""

    options: dict[str, Any]
    user: Any
    today: datetime.date
    kinds: dict[str, JenisFasilitasi]  # every way to write one → the kind
    jenis: JenisFasilitasi | None
    may_finish: bool

    @classmethod
    def of(cls, options: dict[str, Any], user: Any) -> "Asked":
        every = list(JenisFasilitasi.objects.all())
        chosen = next((jenis for jenis in every if jenis.slug == options.get("jenis")), None)
        return cls(
            options,
            user,
            timezone.localdate(),
            _ways(every),
            chosen,
            user.has_perm("fasilitasi.finish_fasilitasi"),
        )


def _ways(every: list[JenisFasilitasi]) -> dict[str, JenisFasilitasi]:
    """A kind's own name first; its certificate's name where no other kind has the same certificate."""
    ways: dict[str, JenisFasilitasi] = {}
    papers = [jenis.sertifikat for jenis in every]
    for jenis in every:
        ways |= {choice_key(jenis.name): jenis, choice_key(jenis.slug): jenis}
        # "Sertipikat tanah (SHAT)" is called by either half.
        ways |= {choice_key(part): jenis for part in jenis.name.rstrip(")").split("(") if choice_key(part)}
    for jenis in every:
        if jenis.sertifikat and papers.count(jenis.sertifikat) == 1:
            for word in (jenis.sertifikat, jenis.get_sertifikat_display()):
                ways.setdefault(choice_key(word), jenis)
    return ways
