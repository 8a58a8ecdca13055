"""What was paid -> the plan's rows of money: by source and year, by earmark and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Step
from recommender.model.plan_money import AssumedAmount, EarmarkRow, ExistingRow, MoneyRow, RuleRow
from recommender.model.plan_parts import BothLanguages
from recommender.model.village_money import MoneyRule
from recommender.pipeline.assembling.purse import Paid
from recommender.pipeline.prepared import Prepared
from recommender.request.ongoing import is_under
from recommender.request.options import Money


def money_rows(prepared: Prepared, steps: Sequence[Step], paid: Paid) -> list[MoneyRow]:
    """Return a row for each source and year, in the catalog's order: the village's, and others' where they pay."""
    kb, money, start_year = prepared.kb, prepared.asked.money, prepared.asked.options.start_year
    others: dict[str, list[int]] = {}
    for step in steps:
        for line in step.lines if step.executor != VILLAGE else ():
            for source, amount in line.by_source.items():
                others.setdefault(source, [0] * money.years)[line.year - start_year] += amount
    rows = []
    for source in kb.funding:
        if source in money.amounts:
            rows += _village_rows(source, prepared, steps, paid)
        elif source in others:
            rows += [
                MoneyRow(source=source, year=start_year + year, budget=None, planned=planned_there, left=None)
                for year, planned_there in enumerate(others[source])
            ]
    return rows


def _village_rows(source: str, prepared: Prepared, steps: Sequence[Step], paid: Paid) -> list[MoneyRow]:
    money = prepared.asked.money
    services = [0] * money.years
    for step in steps:
        for line in step.lines if step.measure == "service" and step.executor == VILLAGE else ():
            services[line.year - money.start_year] += line.by_source.get(source, 0)
    rows = []
    left = 0
    for year, amount in enumerate(money.amounts[source]):
        budget = amount + (left if money.carries_over else 0)
        left = budget - paid.by_source[source][year]
        rows.append(
            MoneyRow(
                source=source,
                year=prepared.asked.options.start_year + year,
                budget=budget,
                planned=paid.by_source[source][year],
                left=left,
                running=paid.running[source][year],
                reserve=amount - money.usable(source, year),
                existing=money.existing_in(source, year),
                services=services[year],
            )
        )
    return rows


def earmark_rows(prepared: Prepared, paid: Paid) -> list[EarmarkRow]:
    """Return a row for each earmark of the budget and year: what its works get, and what is short of an "at least"."""
    money = prepared.asked.money
    rows = []
    for number, earmark in enumerate(money.earmarks):
        for year in range(money.years) if earmark.source in money.amounts and not earmark.rule else ():
            least = None if earmark.at_least is None else money.least(earmark, year)
            got = paid.by_earmark[number][year]
            rows.append(
                EarmarkRow(
                    source=earmark.source,
                    year=prepared.asked.options.start_year + year,
                    focus=list(earmark.focus),
                    at_least=least,
                    at_most=money.most(earmark, year),
                    planned=got,
                    short=0 if least is None else max(0, least - got),
                )
            )
    return rows


def existing_rows(prepared: Prepared) -> list[ExistingRow]:
    """Return the programmes that go on, by code and name, with what they take in the years of the plan."""
    money = prepared.asked.money
    horizon = range(money.start_year, money.start_year + money.years)
    return [
        ExistingRow.copied(
            one,
            name=BothLanguages.copied(one.name),
            by_year={str(year): one.in_year(year) for year in horizon if one.in_year(year)},
            meets=sorted(one.meets),
            focus=list(one.focus),
        )
        for one in sorted(money.existing, key=lambda one: (one.code, one.name.id, one.source))
    ]


def assumed_money(prepared: Prepared) -> AssumedAmount | None:
    """Return what a village without a budget is taken to have; None with one."""
    assumed = prepared.asked.assumed
    return None if assumed is None else AssumedAmount.copied(assumed)


def rule_rows(prepared: Prepared, steps: Sequence[Step], paid: Paid) -> list[RuleRow]:
    """Return a row for each rule and year: what it asks for, what counts, what is lacking or beyond."""
    money = prepared.asked.money
    rows = []
    for applied in money.rules:
        rule = applied.rule
        for year in range(money.years):
            asked = _spent(money, paid, year) * rule.share // SCALE if not applied.asked else applied.asked[year]
            planned = applied.existing[year] + _of_steps(rule, money.start_year + year, steps, prepared.kb)
            rows.append(
                RuleRow.copied(
                    rule,
                    name=applied.name,
                    title=BothLanguages.copied(rule.name),
                    plan_year=money.start_year + year,
                    source=rule.funding,
                    focus=list(rule.focus),
                    codes=list(rule.codes),
                    asked=asked,
                    planned=planned,
                    short=max(0, asked - planned if rule.kind == "at-least" else planned - asked),
                )
            )
    return rows


def _spent(money: Money, paid: Paid, year: int) -> int:
    """Return all that the village spends in a year (counted from 0), by the plan and anyway."""
    going_on = sum(one.in_year(money.start_year + year) for one in money.existing)
    return going_on + sum(yearly[year] for yearly in paid.by_source.values())


def _of_steps(rule: MoneyRule, year: int, steps: Iterable[Step], kb: KnowledgeBase) -> int:
    """Return what counts of the plan's steps in a calendar year: what the rule's source pays for its uses."""
    return sum(
        line.amount if rule.funding is None else line.by_source.get(rule.funding, 0)
        for step in steps
        if step.executor == VILLAGE
        and (
            set(kb.interventions[step.intervention].focus) & set(rule.focus)
            or any(is_under(step.budget_code or "", code) for code in rule.codes)
        )
        for line in step.lines
        if line.year == year
    )
