"""`unduh/` beside every staff list: exactly the rows that the list would show, as XLSX or CSV."""

import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.options import (
    IS_FACETS_VAR,
    IS_POPUP_VAR,
    TO_FIELD_VAR,
    IncorrectLookupParameters,
)
from django.contrib.admin.views.main import ALL_VAR, ERROR_FLAG, PAGE_VAR, ChangeList
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst, slugify

from accounts.actions import record_download
from common.admin import OfficeAdmin
from common.file_formats import FileFormat
from common.templatetags.indonesia import angka, tanggal, waktu
from spreadsheets.export.columns import Layout, sheet_columns
from spreadsheets.export.form import PersonalExportForm
from spreadsheets.export.words import filter_in_words
from spreadsheets.responses import sheet_response
from spreadsheets.sheet import Sheet

LAYOUT, FILE_FORMAT = "susunan", "berkas"
# What an address says about how a list is shown, not about which rows it holds.
_SHOWING = (PAGE_VAR, ALL_VAR, ERROR_FLAG, IS_FACETS_VAR, IS_POPUP_VAR, TO_FIELD_VAR, LAYOUT, FILE_FORMAT)
_MOST_XLSX = 1_000_000  # a little under what Excel can open
_MOST_CELLS = 20_000_000  # beyond them the file would need an archive that Excel cannot open
_WARNING = "Memuat data pribadi (UU 27/2022). Simpan di tempat aman dan hapus setelah dipakai."


