"""Whether two purchases are of one person, and whether the buyer sells to themselves."""

import datetime

import pytest

from belanja_asn.pembeli import is_seller, key_of, may_be_seller, plain_name

NIP = "198503122010012003"
BORN = datetime.date(1985, 3, 12)


@pytest.mark.parametrize(
    "name",
    [
        "Sitti Rahma",
        "Hj. Sitti Rahma, S.E., M.Si.",
        "SITTI  RAHMA",
        "Dra. Hj. Sitti Rahma",
        "Ibu Sitti Rahma",
    ],
)
def test_titles_say_nothing_about_who_it_is(name):
    assert plain_name(name) == "sitti rahma"


@pytest.mark.parametrize(
    ("nip", "name", "key"),
    [(NIP, "Sitti", f"nip:{NIP}"), ("", "Hj. Sitti", "nama:sitti"), ("", "", ""), ("", "Drs.", "")],
)
def test_a_number_tells_more_than_a_name(nip, name, key):
    assert key_of(nip=nip, name=name) == key


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"name": "Sitti Rahma, S.E."}, True),
        ({"name": "Sitti"}, False),
        ({"name": ""}, False),
        ({"nip": NIP, "is_aparatur": True}, True),
        ({"nip": NIP, "is_aparatur": True, "sex": ""}, True),
        ({"nip": NIP, "is_aparatur": False}, False),
        ({"nip": NIP, "is_aparatur": True, "sex": "L"}, False),
        ({"nip": NIP, "is_aparatur": True, "born": datetime.date(1985, 3, 13)}, False),
        ({"nip": NIP, "is_aparatur": True, "born": None}, False),
    ],
)
def test_a_seller_who_buys_from_themselves_is_seen(said, found):
    person = {"name": "", "nip": "", "born": BORN, "sex": "P", "is_aparatur": False} | said
    assert is_seller(owner="Hj. SITTI RAHMA", **person) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"is_aparatur": True}, True),
        ({"is_aparatur": True, "name": "Drs."}, True),
        ({"is_aparatur": False}, False),
        ({"is_aparatur": True, "name": "Ani"}, False),
        ({"is_aparatur": True, "nip": NIP}, False),
    ],
)
def test_whoever_is_not_named_may_be_an_owner_who_is_a_civil_servant(said, found):
    assert may_be_seller(**({"name": "", "nip": ""} | said)) is found
