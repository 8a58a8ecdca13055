"""Where a reader looks for a cell: row and column of a text file, or sheet and cell of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from recommender.language.wording import short
from recommender.sheets.nouns import cell_name


class Places(Protocol):
    """Names of places in a table; rows as their file shows them, columns counted from 0."""

    @property
    def table(self) -> str: ...

    def row(self, number: int) -> str: ...

    def cell(self, number: int, column: int, heading: str) -> str: ...


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """`file.csv:row 3, column 'IKS-01'`."""

    table: str

    def row(self, number: int) -> str:
        return f"{self.table}:row {number}"

    def cell(self, number: int, column: int, heading: str) -> str:
        return f"{self.row(number)}, column '{short(heading)}'"


@dataclass(frozen=True, slots=True)
class SheetPlaces:
    """`file.xlsx[Sheet!F12]`; `moved` has the place of cells that stand elsewhere than the table says."""

    file: str
    sheet: str
    moved: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def table(self) -> str:
        return f"{self.file}[{self.sheet}]" if self.sheet else self.file

    def row(self, number: int) -> str:
        return f"{self.file}[{self.sheet}!{number}]" if self.sheet else self.file

    def cell(self, number: int, column: int, heading: str) -> str:
        named = self.moved.get((number, column))
        return named if named is not None else f"{self.file}[{self.sheet}!{cell_name(number, column + 1)}]"


def file_of(place: str) -> str:
    """Return the file of a row's place.

    >>> file_of("a.csv:row 3"), file_of("a.xlsx[Data!3]")
    ('a.csv', 'a.xlsx')
    """
    if place.endswith("]"):
        return place.rpartition("[")[0]
    return place.rsplit(":row ", 1)[0]
