"""Everything that the office holds of an owner, part by part (UU 27/2022 Pasal 7), and what is left out and why.

A model that leads to a person stands in a part or in `LEFT_OUT`: `tests/akun/test_data_saya.py` walks them all.
"""

from akun.data_saya.bagian import MOST, Bagian, Lembar
from akun.data_saya.diri import OF_PERSON
from akun.data_saya.usaha import OF_BUSINESSES

__all__ = ["BAGIAN", "LEFT_OUT", "MOST", "NOT_TOLD", "Bagian", "Lembar"]

_COUNTS = "Hitungan kunjungan dan tombol pesan. Hitungan itu tanpa nama siapa pun dan tampil di “Usaha saya”."

# Models that lead to an owner and are told nowhere, each with what the owner reads of it.
LEFT_OUT: dict[str, str] = {
    "pesanan.KlikPesan": _COUNTS,
    "pesanan.KunjunganHalaman": _COUNTS,
    "etalase.RincianPenyelesaian": "Rincian pembayaran titipan. Isinya penjualan yang sudah tampil di atas.",
}

# The same in one list, with what leads to nobody's account.
NOT_TOLD: tuple[str, ...] = (
    *dict.fromkeys(LEFT_OUT.values()),
    "Nama, NIP, dan nota ASN yang belanja di usaha Anda, serta kontak dan kata-kata pelapor. Itu data orang lain.",
    "Isi surat dan berkas yang Anda serahkan. Di sini hanya tampil bahwa ada; mintalah salinannya di kantor.",
    "Jejak perubahan data, lembar impor, dan cadangan. Isinya nilai lama dari data di atas.",
    "Buku tamu, dan belanja yang Anda catat sendiri sebagai ASN. Keduanya tidak terhubung dengan akun siapa pun.",
)

BAGIAN: dict[str, Bagian] = {bagian.slug: bagian for bagian in (*OF_PERSON, *OF_BUSINESSES)}
