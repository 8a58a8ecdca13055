"""csv: a row a step, stable English column names, the evidence that caused it beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recommender.outputs.registry import Compared, Format, Plans

if TYPE_CHECKING:
    from recommender.model.forecast import OutlookYear
    from recommender.model.plan import Line, Plan, Step
    from recommender.outputs.csv_lines import CsvCell
    from recommender.outputs.words import Words


def _plans(plans: Plans) -> Iterator[str]:
    """Yield a line for the column names and one for each step; say how many villages have none."""
    from recommender.outputs.csv_lines import csv_line

    yield csv_line(COLUMNS)
    empty = 0
    for result in plans.results:
        empty += not result.plan.steps
        yield from csv_rows(result.plan, plans.words)
    if empty:
        plans.note(plans.words.say("no-steps-in-csv", count=empty))


def csv_rows(plan: Plan, words: Words) -> Iterator[str]:
    """Yield a line for each step of the plan."""
    from recommender.outputs.csv_lines import csv_line

    for step in plan.steps:
        row = _StepRow(plan, step, words, *_cause(plan, step))
        yield csv_line(cell(row) for cell in COLUMNS.values())


@dataclass(frozen=True, slots=True)
class _StepRow:
    """A step, with the rule that called it first and the indicator that caused it."""

    plan: Plan
    step: Step
    words: Words
    rule: str | None
    indicator: str | None

    @property
    def previous(self) -> int | None:
        before = self.plan.previous
        return before.values.get(self.indicator) if before is not None and self.indicator else None

    @property
    def target(self) -> int | None:
        change = self.step.improves.get(self.indicator) if self.indicator else None
        return change.to if change else None


def _cause(plan: Plan, step: Step) -> tuple[str | None, str | None]:
    """Return the first finding that called the step, and the measured indicator that it is about, else that it read,
    else that the step improves."""
    finding = next((one for rule in step.called_by for one in plan.reasons if one.rule == rule), None)
    read = [finding.about, *(entry.name for entry in finding.evidence)] if finding else []
    indicator = next((name for name in (*read, *step.improves) if name in plan.values), None)
    return finding.rule if finding else None, indicator


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)


def _amounts(amounts: Mapping[str, int]) -> str:
    return _joined(f"{name} {amount}" for name, amount in amounts.items())


def _line(line: Line) -> str:
    """Return a line of a step as `2027-03 4450000`, from the month in which it starts."""
    return f"{line.year}-{line.start_month + 1:02d} {line.amount}"


def _last(plan: Plan) -> OutlookYear | None:
    return plan.outlook[-1] if plan.outlook else None


# Column -> its cell; months count from 1 = January
COLUMNS: dict[str, Callable[[_StepRow], CsvCell]] = {
    "village_code": lambda row: row.plan.village.code,
    "code_scheme": lambda row: row.plan.village.code_scheme,
    "village": lambda row: row.plan.village.name,
    "subdistrict": lambda row: row.plan.village.subdistrict,
    "district": lambda row: row.plan.village.district,
    "province": lambda row: row.plan.village.province,
    "framework": lambda row: row.plan.data.framework,
    "data_year": lambda row: row.plan.data.year,
    "index": lambda row: index.value if (index := row.plan.scores.index) else None,
    "index_class": lambda row: index.class_ if (index := row.plan.scores.index) else None,
    "rank": lambda row: row.step.rank,
    "year": lambda row: row.step.year,
    "start_month": lambda row: row.step.start_month + 1,
    "months": lambda row: row.step.months,
    "intervention": lambda row: row.step.intervention,
    "name": lambda row: row.words.text(row.step.name),
    "dimension": lambda row: row.step.dimension,
    "kind": lambda row: row.step.kind,
    "executor": lambda row: row.step.executor,
    "document": lambda row: row.step.document,
    "measure": lambda row: row.step.measure,
    "physical": lambda row: "yes" if row.step.physical else "no",
    "serves": lambda row: row.step.serves,
    "addressee": lambda row: row.step.addressee,
    "shared_group": lambda row: shared.group if (shared := row.step.shared) else None,
    "shared_villages": lambda row: shared.villages if (shared := row.step.shared) else None,
    "shared_basis": lambda row: shared.basis if (shared := row.step.shared) else None,
    "decides": lambda row: shared.decides if (shared := row.step.shared) else None,
    "budget_code": lambda row: row.step.budget_code,
    "cost": lambda row: row.step.cost.total,
    "cost_low": lambda row: row.step.cost.low,
    "cost_high": lambda row: row.step.cost.high,
    "cost_by_source": lambda row: _amounts(row.step.cost.by_source),
    "cost_by_year": lambda row: _amounts(row.step.cost.by_year),
    "lines": lambda row: _joined(_line(line) for line in row.step.lines),
    "volume": lambda row: row.step.volume.amount if row.step.volume else None,
    "unit": lambda row: row.step.volume.unit if row.step.volume else None,
    "running_cost_per_year": lambda row: row.step.running_cost_per_year,
    "running_paid_by": lambda row: row.step.running_paid_by,
    "reason": lambda row: row.words.reason(row.plan, row.step),
    "rule": lambda row: row.rule,
    "indicator": lambda row: row.indicator,
    "value": lambda row: row.plan.values[row.indicator] if row.indicator else None,
    "value_year": lambda row: row.plan.data.year if row.indicator else None,
    "previous_value": lambda row: row.previous,
    "target_value": lambda row: row.target,
    "improves": lambda row: _joined(f"{name} {change.from_}>{change.to}" for name, change in row.step.improves.items()),
    "requires": lambda row: _joined(row.step.requires),
    "conditional_on": lambda row: _joined(row.step.conditional_on),
    "assumes": lambda row: _joined(row.step.assumes),
    "unsettled": lambda row: _joined(row.step.unsettled),
    "step_value": lambda row: row.step.value,
    "closing_indicator": lambda row: closing.indicator if (closing := row.step.closing) else None,
    "closing_score": lambda row: closing.score if (closing := row.step.closing) else None,
    "closing_n": lambda row: closing.n if (closing := row.step.closing) else None,
    "closing_n_3y": lambda row: closing.n_3y if (closing := row.step.closing) else None,
    "closing_rose_1y": lambda row: closing.rose_1y if (closing := row.step.closing) else None,
    "closing_rose_3y": lambda row: closing.rose_3y if (closing := row.step.closing) else None,
    "closing_low": lambda row: closing.low if (closing := row.step.closing) else None,
    "closing_high": lambda row: closing.high if (closing := row.step.closing) else None,
    "outlook_year": lambda row: last.year if (last := _last(row.plan)) else None,
    "outlook_index": lambda row: last.expected.index if (last := _last(row.plan)) else None,
    "outlook_chance": lambda row: _amounts(last.chance or {}) if (last := _last(row.plan)) else None,
}


def _tables(compared: Compared) -> Iterator[tuple[str, bytes]]:
    """Yield a file a table, and one that says what their columns are."""
    from recommender.outputs.sections.tables import csv_tables

    yield from csv_tables(compared.found, compared.words)


FORMAT = Format(plans=_plans, comparison_folder=_tables)
