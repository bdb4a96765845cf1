"""Writes on events: who takes part, who came, and what comes of it."""

from kegiatan.actions.kehadiran import check_in, note_day, note_turnover, renew_key
from kegiatan.actions.pendaftaran import (
    call_off,
    cancel,
    come_back,
    fill_places,
    hold_again,
    register,
    sign_up,
)
from kegiatan.actions.penutupan import Closing, Refused, close

__all__ = [
    "Closing",
    "Refused",
    "call_off",
    "cancel",
    "check_in",
    "close",
    "come_back",
    "fill_places",
    "hold_again",
    "note_day",
    "note_turnover",
    "register",
    "renew_key",
    "sign_up",
]
