"""Of the businesses: what is known of them, and what the office's programmes recorded."""

from typing import Any

from django.db.models import Q
from django.urls import reverse

from akun.data_saya.bagian import Bagian, Beneath, Facts, of, stored
from belanja_asn.models import Belanja
from common.templatetags.indonesia import angka, rupiah, sampai, tanggal, tanggal_waktu
from etalase.models import MutasiTitipan, Penyelesaian, Titipan
from fasilitasi.models import Fasilitasi
from kegiatan.models import Peserta
from koperasi.models import Keanggotaan, KerjaSama
from legalitas.models import Pengingat, Sertifikat
from masukan.models import Masukan
from produk.models import Produk
from surat.models import PenerimaSurat, SertifikatHadir, Surat
from umkm.models import DataTahunan, Pemilik, Usaha

_BUYERS = "Of the civil servant who bought."


def _of_feedback(pemilik: Pemilik) -> Q:
    """Each found by its own index."""
    rows = Masukan.objects.order_by()
    about = rows.filter(usaha__pemilik=pemilik).values("pk")
    return Q(pk__in=about.union(rows.filter(produk__usaha__pemilik=pemilik).values("pk")))


def _page_of(usaha: Usaha) -> str:
    return "" if usaha.archived_at else reverse("akun:business", args=[usaha.slug])


def _page_of_product(produk: Any) -> str:
    is_open = not (produk.archived_at or produk.usaha.archived_at)
    return reverse("akun:product", args=[produk.usaha.slug, produk.pk]) if is_open else ""


def _page_of_case(case: Any) -> str:
    is_open = not (case.archived_at or case.usaha.archived_at)
    return reverse("akun:case", args=[case.nomor]) if is_open else ""


def _event(peserta: Peserta) -> str:
    event = peserta.kegiatan
    return f"{event}, {sampai(event.begins_on, event.ends_on)}"


def _paper(peserta: Peserta) -> Any:
    paper = getattr(peserta, "sertifikathadir", None)
    return paper and paper.dokumen


def _certified(rows: list[Peserta]) -> list[Facts]:
    return [[("Sertifikat hadir", paper.nomor if (paper := _paper(each)) else "")] for each in rows]


def _page_of_paper(peserta: Any) -> str:
    paper = _paper(peserta)
    return reverse("my_certificate", args=[paper.code]) if paper and not peserta.usaha.archived_at else ""


def _step(step: Any) -> str:
    return f"{step.label} {tanggal(step.happened_on)}" + (f" ({step.notes})" if step.notes else "")


def _document(received: Any) -> str:
    told = (str(received), f"diterima {tanggal(received.received_at)}", stored(received.file), received.notes)
    return "; ".join(each for each in told if each)


def _opening(opening: Any) -> str:
    return f"{opening.document} oleh {opening.opened_by}, {tanggal_waktu(opening.opened_at)}"


def _item(item: Any) -> str:
    return f"{angka(item.jumlah)} {item.name}"


def _settled(rows: list[Penyelesaian]) -> list[Facts]:
    return [[("Jumlah untuk Anda", rupiah(each.total)), ("Keadaan", each.keadaan)] for each in rows]


