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
    of the amounts, up to the gap.
    """

    name: str
    weight: int
    gap: int
    rungs: Rungs | None = None

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
    """One thing that can be planned at most once.

    `costs[offset][purse]` is paid in each year from its start (all zero for a proposal, which costs others
    `others_cost`). `own`: the village builds it; a proposal starts no earlier than month `earliest`, counted from the
    start of the plan. `running` is what the first purse pays in every year after completion. `requires` are works,
    `groups` any-of groups. `called`: may enter by itself; a work that is not enters only under others.
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

    @property
    def years(self) -> int:
        """Fiscal years that the work touches."""
        return max(1, -(-self.months // MONTHS))

    @property
    def cost(self) -> int:
        """Rupiah from all purses over all years."""
        return sum(map(sum, self.costs))
