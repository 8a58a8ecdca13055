"""The constraints of a plan, checked on the document: its steps are put before the judge of the planner as they stand.

What the judge cannot know is checked here: that the rows of money agree with the steps and with each other.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from recommender.language.errors import Problem, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, Step
from recommender.pipeline.planning.evaluation import money_by_year, violations, within_years
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.village_problem import PROPOSALS, WORKS, village_limits
from recommender.pipeline.planning.works import Work
from recommender.request.options import Money
from recommender.request.request import VillageRequest


def broken_constraints(plan: Plan, kb: KnowledgeBase, asked: VillageRequest) -> Iterator[Problem]:
    """Yield each constraint that the plan breaks; the place is the caller's to say."""
    start_year = asked.options.start_year
    problem, schedule = _as_stated(plan, kb, asked)
    into_reserve: set[int] = set()
    for violation in violations(problem, schedule, start_year):
        if violation.year is not None:
            into_reserve.add(start_year + violation.year)
        else:
            yield violation.problem
    _, running = money_by_year(problem, within_years(problem, schedule))
    needed = {start_year + offset: amount for offset, amount in enumerate(running[:-1])}
    for step in plan.steps:
        for year in needed if step.executor == VILLAGE else ():
            needed[year] += step.cost.by_year.get(str(year), 0)
    yield from _money_rows(plan, asked.money, needed, into_reserve)


def _as_stated(plan: Plan, kb: KnowledgeBase, asked: VillageRequest) -> tuple[PlanningProblem, Schedule]:
    """Return the steps as the document states them, as works of a problem without needs, and when they start."""
    number = {step.intervention: index for index, step in enumerate(plan.steps)}
    start_year, years = asked.options.start_year, asked.request.years
    works = []
    for step in plan.steps:
        own = step.executor == VILLAGE
        paid = [step.cost.by_year.get(str(year), 0) if own else 0 for year in range(step.year, start_year + years)]
        works.append(
            Work(
                step.intervention,
                own,
                step.months,
                costs=tuple((amount,) for amount in paid) or ((0,),),
                requires=tuple(number[name] for name in step.requires if name in number),
                running=_village_running(step, kb),
                takes=(WORKS if own else PROPOSALS,),
            )
        )
    exclusions = [
        (number[name], number[other])
        for name in number
        for other in sorted(kb.interventions[name].excludes)
        if other in number
    ]
    limits = village_limits(asked.money, asked.settings)
    problem = PlanningProblem(years, (0,) * years, (), tuple(works), limits, tuple(exclusions))
    return problem, {n: (step.year - start_year, step.start_month) for n, step in enumerate(plan.steps)}


def _village_running(step: Step, kb: KnowledgeBase) -> int:
    running = kb.interventions[step.intervention].running_cost
    return step.running_cost_per_year if running.falls_on_village(step.executor) else 0


def _money_rows(plan: Plan, money: Money, needed: Mapping[int, int], into_reserve: Container[int]) -> Iterator[Problem]:
    """Check the rows against one another and against what the steps need of the village in each year."""
    rows = {(row.source, row.year): row for row in plan.money}
    others = {source for step in plan.steps for source in step.cost.by_source} - set(money.amounts)
    for source in sorted(others | set(money.amounts)):
        for year in needed:
            if (source, year) not in rows:
                yield problem("", "money-row", source=source, year=year)
                return
    for source, amounts in money.amounts.items():
        left = 0
        for year, amount in zip(needed, amounts, strict=True):
            row = rows[source, year]
            budget = amount + (left if money.carries_over else 0)
            left = budget - row.planned
            if (row.budget, row.left) != (budget, left):
                yield problem("", "money-left", source=source, year=year)
            if left < 0:
                yield problem("", "over-budget", source=source, year=year, planned=row.planned, budget=budget)
    for year, amount in needed.items():
        planned = sum(rows[source, year].planned for source in money.amounts)
        if planned != amount:
            yield problem("", "money-planned", year=year, derived=amount, planned=planned)
        elif year in into_reserve:
            yield problem("", "reserve", year=year, planned=planned)
        for source in sorted(others):
            proposed = sum(step.cost.by_source.get(source, 0) for step in plan.steps if step.year == year)
            planned = rows[source, year].planned
            if proposed != planned:
                yield problem(
                    "", "money-planned.proposals", source=source, year=year, derived=proposed, planned=planned
                )
