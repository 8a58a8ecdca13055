"""Price decomposition: plans at prices, prices from the best mixture of plans, one plan a village, and a bound.

Tiers of needs are made best one after the other, over all villages together: what the first gains comes before all that
the next could. No clock: the same problem gives the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import add, sub

from recommender.pipeline.joint.columns import Amounts, Column, JointProblem, column_of, limited, room_left
from recommender.pipeline.joint.master import Choice, Master, Paid, Prices
from recommender.pipeline.joint.pricing import Pricing, earned_by_paying
from recommender.pipeline.planning.problem import Worth
from recommender.pipeline.planning.search import search

ROUNDS = 25  # of prices in a tier
EARLY, LATER = 2, 12  # in the first tiers so many rounds, in all others at most these
DAMPED = 0.5  # how far prices move to the new ones in a round
NEAR = 2e-6  # a share of the worth by which another round could hardly gain more
STILL = 4  # rounds in which the mixture gains nothing, after which no more follow
PER = 1_000_000  # rupiah for which prices are told
ROUNDING = 1e-9  # of sums in decimals, on the safe side
AROUND = 8  # rounds of prices for the shared works that were chosen


@dataclass(frozen=True, slots=True)
class Solution:
    """What was chosen: a column a member, its worth, the bound of each tier while lower ones keep what is reached.

    `prices` are those of the money by tier, pot and year: worth of the tier that a million rupiah more would bring.
    """

    columns: tuple[Column, ...]
    paid: Paid
    worth: Worth
    bound: Worth | None
    prices: tuple[Amounts, ...]
    floors: tuple[int, ...]


class Decomposition:
    """A joint problem at work: its columns serve every later question about other amounts or floors."""

    def __init__(self, joint: JointProblem, first: Iterable[Column]) -> None:
        self.joint = joint
        self.master = Master(joint)
        self.master.add(first)
        self.pricing = Pricing(joint, self.master.units)

    def ask(self, amounts: Amounts, floor: int) -> None:
        """Let what follows be of other amounts, or another floor: what was found before stays of use."""
        self.joint = self.master.joint = self.pricing.joint = replace(self.joint, amounts=amounts, floor=floor)

    def solve(self, proven: bool = True, rounds: int = ROUNDS, known: Solution | None = None) -> Solution:
        """Return the best choice found, tier after tier; `proven`: with its bounds.

        From one that is `known` to fit, of less money or a higher floor, it goes on in a hurry, and is no worse.
        """
        held, bounds, prices = list[int](), list[int](), list[Amounts]()
        floors = self._floors()
        chosen: Choice | None = None
        if known is not None:
            self.master.add(known.columns)
            chosen = Choice(list(known.columns), known.paid)
        for tier in range(len(self.joint.tiers)):
            at = self._improve(tier, held, floors, rounds if tier < EARLY else min(rounds, LATER))
            if proven:
                bounds.append(self._bound(tier, held, floors, at))
            chosen = self._choose(tier, held, floors, chosen, hurried=known is not None)
            held.append(chosen.worth(tier))
            prices.append(
                tuple(
                    tuple(round(p / self.master.units[tier] / self.joint.unit * PER) for p in by_year)
                    for by_year in at.money
                )
            )
        assert chosen is not None, "there is a tier"
        chosen = self._filled(chosen)
        held = [chosen.worth(tier) for tier in range(len(self.joint.tiers))]
        bound = tuple(max(of, worth) for of, worth in zip(bounds, held, strict=True)) if proven else None
        return Solution(tuple(chosen.columns), chosen.paid, tuple(held), bound, tuple(prices), tuple(floors))

    def _choose(
        self, tier: int, held: Sequence[int], floors: Sequence[int], before: Choice | None, hurried: bool
    ) -> Choice:
        """Return the best choice of whole plans, some of them made for the shared works of the best one so far."""
        best = before
        for number in range(2):
            found = self.master.choose(tier, held, floors, best, hurried)
            if found is not None and (best is None or found.worth(tier) > best.worth(tier)):
                best = found
            assert best is not None, "the columns that were there first fit"
            if hurried or (not number and (not best.paid or not self._around(tier, held, floors, best.paid))):
                break
        assert best is not None, "it was found in the first round"
        return best

    def _filled(self, choice: Choice) -> Choice:
        """Return the choice with what is left of the money spent: each member in turn plans anew with what it has and
        what is left, joining what it joined."""
        joint, columns = self.joint, list(choice.columns)
        left = room_left(joint, columns, choice.paid)
        for number, (member, column) in enumerate(zip(joint.members, columns, strict=True)):
            if not any(map(any, left)):
                break
            room = tuple(tuple(map(add, of, mine)) for of, mine in zip(left, column.drawn, strict=True))
            joined = dict(column.joins)
            alone = member.alone is not None and not joined and bool(set(member.shared) & dict(column.schedule).keys())
            if alone:
                continue
            schedule = search(limited(member, room, joined), member.packages, member.seed)
            found = column_of(joint, number, schedule)
            if found.worth > column.worth and found.share >= min(column.share, joint.floor):
                columns[number] = found
                left = tuple(tuple(map(sub, of, mine)) for of, mine in zip(room, found.drawn, strict=True))
        return replace(choice, columns=columns)

    def _around(self, tier: int, held: Sequence[int], floors: Sequence[int], paid: Paid) -> int:
        """Add columns at the prices that hold where just these shared works are paid; return how many."""
        added = 0
        used: Prices | None = None
        for _ in range(AROUND):
            now, _ = self.master.prices(tier, held, floors, paid)
            used = now if used is None else used.towards(now, DAMPED)
            new = self.master.add(
                column_of(self.joint, number, self.pricing.fast(number, used))
                for number in range(len(self.joint.members))
            )
            added += new
            if not new:
                break
        return added

    def _floors(self) -> Sequence[int]:
        """Return what each member gets at least: the floor, less where it has no works for so much."""
        if not self.joint.floor:
            return (0,) * len(self.joint.members)
        most = [0] * len(self.joint.members)
        for column in self.master.columns:
            most[column.member] = max(most[column.member], column.share)
        return self.master.least_short([min(self.joint.floor, of) for of in most])

    def _improve(self, tier: int, held: Sequence[int], floors: Sequence[int], rounds: int) -> Prices:
        """Add columns until none improves the mixture of a tier; return the last prices."""
        now, worth = self.master.prices(tier, held, floors)
        used, still = now, 0
        for number in range(rounds):
            used = now if number == 0 else used.towards(now, DAMPED)
            if not self._round(used, now, worth) and not self._round(now, now, worth):
                break
            before = worth
            now, worth = self.master.prices(tier, held, floors)
            still = 0 if worth > before * (1 + NEAR) else still + 1
            if still == STILL:
                break
        return now

    def _round(self, used: Prices, now: Prices, worth: float) -> bool:
        """Add each member's best plan at the prices used; return whether the mixture can gain by them."""
        found, gained = [], 0.0
        for number in range(len(self.joint.members)):
            schedule = self.pricing.fast(number, used)
            gained += max(0.0, self.pricing.earned(number, schedule, now) - now.base[number])
            found.append(column_of(self.joint, number, schedule))
        return self.master.add(found) > 0 and gained > NEAR * max(1.0, worth)

    def _bound(self, tier: int, held: Sequence[int], floors: Sequence[int], prices: Prices) -> int:
        """Return what no choice exceeds in the tier, whatever the prices; the plans that it rests on become columns."""
        total, found = earned_by_paying(self.joint, prices), []
        for number in range(len(self.joint.members)):
            schedule, most = self.pricing.exact(number, prices)
            total += most
            if schedule is not None:
                found.append(column_of(self.joint, number, schedule))
        for low, least in enumerate(held):
            total -= prices.weights[low] * least * self.master.units[low]
        total -= sum(price * floor / self.joint.unit for price, floor in zip(prices.floors, floors, strict=True))
        self.master.add(found)
        return int(total / self.master.units[tier] * (1 + ROUNDING)) + 1
