"""Sets of values and answers under which a rule that calls the work would hold and the work could be planned.

Pairs are tried one by one (`smallest_changes`); a rule that asks three things or more of a village is cleared here:
each comparison in the way by its nearest value, of several ways the one of fewest. Such a set is no proof that none is
smaller: what it can do without is taken out again, so that no part of it is needless.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import Truth, evaluate
from recommender.knowledge.possible_values import Variable
from recommender.model.conditions import All, Condition, Not
from recommender.pipeline.drafts import PREREQUISITE
from recommender.verbs.explaining.obstacles import Hindrance, Obstacle, clears, hindrances, shortest_way
from recommender.verbs.explaining.possible_changes import PossibleChanges
from recommender.verbs.explaining.trial_plans import TrialPlans
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.changes import CaseChange, Changes, order
from recommender.verbs.what_if.village_changes import FactChange, KnownChange, ValueChange

MOST_THINGS = 6


def clearings(view: WorkInVillage, changeable: PossibleChanges) -> list[Changes]:
    """Return, the smallest first, for each rule that calls the work the values and answers that clear its way."""
    known, _ = view.known()
    found = []
    for rule in view.callers[view.work]:
        goal = All((view.possible.rule(rule), *_usable(view, rule)))
        changes = _cleared(view, changeable, hindrances(view, goal, known))
        if changes is not None and 0 < len(changes) <= MOST_THINGS:
            found.append(changes)
    return sorted(dict.fromkeys(found), key=order)


def pruned(changes: Changes, plans: TrialPlans) -> Changes:
    """Return the changes without those that the work does not need to be in the plan, the largest left out first."""
    kept = changes
    for change in sorted(changes, key=_alone, reverse=True):
        fewer = tuple(other for other in kept if other is not change)
        if fewer and plans.puts_in(fewer):
            kept = fewer
    return kept


def _usable(view: WorkInVillage, rule: str) -> Iterator[Condition]:
    """Yield what else must be true: the work and all that it must rest on apply, and its purpose is not served."""
    kb, possible = view.kb, view.possible
    noun = kb.rules[rule]
    work = kb.interventions[view.work]
    subject = rule if noun.about == "self" else noun.about
    if subject in work.met_when:
        yield Not(possible.expanded(work.met_when[subject]))
    waiting, seen = [view.work], {view.work}
    known, _ = view.known()
    while waiting:
        one = kb.interventions[waiting.pop()]
        if one.applies_when is not None:
            yield possible.expanded(one.applies_when)
        for other in one.requires:
            met = kb.interventions[other].met_when.get(PREREQUISITE)
            if other not in seen and (met is None or evaluate(possible.expanded(met), known) is not Truth.TRUE):
                seen.add(other)
                waiting.append(other)


def _cleared(view: WorkInVillage, changeable: PossibleChanges, in_the_way: tuple[Hindrance, ...]) -> Changes | None:
    """Return the smallest changes that clear the obstacles one by one; None if one cannot be cleared."""
    obstacles: dict[Variable, list[Obstacle]] = {}
    for obstacle in shortest_way(in_the_way):
        obstacles.setdefault((obstacle.comparison.reads, obstacle.comparison.name), []).append(obstacle)
    chosen: list[KnownChange] = []
    for name, asked in obstacles.items():
        fitting = [change for change in changeable.of([name]) if _clears(view, change, asked)]
        if not fitting:
            return None
        chosen.append(min(fitting, key=_alone))
    return tuple(sorted((*chosen, *_freed(view, changeable, chosen)), key=_alone))


def _freed(view: WorkInVillage, changeable: PossibleChanges, chosen: list[KnownChange]) -> Iterator[ValueChange]:
    """Yield for each answer that a measured value contradicts the nearest value that leaves it open."""
    values = {change.indicator for change in chosen if isinstance(change, ValueChange)}
    for change in chosen:
        if not isinstance(change, FactChange) or view.agrees(change, chosen):
            continue
        source = view.possible.source(change.fact)
        if source is None or source in values:
            continue
        others = changeable.of([("score", source)])
        freeing = [one for one in others if isinstance(one, ValueChange) and view.agrees(change, [one])]
        if freeing:
            values.add(source)
            yield min(freeing, key=_alone)


def _clears(view: WorkInVillage, change: KnownChange, obstacles: list[Obstacle]) -> bool:
    """Return whether the one change makes every one of the comparisons what it must be."""
    assert change.value is not None
    value = view.possible.framework.score(change.value) if isinstance(change, ValueChange) else change.value
    return all(clears(one.comparison, one.wanted, value) for one in obstacles)


def _alone(change: CaseChange) -> tuple[object, ...]:
    return order((change,))
