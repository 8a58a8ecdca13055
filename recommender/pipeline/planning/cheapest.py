"""The cheapest plan that reaches a target at the end of the years, or the one that misses it by least.

A goal is a sum over needs of factor x closure (by all works done) that must reach a number. The works are chosen by
cost; then the order is the one of the usual objective among the chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from recommender.pipeline.planning.evaluation import closures, violations
from recommender.pipeline.planning.exact import NODE_LIMIT, RequiredClosure, cheapest_for, solve
from recommender.pipeline.planning.problem import PlanningProblem, Schedule


@dataclass(frozen=True, slots=True)
class CheapestPlan:
    """A schedule, what is still missing of the goal (0: reached), and whether nothing cheaper reaches it."""

    schedule: Schedule
    missing: int
    proven: bool


def cheapest_plan(problem: PlanningProblem, goal: RequiredClosure, node_limit: int = NODE_LIMIT) -> CheapestPlan | None:
    """Return the cheapest schedule that reaches the goal, else the one that misses it by least; None if pins forbid."""
    found = cheapest_for(problem, goal, node_limit)
    if found is None:
        return None
    chosen, proven = found
    others = frozenset(range(len(problem.works))) - chosen.keys()
    works = tuple(replace(work, pinned=index in chosen) for index, work in enumerate(problem.works))
    ordered = solve(replace(problem, works=works, banned=others), node_limit)
    schedule = (
        chosen
        if ordered is None or missing(problem, ordered.schedule, goal) > missing(problem, chosen, goal)
        else ordered.schedule
    )
    assert not list(violations(problem, schedule))
    return CheapestPlan(schedule, missing(problem, schedule, goal), proven)


def missing(problem: PlanningProblem, schedule: Schedule, goal: RequiredClosure) -> int:
    """Return how much of the goal the schedule misses at the end of the years; 0 when it is reached."""
    closed = closures(problem, schedule, schedule, problem.years - 1)
    return max(0, goal.required - sum(factor * closed[need] for need, factor in goal.factors.items()))
