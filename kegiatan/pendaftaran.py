"""Who may sign up for an event, and who gets a place: values in, words or a status out."""

import datetime

from kegiatan.choices import StatusPeserta


def closed_because(
    *,
    is_listed: bool,
    is_called_off: bool,
    is_closed: bool,
    begins_at: datetime.datetime,
    now: datetime.datetime,
) -> str:
    """Why nobody signs up any more; empty while it is possible. What has begun is written down by the office."""
    if is_called_off:
        return "Kegiatan ini dibatalkan."
    if is_closed:
        return "Kegiatan ini sudah ditutup."
    if not is_listed:
        return "Kegiatan ini belum ditayangkan."
    if now >= begins_at:
        return "Pendaftaran sudah ditutup karena kegiatan sudah dimulai."
    return ""


def unfit_because(
    *, bidang_wanted: str, bidang: str, kecamatan_wanted: int | None, kecamatan: int | None
) -> str:
    """Why a business does not belong to those an event is for; empty where it does."""
    if bidang_wanted and bidang != bidang_wanted:
        return "Kegiatan ini untuk bidang usaha lain."
    if kecamatan_wanted and kecamatan != kecamatan_wanted:
        return "Kegiatan ini untuk usaha di kecamatan lain."
    return ""


def place_for(*, kuota: int | None, taken: int) -> StatusPeserta:
    """A place, or the end of the waiting list."""
    has_place = kuota is None or taken < kuota
    return StatusPeserta.TERDAFTAR if has_place else StatusPeserta.MENUNGGU


def places_free(*, kuota: int | None, taken: int, waiting: int) -> int:
    """How many of those who wait may move up."""
    return waiting if kuota is None else max(0, min(waiting, kuota - taken))
