"""The cheapest plan for a target: reaches it, or misses it by least; nothing cheaper does, by brute force."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from recommender.pipeline.planning.cheapest import cheapest_plan, missing
from recommender.pipeline.planning.evaluation import closures
from recommender.pipeline.planning.exact import RequiredClosure
from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import Need, NeedEffect, Work


def problem(costs: list[int], closes: list[int], money: int, requires: dict[int, tuple[int, ...]]) -> PlanningProblem:
    """One year, one need closed by plain sums."""
    works = tuple(
        Work(
            name=str(number),
            own=True,
            months=3,
            costs=((cost,),),
            requires=requires.get(number, ()),
            effects=(NeedEffect(0, 0, closed),) if closed else (),
        )
        for number, (cost, closed) in enumerate(zip(costs, closes, strict=True))
    )
    limits = Limits(purses=("village",), usable=((money,),), carry_over=(False,))
    return PlanningProblem(1, (1000,), (Need("need", 0, 1000),), works, limits)


@pytest.mark.parametrize("required", [0, 100, 250, 400, 700])
def test_nothing_cheaper_reaches_the_goal(required: int) -> None:
    given = problem([10, 25, 40, 5, 30], [100, 250, 400, 0, 350], 80, {2: (3,)})
    goal = RequiredClosure({0: 1}, required)
    found = cheapest_plan(given, goal)
    assert found is not None
    assert found.proven
    assert found.missing == 0
    cost = sum(given.works[work].cost for work in found.schedule)
    cheapest = min(
        sum(given.works[work].cost for work in chosen)
        for size in range(6)
        for chosen in combinations(range(5), size)
        if (2 not in chosen or 3 in chosen)
        and sum(given.works[work].cost for work in chosen) <= 80
        and sum(effect.amount for work in chosen for effect in given.works[work].effects) >= required
    )
    assert cost == cheapest


def test_a_goal_out_of_reach_is_missed_by_least() -> None:
    given = problem([50, 60, 70], [300, 350, 500], 100, {})
    found = cheapest_plan(given, RequiredClosure({0: 1}, 900))
    assert found is not None
    assert found.missing == 400
    assert closures(given, found.schedule, found.schedule, 0) == [500]
    assert missing(given, {}, RequiredClosure({0: 1}, 900)) == 900


def test_pins_stay_in_a_plan_for_a_target() -> None:
    given = problem([10, 25], [100, 250], 100, {})
    pinned = replace(given.works[0], pinned=True)
    fixed = PlanningProblem(1, (1000,), given.needs, (pinned, given.works[1]), given.limits)
    found = cheapest_plan(fixed, RequiredClosure({0: 1}, 250))
    assert found is not None
    assert sorted(found.schedule) == [0, 1]
