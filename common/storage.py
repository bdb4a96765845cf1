"""Files about people: kept outside the public media folder, opened only through a checked view."""

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    return storages["private"]
