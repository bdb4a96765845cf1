"""Writes of facilitation: cases and their steps, documents, batches."""

from fasilitasi.actions.angkatan import hold_place, join, restore
from fasilitasi.actions.berkas import drop_document, judge_document, open_document, receive_document
from fasilitasi.actions.kasus import (
    assign_officer,
    move,
    next_number,
    next_numbers,
    obstacles,
    open_case,
    opened,
    redate_opening,
    step,
)
from fasilitasi.actions.penyelesaian import Numbered, certificate_of, finish
from fasilitasi.actions.perbaikan import correct_result

__all__ = [
    "Numbered",
    "assign_officer",
    "certificate_of",
    "correct_result",
    "drop_document",
    "finish",
    "hold_place",
    "join",
    "judge_document",
    "move",
    "next_number",
    "next_numbers",
    "obstacles",
    "open_case",
    "open_document",
    "opened",
    "receive_document",
    "redate_opening",
    "restore",
    "step",
]
