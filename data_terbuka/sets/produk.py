from django.utils import timezone

from data_terbuka.columns import Column, Type
from data_terbuka.data_set import RecordSet
from data_terbuka.sets.place import code_column, page_column, place_columns
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.models import Persetujuan, Usaha

_OFFICE = "Pendataan kantor"
_SELLER = "Keterangan penjual kepada kantor"

PRODUK = RecordSet(
    slug="produk",
    title="Produk",
    summary="Produk usaha mikro dan koperasi yang tayang di situs ini: harga, satuan, penjual, dan wilayahnya.",
    row_meaning="Satu baris adalah satu produk yang sedang tayang.",
    keywords=("produk lokal", "UMKM", "harga", "halal"),
    model=Produk,
    records=lambda: Produk.objects.listed().with_halal(),
    made_of=(Produk, Usaha, Koperasi, Persetujuan, Sertifikat, Sertifikat.produk.through),
    columns=(
        code_column("abon-ikan-tuna", of="produk"),
        Column("nama", Type.STRING, "Nama produk.", "Abon ikan tuna", _SELLER, ("name",)),
        Column(
            "kode_kategori",
            Type.STRING,
            "Kode kategori produk di situs ini.",
            "makanan",
            _OFFICE,
            ("kategori__slug",),
        ),
        Column("kategori", Type.STRING, "Nama kategori produk.", "Makanan", _OFFICE, ("kategori__name",)),
        Column("harga", Type.INTEGER, "Harga dalam rupiah untuk satu satuan.", "35000", _SELLER, ("price",)),
        Column("satuan", Type.STRING, "Satuan yang dihargai.", "bungkus", _SELLER, ("satuan",)),
        Column(
            "tersedia", Type.BOOLEAN, "Apakah produk sedang tersedia.", "true", _SELLER, ("is_available",)
        ),
        Column(
            "dipastikan_pada",
            Type.DATE,
            "Tanggal harga dan ketersediaan terakhir dipastikan.",
            "2026-11-02",
            _OFFICE,
            ("refreshed_on",),
        ),
        Column(
            "halal",
            Type.BOOLEAN,
            "Apakah sertifikat halal yang diperiksa petugas dan masih berlaku menyebut produk ini. "
            "“false” berarti belum tercatat, bukan berarti tidak halal.",
            "true",
            "Sertifikat halal (BPJPH)",
            ("sertifikat__jenis",),
            annotation="is_halal",
        ),
        Column(
            "kode_usaha",
            Type.STRING,
            "Kode usaha yang menjual, sama dengan “kode” pada data usaha; kosong bila penjualnya koperasi.",
            "dapur-sitti",
            "Dibuat portal",
            ("usaha__slug",),
            is_required=False,
        ),
        Column(
            "kode_koperasi",
            Type.STRING,
            "Kode koperasi yang menjual, sama dengan “kode” pada data koperasi; kosong bila penjualnya usaha.",
            "koperasi-nelayan-togean",
            "Dibuat portal",
            ("koperasi__slug",),
            is_required=False,
        ),
        Column(
            "penjual",
            Type.STRING,
            "Nama usaha atau koperasi yang menjual.",
            "Dapur Sitti",
            _SELLER,
            ("usaha__name", "koperasi__name"),
        ),
        *place_columns("usaha__desa", "koperasi__desa"),
        Column(
            "tayang_sejak",
            Type.DATE,
            "Tanggal produk ditayangkan di situs ini.",
            "2026-10-14",
            _OFFICE,
            ("published_at",),
            finish=timezone.localdate,
        ),
        page_column("https://usaha.contoh.go.id/produk/abon-ikan-tuna/", view="produk:detail"),
    ),
    remarks=(
        "Harga ditetapkan penjual dan dapat berubah; lihat kolom “dipastikan_pada”.",
        "Cerita produk dan foto tidak termasuk: keduanya dapat memuat keterangan tentang orang.",
    ),
)
