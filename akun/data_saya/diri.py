"""Of the person: what is known, who opened it, what was agreed to and asked for, and the account."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Q

from accounts.models import User
from akun.beda import differences_of
from akun.data_saya.bagian import Bagian, Facts, of
from akun.models import PermintaanData, Undangan, Usulan
from belanja_asn.models import PetugasRekap
from common.templatetags.indonesia import tanggal_waktu
from koperasi.models import Pengurus
from pendaftaran.models import Pendaftaran
from pengumuman.models import Terbaca
from umkm.models import PembukaanNik, Pemilik, Pengelola, Persetujuan

_KINDS = {
    Authenticator.Type.WEBAUTHN: "Passkey",
    Authenticator.Type.TOTP: "Aplikasi kode sekali pakai",
    Authenticator.Type.RECOVERY_CODES: "Kode cadangan",
}


def _in_office(pemilik: Pemilik) -> Q:
    """Of cooperatives: their register knows no owners, so the name and the number have to be the owner's."""
    if not pemilik.phone:
        return Q(pk=None)
    return Q(phone=pemilik.phone, name__iexact=pemilik.name)


def _of_links(pemilik: Pemilik) -> Q:
    """Each found by its own index."""
    links = Undangan.objects.order_by()
    own = links.filter(pemilik=pemilik).values("pk")
    return Q(pk__in=own.union(links.filter(usaha__pemilik=pemilik).values("pk")))


def _device(way: Any) -> str:
    name = way.data.get("name", "") if way.type == Authenticator.Type.WEBAUTHN else ""
    kind = _KINDS.get(way.type, str(way.type))
    return f"{kind} “{name}”" if name else kind


def _used(ways: list[Any]) -> list[Facts]:
    return [
        [("Dibuat", tanggal_waktu(way.created_at)), ("Terakhir dipakai", tanggal_waktu(way.last_used_at))]
        for way in ways
    ]


def _fate(proposals: list[Usulan]) -> list[Facts]:
    return [
        [("Keadaan", usulan.progress), *((line.label, f"{line.old} → {line.new}") for line in lines)]
        for usulan, lines in zip(proposals, differences_of(proposals), strict=True)
    ]


def _agreed(sent: list[Pendaftaran]) -> list[Facts]:
    return [[("Keadaan", each.progress), ("Persetujuan", ", ".join(each.consents))] for each in sent]


OF_PERSON = (
    Bagian(
        "diri",
        "Tentang Anda",
        Pemilik,
        lambda pemilik: Q(pk=pemilik.pk),
        "name nik jenis_kelamin tempat_lahir tanggal_lahir pendidikan is_aparatur phone email address rt rw desa "
        "notes created_at",
        select=("desa__kecamatan",),
        is_card=True,
        hidden={"nik_index": "Printed from the NIK, to find it by."},
    ),
    Bagian(
        "akun",
        "Akun Anda",
        User,
        lambda pemilik: Q(pk=pemilik.account_id),
        "username name email date_joined last_login",
        hidden={"password": "Only its print is kept; nobody can read it."},
    ),
    Bagian(
        "cara-masuk",
        "Cara Anda masuk",
        Authenticator,
        of("user__pemilik"),
        "",
        heading=_device,
        further=_used,
        rows=lambda: Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES),
    ),
    Bagian(
        "persetujuan",
        "Persetujuan",
        Persetujuan,
        of("pemilik"),
        "purpose given_on channel text_version recorded_by withdrawn_at withdrawn_by",
    ),
    Bagian(
        "pembukaan",
        "Siapa yang membuka nomor Anda",
        PembukaanNik,
        of("pemilik"),
        "number_kind opened_at",
        heading=lambda opened: f"{opened.opened_by}: {opened.reason}",
        select=("opened_by",),
    ),
    Bagian(
        "pendaftaran",
        "Pendaftaran dari situs",
        Pendaftaran,
        of("pemilik"),
        "nomor submitted_at name nik jenis_kelamin phone nama_usaha bidang_usaha status_usaha kegiatan_utama nib desa "
        "address nama_produk kategori price satuan photo text_version reason decided_at",
        select=("desa__kecamatan",),
        further=_agreed,
    ),
    Bagian(
        "tautan",
        "Tautan sekali pakai yang dibuat",
        Undangan,
        _of_links,
        "given_at given_by expires_at used_at used_by",
        heading=lambda link: f"Untuk {link.pemilik or link.usaha}",
        select=("pemilik", "usaha"),
    ),
    Bagian(
        "pembantu",
        "Orang yang membantu usaha Anda",
        Pengelola,
        of("usaha__pemilik"),
        "user usaha given_at given_by is_waiting ended_at ended_by",
    ),
    Bagian(
        "membantu",
        "Usaha orang lain yang Anda bantu",
        Pengelola,
        of("user__pemilik"),
        "usaha given_at given_by ended_at ended_by",
    ),
    Bagian(
        "usulan",
        "Usulan perubahan",
        Usulan,
        of("usaha__pemilik"),
        "created_at proposed_by decided_at decided_by notes",
        heading=lambda usulan: str(usulan.subject),
        further=_fate,
        select=("usaha", "produk"),
        hidden={"values": "Told as old → new."},
    ),
    Bagian(
        "pengurus",
        "Jabatan di koperasi",
        Pengurus,
        _in_office,
        "koperasi jabatan name phone started_on ended_on",
    ),
    Bagian("dibaca", "Pengumuman yang Anda buka", Terbaca, of("user__pemilik"), "pengumuman read_at"),
    Bagian(
        "rekap",
        "Tugas rekap belanja ASN",
        PetugasRekap,
        of("account__pemilik"),
        "opd created_at is_active",
    ),
    Bagian(
        "permintaan",
        "Permintaan tentang data",
        PermintaanData,
        of("pemilik"),
        "jenis created_at description finished_at notes",
    ),
)
