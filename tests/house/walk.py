"""Every address of the URLconf, and what it takes to request it."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kegiatan.kode import door_code
from umkm.models import Usaha


@dataclass(frozen=True)
class Address:
    """`name` is the URL name with its namespaces, or the route where a view has no name."""

    name: str
    route: str
    arguments: tuple[str, ...]
    is_named: bool


def addresses() -> list[Address]:
    return list(_walk(get_resolver().url_patterns, (), ""))


def _walk(
    patterns: list[URLPattern | URLResolver], namespaces: tuple[str, ...], prefix: str
) -> Iterator[Address]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, inner, route)
        else:
            name = ":".join((*namespaces, entry.name)) if entry.name else route
            yield Address(name, route, tuple(entry.pattern.converters), bool(entry.name))


def named_addresses() -> list[Address]:
    """The admin's unnamed redirects from `…/7/` to `…/7/change/` show nothing and are looked at apart."""
    return [address for address in addresses() if address.is_named]


def url_of(address: Address, records: dict) -> str:
    """The address with arguments that lead to an existing record."""
    by_noun = {model._meta.label_lower.replace(".", "_"): record for model, record in records.items()}
    namespace, _, plain = address.name.rpartition(":")
    special = {
        "produk:detail": {"slug": by_noun["produk_produk"].slug},
        "pesanan:order": {"slug": by_noun["produk_produk"].slug},
        "pesanan:produk_viewed": {"slug": by_noun["produk_produk"].slug},
        "pesanan:usaha_viewed": {"slug": by_noun["umkm_usaha"].slug},
        "pesanan:koperasi_viewed": {"slug": by_noun["koperasi_koperasi"].slug},
        "printed": {"noun": "p", "slug": by_noun["produk_produk"].slug},
        "short": {"noun": "u", "slug": by_noun["umkm_usaha"].slug},
        "qr_svg": {"noun": "k", "slug": by_noun["koperasi_koperasi"].slug},
        "qr_png": {"noun": "p", "slug": by_noun["produk_produk"].slug},
        "umkm:detail": {"slug": by_noun["umkm_usaha"].slug},
        "koperasi:detail": {"slug": by_noun["koperasi_koperasi"].slug},
        "kegiatan:detail": {"slug": by_noun["kegiatan_kegiatan"].slug},
        "surat:certificates": {"pk": by_noun["kegiatan_kegiatan"].pk},
        "surat:certificate": {"code": by_noun["surat_sertifikathadir"].dokumen.code},
        "my_certificate": {"code": by_noun["surat_sertifikathadir"].dokumen.code},
        "laporan:attendance": {"pk": by_noun["kegiatan_kegiatan"].pk},
        "kegiatan_owner:event": {"slug": by_noun["kegiatan_kegiatan"].slug},
        "kegiatan_owner:leave": {"pk": by_noun["kegiatan_peserta"].pk},
        "kegiatan:calendar": {"slug": by_noun["kegiatan_kegiatan"].slug},
        "kegiatan:picture": {"slug": by_noun["kegiatan_kegiatan"].slug, "digest": "lama"},
        "kegiatan:arrive": {
            "slug": by_noun["kegiatan_kegiatan"].slug,
            "code": door_code(by_noun["kegiatan_kegiatan"]),
        },
        "produk:picture": {"slug": by_noun["produk_produk"].slug, "digest": "lama"},
        "umkm:picture": {"slug": by_noun["umkm_usaha"].slug, "digest": "lama"},
        "koperasi:picture": {"slug": by_noun["koperasi_koperasi"].slug, "digest": "lama"},
        "sitemap_part": {"noun": "halaman", "number": 1},
        "invite_owner": {"pk": by_noun["umkm_pemilik"].pk},
        "laporan:receipt": {"pk": by_noun["fasilitasi_fasilitasi"].pk},
        "laporan:report": {"slug": "rekap-fasilitasi"},
        "laporan:preview": {"slug": "rekap-fasilitasi"},
        "laporan:approve": {"slug": "rekap-fasilitasi"},
        "laporan:issue": {"code": by_noun["laporan_dokumenterbit"].code},
        "laporan:correction": {"code": by_noun["laporan_dokumenterbit"].code},
        "laporan:approve_correction": {"code": by_noun["laporan_dokumenterbit"].code},
        "laporan:ask": {"slug": "rekap-fasilitasi"},
        "laporan:ask_correction": {"code": by_noun["laporan_dokumenterbit"].code},
        "laporan:put_aside": {"pk": by_noun["laporan_usulanterbit"].pk},
        "laporan:publish": {"pk": by_noun["laporan_persetujuanterbit"].pk},
        "etalase:bring": {"pk": by_noun["produk_produk"].pk},
        "etalase:card": {"pk": by_noun["produk_produk"].pk},
        "etalase:move": {"pk": by_noun["etalase_titipan"].pk},
        "etalase:correct": {"pk": by_noun["etalase_mutasititipan"].pk},
        "etalase:draw_up": {"noun": "usaha", "pk": by_noun["umkm_usaha"].pk},
        "etalase:settlement": {"pk": by_noun["etalase_penyelesaian"].pk},
        "etalase:paid": {"pk": by_noun["etalase_penyelesaian"].pk},
        "etalase:dropped": {"pk": by_noun["etalase_penyelesaian"].pk},
        "laporan:stock_card": {"pk": by_noun["produk_produk"].pk},
        "laporan:settlement": {"pk": by_noun["etalase_penyelesaian"].pk},
        "pengumuman:detail": {"slug": by_noun["pengumuman_pengumuman"].slug},
        "pengumuman:opened": {"slug": by_noun["pengumuman_pengumuman"].slug},
        "surat:file": {"code": by_noun["surat_surat"].dokumen.code},
        "surat:brand": {"pk": by_noun["fasilitasi_fasilitasi"].pk},
        "surat:statement": {"pk": by_noun["umkm_usaha"].pk},
        "surat:handover": {"pk": by_noun["fasilitasi_fasilitasi"].pk},
        "surat:warning": {"pk": by_noun["koperasi_koperasi"].pk},
        "verified": {"code": by_noun["laporan_dokumenterbit"].code},
        "data_terbuka:dictionary": {"slug": "produk"},
        "data_terbuka:schema": {"slug": "produk"},
        "data_terbuka:csv": {"slug": "produk"},
        "data_terbuka:json": {"slug": "produk"},
        "belanja_asn:decide": {"pk": by_noun["belanja_asn_belanja"].pk},
        "belanja_asn:nota": {"pk": by_noun["belanja_asn_belanja"].pk},
        "belanja_asn:office_nota": {"pk": by_noun["belanja_asn_belanja"].pk},
        "belanja_asn:rows": {"slug": by_noun["belanja_asn_opd"].slug},
        "belanja_asn:month": {"slug": by_noun["belanja_asn_opd"].slug, "bulan": "2026-11"},
        "belanja_asn:take": {"slug": by_noun["belanja_asn_opd"].slug, "bulan": "2026-11"},
        "legalitas:call": {"jenis": "halal", "pk": by_noun["legalitas_sertifikat"].pk},
        "legalitas:scan": {"pk": by_noun["legalitas_sertifikat"].pk},
        "spreadsheets:template": {"kind": "usaha"},
        "lembar_belanja:template": {"kind": "belanja-opd"},
        "media": {"path": "foto.jpg"},
        "office:app_list": {"app_label": "umkm"},
        "office:view_on_site": {
            "content_type_id": ContentType.objects.get_for_model(Usaha).pk,
            "object_id": records[Usaha].pk,
        },
    }
    if address.name in special:
        return reverse(address.name, kwargs=special[address.name])
    if not address.arguments:
        return reverse(address.name)
    if namespace == "akun":
        product, received = by_noun["produk_produk"], by_noun["fasilitasi_berkasfasilitasi"]
        given = {
            "slug": by_noun["umkm_usaha"].slug,
            "pk": by_noun["umkm_pengelola"].pk if plain == "helper_end" else product.pk,
            "foto": by_noun["produk_foto"].pk,
            "nomor": received.fasilitasi.nomor,
            "berkas": received.berkas_id,
            "bagian": "kegiatan",
        }
        return reverse(address.name, kwargs={name: given[name] for name in address.arguments})
    if namespace in ("spreadsheets", "lembar_belanja"):
        return reverse(address.name, args=[by_noun["spreadsheets_import"].pk])
    if namespace == "duplicates":
        told = by_noun["duplicates_notduplicate"]
        keys = {"take_back": told.pk}
        return (
            reverse(address.name, args=[told.noun, told.first, told.second])
            if "noun" in address.arguments
            else reverse(address.name, args=[keys.get(plain, by_noun["duplicates_merge"].pk)])
        )
    if namespace == "office":
        noun, _, _ = plain.rpartition("_")
        if "berkas" in address.arguments:
            received = by_noun["fasilitasi_berkasfasilitasi"]
            return reverse(address.name, args=[received.fasilitasi_id, received.pk])
        return reverse(address.name, kwargs={address.arguments[0]: by_noun[noun].pk})
    # Somebody else's passkey: nobody has one here, and a page about it is "not found" for everybody.
    return reverse(address.name, kwargs=dict.fromkeys(address.arguments, 1))


QUERIES = {
    "akun:claim": {"kunci": "uji"},
    "akun:claim_passkey": {"kunci": "uji"},
    "office:autocomplete": {"app_label": "umkm", "model_name": "usaha", "field_name": "desa"},
}
BODIES = {
    "akun_usulan_state": {"deed": "accept"},
    "umkm_pengelola_state": {"deed": "allow"},
    "akun_permintaandata_state": {"deed": "finish"},
    "_state": {"deed": "archive"},
    "akun:consents": {"tujuan": "nama", "setuju": "ya"},
}


def ask(client: Client, method: str, address: Address, records: dict) -> HttpResponseBase:
    url = url_of(address, records)
    if method == "GET":
        return whole(client.get(url, QUERIES.get(address.name, {})))
    body = next((body for ending, body in BODIES.items() if address.name.endswith(ending)), {})
    query = QUERIES.get(address.name)
    return whole(client.post(url, body, query_params=query))


def whole(response: HttpResponseBase) -> HttpResponseBase:
    """A file is open until it has been read."""
    if response.streaming:
        response.getvalue()
    return response


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Whatever a request does, signing out included, the next one finds everything as before."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies
