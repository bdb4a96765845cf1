"""Opening, moving and finishing cases."""

import datetime
import threading

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection

from fasilitasi import actions
from fasilitasi.choices import Status
from fasilitasi.langkah import MOVES, OPEN, may_move
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from legalitas.models import Sertifikat
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def opened(jenis=None, applied_on=datetime.date(2026, 3, 2), **kwargs):
    subject = kwargs or {"usaha": UsahaFactory()}
    case = Fasilitasi(jenis=jenis or JenisFasilitasiFactory(), applied_on=applied_on, **subject)
    return actions.open_case(fasilitasi=case, by=UserFactory())


def moved(case, to, on=TODAY, notes=""):
    return actions.move(fasilitasi=case, to=to, on=on, by=UserFactory(), notes=notes)


def finished(case, **kwargs):
    return actions.finish(fasilitasi=case, by=UserFactory(), result_on=kwargs.pop("on", TODAY), **kwargs)


# --- opening ----------------------------------------------------------------------------------


def test_an_opened_case_has_a_number_an_officer_an_issuer_and_a_first_step():
    clerk = UserFactory(role="Petugas")
    jenis = JenisFasilitasiFactory(penerbit="BPJPH")
    case = Fasilitasi(jenis=jenis, usaha=UsahaFactory(), applied_on=datetime.date(2026, 3, 2))
    actions.open_case(fasilitasi=case, by=clerk)
    assert (case.nomor, case.status, case.petugas, case.lembaga_penerbit) == (
        "FAS-2026-00001",
        Status.DIAJUKAN,
        clerk,
        "BPJPH",
    )
    step = case.langkahfasilitasi_set.get()
    assert (step.status, step.happened_on, step.recorded_by) == (Status.DIAJUKAN, case.applied_on, clerk)


def test_numbers_run_within_the_year_of_the_application():
    numbers = [opened(applied_on=datetime.date(year, 5, 1)).nomor for year in (2025, 2026, 2025)]
    assert numbers == ["FAS-2025-00001", "FAS-2026-00001", "FAS-2025-00002"]


def test_the_number_after_99999_has_one_more_digit_and_is_followed_by_the_next():
    FasilitasiFactory(nomor="FAS-2026-99999")
    assert [opened().nomor, opened().nomor] == ["FAS-2026-100000", "FAS-2026-100001"]


@pytest.mark.django_db(transaction=True)
def test_clerks_who_open_cases_together_get_different_numbers_without_gaps():
    jenis, usaha, clerk = JenisFasilitasiFactory(), UsahaFactory(), UserFactory()
    gate = threading.Barrier(6)
    failures = []

    def open_one():
        try:
            gate.wait()
            case = Fasilitasi(jenis=jenis, usaha=usaha, applied_on=datetime.date(2026, 3, 2))
            actions.open_case(fasilitasi=case, by=clerk)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=open_one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    numbers = sorted(Fasilitasi.objects.values_list("nomor", flat=True))
    assert numbers == [f"FAS-2026-{n:05d}" for n in range(1, 7)]


# --- moving ------------------------------------------------------------------------------------


def test_a_step_is_dated_signed_and_kept():
    case, verifier = opened(), UserFactory()
    on = datetime.date(2026, 4, 1)
    case = actions.move(fasilitasi=case, to=Status.DIPERIKSA, on=on, by=verifier, notes="Lengkap.")
    step = case.langkahfasilitasi_set.get(status=Status.DIPERIKSA)
    assert case.status == Status.DIPERIKSA
    assert (step.happened_on, step.recorded_by, step.notes) == (on, verifier, "Lengkap.")


@pytest.mark.parametrize("status", OPEN)
def test_an_open_case_moves_only_where_it_may(status):
    for target in Status:
        case = FasilitasiFactory(status=status)
        if target != Status.TERBIT and may_move(status, target):
            assert moved(case, target).status == target
        else:
            with pytest.raises(ValidationError):
                moved(case, target)


@pytest.mark.parametrize("status", [Status.DITOLAK, Status.DIBATALKAN])
def test_a_case_that_left_does_not_come_back(status):
    case = FasilitasiFactory(status=status)
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        moved(case, Status.DIPERIKSA)


def test_every_status_has_its_moves_written_down():
    assert set(MOVES) == set(Status)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (datetime.date(2026, 3, 1), "mendahului tanggal permohonan"),
        (datetime.date(2026, 11, 25), "masa depan"),
    ],
)
def test_a_step_happens_between_the_application_and_today(on, told):
    with pytest.raises(ValidationError, match=told):
        moved(opened(), Status.DIPERIKSA, on=on)


