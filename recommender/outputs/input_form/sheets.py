"""What the sheets of an input workbook have in common: their looks, cells to be filled and what may stand in them.

Lists that are too long for a cell's own rule, and which sheets hold no data, stand on a hidden sheet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from recommender.language.harmless import plain
from recommender.outputs.input_form.fields import Field
from recommender.outputs.xlsx_file import CellValue, XlsxFile, XlsxSheet, listed
from recommender.sheets.nouns import column_letters

HIDDEN_SHEET = "_recommender"
MARK = "recommender-template"  # villages/workbook.py looks for it
_MADE = datetime.date(2026, 1, 1)  # always: the same content is the same file whenever it is made
_PROMPT, _TITLE = 255, 32  # characters of what a spreadsheet program shows beside a cell
_LINE = 15  # points
_MOST_LINES = 12
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
_STYLES: dict[str, dict[str, Any]] = {
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
_TEXTS = ("text", "doubt-text")
_INPUTS = {
    "text": "input-text",
    "code": "input-text",
    "whole": "input-whole",
    "decimal": "input-decimal",
    "share": "input-share",
    "total": "input-decimal",
}
FormCell = tuple[CellValue, str] | Field | None
"""A value with its style, a field to be filled, or nothing at all."""


def style_of(field: Field) -> str:
    """Return how the answer to a field looks."""
    return "doubt" if field.is_doubtful else _INPUTS.get(field.kind, "input")


class FormBook:
    """An input workbook under construction."""

    def __init__(self, bad_value: str) -> None:
        """Open it; `bad_value` is what a cell says that refuses an answer."""
        self._file = XlsxFile("recommender", _MADE, _STYLES)
        self._bad_value = bad_value[:_PROMPT]
        self._lists: dict[tuple[str, ...], str] = {}
        self._aside: list[str] = []

    def sheet(self, name: str, widths: Sequence[float], *, holds_data: bool = True) -> XlsxSheet:
        """Return a new sheet with columns of these widths."""
        if not holds_data:
            self._aside.append(name)
        return self._file.sheet(name, widths)

    def row(self, sheet: XlsxSheet, row: int, cells: Iterable[FormCell]) -> None:
        """Write a row of cells; fields with what is known and what may stand in them."""
        for column, cell in enumerate(cells):
            if isinstance(cell, Field):
                value = cell.value
                if cell.kind == "level" and isinstance(value, int):
                    value = next((text for text in cell.choices if text.startswith(f"{value} · ")), value)
                sheet.put(row, column, value, style_of(cell))
                self.limit(sheet, (row, column), (row, column), cell)
            elif cell is not None:
                sheet.put(row, column, *cell)

    def list_sheet(
        self,
        name: str,
        titles: Sequence[str],
        widths: Sequence[float],
        rows: Iterable[Sequence[FormCell]],
        *,
        holds_data: bool = True,
    ) -> None:
        """Write a sheet that is read and filled downwards, its rows as high as their texts need."""
        sheet = self.sheet(name, widths, holds_data=holds_data)
        self.row(sheet, 0, [(title, "head") for title in titles])
        sheet.print_across((0, 0))
        for number, cells in enumerate(rows, 1):
            self.row(sheet, number, cells)
            texts = [cell[0] if isinstance(cell, tuple) and cell[1] in _TEXTS else "" for cell in cells]
            sheet.height(number, text_height(zip(texts, widths, strict=True)))

    def limit(
        self, sheet: XlsxSheet, first: tuple[int, int], last: tuple[int, int], field: Field, bare: bool = False
    ) -> None:
        """Limit cells to what the field can hold; `bare` lists levels by number, their meanings beside the cell."""
        rule = self._rule(field, bare)
        if rule:
            sheet.limit(
                first, last, {**rule, "error_title": plain(field.key)[:_TITLE], "error_message": self._bad_value}
            )

    def _rule(self, field: Field, bare: bool) -> dict[str, Any]:
        if field.kind == "level" and bare:
            return {
                "validate": "list",
                "source": [text.partition(" · ")[0] for text in field.choices],
                "input_title": plain(field.key)[:_TITLE],
                "input_message": _prompt(field.choices),
            }
        if field.choices:
            return {"validate": "list", "source": listed(field.choices) or self._list(field.choices)}
        if field.kind == "year":
            return {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2100}
        if field.kind == "whole":
            return {"validate": "integer", "criteria": ">=", "value": 0}
        if field.kind == "share":
            return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        return {"validate": "decimal", "criteria": ">=", "value": 0} if field.kind in ("decimal", "total") else {}

    def _list(self, choices: tuple[str, ...]) -> str:
        """Return the place of the hidden sheet that keeps the choices, from its second column on."""
        letters = self._lists.setdefault(choices, column_letters(len(self._lists) + 2))
        return f"='{HIDDEN_SHEET}'!${letters}$1:${letters}${len(choices)}"

    def close(self) -> bytes:
        """Return the file."""
        self._file.hidden_sheet(HIDDEN_SHEET, [[MARK, *self._aside], *self._lists])
        return self._file.close()


def text_height(texts: Iterable[tuple[CellValue, float]]) -> float:
    """Return the height in points that the longest of (text, column width) needs: programs do not fit rows alike."""
    lines = (_lines(text, width) for text, width in texts if isinstance(text, str))
    return _LINE * min(_MOST_LINES, max(lines, default=1))


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column: words are broken at blanks, so a little more than its length."""
    return sum(max(1, -(-len(piece) * 110 // int(width * 100))) for piece in text.split("\n"))


def _prompt(choices: Sequence[str]) -> str:
    """Return the choices a line each, the longest cut until all can be shown beside a cell."""
    prompt = "\n".join(choices)
    while len(prompt) > _PROMPT:
        longest = max(prompt.split("\n"), key=len)
        prompt = prompt.replace(longest, longest[:-2].rstrip("…") + "…", 1)
    return prompt
