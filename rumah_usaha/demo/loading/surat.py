"""Letters of the office: warnings, an invitation, and the deed of help that changed hands."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from surat.actions import hand_over, invite, warn
from surat.drafts import Goods
from surat.serah_terima import Penerimaan, receiver_of
from surat.standing import standings
from surat.undangan import Acara, Undangan

_WARNED = 2
_INVITED = 3
_GOODS = (
    Goods("Mesin parut kelapa", 1, "unit", "motor listrik 0,5 PK"),
    Goods("Wajan aluminium", 2, "buah", "diameter 60 cm"),
)


def write_letters(official: Any) -> int:
    return _warn(official) + _invite(official) + _hand_over(official)


def _warn(official: Any) -> int:
    """The first cooperatives that may be warned on the day the demo is loaded."""
    due = [
        standing for standing in standings(_cooperatives(), on=timezone.localdate()) if standing.next_level
    ]
    for standing in due[:_WARNED]:
        warn(koperasi=standing.koperasi, level=standing.next_level, by=official)
    return len(due[:_WARNED])


def _invite(official: Any) -> int:
    acara = Acara(
        "Temu koperasi dan usaha olahan hasil laut",
        timezone.localdate() + timedelta(days=10),
        "09.00 WITA s.d. selesai",
        "Aula Kantor, Ampana",
        "pemasaran bersama dan kemasan",
    )
    undangan = Undangan(acara, koperasi=list(_cooperatives()[:_INVITED]), others=["Camat Ratolindo"])
    invite(undangan=undangan, by=official)
    return 1


def _hand_over(official: Any) -> int:
    """One case of help, if the district has one that far."""
    found = Fasilitasi.objects.active().with_subject().exclude(usaha=None)
    case = found.filter(jenis__slug="bantuan-alat", status=Status.TERBIT).order_by("-result_on", "pk").first()
    if case is None or case.result_on is None:
        return 0
    name, jabatan = receiver_of(case)
    received = Penerimaan(name, jabatan, case.result_on, "Ampana", _GOODS)
    hand_over(fasilitasi=case, received=received, by=official)
    return 1


def _cooperatives() -> Any:
    return Koperasi.objects.filter(is_draft=False, archived_at=None).with_place().order_by("name", "id")
