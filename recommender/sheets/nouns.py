"""Nouns of a workbook as read: sheets of text cells, what was found in them, and why a workbook is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})\Z", re.ASCII)


class WorkbookRefused(Exception):
    """A workbook that is not read: `code` is a key of `language/catalog/data_file_problems.py`, `details` fill it."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class LostCell(NamedTuple):
    """A cell without a value that can be used: `error-cell`, with what it shows, or `formula-without-value`."""

    code: str
    row: int
    column: int
    text: str = ""


class MergedCells(NamedTuple):
    """A block of merged cells, both corners included. Rows and columns are counted from 1 in all these."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


@dataclass(slots=True)
class Sheet:
    """One sheet: (row number, cells from column A) of each row that has any; hidden rows and columns included."""

    name: str
    is_hidden: bool = False
    is_filtered: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged: list[MergedCells] = field(default_factory=list)
    lost: list[LostCell] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Workbook:
    """The sheets in their order; `has_macros` if it holds programs (never run, not even read)."""

    sheets: list[Sheet] = field(default_factory=list)
    has_macros: bool = False


def column_letters(column: int) -> str:
    """Return a column's letters, from its number counted from 1.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a cell as a spreadsheet names it.

    >>> cell_name(12, 6)
    'F12'
    """
    return f"{column_letters(column)}{row}"


def cell_of(name: str) -> tuple[int, int] | None:
    """Return (row, column) of a cell's name, None if it is none.

    >>> cell_of("F12"), cell_of("12")
    ((12, 6), None)
    """
    match = _CELL.match(name)
    if not match:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - 64
    return int(match.group(2)), column


def merged_of(name: str) -> MergedCells | None:
    """Return the block that `A1:B3` names, None if it names none."""
    first, _, last = name.partition(":")
    start, end = cell_of(first), cell_of(last or first)
    if start is None or end is None:
        return None
    return MergedCells(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
