"""What stands between a village and a condition: the comparisons in the way, what they met, and how far it is.

In: a condition over scores and facts alone (`PossibleValues.expanded`) and what is known. Out: obstacles that must all
be cleared; where one of several ways suffices, a choice of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.knowledge.conditions import Known, Truth, evaluate, support
from recommender.knowledge.solver import truth_under
from recommender.model.conditions import All, Comparison, Condition, KnownFact, Not
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.village_changes import rungs_between

Standing = Literal["holds", "open", "does-not-hold"]
_STANDINGS: dict[Truth, Standing] = {
    Truth.TRUE: "holds",
    Truth.UNDETERMINED: "open",
    Truth.FALSE: "does-not-hold",
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A comparison that is not as it must be.

    `wanted` says what it must be (False under a `not`). `value` is what it met: a score or a number in thousandths, a
    word, yes or no; None if unknown. `published` is the indicator's value. `distance` counts rungs to the nearest level
    that would do, or thousandths to the bound of a number; None where there is no such measure. `levels` are the
    published levels that would do.
    """

    comparison: Comparison
    wanted: bool
    value: KnownFact | None
    published: int | None = None
    assumed: bool = False
    distance: int | None = None
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """Ways of which one suffices; of a way all obstacles must be cleared."""

    ways: tuple[tuple[Hindrance, ...], ...]


Hindrance = Obstacle | OneOf


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """A rule that calls the work: whether it holds in the village, and what is in its way."""

    rule: str
    standing: Standing
    in_the_way: tuple[Hindrance, ...]


def standings(view: WorkInVillage) -> tuple[RuleStanding, ...]:
    """Return how each active rule that calls the work stands, those nearest to holding first."""
    known, _ = view.known()
    found = []
    for rule in view.callers[view.work]:
        condition = view.possible.rule(rule)
        truth = evaluate(condition, known)
        found.append(RuleStanding(rule, _STANDINGS[truth], hindrances(view, condition, known)))
    nearest = list(_STANDINGS.values())
    return tuple(sorted(found, key=lambda s: (nearest.index(s.standing), len(shortest_way(s.in_the_way)), s.rule)))


def hindrances(view: WorkInVillage, condition: Condition, known: Known) -> tuple[Hindrance, ...]:
    """Return what keeps the condition from being true; nothing where it is."""
    return tuple(dict.fromkeys(_in_the_way(view, condition, known, True)))


def reasons_for(view: WorkInVillage, condition: Condition) -> tuple[Comparison, ...]:
    """Return the comparisons that make a condition true, each once; nothing where it is not."""
    known, _ = view.known()
    expanded = view.possible.expanded(condition)
    if evaluate(expanded, known) is not Truth.TRUE:
        return ()
    return tuple(dict.fromkeys(support(expanded, known, Truth.TRUE)))


def _in_the_way(view: WorkInVillage, condition: Condition, known: Known, wanted: bool) -> Iterator[Hindrance]:
    if evaluate(condition, known) is _truth(wanted):
        return
    if isinstance(condition, Comparison):
        yield _obstacle(view, condition, known, wanted)
    elif isinstance(condition, Not):
        yield from _in_the_way(view, condition.member, known, not wanted)
    elif isinstance(condition, All) == wanted:
        for member in condition.members:
            yield from _in_the_way(view, member, known, wanted)
    else:
        members = (tuple(_in_the_way(view, member, known, wanted)) for member in condition.members)
        ways = tuple(dict.fromkeys(way for way in members if way))
        if len(ways) == 1:
            yield from ways[0]
        elif ways:
            yield OneOf(ways)


def _obstacle(view: WorkInVillage, comparison: Comparison, known: Known, wanted: bool) -> Obstacle:
    name = comparison.name
    if comparison.reads != "score":
        value = known.facts.get(name)
        assumed = value is not None and name not in view.observed.facts
        return Obstacle(comparison, wanted, value, None, assumed, _off(value, comparison))
    framework = view.possible.framework
    item = framework.by_indicator.get(name)
    values = () if item is None else item.values
    levels = tuple(level for level in values if clears(comparison, wanted, framework.score(level)))
    published = view.scored.values.get(name)
    distance = None
    if published is not None and levels:
        distance = min(rungs_between(values, published, level) for level in levels)
    return Obstacle(comparison, wanted, known.scores.get(name), published, False, distance, levels)


def clears(comparison: Comparison, wanted: bool, value: KnownFact) -> bool:
    """Return whether a value of its name makes a comparison what it must be."""
    return truth_under(comparison, {(comparison.reads, comparison.name): value}) is _truth(wanted)


def _truth(wanted: bool) -> Truth:
    return Truth.TRUE if wanted else Truth.FALSE


def _off(value: KnownFact | None, comparison: Comparison) -> int | None:
    """Return how far a number lies from the bound that it is compared with."""
    bound = comparison.operand
    if isinstance(value, bool) or isinstance(bound, bool) or not (isinstance(value, int) and isinstance(bound, int)):
        return None
    return abs(bound - value)


def shortest_way(in_the_way: tuple[Hindrance, ...]) -> list[Obstacle]:
    """Return all obstacles, of several ways those of the one with fewest."""
    found: list[Obstacle] = []
    for hindrance in in_the_way:
        if isinstance(hindrance, Obstacle):
            found.append(hindrance)
        else:
            shortest = min(map(shortest_way, hindrance.ways), key=len)
            found += shortest
    return found
