"""A fact -> the answers that are worth trying: each word, yes and no, numbers on both sides of every bound.

In: the knowledge base (who reads the fact, against which bounds). Out: values in thousandths, as facts are held.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import resolve
from recommender.model.conditions import SCALE, Condition, Interval, comparisons
from recommender.model.knowledge import Fact, Intervention, KnowledgeBase
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
    bounds: dict[str, set[int]] = defaultdict(set)
    by_rules: set[str] = set()
    by_work: dict[str, set[str]] = defaultdict(set)

    def facts_of(condition: Condition) -> Iterator[str]:
        for comparison in comparisons(resolve(condition, kb.parameters, date)):
            if comparison.reads == "fact":
                operands = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
                bounds[comparison.name].update(o for o in operands if isinstance(o, int) and not isinstance(o, bool))
                yield comparison.name

    for rule in kb.active_rules.values():
        by_rules.update(facts_of(rule.when))
    for name, work in kb.interventions.items():
        if work.status == "active":
            for condition in _conditions(work):
                by_work[name].update(facts_of(condition))
            if work.quantity.fact is not None:
                by_work[name].add(work.quantity.fact)
    return Readers(
        {name: tuple(sorted(numbers)) for name, numbers in bounds.items()},
        frozenset(by_rules),
        {name: frozenset(facts) for name, facts in by_work.items()},
    )


def _conditions(work: Intervention) -> Iterator[Condition]:
    if work.applies_when is not None:
        yield work.applies_when
    yield from work.met_when.values()


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
        return fact.words
    step = SCALE if is_whole(fact.type) else 10 if fact.type == "share" else 100
    highest = SCALE if fact.type == "share" else None
    numbers = sorted({_rounded(number, step) for number in _numbers(fact, bounds, step, highest)})
    low, high = (within.low, within.high) if within is not None else (0, highest)
    fitting = [number for number in numbers if number >= low and (high is None or number <= high)]
    if len(fitting) > MOST_ANSWERS:
        last = len(fitting) - 1
        fitting = [fitting[place * last // (MOST_ANSWERS - 1)] for place in range(MOST_ANSWERS)]
    return tuple(fitting)


def _numbers(fact: Fact, bounds: tuple[int, ...], step: int, highest: int | None) -> Iterator[int]:
    """Yield a number below, between and above the bounds; without bounds half and double the usual amount."""
    if not bounds:
        usual = fact.assumption.value if fact.assumption is not None else None
        if isinstance(usual, int | float) and not isinstance(usual, bool):
            yield from (int(usual * SCALE) // 2, min(int(usual * SCALE) * 2, highest or int(usual * SCALE) * 2))
        else:
            yield from (250, 750) if highest else (SCALE, 10 * SCALE)
        return
    if bounds[0] > 0:
        yield bounds[0] // 2
    for lower, upper in pairwise(bounds):
        yield (lower + upper) // 2
    if highest is None:
        yield bounds[-1] * 3 // 2 + step
    elif bounds[-1] < highest:
        yield (bounds[-1] + highest) // 2


def _rounded(number: int, step: int) -> int:
    return number // step * step
