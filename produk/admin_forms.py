"""Forms of the product screens."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils import timezone

from common.admin import OfficeForm
from common.photos import PhotosFormField
from produk.models import MOST_PHOTOS


class ProdukForm(OfficeForm):
    new_photos = PhotosFormField(
        required=False,
        label="Foto baru",
        help_text=(
            "Boleh beberapa sekaligus; yang pertama tampil di daftar. Foto besar dari HP diperkecil sendiri. "
            "Urutan dan keterangannya dapat diubah setelah disimpan."
        ),
    )

    def clean_new_photos(self) -> list[File]:
        photos = self.cleaned_data["new_photos"]
        held = self.instance.foto_set.count() if photos and self.instance.pk else 0
        if held + len(photos) > MOST_PHOTOS:
            raise ValidationError(
                f"Satu produk paling banyak berfoto {MOST_PHOTOS}; sekarang {held}, dan Anda memilih {len(photos)}. "
                "Kurangi pilihan Anda, atau hapus dahulu foto lama lalu simpan."
            )
        return photos

    def clean_refreshed_on(self) -> date:
        day = self.cleaned_data["refreshed_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Tanggal ini belum tiba. Isi tanggal harga terakhir dipastikan.")
        return day
