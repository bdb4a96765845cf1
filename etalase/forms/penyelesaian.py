"""Up to which day an owner is paid, and on which day."""

from typing import Any

from django import forms
from django.utils import timezone

from common.formfields import TolerantDateField


class SettleForm(forms.Form):
    sampai = TolerantDateField(
        label="Hitung penjualan sampai", help_text="Biasanya hari terakhir bulan lalu, atau hari ini."
    )

    @classmethod
    def asked(cls, data: Any) -> "SettleForm":
        """Today, unless the address names a day."""
        return cls(data if data.get("sampai") else {"sampai": timezone.localdate()})


class PaymentForm(forms.Form):
    paid_on = TolerantDateField(label="Tanggal dibayar", help_text="Contoh: 30-11-2026")
