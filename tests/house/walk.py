"""Every address of the URLconf, and what it takes to request it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """`name` is the URL name with its namespaces, or the route where a view has no name."""

    name: str
    route: str
    arguments: tuple[str, ...]
    is_named: bool


def addresses() -> list[Address]:
    return list(_walk(get_resolver().url_patterns, (), ""))


def _walk(
    patterns: list[URLPattern | URLResolver], namespaces: tuple[str, ...], prefix: str
) -> Iterator[Address]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, inner, route)
        else:
            name = ":".join((*namespaces, entry.name)) if entry.name else route
            yield Address(name, route, tuple(entry.pattern.converters), bool(entry.name))
