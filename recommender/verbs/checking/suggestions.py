"""Boundary cases that a rule's examples leave out, ready to paste: just inside, just outside, not known.

In: a knowledge base and a rule. Out: `Case`s. For each comparison the two nearest values on either side of its bound
are taken, and the smallest company of other values in which the comparison alone decides the rule; so each case shows
that this bound, and not another, makes the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.knowledge.possible_values import PossibleValues, Value, Variable
from recommender.knowledge.solver import TooWideError, Values, decided, find, makes, smallest, truth_under
from recommender.model.conditions import Comparison, Condition, Interval, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.checking.coverage import OUTCOMES, ExampleValues, given_of, variable_of
from recommender.verbs.checking.written import by_name, said, shown, witness


@dataclass(frozen=True, slots=True)
class SuggestedExample:
    """An example to paste: its name, what it gives and what must come out."""

    name: str
    given: tuple[tuple[Variable, Value], ...]
    expect: str

    def line(self) -> str:
        """Return the example as one item of a rule's `examples`."""
        return f"  - {{name: {self.name}, given: {witness(dict(self.given))}, expect: {self.expect}}}"


def suggest(kb: KnowledgeBase, name: str) -> list[SuggestedExample]:
    """Return the boundary cases that the examples of a rule do not show, in the order of its comparisons."""
    if not kb.frameworks:
        return []
    possible = ExampleValues(kb)
    condition = resolve(kb.rules[name].when, kb.parameters, possible.date)
    told = []
    for example in kb.rules[name].examples:
        known = given_of(kb, condition, example)
        if known is not None:
            told.append((known, evaluate(condition, known)))
    cases: dict[tuple[tuple[Variable, Value], ...], SuggestedExample] = {}
    for comparison in dict.fromkeys(comparisons(condition)):
        for value, case in _cases(possible, condition, comparison):
            is_new = case.given not in cases
            if is_new and not any(_shows(comparison, value, case, known, truth) for known, truth in told):
                cases[case.given] = case
    return list(cases.values())


def _cases(
    possible: PossibleValues, condition: Condition, comparison: Comparison
) -> Iterator[tuple[Value | None, SuggestedExample]]:
    """Yield the value (None: not known) and the case on either side of a bound, and without the value."""
    variable = variable_of(comparison)
    for inside, outside in _sides(possible, comparison):
        within, without = (decided(condition, variable, value) for value in (inside, outside))
        for truths in ((Truth.TRUE, Truth.FALSE), (Truth.FALSE, Truth.TRUE)):
            wanted = list(zip((within, without), truths, strict=True))
            try:
                found = find(possible, wanted)
            except TooWideError:
                return
            if found is None:
                continue
            company = smallest(found, makes(wanted))
            for value, truth in zip((inside, outside), truths, strict=True):
                given = {**company, variable: value}
                yield value, _case(f"{comparison.name} {shown(value)} ({said(comparison)})", given, truth)
            yield None, _case(f"{comparison.name} not known", company, truth_under(condition, company))
            return


def _case(name: str, given: Values, truth: Truth) -> SuggestedExample:
    written = name.replace(",", " or").translate(str.maketrans("", "", "[]"))
    return SuggestedExample(written, tuple(by_name(given)), OUTCOMES[truth])


def _sides(possible: PossibleValues, comparison: Comparison) -> Iterator[tuple[Value, Value]]:
    """Yield pairs of values that make the comparison true and false, the nearest to its bound first."""
    values = possible.domain(variable_of(comparison))
    inside = [v for v in values if _truth_of(comparison, v) is Truth.TRUE]
    outside = [v for v in values if v not in inside]
    bound = comparison.operand
    if isinstance(bound, int) and not isinstance(bound, bool):
        inside.sort(key=lambda value: _distance(value, bound))
        outside.sort(key=lambda value: _distance(value, bound))
    yield from ((i, o) for i in inside[:2] for o in outside[:2])


def _distance(value: Value, bound: int) -> int:
    return abs(value - bound) if isinstance(value, int) else 0


def _shows(comparison: Comparison, value: Value | None, case: SuggestedExample, known: Known, truth: Truth) -> bool:
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
    return truth_under(comparison, {variable_of(comparison): value})
