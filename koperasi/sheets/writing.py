"""Writing a batch of rows: each kind of record in one statement, a new cooperative shared by its book years."""

from koperasi.models import Koperasi, Pengurus, RapatAnggota
from koperasi.sheets.planning import Beside, Plan, beside_each, plan
from koperasi.sheets.reading import Told, tell
from spreadsheets.kind import Batch, Change, ChangedError, Planned
from spreadsheets.models import ImportRow, RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from wilayah.match import Regions


def stamp() -> str:
    return stamp_of(Koperasi, RapatAnggota, Pengurus)


def write(planned: list[Planned], batch: Batch) -> None:
    regions = Regions()
    present = _Present(planned, batch)
    plans = [present.plan(each, tell(each.row, regions, batch.options)) for each in planned]
    _save(plans)
    for each, made in zip(planned, plans, strict=True):
        each.written = _written(made, present)


class _Present:
    """Cooperatives that the rows mean, locked by key: registered ones, and those that this import made before."""

    def __init__(self, planned: list[Planned], batch: Batch) -> None:
        targets = {each.target[1] for each in planned if each.target}
        self.of_file = _made_before(batch.written_groups({each.record.group for each in planned}))
        keys = targets | set(self.of_file.values())
        rows = locked(Koperasi.objects.filter(pk__in=keys).select_related("desa__kecamatan"))
        self.koperasi = {each.pk: each for each in rows}
        self.beside = beside_each(self.koperasi)
        # Meetings that stand in the database already.
        self.meetings = {meeting.pk for each in self.beside.values() for meeting in each.meetings.values()}
        # Cooperatives of this batch that are still to be made, by group.
        self.fresh: dict[str, tuple[Koperasi, Beside]] = {}

    def plan(self, planned: Planned, told: Told) -> Plan:
        koperasi, beside = self._meant(planned)
        made = plan(told, koperasi, beside)
        if told.row.is_refused:
            raise ChangedError
        if planned.record.state == RowState.CHANGED:
            refuse_other_change(planned.record, made.changes, is_shared=_is_shared)
        if koperasi is None and planned.record.group:
            self.fresh[planned.record.group] = made.koperasi, beside
        return made

    def _meant(self, planned: Planned) -> tuple[Koperasi | None, Beside]:
        group = planned.record.group
        if planned.target:
            found = self.koperasi.get(planned.target[1])
            if found is None or found.archived_at:
                raise ChangedError
            return found, self.beside[found.pk]
        if group in self.fresh:
            return self.fresh[group]
        if pk := self.of_file.get(group):
            return self.koperasi[pk], self.beside[pk]
        return None, Beside()


def _made_before(rows: dict[str, ImportRow]) -> dict[str, int]:
    """Group → the cooperative that an earlier batch of this import made."""
    return {
        group: pk
        for group, row in rows.items()
        for model, pk, was_made in row.written
        if model == Koperasi._meta.label and was_made
    }


def _is_shared(change: Change) -> bool:
    """Rows of several book years share their cooperative."""
    return not change.label.startswith("RAT ")


# --- records ----------------------------------------------------------------------------------


def _save(plans: list[Plan]) -> None:
    save_all(Koperasi, ((plan.koperasi, Koperasi in plan.touched) for plan in plans))
    for each in plans:
        # The key is known only now.
        if each.rat:
            each.rat.koperasi = each.koperasi
        if each.chair:
            each.chair.koperasi = each.koperasi
    save_all(RapatAnggota, ((plan.rat, RapatAnggota in plan.touched) for plan in plans if plan.rat))
    save_all(Pengurus, ((plan.chair, True) for plan in plans if plan.chair))


def _written(made: Plan, present: _Present) -> list[tuple[str, int, bool]]:
    found = []
    is_new = made.koperasi.pk not in present.koperasi
    if is_new or Koperasi in made.touched:
        found.append((Koperasi._meta.label, made.koperasi.pk, is_new))
    if made.rat and RapatAnggota in made.touched:
        found.append((RapatAnggota._meta.label, made.rat.pk, made.rat.pk not in present.meetings))
    if made.chair:
        found.append((Pengurus._meta.label, made.chair.pk, True))
    return found
