"""Which village source pays what: sources in the catalog's order, running costs before works, works in plan order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recommender.model.conditions import SCALE


@dataclass(frozen=True, slots=True)
class Bill:
    """What the village pays for a work: rupiah by year of the plan (counted from 0), and running costs by year."""

    work: str
    instalments: Mapping[int, int]
    running: Mapping[int, int]


@dataclass(slots=True)
class Paid:
    """Rupiah by work and source (works only), and by source and year (running costs too)."""

    by_work: dict[str, dict[str, int]] = field(default_factory=dict)
    by_source: dict[str, list[int]] = field(default_factory=dict)


def pay(bills: Sequence[Bill], amounts: Mapping[str, int], years: int, reserve_share: int) -> Paid:
    """Return who paid; each source gives at most its amount less the reserve in each year.

    The planner holds the sum of all sources; whatever rounding of the reserve leaves over falls on the last source.
    """
    sources = list(amounts)
    usable = {source: amount - amount * reserve_share // SCALE for source, amount in amounts.items()}
    paid = Paid({bill.work: {} for bill in bills}, {source: [0] * years for source in sources})
    for year in range(years):
        for bill in bills:
            _draw(paid, usable, sources, year, bill.running.get(year, 0))
        for bill in bills:
            drawn = _draw(paid, usable, sources, year, bill.instalments.get(year, 0))
            for source, amount in drawn.items():
                paid.by_work[bill.work][source] = paid.by_work[bill.work].get(source, 0) + amount
    return paid


def _draw(paid: Paid, usable: Mapping[str, int], sources: list[str], year: int, amount: int) -> dict[str, int]:
    drawn: dict[str, int] = {}
    for source in sources:
        last = source == sources[-1]
        part = amount if last else min(amount, usable[source] - paid.by_source[source][year])
        if part > 0:
            drawn[source] = part
            paid.by_source[source][year] += part
            amount -= part
    return drawn
