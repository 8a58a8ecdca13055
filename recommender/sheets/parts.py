"""The parts of an .xlsx file besides its sheets: which there are, the texts that cells share, which styles are dates.

Read as streams, without any document type or entity, so that nothing can multiply.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from recommender.sheets.formats import date_styles
from recommender.sheets.guard import Package
from recommender.sheets.nouns import Refused

LONGEST_CELL = 32_767  # what a spreadsheet program holds
MOST_STRINGS = 5_000_000
MOST_SHEETS = 150
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = dict[str, str]


def parse(
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


def local_name(name: str) -> str:
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
        name = local_name(name)
        if name == "si":
            self.pieces, self.length = [], 0
        elif name == "rPh":
            self.is_note = True
        self.is_text = name == "t" and not self.is_note

    def end(self, name: str) -> None:
        name = local_name(name)
        self.is_text = False
        if name == "rPh":
            self.is_note = False
        elif name == "si":
            self.texts.append("".join(self.pieces))
            if len(self.texts) > MOST_STRINGS:
                raise Refused("workbook-too-large", what="strings", limit=MOST_STRINGS)

    def text(self, piece: str) -> None:
        if self.is_text:
            self.length = checked_length(self.length + len(piece))
            self.pieces.append(piece)


def unescaped(text: str) -> str:
    """Return a text with the signs that XML cannot hold, which spreadsheet programs write as `_x000D_`.

    >>> unescaped("a_x0041_b_x005F_x0041_")
    'aAb_x0041_'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def checked_length(length: int) -> int:
    """Return the length of a text; one longer than a cell holds is refused."""
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
        name = local_name(name)
        if name == "sheet":
            listed.append(given)
        elif name == "workbookPr":
            flags["date1904"] = given.get("date1904", "")

    parse(package.chunks(root), start, _nothing, _nothing, "workbook")
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
        parse(package.chunks(shared), strings.start, strings.end, strings.text, "sharedStrings")
    return Parts(sheets, strings.texts, _dates(package, relations), flags["date1904"] in ("1", "true"))


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return relation -> (last word of its kind, part); those to other files are left out: nothing is fetched."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, given: Attributes) -> None:
        name = local_name(name)
        if name == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[given.get("Id", "")] = given.get("Type", "").rpartition("/")[2], posixpath.normpath(path)

    if part in package.members:
        parse(package.chunks(part), start, _nothing, _nothing, "rels")
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
        name = local_name(name)
        if name == "cellXfs":
            inside[0] = True
        elif name == "numFmt" and given.get("numFmtId", "").isdigit():
            formats[int(given["numFmtId"])] = given.get("formatCode", "")[:200]
        elif name == "xf" and inside[0]:
            number = given.get("numFmtId", "0")
            cell_formats.append(int(number) if number.isdigit() else 0)

    def end(name: str) -> None:
        name = local_name(name)
        inside[0] = inside[0] and name != "cellXfs"

    parse(package.chunks(part), start, end, _nothing, "styles")
    return date_styles(formats, cell_formats)
