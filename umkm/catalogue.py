"""The public list of businesses: what it can be filtered by."""

from django.db.models import QuerySet

from common.listing import OfferedField, labelled
from common.name_search import NameFilterForm
from umkm.choices import BidangUsaha
from wilayah.places import kecamatan_list


class UsahaFilterForm(NameFilterForm):
    bidang = OfferedField(lambda: BidangUsaha.choices, nothing="Semua bidang", label="Bidang usaha")
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")

    def filter(self, queryset: QuerySet) -> QuerySet:
        if "bidang" in self.chosen:
            queryset = queryset.filter(bidang_usaha=self.chosen["bidang"])
        if "kecamatan" in self.chosen:
            queryset = queryset.filter(desa__kecamatan__slug=self.chosen["kecamatan"])
        return queryset
