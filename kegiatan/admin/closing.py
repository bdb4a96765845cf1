"""The end of an event: who came gets a facilitation, and whoever does not is named with the reason."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse

from kegiatan import actions
from kegiatan.actions.penutupan import closing_obstacle, to_facilitate
from kegiatan.admin.presence import PresencePages
from kegiatan.models import Kegiatan

_NAME = "kegiatan_kegiatan_close"


class ClosingPages(PresencePages):
    """Part of KegiatanAdmin. Facilitation is finished by those who may finish it."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.close_view)
        return [path("<path:object_id>/tutup/", view, name=_NAME), *super().get_urls()]

    def closing_steps(self, request: HttpRequest, obj: Kegiatan) -> list[dict[str, str]]:
        steps = []
        if request.user.has_perm("fasilitasi.finish_fasilitasi"):
            label = "Hasil penutupan" if obj.is_closed else "Tutup kegiatan"
            steps.append({"label": label, "url": self._url("close", obj.pk)})
        if obj.is_closed and request.user.has_perm("surat.issue_surat"):
            steps.append(
                {"label": "Sertifikat kehadiran", "url": reverse("surat:certificates", args=[obj.pk])}
            )
        return steps

    def close_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        kegiatan = self.event(request, object_id)
        if not request.user.has_perm("fasilitasi.finish_fasilitasi"):
            raise PermissionDenied
        refused: list[actions.Refused] = []
        if request.method == "POST":
            try:
                closing = actions.close(kegiatan=kegiatan, by=request.user)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.WARNING)
                return HttpResponseRedirect(self._url("close", kegiatan.pk))
            self._tell_closing(request, kegiatan, closing)
            if not closing.refused:
                return HttpResponseRedirect(self._url("close", kegiatan.pk))
            refused = closing.refused
            kegiatan.refresh_from_db()
        facilitated = (
            kegiatan.peserta_set.exclude(fasilitasi=None).with_subject().select_related("fasilitasi")
        )
        context = {
            "obstacle": closing_obstacle(kegiatan),
            "came": kegiatan.peserta_set.came().count(),
            "absent": kegiatan.peserta_set.registered().count() - kegiatan.peserta_set.came().count(),
            "facilitated": facilitated,
            "waiting": to_facilitate(kegiatan) if kegiatan.jenis_fasilitasi_id else [],
            "refused": refused,
        }
        return self.page(request, kegiatan, "close", "Tutup kegiatan", context)

    def _tell_closing(self, request: HttpRequest, kegiatan: Kegiatan, closing: actions.Closing) -> None:
        if closing.created:
            told = f"{len(closing.created)} fasilitasi {kegiatan.jenis_fasilitasi} tercatat dan selesai."
        else:
            told = "Kegiatan ditutup."
        self.message_user(request, told, messages.SUCCESS)
        if closing.refused:
            self.message_user(
                request,
                f"{len(closing.refused)} peserta belum tercatat; alasannya ada di bawah.",
                messages.WARNING,
            )
