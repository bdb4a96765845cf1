"""The portal refuses to start unsafe, and its settings are those that the handbook and `.env.example` name."""

import ast
import os
import re
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from rumah_usaha.production import refuse_unsafe
from tests.house.repository import ROOT, refuse

LONG = "x7" * 30
SAFE = {
    "production": True,
    "debug": False,
    "secret_key": LONG,
    "allowed_hosts": ["usaha.contoh.go.id"],
    "encryption_keys": [Fernet.generate_key().decode()],
    "blind_index_key": LONG,
    "require_mfa": True,
}
UNSAFE = [
    ({"debug": True}, "DEBUG"),
    ({"secret_key": ""}, "SECRET_KEY"),
    ({"secret_key": "x" * 49}, "SECRET_KEY"),
    ({"secret_key": "django-insecure-" + LONG}, "SECRET_KEY"),
    ({"allowed_hosts": []}, "ALLOWED_HOSTS"),
    ({"allowed_hosts": ["*"]}, "ALLOWED_HOSTS"),
    ({"allowed_hosts": ["usaha.contoh.go.id", "*"]}, "ALLOWED_HOSTS"),
    ({"encryption_keys": []}, "FIELD_ENCRYPTION_KEYS"),
    ({"encryption_keys": [""]}, "FIELD_ENCRYPTION_KEYS"),
    ({"blind_index_key": ""}, "BLIND_INDEX_KEY"),
    ({"blind_index_key": "x" * 49}, "BLIND_INDEX_KEY"),
    ({"require_mfa": False}, "REQUIRE_MFA"),
]


def test_production_starts_with_safe_settings():
    refuse_unsafe(**SAFE)


@pytest.mark.parametrize(("change", "named"), UNSAFE)
def test_production_refuses(change, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        refuse_unsafe(**SAFE | change)


def test_every_reason_is_named_at_once():
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_unsafe(**SAFE | {"debug": True, "require_mfa": False, "allowed_hosts": ["*"]})
    assert all(name in str(refusal.value) for name in ("DEBUG", "REQUIRE_MFA", "ALLOWED_HOSTS"))


@pytest.mark.parametrize("hosts", [["*"], ["usaha.contoh.go.id"], ["localhost", "0.0.0.0"]])
def test_a_demo_answers_this_machine_only(hosts):
    with pytest.raises(ImproperlyConfigured, match="PRODUCTION"):
        refuse_unsafe(**SAFE | {"production": False, "allowed_hosts": hosts})


def test_a_demo_needs_no_second_factor_and_may_debug():
    refuse_unsafe(
        **SAFE | {"production": False, "debug": True, "require_mfa": False, "allowed_hosts": ["localhost"]}
    )


def start(**environment: str) -> subprocess.CompletedProcess:
    """`manage.py check --deploy` in a process of its own, with nothing but this environment."""
    base = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PRODUCTION": "true"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=base | environment, capture_output=True, text=True)


SAFE_ENVIRONMENT = {
    "ALLOWED_HOSTS": "usaha.contoh.go.id",
    "DATABASE_URL": "postgresql://portal@localhost/portal",
    "SECRET_KEY": LONG + "abcdefghij",
    "BLIND_INDEX_KEY": LONG,
    "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
}


def test_a_safe_production_passes_the_deployment_check():
    started = start(**SAFE_ENVIRONMENT)
    assert started.returncode == 0, started.stderr


def test_an_unsafe_production_does_not_start():
    started = start(**SAFE_ENVIRONMENT | {"ALLOWED_HOSTS": "*", "DEBUG": "true"})
    assert started.returncode != 0
    assert "ALLOWED_HOSTS" in started.stderr
    assert "DEBUG" in started.stderr


def test_production_makes_no_secrets_of_its_own():
    started = start(ALLOWED_HOSTS="usaha.contoh.go.id")
    assert started.returncode != 0
    assert "SECRET_KEY" in started.stderr
    assert "FIELD_ENCRYPTION_KEYS" in started.stderr


def read_in_settings() -> set[str]:
    tree = ast.parse((ROOT / "rumah_usaha/settings.py").read_text())
    return {
        str(call.args[0].value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def test_the_example_names_every_variable_that_settings_read():
    example = (ROOT / ".env.example").read_text()
    named = set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", example, re.M))
    refuse(sorted(read_in_settings() ^ named))


def test_the_example_holds_no_secret():
    example = (ROOT / ".env.example").read_text()
    secrets = re.findall(r"^#? ?(?:SECRET_KEY|BLIND_INDEX_KEY|FIELD_ENCRYPTION_KEYS)=(.*)$", example, re.M)
    assert secrets == ["", "", ""]


def test_pages_are_cut_off_and_do_not_wait_long(db):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")
        assert cursor.fetchone() == ("5s", "3s")


def test_what_a_request_may_bring_is_capped():
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE <= 10 * 1024 * 1024
    assert settings.DATA_UPLOAD_MAX_NUMBER_FIELDS <= 5000
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES <= 50


def test_the_limits_of_sign_in_are_shared_between_workers():
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
