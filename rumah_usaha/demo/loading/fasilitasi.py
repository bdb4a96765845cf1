"""Facilitation cases with their dated steps, numbered in the order of their applications."""

from collections import Counter

from accounts.models import User
from fasilitasi.models import Fasilitasi, JenisFasilitasi, LangkahFasilitasi
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from produk.models import Produk
from rumah_usaha.demo.cases import cases
from rumah_usaha.demo.loading.case_details import give_stages, load_batches, load_documents
from rumah_usaha.demo.loading.times import moment
from rumah_usaha.demo.records import Case
from umkm.models import Usaha

_COPIED = [
    "merek",
    "status",
    "applied_on",
    "result_on",
    "tahun_anggaran",
    "sumber_dana",
    "biaya",
    "jumlah_unit",
    "pendamping",
    "lembaga_penerbit",
    "notes",
]


def load_cases(
    usaha: dict[str, Usaha],
    koperasi: dict[str, Koperasi],
    produk: dict[str, Produk],
    sertifikat: dict[str, Sertifikat],
    petugas: User,
) -> dict[str, Fasilitasi]:
    """Cases by key. All were worked on by the one officer there is."""
    jenis = JenisFasilitasi.objects.in_bulk(field_name="slug")
    numbers: Counter[int] = Counter()
    made = {}
    for case in sorted(cases(), key=lambda case: case.applied_on):
        year = case.applied_on.year
        numbers[year] += 1
        made[case.key] = Fasilitasi(
            nomor=f"FAS-{year}-{numbers[year]:05d}",
            jenis=jenis[case.jenis],
            usaha=usaha.get(case.subject),
            koperasi=koperasi.get(case.subject),
            sertifikat=sertifikat[case.certificate] if case.certificate else None,
            petugas=petugas,
            created_at=moment(case.applied_on, case.key),
            updated_at=moment(case.steps[-1].happened_on, case.key, later=len(case.steps) - 1),
            **{name: getattr(case, name) for name in _COPIED},
        )
    give_stages(made)
    load_batches(made)
    Fasilitasi.objects.bulk_create(made.values())
    _load_details(made, produk, petugas)
    load_documents(made, petugas)
    return made


def _load_details(made: dict[str, Fasilitasi], produk: dict[str, Produk], petugas: User) -> None:
    through = Fasilitasi.produk.through
    through.objects.bulk_create(
        through(fasilitasi=made[case.key], produk=produk[key]) for case in cases() for key in case.produk
    )
    LangkahFasilitasi.objects.bulk_create(
        step for case in cases() for step in _steps(case, made[case.key], petugas)
    )


def _steps(case: Case, fasilitasi: Fasilitasi, petugas: User) -> list[LangkahFasilitasi]:
    return [
        LangkahFasilitasi(
            fasilitasi=fasilitasi,
            status=step.status,
            happened_on=step.happened_on,
            recorded_at=moment(step.happened_on, case.key, later=index),
            recorded_by=petugas,
            notes=step.notes,
            tahap=fasilitasi.tahap if index == len(case.steps) - 1 else None,
        )
        for index, step in enumerate(case.steps)
    ]
