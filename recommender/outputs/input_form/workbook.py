"""Villages and questions -> the input workbook: a form for one village, tables with a row for each of many.

Sheets: instructions; the village, questions, values and other facts (forms), or values and facts (tables) with a
legend; money. Keys, choices and what is known are the fields' (fields.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from recommender.language.wording import Key
from recommender.model.village import Village
from recommender.outputs.input_form import fields as given
from recommender.outputs.input_form.fields import Field
from recommender.outputs.input_form.writer import Book
from recommender.outputs.words import Words
from recommender.verbs.asking.asking import Asking

HIDDEN_SHEET = "_recommender"
MARK = "recommender-template"  # villages/workbook.py looks for it
FIRST_FACTS = 25
CHECKED = "nilai sudah dicek"
_FORM_TITLES: tuple[Key, ...] = (
    "template.column.key",
    "template.column.question",
    "template.column.answer",
    "template.column.unit",
    "template.column.why",
)
_VALUE_TITLES: tuple[Key, ...] = (  # between the second and the third stands last year's value
    "template.column.key",
    "template.column.indicator",
    "template.column.answer",
    "template.column.checked",
    "template.column.remark",
)
_LEGEND_TITLES: tuple[Key, ...] = (
    "template.column.column",
    "template.column.meaning",
    "template.column.choices",
    "template.column.why",
)
_MONEY_TITLES: tuple[Key, ...] = (
    "template.column.source",
    "template.column.source-name",
    "template.column.year",
    "template.column.amount",
    "template.column.remark",
)
_VALUE_WIDTHS = (9, 32, 10, 36, 11, 70)  # key, indicator, last year, answer, checked, remark
_MONEY_ROWS = 3  # years for which an amount may be given beside the one of every year
_EMPTY_ROWS = 200  # of a table below the last village: room for more
Cells = Sequence[str]


def make_template(
    villages: Sequence[Village],
    askings: Sequence[Asking],
    framework: str,
    words: Words,
    year: int,
    rows: int | None = None,
) -> bytes:
    """Return the workbook.

    Parameters
    ----------
    villages
        Whom it is for: none or one gives a form, more give tables.
    askings
        The questions of those villages, of some of them, or none: they order the facts.
    framework
        The index whose values are asked for.
    year
        Of the values, where no village has any.
    rows
        A table for so many villages that are not known yet.
    """
    book = Book(HIDDEN_SHEET, MARK, words.say("template.bad-value"))
    is_table = len(villages) > 1 or rows is not None
    _instructions(book, framework, words, is_table)
    asked, rest, why = given.facts(villages, askings, words, FIRST_FACTS)
    if is_table:
        _values_table(book, villages, framework, words, year, rows or 0)
        _facts_table(book, villages, [*asked, *rest], words, rows or 0)
        _legend(book, framework, [*asked, *rest], why, words)
    else:
        village = villages[0] if villages else None
        _forms(book, village, framework, (asked, rest, why), words, year)
    _money(book, words)
    return book.close()


def _instructions(book: Book, framework: str, words: Words, is_table: bool) -> None:
    sheet = book.sheet(words.say("template.sheet.help"), [4, 100], holds_data=False)
    book.put(sheet, 0, 0, words.say("template.title"), "title")
    label = words.kb.frameworks[framework].name.in_language(words.lang)
    book.put(sheet, 1, 0, words.say("template.index", framework=label), "subtitle")
    lines = words.say("template.help-table" if is_table else "template.help-form").split("\n")
    for number, line in enumerate([*lines, *words.say("template.help").split("\n")], 1):
        book.put(sheet, number + 2, 0, f"{number}.", "text")
        book.put(sheet, number + 2, 1, line, "text")
        book.fit(sheet, number + 2, [(line, 100)])


def _headings(book: Book, sheet: Any, titles: Cells, look: str = "head", row: int = 0) -> None:
    for column, title in enumerate(titles):
        book.put(sheet, row, column, title, look)


def _forms(
    book: Book,
    village: Village | None,
    framework: str,
    facts: tuple[list[str], list[str], Mapping[str, str]],
    words: Words,
    year: int,
) -> None:
    asked, rest, why = facts
    now, before = given.data_of(village, framework) if village is not None else (None, None)
    titles = [words.say(key) for key in _FORM_TITLES]
    who = given.identity(village, now.year if now is not None else year, words)
    _form(book, words.say("template.sheet.village"), titles, who, [12, 30, 34, 10, 60])
    known = village.facts if village is not None else {}
    if asked:
        questions = [given.fact_field(name, known.get(name), why[name], words) for name in asked]
        _form(book, words.say("template.sheet.questions"), titles, questions, [14, 52, 16, 18, 60])
    _values_form(book, given.values(framework, village, words), before.year if before is not None else None, words)
    others = [given.fact_field(name, known.get(name), "", words) for name in rest]
    _form(book, words.say("template.sheet.facts"), titles[:4], others, [14, 80, 18, 20])


def _form(book: Book, name: str, titles: Cells, fields: Sequence[Field], widths: Sequence[float]) -> None:
    """Write a sheet that is filled downwards."""
    sheet = book.sheet(name, widths)
    _headings(book, sheet, titles)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, field in enumerate(fields, 1):
        book.put(sheet, row, 0, field.key, "key")
        book.put(sheet, row, 1, field.label, "text")
        book.input(sheet, row, 2, field, field.value)
        book.put(sheet, row, 3, field.unit, "text")
        if len(titles) > 4:
            book.put(sheet, row, 4, field.remark, "text")
        book.fit(sheet, row, [(field.label, widths[1]), (field.unit, widths[3]), (field.remark, widths[-1])])


def _values_form(book: Book, fields: Sequence[Field], before: int | None, words: Words) -> None:
    """Write the indicators: last year's value beside the answer, and whether the value was checked."""
    sheet = book.sheet(words.say("template.sheet.values"), _VALUE_WIDTHS)
    earlier = words.say("template.column.value-before", year=before) if before is not None else ""
    titles = [words.say(key) for key in _VALUE_TITLES]
    titles.insert(2, earlier)
    _headings(book, sheet, titles)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    yes = Field(CHECKED, "", "choice", (words.say("yes"), words.say("no")))
    for row, field in enumerate(fields, 1):
        book.put(sheet, row, 0, field.key, "key")
        book.put(sheet, row, 1, field.label, "doubt-text" if field.is_doubtful else "text")
        if before is not None:
            book.put(sheet, row, 2, field.before, "before")
        book.input(sheet, row, 3, field, field.value)
        if field.kind == "level":
            book.input(sheet, row, 4, yes, yes.choices[0] if field.is_checked else None)
        meanings = " | ".join(field.choices)
        book.put(sheet, row, 5, f"{field.remark} {meanings}".strip(), "text")
        book.fit(sheet, row, [(field.label, _VALUE_WIDTHS[1]), (f"{field.remark} {meanings}", _VALUE_WIDTHS[5])])


