"""Who confirms and who does not; what the recap officer sees and nobody else; who has not reported."""

import datetime
import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from belanja_asn import actions
from belanja_asn.aturan import Bulan
from belanja_asn.models import AturanBelanja, Belanja, LaporanOpd
from tests.belanja import (
    AturanBelanjaFactory,
    BelanjaFactory,
    LaporanOpdFactory,
    OpdFactory,
    PetugasRekapFactory,
)
from tests.factories import UsahaFactory, UserFactory
from tests.kantor import sign_in, url, words

pytestmark = pytest.mark.django_db
NIP = "198503122010012003"
RECAP = reverse("belanja_asn:recap")
MINE = reverse("belanja_asn:purchases")


@pytest.fixture(autouse=True)
def _on_a_day_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        AturanBelanjaFactory(valid_from=datetime.date(2026, 9, 1))
        yield


def owner_of(usaha):
    usaha.pemilik.account = UserFactory()
    usaha.pemilik.save()
    return usaha.pemilik.account


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


# --- the seller ---------------------------------------------------------------------------------


def test_the_seller_confirms_what_was_bought_there():
    belanja = BelanjaFactory(pembeli="Sitti Rahma", nip=NIP)
    client = signed_in(owner_of(belanja.usaha))
    page = client.get(MINE).text
    assert "Rp75.000" in page
    assert "Sitti" not in page
    assert NIP not in page
    client.post(reverse("belanja_asn:decide", args=[belanja.pk]), {"keputusan": "ya"})
    belanja.refresh_from_db()
    assert (belanja.keadaan, belanja.decided_by) == ("dikonfirmasi", belanja.usaha.pemilik.account)


def test_the_seller_refuses_with_a_reason_and_never_without():
    belanja = BelanjaFactory()
    client = signed_in(owner_of(belanja.usaha))
    address = reverse("belanja_asn:decide", args=[belanja.pk])
    assert "Tulis alasan" in words(client.post(address, {"keputusan": "tolak"}, follow=True))
    client.post(address, {"keputusan": "tolak", "alasan": "Bukan nota kami."})
    belanja.refresh_from_db()
    assert (belanja.keadaan, belanja.notes) == ("ditolak", "Bukan nota kami.")


def test_another_owners_purchases_are_not_there():
    belanja = BelanjaFactory()
    belanja.nota.save("nota.jpg", __import__("io").BytesIO(b"uji"))
    client = signed_in(owner_of(UsahaFactory()))
    assert client.get(reverse("belanja_asn:nota", args=[belanja.pk])).status_code == 404
    assert client.post(reverse("belanja_asn:decide", args=[belanja.pk])).status_code == 404


def test_a_seller_who_seems_to_be_the_buyer_may_not_confirm():
    belanja = BelanjaFactory(pembeli="Hj. Sitti Rahma", usaha__pemilik__name="SITTI RAHMA")
    with pytest.raises(ValidationError, match="dikonfirmasi petugas dinas"):
        actions.confirm(belanja=belanja, by=owner_of(belanja.usaha))
    assert actions.confirm(belanja=belanja, by=UserFactory(role="Petugas")).keadaan == "dikonfirmasi"


def test_an_owner_who_is_a_civil_servant_confirms_no_purchase_of_nobody():
    belanja = BelanjaFactory(usaha__pemilik__is_aparatur=True)
    owner = owner_of(belanja.usaha)
    page = signed_in(owner).get(MINE).text
    assert "jadi dikonfirmasi petugas dinas" in page
    assert "Ya, benar<" not in page
    with pytest.raises(ValidationError, match="Pembelinya tidak disebut"):
        actions.confirm(belanja=belanja, by=owner)
    officer = UserFactory(role="Petugas")
    assert any("siapa yang belanja" in each for each in belanja.suspicions())
    assert actions.confirm(belanja=belanja, by=officer).keadaan == "dikonfirmasi"


def test_a_named_colleague_is_confirmed_by_an_owner_who_is_a_civil_servant():
    belanja = BelanjaFactory(usaha__pemilik__is_aparatur=True, pembeli="Ani Lestari")
    assert actions.confirm(belanja=belanja, by=owner_of(belanja.usaha)).keadaan == "dikonfirmasi"


