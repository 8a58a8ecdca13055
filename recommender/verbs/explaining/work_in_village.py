"""One work in one village: what calls it, what it rests on, and what is known there, changes made or not.

In: a case, prepared for planning, and a work. What may be changed there stands in `possible_changes`, whether changes
can put the work in at all in `quick_test`, what is in its way in `obstacles`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import Known
from recommender.knowledge.possible_values import PossibleValues, Variable, agree
from recommender.model.conditions import KnownFact
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import data_date
from recommender.model.village import fact_value
from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.prepared import Prepared
from recommender.verbs.what_if.changes import Case, CaseChange, Changes
from recommender.verbs.what_if.option_changes import SwitchChange
from recommender.verbs.what_if.village_changes import FactChange, ValueChange


class WorkInVillage:
    """A work with its prerequisites (`beneath`), what may rest on it (`above`), and the rules that call those."""

    def __init__(self, case: Case, base: Prepared, work: str) -> None:
        self.case, self.kb, self.work = case, case.kb, work
        self.scored, self.observed = base.judged.scored, base.judged.observed
        self.refused = base.choice.refused.get(work)
        self.possible = _possible_values(case.kb, self.scored.framework or min(case.kb.frameworks), self.scored.year)
        below = _prerequisites(self.kb)
        above = {name: [other for other in below if name in below[other]] for name in below}
        self.beneath = sorted(all_beneath([work], lambda name: below.get(name, ())))
        self.above = sorted(all_beneath([work], lambda name: above.get(name, ())))
        self.related = all_beneath(self.above, lambda name: below.get(name, ()))  # all that these may rest on
        self.callers = {
            name: [rule for rule, noun in self.kb.active_rules.items() if name in noun.calls] for name in self.above
        }

    def known(self, changes: Changes = ()) -> tuple[Known, frozenset[Variable] | None]:
        """Return what is known after the changes, and the names that differ from before (None: nobody knows which)."""
        scores, facts = dict(self.observed.scores), dict(self.observed.facts)
        touched: set[Variable] = set()
        for change in changes:
            if isinstance(change, ValueChange):
                touched.add(("score", change.indicator))
                score = None if change.value is None else self.possible.framework.score(change.value)
                _put(scores, change.indicator, score)
                for fact in self._read_off.get(change.indicator, ()):
                    touched.add(("fact", fact))
                    _put(facts, fact, self.possible.derived(fact, change.value))
        for change in changes:
            if isinstance(change, FactChange):
                touched.add(("fact", change.fact))
                _put(facts, change.fact, change.value)
        if any(isinstance(change, SwitchChange) for change in changes):
            return Known(scores, self.assumptions | facts), None
        taken = facts if self.case.options.measured_only else self.assumptions | facts
        return Known(scores, taken), frozenset(touched)

    def agrees(self, change: FactChange, changes: Iterable[CaseChange]) -> bool:
        """Return whether an answer agrees with what the values, changed or not, say of the fact."""
        source = self.kb.facts[change.fact].derived
        if source is None or change.fact in self.case.village.facts:
            return True
        if source.year == "before":
            return agree(self.observed.facts.get(change.fact), change.value)
        levels = dict(self.scored.values)
        levels |= {c.indicator: c.value for c in changes if isinstance(c, ValueChange) and c.value is not None}
        return agree(self.possible.derived(change.fact, levels.get(source.indicator)), change.value)

    @cached_property
    def assumptions(self) -> dict[str, KnownFact]:
        """What the base takes facts to be that nobody knows."""
        return {n: fact_value(f.assumption.value) for n, f in self.kb.facts.items() if f.assumption is not None}

    @cached_property
    def _read_off(self) -> dict[str, list[str]]:
        """Indicator -> the facts that are read off its level, but for those that somebody gave."""
        found: dict[str, list[str]] = {}
        for fact in self.kb.facts.keys() - self.case.village.facts.keys():
            source = self.possible.source(fact)
            if source is not None:
                found.setdefault(source, []).append(fact)
        return found


@once_per_base
def _possible_values(kb: KnowledgeBase, framework: str, data_year: int | None) -> PossibleValues:
    return PossibleValues(kb, framework, data_date(data_year))


def _prerequisites(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return for each active work those that it may rest on."""
    return {
        name: (*noun.requires, *(other for group in noun.requires_any for other in group))
        for name, noun in kb.interventions.items()
        if noun.status == "active"
    }


def _put(table: dict[str, Any], name: str, value: object) -> None:
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value
