"""Bytes of a table -> text and rows, whatever encoding, separator and quoting it was saved with.

Row numbers are those that a spreadsheet shows: the header is row 1 if it is the first line.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from recommender.language.errors import Problem, problem

SEPARATORS = (",", ";", "\t", "|")
_HEADER_ROWS = 15  # a header may stand under some title lines
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXCEL_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
_FULL_OF_NULS = 10  # one in so many characters: no text


@dataclass(slots=True)
class Table:
    """The rows under the header: (row number, cells). A row that cannot be read is a problem instead."""

    header: Sequence[str] = ()
    header_row: int = 1
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def decode(content: bytes, where: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file (None if it is none) and what had to be mended."""
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    problems: list[Problem] = []
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding in ("utf-16", "utf-32"):
            return None, [problem(where, "binary-file")]
        text = content.decode("cp1252", errors="replace")
        problems.append(problem(where, "not-utf8.data"))
    nuls = text.count("\0")
    if nuls * _FULL_OF_NULS > len(text):
        return None, [problem(where, "binary-file")]
    if nuls:
        text = text.replace("\0", "")
        problems.append(problem(where, "nul-bytes", count=nuls))
    return text, problems


def read_table(text: str, where: str, count_known: Callable[[Sequence[str]], int]) -> Table:
    """Return header and rows; `count_known` says how many cells of a row are known as headings.

    Separator and header row are those that make the most cells known; with none known, the first row that has cells.
    """
    declared = _EXCEL_SEPARATOR.match(text)
    offset = 0
    if declared:
        text, offset = text[declared.end() :], 1
    separators = (declared.group(1),) if declared else SEPARATORS
    head = "".join(io.StringIO(text, newline="").readlines()[:_HEADER_ROWS] if len(text) < 4096 else _first_lines(text))
    best, separator, header_index = -1, separators[0], 0
    for candidate in separators:
        for index, cells in enumerate(_parsed(head, candidate)):
            known = count_known(cells) * 100 + (len(cells) > 1) if any(cell.strip() for cell in cells) else -1
            if known > best:
                best, separator, header_index = known, candidate, index
    table = Table()
    stray = 0
    for index, (cells, bad) in enumerate(_rows(text, separator)):
        row = index + 1 + offset
        if index == header_index:
            table.header, table.header_row = _trimmed(cells), row
        elif index > header_index:
            if bad == "bad-quotes":
                table.problems.append(problem(f"{where}:row {row}", "bad-quotes"))
            elif any(cell.strip() for cell in cells):
                stray += bad == "stray-quotes"
                table.rows.append((row, cells))
    if stray:
        table.problems.append(problem(where, "stray-quotes", count=stray))
    return table


def _trimmed(cells: list[str]) -> list[str]:
    """Return the header without the empty cells at its end."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _first_lines(text: str) -> Iterator[str]:
    lines = io.StringIO(text[: 1024 * 1024], newline="")
    for _ in range(_HEADER_ROWS):
        yield lines.readline()


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    for cells, _ in _rows(text, separator):
        yield cells


def _rows(text: str, separator: str) -> Iterator[tuple[list[str], str]]:
    """Yield cells and what was wrong with their quotes; where the file breaks the rules, line by line."""
    try:
        yield from [
            (cells, "") for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        ]
        return
    except csv.Error:
        pass
    for line in io.StringIO(text, newline=""):
        line = line.rstrip("\r\n")
        try:
            yield next(csv.reader([line], delimiter=separator, strict=True), []), ""
        except csv.Error:
            yield from [_lenient(line, separator)]


def _lenient(line: str, separator: str) -> tuple[list[str], str]:
    """Return the cells of a line with quotation marks in the wrong places, if the cells can still be told apart."""
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:  # a cell beyond all sizes
        return [], "bad-quotes"
    plain = line.split(separator)
    if len(cells) == len(plain):
        return [cell.strip().strip('"') for cell in plain], "stray-quotes"
    return [], "bad-quotes"
