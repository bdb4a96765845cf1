"""What the statements of a page cost: how many there are, blocks touched, milliseconds."""

import time
from statistics import median
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

_RUNS = 9


def reading(address: str) -> dict[str, Any]:
    client = Client(headers={"host": "localhost"})
    # Reference rows are asked for once a minute, by whoever comes first.
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{response.status_code} for {address}")
    statements = [query["sql"] for query in queries]
    return {
        "statements": len(statements),
        "blocks": sum(map(_blocks, statements)),
        "sql": sum(median(_milliseconds(each) for _ in range(_RUNS)) for each in statements),
    }


def _blocks(statement: str) -> int:
    # The planner's own estimate is no reading.
    if statement.startswith("EXPLAIN"):
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement.replace('%', '%%')}", [])
        ((explained,),) = cursor.fetchone()
    return explained["Plan"]["Shared Hit Blocks"] + explained["Plan"]["Shared Read Blocks"]


def _milliseconds(statement: str) -> float:
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(statement.replace("%", "%%"), [])
        cursor.fetchall()
        return (time.perf_counter() - began) * 1000
