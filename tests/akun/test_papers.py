"""Facilitation by phone: asked for once, documents brought, a repair answered; certificates with their end."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fasilitasi.actions import judge_document, move
from fasilitasi.choices import KeadaanBerkas, Status, UntukSiapa
from fasilitasi.models import BerkasFasilitasi, Fasilitasi
from tests.factories import (
    BerkasFasilitasiFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.house.people import owner_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 uji %%EOF"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


@pytest.fixture
def usaha():
    return UsahaFactory()


@pytest.fixture
def owner(client, usaha):
    client.force_login(owner_of(usaha.pemilik))
    return client


@pytest.fixture
def jenis():
    return JenisFasilitasiFactory(documents="KTP\nFoto produk")


def url(name, *args):
    return reverse(f"akun:{name}", args=args)


def pdf(content=PDF):
    return SimpleUploadedFile("ktp.pdf", content, "application/pdf")


def ask(owner, usaha, jenis, **data):
    return owner.post(url("ask", usaha.slug), {"jenis": jenis.pk, **data})


def test_an_owner_asks_and_the_office_has_a_case_without_officer(owner, usaha, jenis):
    produk = ProdukFactory(usaha=usaha)
    answer = ask(owner, usaha, jenis, produk=[produk.pk])
    case = Fasilitasi.objects.get()
    assert answer["Location"] == url("case", case.nomor)
    assert (case.status, case.petugas, list(case.produk.all())) == (Status.DIAJUKAN, None, [produk])
    assert "KTP" in owner.get(url("case", case.nomor)).text


def test_the_same_help_is_asked_for_once(owner, usaha, jenis):
    ask(owner, usaha, jenis)
    assert "sudah berjalan" in ask(owner, usaha, jenis).text
    assert Fasilitasi.objects.count() == 1


def test_another_owners_product_is_no_choice(owner, usaha, jenis):
    response = ask(owner, usaha, jenis, produk=[ProdukFactory().pk])
    assert "produk" in response.context["form"].errors


@pytest.mark.parametrize(
    "extra", [{"untuk": UntukSiapa.KOPERASI}, {"is_active": False}, {"satuan": "bidang"}]
)
def test_help_that_is_not_for_businesses_by_phone_is_no_choice(owner, usaha, extra):
    assert "jenis" in ask(owner, usaha, JenisFasilitasiFactory(**extra)).context["form"].errors


def test_who_is_excluded_by_the_kinds_rule_is_told_so(owner, usaha):
    usaha.pemilik.is_aparatur = True
    usaha.pemilik.save()
    response = ask(owner, usaha, JenisFasilitasiFactory(tolak_aparatur=True))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert not Fasilitasi.objects.exists()


def test_a_document_from_the_phone_reaches_the_case(owner, usaha, jenis):
    ask(owner, usaha, jenis)
    case, berkas = Fasilitasi.objects.get(), jenis.berkasjenis_set.first()
    assert owner.post(url("bring", case.nomor, berkas.pk), {"file": pdf()}).status_code == 302
    received = case.berkasfasilitasi_set.get()
    assert (received.berkas, received.received_by) == (berkas, usaha.pemilik.account)


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"%PDF-1.7 terpotong", b"MZ\x90"])
def test_a_hostile_file_is_refused_kindly(owner, usaha, jenis, content):
    ask(owner, usaha, jenis)
    case, berkas = Fasilitasi.objects.get(), jenis.berkasjenis_set.first()
    response = owner.post(url("bring", case.nomor, berkas.pk), {"file": pdf(content)})
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not BerkasFasilitasi.objects.exists()


@pytest.fixture
def faulty(usaha, jenis):
    """The officer sent it back because of the KTP."""
    officer, berkas = UserFactory(), jenis.berkasjenis_set.first()
    case = FasilitasiFactory(usaha=usaha, jenis=jenis)
    received = BerkasFasilitasiFactory(fasilitasi=case, berkas=berkas, received_by=officer)
    received.file.save("ktp.pdf", ContentFile(PDF))
    judge_document(berkas=received, keadaan=KeadaanBerkas.PERLU_PERBAIKAN, by=officer, notes="Buram.")
    today = datetime.date.today()
    move(fasilitasi=case, to=Status.PERLU_PERBAIKAN, on=today, by=officer, notes="Foto ulang KTP.")
    return received


def test_a_repair_is_answered_with_a_better_document(owner, faulty):
    case = faulty.fasilitasi
    text = owner.get(url("case", case.nomor)).text
    assert "Foto ulang KTP." in text
    assert "Buram." in text
    owner.post(url("repaired", case.nomor))
    case.refresh_from_db()
    assert case.status == Status.PERLU_PERBAIKAN
    owner.post(url("bring", case.nomor, faulty.berkas_id), {"file": pdf()})
    owner.post(url("repaired", case.nomor))
    case.refresh_from_db()
    assert case.status == Status.DIPERIKSA
    assert case.berkasfasilitasi_set.get().keadaan == KeadaanBerkas.ADA


def test_a_repair_is_answered_once(owner, faulty):
    case = faulty.fasilitasi
    owner.post(url("bring", case.nomor, faulty.berkas_id), {"file": pdf()})
    for _ in range(2):
        owner.post(url("repaired", case.nomor))
    assert case.langkahfasilitasi_set.filter(status=Status.DIPERIKSA).count() == 1


def test_every_step_of_a_case_is_told_with_its_day_and_note(owner, usaha, jenis):
    officer, case = UserFactory(), FasilitasiFactory(usaha=usaha, jenis=jenis)
    for status, day, notes in (
        (Status.DIPERIKSA, 2, "Berkas lengkap, terima kasih."),
        (Status.PERLU_PERBAIKAN, 4, "Foto ulang KTP."),
        (Status.DIPERIKSA, 6, ""),
    ):
        case.langkahfasilitasi_set.create(
            status=status, happened_on=datetime.date(2026, 11, day), recorded_by=officer, notes=notes
        )
    text = re.sub(r"<[^>]+>", "", owner.get(url("case", case.nomor)).text)
    told = ["Berkas diperiksa, 2 November 2026Berkas lengkap, terima kasih."]
    told += ["Perlu perbaikan, 4 November 2026Foto ulang KTP.", "Berkas diperiksa, 6 November 2026"]
    places = [text.find(each) for each in told]
    assert -1 not in places
    assert places == sorted(places)


def test_what_has_gone_on_takes_no_more_documents(owner, usaha, jenis):
    case = FasilitasiFactory(usaha=usaha, jenis=jenis)
    Fasilitasi.objects.filter(pk=case.pk).update(status=Status.DIPROSES)
    response = owner.post(url("bring", case.nomor, jenis.berkasjenis_set.first().pk), {"file": pdf()})
    assert "sudah selesai diperiksa" in response.text


def test_certificates_are_told_with_their_end(owner, usaha):
    SertifikatFactory(usaha=usaha, jenis="pirt", number_on_paper="", valid_until=datetime.date(2027, 3, 1))
    assert "1 Maret 2027" in owner.get(url("papers")).text


def test_another_owners_case_is_not_found(owner, faulty):
    stranger = FasilitasiFactory(jenis=faulty.fasilitasi.jenis)
    for address in (
        url("bring", stranger.nomor, faulty.berkas_id),
        url("repaired", stranger.nomor),
        url("ask", stranger.usaha.slug),
    ):
        assert owner.post(address, {"file": pdf(), "jenis": stranger.jenis_id}).status_code == 404
    assert owner.get(url("case", stranger.nomor)).status_code == 404
    assert stranger.nomor not in owner.get(url("papers")).text


def test_statements_do_not_grow_with_rows(owner, usaha, django_assert_max_num_queries, same_minute):
    FasilitasiFactory.create_batch(6, usaha=usaha)
    SertifikatFactory.create_batch(6, usaha=usaha)
    with django_assert_max_num_queries(12):
        owner.get(url("papers"))
