"""Documents of a case: uploaded, judged, opened, and asked for before the case is verified."""

import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction

from fasilitasi import actions
from fasilitasi.berkas import checklist, missing_documents
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.models import BerkasFasilitasi, PembukaanBerkas
from tests.factories import (
    BerkasFasilitasiFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    UserFactory,
)
from tests.kantor import query_count, sign_in, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
NOUN = "fasilitasi_fasilitasi"
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


@pytest.fixture
def case():
    return FasilitasiFactory(
        jenis=JenisFasilitasiFactory(documents="KTP pemilik\nNIB"), applied_on=datetime.date(2026, 3, 2)
    )


def documents(case):
    return list(case.jenis.berkasjenis_set.all())


def pdf(name="ktp.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def send(client, case, **files):
    return client.post(url(NOUN, "documents", case.pk), files, follow=True)


# --- uploads ----------------------------------------------------------------------------------


def test_several_files_of_one_document_are_kept(client, case):
    sign_in(client)
    ktp, _ = documents(case)
    page = send(client, case, **{f"berkas-{ktp.pk}": [pdf("depan.pdf"), pdf("belakang.pdf")]})
    assert "2 berkas tersimpan" in words(page)
    assert [each.berkas for each in case.berkasfasilitasi_set.all()] == [ktp, ktp]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"MZ program", "bukan PDF dan bukan foto"), (b"", "kosong"), (PDF[:20], "terpotong")],
)
def test_what_is_no_document_is_refused_in_words_and_the_others_are_kept(client, case, content, told):
    sign_in(client)
    ktp, nib = documents(case)
    page = send(client, case, **{f"berkas-{ktp.pk}": pdf(), f"berkas-{nib.pk}": pdf("nib.pdf", content)})
    assert told in words(page)
    assert "NIB: “nib.pdf”" in words(page)
    assert [each.berkas for each in case.berkasfasilitasi_set.all()] == [ktp]


def test_a_paper_at_the_office_counts_without_a_file(client, case):
    sign_in(client)
    ktp, _ = documents(case)
    send(client, case, **{f"kertas-{ktp.pk}": "1"})
    assert missing_documents([case]) == {case.pk: ["NIB"]}


def test_a_document_of_another_kind_is_not_taken(client, case):
    sign_in(client)
    other = BerkasFasilitasiFactory().berkas
    send(client, case, **{f"berkas-{other.pk}": pdf()})
    assert not case.berkasfasilitasi_set.exists()


def test_the_list_takes_as_many_statements_with_one_file_as_with_twenty(client, case):
    sign_in(client)
    ktp, nib = documents(case)
    BerkasFasilitasiFactory(fasilitasi=case, berkas=ktp)
    before = query_count(client, url(NOUN, "documents", case.pk))
    for _ in range(20):
        BerkasFasilitasiFactory(fasilitasi=case, berkas=nib)
    assert query_count(client, url(NOUN, "documents", case.pk)) == before


# --- judged -----------------------------------------------------------------------------------


def test_a_document_stands_as_its_worst_file(case):
    ktp, _ = documents(case)
    BerkasFasilitasiFactory(fasilitasi=case, berkas=ktp, keadaan=KeadaanBerkas.DIPERIKSA)
    assert checklist(case)[0].keadaan == KeadaanBerkas.DIPERIKSA
    BerkasFasilitasiFactory(fasilitasi=case, berkas=ktp, keadaan="perlu_perbaikan", notes="Buram.")
    assert [item.label for item in checklist(case)] == ["Perlu perbaikan", "Belum ada"]


def test_what_is_to_be_mended_is_said(client, case):
    officer = sign_in(client)
    received = BerkasFasilitasiFactory(fasilitasi=case, berkas=documents(case)[0])
    address = url(NOUN, "judge", case.pk, received.pk)
    assert "Tulis apa yang perlu diperbaiki" in words(client.post(address, {"keadaan": "perlu_perbaikan"}))
    client.post(address, {"keadaan": "perlu_perbaikan", "notes": "Foto buram."})
    received.refresh_from_db()
    assert (received.keadaan, received.notes, received.checked_by) == (
        "perlu_perbaikan",
        "Foto buram.",
        officer,
    )


# --- opened and taken out -------------------------------------------------------------------------


def stored(case):
    return actions.receive_document(
        fasilitasi=case, berkas=documents(case)[0], file=pdf("a.pdf"), by=UserFactory()
    )


def test_every_opening_is_on_record(client, case):
    officer = sign_in(client)
    answer = client.post(url(NOUN, "open", case.pk, stored(case).pk))
    assert answer.getvalue() == PDF
    opened = PembukaanBerkas.objects.get()
    assert (opened.fasilitasi, opened.document, opened.opened_by) == (case, "KTP pemilik", officer)


def test_an_address_opened_by_hand_opens_and_records_nothing(client, case):
    sign_in(client)
    assert client.get(url(NOUN, "open", case.pk, stored(case).pk)).status_code == 404
    assert not PembukaanBerkas.objects.exists()


def test_a_file_does_not_open_through_another_case(client, case):
    sign_in(client)
    other = FasilitasiFactory()
    assert client.post(url(NOUN, "open", other.pk, stored(case).pk)).status_code == 404


def test_an_official_opens_no_document(client, case):
    sign_in(client, "Pejabat")
    assert client.post(url(NOUN, "open", case.pk, stored(case).pk)).status_code == 403


def test_the_trail_of_openings_cannot_be_changed(case):
    opened = actions.open_document(berkas=stored(case), by=UserFactory())
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        PembukaanBerkas.objects.filter(pk=opened.pk).delete()


def test_a_file_uploaded_by_mistake_goes_and_its_row_with_it(
    client, case, django_capture_on_commit_callbacks
):
    sign_in(client)
    received = stored(case)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url(NOUN, "drop", case.pk, received.pk))
    assert not BerkasFasilitasi.objects.exists()
    assert not received.file.storage.exists(received.file.name)


# --- before a case is verified ----------------------------------------------------------------------


def verify(client, case, **more):
    data = {"to": Status.TERVERIFIKASI, "on": "24-11-2026", "notes": ""} | more
    return client.post(url(NOUN, "step", case.pk), data, follow=True)


def test_missing_documents_are_asked_about_once(client, case):
    sign_in(client)
    page = verify(client, case)
    assert f"{case.nomor}: belum ada KTP pemilik, NIB." in words(page)
    verify(client, case, is_checked="on")
    case.refresh_from_db()
    assert case.status == Status.TERVERIFIKASI


def test_a_case_with_all_its_documents_is_verified_without_a_question(client, case):
    sign_in(client)
    for berkas in documents(case):
        BerkasFasilitasiFactory(fasilitasi=case, berkas=berkas)
    verify(client, case)
    case.refresh_from_db()
    assert case.status == Status.TERVERIFIKASI


def test_other_steps_ask_for_no_document(client, case):
    sign_in(client)
    verify(client, case, to=Status.DIPROSES)
    case.refresh_from_db()
    assert case.status == Status.DIPROSES


def test_many_cases_are_asked_about_together(client, case):
    sign_in(client)
    chosen = {"action": "move_many", "index": "0", "_selected_action": [case.pk], "confirmed": "1"}
    told = {"to": Status.TERVERIFIKASI, "on": "24-11-2026", "notes": ""}
    page = client.post(url(NOUN, "changelist"), chosen | told)
    assert f"{case.nomor}: belum ada" in words(page)
    client.post(url(NOUN, "changelist"), chosen | told | {"is_checked": "on"})
    case.refresh_from_db()
    assert case.status == Status.TERVERIFIKASI
