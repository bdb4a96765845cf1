"""Many cases finished by a sheet: every error at once, all rows or none, and taken back."""

import pytest
import time_machine

from fasilitasi.choices import BatasUlang, Status
from fasilitasi.models import Fasilitasi
from legalitas.models import Sertifikat
from spreadsheets.kinds import kinds_of
from tests.factories import (
    DesaFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
    UserFactory,
)
from tests.spreadsheets.lembar import check, messages_of, officer, received, rows_of, save, undone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
HEADER = ["Nomor fasilitasi", "Nomor sertifikat", "Tanggal hasil", "Alasan diberikan lagi"]


@pytest.fixture
def _today():
    with time_machine.travel("2026-11-24 12:00 +0800", tick=True):
        yield


@pytest.fixture
def shat():
    return JenisFasilitasiFactory(name="Tanah uji", sertifikat="shat")


def row(case, number="", day="24-11-2026", reason=""):
    nomor = case.nomor if isinstance(case, Fasilitasi) else case
    return dict(zip(HEADER, [nomor, number, day, reason], strict=True))


def title(number):
    return f"{72090000000000 + number}"


def checked(*rows, by=None):
    by = by or UserFactory(role="Verifikator")
    return check(received(list(rows), by=by, kind="hasil", header=HEADER), options={})


def test_a_sheet_finishes_its_cases_and_yields_their_certificates(shat):
    produk = ProdukFactory()
    halal = FasilitasiFactory(jenis=JenisFasilitasiFactory(sertifikat="halal"), usaha=produk.usaha)
    halal.produk.add(produk)
    cases = [FasilitasiFactory(jenis=shat) for _ in range(3)]
    rows = [row(case, title(number)) for number, case in enumerate(cases)]
    save(checked(*rows, row(halal, "ID72110000123450625")))
    assert Fasilitasi.objects.filter(status=Status.TERBIT).count() == 4
    assert Sertifikat.objects.verified().count() == 4
    halal.refresh_from_db()
    assert list(halal.sertifikat.produk.all()) == [produk]


def test_all_errors_are_told_at_once_and_nothing_is_written(shat):
    running, closed = FasilitasiFactory(jenis=shat), FasilitasiFactory(jenis=shat, finished=True)
    upload = checked(
        row("FAS-2026-99999", title(1)),
        row(closed, title(2)),
        row(running, title(3), day="25-11-2026"),
        row(FasilitasiFactory(jenis=shat), title(4), day=""),
        row(FasilitasiFactory(jenis=shat), "tanpa angka"),
    )
    told = " ".join(messages_of(upload))
    for words in (
        "tidak ditemukan",
        "tidak dapat menjadi",
        "masa depan",
        "Tanggal hasil kosong",
        "memuat angka",
    ):
        assert words in told
    assert all(each.state == "error" or each.problems for each in rows_of(upload))
    assert not Sertifikat.objects.exists()


def test_the_same_case_or_number_twice_is_refused(shat):
    one, two, three = (FasilitasiFactory(jenis=shat) for _ in range(3))
    told = messages_of(
        checked(row(one, title(1)), row(one, title(2)), row(two, title(1)), row(three, title(3)))
    )
    assert [text for text in told if "sudah ada di baris" in text] == [
        f"{one.nomor} sudah ada di baris 2 berkas yang sama.",
        "Nomor ini sudah ada di baris 2 berkas yang sama.",
    ]


def test_a_number_of_another_certificate_is_refused(shat):
    save(checked(row(FasilitasiFactory(jenis=shat), title(1))))
    told = messages_of(checked(row(FasilitasiFactory(jenis=shat), title(1))))
    assert "Nomor ini sudah tercatat pada sertifikat lain." in told


def test_guards_hold_in_a_sheet_too():
    jenis = JenisFasilitasiFactory(name="Bantuan uji", batas_ulang=BatasUlang.TAHUN, tolak_aparatur=True)
    usaha, servant = UsahaFactory(), UsahaFactory(pemilik=PemilikFactory(is_aparatur=True))
    FasilitasiFactory(jenis=jenis, usaha=usaha, finished=True)
    again, excluded = (
        FasilitasiFactory(jenis=jenis, usaha=usaha),
        FasilitasiFactory(jenis=jenis, usaha=servant),
    )
    told = " ".join(messages_of(checked(row(again), row(excluded))))
    assert "sudah diberikan" in told
    assert "ASN, TNI, dan Polri" in told
    save(checked(row(again, reason="Alat pertama rusak.")))
    again.refresh_from_db()
    assert again.alasan_ulang == "Alat pertama rusak."


def test_of_two_rows_for_one_applicant_the_second_is_the_second_grant():
    jenis, usaha = JenisFasilitasiFactory(batas_ulang="tahun"), UsahaFactory()
    first, second = (FasilitasiFactory(jenis=jenis, usaha=usaha) for _ in range(2))
    upload = checked(row(first), row(second))
    assert [each.state for each in rows_of(upload)] == ["berubah", "ditolak"]
    assert any(f"sudah diberikan ({first.nomor})" in text for text in messages_of(upload))


def test_the_same_sheet_twice_changes_nothing(shat):
    case = FasilitasiFactory(jenis=shat)
    save(checked(row(case, title(1))))
    assert [each.state for each in rows_of(checked(row(case, title(1))))] == ["sama"]


def test_a_sheet_is_taken_back_whole(shat):
    nib = JenisFasilitasiFactory(sertifikat="nib")
    one, two = FasilitasiFactory(jenis=shat), FasilitasiFactory(jenis=nib)
    upload = save(checked(row(one, title(1)), row(two, "1234567890123")))
    two.usaha.refresh_from_db()
    assert two.usaha.nib == "1234567890123"
    undone(upload)
    for case in (one, two):
        case.refresh_from_db()
        assert (case.status, case.result_on, case.sertifikat) == (Status.DIAJUKAN, None, None)
        assert not case.langkahfasilitasi_set.exists()
    two.usaha.refresh_from_db()
    assert two.usaha.nib == ""
    assert not Sertifikat.objects.exists()


def test_cases_of_another_kecamatan_are_not_found(shat):
    case, mine = FasilitasiFactory(jenis=shat), DesaFactory().kecamatan
    clerk = UserFactory(role="Verifikator")
    clerk.kecamatan.add(mine)
    assert f"Fasilitasi {case.nomor} tidak ditemukan." in messages_of(checked(row(case, title(1)), by=clerk))


def test_to_finish_by_a_sheet_is_the_verifiers():
    assert "hasil" not in [kind.slug for kind in kinds_of(officer())]
