"""What each name of a condition can be: under each framework's levels, at each set of thresholds.

In: a knowledge base. Out: `PossibleValues` for each framework and each date from which a threshold that a condition
reads has another value. There a condition is expanded (a finding read becomes the condition of the rule that makes it)
and every name has a finite domain that stands for all its values: the levels that exist, yes and no, the words, and of
a number one value in each part that the bounds of all conditions cut it into.
Carries out docs/knowledge.md, "What `check` reasons about".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from recommender.knowledge.conditions import resolve
from recommender.model.conditions import (
    SCALE,
    Comparison,
    Condition,
    Interval,
    KnownFact,
    Named,
    Not,
    comparisons,
)
from recommender.model.facts import Fact
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.settings import data_date
from recommender.model.units import step_of

Variable = tuple[str, str]  # (score | fact | finding, name)
Value = KnownFact


class PossibleValues:
    """One framework at one date: expanded conditions, and the values that stand for all that a name can be."""

    def __init__(self, kb: KnowledgeBase, name: str, date: datetime.date) -> None:
        self.kb, self.name, self.date = kb, name, date
        self.framework: Framework = kb.frameworks[name]
        self._rules: dict[str, Condition] = {}
        self._domains: dict[Variable, tuple[Value, ...]] = {}
        self._reads: dict[str, frozenset[Variable]] = {}

    def rule(self, name: str) -> Condition:
        """Return the rule's condition over scores and facts alone."""
        if name not in self._rules:
            self._rules[name] = self.expanded(self.kb.rules[name].when)
        return self._rules[name]

    def reads(self, name: str) -> frozenset[Variable]:
        """Return the names that the rule's condition reads, through findings too."""
        if name not in self._reads:
            self._reads[name] = frozenset((one.reads, one.name) for one in comparisons(self.rule(name)))
        return self._reads[name]

    def expanded(self, condition: Condition) -> Condition:
        """Return the condition resolved, each finding of an active rule replaced by that rule's own condition."""
        return self._expanded(resolve(condition, self.kb.parameters, self.date))

    def _expanded(self, condition: Condition) -> Condition:
        if isinstance(condition, Comparison):
            if condition.reads != "finding" or condition.name not in self.kb.active_rules:
                return condition
            made = self.rule(condition.name)
            return made if condition.operand is True else Not(made)
        if isinstance(condition, Not):
            return Not(self._expanded(condition.member))
        return type(condition)(tuple(self._expanded(member) for member in condition.members))

    def domain(self, variable: Variable) -> tuple[Value, ...]:
        """Return the values that stand for all that the name can have; none if this framework does not measure it."""
        if variable not in self._domains:
            self._domains[variable] = self._fresh_domain(*variable)
        return self._domains[variable]

    def _fresh_domain(self, reads: str, name: str) -> tuple[Value, ...]:
        if reads == "score":
            return tuple(sorted(self.framework.score(level) for level in self.levels(name)))
        if reads == "finding" or self.kb.facts[name].type == "yes-no":
            return (True, False)
        fact = self.kb.facts[name]
        if fact.type == "word":
            return tuple(fact.words)
        return tuple(number_parts(fact, self.bounds.get(name, ())))

    def intervals(self, variable: Variable) -> tuple[Interval, ...]:
        """Return the ranges that levels of an indicator give for a fact: known more closely than not at all."""
        reads, name = variable
        source = self.kb.facts[name].derived if reads == "fact" else None
        found = [] if source is None else [self.derived(name, level) for level in source.levels.get(self.name, {})]
        return tuple(value for value in found if isinstance(value, Interval))

    def levels(self, indicator: str) -> tuple[int, ...]:
        """Return the published levels of the indicator in this framework, ascending; empty if it has none.

        Where it is not sure what earns which level, values between those that are named occur too.
        """
        item = self.framework.by_indicator.get(indicator)
        if item is None or item.rubric is None:
            return () if item is None else item.values
        return tuple(range(item.values[0], item.values[-1] + 1))

    def is_sure(self, indicator: str) -> bool:
        """Return whether what earns which level of the indicator was read in the publisher's own text."""
        item = self.framework.by_indicator.get(indicator)
        return item is None or item.rubric is None

    def source(self, fact: str) -> str | None:
        """Return the indicator from whose level in the year of the data the fact is read, None if from none."""
        derived = self.kb.facts[fact].derived
        return None if derived is None or derived.year != "data" else derived.indicator

    def assumed(self, fact: str) -> Value | None:
        """Return what the base takes the fact to be where nobody knows it."""
        assumption = self.kb.facts[fact].assumption
        return None if assumption is None else scaled(assumption.value)

    def fact_at(self, fact: str, level: int) -> Value | None:
        """Return what the fact is where its indicator has a level, else what is assumed."""
        derived = self.derived(fact, level)
        return self.assumed(fact) if derived is None else derived

    def agrees(self, fact: str, value: Value, score: int | None) -> bool:
        """Return whether a fact can have a value where its indicator has a score (None: not known)."""
        return score is None or agree(self.derived(fact, self.level_of.get(score)), value)

    def derived(self, fact: str, level: int | None) -> Value | None:
        """Return what a level of the fact's indicator makes of the fact, None if nothing."""
        source = self.kb.facts[fact].derived
        found = None if source is None or level is None else source.levels.get(self.name, {}).get(level)
        if isinstance(found, list | tuple):
            return Interval(round(found[0] * SCALE), round(found[1] * SCALE))
        return None if found is None else scaled(found)

    @cached_property
    def level_of(self) -> Mapping[int, int]:
        """Score -> published level."""
        framework = self.framework
        return {framework.score(level): level for level in range(framework.lowest, framework.highest + 1)}

    @cached_property
    def bounds(self) -> Mapping[str, tuple[int, ...]]:
        """Fact -> the numbers that conditions compare it with, in thousandths, ascending."""
        return fact_bounds(self.kb, self.date)


