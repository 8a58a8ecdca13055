"""Tables of a comparison as a sheet has them: columns with their widths, cells as values, groups by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from recommender.model.frames import Cell, Column, Frame, Kind
from recommender.outputs.sections.cells import cell, title
from recommender.outputs.words import Words
from recommender.outputs.workbook.pages import CellKind, PageColumn
from recommender.outputs.xlsx_file import CellValue
from recommender.verbs.comparing.grouping import Grouping

SHOWN = 6  # villages named in a cell
_LEAST_WIDE = 105.0  # characters: a narrow table lets its texts break too often
_KINDS: Mapping[Kind, tuple[CellKind, float]] = {
    "code": ("code", 14),
    "count": ("number", 9),
    "year": ("year", 7),
    "rupiah": ("money", 16),
    "share": ("share", 9),
    "score": ("score", 10.5),
    "index": ("index", 10),
    "number": ("number", 10),
    "flag": ("code", 9),
    "class": ("code", 13),
    "source": ("code", 9),
    "dimension": ("text", 18),
    "work": ("text", 34),
    "rule": ("text", 34),
    "codes": ("text", 36),
    "word": ("text", 14),
}
_TEXT: tuple[CellKind, float] = ("text", 22)


def page_column(column: Column, words: Words, *, group: str = "", summed: bool = False) -> PageColumn:
    kind, width = _KINDS.get(column.kind, _TEXT)
    return PageColumn(title(column, words), width, kind, group, summed)


def value_of(value: Cell, column: Column, words: Words) -> CellValue:
    """Return a value as a sheet holds it: numbers as numbers, names for identifiers, nothing as an empty cell."""
    if value is None or value == () or value == "":
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return short_list(value, words)
    return cell(value, column, words)


def short_list(names: Sequence[str], words: Words) -> str:
    """Return a few names and how many more there are."""
    if len(names) <= SHOWN + 1:
        return ", ".join(names)
    return words.say("compared.more-villages", names=", ".join(names[:SHOWN]), count=len(names) - SHOWN)


def wide_enough(columns: Iterable[PageColumn]) -> tuple[PageColumn, ...]:
    """Return the columns with the first of text so wide that the page is no narrower than a title needs."""
    found = list(columns)
    spare = _LEAST_WIDE - sum(column.width for column in found)
    place = next((place for place, column in enumerate(found) if column.kind == "text"), None)
    if spare > 0 and place is not None:
        found[place] = replace(found[place], width=found[place].width + spare / 2)
    return tuple(found)


# The columns that name a group


def group_columns(grouping: Grouping, words: Words) -> tuple[PageColumn, ...]:
    """Return code and name of each level; where all villages are one group, a column that says so."""
    if not grouping.columns:
        return (PageColumn(words.say("compare-group"), 20),)
    return tuple(page_column(column, words) for column in grouping.columns)


def group_cells(
    cells: Sequence[Cell], grouping: Grouping, words: Words, *, several: bool = False
) -> tuple[CellValue, ...]:
    """Return the cells of a row that name its group; `several`: the row belongs to more than one."""
    if not grouping.columns:
        return (words.say("compare-all"),)
    if several:
        return _first_name(words.say("compare-several"), grouping)
    told = [value_of(value, column, words) for value, column in zip(cells, grouping.columns, strict=True)]
    unknown = words.say("compare-unknown")
    for place, column in enumerate(grouping.columns):
        named_by_code = place and grouping.columns[place - 1].kind == "code" and told[place - 1] is not None
        if told[place] is None and column.kind != "code":
            told[place] = told[place - 1] if named_by_code else unknown
    return tuple(told)


def _first_name(text: str, grouping: Grouping) -> tuple[CellValue, ...]:
    place = next(place for place, column in enumerate(grouping.columns) if column.kind != "code")
    return tuple(text if number == place else None for number in range(len(grouping.columns)))


def chosen(frame: Frame, skipped: Collection[str]) -> list[tuple[int, Column]]:
    """Return number and column of all but those skipped."""
    return [(place, column) for place, column in enumerate(frame.columns) if column.name not in skipped]
