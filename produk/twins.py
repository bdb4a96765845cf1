"""Products that one seller may have on the list twice."""

import re
from typing import Any

from django.db import models

from common.text import fold_spelling
from duplicates.choices import Reason
from duplicates.kind import Alike, Equal, TwinKind
from produk.models import Produk

# One seller's goods resemble each other: only names that nearly agree are worth a look.
_NEARLY = 0.7


class ProdukTwins(TwinKind):
    slug = "produk"
    model = Produk
    # Sizes and numbers tell goods of one name apart.
    columns = {"seller": "text", "digits": "text", "name": "text"}
    rules = (
        Equal(Reason.SAME_PRODUCT, ("seller", "name")),
        Alike(
            Reason.SIMILAR_PRODUCT,
            "name",
            "seller",
            "a.digits = b.digits AND a.name <> b.name",
            least=_NEARLY,
        ),
    )

    def rows(self) -> models.QuerySet:
        return Produk.objects.active().values_list("pk", "usaha_id", "koperasi_id", "name")

    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        pk, usaha, koperasi, name = values
        return (
            pk,
            f"u{usaha}" if usaha else f"k{koperasi}",
            " ".join(re.findall(r"\d+", name)),
            fold_spelling(name),
        )

    def detail(self, record: Produk) -> str:
        seller = f"dari {record.seller}"
        return f"{seller}, diarsipkan" if record.archived_at else seller

    def for_list(self, rows: models.QuerySet) -> models.QuerySet:
        return rows.select_related("usaha", "koperasi")

    def warnings(self, first: Produk, second: Produk) -> list[str]:
        if (first.usaha_id, first.koperasi_id) != (second.usaha_id, second.koperasi_id):
            return ["Penjual keduanya berbeda."]
        return []

    def fields(self) -> list[models.Field]:
        """Without the seller: a product changes hands in its own form only."""
        return [field for field in super().fields() if field.name not in ("usaha", "koperasi")]
