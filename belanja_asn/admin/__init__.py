"""The programme at the office: OPD with their numbers, rules, purchases to confirm, monthly reports."""

from belanja_asn.admin.belanja import BelanjaAdmin
from belanja_asn.admin.programme import AturanBelanjaAdmin, LaporanOpdAdmin, OpdAdmin

__all__ = ["AturanBelanjaAdmin", "BelanjaAdmin", "LaporanOpdAdmin", "OpdAdmin"]
