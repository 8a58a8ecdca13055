"""The parts of an .xlsx file -> sheets, each read as a stream: what is never held in memory cannot fill it.

Cells come as text. A formula gives the value that was saved with it. Rows and columns that are hidden are read like
others and counted. No document type and no entity is accepted, so that nothing can multiply.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from recommender.sheets.formats import date_styles, number_text
from recommender.sheets.guard import Package
from recommender.sheets.nouns import Issue, IssueKind, Merged, Refused, Sheet, cell_of, column_letters, merged_of

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LARGEST_BOX = 20_000_000
MOST_CELLS = 20_000_000  # elements, empty ones too
LONGEST_CELL = 32_767  # what a spreadsheet program holds
MOST_STRINGS = 5_000_000
MOST_SHEETS = 150
MOST_NOTED = 2_000  # issues and merged blocks of a sheet
_FEW = 5
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = dict[str, str]
Emit = Callable[[int, list[str]], None]


def _parse(
    chunks: Iterable[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    part: str,
) -> None:
    """Run the handlers over a part; names come as written, `_local` takes their prefix off.

    Raises
    ------
    Refused
        If it is no well-formed XML, or declares a document type or an entity.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: Any) -> None:
        raise Refused("bad-workbook", reason=f"{part}: it declares entities, which no spreadsheet program writes")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("bad-workbook", reason=f"{part}: {error}") from None


def _local(name: str) -> str:
    """Return a name without the prefix that some programs write before it."""
    return name.rpartition(":")[2] if ":" in name else name


def _nothing(*_: object) -> None:
    return


@dataclass(slots=True)
class _Strings:
    """Texts that many cells share, by number; phonetic notes left out."""

    texts: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    is_text: bool = False
    is_note: bool = False

    def start(self, name: str, _: Attributes) -> None:
        name = _local(name)
        if name == "si":
            self.pieces, self.length = [], 0
        elif name == "rPh":
            self.is_note = True
        self.is_text = name == "t" and not self.is_note

    def end(self, name: str) -> None:
        name = _local(name)
        self.is_text = False
        if name == "rPh":
            self.is_note = False
        elif name == "si":
            self.texts.append("".join(self.pieces))
            if len(self.texts) > MOST_STRINGS:
                raise Refused("workbook-too-large", what="strings", limit=MOST_STRINGS)

    def text(self, piece: str) -> None:
        if self.is_text:
            self.length = _checked(self.length + len(piece))
            self.pieces.append(piece)


def unescaped(text: str) -> str:
    """Return a text with the signs that XML cannot hold, which spreadsheet programs write as `_x000D_`.

    >>> unescaped("a_x0041_b_x005F_x0041_")
    'aAb_x0041_'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _checked(length: int) -> int:
    if length > LONGEST_CELL:
        raise Refused("workbook-too-large", what="characters", limit=LONGEST_CELL)
    return length


@dataclass(slots=True)
class Parts:
    """What the workbook says of its sheets: (name, hidden, part), shared strings, styles that are dates."""

    sheets: list[tuple[str, bool, str]]
    strings: list[str]
    dates: frozenset[int]
    from_1904: bool


def read_parts(package: Package) -> Parts:
    """Return what must be known before a sheet is read.

    Raises
    ------
    Refused
        If the workbook is damaged or has too many sheets.
    """
    root = _target(_relations(package, "_rels/.rels", ""), "officeDocument") or "xl/workbook.xml"
    folder = posixpath.dirname(root)
    relations = _relations(package, f"{folder}/_rels/{posixpath.basename(root)}.rels", folder)
    listed: list[Attributes] = []
    flags = {"date1904": ""}

    def start(name: str, given: Attributes) -> None:
        name = _local(name)
        if name == "sheet":
            listed.append(given)
        elif name == "workbookPr":
            flags["date1904"] = given.get("date1904", "")

    _parse(package.chunks(root), start, _nothing, _nothing, "workbook")
    if len(listed) > MOST_SHEETS:
        raise Refused("workbook-too-large", what="sheets", limit=MOST_SHEETS)
    sheets = []
    for entry in listed:
        kind, part = relations.get(next((v for k, v in entry.items() if k.endswith(":id")), ""), ("", ""))
        if kind == "worksheet":
            sheets.append((entry.get("name", "")[:100], entry.get("state", "visible") != "visible", part))
    strings = _Strings()
    shared = _target(relations, "sharedStrings")
    if shared and shared in package.members:
        _parse(package.chunks(shared), strings.start, strings.end, strings.text, "sharedStrings")
    return Parts(sheets, strings.texts, _dates(package, relations), flags["date1904"] in ("1", "true"))


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return relation -> (last word of its kind, part); those to other files are left out: nothing is fetched."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, given: Attributes) -> None:
        name = _local(name)
        if name == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[given.get("Id", "")] = given.get("Type", "").rpartition("/")[2], posixpath.normpath(path)

    if part in package.members:
        _parse(package.chunks(part), start, _nothing, _nothing, "rels")
    return found


def _target(relations: dict[str, tuple[str, str]], kind: str) -> str | None:
    return next((part for found, part in relations.values() if found == kind), None)


def _dates(package: Package, relations: dict[str, tuple[str, str]]) -> frozenset[int]:
    part = _target(relations, "styles")
    if part is None or part not in package.members:
        return frozenset()
    formats: dict[int, str] = {}
    cell_formats: list[int] = []
    inside = [False]

    def start(name: str, given: Attributes) -> None:
        name = _local(name)
        if name == "cellXfs":
            inside[0] = True
        elif name == "numFmt" and given.get("numFmtId", "").isdigit():
            formats[int(given["numFmtId"])] = given.get("formatCode", "")[:200]
        elif name == "xf" and inside[0]:
            number = given.get("numFmtId", "0")
            cell_formats.append(int(number) if number.isdigit() else 0)

    def end(name: str) -> None:
        name = _local(name)
        inside[0] = inside[0] and name != "cellXfs"

    _parse(package.chunks(part), start, end, _nothing, "styles")
    return date_styles(formats, cell_formats)


def read_sheet(package: Package, parts: Parts, name: str, is_hidden: bool, part: str, emit: Emit) -> Sheet:
    """Return a sheet without its rows, which go to `emit` one by one as (number, cells).

    Raises
    ------
    Refused
        If it is damaged, or larger than allowed.
    """
    reader = _SheetReader(parts, emit, Sheet(name, is_hidden))
    _parse(package.chunks(part), reader.start, reader.end, reader.text, name)
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
        name = _local(name)
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
        name = _local(name)
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
            self.length = _checked(self.length + len(piece))
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
