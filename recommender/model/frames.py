"""A table that programs read: named columns of one kind each, rows of plain values, and what must be said beside it.

What a kind is worth to people (a rupiah amount, the name of a work) `outputs` knows; what it is to other programs,
`ARROW_TYPES` says. A missing value is None, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from recommender.language.wording import Phrase
from recommender.model import shown
from recommender.model.arrow import ArrowType, arrow_table

Kind = Literal[
    "text",
    "code",
    "codes",
    "count",
    "year",
    "rupiah",
    "share",
    "score",
    "index",
    "number",
    "flag",
    "work",
    "rule",
    "dimension",
    "indicator",
    "fact",
    "source",
    "framework",
    "class",
    "executor",
    "addressee",
    "reason",
    "word",
]
"""What the values of a column are."""
Cell: TypeAlias = bool | int | float | str | tuple[str, ...] | None

ARROW_TYPES: Mapping[Kind, ArrowType] = {
    "codes": "list",
    "count": "int64",
    "year": "int64",
    "rupiah": "int64",
    "share": "double",
    "score": "double",
    "index": "double",
    "number": "double",
    "flag": "bool",
}
"""Kind -> its type in Arrow; kinds that are not named are strings, `list` is one of strings."""


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is what programs call it and what its title and meaning in the catalog stand under; of the kind `word`,
    `words` is the group of the catalog that words its values."""

    name: str
    kind: Kind = "text"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A table; `name` is what programs call it, `notes` are sentences without which it would mislead."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Phrase, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.columns)
        assert all(len(row) == width for row in self.rows), f"{self.name}: a row of another width"

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return shown.short("Frame", self.name, f"{len(self.rows)} rows", f"{len(self.columns)} columns")

    def _repr_html_(self) -> str:
        """Return the first rows as a small table, for a notebook."""
        rows = [["" if cell is None else cell for cell in row] for row in self.rows]
        return shown.html_table(self.name, [column.name for column in self.columns], rows)

    def place(self, name: str) -> int:
        """Return the number of the column."""
        return next(number for number, column in enumerate(self.columns) if column.name == name)

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return self.columns[self.place(name)]

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        """Return the values of a column, in the order of the rows."""
        place = self.place(name)
        return tuple(row[place] for row in self.rows)

    def records(self) -> Iterable[dict[str, Any]]:
        """Yield each row as column name -> value."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the table as a stream of the Arrow C data interface, which pandas, polars and DuckDB read.

        Raises
        ------
        MissingExtraError
            If pyarrow is not installed.
        """
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """Return the table as a `pyarrow.Table`, its columns typed as `ARROW_TYPES` says.

        Raises
        ------
        MissingExtraError
            If pyarrow is not installed.
        """
        return arrow_table(
            (column.name, ARROW_TYPES.get(column.kind, "string"), self[column.name]) for column in self.columns
        )
