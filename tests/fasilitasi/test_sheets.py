"""Lists of recipients become cases with their steps and papers, as the admin's own pages would make them."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.factories import (
    FasilitasiFactory,
    KoperasiFactory,
    PemilikFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.fasilitasi.lembar import (
    RECIPIENT,
    cases,
    check,
    checked,
    jenis,
    messages_of,
    nik,
    recipient,
    rows_of,
    saved,
    states,
    verifier,
)
from tests.spreadsheets.berkas import xlsx
from umkm.models import Pemilik, Usaha
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db
JULY = datetime.date(2022, 7, 6)


def desa():
    return Desa.objects.get(name="Uentanaga Bawah")


def told(upload, text):
    return any(text in message for message in messages_of(upload))


# --- finished ---------------------------------------------------------------------------------


def test_a_row_of_the_report_becomes_a_finished_case():
    upload = saved([recipient(1)])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    (case,) = cases()
    assert (case.jenis.slug, case.status, case.result_on) == ("halal", Status.TERBIT, JULY)
    assert (case.usaha.name, case.usaha.pemilik.name) == (
        recipient(1)["Nama Usaha"],
        recipient(1)["Pemilik"],
    )
    assert case.usaha.desa == desa()


def test_its_steps_are_dated_and_signed():
    by = verifier()
    saved([recipient(1)], by=by)
    (case,) = cases()
    steps = [(step.status, step.happened_on, step.recorded_by) for step in case.langkahfasilitasi_set.all()]
    assert steps == [(Status.DIAJUKAN, JULY, by), (Status.TERBIT, JULY, by)]
    assert (case.petugas, case.nomor, case.lembaga_penerbit) == (by, "FAS-2022-00001", "BPJPH")


def test_its_paper_is_as_the_finish_makes_it():
    by = verifier()
    saved([recipient(1)], by=by)
    paper = Sertifikat.objects.get()
    assert paper == cases()[0].sertifikat
    assert (paper.jenis, paper.number, paper.issued_on) == ("halal", "ID72110000000001", JULY)
    assert (paper.verified_by, paper.penerbit) == (by, "BPJPH")


def test_numbers_of_cases_go_on_where_the_year_stands():
    case = FasilitasiFactory(applied_on=datetime.date(2022, 1, 3))
    saved([recipient(1), recipient(2, **{"Tanggal/Tahun": "2-3-2021"}), recipient(3)])
    numbers = [each.nomor for each in cases() if each != case]
    assert (case.nomor, numbers) == ("FAS-2022-00001", ["FAS-2022-00002", "FAS-2021-00001", "FAS-2022-00003"])


def test_a_number_that_cannot_be_one_is_refused_and_an_odd_one_is_said():
    upload = checked(
        [recipient(1, Nomor_Sertifikat="belum tahu pasti"), recipient(2, Nomor_Sertifikat="ID12")]
    )
    assert states(upload) == ["ditolak", "baru"]
    assert told(upload, "Nomor harus memuat angka")
    assert told(upload, "seharusnya ID diikuti")


def test_a_paper_cannot_end_before_it_begins():
    upload = checked([recipient(1) | {"Berlaku sampai": "1-1-2020"}], extra=["Berlaku sampai"])
    assert told(upload, "Tanggal akhir tidak boleh mendahului tanggal hasil.")


def test_the_end_of_validity_is_kept():
    row = recipient(1) | {"Berlaku sampai": "1-1-2027", "Jenis Fasilitasi": "P-IRT"}
    saved([row | {"Nomor Sertifikat": "2027209010123-27"}], extra=["Berlaku sampai"])
    assert Sertifikat.objects.get().valid_until == datetime.date(2027, 1, 1)


def test_a_missing_number_is_said_and_the_case_is_finished_all_the_same():
    upload = saved([recipient(1, Nomor_Sertifikat="-")])
    assert told(upload, "Nomor sertifikat halal belum diisi.")
    assert cases()[0].sertifikat.number == ""


def test_plots_are_counted_and_their_number_stays_covered():
    row = recipient(1, Nomor_Sertifikat="12345678901234", Jenis_Fasilitasi="SHAT") | {"Bidang": "3"}
    upload = checked([row], extra=["Bidang"])
    assert "12345678901234" not in str([upload.sheets, rows_of(upload)[0].values])
    saved([row], extra=["Bidang"])
    (case,) = cases()
    assert (case.jenis.slug, case.jumlah_unit, case.sertifikat.number) == ("shat", 3, "12345678901234")


def test_a_nib_goes_to_the_business():
    saved([recipient(1, Jenis_Fasilitasi="NIB", Nomor_Sertifikat="0220001234567")])
    (case,) = cases()
    assert (case.usaha.nib, case.sertifikat.number, case.sertifikat.number_on_paper) == (
        "0220001234567",
        "0220001234567",
        "",
    )


def test_another_nib_than_the_registered_one_is_refused():
    saved([recipient(1)])
    Usaha.objects.update(nib="1111111111111")
    upload = checked([recipient(1, Jenis_Fasilitasi="NIB", Nomor_Sertifikat="0220001234567")])
    assert states(upload) == ["ditolak"]


def test_a_kind_without_a_paper_gets_none():
    saved([recipient(1, Jenis_Fasilitasi="Kemasan dan label", Nomor_Sertifikat="")])
    assert cases()[0].sertifikat is None


# --- running ----------------------------------------------------------------------------------


def running(number=1, **changes):
    changes = {"Tanggal/Tahun": "", "Nomor_Sertifikat": ""} | changes
    return recipient(number, **changes) | {"Tanggal permohonan": "2 Maret 2022", "Status": "proses"} | changes


def test_a_row_without_result_becomes_a_running_case():
    saved([running()], extra=["Status", "Tanggal permohonan"])
    (case,) = cases()
    assert (case.status, case.applied_on, case.result_on) == (
        Status.DIPROSES,
        datetime.date(2022, 3, 2),
        None,
    )
    assert case.langkahfasilitasi_set.count() == 2
    assert not Sertifikat.objects.exists()


def test_a_row_without_status_and_result_is_what_the_clerk_said():
    row = recipient(1, **{"Tanggal/Tahun": "", "Nomor_Sertifikat": ""})
    assert rows_of(checked([row], tahun=2022, tanpa_status="berjalan"))[0].caption.endswith(
        "diajukan 31 Desember 2022"
    )
    assert rows_of(checked([row], tahun=2022))[0].caption.endswith("hasil 31 Desember 2022")


def test_a_refusal_needs_its_reason_as_on_the_page():
    upload = checked([running(Status="ditolak")], extra=["Status", "Tanggal permohonan"])
    assert states(upload) == ["ditolak"]
    saved(
        [running(Status="ditolak", Keterangan="Bahan baku tidak jelas")],
        extra=["Status", "Tanggal permohonan"],
    )
    assert cases()[0].langkahfasilitasi_set.last().notes == "Bahan baku tidak jelas"


def test_a_result_beside_a_running_status_is_refused():
    upload = checked([running(**{"Tanggal/Tahun": "2022"})], extra=["Status", "Tanggal permohonan"])
    assert told(upload, "Tanggal hasil terisi, padahal statusnya")


def test_finishing_needs_the_right_to_finish():
    by = UserFactory(role="Petugas")
    upload = checked([recipient(1), running(2)], by=by, extra=["Status", "Tanggal permohonan"])
    assert states(upload) == ["ditolak", "baru"]
    assert told(upload, "Akun Anda belum boleh menyelesaikan fasilitasi.")


@pytest.fixture
def titled():
    """A list below these titles, checked; its row tells no day."""

    def check_below(titles):
        row = recipient(1, **{"Tanggal/Tahun": "", "Nomor_Sertifikat": ""})
        content = xlsx([*([text] for text in titles), RECIPIENT, list(row.values())])
        file = SimpleUploadedFile("daftar.xlsx", content)
        return check(actions.receive(kind=kinds()["penerima"], file=file, by=verifier()))

    return check_below


# --- when -------------------------------------------------------------------------------------


def test_a_year_alone_counts_at_its_end_and_is_said():
    upload = saved([recipient(1, **{"Tanggal/Tahun": "2022"})])
    assert cases()[0].result_on == datetime.date(2022, 12, 31)
    assert told(upload, "Hanya tahun 2022 yang diketahui (dari kolom tanggal)")


def test_a_year_of_the_titles_is_said_and_a_budget_year_stands_apart(titled):
    upload = titled(["DAFTAR PENERIMA TAHUN 2022", "TAHUN ANGGARAN 2021"])
    assert rows_of(upload)[0].caption.endswith("hasil 31 Desember 2022")
    assert told(upload, "dari judul atau nama lembar")
    assert told(upload, "Tahun anggaran 2021 diambil dari judul lembar.")


def test_a_budget_year_alone_is_no_year_of_a_result(titled):
    upload = titled(["DAFTAR PENERIMA TAHUN ANGGARAN 2021"])
    assert states(upload) == ["ditolak"]
    assert told(upload, "Judul lembar hanya menyebut tahun anggaran 2021.")


def test_two_years_in_the_titles_are_not_chosen_from(titled):
    assert told(titled(["PENERIMA 2021", "KEADAAN TAHUN 2022"]), "beberapa tahun: 2021, 2022")


def test_a_result_of_another_year_than_asked_is_refused():
    assert states(checked([recipient(1)], tahun=2023)) == ["ditolak"]


def test_a_day_to_come_is_refused():
    assert told(
        checked([recipient(1, **{"Tanggal/Tahun": "1-1-2099"})]), "Tanggal tidak boleh di masa depan."
    )


# --- whose ------------------------------------------------------------------------------------


def test_a_registered_business_is_found_by_name_owner_and_desa():
    usaha = UsahaFactory(name="UD. DAPUR BUDI AMRAN", pemilik__name="Hj. Budi Amran", desa=desa())
    saved([recipient(1, Nama_Usaha="Dapur Budi Amran", Pemilik="Budi Amran")])
    assert [case.usaha for case in cases()] == [usaha]
    assert Usaha.objects.count() == 1


def test_by_its_nib():
    usaha = UsahaFactory(name="Dapur Amran", nib="1234567890123", pemilik__name=recipient(1)["Pemilik"])
    row = recipient(1, Nama_Usaha="Dapur Amran") | {"NIB": "1234567890123"}
    saved([row], extra=["NIB"])
    assert cases()[0].usaha == usaha


def test_a_registered_owner_by_the_nik_ktp():
    owner = PemilikFactory(name=recipient(1)["Pemilik"], nik=nik(1))
    saved([recipient(1) | {"NIK": nik(1)}], extra=["NIK"])
    assert cases()[0].usaha.pemilik == owner


def test_what_resembles_is_left_to_the_clerk():
    UsahaFactory(name="Dapur Budi Amran", pemilik__name="Orang Lain", desa=desa())
    assert states(checked([recipient(1, Nama_Usaha="Dapur Budi Amren")])) == ["kembar"]


def test_what_is_registered_is_filled_and_not_overwritten():
    saved([recipient(1)])
    Pemilik.objects.update(phone="+6281234567890")
    row = recipient(1, **{"Tanggal/Tahun": "2023", "Nomor_Sertifikat": "ID72110000000099"})
    upload = saved([row | {"No HP": "081299998888", "L/P": "P"}], extra=["No HP", "L/P"])
    owner = Pemilik.objects.get()
    assert (owner.phone, owner.jenis_kelamin) == ("+6281234567890", "P")
    assert told(upload, "Berbeda dari data yang terdaftar, jadi tidak diubah: pemilik nomor HP/WhatsApp.")


def test_rows_of_one_new_business_share_it():
    saved([recipient(1), recipient(1, Jenis_Fasilitasi="P-IRT", Nomor_Sertifikat="")])
    assert (Usaha.objects.count(), Fasilitasi.objects.count()) == (1, 2)


def test_a_business_without_a_desa_is_not_registered_twice():
    row = recipient(1, **{"Desa/Kel.,_Kecamatan": ""})
    saved([row])
    assert states(checked([row])) == ["sama"]
    again = checked([recipient(1, **{"Desa/Kel.,_Kecamatan": "", "Tanggal/Tahun": "2023"})])
    assert rows_of(again)[0].twin["model"] == "fasilitasi.Fasilitasi"


# --- cooperatives -----------------------------------------------------------------------------


def koperasi_row(**changes):
    values = {
        "Nama_Usaha": "Koperasi Nelayan Togean", "Pemilik": "", "Jenis_Fasilitasi": "NIK Koperasi",
        "Nomor_Sertifikat": "7209000000017",
    }  # fmt: skip
    return recipient(1, **(values | changes))


def test_a_registered_cooperative_is_found_and_gets_its_number():
    koperasi = KoperasiFactory(name="Kop. Nelayan Togean", desa=desa())
    saved([koperasi_row()])
    (case,) = cases()
    assert (case.koperasi, case.sertifikat.number) == (koperasi, "7209000000017")


def test_an_unknown_cooperative_is_registered_as_a_draft():
    upload = saved([koperasi_row()])
    koperasi = Koperasi.objects.get()
    assert (koperasi.is_draft, koperasi.nik_koperasi, koperasi.desa) == (True, "7209000000017", desa())
    assert told(upload, "Koperasi dicatat sebagai draf")


def test_the_nik_koperasi_of_another_cooperative_is_left_to_the_clerk():
    KoperasiFactory(name="Koperasi Tani Makmur", nik_koperasi="7209000000017", desa=desa())
    upload = checked([koperasi_row()])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["may_be_new"] is False


def test_a_kind_for_both_knows_a_cooperative_by_its_name():
    saved([koperasi_row(Jenis_Fasilitasi="Pameran dan bazar", Nomor_Sertifikat="")])
    assert cases()[0].koperasi is not None


def test_a_kind_for_businesses_takes_no_cooperative():
    row = koperasi_row(Jenis_Fasilitasi="Sertifikat halal", Nomor_Sertifikat="") | {
        "Jenis pemohon": "Koperasi"
    }
    assert told(checked([row], extra=["Jenis pemohon"]), "Sertifikat halal hanya untuk usaha.")


# --- the officer's kecamatan ------------------------------------------------------------------


def test_rows_outside_the_officers_kecamatan_are_refused():
    by = verifier(kecamatan=[Kecamatan.objects.get(name="Togean")])
    upload = checked([recipient(1), koperasi_row()], by=by)
    assert states(upload) == ["ditolak", "ditolak"]


def test_a_business_elsewhere_is_not_named():
    usaha = UsahaFactory(name="Dapur Rahasia", pemilik__nik=nik(1), pemilik__name="Rahasia Orang")
    SertifikatFactory(usaha=usaha, jenis="halal", number_on_paper=recipient(1)["Nomor Sertifikat"])
    by = verifier(kecamatan=[Kecamatan.objects.get(name="Ratolindo")])
    upload = checked([recipient(1) | {"NIK": nik(1)}], extra=["NIK"], by=by)
    assert states(upload) == ["ditolak"]
    assert "Rahasia" not in str([(row.twin, row.problems) for row in rows_of(upload)])


def test_the_kind_is_asked_or_told():
    row = recipient(1, Jenis_Fasilitasi="")
    assert told(checked([row]), "Jenis fasilitasi tidak diketahui.")
    assert states(checked([row], jenis="halal")) == ["baru"]
    assert told(checked([recipient(1)], jenis="pirt"), f"padahal Anda memilih {jenis('pirt')}")
