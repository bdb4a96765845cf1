"""Two people press the button at the same moment: one paper, and numbers without a gap."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from laporan.actions import approve, publish
from laporan.models import DokumenTerbit
from tests.factories import UserFactory
from tests.terbitan import proposal, year

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works):
    """Each in a thread with a connection of its own, all begun together; what they returned or raised."""
    gate, found = threading.Barrier(len(works)), []

    def run(work):
        gate.wait()
        try:
            found.append(work())
        except ValidationError as error:
            found.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def publishing(approval, offered, by):
    return lambda: publish(approval=approval, proposal=offered, by=by)


@pytest.fixture
def _no_typesetting(monkeypatch):
    monkeypatch.setattr("laporan.terbit.proposal.render_pdf", lambda *args, **kwargs: b"%PDF-1.7 uji")


@pytest.mark.usefixtures("_no_typesetting")
def test_one_approval_pressed_four_times_at_once_is_one_paper():
    by, offered = UserFactory(role="Pejabat"), proposal(query=year(2025))
    approval = approve(proposal=offered, by=by)
    found = at_once(*[publishing(approval, offered, by)] * 4)
    assert {dokumen.nomor for dokumen in found} == {DokumenTerbit.objects.get().nomor}


@pytest.mark.usefixtures("_no_typesetting")
def test_reports_issued_at_once_take_numbers_without_a_gap():
    by = UserFactory(role="Pejabat")
    offers = [proposal(query=year(number)) for number in range(2020, 2024)]
    works = [publishing(approve(proposal=offered, by=by), offered, by) for offered in offers]
    assert sorted(dokumen.number for dokumen in at_once(*works)) == [1, 2, 3, 4]


@pytest.mark.usefixtures("_no_typesetting")
def test_two_approvals_of_one_subject_make_one_paper_and_a_kind_word():
    by, first = UserFactory(role="Pejabat"), proposal(query=f"{year(2025)}&kertas=a4")
    second = proposal(query=f"{year(2025)}&kertas=f4")
    works = [publishing(approve(proposal=each, by=by), each, by) for each in (first, second)]
    found = at_once(*works)
    assert sorted(type(each).__name__ for each in found) == ["DokumenTerbit", "ValidationError"]
