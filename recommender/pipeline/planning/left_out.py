"""Why a candidate is not in the schedule: what binds, found by relaxing one limit after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.planning.evaluation import dependents, objective, value_of
from recommender.pipeline.planning.limits import Lack
from recommender.pipeline.planning.prerequisites import with_prerequisites
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.room import Lacking, Room, insert

# Limits that are lifted in turn: what lets the work in says what kept it out, a single limit before several together.
_LIMITS: tuple[Lack, ...] = get_args(Lack)
_LIFTED = (*((lack,) for lack in reversed(_LIMITS)), *combinations(_LIMITS, 2), _LIMITS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The reason of the plan document, and the works (by number) or limits that it rests on.

    `binding` names the years (from 0) in which money, running costs or starts lack, and by how much; `earmark` the one
    whose share is used up, where that alone binds; `displaces` the works that would have to go to make room for it.
    """

    reason: str
    by: tuple[int, ...] = ()
    rests_on: tuple[int, ...] = ()
    binding: Lacking = ()
    displaces: tuple[int, ...] = ()
    earmark: str | None = None


def why_left_out(problem: PlanningProblem, schedule: Schedule, work: int) -> LeftOut:
    """Return why the work was left out of the schedule."""
    order = with_prerequisites(problem, schedule, (work,))
    if order is None:
        rivals = {one if other == work else other for one, other in problem.exclusions if work in (one, other)}
        return LeftOut("excluded", tuple(sorted(rivals & schedule.keys())))
    rests_on = tuple(other for other in order if other != work)
    free = insert(problem, schedule, order, _LIMITS)
    if free is None:
        return LeftOut("beyond-horizon", rests_on=rests_on)
    if objective(problem, free) <= objective(problem, schedule):
        return LeftOut("alternative-chosen", _serving_the_same(problem, schedule, work), rests_on)
    if insert(problem, schedule, order) is not None:
        return LeftOut("low-value", rests_on=rests_on)
    displaces = _displaced(problem, schedule, order)
    for lifted in _LIFTED:
        wished = insert(problem, schedule, order, lifted)
        if wished is None:
            continue
        for reason in lifted:
            binding, earmark = _binding(problem, wished, reason)
            if binding:
                return LeftOut(reason, (), rests_on, binding, displaces, earmark)
    return LeftOut("over-budget", (), rests_on, (), displaces)


def _displaced(problem: PlanningProblem, schedule: Schedule, order: list[int]) -> tuple[int, ...]:
    """Return called works without which those in order would have room: the least valuable go first, and of these all
    come back that still fit. Empty where even that makes no room."""
    staying = all_beneath(order, problem.may_rest_on.__getitem__)
    kept, gone = dict(schedule), list[int]()
    wished = None
    for work in sorted(schedule, key=lambda w: (value_of(problem, schedule, w), w)):
        falling = dependents(problem, kept, work) if work in kept else set()
        if not falling or falling & staying or any(problem.works[other].pinned for other in falling):
            continue
        gone += sorted(falling)
        kept = {other: start for other, start in kept.items() if other not in falling}
        wished = insert(problem, kept, order)
        if wished is not None:
            break
    if wished is None:
        return ()
    for work in reversed(gone):
        back = with_prerequisites(problem, wished, (work,)) or []
        if set(back) <= set(gone):
            wished = insert(problem, wished, back) or wished
    return tuple(sorted(work for work in schedule.keys() - wished.keys() if problem.works[work].called))


def _binding(problem: PlanningProblem, wished: Schedule, reason: Lack) -> tuple[Lacking, str | None]:
    """Return what is lacking of the limits behind the reason: rupiah, or places for a start; where only the share of an
    earmark is used up, of the first such, with its name."""
    found = [(row, years) for row, years in Room(problem, wished).lacking() if row.lack == reason]
    whole: Counter[int] = Counter()
    for row, years in found:
        if row.earmark is None:
            whole.update(dict(years))
    if whole or not found:
        return tuple(sorted(whole.items())), None
    row, years = found[0]
    return years, row.earmark


def _serving_the_same(problem: PlanningProblem, schedule: Schedule, work: int) -> tuple[int, ...]:
    needs = {effect.need for effect in problem.works[work].effects}
    return tuple(
        other for other in sorted(schedule) if needs & {effect.need for effect in problem.works[other].effects}
    )
