"""Why a work is not in the plan, how far the village is from it, what forcing it in would displace, and the smallest
changes that put it in.

In: a result and a work that is no step of it. Out: `WhyNot`; every suggestion was planned and does it. Carries out
docs/explaining.md, "Why not".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recommender.model.conditions import Comparison as Compared
from recommender.model.plan import Deferred
from recommender.pipeline.documents import Result
from recommender.verbs.explaining.changes import Changes, PinChange
from recommender.verbs.explaining.comparing import Comparison
from recommender.verbs.explaining.obstacles import Hindrance, RuleStanding, hindrances, reasons_for, standings
from recommender.verbs.explaining.probing import Probe
from recommender.verbs.explaining.relevance import Relevance
from recommender.verbs.explaining.searching import MOST_EFFORT, Found, Suggestion, smallest_changes
from recommender.verbs.explaining.what_if import case_of, what_if_changed

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
    pinned; None where a pin alone does not put it in.
    """

    intervention: str
    reason: str
    deferred: Deferred | None
    rules: tuple[RuleStanding, ...]
    held_back: HeldBack | None
    applies: tuple[Hindrance, ...]
    met_by: tuple[Compared, ...]
    blocked: tuple[Blocked, ...]
    forced: Comparison | None
    found: Found

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The smallest changes that put the work in, best of each kind, the smallest of all first."""
        return self.found.suggestions


def why_not(result: Result, intervention: str, most: int = MOST_EFFORT) -> WhyNot:
    """Return why the work is no step of the result's plan, and the smallest changes that make it one.

    `most` limits the effort of the search (`probing.Probe`).
    """
    plan, case = result.plan, case_of(result)
    deferred = next((entry for entry in plan.deferred if entry.intervention == intervention), None)
    reason = deferred.reason if deferred is not None else "met" if intervention in plan.met else "not-called"
    probe = Probe(case, intervention, most)
    relevance = Relevance(probe.case, probe.base, intervention)
    found = smallest_changes(probe, relevance, _rivals(result, deferred))
    pinned: Changes = (PinChange(intervention),)
    forced = what_if_changed(result, pinned) if any(s.changes == pinned for s in found.suggestions) else None
    rules = standings(relevance)
    known, _ = relevance.known()
    condition = result.kb.interventions[intervention].applies_when
    return WhyNot(
        intervention=intervention,
        reason=reason,
        deferred=deferred,
        rules=rules,
        held_back=_held_back(probe, rules, intervention) if reason == "not-called" else None,
        applies=() if condition is None else hindrances(relevance, relevance.world.expanded(condition), known),
        met_by=_met_by(result, relevance, intervention) if reason == "met" else (),
        blocked=tuple(_blocked(deferred, probe)),
        forced=forced,
        found=found,
    )


def _rivals(result: Result, deferred: Deferred | None) -> tuple[str, ...]:
    """Return the steps that stand in the work's place: what serves the same, what it excludes, else its own kind."""
    if deferred is None:
        return ()
    steps = {step.intervention for step in result.plan.steps}
    named = deferred.detail.get("by")
    return tuple(sorted(steps.intersection(named if isinstance(named, list) else ())))


def _held_back(probe: Probe, rules: tuple[RuleStanding, ...], work: str) -> HeldBack | None:
    holding = [probe.case.kb.rules[standing.rule] for standing in rules if standing.standing == "holds"]
    if not holding:
        return None
    needs = {rule for need in probe.base.judged.needs for rule in need.rules}
    names = {standing.rule for standing in rules if standing.standing == "holds"}
    return "no-rung" if names & needs else "no-need"


def _met_by(result: Result, relevance: Relevance, work: str) -> tuple[Compared, ...]:
    """Return the comparisons that make the work's purposes served already."""
    found: list[Compared] = []
    for condition in result.kb.interventions[work].met_when.values():
        found += reasons_for(relevance, condition)
    return tuple(dict.fromkeys(found))


def _blocked(deferred: Deferred | None, probe: Probe) -> list[Blocked]:
    """Return the prerequisites that cannot be planned, from the work downwards, as its deferral names them."""
    found: list[Blocked] = []
    refused = probe.base.choice.refused
    detail = dict(deferred.detail) if deferred is not None else {}
    seen: set[str] = set()
    while True:
        name = detail.get("prerequisite")
        if not isinstance(name, str) or name in seen:
            return found
        seen.add(name)
        reason = str(detail.get("reason", ""))
        known = refused.get(name)
        detail = dict(known.detail) if known is not None else {}
        found.append(Blocked(name, reason, detail))


__all__ = ["Blocked", "WhyNot", "why_not"]