OF_BUSINESSES = (
    Bagian(
        "usaha",
        "Usaha",
        Usaha,
        of("pemilik"),
        "name status_usaha bidang_usaha kbli kegiatan_utama tahun_mulai is_perikanan description jam_buka nib "
        "nib_issued_on npwp whatsapp photo address rt rw desa latitude longitude skala_dinyatakan skala_terhitung "
        "notes created_at verified_at published_at archived_at",
        select=("desa__kecamatan",),
        url=_page_of,
        is_card=True,
    ),
    Bagian(
        "angka",
        "Angka usaha per tahun",
        DataTahunan,
        of("usaha__pemilik"),
        "penjualan_tahunan skala_penjualan modal_usaha skala_modal tenaga_kerja_l tenaga_kerja_p source",
        heading=lambda figures: f"{figures.usaha}, {figures.tahun}",
        select=("usaha",),
    ),
    Bagian(
        "produk",
        "Produk",
        Produk,
        of("usaha__pemilik"),
        "name usaha kategori price satuan description is_available refreshed_on created_at verified_at published_at "
        "archived_at",
        beneath=(Beneath("Foto", "foto_set"),),
        url=_page_of_product,
    ),
    Bagian(
        "sertifikat",
        "Sertifikat dan nomor",
        Sertifikat,
        of("usaha__pemilik"),
        "jenis usaha number_on_paper nomor_ketetapan merek penerbit issued_on valid_until commitment_due_on "
        "commitment_met_on scan notes verified_at archived_at",
        beneath=(Beneath("Produk", "produk"),),
    ),
    Bagian(
        "pengingat",
        "Pengingat dari petugas",
        Pengingat,
        of("usaha__pemilik"),
        "jenis usaha reminded_at channel notes reminded_by",
    ),
    Bagian(
        "permohonan",
        "Permohonan bantuan",
        Fasilitasi,
        of("usaha__pemilik"),
        "usaha status applied_on result_on merek petugas pendamping lembaga_penerbit angkatan tahun_anggaran "
        "sumber_dana biaya jumlah_unit alasan_ulang notes archived_at",
        heading=str,
        select=("jenis",),
        beneath=(
            Beneath("Produk", "produk"),
            Beneath("Hasil", "nilaihasil_set", str, ("isian",)),
            Beneath("Langkah", "langkahfasilitasi_set", _step, ("tahap",)),
            Beneath("Berkas", "berkasfasilitasi_set", _document, ("berkas",)),
            Beneath("Berkas dibuka", "pembukaanberkas_set", _opening, ("opened_by",)),
        ),
        url=_page_of_case,
    ),
    Bagian(
        "kegiatan",
        "Kegiatan",
        Peserta,
        of("usaha__pemilik"),
        "usaha name jenis_kelamin phone status queued_at registered_by cancelled_at penjualan",
        heading=_event,
        select=("kegiatan", "sertifikathadir__dokumen"),
        beneath=(
            Beneath(
                "Hadir", "kehadiran_set", lambda day: tanggal(day.happened_on), none="tidak tercatat hadir"
            ),
        ),
        further=_certified,
        url=_page_of_paper,
        also=(SertifikatHadir,),
    ),
    Bagian(
        "keanggotaan",
        "Keanggotaan koperasi",
        Keanggotaan,
        of("usaha__pemilik"),
        "koperasi usaha peran started_on ended_on",
    ),
    Bagian(
        "kerja-sama",
        "Kerja sama dengan koperasi",
        KerjaSama,
        of("usaha__pemilik"),
        "koperasi usaha bentuk barang nilai sifat_nilai started_on ended_on notes",
    ),
    Bagian(
        "titipan",
        "Barang titipan di etalase",
        Titipan,
        of("produk__usaha__pemilik"),
        "produk started_on harga_titip harga_jual stok",
    ),
    Bagian(
        "mutasi",
        "Keluar masuk barang titipan",
        MutasiTitipan,
        of("titipan__produk__usaha__pemilik"),
        "happened_on jenis jumlah notes reason recorded_by",
        heading=lambda line: str(line.titipan.produk),
        select=("titipan__produk",),
    ),
    Bagian(
        "pembayaran",
        "Pembayaran barang titipan",
        Penyelesaian,
        of("usaha__pemilik"),
        "usaha started_on ended_on paid_on cancelled_at reason",
        heading=lambda settlement: settlement.nomor,
        rows=lambda: Penyelesaian.objects.with_total(),
        further=_settled,
    ),
    Bagian(
        "belanja",
        "Belanja ASN di usaha Anda",
        Belanja,
        of("usaha__pemilik"),
        "bought_on usaha nilai keadaan",
        beneath=(Beneath("Barang", "itembelanja_set", _item),),
        hidden=dict.fromkeys(("pembeli", "nip", "pembeli_index", "nota"), _BUYERS),
    ),
    Bagian(
        "surat",
        "Surat kantor tentang usaha Anda",
        Surat,
        of("usaha__pemilik"),
        "dokumen jenis usaha merek tahun",
        hidden={"content": "Printed on the letter; the paper itself is handed out by the office."},
    ),
    Bagian(
        "undangan",
        "Surat undangan kepada usaha Anda",
        PenerimaSurat,
        of("usaha__pemilik"),
        "usaha",
        heading=lambda sent: str(sent.surat.dokumen),
        select=("surat__dokumen",),
    ),
    Bagian(
        "masukan",
        "Laporan pengunjung tentang halaman Anda",
        Masukan,
        _of_feedback,
        "jenis created_at finished_at",
        hidden={"contact": "Of the visitor who told."},
    ),
)
