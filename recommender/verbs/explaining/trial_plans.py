"""Plans of changed cases, as cheaply as the question allows: is the work in the plan? Each case is planned once."""

from __future__ import annotations

from dataclasses import replace

from recommender.language.errors import UsageError
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.prepared import Prepared
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, Changes, applied


class TrialPlans:
    """The plans in which one work is looked for; `most` is the effort that one question may take.

    A case judged takes an effort of 1, a plan searched some more, by the square of its candidates: a measure that is
    the same on every machine. The reference engine judges: engines give the same, and for one village it is quicker.
    """

    def __init__(self, case: Case, work: str, most: int) -> None:
        self.case = replace(case, options=replace(case.options, engine="reference"))
        self.work, self.most = work, most
        self.request = make_request(self.case.options, case.kb)
        self.base: Prepared = prepare(case.village, case.kb, self.request)
        self.effort = 0
        self._steps: dict[Changes, frozenset[str] | None] = {(): self._searched(self.base)}

    def puts_in(self, changes: Changes) -> bool:
        """Return whether the work is a step of the plan with the changes made."""
        return self.work in (self.steps(changes) or ())

    def steps(self, changes: Changes) -> frozenset[str] | None:
        """Return the works of the plan with the changes made; None if the work is not even a candidate of it."""
        if changes not in self._steps:
            self._steps[changes] = self._fresh(changes)
        return self._steps[changes]

    def _fresh(self, changes: Changes) -> frozenset[str] | None:
        try:
            case = applied(changes, self.case)
            same = case.options is self.case.options and case.kb is self.case.kb
            request = self.request if same else make_request(case.options, case.kb)
        except UsageError:  # such as a pin of what is banned: no plan at all
            return None
        self.effort += 1
        prepared = prepare(case.village, case.kb, request)
        if self.work not in prepared.built.numbers:
            return None
        self.effort += 2 + len(prepared.built.parts) ** 2 // 50
        return self._searched(prepared)

    def _searched(self, prepared: Prepared) -> frozenset[str]:
        planned = schedule(prepared)
        return frozenset(map(prepared.name_of, planned.schedule))
