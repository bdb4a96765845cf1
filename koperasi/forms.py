"""The public list of cooperatives: what it can be filtered by."""

from django.db.models import QuerySet

from common.listing import NEWEST, OfferedField, Sort, labelled
from common.name_search import NameFilterForm
from koperasi.choices import JenisKoperasi
from wilayah.places import kecamatan_list


class KoperasiFilterForm(NameFilterForm):
    SORTS = {"nama": Sort("Nama", ("name", "id")), "terbaru": Sort("Terbaru", NEWEST)}

    jenis = OfferedField(lambda: JenisKoperasi.choices, nothing="Semua jenis", label="Jenis")
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")

    def filter(self, queryset: QuerySet) -> QuerySet:
        if "jenis" in self.chosen:
            queryset = queryset.filter(jenis=self.chosen["jenis"])
        if "kecamatan" in self.chosen:
            queryset = queryset.filter(desa__kecamatan__slug=self.chosen["kecamatan"])
        return queryset
