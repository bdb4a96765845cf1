"""The staff door's menu: what is registered daily stands first and always in sight, the rest behind one word."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

_PROGRAMME = "1 ASN 1 Produk"
_GROUPS = (
    (
        "Pendataan",
        (
            "umkm.pemilik",
            "umkm.usaha",
            "koperasi.koperasi",
            "koperasi.kdmp",
            "produk.produk",
            "legalitas.sertifikat",
            "fasilitasi.fasilitasi",
            "kegiatan.kegiatan",
        ),
    ),
    ("Kegiatan", ("kegiatan.peserta",)),
    (
        "Pengunjung",
        (
            "pendaftaran.pendaftaran",
            "umkm.pengelola",
            "akun.usulan",
            "akun.permintaandata",
            "masukan.masukan",
        ),
    ),
    (
        _PROGRAMME,
        ("belanja_asn.belanja", "belanja_asn.laporanopd", "belanja_asn.opd", "belanja_asn.aturanbelanja"),
    ),
    ("Rumah Usaha", ("etalase.mutasititipan", "etalase.bukutamu", "pengumuman.pengumuman")),
    (
        "Laporan",
        (
            "fasilitasi.angkatan",
            "fasilitasi.indikator",
            "fasilitasi.rekapawal",
            "laporan.kop",
            "laporan.pejabat",
            "surat.jenissurat",
        ),
    ),
    (
        "Rujukan",
        (
            "fasilitasi.jenisfasilitasi",
            "produk.kategori",
            "umkm.kbli",
            "umkm.batasskala",
            "wilayah.kecamatan",
            "wilayah.desa",
        ),
    ),
    (
        "Akun",
        (
            "accounts.user",
            "auth.group",
            "umkm.pembukaannik",
            "fasilitasi.pembukaanberkas",
            "accounts.unduhandatapribadi",
        ),
    ),
)

# Nouns with a page that shows more than their list could, and how the menu calls that page.
_FRONTS = {"Kdmp": "kdmp", "MutasiTitipan": "etalase:counter"}
_NAMES = {"MutasiTitipan": "Etalase"}


@dataclass
class Menu:
    daily: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)


def grouped(apps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Django's list of applications and models, sorted into our groups; empty groups are left out."""
    known = {
        f"{app['app_label']}.{model['object_name'].lower()}": model for app in apps for model in app["models"]
    }
    groups = [
        {
            "name": name,
            "app_label": name.lower(),
            "app_url": "",
            "has_module_perms": True,
            "models": [known.pop(noun) for noun in nouns if noun in known],
        }
        for name, nouns in _GROUPS
    ]
    if known:
        groups.append(
            {**groups[-1], "name": "Lainnya", "app_label": "lainnya", "models": list(known.values())}
        )
    return [group for group in groups if group["models"]]


def of(
    groups: list[dict[str, Any]],
    path: str,
    *,
    may_import: bool = False,
    may_merge: bool = False,
    may_call: bool = False,
) -> Menu:
    menu = Menu(groups=[{"name": "Mutu data", "items": list(_quality_items(path, may_merge))}])
    for group in groups:
        items = [
            {
                "name": _NAMES.get(model["object_name"], model["name"]),
                "url": (url := _front(model)),
                "is_current": path.startswith((url, model["admin_url"])),
            }
            for model in group["models"]
            if model["admin_url"]
        ]
        if group["name"] == _GROUPS[0][0]:
            menu.daily = [*items, *_daily_items(path, may_call=may_call, may_import=may_import)]
        elif items:
            if group["name"] == _PROGRAMME:
                items += _items(path, (("OPD belum melapor", "belanja_asn:reminders", True),))
            menu.groups.append({"name": group["name"], "items": items})
    return menu


def _daily_items(path: str, *, may_call: bool, may_import: bool) -> Iterator[dict[str, Any]]:
    """Whom to call this month; and sheets, which bring what this group registers one by one."""
    pages = (("Kewajiban", "legalitas:calendar", may_call), ("Impor lembar", "spreadsheets:list", may_import))
    return _items(path, pages)


def _front(model: dict[str, Any]) -> str:
    """Where a noun is worked on: its list, or a page that shows more than its list could."""
    address = _FRONTS.get(model["object_name"])
    return reverse(address) if address else model["admin_url"]


def _quality_items(path: str, may_merge: bool) -> Iterator[dict[str, Any]]:
    """What is odd about single records, and which of them may be one."""
    pages = (("Periksa data", "admin:checks", True), ("Data kembar", "duplicates:list", may_merge))
    return _items(path, pages)


def _items(path: str, pages: tuple[tuple[str, str, bool], ...]) -> Iterator[dict[str, Any]]:
    for name, address, may_open in pages:
        if may_open:
            url = reverse(address)
            yield {"name": name, "url": url, "is_current": path.startswith(url)}
