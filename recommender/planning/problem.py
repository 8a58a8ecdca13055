"""The planning problem: one clear object between needs and search. Integers throughout (docs/method.md, "Planning").

Works and needs are numbered; a village's money and capacities are limits by year. A year is a fiscal year, counted
from 0; a work of at most 12 months starts and ends in one year; a longer one takes whole years from month 0.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Need:
    """What is missing: closing it by `gap` (thousandths) earns weight x gap x discount in each year from then on.

    `rungs` pairs an amount (thousandths, beyond what exists) with the closure that it stands for; None: closure is
    the plain sum of the amounts, up to the gap.
    """

    name: str
    weight: int
    gap: int
    rungs: tuple[tuple[int, int], ...] | None = None

    def closure(self, reached: int, amount: int) -> int:
        """Return the closure of the highest `reached` and the summed `amount` of the works done."""
        if self.rungs is None:
            return min(self.gap, max(reached, amount))
        return max(reached, max((closure for needed, closure in self.rungs if needed <= amount), default=0))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a work does to a need: closes it up to `reach`, or adds `amount` to what is summed."""

    need: int
    reach: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that can be planned at most once.

    `own`: the village builds and pays `instalments` (rupiah, one a year from its start); else it is a proposal that
    costs others `others_cost` and starts no earlier than month `earliest` (counted from the start of the plan).
    `running` is what the village pays in every year after completion. `requires` are works, `groups` any-of groups.
    """

    name: str
    own: bool
    months: int
    earliest: int
    instalments: tuple[int, ...]
    others_cost: int
    running: int
    requires: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    effects: tuple[Effect, ...]
    called: bool
    pinned: bool = False

    @property
    def years(self) -> int:
        """Fiscal years that the work touches."""
        return max(1, -(-self.months // MONTHS))

    @property
    def cost(self) -> int:
        return sum(self.instalments)


@dataclass(frozen=True, slots=True)
class Limits:
    """Money and capacity. `usable` and `running_cap` in rupiah a year; `running_cap` has the year after, too."""

    usable: tuple[int, ...]
    running_cap: tuple[int, ...]
    works_per_year: int
    proposals_per_year: int
    works_at_once: int
    first_month: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that the search may know.

    `discount` in thousandths by year; `probability` (thousandths) is what a closure that rests on a proposal counts;
    `others_price` (thousandths) is what a rupiah of others counts beside one of the village.
    """

    years: int
    discount: tuple[int, ...]
    needs: tuple[Need, ...]
    works: tuple[Work, ...]
    exclusions: tuple[tuple[int, int], ...]
    limits: Limits
    probability: int
    others_price: int

    def price(self, work: int) -> int:
        """Return the work's cost as the search weighs it: village rupiah with the running costs that the years of the
        plan would bear, and others' rupiah at their price."""
        noun = self.works[work]
        return noun.cost + noun.running * self.years + noun.others_cost * self.others_price // 1000

    def first_start(self, work: int, year: int) -> int:
        """Return the first month (0-11) in which the work may start in a year; 12 if it cannot start in it."""
        noun = self.works[work]
        if noun.months > MONTHS:
            month = 0
        elif noun.own:
            month = min(self.limits.first_month, MONTHS - noun.months)
        else:
            month = 0
        month = max(month, noun.earliest - MONTHS * year)
        last = 0 if noun.months > MONTHS else MONTHS - noun.months
        return month if month <= last else MONTHS


Start = tuple[int, int]
Schedule = dict[int, Start]  # work -> (year, month)


def end_month(problem: Problem, work: int, start: Start) -> int:
    """Return the month, counted from the start of the plan, in which the work is finished (exclusive)."""
    return MONTHS * start[0] + start[1] + problem.works[work].months


def done_year(problem: Problem, work: int, start: Start) -> int:
    """Return the year at whose end the work is done."""
    return (end_month(problem, work, start) - 1) // MONTHS
