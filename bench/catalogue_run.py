"""One size of district in its own process, told as JSON: `python -m bench.catalogue_run PRODUK ROUNDS REQUESTS`."""

import json
import os
import secrets
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from bench.scratch import scratch
from bench.servers import Load, Server, serving, wait_for

_PORT = 8231
_FEW, _MANY = 0.3, 1.0
_MEMORY_REQUESTS = 10_000


def main() -> None:
    produk, rounds, requests = map(int, sys.argv[1:])
    # The process that measures must not keep pages, and the files of pages are gathered once for all servers.
    os.environ |= {"PAGE_CACHE_MB": "0", "SECRET_KEY": secrets.token_urlsafe(60)}
    with scratch() as folder:
        os.environ |= {"MEDIA_ROOT": str(folder / "media"), "STATIC_ROOT": str(folder / "static")}
        import django

        django.setup()
        from bench.catalogue_pages import pages

        told: dict[str, Any] = {"produk": produk, "filled": _fill(produk)}
        addresses = pages()
        from bench.reading import reading

        told["pages"] = {name: reading(address) for name, address in addresses.items()}
        with ExitStack() as stack:
            base, bare, kept = (
                stack.enter_context(
                    serving(application, _PORT + at, log=folder / f"{at}.log", PAGE_CACHE_MB=megabytes)
                )
                for at, (application, megabytes) in enumerate(
                    (("bench.base", "0"), ("rumah_usaha.wsgi", "0"), ("rumah_usaha.wsgi", "8"))
                )
            )
            _measure(told, addresses, (base, bare, kept), rounds, requests)
        told["memory"] = {
            "tanpa --preload": _memory(folder, produk, preload=False),
            "dengan --preload": _memory(folder, produk, preload=True),
        }
    print(json.dumps(told))


def _fill(produk: int) -> float:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    began = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        call_command("seed_scale", produk=produk, stdout=nowhere)
    return time.monotonic() - began


def _measure(
    told: dict[str, Any],
    addresses: dict[str, str],
    servers: tuple[Server, Server, Server],
    rounds: int,
    requests: int,
) -> None:
    base, bare, kept = servers
    for server in servers:
        server.database = _postmaster()
    wait_for(base, "/konstan/")
    for server in (bare, kept):
        wait_for(server, "/tentang/")
    for name, address in addresses.items():
        told["pages"][name] |= {coding: bare.get(address, coding)[1] for coding in ("br", "gzip")}
    for server in (bare, kept):
        for address in addresses.values():
            server.load([address], 24)
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in (*addresses, "ideal")}
    constants: list[Load] = []
    for _ in range(rounds):
        for name, address in addresses.items():
            # A constant page before each: what else runs on the machine changes from minute to minute.
            constant = base.load(["/konstan/"], int(requests * _MANY))
            constants.append(constant)
            runs[name].append(
                {
                    "constant": constant.figures(),
                    "bare": bare.load([address], int(requests * _FEW)).figures(),
                    "kept": kept.load([address], int(requests * _MANY)).figures(),
                }
            )
        runs["ideal"].append(
            {"constant": constants[-1].figures(), "bare": base.load(["/ideal/"], requests).figures()}
        )
    told["constant"] = median(load.figures()["cpu"] for load in constants)
    for name in addresses:
        told["pages"][name] |= _ratios(runs[name])
    told["ideal"] = _ratios(runs["ideal"])


def _ratios(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Medians of what each round gave, as multiples of its own constant page."""
    found = {}
    for kind in ("bare", "kept"):
        rows = [(run[kind], run["constant"]) for run in runs if kind in run]
        if not rows:
            continue
        for figure in ("cpu", "rps", "p95"):
            found[f"{kind}_{figure}"] = median(mine[figure] / base[figure] for mine, base in rows)
        found[f"{kind}_database"] = median(mine["database_cpu"] / base["cpu"] for mine, base in rows)
        found[f"{kind}_ms"] = median(mine["cpu"] for mine, _ in rows)
    return found


def _memory(folder: Path, produk: int, *, preload: bool) -> list[tuple[int, float]]:
    """MiB after so many requests, nearly all for different pages; a small district has too few of them."""
    from bench.catalogue_pages import products

    most = min(_MEMORY_REQUESTS, produk)
    addresses = products(most)
    with serving(
        "rumah_usaha.wsgi", _PORT + 3, log=folder / "memory.log", preload=preload, PAGE_CACHE_MB="8"
    ) as server:
        wait_for(server, "/tentang/")
        found, done = [(0, server.memory())], 0
        for until in (most // 10, most // 2, most):
            server.load(addresses[done:until] or addresses, until - done)
            done = until
            found.append((done, server.memory()))
    return found


def _postmaster() -> int:
    """0 where the database runs elsewhere."""
    if os.environ.get("DATABASE_URL"):
        return 0
    from rumah_usaha.database import cluster, postmaster

    return postmaster.running(Path(cluster.current().data)) or 0


if __name__ == "__main__":
    main()
