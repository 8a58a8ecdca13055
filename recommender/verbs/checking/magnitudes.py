"""Prices, upkeep, durations, lifetimes and volumes of works beside those of their like; what no village can pay.

In: `Inspection`. Out: warnings. A number that lies apart may be right: then a `note` beside the price says why, or
catalog/accepted.yaml does. Nothing here knows an amount: what is usual is what the other works say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Mapping
from statistics import median

from recommender.knowledge.reference_tables import VILLAGE_FUND, sound_rows
from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention
from recommender.model.nouns import VILLAGE
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.likeness import FEWEST, Apart, apart
from recommender.verbs.checking.written import rupiah_of, times

_FAR = 3.2  # spreads
_MANY, _MANY_ALIKE = 8, 12  # works that a price is held against: they differ more than durations do
_VERY_FAR = 4.5  # spreads from which a note is not enough: the base itself says that it means it
_WIDEST, _WIDEST_OF_ALL = 25, 100  # high end / low end of a price that says no reason, and of one that does
_LOWER = 10  # where the low end is nothing, the middle is reckoned from this part of the high end
_LARGEST = 16  # times the usual number of units at once
_YEARLY = ("typical-budget", "village-share-of-year", "default-years")

Works = Mapping[str, Intervention]
_Number = Callable[[Intervention], float]


def check_magnitudes(given: Inspection) -> Iterator[Problem]:
    """Yield the numbers of active works that lie apart from those of their like."""
    works = {name: work for name, work in sorted(given.kb.interventions.items()) if work.status == "active"}
    yield from _prices(given, works)
    yield from _upkeep(given, works)
    yield from _times(given, works)
    for name, found in _apart(works, lambda work: work.quantity.number or 0, lambda work: work.cost.per, _FAR):
        if found.times > _LARGEST:
            told = {"value": int(found.value), "usual": round(found.usual)}
            yield given.problem("unusual-quantity", "interventions", name, "quantity", "number", **told)
    yield from _beyond_all_money(given, works)


def _apart(
    works: Works, number: _Number, group: Callable[[Intervention], Hashable], limit: float, fewest: int = FEWEST
) -> Iterator[tuple[str, Apart]]:
    groups = {name: group(work) for name, work in works.items()}
    return apart({name: number(work) for name, work in works.items()}, groups, limit, fewest=fewest)


def _typical(work: Intervention) -> float:
    """Return rupiah of a unit between the ends of its price: their geometric mean."""
    return math.sqrt((work.cost.low or work.cost.high / _LOWER) * work.cost.high)


def _alike(work: Intervention) -> tuple[str, bool]:
    return work.measure, work.physical


def _volume(given: Inspection, work: Intervention) -> float:
    """Return how many units are built, 0 where nobody knows: neither a number nor a fact with an assumption."""
    quantity = work.quantity
    if quantity.number is not None:
        return quantity.number
    fact = given.kb.facts.get(quantity.fact or "")
    value = None if fact is None or fact.assumption is None else fact.assumption.value
    return value * quantity.share / SCALE if isinstance(value, int | float) else 0.0


def _prices(given: Inspection, works: Works) -> Iterator[Problem]:
    unsized = {name: work for name, work in works.items() if not _volume(given, work)}
    by_unit = dict(_apart(works, _typical, lambda work: (work.cost.per, *_alike(work)), _FAR, _MANY_ALIKE))
    in_all = dict(_apart(works, lambda work: _typical(work) * _volume(given, work), _alike, _FAR, _MANY))
    far = in_all | {name: found for name, found in by_unit.items() if name in unsized}
    for name, found in sorted(far.items()):
        if works[name].cost.note is None or found.spreads > _VERY_FAR:
            told = {"value": rupiah_of(found.value), "usual": rupiah_of(found.usual), "times": times(found.times)}
            said = {"per": works[name].cost.per, "measure": works[name].measure, **told}
            key: Key = "unusual-cost.unit" if name in unsized else "unusual-cost.all"
            yield given.problem(key, "interventions", name, "cost", **said)
    for name, work in works.items():
        cost = work.cost
        if not cost.high or (work.physical and not cost.low):
            yield given.problem("unusual-cost.zero", "interventions", name, "cost", "low" if cost.high else "high")
        elif cost.low and cost.high > (_WIDEST if cost.note is None else _WIDEST_OF_ALL) * cost.low:
            told = {"times": times(cost.high / cost.low)}
            yield given.problem("unusual-cost.wide", "interventions", name, "cost", "high", **told)


def _yearly_share(work: Intervention) -> float:
    """Return upkeep of a year as a share of the price."""
    if work.running_cost.share is not None:
        return work.running_cost.share / SCALE
    return (work.running_cost.amount or 0) / max(_typical(work), 1.0)


def _upkeep(given: Inspection, works: Works) -> Iterator[Problem]:
    built = {name: work for name, work in works.items() if work.measure == "work"}
    for name, work in built.items():
        share = _yearly_share(work)
        if share > 1 and _typical(work):
            key = "share" if work.running_cost.share is not None else "amount"
            yield given.problem(
                "unusual-running-cost.above", "interventions", name, "running-cost", key, times=times(share)
            )
    for name, found in _apart(built, _yearly_share, lambda work: work.physical, _FAR):
        if found.value <= 1 and (works[name].running_cost.note is None or found.spreads > _VERY_FAR):
            told = {"value": f"{found.value:.3g}", "usual": f"{found.usual:.3g}"}
            yield given.problem("unusual-running-cost.beside", "interventions", name, "running-cost", **told)


def _times(given: Inspection, works: Works) -> Iterator[Problem]:
    """Yield durations that are long, and lifetimes that are long or short, beside the same measure."""
    durations: tuple[tuple[str, bool, _Number], ...] = (
        ("months", False, lambda work: work.months),
        ("lead-months", False, lambda work: work.lead_months or 0),
        ("delivered-years", False, lambda work: work.delivered_years or 0),
        ("lifetime-years", True, lambda work: work.lifetime_years),
    )
    for key, both_ways, number in durations:
        for name, found in _apart(works, number, lambda work: (work.measure, work.physical), _FAR):
            if found.times > 1 or both_ways:
                told = {"key": key, "value": int(found.value), "usual": round(found.usual)}
                yield given.problem("unusual-duration", "interventions", name, key, **told)


def _beyond_all_money(given: Inspection, works: Works) -> Iterator[Problem]:
    """Yield works that a village alone must pay and that are dearer than its usual money allows, at their least."""
    date, number = given.kb.about.date, given.kb.number
    if not {*_YEARLY} <= given.kb.parameters.keys():
        return
    funds = [row[2] for row in sound_rows(given.kb, VILLAGE_FUND).values()] or [0]
    year = max(number("typical-budget", date), median(funds)) * number("village-share-of-year", date) // SCALE
    for name, work in works.items():
        if set(work.executors) != {VILLAGE} or work.quantity.fact is not None:
            continue
        years = number("default-years", date) if work.divisible else 1
        least = work.cost.low * (work.quantity.number or 1) * (work.sizes[0] if work.sizes else SCALE) // SCALE
        if least > year * years:
            told = {"value": rupiah_of(least), "money": rupiah_of(year * years)}
            yield given.problem("unusual-cost.beyond", "interventions", name, "cost", "low", **told)
