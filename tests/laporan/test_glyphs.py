import pytest

from laporan import glyphs


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Kopra Jaya", "Kopra Jaya"),
        ("Café Mama’ Ijah", "Café Mama’ Ijah"),
        ("Cafe\u0301", "Café"),
        ("H. عبد الله", "H. عبد الله"),
        ("Kopi 😀", "Kopi 😀"),
        ("Kelapa 🌴", "Kelapa □"),
        ("𝐊𝐨𝐩𝐫𝐚", "Kopra"),
        ("dua\nbaris\tsatu", "dua baris satu"),
        ("A\u202eB\u200bC\x00", "ABC"),
        ("\ud800", "□"),
        ("한국", "□□"),
        ("", ""),
    ],
)
def test_nothing_vanishes_unseen(text, printed):
    assert glyphs.printable(text) == printed


def test_the_sign_for_what_is_missing_is_not_missing_itself():
    assert ord(glyphs.MISSING) in glyphs.advances("LiberationSans-Regular")


@pytest.mark.parametrize(("bold", "width"), [(False, 1139 / 2048), (True, 1139 / 2048)])
def test_a_digit_is_as_wide_as_in_arial(bold, width):
    assert glyphs.width("7", bold=bold) == pytest.approx(width)


def test_bold_words_are_wider():
    assert glyphs.width("Kecamatan", bold=True) > glyphs.width("Kecamatan")


def test_each_font_comes_with_its_licence():
    fonts = {path.name.split("-")[0].removesuffix(".ttf") for path in glyphs.FONTS.glob("*.ttf")}
    licences = {path.stem.removeprefix("LICENSE-") for path in glyphs.FONTS.glob("LICENSE-*.txt")}

    assert fonts == licences == {"LiberationSans", "DejaVuSans"}
