"""Public pages kept by each worker: which are, which never, and nobody's private byte in them."""

import io
import json
import logging.config

import brotli
import pytest
from django.conf import settings
from django.test import Client

from common import memory
from rumah_usaha.logs import logging_config
from tests.factories import ProdukFactory, UserFactory
from tests.rumah_usaha.page_cache.terhitung import VIEWS, counting, number, with_header
from tests.rumah_usaha.test_headers import HEADERS

A_MINUTE = 60
pytestmark = [pytest.mark.urls("tests.rumah_usaha.page_cache.terhitung"), pytest.mark.django_db]


# --- what is kept ---------------------------------------------------------------------------


def test_a_public_page_is_made_once(worker):
    assert [number(worker.get("/uji/biasa/")) for _ in range(3)] == [b"1", b"1", b"1"]


def test_a_kept_page_costs_no_statement(worker, django_assert_num_queries):
    ProdukFactory(listed=True)
    made = worker.get("/produk/")
    with django_assert_num_queries(0):
        assert worker.get("/produk/").content == made.content


def test_a_kept_page_has_every_header_that_it_left_with(worker):
    made, kept = worker.get("/tentang/"), worker.get("/tentang/")
    assert dict(kept.items()) == dict(made.items())
    assert [name for name in HEADERS if not kept.get(name)] == []


def test_a_page_that_loosens_its_policy_is_kept_with_that_policy(worker):
    VIEWS["biasa"] = counting(with_header("Content-Security-Policy", "sandbox"))
    assert [worker.get("/uji/biasa/")["Content-Security-Policy"] for _ in range(2)] == ["sandbox"] * 2


def test_a_page_is_kept_as_it_travels(worker):
    brotlied = {"accept-encoding": "br"}
    made = worker.get("/uji/biasa/", headers=brotlied)
    kept = worker.get("/uji/biasa/", headers=brotlied)
    assert kept["Content-Encoding"] == "br"
    assert kept.content == made.content
    assert brotli.decompress(kept.content).startswith(b"1 ")


def test_who_knows_another_compression_gets_another_copy(worker):
    for coding in ("br", "gzip"):
        answers = [worker.get("/uji/biasa/", headers={"accept-encoding": coding}) for _ in range(2)]
        assert [answer["Content-Encoding"] for answer in answers] == [coding, coding]
    assert "Content-Encoding" not in worker.get("/uji/biasa/")


def test_the_order_of_different_parameters_makes_no_other_page(worker):
    assert number(worker.get("/uji/biasa/?a=1&b=2")) == number(worker.get("/uji/biasa/?b=2&a=1"))


@pytest.mark.parametrize(
    "other", ["?a=2&a=1", "?a=1", "?a=1&a=2&c=3", "?A=1&a=2", "?a=1%26a%3D2", "", "?a=1&a=2&"]
)
def test_what_a_view_could_tell_apart_is_another_page(worker, other):
    assert number(worker.get("/uji/biasa/?a=1&a=2")) != number(worker.get(f"/uji/biasa/{other}"))


def test_another_host_and_another_scheme_have_pages_of_their_own(worker, settings):
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    answers = [
        worker.get("/uji/biasa/"),
        worker.get("/uji/biasa/", headers={"host": "localhost"}),
        worker.get("/uji/biasa/", secure=True),
    ]
    assert len({number(answer) for answer in answers}) == 3


def test_a_strange_host_is_refused_although_the_page_is_kept(worker):
    worker.get("/tentang/")
    assert worker.get("/tentang/", headers={"host": "jahat.example"}).status_code == 400


def test_a_head_is_answered_from_the_kept_page(worker):
    made = worker.get("/uji/biasa/")
    asked = worker.head("/uji/biasa/")
    assert (asked["ETag"], asked["Content-Length"]) == (made["ETag"], made["Content-Length"])


def test_a_head_keeps_nothing(worker):
    worker.head("/uji/biasa/")
    assert number(worker.get("/uji/biasa/")) == b"2"


def test_it_can_be_switched_off(settings):
    settings.PAGE_CACHE_MB = 0
    worker = Client()
    assert [number(worker.get("/uji/biasa/")) for _ in range(2)] == [b"1", b"2"]


# --- what never is --------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(set(VIEWS) - {"biasa", "petugas"}))
def test_never_kept(worker, name):
    assert [number(worker.get(f"/uji/{name}/")) for _ in range(2)] == [b"1", b"2"]


