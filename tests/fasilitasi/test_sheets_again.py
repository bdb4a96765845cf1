"""The same help is recorded once, the same file twice changes nothing, and what was brought can be taken back."""

import datetime

import pghistory
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.states import archive
from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from koperasi.models import Koperasi
from laporan.period import Period
from laporan.report import bare
from laporan.reports import daftar_penerima, rekap_fasilitasi
from laporan.scope import Scope
from legalitas.models import Sertifikat
from spreadsheets import actions
from spreadsheets.actions import decide
from spreadsheets.kinds import kinds
from spreadsheets.models import ImportRow
from spreadsheets.writing import write_csv
from tests.factories import FasilitasiFactory, ProdukFactory, SertifikatFactory, UsahaFactory
from tests.fasilitasi.lembar import (
    cases,
    check,
    checked,
    jenis,
    messages_of,
    name,
    nik,
    received,
    recipient,
    rows_of,
    save,
    saved,
    states,
    undone,
    verifier,
)
from umkm.models import Pemilik, Usaha
from wilayah.models import Desa

pytestmark = pytest.mark.django_db
SHAT = {"Jenis_Fasilitasi": "SHAT"}


def told(upload, text):
    return any(text in message for message in messages_of(upload))


def usaha(number=1, **options):
    desa = Desa.objects.get(name="Uentanaga Bawah")
    row = recipient(number)
    return UsahaFactory(name=row["Nama Usaha"], pemilik__name=row["Pemilik"], desa=desa, **options)


def opened(on=datetime.date(2022, 3, 2), **options):
    return FasilitasiFactory(usaha=usaha(), jenis=jenis("halal"), applied_on=on, **options)


def everything():
    models = (Pemilik, Usaha, Koperasi, Sertifikat, Fasilitasi, LangkahFasilitasi)
    return [list(model.objects.order_by("pk").values()) for model in models]


# --- twice ------------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing():
    rows = [
        recipient(1),
        recipient(2, **{"Tanggal/Tahun": "2022", "Nomor_Sertifikat": ""}),
        recipient(3, **SHAT, Nomor_Sertifikat="M 1 Bailo"),
        recipient(3, **SHAT, Nomor_Sertifikat="M 2 Bailo"),
        recipient(
            4, Nama_Usaha="Koperasi Maju", Pemilik="", Jenis_Fasilitasi="NIK Koperasi", Nomor_Sertifikat=""
        ),
        recipient(5, Keterangan="Didampingi penyuluh"),
    ]
    saved(rows)
    before = everything()
    again = saved(rows)
    assert states(again) == ["sama"] * 6, messages_of(again)
    assert everything() == before


def test_the_recap_rises_by_the_new_rows_once():
    def recap():
        rows = rekap_fasilitasi.build(Period.year(2022), Scope(jenis="halal")).rows
        return sum(bare(row[-1]) for row in rows)

    opened(finished=True)
    Fasilitasi.objects.update(result_on=datetime.date(2022, 7, 6))
    assert recap() == 1
    rows = [recipient(number) for number in range(1, 6)]
    saved(rows)
    assert recap() == 5
    saved(rows)
    assert recap() == 5


def test_the_printed_list_comes_in_again_unchanged():
    saved(
        [
            recipient(1),
            recipient(2, Keterangan="Baris satu"),
            recipient(3, **SHAT, Nomor_Sertifikat="M 1 Bailo"),
        ]
    )
    sheet = daftar_penerima.build(Period.year(2022), Scope()).sheet(printed="Dicetak 27 November 2026")
    content = b"".join(write_csv(sheet))
    file = SimpleUploadedFile("daftar-penerima.csv", content)
    upload = check(actions.receive(kind=kinds()["penerima"], file=file, by=verifier()))
    assert states(upload) == ["sama"] * 3, messages_of(upload)


# --- the same help ----------------------------------------------------------------------------


