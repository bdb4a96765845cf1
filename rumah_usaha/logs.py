"""JSON log lines with a request id. Query strings and form contents are never logged: they hold personal data."""

import re
from typing import Any

import structlog

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso"),
]

# A NIK KTP may still slip into a line, in a path that somebody typed or in the words of an exception.
_NIK = re.compile(r"(?<!\d)\d{12}(\d{4})(?!\d)")
_to_json = structlog.processors.JSONRenderer(ensure_ascii=False)


def render(logger: Any, method: str, event: dict[str, Any]) -> str:
    """One JSON line; of a number with 16 digits only the last four."""
    return _NIK.sub(r"************\1", str(_to_json(logger, method, event)))


structlog.configure(
    processors=[
        *_SHARED,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)


def logging_config(*, quiet: bool) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processor": render,
                "foreign_pre_chain": _SHARED,
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "ERROR" if quiet else "WARNING"},
        "loggers": {
            "django_structlog": {"level": "ERROR" if quiet else "INFO"},
            "rumah_usaha.middleware": {"level": "ERROR" if quiet else "INFO"},
            # Django names the full path of a refused request here, query string included.
            "django.request": {"level": "CRITICAL"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
