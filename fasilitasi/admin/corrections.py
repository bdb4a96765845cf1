"""The page that puts a result right which was typed wrongly."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from common.admin.refusals import words_for
from fasilitasi import actions
from fasilitasi.admin.steps import StepPages, add_errors
from fasilitasi.forms import CorrectionForm
from fasilitasi.models import Fasilitasi
from legalitas.models import Sertifikat


class CorrectionPages(StepPages):
    """Part of FasilitasiAdmin."""

    def get_urls(self) -> list[Any]:
        address, name = "<path:object_id>/perbaiki/", "fasilitasi_fasilitasi_correct"
        return [path(address, self.page(self.correct_view), name=name), *super().get_urls()]

    def correct_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        obj = self.case_within_reach(request, object_id)
        if not self.may_finish(request):
            raise PermissionDenied
        if not obj.result_on or obj.archived_at:
            self.message_user(request, f"{obj.nomor} belum selesai atau sudah diarsipkan.", messages.WARNING)
            return HttpResponseRedirect(self._url("change", obj.pk))
        form = CorrectionForm(request.POST or None, fasilitasi=obj)
        if request.method == "POST" and form.is_valid() and self._correct(request, obj, form):
            return HttpResponseRedirect(self._url("change", obj.pk))
        template = "admin/fasilitasi/fasilitasi/correct.html"
        return self.form_page(request, template, obj, form, f"Perbaiki hasil {obj.nomor}")

    def _correct(self, request: HttpRequest, obj: Fasilitasi, form: CorrectionForm) -> bool:
        try:
            actions.correct_result(fasilitasi=obj, by=request.user, **form.correction)
        except ValidationError as error:
            add_errors(form, error)
            return False
        except IntegrityError as error:
            form.add_error(None, words_for(error, [Sertifikat]))
            return False
        self.message_user(request, f"Hasil {obj.nomor} diperbaiki.", messages.SUCCESS)
        return True
