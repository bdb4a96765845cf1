"""Calendars as RFC 5545 writes them."""

import datetime

import pytest

from kegiatan.ical import MOST_OCTETS, Entry, calendar, folded, text

WITA = datetime.timezone(datetime.timedelta(hours=8))


def entry(**changed):
    usual = {
        "uid": "kegiatan-7@contoh.id",
        "summary": "Pelatihan kemasan",
        "begins_at": datetime.datetime(2026, 12, 10, 9, tzinfo=WITA),
        "ends_at": datetime.datetime(2026, 12, 10, 15, tzinfo=WITA),
        "days": 1,
        "changed_at": datetime.datetime(2026, 12, 1, 8, 30, tzinfo=WITA),
    }
    return Entry(**(usual | changed))


def lines(*entries):
    """Unfolded, as a calendar program reads them."""
    return calendar("Kegiatan", entries).replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("biasa", "biasa"),
        ("Aula; lantai 2, kanan", "Aula\\; lantai 2\\, kanan"),
        ("C:\\map", "C:\\\\map"),
        ("satu\ndua", "satu\\ndua"),
        ("satu\r\ndua", "satu\\ndua"),
        ("tanda\x00\x07aneh", "tandaaneh"),
        ("tetap: titik dua", "tetap: titik dua"),
    ],
)
def test_text_is_escaped(value, written):
    assert text(value) == written


@pytest.mark.parametrize("length", [74, 75, 76, 150, 400])
@pytest.mark.parametrize("sign", ["a", "é", "–", "🎉"])
def test_no_line_is_longer_than_the_rule_allows_and_none_is_cut_inside_a_character(length, sign):
    line = f"SUMMARY:{sign * length}"
    written = folded(line)
    assert all(len(part.encode()) <= MOST_OCTETS for part in written.split("\r\n"))
    assert written.replace("\r\n ", "") == line


def test_a_short_line_stays_whole():
    assert folded("a" * MOST_OCTETS) == "a" * MOST_OCTETS


def test_an_event_tells_when_in_utc():
    found = lines(entry())
    assert "DTSTART:20261210T010000Z" in found
    assert "DTEND:20261210T070000Z" in found
    assert "DTSTAMP:20261201T003000Z" in found


def test_an_event_of_several_days_returns_at_the_same_hours():
    assert "RRULE:FREQ=DAILY;COUNT=3" in lines(entry(days=3))
    assert not any(line.startswith("RRULE") for line in lines(entry()))


def test_an_end_that_nobody_knows_is_not_told():
    assert not any(line.startswith("DTEND") for line in lines(entry(ends_at=None)))


def test_what_is_empty_is_left_out_and_what_is_known_is_told():
    bare = lines(entry())
    assert not any(line.startswith(("LOCATION", "DESCRIPTION", "CATEGORIES", "URL")) for line in bare)
    found = lines(entry(location="Aula, Ampana", url="https://contoh.id/kegiatan/x/", category="Pelatihan"))
    assert {"LOCATION:Aula\\, Ampana", "URL:https://contoh.id/kegiatan/x/", "CATEGORIES:Pelatihan"} <= set(
        found
    )


@pytest.mark.parametrize(("is_called_off", "status"), [(False, "CONFIRMED"), (True, "CANCELLED")])
def test_what_is_called_off_says_so(is_called_off, status):
    assert f"STATUS:{status}" in lines(entry(is_called_off=is_called_off))


def test_a_calendar_frames_its_events():
    found = lines(entry(), entry(uid="kegiatan-8@contoh.id"))
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 2
    assert sum(line.startswith("PRODID:") for line in found) == 1
