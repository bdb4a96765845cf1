"""Every template is used, whole, and free of inline code (the CSP would block it anyway)."""

import ast
import re
from pathlib import Path

import crispy_forms
import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.base import Lexer, TokenType
from django.template.utils import get_app_template_dirs

from tests.house.repository import TEMPLATES, code_files, files, name_of, refuse, trees

NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())
ENGINE = engines["django"].engine
_REFERENCE = re.compile(r"{%-?\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
_INLINE = {
    # JSON in a script element is data; a script without an address is code.
    "script without src": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")", re.I
    ),
    "style element": re.compile(r"<style\b", re.I),
    "style attribute": re.compile(r"\sstyle\s*=", re.I),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
}


def source(name: str) -> str:
    return (TEMPLATES / name).read_text()


def test_every_template_is_used():
    wanted = _named_in_python() | {target for name in NAMES for target in _REFERENCE.findall(source(name))}
    patterns = _built_in_python()
    unused = [
        name
        for name in NAMES
        if name not in wanted
        and not _overrides_a_library(name)
        and not any(pattern.fullmatch(name) for pattern in patterns)
    ]
    refuse(unused)


def _named_in_python() -> set[str]:
    return {
        node.value
        for _, tree in trees(code_files())
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _built_in_python() -> list[re.Pattern[str]]:
    """`f"laporan/{slug}.html"` stands for every template of that shape."""
    shapes = []
    for _, tree in trees(code_files()):
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and ast.unparse(node).endswith((".html'", '.html"')):
                parts = [re.escape(p.value) if isinstance(p, ast.Constant) else "[^/]+" for p in node.values]
                shapes.append(re.compile("".join(parts)))
    return shapes


def _overrides_a_library(name: str) -> bool:
    pack = f"{settings.CRISPY_TEMPLATE_PACK}/"
    if name.startswith(pack):
        return name.removeprefix(pack) in _crispy_asks_for()
    return any((Path(folder) / name).is_file() for folder in get_app_template_dirs("templates"))


def _crispy_asks_for() -> set[str]:
    package = Path(crispy_forms.__file__).parent
    found: set[str] = set()
    for path in package.rglob("*.py"):
        found |= set(re.findall(r"[\"']%s/([^\"']+\.html)", path.read_text()))
    return found


def test_every_template_compiles_and_what_it_names_exists():
    missing = []
    for name in NAMES:
        for wanted in (name, *_REFERENCE.findall(source(name))):
            try:
                ENGINE.get_template(wanted)
            except (TemplateDoesNotExist, TemplateSyntaxError) as error:
                missing.append(f"{name}: {error}")
    refuse(missing)


@pytest.mark.parametrize("kind", _INLINE)
def test_no_template_holds_inline_code(kind):
    refuse([name for name in NAMES if _INLINE[kind].search(source(name))])


def test_every_template_uses_the_libraries_it_loads():
    idle = []
    for name in NAMES:
        loaded, used = _loaded_and_used(source(name))
        idle += [f"{name}: {library}" for library in sorted(loaded) if not used & _offered_by(library)]
    refuse(idle)


def _loaded_and_used(text: str) -> tuple[set[str], set[str]]:
    loaded: set[str] = set()
    used: set[str] = set()
    for token in Lexer(text).tokenize():
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        words = token.split_contents()
        if token.token_type == TokenType.BLOCK and words[0] == "load":
            loaded.add(words[-1]) if "from" in words else loaded.update(words[1:])
        else:
            used |= {words[0], *re.findall(r"\|\s*(\w+)", token.contents)}
    return loaded, used


def _offered_by(library: str) -> set[str]:
    found = ENGINE.template_libraries[library]
    return {*found.tags, *found.filters}


def test_no_stylesheet_or_script_reaches_another_host():
    outside = re.compile(r"(?:@import|url\(|fetch\(|import\s*\(?)\s*[\"']?https?://")
    sources = [*files("*.css", "static"), *files("*.js", "static")]
    refuse([name_of(path) for path in sources if outside.search(path.read_text())])


def test_no_template_loads_anything_from_another_host():
    outside = re.compile(r"<(?:script|img|link|iframe|source)[^>]*?\b(?:src|href)=\"https?://", re.I)
    refuse([name for name in NAMES if outside.search(source(name))])


def test_no_key_is_written_as_an_amount():
    """Numbers are shown with dots between thousands; a key written so is a key of nothing."""
    shown = re.compile(r"\{\{ *(?:\w+\.)*pk *(?:\}\}|\|(?!stringformat:\"d\"|unlocalize))")
    refuse([name for name in NAMES if shown.search(source(name))])
