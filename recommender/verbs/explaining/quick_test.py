"""A quick test of whether changes can put a work into a plan: False is certain, True is only a hope.

A work is a candidate only if it applies and a true rule calls it or a work that may rest on it. Both are conditions
over scores and facts; so changes under which they are not true need not be planned.
"""

from __future__ import annotations

from dataclasses import dataclass

from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.knowledge.possible_values import Variable
from recommender.model.conditions import Condition
from recommender.verbs.explaining.possible_changes import PossibleChanges, variables
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.changes import Changes
from recommender.verbs.what_if.option_changes import PinChange
from recommender.verbs.what_if.village_changes import FactChange, KnownChange

_NOBODY = ("over-budget", "no-source", "too-large")  # reasons of a candidate that nobody can build (costs.assign)


@dataclass(frozen=True, slots=True)
class _JudgedCondition:
    """A condition, the names that it reads, and whether it is true with nothing changed."""

    condition: Condition
    reads: frozenset[Variable]
    holds: bool

    def holds_with(self, known: Known, touched: frozenset[Variable] | None) -> bool:
        """Return whether it is true; judged anew where something that it reads was touched (None: anything may be)."""
        if touched is not None and touched.isdisjoint(self.reads):
            return self.holds
        return evaluate(self.condition, known) is Truth.TRUE


class QuickTest:
    """The conditions on which the candidacy of a work in a village rests."""

    def __init__(self, view: WorkInVillage, changeable: PossibleChanges) -> None:
        self.view, self.changeable = view, changeable
        self.is_refused = view.refused is not None and view.refused.reason in _NOBODY
        unchanged, _ = view.known()

        def judged(condition: Condition) -> _JudgedCondition:
            return _JudgedCondition(
                condition, frozenset(variables(condition)), evaluate(condition, unchanged) is Truth.TRUE
            )

        applies = {name: view.kb.interventions[name].applies_when for name in view.above}
        self._applies = {n: judged(view.possible.expanded(when)) for n, when in applies.items() if when is not None}
        self._calls = {n: [judged(view.possible.rule(rule)) for rule in rules] for n, rules in view.callers.items()}

    def may_enter(self, changes: Changes) -> bool:
        """Return whether the work applies and something calls it, and no answer contradicts a measured value."""
        answers = [change for change in changes if isinstance(change, FactChange)]
        if not all(self.view.agrees(answer, changes) for answer in answers) or self._is_too_dear(changes):
            return False
        known, touched = self.view.known(changes)
        pinned = {*self.view.case.options.pins, *(change.work for change in changes if isinstance(change, PinChange))}

        def applies(name: str) -> bool:
            return name not in self._applies or self._applies[name].holds_with(known, touched)

        return applies(self.view.work) and any(
            (name in pinned or any(call.holds_with(known, touched) for call in calls)) and applies(name)
            for name, calls in self._calls.items()
        )

    def _is_too_dear(self, changes: Changes) -> bool:
        """Return whether nobody can build the work and the changes, all of them values, answers or its pin, touch
        nothing that it reads itself: neither what it is nor what it costs can then be otherwise."""
        if not self.is_refused or not all(isinstance(one, KnownChange | PinChange) for one in changes):
            return False
        touched = {change.variable for change in changes if isinstance(change, KnownChange)}
        return bool(changes) and self.changeable.own.isdisjoint(touched)
