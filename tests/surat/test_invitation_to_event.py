"""An invitation to an event of the agenda belongs to it: with its place and time, reached from its page."""

import datetime
from unittest.mock import patch

import pytest

from laporan.models import Pejabat
from surat.actions import invite
from surat.models import Surat
from surat.undangan import Acara, Undangan
from tests.acara import KegiatanFactory
from tests.factories import UserFactory
from tests.kantor import sign_in, url, words
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
PAGE = "/kantor/surat-keluar/undangan/"


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


@pytest.fixture(autouse=True)
def _no_typesetting():
    Pejabat.objects.create(
        name="Rahmat Contoh, S.E.",
        jabatan="Kepala Dinas",
        peran="kepala_dinas",
        valid_from=datetime.date(2024, 1, 1),
    )
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        yield


@pytest.fixture
def event():
    return KegiatanFactory(
        listed=True,
        name="Pelatihan Kemasan",
        begins_on=datetime.date(2026, 12, 2),
        ends_on=datetime.date(2026, 12, 3),
        jam_mulai=datetime.time(8, 30),
        jam_selesai=datetime.time(15, 0),
        place="Aula Dinas",
    )


@pytest.fixture
def head(client):
    return sign_in(client, "Pejabat")


def told(kegiatan, **changes):
    blank = {"acara": "", "on": "", "pukul": "", "tempat": "", "agenda": "", "others": "Camat Ratolindo"}
    return blank | {"kegiatan": kegiatan.pk if kegiatan else ""} | changes


def offered(client, asked):
    """What the form shows before anything is typed."""
    form = client.get(f"{PAGE}?kegiatan={asked}").context["form"]
    return {field.name: field.value() for field in form}


def test_the_page_of_the_event_leads_to_an_invitation_filled_in_with_it(client, head, event):
    shown = offered(client, event.pk)
    assert (shown["kegiatan"], shown["acara"]) == (event.pk, "Pelatihan Kemasan")
    assert (shown["on"], shown["tempat"]) == (datetime.date(2026, 12, 2), "Aula Dinas")
    assert shown["pukul"] == "08.30–15.00 WITA"


@pytest.mark.usefixtures("head")
def test_it_belongs_to_the_event_and_prints_its_place_and_time(client, event):
    client.post(PAGE, told(event, deed="terbit"))
    surat = Surat.objects.get()
    assert surat.kegiatan == event
    printed = str(surat.content)
    for text in ("Pelatihan Kemasan", "Rabu, 2 Desember 2026", "08.30–15.00 WITA", "Aula Dinas"):
        assert text in printed


@pytest.mark.usefixtures("head")
def test_the_usual_time_that_nobody_typed_gives_way_to_the_events_own(client, event):
    client.post(PAGE, told(event, pukul="09.00 WITA s.d. selesai", deed="terbit"))
    assert "08.30–15.00 WITA" in str(Surat.objects.get().content)


@pytest.mark.usefixtures("head")
def test_what_is_typed_stands_but_the_day_is_one_of_the_events(client, event):
    client.post(PAGE, told(event, on="3-12-2026", tempat="Ruang Rapat", deed="terbit"))
    assert "Kamis, 3 Desember 2026" in str(Surat.objects.get().content)
    assert "Ruang Rapat" in str(Surat.objects.get().content)
    page = words(client.post(PAGE, told(event, on="4-12-2026", deed="terbit")))
    assert "Kegiatan ini berlangsung 2–3 Desember 2026." in page
    assert Surat.objects.count() == 1


@pytest.mark.usefixtures("head")
def test_an_occasion_that_stands_in_no_agenda_needs_all_that_an_event_would_tell(client):
    page = words(client.post(PAGE, told(None, deed="terbit")))
    for label in ("Acara", "Tanggal", "Pukul", "Tempat"):
        assert f"{label}: " in page
    assert not Surat.objects.exists()


@pytest.mark.usefixtures("head")
@pytest.mark.parametrize(
    "fields",
    [
        {"begins_on": datetime.date(2026, 11, 1), "ends_on": datetime.date(2026, 11, 2)},
        {"listed": False, "is_draft": True},
    ],
)
def test_an_event_that_is_over_or_a_draft_is_not_invited_to(client, fields):
    event = KegiatanFactory(**fields)
    assert "Kegiatan ini sudah lewat, dibatalkan, atau tidak ada." in words(
        client.post(PAGE, told(event, deed="terbit"))
    )
    assert offered(client, event.pk)["kegiatan"] is None


def test_another_kecamatans_event_is_none_of_the_officers(client):
    togean, ratolindo = (Kecamatan.objects.get(name=name) for name in ("Togean", "Ratolindo"))
    event = KegiatanFactory(listed=True, begins_on=datetime.date(2026, 12, 2), kecamatan=togean)
    sign_in(client, "Pejabat", kecamatan=[ratolindo])
    assert offered(client, event.pk)["kegiatan"] is None


@pytest.mark.parametrize("asked", ["0", "x", "9" * 30, "1,2", ""])
def test_an_address_that_names_no_event_opens_an_empty_form(client, head, asked):
    assert offered(client, asked)["acara"] is None


def test_the_event_of_today_that_has_begun_invites_to_a_day_ahead(client, head):
    event = KegiatanFactory(
        listed=True, begins_on=datetime.date(2026, 11, 27), ends_on=datetime.date(2026, 11, 30)
    )
    assert offered(client, event.pk)["on"] == datetime.date(2026, 11, 28)


def test_the_page_of_the_event_names_its_invitations(client, event):
    undangan = Undangan(
        Acara(event.name, event.begins_on, "08.30", event.place), others=["Camat"], kegiatan=event
    )
    surat = invite(undangan=undangan, by=UserFactory(role="Pejabat"))
    sign_in(client, "Verifikator")
    page = client.get(url("kegiatan_kegiatan", "change", event.pk))
    assert f"Undangan {surat.dokumen.nomor}" in words(page)
    assert surat.get_absolute_url() in page.content.decode()


@pytest.mark.parametrize(("role", "may"), [("Pejabat", True), ("Verifikator", True), ("Petugas", False)])
def test_whoever_issues_letters_is_led_there_from_the_event(client, event, role, may):
    sign_in(client, role)
    page = client.get(url("kegiatan_kegiatan", "change", event.pk)).content.decode()
    assert (f"{PAGE}?kegiatan={event.pk}" in page) is may


def test_an_event_that_is_called_off_or_over_leads_to_no_invitation(client, head):
    over = KegiatanFactory(
        listed=True, begins_on=datetime.date(2026, 11, 1), ends_on=datetime.date(2026, 11, 2)
    )
    page = client.get(url("kegiatan_kegiatan", "change", over.pk)).content.decode()
    assert "Buat undangan" not in page


def test_a_change_that_is_refused_shows_the_event_again(client, event):
    sign_in(client, "Petugas")
    response = client.post(url("kegiatan_kegiatan", "change", event.pk), {"begins_on": "besok"})
    assert (response.status_code, bool(response.context["adminform"].form.errors)) == (200, True)


def test_the_same_words_to_two_events_are_two_letters(event):
    other = KegiatanFactory(listed=True, name=event.name, begins_on=event.begins_on)
    by = UserFactory(role="Pejabat")
    letters = {
        invite(
            undangan=Undangan(
                Acara(event.name, event.begins_on, "08.30", "Aula"), others=["Camat"], kegiatan=each
            ),
            by=by,
        ).pk
        for each in (event, other, event)
    }
    assert len(letters) == 2
