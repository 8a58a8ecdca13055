"""Explanation -> blocks: why a work is in, why there, or why not.

In: an `Explanation`, which carries the plan and what concerns the work. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.model.plan import Plan, Step
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.sections.findings import finding_entry
from recommender.outputs.sections.outlook import closing_sentence
from recommender.outputs.sections.plan import head
from recommender.outputs.sections.why_not import why_not_blocks
from recommender.outputs.words import Words

if TYPE_CHECKING:
    from recommender.verbs.explaining.why import Explanation


def explanation_blocks(explanation: Explanation, words: Words) -> Iterator[Block]:
    """Yield the explanation of one work; without a work, of every step of the plan in order."""
    plan = explanation.plan
    yield from head(plan, words, "explanation-of")
    if explanation.intervention is None:
        if plan.status != "planned":
            yield Paragraph(words.term("status", plan.status))
        for step in plan.steps:
            yield from _step(plan, step, words)
        return
    if explanation.step is not None:
        yield from _step(plan, explanation.step, words)
        if explanation.bound is not None:
            names = words.names(explanation.bound_by)
            lacking = "; ".join(f"{words.money(amount)} ({year})" for year, amount in explanation.lacking)
            lines = (words.say("bound.lacking", parts=lacking),) if lacking else ()
            yield Entry(words.term("bound", explanation.bound, names=names), BULLET, lines=lines)
        return
    if explanation.why_not is not None:
        yield from why_not_blocks(explanation.why_not, plan, words)


def _step(plan: Plan, step: Step, words: Words) -> Iterator[Block]:
    yield Heading(f"{step.rank}. {words.text(step.name)}", 2, step.intervention)
    yield Heading(words.say("why-in"), 3)
    called = set(step.called_by)
    for finding in plan.reasons:
        if finding.rule in called:
            yield finding_entry(plan, finding, words)
    yield from _reasons_in(plan, step, words)
    yield Heading(words.say("why-there"), 3)
    yield Entry(_when(step, words), BULLET, lines=tuple(_reasons_there(plan, step, words)))


def _reasons_in(plan: Plan, step: Step, words: Words) -> Iterator[Block]:
    changes = "; ".join(words.change(plan, name, change) for name, change in step.improves.items())
    if changes:
        yield Entry(words.say("changes", changes=changes), BULLET)
    closing = closing_sentence(step, words)
    if closing:
        yield Entry(closing, BULLET)
    served = [other.intervention for other in plan.steps if step.intervention in other.requires]
    if served:
        yield Entry(words.say("prerequisite-of", names=words.names(served)), BULLET)


def _when(step: Step, words: Words) -> str:
    return words.say(
        "step-place",
        rank=step.rank,
        year=step.year,
        month=words.month(step.start_month),
        months=words.months(step.months),
    )


def _reasons_there(plan: Plan, step: Step, words: Words) -> Iterator[str]:
    waits = [name for name in step.requires if name not in step.conditional_on]
    yield words.say("waits-for", names=words.names(waits)) if waits else words.say("no-prerequisites")
    if step.conditional_on:
        yield words.say("rests-on", names=words.names(step.conditional_on))
    if step.assumes:
        yield words.say("assumes", names=words.assumed(plan, step))
    if step.unsettled:
        yield words.say("unsettled", names=words.names(step.unsettled, kind="fact"))
    cost = step.cost
    amounts = {
        name: words.money(amount) for name, amount in (("total", cost.total), ("low", cost.low), ("high", cost.high))
    }
    yield words.say("cost-range", **amounts)
    work = words.kb.interventions.get(step.intervention)  # none in other knowledge than the plan's
    if work is not None:
        yield words.term("cost-basis", work.cost.basis)
    if step.shared is not None:
        yield words.shared(step)
    parts = "; ".join(f"{words.source(name)} {words.money(amount)}" for name, amount in cost.by_source.items())
    years = "; ".join(f"{year} {words.money(amount)}" for year, amount in cost.by_year.items())
    yield words.say("paid-by", parts=f"{parts} ({years})")
    if step.running_cost_per_year:
        running = words.running(step)
        yield f"{running[0].upper()}{running[1:]}."
        if work is not None:
            yield words.term("running-basis", work.running_cost.basis)
    whole = max(1, plan.objective.value)
    yield words.say("order-rule", share=words.percent(step.value / whole))
