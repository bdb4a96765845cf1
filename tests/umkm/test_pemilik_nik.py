"""The NIK KTP of an owner in the table and in its audit trail."""

import pytest
from django.db import connection

from common.fields import blind_index
from umkm.models import Pemilik

NIK, OTHER = "7209995203900001", "7209995203900002"


@pytest.fixture
def pemilik(db):
    return Pemilik.objects.create(name="Contoh", nik=NIK)


def columns(table, *names):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1")
        return cursor.fetchall()


def trail():
    return list(Pemilik.pgh_event_models["ubah"].objects.order_by("pgh_id"))


def test_neither_table_nor_trail_holds_the_number(pemilik):
    pemilik.delete()
    events = columns("umkm_pemilikevent", "pgh_id", "nik")
    assert len(events) == 2
    assert not any(NIK in token for _, token in events)


def test_the_trail_can_still_be_read(pemilik):
    assert [event.nik for event in trail()] == [NIK]


def test_saving_an_owner_unchanged_but_for_the_address_does_not_touch_the_number(pemilik):
    before = columns("umkm_pemilik", "nik")
    loaded = Pemilik.objects.get()
    loaded.address = "Jalan Contoh"
    loaded.full_clean()
    loaded.save()
    assert columns("umkm_pemilik", "nik") == before


def test_the_index_follows_the_number(pemilik):
    pemilik.nik = "7209 9952 0390 0002"
    pemilik.save()
    assert Pemilik.objects.get().nik_index == blind_index(OTHER)
    assert Pemilik.objects.with_nik(" 7209.9952.0390.0002 ").get() == pemilik
