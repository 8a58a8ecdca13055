"""Why a work is in the plan, why it stands where it stands, or why it was left out: read from the plan alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recommender.documents import Result
from recommender.errors import UsageError, worded
from recommender.model import shown
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Deferred, Plan, Step
from recommender.model.plan_parts import FindingEntry
from recommender.model.settings import Settings, settings_for

MONTHS = 12
Kind = Literal["plan", "step", "deferred", "met", "not-called"]
Bound = Literal["first", "prerequisite", "lead-time", "works-a-year", "proposals-a-year", "money", "running-cost"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What concerns one work in a plan (`intervention` None: the whole plan).

    `findings` are those that call it; `bound` says for a step what keeps it from an earlier year: nothing (`first`),
    a prerequisite, the lead time of a proposal, the works or proposals that start in a year, money, or running costs;
    `bound_by` names the prerequisites that it waits for.
    """

    kind: Kind
    plan: Plan
    intervention: str | None = None
    step: Step | None = None
    deferred: Deferred | None = None
    findings: tuple[FindingEntry, ...] = ()
    bound: Bound | None = None
    bound_by: tuple[str, ...] = ()

    def __repr__(self) -> str:
        facts = [self.kind, f"{len(self.findings)} findings", *([f"bound {self.bound}"] if self.bound else [])]
        return shown.short("Explanation", self.intervention or self.plan.village.code, *facts)

    def _repr_html_(self) -> str:
        """Return the findings that call the work, or the whole plan, as a small table, for a notebook."""
        if self.intervention is None:
            return self.plan._repr_html_()
        rows = [(finding.rule, finding.about, finding.text.id) for finding in self.findings]
        return shown.html_table(repr(self)[1:-1], ("rule", "about", "text.id"), rows)


def explain(result: Result, intervention: str | None = None) -> Explanation:
    """Return the explanation of a work in the plan of a result; see `explain_plan`."""
    return explain_plan(result.plan, result.kb, result.settled.options.start_year, intervention)


def explain_plan(plan: Plan, kb: KnowledgeBase, start_year: int, intervention: str | None = None) -> Explanation:
    """Return why the work is in the plan and why there, or why it is not.

    Raises
    ------
    UsageError
        If the catalog has no such work.
    """
    if intervention is None:
        return Explanation("plan", plan)
    if intervention not in kb.interventions:
        near = (intervention, kb.interventions)
        raise UsageError([worded("INTERVENTION", "unknown-intervention", near=near, value=intervention)])
    called_by = {name for name, rule in kb.active_rules.items() if intervention in rule.calls}
    findings = tuple(finding for finding in plan.findings if finding.rule in called_by)
    for step in plan.steps:
        if step.intervention == intervention:
            settings = settings_for(kb, start_year)
            lead = kb.interventions[intervention].lead_months
            bound, names = _bound(plan, step, settings, start_year, settings.proposal_lead if lead is None else lead)
            return Explanation("step", plan, intervention, step, None, findings, bound, names)
    for deferred in plan.deferred:
        if deferred.intervention == intervention:
            return Explanation("deferred", plan, intervention, None, deferred, findings)
    kind: Kind = "met" if intervention in plan.met else "not-called"
    return Explanation(kind, plan, intervention, findings=findings)


def _bound(plan: Plan, step: Step, settings: Settings, start_year: int, lead: int) -> tuple[Bound, tuple[str, ...]]:
    """Return what keeps the step from the year before the one it stands in; `lead` in months, for a proposal."""
    before = step.year - 1
    if before < start_year:
        return "first", ()
    ends = {other.intervention: _end(other) for other in plan.steps}
    own = step.executor == "village"
    latest = MONTHS * (before + 1) - (step.months if step.months <= MONTHS else MONTHS)
    waits = tuple(name for name in step.requires if ends[name] > latest)
    if waits:
        return "prerequisite", waits
    # A proposal begins in the month in which its lead ends; it must still fit into that year.
    if not own and lead > latest - MONTHS * start_year:
        return "lead-time", ()
    started = sum(1 for other in plan.steps if other.year == before and (other.executor == "village") == own)
    if own and started >= settings.works_per_year:
        return "works-a-year", ()
    if not own and started >= settings.proposals_per_year:
        return "proposals-a-year", ()
    if own and any(amount > _room(plan, step, int(year) - 1) for year, amount in step.cost.by_year.items()):
        return "money", ()
    return "running-cost", ()


def _room(plan: Plan, step: Step, year: int) -> int:
    """Return what the village's sources could still pay in the year, were the step not there."""
    rows = [row for row in plan.money if row.year == year and row.budget is not None]
    usable = sum((row.budget or 0) - (row.reserve or 0) - row.planned for row in rows)
    return usable + step.cost.by_year.get(str(year), 0)


def _end(step: Step) -> int:
    return MONTHS * step.year + step.start_month + step.months
