"""Writing a batch of rows: new products in one statement, changed ones in another."""

from koperasi.models import Koperasi
from produk.models import Produk
from produk.sheets.categories import Categories
from produk.sheets.planning import plan, recognise
from produk.sheets.reading import tell
from spreadsheets.kind import Batch, ChangedError, Planned
from spreadsheets.models import RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from umkm.models import Pemilik, Usaha
from wilayah.match import Regions


def stamp() -> str:
    """A product's seller is found by what stands in the seller's records, the owner's included."""
    return stamp_of(Produk, Usaha, Koperasi, Pemilik)


def write(planned: list[Planned], batch: Batch) -> None:
    regions, categories = Regions(), Categories()
    every = [tell(each.row, regions, categories) for each in planned]
    meant, _ = recognise(every, batch.user)
    targets = {each.target[1] for each in planned if each.target}
    rows = Produk.objects.filter(pk__in=targets).select_related("kategori")
    present = {produk.pk: produk for produk in locked(rows)}
    plans = []
    for each, row in zip(planned, meant, strict=True):
        produk = present.get(each.target[1]) if each.target else None
        if (each.target and (produk is None or produk.archived_at)) or row.found.seller is None:
            raise ChangedError
        made = plan(row.told, produk, row.found.seller)
        if row.told.row.is_refused:
            raise ChangedError
        if each.record.state == RowState.CHANGED:
            refuse_other_change(each.record, made.changes)
        plans.append(made)
    is_new = [made.produk._state.adding for made in plans]
    save_all(Produk, ((made.produk, made.is_touched) for made in plans))
    for each, made, new in zip(planned, plans, is_new, strict=True):
        if new or made.is_touched:
            each.written = [(Produk._meta.label, made.produk.pk, new)]
