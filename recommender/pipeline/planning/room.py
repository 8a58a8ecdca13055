"""Room in a schedule: the earliest year and month at which a work fits, by money, running costs and capacity."""

from __future__ import annotations

from recommender.pipeline.planning.evaluation import money_by_year, shortfall
from recommender.pipeline.planning.problem import MONTHS, PlanningProblem, Schedule, Start, end_month


class Room:
    """A schedule with what it leaves free, by year; works are added one at a time and never moved."""

    def __init__(self, problem: PlanningProblem, schedule: Schedule) -> None:
        self.problem = problem
        self.schedule = dict(schedule)
        spent, self.running = money_by_year(problem, schedule)
        self.started = [[0, 0] for _ in range(problem.years)]
        for work, start in schedule.items():
            self.started[start[0]][problem.works[work].own] += 1
        limits = problem.limits
        # With carry-over the room of a purse is cumulative: `free[purse][year]` is what may still be spent by then.
        self.free = [
            [
                usable[year] - spent[purse][year] - (self.running[year] if purse == 0 else 0)
                for year in range(problem.years)
            ]
            for purse, usable in enumerate(limits.usable)
        ]
        for purse, carries in enumerate(limits.carry_over):
            if carries:
                for year in range(1, problem.years):
                    self.free[purse][year] += self.free[purse][year - 1]
        self.capped = [
            [amount - used for amount, used in zip(cap.amounts, _spent(problem, schedule, cap.works), strict=True)]
            for cap in limits.caps
        ]

    def earliest(self, work: int, not_before: int = 0) -> Start | None:
        """Return the first year and month at which the work fits after what it rests on, or None."""
        problem, noun = self.problem, self.problem.works[work]
        ready = MONTHS * not_before
        for other in noun.requires:
            ready = max(ready, end_month(problem, other, self.schedule[other]))
        for group in noun.groups:
            ready = max(ready, min(end_month(problem, o, self.schedule[o]) for o in group if o in self.schedule))
        last = problem.last_start(work)
        for year in range(ready // MONTHS, problem.years - noun.years + 1):
            month = max(problem.first_start(work, year), ready - MONTHS * year)
            if month <= last and self.fits(work, year):
                return year, month
        return None

    def fits(self, work: int, year: int) -> bool:
        """Return whether money and capacity allow the work to start in the year."""
        problem, noun, limits = self.problem, self.problem.works[work], self.problem.limits
        most = limits.works_per_year if noun.own else limits.proposals_per_year
        if most is not None and self.started[year][noun.own] >= most:
            return False
        if noun.running and limits.running_cap is not None:
            after = range(year + noun.years, problem.years + 1)
            if any(self.running[later] + noun.running > limits.running_cap[later] for later in after):
                return False
        for number, cap in enumerate(limits.caps):
            if work in cap.works and any(
                sum(amounts) > self.capped[number][year + offset] for offset, amounts in enumerate(noun.costs)
            ):
                return False
        return all(self._purse_allows(work, year, purse) for purse in range(len(limits.usable)))

    def _purse_allows(self, work: int, year: int, purse: int) -> bool:
        noun, free = self.problem.works[work], self.free[purse]
        running = noun.running if purse == 0 else 0
        if not running and not any(amounts[purse] for amounts in noun.costs):
            return True
        carries = self.problem.limits.carry_over[purse]
        taken = 0
        for later in range(year, self.problem.years):
            offset = later - year
            now = noun.costs[offset][purse] if offset < len(noun.costs) else 0
            now += running if later >= year + noun.years else 0
            taken = taken + now if carries else now
            if taken > 0 and taken > free[later]:
                return False
        return True

    def add(self, work: int, start: Start) -> None:
        """Put the work into the schedule and take its room."""
        problem, noun = self.problem, self.problem.works[work]
        self.schedule[work] = start
        self.started[start[0]][noun.own] += 1
        for purse in range(len(self.free)):
            for offset, amounts in enumerate(noun.costs):
                self._take(purse, start[0] + offset, amounts[purse])
        for number, cap in enumerate(problem.limits.caps):
            if work in cap.works:
                for offset, amounts in enumerate(noun.costs):
                    self.capped[number][start[0] + offset] -= sum(amounts)
        if noun.running:
            for year in range(start[0] + noun.years, problem.years + 1):
                self.running[year] += noun.running
                if year < problem.years:
                    self._take(0, year, noun.running)

    def _take(self, purse: int, year: int, amount: int) -> None:
        last = self.problem.years if self.problem.limits.carry_over[purse] else year + 1
        for later in range(year, last):
            self.free[purse][later] -= amount


def _spent(problem: PlanningProblem, schedule: Schedule, works: frozenset[int]) -> list[int]:
    spent, _ = money_by_year(problem, {work: start for work, start in schedule.items() if work in works})
    return [sum(purse[year] for purse in spent) for year in range(problem.years)]


def pull_forward(problem: PlanningProblem, schedule: Schedule) -> Schedule:
    """Return the schedule with each work in the earliest year and month that it fits beside the others.

    What is taken out of a schedule leaves room; and a work that nothing hurries may stand later than it need. No floor
    of a year loses by it.
    """
    current, moved = dict(schedule), True
    short = shortfall(problem, current)
    while moved:
        moved = False
        for work in sorted(current, key=lambda w: (current[w], w)):
            others = {other: start for other, start in current.items() if other != work}
            start = Room(problem, others).earliest(work)
            if start is not None and start < current[work] and shortfall(problem, {**others, work: start}) <= short:
                current[work] = start
                moved = True
    return current


def insert(problem: PlanningProblem, schedule: Schedule, works: list[int]) -> Schedule | None:
    """Return the schedule with the works added in order at their earliest feasible times, or None if one has none."""
    room = Room(problem, schedule)
    for work in works:
        start = room.earliest(work)
        if start is None:
            return None
        room.add(work, start)
    return room.schedule
