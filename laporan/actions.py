"""Writes on issued papers: an official approves a preview, and what was approved is issued, once."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from common.numbering import lock_series
from laporan.imprint import Imprint, imprint_of, new_code
from laporan.models import DokumenTerbit, LaporanTerbit, PersetujuanTerbit, UsulanTerbit
from laporan.models.terbit import LAPORAN
from laporan.terbit.frozen import public_totals
from laporan.terbit.proposal import Proposal, letterhead_data, record_of, signature_data

# The one before may be typesetting its paper, which takes longer than pages wait for a lock.
_PATIENCE = "30s"


class FiguresChanged(Exception):  # noqa: N818  (nobody did anything wrong)
    """What would be issued now is not what was approved."""


@transaction.atomic
def request_approval(*, proposal: Proposal, by: Any) -> UsulanTerbit:
    """Put a preview before the officials. Asking twice is asking once."""
    lock_series([f"usulan {proposal.subject_key}"])
    refuse_issued(proposal)
    if asked := UsulanTerbit.objects.open().about(proposal).first():
        return asked
    return UsulanTerbit.objects.create(
        slug=proposal.slug,
        query=proposal.query,
        reach=proposal.reach,
        title=proposal.report.title,
        subtitle="; ".join(proposal.report.subtitles),
        replaces=proposal.replaces,
        proposed_by=by,
    )


@transaction.atomic
def close_request(*, usulan: UsulanTerbit, by: Any) -> None:
    UsulanTerbit.objects.open().filter(pk=usulan.pk).update(closed_at=timezone.now(), closed_by=by)


@transaction.atomic
def approve(*, proposal: Proposal, by: Any, reason: str = "") -> PersetujuanTerbit:
    """Say yes to what a preview shows. Saying it twice is saying it once."""
    lock_series([f"persetujuan {proposal.subject_key}"])
    refuse_issued(proposal)
    if proposal.replaces and not reason:
        raise ValidationError(
            {"reason": "Tulis apa yang diperbaiki, agar pembaca tahu mengapa angkanya lain."}
        )
    if standing := standing_approval(proposal):
        return standing
    UsulanTerbit.objects.open().about(proposal).update(closed_at=timezone.now(), closed_by=by)
    return PersetujuanTerbit.objects.create(
        slug=proposal.kind.slug,
        query=proposal.query,
        reach=proposal.reach,
        subject_key=proposal.subject_key,
        digest=proposal.digest,
        title=proposal.report.title,
        subtitle="; ".join(proposal.report.subtitles),
        replaces=proposal.replaces,
        reason=reason,
        approved_by=by,
    )


def refuse_issued(proposal: Proposal) -> None:
    """One chain of versions about a subject: a second first one is refused, and a second correction of one version."""
    if standing := issued_about(proposal):
        raise ValidationError(f"Laporan ini sudah terbit sebagai {standing.nomor}. Terbitkan perbaikannya.")


def issued_about(proposal: Proposal) -> DokumenTerbit | None:
    """What stands in the way: the newest paper about the same subject, unless it is the one to be replaced."""
    newest = (
        DokumenTerbit.objects.without_file()
        .filter(series=LAPORAN, subject_key=proposal.subject_key)
        .order_by("-version")
        .first()
    )
    return None if newest is None or newest == proposal.replaces else newest


def standing_approval(proposal: Proposal) -> PersetujuanTerbit | None:
    """The yes that holds for exactly these figures and was not used yet."""
    return (
        PersetujuanTerbit.objects.select_related("approved_by")
        .filter(digest=proposal.digest, subject_key=proposal.subject_key, laporanterbit=None)
        .first()
    )


@transaction.atomic
def publish(*, approval: PersetujuanTerbit, proposal: Proposal, by: Any) -> DokumenTerbit:
    """Freeze what was approved under a number. Whoever comes second gets the paper of the first."""
    wait_longer()
    approval = PersetujuanTerbit.objects.select_for_update(of=("self",)).get(pk=approval.pk)
    done = (
        LaporanTerbit.objects.filter(persetujuan=approval)
        .select_related("dokumen")
        .defer("dokumen__pdf")
        .first()
    )
    if done:
        return done.dokumen
    if proposal.digest != approval.digest:
        raise FiguresChanged
    lock_series([f"persetujuan {proposal.subject_key}"])
    refuse_issued(proposal)
    report, replaces = proposal.report, proposal.replaces
    dokumen = issue(
        dokumen=DokumenTerbit(
            series=LAPORAN,
            subject_key=proposal.subject_key,
            version=replaces.version + 1 if replaces else 1,
            replaces=replaces,
            reason=approval.reason,
            title=report.title,
            subtitle="; ".join(report.subtitles),
            reach=proposal.reach,
            dated_on=proposal.dated_on,
            letterhead=letterhead_data(proposal.letterhead),
            signature=signature_data(proposal.signature),
            totals=public_totals(report),
        ),
        nomor=lambda tahun, number: f"LAP-{tahun}-{number:04d}",
        render=lambda imprint, at: proposal.pdf(imprint, at=at),
        by=by,
    )
    LaporanTerbit.objects.create(dokumen=dokumen, persetujuan=approval, **record_of(proposal))
    return dokumen


def issue(
    *,
    dokumen: DokumenTerbit,
    nomor: Callable[[int, int], str],
    render: Callable[[Imprint, Any], bytes],
    by: Any,
) -> DokumenTerbit:
    """Number an unsaved paper, typeset it under its number, and keep both; only inside a transaction.

    A paper that cannot be typeset takes no number: the next one gets it.
    """
    wait_longer()
    dokumen.issued_at, dokumen.issued_by = timezone.now(), by
    dokumen.tahun = timezone.localdate(dokumen.issued_at).year
    lock_series([f"{dokumen.series} {dokumen.tahun}"])
    in_series = DokumenTerbit.objects.filter(series=dokumen.series, tahun=dokumen.tahun)
    dokumen.number = (in_series.aggregate(last=Max("number"))["last"] or 0) + 1
    dokumen.nomor = nomor(dokumen.tahun, dokumen.number)
    dokumen.code = new_code()
    dokumen.pdf = render(imprint_of(dokumen), dokumen.issued_at)
    dokumen.sha256 = hashlib.sha256(dokumen.pdf).hexdigest()
    dokumen.save(force_insert=True)
    return dokumen


def wait_longer() -> None:
    """Until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_PATIENCE])
