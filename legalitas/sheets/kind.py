"""The kind of sheet that brings certificates, one a row, each of a registered business or cooperative."""

from copy import copy
from typing import Any

from django import forms

from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from legalitas.sheets import writing
from legalitas.sheets.columns import COLUMNS
from legalitas.sheets.matching import Match, Papers, key_of, twin_of
from legalitas.sheets.planning import plan
from legalitas.sheets.reading import Told, tell
from produk.sheets.sellers import Found
from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from wilayah.match import Regions

_WITHOUT_JENIS = "Berkas ini tidak memuat kolom jenis sertifikat. Pilih jenisnya di sini."


class SertifikatOptions(forms.Form):
    jenis = forms.ChoiceField(
        label="Jenis sertifikat",
        choices=[("", "Menurut kolom “Jenis sertifikat” dalam berkas"), *JenisSertifikat.choices],
        required=False,
        help_text="Untuk baris yang tidak menyebut jenisnya sendiri.",
    )


class SertifikatSheet(SheetKind):
    slug = "sertifikat"
    title = "Sertifikat"
    description = (
        "Satu baris untuk satu sertifikat dari usaha atau koperasi yang sudah terdaftar. Sertifikat baru menunggu "
        "verifikasi; yang diurus lewat dinas dimasukkan sebagai penerima fasilitasi."
    )
    permissions = ("legalitas.add_sertifikat", "legalitas.change_sertifikat", "umkm.view_personal_data")
    columns = COLUMNS
    options_form = SertifikatOptions
    undo_order = (writing.TIE._meta.label, Sertifikat._meta.label)
    undo_whole = True
    writes_like = ("fasilitasi",)

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if not names & {"pemegang", "nib_pemegang"}:
            problems.append("Pemegang harus dapat dikenali: pilih kolom “Pemegang” atau “NIB pemegang”.")
        return problems

    def missing_options(
        self, options: dict[str, Any], sheets: list[dict[str, Any]], mapping: dict[str, dict[str, str]]
    ) -> dict[str, str]:
        told = [set(mapping.get(sheet["shape"], {}).values()) for sheet in sheets]
        is_told = all("jenis_sertifikat" in names for names in told)
        return {} if is_told or options.get("jenis") else {"jenis": _WITHOUT_JENIS}

    def stamp(self) -> str:
        return writing.stamp()

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        regions = Regions()
        every = [tell(row, regions, batch.options) for row in rows]
        papers = Papers(every, batch.user)
        keys = {key_of(paper) for paper in papers.by_key.values()}
        keys |= {told.key_of_new(found.seller) for told, found in zip(every, papers.found, strict=True)}
        seen = {key: row.number for key, row in batch.seen(keys).items()}
        return [_judge(told, found, papers, seen) for told, found in zip(every, papers.found, strict=True)]

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        writing.write(planned, batch)


def _judge(told: Told, found: Found, papers: Papers, seen: dict[str, int]) -> Outcome:
    holder, match = found.seller, Match()
    if found.refusal:
        told.row.refuse(found.refusal, found.advice, column=found.column)
    if holder and told.jenis:
        match = papers.match(told, holder, lambda paper: key_of(paper) in seen)
    if match.refusal:
        told.row.refuse(match.refusal, match.advice, column=match.column)
    paper = papers.by_key[match.twin.pk] if match.twin else match.paper
    made = plan(told, copy(paper), holder, papers.products_of(holder))
    twin, state = match.twin, RowState.TWIN if match.twin else RowState.NEW
    if match.paper:
        if made.changes and match.is_one_of_several:
            twin, state = twin_of(match.paper, "beberapa sertifikat cocok dengan baris ini"), RowState.TWIN
        else:
            twin = Twin(Sertifikat._meta.label, match.paper.pk, str(match.paper))
            state = RowState.CHANGED if made.changes else RowState.SAME
    key = key_of(match.paper) if match.paper else told.key_of_new(holder)
    _refuse_repeated(told, key, seen)
    return Outcome(state, told.label, key, "", twin, made.changes)


def _refuse_repeated(told: Told, key: str, seen: dict[str, int]) -> None:
    if key and key in seen:
        told.row.refuse(
            f"Sertifikat ini sudah ada di baris {seen[key]} berkas yang sama.",
            "Hapus salah satu, atau isi nomor dan tanggal terbitnya bila memang dua sertifikat.",
            column="nomor_sertifikat",
        )
    if not told.row.is_refused:
        seen.setdefault(key, told.row.number)
