"""What the house tests read: the repository's own files and models."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES: list[str] = PYPROJECT["tool"]["importlinter"]["root_packages"]
# Made by tools or holding data, never written by us.
_NOT_OURS = {"staticfiles", "node_modules", "__pycache__"}


def files(pattern: str, *folders: str) -> list[Path]:
    """Files of the checkout matching `pattern`, hidden and generated folders left out."""
    found = (path for folder in folders or (".",) for path in (ROOT / folder).rglob(pattern))
    return sorted(path for path in found if path.is_file() and _is_ours(path.relative_to(ROOT)))


def _is_ours(path: Path) -> bool:
    return not any(part.startswith(".") or part in _NOT_OURS for part in path.parts)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_files() -> list[Path]:
    """Python of the product: neither tests nor migrations."""
    return [path for path in files("*.py", *PACKAGES) if "migrations" not in path.parts] + [
        ROOT / "manage.py"
    ]


def trees(paths: list[Path]) -> Iterator[tuple[str, ast.Module]]:
    for path in paths:
        yield name_of(path), ast.parse(path.read_text())


def our_models(*, events: bool = False, proxies: bool = False) -> list[type[models.Model]]:
    """Models declared in this repository; the audit trail's tables and proxies only when asked for."""
    ours = (model for model in apps.get_models() if model.__module__.split(".")[0] in PACKAGES)
    return [
        model
        for model in ours
        if (events or not hasattr(model, "pgh_tracked_model")) and (proxies or not model._meta.proxy)
    ]


def stored_fields(model: type[models.Model]) -> list[models.Field]:
    """Columns and many-to-many relations that the model itself declares."""
    return [*model._meta.fields, *model._meta.many_to_many]


def refuse(found: Iterable[object]) -> None:
    """Fail naming every offender: pytest's own comparison of lists shows the first only."""
    lines = [str(offender) for offender in found]
    assert not lines, "\n" + "\n".join(lines)
