"""Letters that an officer asks for in the list of cooperatives; an app above writes them."""

from collections.abc import Iterable

from django.urls import reverse

# A letter takes about half a second to typeset, and a request may take thirty.
MOST_WARNINGS = 20


def warning_url(key: int) -> str:
    return reverse("surat:warning", args=[key])


def warnings_url(keys: Iterable[int]) -> str:
    return f"{reverse('surat:warnings')}?koperasi={','.join(map(str, keys))}"
