"""Records for tests: every factory makes the smallest valid row; traits make it verified, listed or finished.

`UsahaFactory(listed=True)` is on the site with the owner's yes to the catalogue only; further consents come by
`pemilik__consents=("katalog", "telepon")`. People are invented and their NIK KTP begin with 720999.
"""

import datetime
from functools import cache
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import User
from accounts.roles import ROLES
from fasilitasi.actions import next_number
from fasilitasi.choices import SatuanHitung, Status, Ukuran, UntukSiapa
from fasilitasi.models import (
    Angkatan,
    BerkasFasilitasi,
    BerkasJenis,
    Fasilitasi,
    Indikator,
    JenisFasilitasi,
    TahapJenis,
    Target,
)
from koperasi.choices import Bentuk, BentukKerjaSama, JenisKoperasi
from koperasi.models import Kdmp, Keanggotaan, KerjaSama, Koperasi, RapatAnggota
from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from masukan.choices import JenisMasukan
from masukan.models import Masukan
from produk.choices import Satuan
from produk.models import Kategori, Produk
from umkm.choices import BidangUsaha, SaluranPersetujuan, StatusUsaha
from umkm.models import DataTahunan, Pemilik, Persetujuan, Usaha
from wilayah.models import Desa, Kecamatan

PASSWORD = "kata sandi uji yang panjang"


class KecamatanFactory(DjangoModelFactory):
    class Meta:
        model = Kecamatan

    # Kabupaten 72.90 and up do not exist: the real 72.09 is already there.
    code = factory.Sequence(lambda n: f"72.{n // 90 % 10 + 90}.{n % 90 + 10}")
    name = factory.Sequence(lambda n: f"Kecamatan Uji {n}")
    slug = factory.Sequence(lambda n: f"kecamatan-uji-{n}")


class DesaFactory(DjangoModelFactory):
    class Meta:
        model = Desa

    kecamatan = factory.SubFactory(KecamatanFactory)
    code = factory.LazyAttributeSequence(lambda desa, n: f"{desa.kecamatan.code}.{n % 8000 + 2000}")
    name = factory.Sequence(lambda n: f"Desa Uji {n}")
    jenis = Desa.Jenis.DESA


class UserFactory(DjangoModelFactory):
    """A signed-in person; `role="Verifikator"` makes an officer, `kecamatan=[…]` keeps them to a part."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"petugas{n}")
    name = factory.Sequence(lambda n: f"Petugas Uji {n}")
    email = factory.Sequence(lambda n: f"petugas{n}@contoh.id")
    password = factory.LazyFunction(lambda: _hashed_password())

    @factory.post_generation
    def role(self, create: bool, role: str | None, **kwargs: Any) -> None:
        if role:
            self.groups.add(_role(role))
            self.is_staff = True
            self.save(update_fields=["is_staff"])

    @factory.post_generation
    def kecamatan(self, create: bool, kecamatan: Any, **kwargs: Any) -> None:
        if kecamatan:
            self.kecamatan.set(kecamatan)


@cache
def _hashed_password() -> str:
    """Hashed once: a good hash is slow on purpose, and every record has an officer who verified it."""
    return make_password(PASSWORD)


def _role(name: str) -> Group:
    group, created = Group.objects.get_or_create(name=name)
    if created:
        wanted = Q(pk=None)
        for full_name in ROLES[name]:
            app, _, codename = full_name.partition(".")
            wanted |= Q(content_type__app_label=app, codename=codename)
        group.permissions.set(Permission.objects.filter(wanted))
    return group


class PemilikFactory(DjangoModelFactory):
    """`consents=("katalog", "nama")` records the owner's yes; `with_nik=True` gives a NIK KTP."""

    class Meta:
        model = Pemilik
        skip_postgeneration_save = True

    class Params:
        with_nik = factory.Trait(nik=factory.Sequence(lambda n: f"720999010190{n % 9999 + 1:04d}"))

    name = factory.Sequence(lambda n: f"Pemilik Uji {n}")
    phone = factory.Sequence(lambda n: f"+62812{n % 10**8:08d}")

    @factory.post_generation
    def consents(self, create: bool, purposes: tuple[str, ...] | None, **kwargs: Any) -> None:
        for purpose in purposes or ():
            Persetujuan.objects.create(pemilik=self, purpose=purpose, channel=SaluranPersetujuan.FORMULIR)


class PublishableFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        verified = factory.Trait(
            verified_at=factory.LazyFunction(timezone.now), verified_by=factory.SubFactory(UserFactory)
        )
        listed = factory.Trait(
            verified=True,
            published_at=factory.LazyFunction(timezone.now),
            published_by=factory.SelfAttribute("verified_by"),
        )

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        record = super()._create(model_class, *args, **kwargs)
        # Decided by a trigger of the database.
        record.refresh_from_db(fields=["is_listed"])
        return record


class UsahaFactory(PublishableFactory):
    class Meta:
        model = Usaha

    class Params:
        listed = factory.Trait(
            verified=True,
            published_at=factory.LazyFunction(timezone.now),
            published_by=factory.SelfAttribute("verified_by"),
            pemilik=factory.SubFactory(PemilikFactory, consents=("katalog",)),
        )

    pemilik = factory.SubFactory(PemilikFactory)
    name = factory.Sequence(lambda n: f"Usaha Uji {n}")
    slug = factory.Sequence(lambda n: f"usaha-uji-{n}")
    status_usaha = StatusUsaha.PERSEORANGAN
    bidang_usaha = BidangUsaha.MAKANAN_MINUMAN
    desa = factory.SubFactory(DesaFactory)


class DataTahunanFactory(DjangoModelFactory):
    class Meta:
        model = DataTahunan

    usaha = factory.SubFactory(UsahaFactory)
    tahun = 2025
    penjualan_tahunan = 60_000_000
    tenaga_kerja_l = 1
    tenaga_kerja_p = 2


class KoperasiFactory(PublishableFactory):
    class Meta:
        model = Koperasi

    name = factory.Sequence(lambda n: f"Koperasi Uji {n}")
    slug = factory.Sequence(lambda n: f"koperasi-uji-{n}")
    jenis = JenisKoperasi.PRODUSEN
    bentuk = Bentuk.PRIMER_KABUPATEN
    desa = factory.SubFactory(DesaFactory)


class KeanggotaanFactory(DjangoModelFactory):
    class Meta:
        model = Keanggotaan

    koperasi = factory.SubFactory(KoperasiFactory)
    usaha = factory.SubFactory(UsahaFactory)


class KerjaSamaFactory(DjangoModelFactory):
    class Meta:
        model = KerjaSama

    koperasi = factory.SubFactory(KoperasiFactory)
    usaha = factory.SubFactory(UsahaFactory)
    bentuk = BentukKerjaSama.MEMBELI
    barang = "kopra"


class KdmpFactory(DjangoModelFactory):
    class Meta:
        model = Kdmp

    desa = factory.SubFactory(DesaFactory)
    musdesus_on = datetime.date(2025, 5, 20)


class RapatAnggotaFactory(DjangoModelFactory):
    class Meta:
        model = RapatAnggota

    koperasi = factory.SubFactory(KoperasiFactory)
    tahun_buku = 2025
    held_on = factory.LazyAttribute(lambda rat: datetime.date(rat.tahun_buku + 1, 3, 14))
    anggota_l = 20
    anggota_p = 25


class KategoriFactory(DjangoModelFactory):
    class Meta:
        model = Kategori

    name = factory.Sequence(lambda n: f"Kategori Uji {n}")
    slug = factory.Sequence(lambda n: f"kategori-uji-{n}")


class ProdukFactory(PublishableFactory):
    """A product of a business; of a cooperative with `of_koperasi=True`. `listed=True` lists its seller too."""

    class Meta:
        model = Produk

    class Params:
        of_koperasi = factory.Trait(usaha=None, koperasi=factory.SubFactory(KoperasiFactory, listed=True))

    usaha = factory.SubFactory(UsahaFactory, listed=True)
    kategori = factory.SubFactory(KategoriFactory)
    name = factory.Sequence(lambda n: f"Produk Uji {n}")
    slug = factory.Sequence(lambda n: f"produk-uji-{n}")
    price = 25_000
    satuan = Satuan.BUNGKUS


