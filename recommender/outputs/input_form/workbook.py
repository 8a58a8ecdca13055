"""Villages and questions -> the input workbook: a form for one village, tables with a row for each of many.

Sheets: instructions; the village, questions, values and other facts (forms), or values and facts (tables) with a
legend; money and what goes on anyway. Keys, choices and what is known are the fields' (fields.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recommender.language.wording import Key
from recommender.model.village import Village
from recommender.outputs.input_form import fields as given
from recommender.outputs.input_form.fields import Field
from recommender.outputs.input_form.sheets import FormBook, FormCell, style_of, text_height
from recommender.outputs.words import Words
from recommender.verbs.asking.asking import Asking

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
_EXISTING_TITLES: tuple[Key, ...] = (
    "template.column.code",
    "template.column.programme",
    "template.column.source",
    "template.column.year",
    "template.column.amount",
    "template.column.meets",
    "template.column.remark",
)
_EXISTING_ROWS = 20  # for programmes that the catalog does not list
_MONEY_ROWS = 3  # years for which an amount may be given beside the one of every year
_EMPTY_ROWS = 200  # of a table below the last village: room for more


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
    book = FormBook(words.say("template.bad-value"))
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
    _existing(book, words)
    return book.close()


def _instructions(book: FormBook, framework: str, words: Words, is_table: bool) -> None:
    sheet = book.sheet(words.say("template.sheet.help"), [4, 100], holds_data=False)
    sheet.print_across()
    label = words.kb.frameworks[framework].name.in_language(words.lang)
    book.row(sheet, 0, [(words.say("template.title"), "title")])
    book.row(sheet, 1, [(words.say("template.index", framework=label), "subtitle")])
    lines = words.say("template.help-table" if is_table else "template.help-form").split("\n")
    for number, line in enumerate([*lines, *words.say("template.help").split("\n")], 1):
        book.row(sheet, number + 2, [(f"{number}.", "text"), (line, "text")])
        sheet.height(number + 2, text_height([(line, 100)]))


# Forms of one village


def _forms(
    book: FormBook,
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
    book.list_sheet(words.say("template.sheet.village"), titles, [12, 30, 34, 10, 60], map(_asked, who))
    known = village.facts if village is not None else {}
    if asked:
        questions = [given.fact_field(name, known.get(name), why[name], words) for name in asked]
        book.list_sheet(words.say("template.sheet.questions"), titles, [14, 52, 16, 18, 60], map(_asked, questions))
    _values_form(book, given.values(framework, village, words), before.year if before is not None else None, words)
    others = [given.fact_field(name, known.get(name), "", words) for name in rest]
    rows = (_asked(field)[:4] for field in others)
    book.list_sheet(words.say("template.sheet.facts"), titles[:4], [14, 80, 18, 20], rows)


def _asked(field: Field) -> Sequence[FormCell]:
    """Return the row of a field: key, question, answer, unit, why it is asked."""
    return (field.key, "key"), (field.label, "text"), field, (field.unit, "text"), (field.remark, "text")


def _values_form(book: FormBook, fields: Sequence[Field], before: int | None, words: Words) -> None:
    """Write the indicators: last year's value beside the answer, and whether the value was checked."""
    titles = [words.say(key) for key in _VALUE_TITLES]
    titles.insert(2, words.say("template.column.value-before", year=before) if before is not None else "")
    yes = Field(CHECKED, "", "choice", (words.say("yes"), words.say("no")))

    def row(field: Field) -> tuple[FormCell, ...]:
        checked = replace(yes, value=yes.choices[0] if field.is_checked else None)
        return (
            (field.key, "key"),
            (field.label, "doubt-text" if field.is_doubtful else "text"),
            (field.before, "before") if before is not None else None,
            field,
            checked if field.kind == "level" else None,
            (f"{field.remark} {' | '.join(field.choices)}".strip(), "text"),
        )

    widths = [9, 32, 10, 36, 11, 70]
    book.list_sheet(words.say("template.sheet.values"), titles, widths, map(row, fields))


# Tables of many villages


def _values_table(
    book: FormBook, villages: Sequence[Village], framework: str, words: Words, year: int, rows: int
) -> None:
    """Write the indicators with a row for each village and year."""
    who = given.identity(villages[0] if villages else None, year, words)
    checked = Field(CHECKED, words.say("template.column.checked-codes"), "text")
    fields = given.values(framework, None, words)
    known = [row for village in villages for row in _values_rows(village, framework, fields, words, year)]
    widths = [15, 22, 18, 18, 16, 8, 16, *[13] * len(fields)]
    limited = [*range(len(who) + 1, len(widths)), len(who) - 1]
    _table(book, words.say("template.sheet.values"), widths, [*who, checked, *fields], known, rows, 75, limited)