def test_a_posted_page_is_never_kept(worker):
    assert [number(worker.post("/uji/biasa/")) for _ in range(2)] == [b"1", b"2"]


def test_a_session_neither_reads_nor_leaves_a_kept_page(worker):
    officer = Client()
    officer.force_login(UserFactory(role="Petugas"))
    officer.handler = worker.handler
    assert number(officer.get("/uji/biasa/")) == b"1"
    assert number(worker.get("/uji/biasa/")) == b"2"
    assert number(officer.get("/uji/biasa/")) == b"3"


def test_a_page_that_wants_a_sign_in_is_never_kept(worker):
    officer = Client()
    officer.force_login(UserFactory(role="Petugas"))
    officer.handler = worker.handler
    assert number(officer.get("/uji/petugas/")) == b"1"
    assert worker.get("/uji/petugas/").status_code == 302


def test_a_form_token_is_never_kept(worker):
    first, second = (Client() for _ in range(2))
    first.handler = second.handler = worker.handler
    tokens = {visitor.get("/akun/masuk/").cookies["csrftoken"].value for visitor in (first, second)}
    assert len(tokens) == 2


@pytest.mark.parametrize("address", ["/produk/?format=csv", "/produk/?format=xlsx", "/healthz", "/readyz"])
def test_files_and_states_are_never_kept(worker, address):
    for _ in range(2):
        answer = worker.get(address)
        assert "ETag" not in answer
        answer.close()


def test_other_cookies_do_not_change_a_page(worker):
    worker.cookies["csrftoken"] = "a" * 32
    assert [number(worker.get("/uji/biasa/")) for _ in range(2)] == [b"1", b"1"]


# --- conditional requests ---------------------------------------------------------------------


@pytest.mark.parametrize("is_kept", [True, False])
def test_an_unchanged_page_is_not_sent_again(worker, clock, is_kept):
    etag = worker.get("/tentang/", headers={"accept-encoding": "br"})["ETag"]
    if not is_kept:
        clock["now"] += A_MINUTE
    answer = worker.get("/tentang/", headers={"accept-encoding": "br", "if-none-match": etag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert "Content-Encoding" not in answer


def test_every_worker_gives_a_page_the_same_mark():
    assert len({Client().get("/tentang/")["ETag"] for _ in range(3)}) == 1


def test_an_unchanged_page_keeps_the_headers_that_protect_it(worker):
    etag = worker.get("/tentang/")["ETag"]
    answer = worker.get("/tentang/", headers={"if-none-match": etag})
    assert [name for name in HEADERS if not answer.get(name)] == []


def test_a_changed_page_is_sent(worker):
    etag = worker.get("/uji/biasa/")["ETag"]
    VIEWS["biasa"](None)
    memory.forget()
    other = Client()
    assert other.get("/uji/biasa/", headers={"if-none-match": etag}).status_code == 200


def test_asking_whether_a_page_holds_keeps_the_whole_page(worker, clock):
    etag = worker.get("/tentang/")["ETag"]
    clock["now"] += A_MINUTE
    worker.get("/tentang/", headers={"if-none-match": etag})
    assert worker.get("/tentang/").status_code == 200


def test_nobody_else_keeps_a_page_without_asking(worker):
    assert worker.get("/tentang/")["Cache-Control"] == "public, max-age=0, must-revalidate"


# --- the log ----------------------------------------------------------------------------------


def test_a_kept_page_is_logged_too_without_what_was_searched_for(worker):
    worker.get("/produk/?q=jantung")
    stream = io.StringIO()
    config = logging_config(quiet=False)
    config["handlers"]["console"]["stream"] = stream
    logging.config.dictConfig(config)
    try:
        worker.get("/produk/?q=jantung")
    finally:
        logging.config.dictConfig(logging_config(quiet=True))
    (line,) = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (line["event"], line["request"], line["code"]) == ("request_finished", "GET /produk/", 200)
    assert line["request_id"]
    assert "jantung" not in stream.getvalue()


def test_tests_keep_no_pages_unless_they_say_so():
    from importlib import import_module

    assert import_module("rumah_usaha.settings").PAGE_CACHE_MB == 0
    assert settings.PAGE_CACHE_MB == 1
