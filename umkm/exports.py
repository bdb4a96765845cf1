"""Columns of the owners' and the businesses' lists as files. The national layout stands in `umkm/sidt.py`."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from common.admin.columns import STATES, state_of
from common.templatetags.indonesia import telepon
from spreadsheets.export import ExportColumn, Layout, label_of
from spreadsheets.sheet import Kind
from umkm.models import DataTahunan, Usaha


def place_columns(
    read: Callable[[Any], Any], *, of: str = "", is_personal: bool = False
) -> list[ExportColumn]:
    """Desa and kecamatan of the desa that `read` yields; every noun has them."""
    return [
        ExportColumn(
            f"Desa/kelurahan{of}", lambda row: desa_name(read(row)), width=22, is_personal=is_personal
        ),
        ExportColumn(
            f"Kecamatan{of}", lambda row: kecamatan_name(read(row)), width=20, is_personal=is_personal
        ),
    ]


def desa_name(desa: Any) -> str:
    return f"{desa.get_jenis_display()} {desa.name}" if desa else ""


def kecamatan_name(desa: Any) -> str:
    return desa.kecamatan.name if desa else ""


def state(record: Any) -> str:
    return STATES.get(state_of(record), "")


def year(value: int | None) -> str:
    """A year is a name, not a quantity: no dot after the thousands."""
    return "" if value is None else str(value)


STATE = ExportColumn("Keadaan", state, width=20)
CREATED = ExportColumn("Dicatat", lambda row: row.created_at, Kind.DATE, 20)
UPDATED = ExportColumn("Diubah", lambda row: row.updated_at, Kind.DATE, 20)
PAGE = ExportColumn("Alamat halaman", lambda row: f"{settings.SITE_URL}{row.get_absolute_url()}", width=40)

# --- owners ---------------------------------------------------------------------------------------


def _person_columns(read: Callable[[Any], Any], *, of: str = "") -> list[ExportColumn]:
    """What is known of a person beside the name; `read` yields the owner of the row."""

    def column(
        label: str, tell: Callable[[Any], Any], kind: Kind = Kind.TEXT, width: float = 16
    ) -> ExportColumn:
        return ExportColumn(f"{label}{of}", lambda row: tell(read(row)), kind, width, is_personal=True)

    return [
        ExportColumn(
            f"NIK KTP{of}", lambda row: read(row).nik, Kind.IDENTIFIER, 20, is_personal=True, is_secret=True
        ),
        column("Jenis kelamin", lambda owner: label_of(owner, "jenis_kelamin")),
        column("Tempat lahir", lambda owner: owner.tempat_lahir, width=18),
        column("Tanggal lahir", lambda owner: owner.tanggal_lahir, Kind.DATE, 18),
        column("Pendidikan", lambda owner: label_of(owner, "pendidikan")),
        column("ASN/TNI/Polri", lambda owner: owner.is_aparatur),
        column("Nomor HP", lambda owner: telepon(owner.phone), Kind.IDENTIFIER, 18),
        column("Surel", lambda owner: owner.email, width=24),
        column("Alamat rumah", lambda owner: owner.address, width=32),
        column("RT rumah", lambda owner: owner.rt, Kind.IDENTIFIER, 8),
        column("RW rumah", lambda owner: owner.rw, Kind.IDENTIFIER, 8),
    ]


PEMILIK = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Nama pemilik", lambda pemilik: pemilik.name, width=28),
        *place_columns(lambda pemilik: pemilik.desa),
        ExportColumn("Jumlah usaha", lambda pemilik: pemilik.active_usaha, Kind.NUMBER, 10),
        *_person_columns(lambda pemilik: pemilik),
        ExportColumn("Catatan petugas", lambda pemilik: pemilik.notes, width=40, is_personal=True),
        STATE,
        CREATED,
        UPDATED,
    ),
    related=lambda rows: rows.select_related(None).prefetch_related("desa__kecamatan"),
    secret_fields=("nik",),
)

# --- businesses -----------------------------------------------------------------------------------


def with_owner_and_figures(rows: QuerySet) -> QuerySet:
    """Owner, places, the newest year's figures and the products of each business."""
    newest = DataTahunan.objects.order_by("usaha_id", "-tahun").distinct("usaha_id")
    # Products lie above: reached by the reverse relation.
    products: Any = Usaha._meta.get_field("produk").related_model
    offered = products.objects.active().filter(is_draft=False).only("name", "usaha_id").order_by("name", "id")
    # Places and KBLI codes are few: fetched once a chunk they cost far less than once a row.
    shared = ("desa__kecamatan", "pemilik__desa__kecamatan", "kbli")
    return (
        rows.select_related(None)
        .select_related("pemilik")
        .prefetch_related(
            *shared,
            Prefetch("datatahunan_set", newest, to_attr="newest_figures"),
            Prefetch("produk_set", offered, to_attr="offered_products"),
        )
    )


