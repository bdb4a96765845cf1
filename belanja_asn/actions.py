"""Writes of 1 ASN 1 Produk: a purchase recorded, confirmed or refused; a month reported."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from belanja_asn.aturan import Bulan
from belanja_asn.choices import IdentitasAsn, KeadaanBelanja
from belanja_asn.models import AturanBelanja, Belanja, ItemBelanja, LaporanOpd, Opd
from common.numbering import lock_series
from common.text import fold
from common.uploads import note_written, undone_on_error
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha

Seller = Usaha | Koperasi
_ONCE_FOR = 24 * 60 * 60
OWN_BUSINESS = "Anda mengelola usaha ini, jadi belanjanya dicatat oleh orang lain."
_OWN_TO_CONFIRM = "Anda mengelola usaha ini, jadi belanjanya dikonfirmasi petugas lain."
_UNTOLD = "Pembelinya tidak disebut dan pemilik usaha ini juga ASN. Belanja ini dikonfirmasi petugas dinas."
_NO_RULE = "Pada tanggal ini program 1 ASN 1 Produk belum atau tidak lagi berjalan."


def record_once(*, once: str, **said: Any) -> str:
    """Stored once, however often the same form arrives: `once` is the form's own name. Its purchase's number.

    The cache is a table of the same database: a copy waits for the first, and finds its number when that one commits.
    """
    with undone_on_error(), transaction.atomic():
        lock_series([f"belanja:{once}"])
        if code := cache.get(f"belanja:{once}"):
            return code
        code = record(**said).code
        cache.set(f"belanja:{once}", code, _ONCE_FOR)
        return code


@transaction.atomic
def record(
    *,
    opd: Opd,
    seller: Seller,
    bought_on: datetime.date,
    nilai: int,
    items: Iterable[tuple[str, int]],
    channel: str,
    pembeli: str = "",
    nip: str = "",
    nomor_nota: str = "",
    nota: File | None = None,
    by: Any = None,
) -> Belanja:
    """It waits for seller or office. What is asked of nobody is not kept, though somebody wrote it."""
    rule = rule_on(bought_on)
    _refuse_early_and_late(rule, bought_on)
    for name, text in refusals_of(rule, seller, pembeli=pembeli, nip=nip):
        raise ValidationError({name: text} if name else text)
    pembeli, nip = _asked(rule, pembeli, nip)
    belanja = Belanja(
        opd=opd, pembeli=pembeli, nip=nip, bought_on=bought_on, nilai=nilai, nomor_nota=nomor_nota,
        channel=channel, recorded_by=by, sha256=_digest(nota),
        **({"usaha": seller} if isinstance(seller, Usaha) else {"koperasi": seller}),
    )  # fmt: skip
    refuse_own_business(seller, by)
    belanja.clean_fields(exclude=["nota"])
    lock_series(_told_once(belanja))
    belanja.full_clean(exclude=["nota"])
    if nota is not None:
        belanja.nota.save(nota.name or "nota.jpg", nota, save=False)
        note_written(belanja.nota.storage, belanja.nota.name)
    belanja.save()
    _add_items(belanja, list(items))
    return belanja


def rule_on(day: datetime.date) -> AturanBelanja:
    rule = AturanBelanja.objects.on(day).first()
    if rule is None:
        raise ValidationError({"bought_on": _NO_RULE})
    return rule


def _refuse_early_and_late(rule: AturanBelanja, bought_on: datetime.date) -> None:
    today = timezone.localdate()
    if bought_on > today:
        raise ValidationError({"bought_on": "Tanggal ini belum tiba. Isi tanggal pada nota."})
    if rule.is_too_late(bought_on, today=today):
        raise ValidationError(
            {
                "bought_on": (
                    f"Belanja bulan itu sudah tidak dapat dicatat: batasnya {rule.batas_lapor} hari sesudah "
                    "bulan berakhir. Hubungi dinas bila ada alasannya."
                )
            }
        )


def refusals_of(rule: AturanBelanja, seller: Seller, *, pembeli: str, nip: str) -> Iterator[tuple[str, str]]:
    """(field, why) where a purchase is none that the rule counts, or tells less than it asks."""
    if not rule.counts(seller):
        yield "", f"Belanja di {seller} tidak termasuk dalam aturan program ini."
    if rule.identitas == IdentitasAsn.NIP and not nip:
        yield "nip", "Aturan bulan itu meminta NIP. Isi 18 angka."
    if rule.identitas == IdentitasAsn.NAMA and not pembeli:
        yield "pembeli", "Aturan bulan itu meminta nama ASN."


def _asked(rule: AturanBelanja, pembeli: str, nip: str) -> tuple[str, str]:
    """What the rule does not ask is not kept."""
    if rule.identitas == IdentitasAsn.TANPA:
        return "", ""
    return pembeli, nip if rule.identitas == IdentitasAsn.NIP else ""


def refuse_own_business(seller: Seller | None, by: Any, *, told: str = OWN_BUSINESS) -> None:
    """`by` may be nobody; whoever is not signed in is told apart by name or NIP (`Belanja.is_from_seller`), and where
    neither was asked the office confirms what may be the owner's own (`Belanja.may_be_from_seller`)."""
    if by and isinstance(seller, Usaha) and Usaha.objects.looked_after_by(by).filter(pk=seller.pk).exists():
        raise ValidationError(told)


