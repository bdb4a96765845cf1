"""The national register's own columns (SIDT-KUMKM, domain 11.2): its names word for word, in its order.

What the portal does not know stays an empty column, so that the file keeps its shape. Dates are text, YYYY-MM-DD, as
the register writes them, whatever a clerk's Excel is set to.
"""

import datetime
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils import timezone

from common.templatetags.indonesia import telepon
from spreadsheets.export import ExportColumn, Layout, label_of
from spreadsheets.sheet import Kind
from umkm.exports import figure, product_names, with_owner_and_figures, year

_ID = Kind.IDENTIFIER


def _open(name: str, read: Callable[[Any], Any], kind: Kind = Kind.TEXT, width: float = 16) -> ExportColumn:
    return ExportColumn(name, read, kind, width)


def _personal(
    name: str, read: Callable[[Any], Any], kind: Kind = Kind.TEXT, width: float = 16
) -> ExportColumn:
    return ExportColumn(name, read, kind, width, is_personal=True)


def _unknown(*names: str) -> list[ExportColumn]:
    return [ExportColumn(name, lambda usaha: "", width=10) for name in names]


def _kabupaten(desa: Any) -> str:
    return settings.DISTRICT_NAME if desa else ""


def _kecamatan(desa: Any) -> str:
    return desa.kecamatan.name if desa else ""


def _desa(desa: Any) -> str:
    return desa.name if desa else ""


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at: datetime.datetime) -> str:
    return timezone.localtime(at).isoformat(" ", "seconds")[:19]


def _skala(usaha: Any) -> str:
    """As declared; what the portal computes is no statement of the owner's."""
    return label_of(usaha, "skala_dinyatakan").removeprefix("Usaha ").capitalize()


SIDT = Layout(
    "sidt",
    "Kolom SIDT",
    (
        *_unknown("id_data_badan_usaha"),
        ExportColumn(
            "nik_pengusaha", lambda usaha: usaha.pemilik.nik, _ID, 20, is_personal=True, is_secret=True
        ),
        _open("nama_pengusaha", lambda usaha: usaha.pemilik.name, width=28),
        _open("nib", lambda usaha: usaha.nib, _ID, 18),
        _personal("jenis_kelamin", lambda usaha: label_of(usaha.pemilik, "jenis_kelamin")),
        *_unknown("is_disabilitas"),
        _personal("tanggal_lahir", lambda usaha: _iso(usaha.pemilik.tanggal_lahir)),
        _personal("pendidikan_formal", lambda usaha: label_of(usaha.pemilik, "pendidikan")),
        _personal("kontak_hp", lambda usaha: telepon(usaha.pemilik.phone).replace("-", ""), _ID, 18),
        *_unknown("prov_pengusaha"),
        _personal("kab_pengusaha", lambda usaha: _kabupaten(usaha.pemilik.desa), width=24),
        _personal("kec_pengusaha", lambda usaha: _kecamatan(usaha.pemilik.desa), width=20),
        _personal("kel_pengusaha", lambda usaha: _desa(usaha.pemilik.desa), width=20),
        _personal("alamat_pengusaha", lambda usaha: usaha.pemilik.address, width=32),
        _personal("rt_pengusaha", lambda usaha: usaha.pemilik.rt, _ID, 8),
        _personal("rw_pengusaha", lambda usaha: usaha.pemilik.rw, _ID, 8),
        _open("nama_usaha", lambda usaha: usaha.name, width=28),
        _open("kegiatan_utama", lambda usaha: usaha.kegiatan_utama, width=32),
        _open("produk_utama", product_names, width=32),
        _open("kategori_kbli", lambda usaha: usaha.kbli.kategori if usaha.kbli else "", width=10),
        _open("kode_kbli", lambda usaha: usaha.kbli.code if usaha.kbli else "", _ID, 10),
        _open("status_badan_usaha", lambda usaha: label_of(usaha, "status_usaha")),
        _open("skala_usaha", _skala),
        _personal("modal_pendirian", figure("modal_usaha"), Kind.RUPIAH, 18),
        *_unknown("bulan_mulai_operasi"),
        _open("tahun_mulai_operasi", lambda usaha: year(usaha.tahun_mulai), width=10),
        _personal("omzet_tahunan", figure("penjualan_tahunan"), Kind.RUPIAH, 18),
        *_unknown("asset", "prov_usaha"),
        _open("kab_usaha", lambda usaha: _kabupaten(usaha.desa), width=24),
        _open("kec_usaha", lambda usaha: _kecamatan(usaha.desa), width=20),
        _open("kel_usaha", lambda usaha: _desa(usaha.desa), width=20),
        _personal("alamat_usaha", lambda usaha: usaha.address, width=32),
        _personal("rt_usaha", lambda usaha: usaha.rt, _ID, 8),
        _personal("rw_usaha", lambda usaha: usaha.rw, _ID, 8),
        *_unknown("foto_usaha"),
        _personal("alamat_latitude", lambda usaha: usaha.latitude, Kind.COORDINATE, 12),
        _personal("alamat_longitude", lambda usaha: usaha.longitude, Kind.COORDINATE, 12),
        _open("tk_dibayar_laki", figure("tenaga_kerja_l"), Kind.NUMBER, 10),
        _open("tk_dibayar_perempuan", figure("tenaga_kerja_p"), Kind.NUMBER, 10),
        *_unknown(
            "tk_dibayar_disabil_laki",
            "tk_dibayar_disabil_perempuan",
            "tk_not_dibayar_laki",
            "tk_not_dibayar_perempuan",
            "tk_not_dibayar_disabil_laki",
            # Cut short in the register itself.
            "tk_not_dibayar_disabil_perempua",
            "pulled_at",
        ),
        _open("updated_at", lambda usaha: _moment(usaha.updated_at), width=20),
        *_unknown("source_page"),
    ),
    related=with_owner_and_figures,
    secret_fields=("npwp", "pemilik__nik"),
)
