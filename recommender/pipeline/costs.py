"""What a work costs in a village and who builds it: the village if the work fits its means, else others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

from recommender.model.conditions import SCALE, Interval, KnownFact
from recommender.model.knowledge import Cost, Intervention, Quantity
from recommender.model.needs import WorkPart
from recommender.model.nouns import VILLAGE
from recommender.model.settings import Settings
from recommender.request.request import VillageRequest

MONTHS = 12
PHASES_A_YEAR = 2  # of a divisible work, where it takes the greatest share of each year


@dataclass(frozen=True, slots=True)
class Means:
    """What a village can do: rupiah of its best and of its poorest year, years of the plan, whether without others but
    those whose money is joint."""

    best_year: int
    poorest_year: int
    years: int
    own_only: bool = False
    joint: tuple[str, ...] = ()


def means_of(asked: VillageRequest) -> Means:
    """Return the means of a village by its money and what is asked for it."""
    money, options = asked.money, asked.options
    return Means(
        best_year=max(money.totals),
        poorest_year=min(money.totals),
        years=money.years,
        own_only=options.own_means,
        joint=tuple(asked.pots),
    )


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who builds, and in how many phases."""

    executor: str
    phases: int = 1


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


def units_of(quantity: Quantity, value: KnownFact | None) -> int | None:
    """Return how many units in thousandths, by the value of the fact that counts them (an interval at its middle).

    None if the fact is unknown.
    """
    if quantity.number is not None:
        return quantity.number * SCALE
    if isinstance(value, Interval):
        value = (value.low + value.high) // 2
    return value * quantity.share // SCALE if isinstance(value, int) else None


def assign(work: Intervention, cost: int, settings: Settings, means: Means) -> Assigned | str:
    """Return who builds, or the reason of the plan document for which nobody can.

    The village, wherever listed, if it has the means; else the first other executor, but never for what the village
    may pay at or below the own-work limit.
    """
    others = [executor for executor in work.executors if executor != VILLAGE]
    if VILLAGE in work.executors:
        phases = _own_phases(work, cost, settings, means)
        if phases:
            return Assigned(VILLAGE, phases)
        if not others or cost <= settings.own_work_limit:
            return "service-cost" if work.measure == "service" else "over-budget"
    if means.own_only:
        others = [executor for executor in others if executor in means.joint]
    if not others:
        return "no-source"
    if cost > settings.advocacy_limit:
        return "too-large"
    return Assigned(others[0])


def _own_phases(work: Intervention, cost: int, settings: Settings, means: Means) -> int:
    """Return in how many phases the village can pay for the work; 0 if it cannot.

    At once what takes at most a share of the best year; of what is divisible a part of the poorest year in each year of
    the plan. Phases are half as large as they might be, so that years may take different numbers of them.
    """
    if work.measure == "service":
        return int(cost * SCALE <= means.poorest_year * settings.service_share)
    in_a_year = means.poorest_year * settings.phase_share_of_year // SCALE
    years = -(-cost // in_a_year) if work.divisible and in_a_year else 0
    if 1 < years <= means.years:
        return PHASES_A_YEAR * years
    return int(cost * SCALE <= means.best_year * settings.village_share_of_year)


def cut_in_phases(quantity: int, cost: int, months: int, running: int, phases: int) -> tuple[WorkPart, ...]:
    """Return the phases of a work: whole units as far as there are enough, each priced by its share of the quantity."""
    if phases == 1:
        return (WorkPart(quantity, split(cost, _years(months)), months, running),)
    units, rest = divmod(quantity, SCALE)
    count = min(phases, units) if units > 1 and not rest else phases
    unit = SCALE if units > 1 and not rest else 1
    ends = [quantity // unit * number // count * unit for number in range(count + 1)]
    parts = []
    for number, (first, last) in enumerate(pairwise(ends), start=1):
        parts.append(
            WorkPart(
                quantity=last - first,
                costs=split(cost * last // quantity - cost * first // quantity, _years(-(-months // count))),
                months=-(-months // count),
                running=running * last // quantity - running * first // quantity,
                before=SCALE * first // quantity,
                upto=SCALE * last // quantity,
                completes=number == count,
            )
        )
    return tuple(parts)


def _years(months: int) -> int:
    return max(1, -(-months // MONTHS))


def split(cost: int, years: int) -> tuple[int, ...]:
    """Return the cost in equal instalments, the odd rupiah in the first years.

    >>> split(10, 3)
    (4, 3, 3)
    """
    whole, odd = divmod(cost, years)
    return tuple(whole + (year < odd) for year in range(years))
