"""The box above the duty calendar, and the note that somebody was reminded."""

from django import forms
from django.http import QueryDict
from django.utils import timezone

from common.formfields import PlainCharFormField
from common.listing import FilterForm, OfferedField, Sort, labelled
from common.templatetags.indonesia import bulan as month_in_words
from legalitas.choices import JenisKewajiban, Saluran
from legalitas.kewajiban.aturan import Bulan
from wilayah.places import kecamatan_list

_BACK, _AHEAD = 6, 12


def _months() -> list[tuple[str, str]]:
    now = Bulan.of(timezone.localdate())
    months = [now.after(step) for step in range(-_BACK, _AHEAD + 1)]
    return [(str(each), month_in_words(each.start)) for each in months]


class KalenderForm(FilterForm):
    """Which month, where, what, and whether those already called are left out."""

    SORTS = {"kecamatan": Sort("Kecamatan", ("place_code",))}
    KEPT = ("bulan",)

    q = None  # type: ignore[assignment] # A list to be worked through, not searched.
    bulan = OfferedField(_months, nothing="Bulan ini", label="Bulan")
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")
    jenis = OfferedField(
        lambda: [choice for choice in JenisKewajiban.choices if choice[0] != JenisKewajiban.WAJIB_HALAL],
        nothing="Semua kewajiban",
        label="Kewajiban",
    )
    belum = OfferedField(lambda: [("ya", "Belum diingatkan")], nothing="Semua", label="Pengingat")

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        asked = self.chosen.get("bulan")
        self.month = Bulan(*map(int, asked.split("-"))) if asked else Bulan.of(timezone.localdate())


class PengingatForm(forms.Form):
    channel = forms.ChoiceField(label="Lewat", choices=Saluran.choices, initial=Saluran.WHATSAPP)
    notes = PlainCharFormField(
        label="Hasil pembicaraan",
        required=False,
        max_length=300,
        help_text="Boleh kosong. Misalnya: berkas dikirim minggu depan.",
    )
