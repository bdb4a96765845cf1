"""How far the villages have come with their Koperasi Merah Putih, and how healthy cooperatives were found."""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.days import SEED, between, workday
from rumah_usaha.demo.records import Examination, VillageStart

_BANKS = ("BRI Unit Ampana", "Bank Sulteng Cabang Ampana", "BSI KCP Ampana")
_OUTLETS = ("kantor", "sembako", "simpan_pinjam", "apotek", "klinik", "gudang", "logistik")
_EXAMINER = "Tim Pemeriksa Kesehatan Koperasi"


def village_starts(codes: Iterable[str]) -> Iterator[VillageStart]:
    """Of the desa with these codes; about one in eight has not begun."""
    rng = random.Random(f"{SEED} merah putih")
    registered = {each.desa for each in cooperatives() if each.kelompok == "kdmp"}
    for code in sorted(codes):
        chance = rng.random()
        if code in registered or chance < 0.87:
            yield _start(rng, code, is_registered=code in registered, has_deed=chance < 0.6)


def _start(rng: random.Random, code: str, *, is_registered: bool, has_deed: bool) -> VillageStart:
    has_deed = has_deed or is_registered
    held = workday(between(rng, date(2025, 4, 28), date(2025, 5, 30)))
    deed = workday(held + timedelta(days=rng.randint(5, 12)))
    return VillageStart(
        desa=code,
        musdesus_on=held,
        nomor_akta=f"{rng.randint(1, 90):02d}" if has_deed else "",
        tanggal_akta=deed if has_deed else None,
        bank=rng.choice(_BANKS) if is_registered or (has_deed and rng.random() < 0.4) else "",
        anggota_l=rng.randint(9, 60) if has_deed else None,
        anggota_p=rng.randint(6, 60) if has_deed else None,
        gerai=_OUTLETS[: rng.randint(1, 4)] if is_registered else (),
    )


@cache
def examinations() -> tuple[Examination, ...]:
    rng = random.Random(f"{SEED} kesehatan")
    return tuple(
        Examination(
            koperasi=each.key,
            tahun=year,
            examined_on=workday(between(rng, date(year, 7, 1), date(year, 10, 30))),
            skor=rng.randrange(4400, 9300, 25),
            examiner=_EXAMINER,
        )
        for each in cooperatives()
        for year in (2025, 2026)
        if any(meeting.tahun_buku == year - 1 for meeting in each.meetings) and rng.random() < 0.55
    )
