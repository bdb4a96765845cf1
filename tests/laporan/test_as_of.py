"""An issued report is compared with figures as of its own day: what counts days from today is no difference."""

import datetime

import pytest

from tests.factories import SertifikatFactory, UsahaFactory
from tests.kantor import sign_in, words
from tests.terbitan import issue_without_typesetting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


def test_days_that_pass_are_no_difference_but_a_paper_recorded_late_is(client, time_machine):
    SertifikatFactory(jenis="pirt", number_on_paper="202720901012327", valid_until=datetime.date(2027, 2, 1))
    dokumen = issue_without_typesetting("sertifikat-berakhir", "")
    time_machine.move_to(datetime.datetime(2027, 3, 5, 9, 0, tzinfo=datetime.UTC))
    sign_in(client, "Pejabat")
    page = client.get(dokumen.get_absolute_url())
    assert page.context["difference"].is_none
    assert "menurut keadaan 28 November 2026" in words(page)
    SertifikatFactory(jenis="pirt", number_on_paper="202720901012427", valid_until=datetime.date(2027, 2, 2))
    assert client.get(dokumen.get_absolute_url()).context["difference"].added == 1


def test_who_is_certified_later_was_without_on_the_day_of_the_list(client, time_machine):
    usaha, other = UsahaFactory.create_batch(2, bidang_usaha="makanan_minuman")
    dokumen = issue_without_typesetting("belum-halal", "")
    time_machine.move_to(datetime.datetime(2026, 12, 5, 9, 0, tzinfo=datetime.UTC))
    sign_in(client, "Pejabat")
    SertifikatFactory(jenis="halal", usaha=usaha, number_on_paper="", issued_on=datetime.date(2026, 12, 3))
    assert client.get(dokumen.get_absolute_url()).context["difference"].is_none
    SertifikatFactory(jenis="halal", usaha=other, number_on_paper="", issued_on=datetime.date(2026, 11, 3))
    assert client.get(dokumen.get_absolute_url()).context["difference"].removed == 1
