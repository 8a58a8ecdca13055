"""Villages and a policy -> their plans under it; knowledge with other numbers or costs is made without reading files.

What only changes numbers or costs shares the compiled forms of the knowledge that it comes from, so that many
scenarios cost little more than their plans.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from recommender.knowledge.compiled import compiles_like
from recommender.model.conditions import SCALE, Interval
from recommender.model.knowledge import Cost, KnowledgeBase
from recommender.model.settings import Settings, settings_for
from recommender.model.village import Village
from recommender.pipeline.costs import expected_cost
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import recommend_all
from recommender.pipeline.scoring import observe, score_village
from recommender.request.options import Budget, Options
from recommender.request.policies import CostEnd, Policy
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, altered
from recommender.verbs.what_if.knowledge_changes import with_parameter
from recommender.verbs.what_if.option_changes import budget_of


def plans_under(policy: Policy, villages: Sequence[Village], options: Options) -> Iterator[Result]:
    """Yield the plan of each village under the policy.

    Parameters
    ----------
    villages
        As they are read with the policy's knowledge.
    options
        Of the plans at hand: what the policy does not say stays as it is.

    Raises
    ------
    UsageError
        If the options that come out cannot be used.
    """
    kb, planned = knowledge_under(policy, options), policy.options(options)
    request = make_request(planned, kb, len(villages))
    planned = replace(planned, method=request.method)
    answered = [with_answers(policy, village, kb, planned) for village in villages]
    if policy.budget_factor is None:
        yield from recommend_all(answered, kb, planned)
        return
    for village in answered:
        money = with_factor(Case(village, planned, kb), policy.budget_factor)
        yield from recommend_all([village], kb, replace(planned, budget=money))


def knowledge_under(policy: Policy, options: Options) -> KnowledgeBase:
    """Return the knowledge that holds under the policy."""
    kb = policy.kb
    for name, value in policy.parameters.items():
        kb = with_parameter(kb, name, value)
    if policy.costs is None or policy.costs == "expected":
        return kb
    settings = settings_for(kb, options.start_year)
    return with_costs(
        kb, {name: at_level(work.cost, policy.costs, settings) for name, work in kb.interventions.items()}
    )


def at_level(cost: Cost, level: CostEnd | int, settings: Settings) -> int:
    """Return rupiah of a unit at an end of the catalog's costs, or at a factor (thousandths) of the expected one."""
    if level == "low" or level == "high":
        return cost.low if level == "low" else cost.high
    expected = expected_cost(cost, settings)
    return expected if level == "expected" else (expected * level + SCALE // 2) // SCALE


def with_costs(kb: KnowledgeBase, costs: Mapping[str, int]) -> KnowledgeBase:
    """Return the knowledge base with these costs of a unit expected; low and high give way where they would bar it."""
    works = dict(kb.interventions)
    for name, rupiah in costs.items():
        cost = works[name].cost
        ends = {"low": min(cost.low, rupiah), "high": max(cost.high, rupiah), "expected": rupiah}
        works[name] = works[name].model_copy(update={"cost": cost.model_copy(update=ends)})
    fields: dict[str, Any] = {field: getattr(kb, field) for field in KnowledgeBase.model_fields}
    fields["interventions"] = works
    fields["sha256"] = altered(kb.sha256, "costs", sorted(costs.items()))
    made = KnowledgeBase.model_construct(**fields)
    compiles_like(made, kb)  # nothing that is kept reads a cost but by the cost itself
    return made


def with_answers(policy: Policy, village: Village, kb: KnowledgeBase, options: Options) -> Village:
    """Return the village with the policy's answers to what it has not told and no indicator tells."""
    if not policy.answers:
        return village
    settings = settings_for(kb, options.start_year)
    known = observe(village, kb, score_village(village, kb, settings, options.data_year)).facts
    fresh = {
        name: value
        for name, value in policy.answers.items()
        if name not in known or (isinstance(found := known[name], Interval) and found.low < found.high)
    }
    if not fresh:
        return village
    return replace(
        village,
        facts=dict(sorted({**village.facts, **fresh}.items())),
        sha256=altered(village.sha256, "answers", sorted(fresh.items())),
    )


def with_factor(case: Case, factor: int) -> Budget:
    """Return the money of a case, each amount times a factor (thousandths)."""
    budget = budget_of(case)
    return replace(
        budget,
        amounts={name: amount * factor // SCALE for name, amount in budget.amounts.items()},
        by_year={
            name: {year: amount * factor // SCALE for year, amount in years.items()}
            for name, years in budget.by_year.items()
        },
    )
