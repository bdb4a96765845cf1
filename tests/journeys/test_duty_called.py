"""A P-IRT that runs out appears among the calls of the month, with its text ready, and is noted as called."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from legalitas.masa_berlaku import months_before
from tests.factories import (
    PASSWORD,
    DesaFactory,
    PemilikFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.journeys.office import box, press


def test_a_pirt_running_out_is_called_about(portal, page, sign_in):
    owner = PemilikFactory(name="Sitti Contoh", phone="+6281234567890")
    usaha = UsahaFactory(name="Dapur Sitti", pemilik=owner, desa=DesaFactory(), verified=True)
    # Without a printed end it is for good, and nobody is called.
    SertifikatFactory(
        usaha=UsahaFactory(name="Dapur Halal"), jenis="halal", number_on_paper="", valid_until=None
    )
    ends = months_before(timezone.localdate(), -1)
    sign_in(UserFactory(role="Petugas"), PASSWORD)

    page.goto(f"{portal}/kantor/umkm/usaha/{usaha.pk}/change/")
    page.get_by_role("link", name="Tambah sertifikat").click()
    box(page, "Jenis").select_option("P-IRT")
    box(page, "Nomor sertifikat").fill(f"2027209010123{ends:%y}")
    box(page, "Berlaku sampai").fill(f"{ends:%d-%m-%Y}")
    press(page, "Simpan", "dicatat|disimpan")

    page.goto(f"{portal}/kantor/legalitas/kewajiban/")
    line = page.get_by_role("listitem").filter(has_text="Dapur Sitti")
    expect(line).to_contain_text("P-IRT")
    expect(line).not_to_contain_text("081234567890")
    expect(page.get_by_text("Dapur Halal")).to_have_count(0)

    line.get_by_role("link", name=re.compile("Ingatkan")).click()
    whatsapp = page.get_by_role("link", name="Buka di WhatsApp").get_attribute("href")
    assert whatsapp.startswith("https://wa.me/6281234567890?text=Yth.")
    page.get_by_role("button", name="Catat").click()
    called = page.get_by_role("region").get_by_role("listitem").filter(has_text="Dapur Sitti")
    expect(called).to_contain_text("Diingatkan")
