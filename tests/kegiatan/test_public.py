"""The agenda as a visitor uses it."""

import datetime
import json
import re

import pytest
from django.urls import reverse

from kegiatan import actions
from kegiatan.models import Materi
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import DesaFactory, KecamatanFactory, PemilikFactory, UsahaFactory, UserFactory

pytestmark = pytest.mark.django_db
URL = reverse("kegiatan:list")


def names(response):
    assert response.status_code == 200
    return [kegiatan.name for kegiatan in response.context["page"]]


@pytest.fixture
def agenda():
    togean = DesaFactory(kecamatan=KecamatanFactory(slug="uji-togean", name="Uji Togean"))
    day = datetime.date
    return [
        KegiatanFactory(listed=True, name="Pelatihan Kemasan", begins_on=day(2027, 1, 5), desa=togean),
        KegiatanFactory(listed=True, name="Bazar Akhir Tahun", jenis="bazar", begins_on=day(2026, 12, 20)),
        KegiatanFactory(
            listed=True,
            name="Rapat Berjalan",
            jenis="rapat",
            begins_on=day(2026, 12, 7),
            ends_on=day(2026, 12, 9),
        ),
        KegiatanFactory(listed=True, name="Pelatihan Lama", begins_on=day(2026, 11, 3)),
        KegiatanFactory(listed=True, name="Pelatihan Lebih Lama", begins_on=day(2026, 10, 3)),
        KegiatanFactory(name="Belum Tayang"),
    ]


def test_what_is_not_over_stands_first_and_in_order(client, agenda):
    assert names(client.get(URL)) == ["Rapat Berjalan", "Bazar Akhir Tahun", "Pelatihan Kemasan"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"waktu": "lalu"}, ["Pelatihan Lama", "Pelatihan Lebih Lama"]),
        ({"jenis": "bazar"}, ["Bazar Akhir Tahun"]),
        ({"kecamatan": "uji-togean"}, ["Pelatihan Kemasan"]),
        ({"bulan": "2026-12"}, ["Rapat Berjalan", "Bazar Akhir Tahun"]),
        ({"bulan": "2026-11"}, ["Pelatihan Lama"]),
        ({"q": "pelatihan"}, ["Pelatihan Kemasan", "Pelatihan Lama", "Pelatihan Lebih Lama"]),
        ({"q": "pelatihn kemasan"}, ["Pelatihan Kemasan"]),
        ({"jenis": "x", "bulan": "2026-13", "waktu": "x", "hal": "x"},
         ["Rapat Berjalan", "Bazar Akhir Tahun", "Pelatihan Kemasan"]),
        ({"q": "x" * 5000}, []),
    ],
)  # fmt: skip
def test_filters_combine_and_garbage_is_ignored(client, agenda, query, expected):
    assert names(client.get(URL, query)) == expected


def test_a_second_page_goes_on_where_the_first_ends(client):
    for day in range(1, 29):
        KegiatanFactory(listed=True, name=f"Hari {day}", begins_on=datetime.date(2027, 1, day))
    first = client.get(URL)
    second = client.get(URL + first.context["next_url"])
    assert [*names(first), *names(second)] == [f"Hari {day}" for day in range(1, 29)]


@pytest.mark.parametrize("count", [1, 24, 30])
def test_the_list_costs_at_most_four_statements(client, django_assert_max_num_queries, count):
    client.get(URL)
    for _ in range(count):
        KegiatanFactory(listed=True)
    with django_assert_max_num_queries(4):
        client.get(URL)


@pytest.mark.parametrize("count", [1, 20])
def test_a_page_costs_at_most_five_statements(client, django_assert_max_num_queries, count):
    kegiatan = KegiatanFactory(listed=True, kuota=30, desa=DesaFactory(), kecamatan=KecamatanFactory())
    for number in range(count):
        Materi.objects.create(kegiatan=kegiatan, title=f"Bahan {number}", link="https://contoh.id/")
        PesertaFactory(kegiatan=kegiatan)
    client.get(kegiatan.get_absolute_url())
    with django_assert_max_num_queries(5):
        client.get(kegiatan.get_absolute_url())


