"""The demo's district as it stands in the database: valid, whole, and outside the article's years."""

import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.test import override_settings
from django.utils import timezone

from accounts.models import User
from accounts.roles import ROLES, VERIFIKATOR
from common.images import rendition_names
from duplicates.kind import kinds
from duplicates.models import Pair
from duplicates.sweeping import sweep
from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from koperasi.models import Keanggotaan, Koperasi, Pengurus, RapatAnggota
from laporan.models import Kop, Pejabat, Peran
from laporan.period import Period
from laporan.reports import REPORTS
from laporan.scope import Scope
from legalitas.models import Sertifikat
from pendaftaran.models import Pendaftaran
from produk.models import Foto, Produk
from rumah_usaha.demo.loading import district, photos
from rumah_usaha.demo.loading.accounts import OWNER
from rumah_usaha.demo.loading.times import given_times, moment
from rumah_usaha.demo.pictures import PLACE_MOTIFS, PRODUCT_MOTIFS
from rumah_usaha.demo.records import Picture
from umkm.models import DataTahunan, Pemilik, Persetujuan, Usaha
from wilayah.models import Kecamatan

LOADED = (
    User, Kop, Pejabat, Pemilik, Persetujuan, Usaha, DataTahunan, Koperasi, Pengurus, RapatAnggota, Keanggotaan,
    Produk, Foto, Sertifikat, Fasilitasi, LangkahFasilitasi,
)  # fmt: skip

# Passwords are hashed slowly on purpose, and nobody signs in here.
CHEAP = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole district, once for this file; one tiny picture stands for all."""
    folder = tmp_path_factory.mktemp("contoh")
    tiny = photos._draw(str(folder), 40, PRODUCT_MOTIFS[0], 1)
    keys = {(picture.motif, picture.seed) for picture in district.shown_pictures()}
    album = photos.Album(FileSystemStorage(folder), dict.fromkeys(keys, tiny))
    lines: list[str] = []
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media, **CHEAP), transaction.atomic():
        with connection.cursor() as cursor:
            # As the command does: loading takes longer than a page may.
            cursor.execute("SET LOCAL statement_timeout = 0")
        call_command("load_rekap_awal", stdout=io.StringIO())
        district.load(SimpleNamespace(finish=lambda progress: album), say=lines.append)
        yield lines
        transaction.set_rollback(True)


def counts():
    return {model.__name__: model.objects.count() for model in LOADED}


def relations(record):
    """Relations are the database's own to check, and a query each."""
    return [field.name for field in record._meta.fields if field.is_relation]


def test_the_district_has_the_size_that_is_promised():
    found = counts()
    assert 140 <= found["Usaha"] <= 165
    assert 380 <= found["Produk"] <= 440
    assert found["Koperasi"] == 20
    assert found["Fasilitasi"] > 150
    assert found["Sertifikat"] > 100
    assert all(found.values())


def test_progress_is_told_with_counts(loaded):
    assert any(re.search(r"\d+ pemilik dan \d+ usaha", line) for line in loaded)


def test_a_second_load_is_refused_and_changes_nothing():
    before = counts()
    with pytest.raises(CommandError, match="sudah berisi"):
        district.load(SimpleNamespace(finish=None), say=print)
    assert counts() == before


def test_the_district_knows_that_it_is_there():
    assert district.is_loaded()
    # The one who has signed nothing yet: whoever did stays on record.
    User.objects.get(username="admin").delete()
    assert not district.is_loaded()


@pytest.mark.parametrize("model", LOADED, ids=lambda model: model.__name__)
def test_every_record_would_pass_its_form(model):
    for record in model.objects.all():
        record.clean_fields(exclude=relations(record))
        record.clean()


@pytest.mark.parametrize("model", LOADED, ids=lambda model: model.__name__)
def test_a_sample_passes_the_whole_check(model):
    for record in model.objects.order_by("?")[:2]:
        record.full_clean()


def test_no_number_looks_odd_to_an_officer():
    odd = [
        f"{record}: {suspicion}"
        for model in (Pemilik, Koperasi, Produk, Sertifikat, Pejabat, RapatAnggota)
        for record in model.objects.all()
        for suspicion in record.suspicions()
    ]
    assert odd == []


