"""Who reads, calls or rests on an entry of the knowledge: the folder is the register, so nothing else says it."""

from __future__ import annotations

from collections.abc import Iterable

from recommender.model.conditions import Condition, Named, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import PARAMETER_NAMES

# Kind of entry (field of the knowledge base) -> how a condition reads it
_READS = {"indicators": "score", "facts": "fact", "rules": "finding"}


def links(kind: str, name: str, kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return message key -> names of what refers to the entry, each list sorted; `kind` as in the knowledge base."""
    if kind == "interventions":
        return {
            "called-by-rules": [rule for rule, noun in sorted(kb.rules.items()) if name in noun.calls],
            "prerequisite-in": [work for work, noun in sorted(kb.interventions.items()) if name in noun.prerequisites],
        }
    found = _readers(kind, name, kb)
    if kind == "indicators":
        found["improved-by"] = [work for work, noun in sorted(kb.interventions.items()) if name in noun.improves]
    elif kind == "facts":
        found["quantity-of"] = [work for work, noun in sorted(kb.interventions.items()) if noun.quantity.fact == name]
    elif kind == "rules":
        found["closed-by-rules"] = [work for work, noun in sorted(kb.interventions.items()) if name in noun.met_when]
    elif kind == "parameters":
        used = [one for one, noun in sorted(kb.dimensions.items()) if name in (noun.weight, noun.cut_off)]
        found["used-by-dimensions"] = used
        found["target-of-rules"] = [rule for rule, noun in sorted(kb.rules.items()) if noun.target == name]
        found["used-by-planner"] = [name] if name in PARAMETER_NAMES else []
    return found


def _readers(kind: str, name: str, kb: KnowledgeBase) -> dict[str, list[str]]:
    def reads(conditions: Iterable[Condition | None]) -> bool:
        return any(_reads(condition, kind, name) for condition in conditions if condition is not None)

    works, indicators = sorted(kb.interventions.items()), sorted(kb.indicators.items())
    return {
        "read-by-rules": [rule for rule, noun in sorted(kb.rules.items()) if reads([noun.when])],
        "read-by-works": [work for work, noun in works if reads([noun.applies_when, *noun.met_when.values()])],
        "read-by-readiness": [one for one, noun in sorted(kb.readiness.items()) if reads([noun.when])],
        "read-by-indicators": [one for one, noun in indicators if reads([noun.doubtful_when])],
    }


def _reads(condition: Condition, kind: str, name: str) -> bool:
    parts = list(comparisons(condition))
    if kind == "parameters":
        return any(isinstance(part.operand, Named) and part.operand.name == name for part in parts)
    return any(part.name == name and part.reads == _READS.get(kind) for part in parts)
