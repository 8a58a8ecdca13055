"""Why a candidate is not in the schedule: what binds, found by relaxing one limit after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recommender.planning.closing import closed_set
from recommender.planning.evaluation import dependents, money_by_year, objective, value_of
from recommender.planning.problem import Problem, Schedule
from recommender.planning.room import insert

_BEYOND_MONEY = 1 << 60


@dataclass(frozen=True, slots=True)
class Left:
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


def why_left(problem: Problem, schedule: Schedule, work: int) -> Left:
    """Return why the work was left out of the schedule."""
    order = closed_set(problem, schedule, (work,))
    if order is None:
        rivals = {one if other == work else other for one, other in problem.exclusions if work in (one, other)}
        return Left("excluded", tuple(sorted(rivals & schedule.keys())))
    rests_on = tuple(other for other in order if other != work)
    free = insert(_relaxed(problem, money=True, capacity=True, running=True), schedule, order)
    if free is None:
        return Left("beyond-horizon", rests_on=rests_on)
    if objective(problem, free) <= objective(problem, schedule):
        return Left("alternative-chosen", _serving_the_same(problem, schedule, work), rests_on)
    if insert(problem, schedule, order) is not None:
        return Left("low-value", rests_on=rests_on)
    displaces = _displaced(problem, schedule, order)
    for reason, limits in (
        ("capacity", {"capacity": True}),
        ("running-cost", {"running": True}),
        ("over-budget", {"money": True}),
    ):
        relaxed = insert(_relaxed(problem, **limits), schedule, order)
        if relaxed is not None:
            binding = _binding(problem, relaxed, reason, order)
            if reason == "over-budget" and not binding:
                return _left_by_earmark(problem, relaxed, order, rests_on, displaces)
            return Left(reason, (), rests_on, binding, displaces)
    return Left("over-budget", (), rests_on, _binding(problem, free, "over-budget", order), displaces)


def _left_by_earmark(
    problem: Problem, wished: Schedule, order: list[int], rests_on: tuple[int, ...], displaces: tuple[int, ...]
) -> Left:
    """Return that the money of some year is there, but not under the earmark of its focus."""
    for cap in problem.limits.caps:
        spent, _ = money_by_year(problem, {work: start for work, start in wished.items() if work in cap.works})
        over = [sum(purse[year] for purse in spent) - most for year, most in enumerate(cap.amounts)]
        binding = tuple((year, amount) for year, amount in enumerate(over) if amount > 0)
        if binding and cap.works & set(order):
            return Left("over-budget", (), rests_on, binding, displaces, cap.name)
    return Left("over-budget", (), rests_on, (), displaces)


def _displaced(problem: Problem, schedule: Schedule, order: list[int]) -> tuple[int, ...]:
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
        back = closed_set(problem, wished, (work,)) or []
        if set(back) <= set(gone):
            wished = insert(problem, wished, back) or wished
    return tuple(sorted(work for work in schedule.keys() - wished.keys() if problem.works[work].called))


def _beneath(problem: Problem, works: list[int]) -> set[int]:
    """Return the works and all that they may rest on."""
    found, waiting = set[int](), list(works)
    while waiting:
        work = waiting.pop()
        if work not in found:
            found.add(work)
            noun = problem.works[work]
            waiting += [*noun.requires, *(other for group in noun.groups for other in group)]
    return found


def _binding(problem: Problem, wished: Schedule, reason: str, order: list[int]) -> tuple[tuple[int, int], ...]:
    """Return (year, what is lacking there) for the limit that keeps the work out: rupiah, or places for a start."""
    limits = problem.limits
    spent, running = money_by_year(problem, wished)
    if reason == "running-cost" and limits.running_cap is not None:
        over = [amount - most for amount, most in zip(running, limits.running_cap, strict=True)]
    elif reason == "capacity":
        over = [sum(wished[work][0] == year for work in order) for year in range(problem.years)]
    else:
        over = [
            sum(purse[year] for purse in spent) + running[year] - sum(usable[year] for usable in limits.usable)
            for year in range(problem.years)
        ]
    return tuple((year, amount) for year, amount in enumerate(over) if amount > 0)


def _relaxed(problem: Problem, money: bool = False, capacity: bool = False, running: bool = False) -> Problem:
    limits = problem.limits
    if money:
        limits = replace(limits, usable=((_BEYOND_MONEY,) * problem.years,) * len(limits.usable), caps=())
    if running:
        limits = replace(limits, running_cap=None)
    if capacity:
        limits = replace(limits, works_per_year=None, proposals_per_year=None)
    return replace(problem, limits=limits)


def _serving_the_same(problem: Problem, schedule: Schedule, work: int) -> tuple[int, ...]:
    needs = {effect.need for effect in problem.works[work].effects}
    return tuple(
        other for other in sorted(schedule) if needs & {effect.need for effect in problem.works[other].effects}
    )
