"""An OPD's sheet from its own recap officer: of that OPD alone, seen by that officer alone, judged like the forms."""

import datetime
import io

import pghistory
import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import UnduhanDataPribadi
from belanja_asn import actions
from belanja_asn.models import Belanja
from belanja_asn.sheets import LEMBAR
from spreadsheets.kinds import kinds_of
from spreadsheets.models import Import, State
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, OpdFactory, PetugasRekapFactory
from tests.factories import UsahaFactory, UserFactory
from tests.spreadsheets import lembar
from tests.spreadsheets.berkas import rows_of as sheet_rows

pytestmark = pytest.mark.django_db
HEADER = ["Perangkat daerah", "Nama pegawai", "Tanggal", "Penjual", "Nama barang", "Nilai", "No nota"]
KIND = "belanja-opd"


@pytest.fixture(autouse=True)
def _on_a_day_of_november(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    cache.clear()
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        AturanBelanjaFactory(identitas="nama")
        UsahaFactory(name="Dapur Mekar", pemilik__name="Rahasia Pemilik")
        yield


@pytest.fixture
def opd():
    return OpdFactory(name="Dinas Kesehatan", singkatan="Dinkes")


@pytest.fixture
def officer(opd):
    return PetugasRekapFactory(opd=opd).account


def line(**said):
    told = {
        "opd": "", "nama": "Sitti Rahma", "tanggal": "12-11-2026", "penjual": "Dapur Mekar",
        "barang": "2 kopi; 1 kue", "nilai": "Rp 75.000,00", "nota": "012",
    } | said  # fmt: skip
    return dict(zip(HEADER, told.values(), strict=True))


def checked(officer, *lines, header=HEADER):
    return lembar.checked(list(lines), by=officer, kind=KIND, header=header, options={})


def told(upload):
    return [(row.state, [problem["text"] for problem in row.problems]) for row in lembar.rows_of(upload)]


def of(user):
    client = Client()
    client.force_login(user)
    return client


def page(name, *args):
    return LEMBAR.address(name, *args)


# --- what goes in ---------------------------------------------------------------------------------


def test_rows_without_an_opd_are_of_the_officers_own(officer, opd):
    lembar.save(checked(officer, line(), line(nota="013", opd="Dinkes")))
    found = Belanja.objects.order_by("pk")
    assert {(each.opd, each.recorded_by, each.keadaan, each.channel) for each in found} == {
        (opd, officer, "menunggu", "lembar")
    }
    assert [each.pembeli for each in found] == ["Sitti Rahma"] * 2


def test_a_sheet_without_the_column_of_the_opd_is_enough(officer, opd):
    lembar.save(checked(officer, line(), header=HEADER[1:]))
    assert Belanja.objects.get().opd == opd


def test_a_row_of_another_opd_is_refused_and_told_why(officer):
    OpdFactory(name="Dinas Lain", singkatan="Lain")
    upload = checked(officer, line(opd="Dinas Lain"), line(nota="013"))
    (refused, why), (fine, _) = told(upload)
    assert (refused, fine) == ("ditolak", "baru")
    assert "Baris ini menyebut perangkat daerah lain." in why
    lembar.save(upload)
    assert [each.nomor_nota for each in Belanja.objects.all()] == ["013"]


def test_who_reports_for_two_offices_names_the_one_meant(officer, opd):
    other = PetugasRekapFactory(account=officer, opd__name="Badan Uji").opd
    upload = checked(officer, line(), line(opd="Badan Uji", nota="013"))
    assert [state for state, _ in told(upload)] == ["ditolak", "baru"]
    lembar.save(upload)
    assert Belanja.objects.get().opd == other


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"nama": ""}, "meminta nama ASN"),
        ({"tanggal": "24-11-2026"}, "belum tiba"),
        ({"tanggal": "12-08-2026"}, "Batas melapor bulan ini sudah lewat."),
        ({"penjual": "Kios Entah"}, "tidak ditemukan"),
        ({"nilai": "0"}, "lebih dari nol"),
        ({"nilai": ""}, "lebih dari nol"),
        ({"tanggal": ""}, "tidak ditulis"),
    ],
)
def test_what_the_forms_refuse_the_sheet_is_refused_too(officer, said, why):
    ((state, problems),) = told(checked(officer, line(**said)))
    assert state == "ditolak"
    assert any(why in problem for problem in problems)


