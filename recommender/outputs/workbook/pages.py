"""What a workbook is made of: pages, each one table in groups of lines, with what stands above and below it.

Cells are plain values in one language: text, whole rupiah, numbers. What a cell looks like follows from its column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.outputs.xlsx_file import CellValue

CellKind = Literal["text", "code", "money", "number", "tenth", "score", "index", "share", "year", "tick", "answer"]


@dataclass(frozen=True, slots=True)
class PageColumn:
    """`width` in characters; `group` stands above neighbours that share it; `summed` columns have totals.

    `row_sum`: the cell is the sum of the row's `summed` cells before it. An `upright` title reads from below.
    """

    title: str
    width: float
    kind: CellKind = "text"
    group: str = ""
    summed: bool = False
    row_sum: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of data. Cells of the `quiet` columns repeat the row above; `choices` are offered in an answer's cell."""

    cells: tuple[CellValue, ...]
    quiet: frozenset[int] = frozenset()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines and groups of lines below a title, which bears their sums if `sums_in_title`; `total` labels a row of their
    sums at the end, `` for none."""

    parts: tuple[Lines | Line, ...] = ()
    title: str = ""
    total: str = ""
    sums_in_title: bool = False

    def every(self) -> Iterator[Line]:
        """Yield the lines in their order, those of groups too."""
        for part in self.parts:
            if isinstance(part, Line):
                yield part
            else:
                yield from part.every()


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet, printed on A4 or F4 across.

    `head`: what stands left and right below the titles, row by row. `tail`: labelled rupiah below the total, in the
    first column of `money`. `signatures`: who signs, left and right; none where there is nothing to sign. `lead` are
    paragraphs above the table; `filters`: readers may choose and sort its lines.
    """

    name: str
    titles: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    columns: tuple[PageColumn, ...]
    body: Lines
    empty: str
    numbered: bool = False
    tail: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    place_and_date: str = ""
    signatures: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    filters: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the lines of a page, or of the row of its sums: a series a column, bars one on the other.

    `page` is the page's name, `labels` the columns that name the lines, `series` the columns that are drawn, of at most
    the first `lines`. `sums`: the sums of the columns instead, one bar each. `shares`: each bar is as long as the
    others. `upright`: columns beside each other, not bars below. `digits` is the form of the numbers of the axis.
    """

    title: str
    page: str
    labels: tuple[int, int]
    series: tuple[int, ...]
    colours: tuple[str, ...]
    lines: int
    sums: bool = False
    shares: bool = False
    upright: bool = False
    digits: str = "#,##0"


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A sheet of charts, one below the other."""

    name: str
    title: str
    charts: tuple[Chart, ...]
    notes: tuple[str, ...] = ()
