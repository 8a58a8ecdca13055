"""A bare problem -> its answer: objective, bound, gap, proven, and the start year of each item."""

from __future__ import annotations

from typing import Any, Literal

from recommender.errors import InfeasibleError
from recommender.errors import Problem as Wrong
from recommender.planning.evaluation import objective, violations
from recommender.planning.exact import least_extra, solve
from recommender.planning.problem import FULL, Problem
from recommender.planning.search import search


def answer(problem: Problem, method: Literal["exact", "fast"]) -> dict[str, Any]:
    """Return `{"objective", "bound", "gap", "proven", "start": {id: year}}`; bound and gap are null for `fast`.

    Raises
    ------
    InfeasibleError
        If the mandatory items cannot all be done: with the least extra money by source and year that lets them.
    """
    if method == "exact":
        solved = solve(problem)
        if solved is None:
            raise InfeasibleError(list(_lacking(problem)))
        schedule, bound, proven = solved.schedule, solved.bound // FULL, solved.proven
        gap: float | None = round(solved.gap, 9)
    else:
        schedule, bound, gap, proven = search(problem), None, None, False
        if any(noun.pinned and work not in schedule for work, noun in enumerate(problem.works)):
            lacking = list(_lacking(problem))
            if lacking[0].code != "search-failed":
                raise InfeasibleError(lacking)
    broken = list(violations(problem, schedule))
    assert not broken, broken
    return {
        "objective": objective(problem, schedule) // FULL,
        "bound": bound,
        "gap": gap,
        "proven": proven,
        "start": {problem.works[work].name: schedule[work][0] for work in sorted(schedule)},
    }


def _lacking(problem: Problem) -> list[Wrong]:
    pinned = ", ".join(noun.name for noun in problem.works if noun.pinned)
    extra = least_extra(problem)
    if extra is None:
        message = f"no money lets {pinned} all be done in {problem.years} years; give more years or drop one."
        return [Wrong("mandatory", "infeasible", message)]
    if not extra:
        return [Wrong("mandatory", "search-failed", f"the fast search did not place {pinned}; use --method exact.")]
    return [
        Wrong(
            f"{problem.limits.purses[purse]}, year {year} (from 0)",
            "infeasible",
            f"{amount} more is the least with which {pinned} can be done; add it, or drop a mandatory item.",
        )
        for (purse, year), amount in extra.items()
    ]
