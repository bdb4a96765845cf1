"""The invented facilitation cases of 2024–2026, in every status, each with its dated steps."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.businesses import businesses
from rumah_usaha.demo.certificates import certificates
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.days import SEED, TODAY, between, workday
from rumah_usaha.demo.products import products
from rumah_usaha.demo.records import Case, Certificate, Step

_FIRST_DAY = date(2024, 1, 8)


@dataclass(frozen=True)
class _Kind:
    days: int
    # Share of a hundred certificates of 2024 on that came through the office.
    share: int
    cost: int | None
    funds: tuple[str, ...]
    issuer: str
    notes: dict[str, str]


_KINDS = {
    "halal": _Kind(60, 80, 650_000, ("apbn", "apbn", "apbd"), "BPJPH", {
        "diperiksa": "Daftar bahan dan alur produksi sudah diterima.",
        "perlu_perbaikan": "Bukti halal bahan penolong belum dilampirkan.",
        "diproses": "Diajukan di SiHalal, menunggu sidang fatwa.",
        "ditolak": "Memakai bahan yang harus lewat jalur reguler.",
    }),
    "pirt": _Kind(30, 70, None, ("apbd",), "Pemerintah daerah melalui OSS", {
        "diperiksa": "Rancangan label diperiksa bersama pemilik.",
        "perlu_perbaikan": "Berat bersih dan kode produksi belum ada di label.",
        "diproses": "Menunggu jadwal penyuluhan keamanan pangan.",
    }),
    "merek": _Kind(320, 85, 500_000, ("apbd", "dak"), "DJKI", {
        "diperiksa": "Cek kemiripan merek dilakukan.",
        "perlu_perbaikan": "Etiket terlalu mirip dengan merek lain.",
        "diproses": "Masa pengumuman dua bulan.",
        "ditolak": "Ditolak pada pemeriksaan substantif.",
    }),
    "nib": _Kind(3, 90, None, ("mandiri",), "OSS", {"perlu_perbaikan": "Alamat surel pemilik belum aktif."}),
    "shat": _Kind(170, 95, None, ("apbn",), "Kantor Pertanahan", {
        "diperiksa": "Surat keterangan usaha dan alas hak diterima.",
        "perlu_perbaikan": "Batas tanah belum disepakati dengan tetangga.",
        "diproses": "Bidang sudah diukur.",
    }),
    "nik-koperasi": _Kind(45, 90, None, ("apbd",), "Kementerian Koperasi", {
        "diperiksa": "Neraca dan laporan RAT diperiksa.",
        "perlu_perbaikan": "Susunan pengurus terbaru belum dilampirkan.",
    }),
    "bpom": _Kind(180, 100, None, ("dak",), "BPOM", {"diproses": "Menunggu hasil uji laboratorium."}),
    "pelatihan": _Kind(14, 100, 350_000, ("apbd", "dak"), "", {}),
    "bantuan-alat": _Kind(120, 0, 7_500_000, ("dak", "apbd"), "", {
        "diperiksa": "Usulan alat dinilai tim.", "terverifikasi": "Verifikasi lapangan selesai.",
        "terbit": "Berita acara serah terima ditandatangani.", "ditolak": "Pemilik pernah menerima bantuan serupa.",
    }),
    "kur": _Kind(30, 0, None, ("mandiri",), "Bank penyalur", {
        "diproses": "Survei bank dijadwalkan.", "ditolak": "Masih memiliki pinjaman lain.",
    }),
    "kemasan": _Kind(45, 0, 1_500_000, ("apbd",), "", {
        "terverifikasi": "Rancangan kemasan disetujui pemilik.", "terbit": "Kemasan cetak pertama diserahkan.",
    }),
    "pameran": _Kind(20, 0, 750_000, ("apbd",), "", {}),
    "e-katalog": _Kind(30, 0, None, ("mandiri",), "LKPP", {"perlu_perbaikan": "NPWP belum dipadankan."}),
    "konsultasi": _Kind(5, 0, None, ("apbd",), "", {}),
}  # fmt: skip
# Finished cases without a certificate of their own: how many, and for which days where they share one.
_WITHOUT_CERTIFICATE: dict[str, int] = {
    "bantuan-alat": 11,
    "kur": 13,
    "kemasan": 17,
    "e-katalog": 6,
    "konsultasi": 21,
}
_FAIRS = ((date(2024, 8, 16), 8), (date(2025, 4, 24), 7), (date(2025, 10, 9), 8), (date(2026, 8, 13), 11))
_OPEN = {
    "halal": ("diajukan", "diajukan", "diperiksa", "diperiksa", "perlu_perbaikan", "perlu_perbaikan", "terverifikasi",
              "diproses", "diproses", "diproses", "ditolak", "dibatalkan"),
    "pirt": ("diajukan", "diajukan", "diperiksa", "perlu_perbaikan", "terverifikasi", "diproses", "dibatalkan"),
    "merek": ("diajukan", "diperiksa", "perlu_perbaikan", "diproses", "diproses", "diproses", "ditolak"),
    "shat": ("diajukan", "diajukan", "diperiksa", "terverifikasi", "terverifikasi", "diproses", "perlu_perbaikan"),
    "nib": ("diajukan", "diajukan", "diperiksa", "perlu_perbaikan"),
    "bpom": ("diperiksa", "diproses"),
    "nik-koperasi": ("diajukan", "diperiksa", "perlu_perbaikan", "diproses"),
    "bantuan-alat": ("diajukan", "diperiksa", "terverifikasi", "ditolak"),
    "kur": ("diajukan", "diproses", "ditolak", "ditolak"),
    "kemasan": ("diajukan", "terverifikasi", "diproses"),
    "e-katalog": ("diajukan", "perlu_perbaikan"),
    "konsultasi": ("diajukan", "diajukan"),
}  # fmt: skip
_PATH = ("diajukan", "diperiksa", "terverifikasi", "diproses", "terbit")
_QUICK = frozenset({"nib", "pelatihan", "pameran", "konsultasi", "e-katalog"})
_COMPANIONS = ("", "", "Nirwana Lagonda", "Takdir Padaela", "Suriani Mawengi")


@cache
def cases() -> tuple[Case, ...]:
    rng = random.Random(f"{SEED} fasilitasi")
    found = [*_from_certificates(rng), *_others(rng), *_fairs(rng), *_unfinished(rng)]
    found.sort(key=lambda case: (case.applied_on, case.subject))
    return tuple(_numbered(case, index) for index, case in enumerate(found, start=1))


def _numbered(case: Case, index: int) -> Case:
    return replace(case, key=f"fasilitasi-{index:03d}")


def _from_certificates(rng: random.Random) -> Iterator[Case]:
    """What the office helped to obtain: the case ends on the day the certificate was issued."""
    for certificate in certificates():
        kind = certificate.jenis.replace("_", "-")
        first = max(_FIRST_DAY, _registered()[certificate.subject])
        if kind not in _KINDS or certificate.issued_on < first + timedelta(days=min(30, _KINDS[kind].days)):
            continue
        if rng.random() * 100 < _KINDS[kind].share:
            yield _finished(rng, kind, certificate.subject, certificate.issued_on, certificate)


def _others(rng: random.Random) -> Iterator[Case]:
    for kind, count in _WITHOUT_CERTIFICATE.items():
        for _ in range(count):
            result = workday(between(rng, date(2024, 3, 1), TODAY))
            subject = rng.choice(_subjects(result - timedelta(days=2 * _KINDS[kind].days)))
            yield _finished(rng, kind, subject, result, None)


def _fairs(rng: random.Random) -> Iterator[Case]:
    for day, count in _FAIRS:
        for subject in rng.sample(_subjects(day - timedelta(days=40)), count):
            yield _finished(rng, "pameran", subject, day, None)


def _unfinished(rng: random.Random) -> Iterator[Case]:
    for kind, statuses in _OPEN.items():
        longest = max(12, _KINDS[kind].days)
        choices = _subjects(TODAY - timedelta(days=longest + 40))
        if kind == "nik-koperasi":
            choices = [cooperative.key for cooperative in cooperatives() if not cooperative.nik_koperasi]
        for subject, status in zip(rng.sample(choices, len(statuses)), statuses, strict=True):
            if status in ("ditolak", "dibatalkan"):
                applied = max(_registered()[subject], between(rng, date(2024, 9, 1), date(2026, 5, 1)))
                until = min(TODAY, applied + timedelta(days=longest))
                path = [*_PATH[: rng.randint(2, 3)], status]
            else:
                waited = rng.randint(0, 8) if status == "diajukan" else rng.randint(10, longest + 30)
                applied, until = workday(TODAY - timedelta(days=waited)), TODAY
                path = _path_to(status)
            yield _case(rng, kind, subject, applied, None, path, until, None)


@cache
def _registered() -> dict[str, date]:
    """The day from which the office knows each business and cooperative."""
    return {business.key: business.created_on for business in businesses()} | {
        cooperative.key: cooperative.created_on for cooperative in cooperatives()
    }


def _subjects(known_on: date) -> list[str]:
    """Businesses that the office already knew on the day."""
    return [
        business.key
        for business in businesses()
        if business.state in ("tayang", "terverifikasi") and business.created_on <= known_on
    ]


def _path_to(status: str) -> list[str]:
    if status == "perlu_perbaikan":
        return ["diajukan", "diperiksa", "perlu_perbaikan"]
    return list(_PATH[: _PATH.index(status) + 1])


def _finished(
    rng: random.Random, kind: str, subject: str, result: date, certificate: Certificate | None
) -> Case:
    applied = workday(
        max(_FIRST_DAY, result - timedelta(days=round(_KINDS[kind].days * rng.uniform(0.6, 1.4))))
    )
    if kind in _QUICK:
        path = ["diajukan", "terbit"]
    elif rng.random() < 0.22:
        path = ["diajukan", "diperiksa", "perlu_perbaikan", *_PATH[1:]]
    else:
        path = list(_PATH)
    return _case(rng, kind, subject, applied, result, path, result, certificate)


def _case(
    rng: random.Random,
    kind: str,
    subject: str,
    applied: date,
    result: date | None,
    path: list[str],
    until: date,
    certificate: Certificate | None,
) -> Case:
    about = _KINDS[kind]
    paid = about.cost is not None and (result is not None or path[-1] == "diproses")
    named = _named_products(kind, subject, certificate)
    return Case(
        key="",
        jenis=kind,
        subject=subject,
        status=path[-1],
        applied_on=applied,
        result_on=result,
        # Money sometimes comes from the budget of the year before the result.
        tahun_anggaran=applied.year,
        sumber_dana=rng.choice(about.funds),
        biaya=about.cost if paid else None,
        jumlah_unit=rng.choice((1, 1, 1, 2)) if kind == "shat" else 1,
        pendamping=rng.choice(_COMPANIONS),
        lembaga_penerbit=about.issuer,
        certificate=certificate.key if certificate else None,
        steps=_steps(rng, about, path, applied, until),
        merek=certificate.merek if certificate else (_business_name(subject) if kind == "merek" else ""),
        produk=named,
    )


def _steps(rng: random.Random, about: _Kind, path: list[str], applied: date, until: date) -> tuple[Step, ...]:
    """The first on the day of application; a finished case ends on the day of its result."""
    span = (until - applied).days
    days = [applied]
    for place in range(1, len(path)):
        share = (
            place / (len(path) - 1) if path[-1] in ("terbit", "ditolak", "dibatalkan") else place / len(path)
        )
        day = applied + timedelta(
            days=round(span * share * (1 if place == len(path) - 1 else rng.uniform(0.7, 1)))
        )
        days.append(max(days[-1], day if day == until else workday(day)))
    return tuple(
        Step(status, day, about.notes.get(status, "")) for status, day in zip(path, days, strict=True)
    )


def _named_products(kind: str, subject: str, certificate: Certificate | None) -> tuple[str, ...]:
    if certificate is not None:
        return certificate.produk
    if kind not in ("halal", "pirt", "kemasan", "bpom"):
        return ()
    return tuple(product.key for product in products() if product.seller == subject)[:2]


def _business_name(subject: str) -> str:
    return next((business.name for business in businesses() if business.key == subject), "")
