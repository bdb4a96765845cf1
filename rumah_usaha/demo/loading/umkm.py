"""Owners with their consents, businesses with their yearly figures."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import User
from rumah_usaha.demo.businesses import businesses, people
from rumah_usaha.demo.loading.photos import Album
from rumah_usaha.demo.loading.stamps import Slugs, stamps
from rumah_usaha.demo.loading.times import capped, moment
from rumah_usaha.demo.records import Business, Figures, Person
from umkm.models import BatasSkala, DataTahunan, Kbli, Pemilik, Persetujuan, Usaha
from umkm.skala import classify
from wilayah.models import Desa

_COPIED = [
    "name",
    "status_usaha",
    "bidang_usaha",
    "kegiatan_utama",
    "nib",
    "nib_issued_on",
    "tahun_mulai",
    "is_perikanan",
    "description",
    "whatsapp",
    "address",
    "rt",
    "rw",
    "skala_dinyatakan",
]


def load_owners(desa: dict[str, Desa], petugas: User) -> dict[str, Pemilik]:
    """Owners by key. Nobody is known before the first of their businesses is."""
    joined = _joined()
    made = {person.key: owner_of(person, desa[person.desa], joined[person.key]) for person in people()}
    Pemilik.objects.bulk_create(made.values())
    Persetujuan.objects.bulk_create(
        Persetujuan(
            pemilik=made[person.key],
            purpose=consent.purpose,
            channel=consent.channel,
            given_on=consent.given_on,
            recorded_by=petugas,
            withdrawn_at=moment(consent.withdrawn_on, person.key) if consent.withdrawn_on else None,
            withdrawn_by=petugas if consent.withdrawn_on else None,
        )
        for person in people()
        for consent in person.consents
    )
    return made


def _joined() -> dict[str, date]:
    joined: dict[str, date] = {}
    for business in businesses():
        joined[business.pemilik] = min(business.created_on, joined.get(business.pemilik, business.created_on))
    return joined


def owner_of(person: Person, desa: Desa, joined_on: date) -> Pemilik:
    at = moment(joined_on, person.key)
    return Pemilik(
        name=person.name,
        nik=person.nik,
        jenis_kelamin=person.jenis_kelamin,
        tempat_lahir=person.tempat_lahir,
        tanggal_lahir=person.tanggal_lahir,
        pendidikan=person.pendidikan,
        phone=person.phone,
        address=person.address,
        rt=person.rt,
        rw=person.rw,
        desa=desa,
        created_at=at,
        updated_at=at,
    )


def load_businesses(
    owners: dict[str, Pemilik], desa: dict[str, Desa], album: Album, verifikator: User
) -> dict[str, Usaha]:
    """Businesses by key, each with its size class as the law computes it."""
    kbli = {entry.code: entry for entry in Kbli.objects.filter(edition=Kbli.Edition.KBLI_2020)}
    bounds = list(BatasSkala.objects.all())
    slugs = Slugs()
    made = {
        business.key: Usaha(
            pemilik=owners[business.pemilik],
            slug=slugs.take(business.name),
            kbli=kbli[business.kbli] if business.kbli else None,
            photo=album.copy(business.picture, "usaha").name if business.picture else "",
            desa=desa[business.desa],
            **plain_columns(business),
            **_skala(business, bounds),
            **stamps(
                business.key,
                business.state,
                business.created_on,
                business.published_on,
                verified_on=business.verified_on,
                by=verifikator,
            ),
        )
        for business in businesses()
    }
    Usaha.objects.bulk_create(made.values())
    DataTahunan.objects.bulk_create(
        _yearly(made[business.key], business, figures)
        for business in businesses()
        for figures in business.figures
    )
    return made


def plain_columns(business: Business) -> dict[str, Any]:
    """What is copied as it stands; a point on the map as exact as the column."""
    columns = {name: getattr(business, name) for name in _COPIED}
    for name in ("latitude", "longitude"):
        degrees = getattr(business, name)
        columns[name] = None if degrees is None else Decimal(f"{degrees:.5f}")
    return columns


def _skala(business: Business, bounds: list[BatasSkala]) -> dict[str, str]:
    if not business.figures:
        return {}
    newest = business.figures[-1]
    skala, dasar = classify(
        bounds,
        modal_usaha=newest.modal_usaha,
        penjualan_tahunan=newest.penjualan_tahunan,
        tahun_mulai=business.tahun_mulai,
    )
    return {"skala_terhitung": skala, "skala_dasar": dasar}


def _yearly(usaha: Usaha, business: Business, figures: Figures) -> DataTahunan:
    """Asked at the end of the year, or on the day the business was registered."""
    at = moment(capped(max(business.created_on, date(figures.tahun, 12, 1))), business.key, later=1)
    return DataTahunan(usaha=usaha, created_at=at, updated_at=at, **asdict(figures))
