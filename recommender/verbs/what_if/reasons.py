"""Why a step stands in one of two plans alone, or elsewhere in the other: read from both plans and their needs.

Each reason is found by one function below; `ALONE` and `ELSEWHERE` list them in the order in which they are told.
Carries out docs/explaining.md, "What moved, and why".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from recommender.model.plan import Deferred, Plan, Step
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import prepare
from recommender.pipeline.planning.village_limits import capacities_taken, village_capacities
from recommender.pipeline.prepared import Prepared
from recommender.verbs.what_if.bounds import bound_of

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
    (
        "over-budget",
        "instalment",
        "joint-money",
        "beyond-horizon",
        "capacity",
        "running-cost",
        "service-cost",
        "low-value",
        "alternative-chosen",
        "excluded",
    )
)


@dataclass(frozen=True, slots=True)
class Because:
    """One reason; `names` are rules, needs, works or executors, `detail` a deferral's reason or a bound."""

    key: BecauseKey
    names: tuple[str, ...] = ()
    detail: str | None = None
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Side:
    """One of the two plans, by name of its works."""

    result: Result

    @property
    def plan(self) -> Plan:
        return self.result.plan

    @property
    def is_whole(self) -> bool:
        """Whether what the plan was made from is known; of a plan alone fewer reasons can be told."""
        return True

    @cached_property
    def steps(self) -> dict[str, Step]:
        return {step.intervention: step for step in self.plan.steps}

    @cached_property
    def deferred(self) -> dict[str, Deferred]:
        return {entry.intervention: entry for entry in self.plan.deferred}

    @cached_property
    def rules(self) -> frozenset[str]:
        """The rules that make a finding."""
        return frozenset(finding.rule for finding in self.plan.findings)

    @cached_property
    def prepared(self) -> Prepared:
        return prepare(self.result.village, self.result.kb, self.result.request)

    @cached_property
    def weights(self) -> dict[str, int]:
        """Need -> weight."""
        return {need.subject: need.weight for need in self.prepared.judged.needs}

    def resting_on(self, name: str) -> tuple[str, ...]:
        """Return the steps that had to wait for a work."""
        return tuple(step.intervention for step in self.plan.steps if name in step.requires)


