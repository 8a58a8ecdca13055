"""Sheets to be filled downwards (a key and its answer in each row) -> one row a year, as in any other table.

`recommender template` makes them for one village. Keys are the headings that a table may have; several such sheets of
a workbook are one form. A column headed by a year holds the values of that year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recommender.sheets.nouns import Sheet
from recommender.villages.cells import cell_at, fold, yes_or_no
from recommender.villages.tables.columns import IDENTITY
from recommender.villages.tables.headed_columns import HeadedColumns, find_columns
from recommender.villages.tables.places import SheetPlaces
from recommender.villages.tables.village_table import VillageTable

_COLUMNS = {"key": ("kunci", "key"), "answer": ("jawaban", "answer"), "checked": ("sudah dicek", "checked")}
CHECKED_COLUMN = "values checked"
_BEFORE = re.compile(r"(?:nilai|value) (\d{4})\Z")
_CHOSEN = re.compile(r"(-?\d+) · ", re.ASCII)  # a level with its meaning, as the drop-down lists show it


def form_columns(sheet: Sheet) -> HeadedColumns | None:
    """Return the columns of keys and answers, None if the sheet is no form."""
    return find_columns(sheet, _COLUMNS, needed=("key", "answer"))


@dataclass(slots=True)
class FilledForm:
    """Answers by key, with their places; `before` are those of earlier years, `checked` keys whose value was."""

    answers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    before: dict[str, dict[str, str]] = field(default_factory=dict)  # year -> key -> value
    checked: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, found: HeadedColumns, places: SheetPlaces) -> None:
        """Add the answers of one sheet."""
        headed = ((column, _BEFORE.match(fold(heading))) for column, heading in enumerate(found.headings))
        years = {column: match.group(1) for column, match in headed if match}
        for number, cells in found.rows():
            key = found.text(cells, "key")
            if not key:
                continue
            answer = _answer(found.text(cells, "answer"))
            place = places.cell(number, found.columns["answer"], "")
            entries = self.answers.setdefault(key, [])
            if answer and answer not in (text for text, _ in entries):
                entries.append((answer, place))
            self.places.setdefault(key, place)
            if yes_or_no(found.text(cells, "checked")):
                self.checked.append(key)
            for column, year in years.items():
                value = _answer(cell_at(cells, column))
                if value:
                    self.before.setdefault(year, {})[key] = value

    def table(self, file: str) -> tuple[VillageTable, SheetPlaces]:
        """Return the form as a table: a row of answers, and one for each earlier year.

        A key that is answered twice with different words becomes two columns, which the table's reader refuses.
        """
        headings: list[str] = []
        cells: list[str] = []
        moved: dict[tuple[int, int], str] = {}
        for key, entries in self.answers.items():
            for text, place in entries or [("", self.places[key])]:
                moved[1, len(headings)] = place
                headings.append(key)
                cells.append(text)
        rows = [(1, cells)]
        year_column = next((n for n, key in enumerate(headings) if fold(key) in IDENTITY["year"]), None)
        code_column = next((n for n, key in enumerate(headings) if fold(key) in IDENTITY["code"]), None)
        if self.checked:
            headings.append(CHECKED_COLUMN)
            cells.append(" ".join(dict.fromkeys(self.checked)))
        for number, (year, values) in enumerate(sorted(self.before.items()), 2):
            if year_column is None or code_column is None:
                break
            row = [values.get(key, "") for key in headings]
            row[year_column], row[code_column] = year, cells[code_column]
            moved.update({(number, column): place for (_, column), place in list(moved.items())})
            rows.append((number, row))
        return VillageTable(headings, 1, rows), SheetPlaces(file, "", moved)


def _answer(text: str) -> str:
    """Return an answer without the meaning that a drop-down list shows behind its level."""
    match = _CHOSEN.match(text)
    return match.group(1) if match else text
