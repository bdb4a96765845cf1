"""Why a published product is not on the site: what its seller still lacks."""

from koperasi.models import Koperasi
from produk.models import Produk
from umkm.choices import TujuanPersetujuan
from umkm.models import Usaha


def why_unlisted(produk: Produk) -> str:
    """A sentence for the officer; empty when the product shows, or was not to be shown at all."""
    if not produk.published_at or produk.archived_at or produk.is_listed:
        return ""
    seller = produk.seller
    return f"Belum tampil di situs karena penjualnya, {seller}, belum tampil: {_lacking(seller)}."


def _lacking(seller: Usaha | Koperasi) -> str:
    if seller.archived_at:
        return "sudah diarsipkan"
    found = []
    if seller.is_draft:
        found.append("masih draf")
    elif not seller.verified_at:
        found.append("belum diverifikasi")
    if not seller.published_at:
        found.append("belum ditayangkan")
    if isinstance(seller, Usaha) and not seller.pemilik.allows(TujuanPersetujuan.KATALOG):
        found.append(f"persetujuan katalog dari pemilik ({seller.pemilik}) belum dicatat")
    return ", ".join(found) or "data penjual baru saja berubah; muat ulang halaman ini"
