import datetime

import pytest
from django import forms

from common.fields import TolerantDateField
from common.formfields import PlainCharFormField, PlainTextFormField


class DayForm(forms.Form):
    day = TolerantDateField(required=False)


@pytest.mark.parametrize("typed", ["6/7/2022", "06-07-2022", "6 Juli 2022", "2022-07-06"])
def test_a_date_is_read_as_people_write_it(typed):
    form = DayForm({"day": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == datetime.date(2022, 7, 6)


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_date_is_no_date(typed):
    form = DayForm({"day": typed})
    assert form.is_valid()
    assert form.cleaned_data["day"] is None


def test_a_wrong_date_is_explained_once():
    assert DayForm({"day": "29-02-2023"}).errors["day"] == [
        "Tanggal ini tidak ada dalam kalender. Tulis hari, bulan, lalu tahun, misalnya 06-07-2022."
    ]


@pytest.mark.parametrize("value", [datetime.date(2022, 7, 6), datetime.datetime(2022, 7, 6, 9, 30)])
def test_a_date_from_code_is_taken_as_it_is(value):
    assert TolerantDateField().clean(value) == datetime.date(2022, 7, 6)


def test_a_date_is_shown_day_first():
    assert 'value="06-07-2022"' in str(DayForm(initial={"day": datetime.date(2022, 7, 6)})["day"])


def test_another_way_of_writing_a_date_is_no_change():
    form = DayForm({"day": "6 Juli 2022"}, initial={"day": datetime.date(2022, 7, 6)})
    assert not form.has_changed()


def test_plain_fields_serve_forms_without_models():
    assert PlainCharFormField().clean(" Cafe\u0301 ") == "Café"
    assert PlainTextFormField().clean("a\r\nb") == "a\nb"
    assert PlainCharFormField(required=False, empty_value=None).clean(" ") is None
