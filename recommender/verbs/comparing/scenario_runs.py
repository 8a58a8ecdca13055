"""Villages and scenarios -> the steps of every village in every scenario; what only costs change is judged once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recommender.language.wording import Phrase, phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Step
from recommender.model.village import Village
from recommender.pipeline.assembling.steps import build_steps
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import prepare, recommend_all, schedule
from recommender.request.options import Options
from recommender.request.policies import Policy
from recommender.request.request import Request, make_request
from recommender.request.scenario_file import Scenarios
from recommender.verbs.comparing.contrast import VillageKey
from recommender.verbs.comparing.draws import cost_ranges, drawn_costs
from recommender.verbs.comparing.under import knowledge_under, with_answers, with_costs, with_factor
from recommender.verbs.what_if.changes import Case


@dataclass(frozen=True)
class Run:
    """One scenario: its name, whether costs were drawn, its knowledge, and each village's request and steps."""

    name: Phrase
    is_draw: bool
    kb: KnowledgeBase
    steps: Mapping[VillageKey, Sequence[Step]]
    requests: Mapping[VillageKey, Request]


def nominal_plans(
    villages: Sequence[Village], kb: KnowledgeBase, options: Options, scenarios: Scenarios
) -> list[Result]:
    """Return the plans as things stand, by the method that all scenarios take: `auto` counts every plan."""
    count = len(villages) * (1 + len(scenarios.named) + (scenarios.draws.costs if scenarios.draws else 0))
    method = make_request(options, kb, count).method
    return list(recommend_all(villages, kb, replace(options, method=method)))


def runs_of(scenarios: Scenarios, nominal: Sequence[Result], options: Options) -> Iterator[Run]:
    """Yield every scenario with its plans: named ones in their order, then the draws."""
    method = nominal[0].request.method
    for policy in scenarios.named:
        yield _named(policy, nominal, replace(options, method=method))
    if scenarios.draws is None:
        return
    kb = nominal[0].kb
    judged = {result.village.key: prepare(result.village, kb, result.request).judged for result in nominal}
    ranges = cost_ranges(scenarios.draws, kb, options)
    for number in range(1, scenarios.draws.costs + 1):
        drawn = with_costs(kb, drawn_costs(ranges, scenarios.draws.seed, number))
        steps, requests = {}, {}
        for result in nominal:
            key, request = result.village.key, replace(result.request, kb=drawn)
            prepared = prepare(result.village, drawn, request, judged[key])
            steps[key], requests[key] = build_steps(prepared, schedule(prepared))[0], request
        yield Run(phrase("scenario-draw", number=number), True, drawn, steps, requests)


def _named(policy: Policy, nominal: Sequence[Result], options: Options) -> Run:
    """Return a named scenario. Villages are as they were read once; those that its overlays are not for stay as is."""
    kb, planned = knowledge_under(policy, options), policy.options(options)
    steps: dict[VillageKey, Sequence[Step]] = {}
    requests: dict[VillageKey, Request] = {}
    for result in nominal:
        if not all(overlay.is_for(result.village) for overlay in kb.overlays):
            steps[result.village.key], requests[result.village.key] = result.plan.steps, result.request
            continue
        village = with_answers(policy, result.village, kb, planned)
        own = planned
        if policy.budget_factor is not None:
            own = replace(planned, budget=with_factor(Case(village, planned, kb), policy.budget_factor))
        request = make_request(own, kb)
        prepared = prepare(village, kb, request)
        key = result.village.key
        steps[key], requests[key] = build_steps(prepared, schedule(prepared))[0], request
    return Run(Phrase(policy.name, policy.name), False, kb, steps, requests)
