"""Plan -> the rows of the village budget: lines of steps, upkeep of earlier ones, works under way, what goes on anyway.

Every rupiah that the village spends stands in one row, under its budget code. Amounts are the plan document's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from recommender.model.plan import CarriedOver, Plan, Step
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.xlsx_file import CellValue

Paid = Mapping[int, Mapping[str, int]]  # year -> source (`` where the plan does not tell) -> rupiah


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A row of a form with what is paid for it; `step` where it is a line of one.

    `place` orders rows of a code: what goes on anyway, works of the plan before, lines of steps, upkeep of steps.
    """

    code: str | None
    place: tuple[int, int, int]
    activity: str
    paid: Paid
    volume: tuple[CellValue, CellValue] = (None, None)
    time: str = ""
    step: Step | None = None

    def amount(self, year: int) -> int:
        return sum(self.paid.get(year, {}).values())

    @property
    def total(self) -> int:
        return sum(self.amount(year) for year in self.paid)

    @property
    def by_source(self) -> dict[str, int]:
        return _summed(self.paid.values())


def own_steps(plan: Plan) -> list[Step]:
    """Return the steps that the village executes, in the order of the plan."""
    return [step for step in plan.steps if step.executor == "village"]


def rows_of_year(plan: Plan, year: int, words: Words) -> list[BudgetRow]:
    """Return the rows of one year by code: each line of a step is one of its own; what costs nothing has none."""
    whole_year = words.say("whole-year")
    rows = [
        BudgetRow(row.code, row.place, row.activity, {year: row.paid[year]}, time=whole_year)
        for row in _beside_lines(plan, words)
        if year in row.paid
    ]
    for step in own_steps(plan):
        for number, line in enumerate(cells.lines_of(step)):
            if line.year == year:
                rows.append(
                    BudgetRow(
                        step.budget_code,
                        (2, step.rank, number),
                        cells.activity(step, words),
                        {year: line.by_source},
                        cells.volume(line.volume, words),
                        cells.time(step, number, words),
                        step,
                    )
                )
    return _by_code(rows)


def rows_of_all(plan: Plan, words: Words) -> list[BudgetRow]:
    """Return the rows of all years by code: a step is one row with the amounts of its lines, its upkeep another."""
    rows = list(_beside_lines(plan, words))
    for step in own_steps(plan):
        lines = cells.lines_of(step)
        paid = {year: _summed(line.by_source for line in lines if line.year == year) for year in _years(step)}
        activity, volume = cells.activity(step, words), cells.volume(step.volume, words)
        rows.append(BudgetRow(step.budget_code, (2, step.rank, 0), activity, paid, volume, step=step))
    return _by_code(rows)


def sums_of_sources(rows: Iterable[BudgetRow]) -> dict[str, int]:
    """Return what each source pays of the rows; what the plan does not tell last, under ``."""
    sums = _summed(row.by_source for row in rows)
    return {source: sums[source] for source in sorted(sums, key=lambda name: name == "")}


def _years(step: Step) -> list[int]:
    return sorted({line.year for line in cells.lines_of(step)})


def _summed(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for part in parts:
        for source, amount in part.items():
            sums[source] = sums.get(source, 0) + amount
    return {source: amount for source, amount in sums.items() if amount}


def _by_code(rows: Iterable[BudgetRow]) -> list[BudgetRow]:
    return sorted((row for row in rows if row.total), key=lambda row: (*cells.code_order(row.code), row.place))


def _beside_lines(plan: Plan, words: Words) -> Iterator[BudgetRow]:
    """Yield what goes on whatever is planned, what works of the plan before still take, and upkeep of this plan's."""
    for number, row in enumerate(plan.existing):
        key = "row.existing-typical" if row.typical else "row.existing"
        paid = {int(year): {row.source: amount} for year, amount in row.by_year.items()}
        yield BudgetRow(row.code, (0, number, 0), words.say(key, name=words.text(row.name)), paid)
    if plan.carried is not None:
        yield from _carried(plan.carried, sorted({row.year for row in plan.money}), words)
    for step in plan.steps:
        kept = {entry.year: entry.by_source for entry in plan.upkeep if entry.intervention == step.intervention}
        if kept:
            activity = words.say("row.upkeep", name=words.text(step.name))
            yield BudgetRow(step.budget_code, (3, step.rank, 0), activity, kept)


def _carried(carried: CarriedOver, years: list[int], words: Words) -> Iterator[BudgetRow]:
    """Yield what works of the plan before still take, each under its own code; in one row where it does not tell."""
    number = 0
    for name, by_year in carried.due.items():
        paid = {int(year): {"": amount} for year, amount in by_year.items() if int(year) in years}
        number += 1
        yield BudgetRow(_code(name, words), (1, number, 0), words.say("row.under-way", name=words.name(name)), paid)
    for name, amount in carried.kept_up.items():
        number += 1
        paid = {year: {"": amount} for year in years}
        yield BudgetRow(_code(name, words), (1, number, 0), words.say("row.upkeep", name=words.name(name)), paid)
    if carried.instalments and not carried.due:
        paid = {int(year): {"": amount} for year, amount in carried.instalments.items() if int(year) in years}
        names = words.names(carried.under_way)
        yield BudgetRow(None, (1, number + 1, 0), words.say("row.under-way", name=names), paid)
    if carried.running and not carried.kept_up:
        paid = {year: {"": carried.running} for year in years}
        names = words.names([*carried.done, *carried.under_way])
        yield BudgetRow(None, (1, number + 2, 0), words.say("row.upkeep", name=names), paid)


def _code(name: str, words: Words) -> str | None:
    work = words.kb.interventions.get(name)
    return work.budget_code if work else None
