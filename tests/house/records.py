"""One record of every noun that has pages, all in one kecamatan, for tests that open every address."""

import datetime
import hashlib
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone

from accounts.actions import record_download
from accounts.roles import PETUGAS
from akun.models import PermintaanData, Undangan, Usulan
from common.admin.versions import version_of
from duplicates import actions
from duplicates.kind import kinds
from duplicates.models import NotDuplicate
from etalase.actions import settle
from fasilitasi.actions import open_document
from fasilitasi.models import JenisFasilitasi, RekapAwal
from kegiatan.models import Peserta
from laporan.actions import request_approval
from laporan.models import DokumenTerbit, Kop, Pejabat
from produk.models import Foto, Kategori
from spreadsheets.models import Import, State
from surat.models import SertifikatHadir
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, LaporanOpdFactory
from tests.factories import (
    AngkatanFactory,
    BerkasFasilitasiFactory,
    DesaFactory,
    FasilitasiFactory,
    IndikatorFactory,
    KdmpFactory,
    KoperasiFactory,
    MasukanFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.pendaftar import PendaftaranFactory
from tests.rumah import BukuTamuFactory, PengumumanFactory, on_shelf, sold
from tests.terbitan import issue_without_typesetting, proposal, warn_without_typesetting
from umkm.models import BatasSkala, Kbli, PembukaanNik, Pengelola
from wilayah.models import Kecamatan


def one_of_each(kecamatan: Kecamatan) -> dict[type[Model], Any]:
    """By model; needs the reference data and folders for files that may be thrown away."""
    desa = DesaFactory(kecamatan=kecamatan)
    pemilik = PemilikFactory(with_nik=True, desa=desa, consents=("katalog",))
    usaha = UsahaFactory(listed=True, pemilik=pemilik, desa=desa, npwp="7209990101900001")
    koperasi = KoperasiFactory(listed=True, desa=desa)
    produk = ProdukFactory(listed=True, usaha=usaha)
    foto = Foto.objects.create(produk=produk, image="produk/uji.jpg", width=600, height=600)
    sertifikat = SertifikatFactory(usaha=usaha, verified=True, produk=[produk])
    sertifikat.scan.save("pindaian.pdf", ContentFile(b"%PDF-1.7 uji"))
    user = UserFactory(role=PETUGAS)
    case = FasilitasiFactory(usaha=usaha)
    received = BerkasFasilitasiFactory(fasilitasi=case, received_by=user)
    received.file.save("ktp.pdf", ContentFile(b"%PDF-1.7 uji"))
    records = [
        kecamatan, desa, pemilik, usaha, koperasi, produk, foto, sertifikat, user,
        case, received, open_document(berkas=received, by=user), AngkatanFactory(desa=desa),
        MasukanFactory(produk=produk), KdmpFactory(desa=desa), _registration(desa), _invitation(pemilik, user),
        *_from_owner(pemilik, usaha, user),
        *_bought(usaha),
        PembukaanNik.objects.create(pemilik=pemilik, number_kind="nik", reason="Uji halaman", opened_by=user),
        record_download(
            by=user, list_name="Usaha", filter_text="", row_count=1, file_format="csv", reason="Uji halaman"
        ),
        JenisFasilitasi.objects.first(), Kategori.objects.first(), Kbli.objects.first(), BatasSkala.objects.first(),
        Group.objects.get(name=PETUGAS),
        *_decided(usaha, user),
        Import.objects.create(
            kind="usaha", file_name="uji.csv", sha256="0" * 64, state=State.PREVIEW, uploaded_by=user,
            sheets=[{"index": 0, "name": "Uji", "is_table": True, "is_chosen": True, "shape": "s", "header_row": 1,
                     "first_row": 2, "rows": 1, "headers": ["Nama"], "titles": [], "examples": [["Uji"]]}],
        ),
        RekapAwal.objects.create(jenis=JenisFasilitasi.objects.first(), tahun=2021, jumlah=5, source="Uji"),
        IndikatorFactory(jenis=[JenisFasilitasi.objects.first()]),
        Kop.objects.create(line_1="PEMERINTAH", line_2="DINAS", place="Ampana", valid_from=datetime.date(2020, 1, 1)),
        Pejabat.objects.create(
            name="Uji, S.E.", jabatan="Kepala", peran="kepala_dinas", valid_from=datetime.date(2020, 1, 1)
        ),
        *_issued(user), *_warned(koperasi, user),
        *_gathered(kecamatan, usaha), *_of_the_house(produk, user),
    ]  # fmt: skip
    found = {type(record): record for record in records}
    paper = SertifikatHadir.objects.create(dokumen=found[DokumenTerbit], peserta=found[Peserta])
    return found | {SertifikatHadir: paper}


def _invitation(pemilik: Any, user: Any) -> Any:
    """Opened with the word that `tests/house/walk.py` sends."""
    return Undangan.objects.create(
        token_index=hashlib.sha256(b"uji").hexdigest(),
        pemilik=pemilik,
        given_by=user,
        expires_at=timezone.now() + datetime.timedelta(days=1),
    )


def _from_owner(pemilik: Any, usaha: Any, user: Any) -> list[Any]:
    """What the owner sent to the office, and a helper at the business."""
    return [
        Usulan.objects.create(usaha=usaha, values={"name": [usaha.name, "Nama Baru"]}, proposed_by=user),
        PermintaanData.objects.create(pemilik=pemilik, jenis="perbaikan", description="Nama saya keliru."),
        Pengelola.objects.create(usaha=usaha, user=UserFactory(), given_by=user),
    ]


def _registration(desa: Any) -> Any:
    """Sent, with a photo."""
    asked = PendaftaranFactory(desa=desa)
    asked.photo.save("foto.jpg", ContentFile(b"uji"))
    return asked


def _gathered(kecamatan: Kecamatan, usaha: Any) -> list[Any]:
    """A bazaar for this kecamatan alone, with one stand."""
    kegiatan = KegiatanFactory(listed=True, jenis="bazar", kecamatan=kecamatan)
    return [kegiatan, PesertaFactory(kegiatan=kegiatan, usaha=usaha)]


def _bought(usaha: Any) -> list[Any]:
    """By a civil servant whose OPD reported the month, under the rule of the year."""
    belanja = BelanjaFactory(usaha=usaha)
    belanja.nota.save("nota.jpg", ContentFile(b"uji"))
    return [belanja, belanja.opd, AturanBelanjaFactory(), LaporanOpdFactory(opd=belanja.opd)]


def _of_the_house(produk: Any, user: Any) -> list[Any]:
    """A guest, an announcement to all, and goods of the district's owner: sold, and settled."""
    titipan = on_shelf(produk, by=user)
    sale = sold(titipan, by=user)
    settlement = settle(seller=produk.usaha, until=sale.happened_on, by=user)
    return [BukuTamuFactory(), PengumumanFactory(listed=True), titipan, sold(titipan, by=user), settlement]


def _issued(user: Any) -> list[Any]:
    """A report of the whole district, approved and issued."""
    dokumen = issue_without_typesetting(by=user)
    asked = request_approval(proposal=proposal("rekap-kecamatan"), by=user)
    return [dokumen, dokumen.laporanterbit, dokumen.laporanterbit.persetujuan, asked]


def _warned(koperasi: Any, user: Any) -> list[Any]:
    """A cooperative without an annual meeting got its first warning."""
    surat = warn_without_typesetting(koperasi, by=user)
    return [surat, surat.jenis]


def _decided(usaha: Any, user: Any) -> list[Any]:
    """A pair told apart, and another merged: the first leads to two records side by side."""
    other, merged = UsahaFactory.create_batch(2, desa=usaha.desa)
    told = NotDuplicate.objects.create(noun="usaha", first=usaha.pk, second=other.pk, decided_by=user)
    merge = actions.merge(
        kind=kinds()["usaha"],
        survivor=usaha.pk,
        loser=merged.pk,
        choices={},
        rows={},
        versions={each.pk: version_of(each) for each in (usaha, merged)},
        reason="Uji halaman",
        by=UserFactory(is_superuser=True),
    )
    usaha.refresh_from_db()
    return [told, merge]
