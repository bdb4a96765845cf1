"""An OPD's own list: checked like the forms, written once, taken back whole."""

import datetime

import pytest
import time_machine

from belanja_asn.models import Belanja, ItemBelanja
from tests.belanja import AturanBelanjaFactory, OpdFactory
from tests.factories import UsahaFactory
from tests.spreadsheets import lembar

pytestmark = pytest.mark.django_db
HEADER = ["Perangkat daerah", "Nama pegawai", "Tanggal", "Penjual", "Nama barang", "Nilai", "No nota"]


@pytest.fixture(autouse=True)
def _on_a_day_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        AturanBelanjaFactory(identitas="nama")
        OpdFactory(name="Dinas Kesehatan", singkatan="Dinkes")
        UsahaFactory(name="Dapur Mekar")
        yield


def line(**said):
    told = {
        "opd": "Dinkes", "nama": "Sitti Rahma", "tanggal": "12-11-2026", "penjual": "Dapur Mekar",
        "barang": "2 kopi; 1 kue", "nilai": "Rp 75.000,00", "nota": "012",
    } | said  # fmt: skip
    return dict(zip(HEADER, told.values(), strict=True))


def checked(*lines):
    return lembar.checked(list(lines), kind="belanja-asn", header=HEADER, options={})


def told(upload):
    return [(row.state, [problem["text"] for problem in row.problems]) for row in lembar.rows_of(upload)]


def test_a_list_is_written_and_waits_for_a_yes():
    lembar.save(checked(line(), line(nota="013", nama="Budi")))
    found = list(Belanja.objects.order_by("pk"))
    assert [(each.pembeli, each.nilai, each.nomor_nota, each.keadaan) for each in found] == [
        ("Sitti Rahma", 75_000, "012", "menunggu"),
        ("Budi", 75_000, "013", "menunggu"),
    ]
    assert [(item.name, item.jumlah) for item in found[0].itembelanja_set.all()] == [("kopi", 2), ("kue", 1)]


def test_the_same_list_again_brings_nothing_new():
    lembar.save(checked(line()))
    upload = checked(line())
    assert [state for state, _ in told(upload)] == ["sama"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"opd": "Dinas Entah"}, "tidak dikenal"),
        ({"nama": ""}, "meminta nama ASN"),
        ({"tanggal": "24-11-2026"}, "belum tiba"),
        ({"tanggal": "12-11-2025"}, "belum atau tidak lagi berjalan"),
        ({"penjual": "Kios Entah"}, "tidak ditemukan"),
    ],
)
def test_what_the_forms_refuse_the_list_is_refused_too(said, why):
    ((_, problems),) = told(checked(line(**said)))
    assert any(why in problem for problem in problems)
    assert not Belanja.objects.exists()


def test_one_receipt_twice_in_a_file_is_seen():
    rows = told(checked(line(), line(nama="Budi")))
    assert "sudah ada di baris" in " ".join(rows[1][1])


def test_taken_back_nothing_of_it_stays():
    upload = lembar.save(checked(line()))
    lembar.undone(upload)
    assert not Belanja.objects.exists()
    assert not ItemBelanja.objects.exists()
