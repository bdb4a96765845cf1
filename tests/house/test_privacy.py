"""Every field is sorted, and what is personal stays off the public site."""

import pytest

from rumah_usaha import privacy
from tests.house.repository import our_models, refuse, stored_fields
from umkm.choices import TujuanPersetujuan

KINDS = (privacy.PUBLIC, privacy.STAFF, privacy.PERSONAL)


def test_every_field_is_sorted_exactly_once():
    found = {
        f"{model._meta.label}.{field.name}": [
            kind for kind in KINDS if field.name in privacy.FIELDS[model._meta.label][kind]
        ]
        for model in our_models()
        if model._meta.label in privacy.FIELDS
        for field in stored_fields(model)
    }
    unsorted = [model._meta.label for model in our_models() if model._meta.label not in privacy.FIELDS]
    refuse(unsorted)
    refuse([name for name, kinds in found.items() if len(kinds) != 1])


def test_nothing_is_sorted_that_no_longer_exists():
    existing = {
        f"{model._meta.label}.{field.name}" for model in our_models() for field in stored_fields(model)
    }
    sorted_names = {
        f"{label}.{name}"
        for label, fields in privacy.FIELDS.items()
        for kind in KINDS
        for name in fields[kind]
    }
    refuse(sorted(sorted_names - existing))


def test_the_audit_trail_is_sorted_as_the_records_it_copies():
    events = [model for model in our_models(events=True) if hasattr(model, "pgh_tracked_model")]
    tracked = [event for event in events if not event.pgh_tracked_model._meta.proxy]
    assert tracked
    for event in tracked:
        for field in event._meta.fields:
            assert privacy.kind_of(field) in KINDS


def test_encrypted_fields_are_personal():
    from common.fields import EncryptedCharField

    encrypted = [f for m in our_models() for f in stored_fields(m) if isinstance(f, EncryptedCharField)]
    assert encrypted
    assert {privacy.kind_of(field) for field in encrypted} == {privacy.PERSONAL}


@pytest.mark.parametrize("name", privacy.CONSENT)
def test_only_personal_fields_wait_for_consent_and_the_purpose_exists(name):
    label, _, field = name.rpartition(".")
    assert field in privacy.FIELDS[label][privacy.PERSONAL]
    assert privacy.CONSENT[name] in TujuanPersetujuan.values
