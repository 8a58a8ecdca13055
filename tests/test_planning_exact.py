"""The exact search: proven optima of others and by hand, limits on nodes, and the least money that is missing."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from planning_oracle import best_by_trying
from test_planning_laws import bare_problem

from recommender.language.errors import InfeasibleError
from recommender.pipeline.planning.bare_problem import answer, doubts
from recommender.pipeline.planning.evaluation import objective, violations
from recommender.pipeline.planning.exact import least_extra, solve
from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.problem_file import read_problem
from recommender.pipeline.planning.search import search
from recommender.pipeline.planning.works import FULL, Need, NeedEffect, Synergy, Work

EXAMPLES = Path(__file__).resolve().parents[2] / "shared" / "planning-examples"


def example_files() -> list[Any]:
    files = sorted(EXAMPLES.glob("*.json"))
    missing = pytest.param(None, marks=pytest.mark.skip(reason="the examples (../shared/planning-examples) are absent"))
    return [pytest.param(file, id=file.stem) for file in files] or [missing]


# Proven optima of others ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", example_files())
def test_exact_finds_the_proven_optimum_and_fast_stays_below(file: Path) -> None:
    example = json.loads(file.read_text())
    problem = read_problem(file.read_text(), file.name)
    exact, fast = answer(problem, "exact"), answer(problem, "fast")
    assert (exact["objective"], exact["bound"], exact["gap"], exact["proven"]) == (
        (example["optimum"], example["optimum"], 0.0, True)
    )
    assert fast["objective"] <= example["optimum"]
    mandatory = {str(name) for name in example["data"].get("mandatory", [])}
    assert mandatory <= exact["start"].keys()
    assert mandatory <= fast["start"].keys()
    if len(problem.works) < 20:
        assert exact == answer(problem, "exact")  # again, to the letter


# Optima by hand -------------------------------------------------------------------------------------------------------


def bare(
    years: int, budget: list[int], items: dict[str, dict[str, Any]], gap: int = 10, **more: Any
) -> PlanningProblem:
    """Return a problem of one source and one indicator of weight 1, `cost` and `points` as numbers."""
    data = {
        "years": years,
        "discount": [1000, 900, 810, 729][:years],
        "sources": ["village"],
        "budget": [budget],
        "indicators": [{"gap": gap, "weight": 1}],
        "items": [
            {
                "id": name,
                "duration": item.get("duration", 0),
                "cost": item["cost"] if isinstance(item["cost"], list) else [[item["cost"]]],
                "effects": {"0": item["points"]} if "points" in item else {},
                "and": item.get("and", []),
                "or": item.get("or", []),
            }
            for name, item in items.items()
        ],
        **more,
    }
    return read_problem(json.dumps(data))


BY_HAND = {
    # 5 points for 6 in year 0 (5 x 2710), or 4 + 4 points for 5 each, one a year (4 x 2710 + 4 x 1710)
    "two cheap ones beat the best one": (
        bare(
            3, [6, 6, 0], {"a": {"cost": 6, "points": 5}, "b": {"cost": 5, "points": 4}, "c": {"cost": 5, "points": 4}}
        ),
        9 * 0 + 5 * 2710 + 4 * 1710,
        {"a": 0, "b": 1},
    ),
    # the saving of year 0 pays for the work of 8 in year 1: 9 x 900
    "carry over": (
        bare(2, [4, 4], {"a": {"cost": 8, "points": 9}}, carry_over=[True]),
        9 * 900,
        {"a": 1},
    ),
    "without carry over it is never paid": (bare(2, [4, 4], {"a": {"cost": 8, "points": 9}}), 0, {}),
    # a year of building: done at the end of year 0, so it counts in years 0 and 1, and its successor starts in year 1
    "prerequisite of a year": (
        bare(2, [9, 9], {"a": {"cost": 2, "duration": 1}, "b": {"cost": 2, "points": 7, "and": ["a"]}}),
        7 * 900,
        {"a": 0, "b": 1},
    ),
    "prerequisite within the year": (
        bare(2, [9, 9], {"a": {"cost": 2}, "b": {"cost": 2, "points": 7, "and": ["a"]}}),
        7 * 1900,
        {"a": 0, "b": 0},
    ),
    # either way through the group costs the same for b; c is the cheaper member
    "the cheaper member of a group": (
        bare(1, [9], {"a": {"cost": 4}, "b": {"cost": 3, "points": 5, "or": [["a", "c"]]}, "c": {"cost": 3}}),
        5 * 1000,
        {"b": 0, "c": 0},
    ),
    # 6 + 6 points close a gap of 10 and no more: the second one is worth 4
    "over-closing counts nothing": (
        bare(1, [9], {"a": {"cost": 4, "points": 6}, "b": {"cost": 4, "points": 6}}),
        10 * 1000,
        {"a": 0, "b": 0},
    ),
    # instalments 3 and 3 over two years: closed at the end of year 1
    "instalments": (
        bare(3, [3, 3, 3], {"a": {"cost": [[3], [3]], "duration": 2, "points": 5}}),
        5 * (900 + 810),
        {"a": 0},
    ),
    "an exclusion": (
        bare(1, [9], {"a": {"cost": 1, "points": 3}, "b": {"cost": 1, "points": 4}}, exclusions=[["a", "b"]]),
        4 * 1000,
        {"b": 0},
    ),
    "a synergy": (
        bare(
            1,
            [4],
            {"a": {"cost": 2, "points": 1}, "b": {"cost": 2, "points": 1}, "c": {"cost": 3, "points": 4}},
            synergies=[{"a": "a", "b": "b", "indicator": 0, "bonus": 5}],
        ),
        7 * 1000,
        {"a": 0, "b": 0},
    ),
    "a mandatory item takes the money": (
        bare(1, [4], {"a": {"cost": 3}, "b": {"cost": 3, "points": 4}}, mandatory=["a"]),
        0,
        {"a": 0},
    ),
    "nothing to plan": (bare(1, [4], {}), 0, {}),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_optimum_proven_by_hand(name: str) -> None:
    problem, value, start = BY_HAND[name]
    found = answer(problem, "exact")
    assert (found["objective"], found["proven"], found["start"]) == (value, True, start)


def test_a_proposal_counts_by_its_probability_and_never_instead_of_own_work() -> None:
    works = (
        Work("ask", False, 6, ((0,),), effects=(NeedEffect(0, 600),), others_cost=100),
        Work("do", True, 6, ((5,),), effects=(NeedEffect(0, 200),)),
    )
    limits = Limits(("village",), ((5,),), (False,))
    problem = PlanningProblem(1, (1000,), (Need("n", 1, 1000, ()),), works, limits, probability=300)
    solved = solve(problem)
    assert solved is not None
    # own 200 in full, the further 400 of the proposal by 0.3
    assert solved.value == 1000 * (1000 * 200 + 300 * 400)
    assert set(solved.schedule) == {0, 1}


def test_a_synergy_with_a_proposal_counts_though_neither_work_has_an_effect() -> None:
    works = (Work("ask", False, 0, ((0,),)), Work("do", True, 0, ((0,),)))
    limits = Limits(("village",), ((0,),), (False,))
    problem = PlanningProblem(
        1, (1000,), (Need("n", 1, 5),), works, limits, synergies=(Synergy(0, 1, 0, 2),), probability=300
    )
    solved = solve(problem)
    assert solved is not None
    assert (solved.value, solved.value) == (1000 * 300 * 2, best_by_trying(problem))


# Limits on nodes ------------------------------------------------------------------------------------------------------


def hard_problem() -> PlanningProblem:
    """Return a knapsack of 26 works over four years that no root relaxation settles."""
    draw = random.Random(7)
    items = {
        f"w{number}": {"cost": [[(cost := draw.randint(40, 99))]], "points": cost + draw.randint(-3, 3)}
        for number in range(26)
    }
    return bare(4, [211, 197, 203, 189], items, gap=100_000)


def test_a_limit_on_nodes_gives_a_plan_with_its_bound_and_gap() -> None:
    problem = hard_problem()
    stopped = solve(problem, node_limit=1)
    assert stopped is not None
    assert list(violations(problem, stopped.schedule)) == []
    assert not stopped.proven
    assert stopped.bound > stopped.value >= objective(problem, search(problem))
    assert stopped.gap == (stopped.bound - stopped.value) / stopped.bound
    assert 0 < stopped.gap < 0.2
    again = solve(problem, node_limit=1)
    assert again == stopped


def test_more_nodes_never_give_less() -> None:
    problem = read_problem(json.dumps(bare_problem(3)))
    best = solve(problem)
    assert best is not None
    assert best.proven
    for nodes in (1, 2, 10):
        stopped = solve(problem, node_limit=nodes)
        assert stopped is not None
        assert stopped.value <= best.value <= stopped.bound


# Mandatory items that cannot be done ----------------------------------------------------------------------------------


def pinned(problem: PlanningProblem, works: set[int]) -> PlanningProblem:
    return replace(
        problem, works=tuple(replace(work, pinned=index in works) for index, work in enumerate(problem.works))
    )


def richer(problem: PlanningProblem, extra: dict[tuple[int, int], int]) -> PlanningProblem:
    usable = tuple(
        tuple(amount + extra.get((purse, year), 0) for year, amount in enumerate(row))
        for purse, row in enumerate(problem.limits.usable)
    )
    return replace(problem, limits=replace(problem.limits, usable=usable))


@pytest.mark.seeds(12)
def test_the_least_extra_money_lets_the_pins_be_done_and_one_unit_less_does_not(seed: int) -> None:
    problem = read_problem(json.dumps({**bare_problem(seed), "exclusions": []}))
    poor = replace(
        problem, limits=replace(problem.limits, usable=tuple((1,) * problem.years for _ in problem.limits.usable))
    )
    pinning = pinned(poor, set(range(0, len(poor.works), 3)))
    extra = least_extra(pinning)
    places = [(purse, year) for purse in range(len(poor.limits.usable)) for year in range(poor.years)]
    if extra is None:
        assert solve(richer(pinning, dict.fromkeys(places, 10_000))) is None  # the years are too few, not the money
        return
    assert all(amount > 0 for amount in extra.values())
    enough = solve(richer(pinning, extra))
    assert enough is not None
    assert all(index in enough.schedule for index, work in enumerate(pinning.works) if work.pinned)
    for place in extra:
        assert solve(richer(pinning, {**extra, place: extra[place] - 1})) is None


def test_least_extra_is_the_least_over_all_ways_to_give_it() -> None:
    """Two items of 5 in two years of 3: 2 more in each year; with carry-over 4 more at the end, the same sum."""
    for carry in (False, True):
        items = {"a": {"cost": 5}, "b": {"cost": 5}}
        problem = bare(2, [3, 3], items, carry_over=[carry], mandatory=["a", "b"])
        assert sum((least_extra(problem) or {}).values()) == 4


def test_infeasible_says_how_much_more_by_source_and_year() -> None:
    problem = bare(1, [4], {"a": {"cost": 7}, "b": {"cost": 1, "points": 2}}, mandatory=["a"])
    for method in ("exact", "fast"):
        with pytest.raises(InfeasibleError) as caught:
            answer(problem, method)  # type: ignore[arg-type]
        (problem_,) = caught.value.problems
        assert "village, year 0" in problem_.where
        assert problem_.message.startswith("3 more")


def test_no_money_helps_pins_that_exclude_each_other_or_are_too_long() -> None:
    both = bare(1, [9], {"a": {"cost": 1}, "b": {"cost": 1}}, mandatory=["a", "b"], exclusions=[["a", "b"]])
    long = bare(1, [9], {"a": {"cost": [[1], [1]], "duration": 2}}, mandatory=["a"])
    for problem in (both, long):
        assert least_extra(problem) is None
        with pytest.raises(InfeasibleError, match="no money lets"):
            answer(problem, "exact")


def test_fast_never_leaves_out_a_mandatory_item_that_has_a_place() -> None:
    """Insertion one after the other puts the cheap one into the only year that pays for the dear one."""
    items = {"a": {"cost": 3, "points": 1}, "b": {"cost": 6, "points": 1}}
    problem = bare(2, [6, 3], items, mandatory=["a", "b"])
    assert answer(problem, "fast")["start"] == {"a": 1, "b": 0}


def test_an_item_that_can_be_in_no_plan_is_named() -> None:
    items = {"a": {"cost": 7}, "b": {"cost": [[1], [1]], "duration": 2}, "c": {"cost": 1}}
    said = [(doubt.where, doubt.code, doubt.severity) for doubt in doubts(bare(1, [4], items))]
    assert said == [("item a", "never-payable", "warning"), ("item b", "too-long", "warning")]


def test_objective_of_the_answer_is_in_the_units_of_the_file() -> None:
    problem, value, start = BY_HAND["carry over"]
    schedule: Schedule = {0: (start["a"], 0)}
    assert objective(problem, schedule) == value * FULL
