"""The planning problem as a mixed-integer programme: what stands for what. Carries out docs/method.md, "Planning".

Columns: "started by year t" for each work (the "by" form), months where works of one chain share a year, closure of
each need and year.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import inf
from typing import Any

from recommender.pipeline.planning.integer_program import IntegerProgram, Terms
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, end_month
from recommender.pipeline.planning.works import FULL, MONTHS


class Formulation(IntegerProgram):
    """The programme of a planning problem; `elastic`: money may be added at a cost."""

    def __init__(self, problem: PlanningProblem, elastic: bool = False) -> None:
        super().__init__()
        self.problem = problem
        self.elastic = elastic
        self.extra: dict[tuple[int, int], int] = {}
        self.gain: Terms = {}
        self.started: list[dict[int, int]] = []  # work -> year -> column, years in which it may start
        self.month: dict[int, int] = {}
        self.short: list[int] = []
        self._starts()
        self._calendar()
        self._resources()
        self._floors()
        self._needs()

    def by(self, work: int, year: int) -> int | None:
        """Return the column of "started by the year", None where that is impossible."""
        columns = self.started[work]
        reached = [column for known, column in columns.items() if known <= year]
        return reached[-1] if reached else None

    def chosen(self, work: int) -> int | None:
        return self.by(work, self.problem.years)

    def add_start(self, terms: Terms, work: int, year: int, factor: float) -> None:
        """Add `factor` if the work starts in exactly the year."""
        for column, sign in ((self.by(work, year), 1), (self.by(work, year - 1), -1)):
            if column is not None:
                terms[column] = terms.get(column, 0.0) + sign * factor

    def add_done(self, terms: Terms, work: int, year: int, factor: float) -> None:
        """Add `factor` if the work is done at the end of the year."""
        column = self.by(work, year - self.problem.works[work].years + 1)
        if column is not None:
            terms[column] = terms.get(column, 0.0) + factor

    def _starts(self) -> None:
        problem = self.problem
        for work, noun in enumerate(problem.works):
            columns: dict[int, int] = {}
            for year in range(problem.years - noun.years + 1):
                if (
                    work not in problem.banned
                    and problem.first_start(work, year) < MONTHS
                    and (self.elastic or problem.payable(work, year))
                ):
                    columns[year] = self.column(1.0, True)
            self.started.append(columns)
            for earlier, later in zip(list(columns.values()), list(columns.values())[1:], strict=False):
                self.row({earlier: 1.0, later: -1.0}, high=0.0)
            last = self.chosen(work)
            if noun.pinned and last is not None:
                self.lower[last] = 1.0
            elif noun.pinned:
                self.row({self.column(0.0, False): 1.0}, low=1.0)  # cannot be: the programme has no answer
        for work, noun in enumerate(problem.works):
            last = self.chosen(work)
            if last is not None and not noun.called and not noun.pinned:
                over = [self.chosen(other) for other in problem.resting_on[work]]
                self.row({last: 1.0, **{column: -1.0 for column in over if column is not None}}, high=0.0)
        for one, other in problem.exclusions:
            first, second = self.chosen(one), self.chosen(other)
            if first is not None and second is not None:
                self.row({first: 1.0, second: 1.0}, high=1.0)

    def _calendar(self) -> None:
        problem = self.problem
        for work, noun in enumerate(problem.works):
            for other in noun.requires:
                self._after(work, (other,))
            for group in noun.groups:
                self._after(work, group)

    def _after(self, work: int, group: tuple[int, ...]) -> None:
        """Let the work start only after one of the group is done."""
        tight = [other for other in group if self._shares_years(other, work)]
        for year, column in self.started[work].items():
            terms: Terms = {column: 1.0}
            for other in group:
                before = self.by(other, year if other in tight else year - self._years_apart(other))
                if before is not None:
                    terms[before] = terms.get(before, 0.0) - 1.0
            self.row(terms, high=0.0)
        chosen = self.chosen(work)
        if chosen is None or not tight or self._whole_years:
            return
        relies: Terms = {chosen: 1.0}
        for other in group:
            selected = self.chosen(other)
            if selected is None:
                continue
            link = selected if len(group) == 1 else self.column(1.0, True)
            if link != selected:
                self.row({link: 1.0, selected: -1.0}, high=0.0)
                relies[link] = relies.get(link, 0.0) - 1.0
            if other in tight:
                self._months_apart(other, work, chosen if len(group) == 1 else link)
        if len(group) > 1:
            self.row(relies, high=0.0)
            if len(tight) < len(group):
                self._later_members(work, group, tight, relies)

    def _later_members(self, work: int, group: tuple[int, ...], tight: list[int], relies: Terms) -> None:
        """A member that cannot share the work's year must be done the year before, if the work relies on it."""
        links = [column for column, factor in relies.items() if factor < 0]
        members = [other for other in group if self.chosen(other) is not None]
        for other, link in zip(members, links, strict=True):
            if other in tight:
                continue
            for year, column in self.started[work].items():
                terms: Terms = {column: 1.0, link: 1.0}
                before = self.by(other, year - self._years_apart(other))
                if before is not None:
                    terms[before] = terms.get(before, 0.0) - 1.0
                self.row(terms, high=1.0)

    def _years_apart(self, other: int) -> int:
        return self.problem.works[other].years

    @cached_property
    def _whole_years(self) -> bool:
        """Whether every work starts and ends with a year, so that months never matter: a bare problem."""
        return self.problem.limits.first_month == 0 and all(
            work.months % MONTHS == 0 and work.earliest % MONTHS == 0 for work in self.problem.works
        )

    def _shares_years(self, other: int, work: int) -> bool:
        """Return whether the work can start in the year in which the other one starts and ends."""
        problem = self.problem
        months = problem.works[other].months
        if months > MONTHS or (months == MONTHS and problem.works[work].months > 0):
            return False
        return any(
            problem.first_start(other, year) + months <= problem.last_start(work)
            for year in self.started[work]
            if year in self.started[other]
        )

    def _month(self, work: int) -> int:
        """Return the column of the work's start month, bounded by what each year allows."""
        if work not in self.month:
            column = self.column(float(MONTHS), False)
            self.month[work] = column
            first: Terms = {column: 1.0}
            last: Terms = {column: 1.0}
            for year in self.started[work]:
                self.add_start(first, work, year, -float(self.problem.first_start(work, year)))
                self.add_start(last, work, year, -float(self.problem.last_start(work)))
            self.row(first, low=0.0)
            self.row(last, high=0.0)
        return self.month[work]

    def _months_apart(self, other: int, work: int, link: int) -> None:
        """12 year(work) + month(work) >= 12 year(other) + month(other) + months(other), if the link is 1."""
        big = float(MONTHS * (self.problem.years + 2))
        terms: Terms = {self._month(work): 1.0, self._month(other): -1.0}
        for year in self.started[work]:
            self.add_start(terms, work, year, float(MONTHS * year))
        for year in self.started[other]:
            self.add_start(terms, other, year, -float(MONTHS * year))
        terms[link] = terms.get(link, 0.0) - big
        self.row(terms, low=float(self.problem.works[other].months) - big)

    def _resources(self) -> None:
        """Let the starts take no more than there is of everything that runs out."""
        resources = self.problem.resources
        taken: list[Terms] = [defaultdict(float) for _ in resources.room]
        for work, charges in enumerate(resources.charges):
            for year in self.started[work]:
                for place, amount in charges.of(year):
                    self.add_start(taken[place + year], work, year, float(amount))
        for number, row in enumerate(resources.rows):
            for place in range(row.begin, row.end):
                if self.elastic and number < len(self.problem.limits.purses):  # money rows come first
                    extra = self.extra[number, place - row.begin] = self.column(inf, True)
                    for later in range(place, row.end if row.carries else place + 1):
                        taken[later][extra] = -1.0
                self.row(dict(taken[place]), high=float(resources.room[place]))

    def _add_costs(self, terms: Terms, year: int, works: Any, purse: int) -> None:
        for work in works:
            for offset, amounts in enumerate(self.problem.works[work].costs):
                if amounts[purse]:
                    self.add_start(terms, work, year - offset, float(amounts[purse]))

    def _floors(self) -> None:
        """What is short of each floor in each year; the sum of it is made least before anything else."""
        for floor in self.problem.limits.floors:
            for year, amount in enumerate(floor.amounts):
                terms: Terms = defaultdict(float)
                for purse in range(len(self.problem.limits.usable)):
                    self._add_costs(terms, year, sorted(floor.works), purse)
                short = self.column(float(amount), False)
                self.short.append(short)
                terms[short] = 1.0
                self.row(dict(terms), low=float(amount))

    def _needs(self) -> None:
        problem = self.problem
        everyone = range(len(problem.works))
        own = [work for work in everyone if work not in problem.conditional]
        for number, need in enumerate(problem.needs):
            serving = {w for w in everyone if any(effect.need == number for effect in problem.works[w].effects)}
            serving.update(end for s in problem.synergies if s.need == number for end in (s.one, s.other))
            splits = any(work in problem.conditional for work in serving)
            parts = (
                [(own, FULL - problem.probability), (list(everyone), problem.probability)] if splits else [(own, FULL)]
            )
            for works, factor in parts:
                if factor:
                    self._closure(number, works, need.weight * factor)

    def _closure(self, number: int, works: list[int], weight: int) -> None:
        """Add the closure of a need by the given works in each year, worth `weight` x discount."""
        for year in range(self.problem.years):
            self.closure_in(number, works, float(weight * self.problem.discount[year]), year)

    def closure_in(self, number: int, works: list[int], worth: float, year: int) -> None:
        """Add the closure of a need by the given works at the end of a year, each unit of it worth so much."""
        problem, need = self.problem, self.problem.needs[number]
        effects = [(work, effect) for work in works for effect in problem.works[work].effects if effect.need == number]
        amounts: Terms = defaultdict(float)
        for work, effect in effects:
            if effect.amount:
                self.add_done(amounts, work, year, float(effect.amount))
        for synergy in problem.synergies:
            if synergy.need == number and synergy.one in works and synergy.other in works:
                self._add_synergy(amounts, synergy.one, synergy.other, synergy.amount, year)
        if need.rungs is not None:
            self._rungs(number, effects, amounts, worth, year)
            return
        closed = self.column(float(need.gap), False)
        self.gain[closed] = worth
        self.row({**{c: -f for c, f in amounts.items()}, closed: 1.0}, high=0.0)

    def _rungs(self, number: int, effects: list[Any], amounts: Terms, worth: float, year: int) -> None:
        rungs = self.problem.needs[number].rungs or ()
        levels = sorted({closure for _, closure in rungs} | {e.reach for _, e in effects if e.reach})
        below = 0
        for level in levels:
            needed = min((amount for amount, closure in rungs if closure >= level), default=None)
            stands = self.column(1.0, bool(amounts) and needed is not None)
            self.gain[stands] = worth * (level - below)
            below = level
            scale = 1.0 if needed is None else float(needed)
            terms: Terms = defaultdict(float)
            terms[stands] = scale
            for work, effect in effects:
                if effect.reach >= level:
                    self.add_done(terms, work, year, -scale)
            if needed is not None:
                for column, factor in amounts.items():
                    terms[column] -= factor
            self.row(dict(terms), high=0.0)

    def _add_synergy(self, terms: Terms, one: int, other: int, amount: int, year: int) -> None:
        both = self.column(1.0, False)
        for work in (one, other):
            done: Terms = {both: 1.0}
            self.add_done(done, work, year, -1.0)
            self.row(done, high=0.0)
        terms[both] = float(amount)

    def schedule(self, values: list[float]) -> Schedule:
        """Return the years of the solution, each work in the first month that what it rests on allows."""
        problem = self.problem
        years: dict[int, int] = {}
        for work, columns in enumerate(self.started):
            begun = [year for year, column in columns.items() if values[column] > 0.5]
            if begun:
                years[work] = begun[0]
        placed: Schedule = {}

        def put(work: int) -> int:
            """Place the work and return the month in which it ends."""
            if work not in placed:
                noun = problem.works[work]
                ready = max((put(other) for other in noun.requires if other in years), default=0)
                for group in noun.groups:
                    ready = max(ready, min((put(other) for other in group if other in years), default=0))
                month = max(problem.first_start(work, years[work]), ready - MONTHS * years[work])
                placed[work] = (years[work], month)
            return end_month(problem, work, placed[work])

        for work in years:
            put(work)
        return placed
