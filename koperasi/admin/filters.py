"""Filters of the list of cooperatives: where each stands today to its duties."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from common.admin import ConditionFilter
from koperasi import standing
from koperasi.kepatuhan import KepatuhanRat
from koperasi.kesiapan import KesiapanNik
from koperasi.ready import in_readiness


class RatFilter(ConditionFilter):
    """Of the book year that closed last: who met, who did not, and which letter is due to whom."""

    parameter_name = "rat"

    @property
    def title(self) -> str:  # type: ignore[override]
        return f"RAT tahun buku {_tahun_buku()}"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        letters = [(f"sp{letter}", f"Jatuh tempo SP{letter}") for letter in standing.LETTERS]
        return [*KepatuhanRat.choices, *letters]

    def condition(self, value: str) -> Q:
        on = timezone.localdate()
        if value.startswith("sp"):
            return standing.owing_letter(int(value[2:]), _tahun_buku(), on)
        return standing.in_status(KepatuhanRat(value), _tahun_buku(), on)


class ReadinessFilter(ConditionFilter):
    title = "sertifikat NIK Koperasi"
    parameter_name = "kesiapan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(KesiapanNik.choices)

    def condition(self, value: str) -> Q:
        return in_readiness(KesiapanNik(value), timezone.localdate())


class ActivityFilter(ConditionFilter):
    title = "keaktifan"
    parameter_name = "keaktifan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("aktif", "Aktif"), ("tidak", "Tidak aktif")]

    def condition(self, value: str) -> Q:
        active = standing.active(timezone.localdate())
        return active if value == "aktif" else ~active


def _tahun_buku() -> int:
    return timezone.localdate().year - 1
