"""The planning problem: one clear object between needs and search. Integers throughout (docs/method.md, "Planning").

Works and needs are numbered; money, running costs and capacities are limits by year. A year is a fiscal year, counted
from 0; a work of at most 12 months starts and ends in one year; a longer one takes whole years from month 0. The core
is the model of a bare problem file (`problem_file`); months, proposals, instalments and rungs are what a village adds.

What is made greatest is a list of numbers, one a tier of needs: the first decides, the next only between equals.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from recommender.pipeline.planning.limits import Limits, Resources
from recommender.pipeline.planning.works import FULL, MONTHS, Need, Synergy, Work

Worth = tuple[int, ...]  # of a schedule, one number a tier of the problem, lower tiers first: compared as it stands


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

        What joint money pays is none. A work of the village, or of joint money, that can do without proposals has none
        in its any-of groups (`pipeline.candidates`), so this holds of every schedule.
        """
        free: dict[int, bool] = {}

        def is_free(work: int) -> bool:
            if work not in free:
                noun = self.works[work]
                free[work] = False  # a cycle cannot be begun
                free[work] = (
                    noun.certain
                    and all(is_free(other) for other in noun.requires)
                    and all(any(is_free(other) for other in group) for group in noun.groups)
                )
            return free[work]

        return frozenset(work for work in range(len(self.works)) if not is_free(work))

    @cached_property
    def tiers(self) -> tuple[int, ...]:
        """The numbers of the tiers that needs have, rising; one even where there are no needs."""
        return tuple(sorted({need.tier for need in self.needs})) or (0,)

    @cached_property
    def tier_of(self) -> tuple[int, ...]:
        """For each need the place of its tier among the tiers of the problem."""
        return tuple(self.tiers.index(need.tier) for need in self.needs)

    @cached_property
    def may_rest_on(self) -> tuple[frozenset[int], ...]:
        """For each work those that it may rest on: by requirement or as members of its any-of groups."""
        return tuple(frozenset(work.requires).union(*work.groups) for work in self.works)

    @cached_property
    def resting_on(self) -> tuple[tuple[int, ...], ...]:
        """For each work those that may rest on it."""
        above: list[list[int]] = [[] for _ in self.works]
        for work, below in enumerate(self.may_rest_on):
            for other in below:
                above[other].append(work)
        return tuple(map(tuple, above))

    @cached_property
    def resources(self) -> Resources:
        """Everything that runs out, and what a start of each work takes of it."""
        return Resources(self.limits, self.works, self.years)

    @cached_property
    def spans(self) -> tuple[int, ...]:
        """The fiscal years that each work touches."""
        return tuple(work.years for work in self.works)

    @cached_property
    def prices(self) -> tuple[int, ...]:
        """Each work's cost as the search weighs it: all purses (of a service in all years that the plan could hold
        it), the running costs that the years of the plan would bear, and others' rupiah at their price."""
        return tuple(
            self.paid_at_most(work) + work.running * self.years + work.others_cost * self.others_price // FULL
            for work in self.works
        )

    def paid_at_most(self, work: Work) -> int:
        """Return the rupiah that all purses pay for a work that starts in the first year, upkeep aside."""
        return sum(map(sum, work.payments(self.years)[: self.years]))

    def payable(self, work: int, year: int) -> bool:
        """Return whether what a start in the year pays in each year fits the whole money of that year (all money so
        far, where it carries over)."""
        noun = self.works[work]
        for later, drawn in enumerate(noun.draws(self.years)[: self.years - year], start=year):
            if any(amount > pot[later] for amount, pot in zip(drawn, self.limits.pots, strict=True)):
                return False
        payments = noun.payments(self.years)[: self.years - year]
        for purse, usable in enumerate(self.limits.usable):
            for offset, amounts in enumerate(payments):
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


def begin_month(start: Start) -> int:
    """Return the month, counted from the start of the plan, in which a work begins."""
    return MONTHS * start[0] + start[1]


def end_month(problem: PlanningProblem, work: int, start: Start) -> int:
    """Return the month, counted from the start of the plan, in which the work is finished (exclusive)."""
    return begin_month(start) + problem.works[work].months


def done_year(problem: PlanningProblem, work: int, start: Start) -> int:
    """Return the year at whose end the work is done."""
    return start[0] + problem.spans[work] - 1


def in_time(problem: PlanningProblem, schedule: Schedule, group: Collection[int], work: int) -> list[int]:
    """Return those of a group that are done when the scheduled work begins."""
    begin = begin_month(schedule[work])
    return [other for other in group if other in schedule and end_month(problem, other, schedule[other]) <= begin]
