"""Whatever the office issues bears the QR that leads to its own check, and says where that is."""

import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from common import qr
from common.sharing import absolute
from fasilitasi.models import JenisFasilitasi
from kegiatan import actions as events
from kegiatan.models import Kehadiran
from laporan import pdf
from laporan.models import DokumenTerbit, Pejabat
from surat.actions import hand_over, invite, recommend_brand, state_membership, warn
from surat.drafts import Goods
from surat.kehadiran import certify
from surat.serah_terima import Penerimaan
from surat.undangan import Acara, Undangan
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    UsahaFactory,
    UserFactory,
)
from tests.terbitan import issue_report

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _office(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))
    Pejabat.objects.create(
        name="Uji, S.E.", jabatan="Kepala Dinas", peran="kepala_dinas", valid_from=datetime.date(2020, 1, 1)
    )


def case_of(slug, **kwargs):
    return FasilitasiFactory(jenis=JenisFasilitasi.objects.get(slug=slug), **kwargs)


def certificate(by):
    event = KegiatanFactory(
        listed=True, begins_on=datetime.date(2026, 10, 14), jenis_fasilitasi=JenisFasilitasiFactory()
    )
    peserta = PesertaFactory(kegiatan=event, usaha=UsahaFactory())
    Kehadiran.objects.create(peserta=peserta, happened_on=event.begins_on)
    events.close(kegiatan=event, by=by)
    peserta.refresh_from_db()
    return certify(peserta=peserta, by=by)


def invitation(by):
    event = Acara("Temu usaha", datetime.date(2026, 12, 2), "09.00 WITA", "Aula Kantor", "Pemasaran")
    return invite(undangan=Undangan(event, others=("Camat Ratolindo",)), by=by)


def deed(by):
    goods = (Goods("Mesin parut kelapa", 2, "unit", ""),)
    received = Penerimaan(name="Sitti", jabatan="Pemilik", on=DAY, tempat="Ampana", goods=goods)
    return hand_over(fasilitasi=case_of("bantuan-alat", status="terverifikasi"), received=received, by=by)


PAPERS = {
    "report": lambda by: issue_report(by=by),
    "warning": lambda by: warn(koperasi=KoperasiFactory(), level=1, by=by),
    "recommendation": lambda by: recommend_brand(fasilitasi=case_of("merek", merek="Togean Rasa"), by=by),
    "statement": lambda by: state_membership(usaha=UsahaFactory(listed=True), by=by),
    "invitation": invitation,
    "deed": deed,
    "certificate": certificate,
}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_bears_the_way_to_its_own_check(kind, monkeypatch):
    typeset, told = pdf.typeset, []

    def listening(content, **options):
        told.append(content["imprint"]["qr"])
        return typeset(content, **options)

    for module in ("laporan.pdf", "surat.paper", "surat.kehadiran"):
        monkeypatch.setattr(f"{module}.typeset", listening)
    PAPERS[kind](UserFactory(role="Pejabat"))
    dokumen = DokumenTerbit.objects.get()
    address = absolute(reverse("verified", args=[dokumen.code]))
    assert told == [qr.svg(address)]
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(dokumen.file)).pages)
    assert "/verifikasi/" in printed
    assert dokumen.spaced_code in printed
