import pytest

from umkm.nama import comparable_pemilik, comparable_usaha


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hj. Aminah Djafar, S.Pd.", "aminah jafar"),
        ("Drs. H. Andi Baso, M.Si.", "Andi Baso"),
        ("Hj.Ida", "IDA"),
        ("Budi Santoso SE", "budi  santoso"),
        ("Budi Santoso S.E", "Budi Santoso"),
        ("Budi S.Pd M.M", "Budi"),
        ("Moh. Rizal", "Muhammad Rizal"),
        ("Muh Rizal", "MOHAMMAD RIZAL"),
        ("K.H. Anwar", "Anwar"),
        ("Soekarno", "Sukarno"),
        ("Nur-Aini", "Nur Aini"),
        ("René", "Rene"),
    ],
)
def test_titles_case_and_spelling_do_not_tell_people_apart(one, other):
    assert comparable_pemilik(one) == comparable_pemilik(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Aminah", "Amina Tu"), ("Andi Baso", "Baso"), ("Rizal", "Muhammad Rizal")]
)
def test_other_names_stay_apart(one, other):
    assert comparable_pemilik(one) != comparable_pemilik(other)


@pytest.mark.parametrize("name", ["H.", "Ibu", "Sh", "Haji", ",", "Moh", "Ny. SE"])
def test_a_name_made_of_titles_is_not_emptied(name):
    assert comparable_pemilik(name) or name == ","


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UD. Sinar Jaya", "CV Sinar-Jaya"),
        ("UD.Sinar Jaya", "sinar jaya"),
        ("U.D. Sinar Jaya", "Sinar Jaya"),
        ("Sinar Jaya, UD", "Sinar Jaya"),
        ("Usaha Dagang Sinar Jaya", "Sinar Jaya"),
        ("Perseroan Terbatas Sinar Jaya Tbk", "PT Sinar Jaya"),
        ("PT Perorangan Kopi Kita", "Kopi Kita"),
        ("Kelompok Usaha Bersama Melati", "KUB Melati"),
        ("Toko Djaya", "TOKO JAYA"),
    ],
)
def test_the_legal_form_does_not_tell_businesses_apart(one, other):
    assert comparable_usaha(one) == comparable_usaha(other)


@pytest.mark.parametrize(("one", "other"), [("Toko Jaya", "Warung Jaya"), ("Sinar Jaya", "Sinar Abadi")])
def test_other_businesses_stay_apart(one, other):
    assert comparable_usaha(one) != comparable_usaha(other)


@pytest.mark.parametrize("name", ["UD", "UMKM", "Usaha Dagang"])
def test_a_business_named_like_a_legal_form_keeps_its_name(name):
    assert comparable_usaha(name)
