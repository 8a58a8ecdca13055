"""A built problem -> the plan's schedule: search, works of too little value left out, months placed, steps valued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from recommender.pipeline.planning.cheapest import cheapest_plan
from recommender.pipeline.planning.evaluation import demand_sound, dependents, objective, value_of
from recommender.pipeline.planning.exact import RequiredClosure, solve
from recommender.pipeline.planning.months import place
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import pull_forward
from recommender.pipeline.planning.search import drop_idle, rank, search
from recommender.pipeline.planning.village_problem import VillageProblem
from recommender.pipeline.planning.works import FULL

Method = Literal["fast", "exact"]
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A schedule with the value of each step, and how good it is known to be.

    `bound`: no schedule without the works of too little value is better; None where the search gives none. `missing`
    is what a plan for a target still lacks of the goal (0: reached), None without a target. `on_doubt` works were left
    out because they are dear and only doubtful values ask for them.
    """

    schedule: Schedule
    values: dict[int, int]
    value: int
    bound: int | None
    proven: bool
    method: Method
    missing: int | None = None
    on_doubt: frozenset[int] = frozenset()


def make_plan(built: VillageProblem, method: Method, low_value_share: int, seed: int = 0) -> Planned:
    """Return the plan of the method.

    A step below the share (thousandths) of the plan's value is left out and the rest planned anew without it, so that
    what is proven holds of the plan as it is shown. `seed` is the fast search's, the village's own.
    """
    problem = built.problem
    on_doubt: set[int] = set()
    for _ in range(_ROUNDS):
        schedule, bound, proven = _best(problem, built, method, seed)
        value = objective(problem, schedule)
        least = max(1, -(-value * low_value_share // FULL))
        kept = drop_idle(problem, schedule, least)
        small = {work for work in schedule.keys() - kept.keys() if problem.works[work].called}
        doubted = _on_doubt_alone(problem, kept, built)
        on_doubt |= doubted
        if not small | doubted:
            break
        problem = replace(problem, banned=problem.banned | small | doubted)
        gone = {other for work in doubted for other in dependents(problem, kept, work)}
        kept = {work: start for work, start in kept.items() if work not in gone}
        schedule, bound, proven = kept, None, False
    placed, values = _placed(problem, pull_forward(problem, schedule))
    value = objective(problem, placed)
    return Planned(placed, values, value, bound, proven, method, on_doubt=frozenset(on_doubt))


def _on_doubt_alone(problem: PlanningProblem, schedule: Schedule, built: VillageProblem) -> set[int]:
    """Return the dear works that would be worth nothing, with what rests on them, if doubtful needs did not count."""
    if not built.doubtful:
        return set()
    needs = tuple(replace(need, weight=0) if k in built.doubtful else need for k, need in enumerate(problem.needs))
    firm = replace(problem, needs=needs)
    found: set[int] = set()
    for work in schedule:
        noun = problem.works[work]
        dear = max(noun.cost, noun.others_cost) > built.doubt_limit
        if dear and not noun.pinned and value_of(firm, schedule, work) == 0:
            found.add(work)
    return found


def make_cheapest_plan(built: VillageProblem, goal: RequiredClosure) -> Planned:
    """Return the cheapest plan that reaches the goal, or misses it by least; `proven` says that nothing is cheaper."""
    problem = built.problem
    found = cheapest_plan(problem, goal)
    if found is None:
        return make_plan(built, "exact", 0)
    placed, values = _placed(problem, found.schedule)
    return Planned(placed, values, objective(problem, placed), None, found.proven, "exact", found.missing)


def _placed(problem: PlanningProblem, schedule: Schedule) -> tuple[Schedule, dict[int, int]]:
    """Return the schedule with its months, and the value of each step in it."""
    weights = {work: value_of(problem, schedule, work) for work in schedule}
    placed = place(problem, schedule, weights)
    # Anew: where months moved, another member of an any-of group may be done in time, and the step is worth less.
    demand_sound(problem, placed)
    return placed, {work: value_of(problem, placed, work) for work in placed}


def _best(
    problem: PlanningProblem, built: VillageProblem, method: Method, seed: int
) -> tuple[Schedule, int | None, bool]:
    if method == "exact":
        solved = solve(problem)
        if solved is not None and solved.proven:
            return solved.schedule, solved.bound, True
        start = search(problem, built.packages, seed)
        if solved is not None:
            best = min((start, solved.schedule), key=lambda schedule: rank(problem, schedule))
            return best, solved.bound, objective(problem, best) == solved.bound
        return start, None, False
    return search(problem, built.packages, seed), None, False
