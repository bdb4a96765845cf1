"""Which letters of the register are wanted, and what an officer tells of a letter before it is written."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from common.formfields import PlainCharFormField, PlainTextFormField, TolerantDateField
from common.listing import FilterForm, OfferedField, Sort, labelled
from common.templatetags.indonesia import sampai, sampai_pukul
from kegiatan.models import Kegiatan
from laporan.models import DokumenTerbit
from surat.drafts import Goods
from surat.models import JenisSurat, PenerimaSurat


def _years() -> list[tuple[str, str]]:
    letters = DokumenTerbit.objects.filter(surat__isnull=False).order_by("issued_at")
    this_year = timezone.localdate().year
    first = letters.values_list("tahun", flat=True).first() or this_year
    return [(str(year), str(year)) for year in range(this_year, first - 1, -1)]


class SuratFilterForm(FilterForm):
    SORTS = {"terbaru": Sort("Terbaru", ("-issued_at", "-id"))}

    jenis = OfferedField(
        lambda: labelled(JenisSurat.objects.all()), nothing="Semua surat", label="Jenis surat"
    )
    tahun = OfferedField(_years, nothing="Semua tahun", label="Tahun")

    def filter(self, rows: QuerySet) -> QuerySet:
        chosen: dict[str, Any] = self.chosen
        if query := chosen.get("q"):
            named = Q(surat__koperasi__name__icontains=query) | Q(surat__usaha__name__icontains=query)
            invited = PenerimaSurat.objects.filter(
                Q(koperasi__name__icontains=query) | Q(usaha__name__icontains=query)
            )
            sent = Q(pk__in=invited.values("surat"))
            rows = rows.filter(Q(nomor__icontains=query) | named | sent)
        if chosen.get("jenis"):
            rows = rows.filter(surat__jenis__slug=chosen["jenis"])
        return rows.filter(tahun=chosen["tahun"]) if chosen.get("tahun") else rows


MOST_OTHERS = 200
_USUAL_TIME = "09.00 WITA s.d. selesai"
_DAY = forms.DateInput(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off"})


class InvitationForm(forms.Form):
    """Of an event of the agenda, or of an occasion that stands in none: what is left empty is the event's."""

    _OF_EVENT = ("acara", "on", "pukul", "tempat")

    kegiatan = forms.ModelChoiceField(
        Kegiatan.objects.none(),
        label="Kegiatan di agenda",
        required=False,
        empty_label="Bukan kegiatan di agenda",
        error_messages={"invalid_choice": "Kegiatan ini sudah lewat, dibatalkan, atau tidak ada."},
        help_text="Nama, tanggal, jam, dan tempat yang Anda kosongkan diambil dari kegiatannya.",
    )
    acara = PlainCharFormField(
        label="Acara", max_length=150, help_text="Misalnya Sosialisasi sertifikasi halal."
    )
    on = TolerantDateField(label="Tanggal", widget=_DAY, help_text="Misalnya 06-07-2026 atau 6 Juli 2026.")
    pukul = PlainCharFormField(label="Pukul", max_length=60, help_text="Misalnya 09.00 WITA s.d. selesai.")
    tempat = PlainCharFormField(label="Tempat", max_length=150)
    agenda = PlainCharFormField(label="Agenda", max_length=300, required=False)
    others = PlainTextFormField(
        label="Penerima lain",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu nama setiap baris, misalnya Camat Ratolindo.",
    )

    def __init__(self, *args: Any, by: Any, asked: str = "", **kwargs: Any) -> None:
        """`asked`: the key of the event whose page leads here."""
        super().__init__(*args, **kwargs)
        events = Kegiatan.objects.active().in_scope_of(by).coming(at=timezone.localdate())
        events = events.filter(is_draft=False, called_off_at=None).order_by("begins_on", "id")
        cast(forms.ModelChoiceField, self.fields["kegiatan"]).queryset = events
        chosen = events.filter(pk=asked).first() if asked else None
        self.initial["pukul"] = _USUAL_TIME
        if chosen:
            self.initial.update(told_of(chosen), kegiatan=chosen.pk)
        for name in self._OF_EVENT:
            self.fields[name].required = not (self.data.get("kegiatan") if self.is_bound else chosen)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kegiatan = cleaned.get("kegiatan")
        known: dict[str, Any] = told_of(kegiatan) if kegiatan else {}
        # The usual time stands there before anybody has typed one.
        untyped = {"", None, _USUAL_TIME} if known else {"", None}
        for name in self._OF_EVENT:
            if name in self.errors or cleaned.get(name) not in untyped:
                continue
            if known.get(name):
                cleaned[name] = known[name]
            else:
                self.add_error(name, self.fields[name].error_messages["required"])
        day = cleaned.get("on")
        if kegiatan and day and day not in kegiatan.days:
            self.add_error("on", f"Kegiatan ini berlangsung {sampai(kegiatan.begins_on, kegiatan.ends_on)}.")
        elif day and day < timezone.localdate():
            self.add_error("on", "Acara ini sudah lewat. Isi tanggal hari ini atau sesudahnya.")
        return cleaned

    def clean_others(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()]
        if len(names) > MOST_OTHERS:
            raise forms.ValidationError(f"Paling banyak {MOST_OTHERS} penerima lain dalam satu undangan.")
        if any(len(name) > 150 for name in names):
            raise forms.ValidationError("Satu nama paling panjang 150 huruf. Periksa pergantian barisnya.")
        return names


def told_of(kegiatan: Kegiatan) -> dict[str, Any]:
    """What an invitation says of an event: of one that has begun, the first day that is still to come."""
    ahead = [day for day in kegiatan.days if day >= timezone.localdate()]
    return {
        "acara": kegiatan.name,
        "on": next(iter(ahead), kegiatan.begins_on),
        "pukul": sampai_pukul(kegiatan.jam_mulai, kegiatan.jam_selesai) or _USUAL_TIME,
        "tempat": kegiatan.place,
    }


class HandoverForm(forms.Form):
    name = PlainCharFormField(label="Nama penerima", max_length=150)
    jabatan = PlainCharFormField(label="Jabatan atau kedudukan penerima", max_length=150)
    on = TolerantDateField(label="Tanggal serah terima", widget=_DAY, initial=timezone.localdate)
    tempat = PlainCharFormField(label="Tempat serah terima", max_length=150)

    def clean_on(self) -> date:
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError("Serah terima ini belum terjadi. Tanggal tidak boleh di masa depan.")
        return self.cleaned_data["on"]


class GoodsForm(forms.Form):
    name = PlainCharFormField(label="Nama barang", max_length=150)
    jumlah = forms.IntegerField(
        label="Jumlah",
        error_messages={"invalid": "Tulis jumlahnya dengan angka, misalnya 2."},
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    satuan = PlainCharFormField(label="Satuan", max_length=30)
    notes = PlainCharFormField(label="Keterangan", max_length=150, required=False)

    @property
    def goods(self) -> Goods:
        return Goods(**{name: self.cleaned_data[name] for name in ("name", "jumlah", "satuan", "notes")})


# An empty line is no line; the first has to be there.
GoodsFormSet = forms.formset_factory(
    GoodsForm, extra=3, min_num=1, validate_min=True, max_num=40, validate_max=True, absolute_max=40
)
