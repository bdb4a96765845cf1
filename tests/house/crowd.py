"""More of everything that pages list, hung on the records of `tests/house/records.py`."""

import datetime
from typing import Any

from django.db.models import Model

from accounts.models import User
from akun.models import PermintaanData
from belanja_asn.models import Opd, PetugasRekap
from duplicates.models import NotDuplicate
from etalase.actions import settle
from etalase.models import Titipan
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from kegiatan.models import Kegiatan, Materi
from koperasi.models import Koperasi
from laporan.actions import request_approval
from legalitas.actions import remind
from legalitas.models import Sertifikat
from produk.models import Foto, Kategori, Produk
from spreadsheets.models import Import, State
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import BelanjaFactory, ItemBelanjaFactory, LaporanOpdFactory, PetugasRekapFactory
from tests.duplicates.kembar import merged
from tests.factories import (
    AngkatanFactory,
    BerkasFasilitasiFactory,
    BerkasJenisFactory,
    DataTahunanFactory,
    DesaFactory,
    FasilitasiFactory,
    KdmpFactory,
    KeanggotaanFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    TahapJenisFactory,
    UsahaFactory,
    UserFactory,
)
from tests.rumah import PengumumanFactory, on_shelf, sold
from tests.terbitan import issue_without_typesetting, proposal, warn_without_typesetting
from umkm.models import Pengelola, Usaha
from wilayah.models import Desa, Kecamatan

Records = dict[type[Model], Any]


def join(records: Records, numbers: range) -> None:
    """So many more rows on every page that shows rows."""
    for number in numbers:
        usaha = _of_the_owner(records, number)
        own, theirs = _on_sale(records)
        _at_the_office(records, usaha, number)
        _gathered(records, usaha)
        _in_the_house(records, own, theirs)
        _bought(records, own, number)


def _of_the_owner(records: Records, number: int) -> Usaha:
    """Another business of the same owner, with a helper, papers and cases of the first one."""
    usaha, user = records[Usaha], records[User]
    another = UsahaFactory(listed=True, pemilik=usaha.pemilik, desa=records[Desa])
    DataTahunanFactory(usaha=usaha, tahun=2010 + number)
    Pengelola.objects.create(usaha=usaha, user=UserFactory(), given_by=user)
    PermintaanData.objects.create(pemilik=usaha.pemilik, jenis="perbaikan", description="Alamat saya keliru.")
    for each in (usaha, another):
        FasilitasiFactory(usaha=each)
        SertifikatFactory(usaha=each, verified=True, produk=[records[Produk]])
    SertifikatFactory(usaha=another, jenis="pirt", valid_until=datetime.date(2026, 11, 30))
    case = records[Fasilitasi]
    BerkasFasilitasiFactory(fasilitasi=case, received_by=UserFactory())
    BerkasJenisFactory(jenis=case.jenis)
    LangkahFasilitasi.objects.create(
        fasilitasi=case, status="diproses", tahap=TahapJenisFactory(jenis=case.jenis),
        happened_on=case.applied_on, recorded_by=UserFactory(),
    )  # fmt: skip
    return another


def _on_sale(records: Records) -> tuple[Produk, Produk]:
    """One of the owner's and one of a cooperative: few enough that no list needs a second page."""
    shared = {"listed": True, "kategori": records[Kategori]}
    own = ProdukFactory(usaha=records[Usaha], **shared)
    theirs = ProdukFactory(usaha=None, koperasi=records[Koperasi], **shared)
    for produk in (own, theirs, records[Produk]):
        position = produk.foto_set.count()
        Foto.objects.create(produk=produk, image="produk/uji.jpg", width=600, height=600, position=position)
    return own, theirs


def _at_the_office(records: Records, usaha: Usaha, number: int) -> None:
    """Cooperatives with letters, sheets, pairs told apart and merged, reports that wait and that are out."""
    user, desa = records[User], records[Desa]
    koperasi = KoperasiFactory(listed=True, desa=desa)
    RapatAnggotaFactory(koperasi=records[Koperasi], tahun_buku=2010 + number)
    KeanggotaanFactory(koperasi=koperasi, usaha=records[Usaha])
    KeanggotaanFactory(koperasi=records[Koperasi], usaha=usaha)
    warn_without_typesetting(koperasi, by=user)
    AngkatanFactory(desa=desa)
    KdmpFactory(desa=DesaFactory(kecamatan=records[Kecamatan]))
    remind(jenis="halal", record=records[Sertifikat], channel="telepon", by=UserFactory())
    told = {"first": records[Usaha].pk, "second": usaha.pk, "decided_by": UserFactory()}
    NotDuplicate.objects.create(noun="usaha", **told)
    merged(*UsahaFactory.create_batch(2, desa=desa))
    reporting = PetugasRekap.objects.filter(opd=records[Opd]).latest("pk").account
    for kind, by in (("usaha", UserFactory()), ("belanja-opd", reporting)):
        Import.objects.create(
            kind=kind, file_name="uji.csv", sha256=f"{number:064d}", state=State.PREVIEW, uploaded_by=by
        )
    period = f"dari=2026-01-01&sampai=2026-0{number + 1}-28"
    issue_without_typesetting("rekap-umkm", period)
    request_approval(proposal=proposal("rekap-kecamatan", period), by=UserFactory())


def _gathered(records: Records, usaha: Usaha) -> None:
    kegiatan = KegiatanFactory(listed=True, kecamatan=records[Kecamatan], desa=records[Desa])
    PesertaFactory(kegiatan=kegiatan, usaha=records[Usaha])
    PesertaFactory(kegiatan=records[Kegiatan], usaha=usaha)
    PesertaFactory(kegiatan=records[Kegiatan], usaha=None, name=f"Tamu {usaha}")
    Materi.objects.create(kegiatan=records[Kegiatan], title="Bahan", link="https://contoh.id/bahan")


def _in_the_house(records: Records, own: Produk, theirs: Produk) -> None:
    """Goods on the shelf, settled once and sold again since."""
    user = records[User]
    PengumumanFactory(listed=True, published_by=user, verified_by=user)
    sold(records[Titipan], by=UserFactory())
    titipan = on_shelf(own, by=user)
    settle(seller=own.usaha, until=sold(titipan, by=user).happened_on, by=user)
    for each in (titipan, on_shelf(theirs, by=user)):
        sold(each, by=user)


def _bought(records: Records, produk: Produk, number: int) -> None:
    """By civil servants of the OPD and of another one that the same officer reports for."""
    opd, usaha = records[Opd], produk.usaha
    for confirmed in (True, False):
        belanja = BelanjaFactory(opd=opd, usaha=usaha, pembeli="Sitti Rahma", confirmed=confirmed)
        ItemBelanjaFactory(belanja=belanja, produk=produk)
    reporting = PetugasRekap.objects.filter(opd=opd).latest("pk").account
    other = PetugasRekapFactory(account=reporting).opd
    BelanjaFactory(opd=other, usaha=usaha, confirmed=True)
    LaporanOpdFactory(opd=other)
    LaporanOpdFactory(opd=opd, bulan=datetime.date(2026, number + 1, 1))
