"""Verify, publish, withdraw, archive and restore: one timestamp with a name each."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from common import states
from tests.factories import KoperasiFactory, SertifikatFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_verifying_notes_who_and_when():
    officer = UserFactory()
    koperasi = states.verify(record=KoperasiFactory(), by=officer)
    assert koperasi.verified_by == officer
    assert koperasi.verified_at


def test_the_first_to_verify_stays_named():
    first = UserFactory()
    koperasi = states.verify(record=KoperasiFactory(), by=first)
    again = states.verify(record=koperasi, by=UserFactory())
    assert (again.verified_by, again.verified_at) == (first, koperasi.verified_at)


def test_a_draft_is_not_verified():
    with pytest.raises(ValidationError, match="masih draf"):
        states.verify(record=KoperasiFactory(is_draft=True), by=UserFactory())


@pytest.mark.parametrize("deed", [states.verify, states.publish])
def test_an_archived_record_is_brought_back_first(deed):
    koperasi = states.archive(record=KoperasiFactory(), by=UserFactory())
    with pytest.raises(ValidationError, match="sudah diarsipkan"):
        deed(record=koperasi, by=UserFactory())


def test_an_archived_record_that_was_verified_is_not_published():
    koperasi = states.archive(record=KoperasiFactory(verified=True), by=UserFactory())
    with pytest.raises(ValidationError, match="sudah diarsipkan"):
        states.publish(record=koperasi, by=UserFactory())


def test_publishing_verifies_what_was_not_yet():
    officer = UserFactory()
    koperasi = states.publish(record=KoperasiFactory(), by=officer)
    assert (koperasi.verified_by, koperasi.published_by, koperasi.state) == (officer, officer, "tayang")


def test_publishing_a_draft_changes_nothing():
    koperasi = KoperasiFactory(is_draft=True)
    with pytest.raises(ValidationError):
        states.publish(record=koperasi, by=UserFactory())
    koperasi.refresh_from_db()
    assert koperasi.state == "draf"


def test_what_is_taken_from_the_site_stays_verified():
    koperasi = states.unpublish(record=KoperasiFactory(listed=True), by=UserFactory())
    assert koperasi.state == "terverifikasi"


def test_archiving_hides_and_restoring_shows_again():
    officer = UserFactory()
    koperasi = KoperasiFactory(listed=True)
    archived = states.archive(record=koperasi, by=officer)
    archived.refresh_from_db()
    assert (archived.state, archived.archived_by, archived.is_listed) == ("arsip", officer, False)
    restored = states.restore(record=archived, by=officer)
    restored.refresh_from_db()
    assert (restored.state, restored.archived_by, restored.is_listed) == ("tayang", None, True)


def test_records_without_drafts_are_verified_too():
    officer = UserFactory()
    assert states.verify(record=SertifikatFactory(), by=officer).verified_by == officer


def test_a_stale_copy_does_not_undo_what_others_changed():
    koperasi = KoperasiFactory(name="Nama lama")
    stale = type(koperasi).objects.get(pk=koperasi.pk)
    type(koperasi).objects.filter(pk=koperasi.pk).update(name="Nama baru")
    assert states.verify(record=stale, by=UserFactory()).name == "Nama baru"


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_leave_one_name():
    koperasi, officers = KoperasiFactory(), [UserFactory(), UserFactory()]
    gate = threading.Barrier(2)
    seen = []

    def verify(officer):
        gate.wait()
        seen.append(states.verify(record=koperasi, by=officer).verified_by)
        connection.close()

    threads = [threading.Thread(target=verify, args=[officer]) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen[0] == seen[1]
