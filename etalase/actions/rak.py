"""Goods come to the shelf and leave it; what was written wrongly is taken back, never changed."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.numbering import lock_series
from common.templatetags.indonesia import angka, tanggal
from etalase.choices import JenisMutasi
from etalase.models import MutasiTitipan, Titipan
from produk.models import Produk


@transaction.atomic
def take_in(
    *,
    produk: Produk,
    harga_titip: int,
    harga_jual: int,
    jumlah: int,
    by: Any,
    happened_on: date | None = None,
    notes: str = "",
) -> MutasiTitipan:
    """More of a batch with the same terms that still stands there, or a batch of its own."""
    day = happened_on or timezone.localdate()
    _refuse_future(day)
    if produk.archived_at:
        raise ValidationError("Produk ini sudah diarsipkan. Kembalikan dahulu dari arsip.")
    # Two deliveries at once would otherwise open two batches with the same terms.
    lock_series([f"titipan {produk.pk}"])
    terms = {"produk": produk, "harga_titip": harga_titip, "harga_jual": harga_jual}
    batch = Titipan.objects.on_shelf().filter(**terms, started_on__lte=day).first()
    if batch is None:
        batch = Titipan(**terms, started_on=day)
        batch.full_clean()
        batch.save()
    return _write(titipan=batch, jenis=JenisMutasi.MASUK, jumlah=jumlah, happened_on=day, notes=notes, by=by)


@transaction.atomic
def record(
    *,
    titipan: Titipan,
    jenis: str,
    jumlah: int,
    by: Any,
    happened_on: date | None = None,
    notes: str = "",
) -> MutasiTitipan:
    """Sold, returned or damaged: never more than there is. Whoever comes second sees what the first left."""
    day = happened_on or timezone.localdate()
    _refuse_future(day)
    titipan = _lock(titipan)
    if day < titipan.started_on:
        raise ValidationError(f"Barang ini baru dititipkan pada {tanggal(titipan.started_on)}.")
    if jenis != JenisMutasi.MASUK:
        _refuse_more_than(titipan.stok, jumlah, titipan)
    return _write(titipan=titipan, jenis=jenis, jumlah=jumlah, happened_on=day, notes=notes, by=by)


@transaction.atomic
def reverse(*, mutasi: MutasiTitipan, reason: str, by: Any) -> MutasiTitipan:
    """A line that takes another back; a sale that was paid already is set off in the next settlement."""
    titipan = _lock(mutasi.titipan)
    if mutasi.reverses_id:
        raise ValidationError(
            "Baris ini sendiri sebuah pembatalan. Catat mutasi baru bila barangnya ada lagi."
        )
    if MutasiTitipan.objects.filter(reverses=mutasi).exists():
        raise ValidationError("Baris ini sudah dibatalkan.")
    if mutasi.jenis == JenisMutasi.MASUK:
        _refuse_more_than(titipan.stok, mutasi.jumlah, titipan)
    return _write(
        titipan=titipan,
        jenis=mutasi.jenis,
        jumlah=-mutasi.jumlah,
        happened_on=timezone.localdate(),
        reverses=mutasi,
        reason=reason,
        by=by,
    )


def _write(*, by: Any, **values: Any) -> MutasiTitipan:
    mutasi = MutasiTitipan(recorded_by=by, **values)
    mutasi.full_clean(exclude=["titipan", "recorded_by"])
    mutasi.save(force_insert=True)
    return mutasi


def _lock(titipan: Titipan) -> Titipan:
    rows = Titipan.objects.select_for_update(of=("self",)).select_related("produk")
    return rows.get(pk=titipan.pk)


def _refuse_more_than(stok: int, jumlah: int, titipan: Titipan) -> None:
    if jumlah > stok:
        left = f"tinggal {angka(stok)} {titipan.produk.satuan}" if stok else "sudah habis"
        raise ValidationError(f"{titipan} di rak {left}. Catat jumlah yang ada, atau periksa kartu stoknya.")


def _refuse_future(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError("Tanggal ini belum tiba. Periksa kembali, terutama tahunnya.")
