"""Tests may run in any order: one that empties the database leaves it furnished for the next."""

import pytest
from django.core.management import call_command

from fasilitasi.models import JenisFasilitasi
from umkm.models import Kbli
from wilayah.models import Kecamatan


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_holds_its_reference_data_again():
    call_command("flush", interactive=False, verbosity=0)
    assert Kecamatan.objects.count() == 12
    assert Kbli.objects.exists()
    assert JenisFasilitasi.objects.filter(slug="halal").exists()
