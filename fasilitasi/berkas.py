"""Which documents of a case are there: those that its kind asks for, and what the applicant brought."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from fasilitasi.choices import KeadaanBerkas
from fasilitasi.models import BerkasFasilitasi, BerkasJenis, Fasilitasi


@dataclass
class Item:
    """One document on the list, with its files."""

    berkas: BerkasJenis
    received: list[BerkasFasilitasi] = field(default_factory=list)

    @property
    def keadaan(self) -> str:
        """Of all its files together; empty where none is there."""
        states = {each.keadaan for each in self.received}
        if KeadaanBerkas.PERLU_PERBAIKAN in states:
            return KeadaanBerkas.PERLU_PERBAIKAN
        if KeadaanBerkas.ADA in states:
            return KeadaanBerkas.ADA
        return KeadaanBerkas.DIPERIKSA if states else ""

    @property
    def label(self) -> str:
        return KeadaanBerkas(self.keadaan).label if self.keadaan else "Belum ada"

    @property
    def is_missing(self) -> bool:
        return self.berkas.is_required and self.berkas.is_active and not self.received


def checklist(fasilitasi: Fasilitasi) -> list[Item]:
    """Documents asked for today, and those of old that were brought; two statements."""
    received = defaultdict(list)
    for each in fasilitasi.berkasfasilitasi_set.select_related("received_by", "checked_by").order_by("id"):
        received[each.berkas_id].append(each)
    asked = BerkasJenis.objects.filter(jenis=fasilitasi.jenis_id)
    return [Item(each, received[each.pk]) for each in asked if each.is_active or received[each.pk]]


def missing_documents(cases: Iterable[Fasilitasi]) -> dict[int, list[str]]:
    """Key of a case → required documents that nobody brought yet; cases with all of them are left out."""
    cases = list(cases)
    asked = defaultdict(list)
    wanted = BerkasJenis.objects.filter(
        jenis__in={case.jenis_id for case in cases}, is_required=True, is_active=True
    )
    for berkas in wanted:
        asked[berkas.jenis_id].append(berkas)
    brought = set(
        BerkasFasilitasi.objects.filter(fasilitasi__in=[case.pk for case in cases])
        .order_by()
        .values_list("fasilitasi_id", "berkas_id")
    )
    found = {
        case.pk: [berkas.name for berkas in asked[case.jenis_id] if (case.pk, berkas.pk) not in brought]
        for case in cases
    }
    return {key: names for key, names in found.items() if names}
