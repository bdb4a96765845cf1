"""A case of several plots or products ends with a number for each: by the form, a sheet of results, an import."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from common.receipts import code_of
from fasilitasi import actions
from fasilitasi.models import Fasilitasi
from laporan.period import Period
from laporan.report import bare
from laporan.reports import daftar_penerima, rekap_fasilitasi
from laporan.scope import Scope
from legalitas.models import Sertifikat
from tests.factories import (
    FasilitasiFactory,
    JenisFasilitasiFactory,
    ProdukFactory,
    SertifikatFactory,
    UserFactory,
)
from tests.fasilitasi import lembar
from tests.kantor import filled, sign_in, url, words
from tests.spreadsheets.lembar import check, messages_of, received, save, undone

pytestmark = pytest.mark.django_db
NOUN = "fasilitasi_fasilitasi"
PLOTS = ["72090000000001", "72090000000002", "72090000000003"]
PIRT = ["202720901012331", "202720901022331"]
DAY = datetime.date(2026, 6, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


def kind(sertifikat, **fields):
    return JenisFasilitasiFactory(sertifikat=sertifikat, nomor_per_satuan=True, **fields)


@pytest.fixture
def land():
    jenis = kind("shat", name="Tanah uji", satuan="bidang")
    return FasilitasiFactory(jenis=jenis, jumlah_unit=3)


def finish(client, case, **changes):
    address = url(NOUN, "finish", case.pk)
    data = filled(client.get(address), result_on="10-06-2026", **changes)
    return client.post(address, data, follow=True)


def numbers_of(case):
    case.refresh_from_db()
    return [paper.number_on_paper for paper in case.papers]


def by_action(case, numbers, **more):
    told = [actions.Numbered(number) for number in numbers]
    return actions.finish(fasilitasi=case, by=UserFactory(), result_on=DAY, numbers=told, **more)


# --- the form ---------------------------------------------------------------------------------


def test_each_plot_gets_a_line_and_its_number(client, land):
    sign_in(client, "Verifikator")
    finish(client, land, number=PLOTS[0], number_2=PLOTS[1], number_3=PLOTS[2])
    assert numbers_of(land) == PLOTS
    assert Sertifikat.objects.verified().filter(issued_on=DAY).count() == 3
    page = client.get(url(NOUN, "change", land.pk)).content.decode()
    assert all(url("legalitas_sertifikat", "change", paper.pk) in page for paper in land.papers)


def test_fewer_numbers_than_plots_need_a_reason(client, land):
    sign_in(client, "Verifikator")
    asked = finish(client, land, number=PLOTS[0], number_2=PLOTS[1])
    assert "Baru 2 dari 3 nomor." in words(asked)
    client.post(
        url(NOUN, "finish", land.pk), filled(asked, notes="Bidang ketiga masih bersengketa.", is_checked="on")
    )
    assert numbers_of(land) == PLOTS[:2]
    assert land.langkahfasilitasi_set.get(status="terbit").notes == "Bidang ketiga masih bersengketa."


def test_a_number_twice_or_of_another_paper_is_refused_at_its_line(client, land):
    sign_in(client, "Verifikator")
    SertifikatFactory(jenis="shat", number_on_paper=PLOTS[2])
    asked = words(finish(client, land, number=PLOTS[0], number_2=PLOTS[0], number_3=PLOTS[2]))
    assert "bidang 2: Nomor ini sudah diisi di atas." in asked
    assert "bidang 3: Nomor ini sudah tercatat untuk jenis sertifikat yang sama." in asked
    assert numbers_of(land) == []


def test_each_mark_shows_on_the_product_that_its_number_is_for(client):
    sign_in(client, "Verifikator")
    chips = ProdukFactory()
    cake = ProdukFactory(usaha=chips.usaha)
    case = FasilitasiFactory(
        jenis=kind("pirt", satuan="produk", berlaku_tahun=5), usaha=chips.usaha, jumlah_unit=2
    )
    given = {"number": PIRT[0], "number_2": PIRT[1], "produk_1": cake.pk, "produk_2": chips.pk}
    finish(client, case, **given, valid_until="10-06-2031", is_checked="on")
    assert numbers_of(case) == PIRT
    marks = {each: [paper.number for paper in Sertifikat.objects.on_product(each)] for each in (chips, cake)}
    assert marks == {cake: [PIRT[0]], chips: [PIRT[1]]}
    assert set(case.produk.all()) == {chips, cake}


def test_a_case_of_one_plot_keeps_its_one_line(client):
    sign_in(client, "Verifikator")
    case = FasilitasiFactory(jenis=kind("shat", satuan="bidang"))
    assert "number_2" not in filled(client.get(url(NOUN, "finish", case.pk)))


def test_the_action_refuses_what_the_form_refuses(land):
    with pytest.raises(ValidationError, match="Baru 1 dari 3 nomor"):
        by_action(land, PLOTS[:1])
    with pytest.raises(ValidationError, match="ditulis dua kali"):
        by_action(land, [PLOTS[0], PLOTS[0]])
    with pytest.raises(ValidationError, match="Ada 4 nomor"):
        by_action(land, [*PLOTS, "72090000000009"])


def test_commitments_of_all_its_papers_are_met_together():
    jenis = kind("pirt", satuan="produk")
    last = jenis.tahapjenis_set.create(name="Komitmen dipenuhi", status="terbit", position=2)
    case = by_action(FasilitasiFactory(jenis=jenis, jumlah_unit=2), PIRT)
    day = datetime.date(2026, 8, 1)
    Fasilitasi.objects.filter(pk=case.pk).update(tahap=None)
    actions.move(fasilitasi=case, to="terbit", tahap=last, on=day, by=UserFactory())
    assert [paper.commitment_met_on for paper in Sertifikat.objects.all()] == [day, day]


# --- sheets -----------------------------------------------------------------------------------


def results(*rows):
    header = ["Nomor fasilitasi", "Nomor sertifikat", "Tanggal hasil", "Catatan"]
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    upload = received(lines, by=UserFactory(role="Verifikator"), kind="hasil", header=header)
    return check(upload, options={})


def test_a_cell_of_results_brings_all_numbers_and_takes_them_back(land):
    upload = save(results([land.nomor, "; ".join(PLOTS), "10-06-2026", ""]))
    assert numbers_of(land) == PLOTS
    undone(upload)
    land.refresh_from_db()
    assert (land.status, land.papers, Sertifikat.objects.count()) == ("diajukan", [], 0)


def test_a_cell_of_results_is_counted_too(land):
    other = FasilitasiFactory(jenis=land.jenis, jumlah_unit=2)
    told = " ".join(
        messages_of(
            results(
                [land.nomor, "; ".join(PLOTS[:2]), "10-06-2026", ""],
                [other.nomor, "; ".join([*PLOTS, "72090000000009"]), "10-06-2026", ""],
            )
        )
    )
    assert "Baru 2 dari 3 nomor." in told
    assert "Ada 4 nomor, padahal jumlah satuannya 2." in told
    assert "Nomor ini sudah ada di baris 2 berkas yang sama." in told
    save(results([land.nomor, "; ".join(PLOTS[:2]), "10-06-2026", "Satu bidang menyusul."]))
    assert numbers_of(land) == PLOTS[:2]


def imported(number, jumlah=""):
    row = lembar.recipient(
        Jenis_Fasilitasi="Sertipikat tanah (SHAT)", Nomor_Sertifikat=number, Jumlah_satuan=jumlah
    )
    return lembar.checked([row], extra=["Jumlah satuan"])


def test_an_import_of_recipients_brings_all_numbers_and_takes_them_back():
    upload = save(imported("; ".join(PLOTS)))
    (case,) = lembar.cases()
    assert (numbers_of(case), case.jumlah_unit) == (PLOTS, 3)
    assert Sertifikat.objects.verified().count() == 3
    assert lembar.states(imported("; ".join(PLOTS))) == ["sama"]
    undone(upload)
    assert not Fasilitasi.objects.exists()
    assert not Sertifikat.objects.exists()


def test_numbers_that_come_later_join_the_recorded_case():
    save(imported(PLOTS[0], "3"))
    save(imported("; ".join(PLOTS), "3"))
    (case,) = lembar.cases()
    assert numbers_of(case) == PLOTS


def test_an_import_with_more_numbers_than_plots_is_refused():
    assert "Ada 3 nomor, padahal jumlah satuannya 2." in " ".join(
        messages_of(imported("; ".join(PLOTS), "2"))
    )


# --- what is told -----------------------------------------------------------------------------


def test_reports_count_plots_and_people_and_lists_name_all_public_numbers(land):
    by_action(land, PLOTS)
    by_action(FasilitasiFactory(jenis=kind("pirt", name="P-IRT uji", satuan="produk"), jumlah_unit=2), PIRT)
    period, scope = Period.year(2026), Scope()
    report = daftar_penerima.build(period, scope)
    rows = {row[4]: row for row in report.rows()}
    assert (rows["Tanah uji"][5], rows["Tanah uji"][6]) == (3, "")
    assert rows["P-IRT uji"][6] == "; ".join(PIRT)
    assert "Tanah uji: 3 bidang milik 1 orang." in report.notes
    recap = {row[1]: bare(row[-1]) for row in rekap_fasilitasi.build(period, scope).rows}
    assert (recap["Tanah uji"], recap["P-IRT uji"]) == (3, 2)


def test_the_tracking_page_says_how_many_came_out_and_no_number(client, land):
    by_action(land, PLOTS)
    page = client.post("/lacak/", {"nomor": land.nomor, "kode": code_of(land.nomor)})
    told = words(page)
    assert "Yang terbit: 3 Sertipikat tanah (SHAT)." in told
    assert not any(number in told for number in PLOTS)


def test_a_kind_whose_number_stands_on_its_subject_numbers_no_units():
    jenis = JenisFasilitasiFactory.build(sertifikat="nib", nomor_per_satuan=True)
    with pytest.raises(ValidationError) as found:
        jenis.clean()
    assert "nomor_per_satuan" in found.value.message_dict
