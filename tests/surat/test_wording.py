"""Words in braces are filled in, and an unknown one is told before a letter bears it."""

import pytest
from django.core.exceptions import ValidationError

from surat.models import JenisSurat
from surat.wording import filled, paragraphs


def test_known_words_are_filled_and_others_stay():
    assert filled("{koperasi} {x.__class__}", {"koperasi": "KUD Contoh"}) == "KUD Contoh {x.__class__}"


def test_a_blank_line_begins_a_paragraph_and_a_line_end_none():
    assert paragraphs("satu\ndua\n\n\ntiga {tahun_buku}\n", {"tahun_buku": "2025"}) == [
        "satu dua",
        "tiga 2025",
    ]


def test_an_unknown_word_is_refused_where_it_stands():
    jenis = JenisSurat(name="Uji", klasifikasi="1", singkatan="X", perihal="{kopersi}", body="Isi")
    with pytest.raises(ValidationError) as refused:
        jenis.clean()
    assert "{kopersi}" in refused.value.message_dict["perihal"][0]
