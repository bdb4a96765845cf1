"""`python -m bench.reports`: reports over many facilitation cases, beside the bare SQL that counts the same."""

import argparse
import resource
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from bench.scratch import scratch

_YEAR = 2025
_FILL = """
    INSERT INTO umkm_pemilik (created_at, updated_at, name, nik, nik_index, jenis_kelamin, tempat_lahir, pendidikan,
        is_aparatur, phone, email, address, rt, rw, notes)
    SELECT now(), now(), 'Pemilik ' || n, '', '', 'P', '', '', false, '', '', '', '', '', ''
    FROM generate_series(1, %(subjects)s) n;
    INSERT INTO umkm_usaha (created_at, updated_at, is_draft, is_listed, pemilik_id, name, slug, status_usaha,
        bidang_usaha, kegiatan_utama, nib, npwp, is_perikanan, description, jam_buka, photo, whatsapp, desa_id,
        address, rt, rw, skala_dinyatakan, skala_terhitung, skala_dasar, notes)
    SELECT now() - interval '3 years', now(), false, false, p.id, 'Usaha ' || p.id, 'usaha-' || p.id, 'perseorangan',
        'makanan_minuman', '', CASE WHEN p.id %% 2 = 0 THEN lpad(p.id::text, 13, '9') ELSE '' END, '', false,
        '', '', '', '',
        (SELECT min(id) FROM wilayah_desa) + (p.id * 31 %% 146), '', '', '', '', 'mikro', '', ''
    FROM umkm_pemilik p;
    INSERT INTO umkm_datatahunan (created_at, updated_at, usaha_id, tahun, penjualan_tahunan, tenaga_kerja_l,
        tenaga_kerja_p, skala_modal, skala_penjualan, source)
    SELECT now(), now(), u.id, y, 10000000 + u.id * 13 %% 90000000, 1, u.id %% 4, '', '', ''
    FROM umkm_usaha u, generate_series(2022, 2026) y;
    INSERT INTO fasilitasi_fasilitasi (created_at, updated_at, nomor, jenis_id, usaha_id, merek, status, applied_on,
        result_on, sumber_dana, jumlah_unit, pendamping, lembaga_penerbit, alasan_ulang, notes)
    SELECT now(), now(), 'FAS-' || n, k.id, u.id, '', 'terbit', d, d, 'apbd', 1, '', '', '', ''
    FROM (SELECT n, date '2021-01-01' + (n %% 2150 * 7919 %% 2150) AS d, n * 17 %% %(subjects)s + 1 AS place,
        n %% (SELECT count(*) FROM fasilitasi_jenisfasilitasi) + 1 AS kind FROM generate_series(1, %(cases)s) n) AS g
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS at FROM umkm_usaha) u ON u.at = g.place
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS at FROM fasilitasi_jenisfasilitasi) k ON k.at = g.kind;
    INSERT INTO fasilitasi_indikator (created_at, updated_at, name, slug, ukuran, satuan, formula, source, notes,
        position, is_active)
    SELECT now(), now(), name, slug, 'fasilitasi', 'usaha', 'Jumlah', 'Uji', '', position, true
    FROM fasilitasi_jenisfasilitasi;
    INSERT INTO fasilitasi_indikator_jenis (indikator_id, jenisfasilitasi_id)
    SELECT i.id, j.id FROM fasilitasi_indikator i JOIN fasilitasi_jenisfasilitasi j USING (slug);
    INSERT INTO belanja_asn_opd (created_at, updated_at, name, singkatan, slug, contact, phone)
    SELECT now(), now(), 'Dinas ' || n, 'D' || n, 'dinas-' || n, '', '' FROM generate_series(1, 30) n;
    INSERT INTO belanja_asn_jumlahasn (opd_id, bulan, jumlah)
    SELECT id, date '2024-01-01', 400 FROM belanja_asn_opd;
    INSERT INTO belanja_asn_aturanbelanja (created_at, updated_at, name, dasar_hukum, valid_from, nilai_minimum,
        identitas, jenis_penjual, syarat_penjual, batas_lapor, description)
    VALUES (now(), now(), 'Aturan uji', '', '2024-01-01', 50000, 'nama', 'semua', 'terdaftar', 5, '');
    INSERT INTO belanja_asn_belanja (created_at, updated_at, code, opd_id, pembeli, nip, pembeli_index, bought_on,
        usaha_id, nilai, nomor_nota, nota, sha256, channel, keadaan, decided_at, decided_by_id, notes)
    SELECT now(), now(), 'B' || n, o.id, 'Pegawai ' || n %% 12000, '', 'uji-' || n %% 12000,
        date '2024-01-01' + n %% 700, u.id, 25000 + n %% 7 * 15000, '', '', '', 'ponsel', 'dikonfirmasi', now(), 1, ''
    FROM generate_series(1, %(cases)s / 5) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS at FROM umkm_usaha) u ON u.at = n * 17 %% %(subjects)s + 1
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS at FROM belanja_asn_opd) o ON o.at = n %% 30 + 1;
"""
_PLACE = """
    FROM fasilitasi_fasilitasi f
    LEFT JOIN umkm_usaha u ON u.id = f.usaha_id LEFT JOIN wilayah_desa d ON d.id = u.desa_id
    LEFT JOIN koperasi_koperasi k ON k.id = f.koperasi_id LEFT JOIN wilayah_desa e ON e.id = k.desa_id
    WHERE f.archived_at IS NULL AND f.status = 'terbit' AND f.result_on
"""
_BY_QUARTER = """SELECT jenis_id, extract(quarter FROM result_on), sum(jumlah_unit)
    FROM fasilitasi_fasilitasi WHERE archived_at IS NULL AND status = 'terbit'
    AND result_on BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY 1, 2"""
