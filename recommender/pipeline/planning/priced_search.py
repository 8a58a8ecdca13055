"""A problem packed once for the fast search, and searched at ever new weights of tiers and charges for starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from recommender.pipeline.planning import kernel
from recommender.pipeline.planning.arrays import flatten
from recommender.pipeline.planning.compiled_kernel import compiled_kernel
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.search import EXPONENTS, MOVES, Unit, scheduled
from recommender.pipeline.planning.works import FULL

TURN = 0x9E3779B1  # far from what single steps of the generator add
STEPS = (0, 2)  # which exponents of cost a turn begins with, counted on from turn to turn
LARGEST = 2**50  # of what all needs are worth together: every sum of the search stays far within 64 bits


class PricedSearch:
    """The fast search of one problem whose tiers count by weights, less what starts are charged.

    `charged` are the works whose starts may be charged.
    """

    def __init__(self, problem: PlanningProblem, packages: Iterable[Unit], charged: Iterable[int], seed: int) -> None:
        one_tier = replace(problem, needs=tuple(replace(need, tier=0) for need in problem.needs))
        marked = set(charged)
        tolls = [[int(work in marked)] * problem.years for work in range(len(problem.works))]
        self._flat = flatten(one_tier, packages, tolls)
        values = np.array(self._flat.values, np.int64)
        count = len(self._flat.numbers) * problem.years
        self._tolls = slice(int(values[kernel.TOLL]), int(values[kernel.TOLL]) + count)
        worths = int(values[kernel.LAYERS]) * len(problem.needs) * problem.years
        self._worths = slice(int(values[kernel.WORTH]), int(values[kernel.WORTH]) + worths)
        self._worth = values[self._worths].reshape(-1, len(problem.needs), problem.years).astype(np.float64)
        self._tier_of = np.array(problem.tier_of, np.int64)
        self._most = [0.0] * len(problem.tiers)
        for need, tier in zip(problem.needs, problem.tier_of, strict=True):
            self._most[tier] += float(need.weight * need.gap * FULL * sum(problem.discount))
        self._values, self._seed, self._years = values, seed, problem.years

    def best(self, weights: Sequence[float], tolls: Sequence[Sequence[float]], turn: int = 0) -> Schedule:
        """Return the best schedule found; `weights` say what a unit of each tier counts, `tolls` what a start of each
        work in each year is charged, in the same unit. Another `turn` draws other moves."""
        most = sum(weight * tier for weight, tier in zip(weights, self._most, strict=True))
        if not most:
            return {}
        scale = LARGEST / most
        by_need = np.array(weights)[self._tier_of] if len(self._tier_of) else np.zeros(0)
        values = self._values
        values[self._worths] = np.rint(self._worth * (scale * by_need)[:, None]).astype(np.int64).reshape(-1)
        charged = np.array([tolls[number] for number in self._flat.numbers]).reshape(-1)
        values[self._tolls] = np.rint(np.minimum(charged * scale, 2.0 * LARGEST)).astype(np.int64)
        fast = compiled_kernel()
        exponents = [EXPONENTS[(turn + step) % len(EXPONENTS)] for step in STEPS]
        seed = (self._seed + TURN * turn) & kernel.WORD
        desk = np.zeros(self._flat.desk, np.int64)
        if fast is None:
            plain, table = [0] * self._flat.desk, values.tolist()
            kernel.run(table, plain, exponents, MOVES, seed)
            return scheduled(self._flat, plain)
        fast.run(values, desk, np.array(exponents, np.int64), MOVES, seed)
        return scheduled(self._flat, desk)
