"""Rows of the office's sheets become certificates: known again by number, else by holder, kind and date."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.states import archive
from legalitas.models import Sertifikat
from spreadsheets import actions
from spreadsheets.models import ImportRow
from tests.factories import FasilitasiFactory, KoperasiFactory, ProdukFactory, SertifikatFactory
from tests.legalitas.lembar_sertifikat import HALAL, checked, desa, holder, received, row, saved, states
from tests.spreadsheets.lembar import check, messages_of, officer, rows_of, save, undone
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


def told(upload):
    return " ".join(messages_of(upload))


# --- writing ----------------------------------------------------------------------------------


def test_a_row_becomes_a_certificate_that_waits_for_its_verification():
    usaha = holder()
    upload = saved([row()])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    paper = Sertifikat.objects.get()
    assert (paper.usaha, paper.jenis, paper.number_on_paper, paper.penerbit) == (
        usaha,
        "halal",
        HALAL,
        "BPJPH",
    )
    assert (str(paper.issued_on), paper.valid_until, paper.verified_at) == ("2022-07-06", None, None)


def test_the_kind_may_be_chosen_once_for_a_file_that_does_not_tell_it():
    holder()
    saved([row(Jenis="", No__Sertifikat="") | {"No. Sertifikat": "2067209010001-29"}], jenis="pirt")
    assert Sertifikat.objects.get().number_on_paper == "206720901000129"


def test_a_file_without_the_kind_asks_for_it():
    holder()
    upload = received([{title: value for title, value in row().items() if title != "Jenis"}])
    kind = actions.kinds()["sertifikat"]
    mapping = actions.initial_mapping(upload)
    assert set(kind.missing_options({}, upload.sheets, mapping)) == {"jenis"}
    assert kind.missing_options({"jenis": "halal"}, upload.sheets, mapping) == {}


def test_a_cooperative_holds_papers_too():
    koperasi = KoperasiFactory(name="KDMP Bailo", desa=desa(), nik_koperasi="7209010010001")
    changes = {"Jenis": "NIK Koperasi", "No. Sertifikat": "7209010010001", "Nama Usaha": "KDMP Bailo"}
    saved([row() | changes])
    paper = Sertifikat.objects.get()
    assert (paper.koperasi, paper.number_on_paper, paper.number) == (koperasi, "", "7209010010001")


def test_products_of_the_holder_are_named_by_the_paper():
    usaha = holder()
    wanted = ProdukFactory(name="Keripik, manis", usaha=usaha), ProdukFactory(name="Abon", usaha=usaha)
    ProdukFactory(name="Keripik", usaha=usaha)
    saved([row(Produk="Abon, Keripik, manis")])
    assert set(Sertifikat.objects.get().produk.all()) == set(wanted)


def test_a_product_that_is_not_registered_stays_as_a_remark():
    holder()
    rows = [row(Produk="Sambal Roa")]
    upload = saved(rows)
    assert "belum terdaftar pada pemegangnya" in told(upload)
    assert Sertifikat.objects.get().notes == "Produk di lembar: Sambal Roa"
    assert states(checked(rows)) == ["sama"]


def test_of_two_products_of_one_name_none_is_guessed():
    usaha = holder()
    ProdukFactory.create_batch(2, name="Abon", usaha=usaha)
    upload = saved([row(Produk="Abon")])
    assert "Ada 2 produk bernama Abon" in told(upload)
    assert not Sertifikat.objects.get().produk.exists()


def test_words_for_an_end_that_never_comes_leave_it_open():
    holder()
    assert states(checked([row(Masa_Berlaku="Seumur hidup")])) == ["baru"]


# --- matching ---------------------------------------------------------------------------------


def test_the_same_rows_again_change_nothing():
    holder()
    rows = [row(), row(Jenis="Merek", Merek="Sitti Jaya") | {"No. Sertifikat": "-"},
            row(Jenis="SHM", Tanggal_Terbit="") | {"No. Sertifikat": "19060101100077"}]  # fmt: skip
    saved(rows)
    assert states(checked(rows)) == ["sama", "sama", "sama"]


def test_what_differs_is_shown_old_and_new():
    holder()
    saved([row()])
    upload = checked([row(Penerbit="LPPOM", Masa_Berlaku="06-07-2026")])
    assert [(change["label"], change["old"], change["new"]) for change in rows_of(upload)[0].changes] == [
        ("Sertifikat: lembaga penerbit", "BPJPH", "LPPOM"),
        ("Sertifikat: berlaku sampai", "", "6 Juli 2026"),
    ]


def test_a_number_that_was_missing_is_filled_in():
    holder()
    saved([row() | {"No. Sertifikat": ""}])
    upload = saved([row()])
    assert upload.counts["berubah"] == 1
    assert Sertifikat.objects.get().number_on_paper == HALAL


def test_another_number_is_another_paper():
    holder()
    saved([row()])
    assert states(checked([row() | {"No. Sertifikat": "ID72110009999990523"}])) == ["baru"]


def test_a_row_that_tells_only_the_kind_is_left_to_the_clerk():
    holder()
    saved([row()])
    upload = checked([row(Tanggal_Terbit="") | {"No. Sertifikat": ""}])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["detail"] == "milik Dapur Sitti, terbit 6 Juli 2022"


def test_a_number_of_another_holder_is_refused():
    holder()
    SertifikatFactory(number_on_paper=HALAL)
    upload = checked([row()])
    assert states(upload) == ["ditolak"]
    assert "atas nama lain" in told(upload)


def test_a_number_on_record_tells_which_of_two_namesakes_is_meant():
    holder(pemilik__name="Hasan Contoh")
    SertifikatFactory(usaha=holder(), number_on_paper=HALAL, issued_on=None)
    assert states(checked([row()])) == ["berubah"]
    assert "Ada 2 pemegang yang cocok" in told(checked([row() | {"No. Sertifikat": "ID72110009999990523"}]))


def test_an_archived_paper_is_not_brought_back_unseen():
    holder()
    saved([row()])
    archive(record=Sertifikat.objects.get(), by=officer())
    assert "sudah ada di arsip" in told(checked([row()]))


def test_the_same_paper_twice_in_a_file_is_told_with_its_first_row():
    holder()
    bare = row() | {"No. Sertifikat": "", "Jenis": "SNI"}
    upload = checked([row(), bare, row(), bare])
    assert states(upload) == ["baru", "baru", "ditolak", "ditolak"]
    assert "Sertifikat ini sudah ada di baris 3 berkas yang sama." in told(upload)


# --- rules ------------------------------------------------------------------------------------


def test_all_errors_of_a_row_are_told_at_once():
    upload = checked(
        [
            row(Jenis="Entah", Tanggal_Terbit="2022", Nama_Usaha="Tidak Dikenal"),
            row(Tanggal_Terbit="01-01-2090"),
        ]
    )
    assert [[problem["column"] for problem in each.problems] for each in rows_of(upload)] == [
        ["Jenis sertifikat", "Tanggal terbit", "Pemegang"],
        ["Pemegang", "Tanggal terbit"],
    ]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"Masa Berlaku": "01-01-2020"}, "Tanggal akhir tidak boleh mendahului tanggal terbit."),
        ({"No. Sertifikat": "sudah terbit"}, "Nomor harus memuat angka."),
        ({"Jenis": "NIK Koperasi", "No. Sertifikat": "7209010010001"}, "tidak ditemukan"),
        ({"Jenis": "NIB", "No. Sertifikat": "0220001234567"}, "NIB belum dicatat pada data Dapur Sitti."),
        ({"No. Sertifikat": "(disembunyikan)"}, "Nomornya disembunyikan dalam berkas ini"),
    ],
)
def test_what_the_form_would_refuse_is_refused(changes, text):
    holder()
    upload = checked([row() | changes])
    assert states(upload) == ["ditolak"]
    assert text in told(upload)


def test_what_looks_odd_is_told_and_goes_in():
    holder()
    upload = checked([row() | {"No. Sertifikat": "MUI-123"}])
    assert states(upload) == ["baru"]
    assert rows_of(upload)[0].problems[0]["level"] == "warning"


def test_a_land_titles_number_is_kept_sealed_and_shown_by_its_last_digits():
    holder()
    title = row(Jenis="SHAT") | {"No. Sertifikat": "19060101100077"}
    checked([title])
    assert "19060101100077" not in str(ImportRow.objects.values_list("values", "problems", "caption").get())
    saved([title | {"No. Sertifikat": ""}])
    upload = checked([title])
    assert rows_of(upload)[0].changes[0]["new"].endswith("•0077")


# --- undo -------------------------------------------------------------------------------------


def test_an_undo_takes_back_papers_and_the_products_they_name():
    usaha = holder()
    ProdukFactory(name="Abon", usaha=usaha)
    known = SertifikatFactory(usaha=usaha, number_on_paper=HALAL, penerbit="")
    upload = saved([row(Produk="Abon"), row(Produk="Abon") | {"No. Sertifikat": "ID72110009999990523"}])
    assert [paper.produk.count() for paper in Sertifikat.objects.all()] == [1, 1]
    undone(upload)
    paper = Sertifikat.objects.get()
    assert (paper, paper.penerbit, paper.produk.count()) == (known, "", 0)


def test_a_paper_that_a_case_took_since_stays():
    usaha = holder()
    upload = saved([row()])
    FasilitasiFactory(usaha=usaha, sertifikat=Sertifikat.objects.get())
    undone(upload)
    assert Sertifikat.objects.count() == 1


# --- the officer's kecamatan ------------------------------------------------------------------


def test_a_holder_outside_the_officers_kecamatan_is_refused():
    SertifikatFactory(usaha=holder(), number_on_paper=HALAL)
    away = officer(kecamatan=[Kecamatan.objects.get(name="Togean")])
    for rows in ([row()], [row() | {"No. Sertifikat": "ID72110009999990523"}]):
        upload = checked(rows, by=away)
        assert states(upload) == ["ditolak"]
        assert "di luar wilayah tugas Anda" in told(upload)


# --- cost -------------------------------------------------------------------------------------


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    statements(range(71, 74))
    assert statements(range(1, 4)) == statements(range(11, 41))


def statements(numbers):
    """How many it takes to check such rows, to save them, to check them again and to take them back."""
    rows = []
    for number in numbers:
        usaha = holder(f"Dapur Uji {number}", nib=f"{number:013d}", pemilik__name=f"Orang {number}")
        ProdukFactory(name="Abon", usaha=usaha)
        rows.append(
            row(Produk="Abon", NIB=usaha.nib, Nama_Usaha="") | {"No. Sertifikat": f"ID7211{number:011d}"}
        )
    counted, upload = [], received(rows)
    for step in (judge, save, lambda _: judge(received(rows)), lambda _: undone(upload)):
        with CaptureQueriesContext(connection) as seen:
            step(upload)
        counted.append(len(seen))
    return counted


def judge(upload):
    return check(upload, options={"jenis": ""})
