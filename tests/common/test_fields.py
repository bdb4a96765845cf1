"""Model fields: what reaches the database through every door, and what forms say."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from common.fields import IdentifierField, PhoneField, PlainCharField, PlainTextField, RupiahField
from common.identifiers import normalise_nib, validate_nib

with isolate_apps("common"):

    class Stall(models.Model):
        name = PlainCharField("nama", max_length=10)
        story = PlainTextField("cerita", blank=True)
        nib = IdentifierField(
            "NIB", max_length=13, blank=True, normalise=normalise_nib, validate=validate_nib
        )
        number = IdentifierField("nomor", max_length=20, blank=True)
        phone = PhoneField("telepon", blank=True)
        price = RupiahField("harga", null=True, blank=True)
        shu = RupiahField("SHU", null=True, blank=True, allow_negative=True)

        class Meta:
            app_label = "common"


StallForm = modelform_factory(Stall, fields="__all__")


def stall_form(**data):
    return StallForm({"name": "Kopi", **data})


@pytest.fixture
def table(db):
    with connection.schema_editor() as editor:
        editor.create_model(Stall)


def stored(column):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM common_stall')
        return [row[0] for row in cursor.fetchall()]


# --- every door stores the tidy form -----------------------------------------------------------


UNTIDY = {"name": " Cafe\u0301 ", "story": "a\r\nb ", "nib": "NIB 9120001234567", "phone": "0812-3456 7890"}
TIDY = {"name": "Café", "story": "a\nb", "nib": "9120001234567", "phone": "+6281234567890"}


@pytest.mark.parametrize("column", UNTIDY)
@pytest.mark.parametrize(
    "write",
    [
        lambda: Stall.objects.create(**UNTIDY),
        lambda: Stall(**UNTIDY).save(),
        lambda: Stall.objects.bulk_create([Stall(**UNTIDY)]),
        lambda: (Stall.objects.create(name="x"), Stall.objects.update(**UNTIDY)),
        lambda: StallForm(UNTIDY).save(),
    ],
    ids=["create", "save", "bulk_create", "update", "form"],
)
def test_every_door_stores_the_tidy_form(table, write, column):
    write()
    assert stored(column) == [TIDY[column]]


def test_bulk_update_stores_the_tidy_form(table):
    stall = Stall.objects.create(name="x")
    stall.phone = "0812 3456 7890"
    Stall.objects.bulk_update([stall], ["phone"])
    assert stored("phone") == ["+6281234567890"]


def test_the_instance_shows_what_was_stored(table):
    stall = Stall.objects.create(**UNTIDY)
    assert {name: getattr(stall, name) for name in TIDY} == TIDY


def test_full_clean_tidies_the_instance():
    stall = Stall(**UNTIDY)
    stall.full_clean(validate_unique=False)
    assert {name: getattr(stall, name) for name in TIDY} == TIDY


def test_exact_lookups_take_untidy_values(table):
    Stall.objects.create(**UNTIDY)
    assert Stall.objects.filter(phone="62812 3456 7890", nib__in=["9120-0012-34567"]).exists()


def test_partial_lookups_take_their_value_as_it_is(table):
    Stall.objects.create(**UNTIDY)
    assert Stall.objects.filter(phone__contains="3456").exists()


def test_expressions_pass_untouched(table):
    Stall.objects.create(name="Kopi", story="x")
    Stall.objects.update(story=models.F("name"))
    assert stored("story") == ["Kopi"]


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u202e", "\ud800", "\n", "\t"])
def test_a_line_refuses_hidden_characters_in_form_and_model_alike(char):
    untidy = f"a{char}b"
    form = stall_form(name=untidy)
    with pytest.raises(ValidationError) as refused:
        Stall(name=untidy).full_clean(validate_unique=False)
    assert form.errors["name"] == refused.value.message_dict["name"]
    assert len(form.errors["name"]) == 1


@pytest.mark.parametrize("char", ["\x00", "\u202e", "\ud800"])
def test_a_text_refuses_hidden_characters_in_form_and_model_alike(char):
    untidy = f"a{char}b"
    form = stall_form(story=untidy)
    with pytest.raises(ValidationError) as refused:
        Stall(name="Kopi", story=untidy).full_clean(validate_unique=False)
    assert form.errors["story"] == refused.value.message_dict["story"]


@pytest.mark.parametrize("field", ["nib", "number", "phone"])
def test_numbers_refuse_hidden_characters_too(field):
    with pytest.raises(ValidationError, match="karakter"):
        Stall._meta.get_field(field).run_validators("a\x00b")
    assert "karakter" in stall_form(**{field: "1\x002"}).errors[field][0]


def test_a_text_keeps_lines_and_tabs():
    form = stall_form(story="satu\r\n\tdua")
    assert form.is_valid()
    assert form.cleaned_data["story"] == "satu\n\tdua"


def test_a_name_of_invisible_spaces_is_missing():
    assert stall_form(name="\u200b \ufeff").errors["name"] == ["Bidang ini tidak boleh kosong."]


def test_length_counts_composed_characters():
    assert stall_form(name="e\u0301" * 10).is_valid()
    assert "name" in stall_form(name="e" * 11).errors


def test_the_rule_of_a_number_speaks_in_form_and_model_alike():
    form = stall_form(nib="912000123456")
    with pytest.raises(ValidationError) as refused:
        Stall(name="Kopi", nib="912000123456").full_clean(validate_unique=False)
    assert form.errors["nib"] == refused.value.message_dict["nib"]


# --- forms take untidy numbers -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "cleaned"),
    [
        ("phone", "+62 (0) 812 - 3456 - 7890", "+6281234567890"),
        ("nib", "'9120 0012 34567.", "9120001234567"),
        ("nib", "   ", ""),
        ("phone", "-", ""),
        ("number", " 12/A ", "12/A"),
    ],
)
def test_a_number_may_be_typed_longer_than_it_is_stored(field, typed, cleaned):
    form = stall_form(**{field: typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data[field] == cleaned


def test_the_browser_is_not_told_to_cut_numbers_off():
    assert "maxlength" not in StallForm().fields["phone"].widget.attrs
    assert "maxlength" not in str(StallForm()["nib"])


def test_a_number_too_long_even_when_tidy_is_refused():
    assert "phone" in stall_form(phone="0812345678901234567").errors


def test_a_phone_box_is_a_phone_box():
    assert 'type="tel"' in str(StallForm()["phone"])


@pytest.mark.parametrize(
    ("typed", "has_changed"),
    [
        ("0812-3456-7890", False),
        ("+6281234567890", False),
        ("0812-3456-7891", True),
        ("", True),
        ("\x00", True),
    ],
)
def test_another_way_of_writing_is_no_change(typed, has_changed):
    field = StallForm().fields["phone"]
    assert field.has_changed("+6281234567890", typed) is has_changed


def test_a_disabled_number_never_changes():
    field = StallForm().fields["phone"]
    field.disabled = True
    assert not field.has_changed("+6281234567890", "1")


# --- migrations --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["name", "story", "nib", "number", "phone", "price", "shu"])
def test_fields_survive_being_written_into_a_migration(name):
    field = Stall._meta.get_field(name)
    text, imports = MigrationWriter.serialize(field)
    scope = {}
    exec("\n".join(imports), scope)
    copy = eval(text, scope)
    assert copy.deconstruct()[1:] == field.deconstruct()[1:]
    assert type(copy) is type(field)


def test_migrations_name_rules_by_their_lasting_path():
    kwargs = Stall._meta.get_field("nib").deconstruct()[3]
    assert kwargs["normalise"] == "common.identifiers.normalise_nib"
    assert kwargs["validate"] == "common.identifiers.validate_nib"


def test_a_rule_may_be_given_by_its_path():
    field = IdentifierField(normalise="common.identifiers.normalise_nib", max_length=13)
    assert field.normalise is normalise_nib
    assert field.deconstruct()[3] == {"max_length": 13, "normalise": "common.identifiers.normalise_nib"}
