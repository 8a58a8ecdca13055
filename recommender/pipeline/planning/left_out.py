"""Why a candidate is not in the schedule: what binds, found by relaxing one limit after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from recommender.pipeline.planning.evaluation import dependents, money_by_year, objective, value_of
from recommender.pipeline.planning.prerequisites import with_prerequisites
from recommender.pipeline.planning.problem import Cap, PlanningProblem, Schedule
from recommender.pipeline.planning.room import insert

_BEYOND_MONEY = 1 << 60
# Limits that are lifted in turn: what lets the work in says what kept it out, a single limit before several together.
_LIMITS = ("over-budget", "running-cost", "capacity")
_LIFTED = (
    ("capacity",),
    ("running-cost",),
    ("over-budget",),
    *combinations(_LIMITS, 2),
    _LIMITS,
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The reason of the plan document, and the works (by number) or limits that it rests on.

    `binding` names the years (from 0) in which money, running costs or starts lack, and by how much; `earmark` the one
    whose share is used up, where that alone binds; `displaces` the works that would have to go to make room for it.
    """

    reason: str
    by: tuple[int, ...] = ()
    rests_on: tuple[int, ...] = ()
    binding: tuple[tuple[int, int], ...] = ()
    displaces: tuple[int, ...] = ()
    earmark: str | None = None


def why_left_out(problem: PlanningProblem, schedule: Schedule, work: int) -> LeftOut:
    """Return why the work was left out of the schedule."""
    order = with_prerequisites(problem, schedule, (work,))
    if order is None:
        rivals = {one if other == work else other for one, other in problem.exclusions if work in (one, other)}
        return LeftOut("excluded", tuple(sorted(rivals & schedule.keys())))
    rests_on = tuple(other for other in order if other != work)
    free = insert(_relaxed(problem, _LIMITS), schedule, order)
    if free is None:
        return LeftOut("beyond-horizon", rests_on=rests_on)
    if objective(problem, free) <= objective(problem, schedule):
        return LeftOut("alternative-chosen", _serving_the_same(problem, schedule, work), rests_on)
    if insert(problem, schedule, order) is not None:
        return LeftOut("low-value", rests_on=rests_on)
    displaces = _displaced(problem, schedule, order)
    for lifted in _LIFTED:
        wished = insert(_relaxed(problem, lifted), schedule, order)
        if wished is None:
            continue
        for reason in lifted:
            binding = _binding(problem, wished, reason)
            if binding:
                return LeftOut(reason, (), rests_on, binding, displaces)
            if reason == "over-budget":
                for cap in problem.limits.caps:
                    binding = _over(problem, wished, cap)
                    if binding:
                        return LeftOut(reason, (), rests_on, binding, displaces, cap.name)
    return LeftOut("over-budget", (), rests_on, (), displaces)


def _displaced(problem: PlanningProblem, schedule: Schedule, order: list[int]) -> tuple[int, ...]:
    """Return called works without which those in order would have room: the least valuable go first, and of these all
    come back that still fit. Empty where even that makes no room."""
    staying = _beneath(problem, order)
    kept, gone = dict(schedule), list[int]()
    wished = None
    for work in sorted(schedule, key=lambda w: (value_of(problem, schedule, w), w)):
        falling = dependents(problem, kept, work) if work in kept else set()
        if not falling or falling & staying or any(problem.works[other].pinned for other in falling):
            continue
        gone += sorted(falling)
        kept = {other: start for other, start in kept.items() if other not in falling}
        wished = insert(problem, kept, order)
        if wished is not None:
            break
    if wished is None:
        return ()
    for work in reversed(gone):
        back = with_prerequisites(problem, wished, (work,)) or []
        if set(back) <= set(gone):
            wished = insert(problem, wished, back) or wished
    return tuple(sorted(work for work in schedule.keys() - wished.keys() if problem.works[work].called))


def _beneath(problem: PlanningProblem, works: list[int]) -> set[int]:
    """Return the works and all that they may rest on."""
    found, waiting = set[int](), list(works)
    while waiting:
        work = waiting.pop()
        if work not in found:
            found.add(work)
            noun = problem.works[work]
            waiting += [*noun.requires, *(other for group in noun.groups for other in group)]
    return found


def _binding(problem: PlanningProblem, wished: Schedule, reason: str) -> tuple[tuple[int, int], ...]:
    """Return (year, what is lacking there) of the limit behind the reason: rupiah, or places for a start."""
    limits = problem.limits
    spent, running = money_by_year(problem, wished)
    if reason == "running-cost":
        caps = limits.running_cap or running
        return _above(zip(running, caps, strict=True))
    if reason == "capacity":
        counts = []
        for year in range(problem.years):
            started = [problem.works[work].own for work, start in wished.items() if start[0] == year]
            places = ((True, limits.works_per_year), (False, limits.proposals_per_year))
            counts.append(sum(max(0, started.count(own) - most) for own, most in places if most is not None))
        return _above((count, 0) for count in counts)
    needed = (sum(purse[year] for purse in spent) + running[year] for year in range(problem.years))
    there = (sum(usable[year] for usable in limits.usable) for year in range(problem.years))
    return _above(zip(needed, there, strict=True))


def _over(problem: PlanningProblem, wished: Schedule, cap: Cap) -> tuple[tuple[int, int], ...]:
    """Return (year, rupiah above it) of an earmark that the schedule would break."""
    spent, _ = money_by_year(problem, {work: start for work, start in wished.items() if work in cap.works})
    return _above(zip(map(sum, zip(*spent, strict=True)), cap.amounts, strict=True))


def _above(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return (year, amount beyond the most) of each year's (amount, most) where it is beyond."""
    return tuple((year, amount - most) for year, (amount, most) in enumerate(pairs) if amount > most)


def _relaxed(problem: PlanningProblem, lifted: Collection[str]) -> PlanningProblem:
    """Return the problem without the limits that the reasons name."""
    limits = problem.limits
    if "over-budget" in lifted:
        limits = replace(limits, usable=((_BEYOND_MONEY,) * problem.years,) * len(limits.usable), caps=())
    if "running-cost" in lifted:
        limits = replace(limits, running_cap=None)
    if "capacity" in lifted:
        limits = replace(limits, works_per_year=None, proposals_per_year=None)
    return replace(problem, limits=limits)


def _serving_the_same(problem: PlanningProblem, schedule: Schedule, work: int) -> tuple[int, ...]:
    needs = {effect.need for effect in problem.works[work].effects}
    return tuple(
        other for other in sorted(schedule) if needs & {effect.need for effect in problem.works[other].effects}
    )
