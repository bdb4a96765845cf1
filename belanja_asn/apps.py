from django.apps import AppConfig


class BelanjaAsnConfig(AppConfig):
    name = "belanja_asn"
    verbose_name = "1 ASN 1 Produk"
    sheet_kinds = ("belanja_asn.sheets.BelanjaSheet", "belanja_asn.sheets.BelanjaOpdSheet")
