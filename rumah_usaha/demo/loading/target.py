"""Indicators with the kinds they count, and a row of targets for each year."""

from fasilitasi.models import Indikator, JenisFasilitasi, Target
from rumah_usaha.demo.targets import indicators


def load_targets() -> None:
    kinds = JenisFasilitasi.objects.in_bulk(field_name="slug")
    for position, entry in enumerate(indicators(), 1):
        indikator = Indikator.objects.create(
            name=entry.name,
            slug=entry.slug,
            ukuran=entry.ukuran,
            satuan=entry.satuan,
            formula=entry.formula,
            source=entry.source,
            notes=entry.notes,
            position=position,
        )
        indikator.jenis.set(kinds[slug] for slug in entry.jenis)
        Target.objects.bulk_create(
            Target(
                indikator=indikator,
                tahun=tahun,
                triwulan_1=first,
                triwulan_2=second,
                triwulan_3=third,
                triwulan_4=fourth,
            )
            for tahun, (first, second, third, fourth) in entry.targets.items()
        )
