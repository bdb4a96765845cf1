"""Django on the embedded server: started by the first connection, reported in one sentence."""

import io
import signal
import subprocess

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections

from rumah_usaha.database import binaries, cluster, lifecycle
from rumah_usaha.database.base import DatabaseWrapper, ServerUnavailableError

LIMITS = "-c statement_timeout=5000 -c lock_timeout=3000"


@pytest.fixture
def home(spare_home, monkeypatch):
    """The spare server takes the place of the portal's own."""
    monkeypatch.setenv(cluster.HOME, str(spare_home))
    # Tests with records, run before, leave the name of their own database here.
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", "rumah_usaha")
    return spare_home


@pytest.fixture
def wrapper(home):
    settings = connections.settings["default"] | {"NAME": "rumah_usaha", "OPTIONS": {"options": LIMITS}}
    return DatabaseWrapper(settings, alias="spare")


def connect(wrapper):
    return wrapper.get_new_connection(wrapper.get_connection_params())


def test_the_first_connection_starts_the_server(wrapper):
    cluster.current().stop("immediate")
    with connect(wrapper) as session:
        assert session.execute("SELECT current_database()").fetchone() == ("rumah_usaha",)


def test_the_limits_of_the_settings_reach_the_session(wrapper):
    with connect(wrapper) as session:
        assert session.execute("SHOW statement_timeout").fetchone() == ("5s",)
        assert session.execute("SHOW lock_timeout").fetchone() == ("3s",)


def test_a_database_that_does_not_exist_is_reported_as_such(wrapper):
    wrapper.settings_dict["NAME"] = "tidak_ada"
    with pytest.raises(psycopg.OperationalError, match='"tidak_ada" does not exist'):
        connect(wrapper)


def test_a_server_that_cannot_start_is_one_sentence_for_commands_and_an_absence_for_pages(
    wrapper, monkeypatch
):
    cluster.current().stop("immediate")
    monkeypatch.setenv(binaries.OVERRIDE, "/tidak/ada")
    with pytest.raises(ServerUnavailableError, match="RUMAH_USAHA_PG_BIN") as raised:
        connect(wrapper)
    assert isinstance(raised.value, CommandError)
    assert isinstance(raised.value, OperationalError)


def test_clients_are_called_with_the_servers_own_programs(wrapper):
    words, _ = wrapper.client.settings_to_cmd_args_env(wrapper.settings_dict, ["-c", "SELECT 1"])
    assert words[0] == str(binaries.find() / "psql")
    assert words[words.index("-h") + 1] == str(cluster.current().socket)


@pytest.mark.usefixtures("home")
def test_a_serving_command_stops_the_server_that_it_started():
    cluster.current().stop("immediate")
    with lifecycle.running_while_serving():
        assert cluster.current().is_answering()
    assert not cluster.current().is_answering()


@pytest.mark.usefixtures("home")
def test_sigterm_ends_a_serving_command_in_order():
    cluster.current().stop("immediate")
    with pytest.raises(SystemExit), lifecycle.running_while_serving():
        signal.raise_signal(signal.SIGTERM)
    assert not cluster.current().is_answering()


@pytest.mark.usefixtures("home")
def test_a_serving_command_leaves_a_server_that_ran_before():
    cluster.current().ensure()
    with lifecycle.running_while_serving():
        pass
    assert cluster.current().is_answering()


@pytest.mark.usefixtures("home")
def test_db_start_status_and_stop_tell_what_they_did():
    cluster.current().stop("immediate")
    said = io.StringIO()
    for action in ("start", "start", "status", "stop", "stop"):
        call_command("db", action, stdout=said)
    lines = said.getvalue().splitlines()
    assert lines[:2] == ["PostgreSQL dijalankan.", "PostgreSQL sudah berjalan."]
    assert lines[2].startswith("Keadaan : berjalan (pid ")
    assert lines[-2:] == ["PostgreSQL dihentikan.", "PostgreSQL memang tidak berjalan."]


@pytest.mark.usefixtures("home")
def test_db_dump_writes_a_private_copy_that_can_be_restored(tmp_path):
    target = tmp_path / "salinan.dump"
    call_command("db", "dump", str(target), stdout=io.StringIO())
    assert target.stat().st_mode & 0o777 == 0o600
    listed = subprocess.run(
        [binaries.find() / "pg_restore", "--list", target], capture_output=True, check=True
    )
    assert b"dbname: rumah_usaha" in listed.stdout


@pytest.mark.usefixtures("home")
def test_a_dump_that_fails_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(lifecycle, "client_command", lambda *words: (["false"], {"PATH": "/bin:/usr/bin"}))
    with pytest.raises(CommandError, match="gagal"):
        call_command("db", "dump", str(tmp_path / "salinan.dump"))
    assert list(tmp_path.iterdir()) == []
