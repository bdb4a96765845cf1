"""Cases that take longer than usual."""

import datetime

import pytest

from fasilitasi.choices import Status
from fasilitasi.keterlambatan import days_late, due_on, late_condition
from fasilitasi.models import Fasilitasi
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory

APPLIED = datetime.date(2026, 3, 2)


def day(number):
    return APPLIED + datetime.timedelta(days=number)


@pytest.mark.parametrize(("on", "late"), [(day(29), 0), (day(30), 0), (day(31), 1), (day(100), 70)])
def test_a_case_is_late_from_the_day_after_its_usual_time(on, late):
    assert days_late(applied_on=APPLIED, usual_days=30, is_open=True, on=on) == late


def test_closed_cases_and_kinds_without_usual_time_are_never_late():
    assert days_late(applied_on=APPLIED, usual_days=30, is_open=False, on=day(100)) == 0
    assert days_late(applied_on=APPLIED, usual_days=None, is_open=True, on=day(100)) == 0
    assert due_on(APPLIED, None) is None


@pytest.mark.django_db
@pytest.mark.parametrize("number", [29, 30, 31, 100])
def test_the_list_agrees_with_the_rule_for_one_case(number):
    usual, none = JenisFasilitasiFactory(usual_days=30), JenisFasilitasiFactory(usual_days=None)
    cases = [
        FasilitasiFactory(jenis=usual, applied_on=APPLIED),
        FasilitasiFactory(jenis=none, applied_on=APPLIED),
        FasilitasiFactory(jenis=usual, applied_on=APPLIED, status=Status.DITOLAK),
    ]
    expected = [
        case.pk
        for case in cases
        if days_late(
            applied_on=APPLIED, usual_days=case.jenis.usual_days, is_open=case.is_open, on=day(number)
        )
    ]
    found = Fasilitasi.objects.filter(late_condition(day(number)))
    assert list(found.values_list("pk", flat=True)) == expected
