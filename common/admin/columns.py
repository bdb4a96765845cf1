"""Columns that many lists share. Each is a function of the row, so a list names it without a method."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html

from common.identifiers import mask_phone

STATES = {
    "arsip": "Arsip",
    "draf": "Draf",
    "menunggu": "Menunggu verifikasi",
    "terverifikasi": "Terverifikasi",
    "tayang": "Tayang",
}

BADGES = {
    "arsip": "badge-archived",
    "draf": "badge-draft",
    "menunggu": "badge-waiting",
    "terverifikasi": "badge-verified",
    "tayang": "badge-published",
}


def state_of(record: Any) -> str:
    """The record's word for its state, also for records that are only archived or verified."""
    if hasattr(record, "state"):
        return record.state
    if getattr(record, "archived_at", None):
        return "arsip"
    if hasattr(record, "verified_at"):
        return "terverifikasi" if record.verified_at else "menunggu"
    return ""


@admin.display(description="keadaan")
def state_badge(record: Any) -> str:
    state = state_of(record)
    return format_html('<span class="badge {}">{}</span>', BADGES[state], STATES[state]) if state else ""


@admin.display(description="telepon")
def masked_phone(record: Any) -> str:
    """Only the ends of the number: lists are read over the shoulder."""
    return mask_phone(record.phone) if record.phone else ""
