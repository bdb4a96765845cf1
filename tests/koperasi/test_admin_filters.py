"""The filters of the staff list: who stands where to the RAT, with counts beside each choice."""

import datetime

import pytest
import time_machine

from tests.factories import KoperasiFactory, RapatAnggotaFactory
from tests.kantor import sign_in, url, words

pytestmark = pytest.mark.django_db
LIST = url("koperasi_koperasi", "changelist")


def listed(client, **query):
    return {koperasi.name for koperasi in client.get(LIST, query).context["cl"].result_list}


@pytest.fixture
def district():
    RapatAnggotaFactory(koperasi__name="Sudah")
    RapatAnggotaFactory(koperasi__name="Terlambat", held_on=datetime.date(2026, 4, 20))
    KoperasiFactory(name="Belum", tanggal_badan_hukum=datetime.date(2012, 1, 1))
    KoperasiFactory(name="Sekunder", bentuk="sekunder_kabupaten")
    KoperasiFactory(name="Baru", tanggal_badan_hukum=datetime.date(2026, 1, 5))


@time_machine.travel(datetime.datetime(2026, 5, 10, 4, tzinfo=datetime.UTC), tick=False)
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"rat": "tepat_waktu"}, {"Sudah"}),
        ({"rat": "terlambat"}, {"Terlambat"}),
        ({"rat": "belum"}, {"Belum"}),
        ({"rat": "belum_jatuh_tempo"}, {"Sekunder"}),
        ({"rat": "sp1"}, set()),
        ({"rat": "sp2"}, {"Belum"}),
        ({"keaktifan": "aktif"}, {"Sudah", "Terlambat", "Baru"}),
        ({"keaktifan": "tidak"}, {"Belum", "Sekunder"}),
    ],
)
def test_cooperatives_are_found_by_their_standing(client, district, query, names):
    sign_in(client)
    assert listed(client, **query) == names


@time_machine.travel(datetime.datetime(2026, 5, 10, 4, tzinfo=datetime.UTC), tick=False)
def test_each_choice_tells_how_many_there_are(client, district):
    sign_in(client)
    told = words(client.get(LIST))
    assert "RAT tahun buku 2025" in told
    assert "Jatuh tempo SP2 (1)" in told
