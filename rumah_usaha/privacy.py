"""Every stored field, sorted once: may the public see it, only staff, or is it about a person (UU 27/2022)?

public    may stand on a public page as soon as its record is listed
staff     working data of the office: screens and reports behind sign-in
personal  about a person or a person's money: masked in lists, never public, exported only with a reason

A personal field in CONSENT may become public once its owner's yes to that purpose is on record.
`tests/house/test_privacy.py` fails on a field that is missing here.
"""

from dataclasses import dataclass

from django.db.models import Field

PUBLIC, STAFF, PERSONAL = "public", "staff", "personal"


@dataclass(frozen=True)
class Sorted:
    public: str = ""
    staff: str = ""
    personal: str = ""

    def __getitem__(self, kind: str) -> list[str]:
        return getattr(self, kind).split()


_TIMES = "id created_at updated_at"
_ARCHIVE = "archived_at archived_by"
_STATES = f"{_TIMES} {_ARCHIVE} is_draft verified_at verified_by published_by"

FIELDS: dict[str, Sorted] = {
    "accounts.User": Sorted(
        staff=(
            "id username name is_superuser is_staff is_active date_joined last_login groups user_permissions "
            "kecamatan"
        ),
        personal="password email",
    ),
    "accounts.UnduhanDataPribadi": Sorted(
        staff="id list_name filter_text row_count file_format reason downloaded_by downloaded_at"
    ),
    "wilayah.Kecamatan": Sorted(public="id code name slug is_island latitude longitude"),
    "wilayah.Desa": Sorted(public="id kecamatan code name jenis postal_code"),
    "spreadsheets.Import": Sorted(
        staff=(
            "id kind file_name sha256 state mapping options counts done total failure stamp fingerprint trail "
            "moved_at uploaded_at uploaded_by committed_at committed_by undone_at undone_by"
        ),
        # The sheets' headers come with examples while an import is open.
        personal="file sheets",
    ),
    "spreadsheets.ImportRow": Sorted(
        staff="id upload sheet number state decision key group written fate",
        personal="caption twin values cells changes problems",
    ),
    "spreadsheets.HeaderShape": Sorted(staff="id kind shape mapping updated_at updated_by"),
    "duplicates.Pair": Sorted(staff="id noun first second reasons likeness weight"),
    "duplicates.NotDuplicate": Sorted(staff="id noun first second decided_at decided_by"),
    "duplicates.Merge": Sorted(
        staff=(
            "id noun survivor loser choices moved changed stayed reason trail merged_at merged_by undone_at undone_by"
        )
    ),
    "duplicates.Sweep": Sorted(staff="id state is_full asked_at officer started_at finished_at counts"),
    "akun.Undangan": Sorted(
        staff="id token_index pemilik usaha given_at given_by expires_at used_at used_by"
    ),
    "akun.Usulan": Sorted(
        staff=f"{_TIMES} usaha produk proposed_by notes is_accepted decided_at decided_by",
        personal="values",
    ),
    "akun.PermintaanData": Sorted(
        staff=f"{_TIMES} pemilik jenis notes finished_at finished_by", personal="description"
    ),
    "umkm.Kbli": Sorted(public="id edition code title kategori"),
    "umkm.BatasSkala": Sorted(
        public="id berlaku_mulai skala modal_maksimum penjualan_maksimum dasar_hukum",
    ),
    "umkm.Pemilik": Sorted(
        staff=f"{_TIMES} {_ARCHIVE} account",
        personal=(
            "name nik nik_index jenis_kelamin tempat_lahir tanggal_lahir pendidikan is_aparatur "
            "phone email address rt rw desa notes"
        ),
    ),
    "umkm.Persetujuan": Sorted(
        staff="id pemilik purpose channel text_version given_on recorded_by withdrawn_at withdrawn_by",
    ),
    "umkm.Pengelola": Sorted(staff="id usaha user given_at given_by ended_at ended_by"),
    "umkm.PembukaanNik": Sorted(staff="id pemilik number_kind reason opened_by opened_at"),
    "umkm.Usaha": Sorted(
        public=(
            "name slug status_usaha bidang_usaha kbli kegiatan_utama tahun_mulai is_perikanan description desa "
            "jam_buka "
            "published_at is_listed"
        ),
        staff=f"{_STATES} pemilik nib nib_issued_on skala_dinyatakan skala_terhitung skala_dasar notes",
        personal="npwp whatsapp photo address rt rw latitude longitude",
    ),
    "umkm.DataTahunan": Sorted(
        staff=f"{_TIMES} usaha tahun tenaga_kerja_l tenaga_kerja_p source",
        # What a person's business earns and owns is financial data of that person (Pasal 4).
        personal="modal_usaha penjualan_tahunan skala_modal skala_penjualan",
    ),
    "koperasi.Koperasi": Sorted(
        public=(
            "name slug nomor_badan_hukum tanggal_badan_hukum nik_koperasi jenis bentuk pola kelompok sektor "
            "description photo desa address usaha published_at is_listed"
        ),
        staff=f"{_STATES} nib npwp is_active_declared phone_consented_at phone_consented_by notes",
        # Usually the chairperson's own.
        personal="phone email",
    ),
    "koperasi.Pengurus": Sorted(
        staff="id koperasi jabatan started_on ended_on",
        personal="name phone",
    ),
    "koperasi.Keanggotaan": Sorted(public="koperasi usaha peran", staff="id started_on ended_on"),
    "koperasi.KerjaSama": Sorted(
        # That a cooperative sells for a listed business; what else they do and for how much stays inside.
        public="koperasi usaha bentuk",
        staff=f"{_TIMES} barang started_on ended_on notes",
        # What a person's business earns or owes is that person's own matter (Pasal 4).
        personal="nilai sifat_nilai",
    ),
    "koperasi.RapatAnggota": Sorted(
        public="koperasi tahun_buku held_on",
        staff=(
            f"{_TIMES} hadir anggota_l anggota_p calon_anggota manajer karyawan modal_sendiri modal_luar aset "
            "volume_usaha shu notes"
        ),
    ),
    "produk.Kategori": Sorted(public="id name slug position wajib_halal"),
    "koperasi.Kdmp": Sorted(
        staff=f"{_TIMES} desa musdesus_on nomor_akta tanggal_akta bank anggota_l anggota_p gerai notes"
    ),
    "koperasi.PemeriksaanKesehatan": Sorted(
        staff=f"{_TIMES} koperasi tahun examined_on skor hasil_dinyatakan examiner notes"
    ),
    "produk.Produk": Sorted(
        public=(
            "usaha koperasi kategori name slug description price satuan is_available refreshed_on "
            "published_at is_listed kecamatan search_name search_document"
        ),
        staff=_STATES,
    ),
    "produk.Foto": Sorted(public="produk image alt position width height", staff=_TIMES),
    "produk.Word": Sorted(public="id word documents named sound stem"),
    "masukan.Masukan": Sorted(
        staff=(
            f"{_TIMES} {_ARCHIVE} produk usaha koperasi jenis description notes contact_consented_at text_version "
            "started_at started_by finished_at finished_by"
        ),
        # Erased six months after the matter is closed.
        personal="contact",
    ),
    "pendaftaran.Pendaftaran": Sorted(
        staff=(
            f"{_TIMES} key_index nomor answered bidang_usaha status_usaha desa kategori price satuan tujuan "
            "text_version submitted_at returned_at returned_by decided_at decided_by hasil pemilik usaha"
        ),
        # Erased with the draft after 30 days, or six months after the decision.
        personal="phone name nik jenis_kelamin nama_usaha kegiatan_utama nib address nama_produk photo reason",
    ),
    "pesanan.KlikPesan": Sorted(staff="id produk clicked_on jumlah"),
    "etalase.BukuTamu": Sorted(
        staff=f"{_TIMES} {_ARCHIVE} asal kecamatan keperluan description jumlah_tamu phone_consented_at text_version",
        # The number is erased six months after the visit.
        personal="name phone",
    ),
    "etalase.Titipan": Sorted(
        # That the house has it; what its owner gets is that owner's own matter.
        public="produk",
        staff=f"{_TIMES} harga_jual started_on stok",
        personal="harga_titip",
    ),
    "etalase.MutasiTitipan": Sorted(
        staff="id titipan jenis jumlah happened_on notes reverses reason recorded_at recorded_by"
    ),
    "etalase.Penyelesaian": Sorted(
        staff=(
            f"{_TIMES} usaha koperasi tahun number started_on ended_on paid_on paid_at paid_by cancelled_at "
            "cancelled_by reason"
        ),
    ),
    "etalase.RincianPenyelesaian": Sorted(staff="id penyelesaian mutasi"),
    "pengumuman.Pengumuman": Sorted(
        public="title slug body is_public bidang_usaha kecamatan koperasi pinned_until published_at is_listed",
        staff=_STATES,
    ),
    "pengumuman.Terbaca": Sorted(staff="id pengumuman user read_at"),
    "legalitas.Sertifikat": Sorted(
        # Through `marks()` only: a land title's number is wealth and never leaves the office.
        public="usaha koperasi jenis number_on_paper merek penerbit issued_on valid_until produk",
        staff=f"{_TIMES} {_ARCHIVE} nomor_ketetapan verified_at verified_by notes commitment_due_on commitment_met_on",
        personal="scan",
    ),
    "legalitas.Pengingat": Sorted(
        staff="id jenis sertifikat usaha koperasi channel notes reminded_at reminded_by"
    ),
    "fasilitasi.JenisFasilitasi": Sorted(
        public="id name slug untuk satuan sertifikat penerbit usual_days position is_active "
        "berlaku_tahun batas_ulang tolak_aparatur omzet_terbanyak",
    ),
    "fasilitasi.TahapJenis": Sorted(public="id jenis name position status is_active"),
    "fasilitasi.BerkasJenis": Sorted(public="id jenis name position is_required is_active"),
    "fasilitasi.Angkatan": Sorted(staff=f"{_TIMES} {_ARCHIVE} jenis name tahun desa kuota notes"),
    "fasilitasi.BerkasFasilitasi": Sorted(
        staff="id fasilitasi berkas keadaan received_at received_by checked_at checked_by",
        personal="file notes",
    ),
    "fasilitasi.PembukaanBerkas": Sorted(staff="id fasilitasi document opened_by opened_at"),
    "fasilitasi.Fasilitasi": Sorted(
        staff=(
            f"{_TIMES} {_ARCHIVE} nomor jenis usaha koperasi produk merek status applied_on result_on "
            "tahun_anggaran sumber_dana biaya jumlah_unit petugas lembaga_penerbit sertifikat notes "
            "tahap angkatan alasan_ulang"
        ),
        personal="pendamping",
    ),
    "fasilitasi.LangkahFasilitasi": Sorted(
        staff="id fasilitasi status tahap happened_on recorded_at recorded_by notes",
    ),
    "fasilitasi.RekapAwal": Sorted(
        public="jenis tahun kecamatan jumlah source source_url source_on",
        staff=f"{_TIMES} notes",
    ),
    "fasilitasi.Indikator": Sorted(
        public="id name slug ukuran jenis satuan formula source notes position is_active",
        staff="created_at updated_at",
    ),
    "fasilitasi.Target": Sorted(
        public="indikator tahun kecamatan triwulan_1 triwulan_2 triwulan_3 triwulan_4", staff=_TIMES
    ),
    "kegiatan.Kegiatan": Sorted(
        public=(
            "jenis name slug begins_on ends_on jam_mulai jam_selesai place desa penyelenggara narasumber description "
            "kuota sasaran bidang_usaha kecamatan jam_pelajaran published_at is_listed called_off_at"
        ),
        staff=(
            f"{_STATES} is_open_to_owners jenis_fasilitasi angkatan key_version called_off_by closed_at closed_by notes"
        ),
    ),
    "kegiatan.Materi": Sorted(public="id kegiatan title link file"),
    "kegiatan.Peserta": Sorted(
        staff=(
            f"{_TIMES} kegiatan usaha koperasi instansi status queued_at registered_by cancelled_at cancelled_by "
            "fasilitasi"
        ),
        # Who goes where, and what was earned there.
        personal="name jenis_kelamin phone penjualan",
    ),
    "kegiatan.Kehadiran": Sorted(staff="id peserta happened_on noted_at officer"),
    "belanja_asn.Opd": Sorted(
        public="name singkatan slug",
        staff=f"{_TIMES} {_ARCHIVE}",
        # Of the officer who is reminded.
        personal="contact phone",
    ),
    "belanja_asn.JumlahAsn": Sorted(public="id opd bulan jumlah"),
    "belanja_asn.PetugasRekap": Sorted(staff="id opd account is_active created_at"),
    "belanja_asn.AturanBelanja": Sorted(
        public=(
            "name dasar_hukum valid_from valid_until nilai_minimum identitas jenis_penjual syarat_penjual "
            "batas_lapor description"
        ),
        staff=_TIMES,
    ),
    "belanja_asn.Belanja": Sorted(
        staff=(
            f"{_TIMES} {_ARCHIVE} code opd bought_on usaha koperasi nomor_nota sha256 channel recorded_by keadaan "
            "decided_at decided_by notes"
        ),
        # Who bought what for how much; names are for the recap officer of that OPD alone.
        personal="pembeli nip pembeli_index nilai nota",
    ),
    "belanja_asn.ItemBelanja": Sorted(staff="id belanja produk name jumlah"),
    "belanja_asn.LaporanOpd": Sorted(
        staff=f"{_TIMES} opd bulan jumlah_ikut nilai notes reported_at reported_by",
    ),
    "laporan.Kop": Sorted(
        public="line_1 line_2 address contact place logo", staff="id paper valid_from valid_until"
    ),
    "laporan.Pejabat": Sorted(
        staff="id name pangkat jabatan sebutan peran valid_from valid_until",
        # The number contains the date of birth: on official paper, never on a web page.
        personal="nip",
    ),
    "laporan.DokumenTerbit": Sorted(
        # What the verification page tells whoever holds the paper; of the signature, name and office only.
        public="code nomor version replaces title subtitle dated_on totals sha256 issued_at",
        staff="id series tahun number subject_key reason reach letterhead issued_by",
        # The signature holds NIP, the paper whatever the report names.
        personal="signature pdf",
    ),
    "laporan.PersetujuanTerbit": Sorted(
        staff=(
            "id slug query reach subject_key digest title subtitle replaces reason approved_at approved_by"
        ),
    ),
    "laporan.UsulanTerbit": Sorted(
        staff="id slug query reach title subtitle replaces proposed_at proposed_by closed_at closed_by"
    ),
    "surat.JenisSurat": Sorted(staff="id slug name klasifikasi singkatan sifat perihal kepada body"),
    "surat.Surat": Sorted(
        staff="dokumen jenis usaha koperasi fasilitasi tahun_buku merek tahun",
        # A statement names the owner and where they do business.
        personal="content",
    ),
    "surat.PenerimaSurat": Sorted(staff="id surat usaha koperasi"),
    "surat.SertifikatHadir": Sorted(staff="dokumen peserta"),
    "laporan.LaporanTerbit": Sorted(
        staff="dokumen persetujuan slug query period scope",
        # Rows of a list of persons are as personal as the records they came from.
        personal="content",
    ),
}

CONSENT: dict[str, str] = {
    "umkm.Pemilik.name": "nama",
    "umkm.Pemilik.phone": "telepon",
    "umkm.Usaha.whatsapp": "telepon",
    "umkm.Usaha.photo": "foto",
    "umkm.Usaha.address": "lokasi",
    "umkm.Usaha.latitude": "lokasi",
    "umkm.Usaha.longitude": "lokasi",
}


def kind_of(field: Field) -> str:
    """PUBLIC, STAFF or PERSONAL. A row of the audit trail is staff's, its copied columns as in the original."""
    if field.name.startswith("pgh_"):
        return STAFF
    model = field.model
    fields = FIELDS[getattr(model, "pgh_tracked_model", model)._meta.label]
    for kind in (PUBLIC, STAFF, PERSONAL):
        if field.name in fields[kind]:
            return kind
    raise LookupError(f"{field} is sorted nowhere in rumah_usaha/privacy.py.")
