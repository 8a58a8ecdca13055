"""What keeps a step from an earlier year: read from the plan alone, first what comes first in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.model.settings import Settings, settings_for

MONTHS = 12
Bound = Literal["first", "prerequisite", "lead-time", "works-a-year", "proposals-a-year", "money", "running-cost"]


@dataclass(frozen=True, slots=True)
class Binding:
    """What keeps a step from an earlier year; `names` are the prerequisites that it waits for, `lacking` the years in
    which money would lack, and how much (year, rupiah)."""

    bound: Bound
    names: tuple[str, ...] = ()
    lacking: tuple[tuple[int, int], ...] = ()


def bound_of(plan: Plan, step: Step, kb: KnowledgeBase, start_year: int) -> Binding:
    """Return what keeps the step from the year before the one it stands in."""
    settings = settings_for(kb, start_year)
    lead = kb.interventions[step.intervention].lead_months
    return _bound(plan, step, settings, start_year, settings.proposal_lead if lead is None else lead)


def _bound(plan: Plan, step: Step, settings: Settings, start_year: int, lead: int) -> Binding:
    """Return what keeps the step from the year before the one it stands in; `lead` in months, for a proposal."""
    before = step.year - 1
    if before < start_year:
        return Binding("first")
    ends = {other.intervention: _end(other) for other in plan.steps}
    own = step.executor == "village"
    latest = MONTHS * (before + 1) - (step.months if step.months <= MONTHS else MONTHS)
    waits = tuple(name for name in step.requires if ends[name] > latest)
    if waits:
        return Binding("prerequisite", waits)
    # A proposal begins in the month in which its lead ends; it must still fit into that year.
    if not own and lead > latest - MONTHS * start_year:
        return Binding("lead-time")
    started = sum(1 for other in plan.steps if other.year == before and (other.executor == "village") == own)
    if own and started >= settings.works_per_year:
        return Binding("works-a-year")
    if not own and started >= settings.proposals_per_year:
        return Binding("proposals-a-year")
    lacking = [(int(year) - 1, amount - _room(plan, step, int(year) - 1)) for year, amount in step.cost.by_year.items()]
    short = tuple((year, amount) for year, amount in lacking if amount > 0)
    if own and short:
        return Binding("money", lacking=short)
    return Binding("running-cost")


def _room(plan: Plan, step: Step, year: int) -> int:
    """Return what the village's sources could still pay in the year, were the step not there."""
    rows = [row for row in plan.money if row.year == year and row.budget is not None]
    usable = sum((row.budget or 0) - (row.reserve or 0) - row.planned for row in rows)
    return usable + step.cost.by_year.get(str(year), 0)


def _end(step: Step) -> int:
    return MONTHS * step.year + step.start_month + step.months
