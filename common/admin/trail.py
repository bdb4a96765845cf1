"""The audit trail in words: who changed which field from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from pghistory.core import event_models

from common.admin.values import plain
from common.fields import EncryptedCharField

NEWEST = 200
_DEEDS = {"tambah": "Dicatat", "ubah": "Diubah", "hapus": "Dihapus"}
# Kept by the system, or told by the column beside them.
_SILENT = {"id", "created_at", "updated_at", "slug", "is_listed", "nik_index", "recorded_at"}
_HIDDEN = "(disembunyikan)"
# What tells one row beneath a record from the next.
_TELLING = (
    "tahun", "tahun_buku", "name", "purpose", "alt", "usaha", "produk", "group", "kecamatan", "happened_on",
)  # fmt: skip


@dataclass
class Change:
    label: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.label} dari “{self.old or 'kosong'}” menjadi “{self.new or 'kosong'}”"


@dataclass
class Entry:
    """One event of one row. `subject` names the row beneath the record, or is empty for the record itself."""

    at: datetime
    who: str
    deed: str
    subject: str
    changes: list[Change] = field(default_factory=list)
    # The trail's own count: what one transaction wrote bears one time.
    number: int = 0

    @property
    def has_old(self) -> bool:
        return any(change.old for change in self.changes)

    @property
    def has_new(self) -> bool:
        return any(change.new for change in self.changes)


def events_of(record: models.Model) -> models.QuerySet | None:
    """All versions of a row, deleted ones too; None where the model is not tracked."""
    found = event_models(tracks_model=type(record))
    return found[0]._default_manager.filter(pgh_obj_id=record.pk) if found else None


def events_beneath(record: models.Model, model: type[models.Model]) -> models.QuerySet | None:
    """Versions of the rows of `model` that point, or pointed, at the record."""
    concrete = model._meta.concrete_model or model
    found = event_models(tracks_model=concrete, include_missing_pgh_obj=True)
    names = [
        f.name
        for f in concrete._meta.fields
        if isinstance(f, models.ForeignKey) and isinstance(record, f.related_model)
    ]
    return found[0]._default_manager.filter(**{f"{names[0]}_id": record.pk}) if found and names else None


def entries(
    record: models.Model,
    beneath: Iterable[tuple[models.QuerySet, str]],
    *,
    hidden: frozenset[str] = frozenset(),
) -> list[Entry]:
    """The record's history, newest first. `hidden` fields are named but their values are not told."""
    rows = [(event, "") for event in _newest(events_of(record))]
    for queryset, label in beneath:
        rows += [(event, label) for event in _newest(queryset)]
    related = _Names(type(record))
    related.load(event for event, _ in rows)
    found = list(_told(rows, related, hidden))
    return sorted(found, key=lambda entry: (entry.at, entry.number), reverse=True)[:NEWEST]


def changes_since(
    record: models.Model, version: str, inlines: Iterable[Any], may_see_personal_data: bool
) -> list[str]:
    """Sentences for the officer whose form is older than the record; at most six of them."""
    since = _moment_of(version)
    events = events_of(record)
    if events is None:
        return []
    beneath = [(events_beneath(record, inline.model), inline.model._meta.verbose_name) for inline in inlines]
    hidden = frozenset() if may_see_personal_data else frozenset({"phone", "whatsapp", "address"})
    told = []
    found = entries(record, [(q, name) for q, name in beneath if q is not None], hidden=hidden)
    # A record without `updated_at` has no moment to compare with: its newest change is the likeliest.
    for entry in [entry for entry in found if entry.at > since] if since else found[:1]:
        about = f"{entry.subject} " if entry.subject else ""
        for change in entry.changes[:6]:
            told.append(f"{entry.who} mengubah {about}{change}")
        if not entry.changes and entry.subject:
            told.append(f"{entry.who}: {about}{entry.deed.lower()}")
    return told[:6]


def _moment_of(version: str) -> datetime | None:
    try:
        return parse_datetime(version)
    except ValueError:
        return None


def last_editor(record: models.Model) -> str:
    """Who wrote the newest version, or "" while nobody signed it (imports, commands)."""
    events = events_of(record)
    newest = events.select_related("pgh_context").order_by("-pgh_id").first() if events is not None else None
    key = newest.pgh_context.metadata.get("user") if newest and newest.pgh_context else None
    person = get_user_model()._base_manager.filter(pk=key).first() if key else None
    return str(person) if person else ""


def _newest(queryset: models.QuerySet | None) -> list[Any]:
    if queryset is None:
        return []
    # The context tells who; one more row than shown, so that the oldest shown has a predecessor.
    return list(queryset.select_related("pgh_context").order_by("-pgh_id")[: NEWEST + 1])


