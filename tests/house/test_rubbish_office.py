"""Whatever is sent to a form of the office: an officer's browser may be anybody's, and a sheet or a paper comes from
anywhere. The admin's own forms of a noun are Django's; of them the event's takes files that the public opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from kegiatan.models import Kegiatan, Materi
from rumah_usaha.access import ACCESS, SUPERUSER
from tests.acara import KegiatanFactory
from tests.house import rubbish
from tests.house.forms import PageForm, forms_of, multipart
from tests.house.people import client_of
from tests.house.repository import refuse
from tests.house.test_rubbish import PERSONS, faults, forms_on, is_error, pages_of, read
from tests.house.walk import named_addresses, url_of
from tests.kantor import filled

PRESSED = PageForm("post", "", False, {})
EVENT_FORMS = ("presence", "door", "turnover", "close")
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


@pytest.fixture
def folders(settings) -> list[Path]:
    return [Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT)]


@pytest.fixture
def officer(district, monkeypatch) -> Client:
    """May do everything; what is typeset on the way is not what is looked at."""
    for place in ("surat.paper.typeset", "laporan.terbit.proposal.render_pdf"):
        monkeypatch.setattr(place, lambda *args, **kwargs: b"%PDF-1.7 uji")
    return client_of(SUPERUSER, district)


def forms_of_the_office(client: Client, records: dict) -> Iterator[tuple[str, str, PageForm]]:
    """Name, address and fields; where no page shows a form now, there is a button at the most."""
    event = records[Kegiatan].pk
    special = {
        f"office:kegiatan_kegiatan_{page}": reverse(f"office:kegiatan_kegiatan_{page}", args=[event])
        for page in EVENT_FORMS
    }
    known = forms_on([*pages_of(SUPERUSER, records), *special.values()], client)
    for address in named_addresses():
        door = ACCESS.get(address.name)
        is_office = door and SUPERUSER in door.post and not set(PERSONS) & door.post
        if is_office and (address.name in special or not address.name.startswith("office:")):
            yield address.name, *known.get(address.name, (url_of(address, records), PRESSED))


def test_every_form_of_the_office_answers_rubbish_kindly(officer, district, folders):
    forms = list(forms_of_the_office(officer, district))
    assert sum(bool(form.fields) for _, _, form in forms) > 15
    refuse(
        f"{name}: {what}: {fault}"
        for name, at, form in forms
        for what, body in rubbish.attacks(form, rubbish.PLAUSIBLE)
        for fault in faults(officer, at, body, folders)
    )


# --- an event and what it hands out ------------------------------------------------------------------


@pytest.fixture
def event(officer) -> tuple[str, HttpResponseBase]:
    """Where the form of an event without materials goes, and its page."""
    at = reverse("office:kegiatan_kegiatan_change", args=[KegiatanFactory(listed=True).pk])
    return at, officer.get(at)


def with_material(page: HttpResponseBase, file_name: str, content: bytes) -> rubbish.Body:
    row = {"materi_set-TOTAL_FORMS": "1", "materi_set-0-title": "Bahan", "materi_set-0-link": ""}
    told = {name: str(value) for name, value in (filled(page) | row).items()}
    parts = [(name, value.encode(), None) for name, value in told.items()]
    return multipart([*parts, ("materi_set-0-file", content, file_name)])


def test_a_material_that_is_a_paper_is_taken(officer, event):
    at, page = event
    assert not is_error(officer.generic("POST", at, *with_material(page, "bahan.pdf", PDF)))
    assert Materi.objects.filter(title="Bahan").exists()


def test_hostile_materials_are_answered_kindly(officer, event, folders):
    at, page = event
    refuse(
        f"{what}: {fault}"
        for what, (file_name, content) in rubbish.FILES.items()
        for fault in faults(officer, at, with_material(page, file_name, content), folders)
    )


@pytest.mark.parametrize("file_name", ["gambar.svg", "bahan.pdf", "foto.jpg", "bahan.html"])
def test_no_material_is_a_drawing_with_a_script(officer, event, file_name):
    at, page = event
    officer.generic("POST", at, *with_material(page, file_name, rubbish.SVG))
    assert not Materi.objects.filter(title="Bahan").exists()


def test_the_rows_of_materials_answer_rubbish_kindly(officer, event, folders):
    """Their numbers and keys, too, which a browser only hands back."""
    at, page = event
    form = next(form for form in forms_of(read(page)) if "materi_set-TOTAL_FORMS" in form.fields)
    form.fields = {name: kind for name, kind in form.fields.items() if name.startswith("materi_set-")}
    refuse(
        f"{what}: {fault}"
        for what, body in rubbish.attacks(form, rubbish.PLAUSIBLE)
        for fault in faults(officer, at, body, folders)
    )
