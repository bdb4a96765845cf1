"""Records of 1 ASN 1 Produk for tests: offices and their officers, the rule, purchases, reports."""

import datetime
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from belanja_asn.choices import SaluranBelanja
from belanja_asn.models import AturanBelanja, Belanja, ItemBelanja, JumlahAsn, LaporanOpd, Opd, PetugasRekap
from tests.factories import UsahaFactory, UserFactory


class OpdFactory(DjangoModelFactory):
    """`asn=40` says how many civil servants it has since January 2026."""

    class Meta:
        model = Opd
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Dinas Uji {n}")
    singkatan = factory.Sequence(lambda n: f"Uji {n}")
    slug = factory.Sequence(lambda n: f"dinas-uji-{n}")

    @factory.post_generation
    def asn(self, create: bool, number: int | None, **kwargs: Any) -> None:
        if number is not None:
            JumlahAsn.objects.create(opd=self, bulan=datetime.date(2026, 1, 1), jumlah=number)


class PetugasRekapFactory(DjangoModelFactory):
    class Meta:
        model = PetugasRekap

    opd = factory.SubFactory(OpdFactory)
    account = factory.SubFactory(UserFactory)


class AturanBelanjaFactory(DjangoModelFactory):
    """Of the whole year 2026 and on; asks nobody's name."""

    class Meta:
        model = AturanBelanja

    name = "Edaran Uji"
    valid_from = datetime.date(2026, 1, 1)
    nilai_minimum = 50_000


class BelanjaFactory(DjangoModelFactory):
    """Waits; `confirmed=True` counts in recaps. One kind of goods."""

    class Meta:
        model = Belanja

    class Params:
        confirmed = factory.Trait(
            keadaan="dikonfirmasi",
            decided_at=factory.LazyFunction(timezone.now),
            decided_by=factory.SubFactory(UserFactory),
        )

    opd = factory.SubFactory(OpdFactory)
    usaha = factory.SubFactory(UsahaFactory, listed=True)
    bought_on = datetime.date(2026, 11, 12)
    nilai = 75_000
    channel = SaluranBelanja.PONSEL


class ItemBelanjaFactory(DjangoModelFactory):
    class Meta:
        model = ItemBelanja

    belanja = factory.SubFactory(BelanjaFactory)
    name = "keripik pisang"
    jumlah = 2


class LaporanOpdFactory(DjangoModelFactory):
    class Meta:
        model = LaporanOpd

    opd = factory.SubFactory(OpdFactory)
    bulan = datetime.date(2026, 11, 1)
    reported_by = factory.SubFactory(UserFactory)
