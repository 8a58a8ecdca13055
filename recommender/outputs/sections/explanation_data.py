"""Explanations and comparisons as plain data, for `--format json`: names and numbers, no wording of one language.

A result is written as it is: the fields of a dataclass in their order. What is written otherwise has its function
here. Scores are decimals, money whole rupiah; a fact's value is in its own unit. docs/explaining.md lists the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from recommender.model.conditions import SCALE, Comparison
from recommender.model.plan import Plan
from recommender.model.plan_parts import DocumentPart
from recommender.model.village import plain_known
from recommender.outputs.condition_words import condition_data
from recommender.outputs.sections.money import planned_money
from recommender.verbs.explaining.obstacles import Obstacle, OneOf
from recommender.verbs.what_if.changes import CaseChange, options_of

if TYPE_CHECKING:
    from recommender.verbs.explaining.why import Explanation
    from recommender.verbs.explaining.why_not import WhyNot
    from recommender.verbs.what_if.comparing import PlanComparison


@singledispatch
def as_data(value: Any) -> Any:
    """Return a result of a verb as plain data."""
    if is_dataclass(value):
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    return value


@as_data.register(tuple)
@as_data.register(list)
def _(values: Any) -> Any:
    return [as_data(value) for value in values]


@as_data.register(Mapping)
def _(values: Any) -> Any:
    return {name: as_data(value) for name, value in values.items()}


@as_data.register
def _(value: DocumentPart) -> Any:
    return value.model_dump(mode="json", by_alias=True)


@as_data.register
def _(value: CaseChange) -> Any:
    return {"change": value.word(), **value.plain()}


@as_data.register
def _(value: Comparison) -> Any:
    return condition_data(value)


@as_data.register
def _(value: OneOf) -> Any:
    return {"one_of": as_data(value.ways)}


@as_data.register
def _(value: Obstacle) -> Any:
    """Return an obstacle: of a score the published value, its score and levels; of a fact what is known of it."""
    condition = condition_data(value.comparison)
    is_score = value.comparison.reads == "score"
    return {
        "condition": condition,
        "wanted": value.wanted,
        "value": value.published if is_score else plain_known(value.value),
        "score": _scaled(value.value) if is_score else None,
        "threshold": condition.get(value.comparison.word),
        "assumed": value.assumed,
        "distance": value.distance if is_score else _scaled(value.distance),
        "levels": list(value.levels),
    }


def _scaled(value: object) -> float | None:
    return value / SCALE if isinstance(value, int) and not isinstance(value, bool) else None


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as a mapping; of the whole plan, its steps and what was left out."""
    plan = explanation.plan
    data: dict[str, Any] = {"village": as_data(plan.village), "intervention": explanation.intervention}
    if explanation.intervention is None:
        return {**data, "kind": "plan", "status": plan.status, "steps": as_data(plan.steps)}
    lacking = {str(year): amount for year, amount in explanation.lacking}
    bound = {"by": explanation.bound, "works": list(explanation.bound_by), "lacking": lacking}
    return {
        **data,
        "kind": explanation.kind,
        "step": as_data(explanation.step),
        "deferred": as_data(explanation.deferred),
        "findings": as_data(explanation.findings),
        "bound": None if explanation.bound is None else bound,
        "why_not": None if explanation.why_not is None else _why_not(explanation.why_not),
    }


def comparison_data(comparison: PlanComparison) -> dict[str, Any]:
    """Return both plans side by side as a mapping."""
    return {
        "village": as_data(comparison.before.plan.village),
        "changes": as_data(comparison.changes),
        **_both(comparison),
    }


def _both(comparison: PlanComparison) -> dict[str, Any]:
    summaries = {"before": _summary(comparison.before.plan), "after": _summary(comparison.after.plan)}
    return summaries | {key: as_data(getattr(comparison, key)) for key in ("came", "went", "moved", "stayed")}


def _summary(plan: Plan) -> dict[str, Any]:
    own, others = planned_money(plan)
    return {
        "status": plan.status,
        "steps": [step.intervention for step in plan.steps],
        "village_money": own,
        "others_money": others,
        "objective": as_data(plan.objective),
        "outlook": as_data(plan.outlook[-1]) if plan.outlook else None,
    }


def _why_not(told: WhyNot) -> dict[str, Any]:
    keys = ("reason", "held_back", "rules", "applies", "met_by", "blocked")
    return {
        **{key: as_data(getattr(told, key)) for key in keys},
        "suggestions": [
            {
                "kind": suggestion.kind,
                "changes": as_data(suggestion.changes),
                "options": list(options_of(suggestion.changes, told.case, "en")),
                "displaces": list(suggestion.displaces),
                "brings": list(suggestion.brings),
            }
            for suggestion in told.suggestions
        ],
        "tried": told.found.tried,
        "unfinished": list(told.found.unfinished),
        "forced": None if told.forced is None else _forced(told.forced),
    }


def _forced(forced: PlanComparison) -> dict[str, Any]:
    values = {f"objective_{side}": getattr(forced, side).plan.objective.value for side in ("before", "after")}
    return {**values, **_both(forced)}
