"""Writing a batch of owners: new ones in one statement, changed ones in another."""

from spreadsheets.kind import Batch, ChangedError, Planned
from spreadsheets.models import RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from umkm.models import Pemilik, Usaha
from umkm.sheets.pemilik.planning import plan
from umkm.sheets.pemilik.reading import tell
from wilayah.match import Regions


def stamp() -> str:
    """Where an owner's businesses lie says whether the officer reaches them."""
    return stamp_of(Pemilik, Usaha)


def write(planned: list[Planned], batch: Batch) -> None:
    regions = Regions()
    targets = {each.target[1] for each in planned if each.target}
    rows = Pemilik.objects.filter(pk__in=targets).select_related("desa__kecamatan")
    present = {owner.pk: owner for owner in locked(rows)}
    plans = []
    for each in planned:
        owner = present.get(each.target[1]) if each.target else None
        if each.target and (owner is None or owner.archived_at):
            raise ChangedError
        told = tell(each.row, regions)
        made = plan(told, owner)
        if told.row.is_refused:
            raise ChangedError
        if each.record.state == RowState.CHANGED:
            refuse_other_change(each.record, made.changes)
        plans.append(made)
    is_new = [made.owner._state.adding for made in plans]
    save_all(Pemilik, ((made.owner, made.is_touched) for made in plans))
    for each, made, new in zip(planned, plans, is_new, strict=True):
        if new or made.is_touched:
            each.written = [(Pemilik._meta.label, made.owner.pk, new)]
