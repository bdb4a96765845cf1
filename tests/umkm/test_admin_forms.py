"""Registering owners and businesses at the staff door: drafts, warnings, numbers of people, consents."""

import pytest

from tests.factories import DesaFactory, PemilikFactory, UsahaFactory, UserFactory
from tests.kantor import filled, sign_in, url, words
from umkm.models import DataTahunan, PembukaanNik, Pemilik, Usaha

pytestmark = pytest.mark.django_db
NIK, OTHER_NIK = "7209995203900001", "7209995203900002"


def usaha_form(client, **values):
    empty = filled(client.get(url("umkm_usaha", "add")))
    return empty | {"name": "Keripik Uji"} | values


def test_a_whole_business_is_registered_with_a_slug(client):
    sign_in(client)
    owner, desa = PemilikFactory(), DesaFactory()
    data = usaha_form(
        client,
        pemilik=owner.pk,
        desa=desa.pk,
        status_usaha="perseorangan",
        bidang_usaha="makanan_minuman",
    )
    answer = client.post(url("umkm_usaha", "add"), data)
    usaha = Usaha.objects.get()
    assert (usaha.slug, usaha.is_draft, usaha.state) == ("keripik-uji", False, "menunggu")
    assert answer.url == url("umkm_usaha", "change", usaha.pk)


def test_a_business_with_holes_is_refused_at_its_fields(client):
    sign_in(client)
    answer = client.post(url("umkm_usaha", "add"), usaha_form(client, pemilik=PemilikFactory().pk))
    assert not Usaha.objects.exists()
    assert "Wajib diisi. Bila datanya belum lengkap" in words(answer)
    assert filled(answer)["name"] == "Keripik Uji"


def test_the_same_business_may_wait_as_a_draft(client):
    sign_in(client)
    data = usaha_form(client, pemilik=PemilikFactory().pk, _draft="1")
    client.post(url("umkm_usaha", "add"), data)
    assert Usaha.objects.get().is_draft


def test_saving_a_draft_normally_registers_it(client):
    sign_in(client)
    draft = UsahaFactory(is_draft=True)
    page = url("umkm_usaha", "change", draft.pk)
    client.post(page, filled(client.get(page)))
    draft.refresh_from_db()
    assert not draft.is_draft


def test_a_verified_business_never_falls_back_to_a_draft(client):
    sign_in(client)
    usaha = UsahaFactory(verified=True)
    page = url("umkm_usaha", "change", usaha.pk)
    shown = client.get(page)
    assert 'name="_draft"' not in shown.content.decode()
    client.post(page, filled(shown, _draft="1"))
    usaha.refresh_from_db()
    assert not usaha.is_draft


