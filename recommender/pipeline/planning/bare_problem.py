"""A bare problem -> its answer: objective, bound, gap, proven, and the start year of each item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from recommender.language.errors import InfeasibleError, Problem, problem
from recommender.pipeline.planning.evaluation import demand_sound, objective
from recommender.pipeline.planning.exact import least_extra, solve
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.search import search
from recommender.pipeline.planning.works import FULL


def answer(problem: PlanningProblem, method: Literal["exact", "fast"]) -> dict[str, Any]:
    """Return `{"objective", "bound", "gap", "proven", "start": {id: year}}`; bound and gap are null for `fast`.

    Where the fast search finds no place for a mandatory item that has one, the exact search answers.

    Raises
    ------
    InfeasibleError
        If the mandatory items cannot all be done: with the least extra money by source and year that lets them.
    """
    schedule, bound, gap, proven = _found(problem, method)
    demand_sound(problem, schedule)
    return {
        "objective": objective(problem, schedule) // FULL,
        "bound": bound,
        "gap": gap,
        "proven": proven,
        "start": {problem.works[work].name: schedule[work][0] for work in sorted(schedule)},
    }


def _found(
    problem: PlanningProblem, method: Literal["exact", "fast"]
) -> tuple[Schedule, int | None, float | None, bool]:
    """Return the schedule, its bound in the units of the file, its gap, and whether it is the best."""
    if method == "fast":
        schedule = search(problem)
        if all(work in schedule for work, noun in enumerate(problem.works) if noun.pinned):
            return schedule, None, None, False
    solved = solve(problem)
    if solved is None:
        raise InfeasibleError(_lacking(problem))
    return solved.schedule, solved.bound // FULL, round(solved.gap, 9), solved.proven


def doubts(bare: PlanningProblem) -> Iterator[Problem]:
    """Yield a warning for each item that cannot be in any plan, whatever else is planned."""
    for work, noun in enumerate(bare.works):
        starts = range(bare.years - noun.years + 1)
        if not starts:
            yield problem(f"item {noun.name}", "too-long", needed=noun.years, years=bare.years)
        elif not any(bare.payable(work, year) for year in starts):
            yield problem(f"item {noun.name}", "never-payable")


def _lacking(bare: PlanningProblem) -> list[Problem]:
    """Return what the mandatory items lack, a problem for each source and year."""
    pinned = ", ".join(noun.name for noun in bare.works if noun.pinned)
    extra = least_extra(bare)
    if extra is None:
        return [problem("mandatory", "infeasible.years", items=pinned, years=bare.years)]
    if not extra:
        return [problem("mandatory", "search-ended", items=pinned)]
    return [
        problem(f"{bare.limits.purses[purse]}, year {year} (from 0)", "infeasible.money", amount=amount, items=pinned)
        for (purse, year), amount in extra.items()
    ]
