"""Plan -> the page of grounds: why each step is in the plan, so that the forms themselves stay short."""

from __future__ import annotations

from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, Step
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue


def grounds(plan: Plan, words: Words) -> Page:
    """Return every step with its evidence: the village's by code, then proposals in the order of the plan."""
    say = words.say
    own = sorted(
        (step for step in plan.steps if step.executor == VILLAGE),
        key=lambda step: (*cells.code_order(step.budget_code), step.rank),
    )
    others = [step for step in plan.steps if step.executor != VILLAGE]
    parts = []
    number = 0
    for title, steps in ((say("part.own"), own), (say("part.others"), others)):
        lines = []
        for step in steps:
            number += 1
            lines.append(Line(_ground(plan, step, number, words)))
        if lines:
            parts.append(Lines(tuple(lines), title))
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.code"), 9, "code"),
        PageColumn(say("col.activity"), 36),
        PageColumn(say("col.years-of-it"), 11, "code"),
        PageColumn(say("col.need"), 18),
        PageColumn(say("col.evidence"), 84),
    )
    return Page(
        name=say("sheet.grounds"),
        titles=(say("form.grounds"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts)),
        empty=say("empty.rpjmdes"),
        notes=(made_by(plan, words),),
    )


def _ground(plan: Plan, step: Step, number: int, words: Words) -> tuple[CellValue, ...]:
    years = sorted({line.year for line in cells.lines_of(step)})
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else str(step.year)
    need = words.term("need-served", step.serves) if step.serves else ""
    return number, step.budget_code, words.text(step.name), span, need, cells.evidence(plan, step, words)
