"""Letterhead and signatories: the head of the office changed in 2024, so old reports keep the old name."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from laporan.actions import approve, publish, request_approval
from laporan.models import Kop, Pejabat, Peran
from laporan.reports import REPORTS
from laporan.terbit.proposal import propose
from rumah_usaha.demo import office

# A NIP begins with a birthday; nobody in office was born in 1900.
_SIGNATORIES = (
    (
        Peran.KEPALA_DINAS,
        "Drs. Yusri Palinrungi, M.Si.",
        "190001011925011001",
        "Pembina Utama Muda, IV/c",
        date(2019, 1, 1),
        date(2024, 2, 29),
    ),
    (
        Peran.KEPALA_DINAS,
        "Hj. Ratna Tolare, S.E., M.M.",
        "190002021926012002",
        "Pembina Tingkat I, IV/b",
        date(2024, 3, 1),
        None,
    ),
    (
        Peran.KEPALA_BIDANG,
        "Sabri Mawengi, S.Sos.",
        "190003031927011003",
        "Pembina, IV/a",
        date(2019, 1, 1),
        None,
    ),
)


def load_letterhead() -> None:
    Kop.objects.create(
        line_1=f"PEMERINTAH {settings.DISTRICT_NAME}".upper(),
        line_2=settings.OFFICE_NAME.upper(),
        address=settings.OFFICE_ADDRESS or office.ADDRESS,
        place=settings.CAPITAL,
        valid_from=date(2019, 1, 1),
    )
    posts = {
        Peran.KEPALA_DINAS: f"Kepala {settings.OFFICE_NAME}",
        Peran.KEPALA_BIDANG: "Kepala Bidang Usaha Mikro",
    }
    Pejabat.objects.bulk_create(
        Pejabat(
            peran=peran,
            name=name,
            nip=nip,
            pangkat=pangkat,
            jabatan=posts[peran],
            valid_from=valid_from,
            valid_until=valid_until,
        )
        for peran, name, nip, pangkat, valid_from, valid_until in _SIGNATORIES
    )


def issue_reports(official: Any, verifier: Any) -> None:
    """Last year's recaps signed and issued, one approved and not issued yet, and one that waits for an official."""
    last_year = timezone.localdate().year - 1
    for slug, query, is_issued in (
        ("rekap-fasilitasi", f"tahun={last_year}", True),
        ("rekap-kecamatan", f"tahun={last_year}", True),
        ("rekap-kecamatan", f"tahun={last_year}&triwulan=4", False),
    ):
        proposal = propose(REPORTS[slug], QueryDict(query), ())
        approval = approve(proposal=proposal, by=official)
        if is_issued:
            publish(approval=approval, proposal=proposal, by=official)
    waiting = propose(REPORTS["target-realisasi"], QueryDict(f"tahun={last_year}"), ())
    request_approval(proposal=waiting, by=verifier)
