"""The message catalog: both languages say the same things about the same values."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from recommender.language import MESSAGES, say

ROOT = Path(__file__).parent.parent / "recommender"
FIELD = re.compile(r"{(\w+)}")
SAID = re.compile(r"""say\(["']([^"']+)["']""")
# Words that grammar or script needs in one language alone.
ONE_LANGUAGE = {"quarter"}


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_both_languages_fill_the_same_values(key: str) -> None:
    indonesian, english = MESSAGES[key]
    assert indonesian
    assert english
    if key not in ONE_LANGUAGE:
        assert set(FIELD.findall(indonesian)) == set(FIELD.findall(english))


def test_every_key_that_the_code_names_exists_and_every_key_is_used() -> None:
    literals: set[str] = set()
    prefixes: set[str] = set()
    for file in ROOT.rglob("*.py"):
        if file.parent.name == "text":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefixes.add(str(node.values[0].value))
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say":
                named = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                assert all(key in MESSAGES or key in ("id", "en") for key in named), (file, named)
    for template in ROOT.rglob("templates/*.html"):
        named = SAID.findall(template.read_text(encoding="utf-8"))
        assert all(key in MESSAGES for key in named), (template, named)
        literals |= set(named)
    families = tuple(prefix for prefix in prefixes if prefix.endswith((".", "-")))
    options = ("option.", "help.")
    marks = ("assumed-mark", "doubtful-mark")
    unused = [
        key
        for key in MESSAGES
        if key not in literals and not key.startswith((*families, *options)) and key not in marks
    ]
    assert not unused, unused


def test_month_names_are_twelve_in_both_languages() -> None:
    assert [len(say(lang, "month-names").split()) for lang in ("id", "en")] == [12, 12]


def test_text_imports_nothing_of_the_package_but_itself() -> None:
    for file in (ROOT / "text").glob("*.py"):
        imports = re.findall(r"^\s*(?:from|import) (recommender\S*)", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert all(name.startswith("recommender.language") for name in imports)
