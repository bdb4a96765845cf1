"""The desk's pages as officers of several kinds meet them."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from common.admin.versions import version_of
from duplicates.kind import kind_of
from duplicates.models import Merge, NotDuplicate, Pair, Sweep
from tests.duplicates.kembar import fresh, later, merged, swept
from tests.factories import (
    DataTahunanFactory,
    DesaFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, query_count, sign_in, words
from umkm.models import Usaha
from wilayah.models import Desa

pytestmark = pytest.mark.django_db
DESK = "/kantor/kembar/"
NIB = "1234567890123"
NIK = "7209990101900001"


def two(**shared):
    return UsahaFactory(name="Dapur Sitti", nib=NIB, **shared), UsahaFactory(
        name="Bengkel Halim", nib=NIB, **shared
    )


def address(one, other, page="compare"):
    return reverse(f"duplicates:{page}", args=[kind_of(type(one)).slug, one.pk, other.pk])


def post(client, one, other, step, **changes):
    """The compare page's form as it stands, then `changes`."""
    data = filled(client.get(address(one, other)))
    return client.post(address(one, other), data | {"langkah": step} | changes)


def merge_by_page(client, one, other, **changes):
    response = post(client, one, other, "periksa", **changes)
    return client.post(address(one, other), filled(response, reason="KTP sama"))


# --- the worklist --------------------------------------------------------------------------------


def test_a_pair_is_told_with_both_names_its_reason_and_its_rank(client):
    two()
    swept()
    sign_in(client)
    text = words(client.get(DESK))
    assert re.search(r"Sedang NIB sama .*Dapur Sitti.*Bengkel Halim", text)
    assert "1 pasangan" in text


def test_the_worklist_never_sweeps(client, django_assert_max_num_queries, same_minute):
    two()
    sign_in(client)
    assert "Belum pernah dicari" in words(client.get(DESK))
    assert not Pair.objects.exists()


def test_the_page_says_when_it_was_last_swept_and_lets_staff_start_it(client):
    two()
    user = sign_in(client)
    text = words(client.post(f"{DESK}cari/", follow=True))
    assert "Terakhir dicari" in text
    assert "NIB sama" in text
    assert Sweep.objects.get().officer == user


def test_a_second_search_waits_for_the_first(client):
    sign_in(client)
    Sweep.objects.create()
    page = client.post(f"{DESK}cari/", follow=True)
    assert "Pencarian lain sedang berjalan" in words(page)
    assert "Sedang mencari" in words(page)
    assert Sweep.objects.count() == 1


def test_pairs_are_sorted_into_nouns_and_counted(client):
    two()
    PemilikFactory.create_batch(2, name="Aminah", desa=DesaFactory())
    swept()
    swept("pemilik")
    sign_in(client)
    text = words(client.get(DESK, {"jenis": "pemilik"}))
    assert "1 Usaha 1 Pemilik usaha 0 Koperasi 0 Produk" in text
    assert "Nama sama di desa yang sama" in text
    assert "Bengkel Halim" not in text


@pytest.mark.parametrize(
    ("chosen", "is_found"),
    [
        ({"sebab": "nib"}, True),
        ({"sebab": "telepon"}, False),
        ({"peringkat": "2"}, True),
        ({"peringkat": "3"}, False),
        ({"kecamatan": "togean"}, True),
        ({"kecamatan": "ratolindo"}, False),
        ({"sebab": "zzz", "hal": "zzz"}, True),
    ],
)
def test_filters_stand_as_chips(client, chosen, is_found):
    two(desa=Desa.objects.filter(kecamatan__slug="togean").first())
    swept()
    sign_in(client)
    response = client.get(DESK, chosen)
    assert ("Bengkel Halim" in words(response)) == is_found
    assert ("Hapus saringan" in words(response)) == ("hal" not in chosen)


def test_officers_of_one_kecamatan_see_the_pairs_of_that_kecamatan(client):
    place = KecamatanFactory()
    one, other = two(desa=DesaFactory(kecamatan=place))
    swept()
    sign_in(client, kecamatan=[place])
    assert "Bengkel Halim" in words(client.get(DESK))
    Usaha.objects.filter(pk=other.pk).update(desa=DesaFactory())
    assert "Bengkel Halim" not in words(client.get(DESK))
    assert client.get(address(one, other)).status_code == 404
    assert client.post(address(one, other, "tell_apart")).status_code == 404


def test_a_long_list_goes_on_page_by_page(client):
    owner = PemilikFactory()
    UsahaFactory.create_batch(9, name="Sinar Laut", pemilik=owner)
    swept()
    sign_in(client)
    response = client.get(DESK)
    assert "36 pasangan" in words(response)
    following = re.search(r'rel="next" href="([^"]+)"', response.content.decode())[1].replace("&amp;", "&")
    assert response.content.decode().count("Bandingkan<") == 24
    assert client.get(DESK + following).content.decode().count("Bandingkan<") == 12


