"""The products of one business or cooperative as boxes to tick, for papers and cases that name products."""

from typing import Any

from django import forms
from django.db.models import Q

from common.keys import is_key
from produk.models import Produk

_NOT_THEIRS = "Produk ini bukan milik usaha atau koperasi yang dipilih. Pilih lagi dari daftar."


class ProductChecklist(forms.ModelMultipleChoiceField):
    """For an OfficeForm, which limits it to the officer's kecamatan; `offer_products` then to one subject."""

    def __init__(self, **kwargs: Any) -> None:
        queryset = Produk.objects.order_by("name", "pk")
        super().__init__(queryset, widget=forms.CheckboxSelectMultiple, required=False, **kwargs)

    def of(self, form: forms.ModelForm) -> None:
        """Offer what belongs to the subject that `form` names: as sent, as stored, or as preset."""
        usaha, koperasi = _subject(form, "usaha"), _subject(form, "koperasi")
        theirs = Q(usaha=usaha, koperasi=None) if usaha else Q(pk=None)
        if koperasi:
            theirs |= Q(koperasi=koperasi, usaha=None)
        # What is named already stays, also once it is archived.
        named = form.instance.produk.values_list("pk", flat=True) if form.instance.pk else []
        self.queryset = (self.queryset | Produk.objects.filter(pk__in=list(named))).filter(theirs)
        self.error_messages |= {"invalid_choice": _NOT_THEIRS, "invalid_pk_value": _NOT_THEIRS}
        if not usaha and not koperasi:
            self.help_text = (
                "Pilih usaha atau koperasinya dan simpan dahulu; daftar produknya lalu muncul di sini."
            )
        elif not self.queryset.exists():
            self.help_text = "Belum ada produk yang dicatat untuk usaha atau koperasi ini."


def offer_products(form: forms.ModelForm, name: str = "produk") -> None:
    """Called by a form's `__init__`; does nothing where the field is not shown or only read."""
    field = form.fields.get(name)
    if isinstance(field, ProductChecklist):
        field.of(form)


def _subject(form: forms.ModelForm, name: str) -> int | None:
    if form.is_bound and name in form.fields:
        return _key(form.data.get(form.add_prefix(name)))
    return getattr(form.instance, f"{name}_id", None) or _key(form.initial.get(name))


def _key(sent: Any) -> int | None:
    text = str(sent or "")
    return int(text) if is_key(text) else None
