"""What a visitor says about an order."""

from django import forms

from common.formfields import PlainCharFormField

MOST_AT_ONCE = 999


class OrderForm(forms.Form):
    jumlah = forms.IntegerField(
        label="Jumlah",
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=1,
        error_messages={
            "invalid": "Tulis jumlah dengan angka, misalnya 3.",
            "min_value": "Pesan paling sedikit 1.",
            "max_value": f"Paling banyak {MOST_AT_ONCE}. Untuk lebih banyak, tanyakan dahulu kepada penjual.",
        },
    )
    catatan = PlainCharFormField(
        label="Varian atau catatan",
        required=False,
        max_length=200,
        help_text="Misalnya rasa atau tanggal diambil. Hanya ikut dalam pesan WhatsApp; kami tidak menyimpannya.",
    )
