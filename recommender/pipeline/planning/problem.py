"""The planning problem: one clear object between needs and search. Integers throughout (docs/method.md, "Planning").

Works and needs are numbered; money, running costs and capacities are limits by year. A year is a fiscal year, counted
from 0; a work of at most 12 months starts and ends in one year; a longer one takes whole years from month 0. The core
is the model of a bare problem file (`problem_file`); months, proposals, capacities, running costs and rungs are what
a village adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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
    rungs: tuple[tuple[int, int], ...] | None = None

    def closure(self, reached: int, amount: int) -> int:
        """Return the closure of the highest `reached` and the summed `amount` of the works done."""
        if self.rungs is None:
            return min(self.gap, max(reached, amount))
        for needed, closure in self.rungs if amount else ():
            if needed <= amount and closure > reached:
                reached = closure
        return reached


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


@dataclass(frozen=True, slots=True)
class Cap:
    """What some works may cost together in each year (an earmark "at most"), or shall cost at least (a floor)."""

    name: str
    works: frozenset[int]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """Money and capacity; None: without limit.

    `purses` name whose money it is; `usable[purse][year]`; where `carry_over[purse]`, what is left goes on to the next
    year. `running_cap` has one entry a year and one for the year after. `floors` are wishes: that as little as possible
    is short of them comes before the objective.
    """

    purses: tuple[str, ...]
    usable: tuple[tuple[int, ...], ...]
    carry_over: tuple[bool, ...]
    running_cap: tuple[int, ...] | None = None
    works_per_year: int | None = None
    proposals_per_year: int | None = None
    works_at_once: int | None = None
    first_month: int = 0
    caps: tuple[Cap, ...] = ()
    floors: tuple[Cap, ...] = ()


@dataclass(frozen=True)
class PlanningProblem:
    """Everything that the search may know.

    `banned` works may not enter. `discount` in thousandths by year; `probability` (thousandths) is what a closure that
    rests on a proposal counts; `others_price` (thousandths) what a rupiah of others counts beside one of the village.
    """

    years: int
    discount: tuple[int, ...]
    needs: tuple[Need, ...]
    works: tuple[Work, ...]
    limits: Limits
    exclusions: tuple[tuple[int, int], ...] = ()
    synergies: tuple[Synergy, ...] = ()
    probability: int = FULL
    others_price: int = 0
    banned: frozenset[int] = frozenset()

    @cached_property
    def conditional(self) -> frozenset[int]:
        """The works that are proposals, or rest on one in every way that they can be done.

        A village work that can do without proposals has none in its any-of groups (`pipeline.candidates`), so this
        holds of every schedule.
        """
        free: dict[int, bool] = {}

        def is_free(work: int) -> bool:
            if work not in free:
                noun = self.works[work]
                free[work] = False  # a cycle cannot be begun
                free[work] = (
                    noun.own
                    and all(is_free(other) for other in noun.requires)
                    and all(any(is_free(other) for other in group) for group in noun.groups)
                )
            return free[work]

        return frozenset(work for work in range(len(self.works)) if not is_free(work))

    @cached_property
    def resting_on(self) -> tuple[tuple[int, ...], ...]:
        """For each work those that may rest on it: by requirement or as a member of an any-of group."""
        above: list[list[int]] = [[] for _ in self.works]
        for work, noun in enumerate(self.works):
            for other in {*noun.requires, *(o for group in noun.groups for o in group)}:
                above[other].append(work)
        return tuple(map(tuple, above))

    @cached_property
    def prices(self) -> tuple[int, ...]:
        """Each work's cost as the search weighs it: all purses, the running costs that the years of the plan would
        bear, and others' rupiah at their price."""
        return tuple(
            work.cost + work.running * self.years + work.others_cost * self.others_price // FULL for work in self.works
        )

    def price(self, work: int) -> int:
        """Return the work's cost as the search weighs it; see `prices`."""
        return self.prices[work]

    def payable(self, work: int, year: int) -> bool:
        """Return whether each instalment of a start in the year fits the whole money of its year (all money so far,
        where it carries over)."""
        for purse, usable in enumerate(self.limits.usable):
            for offset, amounts in enumerate(self.works[work].costs):
                room = sum(usable[: year + offset + 1]) if self.limits.carry_over[purse] else usable[year + offset]
                if amounts[purse] > max(0, room):
                    return False
        return True

    def first_start(self, work: int, year: int) -> int:
        """Return the first month (0-11) in which the work may start in a year; 12 if it cannot start in it."""
        noun = self.works[work]
        month = 0
        if noun.months <= MONTHS and noun.own:
            month = min(self.limits.first_month, MONTHS - noun.months)
        month = max(month, noun.earliest - MONTHS * year)
        return month if month <= self.last_start(work) else MONTHS

    def last_start(self, work: int) -> int:
        """Return the last month (0-11) of a year in which the work may start."""
        months = self.works[work].months
        return 0 if months > MONTHS else min(MONTHS - 1, MONTHS - months)


Start = tuple[int, int]
Schedule = dict[int, Start]  # work -> (year, month)


def end_month(problem: PlanningProblem, work: int, start: Start) -> int:
    """Return the month, counted from the start of the plan, in which the work is finished (exclusive)."""
    return MONTHS * start[0] + start[1] + problem.works[work].months


def done_year(problem: PlanningProblem, work: int, start: Start) -> int:
    """Return the year at whose end the work is done."""
    return start[0] + problem.works[work].years - 1
