"""Encrypted columns: what the table holds, who can read it, and what cannot be asked of it."""

import copy
import pickle

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError, ImproperlyConfigured, ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.db.models.functions import Lower
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from common.fields import DecryptionError, EncryptedCharField
from common.identifiers import normalise_nik, validate_nik

NIK, OTHER = "7209995203900001", "7209995203900002"
OLD_KEY, NEW_KEY = Fernet.generate_key().decode(), Fernet.generate_key().decode()

with isolate_apps("common"):

    class Person(models.Model):
        name = models.CharField(max_length=10, blank=True)
        nik = EncryptedCharField(
            "NIK KTP", max_length=16, blank=True, default="", normalise=normalise_nik, validate=validate_nik
        )
        secret = EncryptedCharField(null=True, blank=True)

        class Meta:
            app_label = "common"


PersonForm = modelform_factory(Person, fields=["name", "nik"])


@pytest.fixture(autouse=True)
def _keys(settings):
    settings.FIELD_ENCRYPTION_KEYS = [OLD_KEY]


@pytest.fixture
def person(db):
    with connection.schema_editor() as editor:
        editor.create_model(Person)
    return Person.objects.create(nik=NIK)


def stored(column="nik"):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM common_person ORDER BY id')
        return [row[0] for row in cursor.fetchall()]


# --- the table ---------------------------------------------------------------------------------


def test_the_table_holds_a_token_and_python_the_text(person):
    assert NIK not in stored()[0]
    assert Fernet(OLD_KEY).decrypt(stored()[0]).decode() == NIK
    assert Person.objects.get().nik == NIK


def test_two_tokens_of_one_number_differ(person):
    Person.objects.create(nik=NIK)
    first, second = stored()
    assert first != second


@pytest.mark.parametrize("write", ["save", "bulk_create", "update", "bulk_update"])
def test_every_door_encrypts_the_tidy_number(person, write):
    if write == "save":
        person.nik = "7209 9952 0390 0002"
        person.save()
    elif write == "bulk_create":
        Person.objects.all().delete()
        Person.objects.bulk_create([Person(nik="7209 9952 0390 0002")])
    elif write == "update":
        Person.objects.update(nik="7209 9952 0390 0002")
    else:
        person.nik = "7209 9952 0390 0002"
        Person.objects.bulk_update([person], ["nik"])
    assert Fernet(OLD_KEY).decrypt(stored()[0]).decode() == OTHER


def test_nothing_is_stored_as_nothing(person):
    Person.objects.update(nik="", secret=None)
    assert stored() == [""]
    assert stored("secret") == [None]
    assert Person.objects.values_list("nik", "secret").get() == ("", None)


def test_values_and_deferred_columns_are_decrypted(person):
    assert Person.objects.values_list("nik", flat=True).get() == NIK
    assert Person.objects.defer("nik").get().nik == NIK
    person.refresh_from_db()
    assert person.nik == NIK


def test_one_column_copied_to_another_stays_readable(person):
    Person.objects.update(secret=models.F("nik"))
    assert Person.objects.get().secret == NIK


# --- a number that does not change keeps its token ---------------------------------------------


@pytest.mark.parametrize(
    "touch",
    [
        lambda person: None,
        lambda person: setattr(person, "nik", NIK),
        lambda person: setattr(person, "nik", str(person.nik)),
        lambda person: person.full_clean(),
        lambda person: PersonForm({"name": "x", "nik": "7209 9952 0390 0001"}, instance=person).save(),
        lambda person: person.refresh_from_db(),
    ],
    ids=["untouched", "same text", "plain copy", "full_clean", "form", "refreshed"],
)
def test_a_row_saved_with_the_same_number_keeps_its_token(person, touch):
    before = stored()
    loaded = Person.objects.get()
    touch(loaded)
    loaded.save()
    assert stored() == before


def test_another_number_gets_another_token(person):
    before = stored()
    loaded = Person.objects.get()
    loaded.nik = OTHER
    loaded.save()
    assert stored() != before
    assert Person.objects.get().nik == OTHER


def test_a_removed_number_is_gone(person):
    loaded = Person.objects.get()
    loaded.nik = ""
    loaded.save()
    assert stored() == [""]


