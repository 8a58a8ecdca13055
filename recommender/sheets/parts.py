"""The parts of an .xlsx file besides its sheets: which there are, the texts that cells share, which styles are dates.

Read as streams, without any document type or entity, so that nothing can multiply.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from recommender.sheets.formats import date_styles
from recommender.sheets.guard import ZipPackage
from recommender.sheets.nouns import WorkbookRefused

LONGEST_CELL = 32_767  # what a spreadsheet program holds
MOST_STRINGS = 5_000_000
MOST_SHEETS = 150
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = dict[str, str]


def parse(
    package: ZipPackage,
    part: str,
    called: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Run the handlers over a part, which is `called` so where it is damaged.

    Names of elements come without the prefix that some programs write before them.

    Raises
    ------
    WorkbookRefused
        If it is no well-formed XML, or declares a document type or an entity.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: Any) -> None:
        reason = f"{called}: it declares entities, which no spreadsheet program writes"
        raise WorkbookRefused("bad-workbook", reason=reason)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, given: start(name.rpartition(":")[2], given)
    parser.EndElementHandler = end and (lambda name: end(name.rpartition(":")[2]))
    parser.CharacterDataHandler = text
    try:
        for chunk in package.chunks(part):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise WorkbookRefused("bad-workbook", reason=f"{called}: {error}") from None


@dataclass(slots=True)
class CellText:
    """The text of a cell, or of a shared string, while its elements come; phonetic notes are left out."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    is_open: bool = False
    is_note: bool = False

    def start(self, name: str) -> None:
        if name in ("v", "t"):
            self.is_open = not self.is_note
        elif name == "rPh":
            self.is_note = True

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.is_open = False
        elif name == "rPh":
            self.is_note = False

    def add(self, piece: str) -> None:
        if self.is_open:
            self.length += len(piece)
            if self.length > LONGEST_CELL:
                raise WorkbookRefused("workbook-too-large", what="characters", limit=LONGEST_CELL)
            self.pieces.append(piece)

    def take(self) -> str:
        """Return the text, and begin another."""
        text = "".join(self.pieces)
        self.pieces, self.length = [], 0
        return text


def unescaped(text: str) -> str:
    """Return a text with the signs that XML cannot hold, which spreadsheet programs write as `_x000D_`.

    >>> unescaped("a_x0041_b_x005F_x0041_")
    'aAb_x0041_'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@dataclass(slots=True)
class WorkbookParts:
    """What the workbook says of its sheets: (name, hidden, part), shared strings, styles that are dates."""

    sheets: list[tuple[str, bool, str]]
    strings: list[str]
    dates: frozenset[int]
    from_1904: bool


def read_parts(package: ZipPackage) -> WorkbookParts:
    """Return what must be known before a sheet is read.

    Raises
    ------
    WorkbookRefused
        If the workbook is damaged or has too many sheets.
    """
    root = _target(_relations(package, "_rels/.rels", ""), "officeDocument") or "xl/workbook.xml"
    folder = posixpath.dirname(root)
    relations = _relations(package, f"{folder}/_rels/{posixpath.basename(root)}.rels", folder)
    listed: list[Attributes] = []
    properties: Attributes = {}

    def start(name: str, given: Attributes) -> None:
        if name == "sheet":
            listed.append(given)
        elif name == "workbookPr":
            properties.update(given)

    parse(package, root, "workbook", start)
    if len(listed) > MOST_SHEETS:
        raise WorkbookRefused("workbook-too-large", what="sheets", limit=MOST_SHEETS)
    sheets = []
    for entry in listed:
        kind, part = relations.get(next((v for k, v in entry.items() if k.endswith(":id")), ""), ("", ""))
        if kind == "worksheet":
            sheets.append((entry.get("name", "")[:100], entry.get("state", "visible") != "visible", part))
    from_1904 = properties.get("date1904", "") in ("1", "true")
    return WorkbookParts(sheets, _strings(package, relations), _dates(package, relations), from_1904)


def _relations(package: ZipPackage, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return relation -> (last word of its kind, part); those to other files are left out: nothing is fetched."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, given: Attributes) -> None:
        if name == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[given.get("Id", "")] = given.get("Type", "").rpartition("/")[2], posixpath.normpath(path)

    if part in package.members:
        parse(package, part, "rels", start)
    return found


def _target(relations: dict[str, tuple[str, str]], kind: str) -> str:
    """Return the part of a kind; empty if there is none."""
    return next((part for found, part in relations.values() if found == kind), "")


def _strings(package: ZipPackage, relations: dict[str, tuple[str, str]]) -> list[str]:
    """Return the texts that many cells share, in the order of their numbers."""
    texts: list[str] = []
    text = CellText()

    def end(name: str) -> None:
        text.end(name)
        if name == "si":
            texts.append(text.take())
            if len(texts) > MOST_STRINGS:
                raise WorkbookRefused("workbook-too-large", what="strings", limit=MOST_STRINGS)

    part = _target(relations, "sharedStrings")
    if part in package.members:
        parse(package, part, "sharedStrings", lambda name, _: text.start(name), end, text.add)
    return texts


def _dates(package: ZipPackage, relations: dict[str, tuple[str, str]]) -> frozenset[int]:
    """Return the styles of cells that show a date or time."""
    formats: dict[int, str] = {}
    cell_formats: list[int] = []
    section = ""

    def start(name: str, given: Attributes) -> None:
        nonlocal section
        number = given.get("numFmtId", "0")
        if name in ("cellStyleXfs", "cellXfs"):
            section = name
        elif name == "numFmt" and number.isdigit():
            formats[int(number)] = given.get("formatCode", "")[:200]
        elif name == "xf" and section == "cellXfs":
            cell_formats.append(int(number) if number.isdigit() else 0)

    part = _target(relations, "styles")
    if part in package.members:
        parse(package, part, "styles", start)
    return date_styles(formats, cell_formats)
