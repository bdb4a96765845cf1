from datetime import date

import pytest
from django.http import QueryDict

from laporan.forms import FilterForm
from laporan.period import Period
from laporan.scope import Scope


def form(query=""):
    return FilterForm(
        QueryDict(query),
        years=range(2026, 2019, -1),
        default_year=2026,
        kecamatan=[("72.09.01", "Una-Una")],
        jenis=[("halal", "Sertifikasi Halal")],
    )


@pytest.mark.parametrize(
    ("query", "period"),
    [
        ("", Period.year(2026)),
        ("kecamatan=72.09.01", Period.year(2026)),
        ("tahun=2022", Period.year(2022)),
        ("tahun=2022&triwulan=3", Period.quarter(2022, 3)),
        ("tahun=2022&triwulan=s2", Period.semester(2022, 2)),
        ("tahun=", Period.all()),
        ("dari=1/1/2022&sampai=31-3-2022", Period.between(date(2022, 1, 1), date(2022, 3, 31))),
        ("tahun=2026&dari=6 Juli 2022", Period.between(date(2022, 7, 6), None)),
        ("tahun=2026&triwulan=1&sampai=2022-07-06", Period.between(None, date(2022, 7, 6))),
    ],
)
def test_the_period_is_read_from_the_address(query, period):
    assert form(query).period == period


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("tahun=1066", "tahun", "Tahun ini tidak ada."),
        ("tahun=2022&triwulan=9", "triwulan", "Bagian tahun ini tidak dikenal."),
        ("tahun=&triwulan=2", "tahun", "Pilih tahunnya untuk melihat satu bagian tahun."),
        (
            "dari=kemarin",
            "dari",
            "Tanggal tidak dikenali. Tulis misalnya 06-07-2022 atau 6 Juli 2022.",
        ),
        (
            "dari=07-07-2022&sampai=06-07-2022",
            "sampai",
            "Tanggal akhir mendahului tanggal awal. Tukar kedua tanggal itu.",
        ),
        ("kecamatan=1", "kecamatan", "Kecamatan ini tidak dikenal."),
        ("jenis=x", "jenis", "Jenis ini tidak dikenal."),
    ],
)
def test_what_is_not_understood_is_explained_at_its_field(query, field, message):
    assert form(query).errors == {field: [message]}


def test_a_faulty_form_falls_back_to_the_default_year():
    faulty = form("tahun=1066&kecamatan=72.09.01")

    assert (faulty.period, faulty.scope) == (Period.year(2026), Scope())


def test_the_scope_carries_the_labels_for_the_title():
    scope = form("kecamatan=72.09.01&jenis=halal").scope

    assert scope == Scope("72.09.01", "Una-Una", "halal", "Sertifikasi Halal")
    assert scope.subtitles == ("Jenis: Sertifikasi Halal", "Kecamatan Una-Una")


def test_a_choice_that_offers_nothing_is_not_asked():
    bare = FilterForm(QueryDict(), years=[2026], default_year=2026)

    assert list(bare.fields) == ["tahun", "triwulan", "dari", "sampai"]
    assert bare.scope == Scope()


def test_a_file_is_named_after_what_it_holds():
    scope = Scope("72.09.01", "Una-Una", "halal", "Sertifikasi Halal")

    assert (
        scope.file_name("rekap-fasilitasi", Period.year(2022))
        == "rekap-fasilitasi-sertifikasi-halal-una-una-2022"
    )
    assert Scope().file_name("rekap-fasilitasi", Period.year(2022)) == "rekap-fasilitasi-2022"
