"""What hangs below the demo's cases: the stage each stands at, its batch, and the documents that were brought."""

from collections import defaultdict
from datetime import timedelta

from accounts.models import User
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.models import Angkatan, BerkasFasilitasi, BerkasJenis, Fasilitasi, TahapJenis
from rumah_usaha.demo.loading.times import capped, moment

_STARTING = (Status.DIAJUKAN, Status.PERLU_PERBAIKAN)
_MEND = "Salinannya kurang jelas, mohon difoto ulang."


def give_stages(cases: dict[str, Fasilitasi]) -> None:
    """Not yet written: each case stands at one of the stages that its kind has for its status."""
    stages: dict[tuple[int, str], list[TahapJenis]] = defaultdict(list)
    for stage in TahapJenis.objects.filter(is_active=True):
        stages[stage.jenis_id, stage.status].append(stage)
    for number, case in enumerate(cases.values()):
        # What comes after the result has just begun for most.
        if offered := stages[case.jenis_id, case.status]:
            case.tahap = offered[0] if case.status == Status.TERBIT else offered[number % len(offered)]


def load_batches(cases: dict[str, Fasilitasi]) -> None:
    """Land titles run by desa and year; the cases themselves are not yet written."""
    found: dict[tuple[int, int], list[Fasilitasi]] = defaultdict(list)
    for case in cases.values():
        if case.jenis.slug == "shat" and case.usaha and case.usaha.desa:
            found[case.usaha.desa.pk, case.applied_on.year].append(case)
    for (_, year), members in found.items():
        desa = members[0].usaha.desa  # type: ignore[union-attr]
        first = min(case.applied_on for case in members)
        taken = sum(case.jumlah_unit for case in members)
        batch = Angkatan.objects.create(
            jenis=members[0].jenis,
            name=f"SHAT {desa.name}",  # type: ignore[union-attr]
            tahun=year,
            desa=desa,
            kuota=max(10, taken + 5),
            created_at=moment(first, str(desa)),
            updated_at=moment(first, str(desa)),
        )
        for case in members:
            case.angkatan = batch


def load_documents(cases: dict[str, Fasilitasi], petugas: User) -> None:
    """Paper at the counter: half of it with an application, all of it once the case has been checked."""
    asked: dict[int, list[BerkasJenis]] = defaultdict(list)
    for berkas in BerkasJenis.objects.filter(is_active=True):
        asked[berkas.jenis_id].append(berkas)
    BerkasFasilitasi.objects.bulk_create(
        received
        for key, case in cases.items()
        if case.is_open
        for received in _documents(case, key, asked[case.jenis_id], petugas)
    )


def _documents(case: Fasilitasi, key: str, asked: list[BerkasJenis], petugas: User) -> list[BerkasFasilitasi]:
    brought = asked[: len(asked) // 2 + 1] if case.status in _STARTING else asked
    found = []
    for number, berkas in enumerate(brought):
        is_bad = case.status == Status.PERLU_PERBAIKAN and number == len(brought) - 1
        is_checked = is_bad or case.status != Status.DIAJUKAN
        day = capped(case.applied_on + timedelta(days=1))
        keadaan = KeadaanBerkas.DIPERIKSA if is_checked else KeadaanBerkas.ADA
        found.append(
            BerkasFasilitasi(
                fasilitasi=case,
                berkas=berkas,
                keadaan=KeadaanBerkas.PERLU_PERBAIKAN if is_bad else keadaan,
                notes=_MEND if is_bad else "",
                received_at=moment(case.applied_on, f"{key}{number}"),
                received_by=petugas,
                checked_at=moment(day, key, later=number) if is_checked else None,
                checked_by=petugas if is_checked else None,
            )
        )
    return found
