"""How lists of facilitation name their recipients: a business with its owner, or a cooperative, and where it lies."""

from laporan.report import NUMBER, Column
from wilayah.models import Desa

COLUMNS = (
    NUMBER,
    Column("nama", "Nama usaha/koperasi", weight=2),
    Column("pemilik", "Pemilik", weight=1.5),
    Column("alamat", "Desa/Kel., Kecamatan", weight=2),
)
_KINDS = dict(Desa.Jenis.choices)


def address(jenis: str | None, desa: str | None, kecamatan: str | None) -> str:
    """ "Desa Lebiti, Togean", of the values of its desa; empty where none is known."""
    return f"{_KINDS[jenis]} {desa}, {kecamatan}" if jenis else ""
