"""`python -m bench.exports`: the whole list of businesses goes out, with every column, as CSV and as XLSX."""

import argparse
from pathlib import Path
from statistics import median

from bench.scratch import scratch

_LAYOUTS = ("portal", "sidt")
_FORMATS = ("csv", "xlsx")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    asked.add_argument("--runs", type=int, default=3)
    options = asked.parse_args()
    with scratch() as folder:
        import django

        django.setup()
        from bench import office

        office.furnish()
        for count in options.rows:
            _fill(folder, count)
            print(f"\n{count:,} businesses, medians of {options.runs} runs")
            for layout in _LAYOUTS:
                for file_format in _FORMATS:
                    tell(layout, file_format, options.runs)


def _fill(folder: Path, count: int) -> None:
    """By the bare copy: where the rows came from makes no difference to how they leave."""
    from bench import office
    from bench.lists import write_list

    path = folder / f"{count}.xlsx"
    write_list(path, count)
    office.empty()
    office.step("bare_whole", path)
    office.step("seal_numbers")


def tell(layout: str, file_format: str, runs: int) -> None:
    from bench import office

    told = [office.step("export", file_format, layout) for _ in range(runs)]
    seconds, own, server = (median(run[name] for run in told) for name in ("seconds", "own", "server"))
    peak, size = max(run["peak"] for run in told), told[0]["bytes"]
    first = f", first row out after {median(run['first'] for run in told):.2f} s" if told[0]["first"] else ""
    print(
        f"  {layout:<7} {file_format:<5}{seconds:8.2f} s   processor: {own:7.2f} s Python, {server:6.2f} s Postgres"
        f"   peak: {peak} MB, file {size / 2**20:.1f} MB{first}"
    )


if __name__ == "__main__":
    main()