def _values_table(book: Book, villages: Sequence[Village], framework: str, words: Words, year: int, rows: int) -> None:
    """Write the indicators with a row for each village and year."""
    fields = given.values(framework, None, words)
    who = given.identity(villages[0] if villages else None, year, words)
    sheet = book.sheet(words.say("template.sheet.values"), [15, 22, 18, 18, 16, 8, 16, *[13] * len(fields)], wide=True)
    names = [*(field.label for field in who), words.say("template.column.checked-codes"), *(f.label for f in fields)]
    _headings(book, sheet, names)
    _headings(book, sheet, [*(field.key for field in who), CHECKED, *(field.key for field in fields)], "keys", 1)
    sheet.set_row(0, 75)
    sheet.freeze_panes(2, 2)
    sheet.repeat_rows(0, 1)
    row = 2
    for village in villages:
        for data in reversed([found for found in given.data_of(village, framework) if found is not None]):
            _identity_cells(book, sheet, row, village, data.year, words)
            codes = [c for c, item in words.kb.frameworks[framework].items.items() if item.indicator in data.confirmed]
            book.put(sheet, row, len(who), " ".join(codes), "input-text")
            newest = data is given.data_of(village, framework)[0]
            known = {field.key: field for field in given.values(framework, village, words)}
            for column, field in enumerate(fields, len(who) + 1):
                own = known[field.key]
                look = "doubt" if newest and own.is_doubtful else "input-decimal" if field.kind == "total" else "input"
                book.put(sheet, row, column, own.value if newest else own.before, look)
            row += 1
        if given.data_of(village, framework)[0] is None:
            _identity_cells(book, sheet, row, village, year, words)
            row += 1
    last = max(row, 2 + rows) + (0 if rows else _EMPTY_ROWS) - 1
    for column, field in enumerate(fields, len(who) + 1):
        book.allow(sheet, 2, column, last, column, field, bare=True)
    book.allow(sheet, 2, len(who) - 1, last, len(who) - 1, who[-1])
    _blank_rows(book, sheet, row, 2 + rows, [*who, Field(CHECKED, "", "text"), *fields])


