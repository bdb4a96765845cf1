"""The shelf at the counter, in the owner's account, and for everybody."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from etalase.actions import pay, settle
from etalase.models import MutasiTitipan, Penyelesaian, Titipan
from tests.factories import KecamatanFactory, KoperasiFactory, ProdukFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of, signed_in
from tests.kantor import query_count, sign_in, words
from tests.rumah import on_shelf, sold
from tests.rumah_usaha.test_bytes import MOST_BEFORE_PAINT, before_paint

pytestmark = pytest.mark.django_db
COUNTER, SHELF, MINE = reverse("etalase:counter"), reverse("etalase:shelf"), reverse("etalase:mine")


def tap(client, titipan, jenis="terjual", jumlah="1", once="satu"):
    address = reverse("etalase:move", args=[titipan.pk])
    return client.post(address, {"jenis": jenis, "jumlah": jumlah, "_once": once}, follow=True)


def test_one_tap_sells(client):
    officer = sign_in(client)
    titipan = on_shelf(jumlah=5)
    assert "Terjual: 2 bungkus" in words(tap(client, titipan, jumlah="2"))
    line = MutasiTitipan.objects.get(jenis="terjual")
    assert (line.jumlah, line.recorded_by) == (2, officer)


def test_a_tap_sent_twice_sells_once(client):
    sign_in(client)
    titipan = on_shelf(jumlah=5)
    tap(client, titipan)
    assert "tidak dicatat dua kali" in words(tap(client, titipan))
    titipan.refresh_from_db()
    assert titipan.stok == 4


@pytest.mark.parametrize("jumlah", ["", "0", "-1", "banyak", "9" * 30])
def test_a_number_that_is_none_moves_nothing(client, jumlah):
    sign_in(client)
    titipan = on_shelf(jumlah=5)
    assert "Tulis jumlah" in words(tap(client, titipan, jumlah=jumlah))
    titipan.refresh_from_db()
    assert titipan.stok == 5


@pytest.mark.parametrize("jenis", ["masuk", "", "lain"])
def test_the_counters_row_only_takes_goods_off_the_shelf(client, jenis):
    sign_in(client)
    titipan = on_shelf(jumlah=5)
    tap(client, titipan, jenis=jenis)
    titipan.refresh_from_db()
    assert titipan.stok == 5


def test_more_than_there_is_is_answered_kindly(client):
    sign_in(client)
    assert "tinggal 2" in words(tap(client, on_shelf(jumlah=2), jumlah="3"))


def test_the_counter_finds_goods_by_their_name_and_their_owners(client):
    sign_in(client)
    on_shelf(ProdukFactory(name="Abon Tuna", usaha__name="Dapur Sitti", listed=True))
    on_shelf(ProdukFactory(name="Sambal Roa", of_koperasi=True, koperasi__name="Koperasi Laut", listed=True))
    for text, found in (("abon", "Abon Tuna"), ("sitti", "Abon Tuna"), ("laut", "Sambal Roa")):
        page = words(client.get(COUNTER, {"q": text}))
        assert [name for name in ("Abon Tuna", "Sambal Roa") if name in page] == [found]


def test_goods_are_brought_in_as_they_came_last_time(client):
    sign_in(client)
    titipan = on_shelf(jumlah=1, harga_titip=18_000, harga_jual=22_000)
    page = client.get(reverse("etalase:choose"), {"q": titipan.produk.name})
    address = reverse("etalase:bring", args=[titipan.produk_id])
    assert address in page.text
    form = client.get(address).context["form"]
    assert (form.initial["harga_titip"], form.initial["harga_jual"]) == (18_000, 22_000)
    told = {"jumlah": "4", "harga_titip": "Rp 18.000", "harga_jual": "22.000", "happened_on": "1-1-2026"}
    client.post(
        address, told | {"happened_on": form.initial["happened_on"].strftime("%d-%m-%Y"), "_once": "a"}
    )
    titipan.refresh_from_db()
    assert titipan.stok == 5


def test_a_price_below_the_owners_is_asked_again(client):
    sign_in(client)
    produk = ProdukFactory(listed=True)
    told = {"jumlah": "4", "harga_titip": "20000", "harga_jual": "19000", "happened_on": "1-11-2026"}
    response = client.post(reverse("etalase:bring", args=[produk.pk]), told)
    assert "harga_jual" in response.context["form"].errors
    assert not Titipan.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [{"jumlah": "0"}, {"jumlah": "9" * 30}, {"harga_jual": "9" * 20}, {"harga_titip": "-1"}, {"notes": "\x00"},
     {"happened_on": "31-2-2026"}, {"happened_on": "1-1-2999"}, {"harga_titip": "gratis"}],
)  # fmt: skip
def test_what_cannot_be_written_is_asked_again(client, changed):
    sign_in(client)
    told = {"jumlah": "4", "harga_titip": "20000", "harga_jual": "25000", "happened_on": "1-11-2026"}
    response = client.post(reverse("etalase:bring", args=[ProdukFactory(listed=True).pk]), told | changed)
    assert response.context["form"].errors
    assert not Titipan.objects.exists()


def test_a_line_is_taken_back_from_the_card(client):
    sign_in(client)
    line = sold(on_shelf(jumlah=5), 2)
    address = reverse("etalase:correct", args=[line.pk])
    assert address in client.get(line.titipan.get_absolute_url()).text
    page = client.post(address, {"reason": "Salah hitung"}, follow=True)
    assert "Dibatalkan: Salah hitung" in words(page)


def test_an_officer_of_elsewhere_finds_nothing(client):
    sign_in(client, kecamatan=[KecamatanFactory()])
    line = sold(on_shelf(jumlah=5))
    settlement = settle(seller=line.titipan.produk.usaha, until=line.happened_on, by=UserFactory())
    assert line.titipan.produk.name not in words(client.get(COUNTER))
    for name, pk in (
        ("etalase:card", line.titipan.produk_id),
        ("etalase:bring", line.titipan.produk_id),
        ("etalase:correct", line.pk),
        ("etalase:settlement", settlement.pk),
        ("laporan:settlement", settlement.pk),
        ("laporan:stock_card", line.titipan.produk_id),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 404
    assert tap(client, line.titipan).status_code == 404


def test_the_counter_costs_the_same_for_one_batch_and_for_ten(client):
    sign_in(client)
    on_shelf()
    one = query_count(client, COUNTER)
    for _ in range(9):
        on_shelf()
    assert query_count(client, COUNTER) == one


# --- settling ---------------------------------------------------------------------------------------


def test_an_owner_is_settled_printed_and_paid(client):
    officer = sign_in(client)
    line = sold(on_shelf(ProdukFactory(usaha__pemilik__name="Sitti Contoh", listed=True)), 3)
    usaha = line.titipan.produk.usaha
    page = client.get(reverse("etalase:settlements"))
    address = reverse("etalase:draw_up", args=["usaha", usaha.pk])
    assert address in page.text
    assert "Rp60.000" in words(client.get(address))
    made = client.post(address, {"sampai": line.happened_on.strftime("%d-%m-%Y")}, follow=True)
    settlement = Penyelesaian.objects.get()
    assert settlement.nomor in words(made)
    paper = PdfReader(io.BytesIO(client.get(reverse("laporan:settlement", args=[settlement.pk])).content))
    text = " ".join(paper.pages[0].extract_text().split())
    for word in (settlement.nomor, "Rp60.000", "Yang menerima,", "Sitti Contoh", "Yang menyerahkan,"):
        assert word in text
    day = {"paid_on": line.happened_on.strftime("%d-%m-%Y")}
    client.post(reverse("etalase:paid", args=[settlement.pk]), day)
    settlement.refresh_from_db()
    assert (settlement.paid_on, settlement.paid_by) == (line.happened_on, officer)


def test_the_stock_card_is_printed(client):
    sign_in(client)
    line = sold(on_shelf(jumlah=5), 2)
    paper = PdfReader(
        io.BytesIO(client.get(reverse("laporan:stock_card", args=[line.titipan.produk_id])).content)
    )
    text = " ".join(paper.pages[0].extract_text().split())
    assert "KARTU STOK" in text
    assert line.titipan.produk.name.upper() in text


def test_a_cancelled_settlement_is_not_printed(client):
    sign_in(client)
    line = sold(on_shelf())
    settlement = settle(seller=line.titipan.produk.usaha, until=line.happened_on, by=UserFactory())
    client.post(reverse("etalase:dropped", args=[settlement.pk]), {"reason": "Harga keliru"})
    assert client.get(reverse("laporan:settlement", args=[settlement.pk])).status_code == 404


def test_a_cooperative_is_paid_like_a_business(client):
    sign_in(client)
    koperasi = KoperasiFactory(listed=True)
    line = sold(on_shelf(ProdukFactory(usaha=None, koperasi=koperasi, listed=True)), 2)
    settlement = settle(seller=koperasi, until=line.happened_on, by=UserFactory())
    assert "Rp40.000" in words(client.get(settlement.get_absolute_url()))
    assert client.get(reverse("laporan:settlement", args=[settlement.pk])).status_code == 200


# --- owners and everybody -----------------------------------------------------------------------------


def test_an_owner_sees_the_own_goods_and_what_is_due_and_nobody_elses():
    line = sold(on_shelf(ProdukFactory(name="Abon Tuna", listed=True), jumlah=5), 2)
    theirs = sold(on_shelf(ProdukFactory(name="Sambal Roa", listed=True)), 1)
    settle(seller=theirs.titipan.produk.usaha, until=theirs.happened_on, by=UserFactory())
    client = signed_in(owner_of(line.titipan.produk.usaha.pemilik))
    page = words(client.get(MINE))
    assert "Abon Tuna" in page
    assert "Rp40.000" in page
    assert "Sambal Roa" not in page
    assert "TTP-" not in page


def test_an_owner_sees_what_was_paid():
    line = sold(on_shelf(), 2)
    settlement = settle(seller=line.titipan.produk.usaha, until=line.happened_on, by=UserFactory())
    pay(penyelesaian=settlement, paid_on=line.happened_on, by=UserFactory())
    page = words(signed_in(owner_of(line.titipan.produk.usaha.pemilik)).get(MINE))
    assert settlement.nomor in page
    assert "belum dibayar: Rp0" in page


def test_who_looks_after_nothing_is_refused(client):
    client.force_login(UserFactory())
    assert client.get(MINE).status_code == 403


def test_everybody_sees_what_stands_on_the_shelf_and_nothing_about_money(client):
    on_shelf(ProdukFactory(name="Abon Tuna", listed=True), harga_titip=17_123)
    ended = on_shelf(ProdukFactory(name="Sambal Roa", listed=True), jumlah=1)
    sold(ended)
    on_shelf(ProdukFactory(name="Produk Rahasia", usaha=UsahaFactory()))
    page = client.get(SHELF)
    assert "Abon Tuna" in page.text
    for hidden in ("Sambal Roa", "Produk Rahasia", "17.123"):
        assert hidden not in page.text


@pytest.mark.parametrize("count", [1, 24])
def test_the_shelf_costs_at_most_four_statements(client, django_assert_max_num_queries, same_minute, count):
    for _ in range(count):
        on_shelf()
    client.get(SHELF)
    with django_assert_max_num_queries(4):
        assert client.get(SHELF).text.count('class="card"') == count


def test_a_full_shelf_fits_into_one_round_trip(client):
    for _ in range(24):
        on_shelf()
    assert before_paint(client, SHELF) <= MOST_BEFORE_PAINT


def test_a_product_page_tells_that_the_house_has_it(client):
    titipan = on_shelf(jumlah=1)
    address = titipan.produk.get_absolute_url()
    assert SHELF in client.get(address).text
    sold(titipan)
    assert "Tersedia di" not in client.get(address).text
