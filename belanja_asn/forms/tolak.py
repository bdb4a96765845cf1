"""Why a seller does not know a purchase."""

from django import forms

from common.formfields import PlainCharFormField


class TolakForm(forms.Form):
    # That there must be one is the rule's own word, which the office hears as well.
    alasan = PlainCharFormField(label="Apa yang keliru?", max_length=500, required=False)
