"""A merge is taken back while the merged records are untouched; what was changed since is named."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from duplicates import actions, undoing
from duplicates.models import Merge
from tests.duplicates.kembar import fresh, later, merged, officer, undone
from tests.factories import (
    DataTahunanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from umkm.actions import withdraw_consent
from umkm.models import DataTahunan, Pemilik, Persetujuan, Usaha

pytestmark = pytest.mark.django_db


def state():
    """Every row that a merge of businesses or owners can touch."""
    return {
        model: list(model._base_manager.order_by("pk").values())
        for model in (Usaha, Pemilik, DataTahunan, Persetujuan)
    }


def renamed(record, name="Nama Baru"):
    def deed():
        present = fresh(record)
        present.name = name
        present.save()

    later(deed)


def test_everything_is_as_before():
    survivor = UsahaFactory(notes="Satu", photo="usaha/a.jpg")
    loser = UsahaFactory(notes="Dua", nib="1234567890123", photo="usaha/b.jpg")
    DataTahunanFactory(usaha=survivor, tahun=2024, tenaga_kerja_l=None)
    DataTahunanFactory(usaha=loser, tahun=2024, tenaga_kerja_l=3)
    DataTahunanFactory(usaha=loser, tahun=2023)
    before = state()
    merge = merged(survivor, loser, choices={"photo": "loser"})
    assert state() != before
    undone(merge)
    after = state()
    # Rows that only moved bear the time of their last move.
    for row in [*before[DataTahunan], *after[DataTahunan]]:
        row.pop("updated_at")
    assert after == before


def test_a_nik_goes_back_to_whose_it_was():
    survivor, loser = PemilikFactory(nik="7209990101900001"), PemilikFactory(nik="7209990101900002")
    merge = merged(survivor, loser, choices={"nik": "loser"})
    undone(merge)
    assert (fresh(survivor).nik, fresh(loser).nik) == ("7209990101900001", "7209990101900002")
    assert Pemilik.objects.with_nik("7209990101900002").get() == loser


def test_a_consent_that_a_later_no_ended_stands_again():
    survivor, loser = PemilikFactory(consents=("katalog",)), PemilikFactory(consents=("katalog",))
    Persetujuan.objects.update(given_on="2026-01-05")
    withdraw_consent(consent=loser.persetujuan_set.get(), by=UserFactory())
    merge = merged(survivor, loser)
    assert not survivor.persetujuan_set.active().exists()
    undone(merge)
    assert survivor.persetujuan_set.active().count() == 1
    assert loser.persetujuan_set.count() == 1


def test_who_and_when_is_kept():
    merge = merged(*UsahaFactory.create_batch(2))
    by = officer()
    merge = undone(merge, by=by)
    assert (merge.undone_by, merge.is_undone) == (by, True)


@pytest.mark.parametrize("changed", ["survivor", "loser"])
def test_a_record_that_was_changed_since_holds_the_merge(changed):
    records = dict(zip(("survivor", "loser"), UsahaFactory.create_batch(2), strict=True))
    merge = merged(records["survivor"], records["loser"])
    renamed(records[changed])
    with pytest.raises(ValidationError, match="Usaha “Nama Baru” diubah sesudah penggabungan"):
        undone(merge)
    assert fresh(records["loser"]).archived_at


def test_figures_made_one_and_changed_since_hold_the_merge():
    survivor, loser = UsahaFactory.create_batch(2)
    mine = DataTahunanFactory(usaha=survivor, tahun=2024, tenaga_kerja_l=None)
    DataTahunanFactory(usaha=loser, tahun=2024, tenaga_kerja_l=3)
    merge = merged(survivor, loser)
    later(lambda: DataTahunan.objects.filter(pk=mine.pk).update(tenaga_kerja_p=9))
    assert undoing.obstacles(merge) == [f"Data tahunan “{mine}” diubah sesudah penggabungan"]


def test_a_row_that_moved_on_holds_the_merge():
    survivor, loser, third = UsahaFactory.create_batch(3)
    produk = ProdukFactory(name="Abon", usaha=loser)
    merge = merged(survivor, loser)
    produk.usaha = third
    later(produk.save)
    assert undoing.obstacles(merge) == ["Produk “Abon” sudah dipindahkan lagi"]


def test_a_row_that_is_gone_holds_the_merge():
    survivor, loser = UsahaFactory.create_batch(2)
    row = DataTahunanFactory(usaha=loser)
    merge = merged(survivor, loser)
    later(row.delete)
    assert undoing.obstacles(merge) == ["1 data tahunan sudah dihapus"]


def test_a_row_that_was_only_edited_goes_back_with_its_edit():
    survivor, loser = UsahaFactory.create_batch(2)
    produk = ProdukFactory(usaha=loser, price=1000)
    merge = merged(survivor, loser)
    produk.refresh_from_db()
    produk.price = 2000
    later(produk.save)
    undone(merge)
    assert (fresh(produk).usaha, fresh(produk).price) == (loser, 2000)


def test_what_was_added_since_stays_with_the_survivor():
    survivor, loser = UsahaFactory.create_batch(2)
    merge = merged(survivor, loser)
    paper = later(lambda: SertifikatFactory(usaha=survivor))
    undone(merge)
    assert fresh(paper).usaha == survivor


def test_of_two_merges_in_a_row_the_last_is_undone_first():
    first, second, third = UsahaFactory.create_batch(3)
    early = merged(second, third)
    late = later(lambda: merged(first, second))
    with pytest.raises(ValidationError):
        undone(early)
    later(lambda: undone(late))


def test_a_merge_is_undone_once():
    merge = undone(merged(*KoperasiFactory.create_batch(2)))
    with pytest.raises(ValidationError, match="sudah diurungkan"):
        undone(merge)


def test_only_who_may_change_both_records_may_undo():
    merge = merged(*UsahaFactory.create_batch(2))
    with pytest.raises(PermissionDenied):
        actions.undo(merge=merge, by=UserFactory(role="Pejabat"))


def test_after_an_undo_the_two_can_be_merged_again():
    survivor, loser = UsahaFactory.create_batch(2)
    undone(merged(survivor, loser))
    merged(loser, survivor)
    assert Merge.objects.standing().get().loser == survivor.pk
