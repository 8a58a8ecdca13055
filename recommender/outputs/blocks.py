"""What a report is made of, whatever it is printed on: headings, paragraphs, bars, tables, entries.

Texts are plain sentences in one language; a renderer wraps, escapes and neutralises them for its own medium.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

BULLET = "•"  # the mark of an entry without a number


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 opens a document (a village), 2 a section, 3 a part of it; `aside` stands at its right."""

    text: str
    level: Literal[1, 2, 3] = 2
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A score between 0 and 1 (None: not measured) with its number and a remark."""

    label: str
    score: float | None
    number: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: text wraps; code and money are never broken, money stands at the right."""

    title: str
    kind: Literal["text", "code", "money"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: a mark (`3.`), a title, an amount at the right, and lines below."""

    title: str
    mark: str = "-"
    amount: str = ""
    lines: tuple[str, ...] = ()
    parts: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text printed as it is: a picture's source, a JSON object."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Separator:
    """Between two villages."""


Block = Heading | Paragraph | Bars | Table | Entry | Verbatim | Separator
Blocks = Sequence[Block]
