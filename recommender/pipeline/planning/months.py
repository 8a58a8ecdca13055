"""The order in which a plan tells its works, and their months inside the years that the search chose.

A work moves only within its year and only as far as what rests on it, and the first instalment, allow: no year, cost or
closure changes. What comes first in the order has the first choice of months; at most so many works run at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recommender.pipeline.planning.evaluation import closures, dependents, lost, objective
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, begin_month, end_month, in_time
from recommender.pipeline.planning.works import MONTHS

_SERVES_NOTHING = 1 << 30


class Role(NamedTuple):
    """What a scheduled work does in its schedule.

    `value` is what the objective loses without it and what rests on it, over all tiers; `serves` the least `order` of
    the needs that these close, None if there is none; `needless`: in the end others close as much without them.
    """

    value: int
    serves: int | None
    needless: bool
    minor: bool


def roles(problem: PlanningProblem, schedule: Schedule) -> dict[int, Role]:
    """Return the role of each work; a work is minor behind others of its year unless one that is not rests on it.

    What rests on no proposal is held against others that rest on none: nobody knows what will be granted.
    """
    whole, last = objective(problem, schedule), problem.years - 1
    own = schedule.keys() - problem.conditional
    closed = {works: closures(problem, schedule, works, last) for works in (frozenset(schedule), frozenset(own))}
    weighed = [place for place, need in enumerate(problem.needs) if need.weight]
    found = {}
    for work, (year, _) in schedule.items():
        gone = dependents(problem, schedule, work)
        beside = frozenset(own if gone <= own else schedule)
        rest, alone = (closures(problem, schedule, works, last) for works in (beside - gone, gone))
        found[work] = Role(
            sum(lost(problem, schedule, gone, whole)),
            min((problem.needs[place].order for place in weighed if alone[place]), default=None),
            all(closed[beside][place] == rest[place] for place in weighed),
            all(problem.works[other].minor for other in gone if schedule[other][0] == year),
        )
    return found


def in_order(problem: PlanningProblem, schedule: Schedule, known: Mapping[int, Role] | None = None) -> list[int]:
    """Return the works as a plan tells them: by year, and within a year by what they close, prerequisites first.

    First what closes a need that stands first (`Need.order`), by itself or through what rests on it; among equals the
    more valuable, then the cheaper, then by name. Minor works stand behind the others of their year, unless one of
    these rests on them. `known` are the `roles`, where they are known.
    """
    role_of = roles(problem, schedule) if known is None else known
    keys = {}
    for work, (year, _) in schedule.items():
        role = role_of[work]
        served = _SERVES_NOTHING if role.serves is None else role.serves
        price, name = problem.prices[work], problem.works[work].name
        keys[work] = ((year, role.minor, served, -role.value, price, name), _rests_on(problem, schedule, work))
    told: list[int] = []
    left = set(schedule)
    while left:
        ready = [work for work in left if left.isdisjoint(keys[work][1])]
        told.append(min(ready, key=lambda work: keys[work][0]))
        left.remove(told[-1])
    return told


def place(problem: PlanningProblem, schedule: Schedule, order: Sequence[int]) -> Schedule:
    """Return the schedule with months set, the works in the order given (`in_order`)."""
    latest = _latest(problem, schedule)
    money = _early_money(problem, schedule, latest)
    placed: Schedule = {}
    busy = [0] * (MONTHS * problem.years)
    for work in order:
        placed[work] = (schedule[work][0], _month(problem, schedule, placed, work, latest[work], busy, money))
        noun = problem.works[work]
        if noun.own:
            begin = begin_month(placed[work])
            for month in range(begin, min(begin + noun.months, len(busy))):
                busy[month] += 1
    return placed


def _early_money(problem: PlanningProblem, schedule: Schedule, latest: dict[int, int]) -> list[int]:
    """Return the room that is left by works which cannot wait for the second instalment."""
    room = list(problem.resources.room)
    for work, (year, _) in schedule.items():
        if latest[work] < problem.limits.second_month:
            for place, amount in problem.resources.charges[work].early:
                room[place + year] -= amount
    return room


def _month(
    problem: PlanningProblem,
    schedule: Schedule,
    placed: Schedule,
    work: int,
    latest: int,
    busy: list[int],
    money: list[int],
) -> int:
    """Return the month, and take of the first instalment's money what a start before the second one needs."""
    noun, year, second = problem.works[work], schedule[work][0], problem.limits.second_month
    ready = max((end_month(problem, o, placed[o]) for o in _rests_on(problem, schedule, work)), default=0)
    first = max(problem.first_start(work, year), ready - MONTHS * year)
    early = problem.resources.charges[work].early if latest >= second else ()
    if early and first < second and any(money[place + year] < amount for place, amount in early):
        first = second
    month = first if not noun.own or noun.months > MONTHS else _least_busy(problem, work, year, first, latest, busy)
    for place, amount in early if month < second else ():
        money[place + year] -= amount
    return month


def _least_busy(problem: PlanningProblem, work: int, year: int, first: int, latest: int, busy: list[int]) -> int:
    most, months = problem.limits.works_at_once, problem.works[work].months
    # Where the calendar does not allow it: the month with the least crowding, the earliest of equals.
    crowd = {m: max(busy[MONTHS * year + m : MONTHS * year + m + months], default=0) for m in range(first, latest + 1)}
    if most is None:
        return first
    return next((m for m in crowd if crowd[m] < most), min(crowd, key=lambda m: (crowd[m], m)))


def _rests_on(problem: PlanningProblem, schedule: Schedule, work: int) -> set[int]:
    """Return the scheduled prerequisites that the work waits for: all-of, and of a group the first that is done."""
    noun = problem.works[work]
    waits = {other for other in noun.requires if other in schedule}
    for group in noun.groups:
        done = in_time(problem, schedule, group, work)
        if done:
            waits.add(chosen_member(problem, schedule, done))
    return waits


def chosen_member(problem: PlanningProblem, schedule: Schedule, done: list[int]) -> int:
    """Return the member of an any-of group that a work rests on: an own one, then the earliest done, then by number."""
    return min(done, key=lambda o: (not problem.works[o].own, end_month(problem, o, schedule[o]), o))


def _latest(problem: PlanningProblem, schedule: Schedule) -> dict[int, int]:
    """Return the last month in which each work may start without moving what rests on it out of its year."""
    waiting: dict[int, list[int]] = {work: [] for work in schedule}
    for work in schedule:
        for other in _rests_on(problem, schedule, work):
            waiting[other].append(work)
    latest: dict[int, int] = {}

    def bound(work: int) -> int:
        if work not in latest:
            noun = problem.works[work]
            last = problem.last_start(work)
            for other in waiting[work]:
                if schedule[other][0] == schedule[work][0]:
                    last = min(last, bound(other) - noun.months)
            latest[work] = last
        return latest[work]

    for work in schedule:
        bound(work)
    return latest