@pytest.mark.parametrize("on", [datetime.date(2026, 3, 2), TODAY])
def test_the_first_and_the_last_possible_day_are_taken(on):
    assert moved(opened(), Status.DIPERIKSA, on=on).status == Status.DIPERIKSA


def test_an_archived_case_stands_still():
    case, clerk = opened(), UserFactory()
    case.archived_at, case.archived_by = case.created_at, clerk
    case.save()
    with pytest.raises(ValidationError, match="sudah diarsipkan"):
        moved(case, Status.DIPERIKSA)


def test_a_stale_copy_does_not_move_a_case_twice():
    case = opened()
    stale = Fasilitasi.objects.get(pk=case.pk)
    moved(case, Status.DITOLAK)
    with pytest.raises(ValidationError):
        moved(stale, Status.DIPERIKSA)
    assert Fasilitasi.objects.get(pk=case.pk).status == Status.DITOLAK


def test_a_corrected_application_date_moves_the_first_step_only():
    case = opened()
    moved(case, Status.DIPERIKSA)
    case.applied_on = datetime.date(2026, 2, 1)
    case.save()
    actions.redate_opening(fasilitasi=case)
    days = list(case.langkahfasilitasi_set.values_list("happened_on", flat=True))
    assert days == [datetime.date(2026, 2, 1), TODAY]


# --- finishing ---------------------------------------------------------------------------------


def test_the_end_comes_only_by_finishing():
    with pytest.raises(ValidationError, match="Selesaikan"):
        moved(opened(), Status.TERBIT)


def test_a_finished_case_has_its_verified_certificate():
    produk = ProdukFactory()
    case = opened(JenisFasilitasiFactory(sertifikat="halal", penerbit="BPJPH"), usaha=produk.usaha)
    case.produk.add(produk)
    case = finished(case, number="ID 72110000012345678", nomor_ketetapan="KH-1")
    paper = case.sertifikat
    assert (case.status, case.result_on) == (Status.TERBIT, TODAY)
    assert (paper.number_on_paper, paper.nomor_ketetapan, paper.penerbit, paper.issued_on) == (
        "ID72110000012345678",
        "KH-1",
        "BPJPH",
        TODAY,
    )
    assert paper.verified_at
    assert list(paper.produk.all()) == [produk]


def test_the_products_can_be_said_anew_at_the_end():
    produk = ProdukFactory()
    case = opened(JenisFasilitasiFactory(sertifikat="halal"), usaha=produk.usaha)
    case = finished(case, number="ID72110000012345678", produk=[produk])
    assert list(case.produk.all()) == list(case.sertifikat.produk.all()) == [produk]


def test_a_kind_without_certificate_leaves_none():
    assert finished(opened()).sertifikat is None


def test_a_nik_koperasi_is_written_to_the_cooperative():
    koperasi = KoperasiFactory()
    case = opened(JenisFasilitasiFactory(sertifikat="nik_koperasi"), koperasi=koperasi)
    case = finished(case, number="7209030220001")
    koperasi.refresh_from_db()
    assert koperasi.nik_koperasi == "7209030220001"
    assert (case.sertifikat.number_on_paper, case.sertifikat.number) == ("", "7209030220001")


def test_writing_a_number_to_the_subject_leaves_its_other_columns_alone():
    usaha = UsahaFactory(name="Nama Lama")
    case = Fasilitasi.objects.with_subject().get(
        pk=opened(JenisFasilitasiFactory(sertifikat="nib"), usaha=usaha).pk
    )
    type(usaha).objects.filter(pk=usaha.pk).update(name="Nama Baru")
    finished(case, number="9120001234567")
    usaha.refresh_from_db()
    assert (usaha.name, usaha.nib) == ("Nama Baru", "9120001234567")


def test_an_impossible_number_leaves_everything_as_it_was():
    case = opened(JenisFasilitasiFactory(sertifikat="nib"))
    with pytest.raises(ValidationError):
        finished(case, number="123")
    case.refresh_from_db()
    assert case.status == Status.DIAJUKAN
    assert not Sertifikat.objects.exists()
    assert LangkahFasilitasi.objects.count() == 1


def test_a_case_is_finished_once():
    case = opened(JenisFasilitasiFactory(sertifikat="halal"))
    stale = Fasilitasi.objects.get(pk=case.pk)
    finished(case, number="ID72110000012345678")
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        finished(stale, number="ID72110000012345679")
    assert Sertifikat.objects.count() == 1
