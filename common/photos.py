"""A photo column: what is uploaded is checked and re-encoded, and its renditions are made when the row is written."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import ImageFieldFile

from common.images import check_image, make_renditions, reencode, rendition_url
from common.uploads import note_written


class PhotoFormField(forms.ImageField):
    """Refuses what is no safe photo, in words an officer understands; hands on the re-encoded picture."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # Without HEIC among them an iPhone sends a JPEG by itself. `static/js/foto.js` looks for the mark.
        return {"accept": "image/jpeg,image/png,image/webp", "data-photo": ""}

    def to_python(self, data: Any) -> File | None:
        if data in self.empty_values:
            return None
        check_image(data)
        return reencode(data)


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class PhotosFormField(PhotoFormField):
    """Several photos from one box: a list, in the order in which they were chosen."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        photos = []
        for number, upload in enumerate(data or [], 1):
            try:
                photos.append(super().clean(upload, initial))
            except ValidationError as error:
                if len(data) > 1:
                    told = f"Foto ke-{number} ({upload.name}): {' '.join(error.messages)}"
                    raise ValidationError(told, code=error.code) from None
                raise
        return photos

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)


class StoredPhoto(ImageFieldFile):
    @property
    def small_url(self) -> str:
        return rendition_url(self, "card2x")


class PhotoField(models.ImageField):
    """JPEG of at most 1600 px without metadata, with its renditions beside it (`common.images`)."""

    attr_class = StoredPhoto

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