def _digest(nota: File | None) -> str:
    if nota is None:
        return ""
    nota.seek(0)
    digest = hashlib.sha256(nota.read()).hexdigest()
    nota.seek(0)
    return digest


def _told_once(belanja: Belanja) -> list[str]:
    """Who tells of the same receipt at the same moment waits, and is then told so in words."""
    names = []
    if belanja.nomor_nota:
        parts = (belanja.usaha_id, belanja.koperasi_id, belanja.nomor_nota, belanja.bought_on)
        names.append(f"nota:{parts}")
    if belanja.sha256:
        names.append(f"foto nota:{belanja.sha256}")
    return names


def _add_items(belanja: Belanja, items: list[tuple[str, int]]) -> None:
    """Goods that the seller offers under that name lead to the product."""
    owner = {"usaha": belanja.usaha} if belanja.usaha else {"koperasi": belanja.koperasi}
    offered = {fold(produk.name): produk for produk in Produk.objects.active().filter(**owner).only("name")}
    ItemBelanja.objects.bulk_create(
        ItemBelanja(belanja=belanja, name=name, jumlah=count, produk=offered.get(fold(name)))
        for name, count in items
    )


# --- confirmed or refused -----------------------------------------------------------------------


@transaction.atomic
def confirm(*, belanja: Belanja, by: Any) -> Belanja:
    belanja = _lock(belanja)
    _refuse_decided(belanja)
    if by.is_staff:
        refuse_own_business(belanja.usaha, by, told=_OWN_TO_CONFIRM)
    else:
        if belanja.recorded_by_id == by.pk:
            raise ValidationError("Yang mencatat tidak mengonfirmasi belanjanya sendiri.")
        if belanja.is_from_seller:
            raise ValidationError(
                "Pembelinya tampak sama dengan pemilik usaha. Belanja ini dikonfirmasi petugas dinas."
            )
        if belanja.may_be_from_seller:
            raise ValidationError(_UNTOLD)
    return _decide(belanja, KeadaanBelanja.DIKONFIRMASI, by)


@transaction.atomic
def refuse(*, belanja: Belanja, by: Any, notes: str) -> Belanja:
    belanja = _lock(belanja)
    _refuse_decided(belanja)
    belanja.notes = notes.strip() or belanja.notes
    if not belanja.notes:
        raise ValidationError("Tulis alasan penolakannya, agar pencatat tahu.")
    return _decide(belanja, KeadaanBelanja.DITOLAK, by)


@transaction.atomic
def reopen(*, belanja: Belanja) -> Belanja:
    """A decision taken by mistake; a receipt that was told again meanwhile stays refused."""
    belanja = _lock(belanja)
    belanja.keadaan, belanja.decided_at, belanja.decided_by = KeadaanBelanja.MENUNGGU, None, None
    lock_series(_told_once(belanja))
    belanja.validate_constraints()
    belanja.save()
    return belanja


def _lock(belanja: Belanja) -> Belanja:
    rows = Belanja.objects.select_for_update(of=("self",)).select_related("usaha__pemilik")
    return rows.get(pk=belanja.pk)


def _refuse_decided(belanja: Belanja) -> None:
    if not belanja.is_waiting:
        raise ValidationError(f"Belanja ini sudah {belanja.get_keadaan_display().lower()}.")


def _decide(belanja: Belanja, keadaan: str, by: Any) -> Belanja:
    belanja.keadaan, belanja.decided_at, belanja.decided_by = keadaan, timezone.now(), by
    belanja.save()
    return belanja


# --- a month of an OPD --------------------------------------------------------------------------


@transaction.atomic
def report(*, opd: Opd, month: Bulan, jumlah_ikut: int, nilai: int, by: Any, notes: str = "") -> LaporanOpd:
    """The OPD's word for a month, said again where it was wrong; the trail keeps what it was."""
    rule_on(month.start)
    Opd.objects.select_for_update().get(pk=opd.pk)
    laporan = LaporanOpd.objects.filter(opd=opd, bulan=month.start).first() or LaporanOpd(
        opd=opd, bulan=month.start
    )
    laporan.jumlah_ikut, laporan.nilai, laporan.notes = jumlah_ikut, nilai, notes
    laporan.reported_at, laporan.reported_by = timezone.now(), by
    laporan.full_clean()
    laporan.save()
    return laporan
