"""Accounts, sheets, owners and what they make, and what visitors send."""

from rumah_usaha.privacy.kinds import ARCHIVE, STATES, TIMES, Sorted

REGISTERS: dict[str, Sorted] = {
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
        staff=f"{TIMES} usaha produk proposed_by notes is_accepted decided_at decided_by",
        personal="values",
    ),
    "akun.PermintaanData": Sorted(
        staff=f"{TIMES} pemilik jenis notes finished_at finished_by", personal="description"
    ),
    "umkm.Kbli": Sorted(public="id edition code title kategori"),
    "umkm.BatasSkala": Sorted(
        public="id berlaku_mulai skala modal_maksimum penjualan_maksimum dasar_hukum",
    ),
    "umkm.Pemilik": Sorted(
        staff=f"{TIMES} {ARCHIVE} account",
        personal=(
            "name nik nik_index jenis_kelamin tempat_lahir tanggal_lahir pendidikan is_aparatur "
            "phone email address rt rw desa notes"
        ),
    ),
    "umkm.Persetujuan": Sorted(
        staff="id pemilik purpose channel text_version given_on recorded_by withdrawn_at withdrawn_by",
    ),
    "umkm.Pengelola": Sorted(staff="id usaha user given_at given_by is_waiting ended_at ended_by"),
    "umkm.PembukaanNik": Sorted(staff="id pemilik number_kind reason opened_by opened_at"),
    "umkm.Usaha": Sorted(
        public=(
            "name slug status_usaha bidang_usaha kbli kegiatan_utama tahun_mulai is_perikanan description desa "
            "jam_buka "
            "published_at is_listed"
        ),
        staff=f"{STATES} pemilik nib nib_issued_on skala_dinyatakan skala_terhitung skala_dasar notes",
        personal="npwp whatsapp photo address rt rw latitude longitude",
    ),
    "umkm.DataTahunan": Sorted(
        staff=f"{TIMES} usaha tahun tenaga_kerja_l tenaga_kerja_p source",
        # What a person's business earns and owns is financial data of that person (Pasal 4).
        personal="modal_usaha penjualan_tahunan skala_modal skala_penjualan",
    ),
    "koperasi.Koperasi": Sorted(
        public=(
            "name slug nomor_badan_hukum tanggal_badan_hukum nik_koperasi jenis bentuk pola kelompok sektor "
            "description photo desa address usaha published_at is_listed"
        ),
        staff=f"{STATES} nib npwp is_active_declared phone_consented_at phone_consented_by notes",
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
        staff=f"{TIMES} barang started_on ended_on notes",
        # What a person's business earns or owes is that person's own matter (Pasal 4).
        personal="nilai sifat_nilai",
    ),
    "koperasi.RapatAnggota": Sorted(
        public="koperasi tahun_buku held_on",
        staff=(
            f"{TIMES} hadir anggota_l anggota_p calon_anggota manajer karyawan modal_sendiri modal_luar aset "
            "volume_usaha shu notes"
        ),
    ),
    "produk.Kategori": Sorted(public="id name slug position wajib_halal"),
    "koperasi.Kdmp": Sorted(
        staff=f"{TIMES} desa musdesus_on nomor_akta tanggal_akta bank anggota_l anggota_p gerai notes"
    ),
    "koperasi.PemeriksaanKesehatan": Sorted(
        staff=f"{TIMES} koperasi tahun examined_on skor hasil_dinyatakan examiner notes"
    ),
    "produk.Produk": Sorted(
        public=(
            "usaha koperasi kategori name slug description price satuan is_available refreshed_on "
            "published_at is_listed position kecamatan search_name search_document"
        ),
        staff=STATES,
    ),
    "produk.Foto": Sorted(public="produk image alt position width height", staff=TIMES),
    "produk.Word": Sorted(public="id word documents named sound stem"),
    "masukan.Masukan": Sorted(
        staff=(
            f"{TIMES} {ARCHIVE} produk usaha koperasi jenis description notes contact_consented_at text_version "
            "started_at started_by finished_at finished_by"
        ),
        # Erased six months after the matter is closed.
        personal="contact",
    ),
    "pendaftaran.Pendaftaran": Sorted(
        staff=(
            f"{TIMES} key_index nomor answered bidang_usaha status_usaha desa kategori price satuan tujuan "
            "text_version submitted_at returned_at returned_by decided_at decided_by hasil pemilik usaha"
        ),
        # Erased with the draft after 30 days, or six months after the decision.
        personal="phone name nik jenis_kelamin nama_usaha kegiatan_utama nib address nama_produk photo reason",
    ),
    "pesanan.KlikPesan": Sorted(staff="id produk clicked_on jumlah"),
    "pesanan.KunjunganHalaman": Sorted(staff="id produk usaha koperasi viewed_on jumlah"),
}