def test_a_longer_list_asks_the_database_no_more(client):
    owner = PemilikFactory()
    UsahaFactory.create_batch(2, name="Sinar Laut", pemilik=owner)
    swept()
    sign_in(client)
    few = query_count(client, DESK)
    for _ in range(4):
        UsahaFactory(name="Sinar Laut", pemilik=owner)
    swept()
    assert query_count(client, DESK) == few


def test_no_number_of_a_person_stands_on_the_desk(client):
    owners = [PemilikFactory(name="Aminah", nik=NIK, phone="+6281299998888", desa=DesaFactory())]
    owners.append(PemilikFactory(name="Aminah", phone="+6281299998888", desa=owners[0].desa))
    swept("pemilik")
    sign_in(client)
    for page in (f"{DESK}?jenis=pemilik", address(*owners)):
        text = client.get(page).content.decode()
        assert NIK not in text
        assert "0001" in text
    assert "99998888" not in client.get(f"{DESK}?jenis=pemilik").content.decode()


# --- side by side -----------------------------------------------------------------------------------


def test_two_records_stand_side_by_side_with_what_is_beneath(client):
    one, other = two()
    ProdukFactory.create_batch(3, usaha=one)
    SertifikatFactory(usaha=one)
    sign_in(client)
    text = words(client.get(address(one, other)))
    assert "1 sertifikat, 3 produk" in text
    assert "Isian yang berbeda" in text
    assert "isian sama pada keduanya" in text


def test_more_beneath_asks_the_database_no_more(client):
    one, other = two()
    ProdukFactory(usaha=one)
    for year in (2023, 2024):
        DataTahunanFactory(usaha=one, tahun=year)
        DataTahunanFactory(usaha=other, tahun=year, penjualan_tahunan=1)
    sign_in(client)
    few = query_count(client, address(one, other))
    ProdukFactory.create_batch(5, usaha=one)
    DataTahunanFactory(usaha=one, tahun=2025)
    DataTahunanFactory(usaha=other, tahun=2025, penjualan_tahunan=1)
    assert query_count(client, address(one, other)) == few


def test_without_the_right_to_personal_data_only_the_difference_is_told(client):
    user = UserFactory(is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["change_usaha", "view_usaha"]))
    client.force_login(user)
    one, other = UsahaFactory(address="Jalan Rahasia 1"), UsahaFactory(address="Jalan Rahasia 2")
    DataTahunanFactory(usaha=one, penjualan_tahunan=11_111_111)
    DataTahunanFactory(usaha=other, penjualan_tahunan=22_222_222)
    text = words(client.get(address(one, other)))
    assert "(disembunyikan)" in text
    assert "Rahasia" not in text
    assert "11.111.111" not in text


def test_a_pair_that_does_not_exist_is_not_found(client):
    one, _ = two()
    sign_in(client)
    for first, second in ((one.pk, one.pk), (one.pk, 99_999_999)):
        assert client.get(reverse("duplicates:compare", args=["usaha", first, second])).status_code == 404
    assert client.get(f"{DESK}kapal/1/2/").status_code == 404


def test_two_people_are_warned_of(client):
    owners = PemilikFactory(nik=NIK), PemilikFactory(nik="7209990101900002")
    sign_in(client)
    assert "NIK KTP keduanya berbeda" in words(client.get(address(*owners)))


# --- merging ------------------------------------------------------------------------------------------


def test_an_officer_chooses_checks_and_merges(client):
    one, other = two()
    ProdukFactory.create_batch(2, usaha=other)
    sign_in(client)
    response = post(client, one, other, "periksa", **{"kept": "first", "isian-name": "second"})
    text = words(response)
    assert "Ikut pindah: 2 produk" in text
    assert re.search(r"Isiannya menjadi.*Nama usaha *Bengkel Halim", text)
    assert fresh(other).archived_at is None
    response = client.post(address(one, other), filled(response, reason="KTP sama"), follow=True)
    assert "Keduanya sudah menjadi satu" in words(response)
    one.refresh_from_db()
    assert (one.name, one.produk_set.count(), fresh(other).is_archived) == ("Bengkel Halim", 2, True)


def test_the_second_of_two_can_be_kept_and_the_rest_reads_the_same(client):
    one, other = two()
    sign_in(client)
    merge_by_page(client, one, other, **{"kept": "second", "isian-name": "first"})
    merge = Merge.objects.get()
    assert (merge.survivor, merge.loser) == (other.pk, one.pk)
    assert fresh(other).name == "Dapur Sitti"


def test_of_two_figures_the_chosen_ones_are_kept(client):
    one, other = two()
    mine = DataTahunanFactory(usaha=one, tahun=2024, penjualan_tahunan=10)
    DataTahunanFactory(usaha=other, tahun=2024, penjualan_tahunan=20)
    sign_in(client)
    data = filled(client.get(address(one, other)))
    (name,) = (name for name in data if name.startswith("umkm.datatahunan"))
    merge_by_page(client, one, other, kept="first", **{name: "second"})
    assert fresh(mine).penjualan_tahunan == 20