@dataclass(frozen=True)
class SideAlone(Side):
    """A plan of which nothing else is known: of a document."""

    result: Result = field(init=False)
    alone: Plan

    @property
    def plan(self) -> Plan:
        return self.alone

    @property
    def is_whole(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Pair:
    """A work and both plans: the one in which its step stands (of a step that moved, the second), and the other."""

    name: str
    this: Side
    other: Side
    came: bool  # the plan in which the step stands is the second one

    @property
    def step(self) -> Step:
        return self.this.steps[self.name]

    @property
    def is_whole(self) -> bool:
        """Whether what both plans were made from is known."""
        return self.this.is_whole and self.other.is_whole

    def alike(self, side: Side, missing_in: Side) -> tuple[str, ...]:
        """Return steps of one side alone that take the same room: the village's, or others'."""
        own = self.step.executor == "village"
        only = (step for name, step in side.steps.items() if name not in missing_in.steps)
        return tuple(step.intervention for step in only if (step.executor == "village") == own)


Finder = Callable[[Pair], Iterator[Because]]


def why_alone(pair: Pair) -> Iterator[Because]:
    """Yield why the step stands in one plan and not in the other; of a work already there, nothing more is to say."""
    for find in ALONE if pair.is_whole else BY_PLANS_ALONE:
        for because in find(pair):
            yield because
            if because.key == "done-now":
                return


def why_elsewhere(pair: Pair) -> Iterator[Because]:
    """Yield why a step of both plans is built, paid or placed otherwise in the second."""
    for find in ELSEWHERE if pair.is_whole else ELSEWHERE_BY_PLANS:
        yield from find(pair)


# A step of one plan alone


def _wished(pair: Pair) -> Iterator[Because]:
    """What the user asked of the second plan and not of the first."""
    here, there = (side.result.request.options for side in (pair.this, pair.other))
    if pair.came:
        if pair.name in here.pins and pair.name not in there.pins:
            yield Because("pinned")
        return
    if pair.name in there.bans and pair.name not in here.bans:
        yield Because("banned")
    carried = there.carried.get(pair.other.result.village.key)
    if carried is not None and pair.name in carried.there:
        yield Because("done-now")


def _findings(pair: Pair) -> Iterator[Because]:
    called = pair.this.rules.intersection(pair.step.called_by) - pair.other.rules
    if called:
        yield Because("finding-appeared" if pair.came else "finding-gone", tuple(sorted(called)))


def _purpose(pair: Pair) -> Iterator[Because]:
    if pair.name in pair.other.plan.met:
        yield Because("no-longer-met" if pair.came else "met-now")


def _deferral(pair: Pair) -> Iterator[Because]:
    """Why the other plan leaves it out, and what made or took its room."""
    entry = pair.other.deferred.get(pair.name)
    if entry is None:
        return
    if pair.came:
        yield Because("was-deferred", detail=entry.reason)
        if entry.reason in _ROOM and pair.is_whole:
            yield from _room(pair)
    elif entry.reason != "banned":
        yield Because("deferred-now", detail=entry.reason)
        fresh = pair.alike(pair.other, pair.this)
        if entry.reason in _ROOM and fresh:
            yield Because("displaced-by", fresh)


def _room(pair: Pair) -> Iterator[Because]:
    """What made room for a step that had none: steps of its kind that went, or more of what binds."""
    gone = pair.alike(pair.other, pair.this)
    if gone:
        yield Because("room-freed", gone)
    now, then = pair.other.result.request, pair.this.result.request
    is_own = pair.step.executor == "village"
    if then.years > now.years:
        yield Because("more-room", detail="years")
    if is_own and sum(map(sum, then.amounts.values())) > sum(map(sum, now.amounts.values())):
        yield Because("more-room", detail="money")
    kb, taken = (
        pair.this.result.kb,
        capacities_taken(pair.this.result.kb.interventions[pair.name], pair.step.executor, pair.this.result.kb),
    )
    more, fewer = (village_capacities(kb, 1, one.settings) for one in (then, now))
    if any(more[name].amounts > fewer[name].amounts for name in taken if name in fewer):
        yield Because("more-room", detail="places")


def _resting(pair: Pair) -> Iterator[Because]:
    """The works that need it, where they stand in the same plan alone, or nothing else calls it."""
    resting = pair.this.resting_on(pair.name)
    alone = tuple(name for name in resting if name not in pair.other.steps)
    if not pair.came and alone:
        yield Because("served-gone", alone)
    elif pair.came and (alone or (resting and not pair.step.called_by)):
        yield Because("prerequisite-of", alone or resting)


def _weight(pair: Pair) -> Iterator[Because]:
    """The needs for which the work is called that weigh otherwise in the other plan."""
    candidate = pair.this.prepared.choice.candidates.get(pair.name)
    before, after = (pair.other, pair.this) if pair.came else (pair.this, pair.other)
    for subject in sorted(candidate.called_by) if candidate is not None else ():
        weights = before.weights.get(subject, 0), after.weights.get(subject, 0)
        if all(weights) and weights[0] != weights[1]:
            yield Because("need-heavier" if weights[1] > weights[0] else "need-lighter", (subject,), amounts=weights)


# A step of both plans


def _builder(pair: Pair) -> Iterator[Because]:
    before, after = pair.other.steps[pair.name], pair.step
    if before.executor != after.executor:
        yield Because("other-executor", (before.executor, after.executor))


def _cost(pair: Pair) -> Iterator[Because]:
    before, after = pair.other.steps[pair.name].cost.total, pair.step.cost.total
    if before != after:
        yield Because("other-cost", amounts=(before, after))


def _place(pair: Pair) -> Iterator[Because]:
    """What it waits for that it did not wait for, what keeps it from an earlier year, and its needs' weights."""
    before, after = pair.other.steps[pair.name], pair.step
    if (before.year, before.start_month) == (after.year, after.start_month):
        return
    yield from _pull(pair)
    yield from _bounds(pair)
    yield from _weight(pair)


def _pull(pair: Pair) -> Iterator[Because]:
    fresh = tuple(other for other in pair.step.requires if other not in pair.other.steps[pair.name].requires)
    if fresh:
        yield Because("pulled", fresh)


def _bounds(pair: Pair) -> Iterator[Because]:
    was, now = (
        bound_of(side.plan, side.steps[pair.name], side.result.kb, side.result.request.options.start_year)
        for side in (pair.other, pair.this)
    )
    if (was.bound, was.names) != (now.bound, now.names):
        yield Because("bound-before", was.names, was.bound)
        yield Because("bound-now", now.names, now.bound)
    elif now.bound != "first":  # a month earlier or later in the first year needs no bound
        yield Because("bound-now", now.names, now.bound)


ALONE: tuple[Finder, ...] = (_wished, _findings, _purpose, _deferral, _resting, _weight)
ELSEWHERE: tuple[Finder, ...] = (_builder, _cost, _place)
# Of plans of which nothing else is known.
BY_PLANS_ALONE: tuple[Finder, ...] = (_findings, _purpose, _deferral, _resting)
ELSEWHERE_BY_PLANS: tuple[Finder, ...] = (_builder, _cost, _pull)
