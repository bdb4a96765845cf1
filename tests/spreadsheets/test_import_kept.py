"""What the check made of new rows is copied in as it is, while nothing moved that it rests on."""

import json

import pytest
from cryptography.fernet import Fernet
from django.db import connection

from common.encryption import decrypt
from spreadsheets import actions, committing
from spreadsheets.keeping import RECORDS
from spreadsheets.models import ImportRow
from tests.factories import PemilikFactory, UsahaFactory
from tests.spreadsheets.lembar import HEADER, again, checked, nik, row, rows_of, save
from umkm.models import BatasSkala, DataTahunan, Pemilik, Usaha
from umkm.sheets import usaha as usaha_sheet
from umkm.sheets import writing
from wilayah.models import Desa

pytestmark = pytest.mark.django_db

MORE = ["NPWP", "Tgl Lahir", "Omzet/Tahun", "Modal", "Tahun Berdiri", "Latitude", "Longitude", "Catatan"]
RICH = [*HEADER, *MORE]
WRITTEN_ANEW = {"id", "pemilik_id", "usaha_id", "created_at", "updated_at"}


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def rich(number=1, **changes):
    cells = [
        "992345678990000",
        "01-01-1990",
        "Rp 60.000.000",
        "5000000",
        "2019",
        "-0,8712",
        "121,5",
        "Lama di pasar",
    ]
    return row(number, **changes) | dict(zip(MORE, cells, strict=True))


def kept(upload):
    return [RECORDS in each.values for each in rows_of(upload)]


def refuse_to_judge(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("judged again")

    for name in ("tell", "plan"):
        monkeypatch.setattr(writing, name, refuse)


def written():
    """Every column of what was written, but for what differs each time."""
    found = []
    for model in (Pemilik, Usaha, DataTahunan):
        for record in model.objects.order_by("pk").values():
            found.append({name: value for name, value in record.items() if name not in WRITTEN_ANEW})
    return found


# --- copied ------------------------------------------------------------------------------------


def test_saving_new_rows_judges_none_of_them_again(monkeypatch):
    upload = checked([row(1), row(2)])
    refuse_to_judge(monkeypatch)
    assert (save(upload).state, Usaha.objects.count()) == ("selesai", 2)


def test_what_was_kept_is_written_as_judging_again_would_write_it(monkeypatch):
    odd = row(2, NIK="", Bidang_Usaha="Meubel antik")
    rows = [rich(1), odd, row(3, Desa="", Kecamatan="")]
    with monkeypatch.context() as patch:
        patch.setattr(usaha_sheet, "kept", lambda made: {})
        plain = checked(rows, header=RICH)
        assert kept(plain) == [False, False, False]
        save(plain)
    judged = written()
    actions.undo(upload=plain, by=plain.uploaded_by)
    assert written() == []
    upload = checked(rows, header=RICH)
    assert kept(upload) == [True, True, True]
    save(upload)
    assert written() == judged


def test_rows_that_change_what_is_there_are_judged_again():
    save(checked([row(1)]))
    assert kept(checked([row(1, Bidang_Usaha="Jasa"), row(1, Nama_Usaha="Bengkel Jaya")])) == [False, False]


# --- what moved since the check ----------------------------------------------------------------


def test_a_value_that_a_form_saved_since_is_not_overwritten():
    upload = checked([row(1)])
    owner = PemilikFactory(name=row(1)["Nama Pemilik"], nik=nik(1), phone="+6281299998888")
    upload = save(upload)
    assert "berubah sejak pratinjau" in upload.failure
    assert (Pemilik.objects.get().phone, Usaha.objects.exists()) == (owner.phone, False)


def test_new_limits_of_the_size_classes_count_for_what_was_checked_before():
    upload = checked([rich(1)], header=RICH)
    BatasSkala.objects.filter(skala="mikro").update(penjualan_maksimum=1_000_000)
    assert save(upload).state == "selesai"
    assert Usaha.objects.get().skala_terhitung == "kecil"


def test_records_kept_under_another_key_are_made_anew(settings):
    upload = checked([row(1)])
    settings.BLIND_INDEX_KEY = "kunci-lain-untuk-uji-0123456789abcdef"
    assert save(upload).state == "selesai"
    assert Pemilik.objects.with_nik(nik(1)).exists()


def test_numbers_kept_under_an_older_key_are_written_under_the_newest(settings):
    upload = checked([row(1)])
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_ENCRYPTION_KEYS]
    assert save(upload).state == "selesai"
    with connection.cursor() as cursor:
        cursor.execute("SELECT nik FROM umkm_pemilik")
        (token,) = cursor.fetchone()
    assert decrypt(token) == (nik(1), True)


# --- owners of several rows --------------------------------------------------------------------


@pytest.mark.parametrize("batch", [1, 1000])
def test_a_later_row_of_an_owner_fills_what_the_first_left_empty(batch, monkeypatch):
    rows = [row(1, Nama_Usaha="Keripik Anoa", No_HP=""), row(1, Nama_Usaha="Bengkel Jaya")]
    upload = checked(rows)
    monkeypatch.setattr(committing, "BATCH", batch)
    assert save(upload).state == "selesai"
    assert (Pemilik.objects.get().phone, Usaha.objects.count()) == ("+6281200000001", 2)


@pytest.mark.parametrize("batch", [1, 1000])
@pytest.mark.parametrize("doubtful_first", [True, False])
def test_a_kept_row_and_one_that_the_clerk_decided_share_their_owner(batch, doubtful_first, monkeypatch):
    UsahaFactory(name="Dapur Sitti Jaya", desa=Desa.objects.get(name="Uentanaga Bawah"), pemilik__nik="")
    rows = [row(1, Nama_Usaha="Keripik Anoa", No_HP=""), row(1, Nama_Usaha="Dapur Siti Jaya")]
    upload = checked(rows[::-1] if doubtful_first else rows)
    assert sorted(kept(upload)) == [False, True]
    actions.decide(upload=upload, decision="baru")
    monkeypatch.setattr(committing, "BATCH", batch)
    assert save(upload).state == "selesai", again(upload).failure
    owner = Pemilik.objects.with_nik(nik(1)).get()
    assert (owner.phone, owner.usaha_set.count()) == ("+6281200000001", 2)


# --- secrecy -----------------------------------------------------------------------------------


def test_kept_records_hold_no_number_of_a_person_in_the_clear():
    upload = checked([rich(1)], header=RICH)
    assert kept(upload) == [True]
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM spreadsheets_importrow AS t")
        text = "".join(line for (line,) in cursor.fetchall())
    assert nik(1) not in text
    assert rich(1)["NPWP"] not in text


def test_nothing_is_kept_of_a_row_that_was_saved():
    save(checked([rich(1)], header=RICH))
    assert json.dumps(list(ImportRow.objects.values_list("values", flat=True))) == "[{}]"
