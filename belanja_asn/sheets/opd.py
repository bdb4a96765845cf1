"""The same sheet from an OPD's own recap officer: of that OPD, and of no other."""

from dataclasses import replace
from typing import Any

from belanja_asn.actions import OWN_BUSINESS
from belanja_asn.models import Opd
from belanja_asn.sheets.columns import COLUMNS
from belanja_asn.sheets.kind import LATE, BelanjaSheet, Told
from spreadsheets.desks import Desk
from spreadsheets.kind import Row
from umkm.models import Usaha

_OPD = replace(
    next(column for column in COLUMNS if column.name == "opd"),
    is_required=False,
    help="Boleh dikosongkan bila Anda merekap satu perangkat daerah saja.",
)


class BelanjaOpdSheet(BelanjaSheet):
    slug = "belanja-opd"
    title = "Belanja ASN perangkat daerah"
    description = (
        "Satu baris untuk satu nota belanja rekan Anda di usaha atau koperasi yang sudah terdaftar. Belanja yang "
        "masuk menunggu konfirmasi penjual atau dinas."
    )
    permissions = ()
    is_for_office = False
    writes_like = (BelanjaSheet.slug,)
    columns = tuple(_OPD if column.name == "opd" else column for column in COLUMNS)

    def told(self, rows: list[Row], user: Any) -> list[Told]:
        """Asked anew when the rows are written: who was officer when they were checked may be none any more."""
        own = list(Opd.objects.reported_by(user).order_by("name"))
        for row in rows:
            if not row.get("opd") and len(own) == 1:
                row.values["opd"] = own[0].name
        every = super().told(rows, user)
        for told in every:
            if told.opd and told.opd not in own:
                told.row.refuse(
                    "Baris ini menyebut perangkat daerah lain.",
                    "Hapus baris ini; petugas rekap perangkat daerah itu yang mencatatnya.",
                    column="opd",
                )
        sellers = [told.found.seller.pk for told in every if isinstance(told.found.seller, Usaha)]
        mine = set(Usaha.objects.looked_after_by(user).filter(pk__in=sellers).values_list("pk", flat=True))
        for told in every:
            if isinstance(told.found.seller, Usaha) and told.found.seller.pk in mine:
                told.row.refuse(OWN_BUSINESS, column="penjual")
        return every

    def came_late(self, row: Row) -> None:
        row.refuse(LATE, "Hubungi dinas bila ada alasannya.", column="tanggal_belanja")

    def known_as(self, told: Told, belanja: Any) -> str:
        """What another OPD recorded is that one's own."""
        return str(belanja) if belanja.opd_id == (told.opd and told.opd.pk) else "Nota ini"


LEMBAR = Desk(
    "lembar_belanja",
    "belanja_asn/sheet_frame.html",
    admits=lambda user: Opd.objects.reported_by(user).exists(),
    kind=BelanjaOpdSheet.slug,
    most_an_hour=60,
)
