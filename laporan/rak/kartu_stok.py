"""The stock card of one product: every line of its ledger, with what was left after it."""

from collections.abc import Iterator
from typing import Any

from etalase.choices import JenisMutasi
from etalase.models import MutasiTitipan
from etalase.persediaan import stock
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from produk.models import Produk
from spreadsheets.sheet import Kind


def build(produk: Produk) -> Report:
    lines = MutasiTitipan.objects.filter(titipan__produk=produk)
    counts = lines.counts()
    ordered = lines.select_related("titipan", "recorded_by").order_by("recorded_at", "id")
    return Report(
        name=f"kartu-stok-{produk.slug}",
        title="Kartu stok",
        subtitles=(produk.name, produk.seller.name, f"Dihitung per {produk.satuan}" if produk.satuan else ""),
        columns=(
            NUMBER,
            Column("tanggal", "Tanggal", Kind.DATE),
            Column("harga", "Harga di rak", Kind.RUPIAH),
            *(Column(jenis.value, _LABELS[jenis], Kind.NUMBER) for jenis in JenisMutasi),
            Column("sisa", "Sisa", Kind.NUMBER),
            Column("keterangan", "Keterangan", weight=2),
            Column("petugas", "Petugas"),
        ),
        rows=lambda: numbered(_rows(ordered)),
        totals=("JUMLAH", None, None, *(counts[jenis] for jenis in JenisMutasi), stock(counts), None, None),
        orientation=Orientation.LANDSCAPE,
    )


_LABELS = {
    JenisMutasi.MASUK: "Masuk",
    JenisMutasi.TERJUAL: "Terjual",
    JenisMutasi.KEMBALI: "Kembali",
    JenisMutasi.RUSAK: "Rusak",
}


def _rows(lines: Any) -> Iterator[tuple[Any, ...]]:
    left = 0
    for line in lines.iterator(chunk_size=500):
        left += line.effect
        counts = (line.jumlah if line.jenis == jenis else None for jenis in JenisMutasi)
        told = f"Pembatalan: {line.reason}" if line.reason else line.notes
        yield (line.happened_on, line.titipan.harga_jual, *counts, left, told, line.recorded_by.name)
