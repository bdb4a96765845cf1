"""What a row would make of its owner, business and figures: the same rules as the forms, and old → new."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from django.db import models
from django.utils import timezone

from common.models import refuse_future
from common.text import fold
from spreadsheets.kind import Change
from spreadsheets.records import (
    added_lines,
    assign,
    blank,
    refuse_as_form,
    settle_draft,
    value_of,
    warn_once,
)
from umkm.models import BatasSkala, DataTahunan, Kbli, Pemilik, Usaha
from umkm.sheets.columns import PEMILIK, USAHA
from umkm.sheets.reading import Told
from umkm.skala import classify

_FIGURES = {
    "modal_usaha": "modal_pendirian",
    "penjualan_tahunan": "omzet_tahunan",
    "tenaga_kerja_l": "tk_dibayar_laki",
    "tenaga_kerja_p": "tk_dibayar_perempuan",
    "skala_modal": "kelompok_modal",
    "skala_penjualan": "kelompok_omzet",
}
_COLUMN_OF: dict[type[models.Model], dict[str, str]] = {
    Pemilik: {name: column for column, name in PEMILIK.items()} | {"desa": "kel_pengusaha"},
    Usaha: {name: column for column, name in USAHA.items()} | {"desa": "kel_usaha", "kbli": "kode_kbli"},
    DataTahunan: _FIGURES,
}
FIRST_YEAR = 1990
_WHOSE: dict[type[models.Model], str] = {Pemilik: "Pemilik", Usaha: "Usaha", DataTahunan: "Angka"}


@dataclass
class Plan:
    """Records as they will be, not yet written. Which of them differ stands in `touched`."""

    owner: Pemilik
    usaha: Usaha
    figures: DataTahunan | None = None
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)
    is_new_year: bool = False
    # What is new is told in full by its own row; only what exists already changes from something.
    has_owner: bool = True
    has_usaha: bool = True


@dataclass
class Surroundings:
    """What plans of a batch need beside the rows: asked once."""

    today: date
    year: int
    edition: int
    kbli: dict[tuple[int, str], Kbli]
    figures: dict[int, list[DataTahunan]]  # by business, newest first
    products: dict[int, set[str]]  # by business, names folded
    thresholds: list[BatasSkala]

    @classmethod
    def of(cls, rows: Iterable[Told], usaha: Iterable[Usaha], options: dict[str, Any]) -> "Surroundings":
        rows, edition = list(rows), options["edition"]
        codes = {told.kbli for told in rows} - {""}
        editions = {edition} | {told.edition for told in rows if told.edition}
        figures: dict[int, list[DataTahunan]] = {}
        known = [each.pk for each in usaha if each.pk]
        for each in DataTahunan.objects.filter(usaha__in=known).order_by("usaha", "-tahun"):
            figures.setdefault(each.usaha_id, []).append(each)
        kbli = {
            (each.edition, each.code): each
            for each in Kbli.objects.filter(edition__in=editions, code__in=codes)
        }
        return cls(
            timezone.localdate(), options["tahun"], edition, kbli, figures, _products(known), thresholds()
        )


def _products(keys: list[int]) -> dict[int, set[str]]:
    # Products lie above: reached by the reverse relation.
    products: Any = Usaha._meta.get_field("produk").related_model
    found: dict[int, set[str]] = {}
    for key, name in products.objects.filter(usaha__in=keys).values_list("usaha", "name"):
        found.setdefault(key, set()).add(fold(name))
    return found


def thresholds() -> list[BatasSkala]:
    return list(BatasSkala.objects.filter(berlaku_mulai__lte=timezone.localdate()))


def plan(told: Told, owner: Pemilik | None, usaha: Usaha | None, around: Surroundings) -> Plan:
    """Errors and warnings go to the row; the records given are changed in memory, nothing is written."""
    made = Plan(owner or blank(Pemilik), usaha or blank(Usaha))
    made.has_owner, made.has_usaha = owner is not None, usaha is not None
    _place_product(told, around.products.get(usaha.pk, set()) if usaha else set())
    if told.only_fills:
        told = _without_known(made, told, around)
    _assign(made, made.owner, told.pemilik, told)
    _assign(made, made.usaha, _of_usaha(told, usaha) | _kbli(told, around), told)
    _add_notes(made, told)
    _plan_figures(made, told, around)
    if made.usaha._state.adding or DataTahunan in made.touched or "tahun_mulai" in told.usaha:
        _classify(made, around)
    _judge_whole(made, told, around.today)
    return made


def _place_product(told: Told, registered: set[str]) -> None:
    """Products that the portal knows as such need no other place: the list that went out comes back the same."""
    if not told.product:
        return
    left = f" {fold(told.product)} "
    for name in sorted(registered, key=len, reverse=True):
        left = left.replace(f" {name} ", " ")
    if not left.strip():
        if told.is_product_activity:
            told.usaha.pop("kegiatan_utama", None)
    elif told.product != told.usaha.get("kegiatan_utama"):
        told.notes.append(f"Produk utama: {told.product}")


def _without_known(made: Plan, told: Told, around: Surroundings) -> Told:
    """Only what is empty is filled; that something differs is said, and nothing more."""
    differing: list[str] = []
    present = _figures_of(made, told, around)
    left = replace(
        told,
        pemilik=_unknown(made.owner, told.pemilik, differing),
        usaha=_unknown(made.usaha, told.usaha, differing),
        figures=_unknown(present, told.figures, differing) if present else told.figures,
        kbli="" if made.usaha.kbli_id else told.kbli,
    )
    if differing:
        told.row.warn(
            f"Berbeda dari data yang terdaftar, jadi tidak diubah: {', '.join(differing)}.",
            "Perbaiki di data usaha bila isi lembar yang benar.",
        )
    return left


def _unknown(record: models.Model, fields: dict[str, Any], differing: list[str]) -> dict[str, Any]:
    left: dict[str, Any] = {}
    for name, value in fields.items():
        column: Any = record._meta.get_field(name)
        known = value_of(record, column)
        if known in (None, ""):
            left[name] = value
        elif name != "name" and known != value:
            # Names that mean the same are written in many ways.
            differing.append(f"{_WHOSE[type(record)].lower()} {column.verbose_name}")
    return left


def _of_usaha(told: Told, usaha: Usaha | None) -> dict[str, Any]:
    is_made_up = told.is_nameless and usaha is not None
    return {name: value for name, value in told.usaha.items() if not (is_made_up and name == "name")}


def _assign(made: Plan, record: models.Model, fields: dict[str, Any], told: Told) -> None:
    noun = type(record)
    is_told = made.has_owner if record is made.owner else made.has_usaha
    changes = assign(record, fields, told.row, columns=_COLUMN_OF[noun], whose=_WHOSE[noun], is_told=is_told)
    if changes:
        made.touched.add(noun)
    if is_told:
        made.changes += changes


def _kbli(told: Told, around: Surroundings) -> dict[str, Kbli]:
    if not told.kbli:
        return {}
    edition = told.edition or around.edition
    if found := around.kbli.get((edition, told.kbli)):
        return {"kbli": found}
    told.row.warn(
        f"Kode {told.kbli} tidak ada dalam KBLI {edition}, jadi KBLI tidak diisi.",
        "Kode disimpan sebagai catatan. Cocokkan dengan NIB.",
        column="kode_kbli",
    )
    told.notes.append(f"Kode KBLI di lembar: {told.kbli}")
    return {}


def _add_notes(made: Plan, told: Told) -> None:
    _assign(made, made.usaha, {"notes": added_lines(made.usaha.notes, told.notes)}, told)


def _plan_figures(made: Plan, told: Told, around: Surroundings) -> None:
    if not told.figures:
        return
    year = told.year or around.year
    if not FIRST_YEAR <= year <= around.today.year:
        told.row.refuse(
            f"Tahun data {year} tidak masuk akal.",
            "Tulis tahun yang digambarkan angkanya.",
            column="tahun_data",
        )
        return
    present = _figures_of(made, told, around)
    made.figures = present or blank(DataTahunan)
    made.figures.tahun = year
    made.is_new_year = present is None
    _assign(made, made.figures, told.figures, told)


def _figures_of(made: Plan, told: Told, around: Surroundings) -> DataTahunan | None:
    years = around.figures.get(made.usaha.pk, []) if made.usaha.pk else []
    return next((each for each in years if each.tahun == (told.year or around.year)), None)


def _classify(made: Plan, around: Surroundings) -> None:
    """The size class by the newest figures, as after saving a form (`actions.compute_skala`)."""
    years = around.figures.get(made.usaha.pk, []) if made.usaha.pk else []
    every = [each for each in [made.figures, *years] if each is not None]
    newest = max(every, key=lambda each: each.tahun, default=None)
    skala, dasar = "", ""
    if newest:
        skala, dasar = classify(
            around.thresholds,
            modal_usaha=newest.modal_usaha,
            penjualan_tahunan=newest.penjualan_tahunan,
            skala_modal=newest.skala_modal,
            skala_penjualan=newest.skala_penjualan,
            tahun_mulai=made.usaha.tahun_mulai,
        )
    if (made.usaha.skala_terhitung, made.usaha.skala_dasar) != (skala, dasar):
        made.touched.add(Usaha)
        made.usaha.skala_terhitung, made.usaha.skala_dasar = skala, dasar


def _judge_whole(made: Plan, told: Told, today: date) -> None:
    """Rules that look at more than one cell."""
    usaha = made.usaha
    _judge_days(made, told, today)
    settled = settle_draft(usaha, told.row, what="Usaha")
    made.changes += settled
    if settled:
        made.touched.add(Usaha)
    warn_once(told.row, [*made.owner.suspicions(), *usaha.suspicions(today=today)])


def _judge_days(made: Plan, told: Told, today: date) -> None:
    """What the row says of days, and not what was on record before it."""
    if "tanggal_lahir" in told.pemilik:
        rule = partial(made.owner.refuse_impossible_birth, today=today)
        refuse_as_form(told.row, rule, columns=_COLUMN_OF[Pemilik])
    if "nib_issued_on" in told.usaha:
        rule = partial(refuse_future, made.usaha, "nib_issued_on", today=today)
        refuse_as_form(told.row, rule, columns=_COLUMN_OF[Usaha])
