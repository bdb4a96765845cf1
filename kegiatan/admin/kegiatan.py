"""Events at the counter: planned, put on the agenda, called off."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from common.admin import ConditionFilter, OfficeStackedInline, StateFilter, state_badge
from common.admin.deeds import AdminWithDeeds, Deed
from common.templatetags.indonesia import angka, sampai
from kegiatan import actions
from kegiatan.admin.closing import ClosingPages
from kegiatan.admin.forms import MateriForm
from kegiatan.exports import KEGIATAN
from kegiatan.models import Kegiatan, Materi
from spreadsheets.export import Exporting

_ACTIVE = Q(archived_at=None)


class TimeFilter(ConditionFilter):
    title = "waktu"
    parameter_name = "waktu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("hari-ini", "Hari ini"),
            ("akan-datang", "Akan datang"),
            ("belum-ditutup", "Sudah lewat, belum ditutup"),
            ("ditutup", "Sudah ditutup"),
            ("dibatalkan", "Dibatalkan"),
        ]

    def condition(self, value: str) -> Q:
        today = timezone.localdate()
        held = Q(called_off_at=None)
        return {
            "hari-ini": held & Q(begins_on__lte=today, ends_on__gte=today),
            "akan-datang": held & Q(begins_on__gt=today),
            "belum-ditutup": held & Q(ends_on__lt=today, closed_at=None, is_draft=False),
            "ditutup": Q(closed_at__isnull=False),
            "dibatalkan": ~held,
        }[value]


@admin.display(description="waktu", ordering="begins_on")
def days(kegiatan: Kegiatan) -> str:
    return sampai(kegiatan.begins_on, kegiatan.ends_on)


@admin.display(description="terdaftar")
def filled(kegiatan: Kegiatan) -> str:
    of_places = f" dari {angka(kegiatan.kuota)}" if kegiatan.kuota is not None else ""
    waiting = f", {angka(kegiatan.waiting)} menunggu" if kegiatan.waiting else ""
    return f"{angka(kegiatan.registered)}{of_places}{waiting}"


@admin.display(description="hadir")
def came(kegiatan: Kegiatan) -> str:
    return angka(kegiatan.came)


class MateriInline(OfficeStackedInline):
    model = Materi
    form = MateriForm
    fields = ["title", "link", "file"]


@admin.register(Kegiatan)
class KegiatanAdmin(Exporting, ClosingPages, AdminWithDeeds):
    layouts = (KEGIATAN,)
    change_form_template = "admin/kegiatan/kegiatan/change_form.html"
    list_display = ["name", "jenis", days, "place", filled, came, state_badge]
    list_filter = [TimeFilter, StateFilter, "jenis"]
    search_fields = ["name", "place"]
    autocomplete_fields = ["desa"]
    slug_source = "name"
    inlines = [MateriInline]
    next_steps = [("Daftarkan peserta", "kegiatan.Peserta", "kegiatan")]
    fieldsets = [
        ("Kegiatan", {"fields": ["jenis", "name", "description", "penyelenggara", "narasumber"]}),
        (
            "Waktu dan tempat",
            {"fields": [("begins_on", "ends_on"), ("jam_mulai", "jam_selesai"), "place", "desa"]},
        ),
        (
            "Peserta",
            {"fields": ["kuota", "sasaran", ("bidang_usaha", "kecamatan"), "is_open_to_owners"]},
        ),
        ("Hasil", {"fields": ["jam_pelajaran", "jenis_fasilitasi", "angkatan"]}),
        ("Catatan", {"fields": ["notes"]}),
    ]
    empty_hint = "Catat pelatihan, bazar, atau pertemuan pertama dengan tombol “Tambah kegiatan”."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_counts()

    def choices_for(self, request: HttpRequest) -> QuerySet:
        """Where somebody may still be registered."""
        rows = super().choices_for(request)
        return rows.filter(is_draft=False, called_off_at=None, closed_at=None)

    def choice_label(self, obj: Kegiatan) -> str:
        return f"{obj}, {days(obj)}"

    def after_save(self, request: HttpRequest, obj: Kegiatan, form: ModelForm, change: bool) -> None:
        if change and "kuota" in form.changed_data:
            for peserta in actions.fill_places(kegiatan=obj):
                self.message_user(request, f"{peserta} naik dari daftar tunggu dan mendapat tempat.")

    def own_deeds(self, request: HttpRequest, obj: Kegiatan) -> list[Deed]:
        if obj.is_draft or obj.is_closed or obj.archived_at:
            return []
        if obj.is_called_off:
            words = "Kegiatan ini jadi diadakan."
            return [
                Deed(
                    "hold", "Jadi diadakan", words, lambda each, by: actions.hold_again(kegiatan=each, by=by)
                )
            ]
        words = "Kegiatan dibatalkan. Beri tahu pesertanya; halamannya tetap ada dan mengatakannya."
        return [
            Deed(
                "call_off",
                "Batalkan kegiatan",
                words,
                lambda each, by: actions.call_off(kegiatan=each, by=by),
            )
        ]

    def form_context(self, request: HttpRequest, obj: Kegiatan | None) -> dict[str, Any]:
        if obj is None or obj.is_draft:
            return {}
        steps = []
        if self.has_change_permission(request, obj):
            steps = [*self.presence_steps(request, obj), *self.closing_steps(request, obj)]
        return {"gathering": [*steps, *_invitations(request, obj)]}


def _invitations(request: HttpRequest, kegiatan: Kegiatan) -> list[dict[str, str]]:
    """Those that went out, and the way to one more. Letters are a layer above."""
    user: Any = request.user
    steps = []
    # A form that was refused may have left it without days.
    is_ahead = any(day >= timezone.localdate() for day in kegiatan.days[-1:])
    if is_ahead and not kegiatan.is_called_off and user.has_perm("surat.issue_surat"):
        url = f"{reverse('surat:invitation')}?kegiatan={kegiatan.pk}"
        steps.append({"label": "Buat undangan", "url": url})
    if user.has_perm("surat.view_surat"):
        sent = kegiatan.surat_set.select_related("dokumen").order_by("pk")
        steps += [
            {
                "label": f"Undangan {letter.dokumen.nomor}",
                "url": reverse("surat:file", args=[letter.dokumen.code]),
            }
            for letter in sent.defer("dokumen__pdf")
        ]
    return steps
