"""Plan -> blocks about the village's money: a row a year, the reserve, what is short of an earmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recommender.language.wording import Key
from recommender.model.plan import Plan
from recommender.model.plan_money import EarmarkRow, MoneyRow
from recommender.outputs.blocks import BULLET, Block, Column, Entry, Heading, Paragraph, Table
from recommender.outputs.words import NAMES_SHOWN, Words

_AMOUNTS: tuple[Key, ...] = ("column.budget", "column.works", "column.services", "column.running", "column.left")


def money_blocks(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield the village's own money by year, all sources together, and its earmarks that are short."""
    own = [row for row in plan.money if row.budget is not None]
    if not own:
        return
    amounts = (*(("column.existing",) if plan.existing else ()), *_AMOUNTS)
    columns = (Column(words.say("column.year"), "code"), *(Column(words.say(key), "money") for key in amounts))
    yield Heading(words.say("section.money"))
    yield Table(columns, tuple(_row(plan, own, year, words) for year in _years(own)))
    yield Paragraph(_note(own, words))
    yield from _upkeep(plan, words)
    yield from _short(plan, options, words)


def _upkeep(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield what keeps up earlier steps of the plan, a line a year, dearest first."""
    names = {step.intervention: words.text(step.name) for step in plan.steps}
    lines = []
    for year in sorted({entry.year for entry in plan.upkeep}):
        of_year = sorted((e for e in plan.upkeep if e.year == year), key=lambda entry: -entry.amount)
        parts = [f"{names.get(e.intervention, e.intervention)} {words.money(e.amount)}" for e in of_year]
        shown = "; ".join(parts[:NAMES_SHOWN])
        more = words.say("others", names=shown, count=len(parts) - NAMES_SHOWN) if len(parts) > NAMES_SHOWN else shown
        lines.append(f"{year}: {more}")
    if lines:
        yield Entry(words.say("upkeep-of-steps"), BULLET, lines=tuple(lines))


def planned_money(plan: Plan) -> tuple[int, int]:
    """Return the rupiah that the plan takes in all its years, running costs included: the village's, and others'."""
    own = sum(row.planned for row in plan.money if row.budget is not None)
    return own, sum(row.planned for row in plan.money if row.budget is None)


def _years(rows: list[MoneyRow]) -> list[int]:
    return sorted({row.year for row in rows})


def _row(plan: Plan, own: list[MoneyRow], year: int, words: Words) -> tuple[str, ...]:
    of_year = [row for row in own if row.year == year]
    steps = [step for step in plan.steps if step.executor == "village"]
    all_works = sum(step.cost.by_year.get(str(year), 0) for step in steps)
    services = sum(step.cost.by_year.get(str(year), 0) for step in steps if step.measure == "service")
    planned = sum(row.planned for row in of_year)
    budget, left = sum(row.budget or 0 for row in of_year), sum(row.left or 0 for row in of_year)
    going_on = [sum(row.by_year.get(str(year), 0) for row in plan.existing)] if plan.existing else []
    amounts = (*going_on, budget, all_works - services, services, planned - all_works, left)
    return (str(year), *(words.money(amount) for amount in amounts))


def _note(own: list[MoneyRow], words: Words) -> str:
    """Return why money is left, and how much of it is the reserve: one amount, or the years that differ."""
    note = words.say("left-note")
    reserves = {year: sum(row.reserve or 0 for row in own if row.year == year) for year in _years(own)}
    if not any(reserves.values()):
        return note
    amounts = set(reserves.values())
    parts = (
        words.say("a-year", amount=words.money(amounts.pop()))
        if len(amounts) == 1
        else "; ".join(f"{year} {words.money(amount)}" for year, amount in reserves.items())
    )
    return f"{note} {words.say('reserve-note', parts=parts)}"


def _short(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield each earmark of which an "at least" is not reached, with what is short in which year."""
    short: dict[str, list[str]] = {}
    for row in plan.earmarks:
        if row.short:
            label = words.say("earmark", name=earmark_name(row, options), source=words.source(row.source))
            short.setdefault(label, []).append(f"{words.money(row.short)} ({row.year})")
    for label, parts in short.items():
        yield Entry(words.say("earmark-short", label=label, parts="; ".join(parts)), BULLET)


def earmark_name(row: EarmarkRow, options: Mapping[str, Any]) -> str:
    """Return what the budget file calls the earmark, else its focus."""
    for earmark in options.get("earmarks", []):
        same = earmark["source"] == row.source and earmark["focus"] == row.focus
        if same and earmark["at_least"] is not None and earmark["reason"]:
            return str(earmark["reason"])
    return ", ".join(row.focus)