def test_a_page_tells_when_where_and_how_many_places_are_left(client):
    kegiatan = KegiatanFactory(listed=True, kuota=30)
    PesertaFactory(kegiatan=kegiatan)
    text = client.get(kegiatan.get_absolute_url()).text
    assert "Kamis, 10 Desember 2026, 09.00–15.00 WITA" in text
    assert "29 dari 30" in text


def test_nothing_about_a_participant_is_public(client):
    owner = PemilikFactory(
        name="Sitti Aminah", phone="+6281234567890", consents=("katalog", "nama", "telepon")
    )
    usaha = UsahaFactory(listed=True, pemilik=owner, name="Dapur Sitti")
    peserta = PesertaFactory(usaha=usaha, name="Rahma Uji", phone="+6281299998888")
    text = client.get(peserta.kegiatan.get_absolute_url()).text + client.get(URL).text
    assert not [each for each in ("Sitti", "Rahma", "99998888", "34567890") if each in text]


def test_a_page_speaks_to_search_engines(client):
    kegiatan = KegiatanFactory(listed=True, kuota=2, desa=DesaFactory())
    text = client.get(kegiatan.get_absolute_url()).text
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    event = json.loads(told)["@graph"][0]
    assert (event["@type"], event["startDate"], event["endDate"]) == (
        "Event", "2026-12-10T09:00:00+08:00", "2026-12-10T15:00:00+08:00",
    )  # fmt: skip
    assert (event["eventStatus"], event["remainingAttendeeCapacity"]) == (
        "https://schema.org/EventScheduled",
        2,
    )


def test_what_is_called_off_stays_and_says_so(client):
    kegiatan = KegiatanFactory(listed=True)
    actions.call_off(kegiatan=kegiatan, by=UserFactory())
    text = client.get(kegiatan.get_absolute_url()).text
    assert "Kegiatan ini dibatalkan" in text
    assert "EventCancelled" in text
    assert "Daftarkan usaha saya" not in text
    assert "Dibatalkan" in client.get(URL).text


@pytest.mark.parametrize("page", ["detail", "calendar"])
def test_a_draft_and_what_was_taken_from_the_site_are_not_found(client, page):
    kegiatan = KegiatanFactory()
    assert client.get(reverse(f"kegiatan:{page}", args=[kegiatan.slug])).status_code == 404


def test_the_feed_holds_what_is_listed(client, agenda):
    response = client.get(reverse("kegiatan:feed"))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    text = response.content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 5
    assert "SUMMARY:Bazar Akhir Tahun" in text
    assert "Belum Tayang" not in text


def test_one_event_is_kept_with_its_address(client):
    kegiatan = KegiatanFactory(listed=True, place="Aula; Lantai 2")
    response = client.get(reverse("kegiatan:calendar", args=[kegiatan.slug]))
    text = response.content.decode().replace("\r\n ", "")
    assert "LOCATION:Aula\\; Lantai 2" in text
    assert f"{kegiatan.get_absolute_url()}\r\n" in text


@pytest.mark.parametrize("page", ["list", "feed"])
def test_public_pages_set_no_cookie(client, agenda, page):
    assert not client.get(reverse(f"kegiatan:{page}")).cookies


def test_an_event_is_found_beside_the_products(client, agenda):
    response = client.get("/produk/", {"q": "kemasan"})
    assert "Pelatihan Kemasan" in response.text
    assert f"{URL}?q=kemasan" in response.text


def test_an_event_has_a_picture_beside_its_link(client):
    kegiatan = KegiatanFactory(listed=True)
    (address,) = re.findall(
        r'og:image" content="[^"]*?(/kegiatan/[^"]+)"', client.get(kegiatan.get_absolute_url()).text
    )
    assert client.get(address)["Content-Type"] == "image/jpeg"
