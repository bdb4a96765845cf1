"""Events and their participants, for tests; the factories of all else stand in `tests/factories.py`."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from kegiatan.choices import JenisKegiatan
from kegiatan.models import Kegiatan, Peserta
from tests.factories import PublishableFactory, UsahaFactory, UserFactory


class KegiatanFactory(PublishableFactory):
    """A training on 10 December 2026 from 09.00 to 15.00; `listed=True` is on the agenda."""

    class Meta:
        model = Kegiatan

    jenis = JenisKegiatan.PELATIHAN
    name = factory.Sequence(lambda n: f"Pelatihan Uji {n}")
    slug = factory.Sequence(lambda n: f"pelatihan-uji-{n}")
    begins_on = datetime.date(2026, 12, 10)
    ends_on = factory.SelfAttribute("begins_on")
    jam_mulai = datetime.time(9)
    jam_selesai = datetime.time(15)
    place = "Aula Uji"


class PesertaFactory(DjangoModelFactory):
    """A business with a place; of an outsider `usaha=None, name=…`."""

    class Meta:
        model = Peserta

    kegiatan = factory.SubFactory(KegiatanFactory, listed=True)
    usaha = factory.SubFactory(UsahaFactory)
    queued_at = factory.LazyFunction(timezone.now)
    registered_by = factory.SubFactory(UserFactory)


def sent_by(koperasi):
    """Somebody who takes part for a cooperative."""
    return PesertaFactory(usaha=None, koperasi=koperasi, name="Ani")
