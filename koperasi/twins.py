"""Cooperatives that may be registered twice, and what a merge of two has to heed."""

from typing import Any

from django.db import models

from duplicates.choices import Reason
from duplicates.kind import MOST_SHARING, Alike, Equal, TwinKind
from koperasi.choices import Kelompok
from koperasi.duplicates import compact_number, comparable_koperasi, detail
from koperasi.models import Koperasi

# The ministry gives one number to one cooperative.
_ONE_KOPERASI = "(a.nik_koperasi = '' OR b.nik_koperasi = '' OR a.nik_koperasi = b.nik_koperasi)"


class KoperasiTwins(TwinKind):
    slug = "koperasi"
    model = Koperasi
    together = {
        "nomor_badan_hukum": ("tanggal_badan_hukum",),
        # The yes was given to that number.
        "phone": ("phone_consented_at", "phone_consented_by"),
    }
    columns = {
        "desa_id": "bigint", "kecamatan_id": "bigint", "nik_koperasi": "text", "nib": "text", "deed": "text",
        "phone": "text", "merah_putih": "text", "name": "text",
    }  # fmt: skip
    rules = (
        Equal(Reason.DEED, ("deed",), most_sharing=MOST_SHARING),
        Equal(Reason.NIB, ("nib",), most_sharing=MOST_SHARING),
        Equal(Reason.PHONE, ("phone",), _ONE_KOPERASI, MOST_SHARING),
        Equal(Reason.SAME_NAME, ("name", "desa_id"), _ONE_KOPERASI),
        Equal(Reason.MERAH_PUTIH, ("merah_putih", "desa_id"), _ONE_KOPERASI),
        Alike(Reason.SIMILAR_IN_DESA, "name", "desa_id", f"{_ONE_KOPERASI} AND a.name <> b.name"),
        Alike(
            Reason.SIMILAR_IN_KECAMATAN,
            "name",
            "kecamatan_id",
            f"{_ONE_KOPERASI} AND a.desa_id IS DISTINCT FROM b.desa_id AND a.merah_putih = '' AND b.merah_putih = ''",
        ),
    )

    def rows(self) -> models.QuerySet:
        return Koperasi.objects.active().values_list(
            "pk", "desa_id", "desa__kecamatan_id", "nik_koperasi", "nib", "nomor_badan_hukum", "phone", "kelompok",
            "name",
        )  # fmt: skip

    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        *plain, deed, phone, kelompok, name = values
        merah_putih = kelompok if kelompok == Kelompok.KDMP else ""
        return (*plain, compact_number(deed), phone, merah_putih, comparable_koperasi(name))

    def detail(self, record: Koperasi) -> str:
        return detail(record)

    def for_list(self, rows: models.QuerySet) -> models.QuerySet:
        return rows.select_related("desa__kecamatan")

    def warnings(self, first: Koperasi, second: Koperasi) -> list[str]:
        if first.nik_koperasi and second.nik_koperasi:
            return ["NIK Koperasi keduanya berbeda. Dua NIK biasanya dua koperasi."]
        return []
