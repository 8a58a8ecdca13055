"""What a unit costs in a village, rounded once, and how that came about."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention

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


def rounded(price: int | Fraction) -> int:
    """Return rupiah, half up, in three significant digits, and in whole 50,000 where the price is above that.

    >>> [rounded(price) for price in (259_807_621, 7_123_456, 462_000, 16_549, 0)]
    [260000000, 7100000, 450000, 16500, 0]
    """
    step: int = 10 ** max(0, len(str(int(price))) - DIGITS)
    if price > FINEST:
        step = max(step, FINEST)
    return int(Fraction(price) / step + Fraction(1, 2)) * step
