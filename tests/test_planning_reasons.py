"""Why works are left out: what binds, and what would have to go, hold on the schedule that they were said of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from random_problems import problems

from recommender.pipeline.planning.evaluation import dependents, violations
from recommender.pipeline.planning.left_out import Reasons, why_left_out
from recommender.pipeline.planning.limits import Cap, Capacity, Lack, Limits
from recommender.pipeline.planning.prerequisites import with_prerequisites
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import Room, insert
from recommender.pipeline.planning.search import search
from recommender.pipeline.planning.works import Need, NeedEffect, Work


@tries(100)
@given(problems())
def test_without_what_it_would_displace_a_left_work_fits(problem: PlanningProblem) -> None:
    schedule = search(problem)
    for work in range(len(problem.works)):
        if work in schedule or work in problem.banned:
            continue
        left = why_left_out(problem, schedule, work)
        if not left.displaces:
            continue
        assert left.reason == left.binds[0].lack
        gone = {other for rival in left.displaces for other in dependents(problem, schedule, rival)}
        kept = {other: start for other, start in schedule.items() if other not in gone}
        order = with_prerequisites(problem, kept, (work,))
        assert order is not None
        wished = insert(problem, kept, order) or _anew(problem, kept, order)
        assert list(violations(problem, wished)) == []
        assert not any(problem.works[rival].pinned for rival in left.displaces)


@tries(200)
@given(problems(most_works=6, all_called=False), st.booleans())
def test_a_work_enters_once_what_binds_is_lifted_and_not_before(problem: PlanningProblem, empty: bool) -> None:
    schedule = {} if empty else search(problem)
    reasons = Reasons(problem, schedule)
    for work in range(len(problem.works)):
        if work in schedule or work in problem.banned:
            continue
        left, order = reasons.why(work), with_prerequisites(problem, schedule, (work,))
        assert bool(left.binds) == (left.reason in get_args(Lack))
        if not left.binds or order is None:
            continue
        assert all(amount > 0 for bind in left.binds for _, amount in bind.lacking)
        lifted = [bind.lack for bind in left.binds]
        assert len(set(lifted)) == len(lifted)
        assert _enters(problem, schedule, order, lifted)
        for count in range(len(lifted)):
            assert not any(_enters(problem, schedule, order, fewer) for fewer in combinations(lifted, count))


def _enters(problem: PlanningProblem, schedule: Schedule, order: list[int], lifted: Collection[Lack]) -> bool:
    """Return whether the works have room with the limits lifted, from some year on."""
    room = Room(problem, schedule).copy(lifted)
    return any(room.copy().insert(order, 12 * year) for year in range(problem.years))


def _anew(problem: PlanningProblem, kept: Schedule, order: list[int]) -> Schedule:
    """Return a schedule of the works in order and then those kept, each at its earliest."""
    first = insert(problem, {}, [work for work in order if work not in kept])
    assert first is not None
    everything = insert(problem, first, sorted(kept, key=kept.__getitem__))
    assert everything is not None
    return everything


def _problem(works: tuple[Work, ...], **limits: object) -> PlanningProblem:
    needs = tuple(Need(f"n{index}", weight, 10) for index, weight in enumerate((3, 2, 1)))
    return PlanningProblem(1, (1000,), needs, works, Limits(("purse",), ((10,),), (False,), **limits))  # type: ignore[arg-type]


def _work(name: str, cost: int, need: int, **more: object) -> Work:
    return Work(name, True, 3, ((cost,),), effects=(NeedEffect(need, 0, 10),), **more)  # type: ignore[arg-type]


def test_money_binds_in_the_year_and_the_least_valuable_goes() -> None:
    problem = _problem((_work("a", 5, 0), _work("b", 4, 1), _work("c", 4, 2)))
    left = why_left_out(problem, {0: (0, 0), 1: (0, 0)}, 2)
    assert (left.reason, left.binds, left.displaces) == ("over-budget", (("over-budget", ((0, 3),), None),), (1,))


def test_what_still_fits_beside_it_is_not_displaced() -> None:
    problem = _problem((_work("a", 6, 0), _work("b", 1, 2), _work("c", 6, 1)))
    left = why_left_out(problem, {0: (0, 0), 1: (0, 0)}, 2)
    assert left.displaces == (0,)


def test_a_pin_is_never_displaced() -> None:
    works = (_work("a", 6, 0), _work("b", 6, 1))
    problem = _problem((replace(works[0], pinned=True), works[1]))
    assert why_left_out(problem, {0: (0, 0)}, 1).displaces == ()


def test_capacity_binds_in_the_year_that_is_full() -> None:
    works = (_work("a", 1, 0, takes=(0,)), _work("b", 1, 1, takes=(0,)))
    problem = _problem(works, capacities=(Capacity("works", (1,)),))
    left = why_left_out(problem, {0: (0, 0)}, 1)
    assert (left.reason, left.binds, left.displaces) == ("capacity", (("capacity", ((0, 1),), None),), (0,))


def test_an_earmark_that_is_used_up_is_named_though_money_is_left() -> None:
    works = (_work("a", 2, 0), _work("b", 2, 1))
    problem = _problem(works, caps=(Cap("digital", frozenset({0, 1}), (3,)),))
    left = why_left_out(problem, {0: (0, 0)}, 1)
    assert (left.reason, left.binds, left.displaces) == ("over-budget", (("over-budget", ((0, 1),), "digital"),), (0,))


def test_what_fits_only_from_a_later_year_on_fits() -> None:
    """Upkeep of the first work, built in year 0, would leave nothing in year 1 for the second that rests on it."""
    works = (Work("a", True, 3, ((0,),), running=2, called=False), _work("b", 1, 0, requires=(0,)))
    limits = Limits(("purse",), ((0, 2),), (False,))
    problem = PlanningProblem(2, (1000, 900), (Need("n", 1, 10),), works, limits)
    assert why_left_out(problem, {}, 1).reason == "low-value"
    dear = replace(problem, works=(works[0], _work("b", 5, 0, requires=(0,))))
    assert why_left_out(dear, {}, 1).binds == (("over-budget", ((1, 3),), None),)
