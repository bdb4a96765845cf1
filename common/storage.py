"""Files about people: kept outside the public media folder, opened only through a checked view."""

import os
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages


class PrivateStorage(FileSystemStorage):
    """Below PRIVATE_ROOT, which no address leads to."""

    @property
    def base_location(self) -> Any:
        return settings.PRIVATE_ROOT

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        raise ValueError("A private file has no address of its own; link to the view that checks who asks.")


def private_storage() -> Storage:
    return storages["private"]
