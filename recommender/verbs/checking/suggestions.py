"""Boundary cases that a rule's examples leave out, ready to paste: just inside, just outside, not known.

In: a knowledge base and a rule. Out: `Case`s. For each comparison the two nearest values on either side of its bound
are taken, and the smallest company of other values in which the comparison alone decides the rule; so each case shows
that this bound, and not another, makes the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.knowledge.possible_values import Value, Variable, World
from recommender.model.conditions import Comparison, Condition, Interval, Not, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.checking.coverage import OUTCOMES, ExampleWorld, given_of, variable_of
from recommender.verbs.checking.rules import said
from recommender.verbs.checking.solving import (
    ALWAYS,
    NEVER,
    Assignment,
    Board,
    TooWideError,
    find,
    minimal,
    shown,
    witness,
)


@dataclass(frozen=True, slots=True)
class Case:
    """An example to paste: its name, what it gives and what must come out."""

    name: str
    given: tuple[tuple[Variable, Value], ...]
    expect: str

    def line(self) -> str:
        """Return the example as one item of a rule's `examples`."""
        return f"  - {{name: {self.name}, given: {witness(dict(self.given))}, expect: {self.expect}}}"


def suggest(kb: KnowledgeBase, name: str) -> list[Case]:
    """Return the boundary cases that the examples of a rule do not show, in the order of its comparisons."""
    if not kb.frameworks:
        return []
    world = ExampleWorld(kb)
    condition = resolve(kb.rules[name].when, kb.parameters, world.date)
    told = []
    for example in kb.rules[name].examples:
        known = given_of(kb, condition, example)
        if known is not None:
            told.append((known, evaluate(condition, known)))
    cases: dict[tuple[tuple[Variable, Value], ...], Case] = {}
    for comparison in dict.fromkeys(comparisons(condition)):
        for value, case in _cases(world, condition, comparison):
            is_new = case.given not in cases
            if is_new and not any(_shows(comparison, value, case, known, truth) for known, truth in told):
                cases[case.given] = case
    return list(cases.values())


def _cases(world: World, condition: Condition, comparison: Comparison) -> Iterator[tuple[Value | None, Case]]:
    """Yield the value (None: not known) and the case on either side of a bound, and without the value."""
    variable = variable_of(comparison)
    for inside, outside in _sides(world, comparison):
        within, without = (_fixed(condition, variable, value) for value in (inside, outside))
        for wanted in ((Truth.TRUE, Truth.FALSE), (Truth.FALSE, Truth.TRUE)):
            try:
                found = find(world, list(zip((within, without), wanted, strict=True)))
            except TooWideError:
                return
            if found is None:
                continue
            company = _company(within, without, wanted, found)
            for value, truth in zip((inside, outside), wanted, strict=True):
                given = {**company, variable: value}
                yield value, _case(f"{comparison.name} {shown(value)} ({said(comparison)})", given, truth)
            open_truth = evaluate(condition, Board(company).known)
            yield None, _case(f"{comparison.name} not known", company, open_truth)
            return


def _case(name: str, given: Mapping[Variable, Value], truth: Truth) -> Case:
    return Case(
        name.replace(",", " or").translate(str.maketrans("", "", "[]")),
        tuple(sorted(given.items(), key=_by_name)),
        OUTCOMES[truth],
    )


def _by_name(entry: tuple[Variable, Value]) -> tuple[str, str]:
    return entry[0][1], entry[0][0]


def _sides(world: World, comparison: Comparison) -> Iterator[tuple[Value, Value]]:
    """Yield pairs of values that make the comparison true and false, the nearest to its bound first."""
    values = world.domain(variable_of(comparison))
    variable = variable_of(comparison)
    inside = [v for v in values if evaluate(comparison, Board({variable: v}).known) is Truth.TRUE]
    outside = [v for v in values if v not in inside]
    bound = comparison.operand
    if isinstance(bound, int) and not isinstance(bound, bool):
        inside.sort(key=lambda value: _distance(value, bound))
        outside.sort(key=lambda value: _distance(value, bound))
    yield from ((i, o) for i in inside[:2] for o in outside[:2])


def _distance(value: Value, bound: int) -> int:
    return abs(value - bound) if isinstance(value, int) else 0


def _fixed(condition: Condition, variable: Variable, value: Value) -> Condition:
    """Return the condition with every comparison of a name decided by its value."""
    if isinstance(condition, Comparison):
        if variable_of(condition) != variable:
            return condition
        return ALWAYS if evaluate(condition, Board({variable: value}).known) is Truth.TRUE else NEVER
    if isinstance(condition, Not):
        return Not(_fixed(condition.member, variable, value))
    return type(condition)(tuple(_fixed(member, variable, value) for member in condition.members))


def _company(
    within: Condition, without: Condition, wanted: tuple[Truth, Truth], found: Assignment
) -> dict[Variable, Value]:
    def decides(board: Board) -> bool:
        return (evaluate(within, board.known), evaluate(without, board.known)) == wanted

    return minimal(found, decides)


def _shows(comparison: Comparison, value: Value | None, case: Case, known: Known, truth: Truth) -> bool:
    """Return whether an example shows the case: the same outcome, the same side of the bound, no farther from it."""
    if OUTCOMES[truth] != case.expect:
        return False
    if comparison.reads == "finding":
        table: Mapping[str, object] = {name: t is Truth.TRUE for name, t in known.findings.items()}
    else:
        table = known.scores if comparison.reads == "score" else known.facts
    told = table.get(comparison.name)
    if value is None or told is None or isinstance(told, Interval):
        return value is None and told is None
    bound = comparison.operand
    if not isinstance(bound, int) or isinstance(bound, bool) or not isinstance(told, int) or not isinstance(value, int):
        return told == value or (isinstance(told, str) and evaluate(comparison, known) is _truth_of(comparison, value))
    near = _distance(told, bound) <= _distance(value, bound)
    return near and evaluate(comparison, known) is _truth_of(comparison, value)


def _truth_of(comparison: Comparison, value: Value) -> Truth:
    return evaluate(comparison, Board({variable_of(comparison): value}).known)
