"""Writing a batch of rows: each kind of record in one statement, new owners shared by their rows."""

from spreadsheets.among import among_filled
from spreadsheets.kind import Batch, Change, ChangedError, Planned
from spreadsheets.models import RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from umkm.models import DataTahunan, Pemilik, Usaha
from umkm.sheets.keeping import Kept, is_blank, made_before, restored
from umkm.sheets.planning import Plan, Surroundings, plan
from umkm.sheets.reading import Told, tell
from wilayah.match import Regions

TRACKED = (Pemilik, Usaha, DataTahunan)


def stamp() -> str:
    return stamp_of(*TRACKED)


def write(planned: list[Planned], batch: Batch, every: list[Told] | None = None) -> list[Plan]:
    """`every` is what the rows say, where a kind of sheet has read them in its own way."""
    said: list[Told | Kept] = [*every] if every is not None else _said(planned)
    present = _Present(planned, said, batch)
    told = [each for each in said if isinstance(each, Told)]
    around = Surroundings.of(told, present.usaha.values(), batch.options)
    plans = [present.plan(each, what, around) for each, what in zip(planned, said, strict=True)]
    _save_owners(plans)
    _save_usaha(plans)
    _save_figures(plans)
    for each, made in zip(planned, plans, strict=True):
        each.written = _written(made, present)
    return plans


def _said(planned: list[Planned]) -> list[Told | Kept]:
    """What each row says, or the records that the check made of it."""
    regions = Regions() if any(not each.records for each in planned) else None
    return [tell(each.row, regions) if regions and not each.records else restored(each) for each in planned]


class _Present:
    """Existing records that the rows mean, locked in one order: owners by key, then businesses by key."""

    def __init__(self, planned: list[Planned], said: list[Told | Kept], batch: Batch) -> None:
        targets = [each.target for each in planned]
        usaha = {pk for model, pk in filter(None, targets) if model == Usaha._meta.label}
        owners = {pk for model, pk in filter(None, targets) if model == Pemilik._meta.label}
        owners |= set(Usaha.objects.filter(pk__in=usaha).values_list("pemilik", flat=True))
        niks = {each.nik_index for each in said} - {""}
        owners |= set(Pemilik.objects.filter(among_filled("nik_index", niks)).values_list("pk", flat=True))
        self.of_file = made_before(batch.written_groups({each.group for each in said}))
        owners |= set(self.of_file.values())
        people = Pemilik.objects.filter(pk__in=owners).select_related("desa__kecamatan")
        self.owners = {each.pk: each for each in locked(people)}
        present = locked(Usaha.objects.filter(pk__in=usaha).select_related("desa__kecamatan", "kbli"))
        self.usaha = {each.pk: each for each in present}
        self.by_nik = {each.nik_index: each for each in self.owners.values() if each.nik_index}
        # Owners of this batch that are still to be made, by group.
        self.fresh: dict[str, Pemilik] = {}

    def plan(self, planned: Planned, said: Told | Kept, around: Surroundings) -> Plan:
        usaha = self._target_usaha(planned)
        owner, is_shared = self._owner(planned, said, usaha)
        if isinstance(said, Kept):
            # What such an owner says already stays, as below.
            made = said.joined(owner) if owner else said.plan
        else:
            made = _plan(planned, said, owner, usaha, around, is_shared=is_shared)
        if owner is None and said.group:
            self.fresh[said.group] = made.owner
        made.usaha.pemilik = made.owner
        return made

    def _target_usaha(self, planned: Planned) -> Usaha | None:
        if not planned.target or planned.target[0] != Usaha._meta.label:
            return None
        found = self.usaha.get(planned.target[1])
        if found is None or found.archived_at:
            raise ChangedError
        return found

    def _owner(self, planned: Planned, said: Told | Kept, usaha: Usaha | None) -> tuple[Pemilik | None, bool]:
        """The owner, and whether this very file made them."""
        if usaha:
            return self.owners[usaha.pemilik_id], False
        if planned.target:
            return self.owners[planned.target[1]], False
        if said.group in self.fresh:
            return self.fresh[said.group], True
        if said.group in self.of_file:
            return self.owners[self.of_file[said.group]], True
        return self.by_nik.get(said.nik_index), False


def _plan(
    planned: Planned,
    told: Told,
    owner: Pemilik | None,
    usaha: Usaha | None,
    around: Surroundings,
    *,
    is_shared: bool,
) -> Plan:
    if is_shared:
        # Made from an earlier row of this file: a later one only fills what that row left empty.
        told.pemilik = {name: value for name, value in told.pemilik.items() if is_blank(owner, name)}
    made = plan(told, owner, usaha, around)
    if told.row.is_refused:
        raise ChangedError
    if planned.record.state == RowState.CHANGED:
        refuse_other_change(planned.record, made.changes, is_shared=_is_owners)
    return made


def _is_owners(change: Change) -> bool:
    """Several rows share an owner."""
    return change.label.startswith("Pemilik")


# --- records ----------------------------------------------------------------------------------


def _save_owners(plans: list[Plan]) -> None:
    save_all(Pemilik, ((plan.owner, Pemilik in plan.touched) for plan in plans))


def _save_usaha(plans: list[Plan]) -> None:
    for each in plans:
        # The key is known only now.
        each.usaha.pemilik = each.owner
    save_all(Usaha, ((plan.usaha, Usaha in plan.touched) for plan in plans))


def _save_figures(plans: list[Plan]) -> None:
    for each in plans:
        if each.figures:
            each.figures.usaha = each.usaha
    save_all(DataTahunan, ((plan.figures, DataTahunan in plan.touched) for plan in plans if plan.figures))


def _written(made: Plan, present: _Present) -> list[tuple[str, int, bool]]:
    found = []
    for record, existing in ((made.owner, present.owners), (made.usaha, present.usaha)):
        model = type(record)
        if record.pk not in existing or model in made.touched:
            found.append((model._meta.label, record.pk, record.pk not in existing))
    if made.figures and DataTahunan in made.touched:
        found.append((DataTahunan._meta.label, made.figures.pk, made.is_new_year))
    return found
