"""What a unit of a work costs in a village: the catalog's price, at a price level and in its district, rounded once.

Prices are multiplied first (price level, construction cost of the region for what is built), then rounded: half up to
three significant digits, never finer than Rp 50,000 where the price is above that. Sums of rounded prices stay exact.
"""

from __future__ import annotations

import datetime
from fractions import Fraction

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.reference_tables import construction_ratio
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Cost, Intervention, KnowledgeBase
from recommender.model.priced import Priced, rounded
from recommender.model.settings import PRICE_INDEX, Settings, settings_for
from recommender.pipeline.costs import expected_cost


def localised(
    work: Intervention, kb: KnowledgeBase, village_code: str, start_year: int, nominal: bool = False
) -> Priced:
    """Return what a unit costs in the village in a plan from the start year.

    `nominal`: as the sources have it, neither at another price level nor of another region; rounded all the same.
    """
    place = _region(kb, village_code) if work.physical and not nominal else None
    return _priced(kb, work.cost, start_year, place, nominal)


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
