"""The best plan with proof, the cheapest plan for a goal, the least money that is missing: by exact search.

A limit on nodes ends a search, and the bound says how good the plan is.
Needs of a lower tier come before all of a higher one: each tier is held at its best while the next is made best.
Tie rule: best objective, then least cost (a second solve with the objective held), then earliest starts.
Carries out docs/method.md, "Exact search".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import gcd, inf

from recommender.pipeline.planning.evaluation import objective, violations
from recommender.pipeline.planning.formulation import Formulation
from recommender.pipeline.planning.integer_program import Terms
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Worth
from recommender.pipeline.planning.search import finished, rank, search
from recommender.pipeline.planning.works import FULL

# Nodes of branch and bound after which the best plan so far is given with its bound. Real villages need a few.
NODE_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Solved:
    """A schedule and what is known of it, tier by tier: no schedule is better than `bound`; `proven`: nor than this."""

    schedule: Schedule
    value: Worth
    bound: Worth
    proven: bool

    @property
    def gap(self) -> float:
        """How far the bound lies above the value, as a share of the bound, in the first tier that is not proven."""
        for value, bound in zip(self.value, self.bound, strict=True):
            if bound > value:
                return (bound - value) / bound
        return 0.0


def solve(problem: PlanningProblem, node_limit: int = NODE_LIMIT, with_ties: bool = True) -> Solved | None:
    """Return the best schedule found within the nodes and its bound; None if none meets the pins and limits.

    Without ties any of the best schedules will do: the tie rule takes a search of its own.
    """
    nothing = (0,) * len(problem.tiers)
    if not problem.works:
        return Solved({}, nothing, nothing, True)
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
    if proven and with_ties:
        cheapest = model.cheapest(rank(problem, best)[2], node_limit)
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


class Priced:
    """A problem whose tiers count by weights, less what starts are charged: its best schedule, and how good any is."""

    def __init__(self, problem: PlanningProblem) -> None:
        self._solver = _Solver(problem)
        self._gains: dict[int, Terms] = {}

    def best(
        self, weights: Sequence[float], tolls: Sequence[Sequence[float]], node_limit: int = NODE_LIMIT
    ) -> tuple[Schedule | None, float]:
        """Return the schedule (None: none was found) and a number that no schedule's worth exceeds.

        `weights` say what a unit of each tier counts, `tolls` what a start of each work in each year is charged. They
        shall be such that a worth of 1 does not matter.
        """
        solver, terms = self._solver, Terms()
        for tier, weight in enumerate(weights):
            if weight:
                if tier not in self._gains:
                    self._gains[tier] = solver.add_tier(tier)
                for column, worth in self._gains[tier].items():
                    terms[column] = terms.get(column, 0.0) + weight * worth
        for work, columns in enumerate(solver.started):
            for year in columns:
                if tolls[work][year]:
                    solver.add_start(terms, work, year, -tolls[work][year])
        found = solver.run(terms, True, node_limit)
        assert found is not None, "a problem without pins has a schedule: the empty one"
        values, bound, _ = found
        return solver.schedule(values) if values else None, bound


def least_extra(problem: PlanningProblem, node_limit: int = NODE_LIMIT) -> dict[tuple[int, int], int] | None:
    """Return the least extra money (purse, year -> whole units) with which the pinned works can be done.

    None if no money helps: the years or the calendar are too short, or pins exclude each other.
    """
    return _Solver(problem, elastic=True).least_extra(node_limit)


class _Solver(Formulation):
    """The solves over one formulation: each adds what it needs and takes it away again."""

    gain: Terms  # of the tier that was made best last

    def _hold_floors(self, node_limit: int) -> None:
        """Let nothing that follows fall shorter of the floors than need be."""
        if self.short:
            terms: Terms = dict.fromkeys(self.short, 1.0)
            found = self.run(terms, False, node_limit)
            if found is not None and found[0]:
                self.row(terms, high=round(sum(found[0][column] for column in self.short)) + 0.5)
            self.short = []

    def maximise(self, node_limit: int) -> tuple[Schedule | None, Worth, bool] | None:
        """Return the schedule (None: none found within the nodes), an upper bound on the objective, and whether the
        search ended; None if infeasible.

        Tier after tier, each held at its best before the next: where the nodes end in one, nothing is known of the
        tiers behind it but that they have a ceiling.
        """
        self._hold_floors(node_limit)
        ceiling = _ceiling(self.problem)
        known: list[int] = []
        values: list[float] = []
        for tier in range(len(ceiling)):
            gain = self.add_tier(tier)
            if not gain and tier < len(ceiling) - 1:
                known.append(0)
                continue
            unit = reduce(gcd, (int(worth) for worth in gain.values()), 0) or 1
            self.gain = {column: worth / unit for column, worth in gain.items()}
            found = self.run(self.gain, True, node_limit)
            if found is None:
                return None
            now, bound, optimal = found
            if not optimal:
                values = now or values
                best = int(bound + 1e-6) * unit if bound < inf else ceiling[tier]
                return self.schedule(values) if values else None, (*known, best, *ceiling[tier + 1 :]), False
            values = now
            best = round(sum(worth * values[column] for column, worth in self.gain.items()))
            known.append(best * unit)
            self.row(self.gain, low=best - 0.5)  # nothing that follows gains less
        return self.schedule(values), tuple(known), True

    def cheapest(self, cost: int, node_limit: int) -> Schedule | None:
        """Return the cheapest of the schedules that are as good as the one `maximise` found; None if none costs less
        than `cost`.

        Whether there is one is asked first, with the last tier still to be maximised: that ends far sooner than to
        prove a least cost, and mostly the answer is no.
        """
        costs: Terms = defaultdict(float)
        for work in range(len(self.problem.works)):
            column = self.chosen(work)
            if column is not None:
                costs[column] += float(self.problem.prices[work])
        self.rows.append((-inf, cost - 0.5, dict(costs)))
        found = self.run(self.gain, True, node_limit)
        if found is not None and found[0]:
            found = self.run(dict(costs), False, node_limit)
        self.rows.pop()
        return self.schedule(found[0]) if found is not None and found[0] else None

    def cheapest_for(self, goal: RequiredClosure, node_limit: int) -> tuple[Schedule, bool] | None:
        """Return the cheapest schedule that reaches the goal or comes nearest to it, and whether that is proven."""
        everyone = list(range(len(self.problem.works)))
        closed: Terms = defaultdict(float)
        for need, factor in sorted(goal.factors.items()):
            self.closure_in(closed, need, everyone, float(factor), self.problem.years - 1)
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
        return self.problem.paid_at_most(noun) + noun.running * self.problem.years + noun.others_cost

    def least_extra(self, node_limit: int) -> dict[tuple[int, int], int] | None:
        """Return the least sum of extra money by purse and year, where it is above 0."""
        found = self.run(dict.fromkeys(self.extra.values(), 1.0), False, node_limit)
        if found is None or not found[0]:
            return None
        amounts = {place: round(found[0][column]) for place, column in sorted(self.extra.items())}
        return {place: amount for place, amount in amounts.items() if amount}


def _ceiling(problem: PlanningProblem) -> Worth:
    """Return an objective that nothing exceeds: every need closed from the first year."""
    most = [0] * len(problem.tiers)
    for need, tier in zip(problem.needs, problem.tier_of, strict=True):
        most[tier] += sum(problem.discount) * need.weight * need.gap * FULL
    return tuple(most)
