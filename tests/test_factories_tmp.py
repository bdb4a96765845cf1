import pytest
from tests import factories as f
@pytest.mark.django_db
def test_all():
    u=f.UsahaFactory(listed=True); assert u.is_listed
    assert not f.UsahaFactory().is_listed
    p=f.ProdukFactory(listed=True); assert p.is_listed
    p=f.ProdukFactory(listed=True, of_koperasi=True); assert p.is_listed and p.usaha is None
    assert not f.ProdukFactory().is_listed
    f.SertifikatFactory(verified=True, produk=[p]); f.FasilitasiFactory(finished=True); f.FasilitasiFactory(); f.KeanggotaanFactory(); f.RapatAnggotaFactory(); f.DataTahunanFactory()
    us=f.UserFactory(role="Verifikator", kecamatan=[f.KecamatanFactory()]); assert us.has_perm("umkm.publish_usaha") and us.scope
    f.PemilikFactory(with_nik=True).full_clean()
