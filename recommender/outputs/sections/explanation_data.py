"""Explanations and comparisons as plain data, for `--format json`: names and numbers, no wording of one language.

Scores are decimals, money whole rupiah; a fact's value is in its own unit. docs/explaining.md lists the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recommender.model.conditions import SCALE, Comparison, Interval
from recommender.model.plan import Plan, Step
from recommender.model.plan_parts import VillageIdentity
from recommender.model.village import plain_value
from recommender.outputs.change_words import change_options
from recommender.outputs.condition_words import condition_data
from recommender.outputs.sections.money import planned_money

if TYPE_CHECKING:
    from recommender.request.request import Request
    from recommender.verbs.explaining import changes as kinds
    from recommender.verbs.explaining.comparing import Comparison as Plans
    from recommender.verbs.explaining.comparing import Moved
    from recommender.verbs.explaining.obstacles import Hindrance
    from recommender.verbs.explaining.why import Explanation
    from recommender.verbs.explaining.why_not import WhyNot


def explanation_data(explanation: Explanation, request: Request) -> dict[str, Any]:
    """Return an explanation as a mapping; of the whole plan, its steps and what was left out."""
    plan = explanation.plan
    data: dict[str, Any] = {"village": _village(plan.village), "intervention": explanation.intervention}
    if explanation.intervention is None:
        return {**data, "kind": "plan", "status": plan.status, "steps": [_step(step) for step in plan.steps]}
    return {
        **data,
        "kind": explanation.kind,
        "step": None if explanation.step is None else _step(explanation.step),
        "deferred": None if explanation.deferred is None else explanation.deferred.model_dump(mode="json"),
        "findings": [finding.model_dump(mode="json") for finding in explanation.findings],
        "bound": None
        if explanation.bound is None
        else {
            "by": explanation.bound,
            "works": list(explanation.bound_by),
            "lacking": {str(year): amount for year, amount in explanation.lacking},
        },
        "why_not": None if explanation.why_not is None else _why_not(explanation.why_not, request),
    }


def comparison_data(comparison: Plans) -> dict[str, Any]:
    """Return both plans side by side as a mapping."""
    before, after = comparison.before, comparison.after
    return {
        "village": _village(before.plan.village),
        "changes": [_change(change) for change in comparison.changes],
        "before": _summary(before.plan),
        "after": _summary(after.plan),
        **_moves(comparison),
    }


def _moves(comparison: Plans) -> dict[str, Any]:
    return {
        "came": [_moved(one) for one in comparison.came],
        "went": [_moved(one) for one in comparison.went],
        "moved": [_moved(one) for one in comparison.moved],
        "stayed": list(comparison.stayed),
    }


def _why_not(told: WhyNot, request: Request) -> dict[str, Any]:
    return {
        "reason": told.reason,
        "held_back": told.held_back,
        "rules": [
            {
                "rule": standing.rule,
                "standing": standing.standing,
                "in_the_way": [_hindrance(one) for one in standing.in_the_way],
            }
            for standing in told.rules
        ],
        "applies": [_hindrance(one) for one in told.applies],
        "met_by": [condition_data(comparison) for comparison in told.met_by],
        "blocked": [{"work": one.work, "reason": one.reason, "detail": one.detail} for one in told.blocked],
        "suggestions": [
            {
                "kind": suggestion.kind,
                "changes": [_change(change) for change in suggestion.changes],
                "options": change_options(suggestion.changes, request, "en"),
                "displaces": list(suggestion.displaces),
                "brings": list(suggestion.brings),
            }
            for suggestion in told.suggestions
        ],
        "tried": told.found.tried,
        "unfinished": list(told.found.unfinished),
        "forced": None
        if told.forced is None
        else {
            "objective_before": told.forced.before.plan.objective.value,
            "objective_after": told.forced.after.plan.objective.value,
            "before": _summary(told.forced.before.plan),
            "after": _summary(told.forced.after.plan),
            **_moves(told.forced),
        },
    }


def _hindrance(hindrance: Hindrance) -> dict[str, Any]:
    from recommender.verbs.explaining.obstacles import OneOf

    if isinstance(hindrance, OneOf):
        return {"one_of": [[_hindrance(one) for one in way] for way in hindrance.ways]}
    comparison = hindrance.comparison
    is_score = comparison.reads == "score"
    return {
        "condition": condition_data(comparison),
        "wanted": hindrance.wanted,
        "value": hindrance.published if is_score else _plain(hindrance.value),
        "score": _scaled(hindrance.value) if is_score else None,
        "threshold": _threshold(comparison),
        "assumed": hindrance.assumed,
        "distance": hindrance.distance if is_score else _scaled(hindrance.distance),
        "levels": list(hindrance.levels),
    }


def _threshold(comparison: Comparison) -> Any:
    return condition_data(comparison).get(comparison.word)


def _scaled(value: object) -> float | None:
    return value / SCALE if isinstance(value, int) and not isinstance(value, bool) else None


def _plain(value: object) -> Any:
    if isinstance(value, Interval):
        return [plain_value(value.low), plain_value(value.high)]
    return plain_value(value) if isinstance(value, bool | int | str) else None


def _change(change: kinds.Change) -> dict[str, Any]:
    """Return a change with its kind and fields; whole budgets by source, knowledge by its version and hash."""
    from recommender.verbs.explaining import changes as kinds

    name = type(change).__name__.removesuffix("Change").lower()
    if isinstance(change, kinds.FactChange):
        return {"change": name, "fact": change.fact, "value": _plain(change.value), "was": _plain(change.was)}
    if isinstance(change, kinds.BudgetChange):
        budget = change.budget
        by_year = {source: {str(y): a for y, a in years.items()} for source, years in budget.by_year.items()}
        return {"change": name, "amounts": dict(budget.amounts), "by_year": by_year}
    if isinstance(change, kinds.KnowledgeChange):
        return {"change": name, "version": change.kb.about.version, "sha256": change.kb.sha256}
    return {"change": name, **{field: getattr(change, field) for field in change.__slots__}}


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "intervention": moved.intervention,
        "before": None if moved.before is None else _step(moved.before),
        "after": None if moved.after is None else _step(moved.after),
        "because": [
            {
                "key": one.key,
                "names": list(one.names),
                "detail": one.detail or None,
                "amounts": list(one.amounts),
            }
            for one in moved.because
        ],
    }


def _summary(plan: Plan) -> dict[str, Any]:
    own, others = planned_money(plan)
    return {
        "status": plan.status,
        "steps": [step.intervention for step in plan.steps],
        "village_money": own,
        "others_money": others,
        "objective": plan.objective.model_dump(mode="json"),
        "outlook": plan.outlook[-1].model_dump(mode="json", by_alias=True) if plan.outlook else None,
    }


def _step(step: Step) -> dict[str, Any]:
    return step.model_dump(mode="json", by_alias=True)


def _village(village: VillageIdentity) -> dict[str, Any]:
    return village.model_dump(mode="json")
