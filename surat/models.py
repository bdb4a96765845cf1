"""Letters of the office: kinds that staff word and number, and the register of those that went out."""

from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from koperasi.models import Koperasi
from laporan.models import DokumenTerbit
from surat.wording import unknown_words


@tracked()
class JenisSurat(models.Model):
    """A kind of letter: its classification code, and its text with words in braces that the portal fills in."""

    slug = models.SlugField("kunci", max_length=30, unique=True, editable=False)
    name = PlainCharField("nama", max_length=100)
    klasifikasi = PlainCharField(
        "kode klasifikasi", max_length=30, help_text="Bagian pertama nomor surat, misalnya 500.3."
    )
    singkatan = PlainCharField(
        "singkatan kantor", max_length=40, help_text="Bagian ketiga nomor surat, misalnya DISPERINDAG."
    )
    sifat = PlainCharField(max_length=30, default="Biasa")
    perihal = PlainCharField(max_length=200)
    body = PlainTextField(
        "isi surat",
        help_text=(
            "Pisahkan paragraf dengan baris kosong. Kata dalam kurung kurawal diisi portal: {koperasi}, "
            "{tahun_buku}, {jatuh_tempo}, {tenggat}, {surat_sebelumnya}."
        ),
    )

    class Meta:
        verbose_name = "jenis surat"
        verbose_name_plural = "jenis surat"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        for name in ("perihal", "body"):
            if unknown := unknown_words(getattr(self, name)):
                words = ", ".join(f"{{{word}}}" for word in unknown)
                raise ValidationError({name: f"Portal tidak tahu mengisi {words}. Periksa ejaannya."})

    def nomor(self, tahun: int, number: int) -> str:
        return f"{self.klasifikasi}/{number}/{self.singkatan}/{tahun}"


class Surat(models.Model):
    """A letter that went out: to whom, about what, and the paper that bears it."""

    dokumen = models.OneToOneField(DokumenTerbit, models.PROTECT, primary_key=True)
    jenis = models.ForeignKey(JenisSurat, models.PROTECT)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT)
    tahun_buku = models.PositiveSmallIntegerField()
    content = models.JSONField("isi")

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        default_permissions = ("view",)
        permissions = [("issue_surat", "Dapat menerbitkan surat")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.dokumen.nomor}, {self.jenis}"

    def get_absolute_url(self) -> str:
        return reverse("surat:file", args=[self.dokumen.code])

    @property
    def recipient(self) -> Any:
        return self.content["recipient"][0]
