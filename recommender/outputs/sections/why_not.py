"""WhyNot -> blocks: how the village stands to what calls the work, what would put it in, what forcing it in costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.model.conditions import Comparison
from recommender.model.plan import Plan
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.condition_words import condition_words
from recommender.outputs.sections.money import planned_money
from recommender.outputs.sections.what_if import change_sentence
from recommender.outputs.words import Words
from recommender.verbs.what_if.changes import options_of

if TYPE_CHECKING:
    from recommender.verbs.explaining.obstacles import Hindrance, Obstacle, RuleStanding
    from recommender.verbs.explaining.why_not import WhyNot
    from recommender.verbs.what_if.comparing import PlanComparison


def why_not_blocks(told: WhyNot, plan: Plan, words: Words) -> Iterator[Block]:
    """Yield why the work is no step, and what would make it one."""
    yield Heading(words.name(told.intervention), 2, told.intervention)
    yield Heading(words.say("why-out"), 3)
    yield from _reason(told, words)
    for blocked in told.blocked:
        detail = words.details(blocked.detail)
        reason = words.term("reason", blocked.reason)
        shown = f" ({detail})" if detail else ""
        yield Entry(words.say("why-not.blocked", name=words.name(blocked.work), reason=reason, detail=shown), BULLET)
    if told.applies:
        yield Entry(words.say("why-not.applies"), BULLET, lines=_lines(told.applies, plan, words))
    yield from _rules(told, plan, words)
    yield Heading(words.say("why-not.changes"), 3)
    yield from _suggestions(told, words)
    if told.forced is not None:
        yield Heading(words.say("why-not.forced"), 3)
        yield from _forced(told.intervention, told.forced, words)


def _reason(told: WhyNot, words: Words) -> Iterator[Block]:
    if told.deferred is not None:
        detail = words.detail(told.deferred)
        yield Entry(words.term("reason", told.reason), BULLET, lines=(detail,) if detail else ())
    elif told.reason == "met":
        yield Paragraph(words.say("is-met"))
        if told.met_by:
            parts = "; ".join(condition_words(comparison, words) for comparison in told.met_by)
            yield Entry(words.say("why-not.met-by", parts=parts), BULLET)
    elif told.held_back is not None:
        yield Paragraph(words.term("held-back", told.held_back))
    else:
        yield Paragraph(words.say("not-called"))


def _rules(told: WhyNot, plan: Plan, words: Words) -> Iterator[Block]:
    if not told.rules:
        yield Paragraph(words.say("no-rule-calls"))
        return
    yield Paragraph(f"{words.say('why-not.calling')}:")
    for standing in told.rules:
        yield _rule(standing, plan, words)


def _rule(standing: RuleStanding, plan: Plan, words: Words) -> Entry:
    title = words.term("standing", standing.standing, name=words.name(standing.rule))
    if standing.standing != "holds":
        return Entry(title, BULLET, lines=_lines(standing.in_the_way, plan, words))
    finding = next((entry for entry in plan.findings if entry.rule == standing.rule), None)
    return Entry(title, BULLET, lines=() if finding is None else (words.text(finding.text),))


def _lines(hindrances: tuple[Hindrance, ...], plan: Plan, words: Words) -> tuple[str, ...]:
    return tuple(hindrance_words(one, plan, words) for one in hindrances)


def hindrance_words(hindrance: Hindrance, plan: Plan, words: Words) -> str:
    """Return what is in the way, what it is now, and how far off."""
    from recommender.verbs.explaining.obstacles import Obstacle

    if isinstance(hindrance, Obstacle):
        return _obstacle(hindrance, plan, words)
    joint = f" {words.say('and')} "
    ways = "; ".join(joint.join(hindrance_words(one, plan, words) for one in way) for way in hindrance.ways)
    return words.say("why-not.one-of", ways=ways)


def _obstacle(obstacle: Obstacle, plan: Plan, words: Words) -> str:
    comparison = obstacle.comparison
    if comparison.reads == "score":
        return _score(obstacle, plan, words)
    condition = _wanted(comparison, obstacle.wanted, words)
    now = words.fact(comparison.name, obstacle.value)
    if obstacle.assumed:
        now = words.say("why-not.assumed", value=now)
    far = ""
    if obstacle.distance:
        far = words.say("why-not.off", value=words.fact(comparison.name, obstacle.distance))
    return words.say("why-not.fact", condition=condition, now=now, far=far)


def _score(obstacle: Obstacle, plan: Plan, words: Words) -> str:
    name = obstacle.comparison.name
    if plan.data.framework and name not in words.kb.frameworks[plan.data.framework].by_indicator:
        label = words.kb.frameworks[plan.data.framework].label
        condition = _wanted(obstacle.comparison, obstacle.wanted, words)
        return words.say("why-not.score-unmeasured", condition=condition, framework=label)
    if not obstacle.levels:
        return words.say("why-not.score-never", condition=_wanted(obstacle.comparison, obstacle.wanted, words))
    highest = words.kb.frameworks[plan.data.framework].highest if plan.data.framework else "?"
    joint = f" {words.say('or')} "
    levels = words.say("why-not.score-levels", levels=joint.join(map(str, obstacle.levels)), highest=highest)
    far = ""
    if obstacle.distance is not None:
        key = "why-not.rung" if obstacle.distance == 1 else "why-not.rungs"
        far = words.say("why-not.rung") if obstacle.distance == 1 else words.say(key, count=obstacle.distance)
    return words.say("why-not.score", name=words.name(name), now=words.level_only(plan, name), levels=levels, far=far)


def _wanted(comparison: Comparison, wanted: bool, words: Words) -> str:
    condition = condition_words(comparison, words)
    return condition if wanted else words.say("why-not.not", condition=condition)


def _suggestions(told: WhyNot, words: Words) -> Iterator[Block]:
    found = told.found
    if not found.suggestions:
        yield Paragraph(words.say("why-not.none", tried=found.tried))
    else:
        yield Paragraph(words.say("why-not.changes-note"))
    for number, suggestion in enumerate(found.suggestions, 1):
        options = " ".join(options_of(suggestion.changes, told.case, words.lang))
        lines = [words.say("why-not.try", options=options)]
        if suggestion.displaces:
            lines.append(words.say("why-not.displaces", names=words.names(suggestion.displaces)))
        if suggestion.brings:
            lines.append(words.say("why-not.brings", names=words.names(suggestion.brings)))
        sentence = change_sentence(suggestion.changes, told.case, words)
        yield Entry(sentence, f"{number}.", lines=tuple(lines))
    if found.unfinished:
        kinds = ", ".join(words.term("change-kind", kind) for kind in found.unfinished)
        yield Paragraph(words.say("why-not.unfinished", kinds=kinds))


def _forced(work: str, plans: PlanComparison, words: Words) -> Iterator[Block]:
    before, after = plans.before.plan, plans.after.plan
    step = next(step for step in after.steps if step.intervention == work)
    lines = []
    went = [moved.intervention for moved in plans.went]
    came = [moved.intervention for moved in plans.came if moved.intervention != work]
    moved = [one.intervention for one in plans.moved]
    for key, names in (("why-not.displaces", went), ("why-not.brings", came), ("why-not.forced-moves", moved)):
        if names:
            lines.append(words.say(key, names=words.names(names)))
    lost = before.objective.value - after.objective.value
    if lost > 0:
        share = words.percent(lost / max(1, before.objective.value))
        lines.append(words.say("why-not.forced-value", share=share))
    else:
        lines.append(words.say("why-not.forced-same"))
    amounts = [planned_money(plan)[0] for plan in (before, after)]
    difference = f"{'+' if amounts[1] > amounts[0] else ''}{words.money(amounts[1] - amounts[0])}"
    now, then = map(words.money, amounts)
    lines.append(words.say("why-not.forced-money", difference=difference, before=now, after=then))
    cost = f"{words.money(step.cost.total)} {words.sources(step.cost.by_source)}"
    yield Entry(words.say("why-not.forced-step", year=step.year, cost=cost), BULLET, lines=tuple(lines))
