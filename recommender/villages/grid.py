"""A sheet -> a table: where its header stands, in one row or two, and what of its rows is data.

People put titles above a table, group headings over its columns, numbers under them, totals and notes below, and merge
the cells of a subdistrict. What was merged beside village codes is filled down; merged values are not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from recommender.language.errors import Problem, problem
from recommender.language.wording import phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.sheets.nouns import Merged, Sheet
from recommender.villages.cells import clean, fold
from recommender.villages.columns import Header, count_known, read_header
from recommender.villages.places import SheetPlaces
from recommender.villages.shown import shown
from recommender.villages.table import Table

_HEADER_ROWS = 15
_TOTALS = ("jumlah", "total", "rata rata", "rerata", "average", "sum", "mean")
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a sheet. `unfilled` are rows (number -> code) that say which village, and nothing of it."""

    table: Table
    header: Header
    unfilled: Mapping[int, str]

    @property
    def is_of_villages(self) -> bool:
        return "code" in self.header.identity and self.header.is_useful


def find_table(sheet: Sheet, places: SheetPlaces, kb: KnowledgeBase) -> Found | None:
    """Return the sheet's table and its header, None if no row names anything known."""
    found = _header(sheet, lambda cells: count_known(cells, kb))
    if found is None:
        return None
    cells, first, last = found
    header = read_header(cells, kb, "", hints=False)
    table = Table(cells, first)
    rows = [(number, list(row)) for number, row in sheet.rows if number > last]
    if rows and _is_numbering(rows[0][1]):
        rows = rows[1:]
    table.problems += _merged(sheet.merged, rows, header, places, last)
    table.rows, unfilled, ignored = _data(rows, header, {issue.row for issue in sheet.issues})
    if ignored and "code" in header.identity:
        table.problems.append(problem(places.table, "ignored-rows", count=len(ignored), first=ignored[0]))
    table.problems += _issues(sheet, header, {number for number, _ in table.rows}, places)
    table.problems += _hidden(sheet, places)
    return Found(table, header, unfilled)


def _header(sheet: Sheet, known: Callable[[Cells], int]) -> tuple[list[str], int, int] | None:
    """Return the headings with their first and last row: the row, or the two rows, that make most cells known.

    Of rows that know equally many the lower one: below readable names may stand exact ones.
    """
    best: tuple[int, list[str], int, int] | None = None
    top = sheet.rows[:_HEADER_ROWS]
    for place, (number, cells) in enumerate(top):
        score = known(cells)
        if score and (best is None or score >= best[0]):
            best = score, list(cells), number, number
        if place + 1 < len(top) and top[place + 1][0] == number + 1:
            for joined in _joined(_spread(cells, number, sheet.merged), top[place + 1][1]):
                score = known(joined)
                if score and (best is None or score > best[0]):
                    best = score, joined, number, number + 1
    if best is None:
        return None
    _, found, first, last = best
    while found and not found[-1].strip():
        found.pop()
    return found, first, last


def _spread(cells: Cells, number: int, merged: Sequence[Merged]) -> list[str]:
    """Return a row of group headings, each over all the columns that it was merged over."""
    row = list(cells)
    for block in merged:
        if block.top <= number <= block.bottom and block.left <= len(cells):
            row += [""] * (block.right - len(row))
            row[block.left - 1 : block.right] = [cells[block.left - 1]] * (block.right - block.left + 1)
    return row


def _joined(above: Cells, below: Cells) -> list[list[str]]:
    """Return both ways in which two rows can head columns: the lower one's word, or both words together."""
    width = max(len(above), len(below))
    upper, lower = [*above, *[""] * (width - len(above))], [*below, *[""] * (width - len(below))]
    pairs = list(zip(upper, lower, strict=True))
    return [[under or over for over, under in pairs], [f"{over} {under}".strip() for over, under in pairs]]


def _is_numbering(cells: Cells) -> bool:
    """Return whether a row only counts the columns: 1 2 3, as official forms do."""
    filled = [clean(cell).strip("()[]") for cell in cells if cell.strip()]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _useful(header: Header) -> set[int]:
    return {*header.indicators, *header.facts, *header.published}


def _merged(
    merged: Sequence[Merged], rows: list[tuple[int, list[str]]], header: Header, places: SheetPlaces, last: int
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
        elif _useful(header) & set(columns) and any(by_number.get(block.top, [])[block.left - 1 : block.right]):
            where = f"{places.file}[{places.sheet}!{block.name}]"
            problems.append(problem(where, "merged-values"))
    return problems


def _data(
    rows: list[tuple[int, list[str]]], header: Header, with_issues: set[int]
) -> tuple[list[tuple[int, list[str]]], dict[int, str], list[int]]:
    """Return the rows of villages, those that nobody filled in, and those of no village: totals, notes, signatures."""
    code = header.identity.get("code")
    useful = _useful(header)
    kept, unfilled, ignored = [], {}, []
    for number, cells in rows:
        code_text = clean(cells[code]) if code is not None and code < len(cells) else ""
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


def _issues(sheet: Sheet, header: Header, rows: set[int], places: SheetPlaces) -> list[Problem]:
    """Return the cells of data that show an error, or a formula without its result."""
    read = _useful(header) | set(header.identity.values())
    return [
        problem(places.cell(issue.row, issue.column - 1, ""), issue.kind, value=shown(issue.text))
        for issue in sheet.issues
        if issue.row in rows and issue.column - 1 in read
    ]


def _hidden(sheet: Sheet, places: SheetPlaces) -> list[Problem]:
    if not sheet.hidden_row_count and not sheet.hidden_columns:
        return []
    how = phrase("hidden.by-filter" if sheet.is_filtered else "hidden.by-hand")
    counts = {"rows": sheet.hidden_row_count, "columns": len(sheet.hidden_columns)}
    return [problem(places.table, "hidden-cells", how=how, **counts)]
