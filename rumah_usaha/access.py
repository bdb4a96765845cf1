"""The access table: every URL name, and who may open it by reading (GET) and by writing (POST).

Whoever is not named is refused: a visitor or a disabled account is led to sign in, anybody else gets 403 or 404.
A method without people is refused to all. Where a second factor is required, an account without one opens only
the public pages and those marked `before_second_factor`. Rows outside an officer's kecamatan answer 404.

`tests/house/test_access.py` walks the URLconf, fails on a name that is missing here, and requests every cell.
"""

from dataclasses import dataclass

from django.contrib.admin import AdminSite

from accounts.roles import ADMIN, PEJABAT, PETUGAS, ROLES, VERIFIKATOR
from spreadsheets.export import Exporting

VISITOR, WITHOUT_ROLE, SUPERUSER = "Pengunjung", "Tanpa peran", "Superuser"
# Owners have accounts without a role; what opens to whom is decided by whose record it is.
OWNER, OTHER_OWNER, RECAP_OFFICER = "Pemilik usaha", "Pemilik lain", "Petugas rekap"

NOBODY: frozenset[str] = frozenset()
STAFF = frozenset({PETUGAS, VERIFIKATOR, PEJABAT, ADMIN, SUPERUSER})
OWNERS = frozenset({OWNER, OTHER_OWNER})
SIGNED_IN = STAFF | OWNERS | {WITHOUT_ROLE, RECAP_OFFICER}
EVERYBODY = SIGNED_IN | {VISITOR}


@dataclass(frozen=True)
class Door:
    get: frozenset[str] = NOBODY
    post: frozenset[str] = NOBODY
    before_second_factor: bool = False


def holders(*permissions: str) -> frozenset[str]:
    """Roles that hold one of the permissions, as `accounts/roles.py` hands them out; a superuser holds all."""
    return frozenset({SUPERUSER, *(role for role, held in ROLES.items() if held & set(permissions))})


def _both(people: frozenset[str]) -> Door:
    return Door(get=people, post=people)


_OWNER = frozenset({OWNER})
_PUBLIC = Door(get=EVERYBODY)
_OWN_ACCOUNT = Door(get=SIGNED_IN, post=SIGNED_IN, before_second_factor=True)
_REVEAL = _both(holders("umkm.reveal_nik"))
_REPORTS = Door(get=holders("laporan.view_laporan"))
_IMPORTERS = holders("spreadsheets.add_import")
_ALL_IMPORTS = holders("spreadsheets.view_all_imports")
_MERGERS = holders(
    "umkm.change_usaha", "umkm.change_pemilik", "koperasi.change_koperasi", "produk.change_produk"
)
_DOCUMENTS = holders("fasilitasi.change_fasilitasi") & holders("umkm.view_personal_data")

