"""The sheets of an .xlsx file, each read as a stream: what is never held in memory cannot fill it.

Cells come as text. A formula gives the value that was saved with it. Rows and columns that are hidden are read like
others and counted. No document type and no entity is accepted, so that nothing can multiply.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from recommender.sheets.formats import number_text
from recommender.sheets.guard import ZipPackage
from recommender.sheets.nouns import LostCell, Sheet, WorkbookRefused, cell_of, column_letters, merged_of
from recommender.sheets.parts import Attributes, CellText, WorkbookParts, parse, unescaped

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LARGEST_BOX = 20_000_000
MOST_CELLS = 20_000_000  # elements, empty ones too
MOST_NOTED = 2_000  # cells without a value, merged blocks, hidden columns of a sheet
Emit = Callable[[int, list[str]], None]


def read_sheet(package: ZipPackage, parts: WorkbookParts, name: str, is_hidden: bool, part: str, emit: Emit) -> Sheet:
    """Return a sheet without its rows, which go to `emit` one by one as (number, cells).

    Raises
    ------
    WorkbookRefused
        If it is damaged, or larger than allowed.
    """
    reader = _SheetReader(parts, emit, Sheet(name, is_hidden))
    parse(package, part, name, reader.start, reader.end, reader.text.add)
    return reader.finished()


@dataclass(slots=True)
class _SheetReader:
    """One sheet under way: the row and the cell that are open, and what was seen so far."""

    parts: WorkbookParts
    emit: Emit
    sheet: Sheet
    row: int = 0
    column: int = 0
    cells: list[str] = field(default_factory=list)
    text: CellText = field(default_factory=CellText)
    kind: str = ""
    style: str = ""
    has_formula: bool = False
    seen: int = 0
    rows: int = 0
    widest: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # first and last of each range
    columns: dict[str, int] = field(default_factory=dict)  # by letters; asked for every cell

    def start(self, name: str, given: Attributes) -> None:
        sheet = self.sheet
        if name == "c":
            self._open_cell(given)
        elif name in ("v", "t", "rPh"):
            self.text.start(name)
        elif name == "f":
            self.has_formula = True
        elif name == "row":
            self._open_row(given)
        elif name == "mergeCell":
            block = merged_of(given.get("ref", ""))
            if block is not None and len(sheet.merged) < MOST_NOTED:
                sheet.merged.append(block)
        elif name == "col" and _is_hidden(given) and len(self.hidden_columns) < MOST_NOTED:
            first, last = given.get("min", ""), given.get("max", "")
            if first.isdigit() and last.isdigit():
                self.hidden_columns.append((int(first), int(last)))
        elif name == "autoFilter":
            sheet.is_filtered = True

    def end(self, name: str) -> None:
        if name in ("v", "t", "rPh"):
            self.text.end(name)
        elif name == "c":
            self._close_cell()
        elif name == "row" and self.cells:
            self.rows += 1
            self.widest = max(self.widest, len(self.cells))
            if self.rows > MOST_ROWS:
                raise WorkbookRefused("workbook-too-large", what="rows", limit=MOST_ROWS)
            if self.rows * self.widest > LARGEST_BOX:
                raise WorkbookRefused("workbook-too-large", what="cells", limit=LARGEST_BOX)
            self.emit(self.row, self.cells)
            self.cells = []

    def finished(self) -> Sheet:
        self.sheet.hidden_columns = sum(
            max(0, min(last, self.widest) - first + 1) for first, last in self.hidden_columns
        )
        return self.sheet

    def _open_row(self, given: Attributes) -> None:
        number = given.get("r", "")
        last = self.row
        self.row = int(number) if number.isdigit() and len(number) < 9 else last + 1
        if self.row <= last:
            raise WorkbookRefused("bad-workbook", reason=f"row {self.row} comes after row {last}")
        self.column, self.cells = 0, []
        self.sheet.hidden_rows += _is_hidden(given)

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
        self.has_formula = False
        self.seen += 1
        if self.seen > MOST_CELLS:
            raise WorkbookRefused("workbook-too-large", what="cells", limit=MOST_CELLS)

    def _close_cell(self) -> None:
        raw = self.text.take()
        if self.kind == "e" or (not raw and self.has_formula and self.kind != "str"):
            if len(self.sheet.lost) < MOST_NOTED:
                code = "error-cell" if self.kind == "e" else "formula-without-value"
                self.sheet.lost.append(LostCell(code, self.row, self.column, raw[:20]))
            return
        text = self._meaning(raw)
        if not text:
            return
        if self.row > MOST_ROWS:
            raise WorkbookRefused("workbook-too-large", what="rows", limit=MOST_ROWS)
        if not 0 < self.column <= MOST_COLUMNS:
            raise WorkbookRefused("workbook-too-large", what="columns", limit=MOST_COLUMNS)
        self.cells += [""] * (self.column - len(self.cells))
        self.cells[self.column - 1] = text

    def _meaning(self, raw: str) -> str:
        if self.kind == "s":
            number = int(raw) if raw.isdigit() and len(raw) < 9 else -1
            if not 0 <= number < len(self.parts.strings):
                raise WorkbookRefused("bad-workbook", reason=f"row {self.row} names a text that is not there")
            return unescaped(self.parts.strings[number])
        if self.kind == "b":
            return "true" if raw == "1" else "false" if raw else ""
        if self.kind == "n" and raw:
            is_date = self.style.isdigit() and int(self.style) in self.parts.dates
            return number_text(raw, is_date, self.parts.from_1904)
        return raw[:10] if self.kind == "d" else unescaped(raw)


def _is_hidden(given: Attributes) -> bool:
    return given.get("hidden") in ("1", "true")
