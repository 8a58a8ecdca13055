"""The fast search: how far below the proven optima it stays, and that nothing but the problem and the seed moves it."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from generated_problems import OPTIMA, generated
from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from random_problems import problems, with_floors

from recommender.pipeline.planning.compiled_kernel import compiled_kernel
from recommender.pipeline.planning.evaluation import dependents, objective, shortfall, violations
from recommender.pipeline.planning.exact import solve
from recommender.pipeline.planning.limits import Cap, Limits
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.problem_file import read_problem
from recommender.pipeline.planning.search import search, search_many
from recommender.pipeline.planning.works import FULL, Need, NeedEffect, Work

SEEDS = range(6)  # of each size; the benchmark takes all that have optima


def problem_of(seed: int, count: int) -> PlanningProblem:
    return read_problem(json.dumps(generated(seed, count)))


@pytest.fixture(scope="module")
def gaps() -> dict[tuple[int, int], float]:
    """Return by (items, seed) how far the fast search stays below the optimum, as a share of it."""
    found = {}
    for count, optima in OPTIMA.items():
        for seed in SEEDS:
            problem = problem_of(seed, count)
            schedule = search(problem)
            assert list(violations(problem, schedule)) == []
            found[count, seed] = 1 - objective(problem, schedule) / (FULL * optima[seed])
    return found


def test_fast_is_never_above_the_optimum(gaps: dict[tuple[int, int], float]) -> None:
    assert min(gaps.values()) >= 0


def test_fast_stays_close_to_the_optimum(gaps: dict[tuple[int, int], float]) -> None:
    ordered = sorted(gaps.values())
    assert sum(ordered) / len(ordered) <= 0.007
    assert ordered[int(0.95 * len(ordered))] <= 0.032
    assert ordered[-1] <= 0.05


def test_fast_finds_the_optimum_of_every_problem_of_ten_items(gaps: dict[tuple[int, int], float]) -> None:
    assert [gaps[10, seed] for seed in SEEDS] == [0.0] * len(SEEDS)


@pytest.mark.parametrize("count", [10, 20])
def test_the_optima_are_those_of_the_exact_search(count: int) -> None:
    for seed in SEEDS:
        solved = solve(problem_of(seed, count))
        assert solved is not None
        assert (solved.value, solved.proven) == (FULL * OPTIMA[count][seed], True)


@tries(60)
@given(problems(most_works=6, all_called=False))
def test_what_the_search_counts_is_what_the_evaluation_counts(problem: PlanningProblem) -> None:
    """No work could be taken out, none moved forward: the kernel's money, months and closures are the evaluation's."""
    schedule = search(problem)
    assert list(violations(problem, schedule)) == []
    assert problem.banned.isdisjoint(schedule)
    for work, (year, month) in schedule.items():
        gone = dependents(problem, schedule, work)
        kept = {other: start for other, start in schedule.items() if other not in gone}
        if not any(problem.works[other].pinned for other in gone):
            assert objective(problem, kept) < objective(problem, schedule)
        for earlier in range(12 * year + month):
            assert list(violations(problem, {**schedule, work: divmod(earlier, 12)}))


# Nothing but the problem and the seed ---------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_schedule_whatever_else_is_searched() -> None:
    several = [problem_of(seed, 20) for seed in SEEDS]
    seeds = [11 * seed for seed in SEEDS]
    together = search_many(several, [()] * len(several), seeds)
    backwards = search_many(several[::-1], [()] * len(several), seeds[::-1])
    alone = [search(problem, (), seed) for problem, seed in zip(several, seeds, strict=True)]
    assert together == backwards[::-1] == alone


def renumbered(problem: PlanningProblem, order: list[int]) -> PlanningProblem:
    """Return the problem with its works in another order; `order` has the old number of each new one."""
    new = {old: number for number, old in enumerate(order)}

    def moved(works: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(new[work] for work in works))

    works = tuple(
        replace(work, requires=moved(work.requires), groups=tuple(map(moved, work.groups)))
        for work in (problem.works[old] for old in order)
    )
    pairs = tuple(replace(pair, one=new[pair.one], other=new[pair.other]) for pair in problem.synergies)
    exclusions = tuple((new[one], new[other]) for one, other in problem.exclusions)
    return replace(problem, works=works, synergies=pairs, exclusions=exclusions)


def test_the_order_of_the_works_changes_nothing() -> None:
    def by_name(problem: PlanningProblem, schedule: Schedule) -> dict[str, tuple[int, int]]:
        return {problem.works[work].name: start for work, start in schedule.items()}

    for seed in SEEDS:
        problem = problem_of(seed, 20)
        order = list(range(len(problem.works)))
        random.Random(seed).shuffle(order)
        other = renumbered(problem, order)
        assert by_name(other, search(other)) == by_name(problem, search(problem))


def test_no_works_no_schedule() -> None:
    assert search(replace(problem_of(0, 10), works=(), synergies=(), exclusions=())) == {}


def test_plain_and_compiled_give_the_same_schedules() -> None:
    pytest.importorskip("numba", reason="numba (the extra `bulk`) is not installed")
    assert compiled_kernel() is not None
    several = [problem_of(seed, count) for count in (10, 20, 30) for seed in SEEDS]
    packages, seeds = [()] * len(several), range(len(several))
    assert search_many(several, packages, seeds) == search_many(several, packages, seeds, compiled=False)


@tries(150)
@given(with_floors())
def test_as_little_as_possible_is_short_of_floors(problem: PlanningProblem) -> None:
    """Before the objective, and never less than the exact search proves; a work under a floor stays in its year."""
    schedule, solved = search(problem), solve(problem)
    assert solved is not None
    assert list(violations(problem, schedule)) == []
    least = shortfall(problem, solved.schedule)
    assert shortfall(problem, schedule) >= least
    if shortfall(problem, schedule) == least:
        assert objective(problem, schedule) <= solved.value


def test_a_floor_is_met_before_what_is_worth_more() -> None:
    needs = (Need("health", 9, 10), Need("food", 1, 10))
    works = tuple(
        Work(name, True, 3, ((cost,),), effects=(NeedEffect(need, 0, 10),))
        for name, cost, need in (("clinic", 8, 0), ("barn", 4, 1))
    )
    limits = Limits(("purse",), ((10,),), (False,), floors=(Cap("food", frozenset({1}), (4,)),))
    problem = PlanningProblem(1, (1000,), needs, works, limits)
    assert search(problem).keys() == {1}
    assert search(replace(problem, limits=replace(limits, floors=()))).keys() == {0}


@tries(60)
@given(st.one_of(problems(most_works=6, all_called=False), with_floors(6)))
def test_plain_and_compiled_agree_on_all_that_a_problem_may_hold(problem: PlanningProblem) -> None:
    pytest.importorskip("numba", reason="numba (the extra `bulk`) is not installed")
    packages = [(0, len(problem.works) - 1)] if len(problem.works) > 1 else []
    compiled, plain = (search_many([problem], [packages], [3], compiled) for compiled in (True, False))
    assert compiled == plain
