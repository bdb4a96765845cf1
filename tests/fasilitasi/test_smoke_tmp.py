import pytest
from tests.factories import *
from tests.kantor import *
from laporan.models import Kop, Pejabat
from fasilitasi.models import RekapAwal, LangkahFasilitasi
import datetime
pytestmark = pytest.mark.django_db

NOUNS = ["koperasi_koperasi","produk_produk","produk_kategori","legalitas_sertifikat","fasilitasi_fasilitasi","fasilitasi_jenisfasilitasi","fasilitasi_rekapawal","laporan_kop","laporan_pejabat"]

@pytest.mark.parametrize("role", ["Admin", "Petugas", "Pejabat", "Verifikator"])
@pytest.mark.parametrize("noun", NOUNS)
def test_pages(client, noun, role):
    sign_in(client, role)
    jenis = JenisFasilitasiFactory(sertifikat="halal", documents="KTP\nNIB", usual_days=30)
    objs = {
      "koperasi_koperasi": KoperasiFactory(phone="+628123456789"),
      "produk_produk": ProdukFactory(listed=True),
      "produk_kategori": KategoriFactory(),
      "legalitas_sertifikat": SertifikatFactory(),
      "fasilitasi_fasilitasi": FasilitasiFactory(jenis=jenis),
      "fasilitasi_jenisfasilitasi": jenis,
      "fasilitasi_rekapawal": RekapAwal.objects.create(jenis=jenis, tahun=2021, jumlah=5, source="x"),
      "laporan_kop": Kop.objects.create(line_1="A", line_2="B", place="Ampana", valid_from=datetime.date(2020,1,1)),
      "laporan_pejabat": Pejabat.objects.create(name="X", jabatan="K", peran="kepala_dinas", valid_from=datetime.date(2020,1,1)),
    }
    RapatAnggotaFactory(koperasi=objs["koperasi_koperasi"]); KeanggotaanFactory(koperasi=objs["koperasi_koperasi"])
    LangkahFasilitasi.objects.create(fasilitasi=objs["fasilitasi_fasilitasi"], status="diajukan", happened_on=datetime.date(2026,3,2), recorded_by=UserFactory())
    for page, args in [("changelist", []), ("add", []), ("change", [objs[noun].pk]), ("history", [objs[noun].pk])]:
        r = client.get(url(noun, page, *args))
        print(noun, role, page, r.status_code)
        assert r.status_code in (200, 403), (noun, page)
