"""The shapes of the demo's invented records.

Field names are those of the models, so that the loader copies them over; what points at another record
does so by that record's `key` (a desa or kecamatan by its official code).
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Picture:
    motif: str
    seed: int
    alt: str = ""


@dataclass(frozen=True)
class Consent:
    purpose: str
    channel: str
    given_on: date
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    nik: str
    jenis_kelamin: str
    tempat_lahir: str
    tanggal_lahir: date
    pendidikan: str
    phone: str
    address: str
    rt: str
    rw: str
    desa: str
    consents: tuple[Consent, ...]

    @property
    def short_name(self) -> str:
        """What neighbours say: the first word that is not a title."""
        titles = {"H.", "Hj.", "Moh.", "Muh.", "Andi", "I", "Ni", "Wayan", "Made", "Nyoman", "Ketut", "Putu"}
        words = self.name.split()
        return next((word for word in words if word not in titles), words[-1])


@dataclass(frozen=True)
class Figures:
    tahun: int
    penjualan_tahunan: int
    modal_usaha: int
    tenaga_kerja_l: int
    tenaga_kerja_p: int
    source: str


@dataclass(frozen=True)
class Business:
    key: str
    pemilik: str
    trade: str
    name: str
    status_usaha: str
    bidang_usaha: str
    kbli: str
    kegiatan_utama: str
    nib: str
    nib_issued_on: date | None
    tahun_mulai: int
    is_perikanan: bool
    description: str
    whatsapp: str
    desa: str
    address: str
    rt: str
    rw: str
    latitude: float | None
    longitude: float | None
    skala_dinyatakan: str
    # arsip, draf, menunggu, terverifikasi or tayang: `Publishable.state`.
    state: str
    created_on: date
    verified_on: date | None
    published_on: date | None
    picture: Picture | None
    figures: tuple[Figures, ...]


@dataclass(frozen=True)
class Product:
    key: str
    # The key of a business or of a cooperative.
    seller: str
    kategori: str
    name: str
    description: str
    price: int
    satuan: str
    is_available: bool
    refreshed_on: date
    state: str
    created_on: date
    published_on: date | None
    pictures: tuple[Picture, ...]
    # What the law would ask for; the certificates say what exists. P-IRT: digits 1–3 of the number.
    can_be_halal: bool
    pirt_kind: str


@dataclass(frozen=True)
class Meeting:
    tahun_buku: int
    held_on: date | None
    hadir: int
    anggota_l: int
    anggota_p: int
    calon_anggota: int
    manajer: int
    karyawan: int
    modal_sendiri: int
    modal_luar: int
    aset: int
    volume_usaha: int
    shu: int


@dataclass(frozen=True)
class Officer:
    jabatan: str
    name: str
    phone: str
    started_on: date


@dataclass(frozen=True)
class Membership:
    usaha: str
    peran: str
    started_on: date


@dataclass(frozen=True)
class Dealing:
    koperasi: str
    usaha: str
    bentuk: str
    barang: str
    nilai: int | None
    sifat_nilai: str
    started_on: date


@dataclass(frozen=True)
class VillageStart:
    """What a desa has done for its Koperasi Merah Putih."""

    desa: str
    musdesus_on: date
    nomor_akta: str
    tanggal_akta: date | None
    bank: str
    anggota_l: int | None
    anggota_p: int | None
    gerai: tuple[str, ...]


@dataclass(frozen=True)
class Examination:
    koperasi: str
    tahun: int
    examined_on: date
    skor: int  # in hundredths
    examiner: str


@dataclass(frozen=True)
class Cooperative:
    key: str
    name: str
    nomor_badan_hukum: str
    tanggal_badan_hukum: date
    nik_koperasi: str
    nib: str
    jenis: str
    bentuk: str
    pola: str
    kelompok: str
    sektor: str
    description: str
    desa: str
    address: str
    phone: str
    phone_consented_on: date | None
    is_active_declared: bool | None
    state: str
    created_on: date
    published_on: date | None
    picture: Picture | None
    meetings: tuple[Meeting, ...]
    officers: tuple[Officer, ...]
    members: tuple[Membership, ...]


@dataclass(frozen=True)
class Certificate:
    key: str
    # The key of a business or of a cooperative.
    subject: str
    jenis: str
    number_on_paper: str
    penerbit: str
    issued_on: date
    valid_until: date | None = None
    nomor_ketetapan: str = ""
    merek: str = ""
    produk: tuple[str, ...] = ()
    verified_on: date | None = None


@dataclass(frozen=True)
class Step:
    status: str
    happened_on: date
    notes: str = ""


@dataclass(frozen=True)
class Case:
    key: str
    # The slug of the kind, as in fasilitasi/data/jenis_fasilitasi.csv.
    jenis: str
    subject: str
    status: str
    applied_on: date
    result_on: date | None
    tahun_anggaran: int
    sumber_dana: str
    biaya: int | None
    jumlah_unit: int
    pendamping: str
    lembaga_penerbit: str
    certificate: str | None
    steps: tuple[Step, ...]
    merek: str = ""
    produk: tuple[str, ...] = field(default=())
    notes: str = ""
