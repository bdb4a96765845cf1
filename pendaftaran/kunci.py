"""The key of a draft in the applicant's browser: signed, out of reach of scripts, sent to these pages only."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from pendaftaran.actions import DRAFT_KEPT, index_of
from pendaftaran.models import Pendaftaran

_COOKIE, _SALT = "pendaftaran", "pendaftaran"
_SECONDS = int(DRAFT_KEPT.total_seconds())


def draft_of(request: HttpRequest) -> Pendaftaran | None:
    key = request.get_signed_cookie(_COOKIE, default="", salt=_SALT, max_age=_SECONDS)
    if not key:
        return None
    rows = Pendaftaran.objects.select_related("desa__kecamatan", "kategori")
    return rows.filter(key_index=index_of(key)).first()


def hand_over(response: HttpResponseBase, key: str) -> None:
    response.set_signed_cookie(
        _COOKIE,
        key,
        salt=_SALT,
        max_age=_SECONDS,
        path=reverse("pendaftaran:begin"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def take_back(response: HttpResponseBase) -> None:
    response.delete_cookie(_COOKIE, path=reverse("pendaftaran:begin"), samesite="Lax")
