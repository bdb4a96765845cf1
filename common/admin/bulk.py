"""Verify, publish, withdraw, archive and restore: many records from the list, one from its own page."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from common import states
from common.admin.refusals import words_for

MOST_AT_ONCE = 1000
_MOST_REASONS = 10
# name: (button, what happened, needs the model's column, permission verb)
DEEDS: dict[str, tuple[str, str, str, str]] = {
    "verify": ("Verifikasi", "diverifikasi", "verified_at", "verify"),
    "publish": ("Tayangkan di situs", "ditayangkan", "published_at", "publish"),
    "unpublish": ("Turunkan dari situs", "diturunkan dari situs", "published_at", "publish"),
    "archive": ("Arsipkan", "diarsipkan", "archived_at", "change"),
    "restore": ("Kembalikan dari arsip", "dikembalikan dari arsip", "archived_at", "change"),
}


class StateActions(admin.ModelAdmin):
    """Part of OfficeAdmin. Each record is its own transaction: one that fails leaves the others done."""

    # Editing has it.
    _url: Callable[..., str]

    def verify_record(self, record: Any, by: Any) -> Any:
        return states.verify(record=record, by=by)

    def publish_record(self, record: Any, by: Any) -> Any:
        return states.publish(record=record, by=by)

    def unpublish_record(self, record: Any, by: Any) -> Any:
        return states.unpublish(record=record, by=by)

    def archive_record(self, record: Any, by: Any) -> Any:
        return states.archive(record=record, by=by)

    def restore_record(self, record: Any, by: Any) -> Any:
        return states.restore(record=record, by=by)

    # --- who may ------------------------------------------------------------------------------

    def may(self, request: HttpRequest, name: str) -> bool:
        """The model has such a state and the officer's role allows the deed."""
        _, _, column, verb = DEEDS[name]
        if not any(field.name == column for field in self.opts.fields):
            return False
        if verb == "change":
            return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")
        declared = {codename for codename, _ in self.opts.permissions}
        # A noun with only one of the two rights uses it for both deeds.
        codename = f"{verb}_{self.opts.model_name}"
        if codename not in declared:
            codename = f"publish_{self.opts.model_name}"
        return codename in declared and request.user.has_perm(f"{self.opts.app_label}.{codename}")

    # --- many -----------------------------------------------------------------------------------

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        mine = {
            name: (_bulk(name), name, button)
            for name, (button, *_) in DEEDS.items()
            if self.may(request, name)
        }
        return mine | found

    def do_many(self, request: HttpRequest, queryset: models.QuerySet, name: str) -> HttpResponse | None:
        if not self.may(request, name):
            raise PermissionDenied
        records = list(queryset[: MOST_AT_ONCE + 1])
        if len(records) > MOST_AT_ONCE:
            self.message_user(
                request,
                f"Paling banyak {MOST_AT_ONCE} sekaligus. Persempit daftar dengan saringan lalu ulangi.",
                messages.WARNING,
            )
            return None
        if name == "archive" and not request.POST.get("confirmed"):
            return self._ask(request, records)
        self._tell(request, name, *self._each(records, name, request.user))
        return None

    def _each(self, records: Iterable[Any], name: str, by: Any) -> tuple[list[Any], list[tuple[Any, str]]]:
        done, failed = [], []
        deed: Callable[[Any, Any], Any] = getattr(self, f"{name}_record")
        for record in records:
            try:
                done.append(deed(record, by) or record)
            except ValidationError as error:
                failed.append((record, " ".join(error.messages)))
            except IntegrityError as error:
                # A number may have been given to another record while this one lay in the archive.
                failed.append((record, f"{record}: {words_for(error, [self.model])}"))
        return done, failed

    def _tell(self, request: HttpRequest, name: str, done: list[Any], failed: list[tuple[Any, str]]) -> None:
        _, happened, *_ = DEEDS[name]
        noun = self.opts.verbose_name
        if len(done) == 1:
            self.message_user(request, f"{capfirst(noun)} “{done[0]}” {happened}.", messages.SUCCESS)
        elif done:
            self.message_user(request, f"{len(done)} {noun} {happened}.", messages.SUCCESS)
        if failed:
            reasons = format_html_join("", "<li>{}</li>", ((reason,) for _, reason in failed[:_MOST_REASONS]))
            more = len(failed) - _MOST_REASONS
            rest = format_html("<li>dan {} lainnya</li>", more) if more > 0 else ""
            told = format_html("{} {} tidak {}: <ul>{}{}</ul>", len(failed), noun, happened, reasons, rest)
            self.message_user(request, told, messages.WARNING)

    def _ask(self, request: HttpRequest, records: list[Any], one: Any = None) -> TemplateResponse:
        """One question before records leave every list; nothing is deleted."""
        noun = self.opts.verbose_name
        context = {
            **self.admin_site.each_context(request),
            "title": f"Arsipkan {noun} “{one}”?" if one else f"Arsipkan {len(records)} {noun}?",
            "opts": self.opts,
            "records": records[:20],
            "rest": max(len(records) - 20, 0),
            "one": one,
            "action_name": "archive",
            "select_across": request.POST.get("select_across", "0"),
            "selected": request.POST.getlist("_selected_action"),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/office_confirm_archive.html", context)

    # --- one --------------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.state_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_state"
        return [path("<path:object_id>/keadaan/", view, name=name), *super().get_urls()]

    def state_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A deed from the record's own page: POST `deed`, and `confirmed` for the archive."""
        obj = self.get_object(request, object_id)
        name = request.POST.get("deed", "")
        if obj is None or request.method != "POST" or name not in DEEDS:
            raise Http404
        if not self.may(request, name):
            raise PermissionDenied
        if name == "archive" and not request.POST.get("confirmed"):
            return self._ask(request, [obj], one=obj)
        self._tell(request, name, *self._each([obj], name, request.user))
        return HttpResponseRedirect(self._url("change", obj.pk))


def _bulk(name: str) -> Callable[..., HttpResponse | None]:
    def run(model_admin: Any, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        return model_admin.do_many(request, queryset, name)

    run.__name__ = name
    return run
