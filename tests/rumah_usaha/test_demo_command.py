"""`manage.py demo`: when it refuses, what it prints, how it serves and how it ends."""

import io
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import management
from django.core.management import CommandError, call_command

import manage
from accounts.models import User
from accounts.roles import ROLES
from rumah_usaha.demo import serving, static_files
from rumah_usaha.demo.businesses import people
from rumah_usaha.demo.loading.accounts import LOGINS, create_accounts
from rumah_usaha.management.commands import demo
from tests.factories import PemilikFactory


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch):
    """A demo of this checkout may be starting at the moment: nothing here touches its files."""
    settings.DATA_DIR = settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(demo, "LOG", tmp_path / "demo.log")
    monkeypatch.setattr(demo, "WORKER_LOG", tmp_path / "demo-pekerja.log")


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def district(db, settings):
    """The accounts alone: where they are, the district is."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return create_accounts()


def run(**options):
    output = io.StringIO()
    call_command("demo", stdout=output, **options)
    return output.getvalue()


# --- refusing -------------------------------------------------------------------------------


def test_a_real_portal_is_left_alone(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="PRODUCTION"):
        run(no_serve=True)


def test_a_used_port_is_told_in_one_sentence_before_anything_else(listening):
    with pytest.raises(CommandError, match=rf"Port {listening} .* sudah dipakai .* --port {listening + 1}"):
        run(port=listening)


@pytest.mark.parametrize("port", [-1, 65536, 10**9])
def test_a_port_that_cannot_be_is_refused_likewise(port):
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        run(port=port)


def test_a_database_that_somebody_works_with_is_not_filled(db, monkeypatch):
    PemilikFactory()
    with pytest.raises(CommandError, match="sudah berisi"):
        run(no_serve=True)
    assert not User.objects.exists()


# --- preparing ------------------------------------------------------------------------------


def test_a_prepared_portal_is_not_filled_again(district):
    before = User.objects.count()
    told = run(no_serve=True)
    assert "Kabupaten contoh sudah ada." in told
    assert "Menyiapkan tabel" not in told
    assert User.objects.count() == before


def test_every_role_has_an_account_with_a_passphrase_that_the_portal_accepts(district):
    assert [login.role for login in LOGINS] == list(ROLES)
    for login in LOGINS:
        user = User.objects.get(username=login.username)
        validate_password(login.passphrase, user)
        assert user.check_password(login.passphrase)
        assert user.is_staff
        assert not user.is_superuser


@pytest.fixture
def pages(settings, tmp_path):
    """Files of pages in a folder of their own, gathered as for the demo; returns the folder."""
    source = tmp_path / "static"
    source.mkdir()
    (source / "situs.css").write_text("body { color: teal }")
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "gathered"
    return source


def gather():
    call_command("collectstatic", interactive=False, verbosity=0)


def test_files_of_pages_are_gathered_once(pages):
    assert static_files.is_stale()
    gather()
    assert not static_files.is_stale()
    assert staticfiles_storage.stored_name("situs.css") != "situs.css"


def test_a_changed_file_is_gathered_again(pages):
    gather()
    later = (pages.parent / "gathered" / "staticfiles.json").stat().st_mtime + 1
    os.utime(pages / "situs.css", (later, later))
    assert static_files.is_stale()


def test_a_new_file_is_gathered_though_it_is_old(pages):
    gather()
    (pages / "cetak.css").write_text("")
    os.utime(pages / "cetak.css", (0, 0))
    assert static_files.is_stale()


def test_nothing_is_gathered_where_pages_read_the_files_themselves():
    assert not static_files.is_stale()


def test_tables_made_by_hand_get_their_reference_data_too(monkeypatch):
    told = []
    monkeypatch.setattr(demo.Command, "migrate", lambda self: False)
    monkeypatch.setattr(demo.Command, "load_reference", lambda self: told.append("wilayah"))
    monkeypatch.setattr(static_files, "is_stale", lambda: False)
    demo.Command().update(is_new=True)
    assert told == ["wilayah"]
    demo.Command().update()
    assert told == ["wilayah"]


# --- serving --------------------------------------------------------------------------------


def test_addresses_and_accounts_are_printed_once_the_server_answers(district, monkeypatch, free_port):
    monkeypatch.setattr(serving, "serve", lambda host, port, *, log, ready: ready())
    told = run(port=free_port)
    site = f"http://127.0.0.1:{free_port}"
    for line in (f"Situs    {site}/\n", f"Kantor   {site}/kantor/\n", f"Laporan  {site}/laporan/\n"):
        assert line in told
    for login in LOGINS:
        assert f"{login.username:<12} {login.passphrase}" in told


@pytest.mark.parametrize(
    "ending", [KeyboardInterrupt(), SystemExit(128 + signal.SIGTERM), SystemExit(128 + signal.SIGHUP)]
)
def test_the_usual_endings_are_a_success(district, monkeypatch, free_port, ending):
    def end(*args, **kwargs):
        raise ending

    monkeypatch.setattr(serving, "serve", end)
    assert "Portal ditutup." in run(port=free_port)


@pytest.fixture
def _ordinary_terminal():
    """Under `nohup` the signal is ignored from the start, and should be."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_ordinary_terminal")