class Exporting(OfficeAdmin):
    """Put before the noun's own base: `class UsahaAdmin(Exporting, OfficeAdmin)`."""

    layouts: tuple[Layout, ...] = ()
    # Who may open a person's number in full may also take it along.
    full_number_permission = "umkm.reveal_nik"

    @property
    def personal_layouts(self) -> tuple[Layout, ...]:
        return tuple(layout for layout in self.layouts if layout.holds_personal_data)

    # --- the links beside the list --------------------------------------------------------------

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(
            request, {"downloads": self._downloads(request)} | (extra_context or {})
        )

    def _downloads(self, request: HttpRequest) -> list[dict[str, str]]:
        found = [
            {
                "label": _label(layout, file_format, is_usual=layout is self.layouts[0]),
                "url": self._export_url(request, **{LAYOUT: layout.slug, FILE_FORMAT: file_format}),
            }
            for layout in self.layouts
            for file_format in FileFormat.values
        ]
        if self._may_take_personal_data(request):
            found.append({"label": "Dengan data pribadi", "url": self._export_url(request)})
        return found

    def _export_url(self, request: HttpRequest, **more: str) -> str:
        query = _list_query(request)
        for name, value in more.items():
            query[name] = value
        return _with_query(reverse(f"admin:{self._export_name}"), query)

    # --- the page and the files -----------------------------------------------------------------

    @property
    def _export_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_export"

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("unduh/", view, name=self._export_name), *super().get_urls()]

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """GET with a file named in the address: without personal data. Otherwise the form that asks why."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if request.method == "POST" and not self._may_take_personal_data(request):
            raise PermissionDenied
        asked = request.GET
        query = _list_query(request)
        if self.kept_out_of_addresses(request):
            # The list itself says why a NIK is not searched there.
            return self._back_to_list(query)
        request.GET = query  # type: ignore[assignment]
        try:
            changelist = self.get_changelist_instance(request)
        except IncorrectLookupParameters:
            return self._back_to_list(query)
        if request.method != "POST" and FILE_FORMAT in asked:
            return self._plain_file(request, changelist, asked)
        if not self._may_take_personal_data(request):
            return self._back_to_list(query)
        return self._personal_file(request, changelist)

    def _back_to_list(self, query: QueryDict) -> HttpResponseRedirect:
        return HttpResponseRedirect(_with_query(self._url("changelist"), query))

    def _may_take_personal_data(self, request: HttpRequest) -> bool:
        return bool(self.personal_layouts) and self.may_see_personal_data(request)

    def _plain_file(self, request: HttpRequest, changelist: ChangeList, asked: QueryDict) -> HttpResponseBase:
        layouts = {layout.slug: layout for layout in self.layouts}
        layout, file_format = layouts.get(asked.get(LAYOUT, "")), asked[FILE_FORMAT]
        if LAYOUT not in asked:
            layout = self.layouts[0]
        if layout is None or file_format not in FileFormat.values:
            return self._back_to_list(request.GET)
        return self._file(request, changelist, layout, file_format)

    def _personal_file(self, request: HttpRequest, changelist: ChangeList) -> HttpResponseBase:
        form: Any = PersonalExportForm(
            request.POST if request.method == "POST" else None, layouts=self.personal_layouts
        )
        if form.is_valid():
            return self._file(
                request,
                changelist,
                form.layout,
                form.cleaned_data[FILE_FORMAT],
                reason=form.cleaned_data["reason"],
            )
        context = {
            **self.admin_site.each_context(request),
            "title": f"Unduh {self.opts.verbose_name_plural} dengan data pribadi",
            "opts": self.opts,
            "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}, model_admin=self),
            "errors": form.errors,
            "list_url": _with_query(self._url("changelist"), request.GET),
            "row_count": changelist.result_count,
            "filter_text": filter_in_words(changelist, request.user),
        }
        return TemplateResponse(request, "admin/office_export.html", context)

    def _file(
        self,
        request: HttpRequest,
        changelist: ChangeList,
        layout: Layout,
        file_format: str,
        *,
        reason: str = "",
    ) -> HttpResponseBase:
        """With a reason, personal data goes along and the download is on record before its first byte leaves."""
        secret = request.user.has_perm(self.full_number_permission)
        columns = layout.chosen(personal=bool(reason), secret=secret)
        most = min(_MOST_XLSX, _MOST_CELLS // len(columns))
        if file_format == FileFormat.XLSX and changelist.result_count > most:
            self.message_user(
                request,
                f"Excel hanya memuat {angka(most)} baris. Unduh CSV, atau persempit daftarnya.",
                messages.WARNING,
            )
            return self._back_to_list(request.GET)
        at, personal = timezone.now(), bool(reason)
        told = filter_in_words(changelist, request.user)
        sheet = Sheet(
            columns=sheet_columns(columns),
            rows=layout.rows(changelist.queryset, columns, personal=personal),
            head=self._head(layout, request.user, told, at, personal=personal),
            tab=capfirst(str(self.opts.verbose_name))[:31],
        )
        response = sheet_response(
            sheet, file_format=file_format, name=self._file_name(layout, at, personal), written_at=at
        )
        if personal:
            record_download(
                by=request.user,
                list_name=self._list_name(layout),
                filter_text=told,
                row_count=changelist.result_count,
                file_format=file_format,
                reason=reason,
            )
        return response

    # --- what the file says about itself ----------------------------------------------------------

    def _head(
        self, layout: Layout, user: Any, told: str, at: datetime.datetime, *, personal: bool
    ) -> tuple[str, ...]:
        lines = (
            f"Daftar {self.opts.verbose_name_plural}",
            told,
            f"Diunduh {tanggal(at)}, {waktu(at)}, oleh {user}",
        )
        return (*lines, _WARNING) if personal else lines

    def _list_name(self, layout: Layout) -> str:
        name = capfirst(str(self.opts.verbose_name_plural))
        return name if layout is self.layouts[0] else f"{name} ({layout.label})"

    def _file_name(self, layout: Layout, at: datetime.datetime, personal: bool) -> str:
        """`usaha-sidt-data-pribadi-2026-11-23`"""
        parts = [
            slugify(str(self.opts.verbose_name_plural)),
            "" if layout is self.layouts[0] else layout.slug,
            "data-pribadi" if personal else "",
            timezone.localdate(at).isoformat(),
        ]
        return "-".join(filter(None, parts))


def _list_query(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    for name in _SHOWING:
        query.pop(name, None)
    return query


def _with_query(url: str, query: QueryDict) -> str:
    return f"{url}?{query.urlencode()}" if query else url


def _label(layout: Layout, file_format: str, *, is_usual: bool) -> str:
    return f"Unduh {file_format.upper()}" if is_usual else f"{layout.label} ({file_format.upper()})"
