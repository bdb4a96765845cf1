"""How the programme fares, for everybody: the last twelve months, and each OPD in the month that closed last."""

import datetime
from typing import Any

from django.utils import timezone

from belanja_asn.aturan import Bulan, months_between, participation
from belanja_asn.models import AturanBelanja, Opd
from belanja_asn.rekap import Angka, Baris, all_asn, rows_of, total
from belanja_asn.terbuka import Peserta, amount, amount_of_all
from common import charts
from common.templatetags.indonesia import bulan, persen

_MONTHS = 12


def progress(today: datetime.date) -> dict[str, Any]:
    """Names for the page. One rule for each month, so the page needs the newest only for its text."""
    rules = list(AturanBelanja.objects.filter(valid_from__lte=today).order_by("valid_from"))
    rule = next(
        (each for each in reversed(rules) if each.valid_until is None or each.valid_until >= today), None
    )
    months = months_between(rules[0].valid_from, today, most=_MONTHS) if rules else []
    rows = rows_of(months, opds=Opd.objects.active().only("name", "singkatan"))
    by_month = [(month, [row for row in rows if row.month == month]) for month in months]
    table = [_month(month, of_month) for month, of_month in by_month]
    closed = by_month[-2] if len(by_month) > 1 else by_month[-1] if by_month else (Bulan.of(today), [])
    return {
        "rule": rule,
        "table": table,
        "total": amount_of_all([each["angka"] for each in table]),
        "people": sum(each["angka"].seluruh_ikut for each in table),
        "latest": table[-1] if table else None,
        "chart": _chart(table) if table else None,
        "closed": closed[0].start,
        "participants": [Peserta.of(row) for row in closed[1]],
        "as_of": timezone.localtime(),
    }


def _month(month: Bulan, rows: list[Baris]) -> dict[str, Any]:
    angka: Angka = total(rows)
    number = all_asn(rows)
    return {
        "month": month.start,
        "angka": angka,
        "jumlah_asn": number,
        "persen": participation(angka.seluruh_ikut, number),
        "nilai": amount(angka),
    }


def _chart(table: list[dict[str, Any]]) -> charts.Chart:
    lines = [
        (
            bulan(each["month"]),
            each["persen"] or 0,
            "belum ada" if each["persen"] is None else persen(each["persen"], 1),
        )
        for each in table
    ]
    return charts.bars("ikut", "ASN yang ikut belanja setiap bulan", lines, full=100)
