"""What stands between a village and a condition: the comparisons in the way, what they met, and how far it is.

In: a condition over scores and facts alone (`worlds.World.expanded`) and what is known. Out: obstacles that must all be
cleared; where one of several ways suffices, a choice of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.knowledge.conditions import Known, Truth, evaluate, support
from recommender.model.conditions import All, Comparison, Condition, Interval, KnownFact, Not
from recommender.verbs.explaining.relevance import Relevance, rungs_between

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


def standings(relevance: Relevance) -> tuple[RuleStanding, ...]:
    """Return how each active rule that calls the work stands, those nearest to holding first."""
    known, _ = relevance.known()
    found = []
    for rule in relevance.callers[relevance.work]:
        condition = relevance.world.rule(rule)
        truth = evaluate(condition, known)
        found.append(RuleStanding(rule, _STANDINGS[truth], hindrances(relevance, condition, known)))
    return tuple(sorted(found, key=lambda s: (-list(_STANDINGS.values())[::-1].index(s.standing), _far(s), s.rule)))


def hindrances(relevance: Relevance, condition: Condition, known: Known) -> tuple[Hindrance, ...]:
    """Return what keeps the condition from being true; nothing where it is."""
    return tuple(dict.fromkeys(_in_the_way(relevance, condition, known, True)))


def reasons_for(relevance: Relevance, condition: Condition) -> tuple[Comparison, ...]:
    """Return the comparisons that make a condition true, each once; nothing where it is not."""
    known, _ = relevance.known()
    expanded = relevance.world.expanded(condition)
    if evaluate(expanded, known) is not Truth.TRUE:
        return ()
    return tuple(dict.fromkeys(support(expanded, known, Truth.TRUE)))


def _in_the_way(relevance: Relevance, condition: Condition, known: Known, wanted: bool) -> Iterator[Hindrance]:
    if evaluate(condition, known) is (Truth.TRUE if wanted else Truth.FALSE):
        return
    if isinstance(condition, Comparison):
        yield _obstacle(relevance, condition, known, wanted)
    elif isinstance(condition, Not):
        yield from _in_the_way(relevance, condition.member, known, not wanted)
    elif isinstance(condition, All) == wanted:
        for member in condition.members:
            yield from _in_the_way(relevance, member, known, wanted)
    else:
        members = (tuple(_in_the_way(relevance, member, known, wanted)) for member in condition.members)
        ways = tuple(dict.fromkeys(way for way in members if way))
        if len(ways) == 1:
            yield from ways[0]
        elif ways:
            yield OneOf(ways)


def _obstacle(relevance: Relevance, comparison: Comparison, known: Known, wanted: bool) -> Obstacle:
    name = comparison.name
    if comparison.reads != "score":
        value = known.facts.get(name)
        assumed = value is not None and name not in relevance.observed.facts
        return Obstacle(comparison, wanted, value, None, assumed, _off(value, comparison))
    framework = relevance.world.framework
    item = framework.by_indicator.get(name)
    levels = () if item is None else tuple(v for v in item.values if _holds(comparison, framework.score(v)) == wanted)
    published = relevance.scored.values.get(name)
    distance = None
    if published is not None and item is not None and levels:
        distance = min(rungs_between(item.values, published, level) for level in levels)
    return Obstacle(comparison, wanted, known.scores.get(name), published, False, distance, levels)


def _holds(comparison: Comparison, score: int) -> bool:
    return evaluate(comparison, Known(scores={comparison.name: score})) is Truth.TRUE


def _off(value: KnownFact | None, comparison: Comparison) -> int | None:
    """Return how far a number lies from the bound that it is compared with."""
    bound = comparison.operand
    if (
        isinstance(value, bool | str | Interval)
        or value is None
        or isinstance(bound, bool)
        or not isinstance(bound, int)
    ):
        return None
    return abs(bound - value)


def _far(standing: RuleStanding) -> int:
    """Return how many comparisons are in the way, by the shortest way."""
    return sum(map(_count, standing.in_the_way))


def _count(hindrance: Hindrance) -> int:
    return 1 if isinstance(hindrance, Obstacle) else min(sum(map(_count, way)) for way in hindrance.ways)
