"""What holds for every kind of sheet that the portal takes in."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from spreadsheets.checking import AS_NOTE, IGNORED
from spreadsheets.columns import guess
from spreadsheets.forms import UploadForm
from spreadsheets.kinds import kinds, kinds_of
from spreadsheets.reading.cells import read
from spreadsheets.reading.tables import data_rows, find_table
from spreadsheets.template import write_template
from tests.factories import UserFactory
from tests.spreadsheets import lembar
from tests.spreadsheets.berkas import opened

pytestmark = pytest.mark.django_db

every_kind = pytest.mark.parametrize("slug", list(kinds()))


@every_kind
def test_a_template_is_known_again_column_by_column(slug):
    kind = kinds()[slug]
    with write_template(kind) as file:
        book = opened(file.read())
    table = find_table(book, 0, kind.columns)
    asked = [column.name for column in kind.columns if not column.is_told_only]
    assert list(guess(table.headers, kind.columns).values()) == asked
    assert list(data_rows(book, table)) == []


@every_kind
def test_the_example_of_a_template_is_read_without_a_word(slug):
    told = {column.name: read(column.example, column)[1] for column in kinds()[slug].columns}
    assert {name: problems for name, problems in told.items() if problems} == {}


@every_kind
def test_a_column_has_a_name_of_its_own(slug):
    names = [column.name for column in kinds()[slug].columns]
    assert len(set(names)) == len(names)
    # What the mapping says of columns that are none of ours.
    assert not {IGNORED, AS_NOTE} & set(names)


@every_kind
def test_every_word_for_a_choice_means_one_of_its_choices(slug):
    wrong = {
        (column.name, word)
        for column in kinds()[slug].columns
        for word, value in column.words.items()
        if value not in dict(column.choices)
    }
    assert wrong == set()


def test_an_officer_is_offered_what_the_role_may_write():
    # Every participant of a training brings a finished case, and to finish is the verifier's.
    offered = ["usaha", "pemilik", "koperasi", "produk", "sertifikat", "penerima"]
    assert [kind.slug for kind in kinds_of(lembar.officer())] == [*offered, "belanja-asn"]
    assert [kind.slug for kind in kinds_of(UserFactory(role="Verifikator"))] == [
        *offered,
        "pelatihan",
        "hasil",
        "belanja-asn",
    ]
    limited = UserFactory()
    names = ("add_import", "add_produk", "change_produk")
    limited.user_permissions.set(Permission.objects.filter(codename__in=names))
    offered = kinds_of(type(limited).objects.get(pk=limited.pk))
    assert [kind.slug for kind in offered] == ["produk"]
    form = UploadForm({"kind": "koperasi"}, kinds=offered)
    assert "kind" in form.errors


def test_the_first_page_tells_what_each_kind_is():
    client = Client()
    client.force_login(UserFactory(role="Verifikator"))
    page = client.get(reverse("spreadsheets:new")).content.decode()
    for kind in [kind for kind in kinds().values() if kind.is_for_office]:
        assert kind.description in page
        assert reverse("spreadsheets:template", args=[kind.slug]) in page
