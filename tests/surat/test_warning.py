"""A cooperative without its annual meeting is warned by numbered letters that never change."""

import datetime
import io

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from pypdf import PdfReader

from koperasi.letters import warnings_url
from laporan.models import DokumenTerbit
from surat.actions import warn
from surat.models import JenisSurat, Surat
from tests.factories import DesaFactory, KecamatanFactory, KoperasiFactory, RapatAnggotaFactory, UserFactory
from tests.kantor import query_count, sign_in, words
from tests.terbitan import warn_without_typesetting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


@pytest.fixture
def official(client):
    return sign_in(client, "Pejabat")


def test_a_letter_is_numbered_by_code_running_number_office_and_year(client, official):
    koperasi = KoperasiFactory(name="KUD Uji Laut")
    client.post(f"/kantor/surat-keluar/peringatan/{koperasi.pk}/", {"tingkat": "1"})
    surat = Surat.objects.get()
    assert surat.dokumen.nomor == "500.3/1/DISPERINDAG/2026"
    assert (surat.jenis.slug, surat.koperasi, surat.tahun_buku) == ("sp1-rat", koperasi, 2025)
    text = " ".join(PdfReader(io.BytesIO(surat.dokumen.file)).pages[0].extract_text().split())
    for part in ("500.3/1/DISPERINDAG/2026", "Pengurus KUD Uji Laut", "tahun buku 2025", "31 Maret 2026"):
        assert part in text
    assert "12 Desember 2026" in text  # two weeks to answer


def test_one_code_has_one_row_of_numbers_and_another_its_own():
    JenisSurat.objects.filter(slug="sp2-rat").update(klasifikasi="518")
    first, second = KoperasiFactory.create_batch(2)
    warn_without_typesetting(first)
    assert warn_without_typesetting(second).dokumen.nomor == "500.3/2/DISPERINDAG/2026"


def test_printing_twice_gives_the_same_bytes(client, official):
    surat = warn(koperasi=KoperasiFactory(), level=1, by=official)
    first = client.get(surat.get_absolute_url()).content
    JenisSurat.objects.update(body="Lain sama sekali.")
    assert client.get(surat.get_absolute_url()).content == first == bytes(surat.dokumen.pdf)


def test_asking_twice_gives_the_same_letter():
    koperasi = KoperasiFactory()
    assert warn_without_typesetting(koperasi) == warn_without_typesetting(koperasi)
    assert Surat.objects.count() == 1


@pytest.mark.parametrize("level", [0, 2, 3])
def test_no_letter_goes_out_before_the_one_before_it(level):
    with pytest.raises(ValidationError, match="surat berikutnya adalah SP1"):
        warn_without_typesetting(KoperasiFactory(), level)


def test_the_second_letter_waits_for_the_next_month_and_names_the_first(time_machine):
    koperasi = KoperasiFactory()
    first = warn_without_typesetting(koperasi)
    with pytest.raises(ValidationError, match="paling cepat bulan depan"):
        warn_without_typesetting(koperasi, 2)
    time_machine.move_to(datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC))
    second = warn_without_typesetting(koperasi, 2)
    assert f"nomor {first.dokumen.nomor} tanggal 28 November 2026" in second.content["paragraphs"][0]


def test_a_cooperative_that_met_is_not_warned():
    rat = RapatAnggotaFactory(tahun_buku=2025, held_on=datetime.date(2026, 3, 1))
    with pytest.raises(ValidationError, match="RAT tahun buku 2025 tepat waktu"):
        warn_without_typesetting(rat.koperasi)


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_a_letter(deed):
    warn_without_typesetting(KoperasiFactory())
    rows = Surat.objects.all()
    with pytest.raises(Error, match="Cannot update or delete"), transaction.atomic():
        rows.update(tahun_buku=2000) if deed == "update" else rows._raw_delete(rows.db)


def test_the_check_of_the_paper_tells_nothing_of_the_recipient(client):
    surat = warn_without_typesetting(KoperasiFactory(name="KUD Rahasia"))
    page = client.get(surat.dokumen.verification_url)
    assert "Surat Peringatan I (SP1) RAT" in words(page)
    assert surat.dokumen.nomor in words(page)
    assert "Rahasia" not in page.content.decode()


