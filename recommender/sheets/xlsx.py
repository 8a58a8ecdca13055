"""The sheets of an .xlsx file, each read as a stream: what is never held in memory cannot fill it.

Cells come as text. A formula gives the value that was saved with it. Rows and columns that are hidden are read like
others and counted. No document type and no entity is accepted, so that nothing can multiply.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from recommender.sheets.formats import number_text
from recommender.sheets.guard import Package
from recommender.sheets.nouns import Issue, IssueKind, Merged, Refused, Sheet, cell_of, column_letters, merged_of
from recommender.sheets.parts import Attributes, Parts, checked_length, local_name, parse, unescaped

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LARGEST_BOX = 20_000_000
MOST_CELLS = 20_000_000  # elements, empty ones too
MOST_NOTED = 2_000  # issues and merged blocks of a sheet
_FEW = 5
Emit = Callable[[int, list[str]], None]


def read_sheet(package: Package, parts: Parts, name: str, is_hidden: bool, part: str, emit: Emit) -> Sheet:
    """Return a sheet without its rows, which go to `emit` one by one as (number, cells).

    Raises
    ------
    Refused
        If it is damaged, or larger than allowed.
    """
    reader = _SheetReader(parts, emit, Sheet(name, is_hidden))
    parse(package.chunks(part), reader.start, reader.end, reader.text, name)
    return reader.finished()


@dataclass(slots=True)
class _SheetReader:
    """One sheet under way: the row and the cell that are open, and what was seen so far."""

    parts: Parts
    emit: Emit
    sheet: Sheet
    row: int = 0
    column: int = 0
    cells: list[str] = field(default_factory=list)
    kind: str = ""
    style: str = ""
    has_formula: bool = False
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    taking: bool = False
    is_note: bool = False
    seen: int = 0
    widest: int = 0
    rows: int = 0
    issues: list[Issue] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)  # by letters; asked for every cell

    def start(self, name: str, given: Attributes) -> None:
        name = local_name(name)
        if name == "c":
            self._open_cell(given)
        elif name in ("v", "t"):
            self.taking = not self.is_note
        elif name == "f":
            self.has_formula = True
        elif name == "rPh":
            self.is_note = True
        elif name == "row":
            self._open_row(given)
        elif name == "mergeCell":
            block = merged_of(given.get("ref", ""))
            if block is not None and len(self.merged) < MOST_NOTED:
                self.merged.append(block)
        elif name == "col" and given.get("hidden") in ("1", "true"):
            first = given.get("min", "0")
            if first.isdigit() and len(self.sheet.hidden_columns) < _FEW and 0 < int(first) <= MOST_COLUMNS:
                self.sheet.hidden_columns = (*self.sheet.hidden_columns, int(first))
        elif name == "autoFilter":
            self.sheet.is_filtered = True

    def end(self, name: str) -> None:
        name = local_name(name)
        if name in ("v", "t"):
            self.taking = False
        elif name == "c":
            self._close_cell()
        elif name == "rPh":
            self.is_note = False
        elif name == "row" and self.cells:
            self.rows += 1
            self.widest = max(self.widest, len(self.cells))
            if self.rows > MOST_ROWS:
                raise Refused("workbook-too-large", what="rows", limit=MOST_ROWS)
            if self.rows * self.widest > LARGEST_BOX:
                raise Refused("workbook-too-large", what="cells", limit=LARGEST_BOX)
            self.emit(self.row, self.cells)
            self.cells = []

    def text(self, piece: str) -> None:
        if self.taking:
            self.length = checked_length(self.length + len(piece))
            self.pieces.append(piece)

    def _open_row(self, given: Attributes) -> None:
        number = given.get("r", "")
        last = self.row
        self.row = int(number) if number.isdigit() and len(number) < 9 else last + 1
        if self.row <= last:
            raise Refused("bad-workbook", reason=f"row {self.row} comes after row {last}")
        self.column, self.cells = 0, []
        if given.get("hidden") in ("1", "true"):
            self.sheet.hidden_row_count += 1
            if len(self.sheet.hidden_rows) < _FEW:
                self.sheet.hidden_rows = (*self.sheet.hidden_rows, self.row)

    def _open_cell(self, given: Attributes) -> None:
        letters = given.get("r", "").rstrip("0123456789")
        if letters not in self.columns:
            place = cell_of(f"{letters}1")
            if place is None:  # no place named: the next one
                letters = column_letters(self.column + 1)
                place = (1, self.column + 1)
            self.columns[letters] = place[1]
        self.column = self.columns[letters]
        self.kind, self.style = given.get("t", "n"), given.get("s", "")
        self.has_formula, self.pieces, self.length = False, [], 0
        self.seen += 1
        if self.seen > MOST_CELLS:
            raise Refused("workbook-too-large", what="cells", limit=MOST_CELLS)

    def _close_cell(self) -> None:
        raw = "".join(self.pieces)
        if self.kind == "e" or (not raw and self.has_formula and self.kind != "str"):
            if len(self.issues) < MOST_NOTED:
                kind: IssueKind = "error-cell" if self.kind == "e" else "formula-without-value"
                self.issues.append(Issue(kind, self.row, self.column, raw[:20]))
            return
        text = self._meaning(raw)
        if not text:
            return
        if self.row > MOST_ROWS:
            raise Refused("workbook-too-large", what="rows", limit=MOST_ROWS)
        if not 0 < self.column <= MOST_COLUMNS:
            raise Refused("workbook-too-large", what="columns", limit=MOST_COLUMNS)
        if len(self.cells) < self.column:
            self.cells += [""] * (self.column - len(self.cells))
        self.cells[self.column - 1] = text

    def _meaning(self, raw: str) -> str:
        if self.kind == "s":
            number = int(raw) if raw.isdigit() and len(raw) < 9 else -1
            if not 0 <= number < len(self.parts.strings):
                raise Refused("bad-workbook", reason=f"row {self.row} names a text that is not there")
            return unescaped(self.parts.strings[number])
        if self.kind == "b":
            return "true" if raw == "1" else "false" if raw else ""
        if self.kind == "n" and raw:
            is_date = self.style.isdigit() and int(self.style) in self.parts.dates
            return number_text(raw, is_date, self.parts.from_1904)
        return raw[:10] if self.kind == "d" else unescaped(raw)

    def finished(self) -> Sheet:
        self.sheet.issues = tuple(self.issues)
        self.sheet.merged = tuple(self.merged)
        return self.sheet
