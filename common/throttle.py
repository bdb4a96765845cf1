"""How often one address may do a thing, counted in the shared cache under a name that does not tell the address."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# Of this worker alone: for what comes with every page, where the shared cache would cost more than the deed itself.
OF_WORKER = LocMemCache("throttle", {"max_entries": 10_000})


def allows(
    request: HttpRequest | None, deed: str, *, most: int, seconds: int, store: BaseCache = cache
) -> bool:
    """Whether this address has done `deed` fewer than `most` times in the present stretch of `seconds`.

    Two requests at the very same moment may count as one: this keeps a flood away and is no bookkeeping. Many phones
    share one address of their network, so `most` must leave room for a neighbourhood. Without a request everybody is
    counted together.
    """
    stretch = int(time.time()) // seconds
    key = f"throttle:{_told_by_nobody(request, deed, stretch)}"
    done = store.get(key, 0)
    if done >= most:
        return False
    store.set(key, done + 1, seconds)
    return True


def _told_by_nobody(request: HttpRequest | None, deed: str, stretch: int) -> str:
    """Keyed, and another one in every stretch: neither the address nor who came twice can be read from it."""
    try:
        address = get_adapter().get_client_ip(request) if request else ""
    except PermissionDenied:
        # A proxy that hides everybody: they share one allowance.
        address = ""
    return salted_hmac(f"throttle:{deed}:{stretch}", address, algorithm="sha256").hexdigest()
