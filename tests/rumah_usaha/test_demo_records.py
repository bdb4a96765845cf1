from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from common.identifiers import (
    nik_koperasi_warnings,
    nik_warnings,
    normalise_phone,
    phone_warnings,
    validate_nib,
)
from fasilitasi.choices import Status, SumberDana
from fasilitasi.langkah import may_move
from koperasi.choices import Bentuk, JabatanPengurus, JenisKoperasi, Kelompok, PeranUsaha, Pola
from legalitas.nomor import normalise_number, number_errors, number_warnings
from produk.choices import Satuan
from rumah_usaha.demo.businesses import businesses, people
from rumah_usaha.demo.cases import cases
from rumah_usaha.demo.certificates import certificates
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.days import TODAY
from rumah_usaha.demo.places import village, villages
from rumah_usaha.demo.products import products
from umkm.choices import BidangUsaha, SaluranPersetujuan, StatusUsaha, TujuanPersetujuan


def test_every_invented_nik_is_whole_consistent_and_nobodys():
    for person in people():
        assert person.nik.startswith("720999")
        assert not nik_warnings(
            person.nik, jenis_kelamin=person.jenis_kelamin, tanggal_lahir=person.tanggal_lahir
        )


def test_no_two_people_share_a_nik_a_name_or_a_phone_number():
    for values in (
        [person.nik for person in people()],
        [person.name for person in people()],
        [person.phone for person in people() if person.phone],
    ):
        assert len(values) == len(set(values))


def test_phone_numbers_lie_in_the_block_that_nobody_has():
    numbers = [person.phone for person in people() if person.phone]
    numbers += [business.whatsapp for business in businesses() if business.whatsapp]
    numbers += [cooperative.phone for cooperative in cooperatives()]
    numbers += [officer.phone for cooperative in cooperatives() for officer in cooperative.officers]
    assert all(number.startswith("+628120000") for number in numbers)
    assert all(normalise_phone(number) == number and not phone_warnings(number) for number in numbers)


def test_every_kecamatan_has_businesses():
    reached = {village(business.desa).kecamatan_code for business in businesses()}
    assert reached == {place.kecamatan_code for place in villages()}


def test_almost_every_business_is_micro():
    latest = [business.figures[-1].penjualan_tahunan for business in businesses() if business.figures]
    assert sum(sales > 15_000_000_000 for sales in latest) == 1
    assert 3 <= sum(2_000_000_000 < sales <= 15_000_000_000 for sales in latest) <= 8


def test_the_newest_products_are_of_many_sellers():
    newest = sorted((product for product in products() if product.published_on), key=lambda p: p.published_on)
    assert len({product.seller for product in newest[-8:]}) >= 5


def test_no_business_is_on_show_without_consent_to_the_catalogue():
    agreed = {person.key for person in people() if any(c.purpose == "katalog" for c in person.consents)}
    assert all(business.pemilik in agreed for business in businesses() if business.state == "tayang")


def test_no_point_is_recorded_without_consent_to_the_location():
    agreed = {
        person.key
        for person in people()
        if any(consent.purpose == "lokasi" and not consent.withdrawn_on for consent in person.consents)
    }
    assert all(business.pemilik in agreed for business in businesses() if business.latitude is not None)


def test_words_that_models_store_are_their_own():
    for business in businesses():
        assert business.status_usaha in StatusUsaha
        assert business.bidang_usaha in BidangUsaha
        assert not business.nib or validate_nib(business.nib) is None
    for consent in (consent for person in people() for consent in person.consents):
        assert consent.purpose in TujuanPersetujuan
        assert consent.channel in SaluranPersetujuan
    for cooperative in cooperatives():
        assert cooperative.jenis in JenisKoperasi
        assert cooperative.bentuk in Bentuk
        assert cooperative.pola in Pola
        assert cooperative.kelompok in Kelompok
        assert all(member.peran in PeranUsaha for member in cooperative.members)
        assert all(officer.jabatan in JabatanPengurus for officer in cooperative.officers)
    assert all(product.satuan in Satuan for product in products())


def test_all_five_kinds_of_cooperative_appear_and_some_held_no_meeting():
    assert {cooperative.jenis for cooperative in cooperatives()} == set(JenisKoperasi.values)
    assert 2 <= sum(not cooperative.meetings for cooperative in cooperatives()) <= 6


def test_nik_koperasi_are_those_of_this_district():
    numbers = [cooperative.nik_koperasi for cooperative in cooperatives() if cooperative.nik_koperasi]
    assert numbers
    assert not any(nik_koperasi_warnings(number, district_code="72.09") for number in numbers)


def test_certificate_numbers_raise_no_doubt():
    for certificate in certificates():
        number = certificate.number_on_paper
        assert normalise_number(certificate.jenis, number) == number
        assert not number_errors(certificate.jenis, number)
        assert not number_warnings(
            certificate.jenis, number, district_code="72.09", valid_until=certificate.valid_until
        )


def test_some_p_irt_end_within_half_a_year():
    soon = TODAY + timedelta(days=183)
    assert any(c.jenis == "pirt" and TODAY <= c.valid_until <= soon for c in certificates())


def test_cases_move_only_as_cases_may():
    for case in cases():
        assert case.sumber_dana in SumberDana
        assert case.steps[0].happened_on == case.applied_on
        assert case.steps[-1].status == case.status
        for before, after in pairwise(case.steps):
            assert may_move(before.status, after.status)
            assert before.happened_on <= after.happened_on


def test_cases_are_of_2024_to_november_2026_and_of_every_status():
    days = [step.happened_on for case in cases() for step in case.steps]
    assert min(days) >= date(2024, 1, 1)
    assert max(days) <= TODAY
    assert {case.status for case in cases()} == set(Status.values)


def test_a_finished_case_ends_with_its_certificate():
    issued = {certificate.key: certificate.issued_on for certificate in certificates()}
    linked = [case for case in cases() if case.certificate]
    assert linked
    assert all(case.result_on == issued[case.certificate] for case in linked)


def test_no_certificate_ends_two_cases():
    uses = Counter(case.certificate for case in cases() if case.certificate)
    assert max(uses.values()) == 1


def test_descriptions_of_products_are_two_to_four_sentences_and_seldom_alike():
    texts = [product.description for product in products()]
    assert all(2 <= text.count(". ") + 1 <= 4 and "{" not in text for text in texts)
    assert len(set(texts)) > 0.85 * len(texts)