def _values_rows(
    village: Village, framework: str, fields: Sequence[Field], words: Words, year: int
) -> Iterator[list[FormCell]]:
    """Yield the row of the last year and of this one, or of who the village is where nothing is known of it."""
    now, before = given.data_of(village, framework)
    items = words.kb.frameworks[framework].items
    known = {field.key: field for field in given.values(framework, village, words)}
    for data in filter(None, (before, now)):
        codes = " ".join(code for code, item in items.items() if item.indicator in data.confirmed)
        ordered = [known[field.key] for field in fields]
        if data is now:
            cells = [(field.value, style_of(field)) for field in ordered]
        else:
            cells = [(field.before, style_of(replace(field, is_doubtful=False))) for field in ordered]
        yield [*_who(village, data.year, words), (codes, "input-text"), *cells]
    if now is None:
        yield _who(village, year, words)


def _who(village: Village, year: int, words: Words) -> list[FormCell]:
    return [(field.value, style_of(field)) for field in given.identity(village, year, words)]


def _facts_table(book: FormBook, villages: Sequence[Village], facts: Sequence[str], words: Words, rows: int) -> None:
    """Write the facts with a row for each village."""
    who = given.identity(villages[0] if villages else None, 0, words)[:2]
    columns = [*who, *(given.fact_field(name, None, "", words) for name in facts)]
    known = []
    for village in villages:
        row = _who(village, 0, words)[:2]
        for name in facts:
            field = given.fact_field(name, village.facts.get(name), "", words)
            row.append((field.value, style_of(field)))
        known.append(row)
    widths = [15, 22, *[16] * len(facts)]
    _table(book, words.say("template.sheet.facts"), widths, columns, known, rows, 90, range(2, len(columns)))


def _table(
    book: FormBook,
    name: str,
    widths: Sequence[float],
    columns: Sequence[Field],
    known: Sequence[Sequence[FormCell]],
    rows: int,
    head_height: float,
    limited: Iterable[int],
) -> None:
    """Write a sheet with a row for each village; `rows` to be filled at least, columns that are `limited` checked."""
    sheet = book.sheet(name, widths)
    book.row(sheet, 0, [(field.label, "head") for field in columns])
    book.row(sheet, 1, [(field.key, "keys") for field in columns])
    sheet.height(0, head_height)
    sheet.print_across((0, 1), columns=2)
    # Rows to be filled are written too, so that codes are text before anybody types one.
    empty = [[(None, style_of(field)) for field in columns]] * (rows - len(known))
    for number, row in enumerate([*known, *empty], 2):
        book.row(sheet, number, row)
    last = 1 + max(rows, len(known)) + (0 if rows else _EMPTY_ROWS)
    for column in limited:
        book.limit(sheet, (2, column), (last, column), columns[column], bare=True)


def _legend(book: FormBook, framework: str, facts: Sequence[str], why: Mapping[str, str], words: Words) -> None:
    """Write what every column means and which answers it takes."""
    titles = [words.say(key) for key in _LEGEND_TITLES]
    fields = [
        *given.values(framework, None, words),
        *(given.fact_field(name, None, why.get(name, ""), words) for name in facts),
    ]
    rows: list[list[FormCell]] = [
        [
            (field.key, "bold"),
            (field.label, "text"),
            (" | ".join(field.choices) or field.unit, "text"),
            (field.remark, "text"),
        ]
        for field in fields
    ]
    book.list_sheet(words.say("template.sheet.legend"), titles, [18, 46, 80, 50], rows, holds_data=False)


def _money(book: FormBook, words: Words) -> None:
    """Write the village's own sources of money, each with an amount for every year or for single years."""
    titles = [words.say(key) for key in _MONEY_TITLES]
    rows: list[list[FormCell]] = []
    for source in (one for one in words.kb.funding.values() if one.executor == "village"):
        for number in range(1 + _MONEY_ROWS if source.default else 1):
            name = source.name.in_language(words.lang) if number == 0 else ""
            remark = words.say("template.money-year" if number else "template.money-every")
            year, amount = Field("", "", "year"), Field("", "", "whole")
            rows.append([(source.label, "text"), (name, "text"), year, amount, (remark, "text")])
    book.list_sheet(words.say("template.sheet.money"), titles, [22, 40, 12, 22, 60], rows)


def _existing(book: FormBook, words: Words) -> None:
    """Write the programmes that villages usually pay every year, by code, for their amounts, and rows for others."""
    titles = [words.say(key) for key in _EXISTING_TITLES]
    rows: list[list[FormCell]] = []
    for one in sorted(words.kb.existing_programmes.values(), key=lambda one: one.code):
        remark = words.say("template.existing-typical", amount=words.money(one.typical))
        rows.append(
            [
                (one.code, "input-text"),
                (one.name.in_language(words.lang), "input-text"),
                (words.kb.funding[one.funding].label, "input-text"),
                Field("", "", "year"),
                Field("", "", "whole"),
                (" ".join(one.meets), "input-text"),
                (remark, "text"),
            ]
        )
    text, year, amount = Field("", "", "text"), Field("", "", "year"), Field("", "", "whole")
    rows += [[text, text, text, year, amount, text, ("", "text")]] * _EXISTING_ROWS
    book.list_sheet(words.say("template.sheet.existing"), titles, [12, 44, 14, 10, 20, 30, 60], rows)
