"""A workbook read back without the program: cells by sheet, tables by headings, sums added up from their ranges."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

SUM = re.compile(r"=SUM\(([A-Z]+\d+(?::[A-Z]+\d+)?(?:,[A-Z]+\d+(?::[A-Z]+\d+)?)*|0)\)")


@dataclass(frozen=True)
class Book:
    """One workbook twice: as written (`cells`, formulas in them) and as a reader that does not calculate sees it."""

    cells: Any
    values: Any

    @property
    def names(self) -> list[str]:
        return list(self.values.sheetnames)

    def texts(self, name: str) -> list[str]:
        return [str(cell) for row in self.values[name].iter_rows(values_only=True) for cell in row if cell is not None]

    def everything(self) -> str:
        return "\n".join(text for name in self.names for text in self.texts(name))


def read(content: bytes) -> Book:
    return Book(
        openpyxl.load_workbook(io.BytesIO(content)), openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    )


def headings(sheet: Any) -> tuple[list[str], int]:
    """Return the title of each column (`group: title` where it has one) and the first row below them.

    The rows that are printed on every page are the headings.
    """
    first, last = (int(row.strip("$")) for row in sheet.print_title_rows.split("!")[-1].split(":"))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(first, last)]
    if [str(number + 1) for number in range(len(rows[-1]))] == rows[-1]:
        rows.pop()
    if len(rows) == 1:
        return rows[0], last + 1
    titles, group = [], ""
    for above, below in zip(rows[0], rows[1], strict=True):
        group = above or group
        titles.append(f"{group}: {below}" if below else group)
    return titles, last + 1


def table(sheet: Any) -> list[dict[str, Any]]:
    """Return the rows of data, those with a number (or a year) in the first column, by heading."""
    titles, first = headings(sheet)
    found = []
    for row in sheet.iter_rows(first, values_only=True):
        if row[0] is not None and re.fullmatch(r"\d+", str(row[0])):
            found.append(dict(zip(titles, row, strict=True)))
    return found


def labelled(sheet: Any, title: str) -> dict[str, Any]:
    """Return label -> amount of the rows below and between the data (sums and what stands beside), in one column."""
    titles, first = headings(sheet)
    place = titles.index(title)
    rows = list(sheet.iter_rows(first, values_only=True))
    return {
        row[0]: row[place]
        for row in rows
        if isinstance(row[0], str) and not row[0].isdigit() and row[place] is not None
    }


def added_up(sheet: Any, formula: str) -> int:
    """Return the sum that a formula stands for, from the cells of its ranges, sums among them added up likewise."""
    match = SUM.fullmatch(formula)
    assert match, formula
    total = 0
    for part in match[1].split(","):
        if part == "0":
            continue
        left, top, right, bottom = range_boundaries(part)
        for row in sheet.iter_rows(top, bottom, left, right, values_only=True):
            for value in row:
                if isinstance(value, str):
                    total += added_up(sheet, value)
                elif value is not None:
                    total += value
    return total