def test_a_second_case_of_the_year_is_left_to_the_clerk():
    saved([recipient(1)])
    upload = checked([recipient(1, **{"Tanggal/Tahun": "1-9-2022", "Nomor_Sertifikat": "ID72110000000777"})])
    (row,) = rows_of(upload)
    assert (row.state, row.twin["model"]) == ("kembar", "fasilitasi.Fasilitasi")
    assert row.twin["reason"] == "Sertifikat halal sudah diterima tahun 2022, hasil 6 Juli 2022"
    decide(upload=upload, decision="baru")
    save(upload)
    assert len(cases()) == 2


def test_another_year_another_brand_and_another_plot_are_other_cases():
    saved([recipient(1), recipient(2, **SHAT, Nomor_Sertifikat="M 1 Bailo")])
    brand = {"Jenis_Fasilitasi": "Pendaftaran merek", "Nomor_Sertifikat": ""}
    saved([recipient(3, **brand) | {"Merek": "Anoa"}], extra=["Merek"])
    upload = checked(
        [
            recipient(1, **{"Tanggal/Tahun": "2023", "Nomor_Sertifikat": "ID72110000000777"}) | {"Merek": ""},
            recipient(2, **SHAT, Nomor_Sertifikat="M 2 Bailo"),
            recipient(3, **brand) | {"Merek": "Maleo"},
        ],
        extra=["Merek"],
    )
    assert states(upload) == ["baru"] * 3


def test_a_running_case_is_finished_when_the_clerk_says_so():
    case = opened()
    upload = checked([recipient(1)])
    assert states(upload) == ["kembar"]
    assert {"label": "Fasilitasi: status", "old": "Diajukan", "new": "Terbit/selesai"} in rows_of(upload)[
        0
    ].changes
    decide(upload=upload, decision="pakai")
    save(upload)
    case.refresh_from_db()
    assert (case.status, case.sertifikat.number) == (Status.TERBIT, "ID72110000000001")
    assert len(cases()) == 1


def test_a_number_that_somebody_else_holds_is_refused():
    SertifikatFactory(jenis="halal", number_on_paper="ID72110000000001")
    upload = checked([recipient(1)])
    assert states(upload) == ["ditolak"]
    assert told(upload, "atas nama lain")


def test_a_paper_that_was_recorded_by_hand_becomes_the_cases():
    paper = SertifikatFactory(usaha=usaha(), jenis="halal", number_on_paper="ID72110000000001")
    saved([recipient(1)])
    assert [case.sertifikat for case in cases()] == [paper]


def test_rows_of_one_file_that_mean_one_case_are_told():
    upload = checked([recipient(1), recipient(1, **{"Tanggal/Tahun": "2022", "Nomor_Sertifikat": ""})])
    assert states(upload) == ["baru", "ditolak"]
    assert told(upload, "Fasilitasi ini sudah ada di baris 2 berkas yang sama.")


def test_one_number_on_two_papers_is_told():
    upload = checked([recipient(1), recipient(2, Nomor_Sertifikat="ID72110000000001")])
    assert told(upload, "Nomor sertifikat ini sudah ada di baris 2 berkas yang sama.")


def test_what_a_finished_case_lacked_is_filled():
    saved([recipient(1, Nomor_Sertifikat="")])
    upload = saved([recipient(1, Keterangan="Diserahkan Bupati")])
    assert upload.counts["berubah"] == 1
    (case,) = cases()
    assert (case.sertifikat.number, case.notes) == ("ID72110000000001", "Diserahkan Bupati")


def test_a_preview_that_is_stale_is_not_saved():
    upload = checked([recipient(1)])
    saved([recipient(1)])
    upload = save(upload)
    assert (upload.state, states(upload)) == ("pratinjau", ["sama"])
    assert len(cases()) == 1


# --- taking back ------------------------------------------------------------------------------


def kept(upload):
    return list(ImportRow.objects.filter(upload=upload, fate="tetap").values_list("number", flat=True))


def test_what_was_made_is_removed():
    before = everything()
    koperasi = recipient(3, Nama_Usaha="Koperasi Maju", Pemilik="", Jenis_Fasilitasi="NIK Koperasi")
    rows = [recipient(1), recipient(1, Jenis_Fasilitasi="P-IRT", Nomor_Sertifikat=""), recipient(2), koperasi]
    upload = undone(saved(rows))
    assert upload.state == "diurungkan", upload.failure
    assert everything() == before


