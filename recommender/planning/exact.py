"""The best plan with proof: the problem as a mixed-integer programme for HiGHS, the only place that knows highspy.

Variables: "started by year t" for each work (the "by" form), months where works of one chain share a year, closure of
each need and year. One thread, no clock: a limit on nodes ends the search, and the bound says how good the plan is.
Tie rule: best objective, then least cost (a second solve with the objective held), then earliest starts.
Carries out docs/method.md, "Exact search".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from math import gcd, inf
from typing import Any

from recommender.planning.evaluation import objective, violations
from recommender.planning.problem import FULL, MONTHS, Problem, Schedule, end_month
from recommender.planning.search import finished, rank, search

# Nodes of branch and bound after which the best plan so far is given with its bound. Real villages need a few.
NODE_LIMIT = 200_000
_Terms = dict[int, float]


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


def solve(problem: Problem, node_limit: int = NODE_LIMIT) -> Solved | None:
    """Return the best schedule found within the nodes and its bound; None if none meets the pins and limits."""
    if not problem.works:
        return Solved({}, 0, 0, True)
    model = _Model(problem)
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
        cheapest = model.cheapest(value, node_limit)
        if cheapest is not None and not any(violations(problem, cheapest)):
            cheapest = finished(problem, cheapest)
            if objective(problem, cheapest) == value:
                best = min((best, cheapest), key=lambda found: rank(problem, found))
    return Solved(best, value, bound, proven)


@dataclass(frozen=True, slots=True)
class Goal:
    """The sum over needs of factor x closure at the end of the years that a plan must reach."""

    factors: dict[int, int]
    required: int


def reach(problem: Problem, goal: Goal, node_limit: int = NODE_LIMIT) -> tuple[Schedule, bool] | None:
    """Return the cheapest schedule that reaches the goal, and whether that is proven.

    If none reaches it, the cheapest of those that come nearest; None if the pins cannot be done.
    """
    model = _Model(problem)
    return model.reach(goal, node_limit)


def least_extra(problem: Problem, node_limit: int = NODE_LIMIT) -> dict[tuple[int, int], int] | None:
    """Return the least extra money (purse, year -> whole units) with which the pinned works can be done.

    None if no money helps: the years or the calendar are too short, or pins exclude each other.
    """
    return _Model(problem, elastic=True).least_extra(node_limit)


class _Model:
    """Columns and rows of the programme, in a form that HiGHS takes; `elastic`: money may be added at a cost."""

    def __init__(self, problem: Problem, elastic: bool = False) -> None:
        self.problem = problem
        self.elastic = elastic
        self.extra: dict[tuple[int, int], int] = {}
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.integral: list[bool] = []
        self.gain: _Terms = {}
        self.rows: list[tuple[float, float, _Terms]] = []
        self.started: list[dict[int, int]] = []  # work -> year -> column, years in which it may start
        self.month: dict[int, int] = {}
        self._starts()
        self._calendar()
        self._money()
        self._capacity()
        self.short: list[int] = []
        self._floors()
        self._needs()

    # Building blocks -------------------------------------------------------------------------------------------

    def column(self, upper: float, integral: bool) -> int:
        self.lower.append(0.0)
        self.upper.append(upper)
        self.integral.append(integral)
        return len(self.upper) - 1

    def row(self, terms: _Terms, low: float = -inf, high: float = inf) -> None:
        kept = {column: factor for column, factor in terms.items() if factor}
        if kept:
            self.rows.append((low, high, kept))

    def by(self, work: int, year: int) -> int | None:
        """Return the column of "started by the year", None where that is impossible."""
        columns = self.started[work]
        reached = [column for known, column in columns.items() if known <= year]
        return reached[-1] if reached else None

    def chosen(self, work: int) -> int | None:
        return self.by(work, self.problem.years)

    def add_start(self, terms: _Terms, work: int, year: int, factor: float) -> None:
        """Add `factor` if the work starts in exactly the year."""
        for column, sign in ((self.by(work, year), 1), (self.by(work, year - 1), -1)):
            if column is not None:
                terms[column] = terms.get(column, 0.0) + sign * factor

    def add_done(self, terms: _Terms, work: int, year: int, factor: float) -> None:
        """Add `factor` if the work is done at the end of the year."""
        column = self.by(work, year - self.problem.works[work].years + 1)
        if column is not None:
            terms[column] = terms.get(column, 0.0) + factor

    # The parts of the model ------------------------------------------------------------------------------------

    def _starts(self) -> None:
        problem = self.problem
        for work, noun in enumerate(problem.works):
            columns: dict[int, int] = {}
            for year in range(problem.years - noun.years + 1):
                if (
                    work not in problem.banned
                    and problem.first_start(work, year) < MONTHS
                    and (self.elastic or problem.payable(work, year))
                ):
                    columns[year] = self.column(1.0, True)
            self.started.append(columns)
            for earlier, later in zip(list(columns.values()), list(columns.values())[1:], strict=False):
                self.row({earlier: 1.0, later: -1.0}, high=0.0)
            last = self.chosen(work)
            if noun.pinned and last is not None:
                self.lower[last] = 1.0
            elif noun.pinned:
                self.row({self.column(0.0, False): 1.0}, low=1.0)  # cannot be: the programme has no answer
        for work, noun in enumerate(problem.works):
            last = self.chosen(work)
            if last is not None and not noun.called and not noun.pinned:
                over = [self.chosen(other) for other in problem.resting_on[work]]
                self.row({last: 1.0, **{column: -1.0 for column in over if column is not None}}, high=0.0)
        for one, other in problem.exclusions:
            first, second = self.chosen(one), self.chosen(other)
            if first is not None and second is not None:
                self.row({first: 1.0, second: 1.0}, high=1.0)

    def _calendar(self) -> None:
        problem = self.problem
        for work, noun in enumerate(problem.works):
            for other in noun.requires:
                self._after(work, (other,))
            for group in noun.groups:
                self._after(work, group)

    def _after(self, work: int, group: tuple[int, ...]) -> None:
        """Let the work start only after one of the group is done."""
        problem = self.problem
        tight = [other for other in group if self._shares_years(other, work)]
        for year, column in self.started[work].items():
            terms: _Terms = {column: 1.0}
            for other in group:
                before = self.by(other, year if other in tight else year - self._years_apart(other))
                if before is not None:
                    terms[before] = terms.get(before, 0.0) - 1.0
            self.row(terms, high=0.0)
        chosen = self.chosen(work)
        if not any(problem.works[other].months for other in tight) or chosen is None:
            return
        relies: _Terms = {chosen: 1.0}
        for other in group:
            selected = self.chosen(other)
            if selected is None:
                continue
            link = selected if len(group) == 1 else self.column(1.0, True)
            if link != selected:
                self.row({link: 1.0, selected: -1.0}, high=0.0)
                relies[link] = relies.get(link, 0.0) - 1.0
            if other in tight:
                self._months_apart(other, work, chosen if len(group) == 1 else link)
        if len(group) > 1:
            self.row(relies, high=0.0)
            if len(tight) < len(group):
                self._later_members(work, group, tight, relies)

    def _later_members(self, work: int, group: tuple[int, ...], tight: list[int], relies: _Terms) -> None:
        """A member that cannot share the work's year must be done the year before, if the work relies on it."""
        links = [column for column, factor in relies.items() if factor < 0]
        members = [other for other in group if self.chosen(other) is not None]
        for other, link in zip(members, links, strict=True):
            if other in tight:
                continue
            for year, column in self.started[work].items():
                terms: _Terms = {column: 1.0, link: 1.0}
                before = self.by(other, year - self._years_apart(other))
                if before is not None:
                    terms[before] = terms.get(before, 0.0) - 1.0
                self.row(terms, high=1.0)

    def _years_apart(self, other: int) -> int:
        noun = self.problem.works[other]
        return noun.years if noun.months else 0

    def _shares_years(self, other: int, work: int) -> bool:
        """Return whether the work can start in the year in which the other one starts and ends."""
        problem = self.problem
        months = problem.works[other].months
        if months > MONTHS or (months == MONTHS and problem.works[work].months > 0):
            return False
        return any(
            problem.first_start(other, year) + months <= problem.last_start(work)
            for year in self.started[work]
            if year in self.started[other]
        )

    def _month(self, work: int) -> int:
        """Return the column of the work's start month, bounded by what each year allows."""
        if work not in self.month:
            column = self.column(float(MONTHS), False)
            self.month[work] = column
            first: _Terms = {column: 1.0}
            last: _Terms = {column: 1.0}
            for year in self.started[work]:
                self.add_start(first, work, year, -float(self.problem.first_start(work, year)))
                self.add_start(last, work, year, -float(self.problem.last_start(work)))
            self.row(first, low=0.0)
            self.row(last, high=0.0)
        return self.month[work]

    def _months_apart(self, other: int, work: int, link: int) -> None:
        """12 year(work) + month(work) >= 12 year(other) + month(other) + months(other), if the link is 1."""
        big = float(MONTHS * (self.problem.years + 2))
        terms: _Terms = {self._month(work): 1.0, self._month(other): -1.0}
        for year in self.started[work]:
            self.add_start(terms, work, year, float(MONTHS * year))
        for year in self.started[other]:
            self.add_start(terms, other, year, -float(MONTHS * year))
        terms[link] = terms.get(link, 0.0) - big
        self.row(terms, low=float(self.problem.works[other].months) - big)

    def _money(self) -> None:
        problem, limits = self.problem, self.problem.limits
        for purse, usable in enumerate(limits.usable):
            so_far: _Terms = defaultdict(float)
            for year in range(problem.years):
                terms = so_far if limits.carry_over[purse] else defaultdict(float)
                self._add_costs(terms, year, range(len(problem.works)), purse)
                if purse == 0:
                    self._add_running(terms, year)
                if self.elastic:
                    self.extra[purse, year] = self.column(inf, True)
                    terms[self.extra[purse, year]] = -1.0
                room = sum(usable[: year + 1]) if limits.carry_over[purse] else usable[year]
                self.row(dict(terms), high=float(room))
        if limits.running_cap is not None:
            for year, most in enumerate(limits.running_cap):
                terms = defaultdict(float)
                self._add_running(terms, year)
                self.row(dict(terms), high=float(most))
        for cap in limits.caps:
            for year in range(problem.years):
                terms = defaultdict(float)
                for purse in range(len(limits.usable)):
                    self._add_costs(terms, year, sorted(cap.works), purse)
                self.row(dict(terms), high=float(cap.amounts[year]))

    def _add_costs(self, terms: _Terms, year: int, works: Any, purse: int) -> None:
        for work in works:
            for offset, amounts in enumerate(self.problem.works[work].costs):
                if amounts[purse]:
                    self.add_start(terms, work, year - offset, float(amounts[purse]))

    def _add_running(self, terms: _Terms, year: int) -> None:
        for work, noun in enumerate(self.problem.works):
            if noun.running:
                self.add_done(terms, work, year - 1, float(noun.running))

    def _floors(self) -> None:
        """What is short of each floor in each year; the sum of it is made least before anything else."""
        for floor in self.problem.limits.floors:
            for year, amount in enumerate(floor.amounts):
                terms: _Terms = defaultdict(float)
                for purse in range(len(self.problem.limits.usable)):
                    self._add_costs(terms, year, sorted(floor.works), purse)
                short = self.column(float(amount), False)
                self.short.append(short)
                terms[short] = 1.0
                self.row(dict(terms), low=float(amount))

    def _hold_floors(self, node_limit: int) -> None:
        """Let nothing that follows fall shorter of the floors than need be."""
        if self.short:
            terms: _Terms = dict.fromkeys(self.short, 1.0)
            found = self._run(terms, False, node_limit)
            if found is not None and found[0]:
                self.row(terms, high=round(sum(found[0][column] for column in self.short)) + 0.5)
            self.short = []

    def _capacity(self) -> None:
        limits = self.problem.limits
        for own, most in ((True, limits.works_per_year), (False, limits.proposals_per_year)):
            for year in range(self.problem.years if most is not None else 0):
                terms: _Terms = defaultdict(float)
                for work, noun in enumerate(self.problem.works):
                    if noun.own is own:
                        self.add_start(terms, work, year, 1.0)
                self.row(dict(terms), high=float(most or 0))

    def _needs(self) -> None:
        problem = self.problem
        everyone = range(len(problem.works))
        own = [work for work in everyone if work not in problem.conditional]
        for number, need in enumerate(problem.needs):
            serving = {w for w in everyone if any(effect.need == number for effect in problem.works[w].effects)}
            serving.update(end for s in problem.synergies if s.need == number for end in (s.one, s.other))
            splits = any(work in problem.conditional for work in serving)
            parts = (
                [(own, FULL - problem.probability), (list(everyone), problem.probability)] if splits else [(own, FULL)]
            )
            for works, factor in parts:
                if factor:
                    self._closure(number, works, need.weight * factor)

    def _closure(self, number: int, works: list[int], weight: int) -> None:
        """Add the closure of a need by the given works in each year, worth `weight` x discount."""
        for year in range(self.problem.years):
            self._closure_in(number, works, float(weight * self.problem.discount[year]), year)

    def _closure_in(self, number: int, works: list[int], worth: float, year: int) -> None:
        """Add the closure of a need by the given works at the end of a year, each unit of it worth so much."""
        problem, need = self.problem, self.problem.needs[number]
        effects = [(work, effect) for work in works for effect in problem.works[work].effects if effect.need == number]
        amounts: _Terms = defaultdict(float)
        for work, effect in effects:
            if effect.amount:
                self.add_done(amounts, work, year, float(effect.amount))
        for synergy in problem.synergies:
            if synergy.need == number and synergy.one in works and synergy.other in works:
                self._add_synergy(amounts, synergy.one, synergy.other, synergy.amount, year)
        if need.rungs is not None:
            self._rungs(number, effects, amounts, worth, year)
            return
        closed = self.column(float(need.gap), False)
        self.gain[closed] = worth
        self.row({**{c: -f for c, f in amounts.items()}, closed: 1.0}, high=0.0)

    def _rungs(self, number: int, effects: list[Any], amounts: _Terms, worth: float, year: int) -> None:
        rungs = self.problem.needs[number].rungs or ()
        levels = sorted({closure for _, closure in rungs} | {e.reach for _, e in effects if e.reach})
        below = 0
        for level in levels:
            needed = min((amount for amount, closure in rungs if closure >= level), default=None)
            stands = self.column(1.0, bool(amounts) and needed is not None)
            self.gain[stands] = worth * (level - below)
            below = level
            scale = 1.0 if needed is None else float(needed)
            terms: _Terms = defaultdict(float)
            terms[stands] = scale
            for work, effect in effects:
                if effect.reach >= level:
                    self.add_done(terms, work, year, -scale)
            if needed is not None:
                for column, factor in amounts.items():
                    terms[column] -= factor
            self.row(dict(terms), high=0.0)

    def _add_synergy(self, terms: _Terms, one: int, other: int, amount: int, year: int) -> None:
        both = self.column(1.0, False)
        for work in (one, other):
            done: _Terms = {both: 1.0}
            self.add_done(done, work, year, -1.0)
            self.row(done, high=0.0)
        terms[both] = float(amount)

    # Solving ---------------------------------------------------------------------------------------------------

    def maximise(self, node_limit: int) -> tuple[Schedule | None, int, bool] | None:
        """Return the schedule (None: none found within the nodes), an upper bound on the objective, and whether the
        search ended; None if infeasible."""
        self._hold_floors(node_limit)
        unit = reduce(gcd, (int(worth) for worth in self.gain.values()), 0) or 1
        found = self._run({column: worth / unit for column, worth in self.gain.items()}, True, node_limit)
        if found is None:
            return None
        values, bound, optimal = found
        schedule = self._schedule(values) if values else None
        return schedule, int(bound + 1e-6) * unit if bound < inf else _ceiling(self.problem), optimal

    def cheapest(self, value: int, node_limit: int) -> Schedule | None:
        """Return the cheapest schedule whose objective is not below the value."""
        unit = reduce(gcd, (int(worth) for worth in self.gain.values()), 0) or 1
        held = {column: worth / unit for column, worth in self.gain.items()}
        costs: _Terms = defaultdict(float)
        for work in range(len(self.problem.works)):
            column = self.chosen(work)
            if column is not None:
                costs[column] += float(self.problem.prices[work])
        self.rows.append((value / unit - 0.5, inf, held))
        found = self._run(dict(costs), False, node_limit)
        self.rows.pop()
        return self._schedule(found[0]) if found is not None and found[0] else None

    def reach(self, goal: Goal, node_limit: int) -> tuple[Schedule, bool] | None:
        """Return the cheapest schedule that reaches the goal or comes nearest to it, and whether that is proven."""
        everyone = list(range(len(self.problem.works)))
        closed: _Terms = defaultdict(float)
        for need, factor in sorted(goal.factors.items()):
            kept, self.gain = self.gain, {}
            self._closure_in(need, everyone, float(factor), self.problem.years - 1)
            for column, worth in self.gain.items():
                closed[column] += worth
            self.gain = kept
        if not closed:
            return None if goal.required > 0 and any(w.pinned for w in self.problem.works) else ({}, True)
        best = self._run(dict(closed), True, node_limit)
        if best is None or not best[0]:
            return None
        # `mip_dual_bound` is exact within 1, since the closures and factors are whole numbers.
        nearest = round(sum(worth * best[0][column] for column, worth in closed.items()))
        held = min(goal.required, nearest)
        prices: _Terms = defaultdict(float)
        for work in everyone:
            column_ = self.chosen(work)
            if column_ is not None:
                prices[column_] += float(max(1, self._full_price(work)))
        self.rows.append((held - 0.5, inf, dict(closed)))
        cheapest = self._run(dict(prices), False, node_limit)
        self.rows.pop()
        if cheapest is None or not cheapest[0]:
            return self._schedule(best[0]), False
        return self._schedule(cheapest[0]), cheapest[2] and (best[2] or held == goal.required)

    def _full_price(self, work: int) -> int:
        """Return all rupiah that a work takes in the years of the plan, whoever pays: a target is not met by wishes."""
        noun = self.problem.works[work]
        return noun.cost + noun.running * self.problem.years + noun.others_cost

    def least_extra(self, node_limit: int) -> dict[tuple[int, int], int] | None:
        """Return the least sum of extra money by purse and year, where it is above 0."""
        found = self._run(dict.fromkeys(self.extra.values(), 1.0), False, node_limit)
        if found is None or not found[0]:
            return None
        amounts = {place: round(found[0][column]) for place, column in sorted(self.extra.items())}
        return {place: amount for place, amount in amounts.items() if amount}

    def _run(self, costs: _Terms, maximise: bool, node_limit: int) -> tuple[list[float], float, bool] | None:
        """Return the values of the columns (none if the nodes end first), the bound, whether it is the best; None if
        infeasible."""
        if not self.upper:
            return [0.0], 0.0, True  # nothing can be decided
        import highspy
        import numpy as np
        from highspy._core import _Highs  # the public class prints a banner to standard output, which is for data

        starts, index, factors = [0], [], []
        for _, _, terms in self.rows:
            for column in sorted(terms):
                index.append(column)
                factors.append(terms[column])
            starts.append(len(index))
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.upper), len(self.rows)
        program.sense_ = highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize
        program.col_cost_ = np.array([costs.get(column, 0.0) for column in range(len(self.upper))])
        program.col_lower_, program.col_upper_ = np.array(self.lower), np.array(self.upper)
        program.row_lower_ = np.array([low for low, _, _ in self.rows])
        program.row_upper_ = np.array([high for _, high, _ in self.rows])
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        program.a_matrix_.index_ = np.array(index, dtype=np.int32)
        program.a_matrix_.value_ = np.array(factors)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        program.integrality_ = [kinds[integral] for integral in self.integral]
        solver = _Highs()
        for name, setting in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.9 if maximise else 0.5),  # both objectives are whole numbers
            ("mip_max_nodes", node_limit),
        ):
            solver.setOptionValue(name, setting)
        solver.passModel(program)
        solver.run()
        status, info = solver.getModelStatus(), solver.getInfo()
        feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if not feasible:
            ended = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
            return None if status in ended else ([], float(info.mip_dual_bound), False)
        optimal = status == highspy.HighsModelStatus.kOptimal
        return list(solver.getSolution().col_value), float(info.mip_dual_bound), optimal

    def _schedule(self, values: list[float]) -> Schedule:
        """Return the years of the solution, each work in the first month that what it rests on allows."""
        problem = self.problem
        years: dict[int, int] = {}
        for work, columns in enumerate(self.started):
            begun = [year for year, column in columns.items() if values[column] > 0.5]
            if begun:
                years[work] = begun[0]
        placed: Schedule = {}

        def put(work: int) -> int:
            """Place the work and return the month in which it ends."""
            if work not in placed:
                noun = problem.works[work]
                ready = max((put(other) for other in noun.requires if other in years), default=0)
                for group in noun.groups:
                    ready = max(ready, min((put(other) for other in group if other in years), default=0))
                month = max(problem.first_start(work, years[work]), ready - MONTHS * years[work])
                placed[work] = (years[work], month)
            return end_month(problem, work, placed[work])

        for work in years:
            put(work)
        return placed


def _ceiling(problem: Problem) -> int:
    """Return an objective that nothing exceeds: every need closed from the first year."""
    return sum(problem.discount) * sum(need.weight * need.gap * FULL for need in problem.needs)
