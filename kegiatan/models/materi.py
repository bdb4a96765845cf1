"""What an event hands out."""

from typing import Any

from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainCharField
from common.uploads import note_written
from kegiatan.models.kegiatan import Kegiatan


class MaterialField(models.FileField):
    """A file that is gone again when its row cannot be written."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        upload = getattr(model_instance, self.attname)
        is_new = bool(upload) and not upload._committed
        file = super().pre_save(model_instance, add)
        if is_new:
            note_written(file.storage, file.name)
        return file


@tracked()
class Materi(models.Model):
    """What an event hands out, for everybody to read: a file or a link."""

    kegiatan = models.ForeignKey(Kegiatan, models.CASCADE)
    title = PlainCharField("judul", max_length=150)
    link = models.URLField("tautan", max_length=300, blank=True, help_text="Dimulai dengan https://")
    file = MaterialField("berkas", upload_to="kegiatan", blank=True)

    class Meta:
        verbose_name = "materi"
        verbose_name_plural = "materi"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(link="") & Q(file="")) | (Q(link="") & ~Q(file="")),
                name="kegiatan_materi_file_or_link",
                violation_error_message="Isi salah satu: berkas atau tautan.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        return self.link or self.file.url
