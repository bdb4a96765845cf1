"""What an officer answers: which pairs to see, whose word counts in a merge, and why."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from common.fields import PlainCharField
from common.listing import FilterForm, OfferedField, Sort, labelled
from duplicates.choices import Rank, Reason
from duplicates.following import Clash
from duplicates.kind import TwinKind, kinds
from duplicates.merging import BOTH, LOSER, SURVIVOR, default_choice, may_be_both
from wilayah.models import Kecamatan
from wilayah.places import kecamatan_list

FIRST, SECOND = "first", "second"


class WorklistForm(FilterForm):
    """The noun stands as a tab, the rest as chips."""

    SORTS = {"kuat": Sort("Paling kuat", ("-weight", "-id"))}
    KEPT = ("jenis",)

    q = None  # type: ignore[assignment] # Names stand in the records, not in the pairs.
    jenis = OfferedField(
        lambda: [(kind.slug, kind.title) for kind in kinds().values()], nothing="", label="Data"
    )
    peringkat = OfferedField(
        lambda: [(str(rank.value), f"Peringkat {rank.label.lower()}") for rank in reversed(Rank)],
        nothing="Semua peringkat",
        label="Peringkat",
    )
    sebab = OfferedField(
        lambda: [(reason.value, reason.label[:1].upper() + reason.label[1:]) for reason in Reason],
        nothing="Semua sebab",
        label="Sebab",
    )
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")

    def for_kind(self, kind: TwinKind) -> None:
        """The noun shown, which the address need not name, and the reasons that it can have."""
        self.chosen["jenis"] = kind.slug
        reasons = {rule.reason.value for rule in kind.rules}
        field: Any = self.fields["sebab"]
        field.choices = [choice for choice in field.choices if choice[0] in reasons or not choice[0]]

    def filter(self, pairs: Any, rows: Any) -> Any:
        """`rows` are the records of the noun."""
        chosen = self.chosen
        if rank := chosen.get("peringkat"):
            pairs = pairs.filter(weight__range=(int(rank) * 1000, int(rank) * 1000 + 999))
        if reason := chosen.get("sebab"):
            pairs = pairs.filter(reasons__contains=[reason])
        if slug := chosen.get("kecamatan"):
            pairs = pairs.touching(rows.filter(rows.reaches(Kecamatan.objects.filter(slug=slug))))
        return pairs


class MergeForm(forms.Form):
    """Answers name the two records by their place on the page, since which one is kept is itself an answer."""

    kept = forms.ChoiceField(choices=[(FIRST, "A"), (SECOND, "B")])
    version_first = forms.CharField(max_length=64)
    version_second = forms.CharField(max_length=64)

    def __init__(
        self, data: QueryDict | None, *, kind: TwinKind, clashes: Iterable[Clash], asks_reason: bool = False
    ) -> None:
        super().__init__(data)
        self.kind, self.clashes = kind, list(clashes)
        for field in kind.fields():
            sides = [FIRST, SECOND, BOTH] if may_be_both(field) else [FIRST, SECOND]
            self.fields[name_of(field)] = _sides(sides)
        for clash in self.clashes:
            self.fields[clash.key] = _sides([FIRST, SECOND])
        if asks_reason:
            self.fields["reason"] = PlainCharField("alasan", max_length=300).formfield(
                help_text="Misalnya: KTP sama, tercatat dua kali saat pendataan desa."
            )

    def choices(self) -> dict[str, str]:
        """By field, in the words of a merge."""
        given = {field.name: self._side(name_of(field)) for field in self.kind.fields()}
        return {name: side for name, side in given.items() if side}

    def row_choices(self) -> dict[str, str]:
        return {clash.key: side for clash in self.clashes if (side := self._side(clash.key))}

    def _side(self, name: str) -> str:
        side = self.cleaned_data.get(name, "")
        if side in (FIRST, SECOND):
            return SURVIVOR if side == self.cleaned_data["kept"] else LOSER
        return side


def name_of(field: Any) -> str:
    return f"isian-{field.name}"


def _sides(sides: list[str]) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[(side, side) for side in sides], required=False)


def default_side(field: Any, first: Any, second: Any, kept: str) -> str:
    """The side whose word counts unless the officer says otherwise."""
    survivor, loser = (first, second) if kept == FIRST else (second, first)
    choice = default_choice(field, survivor, loser)
    if choice == BOTH:
        return BOTH
    return kept if choice == SURVIVOR else (SECOND if kept == FIRST else FIRST)
