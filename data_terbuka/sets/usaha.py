from django.utils import timezone

from data_terbuka.columns import Column, Type
from data_terbuka.data_set import RecordSet
from data_terbuka.sets.place import code_column, page_column, place_columns
from umkm.models import Persetujuan, Usaha

_OFFICE = "Pendataan kantor"
_OWNER = "Keterangan pemilik kepada kantor"

USAHA = RecordSet(
    slug="usaha",
    title="Usaha",
    summary="Usaha mikro, kecil, dan menengah yang pemiliknya setuju ditampilkan: bidang, kegiatan, dan wilayahnya.",
    row_meaning="Satu baris adalah satu usaha yang sedang tayang. Satu pemilik dapat memiliki beberapa usaha.",
    keywords=("UMKM", "usaha mikro", "KBLI"),
    model=Usaha,
    records=Usaha.objects.listed,
    made_of=(Usaha, Persetujuan),
    columns=(
        code_column("dapur-sitti", of="usaha"),
        Column("nama", Type.STRING, "Nama usaha.", "Dapur Sitti", _OWNER, ("name",)),
        Column("bidang_usaha", Type.STRING, "Bidang usaha.", "makanan_minuman", _OWNER, ("bidang_usaha",)),
        Column(
            "kegiatan_utama",
            Type.STRING,
            "Kegiatan utama, dengan kata-kata pemilik.",
            "mengolah ikan tuna menjadi abon",
            _OWNER,
            ("kegiatan_utama",),
            is_required=False,
        ),
        Column("status_usaha", Type.STRING, "Bentuk usaha.", "perseorangan", _OWNER, ("status_usaha",)),
        Column(
            "kbli",
            Type.STRING,
            "Kode KBLI lima angka. Angka yang sama dapat berarti lain pada edisi lain.",
            "10219",
            "Klasifikasi Baku Lapangan Usaha Indonesia (BPS)",
            ("kbli__code",),
            is_required=False,
        ),
        Column(
            "kbli_edisi",
            Type.YEAR,
            "Edisi KBLI tempat kode itu diambil.",
            "2020",
            "Klasifikasi Baku Lapangan Usaha Indonesia (BPS)",
            ("kbli__edition",),
            is_required=False,
        ),
        Column(
            "tahun_mulai",
            Type.YEAR,
            "Tahun usaha dimulai.",
            "2016",
            _OWNER,
            ("tahun_mulai",),
            is_required=False,
        ),
        *place_columns("desa"),
        Column(
            "tayang_sejak",
            Type.DATE,
            "Tanggal usaha ditayangkan di situs ini.",
            "2026-10-12",
            _OFFICE,
            ("published_at",),
            finish=timezone.localdate,
        ),
        page_column("https://usaha.contoh.go.id/usaha/dapur-sitti/", view="umkm:detail"),
    ),
    remarks=(
        "Bukan daftar seluruh usaha di kabupaten: hanya yang pemiliknya setuju usahanya ditampilkan.",
        (
            "Nama pemilik, nomor telepon, alamat, titik lokasi, foto, dan angka keuangan tidak termasuk, juga bila "
            "pemilik mengizinkannya tampil di halaman usahanya."
        ),
    ),
)
