"""The pages of an import: who sees which, what they say, and what they cost."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spreadsheets.models import Import, ImportRow, State
from tests.factories import PemilikFactory, UserFactory
from tests.spreadsheets.lembar import (
    again,
    checked,
    csv_file,
    nik,
    officer,
    received,
    row,
    rows_of,
    save,
    saved,
    undone,
)
from umkm.models import Usaha

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def of(user):
    client = Client()
    client.force_login(user)
    return client


def address(name, upload=None):
    return reverse(f"spreadsheets:{name}", args=[upload.pk] if upload else [])


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


# --- the way through --------------------------------------------------------------------------


def test_a_clerk_goes_from_file_to_records_without_any_script():
    client = of(officer())
    response = client.post(address("new"), {"kind": "usaha", "file": csv_file([row(1), row(2)])})
    upload = Import.objects.get()
    assert response.url == address("columns", upload)
    page = client.get(response.url)
    fields = {
        box["field"].html_name: box["field"].value() for box in page.context["form"].rows()[0]["columns"]
    }
    response = client.post(address("columns", upload), {**fields, "tahun": "2025", "edition": "2020"})
    assert response.url == address("detail", upload)
    preview = text_of(client.get(response.url))
    assert "Belum ada yang disimpan" in preview
    client.post(address("save", upload))
    result = text_of(client.get(address("detail", upload)))
    assert "2 baris tersimpan" in result
    assert Usaha.objects.count() == 2


def test_a_file_that_is_no_sheet_is_refused_with_a_reason():
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("foto.xlsx", b"\x89PNG\r\n\x1a\n")
    response = of(officer()).post(address("new"), {"kind": "usaha", "file": file})
    assert "Berkas ini gambar" in text_of(response)
    assert not Import.objects.exists()


def test_a_file_without_a_row_of_headers_is_refused_with_advice():
    header = ["Satu", "Dua"]
    response = of(officer()).post(
        address("new"), {"kind": "usaha", "file": csv_file([{"Satu": "a", "Dua": "b"}], header=header)}
    )
    assert "Tidak ada lembar dengan judul kolom yang dikenali" in text_of(response)
    assert not Import.objects.exists()


def test_one_column_twice_is_refused():
    by = officer()
    upload = received([row(1)], by=by)
    form = of(by).get(address("columns", upload)).context["form"]
    fields = {box["field"].html_name: box["field"].value() for box in form.rows()[0]["columns"]}
    fields["kolom-0-3"] = fields["kolom-0-2"]
    page = text_of(of(by).post(address("columns", upload), {**fields, "tahun": "2025", "edition": "2020"}))
    assert "sudah dipilih untuk kolom" in page
    assert again(upload).state == State.UPLOADED


def test_a_missing_required_column_is_named():
    by = officer()
    upload = received([row(1)], by=by)
    page = text_of(of(by).post(address("columns", upload), {"tahun": "2025", "edition": "2020"}))
    assert "“Nama pengusaha” wajib ada" in page


def test_columns_that_do_not_go_in_are_named():
    by = officer()
    upload = checked([row(1)], by=by, header=[*row(1), "Hobi"])
    assert "1 kolom berkas tidak ikut masuk" in text_of(of(by).get(address("detail", upload)))


def test_a_file_that_went_in_before_is_told():
    by = officer()
    saved([row(1)], by=by)
    upload = received([row(1)], by=by)
    assert "persis sama sudah diimpor" in text_of(of(by).get(address("columns", upload)))


def test_a_row_is_named_by_its_plain_number_in_forms(settings):
    by = officer()
    PemilikFactory(name="Orang Lain Sekali", nik=nik(1))
    upload = checked([row(1)], by=by)
    ImportRow.objects.update(id=1_234_567)
    assert 'name="row" value="1234567"' in text_of(of(by).get(address("detail", upload)))


def test_doubts_are_decided_row_by_row_and_for_all_alike():
    by = officer()
    for number in (1, 2):
        PemilikFactory(name="Orang Lain Sekali", nik=nik(number))
    upload = checked([row(1), row(2)], by=by)
    first = rows_of(upload)[0]
    response = of(by).post(address("decide", upload), {"decision": "pakai", "row": first.pk})
    assert response.url.endswith(f"#baris-{first.pk}")
    of(by).post(address("decide", upload), {"decision": "lewati"})
    assert [each.decision for each in rows_of(upload)] == ["pakai", "lewati"]


def test_refused_rows_come_back_to_their_officer_and_to_nobody_else():
    by = officer()
    upload = checked([row(1, Nama_Pemilik=""), row(2)], by=by)
    response = of(by).post(address("refused", upload))
    assert response.status_code == 200
    assert b"".join(response.streaming_content)
    admin = UserFactory(role="Admin")
    assert of(admin).post(address("refused", upload)).status_code == 404


def test_what_an_undo_left_is_named():
    by = officer()
    upload = saved([row(1)], by=by)
    from tests.factories import ProdukFactory

    ProdukFactory(usaha=Usaha.objects.get())
    upload = undone(upload)
    page = text_of(of(by).get(address("detail", upload)))
    assert "1 baris tidak diurungkan" in page
    assert row(1)["Nama Usaha"] in page


def test_work_that_lost_its_worker_can_be_taken_up_again():
    by = officer()
    upload = checked([row(1)], by=by)
    Import.objects.filter(pk=upload.pk).update(state=State.SAVING, moved_at="2026-01-01T00:00Z")
    assert "Pekerjaan terhenti" in text_of(of(by).get(address("detail", upload)))
    of(by).post(address("resume", upload))
    assert again(upload).state == State.DONE


def test_running_work_reloads_its_page_by_itself():
    by = officer()
    upload = received([row(1)], by=by)
    Import.objects.filter(pk=upload.pk).update(state=State.CHECKING)
    page = of(by).get(address("detail", upload)).content.decode()
    assert '<meta http-equiv="refresh"' in page


# --- who --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["detail", "sheets", "columns"])
def test_another_officers_import_is_not_found(name):
    upload = checked([row(1)])
    assert of(officer()).get(address(name, upload)).status_code == 404


@pytest.mark.parametrize("name", ["decide", "save", "cancel", "resume", "undo", "refused"])
def test_another_officer_can_do_nothing_to_it(name):
    upload = checked([row(1)])
    assert of(officer()).post(address(name, upload), {"decision": "pakai"}).status_code == 404
    assert again(upload).state == State.PREVIEW


def test_an_admin_sees_every_import_and_cannot_save_it():
    upload = checked([row(1)])
    client = of(UserFactory(role="Admin"))
    assert client.get(address("detail", upload)).status_code == 200
    client.post(address("save", upload))
    assert again(upload).state == State.PREVIEW


def test_the_list_names_only_ones_own():
    checked([row(1)], name="rahasia.csv")
    by = officer()
    checked([row(2)], by=by, name="milik_saya.csv")
    page = text_of(of(by).get(address("list")))
    assert "milik_saya.csv" in page
    assert "rahasia.csv" not in page


def test_no_page_shows_a_whole_nik():
    by = officer()
    PemilikFactory(name="Orang Lain Sekali", nik=nik(3))
    upload = checked([row(1), row(2, NIK=f"{nik(2)}1"), row(3)], by=by, name=f"daftar {nik(9)}.csv")
    client = of(by)
    for query in ("", "?keadaan=ditolak", "?keadaan=kembar", "?keadaan=baru"):
        assert not re.search(r"720999\d{10}", text_of(client.get(address("detail", upload) + query)))
    for name in ("sheets", "columns"):
        assert not re.search(r"720999\d{10}", text_of(client.get(address(name, upload))))


# --- cost -------------------------------------------------------------------------------------


def test_a_preview_costs_the_same_with_one_row_and_with_a_page_of_them():
    by = officer()
    few, many = checked([row(1)], by=by), checked([row(number) for number in range(2, 60)], by=by)
    counted = []
    for upload in (few, many):
        client = of(by)
        client.get(address("list"))
        with CaptureQueriesContext(connection) as seen:
            client.get(address("detail", upload))
        counted.append(len(seen))
    assert counted[0] == counted[1]
    assert counted[0] <= 14


def test_a_preview_is_paged():
    by = officer()
    upload = checked([row(number) for number in range(1, 60)], by=by)
    client = of(by)
    page = client.get(address("detail", upload))
    assert len(page.context["lines"]) == 25
    further = client.get(f"{address('detail', upload)}?hal={page.context['found'].next_cursor}")
    assert further.context["lines"][0]["row"].number == 27
    assert save(again(upload)).state == State.DONE
