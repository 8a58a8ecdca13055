"""Why a work is not in the plan, how far the village is from it, what forcing it in would displace, and the smallest
changes that put it in.

In: a result and a work that is no step of it. Out: `WhyNot`; every suggestion was planned and does it. Carries out
docs/explaining.md, "Why not".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.model.conditions import Comparison
from recommender.model.plan import Deferred
from recommender.pipeline.documents import Result
from recommender.verbs.explaining.obstacles import Hindrance, RuleStanding, hindrances, reasons_for, standings
from recommender.verbs.explaining.smallest_changes import MOST_EFFORT, Suggestion, Suggestions, smallest_changes
from recommender.verbs.explaining.trial_plans import TrialPlans
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.changes import Case, Changes, case_of
from recommender.verbs.what_if.comparing import PlanComparison
from recommender.verbs.what_if.option_changes import PinChange
from recommender.verbs.what_if.what_if import what_if_changed

HeldBack = Literal["no-need", "no-rung"]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A work that this one rests on and that cannot be planned, with the reason; those furthest down come last."""

    work: str
    reason: str
    detail: dict[str, object]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a work is no step of a plan.

    `reason` is `not-called`, `met`, or a deferral's reason. `rules` are those that call it, as they stand. `held_back`
    says why a rule that holds does not make it a candidate: its target is reached (`no-need`), or the work does not
    lift the indicator to its next rung (`no-rung`). `applies` are the obstacles to its own condition, `met_by` what
    makes it met, `blocked` the chain of prerequisites that cannot be planned. `forced` is the plan with the work
    pinned; None where a pin alone does not put it in. `case` is what the changes found are changes of.
    """

    intervention: str
    case: Case
    reason: str
    deferred: Deferred | None
    rules: tuple[RuleStanding, ...]
    held_back: HeldBack | None
    applies: tuple[Hindrance, ...]
    met_by: tuple[Comparison, ...]
    blocked: tuple[Blocked, ...]
    forced: PlanComparison | None
    found: Suggestions

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The smallest changes that put the work in, best of each kind, the smallest of all first."""
        return self.found.suggestions


def why_not(result: Result, intervention: str, most: int = MOST_EFFORT) -> WhyNot:
    """Return why the work is no step of the result's plan, and the smallest changes that make it one.

    `most` limits the effort of the search (`TrialPlans`).
    """
    plan, case = result.plan, case_of(result)
    deferred = next((entry for entry in plan.deferred if entry.intervention == intervention), None)
    reason = deferred.reason if deferred is not None else "met" if intervention in plan.met else "not-called"
    plans = TrialPlans(case, intervention, most, frozenset(step.intervention for step in plan.steps))
    view = WorkInVillage(plans.case, plans.base, intervention)
    found = smallest_changes(plans, view, _rivals(result, deferred))
    pinned: Changes = (PinChange(intervention),)
    rules, (known, _) = standings(view), view.known()
    condition = result.kb.interventions[intervention].applies_when
    return WhyNot(
        intervention=intervention,
        case=case,
        reason=reason,
        deferred=deferred,
        rules=rules,
        held_back=_held_back(plans, rules) if reason == "not-called" else None,
        applies=() if condition is None else hindrances(view, view.possible.expanded(condition), known),
        met_by=_met_by(view) if reason == "met" else (),
        blocked=tuple(_blocked(deferred, plans)),
        forced=what_if_changed(result, pinned) if any(s.changes == pinned for s in found.suggestions) else None,
        found=found,
    )


def _rivals(result: Result, deferred: Deferred | None) -> tuple[str, ...]:
    """Return the steps that stand in the work's place: what serves the same, what it excludes, else its own kind."""
    if deferred is None:
        return ()
    steps = {step.intervention for step in result.plan.steps}
    named = deferred.detail.get("by")
    return tuple(sorted(steps.intersection(named if isinstance(named, list) else ())))


def _held_back(plans: TrialPlans, rules: tuple[RuleStanding, ...]) -> HeldBack | None:
    holding = {standing.rule for standing in rules if standing.standing == "holds"}
    if not holding:
        return None
    needed = {rule for need in plans.base.judged.needs for rule in need.rules}
    return "no-rung" if holding & needed else "no-need"


def _met_by(view: WorkInVillage) -> tuple[Comparison, ...]:
    """Return the comparisons that make the work's purposes served already, each once."""
    purposes = view.kb.interventions[view.work].met_when.values()
    return tuple(dict.fromkeys(one for condition in purposes for one in reasons_for(view, condition)))


def _blocked(deferred: Deferred | None, plans: TrialPlans) -> Iterator[Blocked]:
    """Yield the prerequisites that cannot be planned, from the work downwards, as its deferral names them."""
    detail = dict(deferred.detail) if deferred is not None else {}
    seen: set[str] = set()
    while True:
        name = detail.get("prerequisite")
        if not isinstance(name, str) or name in seen:
            return
        seen.add(name)
        reason = str(detail.get("reason", ""))
        refused = plans.base.choice.refused.get(name)
        detail = dict(refused.detail) if refused is not None else {}
        yield Blocked(name, reason, detail)
