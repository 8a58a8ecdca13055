"""The meaning of a condition: what it reads, when it is true, false or undetermined, and what made it so.

In: a condition tree and what is known (`Known`). Out: a `Truth` and its support. This file is the reference meaning;
the engines in `pipeline.matching` must agree with it on every input. Carries out docs/method.md, "Conditions".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from recommender.model.conditions import (
    All,
    Comparison,
    Condition,
    Interval,
    KnownFact,
    Named,
    Not,
    comparisons,
)

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase, Parameter
    from recommender.model.nouns import Noun


class Truth(IntEnum):
    """Kleene's three values; ordered, so that `all` is the minimum and `any` the maximum."""

    FALSE = 0
    UNDETERMINED = 1
    TRUE = 2


CONDITION_KEYS = ("when", "applies-when", "doubtful-when")  # and the members of `met-when`
_OPPOSITE = (Truth.TRUE, Truth.UNDETERMINED, Truth.FALSE)


@dataclass(frozen=True, slots=True)
class Known:
    """What a condition is read against. A name that is absent is unknown.

    `scores` are thousandths; `findings` tell of each rule already decided whether it holds.
    """

    scores: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, KnownFact] = field(default_factory=dict)
    findings: Mapping[str, Truth] = field(default_factory=dict)


def resolve(condition: Condition, parameters: Mapping[str, Parameter], date: datetime.date) -> Condition:
    """Return the condition with every named threshold replaced by its thousandths at the date; the name is kept."""
    if isinstance(condition, Comparison):
        if not isinstance(condition.operand, Named):
            return condition
        name = condition.operand.name
        return replace(condition, operand=parameters[name].bound(date), parameter=name)
    if isinstance(condition, Not):
        return Not(resolve(condition.member, parameters, date))
    return type(condition)(tuple(resolve(member, parameters, date) for member in condition.members))


def evaluate(condition: Condition, known: Known) -> Truth:
    """Return whether the (resolved) condition holds.

    `all` is false once one member is, `any` is true once one member is; else one undetermined member leaves them
    open. `not` of undetermined is undetermined.

    >>> from recommender.model.conditions import Comparison
    >>> weak = Comparison("score", "signal", "below", 800)
    >>> evaluate(weak, Known(scores={"signal": 600})).name, evaluate(Not(weak), Known()).name
    ('TRUE', 'UNDETERMINED')
    """
    if isinstance(condition, Comparison):
        return _compare(condition, known)
    if isinstance(condition, Not):
        return _OPPOSITE[evaluate(condition.member, known)]
    decided, otherwise = (Truth.FALSE, Truth.TRUE) if isinstance(condition, All) else (Truth.TRUE, Truth.FALSE)
    for member in condition.members:
        truth = evaluate(member, known)
        if truth is decided:
            return decided
        if truth is Truth.UNDETERMINED:
            otherwise = truth
    return otherwise


def _compare(comparison: Comparison, known: Known) -> Truth:
    if comparison.reads == "finding":
        truth = known.findings.get(comparison.name, Truth.UNDETERMINED)
        return truth if comparison.operand is True else _OPPOSITE[truth]
    value = (known.scores if comparison.reads == "score" else known.facts).get(comparison.name)
    if value is None:
        return Truth.UNDETERMINED
    if isinstance(value, Interval):
        return _compare_interval(comparison, value)
    return Truth.TRUE if _holds(comparison, value) else Truth.FALSE


def _holds(comparison: Comparison, value: bool | int | str) -> bool:
    operand = comparison.operand
    if comparison.word == "is":
        return value == operand
    if comparison.word == "in":
        assert isinstance(operand, tuple)
        return value in operand
    assert isinstance(value, int)
    assert isinstance(operand, int)
    if comparison.word == "below":
        return value < operand
    if comparison.word == "at-most":
        return value <= operand
    if comparison.word == "above":
        return value > operand
    return value >= operand


def _compare_interval(comparison: Comparison, value: Interval) -> Truth:
    """Compare both ends: where they agree the answer is known (for `is` and `in`, only when there is one value)."""
    if comparison.word in ("is", "in"):
        operands = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
        if value.low == value.high:
            return Truth.TRUE if value.low in operands else Truth.FALSE
        possible = any(isinstance(o, int) and value.low <= o <= value.high for o in operands)
        return Truth.UNDETERMINED if possible else Truth.FALSE
    low, high = _holds(comparison, value.low), _holds(comparison, value.high)
    if low == high:
        return Truth.TRUE if low else Truth.FALSE
    return Truth.UNDETERMINED


def support(condition: Condition, known: Known, wanted: Truth | None = None) -> Iterator[Comparison]:
    """Yield the comparisons that made the condition what it is, left to right.

    For a true `all` or a false `any` these are all members; for a true `any` or a false `all` the members that
    decided it; for an undetermined condition the undetermined comparisons.
    """
    truth = evaluate(condition, known) if wanted is None else wanted
    if isinstance(condition, Comparison):
        yield condition
    elif isinstance(condition, Not):
        yield from support(condition.member, known, _OPPOSITE[truth])
    else:
        for member in condition.members:
            if evaluate(member, known) == truth:
                yield from support(member, known, truth)


def conditions_of(noun: Noun) -> Iterator[tuple[tuple[str, ...], Condition]]:
    """Yield every condition that a noun holds, with its key path."""
    for key in CONDITION_KEYS:
        condition = getattr(noun, key.replace("-", "_"), None)
        if condition is not None:
            yield (key,), condition
    for subject, condition in getattr(noun, "met_when", {}).items():
        yield ("met-when", subject), condition


def comparisons_of(kb: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...], Comparison]]:
    """Yield (kind, name, key path, comparison) of everything that the conditions of its nouns compare."""
    for kind in ("rules", "interventions", "indicators", "readiness"):
        for name, noun in getattr(kb, kind).items():
            for path, condition in conditions_of(noun):
                yield from ((kind, name, path, comparison) for comparison in comparisons(condition))


def names_read(condition: Condition, reads: str) -> frozenset[str]:
    """Return the names of one kind (`score`, `fact`, `finding`) that the condition reads."""
    return frozenset(c.name for c in comparisons(condition) if c.reads == reads)
