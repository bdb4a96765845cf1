"""Two records become one: values as chosen, everything beneath follows, nothing is lost."""

import datetime

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from pghistory.models import Context

from common.references import is_append_only, references
from common.states import archive
from duplicates import actions
from duplicates.following import counts, following
from duplicates.kind import kinds
from duplicates.models import Pair
from koperasi.models import Keanggotaan, PemeriksaanKesehatan, Pengurus, RapatAnggota
from legalitas.actions import remind
from produk.models import Foto, Produk
from tests.acara import PesertaFactory, sent_by
from tests.belanja import BelanjaFactory, ItemBelanjaFactory
from tests.duplicates import dari_pemilik
from tests.duplicates.kembar import fresh, merged, officer, swept
from tests.factories import (
    DataTahunanFactory,
    DesaFactory,
    FasilitasiFactory,
    KeanggotaanFactory,
    KecamatanFactory,
    KerjaSamaFactory,
    KoperasiFactory,
    MasukanFactory,
    PemilikFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.rumah import meant_for_members, on_shelf, settlement_of
from umkm.actions import withdraw_consent
from umkm.models import PembukaanNik, Pemilik, Persetujuan

pytestmark = pytest.mark.django_db


# --- the two records -----------------------------------------------------------------------------


def test_the_loser_goes_to_the_archive_and_is_never_deleted():
    survivor, loser = UsahaFactory.create_batch(2)
    by = officer()
    merged(survivor, loser, by=by)
    assert (survivor.archived_at, loser.archived_by) == (None, by)


def test_what_only_the_loser_tells_is_taken_and_of_two_words_the_survivors_stays():
    survivor = UsahaFactory(name="Dapur Sitti", nib="", tahun_mulai=2015)
    loser = UsahaFactory(name="Dapur Siti", nib="1234567890123", tahun_mulai=2016)
    merge = merged(survivor, loser)
    assert (survivor.name, survivor.nib, survivor.tahun_mulai) == ("Dapur Sitti", "1234567890123", 2015)
    assert merge.choices == {"nib": "loser"}


def test_a_word_of_the_losers_is_taken_where_the_officer_says_so():
    survivor, loser = UsahaFactory(name="Dapur Sitti"), UsahaFactory(name="Dapur Siti")
    merged(survivor, loser, choices={"name": "loser"})
    assert (survivor.name, loser.name) == ("Dapur Siti", "Dapur Siti")


def test_notes_of_both_are_kept():
    survivor, loser = UsahaFactory(notes="Pindah ke pasar"), UsahaFactory(notes="Buka sore")
    merged(survivor, loser)
    assert survivor.notes == "Pindah ke pasar\nBuka sore"


def test_a_point_on_the_map_is_taken_whole():
    survivor = UsahaFactory(latitude="-0.86", longitude="121.50")
    loser = UsahaFactory(latitude="-0.87", longitude="121.60")
    merged(survivor, loser, choices={"latitude": "loser"})
    assert (str(survivor.latitude), str(survivor.longitude)) == ("-0.87000", "121.60000")


def test_a_number_that_only_one_may_have_passes_from_one_to_the_other():
    survivor, loser = PemilikFactory(), PemilikFactory(nik="7209990101900001")
    merged(survivor, loser)
    assert (survivor.nik, loser.nik) == ("7209990101900001", "")
    assert Pemilik.objects.with_nik("7209990101900001").get() == survivor


def test_a_photo_belongs_to_one_record_only():
    survivor, loser = UsahaFactory(photo="usaha/lama.jpg"), UsahaFactory(photo="usaha/baru.jpg")
    merged(survivor, loser, choices={"photo": "loser"})
    assert (survivor.photo.name, loser.photo.name) == ("usaha/baru.jpg", "usaha/lama.jpg")


def test_a_cooperatives_number_comes_with_the_yes_to_show_it():
    by = UserFactory()
    survivor = KoperasiFactory()
    loser = KoperasiFactory(phone="+6281211112222", phone_consented_at=timezone.now(), phone_consented_by=by)
    merged(survivor, loser)
    assert (survivor.public_phone, survivor.phone_consented_by) == ("+6281211112222", by)


def test_the_size_class_is_computed_anew_from_all_figures():
    survivor, loser = UsahaFactory(), UsahaFactory()
    DataTahunanFactory(usaha=loser, penjualan_tahunan=3_000_000_000)
    merged(survivor, loser)
    assert survivor.skala_terhitung == "kecil"


def test_the_trail_names_who_and_why():
    survivor, loser = UsahaFactory.create_batch(2)
    by = officer()
    merge = merged(survivor, loser, by=by, reason="KTP sama")
    told = Context.objects.get(pk=merge.trail).metadata
    assert (told["user"], told["reason"]) == (by.pk, "Penggabungan: KTP sama")
    assert loser.events.order_by("-pgh_id").first().pgh_context_id == merge.trail


def test_a_merged_pair_leaves_the_worklist():
    survivor, loser = UsahaFactory.create_batch(2, nib="1234567890123")
    swept()
    merged(survivor, loser)
    assert not Pair.objects.exists()


# --- what is beneath -----------------------------------------------------------------------------

# {path of the key: a row beneath a record}, one for every way in which a row can belong to one.
BENEATH = {
    "umkm.Usaha": {
        "umkm.DataTahunan.usaha": lambda usaha: DataTahunanFactory(usaha=usaha),
        "produk.Produk.usaha": lambda usaha: ProdukFactory(usaha=usaha),
        "belanja_asn.Belanja.usaha": lambda usaha: BelanjaFactory(usaha=usaha),
        "legalitas.Sertifikat.usaha": lambda usaha: SertifikatFactory(usaha=usaha),
        "fasilitasi.Fasilitasi.usaha": lambda usaha: FasilitasiFactory(usaha=usaha),
        "koperasi.Keanggotaan.usaha": lambda usaha: KeanggotaanFactory(usaha=usaha),
        "koperasi.KerjaSama.usaha": lambda usaha: KerjaSamaFactory(usaha=usaha),
        "legalitas.Pengingat.usaha": lambda usaha: _reminded("wajib-halal", usaha),
        "masukan.Masukan.usaha": lambda usaha: MasukanFactory(produk=None, usaha=usaha),
        **dari_pemilik.OF_USAHA,
        "kegiatan.Peserta.usaha": lambda usaha: PesertaFactory(usaha=usaha),
        "etalase.Penyelesaian.usaha": lambda usaha: settlement_of(usaha=usaha),
    },
    "umkm.Pemilik": {
        "umkm.Usaha.pemilik": lambda owner: UsahaFactory(pemilik=owner),
        "umkm.Persetujuan.pemilik": lambda owner: Persetujuan.objects.create(
            pemilik=owner, purpose="katalog", channel="formulir"
        ),
        **dari_pemilik.OF_PEMILIK,
    },
    "koperasi.Koperasi": {
        "koperasi.Pengurus.koperasi": lambda koperasi: Pengurus.objects.create(
            koperasi=koperasi, jabatan="ketua", name="Budi"
        ),
        "koperasi.RapatAnggota.koperasi": lambda koperasi: RapatAnggotaFactory(koperasi=koperasi),
        "koperasi.Keanggotaan.koperasi": lambda koperasi: KeanggotaanFactory(koperasi=koperasi),
        "koperasi.KerjaSama.koperasi": lambda koperasi: KerjaSamaFactory(koperasi=koperasi),
        "koperasi.PemeriksaanKesehatan.koperasi": lambda koperasi: PemeriksaanKesehatan.objects.create(
            koperasi=koperasi, tahun=2025, skor=81
        ),
        "legalitas.Pengingat.koperasi": lambda koperasi: _reminded("rat", koperasi),
        "produk.Produk.koperasi": lambda koperasi: ProdukFactory(usaha=None, koperasi=koperasi),
        "belanja_asn.Belanja.koperasi": lambda koperasi: BelanjaFactory(usaha=None, koperasi=koperasi),
        "legalitas.Sertifikat.koperasi": lambda koperasi: SertifikatFactory(usaha=None, koperasi=koperasi),
        "fasilitasi.Fasilitasi.koperasi": lambda koperasi: FasilitasiFactory(usaha=None, koperasi=koperasi),
        "masukan.Masukan.koperasi": lambda koperasi: MasukanFactory(produk=None, koperasi=koperasi),
        "kegiatan.Peserta.koperasi": sent_by,
        "etalase.Penyelesaian.koperasi": lambda koperasi: settlement_of(koperasi=koperasi),
        "pengumuman.Pengumuman_koperasi.koperasi": meant_for_members,
        **dari_pemilik.OF_KOPERASI,
    },
    "produk.Produk": {
        "produk.Foto.produk": lambda produk: Foto.objects.create(
            produk=produk, image="produk/uji.jpg", width=600, height=600
        ),
        "legalitas.Sertifikat_produk.produk": lambda produk: _tie(SertifikatFactory(produk=[produk]), produk),
        "fasilitasi.Fasilitasi_produk.produk": lambda produk: _tie(FasilitasiFactory(), produk),
        "masukan.Masukan.produk": lambda produk: MasukanFactory(produk=produk),
        **dari_pemilik.OF_PRODUK,
        "belanja_asn.ItemBelanja.produk": lambda produk: ItemBelanjaFactory(produk=produk),
        "etalase.Titipan.produk": lambda produk: on_shelf(produk),
    },
}
FACTORIES = {
    "umkm.Usaha": UsahaFactory, "umkm.Pemilik": PemilikFactory, "koperasi.Koperasi": KoperasiFactory,
    "produk.Produk": ProdukFactory,
}  # fmt: skip
CASES = [(noun, path) for noun, rows in BENEATH.items() for path in rows]


def _reminded(jenis, record):
    return remind(jenis=jenis, record=record, channel="telepon", by=officer())


def _tie(record, produk):
    record.produk.add(produk)
    return record.produk.through.objects.get(produk=produk)


def paths(model):
    return {f"{child._meta.label}.{field.name}" for child, field in following(model)}


@pytest.mark.parametrize("noun", BENEATH)
def test_every_way_to_belong_to_a_record_is_known_here(noun):
    """A new model that points at one of them follows by itself, and must be shown to do so below."""
    assert paths(apps.get_model(noun)) == set(BENEATH[noun])


def test_only_trails_of_one_record_stay_with_it():
    left = {
        child._meta.label
        for kind in kinds().values()
        for child, _ in references(kind.model)
        if is_append_only(child)
    }
    # Letters stand as they went out.
    assert left == {"umkm.PembukaanNik", "surat.Surat", "surat.PenerimaSurat"}


@pytest.mark.parametrize(("noun", "path"), CASES)
def test_a_row_follows(noun, path):
    survivor, loser = FACTORIES[noun].create_batch(2)
    row = BENEATH[noun][path](loser)
    merge = merged(survivor, loser)
    assert getattr(fresh(row), path.rpartition(".")[2]) == survivor
    assert merge.moved == {path: [row.pk]}


def test_what_hangs_beneath_is_counted_in_words():
    usaha = UsahaFactory()
    ProdukFactory.create_batch(3, usaha=usaha)
    SertifikatFactory(usaha=usaha)
    assert sorted(counts(usaha)) == [("produk", 3), ("sertifikat", 1)]


def test_a_product_keeps_showing_under_its_new_seller():
    survivor, loser = UsahaFactory(listed=True), UsahaFactory(listed=True)
    produk = ProdukFactory(usaha=loser, listed=True)
    merged(survivor, loser)
    assert fresh(produk).is_listed


def test_who_had_a_nik_opened_stays_with_the_record_whose_it_was():
    survivor, loser = PemilikFactory(), PemilikFactory(with_nik=True)
    opened = PembukaanNik.objects.create(pemilik=loser, reason="Uji", opened_by=UserFactory())
    merged(survivor, loser)
    assert fresh(opened).pemilik == loser


# --- two of what may be there once ------------------------------------------------------------------


def figures(survivor, loser, **theirs):
    mine = DataTahunanFactory(usaha=survivor, tahun=2024, penjualan_tahunan=10, tenaga_kerja_l=None)
    other = DataTahunanFactory(
        usaha=loser, tahun=2024, **({"penjualan_tahunan": 20, "tenaga_kerja_l": 4} | theirs)
    )
    return mine, other


def test_figures_of_one_year_are_completed_from_each_other_and_both_rows_stay():
    survivor, loser = UsahaFactory.create_batch(2)
    mine, other = figures(survivor, loser)
    merge = merged(survivor, loser)
    mine.refresh_from_db()
    assert (mine.penjualan_tahunan, mine.tenaga_kerja_l) == (10, 4)
    assert (fresh(other).usaha, fresh(other).penjualan_tahunan) == (loser, 20)
    assert (merge.stayed, merge.changed) == (
        {"umkm.DataTahunan": [other.pk]},
        {"umkm.DataTahunan": [mine.pk]},
    )


def test_of_two_figures_of_one_year_the_chosen_one_counts():
    survivor, loser = UsahaFactory.create_batch(2)
    mine, other = figures(survivor, loser)
    merged(survivor, loser, rows={f"umkm.datatahunan-{mine.pk}-{other.pk}": "loser"})
    assert fresh(mine).penjualan_tahunan == 20


def test_figures_of_other_years_follow():
    survivor, loser = UsahaFactory.create_batch(2)
    figures(survivor, loser)
    DataTahunanFactory(usaha=loser, tahun=2023)
    merged(survivor, loser)
    assert set(survivor.datatahunan_set.values_list("tahun", flat=True)) == {2024, 2023}


def test_of_two_meetings_about_one_book_year_one_counts():
    survivor, loser = KoperasiFactory.create_batch(2)
    mine = RapatAnggotaFactory(koperasi=survivor, tahun_buku=2025, shu=None)
    RapatAnggotaFactory(koperasi=loser, tahun_buku=2025, shu=7)
    merged(survivor, loser)
    assert fresh(mine).shu == 7
    assert RapatAnggota.objects.filter(koperasi=survivor).count() == 1


def test_two_memberships_in_one_cooperative_become_one():
    survivor, loser = UsahaFactory.create_batch(2)
    koperasi = KoperasiFactory()
    for usaha in (survivor, loser):
        KeanggotaanFactory(usaha=usaha, koperasi=koperasi)
    merged(survivor, loser)
    assert Keanggotaan.objects.filter(usaha=survivor).count() == 1


def test_a_certificate_that_names_both_products_names_the_survivor_once():
    survivor, loser = ProdukFactory.create_batch(2)
    paper = SertifikatFactory(produk=[survivor, loser])
    merged(survivor, loser)
    assert list(paper.produk.filter(archived_at=None)) == [survivor]


def consent(owner, purpose="katalog", on=datetime.date(2026, 1, 5)):
    return Persetujuan.objects.create(pemilik=owner, purpose=purpose, channel="formulir", given_on=on)


def test_of_two_live_consents_to_one_purpose_the_survivors_stands_and_neither_is_rewritten():
    survivor, loser = PemilikFactory.create_batch(2)
    mine, other = consent(survivor), consent(loser, on=datetime.date(2026, 3, 1))
    merged(survivor, loser)
    assert (fresh(mine).pemilik, fresh(mine).given_on) == (survivor, datetime.date(2026, 1, 5))
    assert (fresh(other).pemilik, fresh(other).is_active) == (loser, True)


def test_a_later_no_outweighs_an_earlier_yes():
    """Whoever took the yes back at one counter did not mean the other card."""
    survivor, loser = PemilikFactory.create_batch(2)
    mine, other = consent(survivor), consent(loser)
    withdraw_consent(consent=other, by=UserFactory())
    merged(survivor, loser)
    assert not fresh(mine).is_active
    assert fresh(other).pemilik == survivor


def test_a_later_yes_outweighs_an_earlier_no():
    survivor, loser = PemilikFactory.create_batch(2)
    withdraw_consent(consent=consent(loser), by=UserFactory())
    mine = consent(survivor, on=timezone.localdate())
    merged(survivor, loser)
    assert fresh(mine).is_active


# --- who may, and when ---------------------------------------------------------------------------------


def test_a_record_cannot_be_merged_twice():
    survivor, loser, third = UsahaFactory.create_batch(3)
    by = UserFactory(role="Petugas", name="Rina Contoh")
    merged(survivor, loser, by=by)
    with pytest.raises(ValidationError, match="sudah digabungkan oleh Rina Contoh"):
        merged(third, loser)


def test_an_archived_record_is_not_merged():
    survivor, loser = UsahaFactory.create_batch(2)
    archive(record=loser, by=UserFactory())
    with pytest.raises(ValidationError, match="sudah diarsipkan"):
        merged(survivor, loser)


def test_a_record_that_somebody_changed_meanwhile_is_not_merged():
    survivor, loser = UsahaFactory.create_batch(2)
    with pytest.raises(ValidationError, match="diubah petugas lain"):
        actions.merge(
            kind=kinds()["usaha"], survivor=survivor.pk, loser=loser.pk, choices={}, rows={},
            versions={survivor.pk: "lama", loser.pk: "lama"}, reason="Uji", by=officer(),
        )  # fmt: skip
    assert fresh(loser).archived_at is None


@pytest.mark.parametrize("reach", [0, 1])
def test_only_who_reaches_both_may_merge(reach):
    places = KecamatanFactory.create_batch(2)
    survivor, loser = (UsahaFactory(desa=DesaFactory(kecamatan=place)) for place in places)
    with pytest.raises(PermissionDenied):
        merged(survivor, loser, by=officer(kecamatan=places[reach : reach + 1]))
    merged(survivor, loser, by=officer(kecamatan=places))


def test_who_only_reads_may_not_merge():
    survivor, loser = UsahaFactory.create_batch(2)
    with pytest.raises(PermissionDenied):
        merged(survivor, loser, by=UserFactory(role="Pejabat"))


def test_what_contradicts_itself_is_refused_whole():
    survivor = ProdukFactory(price=None, is_draft=True)
    loser = ProdukFactory(usaha=survivor.usaha)
    Produk.objects.filter(pk=survivor.pk).update(is_draft=False, satuan="")
    Produk.objects.filter(pk=loser.pk).update(satuan="")
    with pytest.raises(ValidationError):
        merged(fresh(survivor), fresh(loser))
    assert fresh(loser).archived_at is None
