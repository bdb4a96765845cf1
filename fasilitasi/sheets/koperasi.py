"""The cooperative that a row is about: found as the sheet of cooperatives finds it, filled and never overwritten."""

from typing import Any

from common.fields import blind_index
from common.identifiers import normalise_nik_koperasi
from koperasi.models import Koperasi
from koperasi.sheets.reading import Told
from spreadsheets.kind import Change, Row
from spreadsheets.records import assign, settle_draft, value_of, warn_once
from umkm.sheets.places import find_place
from wilayah.match import Regions

_COLUMN_OF = {name: name for name in ("nik_koperasi", "nomor_badan_hukum")} | {"name": "nama_koperasi"}


def tell_koperasi(row: Row, regions: Regions) -> Told:
    told = Told(row)
    given = {
        "name": row.get("nama_koperasi") or row.get("nama_usaha"),
        "nik_koperasi": normalise_nik_koperasi(row.get("nik_koperasi") or ""),
        "nomor_badan_hukum": row.get("nomor_badan_hukum"),
    }
    told.koperasi = {name: value for name, value in given.items() if value}
    own = row.get("kec_koperasi") or row.get("kel_koperasi")
    columns = ("kec_koperasi", "kel_koperasi") if own else ("kec_usaha", "kel_usaha")
    if desa := find_place(row, regions, *columns).desa:
        told.koperasi["desa"] = desa
    if not told.name:
        row.refuse("Nama koperasi kosong.", "Isi nama koperasinya.")
    return told


def koperasi_key(told: Told) -> str:
    """Rows that mean one cooperative which is not registered yet."""
    who = told.nik or f"{told.contracted}|{told.desa.pk if told.desa else ''}"
    return blind_index(f"koperasi|{who}")


def plan_koperasi(told: Told, known: Koperasi | None) -> tuple[Koperasi, list[Change]]:
    """A new one with what the row tells, or what the known one had empty; nothing is written."""
    record, differing = known or Koperasi(), []
    empty = {}
    for name, value in told.koperasi.items():
        column: Any = Koperasi._meta.get_field(name)
        held = value_of(record, column)
        if held in (None, ""):
            empty[name] = value
        elif held != value and name in ("nik_koperasi", "nomor_badan_hukum", "nib"):
            differing.append(str(column.verbose_name))
    changes = assign(record, empty, told.row, columns=_COLUMN_OF, whose="Koperasi")
    changes += settle_draft(record, told.row, what="Koperasi")
    if known is None:
        changes = []
        told.row.warn("Koperasi ini belum terdaftar, jadi didaftarkan.")
    if differing:
        told.row.warn(
            f"Berbeda dari data yang terdaftar, jadi tidak diubah: {', '.join(differing)}.",
            "Perbaiki di data koperasi bila isi lembar yang benar.",
        )
    warn_once(told.row, record.suspicions())
    return record, changes
