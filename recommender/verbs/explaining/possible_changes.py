"""What may be changed about a work in a village: the names that bear on it, and every single change of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from recommender.knowledge.possible_values import Variable, can_be, work_conditions
from recommender.model.conditions import All, Condition, Interval, comparisons
from recommender.model.units import step_of
from recommender.model.village import FactValue
from recommender.pipeline.scoring import planned_data
from recommender.request.request import Request
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.changes import CaseChange
from recommender.verbs.what_if.knowledge_changes import ParameterChange
from recommender.verbs.what_if.option_changes import AllowChange, BanChange, DoneChange, SwitchChange, YearsChange
from recommender.verbs.what_if.village_changes import FactChange, KnownChange, ValueChange, rungs_between

_MORE_YEARS = 4
_LONGEST = 10  # years that a plan can have
_MORE_PLACES = 3  # a year
_LIMITS = ("physical-works-per-year", "lines-per-year", "building-proposals-per-addressee")  # parameters
_SHARES = (150, 125, 110, 90, 75, 50, 25, 10, 5, 2, 1)  # of a count of units, in hundredths


class PossibleChanges:
    """Names that bear on a work, and what they can be changed to."""

    def __init__(self, view: WorkInVillage) -> None:
        self.view, self.kb, self.possible = view, view.kb, view.possible
        self.has_values = planned_data(view.case.village, view.case.options.data_year) is not None

    # Names

    @cached_property
    def bearing(self) -> tuple[Variable, ...]:
        """The scores and facts that bear on whether the work can be a candidate, sorted."""
        rules = {rule for calling in self.view.callers.values() for rule in calling}
        packages = {self.kb.interventions[name].package for name in self.view.above} - {None}
        mates = {name for name, noun in self.kb.interventions.items() if noun.package in packages}
        return self._sorted({*self._of_rules(rules), *self._of_works({*self.view.related, *mates})})

    def of_rivals(self, steps: Iterable[str]) -> tuple[Variable, ...]:
        """Return the scores and facts that bear on the given works of the plan, sorted."""
        wanted = set(steps)
        rules = [rule for rule, noun in self.kb.active_rules.items() if wanted.intersection(noun.calls)]
        return self._sorted({*self._of_rules(rules), *self._of_works(wanted)})

    @cached_property
    def own(self) -> frozenset[Variable]:
        """The scores and facts that the work asks of the village itself: what it is, and what it costs."""
        return frozenset(self._sorted(set(self._of_works([self.view.work]))))

    @cached_property
    def used(self) -> frozenset[Variable]:
        """The scores and facts that the work and its prerequisites ask of the village themselves."""
        return frozenset(self._sorted(set(self._of_works(self.view.beneath))))

    def every_name(self) -> tuple[Variable, ...]:
        """Return every score that the village's index measures and every fact, sorted."""
        scores = {("score", name) for name in self.possible.framework.by_indicator}
        return tuple(sorted(scores | {("fact", name) for name in self.kb.facts}))

    def _of_rules(self, rules: Iterable[str]) -> Iterator[Variable]:
        """Yield what the rules read, the indicators that they are about, and what makes those doubtful."""
        for rule in rules:
            yield from variables(self.possible.rule(rule))
            about = self.kb.rules[rule].about
            if about in self.kb.indicators:
                yield "score", about
                doubt = self.kb.indicators[about].doubtful_when
                yield from () if doubt is None else variables(doubt)

    def _of_works(self, works: Iterable[str]) -> Iterator[Variable]:
        """Yield what the works ask of a village, and the facts that their costs depend on."""
        for name in works:
            noun = self.kb.interventions[name]
            yield from variables(self.possible.expanded(All(tuple(work_conditions(noun)))))
            if noun.quantity.fact is not None:
                yield "fact", noun.quantity.fact

    def _sorted(self, names: set[Variable]) -> tuple[Variable, ...]:
        """Return the names with the indicators from whose levels facts among them are read, sorted."""
        sources = {self.possible.source(name) for reads, name in names if reads == "fact"} - {None}
        with_sources = names | {("score", source) for source in sources if source is not None}
        return tuple(sorted(name for name in with_sources if name[0] != "finding"))

    # Changes

    def of(self, names: Iterable[Variable]) -> list[KnownChange]:
        """Return every single change of the names: other levels of a ladder, other answers."""
        found: list[KnownChange] = []
        for reads, name in names:
            found += self._values(name) if reads == "score" else self._answers(name)
        return found

    def _values(self, indicator: str) -> Iterator[ValueChange]:
        item = self.possible.framework.by_indicator.get(indicator)
        if item is None or not self.has_values:
            return
        was = self.view.scored.values.get(indicator)
        for level in item.values:
            if level != was:
                yield ValueChange(indicator, level, was, 1 if was is None else rungs_between(item.values, was, level))

    def _answers(self, name: str) -> Iterator[FactChange]:
        known = self.view.observed.facts.get(name)
        taken = known if known is not None else self.view.assumptions.get(name)
        number = taken if isinstance(taken, int) and not isinstance(taken, bool) else None
        for value in dict.fromkeys(self._worth_trying(name, number)):
            if value != known and not (name in self.quantities and value == 0):
                away = abs(value - number) if number is not None and isinstance(value, int) else 0
                yield FactChange(name, value, known, away)

    def _worth_trying(self, name: str, number: int | None) -> Iterator[FactValue]:
        """Yield the values that stand for all that the fact can have: of a number known or assumed those nearest to it
        on either side of a bound, and of a count of units, on which costs depend, shares of it."""
        fact = self.kb.facts[name]
        step = step_of(fact.type)
        if fact.type in ("yes-no", "word") or number is None:
            points = self.possible.domain(("fact", name))
            yield from (point for point in points if not isinstance(point, Interval))
            if name in self.quantities and set(points) <= {0}:
                yield step
            return
        near = {point for bound in self.possible.bounds.get(name, ()) for point in (bound - step, bound, bound + step)}
        if name in self.quantities:
            near |= {max(step, number * share // 100 // step * step) for share in _SHARES}
        usable = [point for point in near if can_be(fact, point)]
        yield from sorted(usable, key=lambda point: (abs(point - number), point))

    def of_options(self, request: Request, rivals: Iterable[str]) -> Iterator[CaseChange]:
        """Yield single changes of how is planned, but for money and the pin; `rivals` are steps to be left out."""
        view, options = self.view, self.view.case.options
        carried = options.carried.get(view.case.village.key)
        forbidden = {*options.bans, *(carried.rejected if carried else ())}
        yield from map(AllowChange, sorted(forbidden.intersection(view.related)))
        if options.own_means:
            yield SwitchChange("own_means", False)
        if options.measured_only:
            yield SwitchChange("measured_only", False)
        yield from map(BanChange, rivals)
        there = {view.work, *(carried.there if carried else ())}
        yield from map(DoneChange, sorted(set(view.beneath) - there))
        for years in range(request.years + 1, min(request.years + _MORE_YEARS, _LONGEST) + 1):
            yield YearsChange(years, request.years)
        for name in _LIMITS:
            now = getattr(request.settings, name.replace("-", "_"))
            yield from (ParameterChange(name, now + more, now) for more in range(1, _MORE_PLACES + 1))

    @cached_property
    def quantities(self) -> frozenset[str]:
        """The facts that say how many units of a work there are: of none the work would be nothing, for nothing."""
        return frozenset(noun.quantity.fact for noun in self.kb.interventions.values() if noun.quantity.fact)


def variables(condition: Condition) -> Iterator[Variable]:
    """Yield the names that a condition reads."""
    return ((comparison.reads, comparison.name) for comparison in comparisons(condition))
