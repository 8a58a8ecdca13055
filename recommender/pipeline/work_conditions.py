"""Conditions of interventions read for one village: with assumptions, and what they rest on or leave unknown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve, support
from recommender.model.conditions import Condition, Interval, KnownFact
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Judged
from recommender.model.settings import data_date


@dataclass(frozen=True, slots=True)
class ConditionTruth:
    """Truth of a condition and the names that made it so (for an undetermined one, the unknown names)."""

    truth: Truth
    names: tuple[str, ...]

    @property
    def is_true(self) -> bool:
        return self.truth is Truth.TRUE

    @property
    def is_false(self) -> bool:
        return self.truth is Truth.FALSE


class WorkConditions:
    """Judges conditions of works in one village; remembers which works rest on an assumption or wait for a fact."""

    def __init__(self, judged: Judged, kb: KnowledgeBase, measured_only: bool) -> None:
        observed, matched = judged.observed, judged.matched
        assumed = {} if measured_only else dict(observed.assumed)
        self.kb = kb
        self.assumed_facts = assumed
        findings = dict.fromkeys(kb.active_rules, Truth.FALSE)
        findings.update({entry.rule: Truth.UNDETERMINED for entry in matched.undetermined})
        findings.update({entry.rule: Truth.TRUE for entry in matched.findings})
        firm = {**findings, **{f.rule: Truth.UNDETERMINED for f in matched.findings if f.assumed}}
        self.measured = Known(scores=observed.scores, facts=observed.facts, findings=firm)
        self.full = Known(scores=observed.scores, facts={**observed.facts, **assumed}, findings=findings)
        self.date = data_date(judged.scored.year)
        self.unknown: dict[str, set[str]] = defaultdict(set)
        self._assumed_by: dict[str, set[str]] = defaultdict(set)
        self._answers: dict[tuple[str, str], ConditionTruth] = {}

    def truth(self, condition: Condition, work: str, purpose: str) -> ConditionTruth:
        """Return the answer; what it assumes or lacks is booked on the work."""
        key = (work, purpose)
        if key not in self._answers:
            self._answers[key] = self._fresh(condition, work)
        return self._answers[key]

    def holds(self, condition: Condition, work: str, purpose: str) -> bool:
        """Return whether the condition is true; undetermined counts as not."""
        return self.truth(condition, work, purpose).is_true

    def applies(self, work: str) -> bool:
        condition = self.kb.interventions[work].applies_when
        return condition is None or self.holds(condition, work, "applies")

    def fact(self, name: str, work: str) -> KnownFact | None:
        """Return a fact's value; one that is assumed or unknown is booked on the work."""
        value = self.full.facts.get(name)
        if value is None:
            self.unknown[name].add(work)
        elif name in self.assumed_facts:
            self._assumed_by[work].add(name)
        return value if value is None or isinstance(value, int | Interval) else None

    def assumed_by(self, work: str) -> frozenset[str]:
        return frozenset(self._assumed_by[work])

    def _fresh(self, condition: Condition, work: str) -> ConditionTruth:
        resolved = resolve(condition, self.kb.parameters, self.date)
        truth = evaluate(resolved, self.full)
        made = list(support(resolved, self.full, truth))
        names = tuple(sorted({comparison.name for comparison in made}))
        if truth is Truth.UNDETERMINED:
            for comparison in made:
                if comparison.reads == "fact":
                    self.unknown[comparison.name].add(work)
        elif evaluate(resolved, self.measured) is Truth.UNDETERMINED:
            # Neither way without the assumptions: the answer rests on those that it reads.
            self._assumed_by[work].update(c.name for c in made if c.reads == "fact" and c.name in self.assumed_facts)
        return ConditionTruth(truth, names)
