"""Sheets to be filled downwards (a key and its answer in each row) -> one row a year, as in any other table.

`recommender template` makes them for one village. Keys are the headings that a table may have; several such sheets of
a workbook are one form. A column headed by a year holds the values of that year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from recommender.sheets.nouns import Sheet, cell_name
from recommender.villages.cells import clean, fold, headed, yes_or_no
from recommender.villages.places import SheetPlaces
from recommender.villages.table import Table

KEY = ("kunci", "key")
ANSWER = ("jawaban", "answer")
CHECKED = ("sudah dicek", "checked")
CHECKED_COLUMN = "values checked"
_BEFORE = re.compile(r"(?:nilai|value) (\d{4})\Z")
_CHOSEN = re.compile(r"(-?\d+) · ", re.ASCII)  # a level with its meaning, as the drop-down lists show it
_HEADER_ROWS = 15


@dataclass(slots=True)
class Form:
    """Answers by key, with their places; `before` are those of earlier years, `checked` keys whose value was."""

    answers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    before: dict[str, dict[str, str]] = field(default_factory=dict)  # year -> key -> value
    checked: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    sheets: list[str] = field(default_factory=list)

    def add(self, sheet: Sheet, file: str) -> None:
        """Add the answers of one sheet."""
        header = form_header(sheet)
        assert header is not None
        row, columns, years = header
        self.sheets.append(sheet.name)
        for number, cells in sheet.rows:
            key = _cell(cells, columns["key"])
            if number <= row or not key:
                continue
            answer = _answer(_cell(cells, columns["answer"]))
            place = f"{file}[{sheet.name}!{cell_name(number, columns['answer'] + 1)}]"
            entries = self.answers.setdefault(key, [])
            if answer and answer not in (text for text, _ in entries):
                entries.append((answer, place))
            self.places.setdefault(key, place)
            if "checked" in columns and yes_or_no(_cell(cells, columns["checked"])):
                self.checked.append(key)
            for column, year in years.items():
                value = _answer(_cell(cells, column))
                if value:
                    self.before.setdefault(year, {})[key] = value

    def table(self, file: str) -> tuple[Table, SheetPlaces]:
        """Return the form as a table: a row of answers, and one for each earlier year.

        A key that is answered twice with different words becomes two columns, which the table's reader refuses.
        """
        header: list[str] = []
        cells: list[str] = []
        moved: dict[tuple[int, int], str] = {}
        for key, entries in self.answers.items():
            for text, place in entries or [("", self.places[key])]:
                moved[1, len(header)] = place
                header.append(key)
                cells.append(text)
        rows = [(1, cells)]
        year_column = next((n for n, key in enumerate(header) if fold(key) in ("tahun", "year")), None)
        code_column = next((n for n, key in enumerate(header) if fold(key) in ("kode desa", "village code")), None)
        if self.checked:
            header.append(CHECKED_COLUMN)
            cells.append(" ".join(dict.fromkeys(self.checked)))
        for number, (year, values) in enumerate(sorted(self.before.items()), 2):
            if year_column is None or code_column is None:
                break
            row = [values.get(key, "") for key in header]
            row[year_column], row[code_column] = year, cells[code_column]
            moved.update({(number, column): place for (_, column), place in list(moved.items())})
            rows.append((number, row))
        return Table(header, 1, rows), SheetPlaces(file, "", moved)


def form_header(sheet: Sheet) -> tuple[int, dict[str, int], dict[int, str]] | None:
    """Return (row number, columns by what they hold, columns of earlier years), None if the sheet is no form."""
    for number, cells in sheet.rows[:_HEADER_ROWS]:
        found = headed(cells, {"key": KEY, "answer": ANSWER, "checked": CHECKED})
        if "key" in found and "answer" in found:
            before = ((column, _BEFORE.match(fold(name))) for column, name in enumerate(cells))
            years = {column: match.group(1) for column, match in before if match}
            return number, found, years
    return None


def _cell(cells: Sequence[str], column: int) -> str:
    return clean(cells[column]) if column < len(cells) else ""


def _answer(text: str) -> str:
    """Return an answer without the meaning that a drop-down list shows behind its level."""
    match = _CHOSEN.match(text)
    return match.group(1) if match else text
