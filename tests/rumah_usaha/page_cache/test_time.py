"""No page that a worker keeps is older than a minute, and all of them together stay within their room."""

import threading

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import User
from common import memory
from produk.models import Produk
from rumah_usaha import page_cache
from rumah_usaha.page_cache import Page, PageCacheMiddleware, Shelf
from tests.factories import ProdukFactory
from tests.rumah_usaha.page_cache.terhitung import VIEWS, counting, number
from umkm.models import Persetujuan

A_MINUTE = 60
pytestmark = [pytest.mark.urls("tests.rumah_usaha.page_cache.terhitung"), pytest.mark.django_db]


# --- time -------------------------------------------------------------------------------------


def test_a_page_is_made_anew_each_minute(worker, clock):
    worker.get("/uji/biasa/")
    clock["now"] += A_MINUTE
    assert number(worker.get("/uji/biasa/")) == b"2"


def test_a_page_begun_in_the_minute_before_is_not_kept(worker, clock):
    def change(response):
        clock["now"] += 1
        return response

    VIEWS["biasa"] = counting(change)
    clock["now"] += A_MINUTE - 1
    assert [number(worker.get("/uji/biasa/")) for _ in range(2)] == [b"1", b"2"]


def test_a_page_made_of_kept_rows_is_forgotten_with_them(worker, clock):
    answers = iter("12")
    kept = memory.for_a_minute(lambda: next(answers))
    VIEWS["biasa"] = login_not_required(lambda request: HttpResponse(kept()))
    clock["now"] += A_MINUTE - 1
    kept()
    worker.get("/uji/biasa/")
    clock["now"] += 1
    assert worker.get("/uji/biasa/").content == b"2"


def withdraw_consent(produk):
    officer = User.objects.get(pk=produk.verified_by_id)
    consents = Persetujuan.objects.filter(pemilik=produk.usaha.pemilik)
    consents.update(withdrawn_at=timezone.now(), withdrawn_by=officer)


def unpublish(produk):
    Produk.objects.filter(pk=produk.pk).update(published_at=None, published_by=None)


def archive(produk):
    Produk.objects.filter(pk=produk.pk).update(archived_at=timezone.now(), archived_by=produk.verified_by)


@pytest.mark.parametrize("take_away", [withdraw_consent, unpublish, archive])
@pytest.mark.parametrize("seconds_before", [1, 30, 59])
def test_what_is_taken_away_is_gone_from_every_worker_within_a_minute(clock, take_away, seconds_before):
    produk = ProdukFactory(listed=True, name="Abon Mutiara", usaha__name="Dapur Mutiara")
    kecamatan = produk.usaha.desa.kecamatan.slug
    pages = [
        "/", "/produk/", "/produk/?urut=nama", f"/produk/?kategori={produk.kategori.slug}",
        f"/produk/?kecamatan={kecamatan}", "/produk/?q=mutiara", produk.get_absolute_url(),
        produk.usaha.get_absolute_url(),
    ]  # fmt: skip
    workers = [Client() for _ in range(3)]
    for worker in workers:
        clock["now"] += 7
        assert all("Abon Mutiara" in worker.get(page).content.decode() for page in pages)
    clock["now"] += seconds_before
    take_away(produk)
    still = [worker.get(page).content.decode() for worker in workers for page in pages]
    clock["now"] += A_MINUTE
    for worker in workers:
        assert [page for page in pages if "Abon Mutiara" in worker.get(page).content.decode()] == []
    # The test could not fail if pages were never kept.
    assert seconds_before > 30 or any("Abon Mutiara" in page for page in still)


def test_a_withdrawn_number_is_gone_within_a_minute(worker, clock):
    produk = ProdukFactory(listed=True, usaha__pemilik__consents=("katalog", "telepon"))
    assert "wa.me" in worker.get(produk.get_absolute_url()).content.decode()
    consents = Persetujuan.objects.filter(pemilik=produk.usaha.pemilik, purpose="telepon")
    consents.update(withdrawn_at=timezone.now(), withdrawn_by=produk.verified_by)
    clock["now"] += A_MINUTE
    assert produk.usaha.pemilik.phone not in worker.get(produk.get_absolute_url()).content.decode()
    assert "wa.me/62812" not in worker.get(produk.get_absolute_url()).content.decode()


def test_workers_do_not_all_start_anew_at_the_same_moment(monkeypatch, clock):
    begins = set()
    for pid in (101, 102, 103):
        monkeypatch.setattr("common.memory.os.getpid", lambda pid=pid: pid)
        first = memory.minute()
        clock["now"] = 6000.0
        while memory.minute() == first:
            clock["now"] += 1
        begins.add(clock["now"])
        clock["now"] = 6000.0
    assert len(begins) == 3


# --- memory and threads -----------------------------------------------------------------------


def page_of(size):
    return Page(b"x" * size, {})


def test_pages_longest_not_asked_for_give_way():
    shelf = Shelf(most_bytes=30_000)
    begun = memory.minute()
    for name in "abc":
        shelf.put((name,), page_of(5_000), begun=begun)
    shelf.get(("a",))
    for name in "de":
        shelf.put((name,), page_of(5_000), begun=begun)
    assert [name for name in "abcde" if shelf.get((name,))] == ["a", "c", "d", "e"]


def test_kept_pages_never_take_more_than_their_room():
    shelf = Shelf(most_bytes=100_000)
    for place in range(200):
        shelf.put((str(place),), page_of(1_000 * (place % 7)), begun=memory.minute())
        held = list(shelf._pages.values())
        assert sum(page.size for page in held) <= 100_000


def test_a_page_larger_than_the_room_is_not_kept():
    shelf = Shelf(most_bytes=10_000)
    shelf.put(("a",), page_of(20_000), begun=memory.minute())
    assert shelf.get(("a",)) is None


def asked_for():
    return RequestFactory().get("/uji/biasa/")


def public(request):
    request.is_private_page = False


def test_threads_that_want_the_same_page_wait_for_the_one_that_makes_it(monkeypatch):
    everybody_waits, made = threading.Event(), []

    class Waiting(threading.Event):
        def wait(self, timeout=None):
            everybody_waits.set()
            return super().wait(timeout)

    def make(request):
        made.append(1)
        everybody_waits.wait(5)
        public(request)
        return HttpResponse("isi")

    monkeypatch.setattr(page_cache, "Event", Waiting)
    middleware = PageCacheMiddleware(make)
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(middleware(asked_for()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ([answer.content for answer in answers], len(made)) == ([b"isi"] * 4, 1)


def test_nobody_waits_for_a_page_that_failed():
    def fail(request):
        raise RuntimeError

    middleware = PageCacheMiddleware(fail)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            middleware(asked_for())
    assert middleware.turns._making == {}
