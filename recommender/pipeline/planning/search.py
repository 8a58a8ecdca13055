"""Fast search: the best value per cost next, with all that it rests on, then moves in the order in which works enter.

From several cost exponents an order of units is made (ratio closure) and improved by a fixed number of seeded moves;
serial insertion at the earliest feasible time makes a schedule of each order (`planning.kernel`). Then
works whose removal loses nothing are taken out until none is left. Deterministic: seeded, ties by least cost and
number, no clock; with numba installed the same, faster.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from recommender.pipeline.planning import kernel
from recommender.pipeline.planning.arrays import Flat, flatten
from recommender.pipeline.planning.compiled_kernel import compiled_kernel
from recommender.pipeline.planning.evaluation import dependents, lost, objective, shortfall
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Worth, begin_month
from recommender.pipeline.planning.room import pull_forward
from recommender.pipeline.planning.works import MONTHS

# Exponents of cost in value / cost^exponent, in hundredths: 100 is the plain ratio, 0 takes the greatest value first.
EXPONENTS = (30, 50, 70, 85, 100)
# Moves at most, for each unit and exponent, with one tier of needs and with several: chosen and judged on seeds of
# their own, see benchmarks/README.md.
MOVES, MOVES_OF_TIERS = 12, 30
Unit = tuple[int, ...]  # works that enter together


def search(problem: PlanningProblem, packages: Iterable[Unit] = (), seed: int = 0) -> Schedule:
    """Return the best schedule found: by objective, tier after tier, then least cost, then earliest starts.

    Parameters
    ----------
    packages
        Works that count together for reaching a rung, tried as one beside each work alone.
    seed
        Any whole number; the same one gives the same schedule, whatever else is searched and with or without numba.
    """
    (schedule,) = search_many((problem,), (packages,), (seed,))
    return schedule


def search_many(
    problems: Iterable[PlanningProblem], packages: Iterable[Iterable[Unit]], seeds: Iterable[int], compiled: bool = True
) -> list[Schedule]:
    """Return the schedule of each problem, as `search` does; `compiled=False` does without numba where it is there."""
    fast = compiled_kernel() if compiled else None
    found: list[Schedule] = []
    desk: Any
    for problem, together, seed in zip(problems, packages, seeds, strict=True):
        flat = flatten(problem, together)
        moves = MOVES if len(problem.tiers) == 1 else MOVES_OF_TIERS
        if fast is None:
            desk = [0] * flat.desk
            kernel.run(flat.values, desk, list(EXPONENTS), moves, seed)
        else:
            desk = np.zeros(flat.desk, np.int64)
            fast.run(np.array(flat.values, np.int64), desk, np.array(EXPONENTS, np.int64), moves, seed & kernel.WORD)
        found.append(scheduled(flat, desk))
    return found


def scheduled(flat: Flat, desk: Any) -> Schedule:
    """Return the schedule that the kernel left on the desk."""
    first = flat.values[kernel.STATE] + kernel.BEGIN
    begins = map(int, desk[first : first + len(flat.numbers)])
    return {
        work: divmod(begin, MONTHS) for work, begin in zip(flat.numbers, begins, strict=True) if begin != kernel.ABSENT
    }


def rank(problem: PlanningProblem, schedule: Schedule) -> tuple[int, Worth, int, int]:
    """Return what schedules are compared by, the best least: what is short of floors, objective (tier after tier),
    cost, start months."""
    price = sum(problem.prices[work] for work in schedule)
    starts = sum(map(begin_month, schedule.values()))
    return shortfall(problem, schedule), tuple(-worth for worth in objective(problem, schedule)), price, starts


def finished(problem: PlanningProblem, schedule: Schedule, least: int = 1) -> Schedule:
    """Return the schedule without idle works, each work as early as it can be beside the others."""
    return pull_forward(problem, drop_idle(problem, schedule, least))


def drop_idle(problem: PlanningProblem, schedule: Schedule, least: int = 1, guarded: int = 0) -> Schedule:
    """Return the schedule without works that lose less than `least`, over all tiers, with all that rests on them.

    Pins stay, and what loses anything in the first `guarded` tiers. A work that is not called goes too, whatever it is
    worth, when nothing needs it any more. The dearest such work goes first; the rest is weighed anew after each
    removal. What a floor would lack without it is not idle.
    """
    kept = dict(schedule)
    while True:
        whole, short = objective(problem, kept), shortfall(problem, kept)
        found: tuple[tuple[int, int], set[int]] | None = None
        for work in kept:
            gone = dependents(problem, kept, work)
            if any(problem.works[other].pinned for other in gone):
                continue
            left = {w: s for w, s in kept.items() if w not in gone}
            if shortfall(problem, left) > short:
                continue
            loss = lost(problem, kept, gone, whole)
            key = (-sum(problem.prices[other] for other in gone), work)
            small = sum(loss) < least and not any(loss[:guarded])
            needless = not problem.works[work].called and gone == {work}
            if (small or needless) and (found is None or key < found[0]):
                found = (key, gone)
        if found is None:
            return kept
        kept = {work: start for work, start in kept.items() if work not in found[1]}
