"""Why a candidate is not in the schedule: what binds, found by lifting each limit by itself.

Several are lifted together only where none alone lets the work in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple, get_args

from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.planning.evaluation import dependents, objective, value_of
from recommender.pipeline.planning.limits import Lack
from recommender.pipeline.planning.months import roles
from recommender.pipeline.planning.prerequisites import with_prerequisites
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import Lacking, Room
from recommender.pipeline.planning.works import MONTHS

_LIMITS: tuple[Lack, ...] = get_args(Lack)
# Which of several reasons that each would do is told: starts first, so that nothing is called too dear while they bind.
_TOLD_FIRST: tuple[Lack, ...] = (
    "capacity",
    "instalment",
    "running-cost",
    "service-cost",
    "joint-money",
    "over-budget",
)


class Bind(NamedTuple):
    """A limit that keeps a work out: in which years (from 0), and by how much: rupiah, or places for a start.

    `earmark` names the one whose share is used up, where that alone binds.
    """

    lack: Lack
    lacking: Lacking
    earmark: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The reason of the plan document, and the works (by number) or limits that it rests on.

    `binds` are the limits that bind: where they are several, all of them together must be lifted. `displaces` are the
    works that would have to go to make room for it.
    """

    reason: str
    by: tuple[int, ...] = ()
    rests_on: tuple[int, ...] = ()
    binds: tuple[Bind, ...] = ()
    displaces: tuple[int, ...] = ()


class Reasons:
    """A schedule, and why works are not in it."""

    def __init__(self, problem: PlanningProblem, schedule: Schedule) -> None:
        self.problem, self.schedule = problem, schedule
        self.room = Room(problem, schedule)
        self.worth = objective(problem, schedule)

    def why(self, work: int) -> LeftOut:
        """Return why the work was left out of the schedule."""
        problem = self.problem
        order = with_prerequisites(problem, self.schedule, (work,))
        if order is None:
            rivals = {one if other == work else other for one, other in problem.exclusions if work in (one, other)}
            return LeftOut("excluded", tuple(sorted(rivals & self.schedule.keys())))
        rests_on = tuple(other for other in order if other != work)
        free = self.room.copy(_LIMITS)
        if not free.insert(order):
            return LeftOut("beyond-horizon", rests_on=rests_on)
        if objective(problem, free.schedule) <= self.worth:
            return LeftOut("alternative-chosen", self._serving_the_same(work), rests_on)
        for year in range(problem.years):
            entered = self.room.copy()
            if entered.insert(order, MONTHS * year):
                if roles(problem, entered.schedule)[work].needless:  # in the end others serve as well
                    return LeftOut("alternative-chosen", self._serving_the_same(work), rests_on)
                return LeftOut("low-value", rests_on=rests_on)
        binds = self._binds(order)
        return LeftOut(binds[0].lack, rests_on=rests_on, binds=binds, displaces=self._displaced(order))

    def _binds(self, order: list[int]) -> tuple[Bind, ...]:
        """Return the limits that have to be lifted for the works to enter: as few as will do, by the least shortfall.

        Where something is lacking with the works in at their earliest, or later, only that need be lifted.
        """
        lacking = {lack for lift in self._entries(order, _LIMITS) for lack in lift}
        known = [lack for lack in _TOLD_FIRST if lack in lacking]
        for count in range(1, len(known) + 1):
            for lifted in combinations(known, count):
                # Where the works entered elsewhere than with fewer limits lifted, not all that is lifted need lack.
                found = [lift for lift in self._entries(order, lifted) if lift]
                if found:
                    least = min(found, key=lambda lift: [_short(lift, lack) for lack in lifted])
                    return tuple(least[lack] for lack in lifted if lack in least)
        raise AssertionError("a work enters where all that lacks is lifted")

    def _entries(self, order: list[int], lifted: tuple[Lack, ...]) -> Iterator[dict[Lack, Bind]]:
        """Yield, for the works entering from each year on with limits lifted, what is then lacking of them.

        Where they do not fit from a year on they may from a later one: what the first of them costs early, the others
        may lack.
        """
        for year in range(self.problem.years):
            wished = self.room.copy(lifted)
            if not wished.insert(order, MONTHS * year):
                continue
            taken = self.room.copy()
            for work in order:
                taken.add(work, wished.schedule[work])
            yield _lacking(taken)

    @cached_property
    def _by_value(self) -> list[int]:
        """The works of the schedule, the least valuable first."""
        values = {work: value_of(self.problem, self.schedule, work) for work in self.schedule}
        return sorted(values, key=lambda work: (values[work], work))

    def _displaced(self, order: list[int]) -> tuple[int, ...]:
        """Return called works without which those in order would have room: the least valuable go first, and of these
        all come back that still fit. Empty where even that makes no room."""
        problem = self.problem
        staying = all_beneath(order, problem.may_rest_on.__getitem__)
        kept, gone = self.room.copy(), list[int]()
        for work in self._by_value:
            falling = dependents(problem, kept.schedule, work) if work in kept.schedule else set()
            if not falling or falling & staying or any(problem.works[other].pinned for other in falling):
                continue
            gone += sorted(falling)
            for other in falling:
                kept.remove(other)
            wished = kept.copy()
            if wished.insert(order):
                break
        else:
            return ()
        for work in reversed(gone):
            back = with_prerequisites(problem, wished.schedule, (work,)) or []
            if set(back) <= set(gone):
                trial = wished.copy()
                wished = trial if trial.insert(back) else wished
        return tuple(sorted(w for w in self.schedule.keys() - wished.schedule.keys() if problem.works[w].called))

    def _serving_the_same(self, work: int) -> tuple[int, ...]:
        works = self.problem.works
        needs = {effect.need for effect in works[work].effects}
        return tuple(o for o in sorted(self.schedule) if needs & {effect.need for effect in works[o].effects})


def _short(lift: Mapping[Lack, Bind], lack: Lack) -> int:
    """Return how much of a limit is lacking in all years; 0 where it is not."""
    return sum(map(_amount, lift[lack].lacking)) if lack in lift else 0


def _amount(lacking: tuple[int, int]) -> int:
    return lacking[1]


def _lacking(room: Room) -> dict[Lack, Bind]:
    """Return what is lacking of each limit; where only the share of an earmark is used up, of the first such."""
    whole: dict[Lack, Counter[int]] = {}
    shares: dict[Lack, Bind] = {}
    for row, years in room.lacking():
        if row.earmark is None:
            whole.setdefault(row.lack, Counter()).update(dict(years))
        else:
            shares.setdefault(row.lack, Bind(row.lack, years, row.earmark))
    return {**shares, **{lack: Bind(lack, tuple(sorted(years.items()))) for lack, years in whole.items()}}


def why_left_out(problem: PlanningProblem, schedule: Schedule, work: int) -> LeftOut:
    """Return why the work was left out of the schedule."""
    return Reasons(problem, schedule).why(work)