def test_businesses_and_products_stand_in_all_kecamatan():
    kecamatan = set(Kecamatan.objects.all())
    assert len(kecamatan) == 12
    assert {usaha.desa.kecamatan for usaha in Usaha.objects.listed().with_place()} == kecamatan
    assert {produk.kecamatan for produk in Produk.objects.listed().select_related("kecamatan")} == kecamatan


def test_the_site_shows_most_of_it_and_the_officers_have_work_left():
    assert Usaha.objects.listed().count() >= 100
    assert Produk.objects.listed().count() >= 300
    assert Koperasi.objects.listed().exists()
    for model in (Usaha, Produk):
        assert model.objects.drafts().exists()
        assert model.objects.waiting().exists()
    assert Sertifikat.objects.waiting().exists()
    assert set(Fasilitasi.objects.values_list("status", flat=True)) == set(Status.values)


def test_a_business_without_consent_is_not_listed():
    assert not Usaha.objects.listed().exclude(
        pemilik__in=Persetujuan.objects.active().filter(purpose="katalog").values("pemilik")
    )


def test_every_nik_belongs_to_nobody():
    numbers = [pemilik.nik for pemilik in Pemilik.objects.all() if pemilik.nik]
    assert len(numbers) > 100
    assert all(number.startswith("720999") for number in numbers)


def test_the_desk_of_twins_has_pairs_to_show():
    for kind in kinds().values():
        sweep(kind, None)
    again = set(Usaha.objects.filter(slug__endswith="-lagi").values_list("pk", flat=True))
    assert len(again) == 4
    found = Pair.objects.filter(noun="usaha")
    assert again <= {*found.values_list("first", flat=True), *found.values_list("second", flat=True)}
    assert Pair.objects.filter(noun="pemilik").exists()


def test_no_case_lies_in_the_years_of_the_article():
    years = {case.applied_on.year for case in Fasilitasi.objects.all()}
    years |= {case.result_on.year for case in Fasilitasi.objects.exclude(result_on=None)}
    years |= set(LangkahFasilitasi.objects.values_list("happened_on__year", flat=True))
    assert years == {2024, 2025, 2026}


def test_the_recap_shows_the_articles_figures_untouched():
    table = REPORTS["rekap-fasilitasi"].build(Period.all(), Scope())
    labels = [column.label for column in table.columns]
    first, second = labels.index("2021"), labels.index("2022")
    found = {row[1]: (row[first], row[second]) for row in table if row[0] is not None}
    assert {name: figures for name, figures in found.items() if any(figures)} == {
        "Sertifikat halal": (5, 0),
        "NIK Koperasi": (3, 0),
        "Sertipikat tanah (SHAT)": (380, 193),
    }


def test_numbers_of_cases_run_without_a_gap_in_the_order_of_application():
    for year in (2024, 2025, 2026):
        cases = Fasilitasi.objects.filter(nomor__startswith=f"FAS-{year}-").order_by("nomor")
        assert [case.nomor for case in cases] == [f"FAS-{year}-{n:05d}" for n in range(1, len(cases) + 1)]
        assert [case.applied_on for case in cases] == sorted(case.applied_on for case in cases)


def test_a_finished_halal_case_has_its_certificate_naming_products():
    case = Fasilitasi.objects.finished().filter(jenis__slug="halal").first()
    assert case.sertifikat.jenis == "halal"
    assert case.sertifikat.issued_on == case.result_on
    assert case.sertifikat.produk.exists()


def test_the_steps_of_a_case_end_in_its_status():
    for case in Fasilitasi.objects.prefetch_related("langkahfasilitasi_set"):
        steps = list(case.langkahfasilitasi_set.all())
        assert (steps[0].status, steps[0].happened_on) == (Status.DIAJUKAN, case.applied_on)
        assert steps[-1].status == case.status


def test_records_are_as_old_as_their_story():
    for model in (Pemilik, Usaha, Produk, Sertifikat, Fasilitasi, LangkahFasilitasi):
        field = "recorded_at" if model is LangkahFasilitasi else "created_at"
        assert len(set(model.objects.values_list(f"{field}__year", flat=True))) >= 3


def test_nothing_is_verified_before_it_is_recorded_or_published_before_it_is_verified():
    for model in (Usaha, Koperasi, Produk):
        for record in model.objects.exclude(verified_at=None):
            assert record.created_at <= record.verified_at <= (record.published_at or record.verified_at)
            assert record.verified_by.groups.get().name == VERIFIKATOR