def test_the_page_shows_the_letter_before_it_goes_out(client, official):
    page = words(client.get(f"/kantor/surat-keluar/peringatan/{KoperasiFactory(name='KUD Uji').pk}/"))
    assert "Tahun buku 2025. Surat terbit berurutan" in page
    assert "SP1 yang akan terbit" in page
    assert "KUD Uji belum melaporkan pelaksanaan RAT tahun buku 2025" in page
    assert not Surat.objects.exists()


def test_a_cooperatives_page_leads_to_its_warnings(client, official):
    koperasi = KoperasiFactory()
    page = client.get(f"/kantor/koperasi/koperasi/{koperasi.pk}/change/").content.decode()
    assert f'href="/kantor/surat-keluar/peringatan/{koperasi.pk}/"' in page


def test_many_are_chosen_in_the_list_and_told_who_gets_which_letter(client, official, monkeypatch):
    monkeypatch.setattr("surat.paper.typeset", lambda *args, **kwargs: b"%PDF-1.7 uji")
    # A number of record in the thousands is written without a dot.
    late, met = KoperasiFactory(pk=7_654, name="KUD Terlambat"), KoperasiFactory(name="KUD Tertib")
    RapatAnggotaFactory(koperasi=met, tahun_buku=2025, held_on=datetime.date(2026, 3, 1))
    response = client.post(
        "/kantor/koperasi/koperasi/", {"action": "warn_about_rat", "_selected_action": [late.pk, met.pk]}
    )
    address = response["Location"]
    page = client.get(address)
    assert [standing.koperasi for standing in page.context["due"]] == [late]
    assert "RAT tahun buku 2025 tepat waktu." in words(page)
    assert 'name="tingkat_7654"' in page.content.decode()
    client.post(address, {f"tingkat_{late.pk}": "1"})
    client.post(address, {f"tingkat_{late.pk}": "1"})
    assert [surat.koperasi for surat in Surat.objects.all()] == [late]


def test_the_many_cost_the_same_as_one(client, official):
    one = query_count(client, warnings_url([KoperasiFactory().pk]))
    keys = [koperasi.pk for koperasi in KoperasiFactory.create_batch(6)]
    assert query_count(client, warnings_url(keys)) == one


def test_the_register_is_searched_by_recipient_and_number(client, official):
    first = warn_without_typesetting(KoperasiFactory(name="KUD Satu"))
    second = warn_without_typesetting(KoperasiFactory(name="KUD Dua"))

    def found(**query):
        return [
            dokumen.surat
            for dokumen in client.get("/kantor/surat-keluar/", query).context["page"].object_list
        ]

    assert found() == [second, first]
    assert found(q="satu") == [first]
    assert found(q="500.3/2/") == [second]
    assert found(jenis="sp2-rat") == []


def test_letters_are_no_reports(client, official):
    surat = warn_without_typesetting(KoperasiFactory())
    assert [*client.get("/laporan/terbit/").context["page"].object_list] == []
    assert client.get(f"/laporan/terbit/{surat.dokumen.code}/").status_code == 404


def test_letters_of_another_kecamatan_are_not_found(client):
    koperasi = KoperasiFactory(desa=DesaFactory(kecamatan=KecamatanFactory()))
    surat = warn_without_typesetting(koperasi, by=UserFactory())
    sign_in(client, "Verifikator", kecamatan=[KecamatanFactory()])
    assert client.get(surat.get_absolute_url()).status_code == 404
    assert client.get(f"/kantor/surat-keluar/peringatan/{koperasi.pk}/").status_code == 404
    assert [*client.get("/kantor/surat-keluar/").context["page"].object_list] == []
    assert client.get(warnings_url([koperasi.pk])).context["due"] == []


def test_a_paper_of_either_kind_keeps_its_own_numbers():
    assert warn_without_typesetting(KoperasiFactory()).dokumen.series == "surat 500.3"
    assert DokumenTerbit.objects.count() == 1
