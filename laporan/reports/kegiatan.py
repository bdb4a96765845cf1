"""What the office gathered people for, who came, and what bazaars sold."""

from typing import Any

from django.db.models import Count, F, Q, Sum

from common.templatetags.indonesia import sampai
from kegiatan.choices import JenisKegiatan, StatusPeserta
from kegiatan.models import Kegiatan
from laporan.drill import desk_list, leading
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import within
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

# Of fewer sellers a total would tell what one of them earned (UU 27/2022; domain 10).
FEWEST_SELLERS = 5


def build(period: Period, scope: Scope) -> Report:
    events = _events(period, scope)
    if scope.jenis:
        events = events.filter(jenis=scope.jenis)
    counted = events.with_counts().annotate(facilitated=Count("peserta__fasilitasi"))
    found = list(counted.select_related("kecamatan"))
    rows = [
        (
            kegiatan.name,
            kegiatan.get_jenis_display(),
            sampai(kegiatan.begins_on, kegiatan.ends_on),
            kegiatan.place,
            *_people(kegiatan, scope),
        )
        for kegiatan in found
    ]
    return Report(
        name=scope.file_name("rekap-kegiatan", period),
        title="Rekapitulasi kegiatan",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kegiatan", "Kegiatan", weight=2),
            Column("jenis", "Jenis"),
            Column("waktu", "Waktu", weight=1.5),
            Column("tempat", "Tempat", weight=1.5),
            Column("terdaftar", "Terdaftar", Kind.NUMBER),
            Column("hadir", "Hadir", Kind.NUMBER),
            Column("fasilitasi", "Fasilitasi tercatat", Kind.NUMBER),
        ),
        rows=lambda: numbered(rows),
        totals=(
            "JUMLAH",
            None,
            None,
            None,
            None,
            sum(kegiatan.registered for kegiatan in found),
            sum(kegiatan.came for kegiatan in found),
            sum(kegiatan.facilitated for kegiatan in found),
        ),
        notes=(
            "Kegiatan yang dibatalkan tidak dihitung. Hadir berarti tercatat hadir paling sedikit satu hari.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _people(kegiatan: Any, scope: Scope) -> tuple[Value, ...]:
    """Each leads to the participants it counts."""
    # An officer's list leaves out what is meant for other kecamatan.
    is_theirs = not scope.codes or kegiatan.kecamatan is None or kegiatan.kecamatan.code in scope.codes

    def named(count: int, **narrowing: Any) -> Value:
        url = desk_list("kegiatan_peserta", kegiatan=kegiatan.pk, **narrowing)
        return leading(count, url if is_theirs else "")

    has_place = {"status__exact": StatusPeserta.TERDAFTAR.value}
    return (
        named(kegiatan.registered, **has_place),
        named(kegiatan.came, hadir="ya", **has_place),
        named(kegiatan.facilitated, fasilitasi__isnull=False),
    )


def build_turnover(period: Period, scope: Scope) -> Report:
    """Per bazaar; of fewer than five sellers who told theirs nothing is printed."""
    stands = Q(peserta__status=StatusPeserta.TERDAFTAR)
    bazaars = _events(period, scope).filter(jenis=JenisKegiatan.BAZAR)
    if scope.jenis:
        bazaars = bazaars.filter(peserta__usaha__bidang_usaha=scope.jenis)
    told = bazaars.annotate(
        stands=Count("peserta", filter=stands),
        told=Count("peserta__penjualan", filter=stands),
        sold=Sum("peserta__penjualan", filter=stands),
    )
    rows = [_turnover(bazaar) for bazaar in told]
    printed = [row[5] for row in rows if row[5] is not None]
    return Report(
        name=scope.file_name("omzet-bazar", period),
        title="Hasil penjualan bazar",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("bazar", "Bazar", weight=2),
            Column("waktu", "Waktu", weight=1.5),
            Column("tempat", "Tempat", weight=1.5),
            Column("peserta", "Peserta", Kind.NUMBER),
            Column("melapor", "Melaporkan hasil", Kind.NUMBER),
            Column("hasil", "Hasil penjualan", Kind.RUPIAH),
        ),
        rows=lambda: numbered(rows),
        totals=(
            "JUMLAH",
            None,
            None,
            None,
            *(sum(row[place] for row in rows) for place in (3, 4)),
            sum(printed),
        ),
        notes=(
            f"Bazar yang hasilnya dilaporkan kurang dari {FEWEST_SELLERS} peserta tidak disebut dan tidak dijumlahkan.",
            "Hasil penjualan seseorang adalah data pribadi (UU 27/2022).",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _turnover(bazaar: Any) -> tuple[Any, ...]:
    sold = bazaar.sold if bazaar.told >= FEWEST_SELLERS else None
    when = sampai(bazaar.begins_on, bazaar.ends_on)
    return (bazaar.name, when, bazaar.place, bazaar.stands, bazaar.told, sold)


def _events(period: Period, scope: Scope) -> Any:
    """Those that began in the period, drafts and what was called off left out."""
    events = Kegiatan.objects.active().filter(within("begins_on", period), is_draft=False, called_off_at=None)
    if scope.codes:
        events = events.filter(desa__kecamatan__code__in=scope.codes)
    return events.order_by(F("begins_on").asc(), "id")
