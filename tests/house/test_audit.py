"""The audit trail misses nothing, names who did it, and cannot be rewritten."""

import pghistory
import pytest
from django.apps import apps
from django.db import Error, transaction
from django.test import Client
from django.urls import reverse
from pghistory.core import event_models

from tests.factories import KecamatanFactory, UserFactory
from tests.house.records import one_of_each
from tests.house.repository import PACKAGES, our_models, refuse
from umkm.models import Pemilik

# Loaded from files by commands, derived by triggers or searches, counted without a person behind each number, or
# themselves a trail that the database protects.
UNTRACKED = {
    "produk.Word",
    "wilayah.Kecamatan",
    "wilayah.Desa",
    "umkm.Kbli",
    "umkm.BatasSkala",
    "produk.Kategori",
    "umkm.PembukaanNik",
    "fasilitasi.PembukaanBerkas",
    "pesanan.KlikPesan",
    "pesanan.KunjunganHalaman",
    "spreadsheets.ImportRow",
    "duplicates.Pair",
    "laporan.DokumenTerbit",
    "laporan.PersetujuanTerbit",
    "laporan.LaporanTerbit",
    "surat.Surat",
    "surat.PenerimaSurat",
    "surat.SertifikatHadir",
    "etalase.MutasiTitipan",
    "pengumuman.Terbaca",
}
PEMILIK_EVENT = apps.get_model("umkm.PemilikEvent")
ALL = {"insert", "update", "delete"}


def operations() -> dict[str, set[str]]:
    """What is written down about each table, by the triggers that do it."""
    found: dict[str, set[str]] = {}
    for event in event_models(include_missing_pgh_obj=True):
        table = event.pgh_tracked_model._meta.db_table
        found.setdefault(table, set()).update(
            str(tracker.operation).lower() for tracker in event.pgh_trackers
        )
    return found


def test_every_change_of_every_record_is_written_down():
    tracked = operations()
    refuse(
        f"{model._meta.label}: {sorted(ALL - tracked.get(model._meta.db_table, set()))}"
        for model in our_models()
        if model._meta.label not in UNTRACKED and not tracked.get(model._meta.db_table, set()) >= ALL
    )


def test_what_ties_records_together_is_written_down():
    """Django makes these tables itself: rows come and go, they never change."""
    tracked = operations()
    ties = [
        relation.remote_field.through
        for model in [*our_models(), apps.get_model("auth.Group")]
        for relation in model._meta.local_many_to_many
        if relation.remote_field.through._meta.auto_created
    ]
    assert ties
    refuse(
        tie._meta.label for tie in ties if not {"insert", "delete"} <= tracked.get(tie._meta.db_table, set())
    )


def test_nothing_is_excused_that_no_longer_exists():
    assert {model._meta.label for model in our_models()} >= UNTRACKED


def test_the_database_itself_holds_the_triggers(db):
    """A migration may be forgotten; `pgtrigger` compares what is declared with what is installed."""
    from pgtrigger import core, registry

    missing = [
        f"{model._meta.label}: {trigger.name}"
        for model, trigger in registry.registered()
        if model._meta.app_label in PACKAGES and trigger.get_installation_status(model)[0] != core.INSTALLED
    ]
    refuse(missing)


EVENTS = [event for event in event_models(include_missing_pgh_obj=True) if event._meta.app_label in PACKAGES]


@pytest.fixture
def trail(db, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": None},
        }
    }
    return one_of_each(KecamatanFactory())


def test_no_row_of_the_trail_can_be_changed_or_deleted(trail):
    soft = []
    for event in EVENTS:
        row = event.objects.first()
        if row is None:
            continue
        for attempt in (lambda rows: rows.update(pgh_label="palsu"), lambda rows: rows._raw_delete(rows.db)):
            try:
                with transaction.atomic():
                    attempt(event.objects.filter(pk=row.pk))
            except Error:
                continue
            soft.append(event._meta.label)
    refuse(soft)


def test_the_trail_has_rows_to_try_it_on(trail):
    assert sum(event.objects.exists() for event in EVENTS) > 10


def test_a_change_through_the_staff_door_names_who_and_from_where(trail):
    officer = UserFactory(is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(officer)
    response = client.post(
        reverse("admin:umkm_pemilik_add"), {"name": "Budi Uji", "jenis_kelamin": "L", "saluran": "formulir"}
    )
    assert response.status_code == 302, response.context["errors"]
    event = PEMILIK_EVENT.objects.filter(name="Budi Uji", pgh_label="tambah").get()
    assert event.pgh_context.metadata["user"] == officer.pk
    assert event.pgh_context.metadata["url"] == reverse("admin:umkm_pemilik_add")


def test_insert_update_and_delete_leave_three_rows(trail):
    owner = Pemilik.objects.create(name="Awal")
    Pemilik.objects.filter(pk=owner.pk).update(name="Akhir")
    Pemilik.objects.filter(pk=owner.pk).delete()
    rows = PEMILIK_EVENT.objects.filter(pgh_obj_id=owner.pk).order_by("pgh_id")
    assert list(rows.values_list("pgh_label", "name")) == [
        ("tambah", "Awal"),
        ("ubah", "Akhir"),
        ("hapus", "Akhir"),
    ]


def test_the_trail_copies_the_token_and_never_the_number(trail):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT nik FROM umkm_pemilikevent WHERE nik <> ''")
        tokens = [row[0] for row in cursor.fetchall()]
    assert tokens
    assert not any("7209" in token[:20] and token.isdigit() for token in tokens)


def test_a_password_is_nobodys_history(trail):
    columns = {field.name for event in EVENTS for field in event._meta.fields}
    assert not {"password", "last_login", "nik_index"} & columns


def test_a_reason_can_be_given(trail):
    with pghistory.context(reason="Koreksi nama"):
        owner = Pemilik.objects.create(name="Dengan alasan")
    assert owner.events.get().pgh_context.metadata["reason"] == "Koreksi nama"
