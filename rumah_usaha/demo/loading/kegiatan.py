"""The agenda with its participants: past events with those who came, coming ones with a waiting list."""

import random
from datetime import timedelta
from typing import Any

from accounts.models import User
from fasilitasi.models import JenisFasilitasi
from kegiatan.choices import StatusPeserta
from kegiatan.models import Kegiatan, Kehadiran, Materi, Peserta
from rumah_usaha.demo.days import SEED, TODAY
from rumah_usaha.demo.events import Event, events
from rumah_usaha.demo.loading.stamps import Slugs, stamps
from rumah_usaha.demo.loading.times import capped, moment
from umkm.models import Usaha
from wilayah.models import Desa, Kecamatan

_COPIED = (
    "jenis", "name", "begins_on", "ends_on", "jam_mulai", "jam_selesai", "place", "description", "kuota", "sasaran",
    "bidang_usaha", "narasumber", "jam_pelajaran",
)  # fmt: skip
_ANNOUNCED = timedelta(days=30)
_SALES = (350_000, 2_400_000)


def load_events(
    usaha: dict[str, Usaha], desa: dict[str, Desa], petugas: User, verifikator: User
) -> list[Kegiatan]:
    rng = random.Random(f"{SEED} kegiatan")
    slugs = Slugs()
    kinds = {kind.slug: kind for kind in JenisFasilitasi.objects.all()}
    kecamatan = {each.code: each for each in Kecamatan.objects.all()}
    made = []
    for event in events():
        day = capped(event.begins_on - _ANNOUNCED)
        closed = {"closed_at": moment(event.ends_on, event.key, later=3), "closed_by": verifikator}
        kegiatan = Kegiatan.objects.create(
            slug=slugs.take(event.name),
            desa=desa[event.desa],
            kecamatan=kecamatan.get(event.kecamatan),
            jenis_fasilitasi=kinds.get(event.jenis_fasilitasi),
            **{name: getattr(event, name) for name in _COPIED},
            **stamps(event.key, "tayang", day, day, day, verifikator),
            **(closed if event.is_closed else {}),
        )
        made.append(kegiatan)
        _load_participants(kegiatan, event, _chosen(rng, event, usaha), rng, petugas)
    Materi.objects.create(
        kegiatan=made[1], title="Panduan label pangan olahan", link="https://www.pom.go.id/"
    )
    return made


def _chosen(rng: random.Random, event: Event, usaha: dict[str, Usaha]) -> list[Usaha]:
    """Businesses that the event is for, none of an owner who is there already."""
    fitting = [
        each
        for each in usaha.values()
        if each.published_at
        and each.bidang_usaha in (event.bidang_usaha or each.bidang_usaha, "")
        and (not event.kecamatan or (each.desa and each.desa.code.startswith(event.kecamatan)))
    ]
    rng.shuffle(fitting)
    by_owner = {each.pemilik_id: each for each in fitting}
    return list(by_owner.values())[: event.participants]


def _load_participants(
    kegiatan: Kegiatan, event: Event, chosen: list[Usaha], rng: random.Random, petugas: User
) -> None:
    signed_up_on = capped(event.begins_on - timedelta(days=12))
    for place, usaha in enumerate(chosen):
        has_place = event.kuota is None or place < event.kuota
        at = moment(signed_up_on, f"{event.key} {usaha.slug}")
        sells = event.jenis == "bazar" and event.is_closed and place < event.came - 2
        peserta = Peserta.objects.create(
            kegiatan=kegiatan,
            usaha=usaha,
            status=StatusPeserta.TERDAFTAR if has_place else StatusPeserta.MENUNGGU,
            queued_at=at,
            registered_by=petugas,
            created_at=at,
            updated_at=at,
            penjualan=rng.randrange(*_SALES, 25_000) if sells else None,
        )
        if place < event.came:
            _came(peserta, kegiatan, petugas)


def _came(peserta: Peserta, kegiatan: Kegiatan, petugas: User) -> None:
    rows: list[Any] = [
        Kehadiran(peserta=peserta, happened_on=day, noted_at=moment(day, "hadir"), officer=petugas)
        for day in kegiatan.days
        if day <= TODAY
    ]
    for row in rows:
        row.save()
