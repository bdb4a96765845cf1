"""Cooperatives with their officers, annual meetings, member businesses and dealings with these."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from accounts.models import User
from koperasi.models import (
    Kdmp,
    Keanggotaan,
    KerjaSama,
    Koperasi,
    PemeriksaanKesehatan,
    Pengurus,
    RapatAnggota,
)
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.dealings import dealings
from rumah_usaha.demo.loading.photos import Album
from rumah_usaha.demo.loading.stamps import Slugs, stamps
from rumah_usaha.demo.loading.times import capped, moment
from rumah_usaha.demo.merah_putih import examinations, village_starts
from rumah_usaha.demo.records import Cooperative, Meeting
from umkm.models import Usaha
from wilayah.models import Desa

_COPIED = [
    "name",
    "nomor_badan_hukum",
    "tanggal_badan_hukum",
    "nik_koperasi",
    "nib",
    "jenis",
    "bentuk",
    "pola",
    "kelompok",
    "sektor",
    "description",
    "address",
    "phone",
    "is_active_declared",
]


def load_cooperatives(
    usaha: dict[str, Usaha], desa: dict[str, Desa], album: Album, verifikator: User
) -> dict[str, Koperasi]:
    """Cooperatives by key."""
    slugs = Slugs()
    made = {
        entry.key: Koperasi(
            slug=slugs.take(entry.name),
            photo=album.copy(entry.picture, "koperasi").name if entry.picture else "",
            desa=desa[entry.desa],
            **{name: getattr(entry, name) for name in _COPIED},
            **_phone_consent(entry, verifikator),
            **stamps(
                entry.key,
                entry.state,
                entry.created_on,
                entry.published_on,
                verified_on=entry.published_on,
                by=verifikator,
            ),
        )
        for entry in cooperatives()
    }
    Koperasi.objects.bulk_create(made.values())
    Pengurus.objects.bulk_create(
        Pengurus(koperasi=made[entry.key], **asdict(officer))
        for entry in cooperatives()
        for officer in entry.officers
    )
    RapatAnggota.objects.bulk_create(
        _meeting(made[entry.key], entry, meeting) for entry in cooperatives() for meeting in entry.meetings
    )
    Keanggotaan.objects.bulk_create(
        Keanggotaan(
            koperasi=made[entry.key],
            usaha=usaha[member.usaha],
            peran=member.peran,
            started_on=member.started_on,
        )
        for entry in cooperatives()
        for member in entry.members
    )
    KerjaSama.objects.bulk_create(
        KerjaSama(
            **{**asdict(dealing), "koperasi": made[dealing.koperasi], "usaha": usaha[dealing.usaha]},
        )
        for dealing in dealings()
    )
    PemeriksaanKesehatan.objects.bulk_create(
        PemeriksaanKesehatan(
            **{**asdict(each), "koperasi": made[each.koperasi], "skor": Decimal(each.skor) / 100}
        )
        for each in examinations()
    )
    Kdmp.objects.bulk_create(
        Kdmp(**{**asdict(each), "desa": desa[each.desa], "gerai": list(each.gerai)})
        for each in village_starts(desa)
    )
    return made


def _phone_consent(entry: Cooperative, by: User) -> dict[str, Any]:
    if entry.phone_consented_on is None:
        return {}
    return {"phone_consented_at": moment(entry.phone_consented_on, entry.key), "phone_consented_by": by}


def _meeting(koperasi: Koperasi, entry: Cooperative, meeting: Meeting) -> RapatAnggota:
    day = meeting.held_on or entry.created_on
    at = moment(capped(max(day, entry.created_on)), entry.key, later=2)
    return RapatAnggota(koperasi=koperasi, created_at=at, updated_at=at, **asdict(meeting))
