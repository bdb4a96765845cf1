"""What others' judges say of the finished pages: `python -m bench.audit http://127.0.0.1:8000`.

Needs a running portal (`manage.py demo`), Chromium, Node 20 and Java (Debian: chromium, nodejs, npm,
default-jre-headless), and once `npm ci --prefix bench/node`. The Nu validator and html-validate read the markup of
every kind of public page; Lighthouse opens each as a phone does. Prints a Markdown table and ends with 1 if a page
has an error in its markup, or less than 100 for accessibility, best practices or search engines. Lighthouse's own
reports stay in `.data/audit/`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

_CHECKOUT = Path(__file__).resolve().parent.parent
_NODE = _CHECKOUT / "bench" / "node" / "node_modules"
_REPORTS = _CHECKOUT / ".data" / "audit"
_WHOLE = ("accessibility", "best-practices", "seo")
# A page by name, as an address, or as the first link with that beginning on the page named before it.
_PAGES = (
    ("beranda", "/", ""),
    ("daftar produk", "/produk/", ""),
    ("produk", "/produk/", "/produk/"),
    ("pencarian", "/produk/?q=kripik", ""),
    ("daftar usaha", "/usaha/", ""),
    ("usaha", "/usaha/", "/usaha/"),
    ("daftar koperasi", "/koperasi/", ""),
    ("koperasi", "/koperasi/", "/koperasi/"),
    ("peta", "/peta/", ""),
    ("daftar belanja", "/daftar-belanja/", ""),
    ("data terbuka", "/data/", ""),
    ("tentang", "/tentang/", ""),
    ("privasi", "/privasi/", ""),
    ("tidak ditemukan", "/tidak-ada/", ""),
)
# A browser of its own for each page now and then fails to start or to trace on a busy machine.
_TRIES = 3


@dataclass(frozen=True)
class Verdict:
    page: str
    markup: list[str]
    scores: dict[str, int]

    @property
    def is_clean(self) -> bool:
        return not self.markup and all(self.scores.get(name, 100) == 100 for name in _WHOLE)


def main(base: str) -> int:
    _REPORTS.mkdir(parents=True, exist_ok=True)
    verdicts = [judge(base, name, address, link) for name, address, link in _PAGES]
    print(table(verdicts))
    for verdict in verdicts:
        for line in verdict.markup:
            print(f"{verdict.page}: {line}", file=sys.stderr)
    return 0 if all(verdict.is_clean for verdict in verdicts) else 1


def judge(base: str, page: str, address: str, link: str) -> Verdict:
    if link:
        found = re.search(rf'href="({link}[a-z0-9-]+/)"', read(base + address))
        if not found:
            raise SystemExit(f"{base}{address} has no link to {link}…")
        address = found[1]
    html = read(base + address)
    # Lighthouse judges no page that answers 404.
    is_hidden = re.search(r'<meta name="robots" content="[^"]*noindex', html) is not None
    scores = {}
    if page != "tidak ditemukan":
        scores = lighthouse(base + address, page.replace(" ", "-"), is_hidden=is_hidden)
    return Verdict(page, nu_validator(html) + html_validate(html), scores)


def read(address: str) -> str:
    try:
        with urlopen(address) as response:  # noqa: S310  # nosec B310  # an address given by hand
            return response.read().decode()
    except HTTPError as error:
        return error.read().decode()


def nu_validator(html: str) -> list[str]:
    jar = _NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", "-"]
    done = subprocess.run(command, input=html.encode(), capture_output=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [f"vnu: line {message.get('lastLine')}: {message['message']}" for message in messages]


def html_validate(html: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        page, rules = Path(folder) / "page.html", Path(folder) / "rules.json"
        page.write_text(html)
        rules.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
        command = [_tool("html-validate"), "--config", str(rules), "--formatter", "json", str(page)]
        done = subprocess.run(command, capture_output=True, check=False)
    return [
        f"html-validate: line {message['line']}: {message['message']}"
        for result in json.loads(done.stdout)
        for message in result["messages"]
    ]


def lighthouse(address: str, name: str, *, is_hidden: bool) -> dict[str, int]:
    """Scores of 100. That search engines are asked to leave a page out is meant so, and no fault of it."""
    report = _REPORTS / f"{name}.json"
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    command = [_tool("lighthouse"), address, "--quiet", flags, "--output=json", f"--output-path={report}"]
    command += ["--skip-audits=is-crawlable"] if is_hidden else []
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    report.unlink(missing_ok=True)
    for _ in range(_TRIES):
        if subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, check=False).returncode == 0:
            break
    categories = json.loads(report.read_text())["categories"]
    return {key: round(100 * (category["score"] or 0)) for key, category in categories.items()}


def _tool(name: str) -> str:
    return str(_NODE / ".bin" / name)


def table(verdicts: list[Verdict]) -> str:
    columns = ("performance", *_WHOLE)
    lines = [
        "| halaman | galat HTML | kecepatan | aksesibilitas | praktik baik | mesin pencari |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for verdict in verdicts:
        scores = " | ".join(str(verdict.scores.get(name, "–")) for name in columns)
        lines.append(f"| {verdict.page} | {len(verdict.markup)} | {scores} |")
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    raise SystemExit(main(sys.argv[1].rstrip("/")))
