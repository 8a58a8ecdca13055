"""Why a work is in the plan, why it stands where it stands, or why it was left out and what would put it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from recommender.language.errors import UsageError, problem
from recommender.language.wording import did_you_mean
from recommender.model import shown
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Deferred, Plan, Step
from recommender.model.plan_parts import FindingEntry
from recommender.pipeline.documents import Result
from recommender.verbs.explaining.why_not import WhyNot, why_not
from recommender.verbs.what_if.bounds import Bound, bound_of

ExplanationKind = Literal["plan", "step", "deferred", "met", "not-called"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What concerns one work in a plan (`intervention` None: the whole plan).

    `findings` are those that call it; `bound` says for a step what keeps it from an earlier year: nothing (`first`),
    a prerequisite, the lead time of a proposal, the works or proposals that start in a year, money, or running costs;
    `bound_by` names the prerequisites that it waits for, `lacking` the years in which money would lack, and how much.
    `why_not` is there for a work that is no step, unless only the plan was asked.
    """

    kind: ExplanationKind
    plan: Plan
    intervention: str | None = None
    step: Step | None = None
    deferred: Deferred | None = None
    findings: tuple[FindingEntry, ...] = ()
    bound: Bound | None = None
    bound_by: tuple[str, ...] = ()
    lacking: tuple[tuple[int, int], ...] = ()
    why_not: WhyNot | None = None

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
    """Return the explanation of a work in the plan of a result, for a work that is no step with what would put it in.

    Raises
    ------
    UsageError
        If the catalog has no such work.
    """
    told = explain_plan(result.plan, result.kb, result.request.options.start_year, intervention)
    if told.kind in ("plan", "step") or told.intervention is None:
        return told
    return replace(told, why_not=why_not(result, told.intervention))


def explain_plan(plan: Plan, kb: KnowledgeBase, start_year: int, intervention: str | None = None) -> Explanation:
    """Return why the work is in the plan and why there, or why it is not, as the plan alone tells it.

    Raises
    ------
    UsageError
        If the catalog has no such work.
    """
    if intervention is None:
        return Explanation("plan", plan)
    if intervention not in kb.interventions:
        near = did_you_mean(intervention, kb.interventions)
        raise UsageError([problem("INTERVENTION", "unknown-intervention.option", near=near, value=intervention)])
    called_by = {name for name, rule in kb.active_rules.items() if intervention in rule.calls}
    findings = tuple(finding for finding in plan.reasons if finding.rule in called_by)
    for step in plan.steps:
        if step.intervention == intervention:
            found = bound_of(plan, step, kb, start_year)
            return Explanation(
                "step", plan, intervention, step, None, findings, found.bound, found.names, found.lacking
            )
    for deferred in plan.deferred:
        if deferred.intervention == intervention:
            return Explanation("deferred", plan, intervention, None, deferred, findings)
    kind: ExplanationKind = "met" if intervention in plan.met else "not-called"
    return Explanation(kind, plan, intervention, findings=findings)
