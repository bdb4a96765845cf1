"""The invented cooperatives, with officers, annual meetings and the businesses that belong to them."""

import random
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from rumah_usaha.demo.businesses import MILLION, businesses
from rumah_usaha.demo.days import SEED, TODAY, between, workday
from rumah_usaha.demo.names import person_name, phone
from rumah_usaha.demo.places import Village, address, village_named
from rumah_usaha.demo.records import Cooperative, Meeting, Membership, Officer, Picture

_DATA = Path(__file__).parent / "data" / "koperasi"
_PICTURES = {
    "nelayan": "usaha_dermaga",
    "pertanian": "usaha_kebun",
    "kopwan": "usaha_dapur",
    "kdmp": "usaha_kios",
    "ksu": "usaha_kios",
}
_ROLES = {
    "produsen": ("anggota", "anggota", "anggota", "pemasok"),
    "pemasaran": ("anggota", "dipasarkan", "dipasarkan"),
    "jasa": ("anggota",),
    "konsumen": ("anggota", "anggota", "dipasarkan", "binaan"),
}


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    found: list[dict[str, Any]] = []
    for path in sorted(_DATA.glob("*.toml")):
        with path.open("rb") as file:
            found += tomllib.load(file)["koperasi"]
    return tuple(found)


def _key(index: int) -> str:
    return f"koperasi-{index + 1:02d}"


def selling() -> dict[str, tuple[str, int]]:
    """Which cooperatives sell under their own name: the trade and how many products."""
    return {
        _key(index): (entry["menjual"][0], entry["menjual"][1])
        for index, entry in enumerate(_entries())
        if "menjual" in entry
    }


@cache
def cooperatives() -> tuple[Cooperative, ...]:
    rng = random.Random(f"{SEED} koperasi")
    return tuple(_cooperative(rng, index, entry) for index, entry in enumerate(_entries()))


def _cooperative(rng: random.Random, index: int, entry: dict[str, Any]) -> Cooperative:
    place = village_named(entry["desa"])
    founded: date = entry["tanggal"]
    state = entry.get("state", "tayang")
    created = workday(max(founded + timedelta(days=30), between(rng, date(2022, 9, 1), date(2023, 6, 30))))
    published = min(TODAY, created + timedelta(days=rng.randint(10, 60))) if state == "tayang" else None
    line, _, _ = address(rng, place)
    return Cooperative(
        key=_key(index),
        name=entry["name"],
        nomor_badan_hukum=entry["badan_hukum"],
        tanggal_badan_hukum=founded,
        nik_koperasi=f"7209{990_010_000 + index * 137:09d}" if entry.get("nik") else "",
        nib=f"9910{700 + index:04d}{31_000 + index * 611:05d}" if rng.random() < 0.7 else "",
        jenis=entry["jenis"],
        bentuk=entry.get("bentuk", "primer_kabupaten"),
        pola=entry.get("pola", "konvensional"),
        kelompok=entry["kelompok"],
        sektor=entry["sektor"],
        description=entry["cerita"],
        desa=place.code,
        address=line,
        phone=phone(8000 + index),
        phone_consented_on=published if published and rng.random() < 0.75 else None,
        is_active_declared=entry.get("aktif"),
        state=state,
        created_on=created,
        published_on=published,
        picture=_picture(rng, entry),
        meetings=_meetings(rng, entry),
        officers=_officers(rng, index, founded),
        members=_members(rng, entry, place, max(founded, date(2019, 1, 1))),
    )


def _picture(rng: random.Random, entry: dict[str, Any]) -> Picture | None:
    motif = _PICTURES.get(entry["kelompok"], "usaha_rumah")
    return Picture(motif, rng.randint(1, 3), f"Kantor {entry['name']}") if rng.random() < 0.8 else None


def _meetings(rng: random.Random, entry: dict[str, Any]) -> tuple[Meeting, ...]:
    """Figures grow a little from year to year; assets are own and borrowed capital together."""
    last_day = date(1, 6, 30) if entry.get("bentuk", "").startswith("sekunder") else date(1, 3, 31)
    found = []
    for year in entry["rat"]:
        growth = 1 + 0.06 * (year - 2025) + rng.uniform(-0.02, 0.02)
        men, women = (round(count * growth) for count in entry["anggota"])
        own = round(entry["modal"] * growth) * MILLION
        borrowed = round(entry["modal"] * rng.uniform(0.05, 0.5)) * MILLION
        volume = round(entry["volume"] * growth) * MILLION
        surplus = (
            -round(volume * 0.03) if entry.get("rugi") == year else round(volume * rng.uniform(0.02, 0.09))
        )
        late = rng.random() < 0.2
        deadline = last_day.replace(year=year + 1)
        held = workday(between(rng, deadline + timedelta(days=3), deadline + timedelta(days=80)) if late else
                       between(rng, date(year + 1, 1, 20), deadline))  # fmt: skip
        found.append(
            Meeting(
                tahun_buku=year,
                held_on=min(held, TODAY),
                hadir=round((men + women) * rng.uniform(0.52, 0.9)),
                anggota_l=men,
                anggota_p=women,
                calon_anggota=rng.randint(0, 12),
                manajer=1 if entry["modal"] > 300 else 0,
                karyawan=min(14, entry["volume"] // 350),
                modal_sendiri=own,
                modal_luar=borrowed,
                aset=own + borrowed,
                volume_usaha=volume,
                shu=surplus,
            )
        )
    return tuple(found)


def _officers(rng: random.Random, index: int, founded: date) -> tuple[Officer, ...]:
    started = max(founded, date(rng.choice((2020, 2022, 2023)), 4, 1))
    found = []
    for number, jabatan in enumerate(("ketua", "sekretaris", "bendahara", "pengawas")):
        sex = rng.choice("LP")
        found.append(Officer(jabatan, person_name(rng, sex), phone(8100 + index * 4 + number), started))
    return tuple(found)


def _members(
    rng: random.Random, entry: dict[str, Any], place: Village, since: date
) -> tuple[Membership, ...]:
    """Businesses of the right trade, from the same kecamatan or from the whole district."""
    rule = entry.get("anggota_usaha")
    if rule is None:
        return ()
    choices = [
        business
        for business in businesses()
        if ("usaha" not in rule or business.trade in rule["usaha"])
        and business.state in ("tayang", "terverifikasi")
        and (not rule["kecamatan"] or business.desa[:8] == place.kecamatan_code)
    ]
    chosen = rng.sample(choices, min(rule["paling_banyak"], len(choices)))
    return tuple(
        Membership(
            business.key,
            rng.choice(_ROLES[entry["jenis"]]),
            between(rng, max(since, date(business.tahun_mulai, 6, 1)), date(2026, 9, 30)),
        )
        for business in sorted(chosen, key=lambda business: business.key)
    )
