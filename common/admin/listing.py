"""The list of a noun: search that keeps numbers of people out of addresses, and rows the officer may see."""

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from common.admin.filters import InconsistencyFilter
from common.inconsistencies import Inconsistency

# Not the digits of a halal or BPOM number, which follow two letters or are more.
_SIXTEEN_DIGITS = re.compile(r"(?<!\d)(?<!ID)(?<!MD)(?<!ML)(?:\d[\s.\-]*){16}(?!\d)", re.IGNORECASE)

# A mobile number as people write it; a NIB or NIK Koperasi, which are searched, has one digit more.
_PHONE = re.compile(r"(?<![\dA-Za-z])(?:0|\+62[\s.\-]*)8(?:[\s.\-]*\d){8,10}(?!\d)")

_LONGEST_QUERY, _MOST_WORDS = 100, 8
_LARGEST_KEY = 2**63 - 1


class CountedList(ChangeList):
    """Counts beside the choices of filters at once where they cost little, and on request in a long list."""

    MOST_COUNTED = 20_000

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_facets_optional and self.result_count <= self.MOST_COUNTED:
            self.add_facets, self.is_facets_optional = True, False


class Listing(admin.ModelAdmin):
    """Part of OfficeAdmin: the change list."""

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    actions_on_top = True
    actions_on_bottom = False
    # Where a person is looked up by NIK KTP; a name of a URL, since this noun may lie in a higher layer.
    nik_search = "admin:umkm_pemilik_nik"
    # What `choice_label` reads of other rows.
    choice_related: tuple[str, ...] | list[str] = ()
    # What an empty list says to do next.
    empty_hint = ""

    # In which ways its rows may be wrong (`common.inconsistencies`).
    inconsistencies: tuple[Inconsistency, ...] = ()

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        found = [*super().get_list_filter(request)]
        return [InconsistencyFilter, *found] if self.inconsistencies else found

    def get_action_choices(self, request: HttpRequest, default_choices: Any = None) -> Any:
        return super().get_action_choices(request, default_choices or [("", "Pilih…")])

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountedList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if told := self.kept_out_of_addresses(request):
            return self._without_search(request, told)
        if request.method == "POST":
            self._keep_whole_keys(request)
        return super().changelist_view(
            request,
            {"title": self.opts.verbose_name_plural, "empty_hint": self.empty_hint} | (extra_context or {}),
        )

    def kept_out_of_addresses(self, request: HttpRequest) -> str:
        """What to do instead of a search for a person's number, or "" for any other search."""
        sought = request.GET.get(SEARCH_VAR, "")
        if _SIXTEEN_DIGITS.search(sought):
            where = format_html('<a href="{}">Cari NIK</a>', reverse(self.nik_search))
            return format_html(
                "NIK KTP dan NPWP tidak dicari di sini agar tidak tercatat di alamat. Gunakan {}.", where
            )
        if _PHONE.search(sought):
            return (
                "Nomor HP tidak dicari di sini agar tidak tercatat di alamat. Cari namanya, atau isi nomor itu pada "
                "“Tambah pemilik usaha”: bila sudah terdaftar, pemiliknya langsung ditunjukkan."
            )
        return ""

    def _without_search(self, request: HttpRequest, told: str) -> HttpResponse:
        """A number in an address lives on in logs and browser histories, so this search is not run."""
        query = request.GET.copy()
        del query[SEARCH_VAR]
        self.message_user(request, told, messages.WARNING)
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}" if query else request.path)

    def _keep_whole_keys(self, request: HttpRequest) -> None:
        """Ticked rows come as keys; anything else would reach the database as nonsense."""
        data = request.POST.copy()
        keys = [key for key in data.getlist(ACTION_CHECKBOX_NAME) if key.isascii() and key.isdecimal()]
        data.setlist(ACTION_CHECKBOX_NAME, [key for key in keys if int(key[:20]) <= _LARGEST_KEY])
        request.POST = data  # type: ignore[assignment]

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        words = search_term.replace("\x00", "")[:_LONGEST_QUERY].split()[:_MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))

    def choices_for(self, request: HttpRequest) -> models.QuerySet:
        """Rows that other nouns' forms may point at: within the officer's kecamatan, not archived."""
        queryset = self.get_queryset(request)
        if any(field.name == "archived_at" for field in self.opts.fields):
            queryset = queryset.filter(archived_at=None)
        return queryset.select_related(*self.choice_related) if self.choice_related else queryset

    def choice_label(self, obj: Any) -> str:
        """How a row reads in another form's box that searches; two of one name must be told apart."""
        return str(obj)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        queryset = super().get_queryset(request)
        return queryset.in_scope_of(request.user) if hasattr(queryset, "in_scope_of") else queryset
