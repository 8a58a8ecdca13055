"""Bare problem files -> the planning problem of them: works and needs by number (docs/problem-file.md)."""

from __future__ import annotations

from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import MONTHS, Need, NeedEffect, Synergy, Work
from recommender.request.problem_file import ProblemFile, read_problem_file


def read_problem(text: str, where: str = "problem") -> PlanningProblem:
    """Return the planning problem of a file's text.

    Raises
    ------
    VillageDataError
        With every mistake, each with its line.
    """
    return problem_of(read_problem_file(text, where))


def problem_of(file: ProblemFile) -> PlanningProblem:
    """Return the planning problem of what a file asks for."""
    number = {item.id: index for index, item in enumerate(file.items)}
    works = tuple(
        Work(
            name=str(item.id),
            own=True,
            months=MONTHS * item.duration,
            costs=tuple(map(tuple, item.cost)),
            requires=tuple(sorted({number[other] for other in item.requires})),
            groups=tuple(tuple(sorted({number[other] for other in group})) for group in item.groups),
            effects=tuple(NeedEffect(int(need), 0, amount) for need, amount in sorted(item.effects.items())),
            pinned=item.id in file.mandatory,
        )
        for item in file.items
    )
    return PlanningProblem(
        years=file.years,
        discount=tuple(file.discount),
        needs=tuple(Need(str(index), need.weight, need.gap) for index, need in enumerate(file.indicators)),
        works=works,
        limits=Limits(
            purses=tuple(map(str, file.sources)),
            usable=tuple(map(tuple, file.budget)),
            carry_over=tuple(map(bool, file.carry_over or [False] * len(file.sources))),
        ),
        exclusions=tuple(sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in file.exclusions)),
        synergies=tuple(Synergy(number[s.a], number[s.b], s.indicator, s.bonus) for s in file.synergies),
    )
