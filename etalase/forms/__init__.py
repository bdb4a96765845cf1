from etalase.forms.buku_tamu import BukuTamuForm
from etalase.forms.penyelesaian import PaymentForm, SettleForm
from etalase.forms.rak import MasukForm, MutasiForm, ReasonForm, ShelfFilterForm

__all__ = [
    "BukuTamuForm",
    "MasukForm",
    "MutasiForm",
    "PaymentForm",
    "ReasonForm",
    "SettleForm",
    "ShelfFilterForm",
]
