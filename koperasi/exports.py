"""Columns of the cooperatives' list as a file: the deed, the numbers, and the figures of the newest annual meeting."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from common.templatetags.indonesia import telepon
from koperasi import keaktifan
from koperasi.choices import JabatanPengurus
from koperasi.kesiapan import KesiapanNik
from koperasi.models import PemeriksaanKesehatan, Pengurus, RapatAnggota
from koperasi.ready import readiness_of_each
from spreadsheets.export import ExportColumn, Layout
from spreadsheets.sheet import Kind
from umkm.exports import CREATED, PAGE, STATE, UPDATED, place_columns, year


def _with_newest(rows: QuerySet) -> QuerySet:
    chairs = Pengurus.objects.current().filter(jabatan=JabatanPengurus.KETUA).order_by("id")
    examinations = PemeriksaanKesehatan.objects.order_by("koperasi_id", "-tahun").distinct("koperasi_id")
    told = rows.select_related("desa__kecamatan").annotate(
        kesiapan_nik=readiness_of_each(timezone.localdate())
    )
    return told.prefetch_related(
        Prefetch("pemeriksaankesehatan_set", examinations, to_attr="newest_examination"),
        Prefetch("rapatanggota_set", RapatAnggota.objects.newest(), to_attr="newest_meeting"),
        Prefetch("pengurus_set", chairs, to_attr="chairs"),
    )


def _figure(name: str) -> Callable[[Any], Any]:
    return lambda koperasi: getattr(koperasi.newest_meeting[0], name) if koperasi.newest_meeting else None


def _activity(koperasi: Any) -> str:
    return keaktifan.WORDS[koperasi.is_aktif(koperasi.last_book_year)]


def _health(koperasi: Any) -> str:
    return next((f"{each.hasil.label} ({each.tahun})" for each in koperasi.newest_examination), "")


def _chair(koperasi: Any) -> str:
    return ", ".join(pengurus.name for pengurus in koperasi.chairs)


_NAME = (
    ExportColumn("Nama koperasi", lambda koperasi: koperasi.name, width=32),
    ExportColumn("NIK Koperasi", lambda koperasi: koperasi.nik_koperasi, Kind.IDENTIFIER, 18),
)
_DEED = (
    ExportColumn("Nomor badan hukum", lambda koperasi: koperasi.nomor_badan_hukum, width=32),
    ExportColumn("Tanggal badan hukum", lambda koperasi: koperasi.tanggal_badan_hukum, Kind.DATE, 18),
    ExportColumn("Bentuk", lambda koperasi: koperasi.get_bentuk_display(), width=24),
    ExportColumn("Jenis", lambda koperasi: koperasi.get_jenis_display()),
)
_PLACE = place_columns(lambda koperasi: koperasi.desa)

# What every visitor may take along.
CATALOGUE = (*_NAME, *_DEED, *_PLACE, PAGE)

KOPERASI = Layout(
    "portal",
    "Kolom portal",
    (
        *_NAME,
        ExportColumn("NIB koperasi", lambda koperasi: koperasi.nib, Kind.IDENTIFIER, 18),
        ExportColumn("NPWP koperasi", lambda koperasi: koperasi.npwp, Kind.IDENTIFIER, 20),
        *_DEED,
        ExportColumn("Pola", lambda koperasi: koperasi.get_pola_display()),
        ExportColumn("Kelompok", lambda koperasi: koperasi.get_kelompok_display(), width=28),
        ExportColumn("Sektor usaha", lambda koperasi: koperasi.sektor, width=22),
        ExportColumn("Alamat koperasi", lambda koperasi: koperasi.address, width=32),
        *_PLACE,
        ExportColumn("Keaktifan", _activity),
        ExportColumn("RAT tahun buku", lambda koperasi: year(_figure("tahun_buku")(koperasi)), width=10),
        ExportColumn("Tanggal RAT", _figure("held_on"), Kind.DATE, 18),
        ExportColumn("Anggota hadir", _figure("hadir"), Kind.NUMBER, 10),
        ExportColumn("Anggota laki-laki", _figure("anggota_l"), Kind.NUMBER, 10),
        ExportColumn("Anggota perempuan", _figure("anggota_p"), Kind.NUMBER, 10),
        ExportColumn("Calon anggota", _figure("calon_anggota"), Kind.NUMBER, 10),
        ExportColumn("Manajer", _figure("manajer"), Kind.NUMBER, 10),
        ExportColumn("Karyawan", _figure("karyawan"), Kind.NUMBER, 10),
        ExportColumn("Modal sendiri", _figure("modal_sendiri"), Kind.RUPIAH, 18),
        ExportColumn("Modal luar", _figure("modal_luar"), Kind.RUPIAH, 18),
        ExportColumn("Aset", _figure("aset"), Kind.RUPIAH, 18),
        ExportColumn("Volume usaha", _figure("volume_usaha"), Kind.RUPIAH, 18),
        ExportColumn("SHU", _figure("shu"), Kind.RUPIAH, 18),
        ExportColumn("Hasil kesehatan", _health, width=24),
        ExportColumn("Kesiapan sertifikat NIK", lambda koperasi: KesiapanNik(koperasi.kesiapan_nik).label),
        STATE,
        CREATED,
        UPDATED,
        ExportColumn("Catatan petugas", lambda koperasi: koperasi.notes, width=40),
        ExportColumn("Ketua", _chair, width=28, is_personal=True),
        ExportColumn(
            "WhatsApp koperasi",
            lambda koperasi: telepon(koperasi.phone),
            Kind.IDENTIFIER,
            18,
            is_personal=True,
        ),
        ExportColumn("Surel", lambda koperasi: koperasi.email, width=24, is_personal=True),
    ),
    related=_with_newest,
)
