"""Amounts in forms, models and the table."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from common.fields import RupiahField

with isolate_apps("common"):

    class Till(models.Model):
        price = RupiahField("harga", null=True, blank=True)
        shu = RupiahField("SHU", null=True, blank=True, allow_negative=True)

        class Meta:
            app_label = "common"


TillForm = modelform_factory(Till, fields="__all__")


@pytest.fixture
def table(db):
    with connection.schema_editor() as editor:
        editor.create_model(Till)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("Rp 1.250.000", 1250000), ("1.250.000,00", 1250000), ("1,5 juta", 1500000), ("  ", None), ("", None)],
)
def test_amounts_are_read_as_people_write_them(typed, amount):
    form = TillForm({"price": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["price"] == amount


@pytest.mark.parametrize(
    ("typed", "said"), [("-1", "tidak boleh negatif"), ("abc", "tidak dikenali"), ("1" * 19, "terlalu besar")]
)
def test_other_amounts_are_refused(typed, said):
    assert said in TillForm({"price": typed}).errors["price"][0]


def test_a_loss_is_written_with_a_minus():
    form = TillForm({"shu": "-1.250.000"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["shu"] == -1250000


def test_an_amount_is_shown_again_with_dots_in_a_text_box():
    box = str(TillForm(instance=Till(price=1250000))["price"])
    assert 'value="1.250.000"' in box
    assert 'type="text"' in box


def test_what_was_typed_wrong_is_shown_again_as_typed():
    assert 'value="1.25"' in str(TillForm({"price": "1.25"})["price"])


@pytest.mark.parametrize("widget", [forms.NumberInput, forms.NumberInput()])
def test_a_number_box_is_never_used_for_amounts(widget):
    assert not isinstance(Till._meta.get_field("price").formfield(widget=widget).widget, forms.NumberInput)


def test_another_box_may_be_used_for_amounts():
    hidden = Till._meta.get_field("price").formfield(widget=forms.HiddenInput)
    assert isinstance(hidden.widget, forms.HiddenInput)


def test_the_form_field_reads_numbers_too():
    assert TillForm().fields["price"].to_python(1250000) == 1250000


def test_the_database_refuses_a_negative_price(table):
    with connection.cursor() as cursor, pytest.raises(Exception, match="check constraint"):
        cursor.execute("INSERT INTO common_till (price) VALUES (-1)")


def test_the_database_takes_a_negative_shu(table):
    Till.objects.create(shu=-5)
    with connection.cursor() as cursor:
        cursor.execute("SELECT shu FROM common_till")
        assert cursor.fetchone() == (-5,)


def test_the_model_refuses_a_negative_price():
    with pytest.raises(ValidationError) as refused:
        Till(price=-1).full_clean(validate_unique=False)
    assert "price" in refused.value.message_dict
