"""Room in a schedule: the earliest year and month at which a work fits, by all that runs out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from recommender.pipeline.planning.evaluation import shortfall
from recommender.pipeline.planning.limits import UNLIMITED, Lack, RoomRow
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Start, end_month
from recommender.pipeline.planning.works import MONTHS

Lacking = tuple[tuple[int, int], ...]  # (year, how much is lacking there), the years in which something is


class Room:
    """A schedule with what it leaves free; works are added one at a time and never moved.

    Of a schedule that breaks limits the room is below 0.
    """

    def __init__(self, problem: PlanningProblem, schedule: Schedule) -> None:
        self.problem = problem
        self.schedule: Schedule = {}
        self.free = list(problem.resources.room)
        for work, start in schedule.items():
            self.add(work, start)

    def copy(self, lifted: Collection[Lack] = ()) -> Room:
        """Return the same room by itself, without end where a limit is lifted."""
        other = Room(self.problem, {})
        other.schedule, other.free = dict(self.schedule), list(self.free)
        for row in self.problem.resources.rows if lifted else ():
            if row.lack in lifted:
                other.free[row.begin : row.end] = [UNLIMITED] * (row.end - row.begin)
        return other

    def earliest(self, work: int, after: int = 0) -> Start | None:
        """Return the first year and month, not before month `after` of the plan, at which the work fits after what it
        rests on, or None."""
        problem, noun = self.problem, self.problem.works[work]
        ready = after
        for other in noun.requires:
            ready = max(ready, end_month(problem, other, self.schedule[other]))
        for group in noun.groups:
            ready = max(ready, min(end_month(problem, o, self.schedule[o]) for o in group if o in self.schedule))
        last = problem.last_start(work)
        for year in range(ready // MONTHS, problem.years - noun.years + 1):
            month = max(problem.first_start(work, year), ready - MONTHS * year)
            if month <= last and self.fits(work, year):
                month = month if self.fits_early(work, year) else max(month, problem.limits.second_month)
                if month <= last:
                    return year, month
        return None

    def fits(self, work: int, year: int) -> bool:
        """Return whether there is room for a start of the work in the year, in some month of it."""
        free, charges = self.free, self.problem.resources.charges[work]
        return all(free[place + year] >= amount for place, amount in charges.of(year)) and all(
            free[counter + year] < 0 or free[capacity + year] > 0 for counter, capacity in charges.shared
        )

    def fits_early(self, work: int, year: int) -> bool:
        """Return whether the first instalment of the year has room for a start of the work."""
        early = self.problem.resources.charges[work].early
        return all(self.free[place + year] >= amount for place, amount in early)

    def add(self, work: int, start: Start) -> None:
        """Put the work into the schedule and take its room."""
        self.schedule[work] = start
        free, (year, month), charges = self.free, start, self.problem.resources.charges[work]
        for place, amount in charges.of(year):
            free[place + year] -= amount
        for counter, capacity in charges.shared:
            free[capacity + year] -= free[counter + year] == 0  # only the first start of a line takes a place
            free[counter + year] -= 1
        for place, amount in charges.early if month < self.problem.limits.second_month else ():
            free[place + year] -= amount

    def remove(self, work: int) -> None:
        """Take the work out of the schedule and give its room back."""
        free, (year, month), charges = self.free, self.schedule.pop(work), self.problem.resources.charges[work]
        for place, amount in charges.of(year):
            free[place + year] += amount
        for counter, capacity in charges.shared:
            free[counter + year] += 1
            free[capacity + year] += free[counter + year] == 0
        for place, amount in charges.early if month < self.problem.limits.second_month else ():
            free[place + year] += amount

    def insert(self, works: Iterable[int], after: int = 0) -> bool:
        """Add the works in order, each as early as it fits from a month of the plan on; return whether all do."""
        for work in works:
            start = self.earliest(work, after)
            if start is None:
                return False
            self.add(work, start)
        return True

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
    room, moved = Room(problem, schedule), True
    short = shortfall(problem, schedule)
    while moved:
        moved = False
        for work in sorted(schedule, key=lambda w: (room.schedule[w], w)):
            stood = room.schedule[work]
            room.remove(work)
            start = room.earliest(work)
            if start is not None and start < stood and shortfall(problem, {**room.schedule, work: start}) <= short:
                moved = True
            else:
                start = stood
            room.add(work, start)
    return {work: room.schedule[work] for work in schedule}


def insert(
    problem: PlanningProblem, schedule: Schedule, works: list[int], lifted: Collection[Lack] = ()
) -> Schedule | None:
    """Return the schedule with the works added in order at their earliest feasible times, or None if one has none.

    What the schedule itself takes of a lifted limit does not matter either.
    """
    room = Room(problem, schedule).copy(lifted)
    return room.schedule if room.insert(works) else None
