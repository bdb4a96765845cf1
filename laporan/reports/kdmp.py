"""Koperasi Desa/Kelurahan Merah Putih: a row for every desa, those not begun too (domain 9.4)."""

from common.templatetags.indonesia import angka
from koperasi.merah_putih import SYARAT, Progress, counts, progress
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import as_of, kecamatan_in, state_label
from laporan.scope import Scope
from spreadsheets.sheet import Kind
from wilayah.models import Desa


def wanting() -> list[tuple[str, str]]:
    return [(name, f"Belum: {label}") for name, label in SYARAT.items()]


def build(period: Period, scope: Scope) -> Report:
    villages = Desa.objects.filter(kecamatan__in=kecamatan_in(scope)).order_by("code")
    rows = progress(villages, at=as_of(period))
    if scope.jenis:
        rows = [row for row in rows if not row.met[scope.jenis]]
    done = counts(rows)
    return Report(
        name=scope.file_name("kdmp", period),
        title="Perkembangan Koperasi Desa/Kelurahan Merah Putih",
        subtitles=(state_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kecamatan", "Kecamatan"),
            Column("desa", "Desa/Kelurahan", weight=1.5),
            Column("musdesus", "Musdesus", Kind.DATE),
            Column("akta", "Akta (nomor, tanggal)", Kind.IDENTIFIER),
            Column("badan_hukum", "Badan hukum (nomor, tanggal)", Kind.IDENTIFIER),
            Column("nik", "NIK Koperasi", Kind.IDENTIFIER),
            Column("nib", "NIB", Kind.IDENTIFIER),
            Column("npwp", "NPWP"),
            Column("rekening", "Rekening"),
            Column("anggota_l", "L", Kind.NUMBER, group="Anggota"),
            Column("anggota_p", "P", Kind.NUMBER, group="Anggota"),
            Column("gerai", "Gerai buka", weight=1.5),
            Column("rat", "RAT tahun buku", Kind.IDENTIFIER),
            Column("terpenuhi", f"Terpenuhi dari {len(SYARAT)}", Kind.NUMBER),
        ),
        rows=lambda: numbered(_cells(row) for row in rows),
        totals=(
            "JUMLAH TERPENUHI",
            None,
            # In columns of words a count is a word, too.
            angka(len(rows)),
            *(
                angka(done[name])
                for name in ("musdesus", "akta", "badan_hukum", "nik", "nib", "npwp", "rekening")
            ),
            sum(row.anggota_l or 0 for row in rows),
            sum(row.anggota_p or 0 for row in rows),
            angka(done["gerai"]),
            angka(done["rat"]),
            sum(done.values()),
        ),
        notes=(
            "Seluruh desa dan kelurahan tercantum, termasuk yang belum mulai.",
            (
                "Badan hukum, NIK Koperasi, NIB, NPWP, dan RAT dibaca dari data koperasi berkelompok Merah Putih di "
                "desa itu. Yang bertanggal dihitung sejak tanggalnya; yang lain menurut catatan hari ini."
            ),
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _cells(row: Progress) -> tuple:
    met, koperasi = row.met, row.koperasi
    return (
        row.desa.kecamatan.name,
        row.desa.name,
        row.musdesus_on,
        row.akta,
        row.badan_hukum,
        koperasi.nik_koperasi if koperasi else "",
        koperasi.nib if koperasi else "",
        "Ada" if met["npwp"] else "",
        "Ada" if met["rekening"] else "",
        row.anggota_l,
        row.anggota_p,
        ", ".join(row.gerai),
        str(row.last_book_year or ""),
        row.count,
    )
