"""A training from the agenda to the facilitation of those who came, on the phone of one officer."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from fasilitasi.models import Fasilitasi
from kegiatan.kode import door_code
from kegiatan.models import Kegiatan
from tests.factories import PASSWORD, PemilikFactory, UsahaFactory, UserFactory
from tests.journeys.office import box, pick, press


@pytest.fixture
def businesses(portal):
    phones = ("+6281234567890", "+6281234567891", "+6281234567892")
    names = ("Dapur Sitti", "Abon Rahma", "Anyaman Wati")
    return [
        UsahaFactory(name=name, pemilik=PemilikFactory(phone=phone))
        for name, phone in zip(names, phones, strict=True)
    ]


def test_a_training_ends_in_the_facilitation_of_those_who_came(portal, page, sign_in, businesses):
    sign_in(UserFactory(role="Verifikator"), PASSWORD)
    plan(portal, page)
    for usaha in businesses:
        register(portal, page, usaha)

    # On the site, and at the door: one arrives by her own phone, one is ticked off, one stays away.
    visitor = page.context.browser.new_page()
    visitor.goto(f"{portal}/kegiatan/")
    visitor.get_by_role("link", name="Pelatihan Kemasan").click()
    expect(visitor.get_by_role("main")).to_contain_text("2 dari 5")
    kegiatan = Kegiatan.objects.get()
    visitor.goto(f"{portal}/kegiatan/{kegiatan.slug}/hadir/{door_code(kegiatan)}/")
    visitor.get_by_label("Nomor HP atau kode peserta").fill("0812-3456-7890")
    visitor.get_by_role("button", name="Saya hadir").click()
    expect(visitor.get_by_role("status")).to_contain_text("sudah tercatat")
    visitor.close()

    page.goto(f"{portal}/kantor/kegiatan/kegiatan/{kegiatan.pk}/peserta/")
    expect(page.get_by_label("Dapur Sitti")).to_be_checked()
    page.get_by_label("Abon Rahma").check()
    page.get_by_role("button", name="Simpan kehadiran").click()
    expect(page.locator(".messagelist")).to_contain_text("2 orang hadir")

    page.get_by_role("link", name="Pelatihan Kemasan").click()
    page.get_by_role("link", name="Tutup kegiatan").click()
    expect(page.get_by_role("main")).to_contain_text("Akan dicatat sebagai Pelatihan dan bimbingan teknis")
    page.get_by_role("button", name="Tutup kegiatan").click()
    expect(page.locator(".messagelist")).to_contain_text("2 fasilitasi")
    assert set(Fasilitasi.objects.finished().values_list("usaha__name", flat=True)) == {
        "Dapur Sitti",
        "Abon Rahma",
    }


def plan(portal, page):
    page.goto(f"{portal}/kantor/kegiatan/kegiatan/add/")
    box(page, "Jenis kegiatan").select_option("Pelatihan")
    box(page, "Nama kegiatan").fill("Pelatihan Kemasan")
    box(page, "Hari pertama").fill(f"{timezone.localdate():%d-%m-%Y}")
    box(page, "Jam mulai").fill("9.00")
    box(page, "Tempat").fill("Aula Dinas")
    box(page, "Jumlah tempat").fill("5")
    box(page, "Dicatat sebagai fasilitasi").select_option("Pelatihan dan bimbingan teknis")
    press(page, "Simpan dan tayangkan", "ditayangkan")


def register(portal, page, usaha):
    page.goto(f"{portal}/kantor/kegiatan/peserta/add/?kegiatan={Kegiatan.objects.get().pk}")
    pick(page, "usaha", usaha.name)
    press(page, "Simpan", "dicatat")
