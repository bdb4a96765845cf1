"""`python -m bench.imports`: a dirty list goes in through the real engine, beside a bare read and COPY of its rows."""

import argparse
from pathlib import Path
from statistics import median
from typing import Any

from bench.scratch import scratch

_PARTS = ("receive", "check", "preview", "commit")
_BASES = (
    ("bare_plain", "bare read + COPY, tables without index, constraint or trigger"),
    ("bare_whole", "bare read + COPY, the portal's own tables: indexes, constraints, audit trail"),
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--among", type=int, default=0, help="businesses that the office has already")
    options = asked.parse_args()
    with scratch() as folder:
        import django

        django.setup()
        from bench import office

        office.furnish()
        for count in options.rows:
            path = _list(folder, count, seed=7209)
            before = _list(folder, options.among, seed=1) if options.among else None
            _tell(count, path, [_run(path, before) for _ in range(options.runs)])


def _list(folder: Path, count: int, *, seed: int) -> Path:
    from bench.lists import write_list

    path = folder / f"{count}-{seed}.xlsx"
    if not path.exists():
        write_list(path, count, seed=seed)
    return path


def _office_with(before: Path | None) -> None:
    """Empty, or with the businesses of another list: other names under other numbers in the same villages."""
    from bench import office

    office.empty()
    if before:
        office.step("bare_whole", before)
        office.step("seal_numbers")


def _run(path: Path, before: Path | None) -> dict[str, dict[str, Any]]:
    from bench import office

    figures = {}
    for base, _ in _BASES:
        # The bare copy numbers its rows itself, from one on.
        office.empty()
        figures[base] = office.step(base, path)
    _office_with(before)
    figures["receive"] = office.step("receive", path)
    pk = figures["receive"]["pk"]
    for part in ("check", "preview", "commit", "undo"):
        figures[part] = office.step(part, pk)
    return figures


def _tell(count: int, path: Path, runs: list[dict[str, dict[str, Any]]]) -> None:
    def middle(parts: tuple[str, ...], *names: str) -> float:
        return median(sum(run[part][name] for part in parts for name in names) for run in runs)

    print(f"\n{count:,} rows, {path.stat().st_size / 2**20:.1f} MB, medians of {len(runs)} runs")
    print(f"  rows judged: {runs[0]['check']['counts']}")
    for part in (*_PARTS, "undo"):
        print(_line(part, middle((part,), "seconds"), middle((part,), "own"), middle((part,), "server"))
              + _memory(runs, part))  # fmt: skip
    whole, work = middle(_PARTS, "seconds"), middle(_PARTS, "own", "server")
    print(_line("all but undo", whole, middle(_PARTS, "own"), middle(_PARTS, "server")))
    for base, words in _BASES:
        seconds, spent = middle((base,), "seconds"), middle((base,), "own", "server")
        print(_line(base, seconds, middle((base,), "own"), middle((base,), "server")) + _memory(runs, base))
        print(
            f"      {words}\n      ratio: {whole / seconds:.1f} by the clock, {work / spent:.1f} by processor time"
        )


def _line(name: str, seconds: float, own: float, server: float) -> str:
    return f"  {name:<13}{seconds:8.2f} s   processor: {own:7.2f} s Python, {server:7.2f} s Postgres"


def _memory(runs: list[dict[str, dict[str, Any]]], part: str) -> str:
    peak, parser = (max(run[part][name] for run in runs) for name in ("peak", "parser"))
    return f"   peak: {peak} MB" + (f", parser {parser} MB" if parser else "")


if __name__ == "__main__":
    main()
