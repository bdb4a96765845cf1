from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from data_terbuka.columns import Column, Type
from data_terbuka.data_set import RecordSet
from data_terbuka.sets.place import code_column, page_column, place_columns
from koperasi.models import Koperasi, RapatAnggota

_OFFICE = "Pendataan kantor"
_DEED = "Akta dan pengesahan badan hukum"


def _records() -> Any:
    held = RapatAnggota.objects.filter(koperasi=OuterRef("pk"), held_on__isnull=False)
    newest = held.order_by("-tahun_buku").values("tahun_buku")[:1]
    return Koperasi.objects.listed().annotate(last_book_year=Subquery(newest))


KOPERASI = RecordSet(
    slug="koperasi",
    title="Koperasi",
    summary="Koperasi di kabupaten ini yang tayang di situs: badan hukum, jenis, wilayah, dan RAT terakhirnya.",
    row_meaning="Satu baris adalah satu koperasi yang sedang tayang.",
    keywords=("koperasi", "RAT", "badan hukum"),
    model=Koperasi,
    records=_records,
    made_of=(Koperasi, RapatAnggota),
    columns=(
        code_column("koperasi-nelayan-togean", of="koperasi"),
        Column("nama", Type.STRING, "Nama koperasi.", "Koperasi Nelayan Togean", _DEED, ("name",)),
        Column(
            "nik_koperasi",
            Type.STRING,
            "Nomor Induk Koperasi. Bukan NIK orang.",
            "7209010010001",
            "Sertifikat NIK Koperasi (Kementerian Koperasi)",
            ("nik_koperasi",),
            is_required=False,
        ),
        Column(
            "nomor_badan_hukum",
            Type.STRING,
            "Nomor pengesahan badan hukum, seperti tertulis di akta.",
            "AHU-0001234.AH.01.26.TAHUN 2018",
            _DEED,
            ("nomor_badan_hukum",),
            is_required=False,
        ),
        Column(
            "tanggal_badan_hukum",
            Type.DATE,
            "Tanggal pengesahan badan hukum.",
            "2018-04-17",
            _DEED,
            ("tanggal_badan_hukum",),
            is_required=False,
        ),
        Column("jenis", Type.STRING, "Jenis koperasi.", "produsen", _OFFICE, ("jenis",)),
        Column(
            "bentuk", Type.STRING, "Bentuk dan wilayah keanggotaan.", "primer_kabupaten", _OFFICE, ("bentuk",)
        ),
        Column("pola", Type.STRING, "Pola pengelolaan.", "konvensional", _OFFICE, ("pola",)),
        Column(
            "kelompok",
            Type.STRING,
            "Kelompok koperasi.",
            "nelayan",
            _OFFICE,
            ("kelompok",),
            is_required=False,
        ),
        Column(
            "sektor",
            Type.STRING,
            "Sektor usaha, dengan kata-kata koperasi.",
            "perikanan",
            _OFFICE,
            ("sektor",),
            is_required=False,
        ),
        Column(
            "tahun_buku_rat_terakhir",
            Type.YEAR,
            "Tahun buku terakhir yang rapat anggota tahunannya sudah diadakan dan tercatat.",
            "2025",
            "Laporan RAT kepada kantor",
            ("rapatanggota__tahun_buku",),
            annotation="last_book_year",
            is_required=False,
        ),
        *place_columns("desa"),
        Column(
            "tayang_sejak",
            Type.DATE,
            "Tanggal koperasi ditayangkan di situs ini.",
            "2026-10-12",
            _OFFICE,
            ("published_at",),
            finish=timezone.localdate,
        ),
        page_column("https://usaha.contoh.go.id/koperasi/koperasi-nelayan-togean/", view="koperasi:detail"),
    ),
    remarks=("Pengurus, nomor telepon, surel, alamat kantor, dan angka keuangan tidak termasuk.",),
)