def possible_values(kb: KnowledgeBase) -> tuple[PossibleValues, ...]:
    """Return what names can be under each framework, in order of name, at each date that tells thresholds apart."""
    named = sorted(
        {c.operand.name for w in every_condition(kb) for c in comparisons(w) if isinstance(c.operand, Named)}
    )
    named += sorted({dimension.cut_off for dimension in kb.dimensions.values()} - set(named))
    changes = [date.year for name in named for date in kb.parameters[name].values]
    found = []
    for name, framework in sorted(kb.frameworks.items()):
        last = framework.last_year or max([framework.first_year, *changes])
        dates: dict[tuple[int, ...], datetime.date] = {}
        for year in range(framework.first_year, last + 1):
            date = data_date(year)
            dates[tuple(kb.parameters[parameter].bound(date) for parameter in named)] = date
        found += [PossibleValues(kb, name, date) for date in sorted(dates.values())]
    return tuple(found)


def fact_bounds(kb: KnowledgeBase, date: datetime.date) -> dict[str, tuple[int, ...]]:
    """Return for each fact the numbers that conditions compare it with at the date, in thousandths, ascending."""
    bounds: dict[str, set[int]] = {}
    for condition in every_condition(kb):
        for comparison in comparisons(resolve(condition, kb.parameters, date)):
            if comparison.reads == "fact":
                operands = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
                numbers = {o for o in operands if isinstance(o, int) and not isinstance(o, bool)}
                bounds.setdefault(comparison.name, set()).update(numbers)
    return {name: tuple(sorted(numbers)) for name, numbers in bounds.items()}


def every_condition(kb: KnowledgeBase) -> Iterator[Condition]:
    """Yield the conditions of all rules and works that are not retired, of readiness and of indicators."""
    for rule in kb.rules.values():
        if rule.status != "retired":
            yield rule.when
    for work in kb.interventions.values():
        if work.status == "active":
            yield from work_conditions(work)
    for criterion in kb.readiness.values():
        yield criterion.when
    for indicator in kb.indicators.values():
        if indicator.doubtful_when is not None:
            yield indicator.doubtful_when


def work_conditions(work: Intervention) -> Iterator[Condition]:
    if work.applies_when is not None:
        yield work.applies_when
    yield from work.met_when.values()


def can_be(fact: Fact, value: Value) -> bool:
    """Return whether the fact can have the value (numbers in thousandths)."""
    if isinstance(value, bool) or fact.type == "yes-no":
        return isinstance(value, bool) and fact.type == "yes-no"
    if isinstance(value, str) or fact.type == "word":
        return value in fact.words
    assert isinstance(value, int)
    is_in_range = (fact.type == "number" or value >= 0) and (fact.type != "share" or value <= SCALE)
    return is_in_range and value % step_of(fact.type) == 0


def can_have(fact: Fact, value: object) -> bool:
    """Return whether a value as a file writes it is one of the fact's type and within its bounds.

    >>> from recommender.model.knowledge import Text
    >>> share = Fact(name=Text(id="a", en="a"), question=Text(id="a", en="a"), type="share")
    >>> can_have(share, 0.4), can_have(share, 40), can_have(share, "most")
    (True, False, False)
    """
    return fact.admits(value) and can_be(fact, scaled(value))


def number_parts(fact: Fact, bounds: Iterable[int]) -> Iterator[int]:
    """Yield, ascending, the bounds and one value in each part between, below and above them that the fact can have.

    >>> from recommender.model.knowledge import Text
    >>> share = Fact(name=Text(id="a", en="a"), question=Text(id="a", en="a"), type="share")
    >>> list(number_parts(share, (0, 500)))
    [0, 250, 500, 1000]
    """
    step, ordered = step_of(fact.type), sorted(bounds)
    if not ordered:
        yield 0
        return
    points = {bound for bound in ordered if bound % step == 0}
    for low, high in pairwise(ordered):
        between = (low + high) // 2 // step * step
        if low < between < high:
            points.add(between)
        elif between + step < high:
            points.add(between + step)
    points.add((ordered[0] - 1) // step * step if fact.type == "number" else 0)
    points.add(SCALE if fact.type == "share" else (ordered[-1] // step + 1) * step)
    yield from sorted(point for point in points if can_be(fact, point))


def agree(known: Value | None, value: object) -> bool:
    """Return whether a value agrees with what is known: nothing, bounds, or a value."""
    if isinstance(known, Interval):
        return isinstance(value, int) and known.low <= value <= known.high
    return known is None or known == value


def scaled(value: object) -> Value:
    """Return a yes/no or word as it is, a number in thousandths."""
    if isinstance(value, bool | str):
        return value
    assert isinstance(value, int | float)
    return round(value * SCALE)
