"""What a unit of a work costs in a village: the catalog's price, at a price level and in its district, rounded once.

Prices are multiplied first (price level, construction cost of the region for what is built), then rounded: half up to
three significant digits, never finer than Rp 50,000 where the price is above that. Sums of rounded prices stay exact.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.reference_tables import construction_ratio
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Cost, Intervention, KnowledgeBase
from recommender.model.settings import Settings, settings_for
from recommender.pipeline.costs import PRICE_INDEX, expected_cost

FINEST = 50_000  # rupiah
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Priced:
    """Rupiah of one unit, rounded, and how they came about.

    `base` is the catalog's expected price of `base_year` (the middle of several); `level` is what prices became from
    then to the end of `level_year` (the base year where they were not brought to another); `region` is the code of the
    district or province whose construction cost, `ratio` thousandths of the median district's, the price follows: None
    where the work is not built or nobody knows.
    """

    low: int
    expected: int
    high: int
    base: int
    base_year: int
    level_year: int
    level: Fraction
    region: str | None
    ratio: int

    def running(self, work: Intervention, cost: int, quantity: int) -> int:
        """Return rupiah a year after completion: a share of the cost, or an amount for each unit at the price level."""
        upkeep = work.running_cost
        if upkeep.share is not None:
            return (cost * upkeep.share + SCALE // 2) // SCALE
        return (2 * rounded((upkeep.amount or 0) * self.level) * quantity + SCALE) // (2 * SCALE)

    def of(self, quantity: int) -> tuple[int, int, int]:
        """Return low, expected and high rupiah of a quantity (thousandths of units), half up to whole rupiah."""
        low, expected, high = (
            (2 * unit * quantity + SCALE) // (2 * SCALE) for unit in (self.low, self.expected, self.high)
        )
        return low, expected, high


def localised(
    work: Intervention, kb: KnowledgeBase, village_code: str, start_year: int, nominal: bool = False
) -> Priced:
    """Return what a unit costs in the village in a plan from the start year.

    `nominal`: as the sources have it, neither at another price level nor of another region; rounded all the same.
    """
    place = _region(kb, village_code) if work.physical and not nominal else None
    return _priced(kb, work.cost, start_year, place, nominal)


def rounded(price: int | Fraction) -> int:
    """Return rupiah, half up, in three significant digits, and in whole 50,000 where the price is above that.

    >>> [rounded(price) for price in (259_807_621, 7_123_456, 462_000, 16_549, 0)]
    [260000000, 7100000, 450000, 16500, 0]
    """
    step: int = 10 ** max(0, len(str(int(price))) - DIGITS)
    if price > FINEST:
        step = max(step, FINEST)
    return int(Fraction(price) / step + Fraction(1, 2)) * step


@once_per_base
def _region(kb: KnowledgeBase, village_code: str) -> tuple[str, int] | None:
    return construction_ratio(kb, village_code)


@once_per_base
def _settings(kb: KnowledgeBase, start_year: int) -> Settings:
    return settings_for(kb, start_year)


@once_per_base
def _priced(kb: KnowledgeBase, cost: Cost, start_year: int, place: tuple[str, int] | None, nominal: bool) -> Priced:
    base_year = middle_year(cost)
    level_year, level = (base_year, Fraction(1)) if nominal else _level(kb, base_year, start_year)
    region, ratio = place or (None, SCALE)
    base = expected_cost(cost, _settings(kb, start_year))
    low, expected, high = (rounded(unit * level * ratio / SCALE) for unit in (cost.low, base, cost.high))
    return Priced(low, expected, high, base, base_year, level_year, level, region, ratio)


def middle_year(cost: Cost) -> int:
    """Return the year of the prices, the middle of those that they were collected in (`soundness` asks for one)."""
    return (min(cost.years) + max(cost.years)) // 2


def _level(kb: KnowledgeBase, base_year: int, start_year: int) -> tuple[int, Fraction]:
    """Return the year of the last price level before the start, and what prices became by it since the base year."""
    index, start = kb.parameters[PRICE_INDEX], datetime.date(start_year, 1, 1)
    level = Fraction(index.at(start), index.at(datetime.date(base_year, 12, 31)))
    last = max((date for date in index.values if date <= start), default=min(index.values))
    return (base_year if level == 1 else last.year), level
