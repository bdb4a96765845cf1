"""Events at the office: planned, filled, ticked off, closed."""

import datetime

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from common import qr
from kegiatan.models import Kegiatan, Kehadiran, Materi, Peserta
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import JenisFasilitasiFactory, UsahaFactory
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN, PESERTA = "kegiatan_kegiatan", "kegiatan_peserta"
TENTH = datetime.date(2026, 12, 10)
AT_THE_DOOR = datetime.datetime.fromisoformat("2026-12-10T09:20:00+08:00")
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def add(client, noun, query="", **changes):
    address = url(noun, "add") + query
    return client.post(address, filled(client.get(address), **changes), follow=True)


def test_a_clerk_plans_an_event_of_one_day(client):
    sign_in(client)
    add(
        client, NOUN, jenis="pelatihan", name="Pelatihan Kemasan", begins_on="10-12-2026", jam_mulai="9.00",
        place="Aula Camat",
    )  # fmt: skip
    kegiatan = Kegiatan.objects.get()
    assert (kegiatan.slug, kegiatan.ends_on, kegiatan.jam_mulai) == (
        "pelatihan-kemasan",
        TENTH,
        datetime.time(9),
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ends_on": "09-12-2026"}, "tidak boleh mendahului hari pertama"),
        ({"ends_on": "10-01-2027"}, "Paling lama 31 hari"),
        ({"jam_selesai": "8.00"}, "sesudah jam mulai"),
        ({"place": ""}, "Wajib diisi"),
    ],
)
def test_what_cannot_be_is_answered_at_its_field(client, changes, said):
    sign_in(client)
    usual = {
        "jenis": "pelatihan", "name": "Uji", "begins_on": "10-12-2026", "jam_mulai": "9.00", "place": "Aula",
    }  # fmt: skip
    assert said in words(add(client, NOUN, **(usual | changes)))
    assert not Kegiatan.objects.exists()


def test_material_is_a_file_or_a_link(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True)
    address = url(NOUN, "change", kegiatan.pk)
    rows = {"materi_set-TOTAL_FORMS": "2", "materi_set-0-title": "Salindia", "materi_set-1-title": "Video",
            "materi_set-1-link": "https://contoh.id/video"}  # fmt: skip
    upload = SimpleUploadedFile("salindia.pdf", PDF)
    data = filled(client.get(address)) | rows | {"materi_set-0-file": upload}
    client.post(address, data)
    assert list(Materi.objects.values_list("title", flat=True)) == ["Salindia", "Video"]
    assert "Salindia" in client.get(kegiatan.get_absolute_url()).text


def test_a_clerk_registers_a_business_and_goes_on_with_the_next(client):
    sign_in(client)
    kegiatan, usaha = KegiatanFactory(listed=True), UsahaFactory()
    response = add(client, PESERTA, f"?kegiatan={kegiatan.pk}", usaha=usaha.pk, _addanother="1")
    assert Peserta.objects.get().usaha == usaha
    assert response.redirect_chain[-1][0].endswith(f"?kegiatan={kegiatan.pk}")


def test_a_business_that_is_there_already_is_refused_at_the_form(client):
    sign_in(client)
    peserta = PesertaFactory()
    page = words(add(client, PESERTA, f"?kegiatan={peserta.kegiatan.pk}", usaha=peserta.usaha.pk))
    assert "sudah tercatat" in page
    assert Peserta.objects.count() == 1


def test_more_places_move_up_those_who_wait(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    PesertaFactory(kegiatan=kegiatan)
    waiting = PesertaFactory(kegiatan=kegiatan, status="menunggu")
    address = url(NOUN, "change", kegiatan.pk)
    response = client.post(address, filled(client.get(address), kuota="2"), follow=True)
    assert "naik dari daftar tunggu" in words(response)
    waiting.refresh_from_db()
    assert waiting.is_registered


def test_places_do_not_fall_below_those_given(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True, kuota=5)
    PesertaFactory.create_batch(2, kegiatan=kegiatan)
    address = url(NOUN, "change", kegiatan.pk)
    assert "Sudah 2 peserta mendapat tempat" in words(
        client.post(address, filled(client.get(address), kuota="1"))
    )


def test_the_list_counts_and_sifts(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True, name="Pelatihan Kemasan", kuota=5)
    PesertaFactory(kegiatan=kegiatan)
    PesertaFactory(kegiatan=kegiatan, status="menunggu")
    KegiatanFactory(listed=True, name="Pelatihan Lama", begins_on=datetime.date(2026, 11, 3))
    page = words(client.get(url(NOUN, "changelist")))
    assert "1 dari 5, 1 menunggu" in page
    sifted = words(client.get(url(NOUN, "changelist"), {"waktu": "belum-ditutup", "keadaan": "tayang"}))
    assert "Pelatihan Lama" in sifted
    assert "Pelatihan Kemasan" not in sifted


def test_the_list_of_participants_holds_those_of_one_event(client):
    sign_in(client)
    peserta, other = PesertaFactory.create_batch(2)
    page = words(client.get(url(PESERTA, "changelist"), {"kegiatan": peserta.kegiatan.pk}))
    assert peserta.usaha.name in page
    assert other.usaha.name not in page


# --- who came ------------------------------------------------------------------------------------


def test_the_office_ticks_off_who_came(client, clock):
    clock.move_to(AT_THE_DOOR)
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True)
    here, absent = PesertaFactory.create_batch(2, kegiatan=kegiatan)
    data = {"deed": "note", "shown": [here.pk, absent.pk], "came": [here.pk]}
    response = client.post(url(NOUN, "presence", kegiatan.pk), data, follow=True)
    assert "1 orang hadir" in words(response)
    assert Kehadiran.objects.get().peserta == here


