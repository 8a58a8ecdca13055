"""The money of a plan in sums and tables: what is used of what there is, who pays when, earmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from recommender.language.wording import Key
from recommender.model.plan import Plan
from recommender.outputs.blocks import Column, Table
from recommender.outputs.sections.money import earmark_name
from recommender.outputs.words import Words


@dataclass(frozen=True, slots=True)
class Sums:
    """Rupiah over the plan's years: the village's own money, works of the village, works that others are asked for."""

    available: int
    used: int
    works: int
    proposals: int

    @property
    def left(self) -> int:
        return self.available - self.used


_EARMARK_COLUMNS: tuple[tuple[Key, Literal["text", "code", "money"]], ...] = (
    ("column.focus", "text"),
    ("column.source", "code"),
    ("column.year", "code"),
    ("column.at-least", "money"),
    ("column.at-most", "money"),
    ("column.planned", "money"),
    ("column.short", "money"),
)


def sums(plan: Plan, options: Mapping[str, Any]) -> Sums:
    """Return the sums of a plan; what a year hands on to the next is counted once."""
    own = [row for row in plan.money if row.budget is not None]
    used = sum(row.planned for row in own)
    last = max((row.year for row in own), default=0)
    left = sum(row.left or 0 for row in own if row.year == last or not options.get("carry_over"))
    return Sums(
        used + left,
        used,
        sum(step.cost.total for step in plan.steps if step.executor == "village"),
        sum(step.cost.total for step in plan.steps if step.executor != "village"),
    )


def sources_table(plan: Plan, words: Words) -> Table:
    """Return what each source pays in each year, running costs included, with sums."""
    years = sorted({row.year for row in plan.money})
    amounts: dict[str, dict[int, int]] = {}
    for row in plan.money:
        amounts.setdefault(row.source, {})[row.year] = row.planned
    rows = []
    for source, of_year in amounts.items():
        cells = [of_year.get(year, 0) for year in years]
        rows.append((words.source(source), *(words.money(cell) for cell in cells), words.money(sum(cells))))
    columns = (
        Column(words.say("column.source"), "code"),
        *(Column(str(year), "money") for year in years),
        Column(words.say("column.total"), "money"),
    )
    return Table(columns, tuple(rows))


def earmarks_table(plan: Plan, options: Mapping[str, Any], words: Words) -> Table | None:
    """Return each earmark by year with what works of its focus get; None without earmarks."""
    if not plan.earmarks:
        return None
    rows = []
    for row in plan.earmarks:
        amounts = (row.at_least, row.at_most, row.planned, row.short)
        written = ("–" if amount is None else words.money(amount) for amount in amounts)
        rows.append((earmark_name(row, options), words.source(row.source), str(row.year), *written))
    return Table(tuple(Column(words.say(key), kind) for key, kind in _EARMARK_COLUMNS), tuple(rows))
