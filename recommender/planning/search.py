"""Ratio-closure search: take the closed set of works with the best value per cost next, at its earliest feasible time.

Deterministic: several cost exponents, ties by least cost and name, no clock and no randomness. A work enters with
all that it still rests on (of each any-of group the member that is cheapest to bring in); the whole set is rolled
back if it does not fit. Afterwards works whose removal loses nothing are taken out until none is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from recommender.planning.evaluation import dependents, money_by_year, objective
from recommender.planning.problem import MONTHS, Problem, Schedule, Start, done_year, end_month

# Exponents of cost in value / cost^exponent: 1 is the plain ratio, 0 takes the greatest value first.
EXPONENTS = (1.0, 0.7, 0.4, 0.0)


@dataclass(slots=True)
class _State:
    """A schedule under construction with the room that is left, by year."""

    problem: Problem
    schedule: Schedule = field(default_factory=dict)
    value: int = 0

    def room_for(self, work: int, start: Start, spent: list[int], running: list[int], counts: list[list[int]]) -> bool:
        problem, noun = self.problem, self.problem.works[work]
        limits = problem.limits
        capacity = limits.works_per_year if noun.own else limits.proposals_per_year
        if counts[start[0]][noun.own] >= capacity:
            return False
        for offset, amount in enumerate(noun.instalments):
            year = start[0] + offset
            if amount and spent[year] + running[year] + amount > limits.usable[year]:
                return False
        if noun.running:
            for year in range(done_year(problem, work, start) + 1, problem.years + 1):
                if running[year] + noun.running > limits.running_cap[year]:
                    return False
                if year < problem.years and spent[year] + running[year] + noun.running > limits.usable[year]:
                    return False
        return True

    def earliest(self, work: int, spent: list[int], running: list[int], counts: list[list[int]]) -> Start | None:
        """Return the first year and month at which the work fits after what it rests on, or None."""
        problem, noun = self.problem, self.problem.works[work]
        ready = 0
        for other in noun.requires:
            ready = max(ready, end_month(problem, other, self.schedule[other]))
        for group in noun.groups:
            ends = [end_month(problem, o, self.schedule[o]) for o in group if o in self.schedule]
            ready = max(ready, min(ends))
        last = 0 if noun.months > MONTHS else MONTHS - noun.months
        for year in range(ready // MONTHS, problem.years - noun.years + 1):
            month = max(problem.first_start(work, year), ready - MONTHS * year)
            if month <= last and self.room_for(work, (year, month), spent, running, counts):
                return year, month
        return None

    def insert(self, works: list[int]) -> Schedule | None:
        """Return the schedule with the works added in the given order, or None if one does not fit."""
        before = dict(self.schedule)
        spent, running = money_by_year(self.problem, self.schedule)
        counts = [[0, 0] for _ in range(self.problem.years)]
        for work, start in self.schedule.items():
            counts[start[0]][self.problem.works[work].own] += 1
        try:
            for work in works:
                found = self.earliest(work, spent, running, counts)
                if found is None:
                    return None
                self.schedule[work] = found
                noun = self.problem.works[work]
                counts[found[0]][noun.own] += 1
                for offset, amount in enumerate(noun.instalments):
                    spent[found[0] + offset] += amount
                for year in range(done_year(self.problem, work, found) + 1, self.problem.years + 1):
                    running[year] += noun.running
            return dict(self.schedule)
        finally:
            self.schedule = before


def insert(problem: Problem, schedule: Schedule, works: list[int]) -> Schedule | None:
    """Return the schedule with the works added in order at their earliest feasible times, or None if one has none."""
    return _State(problem, dict(schedule)).insert(works)


def closed_set(problem: Problem, schedule: Schedule, targets: tuple[int, ...]) -> list[int] | None:
    """Return the targets and what they still rest on, prerequisites first; None if an exclusion forbids it.

    Of an any-of group the member is taken that is in the schedule already, else the one whose own closed set is
    cheapest (others' rupiah at their price), then least in number.
    """
    order: list[int] = []
    taken: set[int] = set(schedule)

    def bring(work: int, path: frozenset[int]) -> bool:
        if work in taken:
            return True
        if work in path or _excluded(problem, work, taken):
            return False
        noun = problem.works[work]
        for other in noun.requires:
            if not bring(other, path | {work}):
                return False
        for group in noun.groups:
            if any(other in taken for other in group):
                continue
            if not _bring_cheapest(group, path | {work}):
                return False
        if work not in taken:
            taken.add(work)
            order.append(work)
        return True

    def _bring_cheapest(group: tuple[int, ...], path: frozenset[int]) -> bool:
        nonlocal order, taken
        best: tuple[tuple[int, int], list[int], set[int]] | None = None
        saved = (list(order), set(taken))
        for member in group:
            order, taken = list(saved[0]), set(saved[1])
            if bring(member, path):
                price = sum(problem.price(work) for work in order[len(saved[0]) :])
                key = (price, member)
                if best is None or key < best[0]:
                    best = (key, order, taken)
        if best is None:
            order, taken = saved
            return False
        order, taken = best[1], best[2]
        return True

    for target in targets:
        if not bring(target, frozenset()):
            return None
    return order


def _excluded(problem: Problem, work: int, taken: set[int]) -> bool:
    return any(
        (one == work and other in taken) or (other == work and one in taken) for one, other in problem.exclusions
    )


def _units(problem: Problem, packages: tuple[tuple[int, ...], ...]) -> Iterator[tuple[int, ...]]:
    """Yield what may enter at once: each called work alone, and each package of works that count together."""
    for index, work in enumerate(problem.works):
        if work.called and work.effects:
            yield (index,)
    yield from packages


def search(problem: Problem, packages: tuple[tuple[int, ...], ...] = ()) -> Schedule:
    """Return the best schedule over all exponents, by objective, then least cost, earliest start, names."""
    units = tuple(dict.fromkeys(_units(problem, packages)))
    pinned = tuple(index for index, work in enumerate(problem.works) if work.pinned)
    best: tuple[tuple[int, int, int], Schedule] | None = None
    for exponent in EXPONENTS:
        schedule = drop_idle(problem, _construct(problem, units, pinned, exponent))
        price = sum(problem.price(work) for work in schedule)
        begins = sum(MONTHS * year + month for year, month in schedule.values())
        key = (-objective(problem, schedule), price, begins)
        if best is None or key < best[0]:
            best = (key, schedule)
    assert best is not None
    return best[1]


def _construct(
    problem: Problem, units: tuple[tuple[int, ...], ...], pinned: tuple[int, ...], exponent: float
) -> Schedule:
    state = _State(problem)
    for work in pinned:
        order = closed_set(problem, state.schedule, (work,))
        grown = state.insert(order) if order else None
        if grown is not None:
            state.schedule = grown
    state.value = objective(problem, state.schedule)
    while True:
        choice: tuple[tuple[float, int, tuple[int, ...]], Schedule, int] | None = None
        for unit in units:
            if all(work in state.schedule for work in unit):
                continue
            order = closed_set(problem, state.schedule, unit)
            grown = state.insert(order) if order else None
            if grown is None or order is None:
                continue
            value = objective(problem, grown)
            if value <= state.value:
                continue
            price = sum(problem.price(work) for work in order)
            ratio = (value - state.value) / max(1, price) ** exponent
            key = (-ratio, price, unit)
            if choice is None or key < choice[0]:
                choice = (key, grown, value)
        if choice is None:
            return state.schedule
        state.schedule, state.value = choice[1], choice[2]


def drop_idle(problem: Problem, schedule: Schedule, least: int = 1) -> Schedule:
    """Return the schedule without works that lose less than `least` with all that rests on them (pins stay).

    The dearest such work goes first; the rest is weighed anew after each removal.
    """
    kept = dict(schedule)
    while True:
        whole = objective(problem, kept)
        found: tuple[tuple[int, int], set[int]] | None = None
        for work in kept:
            gone = dependents(problem, kept, work)
            if any(problem.works[other].pinned for other in gone):
                continue
            loss = whole - objective(problem, {w: s for w, s in kept.items() if w not in gone})
            if loss < least:
                key = (-sum(problem.price(other) for other in gone), work)
                if found is None or key < found[0]:
                    found = (key, gone)
        if found is None:
            return kept
        kept = {work: start for work, start in kept.items() if work not in found[1]}
