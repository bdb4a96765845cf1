"""How long the search for twins takes: `python bench/twins.py [businesses]`, 100,000 unless told otherwise.

Makes a database of its own beside the portal's, fills it with invented businesses of which some are registered twice, a
product for each and a cooperative for ten, measures, and removes it. Reach: one record within 2 s, a full sweep within
minutes, a nightly one within a minute.
"""

import io
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")
# A page's patience is none of a measurement's.
os.environ.setdefault("STATEMENT_TIMEOUT_MS", "0")

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from duplicates.kind import kinds
from duplicates.models import Pair
from duplicates.sweeping import sweep
from koperasi.models import Koperasi
from produk.models import Produk
from spreadsheets.copying import copy_in
from umkm import duplicates
from umkm.models import Kbli, Pemilik, Usaha
from wilayah.models import Desa

TWICE = 0.01  # of the businesses
_FIRST = """
    Aminah Besse Darmi Endang Farida Halima Indo Jamila Kasmawati Lisna Marwah Nurlaila Rahma Salma
    Tenri Umrah Wahyuni Yuliana Zubaeda Asni Hasni Ratna Suriani Mariam Nirwana Fatma Rosdiana Hadija
    Sitti Mulyati Ambo Basri Darman Erwin Fadlun Gafar Haris Ikbal Jabir Kasman Lukman Mahmud Nasrun
    Rustam Sabri Takdir Usman Yusri Zainal Arman Baharun Jufri Muliadi Rasyid Syamsir Tamrin Wahid Idrus
    Hamka Sahrul Anwar Burhan Rizal Fikran Nurdin Ahmad Muhammad Abdul Andi Nur Sri Dewi Wa La Made
    Ketut Wayan Yohanis Maria Marthen Albert Kristina Agus Budi Hendra Iwan Joko Rudi Slamet
""".split()
_LAST = """
    Lamadjido Tomori Bungku Ndolu Djafar Lahay Pakaya Tahir Mangge Ponulele Labatjo Djaelangkara
    Abubakar Hasan Lasimpo Mointi Botutihe Monoarfa Katili Gobel Mooduto Datau Hunowu Lihawa Nento Olii
    Patamani Radjak Suleman Thalib Usu Wartabone Yusuf Zakaria Arsyad Badu Dunggio Farid Gani Habie
    Ibrahim Jusuf Kadir Laiya Mahieu Naway Otoluwa Pomalingo Rauf Saleh Tangahu Umar Wahab Yunus Adam
    Bakari Daud Eyato Gintulangi Hilala Ishak Karim Lamusu Mohi Noho Podungge Rahman Samadi Tamu Ulolo
    Walangadi Yasin
""".split()
_TRADES = """
    Warung Kios Toko Dapur Rumah_Makan Kue Keripik Abon Bengkel Penjahit Salon Anyaman Kopra Ikan_Asin
    Sambal Kopi Mebel Depot Laundry Jamu
""".split()
_WORDS = """
    Sinar Laut Jaya Berkah Mandiri Sejahtera Bahari Togean Mutiara Rezeki Harapan Baru Maju Bersama
    Indah Permai Mekar Sari Cahaya Lestari Barokah Sumber Makmur Karya Utama Nusantara Tiga Putri Dua
    Saudara Anugerah Setia Abadi
""".split()

_OWNER = """
    name nik nik_index jenis_kelamin tempat_lahir tanggal_lahir pendidikan is_aparatur phone email address rt rw
    desa_id notes
"""
_BUSINESS = """
    pemilik_id name slug status_usaha bidang_usaha kbli_id kegiatan_utama nib npwp is_perikanan description photo
    whatsapp desa_id address rt rw skala_dinyatakan skala_terhitung skala_dasar notes is_draft
"""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    run("SELECT 1")
    ours = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        call_command("load_reference", stdout=io.StringIO())
        timed(f"{count} usaha dibuat", lambda: fill(count))
        measure(count)
    finally:
        connection.creation.destroy_test_db(ours, verbosity=0)


