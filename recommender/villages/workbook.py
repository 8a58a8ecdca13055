"""A workbook -> records of villages, and money: every visible sheet that holds either, in whatever form.

Three kinds of sheet are read: tables with a row for each village and year, as in CSV; forms that are filled downwards
(villages/form.py); money (villages/money_sheet.py). Other sheets are named. Places are `file.xlsx[Sheet!F12]`.
"""

from __future__ import annotations

from collections.abc import Mapping

from recommender.language.errors import Problem, problem
from recommender.language.numbers import number
from recommender.language.wording import LANGUAGES, Key, Phrase, phrase, short
from recommender.model.knowledge import KnowledgeBase
from recommender.sheets.nouns import Refused, Workbook
from recommender.sheets.reading import read_workbook
from recommender.villages.form import Form, form_header
from recommender.villages.grid import find_table
from recommender.villages.money_sheet import money_header, read_money
from recommender.villages.places import SheetPlaces
from recommender.villages.records import Reading
from recommender.villages.table_rows import read_grid

TEMPLATE_MARK = "recommender-template"  # in A1 of a hidden sheet; below it the sheets that hold no data
# What a workbook has too much of -> how that is said
_TOO_LARGE: dict[str, Key] = {
    "bytes": "too-large.bytes",
    "bytes-unpacked": "too-large.bytes-unpacked",
    "members": "too-large.members",
    "sheets": "too-large.sheets",
    "strings": "too-large.strings",
    "characters": "too-large.characters",
    "rows": "too-large.rows",
    "columns": "too-large.columns",
    "cells": "too-large.cells",
}


def read_workbook_file(content: bytes, name: str, kb: KnowledgeBase, scheme: str | None, year: int | None) -> Reading:
    """Return what the sheets of a workbook give; a workbook that is refused gives its problem."""
    try:
        workbook = read_workbook(content)
    except Refused as refused:
        return Reading(problems=[_refusal(name, refused)])
    reading = Reading()
    if workbook.has_macros:
        reading.problems.append(problem(name, "macros"))
    form, unread, refusals = Form(), [], []
    unfilled: dict[str, str] = {}  # place of the row -> code
    aside = _set_aside(workbook)
    for sheet in workbook.sheets:
        if sheet.name in aside or not sheet.rows:
            continue
        places = SheetPlaces(name, short(sheet.name))
        found = None if form_header(sheet) or money_header(sheet) else find_table(sheet, places, kb)
        if sheet.is_hidden:
            if found is not None and found.is_of_villages:
                reading.problems.append(problem(places.table, "hidden-sheet"))
        elif form_header(sheet):
            form.add(sheet, name)
        elif money_header(sheet):
            read_money(sheet, places, kb, reading)
        elif found is None or not found.is_of_villages:
            unread.append(sheet.name)
            if found is not None:
                refusals.append(read_grid(found.table, places, kb, scheme, year).problems)
        else:
            unfilled |= {places.row(number): code for number, code in found.unfilled.items()}
            read = read_grid(found.table, places, kb, scheme, year)
            if found.table.rows:
                _add(reading, read)
            elif not found.unfilled:
                refusals.append(read.problems)  # a sheet that was left empty says nothing, unless all were
    if form.answers:
        table, places = form.table(name)
        _add(reading, read_grid(table, places, kb, scheme, year))
    reading.problems += _left_empty(unfilled, reading)
    has_data = bool(reading.records or reading.money or form.answers)
    if not has_data and not any(found.severity == "error" for found in reading.problems):
        reading.problems += refusals[0] if refusals else [problem(name, "no-known-sheet")]
    elif unread:
        reading.problems.append(problem(name, "unread-sheets", names=unread))
    return reading


def _add(reading: Reading, more: Reading) -> None:
    reading.records += more.records
    reading.problems += more.problems


def _left_empty(unfilled: Mapping[str, str], reading: Reading) -> list[Problem]:
    """Return a problem for each village of which no sheet of the workbook says anything."""
    known = {record.code.replace(".", "") for record in reading.records}
    first = {code.replace(".", ""): place for place, code in reversed(list(unfilled.items()))}
    return [problem(place, "no-values") for code, place in first.items() if code not in known]


def _set_aside(workbook: Workbook) -> set[str]:
    """Return the sheets that a template of ours says hold no data, its hidden list of them included."""
    for sheet in workbook.sheets:
        column = [cells[0] for _, cells in sheet.rows if cells]
        if sheet.is_hidden and column and column[0] == TEMPLATE_MARK:
            return {sheet.name, *column[1:]}
    return set()


def _refusal(name: str, refused: Refused) -> Problem:
    """Return the problem of a workbook that is not read."""
    details: dict[str, object] = dict(refused.details)
    if refused.code == "workbook-too-large":
        limit = int(str(details.pop("limit")))
        grouped = Phrase(*(number(limit, lang) for lang in LANGUAGES))
        details["what"] = phrase(_TOO_LARGE[str(details["what"])], limit=grouped)
    return problem(name, refused.code, **details)
