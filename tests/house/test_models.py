"""What every model keeps to, found by looking at all of them."""

import pytest
from django.contrib.admin import site
from django.db import models

from common.models import both_or_neither
from tests.house import english
from tests.house.repository import our_models, refuse, stored_fields


def pairs():
    """Every `<name>_at` with a `<name>_by` beside it."""
    for model in our_models():
        names = {field.name for field in model._meta.fields}
        for name in sorted(names):
            if name.endswith("_at") and f"{name[:-3]}_by" in names:
                yield model, name[:-3]


def test_there_are_pairs_to_look_at():
    assert len(list(pairs())) > 10


@pytest.mark.parametrize(
    ("model", "name"), list(pairs()), ids=lambda value: getattr(value, "__name__", value)
)
def test_a_time_and_its_person_are_both_set_or_both_empty(model, name):
    at, by = model._meta.get_field(f"{name}_at"), model._meta.get_field(f"{name}_by")
    always_both = not at.null and not by.null
    promised = both_or_neither(name).condition
    held = any(getattr(constraint, "condition", None) == promised for constraint in model._meta.constraints)
    assert always_both or held


def test_every_constraint_explains_itself_in_indonesian():
    """Only what a form cannot trip over may keep Django's own words."""
    standard = models.BaseConstraint.default_violation_error_message
    # Reference tables are loaded by commands; UniqueConstraint on plain fields names them by itself.
    refuse(
        constraint.name
        for model in our_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
        and str(constraint.violation_error_message) == str(standard)
    )


def test_every_label_is_written_for_people():
    """Indonesian words serve as their own label; English names need one."""
    refuse(
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in stored_fields(model)
        if field.editable
        and model in site._registry
        and field.name in english.FIELDS
        and _has_no_label(field)
    )


def _has_no_label(field: models.Field) -> bool:
    # A relation without a label takes its own name, and names of models are Indonesian words.
    return str(field.verbose_name) == field.name.replace("_", " ")


def test_labels_are_lower_case_unless_an_acronym_or_a_name_stands_first():
    refuse(
        f"{model._meta.label}.{field.name}: {field.verbose_name}"
        for model in our_models()
        for field in stored_fields(model)
        if (word := str(field.verbose_name).split(" ")[0].split("/")[0]) != word.lower()
        and word not in {"ID", "WhatsApp"}
        and word.upper() != word
    )


def test_a_model_prints_as_something_a_person_can_read():
    refuse(model._meta.label for model in site._registry if "__str__" not in _own_attributes(model))


def _own_attributes(model: type[models.Model]) -> set[str]:
    """Names defined by the model or a base of ours or Django's, `Model` itself left out."""
    return {name for base in model.__mro__ if base not in (models.Model, object) for name in vars(base)}
