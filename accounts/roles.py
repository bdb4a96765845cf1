"""The four roles and what each may do. Loaded as groups by `manage.py load_roles`; the office may then adjust them."""

PETUGAS, VERIFIKATOR, PEJABAT, ADMIN = "Petugas", "Verifikator", "Pejabat", "Admin"

_RECORDS = (
    "umkm.pemilik",
    "umkm.usaha",
    "umkm.datatahunan",
    "umkm.persetujuan",
    "koperasi.koperasi",
    "koperasi.pengurus",
    "koperasi.rapatanggota",
    "koperasi.pemeriksaankesehatan",
    "koperasi.kdmp",
    "koperasi.keanggotaan",
    "koperasi.kerjasama",
    "produk.produk",
    "produk.foto",
    "legalitas.sertifikat",
    "fasilitasi.fasilitasi",
    "fasilitasi.langkahfasilitasi",
    "fasilitasi.angkatan",
    "kegiatan.kegiatan",
    "kegiatan.materi",
    "kegiatan.peserta",
)
_REFERENCE = (
    "wilayah.kecamatan",
    "wilayah.desa",
    "umkm.kbli",
    "umkm.batasskala",
    "produk.kategori",
    "fasilitasi.jenisfasilitasi",
    "fasilitasi.tahapjenis",
    "fasilitasi.berkasjenis",
)
# 1 ASN 1 Produk: what the office keeps month by month, and what only an admin sets.
_PROGRAMME = ("belanja_asn.opd", "belanja_asn.jumlahasn", "belanja_asn.laporanopd")
_PROGRAMME_RULES = ("belanja_asn.aturanbelanja", "belanja_asn.petugasrekap")
_HOUSE = ("etalase.bukutamu", "pengumuman.pengumuman")
_SHELF = ("etalase.titipan", "etalase.mutasititipan", "etalase.penyelesaian")
_TARGETS = ("fasilitasi.indikator", "fasilitasi.target")
_SETTINGS = (
    *_REFERENCE,
    *_TARGETS,
    "fasilitasi.rekapawal",
    "laporan.kop",
    "laporan.pejabat",
    "surat.jenissurat",
)


def _permissions(models: tuple[str, ...], *verbs: str) -> set[str]:
    return {f"{app}.{verb}_{model}" for app, model in (name.split(".") for name in models) for verb in verbs}


_SEE = _permissions((*_RECORDS, *_REFERENCE, *_HOUSE, *_SHELF, "masukan.masukan"), "view") | _permissions(
    ("belanja_asn.belanja", *_PROGRAMME, *_PROGRAMME_RULES), "view"
)
_REGISTER = (
    _SEE
    | _permissions((*_RECORDS, *_HOUSE, *_PROGRAMME), "add", "change")
    | {
        "etalase.add_mutasititipan",
        "etalase.reverse_mutasititipan",
        "etalase.add_penyelesaian",
        "etalase.change_penyelesaian",
        "umkm.view_personal_data",
        "spreadsheets.add_import",
        "masukan.change_masukan",
        "akun.add_undangan",
        "akun.view_usulan",
        "akun.view_permintaandata",
        "akun.change_permintaandata",
        "umkm.view_pengelola",
        "umkm.change_pengelola",
        "pendaftaran.view_pendaftaran",
        "pendaftaran.change_pendaftaran",
        "belanja_asn.change_belanja",
        "legalitas.add_pengingat",
    }
)
_VERIFY = (
    _REGISTER
    | _permissions(_TARGETS, "view")
    | {
        "akun.change_usulan",
        "umkm.verify_usaha",
        "umkm.publish_usaha",
        "koperasi.verify_koperasi",
        "koperasi.publish_koperasi",
        "produk.verify_produk",
        "produk.publish_produk",
        "pengumuman.publish_pengumuman",
        "legalitas.verify_sertifikat",
        "kegiatan.verify_kegiatan",
        "kegiatan.publish_kegiatan",
        "fasilitasi.finish_fasilitasi",
        "laporan.view_laporan",
        "laporan.issue_laporan",
        "surat.view_surat",
        "surat.issue_surat",
        "fasilitasi.view_rekapawal",
    }
)
_REPORT = (
    _SEE
    | _permissions(_TARGETS, "view")
    | {
        "laporan.view_laporan",
        "laporan.approve_laporan",
        "laporan.issue_laporan",
        "surat.view_surat",
        "surat.issue_surat",
        "laporan.view_kop",
        "laporan.view_pejabat",
        "fasilitasi.view_rekapawal",
    }
)
_MANAGE = (
    _VERIFY
    | _permissions(_SETTINGS, "view", "add", "change")
    | _permissions(_PROGRAMME_RULES, "add", "change")
    | {
        "accounts.view_user",
        "accounts.add_user",
        "accounts.change_user",
        "auth.view_group",
        "auth.change_group",
        "umkm.reveal_nik",
        "umkm.view_pembukaannik",
        "fasilitasi.view_pembukaanberkas",
        "spreadsheets.view_all_imports",
        "accounts.view_unduhandatapribadi",
    }
)

ROLES: dict[str, frozenset[str]] = {
    PETUGAS: frozenset(_REGISTER | {"umkm.reveal_nik"}),
    VERIFIKATOR: frozenset(_VERIFY | {"umkm.reveal_nik"}),
    PEJABAT: frozenset(_REPORT),
    ADMIN: frozenset(_MANAGE),
}
