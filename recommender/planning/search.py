"""Ratio-closure search: take the closed set of works with the best value per cost next, at its earliest feasible time.

Deterministic: several cost exponents, ties by least cost and number, no clock and no randomness. A work enters with
all that it still rests on; the whole set is left out if it does not fit. Afterwards works whose removal loses nothing
are taken out until none is left.
"""

from __future__ import annotations

from recommender.planning.closing import closed_set
from recommender.planning.evaluation import dependents, objective
from recommender.planning.problem import MONTHS, Problem, Schedule
from recommender.planning.room import insert, pull_forward

# Exponents of cost in value / cost^exponent: 1 is the plain ratio, 0 takes the greatest value first.
EXPONENTS = (1.0, 0.7, 0.4, 0.0)
Unit = tuple[int, ...]  # works that enter together


def search(problem: Problem, packages: tuple[Unit, ...] = ()) -> Schedule:
    """Return the best schedule over all exponents: by objective, then least cost, then earliest starts.

    Parameters
    ----------
    packages
        Works that count together for reaching a rung, tried as one beside each work alone.
    """
    alone = tuple((index,) for index, work in enumerate(problem.works) if work.called and work.effects)
    units = tuple(dict.fromkeys(alone + packages))
    tried = [finished(problem, _construct(problem, units, exponent)) for exponent in EXPONENTS]
    return min(tried, key=lambda schedule: rank(problem, schedule))


def rank(problem: Problem, schedule: Schedule) -> tuple[int, int, int]:
    """Return what schedules are compared by, the best least: objective, cost, sum of start months."""
    price = sum(problem.prices[work] for work in schedule)
    return -objective(problem, schedule), price, sum(MONTHS * year + month for year, month in schedule.values())


def _construct(problem: Problem, units: tuple[Unit, ...], exponent: float) -> Schedule:
    schedule: Schedule = {}
    for work, noun in enumerate(problem.works):
        if noun.pinned:
            order = closed_set(problem, schedule, (work,))
            schedule = (insert(problem, schedule, order) if order is not None else None) or schedule
    value = objective(problem, schedule)
    while True:
        choice: tuple[tuple[float, int, Unit], Schedule, int] | None = None
        for unit in units:
            if all(work in schedule for work in unit):
                continue
            order = closed_set(problem, schedule, unit)
            grown = insert(problem, schedule, order) if order is not None else None
            if grown is None or order is None:
                continue
            gain = objective(problem, grown) - value
            if gain <= 0:
                continue
            price = sum(problem.prices[work] for work in order)
            key = (-gain / max(1, price) ** exponent, price, unit)
            if choice is None or key < choice[0]:
                choice = (key, grown, value + gain)
        if choice is None:
            return schedule
        schedule, value = choice[1], choice[2]


def finished(problem: Problem, schedule: Schedule, least: int = 1) -> Schedule:
    """Return the schedule without idle works, each work as early as it can be beside the others."""
    return pull_forward(problem, drop_idle(problem, schedule, least))


def drop_idle(problem: Problem, schedule: Schedule, least: int = 1) -> Schedule:
    """Return the schedule without works that lose less than `least` with all that rests on them (pins stay).

    A work that is not called goes too, whatever it is worth, when nothing needs it any more. The dearest such work
    goes first; the rest is weighed anew after each removal.
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
            key = (-sum(problem.prices[other] for other in gone), work)
            needless = not problem.works[work].called and gone == {work}
            if (loss < least or needless) and (found is None or key < found[0]):
                found = (key, gone)
        if found is None:
            return kept
        kept = {work: start for work, start in kept.items() if work not in found[1]}
