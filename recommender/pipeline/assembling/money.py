"""What was paid -> the plan's rows of money: by source and year, by earmark and year."""

from __future__ import annotations

from collections.abc import Sequence

from recommender.model.conditions import SCALE
from recommender.model.nouns import VILLAGE
from recommender.model.plan import EarmarkRow, MoneyRow, Step
from recommender.pipeline.assembling.purse import Paid
from recommender.pipeline.prepared import Prepared


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
            rows += _village_rows(source, prepared, paid)
        elif source in others:
            rows += [
                MoneyRow(source=source, year=start_year + year, budget=None, planned=planned_there, left=None)
                for year, planned_there in enumerate(others[source])
            ]
    return rows


def _village_rows(source: str, prepared: Prepared, paid: Paid) -> list[MoneyRow]:
    money = prepared.asked.money
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
            )
        )
    return rows


def earmark_rows(prepared: Prepared, paid: Paid) -> list[EarmarkRow]:
    """Return a row for each earmark and year: what its works get, and what is short of an "at least"."""
    money = prepared.asked.money
    rows = []
    for number, earmark in enumerate(money.earmarks):
        for year, amount in enumerate(money.amounts.get(earmark.source, ())):
            least = None if earmark.at_least is None else amount * earmark.at_least // SCALE
            got = paid.by_earmark[number][year]
            rows.append(
                EarmarkRow(
                    source=earmark.source,
                    year=prepared.asked.options.start_year + year,
                    focus=list(earmark.focus),
                    at_least=least,
                    at_most=None if earmark.at_most is None else amount * earmark.at_most // SCALE,
                    planned=got,
                    short=0 if least is None else max(0, least - got),
                )
            )
    return rows
