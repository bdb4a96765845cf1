"""Dependencies are locked, named with a reason, and the README's two lines stand as promised."""

import importlib.metadata
import re

import pytest

from tests.house.repository import PYPROJECT, ROOT, refuse

DEMO = "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && .venv/bin/python manage.py demo"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -r requirements-dev.txt && .venv/bin/pytest"
LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock):
    refuse(
        line
        for line in (ROOT / lock).read_text().splitlines()
        if re.search(r"https?:|--\w*index|git\+", line)
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_each_package_with_hashes(lock):
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    refuse(
        line for line in lines if not re.match(r"[A-Za-z0-9._-]+(\[[\w,-]+\])?==\S+ .*--hash=sha256:", line)
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_keeps_the_extras_that_packages_ask_for(lock):
    """pip takes `coverage[toml]` for a requirement of its own, and stops where that one is not pinned."""
    pinned = {_package(line): set(_extras(line)) for line in _lines(lock)}
    refuse(
        f"{name} asks for {asked}"
        for name in pinned
        for asked in _asked_by(name)
        if _package(asked) in pinned and not set(_extras(asked)) <= pinned[_package(asked)]
    )


def _asked_by(name: str) -> list[str]:
    """What an installed package needs with extras, its own extras left out."""
    try:
        needs = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []  # Of another system.
    return [need for need in needs if "[" in need.split(";")[0] and "extra ==" not in need]


def _extras(line: str) -> list[str]:
    found = re.match(r"[A-Za-z0-9._-]+\s*\[([^\]]+)\]", line)
    return [extra.strip() for extra in found[1].split(",")] if found else []


def test_a_lock_holds_every_declared_dependency():
    declared = {_package(line) for line in PYPROJECT["project"]["dependencies"]}
    development = {_package(line) for line in PYPROJECT["dependency-groups"]["dev"]}
    assert declared <= _locked("requirements.txt")
    assert declared | development <= _locked("requirements-dev.txt")


def _locked(lock: str) -> set[str]:
    return {_package(line) for line in _lines(lock)}


def _lines(lock: str) -> list[str]:
    return re.findall(r"^[A-Za-z0-9][^\s;]*", (ROOT / lock).read_text(), re.M)


def _package(line: str) -> str:
    return re.split(r"[\[<>=;~! ]", line)[0].lower().replace("_", "-").replace(".", "-")


def test_every_dependency_says_why_it_is_there():
    """A comment stands above each dependency, or above the group of lines that belong together."""
    unexplained, explained = [], False
    inside = False
    for line in map(str.strip, (ROOT / "pyproject.toml").read_text().splitlines()):
        if re.match(r"(dependencies|dev) = \[", line):
            inside, explained = True, False
        elif line == "]":
            inside = False
        elif inside and line.startswith("#"):
            explained = True
        elif inside and line.startswith('"') and not explained:
            unexplained.append(line)
    refuse(unexplained)


@pytest.mark.parametrize("command", [DEMO, TESTS])
def test_the_readme_holds_the_line_that_does_it_all(command):
    assert command in (ROOT / "README.md").read_text()


def test_what_the_readme_links_to_exists():
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / "README.md").read_text())
    refuse(target for target in targets if not (ROOT / target).exists())


def test_what_the_documents_link_to_exists():
    broken = []
    for path in (ROOT / "docs").rglob("*.md"):
        targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
        broken += [f"{path.name}: {target}" for target in targets if not (path.parent / target).exists()]
    refuse(broken)


def test_a_decision_record_fits_on_one_page():
    records = {
        path.name: len(path.read_text().splitlines()) for path in (ROOT / "docs/keputusan").glob("*.md")
    }
    assert records
    refuse(f"{name}: {lines} lines" for name, lines in records.items() if lines > 60)
