"""Issued reports for tests, made as the office makes them: previewed, approved, issued."""

from unittest.mock import patch

from django.http import QueryDict

from laporan.actions import approve, publish
from laporan.reports import REPORTS
from laporan.terbit.proposal import propose
from surat.actions import recommend_brand, state_membership, warn
from tests.factories import UserFactory


def year(number):
    """A whole year, whether or not anything is on record for it."""
    return f"dari={number}-01-01&sampai={number}-12-31"


def proposal(slug="rekap-fasilitasi", query="tahun=2026", *, reach=(), replaces=None):
    return propose(REPORTS[slug], QueryDict(query), reach, replaces)


def issue_report(slug="rekap-fasilitasi", query="tahun=2026", *, reach=(), replaces=None, reason="", by=None):
    by = by or UserFactory(role="Pejabat")
    offered = proposal(slug, query, reach=reach, replaces=replaces)
    approval = approve(proposal=offered, by=by, reason=reason or ("Data terlambat" if replaces else ""))
    return publish(approval=approval, proposal=offered, by=by)


def issue_without_typesetting(*args, **kwargs):
    """For tests that look at everything but the paper."""
    with patch("laporan.terbit.proposal.render_pdf", return_value=b"%PDF-1.7 uji"):
        return issue_report(*args, **kwargs)


def warn_without_typesetting(koperasi, level=1, *, by=None):
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        return warn(koperasi=koperasi, level=level, by=by or UserFactory(role="Pejabat"))


def recommend_without_typesetting(case, *, by=None):
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        return recommend_brand(fasilitasi=case, by=by or UserFactory(role="Pejabat"))


def state_without_typesetting(usaha, *, by=None):
    with patch("surat.paper.typeset", return_value=b"%PDF-1.7 uji"):
        return state_membership(usaha=usaha, by=by or UserFactory(role="Pejabat"))
