"""Two officers at one pair, and a form in between: one merge, and a kind word for the other."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction

from common.admin.versions import hold
from duplicates import actions, tasks
from duplicates.locks import sweeping
from duplicates.models import Merge, Sweep, SweepState
from tests.duplicates.kembar import fresh, merged, officer
from tests.factories import ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works):
    """Each in a thread with a connection of its own, all begun together."""
    gate, errors = threading.Barrier(len(works)), []

    def run(work):
        gate.wait()
        try:
            work()
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_six_officers_merge_one_pair_once():
    survivor, loser = UsahaFactory.create_batch(2)
    ProdukFactory.create_batch(3, usaha=loser)
    people = [officer() for _ in range(6)]
    works = [
        # Some keep the one record, some the other.
        (lambda by=by, pair=pair: merged(*pair, by=by))
        for by, pair in zip(people, [(survivor, loser), (loser, survivor)] * 3, strict=True)
    ]
    errors = at_once(*works)
    assert [type(error) for error in errors] == [ValidationError] * 5
    merge = Merge.objects.get()
    kept = UsahaFactory._meta.model.objects.get(pk=merge.survivor)
    assert (kept.archived_at, kept.produk_set.count()) == (None, 3)


def test_a_record_that_a_form_holds_too_long_is_told_kindly():
    survivor, loser = UsahaFactory.create_batch(2)
    by = officer()
    is_held, may_go = threading.Event(), threading.Event()

    def form():
        with transaction.atomic():
            hold(type(loser), str(loser.pk))
            is_held.set()
            may_go.wait(30)
        connections.close_all()

    thread = threading.Thread(target=form)
    thread.start()
    is_held.wait(30)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")
    try:
        with pytest.raises(ValidationError, match="sedang disimpan petugas lain"):
            merged(survivor, loser, by=by)
    finally:
        may_go.set()
        thread.join()
    assert fresh(loser).archived_at is None


def test_two_sweeps_do_not_meet():
    UsahaFactory.create_batch(2, nib="1234567890123")
    asked = Sweep.objects.create()

    def other():
        tasks.run(asked.pk)

    with sweeping() as is_ours:
        assert is_ours
        assert at_once(other) == []
        asked.refresh_from_db()
        assert asked.state == SweepState.WAITING
    assert at_once(other) == []
    asked.refresh_from_db()
    assert asked.state == SweepState.DONE


def test_a_search_whose_worker_died_does_not_hold_the_next():
    dead = Sweep.objects.create(state=SweepState.RUNNING)
    Sweep.objects.filter(pk=dead.pk).update(asked_at="2026-01-01T00:00:00Z")
    actions.ask_for_sweep(by=officer())
    assert sorted(Sweep.objects.values_list("state", flat=True)) == ["gagal", "selesai"]