def test_a_seller_states_that_the_buyer_is_somebody_else():
    belanja = BelanjaFactory()
    assert "bahwa pembelinya orang lain" in signed_in(owner_of(belanja.usaha)).get(MINE).text


def test_whoever_looks_after_the_business_does_not_record_what_was_bought_there():
    usaha = UsahaFactory()
    with pytest.raises(ValidationError, match="dicatat oleh orang lain"):
        actions.record(
            opd=OpdFactory(), seller=usaha, bought_on=datetime.date(2026, 11, 2), nilai=5, items=[],
            channel="rekap", by=owner_of(usaha),
        )  # fmt: skip


def test_an_officer_does_not_confirm_what_was_bought_at_the_own_business():
    officer = UserFactory(role="Petugas")
    belanja = BelanjaFactory(usaha__pemilik__account=officer)
    with pytest.raises(ValidationError, match="dikonfirmasi petugas lain"):
        actions.confirm(belanja=belanja, by=officer)
    assert actions.confirm(belanja=belanja, by=UserFactory(role="Petugas")).keadaan == "dikonfirmasi"


def test_nobody_decides_twice():
    belanja = BelanjaFactory(confirmed=True)
    with pytest.raises(ValidationError, match="sudah dikonfirmasi"):
        actions.refuse(belanja=belanja, by=UserFactory(role="Petugas"), notes="Keliru.")


def test_a_refused_receipt_that_was_told_again_stays_refused():
    usaha = UsahaFactory()
    first = BelanjaFactory(usaha=usaha, nomor_nota="12")
    actions.refuse(belanja=first, by=UserFactory(role="Petugas"), notes="Keliru.")
    BelanjaFactory(usaha=usaha, nomor_nota="12")
    with pytest.raises(ValidationError, match="sudah tercatat"):
        actions.reopen(belanja=first)


@pytest.mark.parametrize(
    "said",
    [
        {"nilai": 0},
        {"koperasi": None, "usaha": None},
        {"keadaan": "dikonfirmasi"},
        {"keadaan": "ditolak"},
    ],
)
def test_the_database_refuses_what_must_never_be(said):
    with pytest.raises(IntegrityError), transaction.atomic():
        BelanjaFactory(**said)


