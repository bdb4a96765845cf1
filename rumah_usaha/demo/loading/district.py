"""The whole invented district at once: all of it, or nothing."""

from collections.abc import Callable

import pghistory
from django.core.management.base import CommandError
from django.db import connection, transaction

from accounts.models import User
from accounts.roles import PEJABAT, PETUGAS, VERIFIKATOR
from common.uploads import undone_on_error
from fasilitasi.models import Angkatan, BerkasFasilitasi, Fasilitasi, LangkahFasilitasi
from kegiatan.models import Kegiatan, Kehadiran, Peserta
from koperasi.models import Koperasi, RapatAnggota
from legalitas.models import Sertifikat
from produk.models import Foto, Produk
from rumah_usaha.demo.businesses import businesses
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.loading import photos
from rumah_usaha.demo.loading.accounts import create_accounts, has_accounts
from rumah_usaha.demo.loading.belanja_asn import load_programme
from rumah_usaha.demo.loading.fasilitasi import load_cases
from rumah_usaha.demo.loading.kegiatan import load_events
from rumah_usaha.demo.loading.koperasi import load_cooperatives
from rumah_usaha.demo.loading.laporan import issue_reports, load_letterhead
from rumah_usaha.demo.loading.legalitas import load_certificates
from rumah_usaha.demo.loading.pendaftaran import load_owner_account, load_registrations
from rumah_usaha.demo.loading.produk import load_products
from rumah_usaha.demo.loading.rumah import load_house
from rumah_usaha.demo.loading.surat import write_letters
from rumah_usaha.demo.loading.target import load_targets
from rumah_usaha.demo.loading.times import given_times
from rumah_usaha.demo.loading.twins import load_second_registrations
from rumah_usaha.demo.loading.umkm import load_businesses, load_owners
from rumah_usaha.demo.products import pictures
from rumah_usaha.demo.records import Picture
from umkm.models import DataTahunan, Pemilik, Usaha
from wilayah.models import Desa

Say = Callable[[str], None]

_DATED = (
    Pemilik,
    Usaha,
    DataTahunan,
    Koperasi,
    RapatAnggota,
    Produk,
    Foto,
    Sertifikat,
    Fasilitasi,
    Angkatan,
    BerkasFasilitasi,
    LangkahFasilitasi,
    Kegiatan,
    Peserta,
    Kehadiran,
)
# A line of progress after so many pictures.
_PICTURES_A_LINE = 20


def is_loaded() -> bool:
    """Tell whether the district is there; a new database has no tables to ask."""
    return User._meta.db_table in connection.introspection.table_names() and has_accounts()


def refuse_if_in_use() -> None:
    """Raise where somebody works already, with or without the demo's own records."""
    tables = connection.introspection.table_names()
    if any(model.objects.exists() for model in (User, Pemilik, Koperasi) if model._meta.db_table in tables):
        raise CommandError(
            "Basis data ini sudah berisi pengguna atau data lain. Contoh hanya dimuat ke basis data kosong."
        )


def shown_pictures() -> list[Picture]:
    places = [business.picture for business in businesses()] + [entry.picture for entry in cooperatives()]
    return [*pictures(), *(picture for picture in places if picture)]


def load(drawing: photos.Drawing, *, say: Say) -> None:
    """Fill an empty portal with the district and its `shown_pictures`; refuse one that somebody works with."""
    refuse_if_in_use()

    def progress(done: int, total: int) -> None:
        if done % _PICTURES_A_LINE == 0 or done == total:
            say(f"Menggambar foto: {done} dari {total}.")

    album = drawing.finish(progress)
    with undone_on_error(), transaction.atomic():
        _write(album, say)
    with connection.cursor() as cursor:
        # Good plans need to know the rows that have just come.
        cursor.execute("ANALYZE")


def _write(album: photos.Album, say: Say) -> None:
    accounts = create_accounts()
    petugas, verifikator = accounts[PETUGAS], accounts[VERIFIKATOR]
    load_letterhead()
    # The audit trail names the officer who registered.
    with given_times(*_DATED), pghistory.context(user=petugas.pk, url="manage.py demo"):
        desa = Desa.objects.in_bulk(field_name="code")
        owners = load_owners(desa, petugas)
        usaha = load_businesses(owners, desa, album, verifikator)
        twins = load_second_registrations(desa, verifikator)
        say(f"Mencatat {len(owners) + twins} pemilik dan {len(usaha) + twins} usaha.")
        koperasi = load_cooperatives(usaha, desa, album, verifikator)
        produk = load_products(usaha, koperasi, album, verifikator)
        say(f"Mencatat {len(koperasi)} koperasi dan {len(produk)} produk.")
        sertifikat = load_certificates(usaha, koperasi, produk, verifikator)
        cases = load_cases(usaha, koperasi, produk, sertifikat, petugas)
        load_targets()
        load_events(usaha, desa, petugas, verifikator)
        say(f"Mencatat {len(sertifikat)} sertifikat dan {len(cases)} fasilitasi.")
        load_owner_account(usaha)
        registered = load_registrations(desa, petugas)
        say(f"Menerima {registered} pendaftaran usaha dari situs.")
    bought = load_programme(petugas)
    say(f"Mencatat {bought} belanja ASN.")
    guests, goods = load_house(produk, petugas, verifikator)
    say(f"Mencatat {guests} tamu dan {goods} barang di etalase.")
    issue_reports(accounts[PEJABAT], verifikator)
    letters = write_letters(accounts[PEJABAT])
    say(f"Menerbitkan dua laporan dan {letters} surat.")