class SertifikatFactory(DjangoModelFactory):
    """`verified=True` makes it a public mark; `produk=[…]` names products."""

    class Meta:
        model = Sertifikat
        skip_postgeneration_save = True

    class Params:
        verified = factory.Trait(
            verified_at=factory.LazyFunction(timezone.now), verified_by=factory.SubFactory(UserFactory)
        )

    usaha = factory.SubFactory(UsahaFactory)
    jenis = JenisSertifikat.HALAL
    number_on_paper = factory.Sequence(lambda n: f"ID7211{n:013d}")
    issued_on = datetime.date(2025, 5, 2)

    @factory.post_generation
    def produk(self, create: bool, produk: Any, **kwargs: Any) -> None:
        if produk:
            self.produk.set(produk)


class JenisFasilitasiFactory(DjangoModelFactory):
    class Meta:
        model = JenisFasilitasi
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Fasilitasi Uji {n}")
    slug = factory.Sequence(lambda n: f"fasilitasi-uji-{n}")
    untuk = UntukSiapa.KEDUANYA
    satuan = SatuanHitung.USAHA

    @factory.post_generation
    def documents(self, create, names, **kwargs):
        for position, name in enumerate((names or "").splitlines()):
            BerkasJenis.objects.create(jenis=self, name=name, position=position)


class TahapJenisFactory(DjangoModelFactory):
    class Meta:
        model = TahapJenis

    jenis = factory.SubFactory(JenisFasilitasiFactory)
    name = factory.Sequence(lambda n: f"Tahap Uji {n}")
    position = factory.Sequence(lambda n: n % 30000)
    status = Status.DIPROSES


class BerkasJenisFactory(DjangoModelFactory):
    class Meta:
        model = BerkasJenis

    jenis = factory.SubFactory(JenisFasilitasiFactory)
    name = factory.Sequence(lambda n: f"Berkas Uji {n}")
    position = factory.Sequence(lambda n: n % 30000)


class AngkatanFactory(DjangoModelFactory):
    class Meta:
        model = Angkatan

    jenis = factory.SubFactory(JenisFasilitasiFactory)
    name = factory.Sequence(lambda n: f"Angkatan Uji {n}")
    tahun = 2026


class FasilitasiFactory(DjangoModelFactory):
    """An open case; `finished=True` counts on `result_on`."""

    class Meta:
        model = Fasilitasi

    class Params:
        finished = factory.Trait(status=Status.TERBIT, result_on=datetime.date(2026, 6, 10))

    jenis = factory.SubFactory(JenisFasilitasiFactory)
    usaha = factory.SubFactory(UsahaFactory)
    applied_on = datetime.date(2026, 3, 2)
    nomor = factory.LazyAttribute(lambda case: next_number(case.applied_on.year))


class BerkasFasilitasiFactory(DjangoModelFactory):
    """Without a file: the paper lies at the office."""

    class Meta:
        model = BerkasFasilitasi

    fasilitasi = factory.SubFactory(FasilitasiFactory)
    berkas = factory.LazyAttribute(lambda each: BerkasJenisFactory(jenis=each.fasilitasi.jenis))
    received_by = factory.SubFactory(UserFactory)


class IndikatorFactory(DjangoModelFactory):
    """Counts finished cases of `jenis`, or measures the state that `ukuran` names."""

    class Meta:
        model = Indikator
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Indikator Uji {n}")
    slug = factory.Sequence(lambda n: f"indikator-uji-{n}")
    ukuran = Ukuran.FASILITASI
    satuan = "usaha"
    formula = "Jumlah fasilitasi selesai"
    source = "Rumah Usaha"

    @factory.post_generation
    def jenis(self, create: bool, jenis: Any, **kwargs: Any) -> None:
        if jenis:
            self.jenis.set(jenis)


class TargetFactory(DjangoModelFactory):
    class Meta:
        model = Target

    indikator = factory.SubFactory(IndikatorFactory)
    tahun = 2026
    triwulan_4 = 40


class MasukanFactory(DjangoModelFactory):
    """About a product; of `finished=True` something came."""

    class Meta:
        model = Masukan

    class Params:
        finished = factory.Trait(
            notes="Harga sudah diperbaiki.",
            started_at=factory.LazyFunction(timezone.now),
            started_by=factory.SubFactory(UserFactory),
            finished_at=factory.SelfAttribute("started_at"),
            finished_by=factory.SelfAttribute("started_by"),
        )
        reachable = factory.Trait(
            contact="0812-3456-7890", contact_consented_at=factory.LazyFunction(timezone.now)
        )

    produk = factory.SubFactory(ProdukFactory, listed=True)
    jenis = JenisMasukan.HARGA
    description = "Sekarang tiga puluh ribu."
