"""Plan -> the pages about money: by source and year, what rules of village money ask, earmarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recommender.language.wording import Key
from recommender.model.plan import Plan
from recommender.model.plan_money import MoneyRow
from recommender.outputs.sections.money import earmark_name
from recommender.outputs.words import Words
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

_AMOUNTS: tuple[Key, ...] = (
    "col.existing",
    "col.budget",
    "col.works",
    "col.services",
    "col.upkeep",
    "col.planned",
    "col.left",
    "col.reserve",
)
_EARMARKED: tuple[Key, ...] = ("col.at-least", "col.at-most", "col.planned", "col.short")


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
        PageColumn(say("col.year"), 6, "year"),
        PageColumn(say("col.source"), 10),
        PageColumn(say("col.source-name"), 13),
        *(PageColumn(say(key), 12, "money", summed=True) for key in _AMOUNTS),
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
    works = row.planned if row.budget is None else None
    if row.budget is not None and row.running is not None:
        works = row.planned - row.running - (row.services or 0)
    return (
        row.year,
        words.source(row.source),
        words.name(row.source, "source"),
        row.existing,
        row.budget,
        works,
        row.services,
        row.running,
        row.planned,
        row.left,
        row.reserve,
    )


def rules(plan: Plan, words: Words) -> Page | None:
    """Return what each rule of village money asks for in each year, what counts for it and what is short of it."""
    if not plan.rules:
        return None
    say = words.say
    columns = (
        PageColumn(say("col.year"), 8, "year"),
        PageColumn(say("col.rule"), 46),
        PageColumn(say("col.regulation"), 34),
        PageColumn(say("col.kind"), 14),
        *(PageColumn(say(key), 17, "money") for key in ("col.asked", "col.planned", "col.short")),
        PageColumn(say("col.remark"), 24),
    )
    lines = tuple(
        Line(
            (
                row.plan_year,
                words.text(row.title),
                " ".join(filter(None, (row.regulation, row.article))),
                words.term("rule-kind", row.kind),
                row.asked,
                row.planned,
                row.short,
                say("rule-uncertain") if row.uncertain else "",
            )
        )
        for row in sorted(plan.rules, key=lambda row: row.plan_year)
    )
    return Page(
        name=say("sheet.rules"),
        titles=(say("form.rules"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(lines),
        empty="",
        notes=(made_by(plan, words),),
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
