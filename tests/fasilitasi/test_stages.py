"""Stages of a kind: where a case stands, and where it may go from there."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from fasilitasi import actions
from fasilitasi.choices import Status
from fasilitasi.forms import stages_by_hand
from fasilitasi.langkah import may_reach
from fasilitasi.models import JenisFasilitasi
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, TahapJenisFactory, UserFactory
from tests.kantor import sign_in, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
NOUN = "fasilitasi_fasilitasi"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


@pytest.fixture
def halal():
    jenis = JenisFasilitasiFactory()
    for position, (status, name) in enumerate(
        [
            (Status.DIPERIKSA, "Akun"),
            (Status.DIPROSES, "Verifikasi"),
            (Status.DIPROSES, "Sidang"),
            (Status.TERBIT, "Komitmen"),
            (Status.TERBIT, "Dipenuhi"),
        ]
    ):
        TahapJenisFactory(jenis=jenis, status=status, name=name, position=position)
    return jenis


def stage(jenis, name):
    return jenis.tahapjenis_set.get(name=name)


def to(case, name):
    tahap = stage(case.jenis, name)
    return actions.move(fasilitasi=case, to=tahap.status, tahap=tahap, on=TODAY, by=UserFactory())


def offered(case):
    return [str(each) for each in stages_by_hand(case, case.jenis.tahapjenis_set.all())]


@pytest.mark.parametrize(
    ("current", "at", "target", "at_target", "may"),
    [
        ("diajukan", None, "diproses", 3, True),
        ("diproses", 3, "diproses", 4, True),
        ("diproses", 3, "diproses", 3, False),
        ("diproses", 4, "diproses", 3, False),
        ("diproses", None, "diproses", 3, True),
        ("diproses", None, "diproses", None, False),
        ("diproses", 3, "diperiksa", 1, False),
        ("terbit", 1, "terbit", 2, True),
        ("ditolak", None, "diproses", 3, False),
    ],
)
def test_stages_go_on_and_never_back(current, at, target, at_target, may):
    assert may_reach(current=current, at=at, target=target, stage=at_target) is may


def test_a_case_stands_at_its_stage_and_its_step_tells_it(halal):
    case = to(FasilitasiFactory(jenis=halal), "Verifikasi")
    assert (case.status, case.status_label) == (Status.DIPROSES, "Verifikasi")
    assert [each.label for each in case.langkahfasilitasi_set.all()] == ["Verifikasi"]


def test_stages_before_the_result_are_offered_and_those_behind_it_are_not(halal):
    assert offered(FasilitasiFactory(jenis=halal)) == ["Akun", "Verifikasi", "Sidang"]


def test_within_a_status_only_later_stages_are_offered(halal):
    assert offered(to(FasilitasiFactory(jenis=halal), "Verifikasi")) == ["Sidang"]


def test_a_step_back_among_stages_is_refused(halal):
    case = to(FasilitasiFactory(jenis=halal), "Sidang")
    with pytest.raises(ValidationError, match="tidak dapat menjadi “Verifikasi”"):
        to(case, "Verifikasi")


def test_a_repair_forgets_the_stage(halal):
    case = to(FasilitasiFactory(jenis=halal), "Sidang")
    case = actions.move(fasilitasi=case, to=Status.PERLU_PERBAIKAN, on=TODAY, by=UserFactory())
    assert (case.tahap, case.status_label) == (None, "Perlu perbaikan")


def test_a_stage_of_another_kind_is_refused(halal):
    with pytest.raises(ValidationError, match="bukan tahap"):
        actions.move(
            fasilitasi=FasilitasiFactory(),
            to=Status.DIPROSES,
            tahap=stage(halal, "Sidang"),
            on=TODAY,
            by=UserFactory(),
        )


def test_a_result_stands_at_the_first_stage_behind_it_and_goes_on(halal):
    case = actions.finish(fasilitasi=FasilitasiFactory(jenis=halal), by=UserFactory(), result_on=TODAY)
    assert case.status_label == "Komitmen"
    case = to(case, "Dipenuhi")
    assert (case.status, case.result_on, case.status_label) == (Status.TERBIT, TODAY, "Dipenuhi")


def test_no_stage_finishes_a_case(halal):
    with pytest.raises(ValidationError, match="Selesaikan"):
        to(FasilitasiFactory(jenis=halal), "Komitmen")


def test_the_page_shows_all_stages_and_where_the_case_stands(client, halal):
    sign_in(client)
    case = to(FasilitasiFactory(jenis=halal), "Verifikasi")
    page = client.get(url(NOUN, "change", case.pk)).content.decode()
    assert page.count('aria-current="step"><span>Verifikasi') == 1
    assert f'value="tahap-{stage(halal, "Sidang").pk}"' in page
    assert f'value="tahap-{stage(halal, "Akun").pk}"' not in page


def test_commitments_are_recorded_on_a_closed_case(client, halal):
    sign_in(client)
    case = actions.finish(fasilitasi=FasilitasiFactory(jenis=halal), by=UserFactory(), result_on=TODAY)
    fulfilled = stage(halal, "Dipenuhi")
    client.post(url(NOUN, "step", case.pk), {"to": f"tahap-{fulfilled.pk}", "on": "24-11-2026", "notes": ""})
    case.refresh_from_db()
    assert case.tahap == fulfilled


def test_many_cases_of_one_kind_come_to_a_stage_together(client, halal):
    sign_in(client)
    cases = [FasilitasiFactory(jenis=halal) for _ in range(3)]
    chosen = {"action": "move_many", "index": "0", "_selected_action": [case.pk for case in cases]}
    told = {"confirmed": "1", "to": f"tahap-{stage(halal, 'Sidang').pk}", "on": "24-11-2026", "notes": ""}
    page = client.post(url(NOUN, "changelist"), chosen | told, follow=True)
    assert "3 fasilitasi menjadi “Sidang”" in words(page)
    assert {case.status_label for case in halal.fasilitasi_set.all()} == {"Sidang"}


@pytest.mark.parametrize(
    ("slug", "untuk", "satuan", "sertifikat", "berlaku_tahun"),
    [
        ("halal", "usaha", "usaha", "halal", None),
        ("halal-reguler", "usaha", "usaha", "halal", None),
        ("nib", "keduanya", "usaha", "nib", None),
        ("pirt", "usaha", "produk", "pirt", 5),
        ("bpom", "usaha", "produk", "bpom", 5),
        ("merek", "keduanya", "merek", "merek", 10),
        ("shat", "usaha", "bidang", "shat", None),
        ("nik-koperasi", "koperasi", "koperasi", "nik_koperasi", 1),
        ("pelatihan", "keduanya", "orang", "pelatihan", None),
        ("bantuan-alat", "keduanya", "usaha", "", None),
        ("kur", "usaha", "usaha", "", None),
        ("kemasan", "usaha", "produk", "", None),
        ("pameran", "keduanya", "usaha", "", None),
        ("e-katalog", "keduanya", "usaha", "", None),
        ("konsultasi", "keduanya", "usaha", "", None),
    ],
)
def test_the_portal_comes_with_the_kinds_that_offices_have(slug, untuk, satuan, sertifikat, berlaku_tahun):
    jenis = JenisFasilitasi.objects.get(slug=slug)
    told = jenis.untuk, jenis.satuan, jenis.sertifikat, jenis.berlaku_tahun
    assert told == (untuk, satuan, sertifikat, berlaku_tahun)
    assert jenis.usual_days > 0
    # Advice is given on the spot.
    assert jenis.berkasjenis_set.exists() == (slug != "konsultasi")


def test_the_portal_comes_with_stages_and_documents_of_its_kinds():
    names = {slug: JenisFasilitasi.objects.get(slug=slug) for slug in ("halal", "merek", "shat", "pirt")}
    assert [str(each) for each in names["merek"].tahapjenis_set.all()] == [
        "Cek kemiripan",
        "Rekomendasi terbit",
        "Pendaftaran dan pembayaran",
        "Pemeriksaan formal",
        "Pengumuman",
        "Pemeriksaan substantif",
    ]
    assert all(jenis.berkasjenis_set.filter(is_required=True).exists() for jenis in names.values())


def test_the_last_stage_behind_a_pirt_keeps_its_promise_and_the_calendar_calls_no_more():
    pirt = JenisFasilitasi.objects.get(slug="pirt")
    case = FasilitasiFactory(jenis=pirt)
    case = actions.finish(fasilitasi=case, by=UserFactory(), result_on=TODAY, number="202720901012331")
    to(case, "Label sesuai")
    case.sertifikat.refresh_from_db()
    assert case.sertifikat.commitment_met_on is None
    to(case, "Komitmen dipenuhi")
    case.sertifikat.refresh_from_db()
    assert case.sertifikat.commitment_met_on == TODAY
