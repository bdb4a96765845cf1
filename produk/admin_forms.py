"""Forms of the product screens."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from common.admin import OfficeForm


class ProdukForm(OfficeForm):
    def clean_refreshed_on(self) -> date:
        day = self.cleaned_data["refreshed_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Tanggal ini belum tiba. Isi tanggal harga terakhir dipastikan.")
        return day
