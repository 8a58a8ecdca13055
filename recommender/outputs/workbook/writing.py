"""Pages -> the bytes of a workbook: where on a sheet each piece of a page stands, and how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from recommender.outputs.workbook.charts import CHART_COLUMNS, Placed, draw
from recommender.outputs.workbook.fitting import height, lines_needed
from recommender.outputs.workbook.pages import ChartPage, Line, Lines, Page, PageColumn
from recommender.outputs.workbook.printing import BODY, FOOT, MARGIN, USUAL_ROW, break_before, fitted
from recommender.outputs.xlsx_file import CellValue, XlsxFile, XlsxSheet, clean, listed

_ZOOM = 85  # per cent, so that a form's width is on a small screen
_TITLE = 18.0  # points of a line of a title
TITLE = 13  # points of its letters
_UPRIGHT = 70.0  # points: three short words, in two lines
_TOGETHER = 2  # lines of the table, with the titles above them, that stand on a page with the signatures
_SIGN_HERE = "( …………………………………… )"
_GREY, _PALE, _LINE = "#D9E2EC", "#F0F3F7", "#8A94A0"
_CELL: dict[str, Any] = {"valign": "top", "border": 1}
_CENTRED = {**_CELL, "align": "center"}
_BAND: dict[str, Any] = {"bold": True, "border": 1, "valign": "vcenter", "text_wrap": True}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": TITLE, "align": "center", "valign": "vcenter", "text_wrap": True},
    "lead": {"font_size": BODY, "text_wrap": True, "valign": "top"},
    "head": {"font_size": 10, "valign": "top"},
    "heading": {**_BAND, "align": "center", "bg_color": _GREY},
    "number-of-column": {"align": "center", "font_size": BODY, "bg_color": _GREY, "border": 1},
    "section": {**_BAND, "bg_color": _PALE},
    "note": {"italic": True, "font_size": BODY, "text_wrap": True, "valign": "top", "font_color": "#404040"},
    "tail": {"border": 1, "valign": "vcenter", "text_wrap": True},
    "signature": {"align": "center", "font_size": 10},
    "text": {**_CELL, "text_wrap": True},
    "code": {**_CENTRED, "text_wrap": True},
    "money": _CELL,
    "number": _CELL,
    "decimal": _CELL,
    "tenth": _CELL,
    "score": _CENTRED,
    "index": _CENTRED,
    "share": _CENTRED,
    "year": {**_CENTRED, "num_format": "0"},
    "tick": _CENTRED,
    "answer": {**_CELL, "text_wrap": True, "bg_color": "#FFFBE6"},
}
_NUMBER_FORMATS = {
    "money": "#,##0_)",
    "number": "#,##0_)",
    "decimal": "#,##0.0##_)",
    "score": "0.00",
    "index": "0.0000",
    "share": "0.0%",
}


def write_workbook(
    pages: Iterable[Page | ChartPage], title: str, date: datetime.date, lang: str, page_words: str
) -> bytes:
    """Return the workbook of the pages, in their order.

    `date` stands in the file as its day of making; `page_words` is printed at the foot, with `{page}` and `{count}`.
    """
    formats = {style: {"num_format": _locale(lang) + digits} for style, digits in _NUMBER_FORMATS.items()}
    base = {"font_name": "Arial", "font_size": BODY, "border_color": _LINE}
    book = XlsxFile(title, date, {name: {**base, **look, **formats.get(name, {})} for name, look in _STYLES.items()})
    written: dict[str, _PageWriter] = {}
    charts: list[tuple[XlsxSheet, ChartPage]] = []
    for given in pages:
        if isinstance(given, ChartPage):
            charts.append((book.sheet(given.name, CHART_COLUMNS), given))
            continue
        page = replace(given, columns=fitted(given.columns))
        sheet = book.sheet(page.name, [column.width for column in page.columns])
        written[page.name] = _PageWriter(sheet, page)
        written[page.name].write(page_words)
    for sheet, chart_page in charts:
        draw(sheet, chart_page, {name: writer.placed for name, writer in written.items()}, page_words)
    return book.close()


def _locale(lang: str) -> str:
    """Return what groups digits as the language does, also where the reader's machine speaks another."""
    return "[$-421]" if lang == "id" else "[$-409]"


def millions(lang: str) -> str:
    """Return the form of a number of an axis that shows it in millions."""
    return f"{_locale(lang)}#,##0,,"


