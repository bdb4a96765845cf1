"""Where code goes, how long a file may be, and the words no module is called by."""

import ast
import re
import subprocess
import sys

import pytest

from tests.house.repository import PACKAGES, ROOT, code_files, files, name_of, refuse, trees

LONGEST_MODULE, LONGEST_TEST = 300, 400
FORBIDDEN_MODULES = {
    "utils", "util", "helpers", "helper", "services", "service", "core", "managers", "mixins", "constants",
    "signals", "receivers", "selectors",
}  # fmt: skip
# Inside an app: who may import whom. A page knows forms and actions; models know neither.
INSIDE = ("urls", "views admin sitemaps", "forms", "actions", "models", "choices")


def test_imports_between_apps_go_down_only():
    lint = subprocess.run(
        [f"{sys.prefix}/bin/lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert lint.returncode == 0, lint.stdout


def test_every_app_stands_in_the_import_order():
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert folders == set(PACKAGES)


def test_inside_an_app_imports_go_down_only():
    rank = {word: depth for depth, line in enumerate(INSIDE) for word in line.split()}
    climbing = [
        f"{name}: {module}"
        for name, tree in trees(code_files())
        if (mine := rank.get(_layer(name))) is not None
        for module in _imported(tree)
        if module.split(".")[0] == name.split("/")[0]
        and rank.get(_layer(module.replace(".", "/")), len(INSIDE)) < mine
    ]
    refuse(climbing)


def _layer(path: str) -> str:
    """`umkm/admin/usaha.py` and `umkm/admin.py` are both `admin`."""
    parts = path.removesuffix(".py").split("/")
    return parts[1] if len(parts) > 1 else ""


def _imported(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def test_modules_stay_short():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in code_files()}
    refuse(f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_MODULE)


def test_test_files_stay_short():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in files("*.py", "tests")}
    refuse(f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_TEST)


def test_modules_are_named_after_things():
    named = [name_of(path) for path in code_files() if {path.stem, path.parent.name} & FORBIDDEN_MODULES]
    refuse(named)


def test_nothing_listens_to_signals():
    listening = [
        f"{name}:{node.lineno}"
        for name, tree in trees(code_files())
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").endswith((".signals", ".dispatch")))
        or (isinstance(node, ast.Name) and node.id == "receiver")
    ]
    refuse(listening)


def test_saving_a_model_has_no_hidden_effect():
    overriding = [
        f"{name}:{method.lineno}"
        for name, tree in trees(code_files())
        for cls in ast.walk(tree)
        if isinstance(cls, ast.ClassDef)
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and method.name in ("save", "delete")
        if not any(word in ast.unparse(base) for base in cls.bases for word in ("Form", "SessionStore"))
    ]
    refuse(overriding)


def test_a_form_does_not_save_with_effects():
    overriding = [
        f"{name}:{method.lineno}"
        for name, tree in trees(code_files())
        for cls in ast.walk(tree)
        if isinstance(cls, ast.ClassDef) and any("Form" in ast.unparse(base) for base in cls.bases)
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and method.name == "save"
    ]
    refuse(overriding)


def test_functions_outside_tests_are_annotated():
    bare = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees(code_files())
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns is None
    ]
    refuse(bare)


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "HACK"])
def test_no_work_is_left_lying_about(word):
    pattern = re.compile(rf"\b{word}\b")
    sources = [
        *code_files(),
        *files("*.html", "templates"),
        *files("*.css", "static"),
        *files("*.js", "static"),
    ]
    refuse([name_of(path) for path in sources if pattern.search(path.read_text())])


def test_tests_mirror_the_code():
    allowed = {*PACKAGES, "house", "journeys"}
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in files("test_*.py", "tests")}
    assert folders <= allowed
