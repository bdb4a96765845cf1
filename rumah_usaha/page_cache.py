"""Public pages kept ready in each worker's memory, compressed as they leave, for a minute at most.

Nothing is kept that somebody's session, a cookie or a view's own word on caching has touched. A browser keeps its copy
too, but asks each time whether it still holds; then the answer goes without the page.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Lock

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django_http_compression.middleware import best_coding

from common import memory
from common.listing import FILE
from rumah_usaha.middleware import log_kept

Address = tuple[str, ...]

# What an entry takes besides its texts, roughly.
_OVERHEAD = 2_000
# A worker's other threads wait so long for the one that makes the page they want, too.
_PATIENCE = 5.0
_FILES = (settings.STATIC_URL, settings.MEDIA_URL)
_OF_CONTENT = ("content-type", "content-length", "content-encoding")


@dataclass(frozen=True)
class Page:
    body: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers.items())

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The page, or 304 where the visitor has it already."""
        response = HttpResponse(self.body, headers=self.headers)
        # Never None, for there is a response; only its types do not know.
        answer = get_conditional_response(request, etag=self.headers["ETag"], response=response) or response
        if answer is not response:
            for name, value in self.headers.items():
                if name.lower() not in _OF_CONTENT:
                    answer[name] = value
        return answer


class Shelf:
    """Pages of this minute, within a number of bytes; those longest not asked for give way."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._pages: OrderedDict[Address, Page] = OrderedDict()
        self._bytes, self._minute = 0, -1
        # Held for a look-up only, never while a page is made.
        self._lock = Lock()

    def get(self, address: Address) -> Page | None:
        with self._lock:
            self._forget_past()
            if page := self._pages.get(address):
                self._pages.move_to_end(address)
            return page

    def put(self, address: Address, page: Page, *, begun: int) -> None:
        """`begun` is the minute in which the page was asked for: what it shows was read since then."""
        with self._lock:
            self._forget_past()
            if begun != self._minute or address in self._pages:
                return
            self._pages[address] = page
            self._bytes += _cost(address, page)
            while self._bytes > self.most_bytes:
                self._bytes -= _cost(*self._pages.popitem(last=False))

    def _forget_past(self) -> None:
        if (this := memory.minute()) != self._minute:
            self._pages.clear()
            self._bytes, self._minute = 0, this


def _cost(address: Address, page: Page) -> int:
    return sum(map(len, address)) + page.size + _OVERHEAD


class Turns:
    """While one thread makes a page, others who want the same wait for it instead of making it as well."""

    def __init__(self) -> None:
        self._making: dict[Address, Event] = {}
        self._lock = Lock()

    @contextmanager
    def take(self, address: Address) -> Iterator[None]:
        with self._lock:
            made = self._making.get(address)
            if made is None:
                mine = self._making[address] = Event()
        if made is not None:
            # Once: a page that nobody may keep is then made by all of them side by side.
            made.wait(_PATIENCE)
            yield
            return
        try:
            yield
        finally:
            with self._lock:
                del self._making[address]
            mine.set()


class PageCacheMiddleware:
    """Stands outermost. A page is kept with all its headers, and only where it was answered to this host and scheme."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE_MB:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.shelf = Shelf(settings.PAGE_CACHE_MB * 2**20)
        self.turns = Turns()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = _address(request)
        if address is None:
            return self.get_response(request)
        page = self.shelf.get(address)
        if page is None:
            with self.turns.take(address):
                page = self.shelf.get(address)
                if page is None:
                    return self._make(request, address)
        answer = page.answer(request)
        log_kept(request, answer)
        return answer

    def _make(self, request: HttpRequest, address: Address) -> HttpResponseBase:
        begun = memory.minute()
        response = self.get_response(request)
        if not _may_be_kept(request, response):
            return response
        # A proxy or browser that kept it for longer would add to the minute.
        response["Cache-Control"] = "public, max-age=0, must-revalidate"
        response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        page = Page(response.content, dict(response.items()))
        if request.method == "GET":
            self.shelf.put(address, page, begun=begun)
        return page.answer(request)


def _address(request: HttpRequest) -> Address | None:
    """All that a public page may depend on; None where it is not to be kept whatever the answer will be."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(_FILES):
        return None
    asked = request.META
    if "HTTP_COOKIE" in asked and settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    query = asked.get("QUERY_STRING", "")
    if "&" in query:
        # Views look parameters up by name: only those of one name have an order among themselves.
        query = "&".join(sorted(query.split("&"), key=_name_of))
    if f"{FILE}=" in query:
        return None
    coding = best_coding(asked.get("HTTP_ACCEPT_ENCODING", ""))
    return (coding, str(request.scheme), asked.get("HTTP_HOST", ""), request.path, query)


def _name_of(parameter: str) -> str:
    return parameter.partition("=")[0]


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """A whole page that a public view made for everybody alike, without a word of its own on how long it lasts."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "Cache-Control" not in response
        # Set by PrivatePagesMiddleware; missing where no view was reached.
        and not getattr(request, "is_private_page", True)
        and response.get("Vary", "accept-encoding").lower() == "accept-encoding"
    )
