"""Bare problem files -> the planning problem of them: works and needs by number (docs/problem-file.md)."""

from __future__ import annotations

from recommender.pipeline.planning.limits import Capacity, Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import MONTHS, Need, NeedEffect, Synergy, Work
from recommender.request.problem_file import ProblemFile, read_problem_file

SECOND_MONTH = MONTHS // 2  # an item that is done in the year of its start may wait for the second instalment


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
    capacity = {one.name: index for index, one in enumerate(file.capacities)}
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
            running=item.running,
            service=item.service,
            service_years=item.service_years,
            takes=tuple(sorted({capacity[name] for name in item.takes})),
        )
        for item in file.items
    )
    return PlanningProblem(
        years=file.years,
        discount=tuple(file.discount),
        needs=tuple(
            Need(str(index), need.weight, need.gap, tier=need.tier) for index, need in enumerate(file.indicators)
        ),
        works=works,
        limits=Limits(
            purses=tuple(map(str, file.sources)),
            usable=tuple(map(tuple, file.budget)),
            carry_over=tuple(map(bool, file.carry_over or [False] * len(file.sources))),
            running_cap=_row(file.running_cap),
            service_cap=_row(file.service_cap),
            capacities=tuple(Capacity(one.name, tuple(one.per_year)) for one in file.capacities),
            lines=tuple(frozenset(number[name] for name in line) for line in file.lines if line),
            early=() if file.early is None else tuple(map(tuple, file.early)),
            second_month=0 if file.early is None else SECOND_MONTH,
        ),
        exclusions=tuple(sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in file.exclusions)),
        synergies=tuple(Synergy(number[s.a], number[s.b], s.indicator, s.bonus) for s in file.synergies),
    )


def _row(amounts: list[int] | None) -> tuple[int, ...] | None:
    return None if amounts is None else tuple(amounts)