def test_the_size_class_of_each_business_is_computed():
    for usaha in Usaha.objects.filter(datatahunan__isnull=False).distinct():
        assert usaha.skala_terhitung
        assert usaha.skala_dasar


def test_the_audit_trail_names_the_officer_and_knows_one_version_of_each_record():
    events = apps.get_model("umkm", "UsahaEvent").objects.select_related("pgh_context")
    assert {event.pgh_label for event in events} == {"tambah"}
    petugas = User.objects.get(username="petugas").pk
    assert {event.pgh_context.metadata["user"] for event in events} == {petugas}


def test_one_account_stands_for_each_role():
    roles = {user.groups.get().name: user for user in User.objects.filter(is_staff=True)}
    assert roles.keys() == ROLES.keys()
    assert not any(user.is_superuser for user in roles.values())


def test_one_owner_signs_in_by_telephone_number_and_has_a_business_on_the_site():
    (owner,) = User.objects.exclude(pemilik=None)
    assert owner.username == OWNER.username
    assert not owner.has_office_rights
    assert Usaha.objects.looked_after_by(owner).listed().exists()


def test_registrations_wait_for_the_office():
    states = sorted(asked.progress for asked in Pendaftaran.objects.all())
    assert states == ["dikembalikan", "menunggu", "menunggu"]


def test_reports_of_any_year_find_their_signatories():
    def signing(peran, day):
        return Pejabat.objects.valid(at=day).get(peran=peran)

    assert Kop.objects.valid(at=date(2022, 7, 6)).exists()
    assert signing(Peran.KEPALA_BIDANG, date(2022, 7, 6)) == signing(Peran.KEPALA_BIDANG, date(2026, 7, 6))
    assert signing(Peran.KEPALA_DINAS, date(2022, 7, 6)) != signing(Peran.KEPALA_DINAS, date(2026, 7, 6))


def test_no_two_rows_share_a_file():
    names = [*Foto.objects.values_list("image", flat=True)]
    names += [*Usaha.objects.exclude(photo="").values_list("photo", flat=True)]
    names += [*Koperasi.objects.exclude(photo="").values_list("photo", flat=True)]
    assert len(names) == len(set(names)) > 400


def test_a_photo_that_is_replaced_leaves_the_others_alone():
    first, other = Foto.objects.order_by("pk")[:2]
    for name in (first.image.name, *rendition_names(first.image.name)):
        default_storage.delete(name)
    assert all(
        default_storage.exists(name) for name in (other.image.name, *rendition_names(other.image.name))
    )


def test_map_points_are_as_exact_as_the_column():
    usaha = Usaha.objects.exclude(latitude=None).first()
    assert usaha.latitude == usaha.latitude.quantize(Decimal("0.00001"))


def test_drawn_pictures_are_stored_with_their_renditions_in_several_processes(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wanted = [
        Picture(PRODUCT_MOTIFS[0], 1, "Abon"),
        Picture(PRODUCT_MOTIFS[0], 1),
        Picture(PLACE_MOTIFS[0], 2),
    ]
    told = []
    with photos.drawing(wanted, size=60, processes=2) as drawing:
        album = drawing.finish(lambda done, total: told.append((done, total)))
        photo = album.copy(wanted[0], "produk")
    assert told == [(1, 2), (2, 2)]
    assert re.fullmatch(r"produk/[0-9a-f]{2}/[0-9a-f]{32}\.jpg", photo.name)
    stored = {str(path.relative_to(tmp_path)) for path in Path(tmp_path).rglob("*") if path.is_file()}
    assert stored == {photo.name, *rendition_names(photo.name)}


def test_automatic_times_return_after_the_loading():
    with given_times(Usaha):
        assert not Usaha._meta.get_field("created_at").auto_now_add
    assert Usaha._meta.get_field("created_at").auto_now_add
    assert Usaha._meta.get_field("updated_at").auto_now


def test_moments_lie_in_office_hours():
    at = timezone.localtime(moment(date(2025, 3, 4), "usaha-001", later=2))
    assert at.date() == date(2025, 3, 4)
    assert 8 <= at.hour < 16
    assert isinstance(Usaha._meta.get_field("created_at"), models.DateTimeField)
