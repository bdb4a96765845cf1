"""The cooperative's screens, as a clerk uses them."""

import datetime

import pytest
import time_machine

from koperasi.models import Keanggotaan, Koperasi, Pengurus, RapatAnggota
from tests.factories import (
    DesaFactory,
    KeanggotaanFactory,
    KoperasiFactory,
    RapatAnggotaFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "koperasi_koperasi"


def add(client, **changes):
    page = client.get(url(NOUN, "add"))
    return client.post(url(NOUN, "add"), filled(page, **changes))


def change(client, koperasi, **changes):
    address = url(NOUN, "change", koperasi.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


def whole(desa, **changes):
    return {
        "name": "Koperasi Nelayan Una-Una",
        "jenis": "produsen",
        "bentuk": "primer_kabupaten",
        "desa": desa.pk,
    } | changes


def press(client, koperasi, deed):
    return client.post(url(NOUN, "state", koperasi.pk), {"deed": deed}, follow=True)


def test_a_clerk_registers_a_cooperative_with_its_people_meeting_and_members(client):
    sign_in(client)
    desa, usaha = DesaFactory(), UsahaFactory()
    answer = add(
        client,
        **whole(desa, phone="0812-3456-7890", tanggal_badan_hukum="6 Juli 2018"),
        **{
            "pengurus_set-TOTAL_FORMS": "1",
            "pengurus_set-0-jabatan": "ketua",
            "pengurus_set-0-name": "Hj. Aminah",
            "rapatanggota_set-TOTAL_FORMS": "1",
            "rapatanggota_set-0-tahun_buku": "2025",
            "rapatanggota_set-0-held_on": "14/3/2026",
            "rapatanggota_set-0-modal_sendiri": "Rp 120.000.000",
            "rapatanggota_set-0-shu": "-5.000.000",
            "keanggotaan_set-TOTAL_FORMS": "1",
            "keanggotaan_set-0-usaha": usaha.pk,
            "keanggotaan_set-0-peran": "pemasok",
        },
    )
    assert answer.status_code == 302
    koperasi = Koperasi.objects.get()
    assert (koperasi.slug, koperasi.state, koperasi.phone) == (
        "koperasi-nelayan-una-una",
        "menunggu",
        "+6281234567890",
    )
    assert koperasi.tanggal_badan_hukum == datetime.date(2018, 7, 6)
    assert Pengurus.objects.get().name == "Hj. Aminah"
    rat = RapatAnggota.objects.get()
    assert (rat.modal_sendiri, rat.shu) == (120_000_000, -5_000_000)
    assert Keanggotaan.objects.get().usaha == usaha


def test_a_draft_may_have_holes(client):
    sign_in(client)
    assert add(client, name="Koperasi Setengah Jadi", _draft="1").status_code == 302
    assert Koperasi.objects.get().is_draft


def test_a_saved_record_without_desa_is_refused_at_the_field(client):
    sign_in(client)
    answer = add(client, name="Koperasi Setengah Jadi")
    assert "Desa/kelurahan: Wajib diisi. Bila datanya belum lengkap" in words(answer)
    assert 'value="Koperasi Setengah Jadi"' in answer.content.decode()


def test_a_nik_koperasi_of_another_names_its_owner_at_the_field(client):
    sign_in(client)
    KoperasiFactory(name="Koperasi Lama", nik_koperasi="7209030220001")
    answer = add(client, **whole(DesaFactory(), nik_koperasi="7209.0302.20001"))
    assert "NIK Koperasi: NIK Koperasi ini sudah tercatat pada Koperasi Lama." in words(answer)


def test_a_resembling_cooperative_is_asked_about_once(client):
    sign_in(client)
    old = KoperasiFactory(name="KUD Nelayan Una-Una")
    answer = add(client, **whole(old.desa))
    assert "nama mirip di desa yang sama" in words(answer)
    confirmed = client.post(url(NOUN, "add"), filled(answer, _berbeda="1"))
    assert confirmed.status_code == 302
    assert Koperasi.objects.count() == 2


# --- the telephone ----------------------------------------------------------------------------


def test_the_number_shows_only_after_the_chairperson_agreed(client):
    clerk = sign_in(client)
    koperasi = KoperasiFactory(phone="+6281234567890")
    assert koperasi.public_phone == ""
    page = press(client, koperasi, "consent_phone")
    koperasi.refresh_from_db()
    assert koperasi.public_phone == "+6281234567890"
    assert koperasi.phone_consented_by == clerk
    assert f"dicatat oleh {clerk.name}" in words(page)


def test_the_consent_can_be_withdrawn(client):
    clerk = sign_in(client)
    agreed = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    koperasi = KoperasiFactory(phone="+6281234567890", phone_consented_at=agreed, phone_consented_by=clerk)
    press(client, koperasi, "withdraw_phone")
    koperasi.refresh_from_db()
    assert koperasi.public_phone == ""


def test_a_button_pressed_twice_does_no_harm(client):
    sign_in(client)
    koperasi = KoperasiFactory(phone="+6281234567890")
    press(client, koperasi, "consent_phone")
    assert "Sudah dilakukan, atau tidak lagi berlaku." in words(press(client, koperasi, "consent_phone"))


def test_a_new_number_needs_a_new_consent(client):
    clerk = sign_in(client)
    agreed = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    koperasi = KoperasiFactory(phone="+6281234567890", phone_consented_at=agreed, phone_consented_by=clerk)
    page = change(client, koperasi, phone="081299998888")
    koperasi.refresh_from_db()
    assert (koperasi.phone, koperasi.public_phone) == ("+6281299998888", "")
    assert "Catat izin untuk nomor yang baru" in words(page)


def test_saving_with_the_same_number_keeps_the_consent(client):
    clerk = sign_in(client)
    agreed = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    koperasi = KoperasiFactory(phone="+6281234567890", phone_consented_at=agreed, phone_consented_by=clerk)
    change(client, koperasi, phone="0812 3456 7890", sektor="Perikanan")
    koperasi.refresh_from_db()
    assert (koperasi.sektor, koperasi.public_phone) == ("Perikanan", "+6281234567890")


@pytest.mark.parametrize("page", ["change", "history"])
def test_an_official_does_not_read_the_numbers(client, page):
    sign_in(client, "Pejabat")
    koperasi = KoperasiFactory(phone="+6281234567890", email="ketua@contoh.id")
    Pengurus.objects.create(koperasi=koperasi, jabatan="ketua", name="Ketua Uji", phone="+6281277776666")
    text = words(client.get(url(NOUN, page, koperasi.pk)))
    assert "Koperasi Uji" in text
    assert not [secret for secret in ("1234567890", "77776666", "ketua@contoh.id") if secret in text]


# --- active or not ----------------------------------------------------------------------------


@time_machine.travel("2026-11-24 12:00 +0800")
def test_the_rule_says_why_a_cooperative_counts_as_active(client):
    sign_in(client)
    koperasi = RapatAnggotaFactory(tahun_buku=2025).koperasi
    page = words(client.get(url(NOUN, "change", koperasi.pk)))
    assert "Aktif: RAT terakhir untuk tahun buku 2025, dan batas RAT berikutnya belum lewat." in page


def test_a_reader_sees_years_and_dates_as_a_letter_writes_them(client):
    sign_in(client, role="Pejabat")
    koperasi = RapatAnggotaFactory(tahun_buku=2025, held_on=datetime.date(2026, 8, 17)).koperasi
    page = words(client.get(url(NOUN, "change", koperasi.pk)))
    assert "2.025" not in page
    assert "Tahun buku: 2025" in page
    assert "17 Agustus 2026" in page


@time_machine.travel("2026-11-24 12:00 +0800")
def test_a_word_against_the_rule_is_pointed_out(client):
    sign_in(client)
    koperasi = RapatAnggotaFactory(tahun_buku=2022, koperasi__is_active_declared=True).koperasi
    page = words(client.get(url(NOUN, "change", koperasi.pk)))
    assert "Petugas menyatakan “aktif”, tetapi menurut aturan RAT: Tidak aktif" in page
    assert "RAT 3 tahun buku berturut-turut terlewat" in page


@pytest.mark.parametrize(("sent", "kept"), [("", None), ("True", True), ("False", False)])
def test_the_officers_word_is_yes_no_or_none(client, sent, kept):
    sign_in(client)
    koperasi = KoperasiFactory()
    change(client, koperasi, is_active_declared=sent)
    koperasi.refresh_from_db()
    assert koperasi.is_active_declared is kept


def test_a_balance_that_does_not_add_up_is_a_warning_and_not_a_refusal(client):
    sign_in(client)
    koperasi = RapatAnggotaFactory(tahun_buku=2025, modal_sendiri=100, modal_luar=20, aset=150).koperasi
    page = words(client.get(url(NOUN, "change", koperasi.pk)))
    assert "RAT tahun buku 2025: Aset tidak sama dengan modal sendiri ditambah modal luar." in page


def test_a_second_rat_of_the_same_book_year_is_refused_kindly(client):
    sign_in(client)
    koperasi = RapatAnggotaFactory(tahun_buku=2025).koperasi
    page = change(
        client,
        koperasi,
        **{"rapatanggota_set-TOTAL_FORMS": "2", "rapatanggota_set-1-tahun_buku": "2025"},
    )
    assert koperasi.rapatanggota_set.count() == 1
    assert "2025" in words(page)
    assert "Ada yang perlu diperbaiki" in words(page)


# --- who may ----------------------------------------------------------------------------------


def test_a_verifier_publishes_and_a_clerk_does_not(client):
    koperasi = KoperasiFactory()
    sign_in(client, "Petugas")
    change(client, koperasi, _publish="1")
    koperasi.refresh_from_db()
    assert koperasi.state == "menunggu"
    verifier = sign_in(client, "Verifikator")
    change(client, koperasi, _publish="1")
    koperasi.refresh_from_db()
    assert (koperasi.state, koperasi.is_listed, koperasi.verified_by) == ("tayang", True, verifier)


@pytest.mark.parametrize("page", ["change", "history"])
def test_a_cooperative_outside_the_officers_kecamatan_is_not_found(client, page):
    koperasi = KoperasiFactory()
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    assert client.get(url(NOUN, page, koperasi.pk)).status_code == 404


def test_buttons_do_not_reach_outside_the_officers_kecamatan(client):
    koperasi = KoperasiFactory(phone="+6281234567890")
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    assert press(client, koperasi, "consent_phone").status_code == 404
    koperasi.refresh_from_db()
    assert koperasi.phone_consented_at is None


def test_a_choice_box_names_the_desa(client):
    sign_in(client)
    koperasi = KoperasiFactory(name="KUD Tani")
    query = {"term": "tani", "app_label": "produk", "model_name": "produk", "field_name": "koperasi"}
    offered = client.get("/kantor/autocomplete/", query).json()["results"]
    assert [row["text"] for row in offered] == [f"KUD Tani, {koperasi.desa}"]


def test_the_list_shows_only_the_officers_kecamatan(client):
    mine, other = KoperasiFactory(name="Koperasi Dekat"), KoperasiFactory(name="Koperasi Jauh")
    sign_in(client, kecamatan=[mine.desa.kecamatan])
    text = words(client.get(url(NOUN, "changelist")))
    assert mine.name in text
    assert other.name not in text


# --- cost and nonsense --------------------------------------------------------------------------


def test_the_list_costs_the_same_for_one_row_and_for_many(client):
    sign_in(client)
    RapatAnggotaFactory()
    one = query_count(client, url(NOUN, "changelist"))
    for _ in range(6):
        RapatAnggotaFactory()
    assert query_count(client, url(NOUN, "changelist")) == one


def test_a_membership_does_not_end_before_it_begins(client):
    sign_in(client)
    koperasi = KeanggotaanFactory().koperasi
    page = change(
        client,
        koperasi,
        **{"keanggotaan_set-0-started_on": "1-5-2026", "keanggotaan_set-0-ended_on": "30-4-2026"},
    )
    assert "Sampai: Tanggal akhir tidak boleh mendahului tanggal mulai." in words(page)


def test_a_business_that_left_may_come_back(client):
    sign_in(client)
    left = KeanggotaanFactory(started_on="2020-01-01", ended_on="2022-12-31")
    change(
        client,
        left.koperasi,
        **{
            "keanggotaan_set-TOTAL_FORMS": "2",
            "keanggotaan_set-1-usaha": left.usaha.pk,
            "keanggotaan_set-1-peran": left.peran,
            "keanggotaan_set-1-started_on": "1-2-2025",
        },
    )
    assert left.koperasi.keanggotaan_set.filter(usaha=left.usaha).count() == 2
    assert left.koperasi.keanggotaan_set.current().get().started_on == datetime.date(2025, 2, 1)


def test_a_business_is_no_member_twice_at_a_time(client):
    sign_in(client)
    member = KeanggotaanFactory()
    page = change(
        client,
        member.koperasi,
        **{
            "keanggotaan_set-TOTAL_FORMS": "2",
            "keanggotaan_set-1-usaha": member.usaha.pk,
            "keanggotaan_set-1-peran": member.peran,
        },
    )
    assert "masih tercatat dengan peran yang sama" in words(page)
    assert member.koperasi.keanggotaan_set.count() == 1


def test_the_page_costs_the_same_for_few_and_for_many_members(client):
    sign_in(client)
    koperasi = KeanggotaanFactory().koperasi
    one = query_count(client, url(NOUN, "change", koperasi.pk))
    for _ in range(5):
        KeanggotaanFactory(koperasi=koperasi)
    assert query_count(client, url(NOUN, "change", koperasi.pk)) == one


@pytest.mark.parametrize(
    "query",
    ["?q=%00", "?keadaan=apa", "?kecamatan=x", "?jenis__exact=%27", "?p=99999999999999999999", "?o=9.9.-"],
)
def test_nonsense_in_the_address_is_no_error(client, query):
    sign_in(client)
    KoperasiFactory()
    assert client.get(url(NOUN, "changelist") + query, follow=True).status_code == 200


def test_nonsense_in_the_form_is_answered_at_the_fields(client):
    sign_in(client)
    UserFactory()
    answer = add(
        client,
        name="x" * 201,
        jenis="tidak-ada",
        desa="999999999999999999999",
        tanggal_badan_hukum="31/2/2020",
        phone="bukan nomor",
        **{"rapatanggota_set-TOTAL_FORMS": "1", "rapatanggota_set-0-tahun_buku": "-1"},
    )
    assert answer.status_code == 200
    assert "Tanggal ini tidak ada dalam kalender" in words(answer)