def _told(rows: list[tuple[Any, str]], related: "_Names", hidden: frozenset[str]) -> Iterator[Entry]:
    for previous, event, deed, label in _steps(rows):
        changes = _changes(previous, event, deed, related, hidden)
        if deed == "ubah" and not changes:
            continue
        yield Entry(
            at=_moment(event),
            who=related.user(event),
            deed=_DEEDS.get(deed, deed),
            subject=f"{label} {_row_name(event, related)}".strip() if label else "",
            changes=changes,
            number=event.pgh_id,
        )


def _steps(rows: list[tuple[Any, str]]) -> Iterator[tuple[Any, Any, str, str]]:
    """(version before, version after, deed, label): what one request wrote to one row is one step."""
    versions: dict[tuple[type, Any], list[tuple[Any, str]]] = {}
    for event, label in sorted(rows, key=lambda row: row[0].pgh_id):
        key = (type(event), getattr(event, "pgh_obj_id", event.pgh_id))
        versions.setdefault(key, []).append((event, label))
    for told in versions.values():
        before = None
        for index, (event, label) in enumerate(told):
            deed = event.pgh_label
            follower = told[index + 1][0] if index + 1 < len(told) else None
            if _is_same_request(event, follower):
                # Its successor tells both; a record that was just added stays an addition.
                told[index + 1] = (_relabelled(follower, deed), label)
                continue
            yield before, event, deed, label
            before = event


def _is_same_request(event: Any, follower: Any) -> bool:
    return (
        follower is not None
        and follower.pgh_label == "ubah"
        and event.pgh_context_id is not None
        and event.pgh_context_id == follower.pgh_context_id
    )


def _relabelled(event: Any, deed: str) -> Any:
    event.pgh_label = deed
    return event


def _moment(event: Any) -> datetime:
    """`updated_at` is the moment of the write; the trail's own clock stands at the transaction's start."""
    if event.pgh_label == "hapus":
        return event.pgh_created_at
    return max(event.pgh_created_at, getattr(event, "updated_at", None) or event.pgh_created_at)


def _changes(previous: Any, event: Any, deed: str, related: "_Names", hidden: frozenset[str]) -> list[Change]:
    found = []
    for column in _columns(event):
        if column.is_relation and column.related_model is related.owner:
            continue
        old = _value(event if deed == "hapus" else previous if deed == "ubah" else None, column, related)
        new = _value(None if deed == "hapus" else event, column, related)
        if deed == "ubah" and _raw(previous, column) == _raw(event, column):
            continue
        # Two numbers may look alike once masked, and are told all the same.
        if old == new and not (old and isinstance(column, EncryptedCharField)):
            continue
        if column.name in hidden:
            old, new = (_HIDDEN if old else ""), (_HIDDEN if new else "")
        found.append(Change(capfirst(str(column.verbose_name)), old, new))
    return found


def _columns(event: Any) -> Iterator[models.Field]:
    tracked = event.pgh_tracked_model
    for column in tracked._meta.concrete_model._meta.concrete_fields:
        is_stamp = column.name.endswith("_by") and isinstance(column, models.ForeignKey)
        if column.name not in _SILENT and not is_stamp and hasattr(event, column.attname):
            yield column


def _raw(event: Any, column: models.Field) -> Any:
    return getattr(event, column.attname, None) if event else None


def _value(event: Any, column: models.Field, related: "_Names") -> str:
    """One stored value as an officer reads it; numbers of people never in full."""
    value = _raw(event, column)
    if value is None or value == "":
        return ""
    if isinstance(column, models.ForeignKey):
        return related.name(column.related_model, value)
    return plain(value, column)


def _row_name(event: Any, related: "_Names") -> str:
    """What tells one row beneath a record from the next: its year, its name, its kind."""
    for name in _TELLING:
        column = next((c for c in _columns(event) if c.name == name), None)
        if column and (text := _value(event, column, related)):
            return text
    return ""


class _Names:
    """Names of the rows and people that events point at, each kind read once."""

    def __init__(self, owner: type[models.Model]) -> None:
        self.owner = owner
        self._rows: dict[type[models.Model], dict[Any, models.Model]] = {}
        self._users: dict[str, str] = {}

    def load(self, events: Iterable[Any]) -> None:
        wanted: dict[type[models.Model], set[Any]] = {}
        users = set()
        for event in events:
            for column in _columns(event):
                if isinstance(column, models.ForeignKey) and _raw(event, column) is not None:
                    wanted.setdefault(column.related_model, set()).add(_raw(event, column))
            if event.pgh_context and event.pgh_context.metadata.get("user"):
                users.add(event.pgh_context.metadata["user"])
        for model, keys in wanted.items():
            self._rows[model] = model._base_manager.select_related().in_bulk(keys)
        people = get_user_model()._base_manager.in_bulk(users)
        self._users = {str(pk): str(person) for pk, person in people.items()}

    def name(self, model: type[models.Model], pk: Any) -> str:
        row = self._rows.get(model, {}).get(pk)
        return str(row) if row else f"nomor {pk}"

    def user(self, event: Any) -> str:
        key = str(event.pgh_context.metadata.get("user")) if event.pgh_context else ""
        return self._users.get(key, "Sistem")
