"""Lists of participants become finished cases of their trainings."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from spreadsheets import actions
from spreadsheets.kinds import kinds, kinds_of
from tests.factories import UserFactory
from tests.fasilitasi import lembar
from tests.fasilitasi.lembar import (
    again,
    cases,
    check,
    messages_of,
    participant,
    received,
    rows_of,
    save,
    states,
    undone,
    verifier,
)
from tests.spreadsheets.berkas import DATA
from umkm.models import DataTahunan, Pemilik, Usaha

pytestmark = pytest.mark.django_db


def checked(rows, **options):
    return lembar.checked(rows, kind="pelatihan", **options)


def saved(rows, **options):
    return save(checked(rows, **options))


def told(upload, text):
    return any(text in message for message in messages_of(upload))


def test_a_participant_becomes_a_finished_case_of_a_registered_business():
    upload = saved([participant(1)])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    (case,) = cases()
    assert (case.jenis.slug, case.status, case.jumlah_unit) == ("pelatihan", Status.TERBIT, 1)
    assert case.result_on == datetime.date(2025, 3, 7)
    assert (case.usaha.desa.name, case.usaha.pemilik.desa.name) == ("Uentanaga Bawah", "Uentanaga Atas")


def test_the_case_says_which_training_it_was():
    row = participant(1) | {"JP": "24", "Narasumber": "Balai Besar"}
    saved([row], extra=["JP", "Narasumber"])
    assert cases()[0].notes.splitlines() == [
        "Judul: Pelatihan Pengolahan Hasil Laut",
        "Lokasi: Aula Kantor, Ampana",
        "Waktu: 5 Maret 2025 s.d. 7 Maret 2025",
        "Lama: 24 JP",
        "Narasumber: Balai Besar",
    ]


def test_the_certificate_of_attendance_is_kept():
    saved([participant(1, NO_SERTIFIKAT="014/PLT/2025"), participant(2)])
    papers = Sertifikat.objects.order_by("pk")
    assert [(paper.jenis, paper.number) for paper in papers] == [
        ("pelatihan", "014/PLT/2025"),
        ("pelatihan", ""),
    ]
    assert all(paper.verified_at for paper in papers)


def test_two_trainings_of_one_person_in_a_year_are_two_cases():
    rows = [participant(1), participant(1, JUDUL_AKTIFITAS="Pelatihan Pengemasan")]
    saved(rows)
    assert (Fasilitasi.objects.count(), Usaha.objects.count(), Pemilik.objects.count()) == (2, 1, 1)
    assert states(checked(rows)) == ["sama", "sama"]


def test_the_same_training_on_another_day_is_left_to_the_clerk():
    saved([participant(1)])
    assert states(checked([participant(1, TANGGAL_AKTIFITAS="10 Maret 2025")])) == ["kembar"]


def test_the_same_participant_twice_is_told():
    upload = checked([participant(1), participant(2), participant(1)])
    assert states(upload) == ["baru", "baru", "ditolak"]


def test_title_place_and_day_may_be_said_once_for_all_rows():
    row = participant(1, JUDUL_AKTIFITAS="", LOKASI_AKTIFITAS="", TANGGAL_AKTIFITAS="")
    upload = checked([row])
    assert told(upload, "Judul pelatihan tidak diketahui.")
    assert told(upload, "Tanggal pelatihan tidak diketahui.")
    saved([row], judul="Bimtek Kemasan", lokasi="Ampana", waktu="28 Februari s.d. 2 Maret 2025")
    (case,) = cases()
    assert case.result_on == datetime.date(2025, 3, 2)
    assert case.notes.startswith("Judul: Bimtek Kemasan\nLokasi: Ampana\nWaktu: 28 Februari 2025")


def test_a_training_to_come_is_refused():
    assert told(
        checked([participant(1, TANGGAL_AKTIFITAS="1 Maret 2099")]), "Tanggal tidak boleh di masa depan."
    )


def test_figures_are_of_the_year_of_the_training():
    column = "NILAI OMZET USAHA PER TAHUN"
    before = participant(1, JUDUL_AKTIFITAS="Lain", TANGGAL_AKTIFITAS="3-4-2024")
    saved([participant(1) | {column: "Rp. 60.000.000"}, before | {column: "40 jt"}], extra=[column])
    found = DataTahunan.objects.order_by("tahun").values_list("tahun", "penjualan_tahunan")
    assert list(found) == [(2024, 40_000_000), (2025, 60_000_000)]


def test_a_participant_of_a_cooperative_counts_for_it():
    changes = {"NAMA_USAHA": "", "NIK": ""}
    rows = [
        participant(number, **changes)
        | {"NAMA KOPERASI": "KSU Maju Bersama", "KELURAHAN KOPERASI": "Uentanaga Bawah"}
        for number in (1, 2)
    ]
    extra = ["NAMA KOPERASI", "KELURAHAN KOPERASI"]
    upload = saved(rows, extra=extra)
    assert rows_of(upload)[0].caption.startswith(f"KSU Maju Bersama ({rows[0]['NAMA PESERTA']}): ")
    assert (Koperasi.objects.count(), Fasilitasi.objects.count(), Usaha.objects.count()) == (1, 2, 0)
    assert states(checked(rows, extra=extra)) == ["sama", "sama"]


def test_only_who_may_finish_cases_may_bring_participants():
    assert "pelatihan" not in {kind.slug for kind in kinds_of(UserFactory(role="Petugas"))}
    assert "pelatihan" in {kind.slug for kind in kinds_of(verifier())}


def test_an_undo_leaves_nothing():
    upload = undone(
        saved([participant(1), participant(1, JUDUL_AKTIFITAS="Pelatihan Pengemasan"), participant(2)])
    )
    assert upload.state == "diurungkan", upload.failure
    for model in (Fasilitasi, Sertifikat, Usaha, Pemilik):
        assert not model.objects.exists()


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    few, many = [[participant(number) for number in numbers] for numbers in (range(1, 4), range(11, 51))]
    # The first of its shape is remembered.
    statements(few)
    assert statements(few) == statements(many)


def statements(rows):
    counted = []
    upload = received(rows, kind="pelatihan")
    for step in (check, save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
    return counted


# --- a training centre's own sheet ------------------------------------------------------------


def test_a_training_centres_sheet_goes_in_and_twice_changes_nothing():
    upload = centre()
    assert upload.counts.get("baru", 0) >= 100, upload.counts
    save(upload)
    assert again(upload).state == "selesai", again(upload).failure
    count = upload.counts["baru"]
    assert Fasilitasi.objects.count() == count
    second = centre()
    assert "baru" not in second.counts, [
        (row.number, row.caption) for row in rows_of(second) if row.state == "baru"
    ]
    assert second.counts["sama"] == count


def centre():
    file = SimpleUploadedFile("peserta.xlsx", (DATA / "peserta_pelatihan.xlsx").read_bytes())
    return check(actions.receive(kind=kinds()["pelatihan"], file=file, by=verifier()))


def test_a_day_of_birth_that_cannot_be_read_is_left_out_and_the_participant_still_counts():
    rows = [participant(1) | {"Tanggal Lahir": "12--1985"}]
    upload = saved(rows, extra=["Tanggal Lahir"])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    (problem,) = [each for each in rows_of(upload)[0].problems if each["column"] == "Tanggal lahir"]
    assert (problem["level"], problem["value"]) == ("warning", "12--1985")
    assert "baris tetap masuk" in problem["advice"]
    assert Pemilik.objects.get().tanggal_lahir is None
    assert len(cases()) == 1
