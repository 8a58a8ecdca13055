"""Lines of a table in CSV that are safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage return) gets
a `'` before it, so that a name in the data can never execute.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from recommender.language.harmless import plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CsvCell = str | int | float | None


def csv_line(cells: Iterable[CsvCell]) -> str:
    """Return one line of a table, every cell safe to open in a spreadsheet."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: CsvCell) -> CsvCell:
    """Return the cell so that a spreadsheet shows it and never runs it; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if cell.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
