"""A result that was typed wrongly is put right by a step that says what stood there, why and by whom."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from common.receipts import code_of
from fasilitasi import actions
from fasilitasi.models import LangkahFasilitasi
from laporan.models import DokumenTerbit
from laporan.period import Period
from laporan.report import bare
from laporan.reports import rekap_fasilitasi
from laporan.scope import Scope
from legalitas.models import Sertifikat
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, SertifikatFactory, UserFactory
from tests.kantor import filled, sign_in, url, words
from tests.terbitan import issue_without_typesetting

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"
HALAL, OTHER = "ID72110000012345678", "ID72110000087654321"
WRONG, RIGHT = datetime.date(2026, 6, 10), datetime.date(2026, 7, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def finished(sertifikat="halal", number=HALAL, on=WRONG, jenis=None, **fields):
    jenis = jenis or JenisFasilitasiFactory(sertifikat=sertifikat, name="Jenis uji")
    case = FasilitasiFactory(jenis=jenis, applied_on=datetime.date(2025, 3, 2), **fields)
    return actions.finish(fasilitasi=case, by=UserFactory(), result_on=on, number=number)


def correct(case, **changes):
    told = {"reason": "Salah ketik.", "result_on": case.result_on, "by": UserFactory()} | changes
    return actions.correct_result(fasilitasi=case, **told)


def post(client, case, **changes):
    address = url(NOUN, "correct", case.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


def counted(period):
    totals = rekap_fasilitasi.build(period, Scope()).totals
    return bare(totals[-1])


def test_a_wrong_day_is_put_right_with_its_reason_and_the_officers_name(client):
    officer = sign_in(client, "Verifikator")
    case = finished()
    page = post(client, case, result_on="10-07-2026", reason="Bulan keliru.")
    case.refresh_from_db()
    assert (case.result_on, case.sertifikat.issued_on) == (RIGHT, RIGHT)
    result, correction = case.langkahfasilitasi_set.filter(status="terbit").order_by("pk")
    assert (result.happened_on, result.is_correction) == (RIGHT, False)
    assert (correction.recorded_by, correction.happened_on) == (officer, datetime.date(2026, 11, 24))
    assert correction.notes == "Tanggal hasil 10 Juni 2026 menjadi 10 Juli 2026.\nAlasan: Bulan keliru."
    assert "Perbaikan hasil" in words(page)


def test_a_wrong_number_is_put_right_and_seen_anew():
    case = finished()
    officer = UserFactory()
    correct(case, by=officer, numbers={case.sertifikat: OTHER})
    case.refresh_from_db()
    assert (case.sertifikat.number_on_paper, case.sertifikat.verified_by) == (OTHER, officer)
    told = case.langkahfasilitasi_set.get(is_correction=True).notes
    assert told == f"Nomor {HALAL} menjadi {OTHER}.\nAlasan: Salah ketik."


def test_the_trail_keeps_what_stood_there():
    case = finished()
    correct(case, result_on=RIGHT)
    kept = case.events.order_by("pgh_id").values_list("result_on", flat=True)
    assert WRONG in kept
    assert kept.last() == RIGHT


def test_a_land_titles_numbers_stay_out_of_the_step():
    case = finished("shat", "72090000000001")
    correct(case, numbers={case.sertifikat: "72090000000002"})
    assert "7209" not in case.langkahfasilitasi_set.get(is_correction=True).notes


def test_of_several_papers_each_keeps_its_own_number():
    jenis = JenisFasilitasiFactory(sertifikat="shat", nomor_per_satuan=True)
    case = FasilitasiFactory(jenis=jenis, jumlah_unit=2)
    numbers = [actions.Numbered("72090000000001"), actions.Numbered("72090000000002")]
    case = actions.finish(fasilitasi=case, by=UserFactory(), result_on=WRONG, numbers=numbers)
    correct(case, result_on=RIGHT, numbers={case.papers[1]: "72090000000009"})
    told = [(paper.number_on_paper, paper.issued_on) for paper in Sertifikat.objects.order_by("pk")]
    assert told == [("72090000000001", RIGHT), ("72090000000009", RIGHT)]


def test_recaps_move_with_the_day_and_a_frozen_report_does_not():
    case = finished(on=datetime.date(2025, 6, 10))
    frozen = issue_without_typesetting("rekap-fasilitasi", "tahun=2025")
    content, totals = frozen.laporanterbit.content, frozen.totals
    correct(case, result_on=RIGHT)
    assert (counted(Period.year(2025)), counted(Period.year(2026))) == (0, 1)
    again = DokumenTerbit.objects.get(pk=frozen.pk)
    assert (again.laporanterbit.content, again.totals) == (content, totals)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"result_on": datetime.date(2026, 11, 25)}, "masa depan"),
        ({"result_on": datetime.date(2025, 3, 1)}, "mendahului tanggal permohonan"),
        ({"result_on": RIGHT, "reason": ""}, "Tulis alasannya"),
        ({}, "Tidak ada yang berubah"),
    ],
)
def test_what_cannot_be_put_right_is_refused(changes, told):
    case = finished()
    with pytest.raises(ValidationError, match=told):
        correct(case, **changes)
    assert not LangkahFasilitasi.objects.filter(is_correction=True).exists()


def test_the_day_stays_between_the_steps_before_and_after():
    jenis = JenisFasilitasiFactory(sertifikat="")
    case = FasilitasiFactory(jenis=jenis, applied_on=datetime.date(2026, 3, 2))
    by, may = UserFactory(), datetime.date(2026, 5, 1)
    case = actions.move(fasilitasi=case, to="diproses", on=may, by=by)
    case = actions.finish(fasilitasi=case, by=by, result_on=WRONG)
    stage = jenis.tahapjenis_set.create(name="Pemantauan", status="terbit", position=9)
    case = actions.move(fasilitasi=case, to="terbit", tahap=stage, on=RIGHT, by=by)
    with pytest.raises(ValidationError, match="lebih akhir"):
        correct(case, result_on=datetime.date(2026, 4, 30))
    with pytest.raises(ValidationError, match="lebih awal"):
        correct(case, result_on=datetime.date(2026, 7, 11))
    assert correct(case, result_on=RIGHT).result_on == RIGHT


def test_into_a_year_of_another_grant_it_moves_only_with_a_reason_for_both():
    case = finished(number="", jenis=JenisFasilitasiFactory(batas_ulang="tahun", sertifikat=""))
    FasilitasiFactory(jenis=case.jenis, usaha=case.usaha, finished=True, result_on=datetime.date(2025, 9, 1))
    with pytest.raises(ValidationError, match="sudah diberikan"):
        correct(case, result_on=datetime.date(2025, 12, 30))


def test_a_number_of_another_paper_or_none_is_refused_at_its_field(client):
    sign_in(client, "Verifikator")
    SertifikatFactory(jenis="halal", number_on_paper=OTHER)
    case = finished()
    name = f"number_{case.sertifikat_id}"
    assert "Nomor ini sudah tercatat" in words(post(client, case, reason="Keliru.", **{name: OTHER}))
    assert "Nomor harus memuat angka" in words(post(client, case, reason="Keliru.", **{name: "kosong"}))
    case.sertifikat.refresh_from_db()
    assert case.sertifikat.number_on_paper == HALAL


def test_a_paper_of_another_case_is_refused():
    case = finished()
    other = finished(number=OTHER, jenis=JenisFasilitasiFactory(sertifikat="halal", name="Jenis lain"))
    with pytest.raises(ValidationError, match="bukan hasil fasilitasi ini"):
        correct(case, numbers={other.sertifikat: "ID72110000000000001"})


def test_a_number_that_stands_on_the_applicant_is_not_offered(client):
    sign_in(client, "Verifikator")
    case = finished("nib", "9120001234567")
    assert not any(name.startswith("number_") for name in filled(client.get(url(NOUN, "correct", case.pk))))


def test_the_tracking_page_shows_the_right_day_and_no_correction(client):
    case = finished()
    correct(case, result_on=RIGHT)
    told = words(client.post("/lacak/", {"nomor": case.nomor, "kode": code_of(case.nomor)}))
    assert "10 Juli 2026" in told
    assert "10 Juni 2026" not in told
    assert "Perbaikan" not in told


def test_an_open_case_has_nothing_to_put_right(client):
    sign_in(client, "Verifikator")
    case = FasilitasiFactory()
    page = client.get(url(NOUN, "correct", case.pk), follow=True)
    assert "belum selesai" in words(page)
    assert "Perbaiki hasil" not in words(client.get(url(NOUN, "change", case.pk)))


@pytest.mark.parametrize("role", ["Petugas", "Pejabat"])
def test_putting_right_is_the_verifiers(client, role):
    case = finished()
    sign_in(client, role)
    assert client.get(url(NOUN, "correct", case.pk)).status_code == 403
