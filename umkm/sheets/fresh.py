"""Rows whose owner and business are both new: what the check kept of them goes into the tables as it is.

Nothing is made of it in between, neither records nor a judgement: of a long list that is most of the work.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from spreadsheets import keeping
from spreadsheets.among import among_filled
from spreadsheets.kind import Batch, Planned
from spreadsheets.records import slugs_for, usual_of
from umkm.models import DataTahunan, Pemilik, Usaha
from umkm.sheets.keeping import ANGKA, PEMILIK, USAHA, made_before

_MAY_BE_FILLED = frozenset(name for name, value in usual_of(Pemilik).items() if value in (None, ""))


@dataclass
class _Fresh:
    """What one row makes, by attribute; the owner is one for all rows of a person. Each gets its key when written."""

    owner: dict[str, Any]
    usaha: dict[str, Any]
    figures: dict[str, Any] | None


def write_fresh(planned: list[Planned], batch: Batch) -> list[Planned]:
    """Those that are left: to be judged again, or of an owner who is there by now."""
    fresh, rest = _sorted(planned, batch)
    if fresh:
        rows = _rows(fresh)
        _save_owners(rows)
        _save_usaha(rows)
        _save_figures(rows)
        for each, row in zip(fresh, rows, strict=True):
            each.written = _written(row)
    return rest


def _sorted(planned: list[Planned], batch: Batch) -> tuple[list[Planned], list[Planned]]:
    groups = {each.record.group for each in planned if each.records} - {""}
    # An owner whom several rows share is made at one place.
    known = {each.record.group for each in planned if not each.records} | {*_present(groups, batch)}
    is_fresh = [
        bool(each.records) and (not each.record.group or each.record.group not in known) for each in planned
    ]
    pairs = list(zip(planned, is_fresh, strict=True))
    return [each for each, fresh in pairs if fresh], [each for each, fresh in pairs if not fresh]


def _present(groups: set[str], batch: Batch) -> set[str]:
    """Groups whose owner is on record: by NIK KTP, or made by an earlier batch."""
    numbered = Pemilik.objects.filter(among_filled("nik_index", groups)).values_list("nik_index", flat=True)
    return {*numbered, *made_before(batch.written_groups(groups))}


def _rows(fresh: list[Planned]) -> list[_Fresh]:
    """A later row of a person fills what an earlier one left empty."""
    owners: dict[str, dict[str, Any]] = {}
    rows = []
    for each in fresh:
        said, group = each.records[PEMILIK], each.record.group
        owner = owners.get(group)
        if owner is None:
            # The group of an owner with a NIK KTP is its index.
            owner = said | {"nik_index": group} if "nik" in said else dict(said)
            if group:
                owners[group] = owner
        else:
            holes = _MAY_BE_FILLED.intersection(said) - owner.keys()
            owner.update({name: said[name] for name in holes})
        rows.append(_Fresh(owner, dict(each.records[USAHA]), each.records.get(ANGKA)))
    return rows


def _save_owners(rows: list[_Fresh]) -> None:
    _save(Pemilik, list({id(row.owner): row.owner for row in rows}.values()))


def _save_usaha(rows: list[_Fresh]) -> None:
    slugs = slugs_for(Usaha, [row.usaha["name"] for row in rows])
    for row, slug in zip(rows, slugs, strict=True):
        row.usaha |= {"pemilik_id": row.owner["id"], "slug": slug}
    _save(Usaha, [row.usaha for row in rows])


def _save_figures(rows: list[_Fresh]) -> None:
    figures = []
    for row in rows:
        if row.figures is not None:
            row.figures["usaha_id"] = row.usaha["id"]
            figures.append(row.figures)
    _save(DataTahunan, figures)


def _save(noun: type[Model], every: list[dict[str, Any]]) -> None:
    for values, key in zip(every, keeping.copy_kept(noun, every), strict=True):
        values["id"] = key


def _written(row: _Fresh) -> list[tuple[str, int, bool]]:
    pairs = ((Pemilik, row.owner), (Usaha, row.usaha), (DataTahunan, row.figures))
    return [(noun._meta.label, values["id"], True) for noun, values in pairs if values is not None]
