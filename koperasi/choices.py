"""Classification of cooperatives, as the national register prints it."""

from django.db import models


class JenisKoperasi(models.TextChoices):
    KONSUMEN = "konsumen", "Konsumen"
    PRODUSEN = "produsen", "Produsen"
    JASA = "jasa", "Jasa"
    PEMASARAN = "pemasaran", "Pemasaran"
    SIMPAN_PINJAM = "simpan_pinjam", "Simpan Pinjam"


class Bentuk(models.TextChoices):
    PRIMER_KABUPATEN = "primer_kabupaten", "Primer Kabupaten/Kota"
    PRIMER_PROVINSI = "primer_provinsi", "Primer Provinsi"
    PRIMER_NASIONAL = "primer_nasional", "Primer Nasional"
    SEKUNDER_KABUPATEN = "sekunder_kabupaten", "Sekunder Kabupaten/Kota"
    SEKUNDER_PROVINSI = "sekunder_provinsi", "Sekunder Provinsi"
    SEKUNDER_NASIONAL = "sekunder_nasional", "Sekunder Nasional"


class Pola(models.TextChoices):
    KONVENSIONAL = "konvensional", "Konvensional"
    SYARIAH = "syariah", "Syariah"


class Kelompok(models.TextChoices):
    KDMP = "kdmp", "Koperasi Desa/Kelurahan Merah Putih"
    KUD = "kud", "KUD"
    KPRI = "kpri", "KPRI (pegawai negeri)"
    KOPKAR = "kopkar", "Koperasi karyawan"
    KOPPONTREN = "koppontren", "Koperasi pondok pesantren"
    KOPWAN = "kopwan", "Koperasi wanita"
    KSU = "ksu", "Koperasi serba usaha"
    KSP = "ksp", "KSP"
    KSPPS = "kspps", "KSPPS"
    PERTANIAN = "pertanian", "Koperasi pertanian"
    NELAYAN = "nelayan", "Koperasi perikanan/nelayan"
    KEHUTANAN = "kehutanan", "Koperasi kehutanan"
    LAINNYA = "lainnya", "Lainnya"


class JabatanPengurus(models.TextChoices):
    KETUA = "ketua", "Ketua"
    SEKRETARIS = "sekretaris", "Sekretaris"
    BENDAHARA = "bendahara", "Bendahara"
    PENGAWAS = "pengawas", "Pengawas"
    MANAJER = "manajer", "Manajer/pengelola"


class PeranUsaha(models.TextChoices):
    """How a business stands to its cooperative: the synergy that the programme is about."""

    ANGGOTA = "anggota", "Anggota"
    PEMASOK = "pemasok", "Pemasok"
    DIPASARKAN = "dipasarkan", "Dipasarkan koperasi"
    BINAAN = "binaan", "Binaan"


class JenisGerai(models.TextChoices):
    """Outlets of a Koperasi Merah Putih (Inpres 9/2025)."""

    KANTOR = "kantor", "Kantor koperasi"
    SEMBAKO = "sembako", "Sembako"
    SIMPAN_PINJAM = "simpan_pinjam", "Simpan pinjam"
    KLINIK = "klinik", "Klinik"
    APOTEK = "apotek", "Apotek"
    GUDANG = "gudang", "Gudang/pendingin"
    LOGISTIK = "logistik", "Logistik"


class BentukKerjaSama(models.TextChoices):
    """What a cooperative does for a business; a row of its own for each, however many there are."""

    MEMBELI = "membeli", "Koperasi membeli hasilnya"
    MENJUALKAN = "menjualkan", "Koperasi menjualkan hasilnya"
    MEMINJAMI = "meminjami", "Koperasi meminjami modal"
    MEMASOK = "memasok", "Koperasi memasok bahan atau alat"


class SifatNilai(models.TextChoices):
    """Whether an amount comes back every year; the two kinds are never added up."""

    PER_TAHUN = "per_tahun", "Per tahun"
    SEKALI = "sekali", "Satu kali"
