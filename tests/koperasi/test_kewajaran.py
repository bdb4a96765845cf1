"""Doubts about an annual meeting's figures, each one below, at and above its bound."""

import pytest

from koperasi.kewajaran import jumps, members_doubt, quorum_doubt, surplus_doubt
from tests.factories import KoperasiFactory, RapatAnggotaFactory
from tests.kantor import sign_in, url, words


@pytest.mark.parametrize(
    ("hadir", "anggota", "is_odd"),
    [
        (24, 50, True),
        (25, 50, False),
        (26, 50, False),
        (24, 49, True),
        (25, 49, False),
        (0, 1, True),
        (51, 50, False),
        (None, 50, False),
        (20, None, False),
    ],
)
def test_less_than_half_of_the_members_may_be_no_quorum(hadir, anggota, is_odd):
    assert bool(quorum_doubt(hadir=hadir, anggota=anggota)) == is_odd


@pytest.mark.parametrize(
    ("anggota", "is_primer", "is_odd"),
    [
        (8, True, True),
        (9, True, False),
        (10, True, False),
        (0, True, True),
        (3, False, False),
        (None, True, False),
    ],
)
def test_a_primary_cooperative_has_at_least_nine_members(anggota, is_primer, is_odd):
    assert bool(members_doubt(anggota=anggota, is_primer=is_primer)) == is_odd


@pytest.mark.parametrize(
    ("shu", "volume", "is_odd"),
    [
        (99, 100, False),
        (100, 100, False),
        (101, 100, True),
        (-5, 0, False),
        (1, None, False),
        (None, 1, False),
    ],
)
def test_the_surplus_cannot_exceed_the_turnover(shu, volume, is_odd):
    assert bool(surplus_doubt(shu=shu, volume_usaha=volume)) == is_odd


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (300, 100, []),
        (301, 100, ["Aset lebih dari 3 kali tahun buku sebelumnya."]),
        (100, 300, []),
        (100, 301, ["Aset kurang dari sepertiga tahun buku sebelumnya."]),
        (100, 0, []),
        (0, 100, []),
        (None, 100, []),
        (100, None, []),
    ],
)
def test_a_jump_against_the_year_before_is_told(now, before, told):
    assert list(jumps({"aset": now}, {"aset": before})) == told


@pytest.mark.django_db
def test_a_clerk_reads_the_doubts_beside_the_cooperative(client):
    sign_in(client)
    koperasi = KoperasiFactory()
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2024, aset=1_000)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025, aset=9_000, hadir=10, shu=50, volume_usaha=40)
    told = words(client.get(url("koperasi_koperasi", "change", koperasi.pk)))
    assert "RAT tahun buku 2025: Aset lebih dari 3 kali tahun buku sebelumnya." in told
    assert "RAT tahun buku 2025: Yang hadir kurang dari separuh anggota." in told
    assert "RAT tahun buku 2025: SHU lebih besar daripada volume usaha." in told


@pytest.mark.django_db
def test_years_that_do_not_follow_each_other_are_not_compared(client):
    sign_in(client)
    koperasi = KoperasiFactory()
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2022, aset=1_000)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025, aset=9_000)
    assert "tahun buku sebelumnya" not in words(client.get(url("koperasi_koperasi", "change", koperasi.pk)))
