"""Names of places that a template offers to choose from."""

from wilayah.models import Desa, Kecamatan


def kecamatan_names() -> list[str]:
    return list(Kecamatan.objects.values_list("name", flat=True))


def desa_names() -> list[str]:
    return sorted(set(Desa.objects.values_list("name", flat=True)))
