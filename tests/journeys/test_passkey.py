"""An owner without a password: claims with a passkey, leaves, comes back with it; a removed one opens nothing."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from akun import actions
from akun.models import Undangan
from akun.pesan import link_of
from tests.factories import UsahaFactory, UserFactory

OWN = "kelapa muda di tepi pantai"
CHOICE = "Pakai sidik jari/kunci layar HP (passkey)"


@pytest.fixture
def usaha(portal):
    return UsahaFactory(name="Dapur Uji", pemilik__phone="+6281234567890")


@pytest.fixture
def telephone(page):
    """A telephone whose owner unlocks it whenever asked."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session, made["authenticatorId"]


def link(usaha):
    return link_of(actions.invite(pemilik=usaha.pemilik, by=UserFactory(role="Petugas")))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def claim(page, usaha):
    page.goto(link(usaha))
    press(page, CHOICE)
    page.get_by_label("Nama passkey").fill("HP Sitti")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    press(page, "Simpan passkey dan masuk")
    heading(page, "Usaha saya")


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def leave(page, portal):
    page.goto(f"{portal}/akun/keluar/")
    page.locator("main").get_by_role("button", name="Keluar").click()
    page.wait_for_url(f"{portal}/")


def come_back(page, portal):
    page.goto(f"{portal}/akun/masuk/")
    press(page, "Masuk dengan passkey")


def test_an_owner_claims_with_a_passkey_and_signs_in_with_it(page, portal, usaha, telephone):
    claim(page, usaha)
    assert not User.objects.get(username="+6281234567890").has_usable_password()
    leave(page, portal)
    come_back(page, portal)
    heading(page, "Usaha saya")


def test_a_removed_passkey_no_longer_opens(page, portal, usaha, telephone):
    claim(page, usaha)
    page.get_by_role("link", name="Cara Anda masuk").click()
    page.get_by_role("link", name="Buat kata sandi").click()
    press(page, "Konfirmasi dengan passkey")
    page.get_by_label("Kata sandi baru", exact=True).fill(OWN)
    page.get_by_label("Kata sandi baru sekali lagi").fill(OWN)
    press(page, "Simpan kata sandi")
    come_back(page, portal)
    heading(page, "Usaha saya")
    page.goto(f"{portal}/akun/keamanan/passkey/")
    page.get_by_role("link", name="Hapus").click()
    page.locator("input[type=password]").fill(OWN)
    press(page, "Konfirmasi")
    press(page, "Hapus passkey")
    expect(page.get_by_text("Belum ada passkey.")).to_be_visible()
    leave(page, portal)
    come_back(page, portal)
    expect(page.get_by_text("Passkey ini tidak dikenal atau sudah dihapus.")).to_be_visible()
    page.goto(f"{portal}/akun/")
    heading(page, "Masuk")


def test_whoever_turns_back_before_the_passkey_opens_the_same_link_again(page, portal, usaha, telephone):
    session, authenticator = telephone
    address = link(usaha)
    page.goto(address)
    press(page, CHOICE)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    press(page, "Simpan passkey dan masuk")
    expect(page.get_by_text("Dibatalkan atau waktunya habis.")).to_be_visible()
    assert Undangan.objects.usable().exists()
    assert not User.objects.filter(username="+6281234567890").exists()
    page.get_by_role("link", name="Pakai kata sandi saja").click()
    page.get_by_label("Kata sandi baru").fill(OWN)
    press(page, "Buka akun")
    heading(page, "Usaha saya")


def test_a_new_link_replaces_the_passkey_of_a_lost_telephone(page, portal, usaha, telephone):
    session, authenticator = telephone
    claim(page, usaha)
    leave(page, portal)
    lost = session.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    claim(page, usaha)
    leave(page, portal)
    session.send("WebAuthn.clearCredentials", {"authenticatorId": authenticator})
    session.send("WebAuthn.addCredential", {"authenticatorId": authenticator, "credential": lost[0]})
    come_back(page, portal)
    expect(page.get_by_text("Passkey ini tidak dikenal atau sudah dihapus.")).to_be_visible()


def test_a_browser_without_passkeys_is_offered_none(page, portal, usaha):
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto(link(usaha))
    expect(page.get_by_label("Kata sandi baru")).to_be_visible()
    expect(page.get_by_role("button", name=CHOICE)).to_be_hidden()
    page.goto(f"{portal}/akun/masuk/")
    expect(page.get_by_role("button", name="Masuk", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Masuk dengan passkey")).to_be_hidden()
