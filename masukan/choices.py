from django.db import models


class JenisMasukan(models.TextChoices):
    HARGA = "harga", "Harganya keliru"
    NOMOR = "nomor", "Nomor WhatsApp tidak aktif"
    TIDAK_ADA = "tidak_ada", "Produk atau usahanya sudah tidak ada"
    TIDAK_PANTAS = "tidak_pantas", "Isinya tidak pantas atau menyesatkan"
    LAINNYA = "lainnya", "Lainnya"
