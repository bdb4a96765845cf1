"""A report with every kind of column, and the people who sign it."""

import datetime
from zoneinfo import ZoneInfo

from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.signature import Signatory
from spreadsheets.sheet import Kind

PRINTED_AT = datetime.datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Asia/Makassar"))
KEPALA = Signatory(
    "Dra. NAMA CONTOH, S.E., M.Si.",
    ("KEPALA DINAS PERINDUSTRIAN DAN PERDAGANGAN", "KABUPATEN CONTOH,"),
    heading="Mengetahui,",
    pangkat_golongan="Pembina Utama Muda, IV/c",
    nip="197512291999022001",
)
BIDANG = Signatory("H. PEMBUAT CONTOH, S.T.", ("KEPALA BIDANG USAHA MIKRO,",), nip="198001012005011002")


def example_report(count=3, **changes):
    """A list of facilitated businesses, with every kind of column."""
    values = {
        "name": "daftar-halal-2022",
        "title": "Daftar penerima fasilitasi",
        "subtitles": ("Tahun 2022",),
        "columns": (
            NUMBER,
            Column("usaha", "Nama Usaha"),
            Column("alamat", "Alamat"),
            Column("nib", "NIB", Kind.IDENTIFIER),
            Column("tanggal", "Tanggal", Kind.DATE),
            Column("nilai", "Nilai", Kind.RUPIAH),
            Column("capaian", "Capaian", Kind.PERCENT),
        ),
        "rows": lambda: numbered(
            (f"Usaha ke-{n}", "Desa Contoh, Tojo", f"{n:013d}", datetime.date(2022, 7, 6), 1250000, 87.5)
            for n in range(1, count + 1)
        ),
        "totals": ("JUMLAH", None, None, None, None, 1250000 * count, None),
        "orientation": Orientation.LANDSCAPE,
    }
    return Report(**values | changes)
