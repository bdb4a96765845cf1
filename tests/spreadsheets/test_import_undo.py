"""An import can be taken back, and what was touched since is left alone and named."""

import pghistory
import pytest

from common.states import verify
from spreadsheets.models import ImportRow
from tests.factories import PemilikFactory, ProdukFactory
from tests.spreadsheets.lembar import HEADER, check, nik, officer, received, row, save, saved, undone
from umkm.choices import BidangUsaha
from umkm.models import DataTahunan, Pemilik, Persetujuan, Usaha

pytestmark = pytest.mark.django_db

MONEY = [*HEADER, "Omzet/Tahun"]


def kept(upload):
    return list(ImportRow.objects.filter(upload=upload, fate="tetap").values_list("number", flat=True))


def test_what_was_made_is_removed():
    upload = undone(saved([row(1) | {"Omzet/Tahun": "1000000"}, row(2)], header=MONEY))
    assert upload.state == "diurungkan", upload.failure
    assert not Usaha.objects.exists()
    assert not Pemilik.objects.exists()
    assert not DataTahunan.objects.exists()


def test_what_was_changed_is_as_before():
    saved([row(1)])
    saved_before = list(Pemilik.objects.values()), list(Usaha.objects.values())
    changed = saved([row(1, Bidang_Usaha="Jasa", No_HP="081299990000")])
    assert Usaha.objects.get().bidang_usaha == BidangUsaha.JASA
    undone(changed)
    assert (list(Pemilik.objects.values()), list(Usaha.objects.values())) == saved_before
    assert Pemilik.objects.with_nik(nik(1)).exists()


def test_a_nik_that_was_added_is_taken_away_with_its_index():
    saved([row(1, NIK="")])
    undone(saved([row(1)]))
    assert Pemilik.objects.get().nik_index == ""


def test_a_row_that_somebody_verified_since_is_kept_and_named():
    upload = saved([row(1), row(2)])
    # As in a request: within one transaction a test's writes would else seem to be the import's own.
    with pghistory.context(url="/kantor/"):
        verify(record=Usaha.objects.get(name=row(1)["Nama Usaha"]), by=officer())
    upload = undone(upload)
    assert not upload.failure
    assert kept(upload) == [2]
    assert [usaha.name for usaha in Usaha.objects.all()] == [row(1)["Nama Usaha"]]
    assert Pemilik.objects.count() == 1


def test_a_row_whose_business_has_products_is_kept():
    upload = saved([row(1)])
    ProdukFactory(usaha=Usaha.objects.get())
    assert kept(undone(upload)) == [2]


def test_an_owner_who_gave_consent_since_stays_without_the_business():
    upload = saved([row(1)])
    Persetujuan.objects.create(pemilik=Pemilik.objects.get(), purpose="katalog", channel="lisan")
    undone(upload)
    assert Pemilik.objects.exists()
    assert not Usaha.objects.exists()


def test_an_owner_of_two_imported_businesses_goes_when_both_are_gone():
    upload = saved([row(1, Nama_Usaha="Keripik Anoa"), row(1, Nama_Usaha="Bengkel Jaya")])
    undone(upload)
    assert not Pemilik.objects.exists()


def test_an_owner_who_was_there_before_stays():
    PemilikFactory(name=row(1)["Nama Pemilik"], nik=nik(1), phone="+6281200000001")
    undone(saved([row(1)]))
    assert Pemilik.objects.get().nik == nik(1)
    assert not Usaha.objects.exists()


def test_the_same_file_goes_in_again_after_an_undo():
    undone(saved([row(1)]))
    upload = save(check(received([row(1)])))
    assert (upload.state, upload.counts["baru"]) == ("selesai", 1)


def test_the_trail_says_who_undid_it():
    by = officer()
    upload = undone(saved([row(1)], by=by))
    event = Usaha._meta.get_field("events").related_model
    assert event.objects.filter(pgh_label="hapus").get().pgh_context.metadata["user"] == by.pk
    assert upload.undone_by == by
