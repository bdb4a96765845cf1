"""A photo column: what is uploaded is checked and re-encoded, and its renditions are made when the row is written."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.db import models

from common.images import check_image, make_renditions, reencode
from common.uploads import note_written


class PhotoFormField(forms.ImageField):
    """Refuses what is no safe photo, in words an officer understands; hands on the re-encoded picture."""

    def to_python(self, data: Any) -> File | None:
        if data in self.empty_values:
            return None
        check_image(data)
        return reencode(data)


class PhotoField(models.ImageField):
    """JPEG of at most 1600 px without metadata, with its renditions beside it (`common.images`)."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PhotoFormField, **kwargs})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        upload = getattr(model_instance, self.attname)
        is_new = bool(upload) and not upload._committed
        file = super().pre_save(model_instance, add)
        if is_new:
            note_written(file.storage, file.name)
            try:
                make_renditions(file.storage, file.name)
            except Exception:
                # No row is written now, so no file may stay behind either.
                file.storage.delete(file.name)
                raise
        return file
