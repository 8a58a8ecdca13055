"""Two plans of one village side by side: what came, went, moved and stayed, and why, read from both and their needs.

Carries out docs/explaining.md, "What moved, and why".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.model.plan import Plan, Step
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import prepare
from recommender.pipeline.prepared import Prepared
from recommender.verbs.explaining.bounds import bound_of
from recommender.verbs.explaining.changes import Changes

BecauseKey = Literal[
    "finding-appeared",
    "finding-gone",
    "need-heavier",
    "need-lighter",
    "no-longer-met",
    "met-now",
    "was-deferred",
    "deferred-now",
    "room-freed",
    "more-room",
    "displaced-by",
    "prerequisite-of",
    "served-gone",
    "pinned",
    "banned",
    "done-now",
    "pulled",
    "bound-before",
    "bound-now",
    "other-executor",
    "other-cost",
]
# Left out by lack of room: what went has made it, or what came has taken it.
_ROOM = frozenset(
    ("over-budget", "beyond-horizon", "capacity", "running-cost", "low-value", "alternative-chosen", "excluded")
)


@dataclass(frozen=True, slots=True)
class Because:
    """One reason; `names` are rules, needs, works or executors, `detail` a deferral's reason or a bound."""

    key: BecauseKey
    names: tuple[str, ...] = ()
    detail: str = ""
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A step that differs between the plans; `before` or `after` None: it came or went."""

    intervention: str
    before: Step | None
    after: Step | None
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan and what the changes make of it."""

    before: Result
    after: Result
    changes: Changes
    came: tuple[Moved, ...]
    went: tuple[Moved, ...]
    moved: tuple[Moved, ...]
    stayed: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the steps are the same, each in its place."""
        return not (self.came or self.went or self.moved)


def compare(before: Result, after: Result, changes: Changes) -> Comparison:
    """Return what the second plan makes of the first; both are of the same village."""
    return _Comparing(before, after, changes).comparison()


class _Comparing:
    def __init__(self, before: Result, after: Result, changes: Changes) -> None:
        self.results, self.changes = (before, after), changes
        self.plans = before.plan, after.plan
        self.steps = tuple({step.intervention: step for step in plan.steps} for plan in self.plans)
        self.deferred = tuple({entry.intervention: entry for entry in plan.deferred} for plan in self.plans)
        self.prepared: tuple[Prepared, ...] = tuple(
            prepare(result.village, result.kb, result.request) for result in self.results
        )
        self.weights = tuple({need.subject: need.weight for need in one.judged.needs} for one in self.prepared)

    def comparison(self) -> Comparison:
        before, after = self.steps
        came = tuple(
            Moved(name, None, after[name], tuple(self._came(after[name]))) for name in after if name not in before
        )
        went = tuple(
            Moved(name, before[name], None, tuple(self._went(before[name]))) for name in before if name not in after
        )
        both = [name for name in after if name in before]
        moved = tuple(
            Moved(name, before[name], after[name], tuple(self._moved(before[name], after[name])))
            for name in both
            if _place(before[name]) != _place(after[name])
        )
        stayed = tuple(name for name in both if _place(before[name]) == _place(after[name]))
        return Comparison(*self.results, self.changes, came, went, moved, stayed)

    def _came(self, step: Step) -> Iterator[Because]:
        name = step.intervention
        if name in self.results[1].request.options.pins and name not in self.results[0].request.options.pins:
            yield Because("pinned")
        appeared = _rules(self.plans[1]).intersection(step.called_by) - _rules(self.plans[0])
        if appeared:
            yield Because("finding-appeared", tuple(sorted(appeared)))
        if name in self.plans[0].met:
            yield Because("no-longer-met")
        entry = self.deferred[0].get(name)
        if entry is not None:
            yield Because("was-deferred", detail=entry.reason)
            if entry.reason in _ROOM:
                yield from self._room(step)
        above = tuple(other.intervention for other in self.plans[1].steps if name in other.requires)
        fresh = tuple(other for other in above if other not in self.steps[0])
        if fresh or (above and not step.called_by):
            yield Because("prerequisite-of", fresh or above)
        yield from self._heavier(name, 1)

    def _went(self, step: Step) -> Iterator[Because]:
        name = step.intervention
        options = [result.request.options for result in self.results]
        if name in options[1].bans and name not in options[0].bans:
            yield Because("banned")
        carried = options[1].carried.get(self.results[1].village.key)
        if carried is not None and name in carried.there:
            yield Because("done-now")
            return
        gone = _rules(self.plans[0]).intersection(step.called_by) - _rules(self.plans[1])
        if gone:
            yield Because("finding-gone", tuple(sorted(gone)))
        if name in self.plans[1].met:
            yield Because("met-now")
        entry = self.deferred[1].get(name)
        if entry is not None and entry.reason != "banned":
            yield Because("deferred-now", detail=entry.reason)
            fresh = self._alike(step, 1)
            if entry.reason in _ROOM and fresh:
                yield Because("displaced-by", fresh)
        served = tuple(other.intervention for other in self.plans[0].steps if name in other.requires)
        lost = tuple(other for other in served if other not in self.steps[1])
        if lost:
            yield Because("served-gone", lost)
        yield from self._heavier(name, 0)

    def _room(self, step: Step) -> Iterator[Because]:
        """Yield what made room for a step that had none: steps of its kind that went, or more of what binds."""
        gone = self._alike(step, 0)
        if gone:
            yield Because("room-freed", gone)
        one, other = (result.request for result in self.results)
        if other.years > one.years:
            yield Because("more-room", detail="years")
        if sum(map(sum, other.amounts.values())) > sum(map(sum, one.amounts.values())) and step.executor == "village":
            yield Because("more-room", detail="money")
        places = ("works_per_year",) if step.executor == "village" else ("proposals_per_year",)
        if any(getattr(other.settings, name) > getattr(one.settings, name) for name in places):
            yield Because("more-room", detail="places")

    def _alike(self, step: Step, side: int) -> tuple[str, ...]:
        """Return the steps that only one plan has and that take the same room: the village's, or others'."""
        own = step.executor == "village"
        only = (other for name, other in self.steps[side].items() if name not in self.steps[1 - side])
        return tuple(other.intervention for other in only if (other.executor == "village") == own)

    def _heavier(self, name: str, side: int) -> Iterator[Because]:
        """Yield the needs for which the work is called that weigh otherwise in the other plan."""
        candidate = self.prepared[side].choice.candidates.get(name)
        subjects = sorted(candidate.called_by) if candidate is not None else []
        for subject in subjects:
            weights = tuple(table.get(subject, 0) for table in self.weights)
            if all(weights) and weights[0] != weights[1]:
                yield Because("need-heavier" if weights[1] > weights[0] else "need-lighter", (subject,), "", weights)

    def _moved(self, before: Step, after: Step) -> Iterator[Because]:
        name = after.intervention
        if before.executor != after.executor:
            yield Because("other-executor", (before.executor, after.executor))
        if before.cost.total != after.cost.total:
            yield Because("other-cost", amounts=(before.cost.total, after.cost.total))
        if (before.year, before.start_month) == (after.year, after.start_month):
            return
        fresh = tuple(other for other in after.requires if other not in before.requires)
        if fresh:
            yield Because("pulled", fresh)
        bounds = [
            bound_of(result.plan, steps[name], result.kb, result.request.options.start_year)
            for result, steps in zip(self.results, self.steps, strict=True)
        ]
        keys: tuple[BecauseKey, BecauseKey] = ("bound-before", "bound-now")
        if (bounds[0].bound, bounds[0].names) == (bounds[1].bound, bounds[1].names):
            bounds, keys = bounds[1:], ("bound-now", "bound-now")
        for key, bound in zip(keys, bounds, strict=False):
            if len(bounds) > 1 or bound.bound != "first":  # a month earlier or later in the first year needs no bound
                yield Because(key, bound.names, bound.bound)
        yield from self._heavier(name, 1)


def _rules(plan: Plan) -> set[str]:
    return {finding.rule for finding in plan.findings}


def _place(step: Step) -> tuple[object, ...]:
    return step.year, step.start_month, step.months, step.executor, step.cost.total
