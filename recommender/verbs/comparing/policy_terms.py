"""What differs between two policies themselves: options, knowledge, the money of their villages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from recommender.model.frames import Cell
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.pipeline.documents import Result
from recommender.verbs.comparing.grouping import village_key
from recommender.verbs.comparing.policy_pair import PolicyPair, PolicySide

OPTIONS = (
    "start_year",
    "years",
    "budget",
    "existing",
    "money_rules",
    "reserve",
    "earmarks",
    "carry_over",
    "data_year",
    "objective",
    "own_means",
    "measured_only",
    "method",
    "prices",
    "pins",
    "bans",
    "target",
)
"""Options that are told, as a plan document states them."""
KINDS = ("rules", "interventions", "indicators", "facts", "parameters", "funding", "money_rules")
"""What of two knowledge bases is told, by name."""
Terms = tuple[Cell, ...]


def terms(pair: PolicyPair) -> Iterator[Terms]:
    """Yield what differs: the setting, what it was and is, and names where there are some."""
    before, after = pair.before, pair.after
    for name in OPTIONS:
        was, now = (_stated(side, name) for side in (before, after))
        if was != now:
            yield name, was, now, ()
    yield from _knowledge(before, after)
    yield from _villages(pair)


def _stated(side: PolicySide, name: str) -> str | None:
    """Return an option as text; the money of villages without a budget is that of their districts."""
    value = side.options.get(name)
    if name == "budget" and not side.options.get("budget_given"):
        return None
    if value is None or value == [] or value == {}:
        return None
    if isinstance(value, dict) and all(isinstance(one, int) for one in value.values()):
        return "; ".join(f"{key} {one}" for key, one in sorted(value.items()))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _knowledge(before: PolicySide, after: PolicySide) -> Iterator[Terms]:
    if before.knowledge.sha256 == after.knowledge.sha256:
        return
    if before.knowledge.version != after.knowledge.version:
        yield "knowledge_version", before.knowledge.version, after.knowledge.version, ()
    layers = [", ".join(one.name for one in side.knowledge.overlays) or None for side in (before, after)]
    if layers[0] != layers[1]:
        yield "overlays", *layers, ()
    if before.kb is None or after.kb is None:
        hashes = (side.knowledge.sha256[:12] for side in (before, after))
        yield "knowledge_hash", *hashes, ()
        return
    for kind in KINDS:
        one, other = (getattr(kb, kind) for kb in (before.kb, after.kb))
        names = _differing(one, other, kind)
        if kind == "parameters":
            yield from (("parameter", *(_number(kb, name) for kb in (before.kb, after.kb)), (name,)) for name in names)
        elif names:
            yield kind, str(len(one)), str(len(other)), names
    costs = _costs(before.kb, after.kb)
    if costs:
        yield "costs", None, None, costs


def _differing(one: Mapping[str, Any], other: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    """Return the names that only one has or that differ; of works, more than by their cost."""
    names = sorted(one.keys() | other.keys())
    return tuple(name for name in names if _essence(one.get(name), kind) != _essence(other.get(name), kind))


def _essence(noun: Any, kind: str) -> Any:
    return noun.model_copy(update={"cost": None}) if kind == "interventions" and noun is not None else noun


def _costs(one: KnowledgeBase, other: KnowledgeBase) -> tuple[str, ...]:
    """Return the works of both whose cost differs."""
    both = sorted(one.interventions.keys() & other.interventions.keys())
    return tuple(name for name in both if one.interventions[name].cost != other.interventions[name].cost)


def _number(kb: KnowledgeBase, name: str) -> str | None:
    """Return a parameter's newest value."""
    parameter = kb.parameters.get(name)
    return None if parameter is None else str(parameter.values[max(parameter.values)])


def _villages(pair: PolicyPair) -> Iterator[Terms]:
    """Yield what differs in the villages: their money together, and answers."""
    money = [sum(_money(plan) for plan in scope.plans) for scope in (pair.scope, pair.then)]
    if money[0] != money[1]:
        yield "village_money", str(money[0]), str(money[1]), ()
    facts: set[str] = set()
    count = 0
    for plan in pair.scope.plans:
        one, other = (side.made[village_key(plan)] for side in (pair.before, pair.after))
        was, now = (_facts(made) for made in (one, other))
        fresh = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
        facts |= fresh
        count += bool(fresh)
    if facts:
        yield "answers", None, str(count), tuple(sorted(facts))


def _money(plan: Plan) -> int:
    return sum(row.budget for row in plan.money if row.budget is not None)


def _facts(made: Result | Plan) -> Mapping[str, object]:
    return (made.plan if isinstance(made, Result) else made).facts