def test_two_rules_never_hold_at_once_and_hold_for_whole_months():
    with pytest.raises(IntegrityError), transaction.atomic():
        AturanBelanjaFactory(valid_from=datetime.date(2027, 1, 1))
    AturanBelanja.objects.update(valid_until=datetime.date(2026, 12, 31))
    for start, end in (
        (datetime.date(2027, 1, 2), None),
        (datetime.date(2027, 1, 1), datetime.date(2027, 2, 27)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            AturanBelanjaFactory(valid_from=start, valid_until=end)
    AturanBelanjaFactory(valid_from=datetime.date(2027, 1, 1), valid_until=datetime.date(2027, 2, 28))


def test_a_seller_whom_the_rule_leaves_out_is_refused():
    AturanBelanja.objects.update(syarat_penjual="tayang")
    with pytest.raises(ValidationError, match="tidak termasuk"):
        actions.record(
            opd=OpdFactory(), seller=UsahaFactory(), bought_on=datetime.date(2026, 11, 2), nilai=5, items=[],
            channel="rekap",
        )  # fmt: skip


# --- the recap officer --------------------------------------------------------------------------


@pytest.fixture
def officer():
    return PetugasRekapFactory(opd__name="Dinas Kesehatan", opd__slug="dinas-kesehatan", opd__asn=40)


def rows_of_form(*rows):
    data = {"baris-TOTAL_FORMS": str(max(len(rows), 1)), "baris-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"baris-{number}-{name}": value for name, value in row.items()}
    return data


def row(**said):
    return {
        "bought_on": "12-11-2026",
        "penjual": "Dapur Mekar",
        "barang": "2 kopi, 1 kue",
        "nilai": "75.000",
    } | said


def test_the_officer_sees_names_of_the_own_opd_and_of_no_other(officer):
    BelanjaFactory(opd=officer.opd, pembeli="Sitti Rahma", nip=NIP)
    other = BelanjaFactory(pembeli="Budi Lain")
    client = signed_in(officer.account)
    page = client.get(reverse("belanja_asn:month", args=[officer.opd.slug, "2026-11"])).text
    assert "Sitti Rahma" in page
    assert "19850312 201001 2 003" in page
    assert "Budi Lain" not in page
    assert client.get(reverse("belanja_asn:month", args=[other.opd.slug, "2026-11"])).status_code == 404
    assert client.get(reverse("belanja_asn:rows", args=[other.opd.slug])).status_code == 404


def test_whoever_no_longer_reports_for_it_is_shut_out(officer):
    officer.is_active = False
    officer.save()
    assert signed_in(officer.account).get(RECAP).status_code == 403


@pytest.mark.parametrize("month", ["2026-12", "2026-13", "abcd", "2026-1", "٢٠٢٦-١١", "99999-01", "0000-01"])
def test_a_month_that_cannot_be_is_not_there(officer, month):
    address = reverse("belanja_asn:month", args=[officer.opd.slug, month])
    assert signed_in(officer.account).get(address).status_code == 404


def test_several_purchases_are_recorded_at_once(officer):
    AturanBelanja.objects.update(identitas="nama")
    usaha = UsahaFactory(name="Dapur Mekar")
    client = signed_in(officer.account)
    address = reverse("belanja_asn:rows", args=[officer.opd.slug])
    data = rows_of_form(row(pembeli="Sitti"), row(pembeli="Budi", nomor_nota="7"), {"barang": ""})
    response = client.post(address, data)
    assert response["Location"] == reverse("belanja_asn:month", args=[officer.opd.slug, "2026-11"])
    found = list(Belanja.objects.order_by("pk"))
    assert [(each.pembeli, each.usaha, each.recorded_by) for each in found] == [
        ("Sitti", usaha, officer.account),
        ("Budi", usaha, officer.account),
    ]
    assert [item.jumlah for item in found[0].itembelanja_set.all()] == [2, 1]


def test_one_faulty_row_keeps_them_all_back_and_every_fault_is_told(officer):
    UsahaFactory(name="Dapur Mekar")
    client = signed_in(officer.account)
    data = rows_of_form(row(), row(penjual="Tidak Ada"), row(nilai="0"))
    page = client.post(reverse("belanja_asn:rows", args=[officer.opd.slug]), data).text
    assert "tidak ditemukan" in page
    assert "lebih dari nol" in page
    assert not Belanja.objects.exists()


def test_a_name_is_asked_of_every_row_where_the_rule_wants_one(officer):
    AturanBelanja.objects.update(identitas="nama")
    UsahaFactory(name="Dapur Mekar")
    client, address = signed_in(officer.account), reverse("belanja_asn:rows", args=[officer.opd.slug])
    asked = re.search(r"<label[^>]*>Nama ASN.*?</label>", client.get(address).text)[0]
    assert "tidak wajib" not in asked
    assert "meminta nama ASN" in client.post(address, rows_of_form(row())).text
    assert not Belanja.objects.exists()


def test_one_receipt_twice_on_one_form_is_seen(officer):
    UsahaFactory(name="Dapur Mekar")
    data = rows_of_form(row(nomor_nota="7"), row(nomor_nota="no. 7"))
    page = signed_in(officer.account).post(reverse("belanja_asn:rows", args=[officer.opd.slug]), data).text
    assert "sudah tercatat" in page
    assert not Belanja.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"baris-TOTAL_FORMS": "999999", "baris-INITIAL_FORMS": "0"},
        {"baris-TOTAL_FORMS": "x"},
        rows_of_form({}),
    ],
)
def test_a_broken_form_is_asked_again(officer, data):
    response = signed_in(officer.account).post(reverse("belanja_asn:rows", args=[officer.opd.slug]), data)
    assert response.status_code == 200


