"""Rows about people alone become owners: known again by NIK KTP, or by the name with what tells namesakes apart."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.states import archive
from spreadsheets import actions
from spreadsheets.checking import AS_NOTE
from spreadsheets.models import ImportRow
from tests.factories import PemilikFactory, UsahaFactory
from tests.spreadsheets.lembar import again, check, messages_of, nik, officer, rows_of, save, undone
from tests.umkm.lembar_pemilik import checked, received, row, saved, states
from umkm.models import Pemilik
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db


def desa(name="Uentanaga Bawah"):
    return Desa.objects.get(name=name)


# --- writing ----------------------------------------------------------------------------------


def test_a_row_becomes_an_owner_without_a_business():
    upload = saved([row(1)])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    owner = Pemilik.objects.with_nik(nik(1)).get()
    assert (owner.name, owner.desa, owner.address) == (row(1)["Nama Lengkap"], desa(), "Dusun Dua")
    assert not owner.usaha_set.exists()


def test_what_no_column_takes_stays_as_a_note_of_the_owner():
    upload = received([row(1) | {"Pekerjaan": "Nelayan"}])
    ((shape, mapping),) = actions.initial_mapping(upload).items()
    mapping[str(upload.sheets[0]["headers"].index("Pekerjaan"))] = AS_NOTE
    actions.check(upload=upload, mapping={shape: mapping}, options={}, by=upload.uploaded_by)
    save(again(upload))
    assert Pemilik.objects.get().notes == "Pekerjaan: Nelayan"


@pytest.mark.parametrize(
    ("day", "told"), [("01-01-2090", "belum tiba"), ("01-01-1901", "lebih dari 120 tahun yang lalu")]
)
def test_an_impossible_day_of_birth_is_refused_as_on_the_form(day, told):
    upload = checked([row(1, Tanggal_Lahir=day)])
    assert states(upload) == ["ditolak"]
    assert any(told in text for text in messages_of(upload))


def test_all_errors_of_a_row_are_told_at_once():
    upload = checked([row(1, NIK_KTP="7209", Desa="Entah", No_HP="0812")])
    assert [problem["column"] for problem in rows_of(upload)[0].problems] == [
        "NIK pengusaha",
        "Nomor HP/WhatsApp",
        "Desa/kelurahan pengusaha",
    ]


def test_a_nik_is_kept_sealed_and_shown_by_its_last_digits():
    checked([row(1)])
    kept = ImportRow.objects.values_list("values", "problems", "caption").get()
    assert nik(1) not in str(kept)


# --- matching ---------------------------------------------------------------------------------


def test_the_same_rows_again_change_nothing():
    rows = [row(1), row(2, NIK_KTP=""), row(3, NIK_KTP="", No_HP="", Desa="", Kecamatan=""),
            row(4, NIK_KTP="", No_HP="", Tanggal_Lahir="", Desa="", Kecamatan="")]  # fmt: skip
    saved(rows)
    assert states(checked(rows)) == ["sama", "sama", "sama", "sama"]


def test_namesakes_without_nik_are_told_apart_by_their_numbers():
    rows = [row(1, NIK_KTP=""), row(1, NIK_KTP="", No_HP="081299998888"), row(1, NIK_KTP="", No_HP="")]
    saved(rows)
    assert Pemilik.objects.count() == 3
    assert states(checked(rows)) == ["sama", "sama", "sama"]


def test_which_of_two_namesakes_a_change_is_for_is_left_to_the_clerk():
    PemilikFactory.create_batch(2, name="Sitti Contoh", desa=desa())
    bare = row(1, NIK_KTP="", Nama_Lengkap="Sitti Contoh", No_HP="", Tanggal_Lahir="", Alamat="")
    assert states(checked([bare | {"L/P": ""}])) == ["sama"]
    upload = checked([bare | {"Alamat": "Dusun Tiga"}])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["reason"] == "beberapa orang dengan nama ini cocok"


def test_what_differs_is_shown_old_and_new():
    saved([row(1)])
    upload = checked([row(1, Alamat="Dusun Tiga")])
    assert rows_of(upload)[0].changes == [
        {"label": "Pemilik: alamat rumah", "old": "Dusun Dua", "new": "Dusun Tiga"}
    ]


def test_a_blank_cell_empties_nothing():
    saved([row(1)])
    assert states(checked([row(1, Alamat="", No_HP="-", Desa="", Kecamatan="")])) == ["sama"]


def test_a_nik_that_was_missing_is_filled_in():
    saved([row(1, NIK_KTP="")])
    upload = saved([row(1)])
    assert upload.counts["berubah"] == 1
    assert Pemilik.objects.get().nik == nik(1)


def test_a_nik_under_another_name_is_left_to_the_clerk_and_cannot_be_new():
    PemilikFactory(name="Hasan Basri", nik=nik(1))
    upload = checked([row(1, Nama_Lengkap="Dewi Lestari")])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["may_be_new"] is False


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"phone": "+6281200000001"}, "nomor HP sama dan nama mirip"),
        ({"tanggal_lahir": "1990-01-01"}, "tanggal lahir sama dan nama mirip"),
        ({"desa": "Uentanaga Bawah"}, "nama mirip di desa yang sama"),
    ],
)
def test_who_only_resembles_is_left_to_the_clerk(known, reason):
    if "desa" in known:
        known = {"desa": desa()}
    PemilikFactory(name="Siti Kusuma Jaya", **{"phone": "", **known})
    upload = checked([row(1, NIK_KTP="", Nama_Lengkap="Siti Kusuma Jayanti", No_HP="081200000001")])
    assert rows_of(upload)[0].twin["reason"] == reason


def test_a_namesake_with_another_number_is_left_to_the_clerk():
    PemilikFactory(name="Sitti Contoh", phone="+628129999999", desa=desa())
    upload = checked([row(1, NIK_KTP="", Nama_Lengkap="Sitti Contoh")])
    assert rows_of(upload)[0].twin["reason"] == "nama sama di desa yang sama"


def test_the_clerks_word_makes_one_of_them():
    known = PemilikFactory(name="Sitti Contoh", phone="+628129999999", desa=desa())
    upload = checked([row(1, NIK_KTP="", Nama_Lengkap="Sitti Contoh")])
    actions.decide(upload=upload, decision="pakai")
    save(upload)
    known.refresh_from_db()
    assert (Pemilik.objects.count(), known.phone) == (1, "+6281200000001")


def test_people_of_different_nik_are_two_whatever_their_names():
    PemilikFactory(name="Sitti Contoh", nik=nik(9), phone="", desa=desa())
    assert states(checked([row(1, Nama_Lengkap="Sitti Contoh")])) == ["baru"]


def test_an_archived_owner_is_not_brought_back_unseen():
    saved([row(1)])
    archive(record=Pemilik.objects.get(), by=officer())
    assert any("arsip" in text for text in messages_of(checked([row(1)])))


def test_one_person_twice_in_a_file_is_told_with_the_first_row():
    upload = checked(
        [row(1), row(2, NIK_KTP=""), row(1, Nama_Lengkap="Nama Lain Sekali"), row(2, NIK_KTP="")]
    )
    assert states(upload) == ["baru", "baru", "ditolak", "ditolak"]
    told = messages_of(upload)
    assert "NIK KTP ini sudah ada di baris 2 berkas yang sama." in told
    assert "Orang ini sudah ada di baris 3 berkas yang sama." in told


# --- undo -------------------------------------------------------------------------------------


def test_an_undo_removes_the_new_and_restores_the_changed():
    saved([row(1)])
    upload = saved([row(1, Alamat="Dusun Tiga"), row(2)])
    undone(upload)
    assert Pemilik.objects.get().address == "Dusun Dua"


def test_an_owner_who_got_a_business_since_stays():
    upload = saved([row(1), row(2)])
    UsahaFactory(pemilik=Pemilik.objects.with_nik(nik(1)).get())
    undone(upload)
    assert [owner.nik for owner in Pemilik.objects.all()] == [nik(1)]


# --- the officer's kecamatan ------------------------------------------------------------------


def test_an_officer_of_another_kecamatan_registers_nobody_here():
    away = Kecamatan.objects.get(name="Togean")
    upload = checked([row(1)], by=officer(kecamatan=[away]))
    assert any("di luar wilayah tugas Anda" in text for text in messages_of(upload))
    assert states(upload) == ["ditolak"]


def test_an_owner_who_lives_elsewhere_and_has_a_business_here_comes_back_the_same():
    togean = Kecamatan.objects.get(name="Togean")
    owner = PemilikFactory(name="Sitti Contoh", nik=nik(1), phone="", desa=desa())
    UsahaFactory(pemilik=owner, desa=togean.desa_set.first())
    upload = checked(
        [row(1, Nama_Lengkap="Sitti Contoh", No_HP="") | {"L/P": "", "Tanggal Lahir": "", "Alamat": ""}],
        by=officer(kecamatan=[togean]),
    )
    assert states(upload) == ["sama"], messages_of(upload)


def test_an_owner_out_of_reach_is_not_named():
    PemilikFactory(name="Rahasia Orang", nik=nik(1), desa=desa("Uentanaga Atas"))
    togean = Kecamatan.objects.get(name="Togean")
    upload = checked([row(1, Desa="", Kecamatan="")], by=officer(kecamatan=[togean]))
    assert states(upload) == ["ditolak"]
    assert not any("Rahasia" in text for text in messages_of(upload))


# --- cost -------------------------------------------------------------------------------------


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    statements([row(n) for n in range(71, 74)])
    few, many = ([row(n) for n in range(1, 4)], [row(n) for n in range(11, 61)])
    assert statements(few) == statements(many)
    assert statements(few) == statements(many)


def statements(rows):
    """How many it takes to check these rows, to save them, and to take them back."""
    counted = []
    upload = received(rows)
    for step in (lambda upload: check(upload, options={}), save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
    saved(rows)
    return counted
