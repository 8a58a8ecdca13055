"""Prices in a village: multiplied first, rounded once; three digits, never finer than Rp 50,000 above that."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import knowledge

from recommender.knowledge.reference_tables import construction_ratio
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.priced import FINEST, rounded
from recommender.model.settings import settings_for
from recommender.pipeline.costs import Assigned, Means, assign
from recommender.pipeline.prices import localised

AMOUNTS = st.integers(0, 10**12)
HIGHLANDS, OF_A_PROVINCE, NOWHERE = "94.02.01.2001", "64.99.01.2001", "99.01.01.2001"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return knowledge()


@given(AMOUNTS)
def test_a_rounded_price_is_near_and_stays_what_it_is(price):
    near = rounded(price)
    assert rounded(near) == near
    finest = FINEST if price > FINEST else 1
    assert abs(near - price) * 2 <= max(finest, 10 ** max(0, len(str(price)) - 3))
    assert len(str(near).rstrip("0")) <= 3 or (price > FINEST and near % FINEST == 0)
    assert price <= FINEST or near % FINEST == 0


@given(AMOUNTS, AMOUNTS)
def test_rounding_keeps_the_order(one, other):
    low, high = sorted((one, other))
    assert rounded(low) <= rounded(high)


@given(AMOUNTS, st.integers(1, 400), st.integers(1, 400))
def test_sums_of_rounded_prices_stay_exact(price, some, more):
    unit = rounded(price)
    assert unit * some + unit * more == unit * (some + more)


def test_a_built_work_follows_the_construction_cost_of_its_district(kb):
    road, training = kb.interventions["village-road-paving"], kb.interventions["health-cadre-training"]
    far = localised(road, kb, HIGHLANDS, 2027)
    assert (far.region, far.ratio) == construction_ratio(kb, HIGHLANDS)
    assert far.expected == rounded(far.base * far.level * far.ratio / 1000)
    assert far.expected > 2 * localised(road, kb, NOWHERE, 2027).expected
    assert localised(training, kb, HIGHLANDS, 2027) == localised(training, kb, NOWHERE, 2027)


def test_an_unknown_district_takes_its_province_and_no_province_the_median(kb):
    road = kb.interventions["village-road-paving"]
    assert localised(road, kb, OF_A_PROVINCE, 2027).region == "64"
    nowhere = localised(road, kb, NOWHERE, 2027)
    assert (nowhere.region, nowhere.ratio) == (None, 1000)


def test_nominal_prices_are_those_of_the_sources_rounded(kb):
    for work in kb.interventions.values():
        price = localised(work, kb, HIGHLANDS, 2027, nominal=True)
        assert (price.level, price.level_year, price.region) == (1, price.base_year, None)
        assert (price.low, price.high) == (rounded(work.cost.low), rounded(work.cost.high))


def test_every_price_ascends_and_stands_at_the_last_known_level(kb):
    index = kb.parameters["price-index"]
    for work in kb.interventions.values():
        price = localised(work, kb, HIGHLANDS, 2027)
        assert price.low <= price.expected <= price.high
        assert price.level >= 1
        assert price.level_year in (price.base_year, max(index.values).year)


def test_a_plan_that_starts_earlier_knows_only_the_level_of_its_time(kb):
    laptops = kb.interventions["office-computers"]
    assert laptops.cost.years == (2015,)
    index = kb.parameters["price-index"]
    early = localised(laptops, kb, NOWHERE, 2020)
    assert early.level_year == 2019
    assert early.level == Fraction(index.at(datetime.date(2019, 12, 31)), index.at(datetime.date(2015, 12, 31)))
    assert early.expected < localised(laptops, kb, NOWHERE, 2027).expected


def test_the_price_of_a_quantity_and_its_upkeep_come_of_the_rounded_unit(kb):
    road = kb.interventions["village-road-paving"]
    price = localised(road, kb, HIGHLANDS, 2027)
    low, cost, high = price.of(2500)
    assert (low, cost, high) == (price.low * 5 // 2, price.expected * 5 // 2, price.high * 5 // 2)
    share = road.running_cost.share
    assert share is not None
    assert price.running(road, cost, 2500) == (cost * share + 500) // 1000
    link = kb.interventions["microwave-backhaul"]
    at_level = localised(link, kb, HIGHLANDS, 2027)
    assert at_level.running(link, 0, 2000) == 2 * rounded((link.running_cost.amount or 0) * at_level.level)


def smallest(work: Intervention) -> int:
    """Return the thousandths of a unit in the smallest size of a work, facts as they are assumed."""
    fact = work.quantity.fact
    assumed = knowledge().facts[fact].assumption if fact else None
    units = Fraction(str(assumed.value)) if assumed else work.quantity.number or 0
    return int(units * work.quantity.share * min(work.sizes, default=1000) // 1000)


@pytest.mark.parametrize("money", [300_000_000, 373_000_000])
def test_a_village_of_usual_means_can_pay_what_no_other_pays(kb, money):
    """Whatever the village alone builds or runs has a size, or phases, that fit the share of a year's money."""
    settings = settings_for(kb, 2027)
    means = Means(best_year=money, poorest_year=money, years=3)
    alone = [name for name, work in kb.interventions.items() if work.executors == ("village",)]
    assert len(alone) > 10
    for name in alone:
        work = kb.interventions[name]
        cost = localised(work, kb, NOWHERE, 2027).of(smallest(work))[1]
        assert isinstance(assign(work, cost, settings, means), Assigned), f"{name}: {cost:_}"


@pytest.mark.parametrize("name", ["stunting-package", "food-security-unit"])
def test_a_programme_that_comes_in_sizes_needs_them(kb, name):
    """The smallest is a fifth of a usual year at most."""
    work = kb.interventions[name]
    assert work.sizes
    assert localised(work, kb, NOWHERE, 2027).of(smallest(work))[1] * 5 <= 330_000_000