ACCESS: dict[str, Door] = {
    # --- the public site --------------------------------------------------------------------
    "home": _PUBLIC,
    "about": _PUBLIC,
    "privacy": _PUBLIC,
    "produk:list": _PUBLIC,
    "produk:detail": _PUBLIC,
    "produk:picture": _PUBLIC,
    "produk:newest": _PUBLIC,
    "produk:feed": _PUBLIC,
    "suggest": _PUBLIC,
    "map": _PUBLIC,
    "umkm:list": _PUBLIC,
    "umkm:detail": _PUBLIC,
    "umkm:picture": _PUBLIC,
    "koperasi:list": _PUBLIC,
    "koperasi:detail": _PUBLIC,
    "koperasi:picture": _PUBLIC,
    "kegiatan:list": _PUBLIC,
    "kegiatan:detail": _PUBLIC,
    "kegiatan:picture": _PUBLIC,
    "kegiatan:feed": _PUBLIC,
    "kegiatan:calendar": _PUBLIC,
    "kegiatan:arrive": _both(EVERYBODY),
    "pesanan:order": _both(EVERYBODY),
    "pesanan:basket": _PUBLIC,
    "pesanan:goods": _PUBLIC,
    "pesanan:order_many": _both(EVERYBODY),
    # A draft's pages open with the key in the applicant's browser; without it they lead to the first one.
    "pendaftaran:begin": _both(EVERYBODY),
    "pendaftaran:step_pemilik": _both(EVERYBODY),
    "pendaftaran:step_usaha": _both(EVERYBODY),
    "pendaftaran:step_produk": _both(EVERYBODY),
    "pendaftaran:step_persetujuan": _both(EVERYBODY),
    "pendaftaran:check": _both(EVERYBODY),
    "pendaftaran:receipt": _PUBLIC,
    "pendaftaran:discard": Door(post=EVERYBODY),
    "pendaftaran:track": _both(EVERYBODY),
    "office:akun_usulan_state": Door(post=holders("akun.change_usulan")),
    "office:akun_permintaandata_state": Door(post=holders("akun.change_permintaandata")),
    "office:pendaftaran_pendaftaran_photo": Door(get=holders("pendaftaran.view_pendaftaran")),
    "masukan:new": _both(EVERYBODY),
    "masukan:thanks": _PUBLIC,
    "fasilitasi:track": _both(EVERYBODY),
    "etalase:shelf": _PUBLIC,
    "etalase:guest": _both(EVERYBODY),
    "etalase:thanks": _PUBLIC,
    "pengumuman:list": _PUBLIC,
    "pengumuman:detail": _PUBLIC,
    "pengumuman:newest": _PUBLIC,
    "short": _PUBLIC,
    "qr_svg": _PUBLIC,
    "qr_png": _PUBLIC,
    "printed": _both(EVERYBODY),
    "verification": _PUBLIC,
    "verified": _PUBLIC,
    "data_terbuka:index": _PUBLIC,
    "data_terbuka:dictionary": _PUBLIC,
    "data_terbuka:catalogue": _PUBLIC,
    "data_terbuka:schema": _PUBLIC,
    "data_terbuka:csv": _PUBLIC,
    "data_terbuka:json": _PUBLIC,
    "media": _PUBLIC,
    "robots": _PUBLIC,
    "manifest": _PUBLIC,
    "service_worker": _PUBLIC,
    "offline": _PUBLIC,
    "sitemap": _PUBLIC,
    "sitemap_part": _PUBLIC,
    "healthz": _PUBLIC,
    "readyz": _PUBLIC,
    # --- the officials' door ----------------------------------------------------------------
    "laporan:index": _REPORTS,
    "laporan:report": _REPORTS,
    "laporan:receipt": Door(get=holders("fasilitasi.change_fasilitasi")),
    "laporan:attendance": Door(get=holders("kegiatan.change_kegiatan") & holders("umkm.view_personal_data")),
    "laporan:issued": _REPORTS,
    "laporan:issue": _REPORTS,
    "laporan:preview": _REPORTS,
    "laporan:correction": _REPORTS,
    "laporan:approve": Door(post=holders("laporan.approve_laporan")),
    "laporan:approve_correction": Door(post=holders("laporan.approve_laporan")),
    "laporan:publish": Door(post=holders("laporan.issue_laporan")),
    "laporan:waiting": _REPORTS,
    "laporan:ask": Door(post=holders("laporan.view_laporan")),
    "laporan:ask_correction": Door(post=holders("laporan.view_laporan")),
    "laporan:put_aside": Door(post=holders("laporan.view_laporan")),
    "laporan:dashboard": _REPORTS,
    "laporan:buku_saku": _REPORTS,
    "surat:list": Door(get=holders("surat.view_surat")),
    "surat:file": Door(get=holders("surat.view_surat")),
    "surat:certificates": _both(holders("surat.issue_surat")),
    "surat:certificate": Door(get=holders("surat.view_surat")),
    "surat:warning": _both(holders("surat.issue_surat")),
    "surat:warnings": _both(holders("surat.issue_surat")),
    "surat:brand": _both(holders("surat.issue_surat")),
    "surat:statement": _both(holders("surat.issue_surat")),
    "surat:invitation": _both(holders("surat.issue_surat")),
    "surat:handover": _both(holders("surat.issue_surat")),
    "laporan:labels": Door(get=holders("produk.view_produk")),
    # --- sign-in and the own account --------------------------------------------------------
    "account_login": _both(EVERYBODY),
    "account_inactive": _PUBLIC,
    "account_logout": _both(EVERYBODY),
    "account_change_password": _OWN_ACCOUNT,
    "account_reauthenticate": _OWN_ACCOUNT,
    "mfa_index": Door(get=SIGNED_IN, before_second_factor=True),
    "mfa_activate_totp": _OWN_ACCOUNT,
    "mfa_deactivate_totp": _OWN_ACCOUNT,
    "mfa_view_recovery_codes": Door(get=SIGNED_IN, before_second_factor=True),
    "mfa_generate_recovery_codes": _OWN_ACCOUNT,
    "mfa_download_recovery_codes": _OWN_ACCOUNT,
    "mfa_list_webauthn": Door(get=SIGNED_IN, before_second_factor=True),
    "mfa_add_webauthn": _OWN_ACCOUNT,
    "mfa_edit_webauthn": _OWN_ACCOUNT,
    "mfa_remove_webauthn": _OWN_ACCOUNT,
    "mfa_reauthenticate": _OWN_ACCOUNT,
    "mfa_reauthenticate_webauthn": _OWN_ACCOUNT,
    # Between password and second factor; whoever is signed in already is sent on.
    "mfa_authenticate": _OWN_ACCOUNT,
    # --- the owners' door -------------------------------------------------------------------
    "akun:home": Door(get=OWNERS),
    # With a one-time link, whoever one is.
    "akun:claim": _both(EVERYBODY),
    # What is about the account's own owner opens to every owner; one business only to whoever looks after it.
    "akun:consents": _both(OWNERS),
    "akun:papers": Door(get=OWNERS),
    "akun:case": Door(get=_OWNER),
    "akun:bring": Door(post=_OWNER),
    "akun:repaired": Door(post=_OWNER),
    "akun:ask": _both(_OWNER),
    "akun:my_data": _both(OWNERS),
    "akun:identity": _both(_OWNER),
    "akun:helpers": _both(_OWNER),
    "akun:helper_end": Door(post=_OWNER),
    "akun:business": Door(get=_OWNER),
    "akun:profile": _both(_OWNER),
    "akun:product_add": _both(_OWNER),
    "akun:product": _both(_OWNER),
    "akun:availability": Door(post=_OWNER),
    "akun:photo": Door(post=_OWNER),
    "kegiatan_owner:list": Door(get=OWNERS),
    "kegiatan_owner:event": _both(OWNERS),
    "my_certificate": Door(get=frozenset({OWNER})),
    "kegiatan_owner:leave": Door(post=frozenset({OWNER})),
    # --- 1 ASN 1 Produk: everybody, sellers, recap officers, the office ----------------------
    "belanja_asn:index": _PUBLIC,
    "belanja_asn:new": _both(EVERYBODY),
    "belanja_asn:track": _PUBLIC,
    "belanja_asn:purchases": Door(get=OWNERS),
    "belanja_asn:decide": Door(post=frozenset({OWNER})),
    "belanja_asn:nota": Door(get=frozenset({OWNER})),
    "belanja_asn:recap": Door(get=frozenset({RECAP_OFFICER})),
    "belanja_asn:rows": _both(frozenset({RECAP_OFFICER})),
    "belanja_asn:month": _both(frozenset({RECAP_OFFICER})),
    "belanja_asn:reminders": Door(get=holders("belanja_asn.view_opd")),
    "belanja_asn:office_nota": Door(
        get=holders("belanja_asn.view_belanja") & holders("umkm.view_personal_data")
    ),
    "etalase:mine": Door(get=OWNERS),
    "pengumuman:mine": Door(get=OWNERS),
    # Meant for all owners, as the district's is.
    "pengumuman:opened": Door(get=OWNERS),
    # --- the staff door ---------------------------------------------------------------------
    "office:index": _both(STAFF),
    "office:login": Door(get=STAFF, post=STAFF, before_second_factor=True),
    # Whoever is no staff is sent to the front page, which refuses.
    "office:logout": Door(get=SIGNED_IN - STAFF, post=SIGNED_IN),
    "office:password_change": _both(STAFF),
    "office:password_change_done": Door(get=STAFF),
    "office:jsi18n": Door(get=STAFF),
    "office:app_list": _both(STAFF),
    "office:checks": Door(get=STAFF),
    "office:autocomplete": Door(get=holders("wilayah.view_desa")),
    "office:view_on_site": _both(STAFF),
    "office:umkm_pemilik_nik": _both(holders("umkm.view_personal_data")),
    "office:umkm_pemilik_reveal": _REVEAL,
    "office:umkm_usaha_reveal": _REVEAL,
    "office:umkm_pemilik_duplicates": Door(post=holders("umkm.add_pemilik")),
    "office:umkm_usaha_duplicates": Door(post=holders("umkm.add_usaha")),
    "office:koperasi_koperasi_duplicates": Door(post=holders("koperasi.add_koperasi")),
    "office:fasilitasi_fasilitasi_step": _both(holders("fasilitasi.change_fasilitasi")),
    "office:fasilitasi_fasilitasi_finish": _both(holders("fasilitasi.finish_fasilitasi")),
    "office:fasilitasi_fasilitasi_documents": _both(_DOCUMENTS),
    "office:fasilitasi_fasilitasi_judge": Door(post=_DOCUMENTS),
    "office:fasilitasi_fasilitasi_drop": Door(post=_DOCUMENTS),
    "office:fasilitasi_fasilitasi_open": Door(post=_DOCUMENTS),
    "office:kegiatan_kegiatan_presence": _both(holders("kegiatan.change_kegiatan")),
    "office:kegiatan_kegiatan_door": _both(holders("kegiatan.change_kegiatan")),
    "office:kegiatan_kegiatan_turnover": _both(
        holders("kegiatan.change_kegiatan") & holders("umkm.view_personal_data")
    ),
    "office:kegiatan_kegiatan_close": _both(
        holders("kegiatan.change_kegiatan") & holders("fasilitasi.finish_fasilitasi")
    ),
    # --- sheets on their way in -------------------------------------------------------------
    "spreadsheets:list": Door(get=_IMPORTERS),
    "spreadsheets:new": _both(_IMPORTERS),
    "spreadsheets:template": Door(get=_IMPORTERS),
    # An officer's own import opens for that officer, and another's for those who look after all of them.
    "spreadsheets:detail": Door(get=_ALL_IMPORTS),
    "spreadsheets:sheets": _both(_ALL_IMPORTS),
    "spreadsheets:columns": _both(_ALL_IMPORTS),
    "spreadsheets:decide": Door(post=_ALL_IMPORTS),
    "spreadsheets:save": Door(post=_ALL_IMPORTS),
    "spreadsheets:cancel": Door(post=_ALL_IMPORTS),
    "spreadsheets:resume": Door(post=_ALL_IMPORTS),
    "spreadsheets:undo": _both(_ALL_IMPORTS),
    # Whole numbers of people go back to nobody but the officer who brought them.
    "spreadsheets:refused": Door(),
    # --- what may be registered twice: officers who may change both records --------------------
    "duplicates:list": Door(get=_MERGERS),
    "duplicates:sweep": Door(post=_MERGERS),
    "duplicates:compare": _both(_MERGERS),
    "duplicates:tell_apart": Door(post=_MERGERS),
    "duplicates:apart": Door(get=_MERGERS),
    "duplicates:take_back": Door(post=_MERGERS),
    "duplicates:merges": Door(get=_MERGERS),
    "duplicates:merge": Door(get=_MERGERS),
    "duplicates:undo": _both(_MERGERS),
    # --- the house itself: its shelf, what its owners are due, and the paper of both ----------
    "etalase:counter": Door(get=holders("etalase.view_titipan")),
    "etalase:choose": Door(get=holders("etalase.add_mutasititipan")),
    "etalase:bring": _both(holders("etalase.add_mutasititipan")),
    "etalase:move": Door(post=holders("etalase.add_mutasititipan")),
    "etalase:card": Door(get=holders("etalase.view_titipan")),
    "etalase:correct": _both(holders("etalase.reverse_mutasititipan")),
    "etalase:settlements": Door(get=holders("etalase.view_penyelesaian")),
    "etalase:draw_up": _both(holders("etalase.add_penyelesaian")),
    "etalase:settlement": Door(get=holders("etalase.view_penyelesaian")),
    "etalase:paid": Door(post=holders("etalase.change_penyelesaian")),
    "etalase:dropped": _both(holders("etalase.change_penyelesaian")),
    "laporan:stock_card": Door(get=holders("etalase.view_titipan")),
    "laporan:settlement": Door(get=holders("etalase.view_penyelesaian")),
    "laporan:guest_poster": Door(get=holders("etalase.view_bukutamu")),
    # --- the duty calendar: whom to call is seen by all who see certificates, numbers by those who may ---
    "legalitas:calendar": Door(get=holders("legalitas.view_sertifikat")),
    "legalitas:call": Door(
        get=holders("legalitas.view_sertifikat") & holders("umkm.view_personal_data"),
        post=holders("legalitas.add_pengingat") & holders("umkm.view_personal_data"),
    ),
    "invite_owner": _both(holders("akun.add_undangan") & holders("umkm.view_personal_data")),
    "kdmp": Door(get=holders("koperasi.view_kdmp")),
    "legalitas:scan": Door(get=holders("legalitas.view_sertifikat") & holders("umkm.view_personal_data")),
}