def test_copies_carry_the_plain_text_only(person):
    nik = Person.objects.get().nik
    assert type(pickle.loads(pickle.dumps(nik))) is str
    assert type(copy.deepcopy(nik)) is str


# --- keys --------------------------------------------------------------------------------------


def test_a_rotated_key_still_reads_and_the_next_save_uses_the_new_one(person, settings):
    settings.FIELD_ENCRYPTION_KEYS = [NEW_KEY, OLD_KEY]
    loaded = Person.objects.get()
    assert loaded.nik == NIK
    loaded.save()
    assert Fernet(NEW_KEY).decrypt(stored()[0]).decode() == NIK


def test_a_wrong_key_is_a_clear_error_and_shows_nothing(person, settings):
    token = stored()[0]
    settings.FIELD_ENCRYPTION_KEYS = [NEW_KEY]
    with pytest.raises(DecryptionError, match="FIELD_ENCRYPTION_KEYS") as raised:
        Person.objects.get()
    assert token not in str(raised.value)
    assert raised.value.__cause__ is None


def test_a_value_that_is_no_token_is_a_clear_error(person):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE common_person SET nik = %s", [NIK])
    with pytest.raises(DecryptionError):
        Person.objects.get()


def test_a_failed_validation_does_not_harm_later_reads(person):
    with pytest.raises(ValidationError):
        Person(nik="123").full_clean()
    assert Person.objects.get().nik == NIK


@pytest.mark.parametrize("keys", [[], [""]])
def test_missing_keys_are_a_clear_error(settings, keys):
    settings.FIELD_ENCRYPTION_KEYS = keys
    with pytest.raises(ImproperlyConfigured, match="empty"):
        Person._meta.get_field("nik").get_db_prep_save(NIK, connection)


def test_a_broken_key_is_a_clear_error(settings):
    settings.FIELD_ENCRYPTION_KEYS = ["short"]
    with pytest.raises(ImproperlyConfigured, match="Fernet"):
        Person._meta.get_field("nik").get_db_prep_save(NIK, connection)


# --- questions ---------------------------------------------------------------------------------


def test_rows_with_and_without_a_number_can_be_told_apart(person):
    empty = Person.objects.create()
    assert Person.objects.get(nik="") == empty
    assert Person.objects.exclude(nik="").get() == person
    assert (
        Person.objects.filter(secret=None).count() == Person.objects.filter(secret__isnull=True).count() == 2
    )


@pytest.mark.parametrize(
    "question",
    [
        {"nik": NIK},
        {"nik__exact": NIK},
        {"nik__in": [NIK]},
        {"nik__contains": "9"},
        {"nik__gt": ""},
        {"nik__iexact": ""},
        {"nik": models.F("secret")},
    ],
    ids=lambda question: next(iter(question)),
)
def test_other_questions_are_refused_with_the_way_out(person, question):
    with pytest.raises(FieldError, match="blind index"):
        Person.objects.filter(**question).exists()


def test_a_function_of_the_token_is_never_shown_as_text(person):
    with pytest.raises(DecryptionError):
        Person.objects.annotate(low=Lower("nik")).get()


# --- declaration -------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["unique", "db_index"])
def test_an_encrypted_column_cannot_be_unique_or_indexed(option):
    with isolate_apps("common"):

        class Wrong(models.Model):
            nik = EncryptedCharField(**{option: True})

            class Meta:
                app_label = "common"

    assert "common.E001" in [problem.id for problem in Wrong.check()]


def test_a_sound_declaration_has_no_complaint():
    assert Person._meta.get_field("nik").check() == []


def test_the_column_is_text_whatever_the_length_of_the_number():
    assert Person._meta.get_field("nik").db_type(connection) == "text"


def test_the_field_survives_being_written_into_a_migration():
    field = Person._meta.get_field("nik")
    text, imports = MigrationWriter.serialize(field)
    scope = {}
    exec("\n".join(imports), scope)
    assert eval(text, scope).deconstruct()[1:] == field.deconstruct()[1:]


def test_forms_show_one_line_that_browsers_do_not_remember():
    box = str(PersonForm()["nik"])
    assert box.startswith("<input")
    assert 'type="text"' in box
    assert 'autocomplete="off"' in box
    assert "maxlength" not in box


def test_forms_take_untidy_numbers():
    form = PersonForm({"nik": "NIK 7209-9952-0390-0001"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["nik"] == NIK
