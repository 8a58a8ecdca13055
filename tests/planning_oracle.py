"""What planning must give, worked out by other means: every schedule tried, a minimum cut, and a second solver.

Nothing here calls the program's search, scoring or checks, so that an error cannot stand on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import Work

YEAR = 12
Starts = dict[int, tuple[int, int]]


def best_by_trying(problem: PlanningProblem) -> int | None:
    """Return the best objective over all schedules, None if none meets the pins and limits."""
    values = [score(problem, starts) for starts in feasible(problem)]
    return max(values, default=None)


def feasible(problem: PlanningProblem) -> Iterator[Starts]:
    """Yield the schedules that meet everything: all years of all works, in the earliest months that these allow."""
    choices = [
        [None] if index in problem.banned else [*([] if work.pinned else [None]), *range(problem.years)]
        for index, work in enumerate(problem.works)
    ]
    if any(work.pinned and index in problem.banned for index, work in enumerate(problem.works)):
        return
    for years in product(*choices):
        chosen = {index: year for index, year in enumerate(years) if year is not None}
        starts = _earliest(problem, chosen)
        if starts is not None and _within_limits(problem, starts):
            yield starts


def lacking(problem: PlanningProblem, starts: Starts) -> int:
    """Return what is spent less than each floor asks for, over its years."""
    total = 0
    for floor in problem.limits.floors:
        for year, wanted in enumerate(floor.amounts):
            spent = 0
            for index, (begun, _) in starts.items():
                costs = problem.works[index].costs
                if index in floor.works and 0 <= year - begun < len(costs):
                    spent += sum(costs[year - begun])
            total += max(0, wanted - spent)
    return total


def _span(work: Work) -> int:
    return max(1, -(-work.months // YEAR))


def _earliest(problem: PlanningProblem, chosen: dict[int, int]) -> Starts | None:
    starts: Starts = {}
    if any(one in chosen and other in chosen for one, other in problem.exclusions):
        return None
    waiting = dict(chosen)
    while waiting:
        moved = False
        for index, year in list(waiting.items()):
            work = problem.works[index]
            # A group waits until all its chosen members are placed: which is done first is known only then.
            under = {*work.requires, *(o for group in work.groups for o in group if o in chosen)}
            if any(other not in chosen for other in work.requires):
                return None
            if any(not any(other in chosen for other in group) for group in work.groups):
                return None
            if not under <= starts.keys():
                continue

            def end(other: int) -> int:
                return YEAR * starts[other][0] + starts[other][1] + problem.works[other].months

            ready = max((end(other) for other in work.requires), default=0)
            for group in work.groups:
                ready = max(ready, min(end(other) for other in group if other in chosen))
            month = max(_first_month(problem, work, year), ready - YEAR * year)
            last = 0 if work.months > YEAR else min(YEAR - 1, YEAR - work.months)
            if month > last or year + _span(work) > problem.years:
                return None
            starts[index] = (year, month)
            del waiting[index]
            moved = True
        assert moved
    return starts


def _first_month(problem: PlanningProblem, work: Work, year: int) -> int:
    floor = min(problem.limits.first_month, YEAR - work.months) if work.own and work.months <= YEAR else 0
    return max(floor, work.earliest - YEAR * year)


def _within_limits(problem: PlanningProblem, starts: Starts) -> bool:
    limits, works, years = problem.limits, problem.works, range(problem.years)
    running = [
        sum(works[i].running for i, (y, _) in starts.items() if y + _span(works[i]) <= year)
        for year in range(problem.years + 1)
    ]
    if limits.running_cap is not None and any(
        used > cap for used, cap in zip(running, limits.running_cap, strict=True)
    ):
        return False
    for own, most in ((True, limits.works_per_year), (False, limits.proposals_per_year)):
        if most is not None and any(
            sum(works[i].own is own and y == year for i, (y, _) in starts.items()) > most for year in years
        ):
            return False

    def paid(index: int, purse: int, year: int) -> int:
        offset = year - starts[index][0]
        return works[index].costs[offset][purse] if 0 <= offset < len(works[index].costs) else 0

    for purse, usable in enumerate(limits.usable):
        out = [sum(paid(i, purse, year) for i in starts) + (running[year] if purse == 0 else 0) for year in years]
        for year in years:
            first = 0 if limits.carry_over[purse] else year
            if sum(out[first : year + 1]) > sum(usable[first : year + 1]):
                return False
    return all(
        sum(paid(i, purse, year) for i in starts if i in cap.works for purse in range(len(limits.usable)))
        <= cap.amounts[year]
        for cap in limits.caps
        for year in years
    )


def score(problem: PlanningProblem, starts: Starts) -> int:
    """Return the objective: own closure in full, what proposals add to it by their probability."""
    free: set[int] = set()
    while True:
        more = {
            i
            for i, work in enumerate(problem.works)
            if work.own and free.issuperset(work.requires) and all(free.intersection(group) for group in work.groups)
        }
        if more == free:
            break
        free = more
    total = 0
    for year in range(problem.years):
        done = {i for i, (y, _) in starts.items() if y + _span(problem.works[i]) - 1 <= year}
        for number, need in enumerate(problem.needs):
            own, everyone = _closure(problem, done & free, number), _closure(problem, done, number)
            worth = 1000 * own + problem.probability * (everyone - own)
            total += problem.discount[year] * need.weight * worth
    return total


def _closure(problem: PlanningProblem, done: set[int], number: int) -> int:
    need = problem.needs[number]
    effects = [effect for index in done for effect in problem.works[index].effects if effect.need == number]
    amount = sum(effect.amount for effect in effects) + sum(
        s.amount for s in problem.synergies if s.need == number and {s.one, s.other} <= done
    )
    if need.rungs is None:
        return min(need.gap, amount)
    stands = [closure for needed, closure in need.rungs if needed <= amount]
    return max([effect.reach for effect in effects] + stands, default=0)


def best_by_minimum_cut(problem: PlanningProblem) -> int:
    """Return the best objective where nothing binds: one year, all-of prerequisites, plain sums below the gaps.

    Maximum closure as a minimum cut (Picard 1976): a work's worth is what its effects give less 1000 for
    each unit of money, so it may also be worth less than nothing.
    """
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(("source", "sink"))
    gains = 0
    for index, work in enumerate(problem.works):
        worth = sum(1000 * problem.discount[0] * problem.needs[e.need].weight * e.amount for e in work.effects)
        worth -= 1000 * sum(map(sum, work.costs))
        gains += max(0, worth)
        if worth > 0:
            graph.add_edge("source", index, capacity=worth)
        elif worth < 0:
            graph.add_edge(index, "sink", capacity=-worth)
        for other in work.requires:
            graph.add_edge(index, other)
    cut, _ = networkx.minimum_cut(graph, "source", "sink")
    return gains - int(cut)


def best_by_second_solver(data: dict[str, Any]) -> int:
    """Return the optimum of a bare problem file by CBC, on a model of its own: "starts in exactly year t"."""
    import pulp

    years, items = data["years"], data["items"]
    number = {item["id"]: index for index, item in enumerate(items)}
    column = {(i, t): i * years + t for i in range(len(items)) for t in range(years)}
    names: dict[Any, int] = dict(column)

    def variable(key: Any) -> int:
        return names.setdefault(key, len(names))

    rows: list[tuple[dict[int, float], float]] = []  # sum of terms <= bound
    upper: dict[int, float] = {}

    def span(i: int) -> int:
        return max(1, int(items[i]["duration"]))

    def started(i: int, year: int, factor: float) -> dict[int, float]:
        return {column[i, t]: factor for t in range(min(year + 1, years))}

    for i, item in enumerate(items):
        rows.append((started(i, years, 1), 1))
        for t in range(years):
            if t + span(i) > years:
                upper[column[i, t]] = 0
        if item["id"] in data.get("mandatory", []):
            rows.append((started(i, years, -1), -1))
        for group in [[other] for other in item["and"]] + item.get("or", []):
            for t in range(years):
                terms = started(i, t, 1)
                for other in group:
                    terms.update(started(number[other], t - items[number[other]]["duration"], -1))
                rows.append((terms, 0))
    for one, other in data.get("exclusions", []):
        rows.append(({**started(number[one], years, 1), **started(number[other], years, 1)}, 1))
    for s, usable in enumerate(data["budget"]):
        for t in range(years):
            first = 0 if data.get("carry_over", [False] * len(data["budget"]))[s] else t
            terms = {}
            for i, item in enumerate(items):
                for begin in range(years):
                    due = sum(row[s] for y, row in enumerate(item["cost"]) if first <= begin + y <= t)
                    terms[column[i, begin]] = float(due)
            rows.append((terms, float(sum(usable[first : t + 1]))))
    gain: dict[int, float] = {}
    for t in range(years):
        for k, need in enumerate(data["indicators"]):
            closed = variable(("closed", k, t))
            upper[closed] = float(need["gap"])
            gain[closed] = float(data["discount"][t] * need["weight"])
            terms = {closed: 1.0}
            for i, item in enumerate(items):
                points = item["effects"].get(str(k), 0)
                for key, factor in started(i, t - span(i) + 1, -float(points)).items():
                    terms[key] = terms.get(key, 0.0) + factor
            for p, synergy in enumerate(data.get("synergies", [])):
                if synergy["indicator"] == k:
                    both = variable(("both", p, t))
                    upper[both] = 1
                    terms[both] = -float(synergy["bonus"])
                    for end in (synergy["a"], synergy["b"]):
                        rows.append(({both: 1.0, **started(number[end], t - span(number[end]) + 1, -1)}, 0))
            rows.append((terms, 0))
    programme = pulp.LpProblem("plan", pulp.LpMaximize)
    whole = {True: pulp.LpInteger, False: pulp.LpContinuous}
    columns = [
        programme.add_variable(f"x{index}", 0, upper.get(index, 1.0), whole[index < len(column)])
        for index in range(len(names))
    ]
    programme += pulp.lpSum(worth * columns[index] for index, worth in gain.items())
    for terms, bound in rows:
        programme += pulp.lpSum(factor * columns[key] for key, factor in terms.items()) <= bound
    programme.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0.0, threads=1))
    assert pulp.LpStatus[programme.status] == "Optimal"
    return round(pulp.value(programme.objective))
