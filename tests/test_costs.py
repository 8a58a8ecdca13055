"""What a work costs and who builds it: exact rounding, the village first, never a proposal for a small work."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_knowledge import PARAMETERS

from recommender.model.knowledge import Cost, Intervention, RunningCost
from recommender.model.needs import Contribution
from recommender.model.priced import Priced
from recommender.model.settings import Settings
from recommender.pipeline.costs import Assigned, Means, assign, cut_in_phases, expected_cost, split

SETTINGS = Settings(
    **{
        name.replace("-", "_"): int(value if unit in ("IDR", "months", "count", "years") else round(value * 1000))
        for name, (unit, value) in PARAMETERS.items()
        if name.replace("-", "_") in Settings.__dataclass_fields__
    }
)
AMOUNTS = st.integers(0, 10**13)


def cost(low: int, high: int, expected: int | None = None) -> Cost:
    return Cost(low=low, high=high, expected=expected, per="village", year=2024, basis="judgement")


def work(**given: Any) -> Intervention:
    usual = {"executors": ("village", "district"), "divisible": False, "measure": "work"}
    return Intervention.model_construct(**{**usual, **given})


def means(yearly: int, years: int = 3, own_only: bool = False) -> Means:
    return Means(best_year=yearly, poorest_year=yearly, years=years, own_only=own_only)


def priced(unit: int, level: Fraction = Fraction(1)) -> Priced:
    """Return a price of the unit as it stands, upkeep at the price level."""
    return Priced(unit, unit, unit, unit, 2024, 2024, level, None, 1000)


# Expected cost


@given(AMOUNTS, AMOUNTS)
def test_expected_cost_is_the_exact_mean_rounded_half_up(one, other):
    low, high = sorted((one, other))
    wide = low > 0 and Fraction(high, low) > 4
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(low * high).sqrt() if wide else Decimal(low + high) / 2
        assert expected_cost(cost(low, high), SETTINGS) == int(
            (exact + Decimal("0.5")).to_integral_value("ROUND_FLOOR")
        )
    assert low <= expected_cost(cost(low, high), SETTINGS) <= high


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 0, 0),
        (0, 100, 50),  # no geometric mean of nothing
        (0, 1, 1),  # half up
        (25, 100, 63),  # four times is not wide: (25 + 100) / 2 = 62.5
        (24, 100, 49),  # wide: sqrt(2400) = 48.99
        (2, 10, 4),  # sqrt(20) = 4.47
        (1, 6, 2),  # sqrt(6) = 2.449
        (3, 14, 6),  # sqrt(42) = 6.48
        (1, 7, 3),  # sqrt(7) = 2.646
    ],
)
def test_expected_cost_by_hand(low, high, expected):
    assert expected_cost(cost(low, high), SETTINGS) == expected


def test_cost_given_in_the_file_is_taken_as_it_is():
    assert expected_cost(cost(1, 1000, 700), SETTINGS) == 700


@given(AMOUNTS, st.integers(0, 10**7))
def test_price_of_a_quantity_is_exact_and_rounded_half_up(unit, quantity):
    low, expected, high = priced(unit).of(quantity)
    assert low == expected == high == (unit * quantity * 2 + 1000) // 2000


def test_upkeep_is_a_share_of_the_cost_or_an_amount_for_each_unit_at_the_price_level():
    def upkeep(running: RunningCost, quantity: int, level: Fraction = Fraction(1)) -> int:
        return priced(1, level).running(work(running_cost=running), 1_000_050, quantity)

    assert upkeep(RunningCost.model_validate({"share": 0.03}), 5000) == 30_002  # 30,001.5
    assert upkeep(RunningCost(amount=200), 2500) == 500
    assert upkeep(RunningCost(amount=200), 2500, Fraction(11, 10)) == 550
    assert upkeep(RunningCost(amount=0), 1000) == 0


@given(AMOUNTS, st.integers(1, 10))
def test_instalments_add_up_and_differ_by_a_rupiah_at_most(amount, years):
    parts = split(amount, years)
    assert sum(parts) == amount
    assert len(parts) == years
    assert max(parts) - min(parts) <= 1
    assert list(parts) == sorted(parts, reverse=True)


# Phases


@given(st.integers(1, 40), st.integers(0, 10**10), st.integers(1, 60), st.integers(0, 10**9), st.integers(2, 8))
def test_phases_add_up_to_the_work_in_whole_units(units, amount, months, running, phases):
    parts = cut_in_phases(1000 * units, amount, months, running, phases)
    assert len(parts) == (min(phases, units) if units > 1 else phases)
    assert sum(part.quantity for part in parts) == 1000 * units
    assert sum(part.cost for part in parts) == amount
    assert sum(part.running for part in parts) == running
    assert units == 1 or all(part.quantity % 1000 == 0 and part.quantity for part in parts)
    assert all(len(part.costs) == max(1, -(-part.months // 12)) for part in parts)
    assert sum(part.months for part in parts) >= months
    assert [part.before for part in parts[1:]] == [part.upto for part in parts[:-1]]
    assert (parts[0].before, parts[-1].upto) == (0, 1000)


@given(st.integers(1, 40), st.integers(2, 8), st.integers(0, 1000), st.integers(0, 9))
def test_phases_do_together_what_the_work_does_and_only_the_last_one_reaches(units, phases, reach, amount):
    whole = Contribution(reach, amount)
    done = [part.contribution(whole) for part in cut_in_phases(1000 * units, 1, 3, 0, phases)]
    assert [each.reach for each in done] == [0] * (len(done) - 1) + [reach]
    assert sum(each.amount for each in done) == amount


def test_phases_of_a_road_by_hand():
    """Five kilometres in three phases: one, two and two, each at the price of its kilometres."""
    parts = cut_in_phases(5000, 500, 9, 50, 3)
    assert [(part.quantity, part.costs, part.months, part.running) for part in parts] == [
        (1000, (100,), 3, 10),
        (2000, (200,), 3, 20),
        (2000, (200,), 3, 20),
    ]
    assert [part.completes for part in parts] == [False, False, True]


def test_what_is_built_at_once_is_paid_over_the_years_that_it_takes():
    (part,) = cut_in_phases(1000, 50_000_001, 18, 7, 1)
    assert (part.costs, part.months, part.running, part.completes) == ((25_000_001, 25_000_000), 18, 7, True)


# Who builds: 60 % of a year's money at once, 40 % of each year in phases, never a proposal up to 30 million


@pytest.mark.parametrize("executors", [("village", "district"), ("district", "village"), ("village",)])
def test_village_builds_wherever_it_is_listed_what_fits_its_means(executors):
    assert assign(work(executors=executors), 60_000_000, SETTINGS, means(100_000_000)).executor == "village"


def test_one_rupiah_above_the_share_goes_to_the_first_other_executor():
    answer = assign(work(executors=("village", "province", "district")), 60_000_001, SETTINGS, means(100_000_000))
    assert answer == Assigned("province")


def test_village_only_and_too_dear_is_over_budget():
    assert assign(work(executors=("village",)), 60_000_001, SETTINGS, means(100_000_000)) == "over-budget"


@pytest.mark.parametrize("amount", [30_000_000, 1])
def test_never_a_proposal_at_or_below_thirty_million_that_the_village_may_pay(amount):
    assert assign(work(), amount, SETTINGS, means(0)) == "over-budget"


def test_proposal_just_above_thirty_million():
    assert assign(work(), 30_000_001, SETTINGS, means(0)) == Assigned("district")


def test_small_work_of_others_alone_is_a_proposal():
    assert assign(work(executors=("national",)), 1_000_000, SETTINGS, means(10**12)) == Assigned("national")


def test_divisible_work_is_built_in_phases_two_of_which_fit_the_share_of_a_year():
    answer = assign(work(divisible=True), 100_000_001, SETTINGS, means(100_000_000))
    assert answer == Assigned("village", 6)
    parts = cut_in_phases(1000, 100_000_001, 9, 0, 6)
    assert 2 * max(part.cost for part in parts) <= 40_000_000


def test_divisible_work_that_fits_the_share_of_one_year_is_not_split():
    assert assign(work(divisible=True), 40_000_000, SETTINGS, means(100_000_000)) == Assigned("village")
    assert assign(work(divisible=True), 40_000_001, SETTINGS, means(100_000_000)) == Assigned("village", 4)


def test_divisible_work_takes_no_more_years_than_the_plan_has():
    assert assign(work(divisible=True), 120_000_000, SETTINGS, means(100_000_000)) == Assigned("village", 6)
    assert assign(work(divisible=True), 120_000_001, SETTINGS, means(100_000_000)).executor == "district"
    assert assign(work(divisible=True), 61_000_000, SETTINGS, means(100_000_000, years=1)).executor == "district"


def test_service_fits_its_share_of_the_poorest_year_and_is_never_cut():
    """Each year of it costs the same: neither the best year nor phases help."""
    service = work(measure="service", divisible=True)
    uneven = Means(best_year=200_000_000, poorest_year=100_000_000, years=3)
    assert assign(service, 40_000_000, SETTINGS, uneven) == Assigned("village")
    assert assign(service, 40_000_001, SETTINGS, uneven) == Assigned("district")
    assert assign(work(measure="service", executors=("village",)), 40_000_001, SETTINGS, uneven) == "service-cost"


@pytest.mark.parametrize(("amount", "answer"), [(5_000_000_000, "district"), (5_000_000_001, "too-large")])
def test_proposal_above_five_billion_stands_outside_the_plan(amount, answer):
    found = assign(work(), amount, SETTINGS, means(330_000_000))
    assert (found if isinstance(found, str) else found.executor) == answer


@pytest.mark.parametrize("amount", [300_000_000, 6_000_000_000])
def test_under_own_means_what_others_would_build_has_no_source(amount):
    assert assign(work(), amount, SETTINGS, means(330_000_000, own_only=True)) == "no-source"
    assert assign(work(executors=("district",)), 1, SETTINGS, means(330_000_000, own_only=True)) == "no-source"


def test_means_of_uneven_years():
    """A work fits in the best year; phases must fit in the poorest."""
    uneven = Means(best_year=200_000_000, poorest_year=50_000_000, years=3)
    assert assign(work(), 120_000_000, SETTINGS, uneven).executor == "village"
    assert assign(work(divisible=True), 60_000_000, SETTINGS, uneven) == Assigned("village", 6)
    assert assign(work(divisible=True), 60_000_001, SETTINGS, uneven) == Assigned("village")
    assert assign(work(divisible=True), 130_000_000, SETTINGS, uneven).executor == "district"


@given(st.integers(0, 10**10), st.integers(0, 10**9), st.booleans(), st.booleans(), st.integers(1, 5))
def test_answer_always_keeps_the_rules(amount, yearly, divisible, own_only, years):
    answer = assign(work(divisible=divisible), amount, SETTINGS, means(yearly, years, own_only))
    if isinstance(answer, str):
        assert answer in ("over-budget", "no-source", "too-large")
        assert amount * 10 > yearly * 6
    elif answer.executor == "village":
        phases = cut_in_phases(1000, amount, 3, 0, answer.phases)
        a_year = -(-len(phases) // years)
        assert amount * 10 <= yearly * 6 or a_year * (max(part.cost for part in phases) - 1) * 10 <= yearly * 4
    else:
        assert not own_only
        assert 30_000_000 < amount <= 5_000_000_000
