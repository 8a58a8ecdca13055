"""A sheet of native charts, drawn from the cells of other sheets: they follow when somebody mends a number there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from recommender.outputs.workbook.fitting import height, lines_needed
from recommender.outputs.workbook.pages import Chart, ChartPage
from recommender.outputs.workbook.printing import BODY, FOOT, MARGIN, USUAL_ROW
from recommender.outputs.xlsx_file import XlsxSheet, clean

CHART_COLUMNS = (12.0,) * 10
"""Widths in characters: together about as wide as A4 across."""
_WIDE, _LEAST_HIGH, _LINE_HIGH = 860, 240, 27  # pixels
_ROWS_SPARE, _ROWS_OF_PAGE = 1, 34  # rows of A4 across
_PIXELS_OF_ROW = USUAL_ROW / 0.75
_ZOOM = 85
_LETTERS = {"name": "Arial", "size": BODY}


@dataclass(slots=True)
class Placed:
    """Rows of a sheet on which its headings, its lines and the last sums stand, from 0."""

    heading: int = 0
    lines: list[int] = field(default_factory=list)
    sums: int | None = None


def draw(sheet: XlsxSheet, page: ChartPage, placed: Mapping[str, Placed], page_words: str) -> None:
    """Write the page's charts below each other, each whole on a printed page."""
    last = len(CHART_COLUMNS) - 1
    sheet.merge((0, 0), (0, last), page.title, "title")
    sheet.height(0, 18.0)
    row, ends, used = 2, [], 2
    for chart in page.charts:
        where = placed.get(chart.page)
        if where is None or not where.lines or (chart.sums and where.sums is None):
            continue
        high = _height_of(chart, where)
        rows = int(high / _PIXELS_OF_ROW) + 1 + _ROWS_SPARE
        if used > 2 and used + rows > _ROWS_OF_PAGE:
            ends.append(row)
            used = 0
        _draw(sheet, row, chart, where, high)
        row, used = row + rows, used + rows
    for note in page.notes:
        sheet.height(row, height(lines_needed(clean(note), sum(CHART_COLUMNS))))
        sheet.merge((row, 0), (row, last), note, "note")
        row += 1
    sheet.print_across()
    sheet.end_pages(ends)
    right = clean(page_words).replace("&", "&&").format(page="&P", count="&N")
    sheet.frame((row, last), f"&L&10{page.name.replace('&', '&&')}&R&10{right}", MARGIN, FOOT, _ZOOM)


def _height_of(chart: Chart, where: Placed) -> int:
    bars = len(chart.series) if chart.sums else min(chart.lines, len(where.lines))
    return _LEAST_HIGH if chart.upright else max(_LEAST_HIGH, 90 + bars * _LINE_HIGH)


def _draw(sheet: XlsxSheet, row: int, chart: Chart, where: Placed, high: int) -> None:
    axis = {"num_font": _LETTERS, "line": {"color": "#8A94A0"}}
    values = {**axis, "num_format": "0%" if chart.shares else chart.digits, "major_gridlines": _GRID}
    # Bars begin with the first line at the top, and the axis of numbers stays below them.
    names = axis if chart.upright else {**axis, "reverse": True, "interval_unit": 1}
    several = len(chart.series) > 1 and not chart.sums
    subtype = "percent_stacked" if chart.shares else "stacked"
    sheet.chart(
        row,
        list(_series(chart, where)),
        {"type": "column" if chart.upright else "bar", **({"subtype": subtype} if several else {})},
        (_WIDE, high),
        {
            "title": {"name": chart.title, "name_font": {**_LETTERS, "size": 11, "bold": True}, "overlay": False},
            "x_axis": names if chart.upright else values,
            "y_axis": values if chart.upright else names,
            "legend": {"position": "bottom", "font": _LETTERS} if several else {"none": True},
        },
    )


_LABELS: Mapping[str, Any] = {"value": True, "position": "outside_end", "font": _LETTERS}
_GRID: Mapping[str, Any] = {"visible": True, "line": {"color": "#D9E2EC", "width": 0.75}}


def _series(chart: Chart, where: Placed) -> Iterator[dict[str, Any]]:
    """Yield the series as XlsxWriter has them, places as [sheet, first row, first column, last row, last column]."""
    if chart.sums:
        first, last = chart.series[0], chart.series[-1]
        assert where.sums is not None, "asked only of pages with sums"
        yield {
            "categories": [chart.page, where.heading, first, where.heading, last],
            "values": [chart.page, where.sums, first, where.sums, last],
            "points": [{"fill": {"color": colour}} for colour in chart.colours],
            "gap": 60,
            "data_labels": _LABELS,
        }
        return
    top, bottom = where.lines[0], where.lines[: chart.lines][-1]
    for place, colour in zip(chart.series, chart.colours, strict=True):
        yield {
            "name": [chart.page, where.heading, place],
            "categories": [chart.page, top, chart.labels[0], bottom, chart.labels[1]],
            "values": [chart.page, top, place, bottom, place],
            "fill": {"color": colour},
            "gap": 60,
            **({} if len(chart.series) > 1 else {"data_labels": _LABELS}),
        }
