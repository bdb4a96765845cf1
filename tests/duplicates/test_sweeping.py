"""Every reason for which two records may be one, and what is no reason."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from common.states import archive
from duplicates import actions, tasks
from duplicates.kind import MOST_SHARING, kinds
from duplicates.models import Pair, Sweep, SweepState
from duplicates.sweeping import sweep
from tests.duplicates.kembar import officer, reasons, swept
from tests.factories import (
    DesaFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)
from umkm.models import Kbli, Usaha

pytestmark = pytest.mark.django_db
NIB = "1234567890123"
STRONG, MEDIUM, WEAK = "Kuat", "Sedang", "Lemah"


def two(**shared):
    """Two businesses of two people, of names that have nothing in common."""
    return UsahaFactory(name="Dapur Sitti", **shared), UsahaFactory(name="Bengkel Halim", **shared)


# --- businesses ---------------------------------------------------------------------------------


def test_two_businesses_that_share_nothing_are_no_pair():
    two()
    assert reasons() == {}


def test_similar_names_of_one_owner():
    owner = PemilikFactory(with_nik=True)
    UsahaFactory(name="UD. Sinar Laut", pemilik=owner)
    UsahaFactory(name="Sinar-Laut", pemilik=owner)
    assert reasons() == {"pemilik-nama": STRONG}


def test_one_owner_with_two_businesses_is_not_proposed_merely_for_the_nik():
    """One person, one NIB, one number, one KBLI, one desa: two businesses all the same."""
    two(
        pemilik=PemilikFactory(with_nik=True), nib=NIB, whatsapp="+6281211112222", desa=DesaFactory(),
        kbli=Kbli.objects.first(),
    )  # fmt: skip
    assert reasons() == {}


def test_one_owner_one_nib_one_kbli_and_one_address():
    shared = {
        "nib": NIB,
        "kbli": Kbli.objects.first(),
        "address": "Jalan Contoh No. 1",
        "desa": DesaFactory(),
    }
    two(pemilik=PemilikFactory(), **shared)
    assert reasons() == {"nib-kbli": STRONG}


def test_one_nib_and_kbli_of_two_owners():
    two(nib=NIB, kbli=Kbli.objects.first())
    assert reasons() == {"nib": STRONG, "nib-kbli": STRONG}


def test_one_nib_and_address_of_two_owners_however_the_address_is_written():
    desa = DesaFactory()
    UsahaFactory(name="Dapur Sitti", nib=NIB, address="Jalan Contoh No. 1", desa=desa)
    UsahaFactory(name="Bengkel Halim", nib=NIB, address="jalan contoh no 1", desa=desa)
    assert reasons() == {"nib": STRONG, "nib-alamat": STRONG}


def test_one_dusun_in_two_desa_is_two_addresses():
    two(nib=NIB, address="Dusun II")
    assert reasons() == {"nib": MEDIUM}


def test_what_a_stronger_reason_says_already_is_not_said_twice():
    two(nib=NIB, kbli=Kbli.objects.first())
    assert [pair.reason_words for pair in swept()] == [["NIB dan KBLI sama"]]


def test_one_nib_alone_is_a_hint():
    two(nib=NIB)
    assert reasons() == {"nib": MEDIUM}


def test_one_number_of_two_businesses():
    two(whatsapp="+6281211112222")
    assert reasons() == {"telepon": MEDIUM}


def test_a_business_without_a_number_goes_by_its_owners():
    UsahaFactory(name="Dapur Sitti", pemilik=PemilikFactory(phone="+6281211112222"))
    UsahaFactory(name="Bengkel Halim", whatsapp="+6281211112222")
    assert reasons() == {"telepon": MEDIUM}


def test_a_number_that_many_share_says_nothing():
    """The number of whoever filled in the forms."""
    for index in range(MOST_SHARING + 1):
        UsahaFactory(name=f"{'abcdefghijkl'[index] * 9}", whatsapp="+6281211112222")
    assert swept() == []


def test_one_name_in_one_desa_whatever_its_legal_form():
    desa = DesaFactory()
    UsahaFactory(name="CV Sinar Laut", desa=desa, pemilik=PemilikFactory(with_nik=True))
    UsahaFactory(name="Sinar Laut", desa=desa, pemilik=PemilikFactory(with_nik=True))
    assert reasons() == {"nama-desa": MEDIUM}


def test_similar_names_in_one_desa():
    desa = DesaFactory()
    UsahaFactory(name="Warung Sinar Laut", desa=desa)
    UsahaFactory(name="Warung Sinar Laot", desa=desa)
    assert reasons() == {"mirip-desa": WEAK}


def test_similar_names_in_one_desa_are_two_where_the_owners_are_two_people():
    desa = DesaFactory()
    UsahaFactory(name="Warung Sinar Laut", desa=desa, pemilik=PemilikFactory(with_nik=True))
    UsahaFactory(name="Warung Sinar Laot", desa=desa, pemilik=PemilikFactory(with_nik=True))
    assert reasons() == {}


@pytest.mark.parametrize(
    ("names", "owners"),
    [
        (("Dapur Aminah", "Dapur Aminah Jaya"), ("Hj. Sitti Aminah", "Siti Aminah")),
        (("Dapur Sitti", "Dapur Siti"), ("Aminah Djafar", "Aminah Djafri")),
    ],
)
def test_similar_names_of_business_and_owner_in_one_kecamatan(names, owners):
    kecamatan = KecamatanFactory()
    for name, owner in zip(names, owners, strict=True):
        UsahaFactory(name=name, desa=DesaFactory(kecamatan=kecamatan), pemilik__name=owner)
    assert reasons() == {"mirip-kecamatan": WEAK}


def test_similar_names_in_two_kecamatan_are_no_pair():
    for name in ("Dapur Sitti", "Dapur Siti"):
        UsahaFactory(name=name, pemilik__name="Siti Aminah")
    assert reasons() == {}


def test_archived_businesses_are_left_alone():
    one, _ = two(nib=NIB)
    archive(record=one, by=UserFactory())
    assert reasons() == {}


def test_the_surest_pair_stands_first():
    UsahaFactory(name="Aaa", whatsapp="+6281211112222")
    UsahaFactory(name="Bbb", whatsapp="+6281211112222")
    owner = PemilikFactory()
    UsahaFactory.create_batch(2, name="Sinar Laut", pemilik=owner)
    swept()
    assert [pair.reasons for pair in Pair.objects.order_by("-weight", "-id")] == [
        ["pemilik-nama"],
        ["telepon"],
    ]


# --- owners ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"name": "Aminah"}, {"name": "Budi"}, {}),
        ({"name": "Aminah", "phone": "+62812"}, {"name": "Budi", "phone": "+62812"}, {"telepon": MEDIUM}),
        (
            {"name": "Aminah", "phone": "+62812", "nik": "7209990101900001"},
            {"name": "Aminah", "phone": "+62812", "nik": "7209990101900002"},
            {},
        ),
    ],
)
def test_owners_by_number(one, other, found):
    PemilikFactory(**one)
    PemilikFactory(**other)
    assert reasons("pemilik") == found


def test_owners_of_one_name_in_one_desa_whatever_their_titles():
    desa = DesaFactory()
    PemilikFactory(name="Hj. Aminah Djafar, S.Pd.", desa=desa)
    PemilikFactory(name="aminah jafar", desa=desa)
    assert reasons("pemilik") == {"nama-desa": MEDIUM}


def test_owners_of_similar_names_in_one_desa():
    desa = DesaFactory()
    PemilikFactory(name="Aminah Djafar", desa=desa)
    PemilikFactory(name="Aminah Djafri", desa=desa)
    assert reasons("pemilik") == {"mirip-desa": WEAK}


def test_owners_of_one_name_in_one_kecamatan():
    kecamatan = KecamatanFactory()
    for name in ("Hj. Aminah Djafar", "Aminah Jafar"):
        PemilikFactory(name=name, desa=DesaFactory(kecamatan=kecamatan))
    assert reasons("pemilik") == {"mirip-kecamatan": WEAK}


def test_owners_of_similar_names_born_on_one_day():
    for name in ("Aminah Djafar", "Aminah Djafri"):
        PemilikFactory(name=name, tanggal_lahir=datetime.date(1990, 3, 12))
    assert reasons("pemilik") == {"nama-lahir": MEDIUM}


def test_owners_of_one_name_born_on_two_days_are_two():
    desa = DesaFactory()
    for day in (12, 13):
        PemilikFactory(name="Aminah", desa=desa, tanggal_lahir=datetime.date(1990, 3, day))
    assert reasons("pemilik") == {}


# --- cooperatives and products ------------------------------------------------------------------------


def test_cooperatives_of_one_deed_however_it_is_written():
    KoperasiFactory(name="Nelayan", nomor_badan_hukum="AHU-0001234.AH.01.26")
    KoperasiFactory(name="Petani", nomor_badan_hukum="ahu 0001234 ah 01 26")
    assert reasons("koperasi") == {"badan-hukum": STRONG}


@pytest.mark.parametrize(("name", "value", "reason"), [("nib", NIB, "nib"), ("phone", "+62812", "telepon")])
def test_cooperatives_of_one_number(name, value, reason):
    KoperasiFactory(**{"name": "Nelayan", name: value})
    KoperasiFactory(**{"name": "Petani", name: value})
    assert reasons("koperasi") == {reason: MEDIUM}


def test_cooperatives_of_one_name_in_one_desa_whatever_their_kind():
    desa = DesaFactory()
    KoperasiFactory(name="Koperasi Serba Usaha Mekar Sari", desa=desa)
    KoperasiFactory(name="KSU Mekar Sari", desa=desa)
    assert reasons("koperasi") == {"nama-desa": MEDIUM}


def test_cooperatives_of_similar_names_in_a_desa_and_in_a_kecamatan():
    desa = DesaFactory()
    KoperasiFactory(name="Mekar Sari Bahari", desa=desa)
    KoperasiFactory(name="Mekar Sari Baharu", desa=desa)
    assert reasons("koperasi") == {"mirip-desa": WEAK}
    KoperasiFactory(name="Mekar Sari Bahara", desa=DesaFactory(kecamatan=desa.kecamatan))
    assert sorted(pair.reasons for pair in swept("koperasi")) == [
        ["mirip-desa"], ["mirip-kecamatan"], ["mirip-kecamatan"],
    ]  # fmt: skip


def test_a_desa_has_one_koperasi_merah_putih():
    desa = DesaFactory()
    KoperasiFactory(name="KDMP Sumoli", kelompok="kdmp", desa=desa)
    KoperasiFactory(name="Kopdes Bonebobakal", kelompok="kdmp", desa=desa)
    assert reasons("koperasi") == {"merah-putih": MEDIUM}


def test_two_nik_koperasi_are_two_cooperatives():
    desa = DesaFactory()
    KoperasiFactory(name="Mekar Sari", nik_koperasi="7209010010001", desa=desa)
    KoperasiFactory(name="Mekar Sari", nik_koperasi="7209010010002", desa=desa)
    assert reasons("koperasi") == {}


def test_products_of_one_name_or_nearly_one_from_one_seller():
    seller = UsahaFactory()
    ProdukFactory.create_batch(2, name="Abon Cakalang", usaha=seller)
    ProdukFactory(name="Abon Cakalang", usaha=UsahaFactory())
    assert reasons("produk") == {"produk-sama": MEDIUM}


def test_products_told_apart_by_their_size_are_two():
    seller = UsahaFactory()
    for size in (100, 250):
        ProdukFactory(name=f"Abon Cakalang {size} gram", usaha=seller)
    assert reasons("produk") == {}


def test_products_of_nearly_one_name():
    seller = UsahaFactory()
    for name in ("Keripik Pisang Manis", "Kripik Pisang Manis"):
        ProdukFactory(name=name, usaha=seller)
    assert reasons("produk") == {"produk-mirip": WEAK}


# --- what changed since -------------------------------------------------------------------------------


def test_a_later_sweep_looks_only_at_what_changed():
    two(nib=NIB)
    third = UsahaFactory(name="Anyaman Dewi")
    kind = kinds()["usaha"]
    assert sweep(kind, None) == {"dilihat": 3, "pasangan": 1}
    assert sweep(kind, timezone.now() + datetime.timedelta(days=1)) == {"dilihat": 0, "pasangan": 1}
    Usaha.objects.filter(pk=third.pk).update(nib=NIB)
    changed = type("Changed", (type(kind),), {"changed": lambda self, since: [_key(third)]})()
    assert sweep(changed, timezone.now()) == {"dilihat": 1, "pasangan": 3}


def _key(record):
    return Usaha.objects.filter(pk=record.pk).values_list("pk")


def test_a_pair_leaves_the_list_with_its_reason():
    one, _ = two(nib=NIB)
    swept()
    Usaha.objects.filter(pk=one.pk).update(nib="")
    assert swept(since=timezone.now() - datetime.timedelta(hours=1)) == []


def test_a_business_counts_as_changed_with_its_owner():
    one, _ = two()
    before = timezone.now() + datetime.timedelta(seconds=1)
    keys = {key for rows in kinds()["usaha"].changed(before) for (key,) in rows}
    assert keys == set()
    keys = {key for rows in kinds()["usaha"].changed(before - datetime.timedelta(days=1)) for (key,) in rows}
    assert one.pk in keys


def test_the_command_sweeps_every_noun(capsys):
    two(nib=NIB)
    call_command("sweep_duplicates")
    assert "1  pasangan usaha, 2 diperiksa" in capsys.readouterr().out
    assert Sweep.objects.get().state == SweepState.DONE


def test_a_failed_search_is_told_and_the_next_one_begins_where_the_last_finished_one_began(monkeypatch):
    actions.ask_for_sweep(by=officer())
    done = tasks.newest_done()

    def fail(kind, since):
        raise RuntimeError(NIB)

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "sweep", fail)
        actions.ask_for_sweep(by=officer())
    assert Sweep.objects.order_by("-id").first().state == SweepState.FAILED
    assert tasks.newest_done() == done
    assert tasks._since(Sweep()) < done.started_at
