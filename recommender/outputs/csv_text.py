"""Plans as CSV: a row a step, stable English column names, the evidence that caused it beside it.

A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage return) gets
a `'` before it, so that a name in the data can never execute.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from recommender.model.plan import Plan, Step
from recommender.model.plan_parts import EvidenceEntry, FindingEntry
from recommender.outputs.plain import plain
from recommender.outputs.words import Words

COLUMNS = (
    "village_code",
    "code_scheme",
    "village",
    "subdistrict",
    "district",
    "province",
    "framework",
    "data_year",
    "index",
    "index_class",
    "rank",
    "year",
    "start_month",
    "months",
    "intervention",
    "name",
    "dimension",
    "kind",
    "executor",
    "document",
    "budget_code",
    "cost",
    "cost_low",
    "cost_high",
    "cost_by_source",
    "cost_by_year",
    "running_cost_per_year",
    "running_paid_by",
    "reason",
    "rule",
    "indicator",
    "value",
    "value_year",
    "previous_value",
    "target_value",
    "improves",
    "requires",
    "conditional_on",
    "assumes",
    "step_value",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | None


def csv_header() -> str:
    return csv_line(COLUMNS)


def csv_rows(plan: Plan, words: Words) -> Iterator[str]:
    """Yield a line for each step of the plan; `start_month` counts from 1 = January."""
    findings = {finding.rule: finding for finding in plan.findings}
    for step in plan.steps:
        row = {**_village(plan), **_step(step, words), **_evidence(plan, step, findings, words)}
        yield csv_line(row[column] for column in COLUMNS)


def _village(plan: Plan) -> dict[str, Cell]:
    village, index = plan.village, plan.scores.index
    return {
        "village_code": village.code,
        "code_scheme": village.code_scheme,
        "village": village.name,
        "subdistrict": village.subdistrict,
        "district": village.district,
        "province": village.province,
        "framework": plan.data.framework,
        "data_year": plan.data.year,
        "index": index.value if index else None,
        "index_class": index.class_ if index else None,
    }


def _step(step: Step, words: Words) -> dict[str, Cell]:
    return {
        "rank": step.rank,
        "year": step.year,
        "start_month": step.start_month + 1,
        "months": step.months,
        "intervention": step.intervention,
        "name": words.text(step.name),
        "dimension": step.dimension,
        "kind": step.kind,
        "executor": step.executor,
        "document": step.document,
        "budget_code": step.budget_code,
        "cost": step.cost.total,
        "cost_low": step.cost.low,
        "cost_high": step.cost.high,
        "cost_by_source": _pairs(step.cost.by_source),
        "cost_by_year": _pairs(step.cost.by_year),
        "running_cost_per_year": step.running_cost_per_year,
        "running_paid_by": step.running_paid_by,
        "improves": "; ".join(f"{name} {change.from_}>{change.to}" for name, change in step.improves.items()),
        "requires": "; ".join(step.requires),
        "conditional_on": "; ".join(step.conditional_on),
        "assumes": "; ".join(step.assumes),
        "step_value": step.value,
    }


def _evidence(plan: Plan, step: Step, findings: Mapping[str, FindingEntry], words: Words) -> dict[str, Cell]:
    """Return the measurement that caused the step: the indicator it serves, else its first finding's evidence."""
    rule = next((name for name in step.called_by if name in findings), None)
    entries: list[EvidenceEntry] = findings[rule].evidence if rule else []
    measured = [entry.name for entry in entries if entry.name in plan.values]
    about = findings[rule].about if rule else None
    candidates = [about, *measured, *step.improves]
    indicator = next((name for name in candidates if name in plan.values), None)
    change = step.improves.get(indicator) if indicator else None
    before = plan.previous.values.get(indicator) if indicator and plan.previous else None
    return {
        "reason": words.reason(plan, step),
        "rule": rule,
        "indicator": indicator,
        "value": plan.values[indicator] if indicator else None,
        "value_year": plan.data.year if indicator else None,
        "previous_value": before,
        "target_value": change.to if change else None,
    }


def _pairs(amounts: Mapping[str, int]) -> str:
    return "; ".join(f"{name} {amount}" for name, amount in amounts.items())


def _safe(cell: Cell) -> Cell:
    """Return the cell so that a spreadsheet shows it and never runs it; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if cell.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def csv_line(cells: Iterable[Cell]) -> str:
    """Return one line of a table, every cell safe to open in a spreadsheet."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()