# Pages that every noun has at the staff door: verbs that open them by GET and by POST.
OFFICE_PAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "changelist": (("view", "change"), ("view", "change")),
    "add": (("add",), ("add",)),
    "change": (("view", "change"), ("change",)),
    "history": (("view", "change"), ("view", "change")),
    # Records are archived, never deleted.
    "delete": ((), ()),
    # Verify, publish, archive: by POST only.
    "state": ((), ("change",)),
}
# Trails of opened numbers and of downloads are read, never written by hand.
READ_ONLY = frozenset(
    {
        "umkm_pembukaannik",
        "fasilitasi_pembukaanberkas",
        "accounts_unduhandatapribadi",
        # Written at the counter, where stock is looked at.
        "etalase_mutasititipan",
    }
)
# Visitors or the portal itself bring them in; the office works on them.
FROM_OUTSIDE = frozenset(
    {"masukan_masukan", "pendaftaran_pendaftaran", "akun_usulan", "akun_permintaandata", "surat_jenissurat"}
)
FROM_OUTSIDE = frozenset({"masukan_masukan", "surat_jenissurat", "belanja_asn_belanja"})


def office_doors(site: AdminSite) -> dict[str, Door]:
    """The staff door's pages by noun, from the permissions that roles hold."""
    doors: dict[str, Door] = {}
    for model, office in site._registry.items():
        app, noun = model._meta.app_label, model._meta.model_name
        has_states = any(field.name == "archived_at" for field in model._meta.fields)
        for page, verbs in OFFICE_PAGES.items():
            reading, writing = (_office_holders(app, str(noun), each) for each in verbs)
            if page == "state" and not has_states:
                writing = NOBODY
            doors[f"{site.name}:{app}_{noun}_{page}"] = Door(get=reading, post=writing)
        if isinstance(office, Exporting):
            doors[f"{site.name}:{app}_{noun}_export"] = _export_door(office, app, str(noun))
    return doors


def _export_door(office: Exporting, app: str, noun: str) -> Door:
    """Whoever sees the list takes it along by GET; personal data goes by POST, with a reason."""
    readers = _office_holders(app, noun, ("view", "change"))
    takers = readers & holders("umkm.view_personal_data") if office.personal_layouts else NOBODY
    return Door(get=readers, post=takers)


def _office_holders(app: str, noun: str, verbs: tuple[str, ...]) -> frozenset[str]:
    if f"{app}_{noun}" in READ_ONLY:
        verbs = tuple(verb for verb in verbs if verb == "view")
    if f"{app}_{noun}" in FROM_OUTSIDE:
        verbs = tuple(verb for verb in verbs if verb != "add")
    return holders(*(f"{app}.{verb}_{noun}" for verb in verbs)) if verbs else NOBODY
