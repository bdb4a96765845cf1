"""The template pack `rumah`: labels, hints and errors that people and screen readers find."""

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Fieldset, Layout, Row, Submit
from crispy_forms.utils import render_crispy_form
from django import forms


class UsahaForm(forms.Form):
    name = forms.CharField(label="Nama usaha", help_text="Seperti di papan nama.")
    notes = forms.CharField(label="Catatan", required=False)
    gender = forms.ChoiceField(
        label="Jenis kelamin", choices=[("L", "Laki-laki"), ("P", "Perempuan")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Saya setuju")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture
def refused():
    return render_crispy_form(UsahaForm({}), FormHelper())


def test_label_stands_above_hint_and_hint_above_the_field():
    html = render_crispy_form(UsahaForm(), FormHelper())
    assert html.index('for="id_name"') < html.index('id="id_name_helptext"') < html.index('name="name"')


def test_only_optional_fields_are_marked():
    html = render_crispy_form(UsahaForm(), FormHelper())
    assert html.count("(tidak wajib)") == 1


def test_a_refused_form_lists_its_errors_on_top_with_links(refused):
    assert refused.index("Ada yang perlu diperbaiki") < refused.index('name="name"')
    for target in ("#id_name", "#id_gender_0", "#id_agreed"):
        assert f'href="{target}"' in refused
        assert f'id="{target[1:]}"' in refused


def test_an_error_stands_at_its_field_and_the_field_points_to_it(refused):
    assert 'aria-invalid="true" aria-describedby="id_name_helptext id_name_error"' in refused
    assert 'id="id_name_error"' in refused


def test_a_group_of_radios_is_a_fieldset_that_names_its_error(refused):
    assert '<fieldset aria-describedby="id_gender_error">' in refused


def test_a_form_without_errors_has_no_summary():
    assert "Ada yang perlu diperbaiki" not in render_crispy_form(UsahaForm(), FormHelper())


def test_a_layout_keeps_its_groups_rows_and_main_button():
    helper = FormHelper()
    helper.layout = Layout(
        Fieldset("Usaha", Row("name", "notes")), ButtonHolder(Submit("save", "Daftarkan usaha"))
    )
    html = render_crispy_form(UsahaForm(), helper)
    assert "<legend>Usaha</legend>" in html
    assert 'class="row"' in html
    assert "Daftarkan usaha</button>" in html


def test_a_formset_shows_the_errors_of_its_forms():
    formset = forms.formset_factory(UsahaForm)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-notes": "x"}
    )
    html = render_crispy_form(formset, FormHelper())
    assert 'href="#id_form-0-name"' in html
    assert 'name="form-TOTAL_FORMS"' in html


def test_hidden_fields_are_kept(refused):
    assert 'type="hidden" name="token"' in refused
