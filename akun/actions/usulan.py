"""Changes of verified records: proposed, accepted or refused. What is not verified yet is changed at once."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akun.models import Usulan
from produk.models import Produk
from umkm.models import Usaha

_CHANGED = "Data ini sudah berubah sejak diusulkan. Tolak usulan ini dan minta pemilik mengusulkan lagi."


@transaction.atomic
def propose(*, record: Usaha | Produk, values: Mapping[str, Any], by: Any) -> Usulan | None:
    """The proposal that now waits; None where the record was changed at once, or nothing differs. A later proposal
    takes the place of one that still waits."""
    record = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
    changed = {
        name: [_stored(record, name), _raw(value)]
        for name, value in values.items()
        if _stored(record, name) != _raw(value)
    }
    about: dict[str, Any] = {"usaha": record, "produk": None}
    if isinstance(record, Produk):
        about = {"usaha": record.usaha, "produk": record}
    Usulan.objects.waiting().filter(**about).delete()
    if not changed:
        return None
    if not record.verified_at:
        _apply(record, changed)
        return None
    return Usulan.objects.create(**about, values=changed, proposed_by=by)


@transaction.atomic
def accept_proposal(*, usulan: Usulan, by: Any) -> Usulan:
    usulan = _lock(usulan)
    subject = usulan.subject
    record: Any = type(subject)._default_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    if any(_stored(record, name) != old for name, (old, _) in usulan.values.items()):
        raise ValidationError(_CHANGED)
    _apply(record, usulan.values)
    return _decide(usulan, by, is_accepted=True)


@transaction.atomic
def refuse_proposal(*, usulan: Usulan, by: Any) -> Usulan:
    usulan = _lock(usulan)
    if not usulan.notes:
        raise ValidationError("Tulis dan simpan dahulu jawaban kepada pemilik: mengapa tidak diubah.")
    return _decide(usulan, by, is_accepted=False)


def _decide(usulan: Usulan, by: Any, *, is_accepted: bool) -> Usulan:
    usulan.is_accepted = is_accepted
    usulan.decided_at, usulan.decided_by = timezone.now(), by
    usulan.save()
    return usulan


def _apply(record: Any, changed: Mapping[str, list[Any]]) -> None:
    for name, (_, new) in changed.items():
        setattr(record, record._meta.get_field(name).attname, new)
    record.full_clean()
    record.save()


def _stored(record: Any, name: str) -> Any:
    return getattr(record, record._meta.get_field(name).attname)


def _raw(value: Any) -> Any:
    return getattr(value, "pk", value)


def _lock(usulan: Usulan) -> Usulan:
    usulan = (
        Usulan.objects.select_for_update(of=("self",)).select_related("usaha", "produk").get(pk=usulan.pk)
    )
    if usulan.decided_at:
        raise ValidationError("Usulan ini sudah diputuskan petugas lain.")
    return usulan
