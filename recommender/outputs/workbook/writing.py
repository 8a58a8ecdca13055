"""Pages -> the bytes of a workbook: the only module that knows the file format.

Every text is written as a string, so that nothing from the data can run; the only formulas are sums of this module,
each with its value beside it for readers that do not calculate. The same pages give the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from typing import Any

from recommender.language.harmless import plain
from recommender.outputs.workbook.fitting import height, lines_needed
from recommender.outputs.workbook.pages import Cell, Column, Line, Page, Section

_ZOOM = 85  # per cent, so that a form's width is on a small screen
_LONGEST = 32_767  # characters of a cell
_A4 = 9
_MARGIN, _FOOT = 0.4, 0.6  # inches
_UPRIGHT = 62.0  # points: three short words, in two lines
_FORMULA = ("=", "+", "-", "@")
_GREY, _PALE, _LINE = "#D9E2EC", "#F0F3F7", "#8A94A0"
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 13, "align": "center", "valign": "vcenter", "text_wrap": True},
    "head": {"font_size": 10, "valign": "top"},
    "heading": {
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "bg_color": _GREY,
        "border": 1,
    },
    "number-of-column": {"align": "center", "font_size": 7, "bg_color": _GREY, "border": 1},
    "section": {"bold": True, "bg_color": _PALE, "border": 1, "valign": "vcenter", "text_wrap": True},
    "note": {"italic": True, "font_size": 8, "text_wrap": True, "valign": "top", "font_color": "#404040"},
    "tail": {"border": 1, "valign": "vcenter", "text_wrap": True},
    "signature": {"align": "center", "font_size": 10},
    "text": {"text_wrap": True, "valign": "top", "border": 1},
    "code": {"align": "center", "valign": "top", "border": 1, "text_wrap": True},
    "money": {"valign": "top", "border": 1},
    "number": {"valign": "top", "border": 1},
    "decimal": {"valign": "top", "border": 1},
    "score": {"align": "center", "valign": "top", "border": 1},
    "year": {"align": "center", "valign": "top", "border": 1, "num_format": "0"},
    "tick": {"align": "center", "valign": "top", "border": 1},
    "answer": {"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#FFFBE6"},
}
_NUMBER_FORMATS = {"money": "#,##0_)", "number": "#,##0_)", "decimal": "#,##0.0##_)", "score": "0.00"}


def write_workbook(pages: Iterable[Page], title: str, date: datetime.date, lang: str, page_words: str) -> bytes:
    """Return the workbook of the pages, in their order.

    `date` stands in the file as its day of making; `page_words` is printed at the foot, with `{page}` and `{count}`.
    """
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.datetime(date.year, date.month, date.day)
    book.set_properties({"title": clean(title), "created": made})
    book.set_calc_mode("auto")
    formats = _Formats(book, lang)
    for page in pages:
        _Sheet(book.add_worksheet(page.name), page, formats).write(page_words)
    book.close()
    return target.getvalue()


def clean(text: str) -> str:
    """Return the text without what breaks a file or acts on a screen, line breaks kept, cut to what a cell holds."""
    kept = "\n".join(plain(line) for line in text.split("\n"))
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 1] + "…"


class _Formats:
    """Cell formats, each made once for a workbook."""

    def __init__(self, book: Any, lang: str) -> None:
        self.book = book
        # Digits are grouped as the language does, also where the reader's machine speaks another.
        self.locale = "[$-421]" if lang == "id" else "[$-409]"
        self.made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, style: str, **more: Any) -> Any:
        wanted = {"font_name": "Arial", "font_size": 9, "border_color": _LINE, **_STYLES[style], **more}
        if style in _NUMBER_FORMATS:
            wanted["num_format"] = self.locale + _NUMBER_FORMATS[style]
        key = tuple(sorted(wanted.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(wanted)
        return self.made[key]


class _Sheet:
    """Writes one page from top to bottom; `row` is the next free row."""

    def __init__(self, sheet: Any, page: Page, formats: _Formats) -> None:
        self.sheet, self.page, self.formats = sheet, page, formats
        self.columns = page.columns
        self.last = len(page.columns) - 1
        self.row = 0
        self.summed = [place for place, column in enumerate(page.columns) if column.summed or column.row_sum]
        self.label_end = (self.summed[0] if self.summed else self._first_money()) - 1

    def _first_money(self) -> int:
        return next((n for n, column in enumerate(self.columns) if column.kind == "money"), len(self.columns))

    def write(self, page_words: str) -> None:
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width)
        self._titles()
        first, below = self._headings()
        if not any(True for _ in self.page.body.lines()):
            self._across(self.page.empty, "text", 0, self.last)
        self._section(self.page.body, depth=0)
        self._tail()
        self._notes()
        self._signatures()
        self._print(page_words, first, below)

    # Pieces of text

    def _text(self, row: int, place: int, text: str, style: str, **more: Any) -> None:
        """Write a string; one that looks like a formula stays text when its cell is edited."""
        kept = clean(text)
        if kept.lstrip().startswith(_FORMULA):
            more["quote_prefix"] = True
        self.sheet.write_string(row, place, kept, self.formats.get(style, **more))

    def _merged(self, row: int, first: int, last: int, text: str, style: str, **more: Any) -> None:
        """Write a string over several cells of a row."""
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.formats.get(style, **more))
        self._text(row, first, text, style, **more)

    def _across(self, text: str, style: str, first: int, last: int, **more: Any) -> None:
        """Write a row of one text over the columns, as high as it needs."""
        room = sum(column.width for column in self.columns[first : last + 1])
        self.sheet.set_row(self.row, height(lines_needed(clean(text), room, style in ("section", "title"))))
        self._merged(self.row, first, last, text, style, **more)
        self.row += 1

    def _titles(self) -> None:
        for title in self.page.titles:
            self.sheet.set_row(self.row, 18)
            self._merged(self.row, 0, self.last, title, "title")
            self.row += 1
        middle = self._middle()
        for left, right in self.page.head:
            self._merged(self.row, 0, middle - 1, left, "head")
            self._merged(self.row, middle, self.last, right, "head")
            self.row += 1
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
        """Write the headings; return their first row and the row below them."""
        first = self.row
        grouped = any(column.group for column in self.columns)
        bottom = first + (1 if grouped else 0)
        place = 0
        while place <= self.last:
            column = self.columns[place]
            end = place
            while column.group and end < self.last and self.columns[end + 1].group == column.group:
                end += 1
            if column.group:
                self._merged(first, place, end, column.group, "heading")
                for inner in range(place, end + 1):
                    self._heading(bottom, inner)
            elif grouped:
                self.sheet.merge_range(first, place, bottom, place, "", self.formats.get("heading"))
                self._text(first, place, column.title, "heading")
            else:
                self._text(first, place, column.title, "heading")
            place = end + 1
        self.sheet.set_row(bottom, max(height(2), *(self._heading_height(column) for column in self.columns)))
        if grouped:
            self.sheet.set_row(first, height(2))
        self.row = bottom + 1
        if self.page.numbered:
            for number in range(len(self.columns)):
                self._text(self.row, number, str(number + 1), "number-of-column")
            self.row += 1
        return first, self.row

    def _heading(self, row: int, place: int) -> None:
        column = self.columns[place]
        more = {"rotation": 90, "font_size": 7.5} if column.upright else {}
        self._text(row, place, column.title, "heading", **more)

    def _heading_height(self, column: Column) -> float:
        """Return the height that a title needs; one without a group has the row of the groups too."""
        if column.upright:
            return _UPRIGHT
        spare = 0 if column.group else 1
        return height(lines_needed(column.title, column.width, bold=True) - spare)

    # The table

    def _section(self, section: Section, depth: int) -> list[tuple[int, int]]:
        """Write a section; return the rows (first, last) that a sum over it adds up: its total, else its lines'."""
        if section.title:
            self._across(section.title, "section", 0, self.last)
        pieces: list[tuple[int, int]] = []
        grows = False  # whether the last piece is a range of lines that ends right above
        for part in section.parts:
            if isinstance(part, Section):
                pieces += self._section(part, depth + 1)
                grows = False
                continue
            first = pieces.pop()[0] if grows else self.row
            pieces.append((first, self.row))
            self._line(part)
            grows = True
        if not section.total:
            return pieces
        self._total(section, pieces, strong=depth == 0)
        return [(self.row - 1, self.row - 1)]

    def _line(self, line: Line) -> None:
        needed = 1
        for place, (column, cell) in enumerate(zip(self.columns, line.cells, strict=True)):
            more = {"font_color": "#8A8A8A"} if place in line.quiet else {}
            if column.row_sum:
                self._row_sum(place, line)
            else:
                self._cell(self.row, place, column, cell, more)
            if isinstance(cell, str):
                needed = max(needed, lines_needed(clean(cell), column.width))
            if column.kind == "answer":
                self._offer(place, line.choices)
        self.sheet.set_row(self.row, height(needed))
        self.row += 1

    def _offer(self, place: int, choices: tuple[str, ...]) -> None:
        """Offer answers in a cell, where the format can hold them: joined by commas, 255 characters."""
        if choices and not any("," in choice for choice in choices) and len(",".join(choices)) <= 255:
            offered = {"validate": "list", "source": [clean(choice) for choice in choices]}
            self.sheet.data_validation(self.row, place, self.row, place, offered)

    def _cell(self, row: int, place: int, column: Column, cell: Cell, more: Mapping[str, Any]) -> None:
        style: str = column.kind
        if cell is None or cell == "":
            self.sheet.write_blank(row, place, None, self.formats.get(column.kind, **more))
        elif isinstance(cell, str):
            if column.kind in ("money", "number", "score", "year"):
                style = "code"
            self._text(row, place, cell, style, **more)
        else:
            if column.kind == "number" and isinstance(cell, float):
                style = "decimal"
            self.sheet.write_number(row, place, cell, self.formats.get(style, **more))

    def _row_sum(self, place: int, line: Line) -> None:
        parts = [number for number in self.summed if number < place]
        value = sum(_amount(line, number) for number in parts)
        formula = f"=SUM({_place(self.row, parts[0])}:{_place(self.row, parts[-1])})"
        self.sheet.write_formula(self.row, place, formula, self.formats.get("money", bold=True), value)

    def _total(self, section: Section, pieces: list[tuple[int, int]], strong: bool) -> None:
        more: dict[str, Any] = {"bold": True, "bg_color": _GREY if strong else _PALE}
        label = clean(section.total)
        room = sum(column.width for column in self.columns[: self.label_end + 1])
        self.sheet.set_row(self.row, height(lines_needed(label, room, bold=True)))
        self._merged(self.row, 0, self.label_end, label, "section", **more)
        for place in range(self.label_end + 1, self.last + 1):
            if place in self.summed and self._has_values(section, place):
                value = sum(self._value(line, place) for line in section.lines())
                ranges = ",".join(_range(first, last, place) for first, last in pieces)
                style = self.formats.get(self.columns[place].kind, valign="vcenter", **more)
                self.sheet.write_formula(self.row, place, f"=SUM({ranges or 0})", style, value)
            else:
                self.sheet.write_blank(self.row, place, None, self.formats.get("text", **more))
        self.row += 1

    def _has_values(self, section: Section, place: int) -> bool:
        """Return whether anything is there to be summed; an empty form has a total of 0, an empty column none."""
        lines = list(section.lines())
        return not lines or self.columns[place].row_sum or any(line.cells[place] is not None for line in lines)

    def _value(self, line: Line, place: int) -> int:
        if self.columns[place].row_sum:
            return sum(_amount(line, number) for number in self.summed if number < place)
        return _amount(line, place)

    # Below the table

    def _tail(self) -> None:
        place = self.label_end + 1
        for label, amount in self.page.tail:
            self._merged(self.row, 0, self.label_end, label, "tail")
            self.sheet.write_number(self.row, place, amount, self.formats.get("money", valign="vcenter"))
            self.row += 1

    def _notes(self) -> None:
        if self.page.notes:
            self.row += 1
        for note in self.page.notes:
            self._across(note, "note", 0, self.last)

    def _signatures(self) -> None:
        if not self.page.signatures:
            return
        self.row += 1
        middle = self._middle()
        left, right = self.page.signatures
        line = "( …………………………………… )"
        for one, other in (("", self.page.place_and_date), (left, right), *[("", "")] * 3, (line, line)):
            if one or other:
                self._merged(self.row, 0, middle - 1, one, "signature")
                self._merged(self.row, middle, self.last, other, "signature")
            self.row += 1

    def _print(self, page_words: str, first: int, below: int) -> None:
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_FOOT)
        sheet.repeat_rows(first, below - 1)
        sheet.print_area(0, 0, max(self.row - 1, below), self.last)
        sheet.freeze_panes(below, 0)
        sheet.hide_gridlines(2)
        sheet.set_zoom(_ZOOM)
        foot = clean(page_words).replace("&", "&&").format(page="&P", count="&N")
        sheet.set_footer(f"&L&8{self._short_title()}&R&8{foot}")

    def _short_title(self) -> str:
        """Return the page's name and village for the foot, which holds 255 characters; a `&` there opens a command."""
        village = clean(self.page.head[0][0]) if self.page.head else ""
        return f"{self.page.name} · {village[:60]}".replace("&", "&&")


def _amount(line: Line, place: int) -> int:
    cell = line.cells[place]
    return cell if isinstance(cell, int) else 0


def _place(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))


def _range(first: int, last: int, column: int) -> str:
    return _place(first, column) if first == last else f"{_place(first, column)}:{_place(last, column)}"
