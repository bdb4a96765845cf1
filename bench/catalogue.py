"""`python -m bench.catalogue`: every public page beside a constant one, at 1,000, 100,000 and a million products."""

import argparse
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from common.templatetags.indonesia import angka

_START, _END = "<!-- awal hasil ukur -->", "<!-- akhir hasil ukur -->"
# quality bounds: multiples of the constant page, milliseconds of SQL.
_CATALOGUE, _ONE, _KEPT, _SEARCH_MS = 15.0, 12.0, 1.5, 25.0

_MEMORY = 200.0


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--produk", type=int, nargs="+", default=[1000, 100_000, 1_000_000])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--requests", type=int, default=200)
    asked.add_argument("--into", type=Path, help="a page of docs/ whose table is to be written anew")
    asked.add_argument(
        "--kept", type=Path, help="a folder for raw figures; sizes found there are not run again"
    )
    options = asked.parse_args()
    told = [_of_size(size, options) for size in options.produk]
    text = report(told, options)
    print(text)
    if options.into:
        page = options.into.read_text()
        head, _, rest = page.partition(_START)
        tail = rest.partition(_END)[2]
        options.into.write_text(f"{head}{_START}\n{text}\n{_END}{tail}")


def _of_size(size: int, options: argparse.Namespace) -> dict[str, Any]:
    kept = options.kept and options.kept / f"{size}.json"
    if kept and kept.exists():
        return json.loads(kept.read_text())
    command = [
        sys.executable,
        "-m",
        "bench.catalogue_run",
        str(size),
        str(options.rounds),
        str(options.requests),
    ]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if answer.returncode:
        raise SystemExit(f"{size} products could not be measured.")
    line = answer.stdout.splitlines()[-1]
    if kept:
        kept.write_text(line)
    return json.loads(line)


# --- the page in docs/ ------------------------------------------------------------------------


def report(told: list[dict[str, Any]], options: argparse.Namespace) -> str:
    how = (
        f"Perintah: `.venv/bin/python -m bench.catalogue --rounds {options.rounds} --requests {options.requests}`, "
        f"Python {platform.python_version()}, {os.cpu_count()} inti, klien dan PostgreSQL di mesin yang sama, "
        f"3 pekerja gthread dengan 4 utas."
    )
    parts = [how, *(_table(each) for each in told)]
    if len(told) > 1:
        parts.append(_growth(told[0], told[-1]))
    parts.append(_misses(told))
    return "\n\n".join(parts)


def _table(told: dict[str, Any]) -> str:
    memory = "; ".join(f"{how} {_told_memory(sizes)}" for how, sizes in told["memory"].items())
    told_in_words = (
        f"Diisi dalam {_number(told['filled'], 0)} detik. Halaman konstan: {_number(told['constant'], 2)} ms prosesor. "
        f"Daftar ideal: {_number(told['ideal']['bare_cpu'], 1)} × konstan, ditambah "
        f"{_number(told['ideal']['bare_database'], 1)} × di PostgreSQL. Memori 3 pekerja dan induknya (PSS): {memory}."
    )
    heads = (
        "Halaman", "CPU dibuat", "+ Postgres", "CPU disimpan", "rps dibuat", "rps disimpan", "p95 dibuat",
        "p95 disimpan", "SQL", "blok", "ms SQL", "br", "gzip",
    )  # fmt: skip
    lines = [f"### {angka(told['produk'])} produk", "", told_in_words, "", f"| {' | '.join(heads)} |"]
    lines.append(f"|---|{'--:|' * (len(heads) - 1)}")
    for name, page in told["pages"].items():
        lines.append(
            f"| {name} | {_number(page['bare_cpu'], 1)} | {_number(page['bare_database'], 1)} | "
            f"{_number(page['kept_cpu'], 2)} | {_number(page['bare_rps'], 2)} | {_number(page['kept_rps'], 2)} | "
            f"{_number(page['bare_p95'], 1)} | {_number(page['kept_p95'], 1)} | {page['statements']} | "
            f"{angka(page['blocks'])} | {_number(page['sql'], 1)} | {angka(page['br'])} | {angka(page['gzip'])} |"
        )
    return "\n".join(lines)


def _told_memory(sizes: list[tuple[int, float]]) -> str:
    return ", ".join(f"{_number(size, 0)} MiB setelah {angka(done)} permintaan" for done, size in sizes)


def _growth(small: dict[str, Any], large: dict[str, Any]) -> str:
    lines = [
        f"### Dari {angka(small['produk'])} ke {angka(large['produk'])} produk",
        "",
        "| Halaman | blok | CPU pekerja | p95 |",
        "|---|--:|--:|--:|",
    ]
    for name, before in small["pages"].items():
        after = large["pages"][name]
        blocks = after["blocks"] / max(1, before["blocks"])
        grown = [after[f"bare_{figure}"] / before[f"bare_{figure}"] for figure in ("cpu", "p95")]
        lines.append(
            f"| {name} | {_number(blocks, 2)} × | {_number(grown[0], 2)} × | {_number(grown[1], 2)} × |"
        )
    return "\n".join(lines)


def _misses(told: list[dict[str, Any]]) -> str:
    missed = [miss for each in told for miss in _missed_by(each)]
    if not missed:
        return "Semua batas terpenuhi pada pengukuran ini."
    return "\n".join(
        ["Batas yang tidak terpenuhi pada pengukuran ini:", "", *(f"- {miss}" for miss in missed)]
    )


def _missed_by(told: dict[str, Any]) -> list[str]:
    missed, size = [], f"{angka(told['produk'])} produk"
    for name, page in told["pages"].items():
        most = _ONE if name.startswith("Halaman") else _CATALOGUE
        for words, figure, bound in (
            ("CPU dibuat", page["bare_cpu"], most),
            ("CPU disimpan", page["kept_cpu"], _KEPT),
            ("ms SQL", page["sql"] if name.startswith("Cari") else 0.0, _SEARCH_MS),
        ):
            if figure > bound:
                missed.append(f"{size}, {name}: {words} {_number(figure, 1)}, batas {_number(bound, 1)}.")
    for how, sizes in told["memory"].items():
        if (peak := sizes[-1][1]) > _MEMORY:
            missed.append(f"{size}: memori {how} {_number(peak, 0)} MiB, batas {_number(_MEMORY, 0)}.")
    return missed


def _number(value: float, places: int) -> str:
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


if __name__ == "__main__":
    main()
