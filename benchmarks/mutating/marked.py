"""Knowledge files with the place of every value: what `mutants.py` changes, by span of text.

In: path and text of one file below rules/ or catalog/. Out: `MarkedFile`: its scalars, its entries (a key with its
value, or a member of a list), its pairs of languages, each with the span of its text and the keys that lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

Path = tuple[str | int, ...]
QUOTES = ('"', "'", ">", "|")
WORDS = ("name", "question", "reason", "beneficiaries", "regulation", "responsible", "label", "title", "note")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value or key: text[start:end] is what stands in the file, quotes and all."""

    path: Path  # of a key: the keys that lead to its mapping, then itself
    start: int
    end: int
    value: str
    is_key: bool = False
    is_quoted: bool = False

    @property
    def slot(self) -> str:
        """The nearest key above it: what the value is, or what the names among the keys of a mapping are."""
        above = self.path[:-1] if self.is_key else self.path
        return next((str(part) for part in reversed(above) if isinstance(part, str)), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or a member of a list; `value` is the span of the value alone."""

    path: Path
    start: int
    end: int
    value: tuple[int, int]
    kind: str  # scalar | list | mapping
    in_flow: bool  # between brackets: a comma parts it from the next


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or list as a whole: the span from its first sign to its last."""

    path: Path
    start: int
    end: int
    keys: dict[str, tuple[int, int]]  # of a mapping: key -> span of the value


@dataclass(slots=True)
class MarkedFile:
    """A file and what stands where in it; of a CSV file, the cells that are numbers."""

    file: str
    text: str
    scalars: list[Scalar] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def line(self, place: int) -> int:
        """Return the line of a place in the text, from 1."""
        return self.text.count("\n", 0, place) + 1

    def part(self, path: Path) -> str:
        """Return the field of a noun in which a path lies: sites are drawn by field first, lest examples crowd out."""
        depth = 0 if is_noun(self.file) else 1
        return str(path[depth]) if len(path) > depth else ""


def is_noun(file: str) -> bool:
    """Return whether the file is one noun (a rule, a work, a framework), not a table of many."""
    return file.startswith(("rules/", "catalog/interventions/", "catalog/frameworks/", "catalog/about"))


def mark(file: str, text: str) -> MarkedFile:
    """Return the file with its sites; values that no reader acts on (notes) are left out."""
    marked = MarkedFile(file, text)
    if file.endswith(".csv"):
        marked.scalars = list(_cells(text))
    else:
        _walk(marked, yaml.compose(text, Loader=yaml.CSafeLoader), ())
    return marked


def _cells(text: str) -> Iterator[Scalar]:
    place, head = 0, text.split("\n", 1)[0].split(",")
    for number, line in enumerate(text.split("\n")):
        at = place
        for column, cell in zip(head, line.split(","), strict=False):
            if number and cell.lstrip("-").replace(".", "", 1).isdigit():
                yield Scalar((number, column), at, at + len(cell), cell)
            at += len(cell) + 1
        place += len(line) + 1


def _walk(marked: MarkedFile, node: yaml.Node, path: Path) -> tuple[int, int]:
    """Gather what stands in a node; return its span without the blank that a block leaves behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        marked.scalars.append(Scalar(path, start, end, node.value, is_quoted=node.style in QUOTES))
        return start, end
    keys: dict[str, tuple[int, int]] = {}
    last = start
    members = node.value if isinstance(node, yaml.MappingNode) else [(None, one) for one in node.value]
    for number, (key, below) in enumerate(members):
        name = number if key is None else key.value
        begin = below.start_mark.index
        if key is not None:
            begin = key.start_mark.index
            if name != "note":
                marked.scalars.append(Scalar((*path, name), begin, key.end_mark.index, name, True, key.style in QUOTES))
        if name == "note":
            last = _last(below)
            continue
        span = _walk(marked, below, (*path, name))
        kind = {"scalar": "scalar", "sequence": "list", "mapping": "mapping"}[below.id]
        marked.entries.append(Entry((*path, name), begin, span[1], span, kind, bool(node.flow_style)))
        keys[str(name)] = span
        last = span[1]
    end = end if node.flow_style else last
    marked.groups.append(Group(path, start, end, keys if isinstance(node, yaml.MappingNode) else {}))
    return start, end


def _last(node: yaml.Node) -> int:
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    below = node.value[-1]
    return _last(below[1] if isinstance(below, tuple) else below)
