"""Staff lists out: a noun declares its columns in its own `exports.py`, and its admin adds `Exporting`.

    from spreadsheets.export import ExportColumn, Exporting, Layout

    PORTAL = Layout(
        "portal",
        "Kolom portal",
        (
            ExportColumn("Nama usaha", lambda usaha: usaha.name, width=28),
            ExportColumn("NIB", lambda usaha: usaha.nib, Kind.IDENTIFIER),
            ExportColumn("NIK KTP", lambda usaha: usaha.pemilik.nik, Kind.IDENTIFIER, is_secret=True),
        ),
        related=lambda rows: rows.select_related("pemilik"),
        secret_fields=("pemilik__nik",),
    )

    @admin.register(Usaha)
    class UsahaAdmin(Exporting, OfficeAdmin):
        layouts = (PORTAL,)

That gives the list `unduh/`, with the list's own filters, search and order as its query. What is personal goes along
only by POST, with the right to see it and a reason, and leaves a row in `accounts.UnduhanDataPribadi`.
"""

from spreadsheets.export.admin import Exporting
from spreadsheets.export.columns import ExportColumn, Layout, label_of

__all__ = ["ExportColumn", "Exporting", "Layout", "label_of"]
