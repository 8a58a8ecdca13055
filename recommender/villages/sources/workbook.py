"""A workbook -> records of villages, and money: every visible sheet that holds either, in whatever form.

Three kinds of sheet are read: tables with a row for each village and year, as in CSV; forms that are filled downwards
(tables/form.py); money (tables/money_sheet.py) and what goes on anyway (tables/existing_sheet.py). Other sheets are
named. Places are `file.xlsx[Sheet!F12]`.
"""

from __future__ import annotations

from collections.abc import Mapping

from recommender.language.errors import Problem, problem
from recommender.language.numbers import number
from recommender.language.wording import LANGUAGES, Key, Phrase, phrase, short
from recommender.sheets.kinds import SUFFIXES, is_workbook
from recommender.sheets.nouns import Workbook, WorkbookRefused
from recommender.sheets.reading import read_workbook
from recommender.villages.data_source import Certainty, DataFile, DataSource, ReadingContext
from recommender.villages.records import FileContents
from recommender.villages.tables.existing_sheet import existing_columns, read_programmes
from recommender.villages.tables.form import FilledForm, form_columns
from recommender.villages.tables.money_sheet import money_columns, read_money
from recommender.villages.tables.places import SheetPlaces
from recommender.villages.tables.rows import read_table
from recommender.villages.tables.sheet_table import find_table

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


def _certainty(file: DataFile) -> Certainty:
    return Certainty.CERTAIN if is_workbook(file.content, file.name) else Certainty.NO


def _read(file: DataFile, context: ReadingContext) -> FileContents:
    """Return what the sheets of a workbook give; a workbook that is refused gives its problem."""
    try:
        workbook = read_workbook(file.content)
    except WorkbookRefused as refused:
        return FileContents(problems=[_refusal(file.name, refused)])
    contents, form = FileContents(), FilledForm()
    if workbook.has_macros:
        contents.problems.append(problem(file.name, "macros"))
    unread: list[str] = []
    refusals: list[list[Problem]] = []
    unfilled: dict[str, str] = {}  # place of the row -> code
    aside = _set_aside(workbook)
    for sheet in workbook.sheets:
        if sheet.name in aside or not sheet.rows:
            continue
        places = SheetPlaces(file.name, short(sheet.name))
        answers, programmes = form_columns(sheet), existing_columns(sheet)
        money = money_columns(sheet) if programmes is None else None
        found = None if answers or money or programmes else find_table(sheet, places, context.kb)
        if sheet.is_hidden:
            if found is not None and found.is_of_villages:
                contents.problems.append(problem(places.table, "hidden-sheet"))
        elif answers is not None:
            form.add(answers, places)
        elif programmes is not None:
            contents.programmes += read_programmes(programmes, places, context.kb, contents.problems)
        elif money is not None:
            contents.money += read_money(money, places, context.kb, contents.problems)
        elif found is None or not found.is_of_villages:
            unread.append(sheet.name)
            if found is not None:
                refusals.append(read_table(found.table, places, context).problems)
        else:
            unfilled |= {places.row(number): code for number, code in found.unfilled.items()}
            read = read_table(found.table, places, context)
            if found.table.rows:
                contents.add(read)
            elif not found.unfilled:
                refusals.append(read.problems)  # a sheet that was left empty says nothing, unless all were
    if form.answers:
        table, places = form.table(file.name)
        contents.add(read_table(table, places, context))
    contents.problems += _left_empty(unfilled, contents)
    has_data = bool(contents.records or contents.money or contents.programmes or form.answers)
    if not has_data and not any(one.severity == "error" for one in contents.problems):
        contents.problems += refusals[0] if refusals else [problem(file.name, "no-known-sheet")]
    elif unread:
        contents.problems.append(problem(file.name, "unread-sheets", names=unread))
    return contents


def _left_empty(unfilled: Mapping[str, str], contents: FileContents) -> list[Problem]:
    """Return a problem for each village of which no sheet of the workbook says anything."""
    known = {record.key[0] for record in contents.records}
    first = {code.replace(".", ""): place for place, code in reversed(list(unfilled.items()))}
    return [problem(place, "no-values") for code, place in first.items() if code not in known]


def _set_aside(workbook: Workbook) -> set[str]:
    """Return the sheets that a template of ours says hold no data, its hidden list of them included."""
    for sheet in workbook.sheets:
        column = [cells[0] for _, cells in sheet.rows if cells]
        if sheet.is_hidden and column and column[0] == TEMPLATE_MARK:
            return {sheet.name, *column[1:]}
    return set()


def _refusal(name: str, refused: WorkbookRefused) -> Problem:
    """Return the problem of a workbook that is not read."""
    details: dict[str, object] = dict(refused.details)
    if refused.code == "workbook-too-large":
        limit = int(str(details.pop("limit")))
        grouped = Phrase(*(number(limit, lang) for lang in LANGUAGES))
        details["what"] = phrase(_TOO_LARGE[str(details["what"])], limit=grouped)
    return problem(name, refused.code, **details)


SOURCE = DataSource(SUFFIXES, _certainty, _read)
