"""Writes of the house: a guest signs the book, goods move on the shelf, an owner is paid."""

from etalase.actions.buku_tamu import erase_phones, sign_in
from etalase.actions.penyelesaian import cancel, pay, settle
from etalase.actions.rak import record, reverse, take_in

__all__ = ["cancel", "erase_phones", "pay", "record", "reverse", "settle", "sign_in", "take_in"]
