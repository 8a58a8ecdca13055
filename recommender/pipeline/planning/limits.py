"""What is limited: money, running costs, starts, earmarks; as given, and as one list of room that runs out.

To the searches all of these are one thing: a row of room, an entry a year, of which each start of a work takes its
charges. Only the judge (`evaluation`) counts them anew, each by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from recommender.pipeline.planning.works import Work

Lack = Literal["over-budget", "running-cost", "capacity"]
UNLIMITED = 1 << 60  # far beyond all sums


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


class RoomRow(NamedTuple):
    """Room of one thing, an entry a year from `begin` to `end`; `lack` is why a work that finds none there is left out.

    `earmark` names the cap, where it is one. Of a row that `carries` each entry is all room up to the year.
    """

    lack: Lack
    begin: int
    end: int
    carries: bool = False
    earmark: str | None = None


class Charges(NamedTuple):
    """What a start of a work takes: (place in year 0, amount), and how many of them count for each start year."""

    pairs: Sequence[tuple[int, int]]
    ends: Sequence[int]

    def of(self, year: int) -> Sequence[tuple[int, int]]:
        """Return the charges of a start in the year; their places are counted on from the year."""
        return self.pairs[: self.ends[year]]


class Resources:
    """Everything that runs out, end to end, and what a start of each work takes of it.

    Rows: money of each purse, running costs (with the year after the horizon), caps, starts of own works, of proposals.
    """

    def __init__(self, limits: Limits, works: Sequence[Work], years: int) -> None:
        self.room: list[int] = []
        self.rows: list[RoomRow] = []
        for usable, carries in zip(limits.usable, limits.carry_over, strict=True):
            self._row("over-budget", list(accumulate(usable)) if carries else usable, carries)
        running = self._row("running-cost", limits.running_cap) if limits.running_cap is not None else None
        caps = [self._row("over-budget", cap.amounts, earmark=cap.name) for cap in limits.caps]
        starts = {
            own: self._row("capacity", (most,) * years)
            for own, most in ((True, limits.works_per_year), (False, limits.proposals_per_year))
            if most is not None
        }
        plain = not (any(limits.carry_over) or starts or caps)
        self.charges: list[Charges] = []
        for number, work in enumerate(works):
            if plain and len(work.costs) == 1 and not work.running:  # the usual case of a bare problem, made short
                pairs = [(purse * years, amount) for purse, amount in enumerate(work.costs[0]) if amount]
                self.charges.append(Charges(pairs, (len(pairs),) * years))
                continue
            taken = list(_money(work, limits, years))  # years beyond which it does not count, place in year 0, amount
            if work.running and running is not None:
                taken += [(years + 1 - year, running + year, work.running) for year in range(work.years, years + 1)]
            for begin, cap in zip(caps, limits.caps, strict=True):
                if number in cap.works:
                    together = enumerate(map(sum, work.costs))
                    taken += [(years - year, begin + year, amount) for year, amount in together if amount]
            if work.own in starts:
                taken.append((years, starts[work.own], 1))
            taken.sort(key=lambda charge: (-charge[0], charge[1]))
            ends = [sum(counts > year for counts, _, _ in taken) for year in range(years)]
            self.charges.append(Charges([(place, amount) for _, place, amount in taken], ends))

    def _row(self, lack: Lack, room: Sequence[int], carries: bool = False, earmark: str | None = None) -> int:
        begin = len(self.room)
        self.room += room
        self.rows.append(RoomRow(lack, begin, len(self.room), carries, earmark))
        return begin

    def room_without(self, lifted: Collection[Lack]) -> list[int]:
        """Return the room of an empty schedule, without end where a limit is lifted."""
        room = list(self.room)
        for row in self.rows:
            if row.lack in lifted:
                room[row.begin : row.end] = [UNLIMITED] * (row.end - row.begin)
        return room


def _money(work: Work, limits: Limits, years: int) -> list[tuple[int, int, int]]:
    """Return what a start takes of each purse: its instalments and, of the first, running costs after completion."""
    taken: list[tuple[int, int, int]] = []
    for purse, amounts in enumerate(zip(*work.costs, strict=True)):
        carries, running = limits.carry_over[purse], 0 if purse else work.running
        if running or (carries and any(amounts)):
            amounts = (*amounts, *[running] * (years - len(amounts)))[:years]
            amounts = tuple(accumulate(amounts)) if carries else amounts
        taken += [(years - year, purse * years + year, amount) for year, amount in enumerate(amounts) if amount]
    return taken
