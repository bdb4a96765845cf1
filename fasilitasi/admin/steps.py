"""Steps of a case: one from its own page, many from the list, and the finish with its certificate."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, AdminForm
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html, format_html_join

from common.admin import OfficeAdmin
from common.admin.bulk import MOST_AT_ONCE
from common.admin.refusals import words_for
from fasilitasi import actions
from fasilitasi.choices import Status
from fasilitasi.forms import AssignForm, FinishForm, JoinForm, MoveForm, moves_by_hand, stages_by_hand
from fasilitasi.forms.steps import StepForm
from fasilitasi.models import Fasilitasi, TahapJenis
from legalitas.models import Sertifikat

# Where the action's own names for a problem stand on the finish form.
_FIELD_OF = {"number_on_paper": "number", "nib": "number", "nik_koperasi": "number", "issued_on": "result_on"}
_MOST_REASONS = 10
# Steps that many cases take together; the finish needs each one's own number.
_MANY: list[Status] = [status for status in Status if status not in (Status.DIAJUKAN, Status.TERBIT)]


class StepPages(OfficeAdmin):
    """Part of FasilitasiAdmin."""

    actions = ["move_many", "assign_many", "join_many"]

    def get_urls(self) -> list[Any]:
        return [
            path("<path:object_id>/langkah/", self.page(self.step_view), name="fasilitasi_fasilitasi_step"),
            path(
                "<path:object_id>/selesai/", self.page(self.finish_view), name="fasilitasi_fasilitasi_finish"
            ),
            *super().get_urls(),
        ]

    def page(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        return self.admin_site.admin_view(view)

    def may_finish(self, request: HttpRequest) -> bool:
        return request.user.has_perm("fasilitasi.finish_fasilitasi")

    # --- one step ---------------------------------------------------------------------------------

    def step_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The same small form as on the case's page; shown alone when something is to be mended."""
        obj = self._open_case(request, object_id, may_follow=True)
        if isinstance(obj, HttpResponse):
            return obj
        form = MoveForm(
            request.POST or None,
            moves=moves_by_hand(obj.status),
            stages=stages_by_hand(obj, stages_of(obj)),
            cases=[obj],
        )
        if request.method == "POST" and form.is_valid() and self._move(request, obj, form):
            return HttpResponseRedirect(self._url("change", obj.pk))
        title = f"Langkah berikutnya untuk {obj.nomor}"
        return self.form_page(request, "admin/fasilitasi/fasilitasi/step.html", obj, form, title)

    def _move(self, request: HttpRequest, obj: Fasilitasi, form: MoveForm) -> bool:
        try:
            moved = actions.move(fasilitasi=obj, by=request.user, **form.step)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        self.message_user(request, f"{moved.nomor}: {moved.status_label}.", messages.SUCCESS)
        return True

    # --- the finish -------------------------------------------------------------------------------

    def finish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        obj = self._open_case(request, object_id)
        if isinstance(obj, HttpResponse):
            return obj
        if not self.may_finish(request):
            raise PermissionDenied
        form = FinishForm(request.POST or None, fasilitasi=obj)
        if request.method == "POST" and form.is_valid() and self._finish(request, obj, form):
            return HttpResponseRedirect(self._url("change", obj.pk))
        return self.form_page(
            request, "admin/fasilitasi/fasilitasi/finish.html", obj, form, f"Selesaikan {obj.nomor}"
        )

    def _finish(self, request: HttpRequest, obj: Fasilitasi, form: FinishForm) -> bool:
        try:
            done = actions.finish(fasilitasi=obj, by=request.user, **form.result)
        except ValidationError as error:
            add_errors(form, error)
            return False
        except IntegrityError as error:
            form.add_error(None, words_for(error, [Sertifikat, type(obj.subject)]))
            return False
        told = [f"{done.nomor} selesai."]
        if papers := done.papers:
            more = f" dan {len(papers) - 1} lainnya" if len(papers) > 1 else ""
            told.append(f"{papers[0]}{more} dicatat dan terverifikasi.")
        self.message_user(request, " ".join(told), messages.SUCCESS)
        return True

    # --- shared by the pages of one case -------------------------------------------------------------------------

    def _open_case(
        self, request: HttpRequest, object_id: str, *, may_follow: bool = False
    ) -> Fasilitasi | HttpResponse:
        """Closed ones lead back to their page, unless stages follow the result."""
        obj = self.case_within_reach(request, object_id)
        if obj.is_open or (may_follow and stages_by_hand(obj, stages_of(obj))):
            return obj
        self.message_user(request, f"{obj.nomor} sudah {obj.get_status_display().lower()}.", messages.WARNING)
        return HttpResponseRedirect(self._url("change", obj.pk))

    def case_within_reach(self, request: HttpRequest, object_id: str) -> Fasilitasi:
        """Within the officer's reach."""
        obj = super().get_object(request, object_id)
        if obj is None:
            raise Http404
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def form_page(
        self, request: HttpRequest, template: str, obj: Fasilitasi, form: StepForm, title: str
    ) -> TemplateResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": f"Galat: {title}" if form.errors else title,
            "heading": title,
            "opts": self.opts,
            "original": obj,
            "adminform": self._rows(form, form.layout),
            "errors": form.errors,
        }
        return TemplateResponse(request, template, context)

    def _rows(self, form: Any, fields: list[Any]) -> AdminForm:
        """A plain form drawn as the admin draws its own."""
        return AdminForm(form, [(None, {"fields": fields})], {}, model_admin=self)

    # --- many -----------------------------------------------------------------------------------

    @admin.action(description="Catat langkah berikutnya", permissions=["change"])
    def move_many(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        cases = list(queryset.select_related("jenis")[: MOST_AT_ONCE + 1])
        if len(cases) > MOST_AT_ONCE:
            self.message_user(request, f"Paling banyak {MOST_AT_ONCE} sekaligus.", messages.WARNING)
            return None
        is_sent = "confirmed" in request.POST
        # Stages are a kind's own: offered where all chosen cases are of one.
        stages = stages_of(cases[0]) if len({case.jenis_id for case in cases}) == 1 else []
        form = MoveForm(request.POST if is_sent else None, moves=_MANY, stages=stages, cases=cases)
        if not is_sent or not form.is_valid():
            title = f"Langkah berikutnya untuk {len(cases)} fasilitasi"
            return self._ask_many(request, cases, form, title, "move_many")
        done, failed = _each(cases, lambda case: actions.move(fasilitasi=case, by=request.user, **form.step))
        self._tell_many(
            request, f"menjadi “{form.step['tahap'] or Status(form.step['to']).label}”", done, failed
        )
        return None

    @admin.action(description="Tugaskan petugas", permissions=["change"])
    def assign_many(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        title = "Tugaskan petugas untuk {} fasilitasi"
        form = AssignForm(request.POST if "confirmed" in request.POST else None)
        return self._one_value_for_many(
            request, queryset, form, title, "assign_many", "ditugaskan kepada {}", _assign
        )

    @admin.action(description="Masukkan ke angkatan", permissions=["change"])
    def join_many(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        title = "Masukkan {} fasilitasi ke angkatan"
        form = JoinForm(request.POST if "confirmed" in request.POST else None, by=request.user)
        return self._one_value_for_many(request, queryset, form, title, "join_many", "masuk {}", _join)

    def _one_value_for_many(
        self,
        request: HttpRequest,
        queryset: models.QuerySet,
        form: Form,
        title: str,
        action: str,
        told: str,
        write: Callable[[Fasilitasi, dict[str, Any]], Any],
    ) -> HttpResponse | None:
        cases = list(queryset.select_related("jenis")[: MOST_AT_ONCE + 1])
        if len(cases) > MOST_AT_ONCE:
            self.message_user(request, f"Paling banyak {MOST_AT_ONCE} sekaligus.", messages.WARNING)
            return None
        if not form.is_valid():
            return self._ask_many(request, cases, form, title.format(len(cases)), action)
        done, failed = _each(cases, lambda case: write(case, form.cleaned_data))
        self._tell_many(request, told.format(next(iter(form.cleaned_data.values()))), done, failed)
        return None

    def _ask_many(
        self, request: HttpRequest, cases: list[Fasilitasi], form: Form, title: str, action: str
    ) -> TemplateResponse:
        request.current_app = self.admin_site.name
        fields = [name for name in form.fields if name != "is_checked"]
        context = {
            **self.admin_site.each_context(request),
            "title": f"Galat: {title}" if form.errors else title,
            "heading": title,
            "opts": self.opts,
            "cases": cases[:20],
            "rest": max(len(cases) - 20, 0),
            "action": action,
            "adminform": self._rows(form, fields),
            "errors": form.errors,
            "select_across": request.POST.get("select_across", "0"),
            "selected": request.POST.getlist(ACTION_CHECKBOX_NAME),
        }
        return TemplateResponse(request, "admin/fasilitasi/fasilitasi/move_many.html", context)

    def _tell_many(self, request: HttpRequest, what: str, done: int, failed: list[str]) -> None:
        if done:
            self.message_user(request, f"{done} fasilitasi {what}.", messages.SUCCESS)
        if failed:
            reasons = format_html_join("", "<li>{}</li>", ((reason,) for reason in failed[:_MOST_REASONS]))
            more = len(failed) - _MOST_REASONS
            rest = format_html("<li>dan {} lainnya</li>", more) if more > 0 else ""
            told = format_html("{} fasilitasi tidak berubah: <ul>{}{}</ul>", len(failed), reasons, rest)
            self.message_user(request, told, messages.WARNING)


def stages_of(case: Fasilitasi) -> list[TahapJenis]:
    return list(TahapJenis.objects.filter(jenis=case.jenis_id, is_active=True))


def _each(cases: Iterable[Fasilitasi], write: Callable[[Fasilitasi], Any]) -> tuple[int, list[str]]:
    """Each case is its own transaction: one that cannot be written leaves the others written."""
    done, failed = 0, []
    for case in cases:
        try:
            write(case)
        except ValidationError as error:
            failed.append(f"{case.nomor}: {' '.join(error.messages)}")
        else:
            done += 1
    return done, failed


def _assign(case: Fasilitasi, values: dict[str, Any]) -> Fasilitasi:
    return actions.assign_officer(fasilitasi=case, petugas=values["petugas"])


def _join(case: Fasilitasi, values: dict[str, Any]) -> Fasilitasi:
    return actions.join(fasilitasi=case, angkatan=values["angkatan"])


def add_errors(form: Form, error: ValidationError) -> None:
    """At the field where the officer typed it; on top where the trouble lies elsewhere."""
    found = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    for name, problems in found.items():
        target = _FIELD_OF.get(name, name)
        form.add_error(target if target in form.fields else None, problems)
