"""What one request keeps in the session survives another that was under way."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.sessions import SessionStore
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

NOON = datetime.fromisoformat("2026-03-02T12:00:00+08:00")


@pytest.fixture
def key():
    session = SessionStore()
    session["basket"] = "kosong"
    session.save()
    return session.session_key


def test_a_slow_request_that_only_read_does_not_undo_what_a_faster_one_wrote(key):
    slow, fast = SessionStore(key), SessionStore(key)
    assert slow["basket"] == "kosong"
    fast["basket"] = "keripik"
    fast.save()
    slow.save()
    assert SessionStore(key)["basket"] == "keripik"


@time_machine.travel(NOON, tick=False)
def test_a_request_that_only_read_moves_the_end(key):
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=5))
    SessionStore(key).save()
    assert Session.objects.get(pk=key).expire_date == timezone.now() + timedelta(minutes=30)


def test_a_session_that_was_ended_meanwhile_does_not_come_back(key):
    session = SessionStore(key)
    assert session["basket"] == "kosong"
    Session.objects.all().delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()


def test_an_expired_session_is_not_prolonged(key):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    session = SessionStore(key)
    session.save()
    assert session.session_key != key


def test_a_page_of_somebody_signed_in_moves_the_end_of_the_session(client):
    with time_machine.travel(NOON, tick=False) as clock:
        client.force_login(UserFactory(role="Petugas"))
        client.get("/kantor/")
        clock.shift(timedelta(minutes=10))
        client.get("/kantor/")
        assert Session.objects.get().expire_date == timezone.now() + timedelta(minutes=30)
