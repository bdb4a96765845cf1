import pytest
from tests.factories import *
from tests.kantor import *
pytestmark = pytest.mark.django_db

def test_pages(client):
    sign_in(client, "Admin")
    u = UsahaFactory(listed=True, npwp="123456789012345"); DataTahunanFactory(usaha=u)
    p = u.pemilik
    from django.contrib import admin
    for n in ["umkm_pemilik","umkm_usaha","umkm_kbli","umkm_batasskala","umkm_pembukaannik","wilayah_desa","wilayah_kecamatan","accounts_user","auth_group"]:
        r = client.get(url(n,"changelist")); assert r.status_code == 200, n
        if n not in ("umkm_pembukaannik",):
            if n == "auth_group": continue
            r = client.get(url(n,"add")); assert r.status_code == 200, n
    r = client.get(url("umkm_usaha","change",u.pk)); print(words(r)); assert r.status_code == 200
    r = client.get(url("umkm_pemilik","change",p.pk)); print(words(r)); assert r.status_code == 200
    r = client.get(url("umkm_usaha","history",u.pk)); print(words(r)); assert r.status_code == 200
    r = client.get("/kantor/"); print(words(r)); assert r.status_code == 200
    r = client.get(url("umkm_pemilik","nik")); assert r.status_code == 200
    d = filled(client.get(url("umkm_usaha","change",u.pk)), name="Baru")
    print(d)
    r = client.post(url("umkm_usaha","change",u.pk), d)
    print(r.status_code, words(r)[:3000])
    assert r.status_code == 302
    r = client.get(r.url); print(words(r)[:1500])
    r = client.get(url("umkm_usaha","history",u.pk)); print(words(r)); assert r.status_code == 200
