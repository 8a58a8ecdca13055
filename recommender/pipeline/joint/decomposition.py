"""Price decomposition: plans at prices, prices from the best mixture of plans, one plan a village, and a bound.

Tiers of needs are made best one after the other, over all villages together: what the first gains comes before all that
the next could. No clock: the same problem gives the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recommender.pipeline.joint.columns import Column, JointProblem, column_of
from recommender.pipeline.joint.master import Master, Prices
from recommender.pipeline.joint.pricing import Pricing, earned_by_paying
from recommender.pipeline.planning.problem import Worth

ROUNDS = 25  # of prices in a tier
DAMPED = 0.5  # how far prices move to the new ones in a round
NEAR = 2e-6  # a share of the worth by which another round could hardly gain more
PROOFS = 2  # exact searches of all villages in a tier, at most


@dataclass(frozen=True, slots=True)
class Shared:
    """What was chosen: a column a member, its worth, the bound of each tier while lower ones keep what is reached.

    `prices` are those of the money in the last tier with any, by pot and year: worth of that tier a rupiah.
    """

    columns: tuple[Column, ...]
    worth: Worth
    bound: Worth
    prices: tuple[tuple[tuple[float, ...], ...], ...]
    floors: tuple[int, ...]


class Decomposition:
    """A joint problem at work: its columns serve every later question about other amounts or floors."""

    def __init__(self, joint: JointProblem, first: Iterable[Column]) -> None:
        self.joint = joint
        self.master = Master(joint)
        self.master.add(first)
        self.pricing = Pricing(joint, self.master.units)

    def solve(self, proofs: int = PROOFS) -> Shared:
        """Return the best choice found, tier after tier, with its bounds."""
        joint, held, bounds = self.joint, list[int](), list[int]()
        floors = self._floors()
        chosen: list[Column] | None = None
        prices = []
        for tier in range(len(joint.tiers)):
            bound, at = self._improve(tier, held, floors, proofs)
            better = self.master.choose(tier, held, floors)
            if better is not None and (chosen is None or _worth(better, tier) >= _worth(chosen, tier)):
                chosen = better
            assert chosen is not None, "the columns that were there first fit"
            held.append(_worth(chosen, tier))
            bounds.append(max(held[-1], bound))
            prices.append(tuple(tuple(p / self.master.units[tier] for p in by_year) for by_year in at.money))
        assert chosen is not None, "there is a tier"
        return Shared(tuple(chosen), tuple(held), tuple(bounds), tuple(prices), tuple(floors))

    def _floors(self) -> Sequence[int]:
        """Return what each member gets at least: the floor, less where it has no works for so much."""
        if not self.joint.floor:
            return (0,) * len(self.joint.members)
        most = [0] * len(self.joint.members)
        for column in self.master.columns:
            most[column.member] = max(most[column.member], column.share)
        return self.master.least_short([min(self.joint.floor, of) for of in most])

    def _improve(
        self, tier: int, held: Sequence[int], floors: Sequence[int], proofs: int
    ) -> tuple[int, Prices]:
        """Add columns until none improves the mixture of a tier; return its bound and the last prices."""
        now, worth = self.master.prices(tier, held, floors)
        used = now
        for number in range(ROUNDS):
            used = now if number == 0 else used.towards(now, DAMPED)
            if not self._round(used, now, worth) and not self._round(now, now, worth):
                break
            now, worth = self.master.prices(tier, held, floors)
        bound = float("inf")
        for proof in range(max(1, proofs)):
            best, gained = self._prove(tier, held, floors, now)
            bound = min(bound, best)
            if proof + 1 == proofs or not gained or best - worth <= NEAR * max(1.0, abs(best)):
                break
            now, worth = self.master.prices(tier, held, floors)
        return int(bound / self.master.units[tier]), now

    def _round(self, used: Prices, now: Prices, worth: float) -> bool:
        """Add each member's best plan at the prices used; return whether the mixture can gain by them."""
        found, gained = [], 0.0
        for number in range(len(self.joint.members)):
            schedule = self.pricing.fast(number, used)
            gained += max(0.0, self.pricing.earned(number, schedule, now) - now.base[number])
            found.append(column_of(self.joint, number, schedule))
        return self.master.add(found) > 0 and gained > NEAR * max(1.0, worth)

    def _prove(self, tier: int, held: Sequence[int], floors: Sequence[int], prices: Prices) -> tuple[float, int]:
        """Return what no choice exceeds in the tier, in the programme's unit, and how many columns were new."""
        total, found = earned_by_paying(self.joint, prices), []
        for number in range(len(self.joint.members)):
            schedule, most = self.pricing.exact(number, prices)
            total += most
            if schedule is not None:
                found.append(column_of(self.joint, number, schedule))
        for low, least in enumerate(held):
            total -= prices.weights[low] * least * self.master.units[low]
        total -= sum(price * floor / 1e6 for price, floor in zip(prices.floors, floors, strict=True))
        return total, self.master.add(found)


def _worth(columns: Iterable[Column], tier: int) -> int:
    return sum(column.worth[tier] for column in columns)


def first_columns(joint: JointProblem, number: int, schedules: Iterable[tuple[dict[int, tuple[int, int]], bool]]) -> list[Column]:
    """Return a member's schedules as columns; those that it pays alone also as one that joins what others share."""
    found = []
    for schedule, alone in schedules:
        found += [column_of(joint, number, schedule, of) for of in ([True, False] if alone else [False])]
    return found
