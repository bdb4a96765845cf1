"""Writes of registrations: by the applicant, by the office, and by time."""

from pendaftaran.actions.pemohon import answer, begin, discard, index_of, resume, submit
from pendaftaran.actions.penghapusan import DECIDED_KEPT, DRAFT_KEPT, erase_expired
from pendaftaran.actions.petugas import accept, refuse, send_back

__all__ = [
    "DECIDED_KEPT",
    "DRAFT_KEPT",
    "accept",
    "answer",
    "begin",
    "discard",
    "erase_expired",
    "index_of",
    "refuse",
    "resume",
    "send_back",
    "submit",
]
