"""Cases and opening totals as files."""

import datetime

import pytest

from fasilitasi.models import RekapAwal
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.kantor import sign_in
from tests.unduhan import lines, statements, table, take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"


def finished_case(**certificate):
    usaha = UsahaFactory(name="Dapur Uji", pemilik__name="Rahma Uji", nib="0220001234567")
    paper = SertifikatFactory(usaha=usaha, **certificate)
    jenis = JenisFasilitasiFactory(name=f"Jenis {paper.pk}", sertifikat=paper.jenis)
    return FasilitasiFactory(
        usaha=usaha, jenis=jenis, finished=True, sertifikat=paper, tahun_anggaran=2026, notes="Di Desa Uji"
    )


def test_a_case_stands_with_its_applicant_and_result(client):
    sign_in(client)
    case = finished_case(number_on_paper="ID72110001234567")
    case.produk.add(ProdukFactory(name="Sambal Roa", usaha=case.usaha))
    (row,) = table(take(client, NOUN, "xlsx"))
    assert (row["Pemohon"], row["Nama pemilik"]) == ("Dapur Uji", "Rahma Uji")
    assert (row["Status"], row["Tanggal hasil"]) == ("Terbit/selesai", datetime.datetime(2026, 6, 10))
    assert (row["Nomor sertifikat"], row["Tahun anggaran"]) == ("ID72110001234567", "2026")
    assert (row["Produk"], row["Keterangan"], row["Arsip"]) == ("Sambal Roa", "Di Desa Uji", "Tidak")


def test_the_helper_and_a_land_titles_number_need_a_reason(client):
    sign_in(client)
    case = finished_case(jenis="shat", number_on_paper="19.06.01.01.1.00077")
    case.pendamping = "Pendamping Uji"
    case.save()
    private = ("19.06.01.01.1.00077", "Pendamping Uji", "Di Desa Uji")
    plain, full = str(lines(take(client, NOUN))), str(lines(take_personal(client, NOUN)))
    assert not [value for value in private if value in plain]
    assert not [value for value in private if value not in full]


def test_a_case_of_a_cooperative_without_a_result_has_a_row_too(client):
    sign_in(client)
    FasilitasiFactory(usaha=None, koperasi=KoperasiFactory(name="KSU Uji"))
    (row,) = table(take_personal(client, NOUN, "xlsx"))
    assert (row["Pemohon"], row["Jenis pemohon"]) == ("KSU Uji", "Koperasi")
    assert (row["Nama pemilik"], row["Nomor sertifikat"], row["Tanggal hasil"]) == (None, None, None)


def test_fifty_cases_take_as_many_statements_as_one(client):
    sign_in(client)
    finished_case(jenis="nib", number_on_paper="")
    lines(take_personal(client, NOUN))
    one = statements(lambda: take_personal(client, NOUN))
    for _ in range(49):
        finished_case(jenis="nib", number_on_paper="")
    assert statements(lambda: take_personal(client, NOUN)) == one


def test_an_opening_total_stands_with_its_source(client):
    sign_in(client, "Pejabat")
    jenis = JenisFasilitasiFactory(name="Sertipikat Uji")
    RekapAwal.objects.all().delete()
    RekapAwal.objects.create(jenis=jenis, tahun=2021, jumlah=380, source="Berita acara")
    (row,) = table(take(client, "fasilitasi_rekapawal", "xlsx"))
    assert (row["Jenis fasilitasi"], row["Tahun"], row["Jumlah"]) == ("Sertipikat Uji", "2021", 380)
    assert (row["Kecamatan"], row["Sumber"]) == ("seluruh kabupaten", "Berita acara")
