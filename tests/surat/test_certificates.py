"""Certificates of attendance: for who came, once each, and checked like every issued paper."""

import datetime
import io

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pypdf import PdfReader

from kegiatan import actions
from kegiatan.models import Kehadiran
from laporan.models import Pejabat
from surat.kehadiran import certify
from surat.models import SertifikatHadir
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import JenisFasilitasiFactory, UsahaFactory, UserFactory
from tests.kantor import sign_in, words

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 10, 14)


@pytest.fixture
def peserta():
    """Came to a training that is closed; there is somebody to sign."""
    Pejabat.objects.create(
        name="Uji, S.E.", jabatan="Kepala Dinas", peran="kepala_dinas", valid_from=datetime.date(2020, 1, 1)
    )
    kegiatan = KegiatanFactory(
        listed=True,
        name="Pelatihan Kemasan",
        begins_on=DAY,
        jam_pelajaran=16,
        jenis_fasilitasi=JenisFasilitasiFactory(sertifikat="pelatihan"),
    )
    usaha = UsahaFactory(name="Dapur Rica", pemilik__name="Sitti Aminah")
    peserta = PesertaFactory(kegiatan=kegiatan, usaha=usaha)
    Kehadiran.objects.create(peserta=peserta, happened_on=DAY)
    actions.close(kegiatan=kegiatan, by=UserFactory())
    peserta.refresh_from_db()
    return peserta


@pytest.fixture
def quick(monkeypatch):
    """Without the typesetter."""
    monkeypatch.setattr("surat.kehadiran.typeset", lambda *args, **kwargs: b"%PDF-1.7 uji")


def test_the_paper_names_who_came_to_what_and_for_how_long(peserta):
    paper = certify(peserta=peserta, by=UserFactory())
    reader = PdfReader(io.BytesIO(paper.dokumen.file))
    text = " ".join(reader.pages[0].extract_text().split())
    assert len(reader.pages) == 1
    for told in (
        "Sitti Aminah",
        "Dapur Rica",
        "Pelatihan Kemasan",
        "14 Oktober 2026",
        "16 jam pelajaran",
        "SERT-",
    ):
        assert told in text


def test_asked_for_twice_the_same_paper_comes_back(peserta, quick):
    first, second = (certify(peserta=peserta, by=UserFactory()) for _ in range(2))
    assert first == second
    assert SertifikatHadir.objects.count() == 1


def test_the_register_takes_its_number(peserta, quick):
    paper = certify(peserta=peserta, by=UserFactory())
    assert peserta.fasilitasi.sertifikat.number_on_paper == paper.dokumen.nomor


def test_who_did_not_come_gets_none(peserta, quick):
    absent = PesertaFactory(kegiatan=peserta.kegiatan)
    with pytest.raises(ValidationError, match="tidak tercatat hadir"):
        certify(peserta=absent, by=UserFactory())


def test_an_event_is_closed_first(quick, peserta):
    other = PesertaFactory(kegiatan=KegiatanFactory(listed=True, begins_on=DAY))
    with pytest.raises(ValidationError, match="Tutup kegiatan ini dahulu"):
        certify(peserta=other, by=UserFactory())


def test_without_anybody_to_sign_none_is_issued(peserta, quick):
    Pejabat.objects.all().delete()
    with pytest.raises(ValidationError, match="pejabat penanda tangan"):
        certify(peserta=peserta, by=UserFactory())


def test_the_office_issues_all_and_anybody_checks_them_without_a_name(client, peserta, quick):
    sign_in(client, "Verifikator")
    address = reverse("surat:certificates", args=[peserta.kegiatan.pk])
    assert "1 sertifikat terbit" in words(client.post(address, follow=True))
    client.logout()
    dokumen = SertifikatHadir.objects.get().dokumen
    page = words(client.get(dokumen.verification_url))
    assert "Pelatihan Kemasan" in page
    assert "Sitti" not in page
    assert "Dapur Rica" not in page


def test_owners_take_home_their_own_and_no_other(client, peserta, quick):
    dokumen = certify(peserta=peserta, by=UserFactory()).dokumen
    address = reverse("my_certificate", args=[dokumen.code])
    for usaha, status in ((peserta.usaha, 200), (UsahaFactory(), 404)):
        usaha.pemilik.account = UserFactory()
        usaha.pemilik.save()
        client.force_login(usaha.pemilik.account)
        assert client.get(address).status_code == status
