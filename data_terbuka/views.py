"""`/data/`: the sets for people to read about, and their files for people and programs."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from common.listing import CURSOR, MOST_COUNTED
from common.memory import for_a_minute
from common.paging import InvalidCursor
from common.sharing import share_context
from common.structured_data import breadcrumbs, structured
from common.templatetags.indonesia import angka
from data_terbuka import version
from data_terbuka.catalogue import LICENCE, catalogue, for_search_engines, table_schema
from data_terbuka.data_set import PAGE_SIZE, DataSet
from data_terbuka.responses import csv_response, json_response, open_to_all, refusal
from data_terbuka.sets import DATA_SETS


def _data_set(slug: str) -> DataSet:
    try:
        return DATA_SETS[slug]
    except KeyError:
        raise Http404 from None


def _etag(request: HttpRequest, slug: str) -> str | None:
    data_set = _data_set(slug)
    return version.etag(slug, data_set.names, data_set.made_of)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    sizes = _sizes()
    context = {
        "data_sets": [{"set": data_set, "size": sizes[slug]} for slug, data_set in DATA_SETS.items()],
        "licence": LICENCE,
        "page_size": PAGE_SIZE,
        "today": timezone.localdate(),
        **share_context(
            reverse("data_terbuka:index"),
            text=f"Data terbuka {settings.DISTRICT_NAME}",
            description="Data usaha, produk, koperasi, dan fasilitasi untuk siapa pun, sebagai CSV dan JSON.",
        ),
    }
    return render(request, "data_terbuka/index.html", context)


@for_a_minute
def _sizes() -> dict[str, str]:
    return {slug: _size(data_set.count()) for slug, data_set in DATA_SETS.items()}


def _size(count: int) -> str:
    return f"lebih dari {angka(MOST_COUNTED)} baris" if count > MOST_COUNTED else f"{angka(count)} baris"


@login_not_required
@require_safe
def dictionary(request: HttpRequest, slug: str) -> HttpResponse:
    data_set = _data_set(slug)
    columns = [{"column": column, "words": column.words(data_set.model)} for column in data_set.columns]
    path = reverse("data_terbuka:dictionary", args=[slug])
    context = {
        "set": data_set,
        "columns": columns,
        "licence": LICENCE,
        "structured_data": structured(
            for_search_engines(data_set),
            breadcrumbs(("Data terbuka", reverse("data_terbuka:index")), (data_set.title, path)),
        ),
        **share_context(path, text=f"Kamus data {data_set.title.lower()}", description=data_set.summary),
    }
    return render(request, "data_terbuka/dictionary.html", context)


@login_not_required
@require_safe
@open_to_all
def catalogue_file(request: HttpRequest) -> JsonResponse:
    return JsonResponse(catalogue(), json_dumps_params={"ensure_ascii": False, "indent": 1})


@login_not_required
@require_safe
@open_to_all
def schema(request: HttpRequest, slug: str) -> JsonResponse:
    return JsonResponse(table_schema(_data_set(slug)), json_dumps_params={"ensure_ascii": False, "indent": 1})


@login_not_required
@require_safe
@open_to_all
@condition(etag_func=_etag)
def csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    return csv_response(request, _data_set(slug))


@login_not_required
@require_safe
@open_to_all
@condition(etag_func=_etag)
def json(request: HttpRequest, slug: str) -> JsonResponse:
    data_set = _data_set(slug)
    try:
        page = data_set.page(request.GET.get(CURSOR, ""))
    except InvalidCursor:
        return refusal(data_set)
    return json_response(data_set, page)
