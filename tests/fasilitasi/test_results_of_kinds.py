"""What comes of a case beside a paper is asked as its kind says: a loan's amount, a verdict, a fair's turnover."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from common.receipts import code_of
from fasilitasi import actions
from fasilitasi.isian import choices_in, in_one_line, in_words, read_line
from fasilitasi.models import IsianHasil, JenisFasilitasi, NilaiHasil
from laporan.period import Period
from laporan.reports import daftar_penerima, rekap_fasilitasi
from laporan.scope import Scope
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, UserFactory
from tests.kantor import filled, sign_in, url, words
from tests.spreadsheets.lembar import check, messages_of, received, save, undone
from tests.unduhan import lines, take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"
DAY = datetime.date(2026, 6, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def jenis(slug="kur"):
    return JenisFasilitasi.objects.get(slug=slug)


def asked(slug="kur"):
    return {isian.name: isian for isian in IsianHasil.objects.filter(jenis=jenis(slug))}


def granted(amount=25_000_000, **case):
    """A finished loan."""
    told = {asked()["Bank penyalur"]: "BRI Ampana", asked()["Plafon disetujui"]: amount}
    opened = FasilitasiFactory(jenis=jenis(), **case)
    return actions.finish(fasilitasi=opened, by=UserFactory(), result_on=DAY, hasil=told)


def finish(client, case, **told):
    """By the names of what the kind asks for."""
    address = url(NOUN, "finish", case.pk)
    names = {isian.name: f"hasil_{isian.pk}" for isian in IsianHasil.objects.filter(jenis=case.jenis)}
    given = {names.get(name.replace("_", " "), name): value for name, value in told.items()}
    return client.post(address, filled(client.get(address), result_on="10-06-2026", **given), follow=True)


def shown(case):
    return {each.isian.name: each.words for each in case.nilaihasil_set.select_related("isian")}


# --- the form ---------------------------------------------------------------------------------


def test_a_loan_is_finished_with_its_bank_its_amount_and_its_day(client):
    sign_in(client, "Verifikator")
    case = FasilitasiFactory(jenis=jenis())
    finish(client, case, Bank_penyalur="BRI", Plafon_disetujui="Rp 25.000.000", Tanggal_akad="9 Juni 2026")
    assert shown(case) == {
        "Bank penyalur": "BRI", "Plafon disetujui": "Rp25.000.000", "Tanggal akad": "9 Juni 2026",
    }  # fmt: skip
    page = words(client.get(url(NOUN, "change", case.pk)))
    assert "Bank penyalur BRI" in page
    assert "Plafon disetujui Rp25.000.000" in page


def test_what_a_kind_must_have_is_asked_for_at_its_field_and_nothing_is_lost(client):
    sign_in(client, "Verifikator")
    case = FasilitasiFactory(jenis=jenis())
    asked_again = finish(client, case, Bank_penyalur="BRI", Plafon_disetujui="")
    assert "Plafon disetujui: " in words(asked_again)
    assert "BRI" in filled(asked_again).values()
    case.refresh_from_db()
    assert case.status == "diajukan"


@pytest.mark.parametrize(
    ("slug", "told", "refusal"),
    [
        ("kur", {"Bank_penyalur": "BRI", "Plafon_disetujui": "-5"}, "negatif"),
        ("kur", {"Bank_penyalur": "BRI", "Plafon_disetujui": "banyak"}, "Plafon disetujui: "),
        ("kur", {"Bank_penyalur": "B" * 301, "Plafon_disetujui": "5"}, "300"),
        ("kurasi", {"Hasil_kurasi": "Bagus"}, "Pilih salah satu: Layak, Perlu perbaikan."),
        ("kurasi", {"Hasil_kurasi": "Layak", "Nilai_kurasi": "-1"}, "Nilai kurasi: "),
    ],
)
def test_a_value_that_cannot_be_is_refused_at_its_field(client, slug, told, refusal):
    sign_in(client, "Verifikator")
    asked_again = finish(client, FasilitasiFactory(jenis=jenis(slug)), **told)
    assert refusal in words(asked_again)
    assert not NilaiHasil.objects.exists()


def test_a_kind_of_the_offices_own_asks_for_what_it_was_told_to(client):
    sign_in(client, "Verifikator")
    own = JenisFasilitasiFactory(name="Studi banding", sertifikat="")
    IsianHasil.objects.create(jenis=own, name="Tujuan")
    case = FasilitasiFactory(jenis=own)
    finish(client, case, Tujuan="Gorontalo")
    assert shown(case) == {"Tujuan": "Gorontalo"}


def test_what_is_asked_no_more_is_left_out_and_kept_where_it_was_told(client):
    sign_in(client, "Verifikator")
    old = granted()
    IsianHasil.objects.filter(name="Plafon disetujui").update(is_active=False)
    case = FasilitasiFactory(jenis=jenis())
    finish(client, case, Bank_penyalur="BRI")
    assert shown(case) == {"Bank penyalur": "BRI"}
    assert "Plafon disetujui" in shown(old)


# --- rules of the rows ------------------------------------------------------------------------


def test_the_action_refuses_what_is_missing_or_another_kinds():
    case = FasilitasiFactory(jenis=jenis())
    with pytest.raises(ValidationError, match="Hasil Akses KUR belum lengkap: Plafon disetujui"):
        actions.finish(
            fasilitasi=case, by=UserFactory(), result_on=DAY, hasil={asked()["Bank penyalur"]: "BRI"}
        )
    own = JenisFasilitasiFactory(sertifikat="")
    with pytest.raises(ValidationError, match="bukan hasil"):
        actions.finish(
            fasilitasi=FasilitasiFactory(jenis=own),
            by=UserFactory(),
            result_on=DAY,
            hasil={asked()["Bank penyalur"]: "BRI"},
        )


@pytest.mark.parametrize(
    "values",
    [{}, {"text": "BRI", "number": 1}, {"number": 1, "dated_on": DAY}, {"text": "BRI", "dated_on": DAY}],
)
def test_a_value_is_one_value(values):
    with pytest.raises(IntegrityError, match="one_value"), transaction.atomic():
        NilaiHasil.objects.create(fasilitasi=FasilitasiFactory(), isian=asked()["Bank penyalur"], **values)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"isian": "pilihan", "pilihan": "Layak"}, "sedikitnya dua pilihan"),
        ({"name": "Bank: cabang"}, "titik dua"),
        ({"isian": "teks", "pilihan": "Layak; Tidak"}, "memerlukan pilihannya"),
    ],
)
def test_what_a_kind_cannot_ask_is_refused(fields, told):
    with pytest.raises(ValidationError, match=told):
        IsianHasil(**{"jenis": jenis(), "name": "Baru"} | fields).full_clean()


def test_what_has_values_stays_of_its_sort():
    granted()
    bank = asked()["Bank penyalur"]
    bank.isian = "tanggal"
    with pytest.raises(ValidationError, match="Sudah ada nilainya"):
        bank.full_clean()


# --- who reads it -----------------------------------------------------------------------------


def test_a_persons_loan_is_hidden_from_those_who_may_not_see_money(client):
    case = granted()
    sign_in(client, "Pejabat")
    page = words(client.get(url(NOUN, "change", case.pk)))
    assert "BRI Ampana" in page
    assert "25.000.000" not in page


def test_the_list_as_a_file_tells_the_amount_only_with_a_reason(client):
    granted()
    sign_in(client, "Verifikator")
    plain, personal = (str(list(lines(get(client, NOUN, "xlsx")))) for get in (take, take_personal))
    assert "Bank penyalur: BRI Ampana" in plain
    assert "25.000.000" not in plain
    assert "Bank penyalur: BRI Ampana; Plafon disetujui: Rp25.000.000" in personal


def test_the_tracking_page_tells_nothing_of_it(client):
    case = granted()
    page = client.post("/lacak/", {"nomor": case.nomor, "kode": code_of(case.nomor)})
    assert "BRI" not in words(page)
    assert "25.000.000" not in words(page)


@pytest.mark.parametrize("build", [daftar_penerima.build, rekap_fasilitasi.build])
def test_reports_add_up_loans_and_keep_few_peoples_to_themselves(build):
    for amount in (1, 2, 3, 4):
        granted(amount * 1_000_000)
    few = " ".join(build(Period.year(2026), Scope()).notes)
    assert "Akses KUR, plafon disetujui: tidak dijumlahkan" in few
    assert "Rp10.000.000" not in few
    granted(5_000_000)
    assert (
        "Akses KUR, plafon disetujui: Rp15.000.000 dari 5 fasilitasi."
        in build(Period.year(2026), Scope()).notes
    )
    assert not any("plafon" in note for note in build(Period.year(2025), Scope()).notes)


def test_reports_count_verdicts():
    verdict = asked("kurasi")["Hasil kurasi"]
    for word in ("Layak", "Layak", "Perlu perbaikan"):
        case = FasilitasiFactory(jenis=jenis("kurasi"))
        actions.finish(fasilitasi=case, by=UserFactory(), result_on=DAY, hasil={verdict: word})
    notes = daftar_penerima.build(Period.year(2026), Scope()).notes
    assert "Kurasi produk, hasil kurasi: Layak 2, Perlu perbaikan 1." in notes


# --- sheets -----------------------------------------------------------------------------------


def results(*rows):
    header = ["Nomor fasilitasi", "Tanggal hasil", "Isian hasil"]
    lines_ = [dict(zip(header, row, strict=True)) for row in rows]
    upload = received(lines_, by=UserFactory(role="Verifikator"), kind="hasil", header=header)
    return check(upload, options={})


def test_a_sheet_of_results_brings_values_and_takes_them_back():
    case = FasilitasiFactory(jenis=jenis())
    upload = save(results([case.nomor, "10-06-2026", "bank penyalur: BRI; Plafon disetujui: Rp 25.000.000"]))
    assert shown(case) == {"Bank penyalur": "BRI", "Plafon disetujui": "Rp25.000.000"}
    undone(upload)
    case.refresh_from_db()
    assert (case.status, NilaiHasil.objects.count()) == ("diajukan", 0)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("", "Bank penyalur: "),
        ("Bank penyalur: BRI; Plafon disetujui: banyak", "Plafon disetujui: "),
        ("Bank penyalur: BRI; Plafon disetujui: 5; Bunga: 6", "Isian “bunga” tidak diminta"),
        ("BRI", "Isian “BRI” tidak diminta"),
    ],
)
def test_a_sheet_of_results_says_what_is_wrong_with_a_value(cell, told):
    case = FasilitasiFactory(jenis=jenis())
    assert told in " ".join(messages_of(results([case.nomor, "10-06-2026", cell])))


@pytest.mark.parametrize(
    ("isian", "value", "text"),
    [
        ("teks", "BRI", "BRI"),
        ("rupiah", Decimal("25000000.00"), "Rp25.000.000"),
        ("angka", Decimal("62.50"), "62,50"),
        ("angka", Decimal("3.00"), "3"),
        ("tanggal", DAY, "10 Juni 2026"),
    ],
)
def test_a_value_is_written_as_people_read_it(isian, value, text):
    assert in_words(isian, value) == text


def test_a_whole_result_is_one_line_and_read_again():
    line = in_one_line([("Bank penyalur", "BRI; Ampana"), ("Plafon", "Rp5")])
    assert line == "Bank penyalur: BRI, Ampana; Plafon: Rp5"
    assert read_line(line) == {"bank penyalur": "BRI, Ampana", "plafon": "Rp5"}
    assert read_line("BRI;;") == {"": "BRI"}
    assert choices_in("Layak; Layak;; Tidak ") == ["Layak", "Tidak"]
