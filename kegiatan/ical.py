"""Events for people's calendars: the part of RFC 5545 that a public agenda needs, and nothing of the rest.

Times are in UTC: a district has one zone without summer time, so no rules of zones need to travel along.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_OCTETS = 75
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))
# What RFC 5545 allows in no text, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An event that takes place at the same hours on one day or on several days in a row."""

    uid: str
    summary: str
    begins_at: datetime.datetime
    # Of the first day; None where nobody knows the hour.
    ends_at: datetime.datetime | None
    days: int
    changed_at: datetime.datetime
    location: str = ""
    description: str = ""
    category: str = ""
    url: str = ""
    is_called_off: bool = False


def calendar(name: str, entries: Iterable[Entry]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rumah Usaha//Kegiatan//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        *(line for entry in entries for line in _event(entry)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(entry.uid)}"
    yield f"DTSTAMP:{_moment(entry.changed_at)}"
    yield f"LAST-MODIFIED:{_moment(entry.changed_at)}"
    yield f"DTSTART:{_moment(entry.begins_at)}"
    if entry.ends_at:
        yield f"DTEND:{_moment(entry.ends_at)}"
    if entry.days > 1:
        yield f"RRULE:FREQ=DAILY;COUNT={entry.days}"
    yield f"SUMMARY:{text(entry.summary)}"
    yield f"STATUS:{'CANCELLED' if entry.is_called_off else 'CONFIRMED'}"
    told = (
        ("LOCATION", entry.location),
        ("DESCRIPTION", entry.description),
        ("CATEGORIES", entry.category),
    )
    for name, value in told:
        if value:
            yield f"{name}:{text(value)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def text(value: str) -> str:
    """A value of type TEXT."""
    value = _FORBIDDEN.sub("", value)
    for sign, escaped in _ESCAPES:
        value = value.replace(sign, escaped)
    return value


def folded(line: str) -> str:
    """In lines of at most 75 octets, never cut inside a character; a line that goes on begins with a space."""
    parts, part, room = [], "", MOST_OCTETS
    for sign in line:
        if len(part.encode()) + len(sign.encode()) > room:
            parts.append(part)
            # The space in front counts, too.
            part, room = "", MOST_OCTETS - 1
        part += sign
    return "\r\n ".join([*parts, part])


def _moment(at: datetime.datetime) -> str:
    return f"{at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
