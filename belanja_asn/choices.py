from django.db import models


class KeadaanBelanja(models.TextChoices):
    MENUNGGU = "menunggu", "Menunggu konfirmasi"
    DIKONFIRMASI = "dikonfirmasi", "Dikonfirmasi"
    DITOLAK = "ditolak", "Ditolak"


class SaluranBelanja(models.TextChoices):
    """Which door a purchase came through."""

    PONSEL = "ponsel", "Dicatat ASN sendiri"
    REKAP = "rekap", "Dicatat petugas rekap"
    LEMBAR = "lembar", "Lembar (Excel)"


class IdentitasAsn(models.TextChoices):
    """What an ASN is asked about themselves: as little as the rule allows."""

    TANPA = "tanpa", "Tidak ditanyakan, cukup perangkat daerahnya"
    NAMA = "nama", "Nama"
    NIP = "nip", "NIP"


class JenisPenjual(models.TextChoices):
    SEMUA = "semua", "Usaha dan koperasi"
    USAHA = "usaha", "Usaha saja"
    KOPERASI = "koperasi", "Koperasi saja"


class SyaratPenjual(models.TextChoices):
    TERDAFTAR = "terdaftar", "Terdaftar di portal"
    TERVERIFIKASI = "terverifikasi", "Sudah diverifikasi dinas"
    TAYANG = "tayang", "Tampil di situs"


class KeadaanLapor(models.TextChoices):
    """Zero and silence are two answers."""

    BELUM = "belum", "Belum melapor"
    NIHIL = "nihil", "Melapor nihil"
    MELAPOR = "melapor", "Sudah melapor"
