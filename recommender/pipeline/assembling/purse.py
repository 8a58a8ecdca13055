"""Which village source pays what: running costs before works, works in plan order, sources in the catalog's order.

A work under a focus is paid first by a source that owes its works a share (an earmark "at least"), last by one whose
share for it is capped (an earmark "at most").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recommender.request.options import Earmark, Money

BySource = dict[str, int]


@dataclass(frozen=True, slots=True)
class Bill:
    """What the village pays for a work (its number): rupiah by year of the plan (from 0), and running costs by year."""

    work: int
    instalments: Mapping[int, int]
    running: Mapping[int, int]
    focus: tuple[str, ...] = ()


@dataclass(slots=True)
class Paid:
    """Who paid: rupiah by work, year and source, the same of running costs, by source and year (running costs too),
    running costs by source and year, and by earmark and year."""

    works: dict[tuple[int, int], BySource] = field(default_factory=dict)
    upkeep: dict[tuple[int, int], BySource] = field(default_factory=dict)
    by_source: dict[str, list[int]] = field(default_factory=dict)
    running: dict[str, list[int]] = field(default_factory=dict)
    by_earmark: dict[int, list[int]] = field(default_factory=dict)


def pay(bills: Sequence[Bill], money: Money) -> Paid:
    """Return who paid; each source gives at most what may be planned of it (with carry-over: so far).

    The planner holds the sum of all sources; whatever rounding of the reserve leaves over falls on the last source.
    """
    years, sources = money.years, list(money.amounts)
    paid = Paid(
        by_source={source: [0] * years for source in sources},
        running={source: [0] * years for source in sources},
        by_earmark={number: [0] * years for number in range(len(money.earmarks))},
    )
    for year in range(years):
        for bill in bills:
            upkeep = _draw(paid, money, sources, year, bill.running.get(year, 0), {})
            if upkeep:
                paid.upkeep[bill.work, year] = upkeep
            for source, amount in upkeep.items():
                paid.running[source][year] += amount
        for bill in bills:
            earmarks = {n: e for n, e in enumerate(money.earmarks) if set(e.focus) & set(bill.focus)}
            order = sorted(sources, key=lambda source: _preference(source, earmarks.values()))
            drawn = _draw(paid, money, order, year, bill.instalments.get(year, 0), earmarks)
            paid.works[bill.work, year] = drawn
            for source, amount in drawn.items():
                for number, earmark in earmarks.items():
                    paid.by_earmark[number][year] += amount if earmark.source == source else 0
    return paid


def _preference(source: str, earmarks: Iterable[Earmark]) -> int:
    """Return 0 for a source that owes the work's focus a share, 2 for one that caps it, 1 for all others."""
    concerned = [earmark for earmark in earmarks if earmark.source == source]
    if any(earmark.at_least is not None for earmark in concerned):
        return 0
    return 2 if concerned else 1


def _draw(
    paid: Paid, money: Money, sources: list[str], year: int, amount: int, earmarks: Mapping[int, Earmark]
) -> dict[str, int]:
    drawn: dict[str, int] = {}
    for source in sources:
        room = amount if source == sources[-1] else _room(paid, money, source, year)
        for number, earmark in earmarks.items():
            most = money.most(earmark, year)
            if earmark.source == source and most is not None:
                room = min(room, most - paid.by_earmark[number][year])
        part = min(amount, room)
        if part > 0:
            drawn[source] = part
            paid.by_source[source][year] += part
            amount -= part
    return drawn


def _room(paid: Paid, money: Money, source: str, year: int) -> int:
    """Return what may still be planned of a source in a year."""
    first = 0 if money.carries_over else year
    usable = sum(money.usable(source, earlier) for earlier in range(first, year + 1))
    return usable - sum(paid.by_source[source][first : year + 1])
