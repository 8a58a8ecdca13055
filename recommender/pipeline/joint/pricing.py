"""A village's best plan at prices: by the fast search for columns, by the exact one for the bound.

At prices villages do not know of each other: each takes what is worth more to it than it costs.
"""

from __future__ import annotations

from functools import cached_property

from recommender.pipeline.joint.columns import JointProblem
from recommender.pipeline.joint.master import Prices
from recommender.pipeline.planning.exact import Priced
from recommender.pipeline.planning.priced_search import PricedSearch
from recommender.pipeline.planning.problem import Schedule

FINE = 1e3  # the exact search ends within one unit of its sum: a thousandth of the programme's does not matter
PRICED_NODES = 5_000

Tolls = list[list[float]]  # by work and start year, in the unit of the programme


class Pricing:
    """The searches of each member, packed once."""

    def __init__(self, joint: JointProblem, units: list[float]) -> None:
        self.joint, self.units = joint, units
        self._exact: dict[int, Priced] = {}
        self._turns = [0] * len(joint.members)
        self._places = [{tier: place for place, tier in enumerate(member.problem.tiers)} for member in joint.members]

    @cached_property
    def _searches(self) -> list[PricedSearch]:
        return [
            PricedSearch(member.problem, member.packages, member.charged, member.seed) for member in self.joint.members
        ]

    def fast(self, number: int, prices: Prices) -> Schedule:
        """Return the best plan of a member that the fast search finds; asked once more it searches otherwise."""
        self._turns[number] += 1
        weights, tolls = self._weights(number, prices), self.tolls(number, prices)
        return self._searches[number].best(weights, tolls, self._turns[number])

    def exact(self, number: int, prices: Prices) -> tuple[Schedule | None, float]:
        """Return the best plan of a member, where one is found, and what none earns more than."""
        if number not in self._exact:
            self._exact[number] = Priced(self.joint.members[number].problem)
        weights = [FINE * weight for weight in self._weights(number, prices)]
        tolls = [[FINE * toll for toll in row] for row in self.tolls(number, prices)]
        schedule, bound = self._exact[number].best(weights, tolls, PRICED_NODES)
        return schedule, bound / FINE

    def earned(self, number: int, schedule: Schedule, prices: Prices) -> float:
        """Return what a plan of a member earns at prices: its worth less what it is charged."""
        tolls = self.tolls(number, prices)
        worth = self.joint.worth_in(self.joint.members[number], schedule)
        gained = sum(w * unit * of for w, unit, of in zip(prices.weights, self.units, worth, strict=True))
        return gained - sum(tolls[work][start[0]] for work, start in schedule.items())

    def _weights(self, number: int, prices: Prices) -> list[float]:
        """Return what a unit of each tier of the member's problem counts."""
        place = self._places[number]
        weights = [0.0] * len(place)
        for tier, weight, unit in zip(self.joint.tiers, prices.weights, self.units, strict=True):
            if tier in place:
                weights[place[tier]] = weight * unit
        return weights

    def tolls(self, number: int, prices: Prices) -> Tolls:
        """Return what a start of each work in each year costs a member."""
        joint, member = self.joint, self.joint.members[number]
        years, floor = joint.years, prices.floors[number]
        tolls = [[0.0] * years for _ in member.problem.works]
        for work in member.charged:
            if work in member.shared:
                shared = member.shared[work]
                whole = joint.shared[shared]
                rest = -floor * (whole.price // whole.size) / joint.unit
                for year in reversed(range(years)):
                    rest += prices.joining.get((number, shared, year), 0.0) + prices.place.get((shared, year), 0.0)
                    tolls[work][year] = rest
                continue
            draws = member.problem.works[work].draws(years)
            for year in range(years):
                tolls[work][year] = sum(
                    amount / joint.unit * (prices.money[pot][year + offset] - floor)
                    for offset, amounts in enumerate(draws[: years - year])
                    for pot, amount in enumerate(amounts)
                    if amount
                )
        return tolls


def earned_by_paying(joint: JointProblem, prices: Prices) -> float:
    """Return what the money is worth at prices, and what paying for shared works could earn beyond its cost: with what
    each member earns at most, no choice of plans is worth more."""
    total = sum(
        amount / joint.unit * price
        for amounts, by_year in zip(joint.amounts, prices.money, strict=True)
        for amount, price in zip(amounts, by_year, strict=True)
    )
    having = [0] * len(joint.shared)
    for member in joint.members:
        for shared in set(member.shared.values()):
            having[shared] += 1
    joining: dict[tuple[int, int], float] = {}
    for (_, shared, year), price in prices.joining.items():
        joining[shared, year] = joining.get((shared, year), 0.0) + price
    for number, work in enumerate(joint.shared):
        most, earned = -(-having[number] // work.size), 0.0
        later = 0.0
        for year in reversed(range(joint.years)):
            later += joining.get((number, year), 0.0) + work.size * prices.place.get((number, year), 0.0)
            cost = sum(
                amount / joint.unit * prices.money[pot][year + offset]
                for offset, amounts in enumerate(work.costs[: joint.years - year])
                for pot, amount in enumerate(amounts)
            )
            earned = max(earned, later - cost)
        total += most * earned
    return total