def figure(name: str) -> Callable[[Any], Any]:
    """One figure of the newest year on record, of a business read `with_owner_and_figures`."""
    return lambda usaha: getattr(usaha.newest_figures[0], name) if usaha.newest_figures else None


def product_names(usaha: Any) -> str:
    return ", ".join(produk.name for produk in usaha.offered_products)


def _band(name: str) -> Callable[[Any], str]:
    return lambda usaha: label_of(usaha.newest_figures[0], name) if usaha.newest_figures else ""


def _kbli(usaha: Any) -> str:
    return usaha.kbli.code if usaha.kbli else ""


_NAME = ExportColumn("Nama usaha", lambda usaha: usaha.name, width=28)
_PLACE = place_columns(lambda usaha: usaha.desa)
_TRADE = (
    ExportColumn("Bidang usaha", lambda usaha: label_of(usaha, "bidang_usaha"), width=22),
    ExportColumn("Kegiatan utama", lambda usaha: usaha.kegiatan_utama, width=32),
)

# What every visitor may take along.
CATALOGUE = (_NAME, *_TRADE, *_PLACE, PAGE)

_BUSINESS = (
    _NAME,
    ExportColumn("Nama pemilik", lambda usaha: usaha.pemilik.name, width=28),
    *_PLACE,
    ExportColumn("Status usaha", lambda usaha: label_of(usaha, "status_usaha")),
    *_TRADE,
    ExportColumn("Produk", product_names, width=32),
    ExportColumn("Kode KBLI", _kbli, Kind.IDENTIFIER, 10),
    ExportColumn("Edisi KBLI", lambda usaha: year(usaha.kbli.edition) if usaha.kbli else "", width=10),
    ExportColumn("NIB", lambda usaha: usaha.nib, Kind.IDENTIFIER, 18),
    ExportColumn("Tanggal NIB", lambda usaha: usaha.nib_issued_on, Kind.DATE, 18),
    ExportColumn("Tahun mulai", lambda usaha: year(usaha.tahun_mulai), width=10),
    ExportColumn("Usaha perikanan", lambda usaha: usaha.is_perikanan, width=10),
    ExportColumn("Skala dinyatakan", lambda usaha: label_of(usaha, "skala_dinyatakan"), width=18),
    ExportColumn("Skala hasil hitung", lambda usaha: label_of(usaha, "skala_terhitung"), width=18),
    ExportColumn("Dasar hitung", lambda usaha: label_of(usaha, "skala_dasar"), width=20),
    ExportColumn("Tahun data", lambda usaha: year(figure("tahun")(usaha)), width=10),
    ExportColumn("Tenaga kerja L", figure("tenaga_kerja_l"), Kind.NUMBER, 10),
    ExportColumn("Tenaga kerja P", figure("tenaga_kerja_p"), Kind.NUMBER, 10),
    STATE,
    CREATED,
    UPDATED,
    ExportColumn("Catatan petugas", lambda usaha: usaha.notes, width=40),
)


def _personal(
    label: str, read: Callable[[Any], Any], kind: Kind = Kind.TEXT, width: float = 16
) -> ExportColumn:
    return ExportColumn(label, read, kind, width, is_personal=True)


USAHA = Layout(
    "portal",
    "Kolom portal",
    (
        *_BUSINESS,
        _personal("Modal usaha", figure("modal_usaha"), Kind.RUPIAH, 18),
        _personal("Penjualan tahunan", figure("penjualan_tahunan"), Kind.RUPIAH, 18),
        _personal("Kelompok modal", _band("skala_modal"), width=18),
        _personal("Kelompok penjualan", _band("skala_penjualan"), width=18),
        ExportColumn("NPWP", lambda usaha: usaha.npwp, Kind.IDENTIFIER, 20, is_personal=True, is_secret=True),
        _personal("WhatsApp usaha", lambda usaha: telepon(usaha.whatsapp), Kind.IDENTIFIER, 18),
        _personal("Alamat usaha", lambda usaha: usaha.address, width=32),
        _personal("RT usaha", lambda usaha: usaha.rt, Kind.IDENTIFIER, 8),
        _personal("RW usaha", lambda usaha: usaha.rw, Kind.IDENTIFIER, 8),
        _personal("Lintang", lambda usaha: usaha.latitude, Kind.COORDINATE, 12),
        _personal("Bujur", lambda usaha: usaha.longitude, Kind.COORDINATE, 12),
        *_person_columns(lambda usaha: usaha.pemilik, of=" pemilik"),
        *place_columns(lambda usaha: usaha.pemilik.desa, of=" pemilik", is_personal=True),
    ),
    related=with_owner_and_figures,
    secret_fields=("npwp", "pemilik__nik"),
)
