"""Participants one by one: registered by the office, for a business, a cooperative, or a person from outside."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from common.admin import ConditionFilter
from common.admin.fields import without
from common.keys import is_key
from common.templatetags.indonesia import angka, tanggal_waktu
from kegiatan import actions
from kegiatan.admin.forms import PesertaForm
from kegiatan.choices import StatusPeserta
from kegiatan.exports import PESERTA
from kegiatan.models import Kegiatan, Kehadiran, Peserta
from spreadsheets.export import Exporting

_TONES: dict[str, str] = {
    StatusPeserta.TERDAFTAR: "badge-published",
    StatusPeserta.MENUNGGU: "badge-waiting",
    StatusPeserta.BATAL: "badge-archived",
}


class EventFilter(ConditionFilter):
    """Participants of one event; its page leads here."""

    title = "kegiatan"
    parameter_name = "kegiatan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The chosen one alone: there are more every year."""
        chosen = self.value() or ""
        if not is_key(chosen):
            return []
        rows = Kegiatan.objects.in_scope_of(request.user).filter(pk=chosen)
        return [(str(event.pk), str(event)) for event in rows]

    def condition(self, value: str) -> Q:
        return Q(kegiatan=value)


class PresenceFilter(ConditionFilter):
    title = "kehadiran"
    parameter_name = "hadir"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ya", "Hadir, paling sedikit sehari"), ("tidak", "Tidak tercatat hadir")]

    def condition(self, value: str) -> Q:
        present = Q(pk__in=Kehadiran.objects.order_by().values("peserta"))
        return present if value == "ya" else ~present


@admin.display(description="nama", ordering="name")
def person(peserta: Peserta) -> str:
    return peserta.person


@admin.display(description="usaha, koperasi, atau instansi")
def origin(peserta: Peserta) -> str:
    return peserta.origin


@admin.display(description="status", ordering="status")
def status_badge(peserta: Peserta) -> str:
    return format_html(
        '<span class="badge {}">{}</span>', _TONES[peserta.status], peserta.get_status_display()
    )


@admin.display(description="hari hadir")
def days_present(peserta: Any) -> str:
    return angka(peserta.days_present)


@admin.register(Peserta)
class PesertaAdmin(Exporting):
    form = PesertaForm
    layouts = (PESERTA,)
    list_display = [person, origin, "kegiatan", status_badge, days_present]
    list_filter = [EventFilter, "status", PresenceFilter, "kegiatan__jenis"]
    list_select_related = ["kegiatan"]
    search_fields = ["name", "usaha__name", "usaha__pemilik__name", "koperasi__name", "kegiatan__name"]
    autocomplete_fields = ["kegiatan", "usaha", "koperasi"]
    readonly_fields = ["standing"]
    personal_fields = ["phone", "penjualan"]
    empty_hint = "Buka kegiatannya, lalu pilih “Daftarkan peserta”."
    fieldsets = [
        ("Kegiatan", {"fields": ["kegiatan", "standing"]}),
        (
            "Peserta",
            {
                "fields": ["usaha", "koperasi", ("name", "jenis_kelamin"), "instansi", "phone"],
                "description": "Isi usaha atau koperasi. Untuk tamu dari luar cukup nama dan instansinya.",
            },
        ),
        ("Bazar", {"fields": ["penjualan"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_subject().annotate(days_present=Count("kehadiran"))

    def get_fieldsets(self, request: HttpRequest, obj: Peserta | None = None) -> list[Any]:
        hidden = set() if obj else {"standing"}
        sets = super().get_fieldsets(request, obj)
        kept = [(title, {**each, "fields": without(each["fields"], hidden)}) for title, each in sets]
        return [each for each in kept if each[0] != "Bazar" or (obj and obj.kegiatan.is_bazaar)]

    def get_readonly_fields(self, request: HttpRequest, obj: Peserta | None = None) -> list[str]:
        """Somebody else is another row; what is closed stands."""
        fixed = list(super().get_readonly_fields(request, obj))
        return [*fixed, "kegiatan", "usaha", "koperasi"] if obj else fixed

    def has_change_permission(self, request: HttpRequest, obj: Peserta | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.kegiatan.archived_at)

    @admin.display(description="status")
    def standing(self, peserta: Peserta) -> str:
        url = reverse("admin:kegiatan_kegiatan_presence", args=[peserta.kegiatan_id])
        told = f"{peserta.get_status_display()} sejak {tanggal_waktu(peserta.queued_at)}"
        return format_html(
            '{}, dicatat {}. <a href="{}">Daftar peserta</a>', told, peserta.registered_by, url
        )

    def write(self, request: HttpRequest, obj: Peserta, form: ModelForm, change: bool) -> None:
        if change:
            obj.save()
        else:
            actions.register(peserta=obj, by=request.user)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> Any:
        """Thirty people are written down one after the other: the next form knows the event."""
        response: HttpResponse = super().response_add(request, obj, post_url_continue)
        if obj.status == StatusPeserta.MENUNGGU:
            self.message_user(request, f"Tempat sudah penuh: {obj.person} masuk daftar tunggu.")
        if "_addanother" in request.POST:
            return HttpResponseRedirect(f"{self._url('add')}?{urlencode({'kegiatan': obj.kegiatan_id})}")
        return response
