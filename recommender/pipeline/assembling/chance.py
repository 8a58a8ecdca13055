"""How many of the villages like this one end in each class: never one class for sure.

In: where the works leave the index, and what villages of the class gained beside them (`Gains`, counted on a panel).
Out: thousandths by class that add up to 1000. Exact fractions, one rounding a class bound: the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from recommender.knowledge.reference_tables import QUANTILES, Gains
from recommender.model.conditions import SCALE
from recommender.model.frameworks import Framework


def chances(framework: Framework, index: Fraction, gains: Gains) -> dict[str, int]:
    """Return each class of the framework with its thousandths, the lowest class first.

    `index` is what the works alone lead to. A higher index never lowers the chance to end above any bound.
    """
    shares = [1 - share_at_most(index_class.bound - index, gains.quantiles) for index_class in framework.classes[1:]]
    above = [SCALE, *_thousandths(shares, gains.villages), 0]
    return {
        index_class.slug: at_least - higher
        for index_class, at_least, higher in zip(framework.classes, above[:-1], above[1:], strict=True)
    }


def _thousandths(shares: Sequence[Fraction], villages: int) -> Iterator[int]:
    """Yield how many of a thousand villages end above each bound, of the shares that did, the highest share first.

    One village more is counted on either side (Laplace's rule): that none of so many did it does not say that none ever
    will. Of the bounds that all or none passed only the nearest gets it: nobody falls or climbs by several classes.
    """
    for place, share in enumerate(shares):
        far_below = share == 1 and place + 1 < len(shares) and shares[place + 1] == 1
        far_above = share == 0 and place > 0 and shares[place - 1] == 0
        told = share if far_below or far_above else (share * villages + 1) / (villages + 2)
        yield int(told * SCALE + Fraction(1, 2))


def share_at_most(gain: Fraction, quantiles: tuple[Fraction, ...]) -> Fraction:
    """Return the share of villages that gain at most so much, on a straight line between two quantiles."""
    if gain < quantiles[0]:
        return Fraction(0)
    place = max(number for number, quantile in enumerate(quantiles) if quantile <= gain)
    share = Fraction(QUANTILES[place], SCALE)
    if place + 1 == len(quantiles):
        return share
    low, high = quantiles[place], quantiles[place + 1]
    return share + Fraction(QUANTILES[place + 1] - QUANTILES[place], SCALE) * (gain - low) / (high - low)
