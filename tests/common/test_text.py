import pytest
from django.core.exceptions import ValidationError

from common.text import (
    fold,
    fold_spelling,
    refuse_hidden_characters,
    refuse_line_breaks,
    tidy_line,
    tidy_text,
    unaccent,
)


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("  Kopi Ampana \n", "Kopi Ampana"),
        ("Cafe\u0301", "Café"),
        ("dua  spasi", "dua  spasi"),
        ("\u200b\ufeff \u00a0", ""),
        ("\u200bKopi\u200b", "Kopi"),
        ("", ""),
    ],
)
def test_a_line_is_composed_and_bare_at_both_ends(raw, tidy):
    assert tidy_line(raw) == tidy


def test_line_ends_of_browsers_and_old_macs_become_one_kind():
    assert tidy_text(" satu\r\ndua\rtiga\n ") == "satu\ndua\ntiga"


@pytest.mark.parametrize("value", ["", "Kopi “Café” – Rp1.000 ☕ 👩🏽‍🌾", "satu\ndua\ttiga", "العربية"])
def test_visible_text_is_accepted(value):
    refuse_hidden_characters(value)


@pytest.mark.parametrize(
    "char", ["\x00", "\x08", "\x0b", "\x0c", "\x0d", "\x1b", "\x1f", "\x7f", "\x85", "\x9f"]
)
def test_control_characters_are_refused(char):
    with pytest.raises(ValidationError, match="karakter kendali"):
        refuse_hidden_characters(f"a{char}b")


@pytest.mark.parametrize("char", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_characters_that_reorder_text_are_refused(char):
    with pytest.raises(ValidationError, match="pengubah arah"):
        refuse_hidden_characters(f"a{char}b")


@pytest.mark.parametrize("char", ["\u2029", "\u202f", "\u2065", "\u206a"])
def test_their_neighbours_are_not(char):
    refuse_hidden_characters(f"a{char}b")


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0xFFFD])
def test_halves_of_a_character_are_refused(code):
    with pytest.raises(ValidationError, match="rusak"):
        refuse_hidden_characters(f"a{chr(code)}b")


@pytest.mark.parametrize("char", ["\n", "\t", "\u2028", "\u2029"])
def test_a_line_has_no_second_line(char):
    with pytest.raises(ValidationError, match="satu baris"):
        refuse_line_breaks(f"a{char}b")


def test_a_line_refuses_hidden_characters_too():
    with pytest.raises(ValidationError, match="karakter kendali"):
        refuse_line_breaks("a\x00b")


def test_a_plain_line_is_accepted():
    refuse_line_breaks("Kopi Ampana")


def test_accents_fall_away():
    assert unaccent("Café Ñandú") == "Cafe Nandu"


@pytest.mark.parametrize(
    ("value", "folded"),
    [
        ("  Una-Una  ", "una una"),
        ("KOPI “Café” No. 1!", "kopi cafe no 1"),
        ("a_b", "a b"),
        ("…", ""),
    ],
)
def test_folding_keeps_words_only(value, folded):
    assert fold(value) == folded


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Soekarno", "Sukarno"),
        ("Djafar", "Jafar"),
        ("Tjokro", "Cokro"),
        ("Sjafei", "Syafei"),
        ("Bandjar", "Banjar"),
        ("Rahmawaty", "Rahmawati"),
        ("Annisaa", "Anisa"),
    ],
)
def test_old_spelling_meets_the_new(old, new):
    assert fold_spelling(old) == fold_spelling(new)


def test_different_names_stay_different():
    assert fold_spelling("Aminah") != fold_spelling("Amin")
