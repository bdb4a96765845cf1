"""How a record is written from its form: whole, once, and never over somebody else's change unseen."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from common.admin import once, versions
from common.admin.duplicates import CONFIRMED, Duplicate, reachable
from common.admin.forms import DRAFT
from common.admin.refusals import words_for
from common.admin.trail import changes_since
from common.slugs import unique_slug

VERIFY, PUBLISH = "_verify", "_publish"
# Marks the answer to a stored form; `static/js/pulih.js` then forgets what it kept.
SAVED = "saved"
_FULL_DISK = (
    "Berkas tidak dapat disimpan karena ruang penyimpanan bermasalah. Isian Anda masih ada; "
    "coba lagi nanti atau hubungi admin."
)


class Editing(admin.ModelAdmin):
    """Part of OfficeAdmin: add and change."""

    # OfficeAdmin and StateActions have them.
    may_see_personal_data: Callable[[HttpRequest], bool]
    may: Callable[[HttpRequest, str], bool]

    slug_source: str = ""
    identity_fields: tuple[str, ...] | list[str] = ()

    # --- what a noun may override -----------------------------------------------------------

    def prepare(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Before the row is written."""

    def after_save(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """After the row and its inline rows are written; still in the transaction."""

    def write(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """The write itself, for nouns whose first save is an action."""
        obj.save()

    def possible_duplicates(self, request: HttpRequest, values: dict[str, Any], obj: Any) -> list[Duplicate]:
        return []

    # --- the request, from the outside in -----------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.is_writing = True  # type: ignore[attr-defined]
        try:
            # A second try settles what a race broke: it meets the other row and names it, or finds a free slug.
            for _ in range(2):
                try:
                    return super().changeform_view(request, object_id, form_url, extra_context)
                except IntegrityError as error:
                    refusal = words_for(error, self._models_written())
        except once.AlreadySavedError as copy:
            return self._answer_copy(request, copy.pk)
        except OSError:
            refusal = _FULL_DISK
        request.refusal = refusal  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _models_written(self) -> list[type[models.Model]]:
        return [self.model, *(inline.model for inline in self.inlines)]

    def _answer_copy(self, request: HttpRequest, pk: Any) -> HttpResponse:
        self.message_user(
            request, "Formulir ini sudah tersimpan dan tidak disimpan dua kali.", messages.WARNING, SAVED
        )
        return HttpResponseRedirect(self._url("change", pk) if pk else self._url("changelist"))

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> None:
        """What is not there and what is not this officer's look the same."""
        raise Http404

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        if getattr(request, "is_writing", False):
            versions.hold(self.model, object_id)
        return super().get_object(request, object_id, from_field)

    def refusals(self, request: HttpRequest, obj: Any) -> list[str]:
        """Reasons beyond the form's own fields; asked while the row is locked."""
        found = []
        if refusal := getattr(request, "refusal", ""):
            found.append(refusal)
        if conflict := self._conflict(request, obj):
            found.append(conflict)
        return found

    def _conflict(self, request: HttpRequest, obj: Any) -> str:
        seen = request.POST.get(versions.FIELD, "")
        if not obj.pk or not seen:
            return ""
        present = self.model._base_manager.get(pk=obj.pk)
        if versions.version_of(present) == seen:
            return ""
        changes = changes_since(present, seen, self.inlines, self.may_see_personal_data(request))
        return (
            "Data ini diubah petugas lain sejak Anda membukanya"
            + (f": {'; '.join(changes)}. " if changes else ". ")
            + "Isian Anda masih ada di bawah. Periksa, lalu simpan lagi bila isian Anda yang benar."
        )

    def duplicates_of(self, request: HttpRequest, values: dict[str, Any], obj: Any) -> list[Duplicate]:
        return reachable(self.possible_duplicates(request, values, obj), request, self.admin_site)

    def asks_for_duplicates(self, form: ModelForm) -> bool:
        return bool(set(self.identity_fields) & set(form.changed_data))

    # --- writing ------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        if not change:
            once.claim(request, self.opts)
            if self.slug_source:
                obj.slug = unique_slug(self.model, getattr(obj, self.slug_source))
        self.prepare(request, obj, form, change)
        self.write(request, obj, form, change)
        if not change:
            once.remember(request, obj)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.after_save(request, form.instance, form, change)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The audit trail is kept by the database; a second, weaker one would only contradict it."""

    log_change = log_addition

    # --- what the officer sees next -----------------------------------------------------------

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> Any:
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._answer(request, obj, "dicatat")

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._answer(request, obj, "disimpan")

    def _answer(self, request: HttpRequest, obj: Any, done: str) -> HttpResponse:
        noun = capfirst(self.opts.verbose_name)
        if getattr(obj, "is_draft", False) and DRAFT in request.POST:
            done = "disimpan sebagai draf"
        self.message_user(request, f"{noun} “{obj}” {done}.", messages.SUCCESS, SAVED)
        self._advance(request, obj)
        if "_addanother" not in request.POST:
            return HttpResponseRedirect(self._with_filters(request, self._url("change", obj.pk)))
        # The record's own page shows its warnings; an officer who moves on is told here.
        for suspicion in self.suspicions_of(obj):
            link = format_html('<a href="{}">{}</a>', self._url("change", obj.pk), obj)
            self.message_user(request, format_html("{}: {}", link, suspicion), messages.WARNING)
        return HttpResponseRedirect(self._with_filters(request, self._url("add")))

    def _advance(self, request: HttpRequest, obj: Any) -> None:
        """“Verifikasi” and “Tayangkan” on the form: what was typed is stored either way."""
        for button, name, done in (
            (VERIFY, "verify", "diverifikasi"),
            (PUBLISH, "publish", "ditayangkan"),
        ):
            if button not in request.POST or not self.may(request, name):
                continue
            try:
                getattr(self, f"{name}_record")(obj, request.user)
            except ValidationError as error:
                self.message_user(request, "Isian tersimpan. " + " ".join(error.messages), messages.WARNING)
            else:
                self.message_user(request, f"{capfirst(str(obj))} {done}.", messages.SUCCESS)

    def suspicions_of(self, obj: Any) -> list[str]:
        return obj.suspicions() if hasattr(obj, "suspicions") else []

    def _url(self, page: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def _with_filters(self, request: HttpRequest, url: str) -> str:
        filters = self.get_preserved_filters(request)
        return f"{url}?{filters}" if filters else url

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        obj = kwargs.get("obj")
        form = context["adminform"].form
        context |= {
            "once": once.token_for(request) if obj is None else "",
            "version": versions.version_of(self.model._base_manager.get(pk=obj.pk)) if obj else "",
            "suspicions": self.suspicions_of(obj) if obj and not form.is_bound else [],
            "duplicates": getattr(form, "duplicates", []),
            "duplicates_confirmed": bool(request.POST.get(CONFIRMED)),
        }
        return super().render_change_form(request, context, *args, **kwargs)
