"""A cooperative as it is shown elsewhere: beside a shared link, and by search engines."""

from typing import cast

from django.urls import reverse

from common.images import ShareCard
from common.sharing import absolute
from common.structured_data import Thing, address, breadcrumbs, seller
from koperasi.models import Koperasi
from wilayah.models import Desa


def share_card(koperasi: Koperasi) -> ShareCard:
    """Needs `with_place()`."""
    desa = _desa(koperasi)
    return ShareCard(
        name=koperasi.name,
        lines=(
            f"Koperasi {koperasi.get_jenis_display().lower()}",
            f"{desa.name}, Kecamatan {desa.kecamatan.name}",
        ),
        photo=koperasi.public_photo,
        motif="koperasi",
    )


def structured_data(koperasi: Koperasi, picture: str) -> tuple[Thing, Thing]:
    """The cooperative and the way to it."""
    desa, path, every = _desa(koperasi), koperasi.get_absolute_url(), reverse("koperasi:list")
    founded = koperasi.tanggal_badan_hukum
    cooperative = seller(
        path,
        name=koperasi.name,
        description=koperasi.description,
        image=absolute(picture),
        address=address(desa, koperasi.address),
        telephone=koperasi.public_phone,
        foundingDate=founded and founded.isoformat(),
    )
    kecamatan = (desa.kecamatan.name, f"{every}?kecamatan={desa.kecamatan.slug}")
    return cooperative, breadcrumbs(("Koperasi", every), kecamatan, (koperasi.name, path))


def _desa(koperasi: Koperasi) -> Desa:
    # A listed cooperative is no draft, so it has its desa.
    return cast(Desa, koperasi.desa)
