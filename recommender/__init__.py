"""From what is measured about a village to an ordered, budgeted, explained development plan.

The public API; everything else may change between versions. Names are loaded on first use, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recommender.asking.asking import ask
    from recommender.documents import Result, document, read_document, to_json
    from recommender.engine import recommend, recommend_all
    from recommender.errors import KnowledgeError, Problem, RecommenderError, UsageError, VillageDataError
    from recommender.explaining.what_if import what_if
    from recommender.explaining.why import explain
    from recommender.knowledge import load_knowledge
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.options import Budget, Options
    from recommender.model.plan import Plan, PlanDocument
    from recommender.model.village import Village
    from recommender.verifying.verifier import verify
    from recommender.villages import read_villages

_HOMES = {
    "Budget": "model.options",
    "KnowledgeBase": "model.knowledge",
    "KnowledgeError": "errors",
    "Options": "model.options",
    "Plan": "model.plan",
    "PlanDocument": "model.plan",
    "Problem": "errors",
    "RecommenderError": "errors",
    "Result": "documents",
    "UsageError": "errors",
    "Village": "model.village",
    "VillageDataError": "errors",
    "ask": "asking.asking",
    "document": "documents",
    "explain": "explaining.why",
    "load_knowledge": "knowledge",
    "read_document": "documents",
    "read_villages": "villages",
    "recommend": "engine",
    "recommend_all": "engine",
    "to_json": "documents",
    "verify": "verifying.verifier",
    "what_if": "explaining.what_if",
}

__all__ = [
    "Budget",
    "KnowledgeBase",
    "KnowledgeError",
    "Options",
    "Plan",
    "PlanDocument",
    "Problem",
    "RecommenderError",
    "Result",
    "UsageError",
    "Village",
    "VillageDataError",
    "ask",
    "document",
    "explain",
    "load_knowledge",
    "read_document",
    "read_villages",
    "recommend",
    "recommend_all",
    "to_json",
    "verify",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'recommender' has no attribute '{name}'")
    return getattr(import_module(f"recommender.{_HOMES[name]}"), name)
