"""A small district with something of every kind, and the addresses of its pages."""

import datetime
import io
from contextlib import contextmanager

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from belanja_asn.aturan import Bulan
from belanja_asn.models import AturanBelanja, Opd
from common.receipts import code_of
from duplicates import actions
from duplicates.kind import kinds
from etalase.actions import reverse as reverse_sale
from etalase.actions import settle
from fasilitasi.actions import move
from fasilitasi.choices import Status
from fasilitasi.models import JenisFasilitasi
from kegiatan.actions import cancel
from kegiatan.kode import door_code
from koperasi.letters import warnings_url
from laporan.actions import approve, request_approval
from laporan.models import Kop, Pejabat
from legalitas.actions import remind
from pesanan.models import KlikPesan, KunjunganHalaman
from produk.models import Foto, Kategori
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import (
    AturanBelanjaFactory,
    BelanjaFactory,
    ItemBelanjaFactory,
    LaporanOpdFactory,
    OpdFactory,
    PetugasRekapFactory,
)
from tests.duplicates.kembar import merged
from tests.factories import (
    AngkatanFactory,
    BerkasFasilitasiFactory,
    DataTahunanFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KeanggotaanFactory,
    KoperasiFactory,
    MasukanFactory,
    PemilikFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.journeys import owners
from tests.rumah import BukuTamuFactory, PengumumanFactory, on_shelf, sold
from tests.terbitan import issue_without_typesetting, proposal, warn_without_typesetting
from umkm.letters import invitation_url
from wilayah.models import Desa

A_PAGE_AND_MORE = 26
CONSENTS = ("katalog", "nama", "telepon", "foto", "lokasi")


def fill():
    """Write the records; return {name: address} of the pages that belong to one of them."""
    officer = UserFactory(role="Verifikator")
    usaha, koperasi = _sellers()
    produk = _products(usaha, koperasi)
    SertifikatFactory(usaha=usaha, verified=True, produk=produk)
    SertifikatFactory(usaha=None, koperasi=koperasi, jenis="nik_koperasi", number_on_paper="", verified=True)
    case = _cases(usaha, officer)
    masukan = MasukanFactory(produk=produk[0], reachable=True)
    KlikPesan.objects.create(produk=produk[0], clicked_on=timezone.localdate(), jumlah=4)
    KunjunganHalaman.objects.create(produk=produk[0], viewed_on=timezone.localdate(), jumlah=31)
    _signatories()
    return {
        **owners.fill(usaha, produk[0], officer),
        **_longest_names(),
        **_twins(usaha, officer),
        "product": produk[0].get_absolute_url(),
        "product out of stock": produk[1].get_absolute_url(),
        "seller": usaha.get_absolute_url(),
        "cooperative": koperasi.get_absolute_url(),
        "owner": reverse("admin:umkm_pemilik_change", args=[usaha.pemilik_id]),
        "business": reverse("admin:umkm_usaha_change", args=[usaha.pk]),
        "business history": reverse("admin:umkm_usaha_history", args=[usaha.pk]),
        "cooperative form": reverse("admin:koperasi_koperasi_change", args=[koperasi.pk]),
        "product form": reverse("admin:produk_produk_change", args=[produk[0].pk]),
        "case": reverse("admin:fasilitasi_fasilitasi_change", args=[case.pk]),
        "remark at the office": reverse("admin:masukan_masukan_change", args=[masukan.pk]),
        "documents": reverse("admin:fasilitasi_fasilitasi_documents", args=[case.pk]),
        "tracked case": f"/lacak/?nomor={case.nomor}&kode={code_of(case.nomor)}",
        "finish": reverse("admin:fasilitasi_fasilitasi_finish", args=[case.pk]),
        "correction": reverse("admin:fasilitasi_fasilitasi_correct", args=[_finished_with_paper(usaha).pk]),
        "call": reverse("legalitas:call", args=["pirt", _ending(usaha, officer).pk]),
        "statement": reverse("surat:statement", args=[usaha.pk]),
        "invitation": invitation_url("usaha", [usaha.pk]),
        "deed": reverse("surat:handover", args=[_help(usaha).pk]),
        **_programme(usaha),
        **_issued(officer),
        **_of_the_house(produk[0], officer),
        **_gathered(usaha),
    }


def _gathered(usaha):
    """A bazaar of today with a stand, somebody who waits and somebody who cancelled."""
    kegiatan = KegiatanFactory(
        listed=True,
        jenis="bazar",
        name="Bazar Pelabuhan",
        begins_on=timezone.localdate(),
        kuota=1,
        desa=usaha.desa,
    )
    PesertaFactory(kegiatan=kegiatan, usaha=usaha)
    PesertaFactory(kegiatan=kegiatan, status="menunggu")
    gone = PesertaFactory(kegiatan=kegiatan)
    cancel(peserta=gone, by=gone.registered_by)
    office = {
        "event form": "change", "presence": "presence", "code at the door": "door", "sales of a bazaar": "turnover",
        "closing of an event": "close",
    }  # fmt: skip
    return {
        "event": kegiatan.get_absolute_url(),
        "own event": reverse("kegiatan_owner:event", args=[kegiatan.slug]),
        "door of an event": reverse("kegiatan:arrive", args=[kegiatan.slug, door_code(kegiatan)]),
        "void code at a door": reverse("kegiatan:arrive", args=[kegiatan.slug, "kode-lama"]),
        "attendance list": reverse("laporan:attendance", args=[kegiatan.pk]),
        "certificates": reverse("surat:certificates", args=[kegiatan.pk]),
        **{
            name: reverse(f"admin:kegiatan_kegiatan_{page}", args=[kegiatan.pk])
            for name, page in office.items()
        },
    }


def _of_the_house(produk, officer):
    """Goods on the shelf, sold before and after a settlement; a guest; an announcement."""
    BukuTamuFactory()
    announcement = PengumumanFactory(listed=True, body="Lihat https://contoh.id/a\n\nDaftar di kantor.")
    titipan = on_shelf(produk, by=officer)
    sale = sold(titipan, 2, by=officer)
    settlement = settle(seller=produk.usaha, until=sale.happened_on, by=officer)
    reverse_sale(mutasi=sold(titipan, by=officer), reason="Salah hitung", by=officer)
    line = sold(titipan, by=officer)
    return {
        "announcement": announcement.get_absolute_url(),
        "announcement to me": reverse("pengumuman:opened", args=[announcement.slug]),
        "announcement form": reverse("admin:pengumuman_pengumuman_change", args=[announcement.pk]),
        "goods brought in": reverse("etalase:bring", args=[produk.pk]),
        "stock card": titipan.get_absolute_url(),
        "line taken back": reverse("etalase:correct", args=[line.pk]),
        "settlement drawn up": reverse("etalase:draw_up", args=["usaha", produk.usaha_id]),
        "settlement": settlement.get_absolute_url(),
        "settlement dropped": reverse("etalase:dropped", args=[settlement.pk]),
    }


def _help(usaha):
    """A case whose goods may be handed over."""
    return FasilitasiFactory(jenis=JenisFasilitasiFactory(sertifikat=""), usaha=usaha, status="terverifikasi")


def _programme(usaha):
    """1 ASN 1 Produk: a rule since September, an office with purchases in every state, and one that is silent."""
    AturanBelanjaFactory(
        valid_from=_months_ago(2), identitas="nama", description="Belanja di tetangga sendiri."
    )
    opd = OpdFactory(
        name="Dinas Kesehatan", slug="dinas-kesehatan", asn=40, contact="Ibu Ani", phone="081200008800"
    )
    OpdFactory(name="Badan Kepegawaian", asn=20)
    said = {"opd": opd, "usaha": usaha, "pembeli": "Sitti Rahma", "bought_on": timezone.localdate()}
    waiting = BelanjaFactory(**said, nomor_nota="12")
    waiting.nota.save("nota.jpg", photo())
    ItemBelanjaFactory(belanja=waiting)
    BelanjaFactory(**said, confirmed=True)
    BelanjaFactory(**said, confirmed=True, keadaan="ditolak", notes="Bukan nota kami.")
    LaporanOpdFactory(opd=opd, bulan=_months_ago(1))
    form = reverse("belanja_asn:new")
    return {
        "purchase": f"{form}?penjual={usaha.get_absolute_url()}",
        "proof of a purchase": f"{reverse('belanja_asn:track')}?nomor={waiting.code}&baru=1",
        "purchase at the office": reverse("admin:belanja_asn_belanja_change", args=[waiting.pk]),
        "office that reports": reverse("admin:belanja_asn_opd_change", args=[opd.pk]),
        "month of an office": reverse("belanja_asn:month", args=[opd.slug, f"{timezone.localdate():%Y-%m}"]),
        "purchases to take": reverse("belanja_asn:take", args=[opd.slug, f"{timezone.localdate():%Y-%m}"]),
        "purchases of an office": reverse("belanja_asn:rows", args=[opd.slug]),
    }


@contextmanager
def between_rules():
    """No rule asks for purchases; afterwards there is one again."""
    AturanBelanja.objects.update(valid_from=_months_ago(-2))
    try:
        yield
    finally:
        AturanBelanja.objects.update(valid_from=_months_ago(2))


def _months_ago(months):
    return Bulan.of(timezone.localdate()).after(-months).start


def enrol(user):
    """The officer who looks at the pages also reports for an OPD, as nobody would in earnest."""
    PetugasRekapFactory(opd=Opd.objects.get(slug="dinas-kesehatan"), account=user)
    return user


def _issued(officer):
    """A report, its correction, a case that came late, and an approval that waits."""
    old = issue_without_typesetting(query="tahun=2026", by=officer)
    new = issue_without_typesetting(query="tahun=2026", replaces=old, by=officer)
    waiting = proposal("rekap-kecamatan")
    approval = approve(proposal=waiting, by=officer)
    request_approval(proposal=proposal("daftar-umkm"), by=officer)
    return {
        "issued report": new.get_absolute_url(),
        "replaced report": old.get_absolute_url(),
        "approved preview": approval.get_absolute_url(),
        "preview of a correction": reverse("laporan:correction", args=[new.code]),
        "paper that holds": new.verification_url,
        "paper replaced": old.verification_url,
        **_warned(officer),
    }


def _warned(officer):
    """A cooperative with its first letter, and one that may get it."""
    warned, late = KoperasiFactory(name="Koperasi Tanpa Rapat"), KoperasiFactory(name="Koperasi Terlambat")
    surat = warn_without_typesetting(warned, by=officer)
    return {
        "warnings of a cooperative": reverse("surat:warning", args=[warned.pk]),
        "letter to go out": reverse("surat:warning", args=[late.pk]),
        "letters to many": warnings_url([warned.pk, late.pk]),
        "check of a letter": surat.dokumen.verification_url,
    }


def _ending(usaha, officer):
    """A paper that the duty calendar calls about in this month, called about already."""
    paper = SertifikatFactory(
        usaha=usaha,
        jenis="pirt",
        number_on_paper="202720901012330",
        valid_until=timezone.localdate(),
        commitment_met_on=datetime.date(2025, 8, 1),
    )
    remind(jenis="pirt", record=paper, channel="telepon", by=officer)
    return paper


def _longest_names():
    """200 letters without a blank: the longest that a form takes, and the hardest to break."""
    name = "A" * 200
    usaha = UsahaFactory(name=name, pemilik=PemilikFactory(consents=CONSENTS), listed=True)
    koperasi = KoperasiFactory(name=name, listed=True)
    KeanggotaanFactory(koperasi=koperasi, usaha=usaha)
    produk = ProdukFactory(name=name, usaha=usaha, listed=True)
    records = {"long product": produk, "long seller": usaha, "long cooperative": koperasi}
    return {name: record.get_absolute_url() for name, record in records.items()}


def photo():
    output = io.BytesIO()
    Image.linear_gradient("L").resize((600, 600)).convert("RGB").save(output, "JPEG")
    return SimpleUploadedFile("foto.jpg", output.getvalue(), "image/jpeg")


def _sellers():
    desa = Desa.objects.get(name="Uentanaga Bawah")
    usaha = UsahaFactory(
        name="Dapur Sitti",
        pemilik=PemilikFactory(name="Sitti Contoh", with_nik=True, desa=desa, consents=CONSENTS),
        desa=desa,
        kegiatan_utama="Abon dan sambal ikan",
        description="Dapur di tepi teluk yang mengolah cakalang sejak pagi.",
        address="Jalan Contoh Nomor 1",
        latitude="-0.86897",
        longitude="121.58074",
        tahun_mulai=2015,
        photo=photo(),
        listed=True,
    )
    DataTahunanFactory(usaha=usaha)
    koperasi = KoperasiFactory(name="Koperasi Nelayan Contoh", desa=desa, listed=True)
    RapatAnggotaFactory(koperasi=koperasi)
    KeanggotaanFactory(koperasi=koperasi, usaha=usaha)
    # Every badge of the lists.
    UsahaFactory(name="Usaha Draf", desa=desa, is_draft=True)
    UsahaFactory(name="Usaha Menunggu", desa=desa)
    UsahaFactory(name="Usaha Terverifikasi", desa=desa, verified=True)
    return usaha, koperasi


def _products(usaha, koperasi):
    kategori = Kategori.objects.get(slug="makanan")
    shared = {"usaha": usaha, "kategori": kategori, "listed": True}
    made = [ProdukFactory(name="Abon Cakalang", description="Suwiran cakalang.", **shared)]
    made.append(ProdukFactory(name="Sambal Roa", is_available=False, **shared))
    first = Foto.objects.create(produk=made[0], image=photo(), alt="Abon dalam bungkus")
    for produk in made:
        # The same file again: only its making costs time.
        Foto.objects.create(produk=produk, image=first.image.name, position=1)
    made += [ProdukFactory(name=f"Keripik Pisang {n}", **shared) for n in range(A_PAGE_AND_MORE)]
    ProdukFactory(
        name="Minyak Kelapa",
        usaha=None,
        koperasi=koperasi,
        kategori=Kategori.objects.get(slug="kelapa"),
        listed=True,
    )
    return made


def _finished_with_paper(usaha):
    land, titled = (
        JenisFasilitasi.objects.get(slug="shat"),
        {"jenis": "shat", "usaha": usaha, "verified": True},
    )
    papers = [SertifikatFactory(number_on_paper=f"7209000000000{n}", **titled) for n in (1, 2)]
    case = FasilitasiFactory(jenis=land, usaha=usaha, finished=True, jumlah_unit=2, sertifikat=papers[0])
    case.sertifikat_lain.add(papers[1])
    return case


def _cases(usaha, officer):
    halal = JenisFasilitasi.objects.get(slug="halal")
    FasilitasiFactory(jenis=halal, usaha=usaha, finished=True)
    pirt = JenisFasilitasi.objects.get(slug="pirt")
    case = FasilitasiFactory(
        jenis=pirt,
        usaha=usaha,
        jumlah_unit=2,
        angkatan=AngkatanFactory(jenis=pirt, name="P-IRT Ratolindo", kuota=20),
    )
    ktp, nib = pirt.berkasjenis_set.all()[:2]
    BerkasFasilitasiFactory(fasilitasi=case, berkas=ktp, received_by=officer)
    BerkasFasilitasiFactory(
        fasilitasi=case,
        berkas=nib,
        received_by=officer,
        keadaan="perlu_perbaikan",
        notes="Halaman 2 belum ada.",
    )
    return move(
        fasilitasi=case,
        to=Status.PERLU_PERBAIKAN,
        on=case.applied_on,
        by=officer,
        notes="Label belum lengkap.",
    )


def _twins(usaha, officer):
    """A pair to decide, one told apart, one merged."""
    twin = UsahaFactory(name="Dapur Siti", desa=usaha.desa, pemilik__name="Siti Contoh", tahun_mulai=2016)
    DataTahunanFactory(usaha=twin, penjualan_tahunan=1_000_000)
    merge = merged(UsahaFactory(name="Kios Harapan"), UsahaFactory(name="Kios Harapan Baru"), by=officer)
    apart = UsahaFactory.create_batch(2, name="Warung Dua", desa=usaha.desa)
    actions.tell_apart(kind=kinds()["usaha"], first=apart[0].pk, second=apart[1].pk, by=officer)
    actions.ask_for_sweep(by=officer)
    return {
        "two records": reverse("duplicates:compare", args=["usaha", usaha.pk, twin.pk]),
        "merge": merge.get_absolute_url(),
        "undo": reverse("duplicates:undo", args=[merge.pk]),
    }


def _signatories():
    Kop.objects.create(
        line_1="PEMERINTAH KABUPATEN TOJO UNA-UNA",
        line_2="DINAS PERINDUSTRIAN DAN PERDAGANGAN",
        place="Ampana",
        valid_from=datetime.date(2020, 1, 1),
    )
    Pejabat.objects.create(
        name="Dra. KEPALA CONTOH, M.Si.",
        jabatan="Kepala Dinas Perindustrian dan Perdagangan",
        peran="kepala_dinas",
        valid_from=datetime.date(2020, 1, 1),
    )
