"""Invented people: names as the region has them, joined by chance; numbers that can belong to nobody."""

import random
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.days import SEED, TODAY, between
from rumah_usaha.demo.places import Village, address
from rumah_usaha.demo.records import Consent, Person

_MEN = [
    "Ambo",
    "Basri",
    "Darman",
    "Erwin",
    "Fadlun",
    "Gafar",
    "Haris",
    "Ikbal",
    "Jabir",
    "Kasman",
    "Lukman",
    "Mahmud",
    "Nasrun",
    "Rustam",
    "Sabri",
    "Takdir",
    "Usman",
    "Yusri",
    "Zainal",
    "Arman",
    "Baharun",
    "Jufri",
    "Muliadi",
    "Rasyid",
    "Syamsir",
    "Tamrin",
    "Wahid",
    "Idrus",
    "Hamka",
    "Sahrul",
    "Anwar",
    "Burhan",
    "Rizal",
    "Fikran",
    "Nurdin",
]
_WOMEN = [
    "Aminah",
    "Besse",
    "Darmi",
    "Endang",
    "Farida",
    "Halima",
    "Indo",
    "Jamila",
    "Kasmawati",
    "Lisna",
    "Marwah",
    "Nurlaila",
    "Rahma",
    "Salma",
    "Tenri",
    "Umrah",
    "Wahyuni",
    "Yuliana",
    "Zubaeda",
    "Asni",
    "Hasni",
    "Ratna",
    "Suriani",
    "Mariam",
    "Nirwana",
    "Fatma",
    "Rosdiana",
    "Hadija",
    "Sitti",
    "Mulyati",
    "Arwani",
    "Sarifa",
    "Nuraini",
]
_SECOND = [
    "Tanra",
    "Palinrungi",
    "Lamakka",
    "Tabone",
    "Lapoto",
    "Sallata",
    "Mawengi",
    "Tolare",
    "Raupa",
    "Lambatu",
    "Yalimpo",
    "Kasirang",
    "Bungalo",
    "Tamate",
    "Ndolu",
    "Pakaya",
    "Masulili",
    "Tondai",
    "Labande",
    "Mokodai",
    "Lagonda",
    "Ridwan",
    "Ilyas",
    "Syafei",
    "Saleh",
    "Karim",
    "Djamil",
    "Umar",
    "Hamid",
    "Latif",
    "Abas",
    "Yunus",
    "Sudarmo",
    "Prasetyo",
    "Wibowo",
    "Santika",
    "Adnyana",
    "Mertha",
    "Lasimbo",
    "Padaela",
    "Tumbelo",
    "Maruwali",
    "Hunowu",
    "Daipaha",
    "Monoarfu",
    "Lihawe",
]
_BALI_MEN = ("I Wayan", "I Made", "I Nyoman", "I Ketut")
_BALI_WOMEN = ("Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Putu")
_BALI = [
    "Sudana",
    "Warsa",
    "Artini",
    "Suweca",
    "Darmika",
    "Puspani",
    "Yasmika",
    "Ardika",
    "Sulastra",
    "Wirani",
    "Mudita",
    "Rasmini",
]
_SCHOOLS = ("sd", "sd", "smp", "smp", "sma", "sma", "sma", "sma", "d3", "s1", "s1", "tidak_sekolah")
_BIRTHPLACES = ("Ampana", "Ampana", "Ampana", "Poso", "Gorontalo", "Palu", "Luwuk", "Parigi", "Makassar")
# Each purpose with how many owners in a hundred agree to it.
_PURPOSES = (("nama", 74), ("telepon", 84), ("foto", 62), ("lokasi", 46))
_CHANNELS = ("formulir", "formulir", "formulir", "whatsapp", "lisan")


def person_name(rng: random.Random, sex: str, *, balinese: bool = False) -> str:
    if balinese:
        return f"{rng.choice(_BALI_MEN if sex == 'L' else _BALI_WOMEN)} {rng.choice(_BALI)}"
    first = rng.choice(_MEN if sex == "L" else _WOMEN)
    chance = rng.random()
    if chance < 0.1:
        return first
    name = f"{first} {rng.choice(_SECOND)}"
    if chance < 0.18:
        return f"{'Moh.' if sex == 'L' else 'Sitti'} {name}".replace("Sitti Sitti", "Sitti")
    if chance < 0.25:
        return f"{'H.' if sex == 'L' else 'Hj.'} {name}"
    return f"Andi {name}" if chance < 0.29 else name


@cache
def _serials(purpose: str) -> tuple[int, ...]:
    numbers = list(range(1, 10_000))
    random.Random(f"{SEED} {purpose}").shuffle(numbers)
    return tuple(numbers)


def nik(born: date, sex: str, serial: int) -> str:
    """Kecamatan 99 does not exist, so this is nobody's; date and sex are in their places."""
    day = born.day + (40 if sex == "P" else 0)
    return f"720999{day:02d}{born:%m%y}{serial:04d}"


def phone(index: int) -> str:
    """A block of numbers that operators leave unassigned."""
    return f"+628120000{_serials('phone')[index]:04d}"


def nib(index: int) -> str:
    """NIBs begin with the day of issue; there is no day 99."""
    return f"9909{_serials('nib')[index]:04d}{_serials('nib tail')[index]:05d}"


def person(
    rng: random.Random, number: int, place: Village, *, sex: str, joined: date, taken: set[str]
) -> Person:
    """An owner living in the village, with what they allow to be shown."""
    balinese = place.name in {"Wanasari", "Giri Mulyo", "Bulan Jaya", "Sukamaju", "Bongka Makmur"}
    name = person_name(rng, sex, balinese=balinese)
    while name in taken:
        name = person_name(rng, sex, balinese=balinese)
    taken.add(name)
    born = date(1958, 1, 1) + timedelta(days=rng.randint(0, 365 * 43))
    line, rt, rw = address(rng, place)
    return Person(
        key=f"pemilik-{number:03d}",
        name=name,
        nik=nik(born, sex, number),
        jenis_kelamin=sex,
        tempat_lahir=rng.choice((*_BIRTHPLACES, place.name)),
        tanggal_lahir=born,
        pendidikan=rng.choice(_SCHOOLS),
        phone=phone(number) if rng.random() < 0.94 else "",
        address=line,
        rt=rt,
        rw=rw,
        desa=place.code,
        consents=_consents(rng, joined),
    )


def _consents(rng: random.Random, joined: date) -> tuple[Consent, ...]:
    """Nine in ten agree to the catalogue; without that, nothing else is asked. A few take it back."""
    if rng.random() > 0.93:
        return ()
    channel = rng.choice(_CHANNELS)
    withdrawn = between(rng, joined + timedelta(days=90), TODAY) if rng.random() < 0.03 else None
    given = [Consent("katalog", channel, joined, withdrawn)]
    given += [
        Consent(purpose, channel, joined, withdrawn)
        for purpose, share in _PURPOSES
        if rng.random() * 100 < share
    ]
    return tuple(given)
