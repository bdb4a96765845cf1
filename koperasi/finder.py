from django.db.models import QuerySet

from common.finding import Finder
from common.listing import NEWEST
from common.name_sounds import named_like
from koperasi.models import Koperasi


class KoperasiFinder(Finder):
    position, label, namespace = 3, "Koperasi", "koperasi"

    def named(self, text: str, *, forgiving: bool) -> QuerySet:
        rows = named_like(Koperasi.objects.listed(), text, forgiving=forgiving).order_by(*NEWEST)
        return rows.values_list("name", "slug", "desa__kecamatan__name")