def test_an_event_of_several_days_is_ticked_day_by_day(client, clock):
    clock.move_to(AT_THE_DOOR)
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True, begins_on=datetime.date(2026, 12, 9), ends_on=TENTH)
    peserta = PesertaFactory(kegiatan=kegiatan)
    address = url(NOUN, "presence", kegiatan.pk)
    data = {"deed": "note", "shown": [peserta.pk], "came": [peserta.pk]}
    client.post(f"{address}?hari=2026-12-09", data)
    client.post(address, data)
    assert list(Kehadiran.objects.values_list("happened_on", flat=True)) == [
        datetime.date(2026, 12, 9),
        TENTH,
    ]


def test_the_office_cancels_and_brings_back(client):
    sign_in(client)
    peserta = PesertaFactory()
    address = url(NOUN, "presence", peserta.kegiatan.pk)
    for deed, status in (("cancel", "batal"), ("back", "terdaftar")):
        client.post(address, {"deed": f"{deed}-{peserta.pk}"})
        peserta.refresh_from_db()
        assert peserta.status == status


@pytest.mark.parametrize(
    "data",
    [{}, {"deed": "cancel-x"}, {"deed": "back-99999999999999999999"}, {"deed": "cancel-7"},
     {"deed": "note", "shown": ["x", "-1"], "came": ["9" * 30]}],
)  # fmt: skip
def test_nonsense_changes_nothing(client, clock, data):
    clock.move_to(AT_THE_DOOR)
    sign_in(client)
    peserta = PesertaFactory()
    assert client.post(url(NOUN, "presence", peserta.kegiatan.pk), data).status_code == 302
    assert not Kehadiran.objects.exists()


@pytest.mark.parametrize("page", ["presence", "change", "close"])
def test_a_page_costs_the_same_for_few_and_many(client, page):
    sign_in(client, role="Verifikator")
    few, many = KegiatanFactory(listed=True), KegiatanFactory(listed=True)
    PesertaFactory(kegiatan=few)
    PesertaFactory.create_batch(8, kegiatan=many)
    assert query_count(client, url(NOUN, page, few.pk)) == query_count(client, url(NOUN, page, many.pk))


def test_sales_are_typed_as_people_write_them(client, clock):
    clock.move_to(AT_THE_DOOR)
    sign_in(client)
    peserta = PesertaFactory(kegiatan__jenis="bazar")
    address = url(NOUN, "turnover", peserta.kegiatan.pk)
    assert client.post(address, {f"penjualan-{peserta.pk}": "lima ratus"}).status_code == 200
    client.post(address, {f"penjualan-{peserta.pk}": "Rp 1.250.000"})
    peserta.refresh_from_db()
    assert peserta.penjualan == 1_250_000


def test_a_reader_of_no_personal_data_sees_no_sales(client):
    sign_in(client, role="Pejabat")
    peserta = PesertaFactory(kegiatan__jenis="bazar", penjualan=1_250_000, phone="+6281234567890")
    page = words(client.get(url(PESERTA, "change", peserta.pk)))
    assert "1.250.000" not in page
    assert "7890" not in page
    assert client.get(url(NOUN, "turnover", peserta.kegiatan.pk)).status_code == 403


# --- closing -----------------------------------------------------------------------------------------


def test_closing_tells_what_became_of_everybody(client, clock):
    clock.move_to(AT_THE_DOOR)
    sign_in(client, role="Verifikator")
    jenis = JenisFasilitasiFactory(name="Pelatihan", tolak_aparatur=True)
    kegiatan = KegiatanFactory(listed=True, jenis_fasilitasi=jenis)
    for peserta in (
        PesertaFactory(kegiatan=kegiatan),
        PesertaFactory(kegiatan=kegiatan, usaha__pemilik__is_aparatur=True),
    ):
        Kehadiran.objects.create(peserta=peserta, happened_on=TENTH)
    page = words(client.post(url(NOUN, "close", kegiatan.pk), follow=True))
    assert "1 fasilitasi Pelatihan tercatat" in page
    assert "1 peserta belum tercatat" in page
    assert "ASN" in page


def test_an_event_ahead_is_not_closed(client):
    sign_in(client, role="Verifikator")
    kegiatan = KegiatanFactory(listed=True)
    assert "berlangsung sampai 10 Desember 2026" in words(
        client.post(url(NOUN, "close", kegiatan.pk), follow=True)
    )
    kegiatan.refresh_from_db()
    assert not kegiatan.is_closed


def test_a_clerk_who_may_not_finish_facilitation_does_not_close(client):
    sign_in(client)
    assert client.post(url(NOUN, "close", KegiatanFactory(listed=True).pk)).status_code == 403


def test_an_event_is_called_off_and_held_after_all(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True)
    for deed, expected in (("call_off", True), ("hold", False)):
        client.post(url(NOUN, "state", kegiatan.pk), {"deed": deed})
        kegiatan.refresh_from_db()
        assert kegiatan.is_called_off == expected


def test_the_code_at_the_door_is_shown_and_renewed(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True)
    address = url(NOUN, "door", kegiatan.pk)
    before = client.get(address).context["address"]
    client.post(address)
    assert client.get(address).context["address"] != before


def test_the_code_at_the_door_leads_to_where_arrivals_are_noted(client):
    sign_in(client)
    kegiatan = KegiatanFactory(listed=True, begins_on=timezone.localdate())
    page = client.get(url(NOUN, "door", kegiatan.pk))
    address = page.context["address"]
    # A code is drawn the same whenever the same is written into it.
    assert qr.svg(address) in page.content.decode()
    assert "Saya hadir" in words(Client().get(address.removeprefix(settings.SITE_URL)))
