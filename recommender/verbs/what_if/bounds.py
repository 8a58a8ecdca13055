"""What keeps a step from an earlier year: read from the plan alone, first what comes first in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, Step
from recommender.model.settings import settings_for
from recommender.pipeline.planning.village_limits import LINES, PHYSICAL, capacities_taken, village_capacities

MONTHS = 12
Bound = Literal[
    "first",
    "prerequisite",
    "lead-time",
    "physical-a-year",
    "lines-a-year",
    "proposals-a-year",
    "money",
    "service-cost",
    "running-cost",
]
_FULL: dict[str, Bound] = {PHYSICAL: "physical-a-year", LINES: "lines-a-year"}


@dataclass(frozen=True, slots=True)
class Binding:
    """What keeps a step from an earlier year; `names` are the prerequisites that it waits for, `lacking` the years in
    which money would lack, and how much (year, rupiah)."""

    bound: Bound
    names: tuple[str, ...] = ()
    lacking: tuple[tuple[int, int], ...] = ()


def bound_of(plan: Plan, step: Step, kb: KnowledgeBase, start_year: int) -> Binding:
    """Return what keeps the step from the year before the one it stands in."""
    settings, before = settings_for(kb, start_year), step.year - 1
    if before < start_year:
        return Binding("first")
    ends = {other.intervention: MONTHS * other.year + other.start_month + other.months for other in plan.steps}
    own = step.executor == VILLAGE
    latest = MONTHS * (before + 1) - (step.months if step.months <= MONTHS else MONTHS)
    waits = tuple(name for name in step.requires if ends[name] > latest)
    if waits:
        return Binding("prerequisite", waits)
    lead = kb.interventions[step.intervention].lead_months
    # A proposal begins in the month in which its lead ends; it must still fit into that year.
    if not own and (settings.proposal_lead if lead is None else lead) > latest - MONTHS * start_year:
        return Binding("lead-time")
    for name, capacity in village_capacities(kb, 1, settings).items():
        taken = _takers(plan, kb, name, before)
        if _line_of(step, kb) not in taken and name in _taken_by(step, kb) and len(taken) >= capacity.amounts[0]:
            return Binding(_FULL.get(name, "proposals-a-year"))
    lacking = [(int(year) - 1, amount - _room(plan, step, int(year) - 1)) for year, amount in step.cost.by_year.items()]
    short = tuple((year, amount) for year, amount in lacking if amount > 0)
    if own and short:
        return Binding("money", lacking=short)
    return Binding("service-cost" if step.measure == "service" else "running-cost")


def _taken_by(step: Step, kb: KnowledgeBase) -> tuple[str, ...]:
    return capacities_taken(kb.interventions[step.intervention], step.executor, kb)


def _takers(plan: Plan, kb: KnowledgeBase, capacity: str, year: int) -> set[str]:
    """Return what takes a place of the capacity in a year: lines that start in it, those of a package as one."""
    return {
        _line_of(step, kb)
        for step in plan.steps
        if capacity in _taken_by(step, kb)
        and any(line.year == year and line.months for line in step.lines[: 1 if step.measure == "service" else None])
    }


def _line_of(step: Step, kb: KnowledgeBase) -> str:
    noun = kb.interventions[step.intervention]
    soft = step.executor == VILLAGE and not noun.physical
    return f"package:{noun.package}" if soft and noun.package is not None else step.intervention


def _room(plan: Plan, step: Step, year: int) -> int:
    """Return what the village's sources could still pay in the year, were the step not there."""
    rows = [row for row in plan.money if row.year == year and row.budget is not None]
    usable = sum((row.budget or 0) - (row.reserve or 0) - row.planned for row in rows)
    return usable + step.cost.by_year.get(str(year), 0)
