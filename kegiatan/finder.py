from django.db.models import CharField, QuerySet
from django.db.models.functions import Coalesce

from common.finding import Finder
from common.listing import NEWEST
from common.name_sounds import named_like
from kegiatan.models import Kegiatan


class KegiatanFinder(Finder):
    position, label, namespace = 4, "Kegiatan", "kegiatan"

    def named(self, text: str, *, forgiving: bool) -> QuerySet:
        rows = named_like(Kegiatan.objects.listed(), text, forgiving=forgiving).order_by(*NEWEST)
        # Not every event lies in a desa; a group of a union has the same columns as the others.
        return rows.values_list(
            "name", "slug", Coalesce("desa__kecamatan__name", "place", output_field=CharField())
        )
