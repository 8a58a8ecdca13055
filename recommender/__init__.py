"""From what is measured about a village to an ordered, budgeted, explained development plan.

The public API; everything else may change between versions. Names are loaded on first use, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recommender.knowledge.loader import load_knowledge
    from recommender.language.errors import KnowledgeError, Problem, RecommenderError, UsageError, VillageDataError
    from recommender.model.frames import Frame
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.plan import Plan, PlanDocument
    from recommender.model.village import Village
    from recommender.pipeline.documents import Result, document, read_document, to_json
    from recommender.pipeline.engine import recommend, recommend_all
    from recommender.pipeline.joint.jointly import recommend_jointly
    from recommender.pipeline.together import cost_together, group_works
    from recommender.request.options import Budget, Joint, Options
    from recommender.request.policies import Policy, read_policy
    from recommender.request.scenario_file import Scenarios, read_scenarios
    from recommender.verbs.asking.asking import ask
    from recommender.verbs.asking.branching import branched
    from recommender.verbs.comparing.comparison import Comparison, compare
    from recommender.verbs.comparing.contrast import Contrast
    from recommender.verbs.comparing.policies import compare_policies
    from recommender.verbs.comparing.scenarios import compare_scenarios
    from recommender.verbs.comparing.under import plans_under
    from recommender.verbs.comparing.years import compare_years
    from recommender.verbs.explaining.why import explain
    from recommender.verbs.verifying.verifier import verify
    from recommender.verbs.what_if.what_if import what_if
    from recommender.villages.reader import read_villages

_HOMES = {
    "Budget": "request.options",
    "Comparison": "verbs.comparing.comparison",
    "Contrast": "verbs.comparing.contrast",
    "Frame": "model.frames",
    "Joint": "request.options",
    "KnowledgeBase": "model.knowledge",
    "KnowledgeError": "language.errors",
    "Options": "request.options",
    "Plan": "model.plan",
    "PlanDocument": "model.plan",
    "Policy": "request.policies",
    "Problem": "language.errors",
    "RecommenderError": "language.errors",
    "Result": "pipeline.documents",
    "Scenarios": "request.scenario_file",
    "UsageError": "language.errors",
    "Village": "model.village",
    "VillageDataError": "language.errors",
    "ask": "verbs.asking.asking",
    "branched": "verbs.asking.branching",
    "compare": "verbs.comparing.comparison",
    "compare_policies": "verbs.comparing.policies",
    "compare_scenarios": "verbs.comparing.scenarios",
    "compare_years": "verbs.comparing.years",
    "cost_together": "pipeline.together",
    "document": "pipeline.documents",
    "explain": "verbs.explaining.why",
    "group_works": "pipeline.together",
    "load_knowledge": "knowledge.loader",
    "plans_under": "verbs.comparing.under",
    "read_document": "pipeline.documents",
    "read_policy": "request.policies",
    "read_scenarios": "request.scenario_file",
    "read_villages": "villages.reader",
    "recommend": "pipeline.engine",
    "recommend_all": "pipeline.engine",
    "recommend_jointly": "pipeline.joint.jointly",
    "to_json": "pipeline.documents",
    "verify": "verbs.verifying.verifier",
    "what_if": "verbs.what_if.what_if",
}

__all__ = [
    "Budget",
    "Comparison",
    "Contrast",
    "Frame",
    "Joint",
    "KnowledgeBase",
    "KnowledgeError",
    "Options",
    "Plan",
    "PlanDocument",
    "Policy",
    "Problem",
    "RecommenderError",
    "Result",
    "Scenarios",
    "UsageError",
    "Village",
    "VillageDataError",
    "ask",
    "branched",
    "compare",
    "compare_policies",
    "compare_scenarios",
    "compare_years",
    "cost_together",
    "document",
    "explain",
    "group_works",
    "load_knowledge",
    "plans_under",
    "read_document",
    "read_policy",
    "read_scenarios",
    "read_villages",
    "recommend",
    "recommend_all",
    "recommend_jointly",
    "to_json",
    "verify",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'recommender' has no attribute '{name}'")
    return getattr(import_module(f"recommender.{_HOMES[name]}"), name)
