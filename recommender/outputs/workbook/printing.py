"""How a sheet comes out on paper: columns so narrow that letters stay readable, pages that end where they should.

A sheet is made as narrow as a page, so a wide one is printed smaller. Paper lies across: A4, and F4 as offices use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recommender.outputs.workbook.pages import PageColumn

BODY = 9  # points of the body's letters; nothing on a sheet is smaller
LEAST = 8  # points of the same in print
MARGIN, FOOT = 0.4, 0.6  # inches
USUAL_ROW = 15.0  # points
_INCH = 72
_NARROWEST = 8.0  # characters of a column of text, whatever else stands on the sheet
_A4, _F4 = (841.9, 595.3), (935.4, 609.4)  # points across and down
_PIXEL = 0.75  # points
_SPARE = 0.98  # programs round the height of a row differently
# A program without Arial puts a wider font in its place, and with its digits columns grow: DejaVu Sans by 1.22. Some
# leave a little of the page free.
_WIDEST = 1.27


def column_points(width: float) -> float:
    """Return how wide a column of so many characters is, in points."""
    return int(width * 7 + 5) * _PIXEL


def printed_size(columns: Sequence[PageColumn]) -> float:
    """Return the points of the body's letters on A4, in the worst case, once the sheet is as narrow as a page."""
    wide = sum(column_points(column.width) for column in columns) * _WIDEST
    return BODY * min(1.0, (_A4[0] - 2 * MARGIN * _INCH) / wide)


def fitted(columns: Sequence[PageColumn]) -> tuple[PageColumn, ...]:
    """Return the columns with those of text made narrower until the sheet is readable on A4."""
    room = (_A4[0] - 2 * MARGIN * _INCH) * BODY / LEAST / _WIDEST
    wide = sum(column_points(column.width) for column in columns)
    flexible = [column for column in columns if column.kind in ("text", "answer")]
    if wide <= room or not flexible:
        return tuple(columns)
    free = sum(column.width * 7 * _PIXEL for column in flexible)
    share = (free - (wide - room)) / free
    return tuple(
        replace(one, width=max(min(one.width, _NARROWEST), int(one.width * share * 4) / 4)) if one in flexible else one
        for one in columns
    )


def break_before(
    columns: Sequence[PageColumn], heights: Mapping[int, float], headings: tuple[int, int], keep: range
) -> int | None:
    """Return the row before which a page must end so that the rows of `keep` stand on one; None where they do.

    `heights` are points by row; rows without one are usual. The rows of `headings` come again on every page.
    """
    if keep.start <= headings[1] + 1:
        return None
    wide = sum(column_points(column.width) for column in columns)
    papers = [(paper, font) for paper in (_A4, _F4) for font in (1.0, _WIDEST)]
    for (across, down), font in papers:
        scale = min(1.0, (across - 2 * MARGIN * _INCH) / (wide * font))
        room = (down - (MARGIN + FOOT) * _INCH) / scale * _SPARE
        again = sum(heights.get(row, USUAL_ROW) for row in range(headings[0], headings[1] + 1))
        used, begins = 0.0, 0
        for row in range(keep.stop):
            used += heights.get(row, USUAL_ROW)
            if used > room:
                used, begins = again + heights.get(row, USUAL_ROW), row
        if begins > keep.start:
            return keep.start
    return None
