"""A built problem -> the plan's schedule: search, works of too little value left out, months placed, steps valued."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from recommender.pipeline.planning.cheapest import cheapest_plan
from recommender.pipeline.planning.evaluation import demand_sound, dependents, objective, value_of
from recommender.pipeline.planning.exact import RequiredClosure, solve
from recommender.pipeline.planning.months import in_order, place, roles
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import pull_forward
from recommender.pipeline.planning.search import drop_idle, rank, search
from recommender.pipeline.planning.village_problem import VillageProblem
from recommender.pipeline.planning.works import FULL

Method = Literal["fast", "exact"]
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A schedule with the value of each step (over all tiers), and how good it is known to be.

    `order` has the works as the plan tells them; `serves` the least `order` of the needs that each closes, by itself
    or through what rests on it (None: none that the others do not close).

    `bound`: no schedule without the works of too little value is better; None where the search gives none. `missing`
    is what a plan for a target still lacks of the goal (0: reached), None without a target. `on_doubt` works were left
    out because they are dear and only doubtful values ask for them.
    """

    schedule: Schedule
    values: dict[int, int]
    value: int
    bound: int | None
    proven: bool
    method: Method
    missing: int | None = None
    on_doubt: frozenset[int] = frozenset()
    order: tuple[int, ...] = ()
    serves: dict[int, int | None] = field(default_factory=dict)


def make_plan(
    built: VillageProblem, method: Method, low_value_share: int, seed: int = 0, known: Schedule | None = None
) -> Planned:
    """Return the plan of the method; it is no worse than a schedule that is `known` to be feasible.

    A step below the share (thousandths) of the plan's value, or whose purpose others serve as well in the end, is left
    out and the rest planned anew without it, so that what is proven holds of the plan as it is shown. `seed` is the
    fast search's, the village's own.
    """
    problem = built.problem
    on_doubt: set[int] = set()
    for _ in range(_ROUNDS):
        schedule, bound, proven = _best(problem, built, method, seed)
        if known is not None and not proven:
            schedule = min((schedule, known), key=lambda found: rank(problem, found))
        value = sum(objective(problem, schedule))
        least = max(1, -(-value * low_value_share // FULL))
        # What serves the last tier alone stands only where nothing is left out that serves the others.
        guarded = max(built.guarded_below, problem.tiers[-1])
        kept = drop_idle(problem, schedule, least, sum(tier < guarded for tier in problem.tiers))
        small = {work for work in schedule.keys() - kept.keys() if problem.works[work].called}
        doubted = _on_doubt_alone(problem, kept, built)
        on_doubt |= doubted
        needless = _superseded(problem, kept)
        if not small | doubted | needless:
            break
        problem = replace(problem, banned=problem.banned | small | doubted | needless)
        known = known and _without(problem, known, problem.banned)
        gone = {other for work in doubted | needless for other in dependents(problem, kept, work)}
        kept = {work: start for work, start in kept.items() if work not in gone}
        schedule, bound, proven = kept, None, False
    placed = _placed(problem, pull_forward(problem, schedule))
    return told(problem, placed, bound=bound, proven=proven, method=method, on_doubt=frozenset(on_doubt))


def _without(problem: PlanningProblem, schedule: Schedule, banned: Collection[int]) -> Schedule:
    """Return the schedule without banned works, and without what cannot stand without them."""
    gone = {other for work in banned if work in schedule for other in dependents(problem, schedule, work)}
    return drop_idle(problem, {work: start for work, start in schedule.items() if work not in gone})


def told(problem: PlanningProblem, schedule: Schedule, **known: Any) -> Planned:
    """Return a schedule with what its works are worth and the order in which they are told; `known` is the rest."""
    role_of = roles(problem, schedule)
    return Planned(
        schedule,
        {work: role.value for work, role in role_of.items()},
        sum(objective(problem, schedule)),
        order=tuple(in_order(problem, schedule, role_of)),
        serves={work: role.serves for work, role in role_of.items()},
        **known,
    )


def _superseded(problem: PlanningProblem, schedule: Schedule) -> set[int]:
    """Return the called works that close nothing in the end which others do not close too: built for the years until
    something better is there. Pins stay."""
    return {
        work
        for work, role in roles(problem, schedule).items()
        if role.needless and problem.works[work].called and not problem.works[work].pinned
    }


def _on_doubt_alone(problem: PlanningProblem, schedule: Schedule, built: VillageProblem) -> set[int]:
    """Return the dear works that would be worth nothing, with what rests on them, if doubtful needs did not count.

    Nor do proposals that rest on one count for a work of the village: nobody knows yet whether they will be built.
    """
    if not built.doubtful:
        return set()
    needs = tuple(replace(need, weight=0) if k in built.doubtful else need for k, need in enumerate(problem.needs))
    hoped = replace(problem, needs=needs)
    firm = replace(hoped, probability=0)
    found: set[int] = set()
    for work in schedule:
        noun = problem.works[work]
        dear = max(noun.cost, noun.others_cost) > built.doubt_limit
        if dear and not noun.pinned and not any(value_of(firm if noun.own else hoped, schedule, work)):
            found.add(work)
    return found


def make_cheapest_plan(built: VillageProblem, goal: RequiredClosure) -> Planned:
    """Return the cheapest plan that reaches the goal, or misses it by least; `proven` says that nothing is cheaper."""
    problem = built.problem
    found = cheapest_plan(problem, goal)
    if found is None:
        return make_plan(built, "exact", 0)
    placed = _placed(problem, found.schedule)
    return told(problem, placed, bound=None, proven=found.proven, method="exact", missing=found.missing)


def _placed(problem: PlanningProblem, schedule: Schedule) -> Schedule:
    """Return the schedule with its months."""
    placed = place(problem, schedule, in_order(problem, schedule))
    demand_sound(problem, placed)
    return placed


def _best(
    problem: PlanningProblem, built: VillageProblem, method: Method, seed: int
) -> tuple[Schedule, int | None, bool]:
    """Return a schedule, a bound on the sum of its values, and whether it is proven to be the best."""
    solved = solve(problem) if method == "exact" else None
    if solved is not None and solved.proven:
        return solved.schedule, sum(solved.value), True
    schedule = search(problem, built.packages, seed)
    if solved is None:
        return schedule, None, False
    best = min((schedule, solved.schedule), key=lambda found: rank(problem, found))
    value = objective(problem, best)
    # How much more there may be in the first tier that is not proven: beyond it tiers do not add up.
    more = next((bound - had for had, bound in zip(value, solved.bound, strict=True) if bound > had), 0)
    return best, sum(value) + more, value == solved.bound