def test_yearly_figures_give_the_computed_class_with_its_basis(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    figures = {
        "datatahunan_set-TOTAL_FORMS": "1",
        "datatahunan_set-0-tahun": "2025",
        "datatahunan_set-0-penjualan_tahunan": "Rp 60.000.000",
        "datatahunan_set-0-usaha": usaha.pk,
    }
    client.post(page, filled(client.get(page)) | figures)
    assert DataTahunan.objects.get().penjualan_tahunan == 60_000_000
    assert "Usaha mikro, dasar: hasil penjualan tahunan" in words(client.get(page))


def test_what_is_odd_is_said_on_the_page_but_never_refused(client):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {
        "name": "Pemilik Uji",
        "nik": NIK,
        "jenis_kelamin": "L",
    }
    answer = client.post(url("umkm_pemilik", "add"), data, follow=True)
    assert Pemilik.objects.get().nik == NIK
    assert "Perlu diperiksa" in words(answer)
    assert "Jenis kelamin tidak sama dengan yang tersirat dalam NIK KTP" in words(answer)


def test_who_goes_on_to_the_next_record_is_told_what_was_odd(client):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {
        "name": "Pemilik Uji",
        "nik": NIK,
        "jenis_kelamin": "L",
        "_addanother": "1",
    }
    answer = client.post(url("umkm_pemilik", "add"), data, follow=True)
    assert answer.request["PATH_INFO"] == url("umkm_pemilik", "add")
    assert "Jenis kelamin tidak sama" in words(answer)


# --- NIK KTP and NPWP -------------------------------------------------------------------------


def test_a_stored_nik_is_never_written_into_the_page(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    page = client.get(url("umkm_pemilik", "change", owner.pk))
    assert NIK not in page.content.decode()
    assert "••••••••••••0001" in words(page)
    assert filled(page)["nik"] == ""


def test_an_empty_nik_box_keeps_the_number(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    page = url("umkm_pemilik", "change", owner.pk)
    client.post(page, filled(client.get(page), name="Nama Baru"))
    owner.refresh_from_db()
    assert (owner.name, owner.nik) == ("Nama Baru", NIK)


def test_a_typed_nik_replaces_the_number(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    page = url("umkm_pemilik", "change", owner.pk)
    client.post(page, filled(client.get(page), nik="7209 9952 0390 0002"))
    owner.refresh_from_db()
    assert owner.nik == OTHER_NIK


def test_a_wrong_nik_can_be_taken_out(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    page = url("umkm_pemilik", "change", owner.pk)
    client.post(page, filled(client.get(page)) | {"nik-hapus": "on"})
    owner.refresh_from_db()
    assert (owner.nik, owner.nik_index) == ("", "")


def test_an_impossible_nik_is_refused_at_its_field_and_stays_typed(client):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": "Pemilik Uji", "nik": "720999"}
    answer = client.post(url("umkm_pemilik", "add"), data)
    assert "NIK KTP harus 16 angka" in words(answer)
    assert filled(answer)["nik"] == "720999"


def test_npwp_is_hidden_the_same_way(client):
    sign_in(client)
    usaha = UsahaFactory(npwp="123456789012345")
    page = client.get(url("umkm_usaha", "change", usaha.pk))
    assert "123456789012345" not in page.content.decode()
    assert "•••••••••••2345" in words(page)


def test_a_number_opens_only_with_a_reason_on_record(client):
    officer = sign_in(client)
    owner = PemilikFactory(nik=NIK)
    page = url("umkm_pemilik", "reveal", owner.pk)
    assert NIK not in client.get(page).content.decode()
    assert NIK not in client.post(page, {"reason": ""}).content.decode()
    assert not PembukaanNik.objects.exists()
    answer = client.post(page, {"reason": "Mencocokkan dengan KTP asli di loket"})
    assert NIK in words(answer)
    assert answer["Cache-Control"] == "private, no-store"
    opened = PembukaanNik.objects.get()
    assert (opened.pemilik, opened.opened_by) == (owner, officer)


def test_an_npwp_opens_the_same_way(client):
    sign_in(client)
    usaha = UsahaFactory(npwp="123456789012345")
    answer = client.post(url("umkm_usaha", "reveal", usaha.pk), {"reason": "Mencocokkan dengan kartu"})
    assert "123456789012345" in words(answer)
    assert PembukaanNik.objects.get().number_kind == "npwp"


def test_officials_cannot_open_numbers(client):
    sign_in(client, "Pejabat")
    owner = PemilikFactory(nik=NIK)
    assert (
        client.post(url("umkm_pemilik", "reveal", owner.pk), {"reason": "Ingin tahu saja"}).status_code == 403
    )


def test_the_record_of_opened_numbers_cannot_be_changed():
    from django.db import ProgrammingError, transaction

    opened = PembukaanNik.objects.create(pemilik=PemilikFactory(), reason="Uji", opened_by=UserFactory())
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        PembukaanNik.objects.filter(pk=opened.pk).update(reason="Lain")


def test_officials_read_owners_without_personal_data(client):
    sign_in(client, "Pejabat")
    owner = PemilikFactory(nik=NIK, phone="+6281234567890", address="Jalan Uji 7", name="Pemilik Uji")
    page = words(client.get(url("umkm_pemilik", "change", owner.pk)))
    assert "Pemilik Uji" in page
    for hidden in (NIK, "••••0001", "81234567890", "Jalan Uji 7"):
        assert hidden not in page


def test_phones_are_masked_in_lists(client):
    sign_in(client)
    PemilikFactory(phone="+6281234567890")
    page = words(client.get(url("umkm_pemilik", "changelist")))
    assert "08••••••7890" in page.replace("*", "•")
    assert "81234567890" not in page


# --- looking somebody up ------------------------------------------------------------------------


def test_a_nik_in_the_search_box_is_not_searched_but_sent_elsewhere(client):
    sign_in(client)
    answer = client.get(url("umkm_usaha", "changelist"), {"q": "7209 9952 0390 0001", "keadaan": "draf"})
    assert answer.url == url("umkm_usaha", "changelist") + "?keadaan=draf"
    assert url("umkm_pemilik", "nik") in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    "typed", ["0812-3456-7890", "081234567890", "+62 812 3456 7890", "Ani 0812 3456 789"]
)
def test_a_telephone_number_in_the_search_box_does_not_stay_in_the_address(client, typed):
    sign_in(client)
    answer = client.get(url("umkm_pemilik", "changelist"), {"q": typed, "keadaan": "arsip"})
    assert answer.url == url("umkm_pemilik", "changelist") + "?keadaan=arsip"
    assert "Nomor HP tidak dicari di sini" in words(client.get(answer.url))


@pytest.mark.parametrize(
    "typed", ["0812345678901", "8120012345678", "ID08123456789012", "MD081234567890", "Kios 081"]
)
def test_other_numbers_are_searched(client, typed):
    sign_in(client)
    assert client.get(url("umkm_usaha", "changelist"), {"q": typed}).status_code == 200


def test_a_nik_leads_to_its_owner_by_post(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    answer = client.post(url("umkm_pemilik", "nik"), {"nik": "7209 9952 0390 0001"})
    assert answer.url == url("umkm_pemilik", "change", owner.pk)


def test_an_unknown_nik_offers_to_register(client):
    sign_in(client)
    answer = client.post(url("umkm_pemilik", "nik"), {"nik": NIK})
    assert "Belum ada pemilik dengan NIK KTP ini" in words(answer)


def test_a_nik_of_another_kecamatan_is_named_but_not_opened(client):
    PemilikFactory(nik=NIK, desa=DesaFactory(), name="Pemilik Jauh")
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    answer = words(client.post(url("umkm_pemilik", "nik"), {"nik": NIK}))
    assert "di luar wilayah tugas Anda" in answer
    assert "Pemilik Jauh" not in answer


# --- consents -------------------------------------------------------------------------------------


def test_ticking_a_purpose_records_a_consent_with_its_channel(client):
    officer = sign_in(client)
    owner = PemilikFactory()
    page = url("umkm_pemilik", "change", owner.pk)
    client.post(page, filled(client.get(page)) | {"setuju_katalog": "on", "saluran": "lisan"})
    consent = owner.persetujuan_set.get()
    assert (consent.purpose, consent.channel, consent.recorded_by) == ("katalog", "lisan", officer)


def test_a_new_consent_needs_its_channel(client):
    sign_in(client)
    owner = PemilikFactory()
    page = url("umkm_pemilik", "change", owner.pk)
    answer = client.post(page, filled(client.get(page)) | {"setuju_katalog": "on"})
    assert "Pilih bagaimana persetujuan ini disampaikan" in words(answer)
    assert not owner.persetujuan_set.exists()


def test_unticking_withdraws_and_the_business_leaves_the_site(client):
    sign_in(client)
    usaha = UsahaFactory(listed=True)
    page = url("umkm_pemilik", "change", usaha.pemilik_id)
    client.post(page, filled(client.get(page), setuju_katalog=None))
    usaha.refresh_from_db()
    assert not usaha.is_listed
    assert not usaha.pemilik.persetujuan_set.active().exists()


def test_consents_that_were_not_touched_stay_as_they_are(client):
    sign_in(client)
    owner = PemilikFactory(consents=("katalog", "nama"))
    before = list(owner.persetujuan_set.values_list("pk", "withdrawn_at"))
    page = url("umkm_pemilik", "change", owner.pk)
    client.post(page, filled(client.get(page), name="Nama Baru"))
    assert list(owner.persetujuan_set.values_list("pk", "withdrawn_at")) == before


def test_an_owner_shows_the_businesses_and_leads_to_the_next(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = client.get(url("umkm_pemilik", "change", usaha.pemilik_id)).content.decode()
    assert url("umkm_usaha", "change", usaha.pk) in page
    new = f"{url('umkm_usaha', 'add')}?pemilik={usaha.pemilik_id}"
    assert new in page
    assert filled(client.get(new))["pemilik"] == str(usaha.pemilik_id)
