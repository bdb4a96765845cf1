from django import forms

from common.templatetags.saringan import options


class SearchForm(forms.Form):
    kecamatan = forms.ChoiceField(
        choices=[("", "Semua"), ("togean", "Togean"), ("<b>", "<b>")], required=False
    )


def test_the_chosen_option_is_selected():
    assert '<option value="togean" selected>Togean</option>' in options(
        SearchForm({"kecamatan": "togean"})["kecamatan"]
    )


def test_nothing_chosen_selects_the_empty_option():
    assert options(SearchForm()["kecamatan"]).count(" selected") == 1


def test_labels_and_values_are_escaped():
    assert '<option value="&lt;b&gt;">&lt;b&gt;</option>' in options(SearchForm()["kecamatan"])


def test_an_unknown_value_selects_nothing():
    assert " selected" not in options(SearchForm({"kecamatan": "bulan"})["kecamatan"])
