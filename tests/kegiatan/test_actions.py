"""Places, the queue behind them, who came, and what comes of it."""

import datetime
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from fasilitasi.choices import Status, UntukSiapa
from kegiatan import actions
from kegiatan.models import Kehadiran, Peserta
from legalitas.choices import JenisSertifikat
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import (
    AngkatanFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    PemilikFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kegiatan.conftest import NOW

pytestmark = pytest.mark.django_db
TENTH = datetime.date(2026, 12, 10)
AT_THE_DOOR = datetime.datetime.fromisoformat("2026-12-10T09:20:00+08:00")


def signed_up(kegiatan, usaha=None, **more):
    usaha = usaha or UsahaFactory()
    return actions.sign_up(kegiatan=kegiatan, usaha=usaha, by=UserFactory(), **more)


def statuses(kegiatan):
    return list(kegiatan.peserta_set.values_list("status", flat=True))


# --- places ----------------------------------------------------------------------------------------


def test_places_are_given_in_order_and_the_others_wait():
    kegiatan = KegiatanFactory(listed=True, kuota=2)
    for _ in range(3):
        signed_up(kegiatan)
    assert statuses(kegiatan) == ["terdaftar", "terdaftar", "menunggu"]


def test_without_a_number_of_places_nobody_waits():
    kegiatan = KegiatanFactory(listed=True)
    assert {signed_up(kegiatan).status for _ in range(3)} == {"terdaftar"}


def test_whoever_cancels_gives_the_place_to_the_first_who_waits(clock):
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    first, second, third = (signed_up(kegiatan) for _ in range(3))
    actions.cancel(peserta=first, by=UserFactory())
    for peserta in (first, second, third):
        peserta.refresh_from_db()
    assert (first.status, second.status, third.status) == ("batal", "terdaftar", "menunggu")


def test_whoever_comes_back_stands_at_the_end(clock):
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    _, second, third = (signed_up(kegiatan) for _ in range(3))
    actions.cancel(peserta=second, by=UserFactory())
    clock.shift(60)
    again = signed_up(kegiatan, usaha=second.usaha)
    assert again.pk == second.pk
    assert list(kegiatan.peserta_set.waiting()) == [third, again]


def test_cancelling_twice_is_cancelling_once():
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    first, *_ = [signed_up(kegiatan) for _ in range(3)]
    for _ in range(2):
        actions.cancel(peserta=first, by=UserFactory())
    assert sorted(statuses(kegiatan)) == ["batal", "menunggu", "terdaftar"]


def test_nobody_overtakes_those_who_wait():
    """A place may be free for a moment: whoever comes new does not take it."""
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    signed_up(kegiatan)
    waiting = signed_up(kegiatan)
    kegiatan.kuota = 2
    kegiatan.save()
    newcomer = signed_up(kegiatan)
    assert (waiting.status, newcomer.status) == ("menunggu", "menunggu")
    assert actions.fill_places(kegiatan=kegiatan) == [waiting]


def test_a_business_signs_up_once():
    kegiatan = KegiatanFactory(listed=True)
    usaha = UsahaFactory()
    signed_up(kegiatan, usaha=usaha)
    with pytest.raises(ValidationError, match="sudah tercatat"):
        signed_up(kegiatan, usaha=usaha)
    with pytest.raises(IntegrityError), transaction.atomic():
        PesertaFactory(kegiatan=kegiatan, usaha=usaha)


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once():
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    businesses, by = UsahaFactory.create_batch(6), UserFactory()
    gate = threading.Barrier(len(businesses))

    def join(usaha):
        try:
            gate.wait()
            actions.sign_up(kegiatan=kegiatan, usaha=usaha, by=by)
        finally:
            connection.close()

    threads = [threading.Thread(target=join, args=[usaha]) for usaha in businesses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses(kegiatan)) == ["menunggu"] * 5 + ["terdaftar"]


@pytest.mark.django_db(transaction=True)
def test_a_place_given_back_twice_at_once_moves_one_up():
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    first, *_ = [signed_up(kegiatan) for _ in range(4)]
    by, gate = UserFactory(), threading.Barrier(4)

    def leave():
        try:
            gate.wait()
            actions.cancel(peserta=first, by=by)
        finally:
            connection.close()

    threads = [threading.Thread(target=leave) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses(kegiatan)) == ["batal", "menunggu", "menunggu", "terdaftar"]


# --- who may -----------------------------------------------------------------------------------------


def test_sign_up_ends_when_the_event_begins(clock):
    clock.move_to(datetime.datetime.fromisoformat("2026-12-10T09:00:00+08:00"))
    with pytest.raises(ValidationError, match="sudah dimulai"):
        signed_up(KegiatanFactory(listed=True))


def test_a_business_of_another_field_or_kecamatan_does_not_sign_up():
    usaha = UsahaFactory(bidang_usaha="jasa")
    other = UsahaFactory().desa.kecamatan
    for kegiatan in (
        KegiatanFactory(listed=True, bidang_usaha="kerajinan"),
        KegiatanFactory(listed=True, kecamatan=other),
    ):
        with pytest.raises(ValidationError, match="untuk"):
            signed_up(kegiatan, usaha=usaha)


def test_owners_do_not_sign_up_where_the_office_invites():
    with pytest.raises(ValidationError, match="lewat petugas"):
        signed_up(KegiatanFactory(listed=True, is_open_to_owners=False))


def test_the_office_writes_down_who_comes_to_the_door(clock):
    clock.move_to(AT_THE_DOOR)
    kegiatan = KegiatanFactory(verified=True)
    guest = Peserta(kegiatan=kegiatan, name="Budi Uji", instansi="Bank Uji")
    assert actions.register(peserta=guest, by=UserFactory()).status == "terdaftar"
    with pytest.raises(ValidationError, match="sudah tercatat"):
        actions.register(peserta=Peserta(kegiatan=kegiatan, name="Budi Uji"), by=UserFactory())


def test_several_people_come_for_one_cooperative():
    koperasi, kegiatan = KoperasiFactory(), KegiatanFactory(verified=True)
    for name in ("Ani Uji", "Budi Uji"):
        peserta = Peserta(kegiatan=kegiatan, koperasi=koperasi, name=name)
        actions.register(peserta=peserta, by=UserFactory())
    assert kegiatan.taken() == 2


@pytest.mark.parametrize("subject", ["both", "nobody"])
def test_a_participant_is_one_somebody(subject):
    koperasi = KoperasiFactory()
    wrong = (
        {"usaha": UsahaFactory(), "koperasi": koperasi, "name": "Ani Uji"}
        if subject == "both"
        else {"koperasi": koperasi}
    )
    with pytest.raises(ValidationError):
        actions.register(peserta=Peserta(kegiatan=KegiatanFactory(), **wrong), by=UserFactory())


def test_what_is_called_off_takes_nobody_until_it_is_held_after_all():
    kegiatan = KegiatanFactory(listed=True)
    actions.call_off(kegiatan=kegiatan, by=UserFactory())
    with pytest.raises(ValidationError, match="dibatalkan"):
        signed_up(kegiatan)
    actions.hold_again(kegiatan=kegiatan, by=UserFactory())
    assert signed_up(kegiatan).is_registered


# --- who came ------------------------------------------------------------------------------------


def test_a_participant_checks_in_once_a_day(clock):
    peserta = PesertaFactory()
    clock.move_to(AT_THE_DOOR)
    for _ in range(2):
        actions.check_in(peserta=peserta)
    assert list(Kehadiran.objects.values_list("happened_on", "officer")) == [(TENTH, None)]


def test_nobody_checks_in_on_another_day():
    with pytest.raises(ValidationError, match="bukan hari kegiatan"):
        actions.check_in(peserta=PesertaFactory())


def test_who_waits_does_not_check_in_but_the_office_may_give_the_empty_chair(clock):
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    signed_up(kegiatan)
    waiting = signed_up(kegiatan)
    clock.move_to(AT_THE_DOOR)
    with pytest.raises(ValidationError, match="meja pendaftaran"):
        actions.check_in(peserta=waiting)
    actions.note_day(kegiatan=kegiatan, on=TENTH, shown=[waiting.pk], came=[waiting.pk], by=UserFactory())
    waiting.refresh_from_db()
    assert waiting.is_registered


def test_the_office_ticks_and_unticks_only_those_it_was_shown(clock):
    kegiatan = KegiatanFactory(listed=True)
    here, gone, unseen = (signed_up(kegiatan) for _ in range(3))
    clock.move_to(AT_THE_DOOR)
    for each in (gone, unseen):
        actions.check_in(peserta=each)
    noted = actions.note_day(
        kegiatan=kegiatan, on=TENTH, shown=[here.pk, gone.pk], came=[here.pk], by=UserFactory()
    )
    assert noted == 2
    assert set(kegiatan.peserta_set.came()) == {here, unseen}


def test_a_day_that_has_not_come_is_not_noted():
    kegiatan = KegiatanFactory(listed=True)
    with pytest.raises(ValidationError, match="belum tiba"):
        actions.note_day(kegiatan=kegiatan, on=TENTH, shown=[], came=[], by=UserFactory())


def test_whoever_came_is_not_cancelled(clock):
    peserta = PesertaFactory()
    clock.move_to(AT_THE_DOOR)
    actions.check_in(peserta=peserta)
    with pytest.raises(ValidationError, match="sudah tercatat hadir"):
        actions.cancel(peserta=peserta, by=UserFactory())


def test_sales_are_noted_at_bazaars_once_they_have_begun(clock):
    training, bazaar = PesertaFactory(), PesertaFactory(kegiatan__jenis="bazar")
    with pytest.raises(ValidationError, match="belum dimulai"):
        actions.note_turnover(peserta=bazaar, amount=1_250_000)
    clock.move_to(AT_THE_DOOR)
    with pytest.raises(ValidationError, match="hanya dicatat untuk bazar"):
        actions.note_turnover(peserta=training, amount=1)
    assert actions.note_turnover(peserta=bazaar, amount=1_250_000).penjualan == 1_250_000


# --- closing -----------------------------------------------------------------------------------------


def training(**more):
    jenis = JenisFasilitasiFactory(sertifikat=JenisSertifikat.PELATIHAN, **more)
    return KegiatanFactory(
        listed=True, jenis_fasilitasi=jenis, narasumber="Ibu Uji", jam_pelajaran=8, begins_on=TENTH
    )


def came(kegiatan, **more):
    peserta = PesertaFactory(kegiatan=kegiatan, **more)
    Kehadiran.objects.create(peserta=peserta, happened_on=TENTH)
    return peserta


def test_who_came_gets_a_finished_facilitation_with_its_paper(clock):
    kegiatan, by = training(), UserFactory()
    here = came(kegiatan)
    PesertaFactory(kegiatan=kegiatan)
    clock.move_to(NOW + datetime.timedelta(days=3))
    closing = actions.close(kegiatan=kegiatan, by=by)
    here.refresh_from_db()
    assert closing.created == [here.fasilitasi]
    case = here.fasilitasi
    assert (case.usaha, case.status, case.result_on) == (here.usaha, Status.TERBIT, TENTH)
    assert case.sertifikat.jenis == JenisSertifikat.PELATIHAN
    assert case.notes.splitlines() == [
        f"Judul: {kegiatan.name}", "Lokasi: Aula Uji", "Lama: 8 JP", "Narasumber: Ibu Uji",
    ]  # fmt: skip


def test_closing_twice_doubles_nobody_and_makes_up_for_the_refused(clock):
    kegiatan = training(tolak_aparatur=True)
    came(kegiatan)
    official = came(kegiatan, usaha=UsahaFactory(pemilik=PemilikFactory(is_aparatur=True)))
    clock.move_to(NOW + datetime.timedelta(days=3))
    first = actions.close(kegiatan=kegiatan, by=UserFactory())
    assert len(first.created) == 1
    assert [(each.peserta, "ASN" in each.reason) for each in first.refused] == [(official, True)]
    official.usaha.pemilik.is_aparatur = False
    official.usaha.pemilik.save()
    second = actions.close(kegiatan=kegiatan, by=UserFactory())
    assert ([case.usaha for case in second.created], second.refused) == ([official.usaha], [])
    assert actions.close(kegiatan=kegiatan, by=UserFactory()).created == []


def test_a_kind_for_cooperatives_refuses_a_business_and_says_why(clock):
    kegiatan = training(untuk=UntukSiapa.KOPERASI)
    came(kegiatan)
    clock.move_to(NOW + datetime.timedelta(days=3))
    closing = actions.close(kegiatan=kegiatan, by=UserFactory())
    assert closing.created == []
    assert "hanya untuk koperasi" in closing.refused[0].reason


def test_a_batch_that_is_full_refuses_the_rest(clock):
    kegiatan = training()
    kegiatan.angkatan = AngkatanFactory(jenis=kegiatan.jenis_fasilitasi, kuota=1)
    kegiatan.save()
    came(kegiatan)
    came(kegiatan)
    clock.move_to(NOW + datetime.timedelta(days=3))
    closing = actions.close(kegiatan=kegiatan, by=UserFactory())
    assert (len(closing.created), "sudah penuh" in closing.refused[0].reason) == (1, True)


def test_guests_come_without_a_facilitation(clock):
    kegiatan = training()
    came(kegiatan, usaha=None, name="Tamu Uji")
    clock.move_to(NOW + datetime.timedelta(days=3))
    closing = actions.close(kegiatan=kegiatan, by=UserFactory())
    assert (closing.created, closing.refused) == ([], [])


def test_an_event_is_closed_on_its_last_day_at_the_earliest(clock):
    kegiatan = training()
    with pytest.raises(ValidationError, match="berlangsung sampai 10 Desember 2026"):
        actions.close(kegiatan=kegiatan, by=UserFactory())
    clock.move_to(AT_THE_DOOR)
    actions.close(kegiatan=kegiatan, by=UserFactory())
    kegiatan.refresh_from_db()
    assert kegiatan.is_closed


def test_what_is_closed_does_not_change(clock):
    kegiatan = training()
    peserta = PesertaFactory(kegiatan=kegiatan)
    clock.move_to(AT_THE_DOOR)
    actions.close(kegiatan=kegiatan, by=UserFactory())
    for deed in (
        lambda: actions.cancel(peserta=peserta, by=UserFactory()),
        lambda: actions.check_in(peserta=peserta),
        lambda: actions.register(peserta=Peserta(kegiatan=kegiatan, name="Ani Uji"), by=UserFactory()),
        lambda: actions.call_off(kegiatan=kegiatan, by=UserFactory()),
    ):
        with pytest.raises(ValidationError, match="sudah ditutup"):
            deed()
