"""Who a letter of the office speaks for, as the paper names them (domain 6.4)."""

from collections.abc import Iterable

from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from umkm.models import Usaha

Details = list[tuple[str, str]]


def details_of(subject: Usaha | Koperasi) -> Details:
    """Label and text of each line; what is not on record has no line."""
    if isinstance(subject, Koperasi):
        told = [
            ("Nama koperasi", subject.name),
            ("Badan hukum", subject.nomor_badan_hukum),
            ("NIK Koperasi", subject.nik_koperasi),
            ("NIB", subject.nib),
        ]
    else:
        told = [
            ("Nama pemilik", subject.pemilik.name),
            ("Nama usaha", subject.name),
            ("Bidang usaha", subject.kegiatan_utama or subject.get_bidang_usaha_display()),
            ("NIB", subject.nib),
            ("Berusaha sejak", str(subject.tahun_mulai or "")),
        ]
    return _known([*told, ("Alamat", address_of(subject))])


def details_of_brand(case: Fasilitasi) -> Details:
    goods = ", ".join(case.produk.values_list("name", flat=True))
    return [*details_of(case.subject), *_known([("Merek", case.merek), ("Barang/jasa", goods)])]


def address_of(subject: Usaha | Koperasi) -> str:
    if subject.desa is None:
        return subject.address
    place = f"{desa_of(subject)}, Kecamatan {subject.desa.kecamatan.name}"
    return f"{subject.address}, {place}" if subject.address else place


def desa_of(subject: Usaha | Koperasi) -> str:
    """`Desa Tojo`; empty where none is on record."""
    return f"{subject.desa.get_jenis_display()} {subject.desa.name}" if subject.desa else ""


def _known(told: Iterable[tuple[str, str]]) -> Details:
    return [(label, text) for label, text in told if text]
