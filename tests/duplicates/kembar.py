"""Twins for tests: swept, merged and undone as the desk does it. People are invented: NIK KTP 720999…."""

import pghistory

from common.admin.versions import version_of
from duplicates import actions
from duplicates.kind import kind_of, kinds
from duplicates.models import Merge, Pair
from duplicates.sweeping import sweep
from tests.factories import UserFactory


def swept(slug="usaha", since=None):
    sweep(kinds()[slug], since)
    return list(Pair.objects.filter(noun=slug))


def reasons(slug="usaha"):
    """{reason: how sure} of the only pair; empty where there is none."""
    pairs = swept(slug)
    assert len(pairs) <= 1
    return dict.fromkeys(pairs[0].reasons, pairs[0].rank.label) if pairs else {}


def officer(**options):
    return UserFactory(role="Petugas", **options)


def merged(survivor, loser, *, by=None, choices=None, rows=None, reason="Tercatat dua kali"):
    merge = actions.merge(
        kind=kind_of(type(survivor)),
        survivor=survivor.pk,
        loser=loser.pk,
        choices=choices or {},
        rows=rows or {},
        versions={each.pk: version_of(each) for each in (fresh(survivor), fresh(loser))},
        reason=reason,
        by=by or officer(),
    )
    survivor.refresh_from_db()
    loser.refresh_from_db()
    return merge


def fresh(record):
    return type(record)._base_manager.get(pk=record.pk)


def undone(merge, *, by=None):
    actions.undo(merge=merge, by=by or officer())
    return Merge.objects.get(pk=merge.pk)


def later(deed):
    """As in a request of its own: within one test all writes would else seem to be the merge's."""
    with pghistory.context(url="/kantor/"):
        return deed()
