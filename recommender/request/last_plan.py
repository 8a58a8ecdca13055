"""Last year's plan with the decisions that people wrote into it -> what the new plan starts from.

A step is `done`, `under-way` or `rejected` (with the reason); without a decision it stays open and is planned again if
it is still called. Works done or under way count as there, their instalments and running costs as spoken for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, PlanDocument, Step
from recommender.request.options import Carried, Money


def carried_of(document: PlanDocument, kb: KnowledgeBase) -> dict[tuple[str, str], Carried]:
    """Return what each village of the document carries into its new plan, by code digits and scheme.

    Raises
    ------
    UsageError
        If a decision is about a work that was no step of that plan, or a rejection gives no reason.
    """
    problems: list[Problem] = []
    found: dict[tuple[str, str], Carried] = {}
    for plan in document.plans:
        steps = {step.intervention: step for step in plan.steps}
        where = f"--reserve-from: {plan.village.code}"
        for name, decision in plan.decisions.items():
            if name not in steps:
                near = did_you_mean(name, steps)
                problems.append(problem(where, "unknown-step", name=name, near=near))
            if decision.status == "rejected" and not decision.reason:
                problems.append(problem(where, "no-reason", name=name))
        key = (plan.village.code.replace(".", ""), plan.village.code_scheme)
        found[key] = _carried(plan, steps, int(document.options["start_year"]), kb)
    if problems:
        raise UsageError(problems)
    return found


def _carried(plan: Plan, steps: Mapping[str, Step], start_year: int, kb: KnowledgeBase) -> Carried:
    by_status: dict[str, list[str]] = {"done": [], "under-way": [], "rejected": []}
    for name, decision in plan.decisions.items():
        if name in steps and name in kb.interventions:
            by_status[decision.status].append(name)
    instalments: dict[int, int] = {}
    due: dict[str, dict[int, int]] = {}
    kept_up: dict[str, int] = {}
    for name in (*by_status["done"], *by_status["under-way"]):
        step = steps[name]
        if step.running_cost_per_year and kb.interventions[name].running_cost.falls_on_village(step.executor):
            kept_up[name] = step.running_cost_per_year
        if step.executor == VILLAGE and name in by_status["under-way"]:
            due[name] = {int(year): amount for year, amount in step.cost.by_year.items()}
            for year, amount in due[name].items():
                instalments[year] = instalments.get(year, 0) + amount
    return Carried(
        start_year=start_year,
        done=tuple(sorted(by_status["done"])),
        under_way=tuple(sorted(by_status["under-way"])),
        rejected={name: plan.decisions[name].reason for name in sorted(by_status["rejected"])},
        open=tuple(sorted(steps.keys() - plan.decisions.keys())),
        instalments=dict(sorted(instalments.items())),
        running=sum(kept_up.values()),
        due=dict(sorted(due.items())),
        kept_up=dict(sorted(kept_up.items())),
    )


def money_left(money: Money, carried: Carried, start_year: int) -> Money:
    """Return the money less what works done or under way still take in each year, source after source."""
    amounts = {source: list(years) for source, years in money.amounts.items()}
    spoken = []
    for year in range(money.years):
        due = carried.instalments.get(start_year + year, 0) + carried.running
        spoken.append(due)
        for source in amounts:
            part = min(due, amounts[source][year])
            amounts[source][year] -= part
            due -= part
    left = {source: tuple(years) for source, years in amounts.items()}
    return replace(money, amounts=left, spoken=tuple(spoken), running=carried.running)
