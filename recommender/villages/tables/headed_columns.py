"""Columns of a sheet under words of ours (`Kunci`, `Jawaban`, `Sumber dana`), and the rows below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recommender.sheets.nouns import Sheet
from recommender.villages.cells import cell_at, fold
from recommender.villages.tables.village_table import HEADER_ROWS, NumberedRow


@dataclass(frozen=True, slots=True)
class HeadedColumns:
    """Columns by what they hold, and the row that heads them."""

    sheet: Sheet
    row: int
    headings: Sequence[str]
    columns: Mapping[str, int]

    def rows(self) -> Iterator[NumberedRow]:
        """Yield the rows below the headings."""
        return (row for row in self.sheet.rows if row[0] > self.row)

    def text(self, cells: Sequence[str], what: str) -> str:
        """Return the cleaned cell of a column; empty where there is none."""
        return cell_at(cells, self.columns.get(what))


def find_columns(sheet: Sheet, wanted: Mapping[str, Sequence[str]], needed: Sequence[str]) -> HeadedColumns | None:
    """Return the columns whose folded heading is one of those wanted for something; None if a needed one is missing."""
    for number, cells in sheet.rows[:HEADER_ROWS]:
        folded = [fold(cell) for cell in cells]
        columns = {what: folded.index(word) for what, words in wanted.items() for word in words if word in folded}
        if columns.keys() >= set(needed):
            return HeadedColumns(sheet, number, cells, columns)
    return None
