import json
import random

import pytest
import typst

from laporan import glyphs
from laporan.layout import BOTTOM_EDGE, LEADING, TOP_EDGE, ColumnNeed, breakable, fit, need, widened, wrap


def test_columns_fill_the_paper_exactly():
    widths = fit([ColumnNeed(2, 2, weight=0), ColumnNeed(5, 12), ColumnNeed(6, 30)], 480).widths

    assert sum(widths) == pytest.approx(480)


def test_a_column_that_lacks_little_stays_on_one_line_before_a_long_one_does():
    short, long = ColumnNeed(5, 9), ColumnNeed(5, 60)
    result = fit([short, long], 400)

    assert result.room(0) >= short.line


def test_a_column_without_weight_gets_no_more_than_it_needs():
    result = fit([ColumnNeed(2, 2, weight=0), ColumnNeed(5, 5)], 480)

    assert result.room(0) == pytest.approx(2, abs=0.01)


def test_letters_shrink_only_when_the_columns_ask_for_it():
    assert fit([ColumnNeed(5, 10)] * 3, 480).size == 10
    assert fit([ColumnNeed(5, 10)] * 9, 480).size < 10
    assert fit([ColumnNeed(9, 10)] * 30, 480).size == 7


def test_too_many_columns_still_fit_the_paper():
    assert sum(fit([ColumnNeed(9, 10)] * 30, 480).widths) == pytest.approx(480)


def test_an_amount_is_never_wrapped():
    amounts = need(["Rp1.250.000", "Rp1.000.000"], "Nilai", total="Rp2.250.000", keep_whole=True, weight=1)
    result = fit([amounts, ColumnNeed(10, 200)], 300)

    assert wrap("Rp1.250.000", result.room(0)) == "Rp1.250.000"
    assert wrap("Rp2.250.000", result.room(0), bold=True) == "Rp2.250.000"


def test_words_where_a_number_was_due_do_not_push_the_others_off_the_paper():
    words = need(["belum dihitung " * 20], "Nilai", keep_whole=True, weight=1)
    result = fit([words, ColumnNeed(5, 10)], 300)

    assert result.room(1) >= 5
    assert "\n" in wrap("belum dihitung " * 20, result.room(0))


def test_a_heading_is_not_broken_inside_a_word():
    column = need(["1"], "Keterangan", keep_whole=False, weight=0)
    result = fit([column, ColumnNeed(1, 200)], 480)

    assert wrap("Keterangan", result.room(0), bold=True) == "Keterangan"


def test_columns_under_one_label_make_room_for_its_longest_word():
    columns = widened([ColumnNeed(1, 1), ColumnNeed(1, 1)], "Sertifikasi Halal")

    assert sum(column.word for column in columns) == pytest.approx(glyphs.width("Sertifikasi", bold=True))


def test_a_longer_word_than_any_column_is_cut_after_a_sign_where_there_is_one():
    assert wrap("KEP-0001/HALAL/2022", glyphs.width("KEP-0001/HALAL/")) == "KEP-0001/HALAL/\n2022"


def test_cut_words_lose_no_letter():
    word = "A" * 200

    assert wrap(word, 10).replace("\n", "") == word
    assert breakable(word, 10).replace("\u200b", "") == word


def test_copied_text_keeps_the_space_at_the_end_of_a_line():
    assert wrap("Melati Putih", glyphs.width("Melati P")) == "Melati \nPutih"


def test_the_typesetter_finds_no_line_longer_than_we_did():
    """Row heights are fixed beforehand: one line more than reckoned would print over the next row."""
    dice = random.Random(7209)
    words = ["Usaha", "Una-Una", "AVATAR", "KEP/12/2022", "عبد", "é", "W" * 40, "(0464)", "‘Ijah’", "□", "😀"]
    texts = [" ".join(dice.choices(words, k=dice.randint(1, 12))) for _ in range(300)]
    wrapped = [wrap(text, 9.0) for text in texts]
    program = f"""
        #set text(font: ("Liberation Sans", "DejaVu Sans"), size: 10pt, lang: "id", region: "ID",
          hyphenate: false, top-edge: {TOP_EDGE}em, bottom-edge: {-BOTTOM_EDGE}em)
        #set par(leading: {LEADING}em)
        #let texts = json(bytes(sys.inputs.texts))
        #context [#metadata(texts.map(it => measure(block(width: 91.8pt, it)).height.pt())) <heights>]
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[glyphs.FONTS])
    answer = typst.query(
        program.encode(),
        "<heights>",
        field="value",
        one=True,
        font_paths=fonts,
        sys_inputs={"texts": json.dumps(wrapped)},
    )
    reckoned = [
        10 * ((1 + text.count("\n")) * (TOP_EDGE + BOTTOM_EDGE) + text.count("\n") * LEADING)
        for text in wrapped
    ]

    assert json.loads(answer) == pytest.approx(reckoned, abs=0.01)


def test_words_break_after_a_sign_before_they_break_anywhere():
    deed = need(["AHU-0001234.AH.01.26.TAHUN 2018"], "Badan hukum", keep_whole=False, weight=1)
    number = need(["7209990011233"], "NIK", keep_whole=True, weight=1)
    result = fit([deed, *[number] * 7], 480)

    assert result.is_whole
    assert wrap("7209990011233", result.room(1)) == "7209990011233"
    *broken, _last = wrap("AHU-0001234.AH.01.26.TAHUN 2018", result.room(0)).split("\n")
    assert broken
    assert all(line.endswith(("-", ".", " ")) for line in broken)


def test_columns_too_narrow_for_what_they_hold_are_told():
    number = need(["7209990011233"], "NIK", keep_whole=True, weight=1)

    assert not fit([number] * 12, 480).is_whole


def test_a_cut_after_a_sign_leaves_no_piece_too_wide():
    room = glyphs.width("i-iiiiii")

    assert all(glyphs.width(line) <= room for line in wrap("i-iiiiiiWWWWiWWWW", room).split("\n"))
