from django.db.models import QuerySet

from common.finding import Finder
from common.listing import NEWEST
from common.name_sounds import named_like
from umkm.models import Usaha


class UsahaFinder(Finder):
    position, label, namespace = 2, "Usaha", "umkm"

    def named(self, text: str, *, forgiving: bool) -> QuerySet:
        rows = named_like(Usaha.objects.listed(), text, forgiving=forgiving).order_by(*NEWEST)
        return rows.values_list("name", "slug", "desa__kecamatan__name")
