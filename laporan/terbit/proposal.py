"""A report as it would be issued: its figures, who signs, and what an official should know before saying yes."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from common.templatetags.indonesia import tanggal
from laporan import people
from laporan.hari_ini import as_of, today
from laporan.imprint import Imprint, draft_imprint
from laporan.models import DokumenTerbit
from laporan.pdf import Paper, render_pdf
from laporan.period import Period
from laporan.print_form import PrintForm
from laporan.report import Report
from laporan.reports import ReportKind
from laporan.requested import form_of, scope_of
from laporan.scope import Scope
from laporan.signature import Letterhead, SignatureBlock
from laporan.terbit.frozen import freeze, frozen_period, thaw


class NotUnderstood(Exception):  # noqa: N818  (the report's own page says what was wrong with the filter)
    """The filter names what does not exist."""


@dataclass(frozen=True)
class Proposal:
    kind: ReportKind
    query: str
    period: Period
    scope: Scope
    content: dict[str, Any]
    letterhead: Letterhead
    signature: SignatureBlock | None
    unsigned: str
    paper: Paper
    dated_on: date
    as_of: date
    replaces: DokumenTerbit | None = None

    @cached_property
    def report(self) -> Report:
        return thaw(self.content)

    @property
    def slug(self) -> str:
        return self.kind.slug

    @property
    def reach(self) -> list[str]:
        return sorted(self.scope.codes)

    @cached_property
    def digest(self) -> str:
        """Of all that will stand on the paper: an approval holds for nothing else."""
        parts = [self.content, letterhead_data(self.letterhead), signature_data(self.signature), self.paper.value,
                 self.dated_on.isoformat(), self.subject_key, self.replaces and self.replaces.code]  # fmt: skip
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    @property
    def subject_key(self) -> str:
        """The same kind of report about the same time and place; an unfinished time is another one on every day."""
        if self.replaces:
            return self.replaces.subject_key
        parts = [self.kind.slug, self.period.slug, self.scope.jenis, ",".join(self.reach)]
        if self.is_unfinished:
            parts.append(self.dated_on.isoformat())
        return "|".join(parts)

    @property
    def is_unfinished(self) -> bool:
        return self.period.end is None or self.period.end >= timezone.localdate()

    @property
    def warnings(self) -> list[str]:
        found = [self.unsigned] if self.unsigned else []
        if self.period.end is None:
            found.append("Periode ini tidak berujung. Yang dibekukan adalah keadaan hari ini.")
        elif self.is_unfinished:
            found.append(
                f"Periode ini baru berakhir pada {tanggal(self.period.end)}, jadi angkanya masih dapat berubah. "
                "Lebih baik tunggu sampai periode itu lewat."
            )
        return found

    def pdf(self, imprint: Imprint, *, at: Any) -> bytes:
        return render_pdf(
            self.report,
            letterhead=self.letterhead,
            signature=self.signature,
            printed_at=at,
            paper=self.paper,
            imprint=imprint,
        )

    def draft(self) -> bytes:
        return self.pdf(draft_imprint(), at=timezone.now())


def propose(
    kind: ReportKind, data: QueryDict, reach: tuple[str, ...], replaces: DokumenTerbit | None = None
) -> Proposal:
    """Build the report that `data` asks for. Raise NotUnderstood or TooLong."""
    form = form_of(data, kind, reach)
    if not form.is_valid():
        raise NotUnderstood
    period, scope = form.period, scope_of(form, reach)
    at = form.report_date(period)
    day = today()
    with _one_moment(), as_of(day):
        report = kind.build(period, scope)
        content = freeze(replace(report, orientation=form.orientation or report.orientation))
    return Proposal(
        kind=kind,
        query=_query(form),
        period=period,
        scope=scope,
        content=content,
        letterhead=people.letterhead(at),
        signature=people.signature(at, both=form.both_sign, mode=form.signing),
        unsigned=people.unsigned(at, both=form.both_sign),
        paper=form.paper or people.paper(at),
        dated_on=at,
        as_of=day,
        replaces=replaces,
    )


def _query(form: PrintForm) -> str:
    """What the form understood, in one order, so that the same report has one address."""
    asked = QueryDict(mutable=True)
    asked.update({name: form.data[name] for name in form.fields if form.data.get(name)})
    return asked.urlencode()


def letterhead_data(letterhead: Letterhead) -> dict[str, Any]:
    logo = letterhead.logo
    return asdict(letterhead) | {"logo": None if logo is None else b64encode(logo).decode()}


def signature_data(block: SignatureBlock | None) -> dict[str, Any] | None:
    if block is None:
        return None
    return {
        "place": block.place,
        "mode": block.mode.value,
        "people": [asdict(person) for person in block.signatories],
    }


def record_of(proposal: Proposal) -> dict[str, Any]:
    """What is kept beside the figures, to build today's for comparison."""
    return {
        "slug": proposal.kind.slug,
        "query": proposal.query,
        "period": frozen_period(proposal.period, as_of=proposal.as_of),
        "scope": asdict(proposal.scope),
        "content": proposal.content,
    }


@contextmanager
def _one_moment() -> Iterator[None]:
    """Rows, totals and notes are asked for one after another: let all of them see the same records."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
