"""What sales come to: per product and price for a settlement, per owner for the list of those to be paid."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Min, Sum

from etalase.models import MutasiTitipan
from etalase.models.titipan import MutasiTitipanQuerySet
from etalase.persediaan import Bagi, share


@dataclass(frozen=True)
class Baris:
    """So many of one product at one price."""

    name: str
    satuan: str
    jumlah: int
    harga_titip: int
    bagi: Bagi


@dataclass(frozen=True)
class Hutang:
    baris: list[Baris]

    @property
    def total(self) -> int:
        return sum(each.bagi.hak_pemilik for each in self.baris)

    @property
    def jumlah(self) -> int:
        return sum(each.jumlah for each in self.baris)


def owed_to(sales: MutasiTitipanQuerySet) -> Hutang:
    """Sales of one owner, one line for each product and price; what was taken back is set off."""
    batch = "titipan__"
    rows = (
        sales.order_by(f"{batch}produk__name", f"{batch}harga_titip")
        .values_list(
            f"{batch}produk", f"{batch}produk__name", f"{batch}produk__satuan", f"{batch}harga_titip",
            f"{batch}harga_jual",
        )
        .annotate(Sum("jumlah"))
    )  # fmt: skip
    return Hutang(
        [
            Baris(name, satuan, jumlah, titip, share(jumlah, harga_titip=titip, harga_jual=jual))
            for _, name, satuan, titip, jual, jumlah in rows
        ]
    )


@dataclass(frozen=True)
class Penerima:
    noun: str
    pk: int
    name: str
    jumlah: int
    total: int
    since: date


def owing(user: Any, *, until: date) -> list[Penerima]:
    """Owners with sales that no settlement holds, the longest waiting first."""
    sales = MutasiTitipan.objects.in_scope_of(user).unsettled(until=until).order_by()
    found = []
    for noun in ("usaha", "koperasi"):
        seller = f"titipan__produk__{noun}"
        rows = (
            sales.filter(**{f"{seller}__isnull": False})
            .values_list(seller, f"{seller}__name")
            .annotate(
                count=Sum("jumlah"),
                total=Sum(F("jumlah") * F("titipan__harga_titip")),
                since=Min("happened_on"),
            )
        )
        found += [Penerima(noun, *row) for row in rows]
    return sorted(found, key=lambda each: (each.since, each.name))
