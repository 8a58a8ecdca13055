"""The constraints of a plan, checked on the document: its steps are put before the judge of the planner as they stand.

What the judge cannot know is checked here: that the rows of money agree with the steps and with each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.model.knowledge import VILLAGE, KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.pipeline.planning.evaluation import money_by_year, violations, within_years
from recommender.pipeline.planning.problem import PlanningProblem, Schedule
from recommender.pipeline.planning.village_problem import village_limits
from recommender.pipeline.planning.works import Work
from recommender.request.last_plan import money_left
from recommender.request.options import Carried, Money
from recommender.request.request import Request

Broken = Iterator[tuple[str, str]]


def broken_constraints(plan: Plan, kb: KnowledgeBase, request: Request, carried: Carried | None) -> Broken:
    """Yield (code, sentence) for each constraint that the plan breaks."""
    start_year = request.options.start_year
    money = request.money if carried is None else money_left(request.money, carried, start_year)
    problem, schedule = _as_stated(plan, kb, request, money)
    for violation in violations(problem, schedule, start_year):
        if violation.code == "money":
            yield "reserve", f"{start_year + violation.year}: {violation.needed} planned goes into the reserve."
        else:
            yield violation.code, f"{violation.sentence}."
    spent, running = money_by_year(problem, within_years(problem, schedule))
    works = [of_works + of_running for of_works, of_running in zip(spent[0], running, strict=False)]
    yield from _money_rows(plan, money, start_year, works)


def _as_stated(plan: Plan, kb: KnowledgeBase, request: Request, money: Money) -> tuple[PlanningProblem, Schedule]:
    """Return the steps as the document states them, as works of a problem without needs, and when they start."""
    number = {step.intervention: index for index, step in enumerate(plan.steps)}
    years, start_year = request.years, request.options.start_year
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
            )
        )
    exclusions = [
        (number[name], number[other])
        for name in number
        for other in sorted(kb.interventions[name].excludes)
        if other in number
    ]
    limits = village_limits(money, request.settings)
    problem = PlanningProblem(years, (0,) * years, (), tuple(works), limits, tuple(exclusions))
    return problem, {n: (step.year - start_year, step.start_month) for n, step in enumerate(plan.steps)}


def _village_running(step: Step, kb: KnowledgeBase) -> int:
    paid_by = kb.interventions[step.intervention].running_cost.paid_by
    inherits = paid_by == "village" or (paid_by == "executor" and step.executor == VILLAGE)
    return step.running_cost_per_year if inherits else 0


def _money_rows(plan: Plan, money: Money, start_year: int, works: list[int]) -> Broken:
    """Check the rows against one another and against `works`: rupiah of works and running costs by year."""
    years = range(start_year, start_year + money.years)
    rows = {(row.source, row.year): row for row in plan.money}
    others = {source for step in plan.steps for source in step.cost.by_source} - set(money.amounts)
    for source in sorted(others | set(money.amounts)):
        for year in years:
            if (source, year) not in rows:
                yield "money-row", f"there is no row for {source} in {year}."
                return
    for source, amounts in money.amounts.items():
        left = 0
        for year, amount in zip(years, amounts, strict=True):
            row = rows[source, year]
            budget = amount + (left if money.carries_over else 0)
            left = budget - row.planned
            if (row.budget, row.left) != (budget, left):
                yield "money-left", f"{source} {year}: budget, planned and left do not agree."
            if left < 0:
                yield "over-budget", f"{source} {year}: {row.planned} planned of {budget}."
    for year, needed in zip(years, works, strict=True):
        planned = sum(rows[source, year].planned for source in money.amounts)
        if planned != needed:
            yield "money-planned", f"{year}: works and running costs are {needed}, planned is {planned}."
        for source in sorted(others):
            asked = sum(step.cost.by_source.get(source, 0) for step in plan.steps if step.year == year)
            planned = rows[source, year].planned
            if asked != planned:
                yield "money-planned", f"{source} {year}: the proposals are {asked}, planned is {planned}."
