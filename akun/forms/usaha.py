"""What an owner may change at once: what the office does not vouch for."""

from typing import Any

from django import forms

from akun.models import OF_USAHA
from pendaftaran.forms import PlaceField
from umkm.models import Usaha
from wilayah.models import Desa


class ProfilForm(forms.ModelForm):
    class Meta:
        model = Usaha
        fields = ("photo", "kegiatan_utama", "description", "jam_buka", "whatsapp")
        widgets = {
            "photo": forms.FileInput,
            "description": forms.Textarea(attrs={"rows": 5}),
            "whatsapp": forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
        }

    def values(self) -> dict[str, Any]:
        found = {name: self.cleaned_data[name] for name in self.fields}
        if "photo" not in self.changed_data:
            del found["photo"]
        return found


class IdentitasForm(forms.ModelForm):
    """What an officer looks at when verifying: changed at once before that, proposed afterwards."""

    class Meta:
        model = Usaha
        fields = OF_USAHA
        widgets = {"nib": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Desa.objects.select_related("kecamatan").order_by("kecamatan__name", "name")
        self.fields["desa"] = PlaceField(
            places, empty_label="Pilih…", label="Desa atau kelurahan tempat usaha"
        )
        for name in ("bidang_usaha", "status_usaha"):
            self.fields[name].required = True

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}
