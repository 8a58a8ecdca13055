"""Explanation -> blocks: why a work is in, why there, or why not.

In: an `explain.Explanation`, which carries the plan and what concerns the work; conditions come from the knowledge
base. Nothing is decided here: a rule that is neither a finding nor open in the plan does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.model.plan import Deferred, Plan, Step
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.condition_words import condition_words
from recommender.outputs.sections.findings import finding_entry
from recommender.outputs.sections.plan import head
from recommender.outputs.sections.why_not import why_not_blocks
from recommender.outputs.words import Words

if TYPE_CHECKING:
    from recommender.request.request import Request
    from recommender.verbs.explaining.why import Explanation


def explanation_blocks(explanation: Explanation, words: Words, request: Request | None = None) -> Iterator[Block]:
    """Yield the explanation of one work; without a work, of every step of the plan in order.

    `request` is what the plan was asked for, which the explanation of a work that is no step needs (`why_not`).
    """
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
        assert request is not None, "what would put a work in is worded with the money it is put in with"
        yield from why_not_blocks(explanation.why_not, plan, request, words)
        return
    yield Heading(words.name(explanation.intervention), 2, explanation.intervention)
    yield Heading(words.say("why-out"), 3)
    if explanation.deferred is not None:
        yield _deferred(explanation.deferred, words)
    elif explanation.kind == "met":
        yield Paragraph(words.say("is-met"))
    yield from _calling_rules(plan, explanation.intervention, words)


def _step(plan: Plan, step: Step, words: Words) -> Iterator[Block]:
    yield Heading(f"{step.rank}. {words.text(step.name)}", 2, step.intervention)
    yield Heading(words.say("why-in"), 3)
    called = set(step.called_by)
    for finding in plan.findings:
        if finding.rule in called:
            yield finding_entry(plan, finding, words)
    yield from _reasons_in(plan, step, words)
    yield Heading(words.say("why-there"), 3)
    yield Entry(_when(step, words), BULLET, lines=tuple(_reasons_there(plan, step, words)))


def _reasons_in(plan: Plan, step: Step, words: Words) -> Iterator[Block]:
    changes = "; ".join(words.change(plan, name, change) for name, change in step.improves.items())
    if changes:
        yield Entry(words.say("changes", changes=changes), BULLET)
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
        yield words.say("assumes", names=words.names(step.assumes, kind="fact"))
    cost = step.cost
    amounts = {
        name: words.money(amount) for name, amount in (("total", cost.total), ("low", cost.low), ("high", cost.high))
    }
    yield words.say("cost-range", **amounts)
    parts = "; ".join(f"{words.source(name)} {words.money(amount)}" for name, amount in cost.by_source.items())
    years = "; ".join(f"{year} {words.money(amount)}" for year, amount in cost.by_year.items())
    yield words.say("paid-by", parts=f"{parts} ({years})")
    if step.running_cost_per_year:
        running = words.running(step)
        yield f"{running[0].upper()}{running[1:]}."
    whole = max(1, plan.objective.value)
    yield words.say("order-rule", share=words.percent(step.value / whole))


def _deferred(deferred: Deferred, words: Words) -> Entry:
    detail = words.detail(deferred)
    return Entry(words.term("reason", deferred.reason), BULLET, lines=(detail,) if detail else ())


def _calling_rules(plan: Plan, intervention: str, words: Words) -> Iterator[Block]:
    """Yield each rule that calls the work, and whether it holds, is open, or what it asks."""
    calling = [name for name, rule in words.kb.active_rules.items() if intervention in rule.calls]
    if not calling:
        yield Paragraph(words.say("no-rule-calls"))
        return
    holding = {finding.rule: finding for finding in plan.findings}
    if not any(name in holding for name in calling):
        yield Paragraph(f"{words.say('not-called')} {words.say('would-call')}")
    missing = {entry.rule: entry.missing for entry in plan.undetermined}
    for name in calling:
        if name in holding:
            yield finding_entry(plan, holding[name], words)
        elif name in missing:
            yield Entry(
                words.say("rule-open", name=words.name(name, "rule"), missing=words.names(missing[name], kind="fact")),
                BULLET,
            )
        else:
            condition = condition_words(words.kb.rules[name].when, words)
            yield Entry(words.say("rule-closed", name=words.name(name, "rule"), condition=condition), BULLET)
