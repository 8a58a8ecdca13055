"""Plans of changed cases, as cheaply as the question allows: is the work in the plan? Each case is planned once.

Where there are many candidates, cases are tried by the fast method; what it promises is planned as the user's plan is
before it is suggested. So every suggestion does it; of many candidates a smaller change may be missed where the fast
plan lacks what the best has.
"""

from __future__ import annotations

from dataclasses import replace

from recommender.language.errors import UsageError
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.planning.planner import make_plan
from recommender.pipeline.prepared import Prepared
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, Changes, applied

_FEW = 12  # candidates up to which the best plan is found as quickly as a fast one
Steps = frozenset[str] | None  # works of a plan; None if the one asked about is not even a candidate


class TrialPlans:
    """The plans in which one work is looked for; `most` is the effort that one question may take.

    A case judged takes an effort of 1, a plan searched some more, by the square of its candidates: a measure that is
    the same on every machine. The reference engine judges: engines give the same, and for one village it is quicker.
    """

    def __init__(self, case: Case, work: str, most: int, steps: frozenset[str]) -> None:
        """`steps` are the works of the plan as it stands."""
        self.case = replace(case, options=replace(case.options, engine="reference"))
        self.work, self.most = work, most
        self.request = make_request(self.case.options, case.kb)
        self.base: Prepared = prepare(case.village, case.kb, self.request)
        self.effort = 0
        self._promised: dict[Changes, Steps] = {(): steps}
        self._steps: dict[Changes, Steps] = {(): steps}

    def promises(self, changes: Changes) -> bool:
        """Return whether the work is a step of the fast plan with the changes made."""
        if changes not in self._promised:
            self._promised[changes] = self._fresh(changes, is_trial=True)
        return self.work in (self._promised[changes] or ())

    def puts_in(self, changes: Changes) -> bool:
        """Return whether the work is a step of the plan with the changes made, tried first by the fast method."""
        return self.promises(changes) and self.work in (self.steps(changes) or ())

    def steps(self, changes: Changes) -> Steps:
        """Return the works of the plan with the changes made, as the user's own is planned."""
        if changes not in self._steps:
            self._steps[changes] = self._fresh(changes, is_trial=False)
        return self._steps[changes]

    def _fresh(self, changes: Changes, is_trial: bool) -> Steps:
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
        if is_trial and not _is_quick(prepared):
            planned = make_plan(prepared.built, "fast", prepared.asked.settings.low_value_share, prepared.seed)
            return frozenset(map(prepared.name_of, planned.schedule))
        steps = frozenset(map(prepared.name_of, schedule(prepared).schedule))
        self._steps[changes] = self._promised[changes] = steps
        return steps


def _is_quick(prepared: Prepared) -> bool:
    """Return whether the plan is found quickly as the user's is; for a target there is no other way."""
    return prepared.goal is not None or len(prepared.built.parts) <= _FEW
