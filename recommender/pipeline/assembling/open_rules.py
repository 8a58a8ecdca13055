"""Open rules that can still come true in a village: what is worth listing and asking.

A rule over aspects that the village's index does not measure stays open for ever; it is neither listed nor asked
about, as no answer makes it true. Whatever the index measures, and every fact, counts as what may yet be told.
"""

from __future__ import annotations

from dataclasses import replace

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.model.conditions import All, Comparison, Condition, Not
from recommender.model.findings import Matched
from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Judged
from recommender.model.settings import data_date


def within_reach(judged: Judged, kb: KnowledgeBase) -> Matched:
    """Return the findings, and of the open rules those that some answer can make true; all where there is no index."""
    matched, framework = judged.matched, kb.framework(judged.scored.framework)
    if framework is None:
        return matched
    reach = _Reach(judged, framework, kb)
    return replace(matched, undetermined=tuple(e for e in matched.undetermined if reach.rule(e.rule, True)))


@once_per_base
def _conditions(kb: KnowledgeBase, data_year: int | None) -> dict[str, Condition]:
    date = data_date(data_year)
    return {name: resolve(rule.when, kb.parameters, date) for name, rule in kb.active_rules.items()}


class _Reach:
    """What is known of one village, and what may yet be told."""

    def __init__(self, judged: Judged, framework: Framework, kb: KnowledgeBase) -> None:
        observed, matched = judged.observed, judged.matched
        findings = {entry.rule: Truth.TRUE for entry in matched.findings}
        findings |= {entry.rule: Truth.UNDETERMINED for entry in matched.undetermined}
        self.known = Known(observed.scores, observed.facts, {**dict.fromkeys(kb.active_rules, Truth.FALSE), **findings})
        self.measurable = framework.by_indicator.keys()
        self.conditions = _conditions(kb, judged.scored.year)
        self.rules: dict[tuple[str, bool], bool] = {}

    def rule(self, name: str, wanted: bool) -> bool:
        """Return whether an open rule can become true (`wanted`) or false."""
        if (name, wanted) not in self.rules:
            self.rules[name, wanted] = self.condition(self.conditions[name], wanted)
        return self.rules[name, wanted]

    def condition(self, condition: Condition, wanted: bool) -> bool:
        if isinstance(condition, Not):
            return self.condition(condition.member, not wanted)
        if isinstance(condition, Comparison):
            return self.comparison(condition, wanted)
        needs_all = isinstance(condition, All) == wanted
        members = (self.condition(member, wanted) for member in condition.members)
        return all(members) if needs_all else any(members)

    def comparison(self, comparison: Comparison, wanted: bool) -> bool:
        truth = evaluate(comparison, self.known)
        if truth is not Truth.UNDETERMINED:
            return (truth is Truth.TRUE) == wanted
        if comparison.reads == "finding":
            return self.rule(comparison.name, wanted == (comparison.operand is True))
        return comparison.reads == "fact" or comparison.name in self.measurable
