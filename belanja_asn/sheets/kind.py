"""The kind of sheet that brings purchases, one receipt a row; they wait for a yes like all others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from belanja_asn.actions import Seller, refusals_of
from belanja_asn.choices import IdentitasAsn, SaluranBelanja
from belanja_asn.models import AturanBelanja, Belanja, ItemBelanja, Opd
from belanja_asn.nota import items_of
from belanja_asn.sheets.columns import COLUMNS
from common.fields import blind_index
from common.text import fold
from koperasi.models import Koperasi
from produk.sheets.naming import NamedSeller
from produk.sheets.sellers import Found, Sellers
from spreadsheets.columns import Column
from spreadsheets.kind import Batch, ChangedError, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from spreadsheets.records import save_all, stamp_of
from umkm.models import Pemilik, Usaha
from umkm.sheets.places import find_place
from wilayah.match import Regions

_NO_AMOUNT, _NO_DAY = "Nilai belanja lebih dari nol.", "Tanggal belanja tidak ditulis."
LATE = "Batas melapor bulan ini sudah lewat."
_COLUMN_OF = {"bought_on": "tanggal_belanja", "pembeli": "nama_asn", "nip": "nip", "": "penjual"}


@dataclass
class Told(NamedSeller):
    """A receipt as the row tells it."""

    opd: Opd | None = None
    rule: AturanBelanja | None = None
    found: Found = field(default_factory=Found)

    @property
    def label(self) -> str:
        """Without the civil servant: a heading is read by everybody at the desk."""
        return f"{self.opd or 'Tanpa perangkat daerah'} di {self.found.seller or self.seller or 'penjual tak dikenal'}"

    @property
    def is_whole(self) -> bool:
        return bool(self.opd and self.found.seller and self.row.get("tanggal_belanja"))


class BelanjaSheet(SheetKind):
    slug = "belanja-asn"
    title = "Belanja ASN"
    description = (
        "Satu baris untuk satu nota belanja ASN di usaha atau koperasi yang sudah terdaftar. Belanja yang masuk "
        "menunggu konfirmasi penjual atau dinas."
    )
    permissions: tuple[str, ...] = ("belanja_asn.change_belanja", "umkm.view_personal_data")
    columns: Sequence[Column] = COLUMNS
    undo_order = (ItemBelanja._meta.label, Belanja._meta.label)
    undo_whole = True
    keeps_notes = False

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if not names & {"penjual", "nib_penjual"}:
            problems.append("Penjual harus dapat dikenali: pilih kolom “Penjual” atau “NIB penjual”.")
        return problems

    def stamp(self) -> str:
        return stamp_of(Belanja, Opd, AturanBelanja, Usaha, Koperasi, Pemilik)

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        every = self.told(rows, batch.user)
        keys = [_key(told) for told in every]
        seen = {key: row.number for key, row in batch.seen(keys).items()}
        present = _present(every)
        return [self._judge(told, key, seen, present) for told, key in zip(every, keys, strict=True)]

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        every = self.told([each.row for each in planned], batch.user)
        if any(told.row.is_refused or not told.is_whole for told in every) or _present(every):
            raise ChangedError
        made = [_made(told, batch.user) for told in every]
        save_all(Belanja, ((belanja, True) for belanja in made))
        goods = [
            [ItemBelanja(belanja=belanja, name=name, jumlah=count) for name, count in _goods(told.row)]
            for belanja, told in zip(made, every, strict=True)
        ]
        ItemBelanja.objects.bulk_create([item for items in goods for item in items])
        for each, belanja, items in zip(planned, made, goods, strict=True):
            each.written = [(ItemBelanja._meta.label, item.pk, True) for item in items]
            each.written.append((Belanja._meta.label, belanja.pk, True))

    def told(self, rows: list[Row], user: Any) -> list[Told]:
        """Everything is asked once for a batch: offices, rules, sellers."""
        regions = Regions()
        offices = {fold(name): opd for opd in Opd.objects.active() for name in (opd.singkatan, opd.name)}
        rules = list(AturanBelanja.objects.all())
        every = [_read(row, regions, offices, rules) for row in rows]
        sellers = Sellers(every, user)
        for told in every:
            told.found = sellers.find(told)
            if told.found.refusal:
                told.row.refuse(told.found.refusal, told.found.advice, column=told.found.column)
            elif told.found.seller and told.rule:
                _refuse_by_rule(told, told.found.seller)
                if told.rule.is_too_late(told.row.get("tanggal_belanja"), today=timezone.localdate()):
                    self.came_late(told.row)
        return every

    def came_late(self, row: Row) -> None:
        """Only the office lets it in, and is told."""
        row.warn(LATE, column="tanggal_belanja")

    def _judge(
        self, told: Told, key: str, seen: dict[str, int], present: dict[tuple[Any, ...], Belanja]
    ) -> Outcome:
        row = told.row
        if key and (known := present.get(_nota(told))):
            twin = Twin(
                Belanja._meta.label,
                known.pk,
                self.known_as(told, known),
                "nota ini sudah tercatat",
                may_be_new=False,
            )
            return Outcome(RowState.SAME, told.label, key, "", twin)
        if key and key in seen:
            row.refuse(
                f"Nota ini sudah ada di baris {seen[key]} berkas yang sama.",
                "Hapus salah satu.",
                column="nomor_nota",
            )
        if key and not row.is_refused:
            seen.setdefault(key, row.number)
        return Outcome(RowState.NEW, told.label, key)

    def known_as(self, told: Told, belanja: Belanja) -> str:
        return str(belanja)


def _read(row: Row, regions: Regions, offices: dict[str, Opd], rules: list[AturanBelanja]) -> Told:
    told = Told(row)
    place = find_place(row, regions, "kec_penjual", "kel_penjual")
    told.desa, told.kecamatan = place.desa, place.kecamatan
    told.opd = offices.get(fold(row.get("opd") or ""))
    if told.opd is None:
        row.refuse(
            "Perangkat daerah ini tidak dikenal.", "Tulis namanya seperti terdaftar di portal.", column="opd"
        )
    day = row.get("tanggal_belanja")
    unread = {message.column for message in row.messages}
    for name, text in (("nilai_belanja", _NO_AMOUNT), ("tanggal_belanja", _NO_DAY)):
        if row.get(name) is None and name not in unread:
            row.refuse(text, "Isi sel ini.", column=name)
    if row.get("nilai_belanja") is not None and row.get("nilai_belanja") < 1:
        row.refuse(_NO_AMOUNT, "Perbaiki isi sel ini.", column="nilai_belanja")
    if day:
        told.rule = next(
            (
                rule
                for rule in rules
                if rule.valid_from <= day and (rule.valid_until is None or rule.valid_until >= day)
            ),
            None,
        )
        if told.rule is None:
            row.refuse(
                "Pada tanggal ini program belum atau tidak lagi berjalan.",
                "Periksa tanggal pada nota.",
                column="tanggal_belanja",
            )
    return told


def _refuse_by_rule(told: Told, seller: Seller) -> None:
    """As on the forms."""
    rule, row = told.rule, told.row
    day, today = row.get("tanggal_belanja"), timezone.localdate()
    if rule is None:
        return
    for name, text in refusals_of(rule, seller, pembeli=row.get("nama_asn") or "", nip=row.get("nip") or ""):
        row.refuse(text, "Perbaiki isi sel ini.", column=_COLUMN_OF[name])
    if day > today:
        row.refuse("Tanggal ini belum tiba.", "Isi tanggal pada nota.", column="tanggal_belanja")
    if not rule.is_fulfilled_by(row.get("nilai_belanja") or 0):
        row.warn("Nilainya di bawah yang diminta aturan, bila ini satu-satunya belanja bulan itu.")


def _key(told: Told) -> str:
    """Two rows of one key are one receipt; without a number nobody can tell."""
    if not told.is_whole or not told.row.get("nomor_nota"):
        return ""
    return blind_index("|".join(map(str, _nota(told))))[:32]


def _nota(told: Told) -> tuple[Any, ...]:
    seller = told.found.seller
    usaha, koperasi = (seller.pk, None) if isinstance(seller, Usaha) else (None, seller and seller.pk)
    return usaha, koperasi, told.row.get("nomor_nota"), told.row.get("tanggal_belanja")


def _present(every: list[Told]) -> dict[tuple[Any, ...], Belanja]:
    """Receipts of these rows that are on record: one statement."""
    wanted = {_nota(told) for told in every if _key(told)}
    rows = Belanja.objects.standing().filter(
        nomor_nota__in={nota[2] for nota in wanted}, bought_on__in={nota[3] for nota in wanted}
    )
    found = {
        (row.usaha_id, row.koperasi_id, row.nomor_nota, row.bought_on): row
        for row in rows.select_related("opd", "usaha", "koperasi")
    }
    return {nota: row for nota, row in found.items() if nota in wanted}


def _made(told: Told, user: Any) -> Belanja:
    row, seller = told.row, told.found.seller
    asks = told.rule.identitas if told.rule else IdentitasAsn.TANPA
    return Belanja(
        opd=told.opd,
        pembeli=(row.get("nama_asn") or "") if asks != IdentitasAsn.TANPA else "",
        nip=(row.get("nip") or "") if asks == IdentitasAsn.NIP else "",
        bought_on=row.get("tanggal_belanja"),
        nilai=row.get("nilai_belanja"),
        nomor_nota=row.get("nomor_nota") or "",
        channel=SaluranBelanja.LEMBAR,
        recorded_by=user,
        **({"usaha": seller} if isinstance(seller, Usaha) else {"koperasi": seller}),
    )


def _goods(row: Row) -> list[tuple[str, int]]:
    return items_of((row.get("barang") or "").replace(",", ";"))
