"""A fact -> the answers that are worth trying: each word, yes and no, numbers on both sides of every bound.

In: the knowledge base (who reads the fact, against which bounds). Out: values in thousandths, as facts are held.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import names_read
from recommender.knowledge.possible_values import fact_bounds, scaled, work_conditions
from recommender.model.conditions import SCALE, All, Interval
from recommender.model.facts import Fact
from recommender.model.knowledge import KnowledgeBase
from recommender.model.units import is_whole
from recommender.model.village import FactValue

MOST_ANSWERS = 6  # of a number with many bounds: the outermost and some between


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads facts at a date: bounds by fact (thousandths), facts that rules read, those that each work reads."""

    bounds: dict[str, tuple[int, ...]]
    by_rules: frozenset[str]
    by_work: dict[str, frozenset[str]]


@once_per_base
def readers_of(kb: KnowledgeBase, date: datetime.date) -> Readers:
    """Return who reads which fact, and against which bounds."""
    by_rules = (names_read(rule.when, "fact") for rule in kb.active_rules.values())
    by_work = {}
    for name, work in kb.interventions.items():
        if work.status == "active":
            quantity = [work.quantity.fact] if work.quantity.fact is not None else []
            by_work[name] = names_read(All(tuple(work_conditions(work))), "fact").union(quantity)
    return Readers(fact_bounds(kb, date), frozenset().union(*by_rules), by_work)


def answers_to(fact: Fact, bounds: tuple[int, ...], within: Interval | None = None) -> tuple[FactValue, ...]:
    """Return the answers that can differ in what they decide, in order.

    Parameters
    ----------
    bounds
        Numbers that some condition compares the fact with, ascending, in thousandths.
    within
        What an indicator's level already says of the fact: no answer outside it.

    >>> shops = Fact.model_validate({"name": {"id": "a", "en": "a"}, "question": {"id": "a", "en": "a"}, "type": "km"})
    >>> answers_to(shops, (2000, 6000)), answers_to(shops, (2000, 6000), Interval(0, 3000))
    ((1000, 4000, 9100), (1000,))
    """
    if fact.type == "yes-no":
        return (True, False)
    if fact.type == "word":
        return tuple(fact.words)
    step = SCALE if is_whole(fact.type) else 10 if fact.type == "share" else 100
    highest = SCALE if fact.type == "share" else None
    numbers = sorted({number // step * step for number in _numbers(fact, bounds, step, highest)})
    low, high = (within.low, within.high) if within is not None else (0, highest)
    fitting = [number for number in numbers if number >= low and (high is None or number <= high)]
    if len(fitting) > MOST_ANSWERS:
        last = len(fitting) - 1
        fitting = [fitting[place * last // (MOST_ANSWERS - 1)] for place in range(MOST_ANSWERS)]
    return tuple(fitting)


def _numbers(fact: Fact, bounds: tuple[int, ...], step: int, highest: int | None) -> Iterator[int]:
    """Yield a number below, between and above the bounds (of one at an end of the scale the end itself);
    without bounds half and double the usual amount."""
    if not bounds:
        usual = scaled(fact.assumption.value) if fact.assumption is not None else None
        if isinstance(usual, int) and not isinstance(usual, bool):
            yield from (usual // 2, min(usual * 2, highest or usual * 2))
        else:
            yield from (250, 750) if highest else (SCALE, 10 * SCALE)
        return
    yield bounds[0] // 2
    for lower, upper in pairwise(bounds):
        yield (lower + upper) // 2
    if highest is None:
        yield bounds[-1] * 3 // 2 + step
    else:
        yield (bounds[-1] + highest) // 2
