"""One invitation under one number to all who are invited."""

import datetime
import io
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from pypdf import PdfReader

from laporan.models import Pejabat
from surat.actions import invite
from surat.models import PenerimaSurat, Surat
from surat.undangan import Acara, Undangan, invitation_draft
from tests.factories import KoperasiFactory, UsahaFactory, UserFactory
from tests.kantor import sign_in, url, words

pytestmark = pytest.mark.django_db
HEAD, PAGE = "Rahmat Contoh, S.E.", "/kantor/surat-keluar/undangan/"
EVENT = Acara("Temu usaha", datetime.date(2026, 12, 2), "09.00 WITA", "Aula Kantor", "Pemasaran bersama")
TOLD = {
    "acara": "Temu usaha", "on": "2-12-2026", "pukul": "09.00 WITA", "tempat": "Aula Kantor", "agenda": "",
    "others": "Camat Ratolindo",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


@pytest.fixture(autouse=True)
def _head():
    Pejabat.objects.create(
        name=HEAD,
        jabatan="Kepala Dinas Perindustrian dan Perdagangan",
        peran="kepala_dinas",
        valid_from=datetime.date(2024, 1, 1),
    )


def invite_without_typesetting(undangan):
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        return invite(undangan=undangan, by=UserFactory(role="Pejabat"))


def printed(surat):
    pages = PdfReader(io.BytesIO(surat.dokumen.file)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def test_an_invitation_says_to_whom_when_where_and_what_for(client):
    sign_in(client, "Pejabat")
    usaha, koperasi = UsahaFactory(name="Dapur Uji"), KoperasiFactory(name="KUD Uji")
    client.post(
        PAGE, TOLD | {"usaha": usaha.pk, "koperasi": koperasi.pk, "agenda": "Kemasan", "deed": "terbit"}
    )
    surat = Surat.objects.get()
    assert surat.dokumen.nomor == "500.3/1/DISPERINDAG/2026"
    (text,) = printed(surat)
    for part in (f"1. {usaha.pemilik.name} (Dapur Uji)", "2. Pengurus KUD Uji", "3. Camat Ratolindo", "Kemasan",
                 "Rabu, 2 Desember 2026", "09.00 WITA", "Aula Kantor", "Undangan Temu usaha", HEAD):  # fmt: skip
        assert part in text
    assert {str(each) for each in PenerimaSurat.objects.all()} == {"Dapur Uji", "KUD Uji"}


def test_more_names_than_fit_beside_the_number_get_a_sheet_of_their_own(client):
    sign_in(client, "Pejabat")
    names = [f"Kepala Desa Uji {number}" for number in range(1, 41)]
    client.post(PAGE, TOLD | {"others": "\n".join(names), "deed": "terbit"})
    first, *lists = printed(Surat.objects.get())
    assert "daftar terlampir" in first
    assert "Kepala Desa Uji 1" not in first
    assert all(name in " ".join(lists) for name in names)
    assert "PEMERINTAH" not in " ".join(lists)


def test_it_is_looked_at_before_it_goes_out(client):
    sign_in(client, "Pejabat")
    shown = words(client.post(PAGE, TOLD))
    assert "Surat yang akan terbit" in shown
    assert "Rabu, 2 Desember 2026" in shown
    assert not Surat.objects.exists()


def test_recipients_chosen_in_the_list_are_offered_and_may_be_left_out(client):
    sign_in(client, "Pejabat")
    usaha, other = UsahaFactory(name="Dapur Uji"), UsahaFactory(name="Dapur Lain")
    answer = client.post(
        url("umkm_usaha", "changelist"),
        {"action": "invite", "_selected_action": [usaha.pk, other.pk]},
    )
    shown = words(client.get(answer["Location"]))
    assert "Dapur Uji" in shown
    assert "Dapur Lain" in shown
    client.post(answer["Location"], TOLD | {"others": "", "usaha": usaha.pk, "deed": "terbit"})
    assert [each.usaha for each in PenerimaSurat.objects.all()] == [usaha]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"others": ""}, "sedikitnya satu penerima"),
        ({"on": "27-11-2026"}, "sudah lewat"),
        ({"acara": ""}, "Acara"),
    ],
)
def test_what_is_missing_or_over_is_said_and_nothing_goes_out(client, changes, told):
    sign_in(client, "Pejabat")
    shown = words(client.post(PAGE, TOLD | changes | {"deed": "terbit"}))
    assert "Ada yang perlu diperbaiki" in shown
    assert told in shown
    assert not Surat.objects.exists()


def test_the_same_invitation_twice_is_one_letter():
    undangan = Undangan(EVENT, others=["Camat Ratolindo"])
    assert invite_without_typesetting(undangan) == invite_without_typesetting(undangan)
    assert Surat.objects.count() == 1


def test_nobody_invites_without_a_head_of_the_office():
    Pejabat.objects.all().delete()
    with pytest.raises(ValidationError, match="Belum ada kepala dinas"):
        invite_without_typesetting(Undangan(EVENT, others=["Camat Ratolindo"]))


def test_the_register_finds_an_invitation_by_whom_it_went_to(client):
    sign_in(client, "Pejabat")
    invite_without_typesetting(Undangan(EVENT, usaha=[UsahaFactory(name="Dapur Uji")]))
    assert "Undangan Temu usaha" in words(client.get("/kantor/surat-keluar/?q=Dapur Uji"))
    assert "Undangan Temu usaha" not in words(client.get("/kantor/surat-keluar/?q=Dapur Lain"))


def test_the_check_of_an_invitation_names_nobody(client):
    surat = invite_without_typesetting(Undangan(EVENT, usaha=[UsahaFactory(name="Dapur Rahasia")]))
    page = client.get(surat.dokumen.verification_url).content.decode()
    assert "Undangan" in page
    assert "Rahasia" not in page


def test_it_reaches_the_kecamatan_of_those_invited_and_the_district_with_others():
    usaha = UsahaFactory()
    assert Undangan(EVENT, usaha=[usaha]).reach == [usaha.desa.kecamatan.code]
    assert Undangan(EVENT, usaha=[usaha], others=["Camat"]).reach == []


def test_to_whom_a_letter_went_does_not_change():
    surat = invite_without_typesetting(Undangan(EVENT, usaha=[UsahaFactory()]))
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        PenerimaSurat.objects.filter(surat=surat).delete()


def test_one_recipient_has_no_number_before_the_name():
    draft = invitation_draft(Undangan(EVENT, others=["Camat Ratolindo"]))
    assert draft.content["recipient"] == ["Camat Ratolindo", "di –", "Tempat"]
