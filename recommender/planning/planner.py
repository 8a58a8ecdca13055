"""A built problem -> the plan's schedule: search, works of too little value left out, months placed, steps valued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from recommender.planning.building import Built
from recommender.planning.calendar import place
from recommender.planning.evaluation import objective, value_of
from recommender.planning.exact import Goal, solve
from recommender.planning.problem import FULL, Problem, Schedule
from recommender.planning.room import pull_forward
from recommender.planning.search import drop_idle, rank, search
from recommender.planning.targets import aim

Method = Literal["fast", "exact"]
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A schedule with the value of each step, and how good it is known to be.

    `bound`: no schedule without the works of too little value is better; None where the search gives none. `missing`
    is what a plan for a target still lacks of the goal (0: reached), None without a target.
    """

    schedule: Schedule
    values: dict[int, int]
    value: int
    bound: int | None
    proven: bool
    method: Method
    missing: int | None = None


def make_plan(built: Built, method: Method, low_value_share: int) -> Planned:
    """Return the plan of the method.

    A step below the share (thousandths) of the plan's value is left out and the rest planned anew without it, so that
    what is proven holds of the plan as it is shown.
    """
    problem = built.problem
    for _ in range(_ROUNDS):
        schedule, bound, proven = _best(problem, built, method)
        value = objective(problem, schedule)
        least = max(1, -(-value * low_value_share // FULL))
        kept = drop_idle(problem, schedule, least)
        small = {work for work in schedule.keys() - kept.keys() if problem.works[work].called}
        if not small:
            break
        problem = replace(problem, banned=problem.banned | small)
        schedule, bound, proven = kept, None, False
    placed, values = _placed(problem, pull_forward(problem, schedule))
    return Planned(placed, values, objective(problem, placed), bound, proven, method)


def make_aimed_plan(built: Built, goal: Goal) -> Planned:
    """Return the cheapest plan that reaches the goal, or misses it by least; `proven` says that nothing is cheaper."""
    problem = built.problem
    found = aim(problem, goal)
    if found is None:
        return make_plan(built, "exact", 0)
    placed, values = _placed(problem, found.schedule)
    return Planned(placed, values, objective(problem, placed), None, found.proven, "exact", found.missing)


def _placed(problem: Problem, schedule: Schedule) -> tuple[Schedule, dict[int, int]]:
    """Return the schedule with its months, and the value of each step in it."""
    weights = {work: value_of(problem, schedule, work) for work in schedule}
    placed = place(problem, schedule, weights)
    # Anew: where months moved, another member of an any-of group may be done in time, and the step is worth less.
    return placed, {work: value_of(problem, placed, work) for work in placed}


def _best(problem: Problem, built: Built, method: Method) -> tuple[Schedule, int | None, bool]:
    if method == "exact":
        solved = solve(problem)
        if solved is not None and solved.proven:
            return solved.schedule, solved.bound, True
        start = search(problem, built.packages)
        if solved is not None:
            best = min((start, solved.schedule), key=lambda schedule: rank(problem, schedule))
            return best, solved.bound, objective(problem, best) == solved.bound
        return start, None, False
    return search(problem, built.packages), None, False
