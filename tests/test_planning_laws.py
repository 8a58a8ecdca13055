"""Laws of planning on random small problems: limits always hold, the exact plan is the best, nothing is idle."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from planning_oracle import best_by_minimum_cut, best_by_second_solver, best_by_trying, feasible, lacking, score
from properties import tries
from random_problems import problems, with_floors

from recommender.pipeline.planning.evaluation import (
    closures,
    dependents,
    money_by_year,
    objective,
    shortfall,
    value_of,
    violations,
)
from recommender.pipeline.planning.exact import solve
from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.months import place
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, end_month
from recommender.pipeline.planning.problem_file import read_problem
from recommender.pipeline.planning.search import drop_idle, search
from recommender.pipeline.planning.works import Need, NeedEffect, Work


def found(problem: PlanningProblem) -> Schedule:
    """Return the schedule of the exact search; where the pins cannot be done the example is passed over."""
    solved = solve(problem)
    assume(solved is not None)
    assert solved is not None
    return solved.schedule


# Everything that the search gives is feasible, and the exact search gives the best -----------------------------------


@tries(60)
@given(problems())
def test_no_plan_breaks_a_limit(problem: PlanningProblem) -> None:
    assert list(violations(problem, search(problem))) == []
    assert list(violations(problem, found(problem))) == []


@tries(120)
@given(problems(most_works=4))
def test_exact_is_the_best_of_all_schedules(problem: PlanningProblem) -> None:
    best, solved = best_by_trying(problem), solve(problem)
    if best is None:
        assert solved is None
        return
    assert solved is not None
    assert (solved.value, solved.bound, solved.proven, solved.gap) == (best, best, True, 0.0)
    assert solved.value == objective(problem, solved.schedule)
    assert all(index in solved.schedule for index, work in enumerate(problem.works) if work.pinned)


@tries(120)
@given(with_floors())
def test_as_little_as_possible_is_short_of_floors_and_then_the_objective_is_the_best(problem: PlanningProblem) -> None:
    ranked = min((lacking(problem, starts), -score(problem, starts)) for starts in feasible(problem))
    schedule = found(problem)
    assert (lacking(problem, schedule), -objective(problem, schedule)) == ranked
    assert shortfall(problem, schedule) == ranked[0]


@tries(20)
@given(problems(most_works=4))
def test_score_and_violations_agree_with_an_independent_count(problem: PlanningProblem) -> None:
    for starts in feasible(problem):
        assert objective(problem, starts) == score(problem, starts)
        assert list(violations(problem, starts)) == []


@tries(20)
@given(problems(most_works=3, most_years=2), st.data())
def test_a_schedule_that_trying_refuses_breaks_a_limit_in_words(problem: PlanningProblem, data: st.DataObject) -> None:
    years = data.draw(
        st.dictionaries(st.integers(0, len(problem.works) - 1), st.integers(0, problem.years - 1), min_size=1)
    )
    free = replace(problem, works=tuple(replace(work, pinned=False) for work in problem.works), banned=frozenset())
    known = {tuple(sorted((work, start[0]) for work, start in starts.items())) for starts in feasible(free)}
    if tuple(sorted(years.items())) not in known:
        # no choice of months helps, so any will do
        assert list(violations(free, {work: (year, 0) for work, year in years.items()}))


@tries(60)
@given(problems(most_works=7))
def test_exact_is_never_below_fast(problem: PlanningProblem) -> None:
    fast = search(problem)
    exact = found(problem)
    if all(index in fast for index, work in enumerate(problem.works) if work.pinned):
        assert objective(problem, exact) >= objective(problem, fast)


# What changes the optimum, and which way ------------------------------------------------------------------------------


@tries(60)
@given(problems(), st.integers(0, 9), st.data())
def test_more_money_never_lowers_the_optimum(problem: PlanningProblem, more: int, data: st.DataObject) -> None:
    usable = [list(row) for row in problem.limits.usable]
    purse = data.draw(st.integers(0, len(usable) - 1))
    usable[purse][data.draw(st.integers(0, problem.years - 1))] += more
    richer = replace(problem, limits=replace(problem.limits, usable=tuple(map(tuple, usable))))
    assert objective(richer, found(richer)) >= objective(problem, found(problem))


@tries(60)
@given(problems(with_pins=False), st.data())
def test_a_ban_never_raises_the_optimum_and_is_kept(problem: PlanningProblem, data: st.DataObject) -> None:
    banned = data.draw(st.integers(0, len(problem.works) - 1))
    without = replace(problem, banned=problem.banned | {banned})
    assert objective(without, found(without)) <= objective(problem, found(problem))
    assert banned not in found(without)
    assert banned not in search(without)


@tries(60)
@given(problems(with_pins=False), st.data())
def test_a_pin_is_in_every_plan_and_never_raises_the_optimum(problem: PlanningProblem, data: st.DataObject) -> None:
    pinned = data.draw(st.integers(0, len(problem.works) - 1))
    works = tuple(replace(work, pinned=index == pinned) for index, work in enumerate(problem.works))
    pinning = replace(problem, works=works)
    schedule = found(pinning)
    assert pinned in schedule
    assert objective(problem, schedule) <= objective(problem, found(problem))


@tries(60)
@given(problems())
def test_a_work_without_effect_that_nothing_rests_on_changes_nothing(problem: PlanningProblem) -> None:
    spare = Work("spare", True, 3, ((1,) * len(problem.limits.usable),))
    wider = replace(problem, works=(*problem.works, spare))
    assert search(wider) == search(problem)
    before, after = found(problem), found(wider)
    assert len(problem.works) not in after
    assert objective(wider, after) == objective(problem, before)
    assert sum(wider.prices[work] for work in after) == sum(problem.prices[work] for work in before)


@tries(60)
@given(problems(all_called=False))
def test_a_work_that_is_not_called_enters_only_where_another_needs_it(problem: PlanningProblem) -> None:
    for schedule in (search(problem), found(problem)):
        assert list(violations(problem, schedule)) == []
        for work in schedule:
            noun = problem.works[work]
            assert noun.called or noun.pinned or dependents(problem, schedule, work) != {work}


@tries(60)
@given(problems(most_works=6))
def test_no_work_could_start_earlier_beside_the_others(problem: PlanningProblem) -> None:
    for schedule in (search(problem), found(problem)):
        for work, (year, month) in schedule.items():
            for earlier in range(12 * year + month):
                moved = {**schedule, work: divmod(earlier, 12)}
                assert list(violations(problem, moved))


@tries(20)
@given(problems(with_pins=False))
def test_exact_takes_the_cheapest_of_the_best(problem: PlanningProblem) -> None:
    best = best_by_trying(problem)
    cheapest = min(
        sum(problem.prices[work] for work in starts) for starts in feasible(problem) if score(problem, starts) == best
    )
    assert sum(problem.prices[work] for work in found(problem)) == cheapest


# Steps ----------------------------------------------------------------------------------------------------------------


@tries(60)
@given(problems())
def test_removing_idle_works_loses_nothing_and_leaves_none(problem: PlanningProblem) -> None:
    for starts in feasible(problem):
        kept = drop_idle(problem, starts)
        assert objective(problem, kept) == objective(problem, starts)
        assert list(violations(problem, kept)) == []
        for work in kept:
            gone = dependents(problem, kept, work)
            assert value_of(problem, kept, work) > 0 or any(problem.works[other].pinned for other in gone)
        break
    assert drop_idle(problem, search(problem)) == search(problem)


@tries(20)
@given(problems())
def test_the_value_of_a_step_is_what_the_plan_loses_with_all_that_rests_on_it(problem: PlanningProblem) -> None:
    for number, starts in enumerate(feasible(problem)):
        for work in starts:
            gone = dependents(problem, starts, work)
            left = {other: start for other, start in starts.items() if other not in gone}
            assert work in gone
            assert list(violations(problem, left)) == []  # what is left stands without it
            assert value_of(problem, starts, work) == score(problem, starts) - score(problem, left) >= 0
            for other in gone - {work}:
                assert dependents(problem, starts, other) <= gone
        if number > 20:
            return


@tries(60)
@given(problems(most_works=7))
def test_placing_months_moves_no_year_no_cost_and_no_closure(problem: PlanningProblem) -> None:
    schedule = search(problem)
    values = {work: value_of(problem, schedule, work) for work in schedule}
    placed = place(problem, schedule, values)
    assert {work: start[0] for work, start in placed.items()} == {work: start[0] for work, start in schedule.items()}
    assert list(violations(problem, placed)) == []
    assert money_by_year(problem, placed) == money_by_year(problem, schedule)
    for year in range(problem.years):
        assert closures(problem, placed, placed, year) == closures(problem, schedule, schedule, year)
    assert objective(problem, placed) == objective(problem, schedule)
    for work in placed:
        for other in problem.works[work].requires:
            assert end_month(problem, other, placed[other]) <= 12 * placed[work][0] + placed[work][1]


@pytest.mark.parametrize(("months", "works", "at_once"), [(3, 9, 3), (2, 6, 1), (6, 2, 2), (12, 2, 3), (1, 20, 2)])
def test_no_more_works_run_at_once_than_allowed_where_the_year_has_room(months: int, works: int, at_once: int) -> None:
    problem = PlanningProblem(
        years=1,
        discount=(1000,),
        needs=(Need("n", 1, 100),),
        works=tuple(Work(f"w{n}", True, months, ((1,),), effects=(NeedEffect(0, 0, 1),)) for n in range(works)),
        limits=Limits(("village",), ((1000,),), (False,), works_at_once=at_once),
    )
    schedule = search(problem)
    placed = place(problem, schedule, dict.fromkeys(schedule, 1))
    assert len(placed) == works
    for month in range(12):
        assert sum(start <= month < start + months for _, start in placed.values()) <= at_once


# Other methods agree --------------------------------------------------------------------------------------------------


@st.composite
def free_problems(draw: st.DrawFn) -> PlanningProblem:
    """Return a problem of one year in which nothing but money can bind: the sums stay below the gaps."""
    count = draw(st.integers(1, 5))
    works = []
    for index in range(count):
        under = tuple(sorted(draw(st.sets(st.integers(0, index - 1), max_size=3)))) if index else ()
        effects = tuple(
            NeedEffect(need, 0, draw(st.integers(1, 4))) for need in sorted(draw(st.sets(st.integers(0, 1))))
        )
        cost = draw(st.integers(0, 8))
        works.append(Work(f"w{index}", True, 0, ((cost,),), requires=under, effects=effects))
    needs = tuple(Need(f"n{number}", draw(st.integers(1, 3)), 1000) for number in range(2))
    return PlanningProblem(1, (1,), needs, tuple(works), Limits(("village",), ((0,),), (False,)))


@tries(20)
@given(free_problems())
def test_a_minimum_cut_gives_the_best_value_less_cost_where_nothing_binds(problem: PlanningProblem) -> None:
    """The best of value less cost is the best over all sums of money of what the exact search makes of each."""
    everything = sum(work.cost for work in problem.works)
    best = max(
        objective(problem, found(replace(problem, limits=replace(problem.limits, usable=((money,),))))) - 1000 * money
        for money in range(everything + 1)
    )
    assert best == best_by_minimum_cut(problem)


@pytest.mark.seeds(20)
def test_a_second_solver_agrees(seed: int) -> None:
    pytest.importorskip("pulp", reason="the second solver (CBC, with pulp) is not installed")
    data = bare_problem(seed)
    solved = solve(read_problem(json.dumps(data)))
    assert solved is not None
    assert solved.proven
    assert solved.value == 1000 * best_by_second_solver(data)


def bare_problem(seed: int) -> dict[str, Any]:
    """Return a bare problem of 8 to 14 items with everything that a problem file may hold."""
    draw = random.Random(seed)
    years, sources, count = draw.randint(2, 4), draw.randint(1, 3), draw.randint(8, 14)
    items: list[dict[str, Any]] = []
    for number in range(count):
        duration = draw.choice((0, 0, 1, 1, 2))
        under = draw.sample(range(number), min(number, draw.choice((0, 0, 1, 2))))
        group = draw.sample(range(number), min(number, draw.choice((0, 0, 2, 3))))
        items.append(
            {
                "id": number,
                "duration": duration,
                "cost": [
                    [draw.choice((0, draw.randint(1, 20))) for _ in range(sources)] for _ in range(max(1, duration))
                ],
                "effects": {str(k): draw.randint(1, 30) for k in draw.sample(range(4), draw.choice((0, 1, 1, 2)))},
                "and": sorted(under),
                "or": [sorted(group)] if group else [],
            }
        )
    pairs = [draw.sample(range(count), 2) for _ in range(4)]
    return {
        "years": years,
        "discount": [1000, 900, 810, 729][:years],
        "sources": [f"source {number}" for number in range(sources)],
        "budget": [[draw.randint(10, 40) for _ in range(years)] for _ in range(sources)],
        "carry_over": [draw.random() < 0.4 for _ in range(sources)],
        "indicators": [{"gap": draw.randint(10, 50), "weight": draw.randint(1, 9)} for _ in range(4)],
        "items": items,
        "synergies": [
            {"a": a, "b": b, "indicator": draw.randrange(4), "bonus": draw.randint(1, 9)} for a, b in pairs[:2]
        ],
        "exclusions": pairs[2:3],
    }
