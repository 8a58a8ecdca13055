"""Tables of a comparison as a sheet has them: columns with their widths, cells as values, groups by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recommender.model.frames import Cell, Column, Frame, Kind
from recommender.outputs.sections.cells import cell, title
from recommender.outputs.words import Words
from recommender.outputs.workbook.pages import CellKind, PageColumn
from recommender.outputs.xlsx_file import CellValue
from recommender.verbs.comparing.grouping import Grouping

SHOWN = 6  # names in a cell
_CODES = 2  # levels that show their codes
_LEAST_WIDE = 105.0  # characters: a narrow table lets its texts break too often
_KINDS: Mapping[Kind, tuple[CellKind, float]] = {
    "code": ("code", 14),
    "count": ("number", 8.5),
    "year": ("year", 7),
    "rupiah": ("money", 15.5),
    "share": ("share", 9),
    "score": ("score", 10.5),
    "index": ("index", 10),
    "number": ("number", 10),
    "flag": ("code", 9),
    "class": ("code", 13),
    "framework": ("code", 12),
    "source": ("code", 9),
    "dimension": ("text", 18),
    "work": ("text", 34),
    "rule": ("text", 34),
    "codes": ("text", 36),
    "word": ("text", 14),
    "addressee": ("text", 28),
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


@dataclass(frozen=True)
class Naming:
    """How the groups of a comparison are named in the first columns of a sheet: code and name of each level (of more
    than two levels the code of the lowest alone), the index of a class where there are several; where all villages are
    one group, a column that says so."""

    grouping: Grouping
    words: Words
    several_indexes: bool

    def hides(self, column: Column) -> bool:
        if column.kind == "framework":
            return not self.several_indexes
        codes = [one for one in self.grouping.columns if one.kind == "code"]
        return len(codes) > _CODES and column in codes[:-1]

    @property
    def columns(self) -> tuple[PageColumn, ...]:
        if not self.grouping.columns:
            return (PageColumn(self.words.say("compare-group"), 20),)
        return tuple(page_column(column, self.words) for column in self.grouping.columns if not self.hides(column))

    def cells(self, cells: Sequence[Cell], *, several: bool = False) -> tuple[CellValue, ...]:
        """Return the cells that name the group of a row; `several`: the row belongs to more than one."""
        if not self.grouping.columns:
            return (self.words.say("compare-all"),)
        told: list[CellValue] = []
        before: Cell = None
        unnamed = True
        for value, column in zip(cells, self.grouping.columns, strict=True):
            if not self.hides(column):
                said = value_of(value, column, self.words)
                if column.kind not in ("code", "framework"):
                    # A place without a name is known by its code.
                    said = said or (before if isinstance(before, str) and column.kind == "text" else None)
                    said = said or self.words.say("compare-unknown")
                    if several:
                        said, unnamed = (self.words.say("compare-several") if unnamed else None), False
                told.append(said)
            before = value
        return tuple(told)


def shown_columns(frame: Frame, naming: Naming, skipped: Collection[str]) -> list[tuple[int, Column]]:
    """Return number and column of those that are shown."""
    return [
        (place, column)
        for place, column in enumerate(frame.columns)
        if column.name not in skipped and not naming.hides(column)
    ]
