"""The case's screens, as a clerk and a verifier use them."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasilitasi import actions
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from tests.factories import (
    DesaFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
NOUN = "fasilitasi_fasilitasi"


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def opened(jenis=None, **kwargs):
    jenis = jenis or JenisFasilitasiFactory(usual_days=30, documents="KTP pemilik\nNIB")
    subject = kwargs or {"usaha": UsahaFactory(name="Dapur Rica")}
    case = Fasilitasi(jenis=jenis, applied_on=datetime.date(2026, 3, 2), **subject)
    return actions.open_case(fasilitasi=case, by=UserFactory(name="Sitti Petugas"))


def add(client, **changes):
    return client.post(url(NOUN, "add"), filled(client.get(url(NOUN, "add")), **changes))


def change(client, case, **changes):
    address = url(NOUN, "change", case.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


def step(client, case, **data):
    return client.post(url(NOUN, "step", case.pk), {"on": "24-11-2026", "notes": ""} | data, follow=True)


def move_many(client, *cases, **data):
    chosen = {"action": "move_many", "index": "0", "_selected_action": [case.pk for case in cases]}
    return client.post(url(NOUN, "changelist"), chosen | data, follow=True)


# --- opening ----------------------------------------------------------------------------------


def test_a_clerk_opens_a_case(client):
    clerk = sign_in(client)
    jenis, usaha = JenisFasilitasiFactory(penerbit="BPJPH"), UsahaFactory()
    answer = add(client, jenis=jenis.pk, usaha=usaha.pk, applied_on="2 Maret 2026", biaya="Rp 650.000")
    assert answer.status_code == 302
    case = Fasilitasi.objects.get()
    assert (case.nomor, case.petugas, case.lembaga_penerbit, case.biaya) == (
        "FAS-2026-00001",
        clerk,
        "BPJPH",
        650_000,
    )
    assert case.langkahfasilitasi_set.get().recorded_by == clerk


def test_a_form_sent_twice_opens_one_case(client):
    sign_in(client)
    page = client.get(url(NOUN, "add"))
    data = filled(page, jenis=JenisFasilitasiFactory().pk, usaha=UsahaFactory().pk)
    for _ in range(2):
        client.post(url(NOUN, "add"), data)
    assert Fasilitasi.objects.count() == 1


@pytest.mark.parametrize(
    ("untuk", "subject", "told"),
    [
        ("koperasi", "usaha", "hanya untuk koperasi"),
        ("usaha", "koperasi", "hanya untuk usaha"),
        ("keduanya", None, "Pilih satu pemohon"),
    ],
)
def test_the_applicant_fits_the_kind(client, untuk, subject, told):
    sign_in(client)
    subjects = {"usaha": UsahaFactory().pk, "koperasi": KoperasiFactory().pk}
    answer = add(
        client,
        jenis=JenisFasilitasiFactory(untuk=untuk).pk,
        **({subject: subjects[subject]} if subject else {}),
    )
    assert told in words(answer)
    assert not Fasilitasi.objects.exists()


def test_kinds_out_of_use_are_not_offered(client):
    sign_in(client)
    JenisFasilitasiFactory(name="Program lama", is_active=False)
    assert "Program lama" not in words(client.get(url(NOUN, "add")))


def test_a_case_is_given_to_somebody_who_still_works_here(client):
    sign_in(client)
    UserFactory(role="Petugas", name="Budi Aktif")
    UserFactory(role="Petugas", name="Wati Pensiun", is_active=False)
    UserFactory(name="Bukan Petugas")
    page = words(client.get(url(NOUN, "add")))
    assert [name for name in ("Budi Aktif", "Wati Pensiun", "Bukan Petugas") if name in page] == [
        "Budi Aktif"
    ]


def test_an_application_of_tomorrow_is_refused(client):
    sign_in(client)
    answer = add(client, jenis=JenisFasilitasiFactory().pk, usaha=UsahaFactory().pk, applied_on="25-11-2026")
    assert "Tanggal permohonan: Tanggal permohonan belum tiba." in words(answer)


def test_an_application_is_not_dated_after_its_steps(client):
    sign_in(client)
    case = opened()
    actions.move(fasilitasi=case, to="diperiksa", on=datetime.date(2026, 4, 1), by=UserFactory())
    assert "Sudah ada langkah yang lebih awal" in words(change(client, case, applied_on="2-4-2026"))
    change(client, case, applied_on="1-4-2026")
    assert case.langkahfasilitasi_set.first().happened_on == datetime.date(2026, 4, 1)


def test_help_already_given_is_pointed_out(client):
    sign_in(client)
    case = opened()
    FasilitasiFactory(finished=True, jenis=case.jenis, usaha=case.usaha)
    assert "untuk Dapur Rica sudah diberikan tahun 2026" in words(client.get(url(NOUN, "change", case.pk)))


# --- the page of a case ---------------------------------------------------------------------------


def test_the_page_shows_steps_documents_and_delay(client):
    sign_in(client)
    case = opened()
    actions.move(
        fasilitasi=case,
        to="diperiksa",
        on=datetime.date(2026, 4, 1),
        by=UserFactory(name="Budi"),
        notes="Lengkap.",
    )
    page = words(client.get(url(NOUN, "change", case.pk)))
    assert "Diajukan 2 Maret 2026, dicatat Sitti Petugas" in page
    assert "Berkas diperiksa 1 April 2026, dicatat Budi" in page
    assert "Lengkap." in page
    assert "Berkas yang diminta (2, 2 wajib belum ada) KTP pemilik: Belum adaNIB: Belum ada" in page
    assert "Sudah 237 hari lewat dari lama biasa (1 April 2026)." in page


def test_only_possible_moves_are_buttons(client):
    sign_in(client)
    case = FasilitasiFactory(status="perlu_perbaikan")
    page = client.get(url(NOUN, "change", case.pk)).content.decode()
    assert 'name="to" value="diperiksa"' in page
    assert 'name="to" value="terverifikasi"' not in page


def test_a_reader_has_no_buttons(client):
    sign_in(client, "Pejabat")
    page = client.get(url(NOUN, "change", opened().pk)).content.decode()
    assert "Diajukan" in page
    assert 'name="to"' not in page


def test_a_year_is_written_without_a_dot(client):
    sign_in(client, "Pejabat")
    case = FasilitasiFactory(tahun_anggaran=2026, finished=True)
    page = words(client.get(url(NOUN, "change", case.pk)))
    assert "Tahun anggaran: 2026" in page
    assert "2.026" not in page


# --- one step ---------------------------------------------------------------------------------


def test_a_button_records_a_step_with_date_and_note(client):
    clerk = sign_in(client)
    case = opened()
    page = step(client, case, to="diperiksa", on="1 April 2026", notes="Foto menyusul.")
    kept = case.langkahfasilitasi_set.get(status="diperiksa")
    assert (kept.happened_on, kept.recorded_by, kept.notes) == (
        datetime.date(2026, 4, 1),
        clerk,
        "Foto menyusul.",
    )
    assert f"{case.nomor}: Berkas diperiksa." in words(page)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"on": "25-11-2026"}, "Tanggal: Tanggal tidak boleh di masa depan."),
        ({"on": "1-3-2026"}, "Tanggal: Tanggal tidak boleh mendahului tanggal permohonan."),
        ({"on": "kemarin"}, "Tanggal: Tanggal tidak dikenali."),
        ({"to": "terbit"}, "Menjadi: Langkah ini tidak dapat dipilih sekarang."),
        ({"to": "apa saja"}, "Menjadi: Langkah ini tidak dapat dipilih sekarang."),
        ({"to": "ditolak", "notes": ""}, "Tulis alasannya: “Ditolak” menutup fasilitasi ini."),
    ],
)
def test_an_impossible_step_is_answered_at_the_field_and_keeps_what_was_typed(client, data, told):
    sign_in(client)
    case = opened()
    answer = step(client, case, **{"to": "diperiksa", "notes": "Catatan panjang."} | data)
    assert told in words(answer)
    assert filled(answer)["notes"].strip() == data.get("notes", "Catatan panjang.")
    case.refresh_from_db()
    assert case.status == "diajukan"


def test_a_refusal_with_its_reason_closes_the_case(client):
    sign_in(client)
    case = opened()
    step(client, case, to="ditolak", notes="Bahan tidak jelas.")
    case.refresh_from_db()
    assert case.status == "ditolak"


def test_a_step_on_a_closed_case_leads_back_with_a_word(client):
    sign_in(client)
    case = FasilitasiFactory(status="ditolak")
    assert f"{case.nomor} sudah ditolak." in words(step(client, case, to="diperiksa"))


@pytest.mark.parametrize("page", ["change", "step", "finish", "history"])
def test_a_case_outside_the_officers_kecamatan_is_not_found(client, page):
    case = opened()
    sign_in(client, "Verifikator", kecamatan=[DesaFactory().kecamatan])
    assert client.get(url(NOUN, page, case.pk)).status_code == 404
    assert client.post(url(NOUN, page, case.pk), {"to": "diperiksa"}).status_code == 404


@pytest.mark.parametrize("page", ["langkah", "selesai"])
@pytest.mark.parametrize("key", ["999999999999999999999", "apa", "0"])
def test_no_case_is_no_error(client, page, key):
    sign_in(client, "Verifikator")
    assert client.get(f"/kantor/fasilitasi/fasilitasi/{key}/{page}/").status_code == 404


def test_a_reader_records_no_step(client):
    sign_in(client, "Pejabat")
    case = opened()
    assert step(client, case, to="diperiksa").status_code == 403


# --- many ----------------------------------------------------------------------------------------


def test_many_cases_move_together_after_one_question(client):
    sign_in(client)
    cases = [opened(), opened()]
    asked = move_many(client, *cases)
    assert "Langkah berikutnya untuk 2 fasilitasi" in words(asked)
    page = move_many(client, *cases, confirmed="1", to="diproses", on="24-11-2026", notes="Dikirim bersama.")
    assert "2 fasilitasi menjadi “Diproses di lembaga penerbit”." in words(page)
    assert set(Fasilitasi.objects.values_list("status", flat=True)) == {"diproses"}


def test_a_case_that_cannot_move_is_named_and_the_others_move(client):
    sign_in(client)
    free, stuck = opened(), FasilitasiFactory(status="ditolak")
    page = move_many(client, free, stuck, confirmed="1", to="diperiksa", on="24-11-2026")
    assert "1 fasilitasi menjadi “Berkas diperiksa”." in words(page)
    assert f"{stuck.nomor}: {stuck.nomor} berstatus “Ditolak”" in words(page)


def test_two_hundred_cases_move_in_one_go_and_each_costs_a_few_statements(client):
    sign_in(client)
    jenis, usaha = JenisFasilitasiFactory(batas_ulang="bebas"), UsahaFactory()
    cases = FasilitasiFactory.create_batch(
        200, jenis=jenis, usaha=usaha, status="diajukan", applied_on=datetime.date(2026, 11, 2)
    )
    with CaptureQueriesContext(connection) as spent:
        move_many(
            client,
            *cases[:100],
            select_across="1",
            confirmed="1",
            to="diproses",
            on="24-11-2026",
            notes="Dikirim.",
        )
    assert set(Fasilitasi.objects.values_list("status", flat=True)) == {"diproses"}
    assert LangkahFasilitasi.objects.filter(status="diproses", notes="Dikirim.").count() == 200
    assert len(spent) < 200 * 6


def test_a_wrong_date_for_many_is_asked_again(client):
    sign_in(client)
    page = move_many(client, opened(), confirmed="1", to="diperiksa", on="25-11-2026", notes="Dikirim.")
    assert "Tanggal: Tanggal tidak boleh di masa depan." in words(page)
    assert filled(page)["notes"].strip() == "Dikirim."


def test_many_are_never_finished_at_once(client):
    sign_in(client, "Verifikator")
    page = move_many(client, opened(), confirmed="1", to="terbit", on="24-11-2026")
    assert "Langkah ini tidak dapat dipilih sekarang." in words(page)


# --- a closed case ------------------------------------------------------------------------------


def test_a_finished_case_takes_remarks_only(client):
    sign_in(client)
    case = FasilitasiFactory(finished=True, merek="Lama")
    page = client.get(url(NOUN, "change", case.pk))
    assert "merek" not in filled(page)
    change(client, case, notes="Sertifikat diserahkan.", merek="Baru", jumlah_unit="9")
    case.refresh_from_db()
    assert (case.notes, case.merek, case.jumlah_unit) == ("Sertifikat diserahkan.", "Lama", 1)


def test_a_finished_case_keeps_its_products(client):
    sign_in(client)
    produk = ProdukFactory()
    case = FasilitasiFactory(finished=True, usaha=produk.usaha)
    case.produk.add(produk)
    change(client, case, notes="Selesai.", produk=[])
    assert list(case.produk.all()) == [produk]


# --- the list -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=berjalan", {"A", "B"}),
        ("?status=terbit", {"C"}),
        ("?terlambat=ya", {"A"}),
        ("?tahun=2025", {"C"}),
        ("?tahun=2026", {"A", "B"}),
        ("?status=apa&tahun=x&terlambat=entah", {"A", "B", "C"}),
    ],
)
def test_the_list_is_filtered(client, query, found):
    sign_in(client)
    jenis = JenisFasilitasiFactory(usual_days=30)
    rows = {
        "A": FasilitasiFactory(jenis=jenis, applied_on=datetime.date(2026, 3, 2)),
        "B": FasilitasiFactory(jenis=jenis, applied_on=datetime.date(2026, 11, 20)),
        "C": FasilitasiFactory(
            jenis=jenis,
            applied_on=datetime.date(2024, 12, 1),
            status="terbit",
            result_on=datetime.date(2025, 2, 1),
        ),
    }
    page = words(client.get(url(NOUN, "changelist") + query))
    assert {name for name, case in rows.items() if case.nomor in page} == found


def test_the_list_costs_the_same_for_one_row_and_for_many(client):
    sign_in(client)
    opened()
    one = query_count(client, url(NOUN, "changelist"))
    for _ in range(4):
        opened()
    opened(koperasi=KoperasiFactory())
    assert query_count(client, url(NOUN, "changelist")) == one


def test_the_page_of_a_case_costs_the_same_for_few_and_for_many_steps(client):
    sign_in(client)
    case = opened()
    one = query_count(client, url(NOUN, "change", case.pk))
    for _ in range(3):
        actions.move(fasilitasi=case, to="perlu_perbaikan", on=datetime.date(2026, 4, 1), by=UserFactory())
        actions.move(fasilitasi=case, to="diperiksa", on=datetime.date(2026, 4, 1), by=UserFactory())
    assert query_count(client, url(NOUN, "change", case.pk)) == one
