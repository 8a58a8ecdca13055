"""Tables of text (CSV, TSV), whatever separator and quoting they were saved with -> a record a row.

Row numbers are those that a spreadsheet shows: the header is row 1 if it is the first line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from recommender.language.errors import problem
from recommender.model.knowledge import KnowledgeBase
from recommender.villages.data_source import Certainty, DataFile, DataSource, ReadingContext
from recommender.villages.records import FileContents
from recommender.villages.tables.columns import count_known
from recommender.villages.tables.places import TextPlaces
from recommender.villages.tables.rows import read_table
from recommender.villages.tables.village_table import HEADER_ROWS, TableHead, VillageTable, find_head
from recommender.villages.text_file import text_of

SEPARATORS = (",", ";", "\t", "|")
_EXCEL_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
_OPENING = 1024 * 1024  # characters in which the header is looked for


def _certainty(file: DataFile) -> Certainty:
    return Certainty.LIKELY if file.suffix in (".csv", ".tsv") else Certainty.POSSIBLE


def _read(file: DataFile, context: ReadingContext) -> FileContents:
    text, contents = text_of(file)
    if text is not None:
        contents.add(read_table(find_table(text, file.name, context.kb), TextPlaces(file.name), context))
    return contents


def find_table(text: str, where: str, kb: KnowledgeBase) -> VillageTable:
    """Return header and rows of a text: separator and header row are those that make the most cells known."""
    declared = _EXCEL_SEPARATOR.match(text)
    first = 1
    if declared:
        text, first = text[declared.end() :], 2
    opening = io.StringIO(text[:_OPENING], newline="")
    top = "".join(line for _, line in zip(range(HEADER_ROWS), opening, strict=False))
    head, separator = TableHead([], first, first, (0, False)), SEPARATORS[0]
    for candidate in declared.group(1) if declared else SEPARATORS:
        rows = ((number, cells) for number, (cells, _) in enumerate(_rows(top, candidate), first))
        found = find_head(rows, lambda cells: count_known(cells, kb))
        if found is not None and (found.score > head.score or not head.headings):
            head, separator = found, candidate
    table = VillageTable(head.headings, head.first)
    stray = 0
    for number, (cells, bad) in enumerate(_rows(text, separator), first):
        if number <= head.last:
            continue
        if bad == "bad-quotes":
            table.problems.append(problem(f"{where}:row {number}", "bad-quotes"))
        elif any(cell.strip() for cell in cells):
            stray += bad == "stray-quotes"
            table.rows.append((number, cells))
    if stray:
        table.problems.append(problem(where, "stray-quotes", count=stray))
    return table


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
        yield _line(line.rstrip("\r\n"), separator)


def _line(line: str, separator: str) -> tuple[list[str], str]:
    """Return the cells of a line; where quotation marks stand in the wrong places, if cells can still be told apart."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), []), ""
    except csv.Error:
        pass
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:  # a cell beyond all sizes
        return [], "bad-quotes"
    plain = line.split(separator)
    if len(cells) == len(plain):
        return [cell.strip().strip('"') for cell in plain], "stray-quotes"
    return [], "bad-quotes"


SOURCE = DataSource((".csv", ".tsv", ".txt"), _certainty, _read)
