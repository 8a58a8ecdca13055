"""One style in rules/ and catalog/, so that only what changes shows as a change: width of lines, quotes, no tabs.

What people read stands in double quotes (a comma or colon written later breaks nothing); names, numbers, dates and the
words of this language stand bare; a number that is a code or a span of years is quoted, because it is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILES = sorted(file for top in ("rules", "catalog") for file in (ROOT / top).rglob("*.yaml"))
WIDTH = 120
TEXTS = {
    "id",
    "en",
    "name",
    "title",
    "publisher",
    "document",
    "note",
    "label",
    "licence",
    "office",
    "regulation",
    "article",
}
CITED = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")  # what it says there is read by people too
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*([-./_][A-Za-z0-9]+)*")
NUMBER = re.compile(r"-?\d[\d_]*(\.\d+)?|\d{4}-\d\d-\d\d|true|false")
AMBIGUOUS = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}


def scalars(node: yaml.Node, key: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield every scalar with the key that it stands under; of a list, the key of the list; of a key, nothing."""
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for member in node.value:
            yield from scalars(member, key)
    else:
        for name, value in node.value:
            yield "", name
            yield from scalars(value, name.value)


def unlike_the_style(key: str, node: yaml.ScalarNode) -> str:
    """Return what is wrong with a scalar, or nothing."""
    is_word = bool(WORD.fullmatch(node.value)) and node.value.lower() not in AMBIGUOUS
    is_text = key in TEXTS or bool(CITED.fullmatch(key))
    if node.style not in ('"', "", None):
        return "only double quotes, and nothing folded"
    if node.style == '"':
        return "needless quotes" if is_word and not is_text else ""
    if is_text:
        return "what people read is quoted"
    return "" if is_word or NUMBER.fullmatch(node.value) else "several words are quoted"


def wrong_lines(text: str) -> list[str]:
    """Return what is wrong in a file, with its lines."""
    lines = text.split("\n")
    found = [f"{n}: {len(line)} characters" for n, line in enumerate(lines, 1) if len(line) > WIDTH]
    found += [
        f"{n}: space at the end, or a tab" for n, line in enumerate(lines, 1) if line != line.rstrip() or "\t" in line
    ]
    found += [] if text.endswith("\n") and not text.endswith("\n\n") else ["ends with one line break"]
    for key, node in scalars(yaml.compose(text, Loader=yaml.CSafeLoader)):
        wrong = unlike_the_style(key, node)
        found += [f"{node.start_mark.line + 1}: {wrong}: {node.value:.40}"] if wrong else []
    return found


def test_every_file_has_the_one_style():
    found = [
        f"{file.relative_to(ROOT)}:{line}" for file in FILES for line in wrong_lines(file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: {id: Air, en: \"Water\"}\n", "1: what people read is quoted: Air"),
        ("name: 'Water'\n", "1: only double quotes, and nothing folded: Water"),
        ("note: >-\n  Water\n", "1: only double quotes, and nothing folded: Water"),
        ('about: "water"\n', "1: needless quotes: water"),
        ("sources: [SURVEY: table 3]\n", "1: what people read is quoted: table 3"),
        ("year: about 2023\n", "1: several words are quoted: about 2023"),
        ("a: 1 \n", "1: space at the end, or a tab"),
        (f"note: \"{'x' * 120}\"\n", "1: 128 characters"),
    ],
)  # fmt: skip
def test_a_style_of_its_own_is_named(text, line):
    assert line in wrong_lines(text)


def test_what_the_style_allows_is_not_named():
    text = 'a: {score: water, below: 0.4, year: "2020-2023", code: "2.04", grid: "no"}\n1: {id: "Air", en: "Water"}\n'
    assert wrong_lines(text + '"1.02": [x, 2024-01-01, true]\n') == []
