"""Plan -> the page of its branches: each open question, its answers, and what they would make of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.model.branches import Branch, Branching
from recommender.model.plan import Plan
from recommender.outputs.sections.branches import answers, empty_year, question, years
from recommender.outputs.words import Words
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn


def branches(plan: Plan, words: Words) -> Page | None:
    """Return a line for each step that an answer brings, takes or moves; None where the plan has no branches and no
    empty year."""
    if not plan.branches and not plan.empty_years:
        return None
    say = words.say
    columns = (
        PageColumn(say("col.answer-tried"), 26),
        PageColumn(say("col.activity"), 48),
        PageColumn(say("col.change"), 16),
        PageColumn(say("col.year"), 8, "year"),
        PageColumn(say("col.village-rupiah"), 18, "money"),
    )
    parts = [Lines(tuple(_lines(plan, one, words)), question(one, words)) for one in plan.branches]
    return Page(
        name=say("sheet.branches"),
        titles=(say("form.branches"),),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(parts)),
        empty=say("empty.branches"),
        notes=(*(empty_year(year, words) for year in plan.empty_years), say("branches.intro"), made_by(plan, words)),
    )


def _lines(plan: Plan, branching: Branching, words: Words) -> Iterator[Line]:
    for branch in branching.branches:
        yield from _branch(answers(plan, branching, branch.answers, words), branch, words)
    if branching.stays:
        stays = answers(plan, branching, branching.stays, words)
        yield Line((stays, words.say("branches.same"), "", None, None))


def _branch(said: str, branch: Branch, words: Words) -> Iterator[Line]:
    """Yield what the village pays more or less, then each step."""
    yield Line((said, words.say("branches.money"), "", None, branch.cost))
    for key, steps in (("change.came", branch.came), ("change.went", branch.went), ("change.moved", branch.moved)):
        for step in steps:
            year = years([step])
            cells = (said, words.text(step.name), words.say(key), int(year) if year else None, None)
            yield Line(cells, quiet=frozenset({0}))
