"""What may be planned and what it is for: works, needs, and what the ones do to the others; integers throughout."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.pipeline.ladders import Rungs, closed

MONTHS = 12
FULL = 1000


@dataclass(frozen=True, slots=True)
class Need:
    """What is missing: closing it by `gap` earns weight x gap x discount in each year from then on.

    `rungs` pairs an amount (beyond what exists) with the closure that it stands for; None: closure is the plain sum
    of the amounts, up to the gap. Whatever needs of a lower `tier` gain comes before all that those of a higher one
    could. One indicator may make several needs, one above the other: the higher counts closures, reaches and rungs
    beyond the lower one's gap. `order` says where works that close it stand within a year: the least number first.
    """

    name: str
    weight: int
    gap: int
    rungs: Rungs | None = None
    tier: int = 0
    order: int = 0

    def closure(self, reached: int, amount: int) -> int:
        """Return the closure of the highest `reached` and the summed `amount` of the works done."""
        return closed(self.rungs, self.gap, reached, amount)


@dataclass(frozen=True, slots=True)
class NeedEffect:
    """What a work does to a need: closes it up to `reach`, or adds `amount` to what is summed."""

    need: int
    reach: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Synergy:
    """Two works that together add an amount to a need."""

    one: int
    other: int
    need: int
    amount: int


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that can be planned at most once. A phase or a round of a work is one that rests on the one before.

    `costs[offset][purse]` is paid in each year from its start (all zero for a proposal, which costs others
    `others_cost`). `own`: the village builds it; a proposal starts no earlier than month `earliest`, counted from the
    start of the plan. `running` is what the first purse pays in every year after completion. `requires` are works,
    `groups` any-of groups. `called`: may enter by itself; a work that is not enters only under others.

    `service`: it is delivered, and `costs[0]` paid, every year from its start to the end of the plan, or for
    `service_years`; what it closes stays closed, and it is done for others after `months`, as a work is. `takes` are
    the capacities (their numbers in the limits) in which its start counts one. `minor`: a small soft line that
    stands behind the others of its year.

    `asked[offset][pot]` is drawn of joint money as `costs` are of purses. `funded`: another builds it for certain with
    such money, or has built it: no proposal.
    """

    name: str
    own: bool
    months: int
    costs: tuple[tuple[int, ...], ...]
    requires: tuple[int, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    effects: tuple[NeedEffect, ...] = ()
    earliest: int = 0
    others_cost: int = 0
    running: int = 0
    called: bool = True
    pinned: bool = False
    service: bool = False
    service_years: int | None = None
    takes: tuple[int, ...] = ()
    minor: bool = False
    funded: bool = False
    asked: tuple[tuple[int, ...], ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it is built once it is planned: nobody has to approve it."""
        return self.own or self.funded

    @property
    def years(self) -> int:
        """Fiscal years that the work touches until it is done."""
        return max(1, -(-self.months // MONTHS))

    @property
    def cost(self) -> int:
        """Rupiah from all purses over all years; of a service, of one year of it."""
        return sum(map(sum, self.costs))

    def payments(self, years: int) -> tuple[tuple[int, ...], ...]:
        """Return rupiah by year from its start and purse, as far as a plan of so many years, and the year after, see.

        What a work takes beyond its own years, of a service in each year that it is delivered.
        """
        return self.costs if not self.service else self.costs[:1] * self._delivered(years)

    def draws(self, years: int) -> tuple[tuple[int, ...], ...]:
        """Return rupiah of joint money by year from its start and pot, as far as `payments` go."""
        return self.asked if not self.service else self.asked[:1] * self._delivered(years)

    def _delivered(self, years: int) -> int:
        return years + 1 if self.service_years is None else min(self.service_years, years + 1)
