"""Random small planning problems: everything that a problem may hold, in numbers small enough to try every schedule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from recommender.pipeline.planning.limits import Cap, Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import Need, NeedEffect, Synergy, Work

Draw = Any
_RUNGS = (None, ((1, 200), (2, 600)), ((2, 1000),), ())


@st.composite
def problems(
    draw: Draw, most_works: int = 5, most_years: int = 3, with_pins: bool = True, all_called: bool = True
) -> PlanningProblem:
    """Return a problem; numbers of works are shuffled, so that a prerequisite may have the greater number."""
    years = draw(st.integers(1, most_years))
    purses = draw(st.integers(1, 2))
    needs = tuple(draw(_needs(number)) for number in range(draw(st.integers(1, 3))))
    count = draw(st.integers(1, most_works))
    number = draw(st.permutations(range(count)))
    works: list[Work] = [Work("", True, 0, ((0,),))] * count
    for rank in range(count):
        works[number[rank]] = draw(_works(f"w{number[rank]}", years, purses, needs, number[:rank]))
    problem = PlanningProblem(
        years=years,
        discount=tuple([1000, 900, 810, 729][:years]),
        needs=needs,
        works=tuple(works),
        limits=draw(_limits(years, purses, count)),
        exclusions=tuple(sorted(draw(st.sets(_pairs(count), max_size=1)))) if count > 1 else (),
        synergies=tuple(
            Synergy(one, other, draw(st.integers(0, len(needs) - 1)), draw(st.integers(1, 3)))
            for one, other in (draw(st.sets(_pairs(count), max_size=1)) if count > 1 else ())
        ),
        probability=draw(st.sampled_from((300, 1000))),
        others_price=50,
        banned=frozenset(draw(st.sets(st.integers(0, count - 1), max_size=1))),
    )
    if with_pins and draw(st.booleans()):
        pinned = draw(st.integers(0, count - 1))
        problem = replace(
            problem, works=tuple(replace(work, pinned=index == pinned) for index, work in enumerate(problem.works))
        )
    if not all_called:
        asked = draw(st.sets(st.integers(0, count - 1)))
        problem = replace(
            problem, works=tuple(replace(work, called=index in asked) for index, work in enumerate(problem.works))
        )
    return own_ways_first(problem)


def _pairs(count: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])


@st.composite
def _needs(draw: Draw, number: int) -> Need:
    rungs = draw(st.sampled_from(_RUNGS))
    gap = draw(st.integers(1, 6)) if rungs is None else 1000
    return Need(f"n{number}", draw(st.integers(0, 9)), gap, rungs)


@st.composite
def _works(draw: Draw, name: str, years: int, purses: int, needs: tuple[Need, ...], before: list[int]) -> Work:
    own = draw(st.sampled_from((True, True, False)))
    months = draw(st.sampled_from((0, 1, 3, 4, 6, 9, 12, 24) if years > 1 else (0, 2, 3, 5, 12)))
    span = max(1, -(-months // 12))
    effects = []
    for number in sorted(draw(st.sets(st.integers(0, len(needs) - 1), max_size=2))):
        if needs[number].rungs is None:
            effects.append(NeedEffect(number, 0, draw(st.integers(1, 5))))
        else:
            reach, amount = draw(st.sampled_from(((200, 0), (600, 0), (1000, 0), (0, 1), (0, 2))))
            effects.append(NeedEffect(number, reach, amount))
    edges = st.sets(st.sampled_from(before), max_size=2) if before else st.just(set())
    requires = tuple(sorted(draw(edges))) if draw(st.booleans()) else ()
    group = tuple(sorted(draw(edges))) if draw(st.booleans()) else ()
    amount = st.integers(0, 9)
    return Work(
        name=name,
        own=own,
        months=months,
        costs=tuple(tuple(draw(amount) if own else 0 for _ in range(purses)) for _ in range(span)),
        requires=requires,
        groups=(group,) if group else (),
        effects=tuple(effects),
        earliest=0 if own else draw(st.sampled_from((0, 5, 12))),
        others_cost=0 if own else draw(st.integers(0, 200)),
        running=draw(st.sampled_from((0, 0, 1, 2))),
    )


@st.composite
def _limits(draw: Draw, years: int, purses: int, count: int) -> Limits:
    amounts = st.integers(0, 14)
    rows = st.tuples(*[amounts] * years)
    capped = draw(st.sets(st.integers(0, count - 1)))
    return Limits(
        purses=tuple(f"purse {purse}" for purse in range(purses)),
        usable=tuple(draw(rows) for _ in range(purses)),
        carry_over=tuple(draw(st.booleans()) for _ in range(purses)),
        running_cap=draw(st.one_of(st.none(), st.tuples(*[st.integers(0, 4)] * (years + 1)))),
        works_per_year=draw(st.sampled_from((None, 1, 2))),
        proposals_per_year=draw(st.sampled_from((None, 1))),
        works_at_once=draw(st.sampled_from((None, 1, 2))),
        first_month=draw(st.sampled_from((0, 2))),
        caps=(Cap("cap", frozenset(capped), draw(rows)),) if draw(st.booleans()) else (),
    )


@st.composite
def with_floors(draw: Draw, most_works: int = 4) -> PlanningProblem:
    """Return a problem in which works of a focus shall cost so much at least in each year."""
    problem = draw(problems(most_works=most_works, with_pins=False))
    works = draw(st.sets(st.integers(0, len(problem.works) - 1), min_size=1))
    amounts = draw(st.tuples(*[st.integers(0, 9)] * problem.years))
    return replace(problem, limits=replace(problem.limits, floors=(Cap("floor", frozenset(works), amounts),)))


def own_ways_first(problem: PlanningProblem) -> PlanningProblem:
    """Return the problem as the candidates of a village are: no proposal in a group where a member needs none."""
    works = tuple(
        replace(
            work,
            groups=tuple(
                tuple(other for other in group if other not in problem.conditional) or group for group in work.groups
            )
            if work.own
            else work.groups,
        )
        for work in problem.works
    )
    return replace(problem, works=works)