def measure(count: int) -> None:
    for kind in kinds().values():
        timed(f"sapuan penuh {kind.slug}", partial(sweep, kind, None))
    for rank in (3, 2, 1):
        found = Pair.objects.filter(weight__gte=rank * 1000, weight__lt=(rank + 1) * 1000)
        by_noun = {kind: found.filter(noun=kind).count() for kind in kinds()}
        print(f"  pasangan berperingkat {rank}: {by_noun}")
    since = since_now()
    some = list(Usaha.objects.order_by("?").values_list("pk", flat=True)[: count // 1000])
    Usaha.objects.filter(pk__in=some).update(notes="diubah")
    timed(f"sapuan {len(some)} usaha berubah", lambda: sweep(kinds()["usaha"], since))
    timed("sapuan tanpa perubahan", lambda: sweep(kinds()["usaha"], since_now()))
    asked = list(Usaha.objects.order_by("?").select_related("pemilik", "desa")[:50])
    answers("satu usaha", [partial(of_usaha, usaha) for usaha in asked])
    owners = list(Pemilik.objects.order_by("?").select_related("desa")[:50])
    answers("satu pemilik", [partial(of_pemilik, owner) for owner in owners])
    print(f"  memori puncak proses: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def since_now() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def of_usaha(usaha: Usaha) -> Any:
    values = {name: getattr(usaha, name) for name in ("name", "pemilik", "nib", "whatsapp", "desa")}
    return duplicates.of_usaha(values, exclude=usaha.pk)


def of_pemilik(owner: Pemilik) -> Any:
    values = {name: getattr(owner, name) for name in ("name", "nik", "phone", "desa", "tanggal_lahir")}
    return duplicates.of_pemilik(values, exclude=owner.pk)


def timed(what: str, work: Callable[[], Any]) -> None:
    began = time.perf_counter()
    answer = work()
    print(f"{time.perf_counter() - began:8.2f} s  {what}{f': {answer}' if answer else ''}", flush=True)


def answers(what: str, works: list[Callable[[], Any]]) -> None:
    spent = []
    for work in works:
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    print(f"{statistics.median(spent):8.3f} s  {what}, median; paling lama {max(spent):.3f} s", flush=True)


# --- invented rows ----------------------------------------------------------------------------


def fill(count: int) -> None:
    """Straight into the tables by COPY, their triggers and trigram indexes left out meanwhile; then ANALYZE."""
    chance = random.Random(7209)
    desa = list(Desa.objects.values_list("pk", flat=True))
    kbli = list(Kbli.objects.values_list("pk", flat=True)[:200])
    trigrams = [
        (model, index)
        for model in (Pemilik, Usaha)
        for index in model._meta.indexes
        if "trigrams" in index.name
    ]
    with connection.schema_editor() as schema:
        for model, index in trigrams:
            schema.remove_index(model, index)
    run("SET session_replication_role = replica")
    owners = list(people(int(count * 0.85), desa, chance))
    copy(Pemilik, _OWNER, owners)
    keys = list(Pemilik.objects.order_by("pk").values_list("pk", flat=True))
    copy(Usaha, _BUSINESS, businesses(count, owners, keys, kbli, chance))
    copy_in(Produk, list(products(count, chance)))
    copy_in(Koperasi, list(cooperatives(count // 10, desa, chance)))
    run("SET session_replication_role = DEFAULT")
    with connection.schema_editor() as schema:
        for model, index in trigrams:
            schema.add_index(model, index)
    run("ANALYZE")


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def copy(model: Any, names: str, rows: Any) -> None:
    columns = names.split()
    with connection.cursor() as cursor:
        into = f"COPY {model._meta.db_table} (created_at, updated_at, {', '.join(columns)}) FROM STDIN"
        with cursor.copy(into) as target:
            for row in rows:
                target.write_row(("2026-01-01", "2026-01-01", *row))


def people(count: int, desa: list[int], chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Four in five have a NIK; a number of a telephone is shared now and then."""
    for number in range(count):
        name = " ".join([chance.choice(_FIRST), chance.choice([*_FIRST, ""]), chance.choice(_LAST)]).replace(
            "  ", " "
        )
        index = f"{number:064x}" if chance.random() < 0.8 else ""
        born = f"{chance.randint(1950, 2005)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        phone = f"+62812{chance.randrange(count * 20):08d}" if chance.random() < 0.9 else ""
        yield (
            name, "", index, chance.choice("LP"), "", born if index else None, "", False, phone, "", "", "", "",
            chance.choice(desa), "",
        )  # fmt: skip


def businesses(
    count: int, owners: list[Any], keys: list[int], kbli: list[int], chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    """One in a hundred stands there twice: under another owner's record, its name a little different."""
    before: list[tuple[Any, ...]] = []
    for number in range(count):
        at = chance.randrange(len(owners))
        owner = owners[at]
        if before and chance.random() < TWICE:
            earlier = list(chance.choice(before))
            earlier[0], earlier[1], earlier[2] = keys[at], misspelt(earlier[1], chance), f"usaha-{number}"
            yield tuple(earlier)
            continue
        nib = f"{chance.randrange(10**12, 10**13)}" if chance.random() < 0.5 else ""
        row = (
            keys[at], business_name(owner[0], chance), f"usaha-{number}", "", "lainnya", chance.choice(kbli), "", nib,
            "", False, "", "", "", owner[13], "", "", "", "", "", "", "", False,
        )  # fmt: skip
        if number % 50 == 0:
            before.append(row)
        yield row


def products(count: int, chance: random.Random) -> Iterator[Produk]:
    """Sellers have one or a few, and some of those nearly under one name."""
    sellers = list(Usaha.objects.values_list("pk", flat=True))
    for number in range(count):
        name = f"{chance.choice(_TRADES).replace('_', ' ')} {chance.choice(_WORDS)} {chance.choice(_WORDS)}"
        seller = sellers[number // 3 % len(sellers)]
        shown = misspelt(name, chance) if number % 50 == 0 else name
        yield Produk(usaha_id=seller, name=shown, slug=f"produk-{number}", is_draft=True)
        if number % 50 == 0:
            yield Produk(usaha_id=seller, name=name, slug=f"produk-{number}-lagi", is_draft=True)


def cooperatives(count: int, desa: list[int], chance: random.Random) -> Iterator[Koperasi]:
    """Many times as many in a desa as any district has."""
    for number in range(count):
        kind, words = chance.choice(["KSU", "KUD", "Koperasi", "KSP"]), " ".join(chance.sample(_WORDS, 2))
        place, name = chance.choice(desa), f"{kind} {words}"
        yield Koperasi(name=name, slug=f"koperasi-{number}", desa_id=place, is_draft=True)
        if number % 50 == 0:
            yield Koperasi(
                name=misspelt(name, chance), slug=f"koperasi-{number}-lagi", desa_id=place, is_draft=True
            )


def business_name(owner: str, chance: random.Random) -> str:
    trade = chance.choice(_TRADES).replace("_", " ")
    own = owner.split()[0] if chance.random() < 0.5 else " ".join(chance.sample(_WORDS, 2))
    return f"{trade} {own}"


def misspelt(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name))
    return chance.choice([name.upper(), f"UD. {name}", name[:at] + name[at - 1] + name[at:], name])


if __name__ == "__main__":
    main()
