"""Two policies over the same villages: plans of each side, and what moved between them in each village."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recommender.language.errors import UsageError, problem
from recommender.language.wording import Phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import KnowledgeInfo, Plan, PlanDocument
from recommender.pipeline.documents import Result, document
from recommender.request.request import make_request
from recommender.verbs.comparing.contrast import VillageKey, by_key
from recommender.verbs.comparing.grouping import village_key
from recommender.verbs.comparing.moves import StepMove
from recommender.verbs.comparing.scope import Scope
from recommender.verbs.verifying.restoring import options_of, village_of


@dataclass(frozen=True)
class PolicySide:
    """Plans under one policy; `made` are results or, of documents of other knowledge, plans. `kb` is None there."""

    name: Phrase
    made: Mapping[VillageKey, Result | Plan]
    kb: KnowledgeBase | None
    knowledge: KnowledgeInfo
    options: Mapping[str, Any]

    @property
    def plans(self) -> dict[VillageKey, Plan]:
        return {key: made.plan if isinstance(made, Result) else made for key, made in self.made.items()}


@dataclass(frozen=True)
class PolicyPair:
    """What the tables are made of: groups with the plans before and after, and what moved in each village."""

    before: PolicySide
    after: PolicySide
    scope: Scope
    then: Scope
    moved: Mapping[VillageKey, tuple[StepMove, ...]]

    @property
    def changed(self) -> int:
        """Villages whose plan differs."""
        return sum(bool(found) for found in self.moved.values())

    def moves(self) -> Iterable[tuple[Plan, StepMove]]:
        """Yield every step that differs with the plan before, villages in the order of the groups."""
        for plan in self.scope.plans:
            for move in self.moved[village_key(plan)]:
                yield plan, move


def policy_side(made: Iterable[Result] | PlanDocument, kb: KnowledgeBase, name: Phrase) -> PolicySide:
    """Return one side; a document of the given knowledge counts as results."""
    if not isinstance(made, PlanDocument):
        results = list(made)
        own = results[0].kb if results else kb
        stated = document(results, own, results[0].request.options) if results else None
        if stated is None:
            raise UsageError([problem("", "nothing-to-compare", count=0)])
        keyed: dict[VillageKey, Result | Plan] = {result.village.key: result for result in results}
        budgets = {repr(result.request.options.budget) for result in results}
        # Where each village has its own money, that of the first is not what the policy says.
        options = {key: value for key, value in stated.options.items() if key != "budget" or len(budgets) == 1}
        return PolicySide(name, keyed, own, stated.knowledge, options)
    if made.knowledge.sha256 != kb.sha256:
        return PolicySide(name, dict(by_key(made.plans)), None, made.knowledge, made.options)
    request = make_request(options_of(made), kb, len(made.plans))
    whole = {village_key(plan): Result(village_of(plan), plan, request, kb) for plan in made.plans}
    return PolicySide(name, whole, kb, made.knowledge, made.options)
