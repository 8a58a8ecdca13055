"""The constraints of a plan, checked on the document: calendar, capacity, money. Each that breaks is named in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from recommender.language.errors import Problem, problem
from recommender.model.conditions import SCALE
from recommender.model.knowledge import VILLAGE, KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.request.last_plan import money_left
from recommender.request.options import Carried
from recommender.request.request import Settled

MONTHS = 12


def broken_constraints(plan: Plan, kb: KnowledgeBase, settled: Settled, carried: Carried | None) -> Iterator[Problem]:
    """Yield each constraint that the plan breaks; the place is the caller's to say."""
    yield from _calendar(plan, settled)
    yield from _capacity(plan, kb, settled)
    yield from _money(plan, kb, settled, carried)


def _calendar(plan: Plan, settled: Settled) -> Iterator[Problem]:
    start_year, settings = settled.options.start_year, settled.settings
    ends = {step.intervention: _end(step) for step in plan.steps}
    for step in plan.steps:
        begin = MONTHS * step.year + step.start_month
        for name in step.requires:
            if ends.get(name, 0) > begin:
                yield problem("", "prerequisite-order", work=step.intervention, other=name)
        if not start_year <= step.year or _end(step) > MONTHS * (start_year + settled.years):
            yield problem("", "horizon", work=step.intervention)
        if step.months <= MONTHS and step.start_month + step.months > MONTHS:
            yield problem("", "fiscal-year", work=step.intervention)
        first = min(settings.first_month, MONTHS - step.months)
        if step.executor == VILLAGE and step.months <= MONTHS and step.start_month < first:
            yield problem("", "first-month", work=step.intervention)


def _capacity(plan: Plan, kb: KnowledgeBase, settled: Settled) -> Iterator[Problem]:
    started: dict[tuple[int, bool], int] = defaultdict(int)
    chosen = {step.intervention for step in plan.steps}
    for step in plan.steps:
        started[step.year, step.executor == VILLAGE] += 1
        for other in sorted(set(kb.interventions[step.intervention].excludes) & chosen):
            yield problem("", "exclusion", work=step.intervention, other=other)
    for (year, own), count in sorted(started.items()):
        most = settled.settings.works_per_year if own else settled.settings.proposals_per_year
        if count > most:
            yield problem("", "capacity.own" if own else "capacity.proposals", count=count, year=year, most=most)


def _money(plan: Plan, kb: KnowledgeBase, settled: Settled, carried: Carried | None) -> Iterator[Problem]:
    start_year, settings = settled.options.start_year, settled.settings
    years = range(start_year, start_year + settled.years)
    money = settled.money
    money = money if carried is None else money_left(money, carried, start_year)
    rows = {(row.source, row.year): row for row in plan.money}
    used = {source for step in plan.steps for source in step.cost.by_source} | set(settled.amounts)
    for source in sorted(used):
        for year in years:
            if (source, year) not in rows:
                yield problem("", "money-row", source=source, year=year)
                return
    running = dict.fromkeys((*years, years[-1] + 1), 0)
    works = dict.fromkeys(years, 0)
    for step in plan.steps:
        for year in running:
            if year > (_end(step) - 1) // MONTHS:
                running[year] += _village_running(step, kb)
        if step.executor == VILLAGE:
            for year in years:
                works[year] += step.cost.by_year.get(str(year), 0)
    totals = dict(zip(years, settled.money.totals, strict=True))
    totals[years[-1] + 1] = totals[years[-1]]
    for year, amount in running.items():
        cap = max(0, totals[year] * settings.running_cost_share // SCALE - money.running)
        if amount > cap:
            yield problem("", "running-cost", year=year, amount=amount, most=cap)
    for source, amounts in money.amounts.items():
        left = 0
        for year, amount in zip(years, amounts, strict=True):
            row = rows[source, year]
            budget = amount + (left if money.carries_over else 0)
            if row.budget != budget or row.left != budget - row.planned:
                yield problem("", "money-left", source=source, year=year)
            if row.planned > budget:
                yield problem("", "over-budget", source=source, year=year, planned=row.planned, budget=budget)
            left = budget - row.planned
    rolled = 0
    for offset, year in enumerate(years):
        planned = sum(rows[source, year].planned for source in settled.amounts)
        if planned != works[year] + running[year]:
            yield problem("", "money-planned", year=year, derived=works[year] + running[year], planned=planned)
        room = sum(money.usable(source, offset) for source in settled.amounts) + rolled
        if planned > room:
            yield problem("", "reserve", year=year, planned=planned)
        rolled = room - planned if money.carries_over else 0
        for source in sorted(used - set(settled.amounts)):
            others = sum(
                step.cost.by_source[source]
                for step in plan.steps
                if source in step.cost.by_source and step.year == year
            )
            if others != rows[source, year].planned:
                yield problem(
                    "",
                    "money-planned.proposals",
                    source=source,
                    year=year,
                    derived=others,
                    planned=rows[source, year].planned,
                )


def _village_running(step: Step, kb: KnowledgeBase) -> int:
    paid_by = kb.interventions[step.intervention].running_cost.paid_by
    inherits = paid_by == "village" or (paid_by == "executor" and step.executor == VILLAGE)
    return step.running_cost_per_year if inherits else 0


def _end(step: Step) -> int:
    return MONTHS * step.year + step.start_month + step.months
