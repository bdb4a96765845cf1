"""Rows of the office's sheets become owners and businesses, by the same rules as the forms."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.states import archive
from spreadsheets.actions import decide
from tests.factories import DesaFactory, PemilikFactory, UsahaFactory
from tests.spreadsheets.lembar import (
    HEADER,
    check,
    checked,
    messages_of,
    nik,
    officer,
    received,
    row,
    rows_of,
    save,
    saved,
    undone,
)
from umkm.models import DataTahunan, Pemilik, Usaha
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db

MONEY = [*HEADER, "Omzet/Tahun", "Modal"]


def states(upload):
    return [each.state for each in rows_of(upload)]


def desa():
    return Desa.objects.get(name="Uentanaga Bawah")


# --- writing ----------------------------------------------------------------------------------


def test_a_row_becomes_an_owner_and_a_business():
    upload = saved([row(1)])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    usaha = Usaha.objects.get()
    assert (usaha.name, usaha.pemilik.nik, usaha.desa) == (row(1)["Nama Usaha"], nik(1), desa())
    assert not usaha.is_draft
    assert usaha.verified_at is None


def test_the_nik_of_an_imported_owner_is_found_by_its_index():
    saved([row(1)])
    assert Pemilik.objects.with_nik(nik(1)).exists()


def test_two_businesses_of_one_person_share_the_owner():
    saved([row(1, Nama_Usaha="Keripik Anoa"), row(1, Nama_Usaha="Bengkel Motor Jaya")])
    assert (Pemilik.objects.count(), Usaha.objects.count()) == (1, 2)


def test_rows_without_what_a_form_asks_for_become_drafts():
    upload = saved([row(1, Bidang_Usaha="", Status_Usaha="")])
    assert Usaha.objects.get().is_draft
    assert any("dicatat sebagai draf" in text for text in messages_of(upload))


def test_figures_go_to_the_year_that_was_asked_and_give_the_size_class():
    saved([row(1) | {"Omzet/Tahun": "60000000", "Modal": "5000000"}], header=MONEY)
    figures = DataTahunan.objects.get()
    assert (figures.tahun, figures.penjualan_tahunan, figures.modal_usaha) == (2025, 60_000_000, 5_000_000)
    assert (figures.usaha.skala_terhitung, figures.usaha.skala_dasar) == ("mikro", "penjualan")


def test_sales_of_a_month_count_twelvefold():
    saved([row(1) | {"Omzet/Bulan": "1000000"}], header=[*HEADER, "Omzet/Bulan"])
    assert DataTahunan.objects.get().penjualan_tahunan == 12_000_000


def test_businesses_of_one_name_get_addresses_of_their_own():
    saved([row(1, Nama_Usaha="Dapur Sama"), row(2, Nama_Usaha="Dapur Sama", Desa="Uentanaga Atas")])
    assert len(set(Usaha.objects.values_list("slug", flat=True))) == 2


def test_a_place_before_the_day_of_birth_is_the_place_of_birth():
    upload = saved(
        [row(1) | {"Tempat, Tgl Lahir": "Ampana, 01-01-1990"}], header=[*HEADER, "Tempat, Tgl Lahir"]
    )
    pemilik = Pemilik.objects.get()
    assert (pemilik.tempat_lahir, pemilik.tanggal_lahir) == ("Ampana", date(1990, 1, 1))
    assert messages_of(upload) == []


def test_it_is_added_to_an_owner_who_is_there_already():
    saved([row(1)])
    saved([row(1) | {"TTL": "Wakai 1 Januari 1990"}], header=[*HEADER, "TTL"])
    assert Pemilik.objects.get().tempat_lahir == "Wakai"


def test_half_a_point_on_the_map_costs_no_row():
    point = [*HEADER, "Lintang", "Bujur"]
    saved([row(1) | {"Lintang": "-0.87", "Bujur": "121.58"}, row(2) | {"Lintang": "-0.87"}], header=point)
    saved([row(1) | {"Bujur": "121.6"}], header=point)
    assert sorted(str(usaha.longitude) for usaha in Usaha.objects.all()) == ["121.58000", "None"]


# --- matching ---------------------------------------------------------------------------------


def test_the_same_rows_again_change_nothing():
    rows = [row(1), row(2, NIK="-"), row(3, NIK="", No_HP="")]
    saved(rows)
    again = checked(rows)
    assert states(again) == ["sama", "sama", "sama"]


def test_a_blank_cell_empties_nothing():
    saved([row(1)])
    again = saved([row(1, No_HP="", Bidang_Usaha="")])
    assert again.counts == {"sama": 1, "peringatan": 0}
    assert Pemilik.objects.get().phone


def test_what_differs_is_shown_old_and_new_and_then_written():
    saved([row(1)])
    upload = checked([row(1, Bidang_Usaha="Jasa")])
    assert states(upload) == ["berubah"]
    assert rows_of(upload)[0].changes == [
        {"label": "Usaha: bidang usaha", "old": "Makanan/Minuman", "new": "Jasa"}
    ]


def test_a_registered_owner_gets_a_second_business():
    PemilikFactory(name="Sitti Contoh", nik=nik(1))
    upload = saved([row(1, Nama_Pemilik="SITTI CONTOH, S.Pd.")])
    assert upload.counts["baru"] == 1
    assert Usaha.objects.get().pemilik == Pemilik.objects.get()


def test_a_nik_under_another_name_is_left_to_the_clerk():
    PemilikFactory(name="Hasan Basri", nik=nik(1))
    upload = checked([row(1, Nama_Pemilik="Dewi Lestari")])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["may_be_new"] is False


def test_a_similar_name_in_the_same_desa_is_left_to_the_clerk():
    UsahaFactory(name="Dapur Sitti Jaya", desa=desa())
    upload = checked([row(1, Nama_Usaha="Dapur Siti Jaya")])
    assert states(upload) == ["kembar"]


def test_a_repeated_nib_is_left_to_the_clerk():
    UsahaFactory(name="Warung Lama", nib="1234567890123", desa=desa())
    upload = checked([row(1) | {"NIB": "1234567890123"}], header=[*HEADER, "NIB"])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["reason"] == "NIB sama"


def test_people_with_different_nik_are_not_one_for_a_similar_name():
    UsahaFactory(name="Dapur Sitti Jaya", desa=desa(), pemilik__nik=nik(9))
    assert states(checked([row(1, Nama_Usaha="Dapur Siti Jaya")])) == ["baru"]


@pytest.mark.parametrize(("registered", "told"), [("", nik(1)), (nik(9), ""), ("", "")])
def test_a_similar_name_is_left_to_the_clerk_wherever_a_nik_is_missing(registered, told):
    UsahaFactory(name="Dapur Sitti Jaya", desa=desa(), pemilik__nik=registered)
    assert states(checked([row(1, NIK=told, Nama_Usaha="Dapur Siti Jaya")])) == ["kembar"]


def test_an_archived_business_is_not_brought_back_unseen():
    saved([row(1)])
    archive(record=Usaha.objects.get(), by=officer())
    assert any("arsip" in text for text in messages_of(checked([row(1)])))


def test_the_same_business_twice_in_a_file_is_told_with_its_first_row():
    upload = checked([row(1), row(2), row(1)])
    assert states(upload) == ["baru", "baru", "ditolak"]
    assert "Usaha ini sudah ada di baris 2 berkas yang sama." in messages_of(upload)


def test_one_nik_under_two_names_in_a_file_is_refused():
    upload = checked([row(1, Nama_Pemilik="Hasan Basri"), row(2, NIK=nik(1), Nama_Pemilik="Dewi Lestari")])
    assert states(upload) == ["baru", "ditolak"]
    assert any("tertulis atas nama" in text for text in messages_of(upload))


def test_a_row_without_desa_and_nik_is_known_again_by_both_names():
    rows = [row(1, NIK="", Desa="", Kecamatan="", No_HP="")]
    saved(rows)
    assert states(checked(rows)) == ["sama"]


def test_a_row_without_desa_is_not_taken_for_a_business_of_some_desa():
    saved([row(1, NIK="", No_HP="")])
    upload = checked([row(1, NIK="", Desa="", Kecamatan="", No_HP="")])
    assert rows_of(upload)[0].twin["reason"] == "nama usaha dan pemilik sama, desa tidak ditulis"


# --- rules ------------------------------------------------------------------------------------


def test_rules_of_the_form_hold_for_rows_too():
    upload = checked([row(1, Nama_Usaha="x" * 201)])
    assert states(upload) == ["ditolak"]


def test_a_missing_owner_is_told_once():
    upload = checked([row(1, Nama_Pemilik="")])
    assert len([text for text in messages_of(upload) if "Nama pengusaha" in text]) == 1


def test_a_business_without_a_name_is_called_by_what_it_makes_and_whose_it_is():
    rows = [row(1, Nama_Usaha="-", Nama_Pemilik="Kasim Rahman") | {"Jenis Usaha": "Ikan asin"}]
    saved(rows, header=[*HEADER, "Jenis Usaha"])
    assert Usaha.objects.get().name == "Ikan asin Kasim Rahman"
    assert states(checked(rows, header=[*HEADER, "Jenis Usaha"])) == ["sama"]


def test_a_nameless_row_of_an_owner_with_a_business_is_left_to_the_clerk():
    saved([row(1)])
    upload = checked([row(1, Nama_Usaha="-")])
    assert states(upload) == ["kembar"]
    decide(upload=upload, decision="pakai")
    save(upload)
    assert [usaha.name for usaha in Usaha.objects.all()] == [row(1)["Nama Usaha"]]


def test_a_word_that_is_none_of_ours_is_kept_as_a_note():
    rows = [row(1, Bidang_Usaha="Meubel antik")]
    saved(rows)
    assert Usaha.objects.get().notes == "Bidang usaha di lembar: Meubel antik"
    assert states(checked(rows)) == ["sama"]


def test_an_unknown_kbli_becomes_a_note():
    saved([row(1) | {"KBLI": "99998"}], header=[*HEADER, "KBLI"])
    assert "99998" in Usaha.objects.get().notes


@pytest.mark.parametrize(
    ("title", "day", "told"),
    [
        ("Tanggal Lahir", "01-01-2090", "belum tiba"),
        ("Tanggal Lahir", "01-01-1901", "lebih dari 120 tahun yang lalu"),
        ("Tanggal NIB", "01-01-2090", "belum tiba"),
    ],
)
def test_an_impossible_day_is_refused_at_its_cell_as_on_the_form(title, day, told):
    upload = checked([row(1) | {title: day}, row(2)], header=[*HEADER, title])
    assert states(upload) == ["ditolak", "baru"]
    (problem,) = [each for each in rows_of(upload)[0].problems if told in each["text"]]
    assert problem["column"]


def test_an_impossible_day_on_record_does_not_keep_out_a_row_that_tells_none():
    saved([row(1)])
    Pemilik.objects.update(tanggal_lahir=date(1901, 1, 1))
    assert states(checked([row(1, Bidang_Usaha="Jasa")])) == ["berubah"]


# --- the officer's kecamatan ------------------------------------------------------------------


def test_rows_outside_the_officers_kecamatan_are_refused():
    away = Kecamatan.objects.get(name="Togean")
    upload = checked([row(1)], by=officer(kecamatan=[away]))
    assert states(upload) == ["ditolak"]
    assert any("di luar wilayah tugas Anda" in text for text in messages_of(upload))


def test_rows_inside_it_go_in():
    here = Kecamatan.objects.get(name="Ratolindo")
    assert saved([row(1)], by=officer(kecamatan=[here])).state == "selesai"


def test_an_owner_of_another_kecamatan_is_not_named():
    UsahaFactory(pemilik__nik=nik(1), pemilik__name="Rahasia Orang", desa=DesaFactory())
    here = Kecamatan.objects.get(name="Ratolindo")
    upload = checked([row(1)], by=officer(kecamatan=[here]))
    assert states(upload) == ["ditolak"]
    assert not any("Rahasia" in text for text in messages_of(upload))


def test_a_row_without_desa_needs_an_officer_of_the_whole_district():
    here = Kecamatan.objects.get(name="Ratolindo")
    assert states(checked([row(1, Desa="", Kecamatan="")], by=officer(kecamatan=[here]))) == ["ditolak"]
    assert states(checked([row(1, Desa="", Kecamatan="")])) == ["baru"]


# --- cost -------------------------------------------------------------------------------------


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    # From here on the header is remembered, and there are businesses whose names resemble these.
    statements([row(n) for n in range(71, 74)])
    few, many = ([row(n) for n in range(1, 4)], [row(n) for n in range(11, 61)])
    assert statements(few) == statements(many)
    # The same again, now that all of it is registered.
    assert statements(few) == statements(many)


def test_owners_who_moved_cost_the_same_number_of_statements_however_many():
    title = "Desa Pengusaha"
    homes = {name: [row(n) | {title: name} for n in range(1, 51)] for name in ("Uentanaga Atas", "Bailo")}
    header = [*HEADER, title]
    saved(homes["Uentanaga Atas"], header=header)
    few, many = homes["Bailo"][:3], homes["Bailo"][3:]
    assert statements(few, header=header)[:2] == statements(many, header=header)[:2]
    assert set(Pemilik.objects.values_list("desa__name", flat=True)) == {"Bailo"}


def statements(rows, **options):
    """How many it takes to check these rows, to save them, and to take them back."""
    counted = []
    upload = received(rows, **options)
    for step in (check, save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
    saved(rows, **options)
    return counted
