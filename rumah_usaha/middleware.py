"""A request log without personal data, and one header that Django lacks."""

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django_structlog.middlewares import RequestMiddleware


class ResourcePolicyMiddleware(MiddlewareMixin):
    """`Cross-Origin-Resource-Policy`: no other site may load our pages, pictures or files into its own."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class RequestLogMiddleware(RequestMiddleware):
    """A line per request: method and path. The query string may hold a name or a number, so it stays out."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"
