"""Documents of a case: the list that its kind asks for, uploads, judgements, and opening a file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from common.admin import OfficeAdmin
from common.uploads import undone_on_error
from fasilitasi import actions
from fasilitasi.berkas import Item, checklist
from fasilitasi.choices import KeadaanBerkas
from fasilitasi.forms import JudgeForm
from fasilitasi.models import BerkasFasilitasi, Fasilitasi
from legalitas.scans import kept_scan

_NAME = "fasilitasi_fasilitasi"


class DocumentPages(OfficeAdmin):
    """Part of FasilitasiAdmin. A document shows whatever is on it: only for those who may see personal data."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        one = "<path:object_id>/berkas/<int:berkas>"
        return [
            path("<path:object_id>/berkas/", wrap(self.documents_view), name=f"{_NAME}_documents"),
            path(f"{one}/nilai/", wrap(self.judge_view), name=f"{_NAME}_judge"),
            path(f"{one}/buka/", wrap(self.open_view), name=f"{_NAME}_open"),
            path(f"{one}/hapus/", wrap(self.drop_view), name=f"{_NAME}_drop"),
            *super().get_urls(),
        ]

    # --- the list ---------------------------------------------------------------------------------

    def documents_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Each file is stored by itself: one that cannot be kept leaves the others kept."""
        case = self._case(request, object_id)
        refused: dict[int, list[str]] = {}
        if request.method == "POST":
            refused = self._receive(request, case)
            if not refused:
                return HttpResponseRedirect(self._documents_url(case))
        return self._documents_page(request, case, refused)

    def _documents_page(
        self, request: HttpRequest, case: Fasilitasi, refused: dict[int, list[str]]
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        title = f"Berkas {case.nomor}"
        items = checklist(case)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Galat: {title}" if refused else title,
            "heading": title,
            "opts": self.opts,
            "original": case,
            "items": [{"item": item, "refused": refused.get(item.berkas.pk, [])} for item in items],
            "missing": sum(item.is_missing for item in items),
            "refusals": [(item.berkas, told) for item in items for told in refused.get(item.berkas.pk, [])],
            "states": KeadaanBerkas.choices,
        }
        return TemplateResponse(request, "admin/fasilitasi/fasilitasi/documents.html", context)

    def _receive(self, request: HttpRequest, case: Fasilitasi) -> dict[int, list[str]]:
        """Stores what was sent; tells what could not be, by document."""
        kept, refused = 0, {}
        for item in checklist(case):
            told = []
            for upload in request.FILES.getlist(f"berkas-{item.berkas.pk}"):
                try:
                    with undone_on_error():
                        self._keep(request, case, item, kept_scan(upload))
                except ValidationError as error:
                    told.append(f"“{upload.name}”: {' '.join(error.messages)}")
                else:
                    kept += 1
            if request.POST.get(f"kertas-{item.berkas.pk}") and not item.received:
                self._keep(request, case, item, None)
                kept += 1
            if told:
                refused[item.berkas.pk] = told
        if kept:
            self.message_user(request, f"{kept} berkas tersimpan.", messages.SUCCESS)
        elif not refused:
            self.message_user(request, "Belum ada berkas yang dipilih.", messages.WARNING)
        return refused

    def _keep(self, request: HttpRequest, case: Fasilitasi, item: Item, file: Any) -> None:
        actions.receive_document(fasilitasi=case, berkas=item.berkas, file=file, by=request.user)

    # --- one file ---------------------------------------------------------------------------------

    def judge_view(self, request: HttpRequest, object_id: str, berkas: int) -> HttpResponse:
        case = self._case(request, object_id)
        received = self._received(request, case, berkas)
        form = JudgeForm(request.POST)
        try:
            if not form.is_valid():
                raise ValidationError([told for each in form.errors.values() for told in each])
            actions.judge_document(berkas=received, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            return self._documents_page(request, case, {received.berkas_id: error.messages})
        return HttpResponseRedirect(self._documents_url(case))

    def drop_view(self, request: HttpRequest, object_id: str, berkas: int) -> HttpResponse:
        case = self._case(request, object_id)
        received = self._received(request, case, berkas)
        actions.drop_document(berkas=received)
        self.message_user(request, f"{received.berkas}: berkas dihapus.", messages.SUCCESS)
        return HttpResponseRedirect(self._documents_url(case))

    def open_view(self, request: HttpRequest, object_id: str, berkas: int) -> HttpResponse | FileResponse:
        """By POST: what is put on record must not happen because a browser looks ahead."""
        case = self._case(request, object_id, may_write=False)
        received = self._received(request, case, berkas)
        if not received.file:
            raise Http404
        opened = received.file.open("rb")
        actions.open_document(berkas=received, by=request.user)
        suffix = str(received.file.name).rsplit(".", 1)[-1]
        name = f"{case.nomor}-{received.pk}.{suffix}"
        return FileResponse(opened, as_attachment=True, filename=name)

    # --- shared -----------------------------------------------------------------------------------

    def may_open_documents(self, request: HttpRequest) -> bool:
        return self.may_see_personal_data(request)

    def _case(self, request: HttpRequest, object_id: str, *, may_write: bool = True) -> Fasilitasi:
        case = super().get_object(request, object_id)
        if case is None:
            raise Http404
        may = self.has_change_permission if may_write else self.has_view_permission
        if not self.may_open_documents(request) or not may(request, case):
            raise PermissionDenied
        return case

    def _received(self, request: HttpRequest, case: Fasilitasi, key: int) -> BerkasFasilitasi:
        if request.method != "POST":
            raise Http404
        received = case.berkasfasilitasi_set.select_related("berkas").filter(pk=key).first()
        if received is None:
            raise Http404
        return received

    def _documents_url(self, case: Fasilitasi) -> str:
        return self._url("documents", case.pk)
