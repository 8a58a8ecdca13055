"""A sheet -> a table: where its header stands, in one row or two, and what of its rows is data.

People put titles above a table, group headings over its columns, numbers under them, totals and notes below, and merge
the cells of a subdistrict. What was merged beside village codes is filled down; merged values are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.sheets.nouns import MergedCells, Sheet
from recommender.villages.cells import cell_at, clean, fold
from recommender.villages.tables.columns import TableHeader, count_known, read_header
from recommender.villages.tables.places import SheetPlaces
from recommender.villages.tables.village_table import HEADER_ROWS, NumberedRow, VillageTable, find_head

_TOTALS = ("jumlah", "total", "rata rata", "rerata", "average", "sum", "mean")


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table in a sheet. `unfilled` are rows (number -> code) that say which village, and nothing of it."""

    table: VillageTable
    is_of_villages: bool
    unfilled: Mapping[int, str]


def find_table(sheet: Sheet, places: SheetPlaces, kb: KnowledgeBase) -> SheetTable | None:
    """Return the sheet's table, None if no row names anything known."""

    def spread(number: int, cells: list[str]) -> list[str]:
        return _spread(cells, number, sheet.merged)

    head = find_head(sheet.rows[:HEADER_ROWS], lambda cells: count_known(cells, kb), spread)
    if head is None or not head.score[0]:
        return None
    header = read_header(head.headings, kb, "", hints=False)
    table = VillageTable(head.headings, head.first)
    rows = [(number, list(row)) for number, row in sheet.rows if number > head.last]
    if rows and _is_numbering(rows[0][1]):
        rows = rows[1:]
    table.problems += _merged(sheet.merged, rows, header, places, head.last)
    table.rows, unfilled, ignored = _data(rows, header, {cell.row for cell in sheet.lost})
    if ignored and "code" in header.identity:
        table.problems.append(problem(places.table, "ignored-rows", count=len(ignored), first=ignored[0]))
    table.problems += _lost(sheet, header, {number for number, _ in table.rows}, places)
    table.problems += _hidden(sheet, places)
    return SheetTable(table, header.is_of_villages, unfilled)


def _spread(cells: Sequence[str], number: int, merged: Sequence[MergedCells]) -> list[str]:
    """Return a row of group headings, each over all the columns that it was merged over."""
    row = list(cells)
    for block in merged:
        if block.top <= number <= block.bottom and block.left <= len(cells):
            row += [""] * (block.right - len(row))
            row[block.left - 1 : block.right] = [cells[block.left - 1]] * (block.right - block.left + 1)
    return row


def _is_numbering(cells: Sequence[str]) -> bool:
    """Return whether a row only counts the columns: 1 2 3, as official forms do."""
    filled = [clean(cell).strip("()[]") for cell in cells if cell.strip()]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _merged(
    merged: Sequence[MergedCells], rows: list[NumberedRow], header: TableHeader, places: SheetPlaces, last: int
) -> list[Problem]:
    """Fill down what was merged in columns that say who and when; name merged values, which nobody can share out."""
    identity = set(header.identity.values())
    by_number = dict(rows)
    problems = []
    for block in merged:
        if block.bottom <= last:
            continue
        columns = range(block.left - 1, block.right)
        if block.left - 1 in identity and len(columns) == 1:
            value = by_number.get(block.top, [])[block.left - 1 : block.left]
            for number in range(max(block.top, last) + 1, block.bottom + 1):
                if number in by_number and value:
                    row = by_number[number]
                    row += [""] * (block.left - len(row))
                    row[block.left - 1] = value[0]
        elif header.useful & set(columns) and any(by_number.get(block.top, [])[block.left - 1 : block.right]):
            where = f"{places.file}[{places.sheet}!{block.name}]"
            problems.append(problem(where, "merged-values"))
    return problems


def _data(
    rows: list[NumberedRow], header: TableHeader, with_issues: set[int]
) -> tuple[list[NumberedRow], dict[int, str], list[int]]:
    """Return the rows of villages, those that nobody filled in, and those of no village: totals, notes, signatures."""
    code = header.identity.get("code")
    useful = header.useful
    kept, unfilled, ignored = [], {}, []
    for number, cells in rows:
        code_text = cell_at(cells, code)
        has_code = any(sign.isdigit() for sign in code_text)
        has_values = any(cells[column].strip() for column in useful if column < len(cells))
        first = fold(next((cell for cell in cells if cell.strip()), ""))
        if not has_code and (not has_values or first.startswith(_TOTALS)):
            ignored.append(number)
        elif code_text and not has_values and number not in with_issues:
            unfilled[number] = code_text
        else:
            # What stands beside the table, under no heading, belongs to nobody.
            kept.append((number, [*cells, *[""] * (len(header.cells) - len(cells))][: len(header.cells)]))
    return kept, unfilled, ignored


def _lost(sheet: Sheet, header: TableHeader, rows: set[int], places: SheetPlaces) -> list[Problem]:
    """Return the cells of data that show an error, or a formula without its result."""
    read = header.useful | set(header.identity.values())
    return [
        problem(places.cell(cell.row, cell.column - 1, ""), cell.code, value=shown(cell.text))
        for cell in sheet.lost
        if cell.row in rows and cell.column - 1 in read
    ]


def _hidden(sheet: Sheet, places: SheetPlaces) -> list[Problem]:
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return []
    how = phrase("hidden.by-filter" if sheet.is_filtered else "hidden.by-hand")
    return [problem(places.table, "hidden-cells", how=how, rows=sheet.hidden_rows, columns=sheet.hidden_columns)]
