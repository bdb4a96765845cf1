"""What an applicant is asked, one short page at a time; the rules of each answer are the columns' own."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.core.files.base import File
from django.forms.models import ModelChoiceIterator

from common.formfields import IdentifierFormField, PlainTextFormField
from common.identifiers import normalise_phone, phone_warnings, validate_phone
from common.photos import PhotoFormField
from common.traps import TrappedForm
from pendaftaran import langkah
from pendaftaran.models import Pendaftaran
from umkm.choices import JenisKelamin, TujuanPersetujuan
from umkm.naskah import MEANINGS
from wilayah.models import Desa

_NOTHING = "Pilih…"
_PHONE_BOX = {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}


def _phone(label: str, help_text: str) -> IdentifierFormField:
    return IdentifierFormField(
        label=label,
        max_length=16,
        normalise=normalise_phone,
        validate=validate_phone,
        help_text=help_text,
        widget=forms.TextInput(attrs=_PHONE_BOX),
    )


class MulaiForm(TrappedForm):
    phone = _phone(
        "Nomor HP/WhatsApp Anda", "Misalnya 0812-3456-7890. Kabar tentang pendaftaran dikirim ke sini."
    )

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"]
        if phone_warnings(phone):
            raise forms.ValidationError(
                "Nomor ini tidak seperti nomor HP Indonesia. Periksa kembali angkanya."
            )
        return phone


class SambungForm(forms.Form):
    """Whoever holds the receipt and knows the number may mend what was sent back."""

    phone = _phone("Nomor HP yang Anda daftarkan", "Untuk memastikan bahwa ini pendaftaran Anda.")


class _ByKecamatan(ModelChoiceIterator):
    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        for kecamatan, places in groupby(self.queryset, key=lambda desa: desa.kecamatan):
            yield f"Kecamatan {kecamatan.name}", [self.choice(desa) for desa in places]


class PlaceField(forms.ModelChoiceField):
    """Every desa under its kecamatan: found by eye, without a script."""

    iterator = _ByKecamatan

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class StepForm(forms.ModelForm):
    """Answers of one step; `required` are columns that a draft may lack and an applicant may not."""

    required: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.required:
            self.fields[name].required = True
        fields: list[Any] = list(self.fields.values())
        for field in fields:
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = _NOTHING
            elif isinstance(field, forms.ChoiceField):
                offered: Any = field.choices
                field.choices = [("", _NOTHING), *((value, label) for value, label in offered if value)]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


class PemilikForm(StepForm):
    required = ("name",)

    class Meta:
        model = Pendaftaran
        fields = ("name", "nik", "jenis_kelamin")
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "nik": forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
            "jenis_kelamin": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sexes: Any = self.fields["jenis_kelamin"]
        sexes.choices = JenisKelamin.choices
        # Nobody reads a number back from a draft: it is typed anew, or kept.
        self.initial["nik"] = ""
        if self.instance.nik:
            told = f"Sudah tersimpan ({self.instance.masked_nik}). Isi hanya bila ingin menggantinya."
            self.fields["nik"].help_text = told

    def values(self) -> dict[str, Any]:
        found = super().values()
        if not found["nik"]:
            del found["nik"]
        return found


class UsahaForm(StepForm):
    required = ("nama_usaha", "bidang_usaha", "status_usaha", "desa")

    class Meta:
        model = Pendaftaran
        fields = ("nama_usaha", "bidang_usaha", "kegiatan_utama", "status_usaha", "nib", "desa", "address")
        widgets = {
            "nib": forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
            "address": forms.TextInput(attrs={"autocomplete": "street-address"}),
        }
        labels = {"status_usaha": "Bentuk usaha"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Desa.objects.select_related("kecamatan").order_by("kecamatan__name", "name")
        self.fields["desa"] = PlaceField(
            places, empty_label=_NOTHING, label="Desa atau kelurahan tempat usaha"
        )
        self.initial["desa"] = self.instance.desa_id


class ProdukForm(StepForm):
    """May be left empty as a whole; a product without a name is none."""

    new_photo = PhotoFormField(
        required=False, label="Foto produk", help_text="Boleh langsung dari kamera. JPG, PNG, atau WebP."
    )

    class Meta:
        model = Pendaftaran
        fields = ("nama_produk", "kategori", "price", "satuan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.photo:
            self.fields[
                "new_photo"
            ].help_text = "Satu foto sudah tersimpan. Pilih foto lain untuk menggantinya."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        others = [data.get(name) for name in ("kategori", "price", "satuan", "new_photo")]
        if any(others) and not data.get("nama_produk") and "nama_produk" not in self.errors:
            self.add_error("nama_produk", "Tulis nama produknya, atau kosongkan semua isian di halaman ini.")
        return data

    def values(self) -> dict[str, Any]:
        found = super().values()
        photo: File | None = found.pop("new_photo")
        return {**found, "photo": photo} if photo else found


def _box(value: str) -> forms.BooleanField:
    label = str(TujuanPersetujuan(value).label)
    return forms.BooleanField(label=label, help_text=MEANINGS[value], required=False)


class PersetujuanForm(forms.Form):
    """One box for each purpose, none of them ticked for anybody (UU 27/2022 Pasal 22)."""

    def __init__(self, *args: Any, instance: Pendaftaran, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for value in TujuanPersetujuan.values:
            self.fields[value] = _box(value)
            self.initial[value] = value in instance.tujuan

    def values(self) -> dict[str, Any]:
        return {"tujuan": [name for name in self.fields if self.cleaned_data[name]]}


FORMS: dict[str, Callable[..., Any]] = {
    langkah.PEMILIK: PemilikForm,
    langkah.USAHA: UsahaForm,
    langkah.PRODUK: ProdukForm,
    langkah.PERSETUJUAN: PersetujuanForm,
}

# --- the office -------------------------------------------------------------------------------------


class TerimaForm(forms.Form):
    """As whom and what the office registers it; nothing is chosen for the officer where something resembles it."""

    sebagai = forms.ChoiceField(label="Catat sebagai", widget=forms.RadioSelect)
    confirmed = forms.BooleanField(
        label="Saya sudah menghubungi nomor ini dan memastikan pendaftaran berasal dari pemiliknya.",
        error_messages={"required": "Hubungi dahulu pendaftarnya, lalu centang kotak ini."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways: Any = self.fields["sebagai"]
        ways.choices = choices
        if len(choices) == 1:
            self.initial["sebagai"] = choices[0][0]


class KembalikanForm(forms.Form):
    reason = PlainTextFormField(
        label="Yang perlu diperbaiki",
        max_length=1000,
        help_text="Pendaftar membacanya di halaman lacak. Jangan menulis NIK atau data pribadi.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
