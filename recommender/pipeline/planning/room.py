"""Room in a schedule: the earliest year and month at which a work fits, by all that runs out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from recommender.pipeline.planning.evaluation import shortfall
from recommender.pipeline.planning.limits import Lack, RoomRow
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Start, end_month
from recommender.pipeline.planning.works import MONTHS

Lacking = tuple[tuple[int, int], ...]  # (year, how much is lacking there), the years in which something is


class Room:
    """A schedule with what it leaves free; works are added one at a time and never moved.

    `lifted` limits are none; of a schedule that breaks others the room is below 0.
    """

    def __init__(self, problem: PlanningProblem, schedule: Schedule, lifted: Collection[Lack] = ()) -> None:
        self.problem = problem
        self.schedule: Schedule = {}
        self.free = problem.resources.room_without(lifted)
        for work, start in schedule.items():
            self.add(work, start)

    def earliest(self, work: int) -> Start | None:
        """Return the first year and month at which the work fits after what it rests on, or None."""
        problem, noun = self.problem, self.problem.works[work]
        ready = 0
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
        """Return whether there is room for a start of the work in the year."""
        return all(self.free[place + year] >= amount for place, amount in self.problem.resources.charges[work].of(year))

    def add(self, work: int, start: Start) -> None:
        """Put the work into the schedule and take its room."""
        self.schedule[work] = start
        for place, amount in self.problem.resources.charges[work].of(start[0]):
            self.free[place + start[0]] -= amount

    def lacking(self) -> Iterator[tuple[RoomRow, Lacking]]:
        """Yield each row that the schedule takes more of than there is, with the years in which it does."""
        for row in self.problem.resources.rows:
            short = [max(0, -free) for free in self.free[row.begin : row.end]]
            if row.carries:  # what was lacking before lacks still: only what is added to it is of the year
                short = [now - before for before, now in zip([0, *short], short, strict=False)]
            years = tuple((year, amount) for year, amount in enumerate(short) if amount > 0)
            if years:
                yield row, years


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


def insert(
    problem: PlanningProblem, schedule: Schedule, works: list[int], lifted: Collection[Lack] = ()
) -> Schedule | None:
    """Return the schedule with the works added in order at their earliest feasible times, or None if one has none."""
    room = Room(problem, schedule, lifted)
    for work in works:
        start = room.earliest(work)
        if start is None:
            return None
        room.add(work, start)
    return room.schedule
