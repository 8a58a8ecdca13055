"""Plan -> the pages about others and money: proposals with whom to ask, money by source and year, earmarks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from recommender.language.wording import Key
from recommender.model.nouns import EXECUTORS
from recommender.model.plan import Plan, Step
from recommender.model.plan_money import MoneyRow
from recommender.outputs.sections.money import earmark_name
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

_AMOUNTS: tuple[Key, ...] = ("col.budget", "col.works", "col.upkeep", "col.planned", "col.left", "col.reserve")
_EARMARKED: tuple[Key, ...] = ("col.at-least", "col.at-most", "col.planned", "col.short")


def proposals(plan: Plan, words: Words) -> Page:
    """Return the works that others execute, by whom to ask, in the order of the plan."""
    say = words.say
    asked = sorted(
        (step for step in plan.steps if step.executor != "village"),
        key=lambda step: (EXECUTORS.index(step.executor), step.rank),
    )
    parts = []
    number = 0
    for executor, group in groupby(asked, key=lambda step: step.executor):
        lines = []
        for step in group:
            number += 1
            lines.append(Line(_proposal(plan, step, number, words)))
        whom = words.executor(executor)
        parts.append(Lines(tuple(lines), say("part.ask", whom=whom), say("sum.of", name=whom)))
    columns = (
        PageColumn(say("col.no"), 4, "code"),
        PageColumn(say("col.proposal"), 26),
        PageColumn(say("col.ask"), 14),
        PageColumn(say("col.rank"), 7, "code"),
        PageColumn(say("col.place"), 6.5),
        PageColumn(say("col.amount"), 7, "number", say("col.volume")),
        PageColumn(say("col.unit"), 8, "code", say("col.volume")),
        PageColumn(say("col.target-group"), 15),
        PageColumn(say("col.year"), 7, "year"),
        PageColumn(say("col.time"), 13),
        PageColumn(say("col.rupiah"), 15, "money", say("col.cost"), summed=True),
        PageColumn(say("col.source"), 9, "code", say("col.cost")),
        PageColumn(say("col.running"), 13, "money"),
        PageColumn(say("col.running-payer"), 11),
        PageColumn(say("col.serves"), 18),
        PageColumn(say("col.evidence"), 42),
    )
    return Page(
        name=say("sheet.proposals"),
        titles=(say("form.proposals"), *_span(plan, words)),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts), total=say("sum.all")),
        empty=say("empty.proposals"),
        numbered=True,
        notes=(say("note.proposals"), made_by(plan, words)),
        place_and_date=say("sign.place"),
        signatures=(say("sign.team"), say("sign.head")),
    )


def _span(plan: Plan, words: Words) -> tuple[str, ...]:
    years = sorted({row.year for row in plan.money} | {step.year for step in plan.steps})
    return (words.say("form.years", first=years[0], last=years[-1]),) if years else ()


def _proposal(plan: Plan, step: Step, number: int, words: Words) -> tuple[CellValue, ...]:
    waiting = [other.intervention for other in plan.steps if step.intervention in other.requires]
    return (
        number,
        words.text(step.name),
        words.executor(step.executor),
        step.rank,
        words.say("whole-village"),
        *cells.volume(step, None, words),
        cells.beneficiaries(step, words),
        step.year,
        cells.time(step, None, words),
        step.cost.total,
        words.sources(step.cost.by_source),
        step.running_cost_per_year,
        _running_payer(step, words) if step.running_cost_per_year else "",
        words.names(waiting),
        cells.evidence(plan, step, words),
    )


def _running_payer(step: Step, words: Words) -> str:
    if step.running_paid_by == "users":
        return words.say("users")
    if step.running_paid_by == "village":
        return words.say("paid-village")
    return words.executor(step.executor)


def money(plan: Plan, options: Mapping[str, Any], words: Words) -> Page:
    """Return the village's money, a row a source and year with sums of each year; then what others are asked for.

    Where money left is carried to the next year, budgets of several years would count it twice: then nothing is summed
    over the years.
    """
    say = words.say
    own = [row for row in plan.money if row.budget is not None]
    years = [
        Lines(
            tuple(Line(_money(row, words)) for row in plan.money if row.budget is not None and row.year == year),
            total=say("sum.year", year=year),
        )
        for year in sorted({row.year for row in own})
    ]
    others = tuple(Line(_money(row, words)) for row in plan.money if row.budget is None)
    parts = [Lines(tuple(years), total="" if options.get("carry_over") else say("sum.all"))] if own else []
    if others:
        parts.append(Lines(others, say("part.others-money"), say("sum.of", name=say("col.others").lower())))
    columns = (
        PageColumn(say("col.year"), 8, "year"),
        PageColumn(say("col.source"), 16),
        PageColumn(say("col.source-name"), 38),
        *(PageColumn(say(key), 18, "money", summed=True) for key in _AMOUNTS),
    )
    return Page(
        name=say("sheet.money"),
        titles=(say("form.money"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts)),
        empty=say("empty.money"),
        notes=(say("note.money"), made_by(plan, words)),
    )


def _money(row: MoneyRow, words: Words) -> tuple[CellValue, ...]:
    works = row.planned if row.budget is None else None if row.running is None else row.planned - row.running
    return (
        row.year,
        words.source(row.source),
        words.name(row.source),
        row.budget,
        works,
        row.running,
        row.planned,
        row.left,
        row.reserve,
    )


def earmarks(plan: Plan, options: Mapping[str, Any], words: Words) -> Page | None:
    """Return what each earmark gets in each year and what is short of it; None without earmarks."""
    if not plan.earmarks:
        return None
    say = words.say
    columns = (
        PageColumn(say("col.year"), 8, "year"),
        PageColumn(say("col.source"), 16),
        PageColumn(say("col.focus"), 50),
        *(PageColumn(say(key), 20, "money") for key in _EARMARKED),
    )
    lines = tuple(
        Line(
            (
                row.year,
                words.source(row.source),
                earmark_name(row, options),
                row.at_least,
                row.at_most,
                row.planned,
                row.short,
            )
        )
        for row in sorted(plan.earmarks, key=lambda row: row.year)
    )
    return Page(
        name=say("sheet.earmarks"),
        titles=(say("form.earmarks"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(lines),
        empty="",
        notes=(made_by(plan, words),),
    )
