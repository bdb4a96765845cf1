"""A civil servant records a purchase without an account: once, of the right month, and no more than is asked."""

import datetime
import io
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image

from belanja_asn.models import Belanja
from common.traps import new_moment
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, OpdFactory
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from tests.house.people import owner_of
from tests.kantor import words

NEW = reverse("belanja_asn:new")
TRACK = reverse("belanja_asn:track")
START = datetime.datetime(2026, 11, 20, 2, 0, tzinfo=datetime.UTC)
NIP = "198503122010012003"


@pytest.fixture
def clock(db, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    cache.clear()
    with time_machine.travel(START, tick=False) as clock:
        AturanBelanjaFactory()
        yield clock


def send(client, clock, seller, *, opd=None, after=10, moment=None, **data):
    moment = moment or new_moment()
    clock.shift(after)
    said = {
        "opd": opd if isinstance(opd, str) else (opd or OpdFactory()).pk,
        "bought_on": "18-11-2026", "barang": "2 keripik pisang",
        "nilai": "Rp 75.000", "nomor_nota": "012/A", "moment": moment,
    }  # fmt: skip
    return client.post(f"{NEW}?penjual={seller.get_absolute_url()}", said | data)


def picture(colour="white"):
    buffer = io.BytesIO()
    Image.new("RGB", (400, 600), colour).save(buffer, "JPEG")
    return SimpleUploadedFile("nota.jpg", buffer.getvalue(), "image/jpeg")


@pytest.mark.parametrize("make", [UsahaFactory, KoperasiFactory])
def test_a_purchase_is_recorded_from_the_sellers_page(client, clock, make):
    seller = make(listed=True)
    assert f"{NEW}?penjual={seller.get_absolute_url()}" in client.get(seller.get_absolute_url()).text
    response = send(client, clock, seller)
    belanja = Belanja.objects.get()
    assert response["Location"] == f"{TRACK}?nomor={belanja.code}&baru=1"
    assert (belanja.seller, belanja.nilai, belanja.nomor_nota) == (seller, 75_000, "012/A")
    assert (belanja.keadaan, belanja.channel) == ("menunggu", "ponsel")
    assert [(item.name, item.jumlah) for item in belanja.itembelanja_set.all()] == [("keripik pisang", 2)]


def test_from_a_products_page_the_goods_stand_there_already(client, clock):
    produk = ProdukFactory(listed=True, name="Abon Cakalang")
    page = client.get(NEW, {"penjual": produk.get_absolute_url()}).text
    assert "1 Abon Cakalang" in page
    send(client, clock, produk, barang="2 abon cakalang")
    assert Belanja.objects.get().itembelanja_set.get().produk == produk


def test_the_search_for_products_above_holds_nothing_of_a_sellers_name(client, clock):
    page = client.get(NEW, {"cari": "mekar"}).text
    assert re.search(r'<input[^>]*name="cari"[^>]*value="mekar"', page)
    assert re.search(r'<input[^>]*name="q"[^>]*value=""', page)


def test_whoever_is_signed_in_and_looks_after_the_business_does_not_record_there(client, clock):
    usaha = UsahaFactory(listed=True)
    client.force_login(owner_of(usaha.pemilik))
    response = send(client, clock, usaha)
    assert "Anda mengelola usaha ini, jadi belanjanya dicatat oleh orang lain." in words(response)
    assert not Belanja.objects.exists()
    send(client, clock, UsahaFactory(listed=True))
    assert Belanja.objects.get().recorded_by is None


def test_without_a_page_the_seller_is_looked_for_by_name(client, clock):
    usaha = UsahaFactory(listed=True, name="Dapur Mekar Jaya")
    UsahaFactory(name="Dapur Mekar Tersembunyi")
    page = client.get(NEW, {"cari": "mekar dapur"}).text
    assert f"?penjual={usaha.get_absolute_url()}" in page
    assert "Tersembunyi" not in page


def test_without_a_rule_nothing_can_be_recorded(client, db):
    usaha = UsahaFactory(listed=True)
    page = client.get(NEW, {"penjual": usaha.get_absolute_url()})
    assert "sedang tidak berjalan" in page.text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"bought_on": "21-11-2026"}, "Tanggal ini belum tiba"),
        ({"bought_on": "31-10-2025"}, "belum atau tidak lagi berjalan"),
        ({"bought_on": "30-09-2026"}, "sudah tidak dapat dicatat"),
        ({"nilai": "0"}, "lebih dari nol"),
        ({"nilai": "-5000"}, "lebih dari nol"),
        ({"nilai": "banyak"}, "Rp"),
        ({"barang": " ; "}, "Tulis barang yang dibeli."),
        ({"nomor_nota": ""}, "Isi nomor nota atau lampirkan foto nota"),
        ({"opd": ""}, "Pilih perangkat daerah tempat Anda bekerja."),
        ({"opd": "9999999"}, "pilihan"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_lost(client, clock, data, told):
    response = send(client, clock, UsahaFactory(listed=True), **data)
    assert response.status_code == 200
    assert told in response.text
    assert "Ada yang perlu diperbaiki" in response.text
    assert not Belanja.objects.exists()


@pytest.mark.parametrize(
    ("identitas", "shown", "kept"),
    [("tanpa", (), ("", "")), ("nama", ("pembeli",), ("Sitti", "")), ("nip", ("nip",), ("", NIP))],
)
def test_no_more_is_asked_and_kept_than_the_rule_wants(client, clock, identitas, shown, kept):
    AturanBelanjaFactory._meta.model.objects.update(identitas=identitas)
    usaha = UsahaFactory(listed=True)
    page = client.get(NEW, {"penjual": usaha.get_absolute_url()}).text
    assert [name for name in ("pembeli", "nip") if f'name="{name}"' in page] == list(shown)
    send(client, clock, usaha, pembeli="Sitti", nip="19850312 201001 2 003")
    belanja = Belanja.objects.get()
    assert (belanja.pembeli, belanja.nip) == kept


@pytest.mark.parametrize(("identitas", "told"), [("nama", "meminta nama ASN"), ("nip", "meminta NIP")])
def test_what_the_rule_asks_must_be_told(client, clock, identitas, told):
    AturanBelanjaFactory._meta.model.objects.update(identitas=identitas)
    assert told in send(client, clock, UsahaFactory(listed=True)).text


def test_a_nip_is_encrypted_where_it_lies(client, clock):
    AturanBelanjaFactory._meta.model.objects.update(identitas="nip")
    send(client, clock, UsahaFactory(listed=True), nip=NIP)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nip, pembeli_index FROM belanja_asn_belanja")
        token, index = cursor.fetchone()
    assert NIP not in token + index
    assert Belanja.objects.get().nip == NIP


# --- the same receipt ---------------------------------------------------------------------------


def test_the_same_nota_is_told_once_however_it_is_written(client, clock):
    usaha = UsahaFactory(listed=True)
    send(client, clock, usaha)
    response = send(client, clock, usaha, nomor_nota="Nota No. 012/a")
    assert "sudah tercatat" in response.text
    assert Belanja.objects.count() == 1


def test_the_same_number_of_another_seller_or_day_is_another_nota(client, clock):
    usaha = UsahaFactory(listed=True)
    send(client, clock, usaha)
    send(client, clock, UsahaFactory(listed=True))
    send(client, clock, usaha, bought_on="17-11-2026")
    assert Belanja.objects.count() == 3


def test_the_same_photo_is_told_once(client, clock):
    send(client, clock, UsahaFactory(listed=True), nomor_nota="", nota=picture())
    response = send(client, clock, UsahaFactory(listed=True), nomor_nota="", nota=picture())
    assert "Foto nota ini sudah dipakai" in response.text
    send(client, clock, UsahaFactory(listed=True), nomor_nota="", nota=picture("grey"))
    assert Belanja.objects.count() == 2


def test_a_refused_nota_may_be_told_again(client, clock):
    usaha = UsahaFactory(listed=True)
    BelanjaFactory(
        usaha=usaha, nomor_nota="012/A", bought_on=datetime.date(2026, 11, 18), keadaan="ditolak",
        notes="Jumlahnya keliru.", decided_at=START, decided_by=usaha.verified_by,
    )  # fmt: skip
    assert send(client, clock, usaha).status_code == 302


def test_one_form_sent_twice_is_one_purchase_with_one_number(client, clock):
    usaha, opd, moment = UsahaFactory(listed=True), OpdFactory(), new_moment()
    first, second = (send(client, clock, usaha, opd=opd, moment=moment) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Belanja.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twelve_tell_of_one_nota_at_the_same_moment_and_one_is_kept(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    cache.clear()
    with time_machine.travel(START, tick=False) as clock:
        AturanBelanjaFactory()
        usaha, opds = UsahaFactory(listed=True), [OpdFactory() for _ in range(12)]
        moments = [new_moment() for _ in opds]
        clock.shift(10)

        def tell(pair):
            try:
                return send(Client(), clock, usaha, opd=pair[0], moment=pair[1], after=0)
            finally:
                connection.close()

        with ThreadPoolExecutor(12) as pool:
            responses = list(pool.map(tell, zip(opds, moments, strict=True)))
    assert sorted(response.status_code for response in responses) == [200] * 11 + [302]
    assert all("sudah tercatat" in each.text for each in responses if each.status_code == 200)
    assert Belanja.objects.count() == 1


# --- who means no good ---------------------------------------------------------------------------


def test_a_program_that_fills_every_box_stores_nothing(client, clock):
    assert send(client, clock, UsahaFactory(listed=True), website="x")["Location"] == reverse(
        "belanja_asn:index"
    )
    assert not Belanja.objects.exists()


def test_a_form_filled_in_no_time_is_asked_again(client, clock):
    assert "Terlalu cepat" in send(client, clock, UsahaFactory(listed=True), after=0).text


def test_a_network_may_not_flood_the_office(client, clock, monkeypatch):
    monkeypatch.setattr("belanja_asn.views.public._MOST_AN_HOUR", 1)
    usaha = UsahaFactory(listed=True)
    send(client, clock, usaha)
    assert "banyak catatan" in send(client, clock, usaha, nomor_nota="13").text
    assert Belanja.objects.count() == 1


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("nota.jpg", b"", "image/jpeg"),
        SimpleUploadedFile("nota.jpg", b"bukan gambar", "image/jpeg"),
        SimpleUploadedFile("nota.jpg", b"\xff\xd8\xff\xe0" + b"x" * 500, "image/jpeg"),
        SimpleUploadedFile("nota.svg", b"<svg onload=alert(1)></svg>", "image/svg+xml"),
        SimpleUploadedFile("nota.pdf", b"%PDF-1.7", "application/pdf"),
        SimpleUploadedFile("nota.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "image/png"),
    ],
    ids=lambda upload: upload.name,
)
def test_a_hostile_file_is_refused_kindly(client, clock, upload, tmp_path):
    response = send(client, clock, UsahaFactory(listed=True), nota=upload)
    assert response.status_code == 200
    assert "Ada yang perlu diperbaiki" in response.text
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


NOISE = ["\x00", "\u202e", "9" * 5000, "' OR 1=1 --", "<script>", "٣", "-", "1e400", "٣٣-١١-٢٠٢٦"]


@pytest.mark.parametrize("name", ["opd", "bought_on", "barang", "nilai", "nomor_nota", "nip", "moment"])
def test_no_noise_in_any_box_breaks_the_form(client, clock, name):
    AturanBelanjaFactory._meta.model.objects.update(identitas="nip")
    usaha, opd = UsahaFactory(listed=True), OpdFactory()
    for noise in NOISE:
        response = send(client, clock, usaha, **({"nip": NIP, "opd": opd} | {name: noise}))
        assert response.status_code in (200, 302), noise


@pytest.mark.parametrize(
    "about", ["", "/", "/tentang/", "/produk/%00/", "//[", "a" * 900, "/usaha/tidak-ada/"]
)
def test_an_address_that_leads_to_no_seller_asks_for_one(client, clock, about):
    response = client.get(NEW, {"penjual": about, "cari": "\x00%_"})
    assert response.status_code == 200
    assert "Belanja di mana?" in response.text


def test_a_failed_write_leaves_no_photo_behind(client, clock, tmp_path, monkeypatch):
    monkeypatch.setattr("belanja_asn.actions._add_items", lambda *_: 1 / 0)
    client.raise_request_exception = False
    assert send(client, clock, UsahaFactory(listed=True), nota=picture()).status_code == 500
    assert not Belanja.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


# --- the proof ----------------------------------------------------------------------------------


def test_the_proof_tells_the_state_and_names_nobody(client, clock):
    belanja = BelanjaFactory(pembeli="Sitti Rahma", nip=NIP)
    page = client.get(TRACK, {"nomor": belanja.shown_code.lower()}).text
    assert "Menunggu konfirmasi" in page
    assert belanja.seller.name in page
    assert "Sitti" not in page
    assert NIP not in page


def test_why_it_was_refused_stands_on_the_proof(client, clock):
    belanja = BelanjaFactory(confirmed=True, keadaan="ditolak", notes="Bukan nota kami.")
    assert "Bukan nota kami." in client.get(TRACK, {"nomor": belanja.code}).text


@pytest.mark.parametrize("nomor", ["", "ABC", "\x00", "x" * 500])
def test_an_unknown_proof_is_said_to_be_unknown(client, clock, nomor):
    response = client.get(TRACK, {"nomor": nomor})
    assert response.status_code == 200
    assert "Nomor bukti" in response.text
    assert "no-store" in response["Cache-Control"]


def test_guessing_numbers_comes_to_an_end(client, clock, monkeypatch):
    monkeypatch.setattr("belanja_asn.views.public._MOST_LOOKS", 1)
    client.get(TRACK, {"nomor": "BBBBBBBBBB"})
    assert client.get(TRACK, {"nomor": "CCCCCCCCCC"}).status_code == 429