def _blank_rows(book: Book, sheet: Any, first: int, end: int, fields: Sequence[Field]) -> None:
    """Write rows to be filled, so that codes are text before anybody types one."""
    for row in range(first, end):
        for column, field in enumerate(fields):
            book.put(sheet, row, column, None, "input-text" if field.kind in ("code", "text") else "input")


def _identity_cells(book: Book, sheet: Any, row: int, village: Village, year: int | None, words: Words) -> None:
    for column, field in enumerate(given.identity(village, year or 0, words)):
        if field.kind != "year" or year is not None:
            book.put(sheet, row, column, field.value, "input-text" if field.kind in ("code", "text") else "input")


def _facts_table(book: Book, villages: Sequence[Village], facts: Sequence[str], words: Words, rows: int) -> None:
    """Write the facts with a row for each village."""
    who = given.identity(villages[0] if villages else None, 0, words)[:2]
    fields = [given.fact_field(name, None, "", words) for name in facts]
    sheet = book.sheet(words.say("template.sheet.facts"), [15, 22, *[16] * len(fields)], wide=True)
    _headings(book, sheet, [field.label for field in (*who, *fields)])
    _headings(book, sheet, [field.key for field in (*who, *fields)], "keys", 1)
    sheet.set_row(0, 90)
    sheet.freeze_panes(2, 2)
    sheet.repeat_rows(0, 1)
    for row, village in enumerate(villages, 2):
        for column, field in enumerate(given.identity(village, 0, words)[:2]):
            book.put(sheet, row, column, field.value, "input-text")
        for column, field in enumerate(fields, 2):
            known = given.fact_field(field.key, village.facts.get(field.key), "", words)
            book.put(sheet, row, column, known.value, _look(field))
    last = 2 + max(rows, len(villages)) + (0 if rows else _EMPTY_ROWS) - 1
    for column, field in enumerate(fields, 2):
        book.allow(sheet, 2, column, last, column, field)
    for row in range(2 + len(villages), 2 + rows):
        for column, field in enumerate([*who, *fields]):
            book.put(sheet, row, column, None, _look(field))


def _look(field: Field) -> str:
    if field.kind in ("code", "text"):
        return "input-text"
    return f"input-{field.kind}" if field.kind in ("whole", "decimal", "share") else "input"


def _legend(book: Book, framework: str, facts: Sequence[str], why: Mapping[str, str], words: Words) -> None:
    """Write what every column means and which answers it takes."""
    sheet = book.sheet(words.say("template.sheet.legend"), [18, 46, 80, 50], holds_data=False)
    titles = [words.say(key) for key in _LEGEND_TITLES]
    _headings(book, sheet, titles)
    sheet.freeze_panes(1, 0)
    fields = [*(given.fact_field(name, None, why.get(name, ""), words) for name in facts)]
    for row, field in enumerate([*given.values(framework, None, words), *fields], 1):
        book.put(sheet, row, 0, field.key, "bold")
        book.put(sheet, row, 1, field.label, "text")
        choices = " | ".join(field.choices) or field.unit
        book.put(sheet, row, 2, choices, "text")
        book.fit(sheet, row, [(field.label, 46), (choices, 80), (field.remark, 50)])
        book.put(sheet, row, 3, field.remark, "text")


def _money(book: Book, words: Words) -> None:
    """Write the village's own sources of money, each with an amount for every year or for single years."""
    sheet = book.sheet(words.say("template.sheet.money"), [22, 40, 12, 22, 60])
    titles = [words.say(key) for key in _MONEY_TITLES]
    _headings(book, sheet, titles)
    sheet.freeze_panes(1, 0)
    sources = [source for source in words.kb.funding.values() if source.executor == "village"]
    year, amount = Field("", "", "year"), Field("", "", "whole")
    row = 1
    for source in sources:
        for number in range(1 + _MONEY_ROWS if source.default else 1):
            book.put(sheet, row, 0, source.label, "text")
            book.put(sheet, row, 1, source.name.in_language(words.lang) if number == 0 else "", "text")
            book.input(sheet, row, 2, year)
            book.input(sheet, row, 3, amount)
            book.put(sheet, row, 4, words.say("template.money-year" if number else "template.money-every"), "text")
            row += 1
