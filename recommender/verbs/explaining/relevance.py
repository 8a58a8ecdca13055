"""What decides whether a work can be a candidate: the names read by it, by its callers, and by what it hangs together
with. And a quick test that no set of changes can fail which puts the work into a plan.

A work is a candidate only if it applies and a true rule calls it or a work that may rest on it. Both are conditions
over scores and facts; so a set of changes under which they are not true need not be planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.knowledge.possible_values import Variable, World, work_conditions
from recommender.model.conditions import SCALE, All, Condition, Interval, KnownFact, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import data_date
from recommender.model.units import step_of
from recommender.model.village import FactValue, fact_value
from recommender.pipeline.prepared import Prepared
from recommender.pipeline.scoring import planned_data
from recommender.verbs.explaining.changes import (
    Case,
    Change,
    Changes,
    FactChange,
    PinChange,
    SwitchChange,
    ValueChange,
)

_NOBODY = ("over-budget", "no-source", "too-large")  # reasons of a candidate that nobody can build (costs.assign)
_SHARES = (150, 125, 110, 90, 75, 50, 25, 10, 5, 2, 1)  # of a count of units, in hundredths


@once_per_base
def _world(kb: KnowledgeBase, framework: str, data_year: int | None) -> World:
    return World(kb, framework, data_date(data_year))


class Relevance:
    """One work in one village: what bears on it, and what may be changed."""

    def __init__(self, case: Case, base: Prepared, work: str) -> None:
        self.case, self.kb, self.work = case, case.kb, work
        self.scored, self.observed = base.judged.scored, base.judged.observed
        refused = base.choice.refused.get(work)
        self.is_refused = refused is not None and refused.reason in _NOBODY
        self.has_values = planned_data(case.village, case.options.data_year) is not None
        framework = self.scored.framework or min(case.kb.frameworks)
        self.world = _world(case.kb, framework, self.scored.year)
        self.above = _reached(resting_on(case.kb), [work])
        self.below = _reached(_prerequisites(case.kb), self.above)
        self.callers = {
            name: [rule for rule, noun in case.kb.active_rules.items() if name in noun.calls] for name in self.above
        }
        self._conditions: dict[str, Condition] = {}
        self._reads: dict[str, frozenset[Variable]] = {}
        self._truths: dict[str, Truth] = {}

    # What may be changed

    @cached_property
    def names(self) -> tuple[Variable, ...]:
        """The scores and facts that bear on whether the work can be a candidate, sorted."""
        found: set[Variable] = set()
        for rules in self.callers.values():
            for rule in rules:
                found |= self._read(rule)
                found |= self._about(rule)
        mates = {self.kb.interventions[name].package for name in self.above} - {None}
        together = {name for name, noun in self.kb.interventions.items() if noun.package in mates}
        for name in {*self.below, *together}:
            found |= self._read_by_work(name)
        return self._with_sources(found)

    def rival_names(self, steps: Iterable[str]) -> tuple[Variable, ...]:
        """Return the scores and facts that bear on the given works of the plan, sorted."""
        found: set[Variable] = set()
        wanted = set(steps)
        for rule, noun in self.kb.active_rules.items():
            if wanted.intersection(noun.calls):
                found |= self._read(rule) | self._about(rule)
        return self._with_sources(found.union(*(self._read_by_work(name) for name in wanted)))

    def every_name(self) -> tuple[Variable, ...]:
        """Return every score that the village's index measures and every fact, sorted."""
        scores = {("score", name) for name in self.world.framework.by_indicator}
        return tuple(sorted(scores | {("fact", name) for name in self.kb.facts}))

    def changes_of(self, names: Iterable[Variable]) -> list[ValueChange | FactChange]:
        """Return every single change of the names: other levels of a ladder, other answers."""
        found: list[ValueChange | FactChange] = []
        for reads, name in names:
            found += self._values(name) if reads == "score" else self._answers(name)
        return found

    def _values(self, indicator: str) -> Iterator[ValueChange]:
        item = self.world.framework.by_indicator.get(indicator)
        if item is None or not self.has_values:
            return
        was = self.scored.values.get(indicator)
        for level in item.values:
            if level != was:
                yield ValueChange(indicator, level, was, 1 if was is None else rungs_between(item.values, was, level))

    def _answers(self, name: str) -> Iterator[FactChange]:
        known = self.observed.facts.get(name)
        taken = known if known is not None else self._assumptions.get(name)
        number = taken if isinstance(taken, int) and not isinstance(taken, bool) else None
        for value in dict.fromkeys(self._domain(name, number)):
            if value != known and not (name in self._quantities and value == 0):
                away = abs(value - number) if number is not None and isinstance(value, int) else 0
                yield FactChange(name, value, known, away)

    @cached_property
    def _quantities(self) -> frozenset[str]:
        """The facts that say how many units of a work there are: of none the work would be nothing, for nothing."""
        return frozenset(noun.quantity.fact for noun in self.kb.interventions.values() if noun.quantity.fact)

    def _domain(self, name: str, number: int | None) -> Iterator[FactValue]:
        """Yield the values that stand for all that the fact can have: of a number known or assumed those nearest to it
        on either side of a bound, and of a count of units, on which costs depend, shares of it."""
        fact = self.kb.facts[name]
        step = step_of(fact.type)
        if fact.type in ("yes-no", "word") or number is None:
            points = self.world.domain(("fact", name))
            yield from (point for point in points if not isinstance(point, Interval))
            if name in self._quantities and set(points) <= {0}:
                yield step
            return
        near = {point for bound in self.world.bounds.get(name, ()) for point in (bound - step, bound, bound + step)}
        if name in self._quantities:
            near |= {max(step, number * share // 100 // step * step) for share in _SHARES}
        most = SCALE if fact.type == "share" else None
        least = None if fact.type == "number" else 0
        usable = [p for p in near if p % step == 0 and (least is None or p >= least) and (most is None or p <= most)]
        yield from sorted(usable, key=lambda point: (abs(point - number), point))

    # Whether a set of changes can put the work in

    def may_enter(self, changes: Changes) -> bool:
        """Return whether the work applies and something calls it, and no answer contradicts a measured value; False is
        certain, True is only a hope."""
        if not self._is_admissible(changes) or self._is_too_dear(changes):
            return False
        known, touched = self.known(changes)
        pinned = {*self.case.options.pins, *(change.work for change in changes if isinstance(change, PinChange))}
        if not self._applies(self.work, known, touched):
            return False
        return any(
            (name in pinned or any(self._truth(rule, known, touched) is Truth.TRUE for rule in rules))
            and self._applies(name, known, touched)
            for name, rules in self.callers.items()
        )

    def _is_admissible(self, changes: Changes) -> bool:
        return all(self.agrees(change, changes) for change in changes if isinstance(change, FactChange))

    def _is_too_dear(self, changes: Changes) -> bool:
        """Return whether nobody can build the work and the changes, all of them values, answers or its pin, touch
        nothing that it reads itself: neither what it is nor what it costs can then be otherwise."""
        if not self.is_refused or not all(isinstance(c, ValueChange | FactChange | PinChange) for c in changes):
            return False
        touched = {("score", c.indicator) for c in changes if isinstance(c, ValueChange)}
        touched |= {("fact", c.fact) for c in changes if isinstance(c, FactChange)}
        return bool(changes) and self._own_names.isdisjoint(touched)

    @cached_property
    def _own_names(self) -> frozenset[Variable]:
        return frozenset(self._with_sources(self._read_by_work(self.work)))

    def agrees(self, change: FactChange, changes: Iterable[Change]) -> bool:
        """Return whether an answer agrees with what the values, changed or not, say of the fact."""
        source = self.kb.facts[change.fact].derived
        if source is None or change.fact in self.case.village.facts:
            return True
        if source.year == "before":
            known = self.observed.facts.get(change.fact)
        else:
            levels = dict(self.scored.values)
            levels |= {c.indicator: c.value for c in changes if isinstance(c, ValueChange) and c.value is not None}
            known = self.world.derived(change.fact, levels.get(source.indicator))
        return _agrees(known, change.value)

    def known(self, changes: Changes = ()) -> tuple[Known, frozenset[Variable] | None]:
        """Return what is known after the changes, and the names that differ from before (None: nobody knows which)."""
        scores, facts = dict(self.observed.scores), dict(self.observed.facts)
        touched: set[Variable] = set()
        for change in changes:
            if isinstance(change, ValueChange):
                touched.add(("score", change.indicator))
                _put(scores, change.indicator, None if change.value is None else self._score(change.value))
                for fact in self._derived_from.get(change.indicator, ()):
                    touched.add(("fact", fact))
                    _put(facts, fact, self.world.derived(fact, change.value))
        for change in changes:
            if isinstance(change, FactChange):
                touched.add(("fact", change.fact))
                _put(facts, change.fact, change.value)
        switched = any(isinstance(change, SwitchChange) for change in changes)
        measured_only = self.case.options.measured_only and not switched
        assumed = {} if measured_only else self._assumptions
        filled = {**{name: value for name, value in assumed.items() if name not in facts}, **facts}
        return Known(scores, filled, {}), None if switched else frozenset(touched)

    @cached_property
    def used(self) -> frozenset[Variable]:
        """The scores and facts that the work and its prerequisites ask of the village themselves."""
        beneath = _reached(_prerequisites(self.kb), [self.work])
        return frozenset(self._with_sources(set().union(*(self._read_by_work(name) for name in beneath))))

    def _score(self, value: int) -> int:
        return self.world.framework.score(value)

    @cached_property
    def _derived_from(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, fact in self.kb.facts.items():
            given = name in self.case.village.facts
            if fact.derived is not None and fact.derived.year == "data" and not given:
                found.setdefault(fact.derived.indicator, []).append(name)
        return found

    @cached_property
    def _assumptions(self) -> dict[str, FactValue]:
        return {n: fact_value(f.assumption.value) for n, f in self.kb.facts.items() if f.assumption is not None}

    def _applies(self, name: str, known: Known, touched: frozenset[Variable] | None) -> bool:
        if self.kb.interventions[name].applies_when is None:
            return True
        key = f"{name} applies"
        if key not in self._conditions:
            self._conditions[key] = self.world.expanded(self.kb.interventions[name].applies_when)
        return self._judged(key, known, touched) is Truth.TRUE

    def _truth(self, rule: str, known: Known, touched: frozenset[Variable] | None) -> Truth:
        self._conditions.setdefault(rule, self.world.rule(rule))
        return self._judged(rule, known, touched)

    def _judged(self, key: str, known: Known, touched: frozenset[Variable] | None) -> Truth:
        """Return the truth of a condition, judged anew only where something that it reads was touched."""
        if key not in self._reads:
            self._reads[key] = frozenset(_variables(self._conditions[key]))
        if touched is None or not touched.isdisjoint(self._reads[key]):
            return evaluate(self._conditions[key], known)
        if key not in self._truths:
            self._truths[key] = evaluate(self._conditions[key], self.known()[0])
        return self._truths[key]

    def _read(self, rule: str) -> set[Variable]:
        return set(_variables(self.world.rule(rule)))

    def _about(self, rule: str) -> set[Variable]:
        """Return the indicator that the rule is about, with what makes its value doubtful."""
        indicator = self.kb.indicators.get(self.kb.rules[rule].about)
        if indicator is None:
            return set()
        doubt = indicator.doubtful_when
        return {("score", self.kb.rules[rule].about), *(() if doubt is None else _variables(doubt))}

    def _read_by_work(self, name: str) -> set[Variable]:
        noun = self.kb.interventions[name]
        read = set(_variables(self.world.expanded(All(tuple(work_conditions(noun))))))
        return read if noun.quantity.fact is None else {*read, ("fact", noun.quantity.fact)}

    def _with_sources(self, names: set[Variable]) -> tuple[Variable, ...]:
        """Return the names with the indicators from whose levels facts among them are read, sorted."""
        for reads, name in tuple(names):
            source = self.kb.facts[name].derived if reads == "fact" else None
            if source is not None and source.year == "data":
                names.add(("score", source.indicator))
        return tuple(sorted(name for name in names if name[0] != "finding"))


def rungs_between(levels: tuple[int, ...], one: int, other: int) -> int:
    """Return how many rungs of the ladder lie from one value to the other, the last included.

    >>> rungs_between((0, 3, 5), 0, 5), rungs_between((0, 3, 5), 4, 3)
    (2, 1)
    """
    low, high = sorted((one, other))
    return 1 + sum(low < level < high for level in levels)


def resting_on(kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return for each work those that may rest on it."""
    found: dict[str, list[str]] = {}
    for name, below in _prerequisites(kb).items():
        for other in below:
            found.setdefault(other, []).append(name)
    return found


def _prerequisites(kb: KnowledgeBase) -> dict[str, list[str]]:
    return {
        name: sorted({*noun.requires, *(other for group in noun.requires_any for other in group)})
        for name, noun in kb.interventions.items()
        if noun.status == "active"
    }


def _reached(edges: dict[str, list[str]], names: Iterable[str]) -> tuple[str, ...]:
    """Return the names and all that the edges lead to from them, sorted."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += edges.get(name, ())
    return tuple(sorted(found))


def _agrees(known: KnownFact | None, value: object) -> bool:
    if isinstance(known, Interval):
        return isinstance(value, int) and known.low <= value <= known.high
    return known is None or known == value


def _variables(condition: Condition) -> Iterator[Variable]:
    return ((comparison.reads, comparison.name) for comparison in comparisons(condition))


def _put(table: dict[str, Any], name: str, value: object) -> None:
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value