def test_a_month_is_reported_and_mended(officer):
    client = signed_in(officer.account)
    address = reverse("belanja_asn:month", args=[officer.opd.slug, "2026-10"])
    assert client.post(address, {"jumlah_ikut": "0", "nilai": "0"})["Location"] == RECAP
    assert "Melapor nihil" in words(client.get(RECAP))
    client.post(address, {"jumlah_ikut": "3", "nilai": "Rp 150.000"})
    laporan = LaporanOpd.objects.get()
    assert (laporan.jumlah_ikut, laporan.nilai, laporan.reported_by) == (3, 150_000, officer.account)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"jumlah_ikut": "41", "nilai": "0"}, "Lebih banyak daripada jumlah ASN (40)"),
        ({"jumlah_ikut": "0", "nilai": "5000"}, "isi juga jumlah ASN"),
        ({"jumlah_ikut": "-1", "nilai": "0"}, "tidak boleh negatif"),
        ({"jumlah_ikut": "", "nilai": ""}, "0 bila tidak ada"),
    ],
)
def test_a_report_that_cannot_be_is_explained(officer, data, told):
    address = reverse("belanja_asn:month", args=[officer.opd.slug, "2026-10"])
    assert told in signed_in(officer.account).post(address, data).text
    assert not LaporanOpd.objects.exists()


def test_before_the_programme_began_nothing_is_reported(officer):
    with pytest.raises(ValidationError, match="belum atau tidak lagi"):
        actions.report(opd=officer.opd, month=Bulan(2026, 8), jumlah_ikut=0, nilai=0, by=officer.account)


# --- the office ---------------------------------------------------------------------------------


def test_the_office_confirms_without_seeing_a_name(client):
    sign_in(client, "Petugas")
    belanja = BelanjaFactory(pembeli="Sitti Rahma", nip=NIP)
    page = client.get(url("belanja_asn_belanja", "change", belanja.pk)).text
    assert "Sitti" not in page
    assert NIP not in page
    client.post(url("belanja_asn_belanja", "state", belanja.pk), {"deed": "confirm"})
    belanja.refresh_from_db()
    assert belanja.keadaan == "dikonfirmasi"


def test_what_is_odd_stands_before_whoever_confirms(client):
    sign_in(client, "Petugas")
    belanja = BelanjaFactory(pembeli="Sitti Rahma", usaha__pemilik__name="Sitti Rahma")
    BelanjaFactory(opd=belanja.opd, usaha=belanja.usaha, pembeli="Sitti Rahma")
    page = words(client.get(url("belanja_asn_belanja", "change", belanja.pk)))
    assert "tampak sama dengan pemilik usaha" in page
    assert "nilai yang sama sudah tercatat" in page


def test_an_officer_of_one_kecamatan_sees_the_sellers_there(client):
    belanja, other = BelanjaFactory(), BelanjaFactory()
    sign_in(client, "Petugas", kecamatan=[belanja.usaha.desa.kecamatan])
    assert client.get(url("belanja_asn_belanja", "change", belanja.pk)).status_code == 200
    assert client.get(url("belanja_asn_belanja", "change", other.pk)).status_code == 404


def test_whoever_has_not_reported_gets_a_message_ready_to_send(client):
    sign_in(client, "Petugas")
    OpdFactory(name="Dinas Diam", contact="Ibu Ani", phone="081234567890")
    LaporanOpdFactory(opd=OpdFactory(name="Dinas Nihil"), bulan=datetime.date(2026, 10, 1))
    page = client.get(reverse("belanja_asn:reminders"), {"bulan": "2026-10"}).text
    assert "Yth. Ibu Ani" in page
    assert "https://wa.me/6281234567890?text=" in page
    assert "Dinas Nihil" not in page
    assert "1 belum melapor, 1 sudah" in page


@pytest.mark.parametrize("month", ["", "x", "2031-01", "2020-01", "\x00"])
def test_reminders_open_on_the_month_that_closed(client, month):
    sign_in(client, "Petugas")
    assert "Oktober 2026" in words(client.get(reverse("belanja_asn:reminders"), {"bulan": month}))
