"""What a row would make of its certificate: the same rules as the form, and old → new."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from common.models import refuse_reversed
from common.text import fold
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from legalitas.nomor import number_errors
from legalitas.sheets.reading import Told
from legalitas.suspicions import suspicions
from produk.models import Produk
from produk.sheets.sellers import Seller
from spreadsheets.kind import Change
from spreadsheets.records import added_lines, assign, warn_once
from umkm.models import Usaha

_COLUMN_OF = {
    "number_on_paper": "nomor_sertifikat",
    "nomor_ketetapan": "nomor_ketetapan",
    "merek": "merek",
    "penerbit": "lembaga_penerbit",
    "issued_on": "tanggal_terbit",
    "valid_until": "berlaku_sampai",
    "commitment_due_on": "komitmen_sampai",
    "commitment_met_on": "komitmen_dipenuhi",
    "notes": "catatan_petugas",
}


@dataclass
class Plan:
    """The certificate as it will be, not yet written, and the products that it is to name besides."""

    paper: Sertifikat
    is_touched: bool = False
    products: list[Produk] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def plan(told: Told, paper: Sertifikat | None, holder: Seller | None, offered: list[Produk]) -> Plan:
    """Errors and warnings go to the row; the record given is changed in memory, nothing is written."""
    record = paper or _of(holder, told.jenis)
    made = Plan(record)
    if holder:
        _name_products(made, told, paper, offered)
    fields: dict[str, Any] = dict(told.paper)
    if told.number_on_paper:
        fields["number_on_paper"] = told.number_on_paper
    fields["notes"] = added_lines(record.notes, told.notes)
    changes = assign(
        record, fields, told.row, columns=_COLUMN_OF, whose="Sertifikat", is_told=paper is not None
    )
    made.is_touched = bool(changes)
    # The number and remarks of a land title tell what somebody owns.
    is_secret = told.jenis == JenisSertifikat.SHAT
    made.changes = [replace(change, is_secret=is_secret) for change in changes] + made.changes
    _judge(record, told, holder)
    if paper is None:
        made.changes = []
    return made


def _of(holder: Seller | None, jenis: str) -> Sertifikat:
    if isinstance(holder, Usaha):
        return Sertifikat(jenis=jenis, usaha=holder)
    return Sertifikat(jenis=jenis, koperasi=holder)


def _judge(record: Sertifikat, told: Told, holder: Seller | None) -> None:
    """Rules that look at more than one cell."""
    for text in number_errors(told.jenis, told.number):
        told.row.refuse(text, "Perbaiki isi sel ini.", column="nomor_sertifikat")
    if record.issued_on and record.issued_on > timezone.localdate():
        told.row.refuse("Tanggal terbit belum tiba.", "Periksa sertifikatnya.", column="tanggal_terbit")
    try:
        refuse_reversed(
            record, "issued_on", "valid_until", "Tanggal akhir tidak boleh mendahului tanggal terbit."
        )
    except ValidationError as error:
        told.row.refuse(error.messages[0], "Periksa kedua tanggalnya.", column="berlaku_sampai")
    try:
        record.clean_commitment()
    except ValidationError as error:
        for name, texts in error.message_dict.items():
            told.row.refuse(texts[0], "Periksa tanggalnya.", column=_COLUMN_OF[name])
    if holder is None:
        return
    if isinstance(holder, Usaha) and told.jenis == JenisSertifikat.NIK_KOPERASI:
        told.row.refuse(
            "Sertifikat NIK Koperasi hanya dimiliki koperasi.",
            "Periksa jenis dan pemegangnya.",
            column="pemegang",
        )
        return
    _judge_number_of_holder(told, holder)
    if told.jenis:
        warn_once(told.row, suspicions(record))


def _judge_number_of_holder(told: Told, holder: Seller) -> None:
    """Such a number is stored once, with the holder: the sheet of certificates neither sets nor changes it."""
    name = NUMBER_ON_SUBJECT.get(told.jenis)
    if not name or not told.number or told.number == getattr(holder, name, ""):
        return
    label = JenisSertifikat(told.jenis).label.removeprefix("Sertifikat ")
    is_other = bool(getattr(holder, name, ""))
    told.row.refuse(
        f"{label} ini berbeda dari yang tercatat pada {holder}."
        if is_other
        else f"{label} belum dicatat pada data {holder}.",
        "Periksa sertifikatnya; bila yang tercatat salah, perbaiki di data itu lebih dahulu."
        if is_other
        else f"Isi {label} di data itu dahulu, lalu unggah baris ini lagi.",
        column="nomor_sertifikat",
    )


# --- products ---------------------------------------------------------------------------------


def _name_products(made: Plan, told: Told, paper: Sertifikat | None, offered: list[Produk]) -> None:
    """Names in the cell that mean products of the holder are tied; what is left over stays as a remark.

    A product is never untied by a sheet: a list that names fewer may only be shorter.
    """
    if not told.products:
        return
    named = list(paper.produk.all()) if paper else []
    left = f" {fold(told.products)} "
    by_name: dict[str, list[Produk]] = {}
    for produk in [*named, *offered]:
        by_name.setdefault(fold(produk.name), []).append(produk)
    for name in sorted(filter(None, by_name), key=len, reverse=True):
        if f" {name} " not in left:
            continue
        left = left.replace(f" {name} ", "  ")
        _name(made, told, {produk.pk: produk for produk in by_name[name]}, named)
    if left.strip():
        told.row.warn(
            "Sebagian produk di sel ini belum terdaftar pada pemegangnya, jadi hanya dicatat sebagai keterangan.",
            "Daftarkan produknya, lalu centang pada sertifikat.",
            column="produk",
        )
        told.notes.append(f"Produk di lembar: {told.products}")
    if made.products:
        every = sorted({produk.name for produk in [*named, *made.products]})
        old = ", ".join(sorted(produk.name for produk in named))
        made.changes.append(Change("Sertifikat: produk", old, ", ".join(every)))


def _name(made: Plan, told: Told, meant: dict[int, Produk], named: list[Produk]) -> None:
    if any(produk.pk in meant for produk in named):
        return
    if len(meant) == 1:
        made.products += meant.values()
        return
    told.row.warn(
        f"Ada {len(meant)} produk bernama {next(iter(meant.values()))}, jadi tidak ada yang dicentang.",
        "Pilih produknya di halaman sertifikat.",
        column="produk",
    )
