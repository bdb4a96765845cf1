"""What a row would make of its owner, business and figures: the same rules as the forms, and old → new."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from common.fields import EncryptedCharField, RupiahField
from common.templatetags.indonesia import rupiah, tanggal
from spreadsheets.kind import Change
from umkm.models import BatasSkala, DataTahunan, Kbli, Pemilik, Usaha
from umkm.sheets.columns import PEMILIK, USAHA
from umkm.sheets.reading import Told
from umkm.skala import classify

_FIGURES = {
    "modal_usaha": "modal_pendirian",
    "penjualan_tahunan": "omzet_tahunan",
    "tenaga_kerja_l": "tk_dibayar_laki",
    "tenaga_kerja_p": "tk_dibayar_perempuan",
}
_COLUMN_OF: dict[type[models.Model], dict[str, str]] = {
    Pemilik: {name: column for column, name in PEMILIK.items()} | {"desa": "kel_pengusaha"},
    Usaha: {name: column for column, name in USAHA.items()} | {"desa": "kel_usaha", "kbli": "kode_kbli"},
    DataTahunan: _FIGURES,
}
_WHOSE: dict[type[models.Model], str] = {Pemilik: "Pemilik", Usaha: "Usaha", DataTahunan: "Angka"}
_POINT_HALF = "Lintang dan bujur harus diisi bersama atau dikosongkan bersama."


@dataclass
class Plan:
    """Records as they will be, not yet written. Which of them differ stands in `touched`."""

    owner: Pemilik
    usaha: Usaha
    figures: DataTahunan | None = None
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)
    is_new_year: bool = False


@dataclass
class Surroundings:
    """What plans of a batch need beside the rows: asked once."""

    year: int
    edition: int
    kbli: dict[str, Kbli]
    figures: dict[int, list[DataTahunan]]  # by business, newest first
    thresholds: list[BatasSkala]

    @classmethod
    def of(cls, rows: Iterable[Told], usaha: Iterable[Usaha], options: dict[str, Any]) -> "Surroundings":
        edition = options["edition"]
        codes = {told.kbli for told in rows} - {""}
        figures: dict[int, list[DataTahunan]] = {}
        known = [each.pk for each in usaha if each.pk]
        for each in DataTahunan.objects.filter(usaha__in=known).order_by("usaha", "-tahun"):
            figures.setdefault(each.usaha_id, []).append(each)
        kbli = Kbli.objects.filter(edition=edition, code__in=codes)
        return cls(options["tahun"], edition, {each.code: each for each in kbli}, figures, _thresholds())


def _thresholds() -> list[BatasSkala]:
    return list(BatasSkala.objects.filter(berlaku_mulai__lte=timezone.localdate()))


def plan(told: Told, owner: Pemilik | None, usaha: Usaha | None, around: Surroundings) -> Plan:
    """Errors and warnings go to the row; the records given are changed in memory, nothing is written."""
    made = Plan(owner or Pemilik(), usaha or Usaha())
    if told.only_fills:
        told = _without_known(made, told, around)
    _assign(made, made.owner, told.pemilik, told)
    _assign(made, made.usaha, _of_usaha(told, usaha) | _kbli(told, around), told)
    _add_notes(made, told)
    _plan_figures(made, told, around)
    if made.usaha._state.adding or DataTahunan in made.touched or "tahun_mulai" in told.usaha:
        _classify(made, around)
    _judge_whole(made, told)
    if usaha is None:
        # What is new is told in full by its own row; only what exists already changes from something.
        made.changes = [change for change in made.changes if owner and change.label.startswith("Pemilik")]
    return made


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
        known = _value(record, column)
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
    for name, raw in fields.items():
        column: Any = record._meta.get_field(name)
        try:
            value = raw if column.is_relation else column.clean(raw, record)
        except ValidationError as error:
            for message in error.messages:
                told.row.refuse(message, "Perbaiki isi sel ini.", column=_COLUMN_OF[type(record)][name])
            continue
        old = _value(record, column)
        if old != value:
            made.touched.add(type(record))
            made.changes.append(_change(record, column, old, value))
            setattr(record, name, value)


def _value(record: models.Model, column: Any) -> Any:
    """A relation that is not set yet has no value to ask for."""
    return getattr(record, column.name) if getattr(record, column.attname) is not None else None


def _change(record: models.Model, column: Any, old: Any, new: Any) -> Change:
    label = f"{_WHOSE[type(record)]}: {column.verbose_name}"
    return Change(label, _shown(column, old), _shown(column, new), isinstance(column, EncryptedCharField))


def _shown(column: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(column, models.DateField):
        return tanggal(value)
    if isinstance(column, RupiahField):
        return rupiah(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(dict(column.flatchoices).get(value, value)) if column.choices else str(value)


def _kbli(told: Told, around: Surroundings) -> dict[str, Kbli]:
    if not told.kbli:
        return {}
    if found := around.kbli.get(told.kbli):
        return {"kbli": found}
    told.row.warn(
        f"Kode {told.kbli} tidak ada dalam KBLI {around.edition}, jadi KBLI tidak diisi.",
        "Kode disimpan sebagai catatan. Cocokkan dengan NIB.",
        column="kode_kbli",
    )
    told.notes.append(f"Kode KBLI di lembar: {told.kbli}")
    return {}


def _add_notes(made: Plan, told: Told) -> None:
    """Lines that are not there yet: the same sheet twice adds nothing."""
    present = made.usaha.notes.splitlines()
    fresh = [line for note in told.notes for line in note.splitlines() if line.strip() not in present]
    if fresh:
        _assign(made, made.usaha, {"notes": "\n".join([*present, *(line.strip() for line in fresh)])}, told)


def _plan_figures(made: Plan, told: Told, around: Surroundings) -> None:
    if not told.figures:
        return
    present = _figures_of(made, told, around)
    made.figures = present or DataTahunan(tahun=told.year or around.year)
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


def _judge_whole(made: Plan, told: Told) -> None:
    """Rules that look at more than one cell."""
    usaha = made.usaha
    if (usaha.latitude is None) != (usaha.longitude is None):
        told.row.refuse(_POINT_HALF, "Isi kedua kolom, atau kosongkan keduanya.", column="alamat_latitude")
    _judge_holes(made, told)
    for suspicion in [*made.owner.suspicions(), *usaha.suspicions()]:
        if all(suspicion != message.text for message in told.row.messages):
            told.row.warn(suspicion)


def _judge_holes(made: Plan, told: Told) -> None:
    """Incomplete becomes a draft, as the form's own button does; a draft made whole is registered."""
    usaha = made.usaha
    columns: list[Any] = [Usaha._meta.get_field(name) for name in Usaha.REQUIRED_UNLESS_DRAFT]
    holes = [column for column in columns if _value(usaha, column) in (None, "")]
    if usaha._state.adding:
        usaha.is_draft = bool(holes)
    elif usaha.is_draft and not holes:
        usaha.is_draft = False
        made.touched.add(Usaha)
        made.changes.append(Change("Usaha: keadaan", "Draf", "Menunggu verifikasi"))
    if usaha.is_draft and holes:
        labels = ", ".join(str(column.verbose_name) for column in holes)
        told.row.warn(
            f"Belum lengkap: {labels}. Usaha dicatat sebagai draf.", "Lengkapi nanti di data usaha."
        )
