"""What a load balancer hears: the process is up, the portal can serve, or why it cannot."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from rumah_usaha.views import health


def test_the_process_answers_without_asking_the_database(client):
    response = client.get(reverse("healthz"))
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_a_portal_that_can_serve_says_so(client):
    response = client.get(reverse("readyz"))
    assert response.status_code == 200
    assert response.json() == {"database": True, "migrations": True, "disk": True, "keys": True}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("check", "name"),
    [("_migrations_applied", "migrations"), ("_disk_has_room", "disk"), ("_database_answers", "database")],
)
def test_what_fails_is_named(client, monkeypatch, check, name):
    monkeypatch.setattr(health, check, lambda: False)
    response = client.get(reverse("readyz"))
    assert response.status_code == 503
    assert [key for key, is_fine in response.json().items() if not is_fine] == [name]


@pytest.mark.django_db
def test_missing_keys_are_named(client, settings):
    settings.FIELD_ENCRYPTION_KEYS = [""]
    response = client.get(reverse("readyz"))
    assert response.status_code == 503
    assert response.json()["keys"] is False


@pytest.mark.django_db
def test_a_missing_blind_index_key_is_named_too(client, settings):
    settings.BLIND_INDEX_KEY = ""
    response = client.get(reverse("readyz"))
    assert response.status_code == 503
    assert response.json()["keys"] is False


@pytest.mark.django_db
def test_a_migration_that_waits_is_noticed(client):
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder(connection).migration_qs.filter(app="laporan").delete()
    assert client.get(reverse("readyz")).json()["migrations"] is False


@pytest.mark.django_db
def test_while_the_database_is_away_the_answer_is_503_and_when_to_come_back(monkeypatch):
    def away():
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(health, "_database_answers", away)
    response = Client(raise_request_exception=False).get(reverse("readyz"))
    assert response.status_code == 503
    assert response["Retry-After"] == "5"


def test_a_folder_that_is_not_there_yet_has_the_room_of_its_parent(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media" / "later"
    assert health._disk_has_room()


def test_a_full_disk_is_noticed(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 10**18)
    assert not health._disk_has_room()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["healthz", "readyz"])
def test_nobody_keeps_the_answer(client, name):
    assert "no-store" in client.get(reverse(name))["Cache-Control"]
