"""What a work costs in a village and who builds it: the village if the work fits its means, else others."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from recommender.model.conditions import SCALE, Interval, KnownFact
from recommender.model.knowledge import Cost, Intervention, KnowledgeBase, Quantity
from recommender.model.nouns import VILLAGE
from recommender.model.settings import PRICE_INDEX, Settings
from recommender.request.request import VillageRequest

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Means:
    """What a village can do: rupiah of its best and of its poorest year, years of the plan, whether without others.

    `at_price_level`: costs are brought from their year to the start year.
    """

    best_year: int
    poorest_year: int
    years: int
    own_only: bool = False
    start_year: int = 0
    at_price_level: bool = False


def means_of(asked: VillageRequest) -> Means:
    """Return the means of a village by its money and what is asked for it."""
    money, options = asked.money, asked.options
    return Means(
        best_year=max(money.totals),
        poorest_year=min(money.totals),
        years=money.years,
        own_only=options.own_means,
        start_year=options.start_year,
        at_price_level=money.at_price_level,
    )


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who builds, over how many months, and the village's rupiah by year (empty for others)."""

    executor: str
    months: int
    instalments: tuple[int, ...]


def expected_cost(cost: Cost, settings: Settings) -> int:
    """Return the file's expected cost, else the geometric mean where high/low is wide and low above 0, else the mean.

    Rounded half up to whole rupiah.
    """
    if cost.expected is not None:
        return cost.expected
    if cost.low > 0 and cost.high * SCALE > cost.low * settings.geometric_ratio:
        product = cost.low * cost.high
        root = isqrt(product)
        return root + (product - root * root > root)  # beyond (root + 1/2)^2 it rounds up
    return (cost.low + cost.high + 1) // 2


def price_of(
    work: Intervention, quantity: int, settings: Settings, level: Fraction = Fraction(1)
) -> tuple[int, int, int]:
    """Return low, expected and high rupiah of the quantity (thousandths of units) at a price level, rounded half up."""
    units = (work.cost.low, expected_cost(work.cost, settings), work.cost.high)
    low, cost, high = (int(unit * quantity * level / SCALE + Fraction(1, 2)) for unit in units)
    return low, cost, high


def units_of(quantity: Quantity, value: KnownFact | None) -> int | None:
    """Return how many units in thousandths, by the value of the fact that counts them (an interval at its middle).

    None if the fact is unknown.
    """
    if quantity.number is not None:
        return quantity.number * SCALE
    if isinstance(value, Interval):
        value = (value.low + value.high) // 2
    return value * quantity.share // SCALE if isinstance(value, int) else None


def price_of_running(share: int | None, amount: int | None, cost: int, quantity: int, level: Fraction) -> int:
    """Return rupiah a year after completion: a share of the cost, or an amount for each unit at a price level."""
    if share is not None:
        return (cost * share + SCALE // 2) // SCALE
    return int((amount or 0) * quantity * level / SCALE + Fraction(1, 2))


def price_level(work: Intervention, kb: KnowledgeBase, start_year: int) -> Fraction:
    """Return what prices of the cost's year became by the last known price level before the start of the plan.

    Costs collected over several years count at the middle of these years.
    """
    years = [int(year) for year in re.findall(r"[12]\d{3}", str(work.cost.year))]
    if not years:
        return Fraction(1)
    middle = (min(years) + max(years)) // 2
    now = kb.number(PRICE_INDEX, datetime.date(start_year, 1, 1))
    return Fraction(now, kb.number(PRICE_INDEX, datetime.date(middle, 12, 31)))


def assign(work: Intervention, cost: int, settings: Settings, means: Means) -> Assigned | str:
    """Return who builds, or the reason of the plan document for which nobody can.

    The village, wherever listed, if the cost is at most a share of a year's money, or if the work is divisible and
    its instalments fit; else the first other executor; never a proposal at or below the own-work limit.
    """
    others = [executor for executor in work.executors if executor != VILLAGE]
    if VILLAGE in work.executors:
        if cost * SCALE <= means.best_year * settings.village_share_of_year:
            years = max(1, -(-work.months // MONTHS))
            return Assigned(VILLAGE, work.months, split(cost, years))
        instalment = means.poorest_year * settings.phase_share_of_year // SCALE
        if work.divisible and instalment and -(-cost // instalment) <= means.years:
            years = max(-(-cost // instalment), -(-work.months // MONTHS), 2)
            if years <= means.years:
                return Assigned(VILLAGE, MONTHS * years, split(cost, years))
        if not others or cost <= settings.own_work_limit:
            return "over-budget"
    if means.own_only:
        return "no-source"
    if cost > settings.advocacy_limit:
        return "too-large"
    return Assigned(others[0], work.months, ())


def split(cost: int, years: int) -> tuple[int, ...]:
    """Return the cost in equal instalments, the odd rupiah in the first years.

    >>> split(10, 3)
    (4, 3, 3)
    """
    whole, odd = divmod(cost, years)
    return tuple(whole + (year < odd) for year in range(years))
