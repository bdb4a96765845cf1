"""Whoever helps an owner reaches the one business they were let into, through every door, and loses it at once."""

import pytest
from django.test import Client
from django.urls import reverse

from akun import actions
from belanja_asn.models import Belanja
from fasilitasi.models import Fasilitasi
from kegiatan.models import Peserta
from produk.models import Produk
from surat.models import SertifikatHadir
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import BelanjaFactory
from tests.factories import FasilitasiFactory, ProdukFactory, UsahaFactory
from tests.house.people import helper_of, owner_of
from tests.house.repository import refuse
from tests.rumah import on_shelf
from tests.terbitan import issue_without_typesetting, year
from umkm.models import Pengelola

pytestmark = pytest.mark.django_db


def at_work(name, pemilik=None, *, tahun):
    """A business with something behind every door."""
    usaha = UsahaFactory(name=name, listed=True, **({"pemilik": pemilik} if pemilik else {}))
    on_shelf(ProdukFactory(usaha=usaha, name=f"Abon {name}", listed=True))
    FasilitasiFactory(usaha=usaha)
    BelanjaFactory(usaha=usaha, nilai=81_000)
    peserta = PesertaFactory(usaha=usaha, kegiatan=KegiatanFactory(name=f"Bazar {tahun}", listed=True))
    paper = issue_without_typesetting(query=year(tahun))
    SertifikatHadir.objects.create(dokumen=paper, peserta=peserta)
    return usaha


def pages_of(usaha):
    produk, case = Produk.objects.get(usaha=usaha), Fasilitasi.objects.get(usaha=usaha)
    paper = SertifikatHadir.objects.get(peserta__usaha=usaha).dokumen
    return [
        reverse("akun:business", args=[usaha.slug]),
        reverse("akun:profile", args=[usaha.slug]),
        reverse("akun:identity", args=[usaha.slug]),
        reverse("akun:ask", args=[usaha.slug]),
        reverse("akun:product", args=[usaha.slug, produk.pk]),
        reverse("akun:case", args=[case.nomor]),
        reverse("my_certificate", args=[paper.code]),
    ]


LISTS = [
    reverse(name)
    for name in (
        "akun:home",
        "akun:papers",
        "kegiatan_owner:list",
        "belanja_asn:purchases",
        "etalase:mine",
        "pengumuman:mine",
    )
]


@pytest.fixture
def usaha():
    usaha = at_work("Dapur Dibantu", tahun=2020)
    owner_of(usaha.pemilik)
    return usaha


@pytest.fixture
def sister(usaha):
    """Of the same owner, who let nobody into it."""
    return at_work("Warung Sendiri", usaha.pemilik, tahun=2021)


@pytest.fixture
def helper(usaha):
    helper = Client()
    helper.force_login(helper_of(usaha))
    return helper


def whole(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def statuses(client, addresses):
    found = {}
    for address in addresses:
        response = client.get(address)
        whole(response)
        found[address] = response.status_code
    return found


def test_a_helper_opens_every_page_of_the_business(helper, usaha):
    assert set(statuses(helper, [*pages_of(usaha), *LISTS]).values()) == {200}


def test_lists_tell_of_that_business_alone(helper, usaha, sister):
    texts = [helper.get(address).text for address in LISTS]
    assert any("Dapur Dibantu" in text for text in texts)
    refuse(text[:60] for text in texts if "Warung Sendiri" in text)


def test_no_page_of_the_owners_other_business_is_found(helper, sister):
    refuse(
        f"{address}: {code}"
        for address, code in statuses(helper, pages_of(sister)).items()
        if code not in (403, 404)
    )


def test_a_helper_confirms_what_was_bought_there_and_nowhere_else(helper, usaha, sister):
    for where in (usaha, sister):
        address = reverse("belanja_asn:decide", args=[Belanja.objects.get(usaha=where).pk])
        helper.post(address, {"keputusan": "ya"})
    found = dict(Belanja.objects.values_list("usaha__name", "keadaan"))
    assert found == {"Dapur Dibantu": "dikonfirmasi", "Warung Sendiri": "menunggu"}


def test_a_helper_signs_the_business_up_and_takes_it_back_and_no_other(helper, usaha, sister):
    kegiatan = KegiatanFactory(listed=True)
    address = reverse("kegiatan_owner:event", args=[kegiatan.slug])
    for where in (sister, usaha):
        helper.post(address, {"usaha": where.pk})
    assert [each.usaha for each in kegiatan.peserta_set.all()] == [usaha]
    places = Peserta.objects.filter(kegiatan__name__startswith="Bazar").order_by("usaha__name")
    codes = [
        helper.post(reverse("kegiatan_owner:leave", args=[each.pk])).status_code
        for each in places.select_related("usaha")
    ]
    assert codes == [302, 404]


def test_a_helper_sees_what_is_due_for_goods_of_that_business(helper, usaha, sister):
    text = helper.get(reverse("etalase:mine")).text
    assert "Abon Dapur Dibantu" in text
    assert "Abon Warung Sendiri" not in text


def test_what_the_owner_alone_decides_is_not_found(helper, usaha):
    for name in ("consents", "my_data"):
        assert helper.get(reverse(f"akun:{name}")).status_code == 404
        assert reverse(f"akun:{name}") not in helper.get(LISTS[0]).text
    for method in (helper.get, helper.post):
        assert method(reverse("akun:helpers", args=[usaha.slug])).status_code == 404
    own = Pengelola.objects.get(usaha=usaha)
    assert helper.post(reverse("akun:helper_end", args=[usaha.slug, own.pk])).status_code == 404
    assert Pengelola.objects.get(pk=own.pk).ended_at is None


def test_withdrawn_access_ends_at_the_very_next_request(helper, usaha):
    assert helper.get(LISTS[0]).status_code == 200
    actions.end_access(pengelola=Pengelola.objects.get(usaha=usaha), by=usaha.pemilik.account)
    assert set(statuses(helper, [*pages_of(usaha), *LISTS]).values()) == {403}
    bought = Belanja.objects.get(usaha=usaha)
    helper.post(reverse("belanja_asn:decide", args=[bought.pk]), {"keputusan": "ya"})
    bought.refresh_from_db()
    assert bought.is_waiting


def test_another_owner_finds_nothing_of_it(usaha):
    stranger = Client()
    stranger.force_login(owner_of(UsahaFactory().pemilik))
    assert set(statuses(stranger, pages_of(usaha)).values()) == {404}
    refuse(text[:60] for text in (stranger.get(address).text for address in LISTS) if usaha.name in text)
