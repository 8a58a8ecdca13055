"""The reference engine: `recommender.knowledge.conditions`, rule by rule, stratum by stratum."""

from __future__ import annotations

from collections.abc import Mapping

from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.model.conditions import Condition, KnownFact


class ReferenceEngine:
    """Decides rules with the meaning itself; needs nothing but Python.

    Parameters
    ----------
    conditions
        Rule -> resolved condition.
    order
        Strata of the rules, as `recommender.knowledge.strata` gives them.
    """

    name = "reference"

    def __init__(self, conditions: Mapping[str, Condition], order: tuple[tuple[str, ...], ...]):
        self._rules = tuple((rule, conditions[rule]) for stratum in order for rule in stratum)

    def truths(
        self, scores: Mapping[str, int], facts: Mapping[str, KnownFact], settled: Mapping[str, Truth]
    ) -> dict[str, Truth]:
        """Return the truth of every rule; those in `settled` are taken as they stand there."""
        truths: dict[str, Truth] = dict(settled)
        known = Known(scores, facts, truths)
        for rule, condition in self._rules:
            if rule not in truths:
                truths[rule] = evaluate(condition, known)
        return truths
