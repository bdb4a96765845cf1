"""The paper by which an owner is paid: what was sold, what is due, and both signatures."""

from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from common.templatetags.indonesia import tanggal
from etalase.hutang import owed_to
from etalase.models import MutasiTitipan, Penyelesaian
from laporan import people
from laporan.report import NUMBER, Column, Report, numbered
from laporan.signature import Signatory, SignatureBlock, Signing
from spreadsheets.sheet import Kind

_TO_FILL_IN = "(…………………………………)"


def build(penyelesaian: Penyelesaian) -> Report:
    """`penyelesaian` as `with_seller()` reads it."""
    sales = MutasiTitipan.objects.filter(rincianpenyelesaian__penyelesaian=penyelesaian)
    owed = owed_to(sales)
    start, end = tanggal(penyelesaian.started_on), tanggal(penyelesaian.ended_on)
    return Report(
        name=f"penyelesaian-{penyelesaian.nomor}",
        title="Penyelesaian barang titipan",
        subtitles=(f"Nomor {penyelesaian.nomor}", penyelesaian.seller.name, f"Penjualan {start} s.d. {end}"),
        columns=(
            NUMBER,
            Column("barang", "Nama barang", weight=3),
            Column("terjual", "Terjual", Kind.NUMBER),
            Column("satuan", "Satuan"),
            Column("harga", "Harga untuk pemilik", Kind.RUPIAH),
            Column("jumlah", "Jumlah", Kind.RUPIAH),
        ),
        rows=lambda: numbered(
            (each.name, each.jumlah, each.satuan, each.harga_titip, each.bagi.hak_pemilik)
            for each in owed.baris
        ),
        totals=("JUMLAH", None, owed.jumlah, None, None, owed.total),
        notes=(_paid(penyelesaian),),
    )


def _paid(penyelesaian: Penyelesaian) -> str:
    if penyelesaian.paid_on:
        return f"Dibayar tunai atau ditransfer seluruhnya pada {tanggal(penyelesaian.paid_on)}."
    return "Ditandatangani kedua pihak pada saat pembayaran."


def signature(penyelesaian: Penyelesaian) -> SignatureBlock:
    """Who gets the money at the left, who pays it out at the right."""
    at = penyelesaian.paid_on or timezone.localdate()
    office = people.signature(at, both=True, mode=Signing.RUANG)
    maker = office.signatories[-1] if office else Signatory(_TO_FILL_IN, (settings.OFFICE_NAME.upper(),))
    return SignatureBlock(
        place=office.place if office else settings.CAPITAL,
        date=at,
        signatories=(_owner(penyelesaian), replace(maker, heading="Yang menyerahkan,")),
    )


def _owner(penyelesaian: Penyelesaian) -> Signatory:
    usaha = penyelesaian.usaha
    name = usaha.pemilik.name if usaha else _TO_FILL_IN
    return Signatory(name, (penyelesaian.seller.name,), heading="Yang menerima,")
