"""The house: its visitor book, its shelf with last month paid, and what it announced."""

from datetime import timedelta
from typing import Any

import pghistory
from django.utils.text import slugify

from accounts.models import User
from etalase.actions import pay, record, settle, take_in
from etalase.hutang import owing
from etalase.models import BukuTamu
from koperasi.models import Koperasi
from pengumuman.models import Pengumuman
from produk.models import Produk
from rumah_usaha.demo.days import TODAY, workday
from rumah_usaha.demo.house import batches, notices, visits
from rumah_usaha.demo.loading.stamps import stamps
from rumah_usaha.demo.loading.times import given_times, moment
from umkm.models import Usaha
from wilayah.models import Kecamatan

# Owners who wait for their money when the demo is opened.
_NOT_YET_PAID = 4


def load_house(produk: dict[str, Produk], petugas: User, verifikator: User) -> tuple[int, int]:
    """Numbers of guests and of goods on the shelf."""
    with pghistory.context(user=petugas.pk, url="manage.py demo"):
        _load_guests()
        _load_shelf(produk, petugas)
        _load_announcements(verifikator)
    return len(visits()), len(batches())


def _load_guests() -> None:
    places = {place.name: place for place in Kecamatan.objects.all()}
    with given_times(BukuTamu):
        BukuTamu.objects.bulk_create(
            BukuTamu(
                name=visit.name,
                asal=visit.asal,
                kecamatan=places.get(visit.kecamatan),
                keperluan=visit.keperluan,
                description=visit.description,
                jumlah_tamu=visit.jumlah_tamu,
                created_at=(at := moment(visit.visited_on, f"{visit.name} {visit.asal}")),
                updated_at=at,
            )
            for visit in visits()
        )


def _load_shelf(produk: dict[str, Produk], petugas: User) -> None:
    for batch in batches():
        line = take_in(
            produk=produk[batch.produk],
            harga_titip=batch.harga_titip,
            harga_jual=batch.harga_jual,
            jumlah=batch.jumlah,
            happened_on=batch.brought_on,
            by=petugas,
        )
        for jenis, jumlah, day in batch.leaves:
            record(titipan=line.titipan, jenis=jenis, jumlah=jumlah, happened_on=day, by=petugas)
    last_month = TODAY.replace(day=1) - timedelta(days=1)
    sellers: dict[str, Any] = {"usaha": Usaha, "koperasi": Koperasi}
    for due in owing(petugas, until=last_month)[:-_NOT_YET_PAID]:
        seller = sellers[due.noun].objects.get(pk=due.pk)
        made = settle(seller=seller, until=last_month, by=petugas)
        pay(penyelesaian=made, paid_on=workday(last_month + timedelta(days=5)), by=petugas)


def _load_announcements(verifikator: User) -> None:
    with given_times(Pengumuman):
        for notice in notices():
            day = notice.published_on
            pengumuman = Pengumuman.objects.create(
                title=notice.title,
                slug=slugify(notice.title),
                body=notice.body,
                is_public=notice.is_public,
                bidang_usaha=list(notice.bidang_usaha),
                pinned_until=notice.pinned_until,
                **stamps(notice.title, "tayang", day, day, verified_on=day, by=verifikator),
            )
            pengumuman.kecamatan.set(Kecamatan.objects.filter(name__in=notice.kecamatan))