class _PageWriter:
    """Writes one page from top to bottom; `row` is the next free row."""

    def __init__(self, sheet: XlsxSheet, page: Page) -> None:
        self.sheet, self.page = sheet, page
        self.columns = page.columns
        self.last = len(page.columns) - 1
        self.row = 0
        self.heights: dict[int, float] = {}
        self.blocks: list[int] = []  # first row of each line, of the titles above it where there are any
        self.titled = False
        self.placed = Placed()
        self.summed = [place for place, column in enumerate(page.columns) if column.summed or column.row_sum]
        money = next((n for n, column in enumerate(page.columns) if column.kind == "money"), len(page.columns))
        self.label_end = (self.summed[0] if self.summed else money) - 1

    def write(self, page_words: str) -> None:
        self._titles()
        headings = self._headings()
        self.placed.heading = headings[1]
        if not any(True for _ in self.page.body.every()):
            self._across(self.page.empty, "text")
        self._group(self.page.body, depth=0)
        if self.page.filters and self.placed.lines:
            self.sheet.filters((headings[1], 0), (self.placed.lines[-1], self.last))
        self._tail()
        self._notes()
        self._signatures()
        self._print(page_words, headings)

    def _height(self, row: int, points: float) -> None:
        self.heights[row] = points
        self.sheet.height(row, points)

    # Pieces of text

    def _merged(self, first: int, last: int, text: str, style: str, **more: Any) -> None:
        """Write a text over several cells of the row."""
        self.sheet.merge((self.row, first), (self.row, last), text, style, **more)

    def _across(self, text: str, style: str) -> None:
        """Write a row of one text over all columns, as high as it needs."""
        room = sum(column.width for column in self.columns)
        self._height(self.row, height(lines_needed(clean(text), room, style == "section")))
        self._merged(0, self.last, text, style)
        self.row += 1

    def _titles(self) -> None:
        for title in self.page.titles:
            room = sum(column.width for column in self.columns) * BODY / TITLE
            self._height(self.row, _TITLE * lines_needed(clean(title), room, bold=True))
            self._merged(0, self.last, title, "title")
            self.row += 1
        for left, right in self.page.head:
            self._height(self.row, USUAL_ROW)
            self._halves(left, right, "head")
        for text in self.page.lead:
            self._across(text, "lead")
        self.row += 1

    def _halves(self, left: str, right: str, style: str) -> None:
        """Write a row of two texts, each over half of the page's width."""
        middle = self._middle()
        self._merged(0, middle - 1, left, style)
        self._merged(middle, self.last, right, style)
        self.row += 1

    def _middle(self) -> int:
        """Return the column that begins the right half of the page."""
        half, seen = sum(column.width for column in self.columns) / 2, 0.0
        for place, column in enumerate(self.columns):
            seen += column.width
            if seen >= half:
                return max(1, place)
        return self.last

    def _headings(self) -> tuple[int, int]:
        """Write the headings, those of groups above those of their columns; return their first row and their last."""
        first = self.row
        is_grouped = any(column.group for column in self.columns)
        bottom = first + is_grouped
        place = 0
        while place <= self.last:
            column, end = self.columns[place], place
            while column.group and end < self.last and self.columns[end + 1].group == column.group:
                end += 1
            if column.group:
                self.sheet.merge((first, place), (first, end), column.group, "heading")
                for inner in range(place, end + 1):
                    more = {"rotation": 90} if self.columns[inner].upright else {}
                    self.sheet.put(bottom, inner, self.columns[inner].title, "heading", **more)
            else:
                self.sheet.merge((first, place), (bottom, place), column.title, "heading")
            place = end + 1
        self._height(bottom, max(height(2), *(self._heading_height(column) for column in self.columns)))
        if is_grouped:
            self._height(first, height(2))
        if self.page.numbered:
            bottom += 1
            self._height(bottom, USUAL_ROW)
            for number in range(len(self.columns)):
                self.sheet.put(bottom, number, str(number + 1), "number-of-column")
        self.row = bottom + 1
        return first, bottom

    def _heading_height(self, column: PageColumn) -> float:
        """Return the height that a title needs; one without a group has the row of the groups too."""
        if column.upright:
            return _UPRIGHT
        spare = 1 if not column.group and any(other.group for other in self.columns) else 0
        return height(lines_needed(column.title, column.width, bold=True) - spare)

    # The table

    def _group(self, group: Lines, depth: int) -> list[tuple[int, int]]:
        """Write a group; return the rows (first, last) that a sum over it adds up: its sums, else its lines'."""
        head = self.row
        if group.title and not self.titled:
            self.blocks.append(head)
            self.titled = True
        if group.sums_in_title:
            self.row += 1
        elif group.title:
            self._across(group.title, "section")
        pieces: list[tuple[int, int]] = []
        grows = False  # whether the last piece is a range of lines that ends right above
        for part in group.parts:
            if isinstance(part, Lines):
                pieces += self._group(part, depth + 1)
                grows = False
                continue
            first = pieces.pop()[0] if grows else self.row
            pieces.append((first, self.row))
            self._line(part)
            grows = True
        if group.sums_in_title:
            self._sums(head, group.title, group, pieces, depth)
            return [(head, head)]
        if not group.total:
            return pieces
        self._sums(self.row, group.total, group, pieces, depth)
        self.row += 1
        return [(self.row - 1, self.row - 1)]

    def _line(self, line: Line) -> None:
        if not self.titled:
            self.blocks.append(self.row)
        self.titled = False
        needed = 1
        for place, (column, cell) in enumerate(zip(self.columns, line.cells, strict=True)):
            if column.row_sum:
                parts = [number for number in self.summed if number < place]
                block = ((self.row, parts[0]), (self.row, parts[-1]))
                value = self._value(line, place)
                self.sheet.total(self.row, place, [block], value, _style(column, value), bold=True)
            else:
                more = {"font_color": "#8A8A8A"} if place in line.quiet else {}
                self.sheet.put(self.row, place, cell, _style(column, cell), **more)
            if isinstance(cell, str):
                needed = max(needed, lines_needed(clean(cell), column.width))
            if column.kind == "answer" and line.choices and (choices := listed(line.choices)):
                here = (self.row, place)
                self.sheet.limit(here, here, {"validate": "list", "source": choices})
        self._height(self.row, height(needed))
        self.placed.lines.append(self.row)
        self.row += 1

    def _sums(self, row: int, title: str, group: Lines, pieces: list[tuple[int, int]], depth: int) -> None:
        """Write the row of a group's sums: the deeper the group, the paler."""
        more: dict[str, Any] = {"bold": True, "bg_color": (_GREY, _PALE)[min(depth, 1)] if depth < 2 else "#FFFFFF"}
        label = clean(title)
        room = sum(column.width for column in self.columns[: self.label_end + 1])
        self._height(row, height(lines_needed(label, room, bold=True)))
        self.placed.sums = row
        self.sheet.merge((row, 0), (row, self.label_end), label, "section", **more)
        for place in range(self.label_end + 1, self.last + 1):
            if place in self.summed and self._has_values(group, place):
                value = sum(self._value(line, place) for line in group.every())
                blocks = [((first, place), (last, place)) for first, last in pieces]
                self.sheet.total(
                    row, place, blocks, value, _style(self.columns[place], value), valign="vcenter", **more
                )
            else:
                self.sheet.put(row, place, None, "text", **more)

    def _has_values(self, group: Lines, place: int) -> bool:
        """Return whether anything is there to be summed; an empty form has a total of 0, an empty column none."""
        lines = list(group.every())
        return not lines or self.columns[place].row_sum or any(line.cells[place] is not None for line in lines)

    def _value(self, line: Line, place: int) -> int | float:
        """Return what a line adds to a column's total; of a sum of the row, the summed cells before it."""
        is_sum = self.columns[place].row_sum
        cells = [line.cells[number] for number in self.summed if number < place] if is_sum else [line.cells[place]]
        value = sum(cell for cell in cells if isinstance(cell, int | float))
        return value if isinstance(value, int) else round(value, 6)

    # Below the table

    def _tail(self) -> None:
        for label, amount in self.page.tail:
            room = sum(column.width for column in self.columns[: self.label_end + 1])
            self._height(self.row, height(lines_needed(clean(label), room)))
            self._merged(0, self.label_end, label, "tail")
            self.sheet.put(self.row, self.label_end + 1, amount, "money", valign="vcenter")
            self.row += 1

    def _notes(self) -> None:
        if self.page.notes:
            self.row += 1
        for note in self.page.notes:
            self._across(note, "note")

    def _signatures(self) -> None:
        if not self.page.signatures:
            return
        left, right = self.page.signatures
        first = self.row
        self.row += 1
        self._halves("", self.page.place_and_date, "signature")
        self._halves(left, right, "signature")
        self.row += 3
        self._halves(_SIGN_HERE, _SIGN_HERE, "signature")
        for row in range(first, self.row):
            self._height(row, USUAL_ROW)

    def _print(self, page_words: str, headings: tuple[int, int]) -> None:
        """Say how the sheet is printed: what is signed stands on a page with the end of the table."""
        # A `&` in a foot opens a command; the foot holds 255 characters.
        about = [clean(text)[:60] for text in (*(left for left, _ in self.page.head), *self.page.lead)][:1]
        left = " · ".join((self.page.name, *about)).replace("&", "&&")
        right = clean(page_words).replace("&", "&&").format(page="&P", count="&N")
        self.sheet.print_across(headings)
        last = (max(self.row - 1, headings[1] + 1), self.last)
        self.sheet.frame(last, f"&L&10{left}&R&10{right}", MARGIN, FOOT, _ZOOM)
        if self.page.signatures:
            kept = self.blocks[-_TOGETHER:] or [headings[1] + 1]
            ends = break_before(self.columns, self.heights, headings, range(kept[0], self.row))
            if ends is not None:
                self.sheet.end_pages([ends])


def _style(column: PageColumn, cell: CellValue) -> str:
    """Return how a cell looks: as its column says, but words among numbers as a code, and parts of a whole number."""
    if isinstance(cell, str) and cell and column.kind in ("money", "number", "score", "index", "share", "year"):
        return "code"
    return "decimal" if column.kind == "number" and isinstance(cell, float) else column.kind
