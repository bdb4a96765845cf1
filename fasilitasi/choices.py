from django.db import models


class UntukSiapa(models.TextChoices):
    USAHA = "usaha", "Usaha"
    KOPERASI = "koperasi", "Koperasi"
    KEDUANYA = "keduanya", "Usaha atau koperasi"


class SatuanHitung(models.TextChoices):
    """What one finished case counts as in reports."""

    USAHA = "usaha", "Usaha"
    PRODUK = "produk", "Produk"
    MEREK = "merek", "Merek"
    BIDANG = "bidang", "Bidang"
    KOPERASI = "koperasi", "Koperasi"
    ORANG = "orang", "Orang"
    PELAKU_USAHA = "pelaku_usaha", "Pelaku usaha"


class Status(models.TextChoices):
    DIAJUKAN = "diajukan", "Diajukan"
    DIPERIKSA = "diperiksa", "Berkas diperiksa"
    PERLU_PERBAIKAN = "perlu_perbaikan", "Perlu perbaikan"
    TERVERIFIKASI = "terverifikasi", "Terverifikasi"
    DIPROSES = "diproses", "Diproses di lembaga penerbit"
    TERBIT = "terbit", "Terbit/selesai"
    DITOLAK = "ditolak", "Ditolak"
    DIBATALKAN = "dibatalkan", "Dibatalkan/mundur"


class KeadaanBerkas(models.TextChoices):
    ADA = "ada", "Ada"
    DIPERIKSA = "diperiksa", "Sudah diperiksa"
    PERLU_PERBAIKAN = "perlu_perbaikan", "Perlu perbaikan"


class Isian(models.TextChoices):
    """How one thing that a result consists of is written."""

    TEKS = "teks", "Tulisan"
    ANGKA = "angka", "Bilangan"
    RUPIAH = "rupiah", "Rupiah"
    TANGGAL = "tanggal", "Tanggal"
    PILIHAN = "pilihan", "Pilihan"


class BatasUlang(models.TextChoices):
    """Within what a second grant of the same kind needs a reason."""

    BEBAS = "bebas", "Tidak dibatasi"
    TAHUN = "tahun", "Sekali setahun untuk satu pemohon"
    MEREK = "merek", "Sekali setahun untuk satu merek"
    PRODUK = "produk", "Sekali setahun untuk satu produk"
    SEKALI = "sekali", "Hanya sekali untuk satu pemohon"


class SumberDana(models.TextChoices):
    APBD = "apbd", "APBD"
    DAK = "dak", "DAK"
    APBN = "apbn", "APBN"
    CSR = "csr", "CSR"
    MANDIRI = "mandiri", "Mandiri"


class Ukuran(models.TextChoices):
    """What an indicator measures: finished cases of its kinds, or a state of the registers in percent."""

    FASILITASI = "fasilitasi", "Fasilitasi selesai, dalam satuan jenisnya"
    KOPERASI_AKTIF = "koperasi_aktif", "Koperasi aktif ÷ jumlah koperasi"
    KOPERASI_RAT = "koperasi_rat", "Koperasi yang sudah RAT tahun buku lalu ÷ jumlah koperasi"
    KOPERASI_BAIK = (
        "koperasi_baik",
        "Koperasi aktif yang sehat atau cukup sehat (belum diperiksa: sudah RAT, SHU positif) ÷ jumlah koperasi",
    )
    USAHA_NIB = "usaha_nib", "Usaha ber-NIB ÷ jumlah usaha terdaftar"
