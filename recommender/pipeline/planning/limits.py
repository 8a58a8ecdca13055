"""What is limited: money, running costs, services, starts, earmarks; as given, and as one list of room that runs out.

To the searches all of these are one thing: a row of room, an entry a year, of which each start of a work takes its
charges. Only the judge (`evaluation`) counts them anew, each by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from recommender.language.wording import Phrase
from recommender.pipeline.planning.works import Work

Lack = Literal["over-budget", "running-cost", "service-cost", "instalment", "capacity", "joint-money"]
UNLIMITED = 1 << 60  # far beyond all sums


@dataclass(frozen=True, slots=True)
class Cap:
    """What some works may cost together in each year (an earmark "at most"), or shall cost at least (a floor)."""

    name: str
    works: frozenset[int]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Capacity:
    """A class of starts, and how many of them each year holds; `name` is a plural: "village works"."""

    name: str | Phrase
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """Money and capacity; None: without limit.

    `purses` name whose money it is; `usable[purse][year]`; where `carry_over[purse]`, what is left goes on to the next
    year. `running_cap` bounds the running costs of works that are done, `service_cap` what services cost: one entry a
    year and one for the year after. `floors` are wishes: that as little as possible is short of them comes before the
    objective.

    `capacities` bound starts (`Work.takes` numbers them). `lines` are groups of works (a package, the phases of one
    work) that count as one start of a class in a year however many of them start; a work is in one group at most.

    `early[purse][year]` is the part of the year's money that is there before month `second_month`, the second
    instalment's: what works that start before it cost in their first year fits it. None for a purse that is there
    whole from the first month (carried money is). Services are paid month by month and stay outside.

    `pots[pot][year]` is what may be drawn of joint money, that of several villages: no purse of the village.
    """

    purses: tuple[str, ...]
    usable: tuple[tuple[int, ...], ...]
    carry_over: tuple[bool, ...]
    running_cap: tuple[int, ...] | None = None
    works_at_once: int | None = None
    first_month: int = 0
    caps: tuple[Cap, ...] = ()
    floors: tuple[Cap, ...] = ()
    service_cap: tuple[int, ...] | None = None
    capacities: tuple[Capacity, ...] = ()
    lines: tuple[frozenset[int], ...] = ()
    early: tuple[tuple[int, ...] | None, ...] = ()
    second_month: int = 0
    pots: tuple[tuple[int, ...], ...] = ()

    @property
    def instalments(self) -> bool:
        """Whether some money of a year comes only with a second instalment."""
        return self.second_month > 0 and any(early is not None for early in self.early)


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
    """What a start of a work takes: (place in year 0, amount), and how many of them count for each start year.

    `early` is taken besides where it starts before the second instalment. `shared` are (counter, capacity) of the lines
    that it is part of, places in year 0 too: a place of the capacity goes with the first start that the counter counts.
    """

    pairs: Sequence[tuple[int, int]]
    ends: Sequence[int]
    shared: Sequence[tuple[int, int]] = ()
    early: Sequence[tuple[int, int]] = ()

    def of(self, year: int) -> Sequence[tuple[int, int]]:
        """Return the charges of a start in the year; their places are counted on from the year."""
        return self.pairs[: self.ends[year]]


class Resources:
    """Everything that runs out, end to end, and what a start of each work takes of it.

    Rows: money of each purse, running costs and services (with the year after the horizon), caps, capacities, first
    instalments, joint money. Behind them, in no row, counters of the starts of each line, which count down from 0.
    """

    def __init__(self, limits: Limits, works: Sequence[Work], years: int) -> None:
        self.years = years
        self.room: list[int] = []
        self.rows: list[RoomRow] = []
        for usable, carries in zip(limits.usable, limits.carry_over, strict=True):
            self._row("over-budget", list(accumulate(usable)) if carries else usable, carries)
        self.running = self._row("running-cost", limits.running_cap) if limits.running_cap is not None else None
        self.services = self._row("service-cost", limits.service_cap) if limits.service_cap is not None else None
        self.caps = [self._row("over-budget", cap.amounts, earmark=cap.name) for cap in limits.caps]
        self.capacities = [self._row("capacity", capacity.amounts) for capacity in limits.capacities]
        self.early = [
            self._row("instalment", early) if early is not None and limits.instalments else None
            for early in limits.early
        ]
        self.pots = [self._row("joint-money", pot) for pot in limits.pots]
        self.counters: dict[tuple[int, int], int] = {}  # (line, capacity) -> place in year 0
        line_of = {work: line for line, together in enumerate(limits.lines) for work in together}
        plain = not any((*limits.carry_over, limits.capacities, limits.caps, limits.instalments, limits.pots))
        self.charges: list[Charges] = []
        for number, work in enumerate(works):
            if plain and len(work.costs) == 1 and not work.running and not work.service:  # a bare problem, made short
                pairs = [(purse * years, amount) for purse, amount in enumerate(work.costs[0]) if amount]
                self.charges.append(Charges(pairs, (len(pairs),) * years))
            else:
                self.charges.append(self._charges(number, work, limits, line_of.get(number)))

    def _charges(self, number: int, work: Work, limits: Limits, line: int | None) -> Charges:
        years, payments = self.years, work.payments(self.years)
        taken = list(_money(work, limits, years))  # years beyond which it does not count, place in year 0, amount
        if work.running and self.running is not None:
            taken += [(years + 1 - year, self.running + year, work.running) for year in range(work.years, years + 1)]
        together = [(year, amount) for year, amount in enumerate(map(sum, payments)) if amount]
        if work.service and self.services is not None:
            taken += [(years + 1 - year, self.services + year, amount) for year, amount in together]
        for begin, cap in zip(self.caps, limits.caps, strict=True):
            if number in cap.works:
                taken += [(years - year, begin + year, amount) for year, amount in together if year < years]
        for year, drawn in enumerate(work.draws(years)[:years]):
            taken += [(years - year, row + year, of) for row, of in zip(self.pots, drawn, strict=True) if of]
        shared = []
        for capacity in work.takes:
            if line is None:
                taken.append((years, self.capacities[capacity], 1))
            else:
                shared.append((self._counter(line, capacity), self.capacities[capacity]))
        early = [
            (row, amount)
            for row, amount in zip(self.early, work.costs[0], strict=False)
            if row is not None and amount and not work.service
        ]
        taken.sort(key=lambda charge: (-charge[0], charge[1]))
        ends = [sum(counts > year for counts, _, _ in taken) for year in range(years)]
        return Charges([(place, amount) for _, place, amount in taken], ends, shared, early)

    def _row(self, lack: Lack, room: Sequence[int], carries: bool = False, earmark: str | None = None) -> int:
        begin = len(self.room)
        self.room += room
        self.rows.append(RoomRow(lack, begin, len(self.room), carries, earmark))
        return begin

    def _counter(self, line: int, capacity: int) -> int:
        if (line, capacity) not in self.counters:
            self.counters[line, capacity] = len(self.room)
            self.room += [0] * self.years
        return self.counters[line, capacity]


def _money(work: Work, limits: Limits, years: int) -> Iterator[tuple[int, int, int]]:
    """Yield what a start takes of each purse: what is paid in each year and, of the first, running costs after
    completion."""
    payments = work.payments(years)
    for purse, carries in enumerate(limits.carry_over):
        amounts = [row[purse] for row in payments][:years]
        running = 0 if purse else work.running
        if running or (carries and any(amounts)):
            amounts += [0] * (years - len(amounts))
            amounts = [amount + running * (year >= work.years) for year, amount in enumerate(amounts)]
            amounts = list(accumulate(amounts)) if carries else amounts
        for year, amount in enumerate(amounts):
            if amount:
                yield years - year, purse * years + year, amount