# What a report cannot do without: its own counting, written by hand.
_BARE = {
    "rekap-fasilitasi": """SELECT jenis_id, extract(year FROM result_on), sum(jumlah_unit) FROM fasilitasi_fasilitasi
        WHERE archived_at IS NULL AND status = 'terbit' GROUP BY 1, 2""",
    "rekap-kecamatan": "SELECT coalesce(d.kecamatan_id, e.kecamatan_id), f.jenis_id, sum(f.jumlah_unit)" + _PLACE  # nosec B608
    + " BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY 1, 2",
    "perbandingan-tahun": "SELECT extract(year FROM result_on), jenis_id, coalesce(d.kecamatan_id, e.kecamatan_id), "  # nosec B608
    "sum(jumlah_unit)" + _PLACE + " BETWEEN '2024-01-01' AND '2025-12-31' GROUP BY 1, 2, 3",
    "target-realisasi": _BY_QUARTER,
    "target-realisasi-triwulan": _BY_QUARTER,
    "daftar-penerima": """SELECT u.name, p.name, d.jenis, d.name, w.name, j.name, f.jumlah_unit, s.number_on_paper,
        f.result_on, f.notes
        FROM fasilitasi_fasilitasi f JOIN fasilitasi_jenisfasilitasi j ON j.id = f.jenis_id
        LEFT JOIN umkm_usaha u ON u.id = f.usaha_id LEFT JOIN umkm_pemilik p ON p.id = u.pemilik_id
        LEFT JOIN wilayah_desa d ON d.id = u.desa_id LEFT JOIN wilayah_kecamatan w ON w.id = d.kecamatan_id
        LEFT JOIN legalitas_sertifikat s ON s.id = f.sertifikat_id
        WHERE f.archived_at IS NULL AND f.status = 'terbit' AND f.result_on BETWEEN '2025-01-01' AND '2025-12-31'
        ORDER BY f.result_on, f.id""",
    "penerima-unik": """SELECT u.id, u.name, p.name, d.name, w.name, string_agg(DISTINCT j.name, ', '), count(*),
        max(f.result_on)
        FROM fasilitasi_fasilitasi f JOIN fasilitasi_jenisfasilitasi j ON j.id = f.jenis_id
        JOIN umkm_usaha u ON u.id = f.usaha_id JOIN umkm_pemilik p ON p.id = u.pemilik_id
        LEFT JOIN wilayah_desa d ON d.id = u.desa_id LEFT JOIN wilayah_kecamatan w ON w.id = d.kecamatan_id
        WHERE f.archived_at IS NULL AND f.status = 'terbit' AND f.result_on BETWEEN '2025-01-01' AND '2025-12-31'
        GROUP BY u.id, p.name, d.name, w.code, w.name ORDER BY w.code, u.name""",
    "daftar-umkm": """SELECT u.name, p.name, p.jenis_kelamin, d.name, w.name, u.bidang_usaha, u.nib, u.skala_dinyatakan
        FROM umkm_usaha u JOIN umkm_pemilik p ON p.id = u.pemilik_id
        LEFT JOIN wilayah_desa d ON d.id = u.desa_id LEFT JOIN wilayah_kecamatan w ON w.id = d.kecamatan_id
        WHERE u.archived_at IS NULL AND NOT u.is_draft ORDER BY w.code, u.name""",
    "rekap-umkm": """SELECT d.kecamatan_id, u.skala_dinyatakan, p.jenis_kelamin, count(*)
        FROM umkm_usaha u JOIN umkm_pemilik p ON p.id = u.pemilik_id JOIN wilayah_desa d ON d.id = u.desa_id
        WHERE u.archived_at IS NULL AND NOT u.is_draft GROUP BY 1, 2, 3""",
    "rekap-umkm-bidang": """SELECT d.kecamatan_id, u.bidang_usaha, count(*)
        FROM umkm_usaha u JOIN wilayah_desa d ON d.id = u.desa_id
        WHERE u.archived_at IS NULL AND NOT u.is_draft GROUP BY 1, 2""",
    "1-asn-1-produk": """SELECT opd_id, date_trunc('month', bought_on), sum(nilai), count(*) FROM belanja_asn_belanja
        WHERE keadaan = 'dikonfirmasi' AND bought_on BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY 1, 2""",
    "belanja-asn-penjual": """SELECT u.id, u.name, w.name, w.code, count(DISTINCT b.opd_id), count(*), sum(b.nilai)
        FROM belanja_asn_belanja b JOIN umkm_usaha u ON u.id = b.usaha_id
        LEFT JOIN wilayah_desa d ON d.id = u.desa_id LEFT JOIN wilayah_kecamatan w ON w.id = d.kecamatan_id
        WHERE b.keadaan = 'dikonfirmasi' AND b.bought_on BETWEEN '2025-01-01' AND '2025-12-31'
        GROUP BY u.id, w.id ORDER BY w.code, u.name""",
    "belanja-asn-kecamatan": """SELECT d.kecamatan_id, count(DISTINCT b.usaha_id), count(*), sum(b.nilai)
        FROM belanja_asn_belanja b JOIN umkm_usaha u ON u.id = b.usaha_id JOIN wilayah_desa d ON d.id = u.desa_id
        WHERE b.keadaan = 'dikonfirmasi' AND b.bought_on BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY 1""",
}  # fmt: skip

