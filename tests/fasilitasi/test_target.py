"""Targets: cumulative values of a year, kept once, never negative, never falling, and copied to the next year."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from fasilitasi.choices import Ukuran
from fasilitasi.models import Indikator, JenisFasilitasi, Target
from tests.factories import IndikatorFactory, TargetFactory
from tests.kantor import filled, sign_in, url, words
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


def halal_indicator():
    return IndikatorFactory(jenis=[JenisFasilitasi.objects.get(slug="halal")])


def test_a_target_of_the_district_is_kept_once_a_year():
    target = TargetFactory()
    with pytest.raises(IntegrityError):
        TargetFactory(indikator=target.indikator, tahun=target.tahun)


def test_a_kecamatan_has_a_target_of_its_own_beside_that_of_the_district():
    target = TargetFactory()
    TargetFactory(indikator=target.indikator, kecamatan=Kecamatan.objects.get(name="Togean"), triwulan_4=3)
    assert target.indikator.target_set.count() == 2


@pytest.mark.parametrize(
    "values",
    [
        {"triwulan_1": -1},
        {"triwulan_1": 5, "triwulan_2": 4},
        {"triwulan_1": 5, "triwulan_3": 4},
        {"triwulan_2": 41},
    ],
)
def test_the_database_refuses_negative_and_falling_targets(values):
    with pytest.raises(IntegrityError):
        TargetFactory(**values)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"triwulan_1": -1}, "triwulan_1"),
        ({"triwulan_1": 5, "triwulan_2": 4}, "triwulan_2"),
        ({"triwulan_1": 5, "triwulan_3": 4}, "triwulan_3"),
        ({"triwulan_3": 41}, "triwulan_4"),
    ],
)
def test_a_wrong_target_is_named_at_its_quarter(values, field):
    target = TargetFactory.build(indikator=IndikatorFactory(), **{"triwulan_4": Decimal(40)} | values)
    with pytest.raises(ValidationError) as error:
        target.full_clean()
    assert field in error.value.message_dict


@pytest.mark.parametrize(
    "values", [{}, {"triwulan_1": 40, "triwulan_2": 40, "triwulan_3": 40}, {"triwulan_4": 0}]
)
def test_a_target_may_stand_still_leave_quarters_open_or_be_nothing(values):
    TargetFactory(**values)


def test_last_years_targets_are_copied_and_what_is_there_already_stays():
    old = TargetFactory(tahun=2026, triwulan_1=10, triwulan_4=40)
    TargetFactory(indikator=old.indikator, tahun=2025, triwulan_4=30)
    other = TargetFactory(tahun=2027, triwulan_4=7)
    assert Target.objects.copy_to_next_year() == 2
    new = Target.objects.get(indikator=old.indikator, tahun=2027)
    assert (new.triwulan_1, new.triwulan_2, new.triwulan_4) == (10, None, 40)
    assert sorted(other.indikator.target_set.values_list("tahun", flat=True)) == [2027, 2028]


def test_copying_from_the_list_says_how_many(client):
    sign_in(client, "Admin")
    target = TargetFactory()
    page = client.post(
        url("fasilitasi_indikator", "changelist"),
        {"action": "copy_targets", "_selected_action": [target.indikator.pk]},
        follow=True,
    )
    assert "1 target disalin ke tahun berikutnya" in words(page)


def test_an_indicator_and_its_year_are_entered_on_one_screen(client):
    sign_in(client, "Admin")
    address = url("fasilitasi_indikator", "add")
    data = filled(
        client.get(address),
        name="Usaha yang difasilitasi sertifikat halal",
        ukuran=Ukuran.FASILITASI.value,
        satuan="usaha",
        formula="Jumlah usaha yang sertifikatnya terbit",
        source="Rumah Usaha",
        jenis=[str(JenisFasilitasi.objects.get(slug="halal").pk)],
        **{"target_set-0-tahun": "2026", "target_set-0-triwulan_1": "5", "target_set-0-triwulan_4": "40"},
    )
    client.post(address, data, follow=True)
    indikator = Indikator.objects.get()
    assert [(t.tahun, t.triwulan_1, t.triwulan_2, t.triwulan_4) for t in indikator.target_set.all()] == [
        (2026, 5, None, 40)
    ]


@pytest.mark.parametrize("role", ["Petugas", "Verifikator", "Pejabat"])
def test_the_admin_role_alone_sets_targets(client, role):
    sign_in(client, role)
    assert client.get(url("fasilitasi_indikator", "add")).status_code == 403


def test_an_indicator_without_kinds_and_parts_beyond_the_whole_are_pointed_out():
    target = TargetFactory(triwulan_4=10)
    TargetFactory(indikator=target.indikator, kecamatan=Kecamatan.objects.first(), triwulan_4=11)
    told = " ".join(target.indikator.suspicions())
    assert "realisasinya selalu 0" in told
    assert "melebihi target kabupaten" in told


def test_a_sound_indicator_raises_no_question():
    indikator = halal_indicator()
    TargetFactory(indikator=indikator)
    assert indikator.suspicions() == []
