"""Batches and their quota, the queues of cases, and officers for many cases."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from fasilitasi import actions
from fasilitasi.choices import SatuanHitung, Status
from fasilitasi.models import Angkatan, Fasilitasi
from tests.factories import (
    AngkatanFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"


@pytest.fixture
def angkatan():
    return AngkatanFactory(
        jenis=JenisFasilitasiFactory(satuan=SatuanHitung.BIDANG), name="SHAT Desa Uji", kuota=5
    )


def case_in(angkatan, units=1, **kwargs):
    return FasilitasiFactory(jenis=angkatan.jenis, angkatan=angkatan, jumlah_unit=units, **kwargs)


def choose(client, action, *cases, **data):
    chosen = {"action": action, "index": "0", "_selected_action": [case.pk for case in cases]}
    return client.post(url(NOUN, "changelist"), chosen | data, follow=True)


def test_the_quota_counts_units_and_says_how_many_are_left(angkatan):
    case_in(angkatan, units=3)
    case = FasilitasiFactory(jenis=angkatan.jenis, jumlah_unit=3)
    with pytest.raises(ValidationError, match=r"5 bidang. tinggal 2 bidang"):
        actions.join(fasilitasi=case, angkatan=angkatan)
    case.jumlah_unit = 2
    case.save()
    assert actions.join(fasilitasi=case, angkatan=angkatan).angkatan == angkatan


def test_who_was_refused_withdrew_or_is_archived_gives_the_place_back(angkatan):
    case_in(angkatan, units=3, status=Status.DITOLAK)
    case_in(angkatan, units=3, status=Status.DIBATALKAN)
    assert angkatan.taken() == 0


def test_a_batch_of_another_kind_is_refused(angkatan):
    with pytest.raises(ValidationError, match="Pilih angkatan lain"):
        actions.join(fasilitasi=FasilitasiFactory(), angkatan=angkatan)


def test_a_form_beyond_the_quota_is_answered_at_its_field(client, angkatan):
    sign_in(client)
    case_in(angkatan, units=5)
    page = client.get(url(NOUN, "add"))
    data = filled(page, jenis=angkatan.jenis.pk, usaha=UsahaFactory().pk, angkatan=angkatan.pk)
    assert "Angkatan: Kuota SHAT Desa Uji 2026 (5 bidang) sudah penuh" in words(
        client.post(url(NOUN, "add"), data)
    )
    assert Fasilitasi.objects.count() == 1


def test_a_saved_case_keeps_its_own_place(client, angkatan):
    sign_in(client)
    case = case_in(angkatan, units=5)
    address = url(NOUN, "change", case.pk)
    assert client.post(address, filled(client.get(address), notes="Batas jelas.")).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once():
    angkatan = AngkatanFactory(kuota=1)
    cases = [FasilitasiFactory(jenis=angkatan.jenis) for _ in range(4)]
    gate, refused = threading.Barrier(len(cases)), []

    def join(case):
        try:
            gate.wait()
            actions.join(fasilitasi=case, angkatan=angkatan)
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=join, args=[case]) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(refused), angkatan.fasilitasi_set.count()) == (3, 1)


def test_a_case_comes_back_from_the_archive_only_while_there_is_room(angkatan):
    clerk = UserFactory()
    away = actions.move(
        fasilitasi=case_in(angkatan), to=Status.DIPERIKSA, on=FasilitasiFactory().applied_on, by=clerk
    )
    Fasilitasi.objects.filter(pk=away.pk).update(archived_at="2026-05-01T00:00Z", archived_by=clerk)
    case_in(angkatan, units=5)
    with pytest.raises(ValidationError, match="sudah penuh"):
        actions.restore(fasilitasi=away, by=clerk)


def test_a_quota_does_not_fall_below_what_is_taken(angkatan):
    case_in(angkatan, units=4)
    angkatan.kuota = 3
    with pytest.raises(ValidationError, match="sudah berisi 4"):
        angkatan.full_clean()


def test_the_list_tells_how_far_each_batch_has_come(client, angkatan):
    sign_in(client)
    case_in(angkatan, units=2, finished=True)
    case_in(angkatan, units=1)
    page = words(client.get(url("fasilitasi_angkatan", "changelist")))
    assert "3 dari 5 bidang" in page
    assert "2 dari 3" in page
    assert "2 fasilitasi, 2 orang" in page
    before = query_count(client, url("fasilitasi_angkatan", "changelist"))
    for _ in range(5):
        case_in(AngkatanFactory())
    assert query_count(client, url("fasilitasi_angkatan", "changelist")) == before
    assert Angkatan.objects.count() == 6


def test_a_batch_leads_to_its_cases_and_to_no_others(client, angkatan):
    sign_in(client)
    mine, _ = case_in(angkatan), FasilitasiFactory()
    page = client.get(url(NOUN, "changelist"), {"angkatan": angkatan.pk})
    assert [case.pk for case in page.context["cl"].result_list] == [mine.pk]


def test_many_cases_join_a_batch_and_those_beyond_the_quota_are_named(client, angkatan):
    sign_in(client)
    cases = [FasilitasiFactory(jenis=angkatan.jenis, jumlah_unit=2) for _ in range(3)]
    page = choose(client, "join_many", *cases, confirmed="1", angkatan=angkatan.pk)
    assert "2 fasilitasi masuk SHAT Desa Uji 2026" in words(page)
    assert "1 fasilitasi tidak berubah" in words(page)


# --- officers and queues ------------------------------------------------------------------------


def test_many_cases_are_given_to_an_officer(client):
    sign_in(client)
    officer = UserFactory(role="Petugas", name="Rahma Petugas")
    running, closed = FasilitasiFactory(), FasilitasiFactory(finished=True)
    page = choose(client, "assign_many", running, closed, confirmed="1", petugas=officer.pk)
    assert "1 fasilitasi ditugaskan kepada Rahma Petugas" in words(page)
    running.refresh_from_db()
    closed.refresh_from_db()
    assert (running.petugas, closed.petugas) == (officer, None)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("saya", {"perlu_perbaikan"}),
        ("pemohon", {"perlu_perbaikan"}),
        ("kantor", {"diajukan", "diperiksa", "terverifikasi"}),
        ("lembaga", {"diproses"}),
    ],
)
def test_a_queue_shows_for_whom_cases_wait(client, name, found):
    officer = sign_in(client)
    for status in Status:
        is_result = status == Status.TERBIT
        is_mine = status in (Status.PERLU_PERBAIKAN, Status.DITOLAK)
        FasilitasiFactory(
            status=status,
            result_on="2026-06-10" if is_result else None,
            petugas=officer if is_mine else None,
        )
    page = client.get(url(NOUN, "changelist"), {"antrean": name})
    assert {case.status for case in page.context["cl"].result_list} == found
