"""A secret in every field about a person, every consent given, and no trace of it in any file."""

import pytest
from django.test import Client
from django.utils import timezone

from data_terbuka.sets import DATA_SETS
from koperasi.choices import JabatanPengurus
from koperasi.models import Keanggotaan, Pengurus
from rumah_usaha.privacy import FIELDS, PERSONAL
from tests.factories import (
    DataTahunanFactory,
    FasilitasiFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.house.repository import refuse
from umkm.choices import TujuanPersetujuan

pytestmark = pytest.mark.django_db
OWNER = {
    "name": "Rahmatia Daeng Situju",
    "nik": "7209990303920007",
    "phone": "+6285241559077",
    "email": "rahmatia@contoh.id",
    "address": "Lorong Kamboja Nomor 77",
    "rt": "077",
    "rw": "088",
    "tempat_lahir": "Tanjung Api-api",
    "notes": "Catatan petugas tentang orangnya",
}
BUSINESS = {
    "whatsapp": "+6285399001122",
    "address": "Dusun Melati Nomor 14",
    "rt": "066",
    "rw": "055",
    "npwp": "7209990303920008",
    "nib": "1234567890123",
    "notes": "Catatan petugas tentang usahanya",
    "latitude": "-0.87111",
    "longitude": "121.58222",
    "photo": "usaha/foto-rumah-pemilik.jpg",
    "description": "Cerita usaha oleh Haji Lamakarate",
}
COOPERATIVE = {
    "phone": "+6285211112222",
    "email": "ketua@contoh.id",
    "address": "Jalan Kantor Nomor 9",
    "nib": "9876543210123",
    "npwp": "7209990303920009",
    "notes": "Catatan petugas tentang koperasi",
}
OFFICER = {"name": "Haji Lamakarate", "phone": "+6285233334444"}
MONEY = {"penjualan_tahunan": 987_654_321, "modal_usaha": 123_454_321}
MEETING = {"aset": 456_787_654, "shu": 34_543_212, "volume_usaha": 765_434_567}
CASE = {
    "pendamping": "Pendamping Nurhayati",
    "notes": "Catatan kasus",
    "biaya": 654_565_456,
    "merek": "Merek Rahasia",
}
SECRETS = [OWNER, BUSINESS, COOPERATIVE, OFFICER, MONEY, MEETING, CASE]


@pytest.fixture
def bodies():
    """Every file, of records whose owners agreed to everything that can be agreed to."""
    pemilik = PemilikFactory(
        consents=TujuanPersetujuan.values, jenis_kelamin="P", tanggal_lahir="1992-03-03", **OWNER
    )
    usaha = UsahaFactory(listed=True, pemilik=pemilik, name="Kacang Mete Pasir Putih", **BUSINESS)
    produk = ProdukFactory(
        listed=True, usaha=usaha, name="Mete Panggang Uji", description="Dipesan ke 081234509876"
    )
    officer = UserFactory(name="Petugas Rahasia", email="petugas.rahasia@contoh.id")
    koperasi = KoperasiFactory(
        listed=True,
        name="Koperasi Uji Mete",
        phone_consented_at=timezone.now(),
        phone_consented_by=officer,
        **COOPERATIVE,
    )
    Keanggotaan.objects.create(koperasi=koperasi, usaha=usaha)
    Pengurus.objects.create(koperasi=koperasi, jabatan=JabatanPengurus.KETUA, **OFFICER)
    DataTahunanFactory(usaha=usaha, **MONEY)
    RapatAnggotaFactory(koperasi=koperasi, **MEETING)
    sertifikat = SertifikatFactory(
        usaha=usaha, verified=True, produk=[produk], number_on_paper="ID72110001234567890"
    )
    SertifikatFactory(usaha=usaha, verified=True, jenis="shat", number_on_paper="19.05.000012345")
    FasilitasiFactory(finished=True, usaha=usaha, sertifikat=sertifikat, petugas=officer, **CASE)
    client = Client()
    files = [f"{slug}.{ending}" for slug in DATA_SETS for ending in ("csv", "json", "skema.json")]
    found = {file: client.get(f"/data/v1/{file}").getvalue().decode() for file in files}
    assert "Kacang Mete Pasir Putih" in found["usaha.csv"]
    assert "Mete Panggang Uji" in found["produk.json"]
    assert "Koperasi Uji Mete" in found["koperasi.csv"]
    return found


def traces(value):
    text = str(value)
    if not text.startswith("+62"):
        return [text]
    local = "0" + text[3:]
    return [text[1:], local, f"{local[:4]}-{local[4:8]}-{local[8:]}", text[-8:]]


def test_no_file_holds_a_trace_of_a_person_whatever_was_agreed_to(bodies):
    refuse(
        f"{file}: {name} {trace}"
        for file, body in bodies.items()
        for secrets in SECRETS
        for name, value in secrets.items()
        if name not in ("rt", "rw")
        for trace in traces(value)
        if trace in body
    )


@pytest.mark.parametrize(
    "secret",
    ["1992-03-03", "081234509876", "Petugas Rahasia", "19.05.000012345", "foto-rumah", "ID72110001234567890"],
)
def test_nor_one_that_stands_elsewhere(bodies, secret):
    refuse(file for file, body in bodies.items() if secret in body)


def test_a_secret_was_put_into_every_personal_field_of_these_records():
    """But for those that hold no text of their own: files, places and words from a list."""
    planted = {
        "umkm.Pemilik": {
            *OWNER,
            "nik_index",
            "jenis_kelamin",
            "tanggal_lahir",
            "pendidikan",
            "is_aparatur",
            "desa",
        },
        "umkm.Usaha": set(BUSINESS),
        "umkm.DataTahunan": {*MONEY, "skala_modal", "skala_penjualan"},
        "koperasi.Koperasi": set(COOPERATIVE),
        "koperasi.Pengurus": set(OFFICER),
        "fasilitasi.Fasilitasi": set(CASE),
    }
    refuse(
        f"{label}.{name}"
        for label, names in planted.items()
        for name in FIELDS[label][PERSONAL]
        if name not in names
    )


def test_short_numbers_stand_in_no_cell(client):
    """RT and RW are too short to be looked for in a whole text."""
    UsahaFactory(listed=True, rt="066", rw="055")
    for row in client.get("/data/v1/usaha.json").json()["baris"]:
        assert not {"066", "055", "66", "55"} & {str(value) for value in row.values()}
