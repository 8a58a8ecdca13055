"""Sheets of cells -> the bytes of a workbook: the one door to XlsxWriter.

Every text is written as a string, so that nothing from the data can run or open anything; the only formulas are sums,
each with its value beside it for readers that do not calculate. The same content gives the same bytes. Rows and columns
count from 0.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from recommender.language.harmless import plain
from recommender.sheets.nouns import cell_name

CellValue = str | int | float | None
_LONGEST = 32_767  # characters of a cell
_LIST = 255  # characters of a list that stands in its rule, and of what is shown beside a cell
_A4 = 9
_FORMULA = ("=", "+", "-", "@")


class XlsxFile:
    """A workbook under construction."""

    def __init__(self, title: str, date: datetime.date, styles: Mapping[str, Mapping[str, Any]]) -> None:
        """Open a workbook; `date` stands in the file as its day of making, `styles` are formats of XlsxWriter."""
        from xlsxwriter import Workbook

        plainly = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._bytes = io.BytesIO()
        # The width of columns is counted in digits of this font.
        usual = {"default_format_properties": {"font_name": "Arial", "font_size": 10}}
        self._book = Workbook(self._bytes, {"in_memory": True, **plainly, **usual})
        self._book.set_properties(
            {"title": clean(title), "created": datetime.datetime(date.year, date.month, date.day)}
        )
        self._styles = styles
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, name: str, **more: Any) -> Any:
        """Return the format of a style, with more properties or others; each is made once."""
        wanted = {"font_scheme": "none", **self._styles[name], **more}
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]

    def sheet(self, name: str, widths: Sequence[float] = ()) -> XlsxSheet:
        """Return a new sheet behind the others, with columns of these widths in characters."""
        sheet = self._book.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return XlsxSheet(self, sheet)

    def hidden_sheet(self, name: str, columns: Sequence[Sequence[str]]) -> None:
        """Write a sheet of plain texts that no reader sees, a list a column."""
        sheet = self._book.add_worksheet(name)
        for column, texts in enumerate(columns):
            for row, text in enumerate(texts):
                sheet.write_string(row, column, clean(text))
        sheet.hide()

    def new_chart(self, kind: Mapping[str, str]) -> Any:
        return self._book.add_chart(dict(kind))

    def close(self) -> bytes:
        """Return the file; nothing can be written afterwards."""
        self._book.close()
        return self._bytes.getvalue()


class XlsxSheet:
    """One sheet of a workbook under construction."""

    def __init__(self, file: XlsxFile, sheet: Any) -> None:
        self.file, self._sheet = file, sheet

    def put(self, row: int, column: int, value: CellValue, style: str, **more: Any) -> None:
        """Write a cell: text as text (also once it is edited), a number as a number, nothing as an empty cell."""
        if value is None or value == "":
            self._sheet.write_blank(row, column, None, self.file.style(style, **more))
        elif isinstance(value, str):
            kept = clean(value)
            if kept.lstrip().startswith(_FORMULA):
                more["quote_prefix"] = True
            self._sheet.write_string(row, column, kept, self.file.style(style, **more))
        else:
            self._sheet.write_number(row, column, value, self.file.style(style, **more))

    def merge(self, first: tuple[int, int], last: tuple[int, int], text: str, style: str, **more: Any) -> None:
        """Write a text over the cells from (row, column) to (row, column)."""
        if last > first:
            self._sheet.merge_range(*first, *last, "", self.file.style(style, **more))
        self.put(*first, text, style, **more)

    def total(
        self,
        row: int,
        column: int,
        blocks: Sequence[tuple[tuple[int, int], tuple[int, int]]],
        value: int | float,
        style: str,
        **more: Any,
    ) -> None:
        """Write the sum of blocks of cells, each from (row, column) to (row, column); `value` is what it comes to."""
        parts = [_place(first) if first == last else f"{_place(first)}:{_place(last)}" for first, last in blocks]
        self._sheet.write_formula(row, column, f"=SUM({','.join(parts) or 0})", self.file.style(style, **more), value)

    def limit(self, first: tuple[int, int], last: tuple[int, int], rule: Mapping[str, Any]) -> None:
        """Limit what may be typed into the cells from (row, column) to (row, column), as XlsxWriter's validations."""
        self._sheet.data_validation(*first, *last, dict(rule))

    def filters(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Let readers choose and sort the rows from (row, column), the headings, to (row, column)."""
        self._sheet.autofilter(*first, *last)

    def chart(
        self,
        row: int,
        series: Sequence[Mapping[str, Any]],
        kind: Mapping[str, str],
        size: tuple[int, int],
        looks: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Put a chart below the row's top: series and kind as XlsxWriter has them, size in pixels, `looks` by
        part (title, x_axis, y_axis, legend)."""
        chart = self.file.new_chart(kind)
        for one in series:
            chart.add_series(dict(one))
        for part, look in looks.items():
            getattr(chart, f"set_{part}")(dict(look))
        chart.set_size({"width": size[0], "height": size[1]})
        self._sheet.insert_chart(row, 0, chart, {"x_offset": 4, "y_offset": 4})

    def height(self, row: int, points: float) -> None:
        self._sheet.set_row(row, points)

    def print_across(self, headings: tuple[int, int] | None = None, columns: int = 0) -> None:
        """Print on A4 across, rows of headings (first, last) on every page, where they stay in view on a screen too.

        With so many first `columns` on every page the sheet is printed over several pages beside each other, else it is
        made as narrow as one.
        """
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.hide_gridlines(2)
        if columns:
            self._sheet.repeat_columns(0, columns - 1)
        else:
            self._sheet.fit_to_pages(1, 0)
        if headings is not None:
            self._sheet.repeat_rows(*headings)
            self._sheet.freeze_panes(headings[1] + 1, columns)

    def frame(self, last: tuple[int, int], foot: str, margin: float, foot_margin: float, zoom: int) -> None:
        """Print the cells up to (row, column) with a foot, margins in inches; show the sheet at so many per cent."""
        self._sheet.set_margins(left=margin, right=margin, top=margin, bottom=foot_margin)
        self._sheet.print_area(0, 0, *last)
        self._sheet.set_footer(foot, {"scale_with_doc": False})
        self._sheet.set_zoom(zoom)

    def end_pages(self, rows: Sequence[int]) -> None:
        """End a printed page before each of the rows."""
        self._sheet.set_h_pagebreaks(list(rows))


def clean(text: str) -> str:
    """Return the text without what breaks a file or acts on a screen, line breaks kept, cut to what a cell holds."""
    kept = "\n".join(plain(line) for line in text.split("\n"))
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 1] + "…"


def listed(choices: Sequence[str]) -> list[str] | None:
    """Return the choices as a rule of a cell can hold them, joined by commas; None where it cannot."""
    kept = [clean(choice) for choice in choices]
    return None if any("," in choice for choice in kept) or len(",".join(kept)) > _LIST else kept


def _place(cell: tuple[int, int]) -> str:
    return cell_name(cell[0] + 1, cell[1] + 1)
