"""What the engine is compared with: the same file read by the same parser, and its rows copied into tables.

No word is checked, nothing is compared, encrypted, previewed or kept for an undo: it is the least that has to be
done to get 100,000 rows out of a file and into three tables.
"""

from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction
from python_calamine import CalamineWorkbook

from bench.lists import HEADER
from common.audit import spare_triggers_asking
from rumah_usaha.scale.copying import copy_rows
from umkm.models import DataTahunan, Pemilik, Usaha
from wilayah.models import Desa

_AT = {title: place for place, title in enumerate(HEADER)}
_MODELS: tuple[type[models.Model], ...] = (Pemilik, Usaha, DataTahunan)
_FIRST_ROW = 5
_NOTHING = ("", "-", "0", "BELUM ADA", "tidak ada")


def bare(path: Path, *, is_plain: bool) -> None:
    """`is_plain`: into tables without index, constraint or trigger; else into the portal's own."""
    desa = {each.name: each.pk for each in Desa.objects.all()}
    with path.open("rb") as file:
        sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0)
        records = _records(list(sheet.iter_rows())[_FIRST_ROW:-1], desa)
    with transaction.atomic(), connection.cursor() as cursor:
        # As the engine does: a trigger's own question would cost the base more than its rows.
        spare_triggers_asking()
        for model in _MODELS:
            table = model._meta.db_table
            if is_plain:
                cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table})")
                table = f"bare_{table}"
            copy_rows(cursor, model, records[model], table=table)
    with connection.cursor() as cursor:
        for model in _MODELS:
            cursor.execute(f"DROP TABLE IF EXISTS bare_{model._meta.db_table}")


def _records(rows: list[list[Any]], desa: dict[str, int]) -> dict[type[models.Model], list[dict[str, Any]]]:
    owners: dict[str, dict[str, Any]] = {}
    usaha: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    numbers = count(1)
    for row in rows:
        key = row[_AT["NIK"]] or row[_AT["NAMA PEMILIK"]]
        if key not in owners:
            owners[key] = _owner(next(numbers), row)
        pk, nib = len(usaha) + 1, str(row[_AT["NIB"]])
        usaha.append(
            {
                "id": pk,
                "pemilik_id": owners[key]["id"],
                "name": row[_AT["NAMA USAHA"]] or "Usaha",
                "slug": f"usaha-{pk}",
                "nib": nib if nib not in _NOTHING else "",
                "npwp": row[_AT["NPWP"]],
                "bidang_usaha": "jasa",
                "status_usaha": "perseorangan",
                "kegiatan_utama": row[_AT["KEGIATAN USAHA"]],
                "tahun_mulai": int(row[_AT["TAHUN BERDIRI"]]),
                "desa_id": desa.get(row[_AT["DESA/KEL"]], 1),
                "address": row[_AT["ALAMAT USAHA"]],
            }
        )
        figures.append(
            {
                "id": pk,
                "usaha_id": pk,
                "tahun": 2025,
                "modal_usaha": _amount(row[_AT["MODAL"]]),
                "penjualan_tahunan": _amount(row[_AT["OMZET/TAHUN"]]),
                "tenaga_kerja_l": int(row[_AT["TK L"]]),
                "tenaga_kerja_p": int(row[_AT["TK P"]]),
            }
        )
    return {Pemilik: list(owners.values()), Usaha: usaha, DataTahunan: figures}


def _owner(pk: int, row: list[Any]) -> dict[str, Any]:
    phone, born = str(row[_AT["NO. HP/WA"]]), row[_AT["TGL LAHIR"]]
    return {
        "id": pk,
        "name": row[_AT["NAMA PEMILIK"]],
        "nik": row[_AT["NIK"]],
        "nik_index": row[_AT["NIK"]] if len(row[_AT["NIK"]]) == 16 else "",
        "jenis_kelamin": row[_AT["L/P"]],
        "tempat_lahir": row[_AT["TEMPAT LAHIR"]],
        "tanggal_lahir": born if isinstance(born, date) else f"{born[6:]}-{born[3:5]}-{born[:2]}",
        "phone": phone[:16] if phone not in _NOTHING else "",
        "address": row[_AT["ALAMAT RUMAH"]],
    }


def _amount(cell: Any) -> int | None:
    if isinstance(cell, int | float):
        return int(cell)
    digits = "".join(filter(str.isdigit, cell.removesuffix(",00")))
    return int(digits) if digits else None