def test_a_closed_terminal_ends_the_server(district, monkeypatch, free_port):
    monkeypatch.setattr(serving, "serve", lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGHUP))
    assert "Portal ditutup." in run(port=free_port)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_DFL


def test_ctrl_c_during_the_preparations_is_no_success(db, monkeypatch):
    def end(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.Command, "prepare", end)
    with pytest.raises(SystemExit) as ending:
        call_command("demo", no_serve=True, stderr=io.StringIO())
    assert ending.value.code == 130


@pytest.mark.parametrize(("command", "limit"), [("demo", None), ("runserver", None), ("migrate", "0")])
def test_only_commands_that_serve_no_pages_lift_the_time_limit(monkeypatch, command, limit):
    monkeypatch.delenv("STATEMENT_TIMEOUT_MS", raising=False)
    monkeypatch.setattr(sys, "argv", ["manage.py", command])
    monkeypatch.setattr(management, "execute_from_command_line", lambda argv: None)
    manage.main()
    assert os.environ.get("STATEMENT_TIMEOUT_MS") == limit


def test_accounts_of_the_demo_need_no_second_factor(settings):
    settings.REQUIRE_MFA = True
    serving.adjust_settings("127.0.0.1", 8000)
    assert settings.REQUIRE_MFA is False


@pytest.mark.parametrize(
    ("host", "site"), [("127.0.0.1", "http://127.0.0.1:8123"), ("::1", "http://[::1]:8123")]
)
def test_links_lead_to_the_address_that_is_served(settings, monkeypatch, host, site):
    settings.SITE_URL = "http://127.0.0.1:8000"
    monkeypatch.delenv("SITE_URL", raising=False)
    serving.adjust_settings(host, 8123)
    assert site == settings.SITE_URL


def test_an_address_that_the_operator_set_is_kept(settings, monkeypatch):
    settings.SITE_URL = "https://contoh.id"
    monkeypatch.setenv("SITE_URL", "https://contoh.id")
    serving.adjust_settings("127.0.0.1", 8123)
    assert settings.SITE_URL == "https://contoh.id"


def test_the_office_of_the_demo_can_be_reached(settings):
    settings.OFFICE_ADDRESS = settings.OFFICE_WHATSAPP = ""
    serving.adjust_settings("127.0.0.1", 8123)
    assert "Contoh" in settings.OFFICE_ADDRESS
    assert settings.OFFICE_WHATSAPP not in {person.phone for person in people()}


def test_an_office_that_the_operator_set_is_kept(settings):
    settings.OFFICE_ADDRESS, settings.OFFICE_WHATSAPP = "Jalan Merdeka", "+628111111111"
    serving.adjust_settings("127.0.0.1", 8123)
    assert (settings.OFFICE_ADDRESS, settings.OFFICE_WHATSAPP) == ("Jalan Merdeka", "+628111111111")


SERVE = """
import signal, sys
from pathlib import Path
from rumah_usaha.demo import serving
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
serving.serve("127.0.0.1", int(sys.argv[1]), log=Path(sys.argv[2]), ready=lambda: print("ready", flush=True))
"""


def test_gunicorn_answers_and_ends_with_the_command(tmp_path, free_port):
    root = Path(demo.__file__).parents[3]
    log = tmp_path / "server.log"
    command = [sys.executable, "-c", SERVE, str(free_port), str(log)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n", log.read_text()
        serving_port = socket.create_connection(("127.0.0.1", free_port), timeout=5)
        serving_port.close()
        process.terminate()
        assert process.wait(timeout=30) == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", free_port), timeout=5)


def test_gunicorn_that_is_asked_to_end_first_ends_the_command_in_order(tmp_path, free_port):
    ask = "ready=lambda: os.kill(multiprocessing.active_children()[0].pid, signal.SIGINT))"
    script = "import multiprocessing, os\n" + SERVE.replace('ready=lambda: print("ready", flush=True))', ask)
    root = Path(demo.__file__).parents[3]
    command = [sys.executable, "-c", script, str(free_port), str(tmp_path / "server.log")]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_server_that_cannot_start_says_where_to_read_why(tmp_path, monkeypatch, free_port):
    monkeypatch.setattr(serving, "_run", lambda host, port: sys.exit(3))
    with pytest.raises(serving.ServingError, match=r"kode 3.*server\.log"):
        serving.serve("127.0.0.1", free_port, log=tmp_path / "server.log", ready=pytest.fail)
