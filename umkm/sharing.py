"""A business as it is shown elsewhere: beside a shared link, and by search engines. Only what its owner agreed to."""

from typing import cast

from django.urls import reverse

from common.images import ShareCard
from common.sharing import absolute
from common.structured_data import Thing, address, breadcrumbs, seller
from umkm.models import Usaha
from wilayah.models import Desa


def share_card(usaha: Usaha) -> ShareCard:
    """Needs `with_place()` and `with_consents()`."""
    desa = _desa(usaha)
    return ShareCard(
        name=usaha.name,
        lines=(usaha.kegiatan_utama or "Usaha mikro", f"{desa.name}, Kecamatan {desa.kecamatan.name}"),
        photo=usaha.public_photo,
        motif=usaha.bidang_usaha,
    )


def structured_data(usaha: Usaha, picture: str) -> tuple[Thing, Thing]:
    """The business and the way to it. Needs `with_owner()` besides."""
    desa, path, every = _desa(usaha), usaha.get_absolute_url(), reverse("umkm:list")
    business = seller(
        path,
        name=usaha.name,
        description=usaha.description or usaha.kegiatan_utama,
        image=absolute(picture),
        address=address(desa, usaha.public_address),
        telephone=usaha.public_phone,
        hasMap=usaha.public_map_link,
        geo=_point(usaha),
    )
    kecamatan = (desa.kecamatan.name, f"{every}?kecamatan={desa.kecamatan.slug}")
    return business, breadcrumbs(("Usaha", every), kecamatan, (usaha.name, path))


def _point(usaha: Usaha) -> Thing | None:
    """Where the map leads: empty together with its link, without a point or a yes to it."""
    if not usaha.public_map_link:
        return None
    return {"@type": "GeoCoordinates", "latitude": str(usaha.latitude), "longitude": str(usaha.longitude)}


def _desa(usaha: Usaha) -> Desa:
    # A listed business is no draft, so it has its desa.
    return cast(Desa, usaha.desa)
