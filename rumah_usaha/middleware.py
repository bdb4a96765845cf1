"""Request log without personal data, and a calm answer while the database is away."""

import structlog
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django_structlog.middlewares import RequestMiddleware

from rumah_usaha.views import errors

logger = structlog.get_logger(__name__)


class RequestLogMiddleware(RequestMiddleware):
    """A line per request: method and path. The query string may hold a name or a number, so it stays out."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"


class DatabaseAwayMiddleware(MiddlewareMixin):
    """Answers 503 with Retry-After while PostgreSQL restarts or cuts a request off, instead of a bare 500."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.error("database_unavailable", error=type(exception).__name__)
        connection.close_if_unusable_or_obsolete()
        return errors.unavailable(request)
