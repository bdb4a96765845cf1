"""Files and rows in step."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction

from common.uploads import delete_on_commit, note_written, undone_on_error


@pytest.fixture
def storage(tmp_path):
    return FileSystemStorage(tmp_path)


def write(storage, name):
    storage.save(name, ContentFile(b"isi"))
    note_written(storage, name)


def fail():
    raise OSError("disk full")


def write_and_fail(storage, name):
    write(storage, name)
    fail()


def delete_and_fail(storage, name):
    delete_on_commit(storage, name)
    fail()


def test_files_of_a_block_that_fails_are_taken_back(storage):
    with pytest.raises(OSError, match="full"), undone_on_error():
        write_and_fail(storage, "a.jpg")
    assert not storage.exists("a.jpg")


def test_files_of_a_block_that_holds_stay(storage):
    with undone_on_error():
        write(storage, "a.jpg")
    assert storage.exists("a.jpg")


def test_a_block_inside_another_takes_back_only_its_own(storage):
    with undone_on_error():
        write(storage, "outer.jpg")
        with pytest.raises(OSError, match="full"), undone_on_error():
            write_and_fail(storage, "inner.jpg")
    assert [storage.exists(name) for name in ("outer.jpg", "inner.jpg")] == [True, False]


def test_files_written_elsewhere_are_left_alone(storage):
    write(storage, "before.jpg")
    with pytest.raises(OSError, match="full"), undone_on_error():
        fail()
    assert storage.exists("before.jpg")


@pytest.mark.django_db(transaction=True)
def test_a_file_is_deleted_only_when_the_transaction_holds(storage):
    write(storage, "a.jpg")
    with pytest.raises(OSError, match="full"), transaction.atomic():
        delete_and_fail(storage, "a.jpg")
    assert storage.exists("a.jpg")
    with transaction.atomic():
        delete_on_commit(storage, "a.jpg")
        assert storage.exists("a.jpg")
    assert not storage.exists("a.jpg")


@pytest.mark.django_db(transaction=True)
def test_no_name_is_no_file(storage):
    delete_on_commit(storage, "")
