"""Months inside the years that the search chose: the more valuable work first, at most so many at once.

A work moves only within its year and only as far as what rests on it allows, so no year, cost or closure changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from recommender.pipeline.planning.problem import PlanningProblem, Schedule, begin_month, end_month, in_time
from recommender.pipeline.planning.works import MONTHS


def place(problem: PlanningProblem, schedule: Schedule, values: Mapping[int, int]) -> Schedule:
    """Return the schedule with months set: prerequisites first, then by falling value, then by number."""
    latest = _latest(problem, schedule)
    placed: Schedule = {}
    left = set(schedule)
    busy = [0] * (MONTHS * problem.years)
    while left:
        ready = [work for work in left if _rests_on(problem, schedule, work) <= placed.keys()]
        work = min(ready, key=lambda w: (schedule[w][0], -values[w], w))
        left.remove(work)
        placed[work] = (schedule[work][0], _month(problem, schedule, placed, work, latest[work], busy))
        noun = problem.works[work]
        if noun.own:
            begin = begin_month(placed[work])
            for month in range(begin, min(begin + noun.months, len(busy))):
                busy[month] += 1
    return placed


def _month(
    problem: PlanningProblem, schedule: Schedule, placed: Schedule, work: int, latest: int, busy: list[int]
) -> int:
    noun, year = problem.works[work], schedule[work][0]
    ready = max((end_month(problem, o, placed[o]) for o in _rests_on(problem, schedule, work)), default=0)
    first = max(problem.first_start(work, year), ready - MONTHS * year)
    if not noun.own or noun.months > MONTHS:
        return first
    most = len(schedule) if problem.limits.works_at_once is None else problem.limits.works_at_once
    for month in range(first, latest + 1):
        begin = begin_month((year, month))
        if all(busy[m] < most for m in range(begin, begin + noun.months)):
            return month
    # The calendar does not allow it: take the month with the least crowding, the earliest of equals.
    crowd = {m: max(busy[MONTHS * year + m : MONTHS * year + m + noun.months]) for m in range(first, latest + 1)}
    return min(crowd, key=lambda m: (crowd[m], m))


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
