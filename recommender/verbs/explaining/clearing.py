"""Sets of values and answers under which a rule that calls the work would hold and the work could be planned.

Pairs are tried one by one (`searching`); a rule that asks three things or more of a village is cleared here instead:
each comparison in the way by its nearest value, of several ways the one of fewest. Such a set is no proof that none is
smaller: what it can do without is taken out again, so that no part of it is needless.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.model.conditions import All, Condition, Not
from recommender.pipeline.candidates import PREREQUISITE
from recommender.verbs.explaining.changes import Change, Changes, FactChange, ValueChange, order
from recommender.verbs.explaining.obstacles import Hindrance, Obstacle, hindrances
from recommender.verbs.explaining.probing import Probe
from recommender.verbs.explaining.relevance import Relevance

MOST_THINGS = 6


def clearings(relevance: Relevance) -> Iterator[Changes]:
    """Yield, the smallest first, for each rule that calls the work the values and answers that clear its way."""
    known, _ = relevance.known()
    found = []
    for rule in relevance.callers[relevance.work]:
        goal = All((relevance.world.rule(rule), *_usable(relevance, rule)))
        changes = _cleared(relevance, hindrances(relevance, goal, known))
        if changes is not None and 0 < len(changes) <= MOST_THINGS:
            found.append(changes)
    yield from sorted(dict.fromkeys(found), key=order)


def pruned(changes: Changes, probe: Probe) -> Changes:
    """Return the changes without those that the work does not need to be in the plan, the largest left out first."""
    kept = changes
    for change in sorted(changes, key=lambda one: order((one,)), reverse=True):
        fewer = tuple(other for other in kept if other is not change)
        if fewer and probe.flips(fewer):
            kept = fewer
    return kept


def _usable(relevance: Relevance, rule: str) -> Iterator[Condition]:
    """Yield what else must be true: the work and all that it must rest on apply, and its purpose is not served."""
    kb, world = relevance.kb, relevance.world
    noun = kb.rules[rule]
    work = kb.interventions[relevance.work]
    subject = rule if noun.about == "self" else noun.about
    if subject in work.met_when:
        yield Not(world.expanded(work.met_when[subject]))
    waiting, seen = [relevance.work], {relevance.work}
    known, _ = relevance.known()
    while waiting:
        one = kb.interventions[waiting.pop()]
        if one.applies_when is not None:
            yield world.expanded(one.applies_when)
        for other in one.requires:
            met = kb.interventions[other].met_when.get(PREREQUISITE)
            if other not in seen and (met is None or evaluate(world.expanded(met), known) is not Truth.TRUE):
                seen.add(other)
                waiting.append(other)


def _cleared(relevance: Relevance, in_the_way: tuple[Hindrance, ...]) -> Changes | None:
    """Return the smallest changes that clear the obstacles one by one; None if one cannot be cleared."""
    obstacles = list(_shortest(in_the_way))
    chosen: list[Change] = []
    names = dict.fromkeys((obstacle.comparison.reads, obstacle.comparison.name) for obstacle in obstacles)
    for name in names:
        asked = [one for one in obstacles if (one.comparison.reads, one.comparison.name) == name]
        fitting = [change for change in relevance.changes_of([name]) if _clears(relevance, change, asked)]
        if not fitting:
            return None
        chosen.append(min(fitting, key=lambda change: order((change,))))
    return tuple(sorted((*chosen, *_freed(relevance, chosen)), key=lambda change: order((change,))))


def _freed(relevance: Relevance, chosen: list[Change]) -> Iterator[ValueChange]:
    """Yield for each answer that a measured value contradicts the nearest value that leaves it open."""
    values = {change.indicator for change in chosen if isinstance(change, ValueChange)}
    for change in chosen:
        if not isinstance(change, FactChange) or relevance.agrees(change, chosen):
            continue
        source = relevance.kb.facts[change.fact].derived
        if source is None or source.year == "before" or source.indicator in values:
            continue
        others = relevance.changes_of([("score", source.indicator)])
        freeing = [one for one in others if isinstance(one, ValueChange) and relevance.agrees(change, [one])]
        if freeing:
            values.add(source.indicator)
            yield min(freeing, key=lambda one: order((one,)))


def _shortest(in_the_way: tuple[Hindrance, ...]) -> Iterator[Obstacle]:
    """Yield all obstacles, of several ways those of the one with fewest."""
    for hindrance in in_the_way:
        if isinstance(hindrance, Obstacle):
            yield hindrance
        else:
            ways = [tuple(_shortest(way)) for way in hindrance.ways]
            yield from min(ways, key=len)


def _clears(relevance: Relevance, change: Change, obstacles: list[Obstacle]) -> bool:
    """Return whether the one change makes every one of the comparisons what it must be."""
    if isinstance(change, ValueChange):
        assert change.value is not None
        known = Known(scores={change.indicator: relevance.world.framework.score(change.value)})
    else:
        assert isinstance(change, FactChange)
        assert change.value is not None
        known = Known(facts={change.fact: change.value})
    return all(evaluate(one.comparison, known) is (Truth.TRUE if one.wanted else Truth.FALSE) for one in obstacles)
