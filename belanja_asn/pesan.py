"""What is written to an OPD that has not reported, ready to be sent by WhatsApp."""

import datetime

from django.conf import settings

from belanja_asn.models import Opd
from common.sharing import absolute
from common.templatetags.indonesia import bulan, tanggal


def text_for(opd: Opd, month: datetime.date, due: datetime.date) -> str:
    whom = opd.contact or f"petugas rekap {opd.name}"
    return (
        f"Yth. {whom}, kami dari {settings.OFFICE_NAME} {settings.DISTRICT_NAME}. Rekap 1 ASN 1 Produk "
        f"{opd.name} untuk {bulan(month)} belum kami terima. Mohon dilaporkan paling lambat {tanggal(due)} lewat "
        f"{absolute('/akun/rekap-belanja/')}; bila tidak ada belanja, laporkan nihil. Terima kasih."
    )
