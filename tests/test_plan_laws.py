"""Laws of every plan, on random villages and by both methods: counted anew from the plan, not by the search's room.

What a plan promises a village: caps of every kind, services in each year, what comes first, nothing twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
import shipped
from random_villages import METHODS, Case, Method, case, request_of

import recommender as rec
from recommender.model.plan import Plan, Step
from recommender.pipeline.engine import recommend_all
from recommender.pipeline.planning.evaluation import dependents, objective
from recommender.pipeline.planning.exact import solve
from recommender.pipeline.planning.limits import Capacity
from recommender.pipeline.planning.months import roles
from recommender.pipeline.planning.prerequisites import with_prerequisites
from recommender.pipeline.planning.room import Room
from recommender.pipeline.planning.village_problem import BEYOND

ORDER = ("severe", "basic", "other", "assumed", "amenity", "beyond", None)
SEEDS = 24

each_case = pytest.mark.seeds(SEEDS)
by_method = pytest.mark.parametrize("method", METHODS)


# Services -------------------------------------------------------------------------------------------------------------


@each_case
@by_method
def test_a_service_has_a_line_in_each_year_from_its_start(seed: int, method: Method) -> None:
    found = case(seed, method)
    for step in found.plan.steps:
        if step.measure != "service":
            continue
        delivered = found.kb.interventions[step.intervention].delivered_years or len(found.years)
        last = min(found.years[-1], step.year + delivered - 1)
        assert [line.year for line in step.lines] == list(range(step.year, last + 1))
        assert len({line.amount for line in step.lines}) == 1
        assert step.running_cost_per_year == 0


# Caps -----------------------------------------------------------------------------------------------------------------


@each_case
@by_method
def test_services_and_upkeep_keep_their_shares_in_each_year_and_the_year_after(seed: int, method: Method) -> None:
    found = case(seed, method)
    settings = found.prepared.asked.settings
    for year in found.years:
        of_services = sum(line.amount for step, line in found.lines(year) if step.measure == "service")
        upkeep = sum(row.amount for row in found.plan.upkeep if row.year == year)
        assert of_services * 1000 <= found.gross(year) * settings.service_share
        assert upkeep * 1000 <= found.gross(year) * settings.running_cost_share
    last = found.years[-1]
    going_on = kept_up = 0
    for step in found.plan.steps:
        noun = found.kb.interventions[step.intervention]
        if step.measure == "service" and step.executor == "village":
            ends = step.year + (noun.delivered_years or 1_000)
            going_on += step.lines[-1].amount if ends > last + 1 else 0
        elif noun.running_cost.falls_on_village(step.executor):
            kept_up += step.running_cost_per_year
    assert going_on * 1000 <= found.gross(last) * settings.service_share
    assert kept_up * 1000 <= found.gross(last) * settings.running_cost_share


@each_case
@by_method
def test_a_year_starts_no_more_than_a_village_can_and_each_addressee_is_asked_for(seed: int, method: Method) -> None:
    """Phases of a work and soft measures of a package are one line of a year; acts take no place."""
    found = case(seed, method)
    settings = found.prepared.asked.settings
    for year in found.years:
        begun: dict[bool, set[str]] = {True: set(), False: set()}
        rounds: Counter[str] = Counter()
        for step, line in found.lines(year):
            noun = found.kb.interventions[step.intervention]
            if line.volume is None or step.measure == "act" or (step.measure == "service" and year != step.year):
                continue
            rounds[step.intervention] += noun.repeats
            begun[step.physical].add(step.intervention if step.physical else noun.package or step.intervention)
        assert len(begun[True]) <= settings.physical_works_per_year
        assert len(begun[False]) <= settings.lines_per_year
        assert max(rounds.values(), default=0) <= 1
        asked = Counter(
            step.addressee for step, line in found.lines(year, own=False) if step.physical and year == step.year
        )
        assert max(asked.values(), default=0) <= settings.building_proposals_per_addressee


@each_case
@by_method
def test_what_starts_before_the_second_instalment_fits_the_first(seed: int, method: Method) -> None:
    found = case(seed, method)
    asked, framework = found.prepared.asked, found.prepared.judged.scored.index
    shares = {source: found.kb.funding[source].first_instalment for source in asked.money.amounts}
    for number, year in enumerate(found.years):
        there = asked.money.early(framework.class_slug if framework else None)
        if not any(shares.values()):
            assert there is None
            continue
        assert there is not None
        before = sum(
            line.amount
            for step, line in found.lines(year)
            if step.measure != "service"
            and line.volume is not None
            and line.start_month < asked.settings.second_instalment_month
        )
        assert before <= there[number]


@each_case
@by_method
def test_no_year_spends_more_than_there_is(seed: int, method: Method) -> None:
    found = case(seed, method)
    for row in found.plan.money:
        if row.budget is not None:
            assert row.planned <= row.budget - (row.reserve or 0) + len(found.plan.money)  # rounding of the reserve


# Order ----------------------------------------------------------------------------------------------------------------


def keys(found: Case) -> dict[str, tuple[int, bool, int]]:
    """Return for each step its year, whether it is a small soft line that only such rest on, and what it serves."""
    planned, problem = found.planned, found.prepared.built.problem
    found_keys = {}
    for step in found.plan.steps:
        first = min(w for w in found.prepared.built.numbers[step.intervention] if w in planned.schedule)
        year = planned.schedule[first][0]
        gone = [w for w in dependents(problem, planned.schedule, first) if planned.schedule[w][0] == year]
        minor = all(is_small_and_soft(found, w) for w in gone)
        found_keys[step.intervention] = (step.year, minor, ORDER.index(step.serves))
    return found_keys


def is_small_and_soft(found: Case, work: int) -> bool:
    noun, part = found.kb.interventions[found.prepared.name_of(work)], found.prepared.part(work)
    small = part.cost <= found.prepared.asked.settings.small_line
    return noun.measure == "act" or (small and not noun.physical)


def waits_for(plan: Plan, step: Step) -> set[str]:
    """Return the steps that a step rests on, directly or through others, itself included."""
    by_name = {other.intervention: other for other in plan.steps}
    beneath, waiting = set(), [step.intervention]
    while waiting:
        name = waiting.pop()
        if name not in beneath:
            beneath.add(name)
            waiting += by_name[name].requires
    return beneath


@each_case
@by_method
def test_within_a_year_what_people_need_most_comes_first(seed: int, method: Method) -> None:
    """A step stands behind one that serves less only if something that it rests on stands there or behind it."""
    found = case(seed, method)
    key, steps = keys(found), found.plan.steps
    for place, step in enumerate(steps):
        assert not any(name in {later.intervention for later in steps[place:]} for name in step.requires)
        beneath = waits_for(found.plan, step)
        for earlier in range(place):
            if key[step.intervention] < key[steps[earlier].intervention]:
                assert beneath & {other.intervention for other in steps[earlier:place]}


@each_case
@by_method
def test_no_amenity_among_the_first_three_while_a_basic_step_of_the_year_stands_behind(
    seed: int, method: Method
) -> None:
    found = case(seed, method)
    steps = found.plan.steps
    for place, step in enumerate(steps[:3]):
        if step.serves in ("amenity", "beyond", None):
            told = {other.intervention for other in steps[:place]}
            for later in steps[place + 1 :]:
                if later.year == step.year and later.serves in ("severe", "basic"):
                    assert step.intervention in waits_for(found.plan, later) or set(later.requires) - told


# Tiers ----------------------------------------------------------------------------------------------------------------


@each_case
@by_method
def test_nothing_beyond_a_target_stands_where_what_is_needed_would_fit(seed: int, method: Method) -> None:
    found = case(seed, method)
    problem, schedule = found.prepared.built.problem, found.planned.schedule
    if BEYOND not in problem.tiers:
        return
    needed = problem.tiers.index(BEYOND)
    worth = objective(problem, schedule)[:needed]
    left = [w for w, noun in enumerate(problem.works) if noun.called and w not in schedule]
    for step in found.plan.steps:
        works = [w for w in found.prepared.built.numbers[step.intervention] if w in schedule]
        gone = dependents(problem, schedule, works[0])
        kept = {w: start for w, start in schedule.items() if w not in gone}
        if objective(problem, kept)[:needed] < worth:
            continue  # what is needed rests on it
        for work in left:
            order = with_prerequisites(problem, kept, (work,))
            room = Room(problem, kept)
            if order is None or work in found.planned.on_doubt or not room.insert(order):
                continue
            if objective(problem, room.schedule)[:needed] > worth:  # for the years until something better is there
                told = problem.works[work].name, step.intervention
                assert roles(problem, room.schedule)[work].needless, told


# More of everything ---------------------------------------------------------------------------------------------------


@pytest.mark.seeds(12)
def test_more_money_or_places_never_lower_what_is_needed_most(seed: int) -> None:
    """Each seed tries one of the three, for the exact plan of a village takes seconds."""
    problem = case(seed, "exact").prepared.built.problem
    limits = problem.limits
    richer = replace(limits, usable=tuple(tuple(a + 50_000_000 for a in row) for row in limits.usable))
    roomier = replace(
        limits, capacities=tuple(Capacity(c.name, tuple(most + 1 for most in c.amounts)) for c in limits.capacities)
    )
    freer = replace(
        limits,
        running_cap=limits.running_cap and tuple(cap + 10_000_000 for cap in limits.running_cap),
        service_cap=limits.service_cap and tuple(cap + 10_000_000 for cap in limits.service_cap),
    )
    had = solve(problem, with_ties=False)
    assert had is not None
    assert had.proven
    has = solve(replace(problem, limits=(richer, roomier, freer)[seed % 3]), with_ties=False)
    assert has is not None
    assert has.value >= had.value


# What goes on anyway, and what things cost ----------------------------------------------------------------------------


@each_case
@by_method
def test_what_goes_on_anyway_is_never_planned(seed: int, method: Method) -> None:
    found = case(seed, method)
    there = {name for row in found.plan.existing for name in row.meets}
    assert there.isdisjoint(step.intervention for step in found.plan.steps)
    assert there.isdisjoint(entry.intervention for entry in found.plan.deferred)


@each_case
@by_method
def test_costs_are_rounded_units_times_volumes(seed: int, method: Method) -> None:
    """The sum of the lines is the price of the sum of their volumes, to the rupiah."""
    found = case(seed, method)
    for step in found.plan.steps:
        assert step.price is not None
        assert sum(line.amount for line in step.lines) == step.cost.total
        volumes = [found.prepared.part(w).quantity for w in found.prepared.built.numbers[step.intervention]]
        quantity = sum(round(line.volume.amount * 1000) for line in step.lines if line.volume is not None)
        assert abs(step.cost.total * 1000 - step.price.unit * quantity) < 1000 * max(1, len(step.lines)), volumes


@pytest.mark.seeds(4)
@by_method
def test_same_input_same_bytes_in_any_order(seed: int, method: Method) -> None:
    kb = shipped.knowledge()
    asked = [request_of(4 * seed + number)[0] for number in range(2)]
    villages = list({village.key: village for village in asked}.values())
    options = replace(request_of(seed)[1], method=method)
    texts = {
        rec.to_json(rec.document(recommend_all(order, kb, options), kb, options))
        for order in (villages, villages[::-1])
    }
    assert len(texts) == 1


def test_the_cases_hold_what_the_laws_are_about() -> None:
    """Services, phases, acts, minor lines, steps beyond targets and existing programmes: else a law says nothing."""
    plans = [case(seed, "fast").plan for seed in range(SEEDS)]
    steps = [step for plan in plans for step in plan.steps]
    assert {step.measure for step in steps} == {"work", "service", "act"}
    assert {step.serves for step in steps} >= {"severe", "basic", "other", "amenity", "beyond"}
    assert any(a.serves == b.serves and a.year == b.year for plan in plans for a, b in pairwise(plan.steps))
    assert any(step.measure == "work" and len(step.lines) > 1 for step in steps)
    assert any(plan.existing for plan in plans)
    assert any(step.addressee for step in steps)
