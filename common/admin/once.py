"""A form sent twice is stored once, also when both copies arrive together."""

import secrets
from typing import Any

from django.core.cache import cache
from django.db import models
from django.http import HttpRequest

FIELD = "_once"
_KEPT_FOR = 24 * 60 * 60


class AlreadySavedError(Exception):
    """This very form was stored before; `pk` is what it became, or None while unknown."""

    def __init__(self, pk: Any) -> None:
        super().__init__(pk)
        self.pk = pk


def token_for(request: HttpRequest) -> str:
    """The token that a form shown again keeps; a new form gets a new one."""
    return request.POST.get(FIELD, "")[:64] or secrets.token_urlsafe(16)


def claim(request: HttpRequest, meta: Any) -> None:
    """Take the form's token inside the transaction that stores the record.

    The cache is a table of the same database: a second copy waits for the first and is refused
    when that one commits, while a rolled back first copy leaves the token free.
    """
    if token := request.POST.get(FIELD, "")[:64]:
        key = _key(request, meta, token)
        if not cache.add(key, "", _KEPT_FOR):
            raise AlreadySavedError(cache.get(key) or None)


def remember(request: HttpRequest, record: models.Model) -> None:
    if token := request.POST.get(FIELD, "")[:64]:
        cache.set(_key(request, record._meta, token), record.pk, _KEPT_FOR)


def _key(request: HttpRequest, meta: Any, token: str) -> str:
    return f"form:{meta.label_lower}:{request.user.pk}:{token.encode('ascii', 'replace').hex()}"