def test_a_reason_is_asked_for_and_nothing_is_lost_meanwhile(client):
    one, other = two()
    sign_in(client)
    response = post(client, one, other, "periksa", **{"isian-name": "second"})
    response = client.post(address(one, other), filled(response, reason=""))
    assert "Tuliskan alasannya" in words(response)
    assert filled(response)["isian-name"] == "second"
    assert not Merge.objects.exists()


@pytest.mark.parametrize("step", ["periksa", "gabung"])
def test_a_change_in_between_is_told_and_the_choices_stay(client, step):
    one, other = two()
    sign_in(client)
    data = filled(client.get(address(one, other)))
    Usaha.objects.get(pk=other.pk).save()
    changes = {"langkah": step, "isian-name": "second", "reason": "KTP sama"}
    response = client.post(address(one, other), data | changes)
    assert "“Bengkel Halim” diubah petugas lain" in words(response)
    assert filled(response)["isian-name"] == "second"
    assert filled(response)["version_second"] == version_of(fresh(other))
    assert not Merge.objects.exists()


def test_whoever_comes_second_is_led_to_the_merge(client):
    one, other = two()
    sign_in(client)
    data = filled(client.get(address(one, other))) | {"langkah": "gabung", "reason": "KTP sama"}
    merge = merged(one, other)
    response = client.post(address(one, other), data)
    assert response["Location"] == merge.get_absolute_url()


@pytest.mark.parametrize(
    "sent", [{}, {"langkah": "gabung"}, {"langkah": "gabung", "kept": "ketiga", "reason": "x"}]
)
def test_half_a_form_merges_nothing(client, sent):
    one, other = two()
    sign_in(client)
    assert client.post(address(one, other), sent).status_code == 200
    assert not Merge.objects.exists()


def test_the_result_tells_what_followed_and_can_be_undone(client):
    one, other = two()
    ProdukFactory(usaha=other)
    sign_in(client)
    page = merge_by_page(client, one, other, kept="first")["Location"]
    assert "Ikut pindah: 1 produk" in words(client.get(page))
    assert "Ya, urungkan" in client.get(f"{page}urungkan/").content.decode()
    assert "kembali seperti semula" in words(client.post(f"{page}urungkan/", follow=True))
    assert not fresh(other).is_archived


def test_an_undo_that_comes_too_late_says_what_was_changed(client):
    one, other = two()
    merge = merged(one, other)

    def rename():
        Usaha.objects.filter(pk=one.pk).update(name="Dapur Baru")

    later(rename)
    sign_in(client)
    for ask in (client.get, client.post):
        text = words(ask(f"{merge.get_absolute_url()}urungkan/"))
        assert "Usaha “Dapur Baru” diubah sesudah penggabungan" in text
    assert fresh(other).is_archived


def test_merges_are_listed_within_reach(client):
    place = KecamatanFactory()
    one, other = two(desa=DesaFactory(kecamatan=place))
    merge = merged(one, other)
    sign_in(client, kecamatan=[place])
    assert "Bengkel Halim → Dapur Sitti" in words(client.get(f"{DESK}gabungan/"))
    sign_in(client, kecamatan=[KecamatanFactory()])
    assert "Belum ada penggabungan" in words(client.get(f"{DESK}gabungan/"))
    assert client.get(merge.get_absolute_url()).status_code == 404


# --- not duplicates --------------------------------------------------------------------------------------


def test_a_pair_told_apart_is_never_proposed_again(client):
    one, other = two()
    swept()
    sign_in(client)
    response = client.post(address(one, other, "tell_apart"), follow=True)
    assert "tidak diajukan lagi" in words(response)
    swept()
    assert "Tidak ada usaha yang tampak tercatat dua kali" in words(client.get(DESK))


def test_who_told_them_apart_is_remembered_and_it_can_be_taken_back(client):
    one, other = two()
    swept()
    user = sign_in(client)
    client.post(address(one, other, "tell_apart"))
    client.post(address(other, one, "tell_apart"))
    told = NotDuplicate.objects.get()
    assert f"{user}" in words(client.get(f"{DESK}bukan/"))
    assert "ditandai bukan duplikat" in words(client.get(address(one, other)))
    client.post(f"{DESK}bukan/{told.pk}/tarik/")
    assert "Bengkel Halim" in words(client.get(DESK))


# --- the way there ---------------------------------------------------------------------------------------


def test_the_desk_stands_in_the_menu_of_those_who_may_merge(client):
    sign_in(client)
    assert f'href="{DESK}"' in client.get("/kantor/").content.decode()
    sign_in(client, "Pejabat")
    assert f'href="{DESK}"' not in client.get("/kantor/").content.decode()
    assert client.get(DESK).status_code == 403


def test_cooperatives_and_products_have_their_desk_too(client):
    sign_in(client)
    for pair in (KoperasiFactory.create_batch(2), ProdukFactory.create_batch(2, usaha=UsahaFactory())):
        merge_by_page(client, *pair, kept="first")
        assert fresh(pair[1]).is_archived
