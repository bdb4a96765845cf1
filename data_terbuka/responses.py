"""The files of a set. Other sites' pages and programs may read them, which they may not with any other page of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode

from common.listing import CURSOR
from data_terbuka.catalogue import LICENCE, address
from data_terbuka.data_set import DataSet, Page
from spreadsheets.writing import write_plain_csv

_CSV_TYPE = "text/csv; charset=utf-8; header=present"
_READABLE = {"ensure_ascii": False}


def open_to_all(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorator: any site may read the answer; whoever keeps it asks each time whether it still holds."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["Cache-Control"] = "public, no-cache"
        response["X-Robots-Tag"] = "noindex"
        return response

    return opened


def csv_response(request: HttpRequest, data_set: DataSet) -> HttpResponseBase:
    name = f"{data_set.slug}-{timezone.localdate().isoformat()}.csv"
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "",
        "Link": _links(data_set),
    }
    # Whoever only asks about a file does not have it made.
    lines = write_plain_csv(data_set.names, data_set.every()) if request.method == "GET" else ()
    return StreamingHttpResponse(lines, content_type=_CSV_TYPE, headers=headers)


def json_response(data_set: DataSet, page: Page) -> JsonResponse:
    next_url = page.next_cursor and f"{address('json', data_set)}?{urlencode({CURSOR: page.next_cursor})}"
    content = {
        "data": data_set.slug,
        "kamus": address("schema", data_set),
        "lisensi": LICENCE["path"],
        "baris": [dict(zip(data_set.names, row, strict=True)) for row in page.rows],
        "berikutnya": next_url,
    }
    return JsonResponse(content, json_dumps_params=_READABLE, headers={"Link": _links(data_set, next_url)})


def refusal(data_set: DataSet) -> JsonResponse:
    content = {
        "galat": (
            f"Penanda halaman “{CURSOR}” tidak dikenali. Mulailah dari alamat tanpa penanda, lalu ikuti "
            "alamat pada “berikutnya”."
        ),
        "mulai": address("json", data_set),
    }
    return JsonResponse(content, status=400, json_dumps_params=_READABLE)


def _links(data_set: DataSet, next_url: str | None = None) -> str:
    links = [(address("schema", data_set), "describedby"), (LICENCE["path"], "license")]
    if next_url:
        links.insert(0, (next_url, "next"))
    return ", ".join(f'<{url}>; rel="{relation}"' for url, relation in links)
