"""A real browser against a real server. Skipped, loudly, where no Chromium is installed; CI must have one."""

import os
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

# Playwright's event loop runs in this thread; Django would take that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _chromium():
    if CHROMIUM:
        return
    message = "Chromium is not installed: browser journeys cannot run (Debian: apt-get install chromium)"
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def base_url():
    """None: pytest-playwright's own fixture is of a kind that pytest 9 warns about."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    # Chromium's sandbox refuses to run as root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": [*sandbox, *quiet]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": PHONE, "locale": "id-ID", "timezone_id": "Asia/Makassar"}


@pytest.fixture
def portal(transactional_db, live_server, settings, tmp_path):
    """The address of a portal with its reference data and the launch article's totals, and no records yet."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.SITE_URL = live_server.url
    call_command("load_rekap_awal", stdout=StringIO())
    return live_server.url


@pytest.fixture
def sign_in(page, portal):
    """Sign in through the door that people use."""

    def enter(user, password):
        page.goto(f"{portal}/akun/masuk/?next=/kantor/")
        page.get_by_label("Nama pengguna atau surel").fill(user.username)
        page.get_by_label("Kata sandi", exact=True).fill(password)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{portal}/kantor/**")
        return page

    return enter
