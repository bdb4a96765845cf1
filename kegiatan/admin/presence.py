"""Who takes part and who came: one page to tick people off, one with the code at the door, one for sales."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode

from common import qr
from common.admin import OfficeAdmin
from common.keys import is_key
from common.sharing import absolute
from common.templatetags.indonesia import angka, tanggal
from common.text import fold
from kegiatan import actions
from kegiatan.admin.forms import TurnoverForm, box
from kegiatan.choices import StatusPeserta
from kegiatan.kode import door_code
from kegiatan.models import Kegiatan, Kehadiran, Peserta

_NAME = "kegiatan_kegiatan"
_LONGEST_SEARCH = 60
# Ready for bazaars of the whole district; beyond, the list of participants is filtered and exported.
_MOST_SHOWN = 500


class PresencePages(OfficeAdmin):
    """Part of KegiatanAdmin."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/peserta/", wrap(self.presence_view), name=f"{_NAME}_presence"),
            path("<path:object_id>/pintu/", wrap(self.door_view), name=f"{_NAME}_door"),
            path("<path:object_id>/penjualan/", wrap(self.turnover_view), name=f"{_NAME}_turnover"),
            *super().get_urls(),
        ]

    def presence_steps(self, request: HttpRequest, obj: Kegiatan) -> list[dict[str, str]]:
        steps = [
            {"label": "Peserta dan kehadiran", "url": self._url("presence", obj.pk)},
            {"label": "Kode QR di pintu", "url": self._url("door", obj.pk)},
        ]
        if self.may_see_personal_data(request):
            steps.append({"label": "Daftar hadir", "url": reverse("laporan:attendance", args=[obj.pk])})
        if obj.is_bazaar and self.may_see_personal_data(request):
            steps.append({"label": "Hasil penjualan", "url": self._url("turnover", obj.pk)})
        return steps

    # --- who takes part, who came -------------------------------------------------------------

    def presence_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        kegiatan = self.event(request, object_id)
        day = kegiatan.day_asked(request.GET.get("hari", ""))
        if request.method == "POST":
            self._write_presence(request, kegiatan, day)
            return HttpResponseRedirect(f"{self._url('presence', kegiatan.pk)}?{request.GET.urlencode()}")
        sought = request.GET.get("cari", "")[:_LONGEST_SEARCH].strip()
        rows = self._rows(kegiatan, day, sought)
        context = {
            "day": day,
            "day_links": [
                {"day": each, "url": f"?{urlencode({'hari': each.isoformat(), 'cari': sought})}"}
                for each in kegiatan.days
            ],
            "is_ahead": day > timezone.localdate(),
            "sought": sought,
            "rows": [row for row in rows if row["peserta"].status != StatusPeserta.BATAL],
            "cancelled": [row for row in rows if row["peserta"].status == StatusPeserta.BATAL],
            "may_change": not kegiatan.is_closed and not kegiatan.is_called_off,
            "most": _MOST_SHOWN,
        }
        return self.page(request, kegiatan, "presence", "Peserta dan kehadiran", context)

    def _rows(self, kegiatan: Kegiatan, day: datetime.date, sought: str) -> list[dict[str, Any]]:
        here = set(
            Kehadiran.objects.filter(peserta__kegiatan=kegiatan, happened_on=day).values_list(
                "peserta", flat=True
            )
        )
        rows: list[dict[str, Any]] = []
        place = 0
        # Those with a place first, then the queue in its order.
        participants = kegiatan.peserta_set.with_subject().order_by("-status", "queued_at", "id")
        for peserta in participants[:_MOST_SHOWN]:
            place += peserta.status == StatusPeserta.MENUNGGU
            rows.append({"peserta": peserta, "is_here": peserta.pk in here, "place": place})
        words = fold(sought).split()
        return [
            row
            for row in rows
            if all(word in fold(f"{row['peserta'].person} {row['peserta'].origin}") for word in words)
        ]

    def _write_presence(self, request: HttpRequest, kegiatan: Kegiatan, day: datetime.date) -> None:
        deed, _, key = request.POST.get("deed", "").partition("-")
        try:
            if deed == "cancel":
                done = actions.cancel(peserta=_participant(kegiatan, key), by=request.user)
                told = f"{done.person} batal ikut."
            elif deed == "back":
                done = actions.come_back(peserta=_participant(kegiatan, key), by=request.user)
                told = f"{done.person} dikembalikan: {done.get_status_display().lower()}."
            else:
                noted = actions.note_day(
                    kegiatan=kegiatan,
                    on=day,
                    shown=_keys(request.POST.getlist("shown")),
                    came=_keys(request.POST.getlist("came")),
                    by=request.user,
                )
                told = f"Kehadiran {tanggal(day)} tersimpan: {angka(noted)} orang hadir."
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.WARNING)
        else:
            self.message_user(request, told, messages.SUCCESS)

    # --- the code at the door -----------------------------------------------------------------

    def door_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """To print or to show on a screen at the entrance; a new code makes the old one void."""
        kegiatan = self.event(request, object_id)
        if request.method == "POST":
            actions.renew_key(kegiatan=kegiatan)
            self.message_user(
                request, "Kode lama tidak berlaku lagi. Cetak kode yang baru.", messages.SUCCESS
            )
            return HttpResponseRedirect(self._url("door", kegiatan.pk))
        address = absolute(reverse("kegiatan:arrive", args=[kegiatan.slug, door_code(kegiatan)]))
        context = {"address": address, "qr": qr.svg(address)}
        return self.page(request, kegiatan, "door", "Kode QR di pintu", context)

    # --- what was sold ------------------------------------------------------------------------

    def turnover_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What a person earns is that person's own matter: only for those who may see personal data."""
        kegiatan = self.event(request, object_id)
        if not self.may_see_personal_data(request):
            raise PermissionDenied
        if not kegiatan.is_bazaar:
            raise Http404
        participants = list(kegiatan.peserta_set.registered().with_subject()[:_MOST_SHOWN])
        form = TurnoverForm(request.POST if request.method == "POST" else None, participants=participants)
        if form.is_bound and form.is_valid() and self._write_turnover(request, form):
            return HttpResponseRedirect(self._url("turnover", kegiatan.pk))
        context = {
            "rows": [(each, form[box(each)]) for each in participants],
            "errors": form.errors,
            "form": form,
        }
        return self.page(request, kegiatan, "turnover", "Hasil penjualan", context)

    def _write_turnover(self, request: HttpRequest, form: TurnoverForm) -> bool:
        changed = form.changed()
        try:
            for peserta, amount in changed:
                actions.note_turnover(peserta=peserta, amount=amount)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        self.message_user(request, f"Hasil penjualan {len(changed)} peserta tersimpan.", messages.SUCCESS)
        return True

    # --- shared -------------------------------------------------------------------------------

    def event(self, request: HttpRequest, object_id: str) -> Kegiatan:
        """Within the officer's reach, and to be changed by this officer; a draft has nobody yet."""
        kegiatan = super().get_object(request, object_id)
        if kegiatan is None:
            raise Http404
        if not self.has_change_permission(request, kegiatan):
            raise PermissionDenied
        if kegiatan.is_draft:
            raise Http404
        return kegiatan

    def page(
        self, request: HttpRequest, kegiatan: Kegiatan, template: str, title: str, context: dict[str, Any]
    ) -> TemplateResponse:
        request.current_app = self.admin_site.name
        shared = {
            **self.admin_site.each_context(request),
            "title": f"{title}: {kegiatan}",
            "heading": title,
            "opts": self.opts,
            "original": kegiatan,
        }
        return TemplateResponse(request, f"admin/kegiatan/kegiatan/{template}.html", {**shared, **context})


def _participant(kegiatan: Kegiatan, key: str) -> Peserta:
    found = kegiatan.peserta_set.filter(pk__in=_keys([key])).first()
    if found is None:
        raise ValidationError("Peserta ini tidak ada lagi pada kegiatan ini.")
    return found


def _keys(texts: list[str]) -> set[int]:
    """Whatever is no key is nobody's."""
    return {int(text) for text in texts if is_key(text)}
