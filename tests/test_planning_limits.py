"""What is limited is stated twice, once for the searches and once for the judge: both refuse the same schedules."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_problems import problems

from recommender.language.errors import EngineError
from recommender.pipeline.planning.evaluation import demand_sound, violations, within_years
from recommender.pipeline.planning.exact import solve
from recommender.pipeline.planning.left_out import why_left_out
from recommender.pipeline.planning.limits import Cap, Capacity, Limits
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import Room, insert
from recommender.pipeline.planning.search import search
from recommender.pipeline.planning.works import Need, NeedEffect, Work

KINDS = {
    "money": "over-budget",
    "earmark": "over-budget",
    "running-cost": "running-cost",
    "service-cost": "service-cost",
    "instalment": "instalment",
    "capacity": "capacity",
}


def codes(problem: PlanningProblem, schedule: Schedule) -> set[str]:
    """Return the kinds of limits that the judge finds broken."""
    return {found.problem.code for found in violations(problem, schedule)}


@settings(max_examples=200)
@given(problems(), st.data())
def test_what_runs_out_is_what_the_judge_says_is_broken(problem: PlanningProblem, data: st.DataObject) -> None:
    years = st.tuples(st.integers(0, problem.years - 1), st.integers(0, 11))
    drawn = data.draw(st.dictionaries(st.integers(0, len(problem.works) - 1), years))
    schedule = within_years(problem, drawn)
    judged = {(KINDS[code], code == "earmark") for code in codes(problem, schedule) if code in KINDS}
    lacking = {(row.lack, row.earmark is not None) for row, _ in Room(problem, schedule).lacking()}
    assert judged == lacking


@settings(max_examples=100)
@given(problems(), st.data())
def test_a_work_fits_just_where_the_judge_finds_nothing_new_broken(
    problem: PlanningProblem, data: st.DataObject
) -> None:
    work = data.draw(st.integers(0, len(problem.works) - 1))
    schedule: Schedule = {}
    for other in range(len(problem.works)):
        year = data.draw(st.integers(0, problem.years - 1))
        if (
            other != work
            and year + problem.works[other].years <= problem.years
            and Room(problem, schedule).fits(other, year)
        ):
            schedule[other] = (year, 0)
    early = "instalment"
    for year in range(problem.years - problem.works[work].years + 1):
        broken = codes(problem, {**schedule, work: (year, 0)}) & KINDS.keys()
        room = Room(problem, schedule)
        assert room.fits(work, year) is not bool(broken - {early})
        if early not in codes(problem, schedule) and problem.limits.second_month:
            assert room.fits_early(work, year) is (early not in broken)


def plain(works: tuple[Work, ...], years: int = 2, **more: object) -> PlanningProblem:
    limits = Limits(("purse",), ((10,) * years,), (False,))
    needs = (Need("n", 1, 10),)
    return PlanningProblem(years, (1000,) * years, needs, works, replace(limits, **more))  # type: ignore[arg-type]


def work(name: str, cost: int = 1, **more: object) -> Work:
    return Work(name, **{"own": True, "months": 3, "costs": ((cost,),), **more})  # type: ignore[arg-type]


ANY = (Capacity("works", (9, 9)),)
BROKEN: dict[str, tuple[PlanningProblem, Schedule, str]] = {
    "horizon": (plain((work("a"),)), {0: (2, 0)}, "a does not fit into the years of the plan"),
    "before the years": (plain((work("a"),)), {0: (-1, 5)}, "a does not fit into the years of the plan"),
    "fiscal-year": (plain((work("a"),)), {0: (0, 10)}, "a runs over the end of a fiscal year"),
    "first-month": (plain((work("a"),), first_month=2), {0: (0, 1)}, "a starts before village money arrives"),
    "constraint": (
        plain((work("a", costs=((1,), (1,)), months=20),)),
        {0: (0, 1)},
        "a starts in a month that its calendar does not allow",
    ),
    "lead time": (
        plain((work("a", own=False, costs=((0,),), earliest=12),)),
        {0: (0, 3)},
        "a starts in a month that its calendar does not allow",
    ),
    "prerequisite-order": (
        plain((work("a"), work("b", requires=(0,)))),
        {0: (0, 1), 1: (0, 3)},
        "b starts before a is done",
    ),
    "any-of": (
        plain((work("a"), work("b"), work("c", groups=((0, 1),)))),
        {0: (0, 1), 2: (0, 3)},
        "c starts before one of a, b is done",
    ),
    "exclusion": (
        replace(plain((work("a"), work("b"))), exclusions=((0, 1),)),
        {0: (0, 0), 1: (0, 0)},
        "a and b exclude each other",
    ),
    "capacity": (
        plain((work("a", takes=(0,)), work("b", takes=(0,))), capacities=(Capacity("village works", (1, 1)),)),
        {0: (1, 0), 1: (1, 0)},
        "2 village works start in 2028; at most 1 may",
    ),
    "proposals": (
        plain(
            tuple(work(name, own=False, takes=(0,)) for name in "abc"),
            capacities=(Capacity("proposals", (1, 1)),),
            lines=(frozenset({1, 2}),),
        ),
        {0: (0, 0), 1: (0, 0), 2: (0, 0)},
        "2 proposals start in 2027; at most 1 may",
    ),
    "money": (plain((work("a", 11),)), {0: (1, 0)}, "purse needs 11 in 2028; 10 may be spent"),
    "running-cost": (
        plain((work("a", running=3),), running_cap=(9, 9, 2)),
        {0: (1, 0)},
        "running costs of 2029 are 3; at most 2 may be",
    ),
    "service-cost": (
        plain((work("a", 3, service=True, service_years=2),), service_cap=(9, 9, 2)),
        {0: (1, 0)},
        "services of 2029 cost 3; at most 2 may be",
    ),
    "instalment": (
        plain((work("a", 3), work("b", 3)), early=((5, 5),), second_month=3),
        {0: (1, 2), 1: (1, 2)},
        "purse needs 6 in 2028 before the second instalment; 5 is there by then",
    ),
    "earmark": (
        plain((work("a", 5),), caps=(Cap("food", frozenset({0}), (9, 4)),)),
        {0: (1, 0)},
        "food: 5 in 2028; at most 4 may be",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_judge_says_in_a_sentence_what_is_broken(name: str) -> None:
    problem, schedule, sentence = BROKEN[name]
    assert [found.problem.message for found in violations(problem, schedule, 2027)] == [f"{sentence}."]
    with pytest.raises(EngineError, match="limit-broken"):
        demand_sound(problem, schedule)


def test_each_kind_of_violation_is_tried() -> None:
    kinds = {name: next(violations(problem, schedule)).problem.code for name, (problem, schedule, _) in BROKEN.items()}
    assert all(kinds[name] == name for name in kinds.keys() & set(kinds.values()))
    assert set(kinds.values()) == {
        "horizon", "fiscal-year", "first-month", "constraint", "prerequisite-order", "exclusion", "capacity", "money",
        "running-cost", "earmark", "service-cost", "instalment",
    }  # fmt: skip


def test_without_a_calendar_years_are_counted_from_one() -> None:
    problem, schedule, _ = BROKEN["capacity"]
    broken = next(violations(problem, schedule)).problem
    assert broken.message == "2 village works start in year 2; at most 1 may."
    assert "tahun ke-2" in broken.message_id


@pytest.mark.parametrize(("lack", "limits"), [
    ("over-budget", {"usable": ((0, 0),)}),
    ("over-budget", {"caps": (Cap("food", frozenset({0}), (0, 0)),)}),
    ("running-cost", {"running_cap": (0, 0, 0)}),
    ("service-cost", {"service_cap": (0, 0, 0)}),
    ("instalment", {"early": ((0, 0),), "second_month": 12}),
    ("capacity", {"capacities": (Capacity("works", (0, 0)),)}),
])  # fmt: skip
def test_a_lifted_limit_is_none_and_no_other_is_lifted_with_it(lack, limits) -> None:
    service = lack == "service-cost"
    problem = plain(
        (work("a", running=0 if service else 1, service=service, takes=(0,)),), **{"capacities": ANY, **limits}
    )
    assert insert(problem, {}, [0]) is None
    assert insert(problem, {}, [0], (lack,)) == {0: (0, 0)}
    others = {other for other in KINDS.values() if other != lack}
    assert insert(problem, {}, [0], tuple(others)) is None


def test_money_that_carries_over_is_lacking_in_the_year_in_which_it_falls_short_and_only_there() -> None:
    needs = (Need("n", 1, 10), Need("m", 2, 10))
    works = tuple(
        work(name, cost, effects=(NeedEffect(need, 0, 10),)) for name, cost, need in (("big", 25, 0), ("small", 4, 1))
    )
    problem = replace(plain(works, years=3, carry_over=(True,), usable=((5, 10, 0),)), needs=needs)
    left = why_left_out(problem, {1: (0, 0)}, 0)
    # 5 - 4 is left of the first year, 10 come in the second: 25 lack 14 there, the least of all years, and only there
    assert (left.reason, left.binds[0].lacking) == ("over-budget", ((1, 14),))


@settings(max_examples=60, deadline=None)
@given(count=st.integers(2, 9), places=st.integers(0, 4), cuts=st.lists(st.integers(0, 9), max_size=3))
def test_a_line_takes_one_place_however_many_of_it_start(count: int, places: int, cuts: list[int]) -> None:
    """Works that cost nothing and are all worth the same: the largest lines come in, as many as there are places."""
    works = tuple(work(f"w{n}", 0, effects=(NeedEffect(n, amount=1),), takes=(0,)) for n in range(count))
    bounds = [0, *sorted(min(cut, count) for cut in cuts), count]
    groups = [frozenset(range(first, last)) for first, last in pairwise(bounds) if last - first > 1]
    alone = count - sum(map(len, groups))
    limits = Limits(("all",), ((9,),), (False,), capacities=(Capacity("starts", (places,)),), lines=tuple(groups))
    needs = tuple(Need(f"n{n}", 1, 1) for n in range(count))
    problem = PlanningProblem(1, (1000,), needs, works, limits)
    solved, found = solve(problem), search(problem)
    sizes = sorted([*map(len, groups), *[1] * alone], reverse=True)
    assert solved is not None
    assert len(solved.schedule) == sum(sizes[:places])
    assert min(places, len(sizes)) <= len(found) <= sum(sizes[:places])
    assert not list(violations(problem, solved.schedule))
    assert not list(violations(problem, found))
