"""A report is previewed, approved and issued; from then on nothing of it moves."""

import datetime
import io
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, transaction
from pypdf import PdfReader

from accounts.models import UnduhanDataPribadi
from laporan.actions import FiguresChanged, approve, publish
from laporan.models import DokumenTerbit, Kop, LaporanTerbit, Pejabat, PersetujuanTerbit
from laporan.pdf import RenderingFailed
from tests.factories import DesaFactory, FasilitasiFactory, KecamatanFactory, UsahaFactory, UserFactory
from tests.kantor import query_count, sign_in, words
from tests.terbitan import issue_report, issue_without_typesetting, proposal, year

pytestmark = pytest.mark.django_db
QUARTER = "tahun=2026&triwulan=2"


@pytest.fixture(autouse=True)
def _at_the_end_of_the_year(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


def finish(on=datetime.date(2026, 5, 4), **kwargs):
    return FasilitasiFactory(finished=True, applied_on=on, result_on=on, **kwargs)


def in_kecamatan(kecamatan):
    return finish(usaha=UsahaFactory(desa=DesaFactory(kecamatan=kecamatan)))


@pytest.fixture
def official(client):
    return sign_in(client, "Pejabat")


def post_approval(client, address, **data):
    page = client.get(address)
    digest = page.context["proposal"].digest
    return client.post(page.context["approve_url"], {"digest": digest, **data}, follow=True)


# --- the way to a number ------------------------------------------------------------------------


def test_an_official_approves_a_preview_and_issues_it(client, official):
    finish()
    page = post_approval(client, f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}")
    assert "Angka pada pratinjau ini disetujui" in words(page)
    approval = PersetujuanTerbit.objects.get()
    page = client.post(f"/laporan/persetujuan/{approval.pk}/terbitkan/", follow=True)
    dokumen = DokumenTerbit.objects.get()
    assert (dokumen.nomor, dokumen.number, dokumen.issued_by) == ("LAP-2026-0001", 1, official)
    assert page.redirect_chain[-1][0] == dokumen.get_absolute_url()
    assert "Laporan terbit dengan nomor LAP-2026-0001" in words(page)


def test_the_paper_bears_number_code_and_the_way_to_check_it():
    finish()
    dokumen = issue_report(query=QUARTER)
    text = " ".join(PdfReader(io.BytesIO(dokumen.file)).pages[0].extract_text().split())
    assert "Nomor: LAP-2026-0001" in text
    assert f"kode {dokumen.spaced_code}" in text
    assert "/verifikasi/" in text
    assert "RANCANGAN" not in text


def test_a_draft_says_that_it_is_one_and_bears_no_number(client, official):
    response = client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}&format=pdf")
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert "RANCANGAN" in text
    assert "LAP-" not in text


def test_numbers_have_no_gaps_though_a_paper_failed():
    issue_without_typesetting(query=year(2025))
    with (
        patch("laporan.terbit.proposal.render_pdf", side_effect=RenderingFailed),
        pytest.raises(RenderingFailed),
    ):
        issue_report(query=year(2024))
    assert issue_without_typesetting(query=year(2023)).nomor == "LAP-2026-0002"


def test_numbers_begin_again_with_the_year(time_machine):
    issue_without_typesetting(query=year(2025))
    # Still the old year in Greenwich.
    time_machine.move_to(datetime.datetime(2026, 12, 31, 16, 30, tzinfo=datetime.UTC))
    assert issue_without_typesetting(query=year(2024)).nomor == "LAP-2027-0001"


def test_issuing_twice_yields_one_paper():
    offered, official = proposal(query=QUARTER), UserFactory(role="Pejabat")
    approval = approve(proposal=offered, by=official)
    with patch("laporan.terbit.proposal.render_pdf", return_value=b"%PDF-1.7"):
        first, second = (publish(approval=approval, proposal=offered, by=official) for _ in range(2))
    assert first == second
    assert DokumenTerbit.objects.count() == 1


def test_approving_twice_is_one_approval():
    offered = proposal(query=QUARTER)
    assert approve(proposal=offered, by=UserFactory()) == approve(proposal=offered, by=UserFactory())


