"""What forms refuse, sheets refuse too; results of earlier years come in all the same, and what is odd is said."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from spreadsheets.models import Decision
from tests.factories import FasilitasiFactory, PemilikFactory, UsahaFactory
from tests.fasilitasi.lembar import (
    cases,
    check,
    checked,
    jenis,
    messages_of,
    participant,
    received,
    recipient,
    rows_of,
    save,
    saved,
    states,
)
from wilayah.models import Desa

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
AGAIN, STATUS = "Alasan diberikan lagi", "Status"


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def registered(number=1, **owner):
    """The business that `recipient(number)` names."""
    row = recipient(number)
    return UsahaFactory(
        name=row["Nama Usaha"],
        pemilik=PemilikFactory(name=row["Pemilik"], **owner),
        desa=Desa.objects.get(name="Uentanaga Bawah"),
    )


def row(slug="bantuan-alat", day="6-7-2026", **changes):
    return recipient(1, Nomor_Sertifikat="") | {
        "Jenis Fasilitasi": jenis(slug).name,
        "Tanggal/Tahun": day,
        **changes,
    }


def told(upload, text):
    return any(text in message for message in messages_of(upload))


# --- servants of the state ----------------------------------------------------------------------


def test_help_of_this_year_for_a_servant_of_the_state_is_refused():
    registered(is_aparatur=True)
    upload = checked([row()])
    assert states(upload) == ["ditolak"]
    assert told(upload, "tidak diberikan kepada ASN, TNI, dan Polri")


def test_an_application_of_a_servant_of_the_state_is_refused():
    registered(is_aparatur=True)
    assert states(
        checked([row(**{STATUS: "Diajukan", "Tanggal/Tahun": ""})], extra=[STATUS], tahun=2025)
    ) == ["ditolak"]


def test_that_an_application_of_a_servant_was_turned_down_comes_in():
    registered(is_aparatur=True)
    turned_down = row(**{STATUS: "Ditolak", "Tanggal/Tahun": "", "Keterangan": "ASN", "Tahun": "2026"})
    assert states(checked([turned_down], extra=[STATUS, "Tahun"])) == ["baru"]


def test_help_that_a_servant_got_in_an_earlier_year_comes_in_and_is_said():
    registered(is_aparatur=True)
    upload = saved([row(day="6-7-2022")])
    assert told(upload, "tidak diberikan kepada ASN, TNI, dan Polri")
    assert [case.status for case in cases()] == [Status.TERBIT]


def test_help_for_everybody_is_for_servants_too():
    registered(is_aparatur=True)
    assert states(checked([row("kemasan")])) == ["baru"]


# --- once more --------------------------------------------------------------------------------------


def granted(slug, year, **kwargs):
    usaha = kwargs.pop("usaha", None) or registered()
    day = datetime.date(year, 3, 2)
    return FasilitasiFactory(jenis=jenis(slug), usaha=usaha, finished=True, result_on=day, **kwargs)


def test_a_second_grant_of_this_year_is_refused_until_it_says_why():
    first = granted("nib", 2024)
    upload = checked([row("nib")])
    assert states(upload) == ["ditolak"]
    assert told(upload, f"sudah diberikan ({first.nomor})")
    saved([row("nib", **{AGAIN: "NIB lama dicabut."})], extra=[AGAIN])
    assert cases(result_on__year=2026)[0].alasan_ulang == "NIB lama dicabut."


def test_a_second_grant_of_an_earlier_year_comes_in_and_is_said():
    granted("nib", 2021)
    upload = saved([row("nib", day="6-7-2024")])
    assert told(upload, "NIB sudah diberikan")
    assert Fasilitasi.objects.count() == 2


def test_a_case_of_its_own_beside_one_of_the_year_needs_a_reason():
    granted("bantuan-alat", 2026)
    (without,) = rows_of(checked([row()]))
    assert (without.state, without.twin["may_be_new"]) == ("kembar", False)
    (reasoned,) = rows_of(checked([row(**{AGAIN: "Tahap kedua."})], extra=[AGAIN]))
    assert (reasoned.state, reasoned.twin["may_be_new"]) == ("kembar", True)


def test_the_clerk_who_says_it_is_another_one_keeps_the_reason():
    granted("bantuan-alat", 2026)
    upload = checked([row(**{AGAIN: "Tahap kedua."})], extra=[AGAIN])
    rows_of(upload)[0].__class__.objects.filter(upload=upload).update(decision=Decision.NEW)
    assert save(upload).state == "selesai"
    assert sorted(case.alasan_ulang for case in cases()) == ["", "Tahap kedua."]


def test_a_running_case_is_not_finished_as_a_second_grant_without_a_reason():
    usaha = registered()
    granted("nib", 2024, usaha=usaha)
    FasilitasiFactory(jenis=jenis("nib"), usaha=usaha, applied_on=datetime.date(2026, 7, 6))
    assert states(checked([row("nib")])) == ["ditolak"]


def test_two_rows_of_a_file_are_two_grants():
    rows = [row("nib", day="2-2-2025"), row("nib", day="6-7-2026")]
    upload = checked(rows)
    assert states(upload) == ["baru", "ditolak"]
    assert told(upload, "sudah diberikan (baris lain berkas ini)")


def test_another_brand_of_the_year_is_a_first_grant():
    granted("merek", 2026, merek="Roa")
    assert states(checked([row("merek", Merek="Rica")], extra=["Merek"])) == ["baru"]


def test_a_grant_that_is_recorded_already_is_the_same_and_no_second():
    usaha = registered()
    granted("bantuan-alat", 2026, usaha=usaha)
    assert states(checked([row(day="2-3-2026")])) == ["sama"]


# --- turnover, trainings, cost ------------------------------------------------------------------------


def test_a_turnover_above_the_ceiling_warns_without_telling_it():
    registered().datatahunan_set.create(tahun=2025, penjualan_tahunan=612_000_000)
    upload = checked([row("halal", **{"Nomor Sertifikat": "ID72110000000001"})])
    assert states(upload) == ["baru"]
    assert told(upload, "melebihi Rp500.000.000")
    assert not told(upload, "612")


def test_a_turnover_of_today_says_nothing_about_a_grant_of_an_earlier_year():
    registered().datatahunan_set.create(tahun=2025, penjualan_tahunan=612_000_000)
    upload = checked([row("halal", day="6-7-2022", **{"Nomor Sertifikat": "ID72110000000001"})])
    assert not told(upload, "melebihi")


def test_participants_are_guarded_too():
    kind = jenis("pelatihan")
    kind.tolak_aparatur, kind.batas_ulang = True, "tahun"
    kind.save()
    days = {"TANGGAL_AKTIFITAS": "5-3-2026"}
    first = participant(1, **days)
    saved([first], kind="pelatihan")
    second = participant(1, JUDUL_AKTIFITAS="Pelatihan Pengemasan", **days)
    upload = checked([second], kind="pelatihan")
    assert states(upload) == ["ditolak"]
    assert told(upload, "sudah diberikan")
    reasoned = checked([second | {AGAIN: "Lanjutan."}], kind="pelatihan", extra=[AGAIN])
    assert states(reasoned) == ["baru"]
    cases()[0].usaha.pemilik.__class__.objects.update(is_aparatur=True)
    assert told(checked([second], kind="pelatihan"), "tidak diberikan kepada ASN, TNI, dan Polri")


def test_guards_cost_the_same_number_of_statements_whatever_the_length():
    def statements(count):
        upload = received([row("nib", day="2-2-2026", **name(number)) for number in range(count)])
        with CaptureQueriesContext(connection) as seen:
            check(upload)
        return len(seen)

    def name(number):
        each = recipient(number + 1)
        return {"Nama Usaha": each["Nama Usaha"], "Pemilik": each["Pemilik"]}

    for number in range(1, 31):
        granted("nib", 2024, usaha=registered(number))
    statements(3)
    assert statements(3) == statements(30)
