"""`/lacak/`: what the holder of a receipt sees, and what nobody sees."""

import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from common.receipts import code_of, is_code_of, shown
from fasilitasi import actions
from fasilitasi.choices import Status
from tests.factories import (
    BerkasFasilitasiFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    PemilikFactory,
    TahapJenisFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import sign_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
ADDRESS = "/lacak/"


@pytest.fixture
def _today():
    cache.clear()
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


@pytest.fixture
def case():
    usaha = UsahaFactory(name="Dapur Rica", pemilik=PemilikFactory(name="Sitti Rahma"))
    jenis = JenisFasilitasiFactory(name="Halal uji", penerbit="BPJPH", documents="KTP pemilik\nNIB")
    TahapJenisFactory(jenis=jenis, name="Sidang fatwa")
    return FasilitasiFactory(jenis=jenis, usaha=usaha, notes="Catatan rahasia petugas")


def look(client, nomor, kode):
    return client.post(ADDRESS, {"nomor": nomor, "kode": kode})


def to(case, status, notes=""):
    return actions.move(
        fasilitasi=case, to=status, on=datetime.date(2026, 4, 1), by=UserFactory(name="Budi"), notes=notes
    )


def test_the_holder_sees_kind_steps_and_what_comes_next(client, case):
    to(case, Status.DIPROSES)
    told = words(look(client, case.nomor, code_of(case.nomor)))
    assert "Halal uji" in told
    assert "Diproses di lembaga penerbit, 1 April 2026" in told
    assert "sedang diproses di BPJPH" in told
    assert "Tahap berikutnya Sidang fatwa" in told


def test_what_is_asked_next_is_named_by_the_kinds_own_words(client, case):
    berkas = case.jenis.berkasjenis_set.get(name="NIB")
    BerkasFasilitasiFactory(
        fasilitasi=case, berkas=berkas, keadaan="perlu_perbaikan", notes="Nama Sitti keliru"
    )
    to(case, Status.PERLU_PERBAIKAN, notes="Telepon Sitti")
    told = words(look(client, case.nomor, code_of(case.nomor)))
    assert "Yang perlu diperbaiki NIB" in told
    assert "masih kami tunggu KTP pemilik" in told
    assert "Sitti" not in told


def test_nobodys_name_or_note_is_on_the_page(client, case):
    to(case, Status.DIPERIKSA, notes="Rumah di belakang masjid")
    page = look(client, case.nomor, code_of(case.nomor)).content.decode()
    for secret in ("Dapur Rica", "Sitti", "Budi", "rahasia", "masjid", case.usaha.desa.name):
        assert secret not in page


@pytest.mark.parametrize("nomor", ["FAS-2026-99999", "bukan nomor", None])
def test_a_number_alone_tells_nothing(client, case, nomor):
    for kode in ("AAAAAAAA", code_of("FAS-2026-77777")):
        page = look(client, nomor or case.nomor, kode)
        assert "tidak cocok" in words(page)
        assert "Halal uji" not in words(page)


def test_an_archived_case_is_not_found(client, case):
    case.archived_at, case.archived_by = "2026-05-01T00:00Z", UserFactory()
    case.save()
    assert "tidak cocok" in words(look(client, case.nomor, code_of(case.nomor)))


def test_the_code_is_read_however_it_is_typed(case):
    code = code_of(case.nomor)
    assert is_code_of(case.nomor, f" {shown(code).lower()} ")
    assert is_code_of(case.nomor, code.replace("O", "0").replace("I", "1").replace("B", "8"))
    assert not is_code_of(case.nomor, "")


def test_a_receipt_holds_as_long_as_its_key_is_kept(case):
    old = code_of(case.nomor)
    with override_settings(SECRET_KEY="kunci baru " * 6, SECRET_KEY_FALLBACKS=[]):
        assert not is_code_of(case.nomor, old)
    from django.conf import settings

    kept = [settings.SECRET_KEY]
    with override_settings(SECRET_KEY="kunci baru " * 6, SECRET_KEY_FALLBACKS=kept):
        assert is_code_of(case.nomor, old)


def test_after_sixty_looks_in_an_hour_the_address_waits(client, case):
    for _ in range(60):
        look(client, case.nomor, "AAAAAAAA")
    answer = look(client, case.nomor, code_of(case.nomor))
    assert answer.status_code == 429
    assert "satu jam lagi" in words(answer)


def test_the_page_sets_no_cookie_and_is_kept_by_nobody(client, case):
    for answer in (client.get(ADDRESS), look(client, case.nomor, code_of(case.nomor))):
        assert not answer.cookies
        assert "no-store" in answer["Cache-Control"]
        assert 'content="noindex"' in answer.content.decode()


@pytest.mark.parametrize("receipt", ["", "?nomor=FAS-2026-00001&kode=AAAAAAAA"])
def test_opening_the_page_asks_and_writes_nothing(receipt):
    client = Client()
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS + receipt)
    assert len(queries) == 0


def test_the_receipts_qr_opens_the_form_filled_in(client, case):
    code = code_of(case.nomor)
    page = client.get(ADDRESS, {"nomor": case.nomor, "kode": code})
    assert f'value="{case.nomor}"' in page.content.decode()
    assert f'value="{code}"' in page.content.decode()
    assert "Tekan Lihat kemajuan" in words(page)
    assert "Halal uji" not in words(page)


def test_a_look_needs_no_cookie_of_the_page(case):
    strict = Client(enforce_csrf_checks=True)
    assert "Halal uji" in words(look(strict, case.nomor, code_of(case.nomor)))


def test_the_receipt_is_a_pdf_with_the_number_and_the_code(client, case, monkeypatch):
    from laporan.prints import receipt

    told = {}

    def remember(content, **kwargs):
        told.update(content)
        return b"%PDF"

    monkeypatch.setattr(receipt, "typeset", remember)
    sign_in(client)
    answer = client.get(f"/laporan/tanda-terima/{case.pk}/")
    assert answer["Content-Disposition"] == f'attachment; filename="tanda-terima-{case.nomor}.pdf"'
    assert [value for _, value in told["facts"][:2]] == [case.nomor, shown(code_of(case.nomor))]


def test_the_receipt_is_typeset(client, case):
    sign_in(client)
    assert client.get(f"/laporan/tanda-terima/{case.pk}/").content.startswith(b"%PDF")


def test_a_registration_is_tracked_on_its_own_page(client, db):
    answer = client.get("/lacak/", {"nomor": "dft-2026-00001", "kode": "ABCD-2345"})
    assert answer["Location"] == "/daftar/lacak/?nomor=dft-2026-00001&kode=ABCD-2345"