def test_the_own_business_is_bought_at_by_another(officer):
    mine = UsahaFactory(name="Kios Sendiri")
    mine.pemilik.account = officer
    mine.pemilik.save()
    ((state, problems),) = told(checked(officer, line(penjual="Kios Sendiri")))
    assert state == "ditolak"
    assert any("Anda mengelola usaha ini" in problem for problem in problems)


def test_an_officer_is_told_of_no_owner(officer):
    ((_, problems),) = told(checked(officer, line()))
    assert any("hanya dikenali dari namanya" in problem for problem in problems)
    assert "Rahasia Pemilik" not in " ".join(problems)


def test_a_receipt_that_another_opd_recorded_is_known_without_its_name(officer):
    usaha = UsahaFactory(name="Warung Dua")
    other = OpdFactory(name="Dinas Lain")
    BelanjaFactory(opd=other, usaha=usaha, nomor_nota="7", bought_on=datetime.date(2026, 11, 12))
    (row,) = lembar.rows_of(checked(officer, line(penjual="Warung Dua", nota="7")))
    assert row.state == "sama"
    assert row.twin["label"] == "Nota ini"


def test_whoever_is_no_officer_any_more_saves_nothing(officer):
    upload = checked(officer, line())
    officer.petugasrekap_set.update(is_active=False)
    lembar.save(upload)
    assert not Belanja.objects.exists()


def test_taken_back_only_what_nobody_confirmed_goes(officer):
    upload = lembar.save(checked(officer, line(), line(nota="013")))
    kept = Belanja.objects.get(nomor_nota="013")
    # As in a request: within one transaction a test's writes would else seem to be the import's own.
    with pghistory.context(url="/akun/belanja/"):
        actions.confirm(belanja=kept, by=UserFactory(is_staff=True))
    lembar.undone(upload)
    assert list(Belanja.objects.all()) == [kept]


# --- the pages ------------------------------------------------------------------------------------


def test_an_officer_goes_from_file_to_purchases(officer):
    client = of(officer)
    response = client.post(page("new"), {"kind": KIND, "file": lembar.csv_file([line()], header=HEADER)})
    upload = Import.objects.get()
    assert response.url == page("columns", upload.pk)
    form = client.get(response.url).context["form"]
    answers = {name: form[name].value() for name in form.fields}
    assert client.post(response.url, answers).url == page("detail", upload.pk)
    assert "Dinas Kesehatan di Dapur Mekar" in client.get(page("detail", upload.pk)).text
    assert client.post(page("save", upload.pk)).url == page("detail", upload.pk)
    assert "1 baris tersimpan" in client.get(page("detail", upload.pk)).text
    assert Belanja.objects.get().recorded_by == officer


def test_no_page_of_it_leads_to_the_staff_door(officer):
    client = of(officer)
    upload = checked(officer, line(opd="Dinas Entah"), line())
    pages = [page("list"), page("new"), page("columns", upload.pk), page("detail", upload.pk)]
    texts = [client.get(each).text for each in pages]
    texts.append(client.get(page("undo", lembar.save(upload).pk)).text)
    assert not [text for text in texts if "/kantor/" in text]


def test_the_template_holds_its_own_columns(officer):
    client = of(officer)
    response = client.get(page("template", KIND))
    assert response.headers["Content-Disposition"].endswith('"templat-belanja-opd.xlsx"')
    assert "Nomor nota" in sheet_rows(response.getvalue())[0]
    assert client.get(page("template", "belanja-asn")).status_code == 404


