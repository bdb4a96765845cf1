"""Writing a batch of certificates: new ones in one statement, changed ones in another, then what they name."""

from koperasi.models import Koperasi
from legalitas.models import Sertifikat, SertifikatProduk
from legalitas.sheets.matching import Papers
from legalitas.sheets.planning import Plan, plan
from legalitas.sheets.reading import tell
from produk.models import Produk
from spreadsheets.kind import Batch, ChangedError, Planned
from spreadsheets.models import RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from umkm.models import Pemilik, Usaha
from wilayah.match import Regions

# The rows that tie products to papers, under the name by which an undo finds them.
TIE = Sertifikat.produk.through


def stamp() -> str:
    """A holder is found by what stands in the holder's records, the owner's included."""
    return stamp_of(Sertifikat, SertifikatProduk, Produk, Usaha, Koperasi, Pemilik)


def write(planned: list[Planned], batch: Batch) -> None:
    regions = Regions()
    every = [tell(each.row, regions, batch.options) for each in planned]
    papers = Papers(every, batch.user)
    targets = {each.target[1] for each in planned if each.target}
    rows = Sertifikat.objects.filter(pk__in=targets).with_subject().prefetch_related("produk")
    present = {paper.pk: paper for paper in locked(rows)}
    plans = []
    for each, told, found in zip(planned, every, papers.found, strict=True):
        paper = present.get(each.target[1]) if each.target else None
        holder = paper.subject if paper else found.seller
        if (each.target and (paper is None or paper.archived_at)) or holder is None:
            raise ChangedError
        made = plan(told, paper, holder, papers.products_of(holder))
        if told.row.is_refused:
            raise ChangedError
        if each.record.state == RowState.CHANGED:
            refuse_other_change(each.record, made.changes)
        plans.append(made)
    _save(planned, plans)


def _save(planned: list[Planned], plans: list[Plan]) -> None:
    is_new = [made.paper._state.adding for made in plans]
    save_all(Sertifikat, ((made.paper, made.is_touched) for made in plans))
    ties = [[TIE(sertifikat=made.paper, produk=produk) for produk in made.products] for made in plans]
    TIE._base_manager.bulk_create([tie for each in ties for tie in each])
    for each, made, new, tied in zip(planned, plans, is_new, ties, strict=True):
        each.written = [(TIE._meta.label, tie.pk, True) for tie in tied]
        if new or made.is_touched:
            each.written.append((Sertifikat._meta.label, made.paper.pk, new))
