"""The office's queue of registrations: each opens with what resembles it beside, and is decided on that page."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from common.admin import ConditionFilter, OfficeAdmin
from common.admin.duplicates import reachable
from common.templatetags.indonesia import tanggal_pendek, whatsapp_link
from common.uploads import undone_on_error
from pendaftaran import actions, kembar
from pendaftaran.forms import KembalikanForm, TerimaForm
from pendaftaran.models import Pendaftaran
from pendaftaran.pesan import text_for
from wilayah.admin import KecamatanFilter

_BADGES = {
    "menunggu": ("badge-waiting", "Menunggu"),
    "dikembalikan": ("badge-draft", "Dikembalikan"),
    "diterima": ("badge-published", "Diterima"),
    "digabung": ("badge-verified", "Digabungkan"),
    "ditolak": ("badge-archived", "Ditolak"),
}
_OPEN = Q(decided_at=None, returned_at=None)
_DONE = {
    "terima": "Pendaftaran dicatat. Verifikasi usahanya, lalu tayangkan bila pemilik setuju.",
    "kembalikan": "Pendaftaran dikembalikan. Kirim pesan di bawah ini kepada pendaftar.",
    "tolak": "Pendaftaran ditolak.",
}


class KeadaanFilter(ConditionFilter):
    title = "keadaan"
    parameter_name = "keadaan"
    everything = "Semua"
    _conditions = {
        "menunggu": _OPEN,
        "dikembalikan": Q(decided_at=None, returned_at__isnull=False),
        **{name: Q(hasil=name) for name in ("diterima", "digabung", "ditolak")},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, label) for name, (_, label) in _BADGES.items()]

    def condition(self, value: str) -> Q:
        return self._conditions[value]


@admin.display(description="keadaan")
def progress_badge(asked: Pendaftaran) -> str:
    kind, label = _BADGES[asked.progress]
    return format_html('<span class="badge {}">{}</span>', kind, label)


@admin.display(description="dikirim", ordering="submitted_at")
def sent(asked: Pendaftaran) -> str:
    return tanggal_pendek(asked.submitted_at)


@admin.register(Pendaftaran)
class PendaftaranAdmin(OfficeAdmin):
    list_display = ["nomor", "nama_usaha", "name", "desa", progress_badge, sent]
    list_filter = [KeadaanFilter, KecamatanFilter, "bidang_usaha"]
    list_select_related = ["desa__kecamatan"]
    search_fields = ["=nomor", "nama_usaha", "name"]
    search_help_text = "Cari nomor pendaftaran lengkap, nama usaha, atau nama pendaftar."
    personal_fields = ["name", "phone", "nik"]
    empty_hint = "Pendaftaran dari halaman “Daftarkan usaha” di situs muncul di sini."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only applicants bring one in."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.submitted()

    def get_urls(self) -> list[Any]:
        photo = self.admin_site.admin_view(require_safe(self.photo_view))
        return [path("<int:pk>/foto/", photo, name="pendaftaran_pendaftaran_photo"), *super().get_urls()]

    def photo_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        asked = self._asked(request, str(pk))
        if not asked.photo:
            raise Http404
        return FileResponse(asked.photo.open(), content_type="image/jpeg")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """In place of a form: nothing that an applicant wrote is rewritten here, only decided."""
        asked = self._asked(request, object_id)
        may_decide = self.has_change_permission(request, asked)
        found = reachable(kembar.alike(asked), request, self.admin_site) if may_decide else []
        offered = kembar.choices(found)
        accepting = TerimaForm(choices=[(each.value, each.label) for each in offered])
        returning = KembalikanForm()
        if request.method == "POST":
            if not may_decide:
                raise PermissionDenied
            deed = request.POST.get("deed", "")
            if deed == "terima":
                accepting = TerimaForm(request.POST, choices=[(each.value, each.label) for each in offered])
            elif deed == "kembalikan":
                returning = KembalikanForm(request.POST)
            if self._decide(request, asked, deed, accepting, returning, offered):
                return redirect(request.path)
        context = {
            "title": f"{asked.nomor} {asked.nama_usaha}",
            "asked": asked,
            "badge": progress_badge(asked),
            "found": found,
            "others": kembar.others_of_phone(asked),
            "accepting": accepting,
            "returning": returning,
            "may_decide": may_decide and asked.progress == "menunggu",
            "text": text_for(asked),
            "whatsapp_url": whatsapp_link(asked.phone, text_for(asked)),
            "results": self._results(asked),
            "opts": self.opts,
        }
        return render(
            request,
            "admin/pendaftaran/pendaftaran/change_form.html",
            {**self.admin_site.each_context(request), **context},
        )

    def _asked(self, request: HttpRequest, object_id: str) -> Pendaftaran:
        """What an applicant says of themselves is for those who may see personal data."""
        if not self.has_view_permission(request) or not self.may_see_personal_data(request):
            raise PermissionDenied
        asked = self.get_object(request, object_id)
        if asked is None:
            raise Http404
        return asked

    def _decide(
        self,
        request: Any,
        asked: Pendaftaran,
        deed: str,
        accepting: TerimaForm,
        returning: KembalikanForm,
        offered: list[kembar.Pilihan],
    ) -> bool:
        try:
            with undone_on_error():
                if deed == "terima" and accepting.is_valid():
                    chosen = next(each for each in offered if each.value == accepting.cleaned_data["sebagai"])
                    actions.accept(
                        pendaftaran=asked, by=request.user, pemilik=chosen.pemilik, usaha=chosen.usaha
                    )
                elif deed == "kembalikan" and returning.is_valid():
                    actions.send_back(pendaftaran=asked, by=request.user, **returning.cleaned_data)
                elif deed == "tolak":
                    actions.refuse(pendaftaran=asked, by=request.user)
                else:
                    return False
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.WARNING)
            return True
        self.message_user(request, _DONE[deed], messages.SUCCESS)
        return True

    def _results(self, asked: Pendaftaran) -> list[tuple[str, str]]:
        rows = ((asked.pemilik, "admin:umkm_pemilik_change"), (asked.usaha, "admin:umkm_usaha_change"))
        return [(str(row), reverse(name, args=[row.pk])) for row, name in rows if row]
