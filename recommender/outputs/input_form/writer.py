"""Sheets of an input workbook -> bytes: the only module here that knows XlsxWriter.

Every text goes in as a string, never as a formula or a link; the same content gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from recommender.language.harmless import plain
from recommender.outputs.input_form.fields import Field, Known

_LONGEST = 2000  # of a cell; names from outside may be of any length
_PROMPT, _TITLE = 255, 32  # what a spreadsheet program shows beside a cell
_LINE = 15  # points
_MOST_LINES = 12
_LISTED = 255  # of an inline list
_HEAD = {
    "bold": True,
    "bg_color": "#1F4E5F",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
}
_WRAP = {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#C8C8C8"}
_INPUT = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#B0B0B0", "text_wrap": True, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "head": _HEAD,
    "title": {"bold": True, "font_size": 16, "font_color": "#1F4E5F"},
    "subtitle": {"bold": True, "font_color": "#1F4E5F"},
    "text": _WRAP,
    "bold": {**_WRAP, "bold": True},
    "key": {"font_color": "#7F7F7F", "font_size": 8, "valign": "top"},
    "keys": {**_HEAD, "bg_color": "#DCE6EA", "font_color": "#1F4E5F", "font_size": 9, "bold": False},
    "before": {**_WRAP, "font_color": "#5F5F5F", "align": "left"},
    "input": _INPUT,
    "input-text": {**_INPUT, "num_format": "@"},
    "input-whole": {**_INPUT, "num_format": "#,##0"},
    "input-decimal": {**_INPUT, "num_format": "0.###"},
    "input-share": {**_INPUT, "num_format": "0.##%"},
    "doubt": {**_INPUT, "bg_color": "#F8CBAD"},
    "doubt-text": {**_WRAP, "bg_color": "#F8CBAD"},
}
_INPUT_LOOKS = {"text": "input-text", "code": "input-text", "whole": "input-whole", "decimal": "input-decimal"}
_INPUT_LOOKS |= {"share": "input-share", "total": "input-decimal"}


class Book:
    """A workbook under construction."""

    def __init__(self, hidden: str, mark: str, bad_value: str) -> None:
        """Open a workbook; `hidden` is the sheet that keeps the lists, its first cell `mark`."""
        import xlsxwriter

        self._bytes = io.BytesIO()
        plainly = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(self._bytes, {"in_memory": True, **plainly})
        # A fixed date: the same content is the same file whenever it is made.
        self._book.set_properties({"created": datetime.datetime(2026, 1, 1), "title": "recommender"})
        self.looks = {name: self._book.add_format(look) for name, look in _LOOKS.items()}
        self._hidden, self._mark, self._bad_value = hidden, mark, bad_value
        self._lists: dict[tuple[str, ...], str] = {}
        self._aside: list[str] = []

    def sheet(self, name: str, widths: Sequence[float], *, holds_data: bool = True, wide: bool = False) -> Any:
        """Return a new sheet with columns of these widths, printed on A4 as wide as the page; `wide`: over many pages,
        each with the first two columns."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        if wide:
            sheet.repeat_columns(0, 1)
        else:
            sheet.fit_to_pages(1, 0)
        if not holds_data:
            self._aside.append(name)
        return sheet

    def fit(self, sheet: Any, row: int, cells: Sequence[tuple[str, float]], *, least: int = 1) -> None:
        """Make a row as high as its longest text needs, from (text, column width): programs do not do it alike."""
        lines = max((_lines(text, width) for text, width in cells), default=1)
        sheet.set_row(row, _LINE * max(least, min(lines, _MOST_LINES)))

    def put(self, sheet: Any, row: int, column: int, value: Known, look: str) -> None:
        """Write one cell: text as text, numbers as numbers, nothing as an empty cell."""
        form = self.looks[look]
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            sheet.write_string(row, column, plain(value)[:_LONGEST], form)
        else:
            sheet.write_number(row, column, value, form)

    def input(self, sheet: Any, row: int, column: int, field: Field, value: Known = None) -> None:
        """Write the cell of an answer and what may stand in it."""
        look = "doubt" if field.is_doubtful else _INPUT_LOOKS.get(field.kind, "input")
        if field.kind == "level" and isinstance(value, int):
            value = next((text for text in field.choices if text.startswith(f"{value} · ")), value)
        self.put(sheet, row, column, value, look)
        self.allow(sheet, row, column, row, column, field)

    def allow(
        self, sheet: Any, top: int, left: int, bottom: int, right: int, field: Field, *, bare: bool = False
    ) -> None:
        """Limit cells to what the field can hold; `bare` lists levels by number, their meanings beside the cell."""
        rule = self._rule(field, bare)
        if rule:
            rule |= {"error_title": plain(field.key)[:_TITLE], "error_message": self._bad_value[:_PROMPT]}
            sheet.data_validation(top, left, bottom, right, rule)

    def _rule(self, field: Field, bare: bool) -> dict[str, Any]:
        if field.kind == "level" and bare:
            numbers = [text.partition(" · ")[0] for text in field.choices]
            prompt = "\n".join(field.choices)
            while len(prompt) > _PROMPT:
                longest = max(prompt.split("\n"), key=len)
                prompt = prompt.replace(longest, longest[:-2].rstrip("…") + "…", 1)
            return {
                "validate": "list",
                "source": numbers,
                "input_title": plain(field.key)[:_TITLE],
                "input_message": prompt,
            }
        if field.choices:
            return {"validate": "list", "source": self._list(field.choices)}
        if field.kind == "year":
            return {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2100}
        if field.kind == "whole":
            return {"validate": "integer", "criteria": ">=", "value": 0}
        if field.kind == "share":
            return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        return {"validate": "decimal", "criteria": ">=", "value": 0} if field.kind in ("decimal", "total") else {}

    def _list(self, choices: tuple[str, ...]) -> str | list[str]:
        """Return a drop-down's source: the choices themselves, or the place of the hidden sheet that keeps them."""
        if len(",".join(choices)) < _LISTED and not any("," in choice for choice in choices):
            return list(choices)
        if choices not in self._lists:
            self._lists[choices] = column_name(len(self._lists) + 1)
        letter = self._lists[choices]
        return f"='{self._hidden}'!${letter}$1:${letter}${len(choices)}"

    def close(self) -> bytes:
        """Return the file."""
        sheet = self._book.add_worksheet(self._hidden)
        for row, text in enumerate([self._mark, *self._aside]):
            sheet.write_string(row, 0, text)
        for choices, letter in self._lists.items():
            for row, choice in enumerate(choices):
                sheet.write_string(f"{letter}{row + 1}", plain(choice))
        sheet.hide()
        self._book.close()
        return self._bytes.getvalue()


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column: words are broken at blanks, so a little more than its length."""
    return sum(max(1, -(-len(piece) * 110 // int(width * 100))) for piece in text.split("\n"))


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