def test_refused_rows_go_back_to_the_officer_and_are_on_record(officer):
    upload = checked(officer, line(opd="Dinas Entah"))
    response = of(officer).post(page("refused", upload.pk))
    assert response["Content-Disposition"].startswith("attachment")
    assert "Dinas Entah" in str(sheet_rows(response.getvalue()))
    assert UnduhanDataPribadi.objects.get().downloaded_by == officer


_PAGES = ("detail", "sheets", "columns", "undo")
_DEEDS = ("decide", "save", "cancel", "resume", "undo", "refused")


@pytest.mark.parametrize("is_same_opd", [True, False])
def test_another_officers_sheet_is_not_found(officer, opd, is_same_opd):
    upload = checked(officer, line())
    client = of(PetugasRekapFactory(**({"opd": opd} if is_same_opd else {})).account)
    answers = [client.get(page(name, upload.pk)).status_code for name in _PAGES]
    answers += [client.post(page(name, upload.pk)).status_code for name in _DEEDS]
    assert set(answers) == {404}
    assert upload.file_name not in client.get(page("list")).text


def test_an_import_of_the_staff_door_is_not_found_here():
    staff = lembar.officer()
    PetugasRekapFactory(account=staff)
    upload = lembar.received([lembar.row()], by=staff)
    assert of(staff).get(page("detail", upload.pk)).status_code == 404


def test_the_staff_door_stays_shut(officer):
    upload = checked(officer, line())
    client = of(officer)
    for address in (
        reverse("spreadsheets:list"),
        reverse("spreadsheets:new"),
        reverse("spreadsheets:template", args=["usaha"]),
        reverse("spreadsheets:detail", args=[upload.pk]),
    ):
        assert client.get(address).status_code == 403
    answer = client.post(page("new"), {"kind": "usaha", "file": lembar.csv_file([lembar.row()])})
    assert answer.status_code == 200
    assert Import.objects.count() == 1


def test_the_office_does_not_see_whom_an_officer_names(officer):
    upload = checked(officer, line())
    client = of(UserFactory(role="Admin"))
    assert client.get(reverse("spreadsheets:columns", args=[upload.pk])).status_code == 404
    assert (
        reverse("spreadsheets:detail", args=[upload.pk]) not in client.get(reverse("spreadsheets:list")).text
    )


def test_at_the_office_the_kind_is_not_offered():
    assert KIND not in {kind.slug for kind in kinds_of(UserFactory(is_superuser=True))}


def test_who_reports_for_nobody_is_refused(officer):
    officer.petugasrekap_set.update(is_active=False)
    assert of(officer).get(page("list")).status_code == 403


def test_a_flood_of_files_is_held_off(officer, monkeypatch):
    monkeypatch.setattr("spreadsheets.views.bringing.allows", lambda request, deed, most, seconds: most > 60)
    file = lembar.csv_file([line()], header=HEADER)
    assert "Terlalu banyak berkas" in of(officer).post(page("new"), {"kind": KIND, "file": file}).text
    assert not Import.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\x00" * 64, b"PK\x03\x04broken", b"\xff\xfe\x00"])
def test_a_hostile_file_is_told_so(officer, content):
    file = io.BytesIO(content)
    file.name = "belanja.xlsx"
    assert of(officer).post(page("new"), {"kind": KIND, "file": file}).status_code == 200
    assert not Import.objects.exists()


def statements_of(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_statements_do_not_grow_with_rows(officer, same_minute):
    client = of(officer)
    few = checked(officer, line(nota=""))
    many = checked(officer, *[line(nota="") for _ in range(20)])
    client.get(page("list"))
    assert statements_of(client, page("detail", few.pk)) == statements_of(client, page("detail", many.pk))
    assert Import.objects.filter(state=State.PREVIEW).count() == 2
