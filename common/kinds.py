"""Classes that an app offers to an app below it, named in its `AppConfig`: so the lower one knows no nouns."""

from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string


def offered(attribute: str) -> list[Any]:
    """One object of each class that the apps name under `attribute`, the lowest app first."""
    lowest_first = reversed(list(apps.get_app_configs()))
    return [import_string(path)() for app in lowest_first for path in getattr(app, attribute, ())]