def test_figures_that_changed_since_the_approval_are_not_issued(client, official):
    approval = approve(proposal=proposal(query=QUARTER), by=official)
    finish()
    page = client.post(f"/laporan/persetujuan/{approval.pk}/terbitkan/", follow=True)
    assert "Angkanya berubah sejak pratinjau ini disetujui" in words(page)
    assert page.context["proposal"].digest != approval.digest
    assert not DokumenTerbit.objects.exists()


def test_figures_that_changed_since_the_preview_are_not_approved(client, official):
    page = client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}")
    stale = page.context["proposal"].digest
    finish()
    page = client.post(page.context["approve_url"], {"digest": stale}, follow=True)
    assert "Angkanya berubah sejak pratinjau ini dibuka" in words(page)
    assert not PersetujuanTerbit.objects.exists()


def test_another_signatory_takes_another_approval():
    approval = approve(proposal=proposal(query=QUARTER), by=UserFactory())
    Pejabat.objects.create(
        name="Uji, S.E.", jabatan="Kepala", peran="kepala_dinas", valid_from=datetime.date(2020, 1, 1)
    )
    with pytest.raises(FiguresChanged):
        publish(approval=approval, proposal=proposal(query=QUARTER), by=UserFactory())


def test_one_report_is_issued_once_and_then_corrected():
    dokumen = issue_without_typesetting(query=QUARTER)
    finish()
    with pytest.raises(ValidationError, match=f"sudah terbit sebagai {dokumen.nomor}"):
        issue_without_typesetting(query=QUARTER)


def test_the_database_itself_refuses_a_second_first_version():
    dokumen = issue_without_typesetting(query=QUARTER)
    dokumen.pk, dokumen.code, dokumen.number = None, "2222233333", 2
    with pytest.raises(IntegrityError), transaction.atomic():
        dokumen.save(force_insert=True)


@pytest.mark.parametrize("query", ["", "tahun=2026", "dari=2027-01-01&sampai=2027-02-01"])
def test_a_time_that_is_not_over_gets_a_warning(client, official, query):
    page = client.get(f"/laporan/rekap-fasilitasi/terbitan/?{query}")
    assert "Yang dibekukan adalah keadaan hari ini" in words(page) or "masih dapat berubah" in words(page)


def test_a_time_that_is_over_gets_none(client, official):
    Pejabat.objects.bulk_create(
        Pejabat(name="Uji", jabatan="Kepala", peran=peran, valid_from=datetime.date(2020, 1, 1))
        for peran in ("kepala_dinas", "kepala_bidang")
    )
    assert client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}").context["proposal"].warnings == []


def test_who_will_be_missing_on_the_paper_is_said_before(client, official):
    page = words(client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}"))
    assert "Tidak ada kepala dinas dan kepala bidang yang tercatat menjabat" in page


def test_an_unfinished_time_may_be_issued_again_on_another_day(time_machine):
    first = issue_without_typesetting("keragaan-koperasi", "")
    time_machine.shift(datetime.timedelta(days=30))
    second = issue_without_typesetting("keragaan-koperasi", "")
    assert (first.version, second.version) == (1, 1)


