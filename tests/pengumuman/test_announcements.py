"""Announcements reach those they are meant for, and nobody else; who has read them is counted."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from common import memory
from pengumuman.jangkauan import reach_of
from pengumuman.models import Pengumuman, Terbaca
from pengumuman.sharing import whatsapp_share, whatsapp_text
from tests.factories import KeanggotaanFactory, KoperasiFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of, signed_in
from tests.kantor import query_count, sign_in, url, words
from tests.rumah import PengumumanFactory
from tests.rumah_usaha.test_bytes import MOST_BEFORE_PAINT, before_paint
from umkm.models import Usaha

pytestmark = pytest.mark.django_db
LIST, MINE = reverse("pengumuman:list"), reverse("pengumuman:mine")
NOUN = "pengumuman_pengumuman"


def opened(pengumuman):
    return reverse("pengumuman:opened", args=[pengumuman.slug])


def meant(usaha):
    return set(Pengumuman.objects.published().addressing(Usaha.objects.filter(pk=usaha.pk)))


# --- for whom ----------------------------------------------------------------------------------------


def test_without_a_narrowing_all_are_meant():
    usaha = UsahaFactory()
    pengumuman = PengumumanFactory(listed=True)
    assert meant(usaha) == {pengumuman}
    assert usaha in pengumuman.addressed()


def _sector(usaha):
    return {"bidang_usaha": [usaha.bidang_usaha, "jasa"]}


def _place(usaha):
    return {"kecamatan": [usaha.desa.kecamatan]}


def _union(usaha):
    return {"koperasi": [KeanggotaanFactory(usaha=usaha).koperasi]}


@pytest.mark.parametrize("narrow", [_sector, _place, _union])
def test_a_narrowing_reaches_those_inside_and_nobody_outside(narrow):
    inside, outside = UsahaFactory(bidang_usaha="kerajinan"), UsahaFactory(bidang_usaha="fesyen")
    pengumuman = PengumumanFactory(listed=True, **narrow(inside))
    assert (meant(inside), meant(outside)) == ({pengumuman}, set())
    assert list(pengumuman.addressed()) == [inside]


def test_several_narrowings_hold_together():
    both, only_sector = UsahaFactory.create_batch(2, bidang_usaha="kerajinan")
    only_place = UsahaFactory(bidang_usaha="fesyen", desa=both.desa)
    pengumuman = PengumumanFactory(listed=True, bidang_usaha=["kerajinan"], kecamatan=[both.desa.kecamatan])
    assert [bool(meant(each)) for each in (both, only_sector, only_place)] == [True, False, False]
    assert list(pengumuman.addressed()) == [both]


def test_of_an_owner_with_two_businesses_one_has_to_fit_in_every_respect():
    first = UsahaFactory(bidang_usaha="kerajinan")
    second = UsahaFactory(bidang_usaha="fesyen", pemilik=first.pemilik)
    PengumumanFactory(listed=True, bidang_usaha=["kerajinan"], kecamatan=[second.desa.kecamatan])
    mine = Usaha.objects.filter(pemilik=first.pemilik)
    assert not Pengumuman.objects.addressing(mine).exists()


def test_a_member_who_left_is_no_longer_meant():
    usaha = UsahaFactory()
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    left = KeanggotaanFactory(usaha=usaha, ended_on=yesterday)
    pengumuman = PengumumanFactory(listed=True, koperasi=[left.koperasi, KoperasiFactory()])
    assert meant(usaha) == set()
    assert not pengumuman.addressed().exists()


# --- for everybody -----------------------------------------------------------------------------------


def test_only_what_is_public_and_published_stands_on_the_site(client):
    shown = PengumumanFactory(title="Pelatihan dibuka", listed=True)
    hidden = [
        PengumumanFactory(title="Masih draf", is_draft=True),
        PengumumanFactory(title="Belum tayang"),
        PengumumanFactory(title="Hanya untuk pemilik", listed=True, is_public=False),
        PengumumanFactory(
            title="Sudah lama", listed=True, archived_at=timezone.now(), archived_by=UserFactory()
        ),
    ]
    found = words(client.get(LIST)) + client.get(reverse("pengumuman:newest")).text
    assert found.count(shown.title) >= 2
    assert client.get(shown.get_absolute_url()).status_code == 200
    for pengumuman in hidden:
        assert pengumuman.title not in found
        assert client.get(pengumuman.get_absolute_url()).status_code == 404


def test_the_newest_stands_on_the_home_page_while_it_is_news(client):
    with time_machine.travel(datetime.datetime(2026, 11, 1, 4, tzinfo=datetime.UTC)):
        PengumumanFactory(title="Kabar lama", listed=True)
    with time_machine.travel(datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)):
        PengumumanFactory(title="Kabar baru", listed=True)
        PengumumanFactory(title="Kabar dalam", listed=True, is_public=False)
        assert [each.title for each in client.get("/").context["news"]] == ["Kabar baru"]
    memory.forget()
    with time_machine.travel(datetime.datetime(2026, 12, 21, 4, tzinfo=datetime.UTC)):
        assert "Kabar" not in words(client.get("/"))


def test_what_is_pinned_stands_first_until_its_day(client):
    with time_machine.travel(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)):
        PengumumanFactory(title="Yang disematkan", listed=True, pinned_until=datetime.date(2026, 11, 20))
    with time_machine.travel(datetime.datetime(2026, 11, 10, tzinfo=datetime.UTC)):
        PengumumanFactory(title="Yang terbaru", listed=True)
        assert _titles(client) == ["Yang disematkan", "Yang terbaru"]
    with time_machine.travel(datetime.datetime(2026, 11, 21, 4, tzinfo=datetime.UTC)):
        assert _titles(client) == ["Yang terbaru", "Yang disematkan"]


def _titles(client):
    context = client.get(LIST).context
    return [each.title for each in [*context["pinned"], *context["page"]]]


def test_text_becomes_paragraphs_and_links_and_nothing_else(client):
    pengumuman = PengumumanFactory(
        listed=True, body='Satu <script>alert(1)</script>\n\nDua https://contoh.id/a?b=1&c=2 "javascript:x"'
    )
    page = client.get(pengumuman.get_absolute_url()).text
    assert "<p>Satu &lt;script&gt;" in page
    assert '<a href="https://contoh.id/a?b=1&amp;c=2" rel="nofollow">' in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize("count", [1, 24])
def test_the_list_costs_at_most_four_statements(client, django_assert_max_num_queries, same_minute, count):
    PengumumanFactory.create_batch(count, listed=True)
    client.get(LIST)
    with django_assert_max_num_queries(4):
        assert client.get(LIST).status_code == 200


def test_a_page_costs_one_statement(client, django_assert_max_num_queries, same_minute):
    pengumuman = PengumumanFactory(listed=True)
    with django_assert_max_num_queries(1):
        assert client.get(pengumuman.get_absolute_url()).status_code == 200


def test_a_full_list_fits_into_one_round_trip(client):
    PengumumanFactory.create_batch(
        24, listed=True, body="Daftar di kantor dengan membawa NIB dan foto. " * 40
    )
    assert before_paint(client, LIST) <= MOST_BEFORE_PAINT


# --- in the account -----------------------------------------------------------------------------------


def test_an_owner_reads_what_is_meant_for_them_and_it_is_unread_until_opened():
    usaha = UsahaFactory(bidang_usaha="kerajinan")
    mine = PengumumanFactory(title="Untuk perajin", listed=True, is_public=False, bidang_usaha=["kerajinan"])
    other = PengumumanFactory(title="Untuk penjahit", listed=True, bidang_usaha=["fesyen"])
    user = owner_of(usaha.pemilik)
    client = signed_in(user)
    page = words(client.get(MINE))
    assert "Untuk perajin" in page
    assert "belum dibaca" in page
    assert "Untuk penjahit" not in page
    assert client.get(opened(other)).status_code == 404
    for _ in range(2):
        assert client.get(opened(mine)).status_code == 200
    assert [each.user for each in Terbaca.objects.all()] == [user]
    assert "belum dibaca" not in words(client.get(MINE))


def test_the_account_costs_the_same_for_one_and_for_ten():
    client = signed_in(owner_of(UsahaFactory().pemilik))
    PengumumanFactory(listed=True)
    one = query_count(client, MINE)
    PengumumanFactory.create_batch(9, listed=True)
    assert query_count(client, MINE) == one


def test_who_looks_after_nothing_is_refused(client):
    client.force_login(UserFactory())
    assert client.get(MINE).status_code == 403
    assert client.get(opened(PengumumanFactory(listed=True))).status_code == 403


# --- at the office ------------------------------------------------------------------------------------


def test_the_office_learns_how_many_are_meant_and_how_many_have_read():
    pengumuman = PengumumanFactory(listed=True, bidang_usaha=["kerajinan"])
    first = UsahaFactory(bidang_usaha="kerajinan")
    UsahaFactory(bidang_usaha="kerajinan", pemilik=first.pemilik)
    second, _ = UsahaFactory.create_batch(2, bidang_usaha="kerajinan")
    outside = UsahaFactory(bidang_usaha="fesyen")
    reader, _ = owner_of(first.pemilik), owner_of(second.pemilik)
    for user in (reader, owner_of(outside.pemilik)):
        Terbaca.objects.create(pengumuman=pengumuman, user=user)
    reach = reach_of(pengumuman)
    assert (reach.usaha, reach.pemilik, reach.berakun, reach.dibaca) == (4, 3, 2, 1)
    assert str(reach) == "Dituju 4 usaha milik 3 orang. Dibaca 1 dari 2 pemilik yang punya akun."


def test_where_nobody_has_an_account_whatsapp_is_the_way():
    UsahaFactory()
    assert "kirim lewat WhatsApp" in str(reach_of(PengumumanFactory(listed=True)))


def test_a_clerk_writes_one_and_only_a_verifier_publishes_it(client):
    sign_in(client)
    told = {
        "title": "Bazar Ramadan",
        "body": "Daftar di kantor.",
        "is_public": "on",
        "bidang_usaha": "kerajinan",
    }
    client.post(url(NOUN, "add"), told)
    pengumuman = Pengumuman.objects.get()
    assert (pengumuman.slug, pengumuman.bidang_usaha) == ("bazar-ramadan", ["kerajinan"])
    client.post(url(NOUN, "state", pengumuman.pk), {"deed": "publish"})
    pengumuman.refresh_from_db()
    assert not pengumuman.is_listed
    sign_in(client, "Verifikator")
    client.post(url(NOUN, "state", pengumuman.pk), {"deed": "publish"})
    pengumuman.refresh_from_db()
    assert pengumuman.is_listed


def test_the_form_shows_the_reach_and_the_text_to_send(client):
    sign_in(client)
    UsahaFactory()
    pengumuman = PengumumanFactory(title="Bazar Ramadan", listed=True)
    page = client.get(url(NOUN, "change", pengumuman.pk)).text
    assert "Dituju 1 usaha" in page
    assert "*Bazar Ramadan*" in page
    assert "https://wa.me/?text=" in page


def test_the_text_to_send_leads_to_the_page_only_where_there_is_one():
    shown, kept = PengumumanFactory(listed=True), PengumumanFactory(listed=True, is_public=False)
    assert shown.get_absolute_url() in whatsapp_text(shown)
    assert kept.get_absolute_url() not in whatsapp_text(kept)
    assert " " not in whatsapp_share(shown)


def test_the_text_to_send_is_never_too_long():
    assert len(whatsapp_text(PengumumanFactory(body="kata " * 900))) < 2000


def test_the_offices_list_costs_the_same_for_one_and_for_ten(client):
    sign_in(client)
    PengumumanFactory(kecamatan=[UsahaFactory().desa.kecamatan])
    one = query_count(client, url(NOUN, "changelist"))
    for _ in range(9):
        PengumumanFactory(koperasi=[KoperasiFactory()])
    assert query_count(client, url(NOUN, "changelist")) == one


def test_a_look_at_the_head_alone_is_no_reading():
    pengumuman, user = PengumumanFactory(listed=True), owner_of(UsahaFactory().pemilik)
    client = signed_in(user)
    client.head(opened(pengumuman))
    assert not Terbaca.objects.exists()
