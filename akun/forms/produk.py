"""A product, as its seller writes it on a phone."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File

from common.photos import PhotoFormField
from produk.models import MOST_PHOTOS, Produk


class ProdukForm(forms.ModelForm):
    new_photo = PhotoFormField(
        required=False,
        label="Foto",
        help_text="Ambil dengan kamera atau pilih dari galeri. Foto pertama tampil di daftar.",
    )

    class Meta:
        model = Produk
        fields = ("name", "kategori", "price", "satuan", "is_available", "description")
        labels = {"is_available": "Tersedia untuk dipesan"}
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    field_order = ("new_photo", *Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kategori", "price", "satuan"):
            self.fields[name].required = True
        kategori: Any = self.fields["kategori"]
        kategori.empty_label = "Pilih…"
        satuan: Any = self.fields["satuan"]
        satuan.choices = [("", "Pilih…"), *((value, label) for value, label in satuan.choices if value)]

    def clean_new_photo(self) -> File | None:
        photo = self.cleaned_data["new_photo"]
        if photo and self.instance.pk and self.instance.foto_set.count() >= MOST_PHOTOS:
            raise ValidationError(f"Satu produk paling banyak berfoto {MOST_PHOTOS}. Hapus dahulu satu foto.")
        return photo

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