_OF_ALL_TIME = ("rekap-fasilitasi", "daftar-umkm", "rekap-umkm", "rekap-umkm-bidang")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--runs", type=int, default=5)
    options = asked.parse_args()
    with scratch():
        import django

        django.setup()
        from bench import office

        office.furnish()
        _fill(options.rows)
        print(f"{options.rows:,} cases, medians of {options.runs} runs")
        _reports(options.runs)
        _files(options.rows)


def _fill(count: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET session_replication_role = replica")
        cursor.execute(_FILL, {"cases": count, "subjects": max(count // 5, 10)})
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")


def _reports(runs: int) -> None:
    from django.db import connection

    from laporan.dasbor import figures
    from laporan.period import Period
    from laporan.reports import REPORTS
    from laporan.scope import Scope

    def bare(sql: str) -> Callable[[], Any]:
        def ask() -> Any:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchall()

        return ask

    for slug, sql in _BARE.items():
        period = Period.all() if slug in _OF_ALL_TIME else Period.year(_YEAR)
        least = _time(bare(sql), runs)
        ours = _time(partial(_rows, REPORTS[slug].build, period, Scope()), runs)
        print(f"  {slug:<26} {ours * 1000:8.1f} ms   bare SQL {least * 1000:8.1f} ms   {ours / least:5.2f} ×")
    print(f"  {'dasbor':<26} {_time(lambda: figures.build(_YEAR, Scope()), runs) * 1000:8.1f} ms")


def _rows(build: Callable[..., Any], *arguments: Any) -> list[Any]:
    return list(build(*arguments))


def _files(count: int) -> None:
    from django.utils import timezone

    from laporan.pdf import render_pdf
    from laporan.period import Period
    from laporan.report import Report
    from laporan.reports import REPORTS
    from laporan.scope import Scope
    from spreadsheets.responses import sheet_response

    whole = REPORTS["daftar-penerima"].build(Period.all(), Scope())
    rows = [row for row, _ in zip(whole, range(5000), strict=False)]
    cut = Report(
        name="uji", title=whole.title, columns=whole.columns, rows=rows, orientation=whole.orientation
    )
    used = _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
    spent = _time(lambda: render_pdf(cut, letterhead=None, signature=None, printed_at=timezone.now()), 1)
    ours, typesetter = _cpu(resource.RUSAGE_SELF) - used[0], _cpu(resource.RUSAGE_CHILDREN) - used[1]
    # On a busy machine the processor's own time tells more than the clock's.
    print(
        f"  PDF of {len(rows):,} rows   {spent:6.2f} s   CPU: ours {ours:.2f} s, typesetter {typesetter:.2f} s"
    )

    def write() -> int:
        sheet = whole.sheet(printed="")
        response: Any = sheet_response(sheet, file_format="xlsx", name="uji", written_at=timezone.now())
        return sum(map(len, response))

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    spent = _time(write, 1)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    print(f"  XLSX of {min(count, 10**6):,} rows {spent:6.2f} s   peak memory grew by {grown} MB")


def _cpu(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _time(run: Callable[[], Any], runs: int) -> float:
    spent = []
    for _ in range(runs):
        began = time.perf_counter()
        run()
        spent.append(time.perf_counter() - began)
    return median(spent)


if __name__ == "__main__":
    main()
