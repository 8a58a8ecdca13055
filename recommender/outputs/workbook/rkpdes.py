"""Plan -> the forms of what the village pays: RKPDes of one year, RPJMDes of all years; both by field of the budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from recommender.model.plan import Plan
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.budget_rows import BudgetRow, rows_of_all, rows_of_year, sums_of_sources
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

_WIDE = 4  # years up to which the RPJMDes has every column of the form


def rkpdes(plan: Plan, year: int, options: Mapping[str, Any], words: Words) -> Page:
    """Return the form of one year: every rupiah that the village spends in it, and what is left."""
    say = words.say
    rows = rows_of_year(plan, year, words)
    columns = (
        PageColumn(say("col.no"), 4, "code"),
        PageColumn(say("col.code"), 7.5, "code"),
        PageColumn(say("col.activity"), 32),
        PageColumn(say("col.place"), 6),
        PageColumn(say("col.amount"), 6.5, "number", say("col.volume")),
        PageColumn(say("col.unit"), 6.5, "code", say("col.volume")),
        PageColumn(say("col.target-group"), 13),
        PageColumn(say("col.time"), 15),
        PageColumn(say("col.rupiah"), 12, "money", say("col.cost"), summed=True),
        PageColumn(say("col.source"), 7, "code", say("col.cost")),
        *_patterns(words),
        PageColumn(say("col.responsible"), 12),
    )

    def row(row: BudgetRow, number: int) -> tuple[CellValue, ...]:
        step = row.step
        return (
            number,
            row.code,
            row.activity,
            say("whole-village"),
            *row.volume,
            cells.beneficiaries(step, words) if step else "",
            row.time,
            row.amount(year),
            cells.sources(row.by_source, words),
            *cells.ticks(step, words),
            cells.responsible(row.code, words),
        )

    return _form(plan, words, say("sheet.rkpdes", year=year), say("form.rkpdes"), say("form.year", year=year))(
        columns=columns,
        body=_by_field(rows, row, words),
        empty=say("empty.rkpdes"),
        tail=tuple(_tail(plan, year, rows, options, words)),
        notes=(*_notes(plan, rows, options, words), made_by(plan, words)),
    )


def rpjmdes(plan: Plan, years: Iterable[int], words: Words) -> Page:
    """Return the form of all years: a column a year; of many years without what the forms of each year say."""
    say = words.say
    span = list(years)
    full = len(span) <= _WIDE
    columns = [
        PageColumn(say("col.no"), 4, "code"),
        PageColumn(say("col.code"), 7.5, "code"),
        PageColumn(say("col.activity"), 32 if full else 24),
        *(
            [
                PageColumn(say("col.amount"), 6.5, "number", say("col.volume")),
                PageColumn(say("col.unit"), 6.5, "code", say("col.volume")),
                PageColumn(say("col.target-group"), 13),
            ]
            if full
            else []
        ),
        *(PageColumn(str(year), 12 if full else 9.75, "money", say("col.years"), summed=True) for year in span),
        PageColumn(say("col.rupiah"), 12.5 if full else 11, "money", say("col.cost"), row_sum=True),
        PageColumn(say("col.source"), 7 if full else 6, "code", say("col.cost")),
        *(_patterns(words) if full else []),
    ]

    def row(row: BudgetRow, number: int) -> tuple[CellValue, ...]:
        step = row.step
        amounts = [row.amount(year) or None for year in span]
        source = words.sources(source for source in row.by_source if source)
        if not full:
            return (number, row.code, words.text(step.name) if step else row.activity, *amounts, None, source)
        target = cells.beneficiaries(step, words) if step else ""
        return (number, row.code, row.activity, *row.volume, target, *amounts, None, source, *cells.ticks(step, words))

    notes = (say("note.rkpdes"), *(() if full else (say("note.long-term"),)), made_by(plan, words))
    title = say("form.years", first=span[0], last=span[-1])
    return _form(plan, words, say("sheet.rpjmdes"), say("form.rpjmdes"), title)(
        columns=tuple(columns),
        body=_by_field(rows_of_all(plan, words), row, words),
        empty=say("empty.rpjmdes"),
        notes=notes,
    )


def _form(plan: Plan, words: Words, name: str, *titles: str) -> Callable[..., Page]:
    """Return a maker of pages that are signed."""

    def page(**given: Any) -> Page:
        return Page(
            name=name,
            titles=titles,
            head=head(plan, words),
            numbered=True,
            place_and_date=words.say("sign.place"),
            signatures=(words.say("sign.team"), words.say("sign.head")),
            **given,
        )

    return page


def _patterns(words: Words) -> list[PageColumn]:
    return [
        PageColumn(pattern.name.in_language(words.lang), 4, "tick", words.say("col.pattern"), upright=True)
        for pattern in words.kb.patterns.values()
    ]


def _by_field(
    rows: Sequence[BudgetRow], cells_of: Callable[[BudgetRow, int], tuple[CellValue, ...]], words: Words
) -> Lines:
    """Return the rows by field and sub-field of the budget, the sum of each beside its title, numbered in a field."""
    fields: list[Lines | Line] = []
    for field, of_field in groupby(rows, key=lambda row: cells.chain(row.code, words)[0]):
        parts: list[Lines | Line] = []
        number = 0
        for below, group in groupby(of_field, key=lambda row: cells.chain(row.code, words)[1]):
            lines = []
            for row in group:
                number += 1
                lines.append(Line(cells_of(row, number)))
            title = words.say("title.sub-field", code=below.code, name=below.name) if below.code else ""
            parts.append(Lines(tuple(lines), title=title, sums_in_title=bool(title)))
        key = "title.field" if field.code else "title.no-field"
        title = words.say(key, code=field.code, name=field.name.upper())
        fields.append(Lines(tuple(parts), title=title.strip(), sums_in_title=True))
    return Lines(tuple(fields), total=words.say("sum.all"))


def _notes(plan: Plan, rows: Sequence[BudgetRow], options: Mapping[str, Any], words: Words) -> Iterator[str]:
    yield words.say("note.rkpdes")
    if any(row.step is not None and row.step.measure != "service" and len(row.step.lines) > 1 for row in rows):
        yield words.say("note.stages")
    if any(row.typical for row in plan.existing):
        yield words.say("note.existing-typical")
    if not options.get("budget_given", True):
        yield words.say("note.typical")


def _tail(
    plan: Plan, year: int, rows: Sequence[BudgetRow], options: Mapping[str, Any], words: Words
) -> Iterator[tuple[str, int]]:
    """Yield what each source pays of the table, what is left of the year's money, and both together."""
    for source, amount in sums_of_sources(rows).items():
        if source:
            yield words.say("tail.source", label=words.source(source), name=words.name(source, "source")), amount
        else:
            yield words.say("tail.no-source"), amount
    own = [row for row in plan.money if row.year == year and row.budget is not None]
    left, total = sum(row.left or 0 for row in own), sum(row.amount(year) for row in rows)
    if own:
        reserve = words.money(sum(row.reserve or 0 for row in own))
        yield words.say("tail.left", reserve=reserve), left
        yield words.say("tail.budget", year=year), total + left
    spoken = sum(by_year.get(str(year), 0) for by_year in options.get("spoken_for", {}).values())
    if spoken:
        yield words.say("tail.spoken-for"), spoken
