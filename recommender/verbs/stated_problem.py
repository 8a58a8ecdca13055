"""A plan document's steps as they stand -> works of a problem without needs, and when each starts.

In: a plan, the knowledge, what was asked. Out: `Stated`, for the judge of the planner and for what room a step has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Line, Plan, Step
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.village_limits import capacities_taken, village_capacities, village_limits
from recommender.pipeline.planning.works import Work
from recommender.request.request import VillageRequest


@dataclass(frozen=True, slots=True)
class Stated:
    """`numbers` has the works of each step, in order: one a phase or round."""

    problem: PlanningProblem
    schedule: Schedule
    numbers: Mapping[str, tuple[int, ...]]


def stated_problem(plan: Plan, kb: KnowledgeBase, asked: VillageRequest) -> Stated:
    """Return the steps as works; limits are the village's, but for earmarks."""
    start_year, years = asked.options.start_year, asked.request.years
    capacities = village_capacities(kb, years, asked.settings)
    names = list(capacities)
    works: list[Work] = []
    schedule: Schedule = {}
    numbers: dict[str, tuple[int, ...]] = {}
    together: dict[str, set[int]] = {}
    for step in plan.steps:
        noun = kb.interventions[step.intervention]
        taken = () if step.funded is not None else capacities_taken(noun, step.executor, kb)
        takes = tuple(names.index(name) for name in taken if name in names)
        for work, line in _parts(step, years - (step.year - start_year)):
            number = len(works)
            before = numbers.get(step.intervention, ())
            works.append(
                replace(
                    work,
                    takes=takes,
                    requires=before[-1:],
                    running=_running(step, line, kb),
                    service_years=noun.delivered_years,
                )
            )
            schedule[number] = (line.year - start_year, line.start_month)
            numbers[step.intervention] = (*before, number)
        if step.executor == VILLAGE and not noun.physical and noun.package is not None:
            together.setdefault(f"package:{noun.package}", set()).update(numbers[step.intervention])
        elif not noun.repeats:
            together[step.intervention] = set(numbers[step.intervention])
    for step in plan.steps:
        first = numbers[step.intervention][0]
        rests_on = (_settling(numbers[name], kb, name) for name in step.requires if name in numbers)
        works[first] = replace(works[first], requires=tuple(sorted(rests_on)))
    index_class = plan.scores.index.class_ if plan.scores.index is not None else None
    excluded = {(name, other) for name in numbers for other in kb.interventions[name].excludes if other in numbers}
    limits = replace(
        village_limits(asked.money, asked.settings, tuple(capacities.values()), index_class),
        lines=tuple(frozenset(group) for _, group in sorted(together.items()) if len(group) > 1),
    )
    exclusions = tuple(sorted((numbers[name][0], numbers[other][0]) for name, other in excluded))
    return Stated(PlanningProblem(years, (0,) * years, (), tuple(works), limits, exclusions), schedule, numbers)


def _settling(works: Sequence[int], kb: KnowledgeBase, name: str) -> int:
    """Return the work with which a step counts as there."""
    return works[0] if kb.interventions[name].repeats else works[-1]


def _parts(step: Step, years: int) -> list[tuple[Work, Line]]:
    """Return a step's phases or rounds, each with its first line: what is paid in further years belongs to it."""
    own = step.executor == VILLAGE
    begun: list[list[Line]] = []
    for line in step.lines:
        if not begun or (line.months and step.measure != "service"):
            begun.append([line])
        else:
            begun[-1].append(line)
    parts = []
    for number, lines in enumerate(begun):
        paid = lines[:1] if step.measure == "service" else lines[:years]
        work = Work(
            step.intervention if not number else f"{step.intervention}/{number + 1}",
            own,
            max(1, lines[0].months),
            costs=tuple((line.amount if own else 0,) for line in paid),
            service=step.measure == "service",
        )
        parts.append((work, lines[0]))
    return parts


def _running(step: Step, line: Line, kb: KnowledgeBase) -> int:
    """Return the upkeep that the village pays for a part: by its share of the step's quantity."""
    if not kb.interventions[step.intervention].running_cost.falls_on_village(step.executor):
        return 0
    whole = sum(one.volume.amount for one in step.lines if one.volume is not None)  # earlier programs state no sum
    if line.volume is None or not whole:
        return step.running_cost_per_year
    return int(step.running_cost_per_year * line.volume.amount / whole)
