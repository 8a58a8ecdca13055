"""The constraints of a plan, checked on the document: its steps are put before the judge of the planner as they stand.

What the judge cannot know is checked here: that the rows of money agree with the steps and with each other.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from recommender.language.errors import Problem, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan
from recommender.pipeline.planning.evaluation import violations
from recommender.request.options import Money
from recommender.request.request import VillageRequest
from recommender.verbs.stated_problem import stated_problem


def broken_constraints(plan: Plan, kb: KnowledgeBase, asked: VillageRequest) -> Iterator[Problem]:
    """Yield each constraint that the plan breaks; the place is the caller's to say."""
    start_year = asked.options.start_year
    stated = stated_problem(plan, kb, asked)
    into_reserve: set[int] = set()
    for violation in violations(stated.problem, stated.schedule, start_year):
        if violation.year is not None:
            into_reserve.add(start_year + violation.year)
        else:
            yield violation.problem
    needed = dict.fromkeys(range(start_year, start_year + asked.request.years), 0)
    for line in [line for step in plan.steps if step.executor == VILLAGE for line in step.lines] + plan.upkeep:
        needed[line.year] = needed.get(line.year, 0) + line.amount
    yield from _money_rows(plan, asked.money, needed, into_reserve)


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
            proposed = sum(
                line.by_source.get(source, 0) for step in plan.steps for line in step.lines if line.year == year
            )
            planned = rows[source, year].planned
            if proposed != planned:
                yield problem(
                    "", "money-planned.proposals", source=source, year=year, derived=proposed, planned=planned
                )
