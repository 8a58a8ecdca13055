"""The constraints of a plan, checked on the document: calendar, capacity, money. Each that breaks is named in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from recommender.model.conditions import SCALE
from recommender.model.knowledge import VILLAGE, KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.request.last_plan import money_left
from recommender.request.options import Carried
from recommender.request.request import Request

MONTHS = 12
Broken = Iterator[tuple[str, str]]


def broken_constraints(plan: Plan, kb: KnowledgeBase, request: Request, carried: Carried | None) -> Broken:
    """Yield (code, sentence) for each constraint that the plan breaks."""
    yield from _calendar(plan, request)
    yield from _capacity(plan, kb, request)
    yield from _money(plan, kb, request, carried)


def _calendar(plan: Plan, request: Request) -> Broken:
    start_year, settings = request.options.start_year, request.settings
    ends = {step.intervention: _end(step) for step in plan.steps}
    for step in plan.steps:
        begin = MONTHS * step.year + step.start_month
        for name in step.requires:
            if ends.get(name, 0) > begin:
                yield "prerequisite-order", f"{step.intervention} starts before {name} is done."
        if not start_year <= step.year or _end(step) > MONTHS * (start_year + request.years):
            yield "horizon", f"{step.intervention} does not fit into the years of the plan."
        if step.months <= MONTHS and step.start_month + step.months > MONTHS:
            yield "fiscal-year", f"{step.intervention} runs over the end of a fiscal year."
        first = min(settings.first_month, MONTHS - step.months)
        if step.executor == VILLAGE and step.months <= MONTHS and step.start_month < first:
            yield "first-month", f"{step.intervention} starts before village money arrives."


def _capacity(plan: Plan, kb: KnowledgeBase, request: Request) -> Broken:
    started: dict[tuple[int, bool], int] = defaultdict(int)
    chosen = {step.intervention for step in plan.steps}
    for step in plan.steps:
        started[step.year, step.executor == VILLAGE] += 1
        for other in sorted(set(kb.interventions[step.intervention].excludes) & chosen):
            yield "exclusion", f"{step.intervention} and {other} exclude each other."
    for (year, own), count in sorted(started.items()):
        most = request.settings.works_per_year if own else request.settings.proposals_per_year
        if count > most:
            yield "capacity", f"{count} {'village works' if own else 'proposals'} start in {year}; at most {most} may."


def _money(plan: Plan, kb: KnowledgeBase, request: Request, carried: Carried | None) -> Broken:
    start_year, settings = request.options.start_year, request.settings
    years = range(start_year, start_year + request.years)
    money = request.money
    money = money if carried is None else money_left(money, carried, start_year)
    rows = {(row.source, row.year): row for row in plan.money}
    used = {source for step in plan.steps for source in step.cost.by_source} | set(request.amounts)
    for source in sorted(used):
        for year in years:
            if (source, year) not in rows:
                yield "money-row", f"there is no row for {source} in {year}."
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
    totals = dict(zip(years, request.money.totals, strict=True))
    totals[years[-1] + 1] = totals[years[-1]]
    for year, amount in running.items():
        cap = max(0, totals[year] * settings.running_cost_share // SCALE - money.running)
        if amount > cap:
            yield "running-cost", f"running costs of {year} are {amount}; at most {cap} may be."
    for source, amounts in money.amounts.items():
        left = 0
        for year, amount in zip(years, amounts, strict=True):
            row = rows[source, year]
            budget = amount + (left if money.carries_over else 0)
            if row.budget != budget or row.left != budget - row.planned:
                yield "money-left", f"{source} {year}: budget, planned and left do not agree."
            if row.planned > budget:
                yield "over-budget", f"{source} {year}: {row.planned} planned of {budget}."
            left = budget - row.planned
    rolled = 0
    for offset, year in enumerate(years):
        planned = sum(rows[source, year].planned for source in request.amounts)
        if planned != works[year] + running[year]:
            yield (
                "money-planned",
                f"{year}: works and running costs are {works[year] + running[year]}, planned is {planned}.",
            )
        room = sum(money.usable(source, offset) for source in request.amounts) + rolled
        if planned > room:
            yield "reserve", f"{year}: {planned} planned goes into the reserve."
        rolled = room - planned if money.carries_over else 0
        for source in sorted(used - set(request.amounts)):
            others = sum(
                step.cost.by_source[source]
                for step in plan.steps
                if source in step.cost.by_source and step.year == year
            )
            if others != rows[source, year].planned:
                yield (
                    "money-planned",
                    f"{source} {year}: the proposals are {others}, planned is {rows[source, year].planned}.",
                )


def _village_running(step: Step, kb: KnowledgeBase) -> int:
    paid_by = kb.interventions[step.intervention].running_cost.paid_by
    inherits = paid_by == "village" or (paid_by == "executor" and step.executor == VILLAGE)
    return step.running_cost_per_year if inherits else 0


def _end(step: Step) -> int:
    return MONTHS * step.year + step.start_month + step.months
