"""The words that owners agree to, one purpose at a time (UU 27/2022 Pasal 22). New words get a new VERSION."""

from umkm.choices import TujuanPersetujuan

VERSION = "2026-11"
MEANINGS: dict[str, str] = {
    TujuanPersetujuan.KATALOG: (
        "Nama usaha, bidang, desa, cerita, dan produk Anda tampil di situs ini. Tanpa persetujuan ini tidak ada yang "
        "tampil."
    ),
    TujuanPersetujuan.NAMA: "Nama Anda tertulis di halaman usaha sebagai pemilik.",
    TujuanPersetujuan.TELEPON: (
        "Pembeli dapat memesan langsung kepada Anda lewat WhatsApp. Nomornya tersimpan di tautan tombol pesan."
    ),
    TujuanPersetujuan.FOTO: "Foto Anda atau tempat usaha tampil di halaman usaha.",
    TujuanPersetujuan.LOKASI: "Alamat dan titik lokasi usaha tampil, sehingga pembeli dapat datang.",
}