def test_what_was_changed_is_as_before():
    opened()
    before = everything()
    upload = checked([recipient(1) | {"L/P": "P"}], extra=["L/P"])
    decide(upload=upload, decision="pakai")
    upload = undone(save(upload))
    assert (upload.state, kept(upload)) == ("diurungkan", [])
    assert everything() == before


def test_a_case_that_was_touched_since_stays_with_its_business_and_is_named():
    upload = saved([recipient(1), recipient(2)])
    with pghistory.context(url="/kantor/"):
        archive(record=cases()[0], by=verifier())
    upload = undone(upload)
    assert kept(upload) == [2]
    assert [case.usaha.name for case in cases()] == [recipient(1)["Nama Usaha"]]
    assert (Usaha.objects.count(), Sertifikat.objects.count()) == (1, 1)


def test_a_case_with_products_since_stays():
    upload = saved([recipient(1)])
    case = cases()[0]
    case.produk.add(ProdukFactory(usaha=case.usaha))
    assert kept(undone(upload)) == [2]


def test_a_business_with_another_case_since_stays_without_the_imported_one():
    upload = saved([recipient(1)])
    other = FasilitasiFactory(usaha=Usaha.objects.get())
    undone(upload)
    assert cases() == [other]


# --- batches ----------------------------------------------------------------------------------


@pytest.fixture
def small_batches(monkeypatch):
    """Every row a batch of its own: what rows have in common must be found in the rows before."""
    for module in ("checking", "committing"):
        monkeypatch.setattr(f"spreadsheets.{module}.BATCH", 1)


def test_rows_of_different_batches_share_what_they_mean(small_batches):
    before = everything()
    changes = {"Nama_Usaha": "Koperasi Maju", "Pemilik": "", "Nomor_Sertifikat": ""}
    rows = [
        recipient(1),
        recipient(1, Jenis_Fasilitasi="P-IRT", Nomor_Sertifikat=""),
        recipient(1, Jenis_Fasilitasi="P-IRT", Nomor_Sertifikat=""),
        recipient(2, Nomor_Sertifikat="ID72110000000001"),
        recipient(3, Jenis_Fasilitasi="NIK Koperasi", **changes),
        recipient(3, Jenis_Fasilitasi="Pameran dan bazar", **changes),
    ]
    upload = saved(rows)
    assert states(upload) == ["baru", "baru", "ditolak", "ditolak", "baru", "baru"]
    assert (Usaha.objects.count(), Koperasi.objects.count(), Fasilitasi.objects.count()) == (1, 1, 4)
    assert not undone(upload).failure
    assert everything() == before


# --- cost -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["new", "known"])
def test_a_batch_costs_the_same_number_of_statements_whatever_its_length(kind):
    few, many = [mixed(range(1, 4)), mixed(range(11, 41))]
    # The first of its shape is remembered.
    statements(few)
    if kind == "known":
        saved(few, extra=["NIK"])
        saved(many, extra=["NIK"])
    assert statements(few) == statements(many)


def mixed(numbers):
    rows = []
    for number in numbers:
        rows += [
            recipient(number) | {"NIK": nik(number)},
            recipient(number, Jenis_Fasilitasi="P-IRT", Nomor_Sertifikat="") | {"NIK": nik(number)},
            recipient(number + 50, **{"Desa/Kel.,_Kecamatan": ""}),
            recipient(
                number, Nama_Usaha=f"Koperasi {name(number)}", Pemilik="",
                Jenis_Fasilitasi="NIK Koperasi", Nomor_Sertifikat="",
            ),
        ]  # fmt: skip
    return rows


def statements(rows):
    """How many it takes to check these rows, to save them, and to take them back."""
    counted = []
    upload = received(rows, extra=["NIK"])
    for step in (check, save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
        assert not upload.failure
    return counted
