"""Names of places as lists have them."""

import pytest

from tests.factories import DesaFactory, KecamatanFactory
from wilayah.match import Regions, place_key
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db


def find(kecamatan, desa, **options):
    return Regions().find(kecamatan, desa, **options)


def found(kecamatan, desa, **options):
    match = find(kecamatan, desa, **options)
    assert match.problems == ()
    return match.desa.code


def doubt(kecamatan, desa):
    match = find(kecamatan, desa)
    assert [problem.level for problem in match.problems] == ["warning"]
    return match.desa.code, match.problems[0].text


def refusal(kecamatan, desa):
    match = find(kecamatan, desa)
    assert match.desa is None
    assert match.problems[-1].level == "error"
    return f"{match.problems[-1].text} {match.problems[-1].advice}"


@pytest.mark.parametrize(
    "desa",
    [
        "Wakai",
        "WAKAI",
        "Ds. Wakai",
        "Desa Wakai",
        "Desa/Kel. Wakai",
        " wakai ",
        "72.09.01.2007",
        "7209012007.0",
    ],
)
@pytest.mark.parametrize("kecamatan", ["Una Una", "KEC. UNA-UNA", "Kecamatan Unauna", "Oena Oena", ""])
def test_a_desa_is_found_however_it_is_written(kecamatan, desa):
    assert found(kecamatan, desa) == "72.09.01.2007"


@pytest.mark.parametrize("desa", ["Titiri'i", "Titirii", "TITIRI I"])
def test_apostrophes_do_not_matter(desa):
    assert found("Togean", desa) == "72.09.02.2016"


def test_names_that_differ_by_a_letter_are_two():
    assert found("Ampana Tete", "Tete A") != found("Ampana Tete", "Tete B")
    assert "beberapa" in refusal("Ampana Tete", "Tete")


def test_every_desa_is_found_by_its_own_name():
    """Also Bonebae I and Bonebae II, which differ by a doubled letter alone."""
    regions, every = Regions(), Desa.objects.select_related("kecamatan")
    wrong = [
        str(desa)
        for desa in every
        if regions.find(desa.kecamatan.name, f"{desa.get_jenis_display()} {desa.name}").desa != desa
    ]
    assert wrong == []


def test_a_misspelt_desa_is_taken_with_a_warning():
    code, text = doubt("Una Una", "Tanjung Pudee x"[:13] + "h")
    assert code == "72.09.01.2009"
    assert "dibaca sebagai Tanjung Pude" in text


def test_a_misspelt_kecamatan_is_taken_with_a_warning():
    code, text = doubt("Ratolinda", "Dondo")
    assert code.startswith("72.09.10")
    assert "dibaca sebagai Ratolindo" in text


def test_a_desa_filed_under_its_old_kecamatan_is_taken_with_a_warning():
    tumbulawa = found("Batudaka", "Tumbulawa")
    code, text = doubt("Una Una", "Tumbulawa")
    assert code == tumbulawa
    assert "Batudaka, bukan Una Una" in text


def test_the_kecamatan_in_the_same_cell_is_read():
    assert found("", "Wakai (Una Una)") == found("", "Desa Wakai, Kec. Una Una") == "72.09.01.2007"


def test_an_unknown_desa_is_refused_with_names_that_resemble_it():
    assert "Mungkin maksudnya Wakai" in refusal("Una Una", "Wakaisa")


def test_an_unknown_kecamatan_is_refused_with_those_that_exist():
    text = refusal("Poso Kota", "Entah")
    assert "Desa/kelurahan “Entah” tidak ditemukan" in text
    assert any("Ratolindo" in problem.advice for problem in find("Poso Kota", "Entah").problems)


def test_a_kecamatan_alone_is_found():
    match = find("Kec. Togean", "")
    assert (match.desa, match.kecamatan.code, match.problems) == (None, "72.09.02", ())


def test_nothing_is_found_in_nothing():
    assert find("", "") == find(" ", "").__class__()


@pytest.fixture
def namesakes():
    first, second = KecamatanFactory(name="Alfa Raya"), KecamatanFactory(name="Beta Raya")
    return [DesaFactory(kecamatan=first, name="Sukamaju"), DesaFactory(kecamatan=second, name="Sukamaju")]


def test_namesakes_are_told_apart_by_their_kecamatan(namesakes):
    assert found("Beta Raya", "Sukamaju") == namesakes[1].code


def test_namesakes_without_a_kecamatan_are_refused(namesakes):
    assert "Sukamaju (Kec. Alfa Raya); Sukamaju (Kec. Beta Raya)" in refusal("", "Sukamaju")


def test_the_sheets_title_tells_namesakes_apart(namesakes):
    assert found("", "Sukamaju", within=namesakes[0].kecamatan) == namesakes[0].code


def test_the_sheets_title_counts_less_than_the_row():
    una_una = Kecamatan.objects.get(code="72.09.01")
    assert found("Togean", "Katupat", within=una_una) == "72.09.02.2006"
    assert found("", "Katupat", within=una_una) == "72.09.02.2006"


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Kec. Una Una"], "Una Una"),
        (["DATA UMKM", "KECAMATAN TOJO BARAT TAHUN 2025"], "Tojo Barat"),
        (["KECAMATAN TOJO KABUPATEN TOJO UNA-UNA"], "Tojo"),
        (["Ampana Kota"], "Ampana Kota"),
        (["Kec. Togean", "Kec. Batudaka"], None),
        (["KABUPATEN TOJO UNA-UNA", "Lembar1"], None),
    ],
)
def test_titles_tell_the_kecamatan(texts, name):
    told = Regions().kecamatan_in(texts)
    assert (told.name if told else None) == name


def test_matching_asks_the_database_only_at_the_start(django_assert_num_queries):
    with django_assert_num_queries(2):
        regions = Regions()
        for desa in ("Wakai", "Bailo", "Entah"):
            regions.find("Una Una", desa)


def test_a_prefix_alone_is_a_name():
    assert place_key("Desa") == "desa"


def test_villages_that_differ_by_a_numeral_are_two():
    found = [Regions().find("Ulubongka", f"Desa Bonebae {numeral}").desa.name for numeral in ("I", "II")]
    assert found == ["Bonebae I", "Bonebae II"]