def test_a_verifier_issues_what_an_official_approved_but_does_not_approve(client):
    sign_in(client, "Verifikator")
    page = client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}")
    assert "menunggu persetujuan pejabat" in words(page)
    assert client.post(page.context["approve_url"]).status_code == 403
    approve(proposal=proposal(query=QUARTER), by=UserFactory(role="Pejabat"))
    assert "Terbitkan" in words(client.get(f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}"))


def test_a_report_too_long_for_paper_is_not_issued(client, official):
    with patch("laporan.terbit.frozen.ROW_LIMIT", 1):
        page = client.get(f"/laporan/rekap-kecamatan/terbitan/?{QUARTER}", follow=True)
    assert "Persempit saringannya" in words(page)


# --- nothing moves any more ----------------------------------------------------------------------


def test_a_reprint_after_late_data_is_the_same_to_the_byte_in_five_years(client, official, time_machine):
    finish()
    dokumen = issue_report(query=QUARTER)
    first = client.get(f"{dokumen.get_absolute_url()}?format=pdf").content
    finish(jumlah_unit=7)
    Pejabat.objects.create(
        name="Baru, S.E.", jabatan="Kepala", peran="kepala_dinas", valid_from=datetime.date(2020, 1, 1)
    )
    Kop.objects.create(line_1="BARU", line_2="BARU", place="Baru", valid_from=datetime.date(2027, 1, 1))
    time_machine.move_to(datetime.datetime(2031, 11, 28, 9, 0, tzinfo=datetime.UTC))
    sign_in(client, "Pejabat")
    assert client.get(f"{dokumen.get_absolute_url()}?format=pdf").content == first
    assert first == bytes(dokumen.pdf)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_sheets_are_made_from_the_frozen_figures(client, official, kind):
    def sheet():
        return client.get(f"{dokumen.get_absolute_url()}?format={kind}").getvalue()

    finish()
    dokumen = issue_without_typesetting(query=QUARTER)
    first = sheet()
    finish(jumlah_unit=7)
    assert sheet() == first


@pytest.mark.parametrize("model", [DokumenTerbit, LaporanTerbit, PersetujuanTerbit])
@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_what_was_issued(model, deed):
    issue_without_typesetting()
    changes = {
        DokumenTerbit: {"title": "x"},
        LaporanTerbit: {"slug": "x"},
        PersetujuanTerbit: {"digest": "x"},
    }
    rows = model.objects.all()
    with pytest.raises(Error, match="Cannot update or delete"), transaction.atomic():
        rows.update(**changes[model]) if deed == "update" else rows._raw_delete(rows.db)


def test_a_file_that_lost_its_bytes_is_not_handed_out(client, official):
    dokumen = issue_without_typesetting()
    with patch.object(DokumenTerbit, "file", property(lambda self: _damaged())):
        page = client.get(f"{dokumen.get_absolute_url()}?format=pdf", follow=True)
    assert "tidak lagi sama dengan yang diterbitkan" in words(page)


def _damaged():
    from laporan.models.terbit import DamagedFile

    raise DamagedFile("LAP")


def test_bytes_are_held_against_their_fingerprint():
    from laporan.models.terbit import DamagedFile

    with pytest.raises(DamagedFile):
        DokumenTerbit(nomor="LAP", pdf=b"x", sha256="0" * 64).file  # noqa: B018


def test_the_page_says_by_how_much_today_would_differ(client, official):
    finish()
    dokumen = issue_without_typesetting(query=QUARTER)
    page = words(client.get(dokumen.get_absolute_url()))
    assert "Tidak ada perbedaan" in page
    finish(jumlah_unit=7)
    found = client.get(dokumen.get_absolute_url()).context["difference"]
    assert ("1", "8", "+7") in [(total.then, total.now, total.change) for total in found.totals]


# --- corrections ---------------------------------------------------------------------------------


def test_a_correction_names_the_old_and_why_and_the_old_says_it_was_replaced(client, official):
    finish()
    old = issue_without_typesetting(query=QUARTER)
    finish()
    page = post_approval(client, f"/laporan/terbit/{old.code}/perbaikan/", reason="Satu sertifikat terlambat")
    approval = PersetujuanTerbit.objects.get(replaces=old)
    client.post(f"/laporan/persetujuan/{approval.pk}/terbitkan/")
    new = DokumenTerbit.objects.get(version=2)
    assert (new.nomor, new.replaces, new.reason) == ("LAP-2026-0002", old, "Satu sertifikat terlambat")
    text = PdfReader(io.BytesIO(new.file)).pages[0].extract_text()
    assert f"Perbaikan atas {old.nomor}: Satu sertifikat terlambat" in text
    page = words(client.get(old.get_absolute_url()))
    assert f"sudah digantikan oleh {new.nomor}" in page
    assert "Terbitkan perbaikan" not in page


def test_a_correction_without_a_reason_is_refused(client, official):
    old = issue_without_typesetting(query=QUARTER)
    page = post_approval(client, f"/laporan/terbit/{old.code}/perbaikan/", reason=" ")
    assert page.status_code == 422
    assert "Tulis apa yang diperbaiki" in words(page)


def test_a_version_is_corrected_once():
    old = issue_without_typesetting(query=QUARTER)
    issue_without_typesetting(query=QUARTER, replaces=old)
    with pytest.raises(ValidationError, match="sudah terbit sebagai LAP-2026-0002"):
        issue_without_typesetting(query=QUARTER, replaces=old)


def test_the_correction_of_a_replaced_version_leads_to_the_old_page(client, official):
    old = issue_without_typesetting(query=QUARTER)
    issue_without_typesetting(query=QUARTER, replaces=old)
    response = client.get(f"/laporan/terbit/{old.code}/perbaikan/")
    assert response["Location"] == old.get_absolute_url()


# --- who sees what -------------------------------------------------------------------------------


def test_an_officer_of_one_kecamatan_freezes_only_that(client):
    here, there = KecamatanFactory(name="Sini"), KecamatanFactory(name="Sana")
    in_kecamatan(here)
    in_kecamatan(there)
    sign_in(client, "Pejabat", kecamatan=[here])
    page = client.get(f"/laporan/daftar-penerima/terbitan/?{QUARTER}")
    assert "Kecamatan Sini" in words(page)
    offered = page.context["proposal"]
    assert (offered.reach, len(offered.content["rows"])) == ([here.code], 1)


def test_an_officer_of_one_kecamatan_finds_no_other_paper(client):
    here, there = KecamatanFactory(), KecamatanFactory()
    own = issue_without_typesetting(query=f"{QUARTER}&kecamatan={here.code}")
    others = [
        issue_without_typesetting(query=f"{QUARTER}&kecamatan={there.code}"),
        issue_without_typesetting(query=QUARTER),
    ]
    sign_in(client, "Pejabat", kecamatan=[here])
    assert [*client.get("/laporan/terbit/").context["page"].object_list] == [own]
    assert client.get(own.get_absolute_url()).status_code == 200
    assert [client.get(other.get_absolute_url()).status_code for other in others] == [404, 404]


def test_an_approval_elsewhere_is_not_found(client):
    approval = approve(proposal=proposal(query=QUARTER), by=UserFactory())
    sign_in(client, "Pejabat", kecamatan=[KecamatanFactory()])
    assert client.post(f"/laporan/persetujuan/{approval.pk}/terbitkan/").status_code == 404


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_files_that_name_persons_are_put_on_record(client, official, kind):
    finish()
    dokumen = issue_without_typesetting("daftar-penerima", QUARTER)
    response = client.get(f"{dokumen.get_absolute_url()}?format={kind}")
    assert b"".join(response) if response.streaming else response.content
    (record,) = UnduhanDataPribadi.objects.all()
    assert (record.row_count, record.file_format) == (1, kind)


# --- the list ------------------------------------------------------------------------------------


def test_the_list_is_searched_by_number_kind_and_year(client, official):
    recap = issue_without_typesetting(query=QUARTER)
    places = issue_without_typesetting("rekap-kecamatan", QUARTER)

    def found(**query):
        return [*client.get("/laporan/terbit/", query).context["page"].object_list]

    assert found() == [places, recap]
    assert found(q="0001") == [recap]
    assert found(jenis="rekap-kecamatan") == [places]
    assert found(tahun="2025") == found()
    assert found(q="tidak ada") == []


def test_what_is_approved_and_not_issued_waits_on_the_list(client, official):
    approval = approve(proposal=proposal(query=QUARTER), by=official)
    assert [*client.get("/laporan/terbit/").context["waiting"]] == [approval]
    assert client.get(approval.get_absolute_url()).context["approval"] == approval
    issue_without_typesetting(query=QUARTER)
    assert [*client.get("/laporan/terbit/").context["waiting"]] == []


def test_the_list_costs_the_same_with_many(client, official):
    issue_without_typesetting(query=QUARTER)
    one = query_count(client, "/laporan/terbit/")
    for past in range(2020, 2025):
        old = issue_without_typesetting(query=year(past))
        issue_without_typesetting(query=year(past), replaces=old)
    assert query_count(client, "/laporan/terbit/") == one
