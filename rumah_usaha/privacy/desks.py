"""What the office does with them: the house, its programmes, certificates, cases, reports and letters."""

from rumah_usaha.privacy.kinds import ARCHIVE, STATES, TIMES, Sorted

DESKS: dict[str, Sorted] = {
    "etalase.BukuTamu": Sorted(
        staff=f"{TIMES} {ARCHIVE} asal kecamatan keperluan description jumlah_tamu phone_consented_at text_version",
        # The number is erased six months after the visit.
        personal="name phone",
    ),
    "etalase.Titipan": Sorted(
        # That the house has it; what its owner gets is that owner's own matter.
        public="produk",
        staff=f"{TIMES} harga_jual started_on stok",
        personal="harga_titip",
    ),
    "etalase.MutasiTitipan": Sorted(
        staff="id titipan jenis jumlah happened_on notes reverses reason recorded_at recorded_by"
    ),
    "etalase.Penyelesaian": Sorted(
        staff=(
            f"{TIMES} usaha koperasi tahun number started_on ended_on paid_on paid_at paid_by cancelled_at "
            "cancelled_by reason"
        ),
    ),
    "etalase.RincianPenyelesaian": Sorted(staff="id penyelesaian mutasi"),
    "pengumuman.Pengumuman": Sorted(
        public="title slug body is_public bidang_usaha kecamatan koperasi pinned_until published_at is_listed",
        staff=STATES,
    ),
    "pengumuman.Terbaca": Sorted(staff="id pengumuman user read_at"),
    "legalitas.Sertifikat": Sorted(
        # Through `marks()` only: a land title's number is wealth and never leaves the office.
        public="usaha koperasi jenis number_on_paper merek penerbit issued_on valid_until produk",
        staff=f"{TIMES} {ARCHIVE} nomor_ketetapan verified_at verified_by notes commitment_due_on commitment_met_on",
        personal="scan",
    ),
    "legalitas.Pengingat": Sorted(
        staff="id jenis sertifikat usaha koperasi channel notes reminded_at reminded_by"
    ),
    "fasilitasi.JenisFasilitasi": Sorted(
        public="id name slug untuk satuan sertifikat penerbit usual_days position is_active "
        "berlaku_tahun batas_ulang tolak_aparatur omzet_terbanyak nomor_per_satuan",
    ),
    "fasilitasi.TahapJenis": Sorted(public="id jenis name position status is_active"),
    "fasilitasi.BerkasJenis": Sorted(public="id jenis name position is_required is_active"),
    "fasilitasi.IsianHasil": Sorted(
        public="id jenis name position isian pilihan is_required is_personal is_active"
    ),
    # A kind says which of its values are somebody's money; what is not marked so may still be written beside it.
    "fasilitasi.NilaiHasil": Sorted(staff="id fasilitasi isian", personal="text number dated_on"),
    "fasilitasi.Angkatan": Sorted(staff=f"{TIMES} {ARCHIVE} jenis name tahun desa kuota notes"),
    "fasilitasi.BerkasFasilitasi": Sorted(
        staff="id fasilitasi berkas keadaan received_at received_by checked_at checked_by",
        personal="file notes",
    ),
    "fasilitasi.PembukaanBerkas": Sorted(staff="id fasilitasi document opened_by opened_at"),
    "fasilitasi.Fasilitasi": Sorted(
        staff=(
            f"{TIMES} {ARCHIVE} nomor jenis usaha koperasi produk merek status applied_on result_on "
            "tahun_anggaran sumber_dana biaya jumlah_unit petugas lembaga_penerbit sertifikat notes "
            "tahap angkatan alasan_ulang sertifikat_lain"
        ),
        personal="pendamping",
    ),
    "fasilitasi.LangkahFasilitasi": Sorted(
        staff="id fasilitasi status tahap happened_on recorded_at recorded_by notes is_correction",
    ),
    "fasilitasi.RekapAwal": Sorted(
        public="jenis tahun kecamatan jumlah source source_url source_on",
        staff=f"{TIMES} notes",
    ),
    "fasilitasi.Indikator": Sorted(
        public="id name slug ukuran jenis satuan formula source notes position is_active",
        staff="created_at updated_at",
    ),
    "fasilitasi.Target": Sorted(
        public="indikator tahun kecamatan triwulan_1 triwulan_2 triwulan_3 triwulan_4", staff=TIMES
    ),
    "kegiatan.Kegiatan": Sorted(
        public=(
            "jenis name slug begins_on ends_on jam_mulai jam_selesai place desa penyelenggara narasumber description "
            "kuota sasaran bidang_usaha kecamatan jam_pelajaran published_at is_listed called_off_at"
        ),
        staff=(
            f"{STATES} is_open_to_owners jenis_fasilitasi angkatan key_version called_off_by closed_at closed_by notes"
        ),
    ),
    "kegiatan.Materi": Sorted(public="id kegiatan title link file"),
    "kegiatan.Peserta": Sorted(
        staff=(
            f"{TIMES} kegiatan usaha koperasi instansi status queued_at registered_by cancelled_at cancelled_by "
            "fasilitasi"
        ),
        # Who goes where, and what was earned there.
        personal="name jenis_kelamin phone penjualan",
    ),
    "kegiatan.Kehadiran": Sorted(staff="id peserta happened_on noted_at officer"),
    "belanja_asn.Opd": Sorted(
        public="name singkatan slug",
        staff=f"{TIMES} {ARCHIVE}",
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
        staff=TIMES,
    ),
    "belanja_asn.Belanja": Sorted(
        staff=(
            f"{TIMES} {ARCHIVE} code opd bought_on usaha koperasi nomor_nota sha256 channel recorded_by keadaan "
            "decided_at decided_by notes"
        ),
        # Who bought what for how much; names are for the recap officer of that OPD alone.
        personal="pembeli nip pembeli_index nilai nota",
    ),
    "belanja_asn.ItemBelanja": Sorted(staff="id belanja produk name jumlah"),
    "belanja_asn.LaporanOpd": Sorted(
        staff=f"{TIMES} opd bulan jumlah_ikut nilai notes reported_at reported_by",
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
        staff="dokumen jenis usaha koperasi fasilitasi kegiatan tahun_buku merek tahun",
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
