"""The best plan with proof, the cheapest plan for a goal, the least money that is missing: by exact search.

A limit on nodes ends a search, and the bound says how good the plan is.
Tie rule: best objective, then least cost (a second solve with the objective held), then earliest starts.
Carries out docs/method.md, "Exact search".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from math import gcd, inf

from recommender.pipeline.planning.evaluation import objective, violations
from recommender.pipeline.planning.formulation import Formulation
from recommender.pipeline.planning.integer_program import Terms
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.search import finished, rank, search
from recommender.pipeline.planning.works import FULL

# Nodes of branch and bound after which the best plan so far is given with its bound. Real villages need a few.
NODE_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Solved:
    """A schedule with what is known of it: no schedule is better than `bound`; `proven`: none is better than this."""

    schedule: Schedule
    value: int
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """How far the bound lies above the value, as a share of the bound; 0 when proven."""
        return 0.0 if self.proven or not self.bound else (self.bound - self.value) / self.bound


def solve(problem: PlanningProblem, node_limit: int = NODE_LIMIT) -> Solved | None:
    """Return the best schedule found within the nodes and its bound; None if none meets the pins and limits."""
    if not problem.works:
        return Solved({}, 0, 0, True)
    model = _Solver(problem)
    first = model.maximise(node_limit)
    if first is None:
        return None
    schedule, bound, optimal = first
    tried = [schedule] if optimal else [schedule, search(problem)]
    pins = {work for work, noun in enumerate(problem.works) if noun.pinned}
    sound = [s for s in tried if s is not None and pins <= s.keys() and not any(violations(problem, s))]
    if not sound:
        return None
    best = min((finished(problem, s) for s in sound), key=lambda s: rank(problem, s))
    value = objective(problem, best)
    bound = max(bound, value)
    proven = optimal and value == bound
    if proven:
        cheapest = model.cheapest(value, rank(problem, best)[2], node_limit)
        if cheapest is not None and not any(violations(problem, cheapest)):
            cheapest = finished(problem, cheapest)
            if objective(problem, cheapest) == value:
                best = min((best, cheapest), key=lambda found: rank(problem, found))
    return Solved(best, value, bound, proven)


@dataclass(frozen=True, slots=True)
class RequiredClosure:
    """The sum over needs of factor x closure at the end of the years that a plan must reach."""

    factors: dict[int, int]
    required: int


def cheapest_for(
    problem: PlanningProblem, goal: RequiredClosure, node_limit: int = NODE_LIMIT
) -> tuple[Schedule, bool] | None:
    """Return the cheapest schedule that reaches the goal, and whether that is proven.

    If none reaches it, the cheapest of those that come nearest; None if the pins cannot be done.
    """
    model = _Solver(problem)
    return model.cheapest_for(goal, node_limit)


def least_extra(problem: PlanningProblem, node_limit: int = NODE_LIMIT) -> dict[tuple[int, int], int] | None:
    """Return the least extra money (purse, year -> whole units) with which the pinned works can be done.

    None if no money helps: the years or the calendar are too short, or pins exclude each other.
    """
    return _Solver(problem, elastic=True).least_extra(node_limit)


class _Solver(Formulation):
    """The solves over one formulation: each adds what it needs and takes it away again."""

    def _hold_floors(self, node_limit: int) -> None:
        """Let nothing that follows fall shorter of the floors than need be."""
        if self.short:
            terms: Terms = dict.fromkeys(self.short, 1.0)
            found = self.run(terms, False, node_limit)
            if found is not None and found[0]:
                self.row(terms, high=round(sum(found[0][column] for column in self.short)) + 0.5)
            self.short = []

    def maximise(self, node_limit: int) -> tuple[Schedule | None, int, bool] | None:
        """Return the schedule (None: none found within the nodes), an upper bound on the objective, and whether the
        search ended; None if infeasible."""
        self._hold_floors(node_limit)
        unit = reduce(gcd, (int(worth) for worth in self.gain.values()), 0) or 1
        found = self.run({column: worth / unit for column, worth in self.gain.items()}, True, node_limit)
        if found is None:
            return None
        values, bound, optimal = found
        schedule = self.schedule(values) if values else None
        return schedule, int(bound + 1e-6) * unit if bound < inf else _ceiling(self.problem), optimal

    def cheapest(self, value: int, cost: int, node_limit: int) -> Schedule | None:
        """Return the cheapest schedule whose objective is not below the value; None if none costs less than `cost`.

        Whether there is one is asked first, with the objective still to be maximised: that ends far sooner than to
        prove a least cost, and mostly the answer is no.
        """
        unit = reduce(gcd, (int(worth) for worth in self.gain.values()), 0) or 1
        held = {column: worth / unit for column, worth in self.gain.items()}
        costs: Terms = defaultdict(float)
        for work in range(len(self.problem.works)):
            column = self.chosen(work)
            if column is not None:
                costs[column] += float(self.problem.prices[work])
        self.rows += [(value / unit - 0.5, inf, held), (-inf, cost - 0.5, dict(costs))]
        found = self.run(held, True, node_limit)
        if found is not None and found[0]:
            found = self.run(dict(costs), False, node_limit)
        del self.rows[-2:]
        return self.schedule(found[0]) if found is not None and found[0] else None

    def cheapest_for(self, goal: RequiredClosure, node_limit: int) -> tuple[Schedule, bool] | None:
        """Return the cheapest schedule that reaches the goal or comes nearest to it, and whether that is proven."""
        everyone = list(range(len(self.problem.works)))
        closed: Terms = defaultdict(float)
        for need, factor in sorted(goal.factors.items()):
            kept, self.gain = self.gain, {}
            self.closure_in(need, everyone, float(factor), self.problem.years - 1)
            for column, worth in self.gain.items():
                closed[column] += worth
            self.gain = kept
        if not closed:
            return None if goal.required > 0 and any(w.pinned for w in self.problem.works) else ({}, True)
        best = self.run(dict(closed), True, node_limit)
        if best is None or not best[0]:
            return None
        # `mip_dual_bound` is exact within 1, since the closures and factors are whole numbers.
        nearest = round(sum(worth * best[0][column] for column, worth in closed.items()))
        held = min(goal.required, nearest)
        prices: Terms = defaultdict(float)
        for work in everyone:
            column_ = self.chosen(work)
            if column_ is not None:
                prices[column_] += float(max(1, self._full_price(work)))
        self.rows.append((held - 0.5, inf, dict(closed)))
        cheapest = self.run(dict(prices), False, node_limit)
        self.rows.pop()
        if cheapest is None or not cheapest[0]:
            return self.schedule(best[0]), False
        return self.schedule(cheapest[0]), cheapest[2] and (best[2] or held == goal.required)

    def _full_price(self, work: int) -> int:
        """Return all rupiah that a work takes in the years of the plan, whoever pays: a target is not met by wishes."""
        noun = self.problem.works[work]
        return noun.cost + noun.running * self.problem.years + noun.others_cost

    def least_extra(self, node_limit: int) -> dict[tuple[int, int], int] | None:
        """Return the least sum of extra money by purse and year, where it is above 0."""
        found = self.run(dict.fromkeys(self.extra.values(), 1.0), False, node_limit)
        if found is None or not found[0]:
            return None
        amounts = {place: round(found[0][column]) for place, column in sorted(self.extra.items())}
        return {place: amount for place, amount in amounts.items() if amount}


def _ceiling(problem: PlanningProblem) -> int:
    """Return an objective that nothing exceeds: every need closed from the first year."""
    return sum(problem.discount) * sum(need.weight * need.gap * FULL for need in problem.needs)
