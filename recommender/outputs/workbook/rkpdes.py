"""Plan -> the forms of what the village does: RKPDes of one year, RPJMDes of all years; both by field of the budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from recommender.model.plan import Plan, Step
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue


def own_steps(plan: Plan) -> list[Step]:
    """Return the steps that the village executes, by budget code."""
    return sorted((step for step in plan.steps if step.executor == "village"), key=cells.order)


def rkpdes(plan: Plan, year: int, options: Mapping[str, Any], words: Words) -> Page:
    """Return the form of one year: what is done in it, with that year's money."""
    steps = [step for step in own_steps(plan) if str(year) in step.cost.by_year]

    def cost(step: Step) -> list[CellValue]:
        return [step.cost.by_year[str(year)]]

    columns = _columns(
        [PageColumn(words.say("col.rupiah"), 13, "money", words.say("col.cost"), summed=True)], words, True
    )
    columns.append(PageColumn(words.say("col.evidence"), 44))
    in_stages = any(len(step.cost.by_year) > 1 for step in steps)
    notes = ["note.rkpdes", *(["note.stages"] if in_stages else [])]
    notes += [] if options.get("budget_given", True) else ["note.typical"]
    return Page(
        name=words.say("sheet.rkpdes", year=year),
        titles=(words.say("form.rkpdes"), words.say("form.year", year=year)),
        head=head(plan, words),
        columns=tuple(columns),
        body=_by_field(plan, steps, year, cost, words),
        empty=words.say("empty.rkpdes"),
        numbered=True,
        tail=tuple(_beside(plan, year, words)),
        notes=(*(words.say(key) for key in notes), made_by(plan, words)),
        place_and_date=words.say("sign.place"),
        signatures=(words.say("sign.team"), words.say("sign.head")),
    )


def rpjmdes(plan: Plan, years: Iterable[int], words: Words) -> Page:
    """Return the form of all years: a column a year."""
    span = list(years)
    steps = own_steps(plan)

    def costs(step: Step) -> list[CellValue]:
        return [*(step.cost.by_year.get(str(year)) for year in span), None]

    money = [PageColumn(str(year), 13, "money", words.say("col.years"), summed=True) for year in span]
    money.append(PageColumn(words.say("col.rupiah"), 14, "money", words.say("col.cost"), row_sum=True))
    return Page(
        name=words.say("sheet.rpjmdes"),
        titles=(words.say("form.rpjmdes"), words.say("form.years", first=span[0], last=span[-1])),
        head=head(plan, words),
        columns=tuple(_columns(money, words, False)),
        body=_by_field(plan, steps, None, costs, words),
        empty=words.say("empty.rpjmdes"),
        numbered=True,
        notes=(words.say("note.rkpdes"), made_by(plan, words)),
        place_and_date=words.say("sign.place"),
        signatures=(words.say("sign.team"), words.say("sign.head")),
    )


def _columns(money: list[PageColumn], words: Words, of_year: bool) -> list[PageColumn]:
    """Return the form's columns in its order; those of one year say when and by whom."""
    say = words.say
    columns = [
        PageColumn(say("col.no"), 4, "code"),
        PageColumn(say("col.field"), 13),
        PageColumn(say("col.sub-field"), 15),
        PageColumn(say("col.code"), 8, "code"),
        PageColumn(say("col.activity"), 29),
        PageColumn(say("col.place"), 6.5),
        PageColumn(say("col.amount"), 7, "number", say("col.volume")),
        PageColumn(say("col.unit"), 8, "code", say("col.volume")),
        PageColumn(say("col.target-group"), 15),
    ]
    if of_year:
        columns.append(PageColumn(say("col.time"), 12))
    columns += [*money, PageColumn(say("col.source"), 8, "code", say("col.cost"))]
    columns += [
        PageColumn(pattern.name.in_language(words.lang), 4.5, "tick", say("col.pattern"), upright=True)
        for pattern in words.kb.patterns.values()
    ]
    if of_year:
        columns.append(PageColumn(say("col.responsible"), 13))
    return columns


def _by_field(
    plan: Plan, steps: list[Step], year: int | None, money: Callable[[Step], list[CellValue]], words: Words
) -> Lines:
    """Return the steps by field and sub-field, numbered within a field, a sum below each; of a sub-field of several."""
    fields: list[Lines | Line] = []
    for field, of_field in groupby(steps, key=lambda step: cells.chain(step.budget_code, words)[0]):
        parts: list[Lines | Line] = []
        count = 0
        for below, group in groupby(of_field, key=lambda step: cells.chain(step.budget_code, words)[1]):
            lines: list[Line] = []
            for step in group:
                count += 1
                quiet = frozenset(({1} if count > 1 else set()) | ({2} if lines else set()))
                lines.append(Line(_row(plan, step, count, year, money(step), words), quiet))
            if len(lines) > 1 and below.code:
                total = words.say("sum.sub-field", code=below.code, name=below.name)
                parts.append(Lines(tuple(lines), total=total))
            else:
                parts += lines
        key = "sum.field" if field.code else "sum.of"
        total = words.say(key, code=field.code, name=field.name.upper() if field.code else field.name).strip()
        fields.append(Lines(tuple(parts), total=total))
    return Lines(tuple(fields), total=words.say("sum.all"))


def _row(
    plan: Plan, step: Step, number: int, year: int | None, money: list[CellValue], words: Words
) -> tuple[CellValue, ...]:
    field, below, _ = cells.chain(step.budget_code, words)
    row: list[CellValue] = [
        number,
        f"{field.code} {field.name}".strip(),
        f"{below.code} {below.name}".strip(),
        step.budget_code,
        cells.activity(step, words),
        words.say("whole-village"),
        *cells.volume(step, year, words),
        cells.beneficiaries(step, words),
    ]
    if year is not None:
        row.append(cells.time(step, year, words))
    row += [*money, cells.sources(step, words), *cells.ticks(step, words)]
    if year is not None:
        row += [cells.responsible(step, words), cells.evidence(plan, step, words)]
    return tuple(row)


def _beside(plan: Plan, year: int, words: Words) -> Iterable[tuple[str, int]]:
    """Yield what of the year's works each source pays, and what the village pays besides the year's works."""
    own = [row for row in plan.money if row.year == year and row.budget is not None]
    for row in own:
        if row.running is not None and row.planned > row.running:
            label = words.say("tail.source", label=words.source(row.source), name=words.name(row.source))
            yield label, row.planned - row.running
    running = sum(row.running or 0 for row in own)
    if running:
        yield words.say("tail.running"), running
    carried = plan.carried
    if carried is not None:
        due = carried.instalments.get(str(year), 0)
        if due:
            yield words.say("tail.under-way", names=words.names(carried.under_way)), due
        if carried.running:
            yield words.say("tail.kept-up"), carried.running
