"""What nobody finished does not stay."""

import os

import pytest
from django.core.management import call_command

from spreadsheets.models import Import, ImportRow, State
from tests.spreadsheets.lembar import again, checked, row, rows_of, saved

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def aged(upload):
    Import.objects.filter(pk=upload.pk).update(moved_at="2026-01-01T00:00Z")
    return upload


def test_an_import_that_nobody_finished_is_cancelled(tmp_path, django_capture_on_commit_callbacks, capsys):
    upload = aged(checked([row(1)]))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("clear_imports")
    assert again(upload).state == State.CANCELLED
    assert not ImportRow.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert "1 impor dibatalkan" in capsys.readouterr().out


def test_a_fresh_one_is_left_alone(capsys):
    upload = checked([row(1)])
    call_command("clear_imports")
    assert again(upload).state == State.PREVIEW


def test_a_file_that_no_import_names_is_removed(tmp_path, capsys):
    kept = checked([row(1)])
    stray = tmp_path / "impor" / "ab" / "abc"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"sisa")
    os.utime(stray, (0, 0))
    call_command("clear_imports")
    assert not stray.exists()
    assert (tmp_path / again(kept).file.name).exists()


def test_refused_rows_of_a_saved_import_are_emptied_in_the_end(capsys):
    upload = aged(saved([row(1), row(2, Nama_Pemilik="")]))
    assert any(each.cells for each in rows_of(upload))
    call_command("clear_imports")
    assert not any(each.cells for each in rows_of(upload))
