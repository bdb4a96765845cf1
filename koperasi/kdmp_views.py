"""Koperasi Merah Putih desa by desa: what is still missing where, on the map and in a list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from koperasi.choices import Kelompok
from koperasi.merah_putih import SYARAT, Progress, counts, progress
from wilayah.admin import scope_of
from wilayah.map import Shape, district_map
from wilayah.models import Desa, Kecamatan

_DEFAULT = "badan_hukum"
_NO_SHAPE = Shape("", 0, 0)


@dataclass(frozen=True)
class Place:
    """A kecamatan on the map and in the list beside it."""

    name: str
    url: str
    done: int
    whole: int
    d: str
    label_x: str
    label_y: str
    is_chosen: bool

    @property
    def level(self) -> int:
        """From 0, nothing done, to 4, everything: how the map is shaded. Something is never drawn as nothing."""
        return 4 if self.done == self.whole else min(3, -(-self.done * 4 // self.whole)) if self.done else 0


@require_safe
@permission_required("koperasi.view_kdmp", raise_exception=True)
def kdmp(request: HttpRequest) -> HttpResponse:
    villages = Desa.objects.order_by("code")
    if reach := scope_of(request):
        villages = villages.filter(kecamatan__in=reach)
    rows = progress(villages, at=timezone.localdate())
    syarat = request.GET.get("syarat", "")
    syarat = syarat if syarat in SYARAT else _DEFAULT
    slug, only_gaps = request.GET.get("kecamatan", ""), request.GET.get("belum") == "ya"
    places = _places(rows, syarat, slug)
    here = [row for row in rows if not slug or row.desa.kecamatan.slug == slug]
    shown = [row for row in here if not (only_gaps and row.met[syarat])]
    done = counts(rows)
    context = {
        "syarat": {"name": syarat, "label": SYARAT[syarat], "done": done[syarat], "whole": len(rows)},
        "choices": [
            {
                "label": label,
                "url": _address(name, slug, only_gaps),
                "count": done[name],
                "is_chosen": name == syarat,
            }
            for name, label in SYARAT.items()
        ],
        "columns": SYARAT.values(),
        "map_paths": places,
        "map_viewbox": district_map().viewbox,
        "kecamatan": next((place.name for place in places if place.is_chosen), ""),
        "everywhere_url": _address(syarat, "", only_gaps),
        "gaps_url": _address(syarat, slug, not only_gaps),
        "only_gaps": only_gaps,
        "rows": [_told(request, row) for row in shown],
        "is_map": bool(district_map().shapes),
    }
    return render(request, "koperasi/kdmp.html", context)


def _address(syarat: str, kecamatan: str, only_gaps: bool) -> str:
    query = {"syarat": syarat, "kecamatan": kecamatan, "belum": "ya" if only_gaps else ""}
    return "?" + urlencode({name: value for name, value in query.items() if value})


def _places(rows: list[Progress], syarat: str, chosen: str) -> list[Place]:
    found: dict[Kecamatan, list[bool]] = {}
    for row in rows:
        found.setdefault(row.desa.kecamatan, []).append(row.met[syarat])
    shapes = district_map().shapes
    places = []
    for kecamatan, met in found.items():
        shape = shapes.get(kecamatan.code, _NO_SHAPE)
        places.append(
            Place(
                kecamatan.name, _address(syarat, kecamatan.slug, only_gaps=False), sum(met), len(met),
                # Text: a template would write a thousand units as "1.000".
                shape.d, str(shape.label_x), str(shape.label_y), kecamatan.slug == chosen,
            )
        )  # fmt: skip
    return places


def _told(request: Any, row: Progress) -> dict[str, Any]:
    """A row with the addresses that this officer may use to fill it."""
    return {
        "desa": row.desa,
        "koperasi": row.koperasi,
        "met": row.met.values(),
        "count": row.count,
        "kdmp_url": _page(request, "kdmp", row.kdmp, {"desa": row.desa.pk}),
        "koperasi_url": _page(request, "koperasi", row.koperasi, _new_koperasi(row.desa)),
    }


def _new_koperasi(desa: Desa) -> dict[str, Any]:
    """Its name has one pattern everywhere."""
    name = f"Koperasi {desa.get_jenis_display()} Merah Putih {desa.name}"
    return {"name": name, "desa": desa.pk, "kelompok": Kelompok.KDMP.value, "bentuk": "primer_kabupaten"}


def _page(request: Any, noun: str, record: Any, preset: dict[str, Any]) -> str:
    """The record's own page, or an empty form with what is known, or nothing for who may do neither."""
    if record:
        return reverse(f"admin:koperasi_{noun}_change", args=[record.pk])
    if not request.user.has_perm(f"koperasi.add_{noun}"):
        return ""
    return f"{reverse(f'admin:koperasi_{noun}_add')}?{urlencode(preset)}"
