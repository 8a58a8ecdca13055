"""Two plans of one village -> every step that differs, how, and the kind of reason that says most.

Reasons are those that `what-if` gives; here they are gathered in few kinds, so that they can be counted over villages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.pipeline.documents import Result
from recommender.pipeline.prices import localised
from recommender.verbs.what_if.reasons import Because, Pair, Side, SideAlone, why_alone, why_elsewhere

Change = Literal["came", "went", "earlier", "later", "otherwise"]
CHANGES: tuple[Change, ...] = ("came", "went", "earlier", "later", "otherwise")
ReasonKind = Literal["rule", "catalog", "weight", "price", "cap", "money", "prerequisite", "room", "wish", "order"]
REASON_KINDS: tuple[ReasonKind, ...] = (
    "rule",
    "catalog",
    "weight",
    "price",
    "cap",
    "money",
    "prerequisite",
    "room",
    "wish",
    "order",
)

_BY_KEY: Mapping[str, ReasonKind] = {
    "finding-appeared": "rule",
    "finding-gone": "rule",
    "no-longer-met": "rule",
    "met-now": "rule",
    "need-heavier": "weight",
    "need-lighter": "weight",
    "room-freed": "room",
    "displaced-by": "room",
    "prerequisite-of": "prerequisite",
    "served-gone": "prerequisite",
    "pulled": "prerequisite",
    "pinned": "wish",
    "banned": "wish",
    "done-now": "wish",
    "other-executor": "money",
    "other-cost": "price",
}
# A deferral's reason, a bound, or what there is more of -> the kind.
_BY_DETAIL: Mapping[str, ReasonKind] = {
    "over-budget": "money",
    "instalment": "money",
    "running-cost": "money",
    "service-cost": "money",
    "no-source": "money",
    "money": "money",
    "capacity": "cap",
    "beyond-horizon": "cap",
    "too-large": "cap",
    "lead-time": "cap",
    "physical-a-year": "cap",
    "lines-a-year": "cap",
    "proposals-a-year": "cap",
    "years": "cap",
    "places": "cap",
    "prerequisite-deferred": "prerequisite",
    "prerequisite": "prerequisite",
    "excluded": "room",
    "alternative-chosen": "room",
    "low-value": "room",
    "not-applicable": "rule",
    "undetermined": "rule",
    "banned": "wish",
}


@dataclass(frozen=True, slots=True)
class StepMove:
    """A step that differs between two plans of a village: in one alone, in another year, or in the same year at another
    cost, over other months or by others.

    `because` is the first reason (None: the best order of the whole plan is another), `kind` what it counts as.
    """

    work: str
    change: Change
    before: Step | None
    after: Step | None
    because: Because | None
    kind: ReasonKind


def side_of(made: Result | Plan) -> Side:
    """Return a plan as reasons read it."""
    return Side(made) if isinstance(made, Result) else SideAlone(made)


def moves(before: Side, after: Side, kbs: tuple[KnowledgeBase | None, KnowledgeBase | None]) -> Iterator[StepMove]:
    """Yield what differs, in the order of the second plan's steps, then of the first one's that went."""
    for name, step in after.steps.items():
        pair = Pair(name, after, before, came=True)
        was = before.steps.get(name)
        if was is None:
            yield _alone(pair, "came", kbs)
        elif _place(was) != _place(step):
            change: Change = "otherwise"
            if step.year != was.year:
                change = "earlier" if step.year < was.year else "later"
            because = _first(why_elsewhere(pair), _LESS.get(change, ()))
            yield StepMove(name, change, was, step, because, _kind(because))
    for name in before.steps:
        if name not in after.steps:
            yield _alone(Pair(name, before, after, came=False), "went", kbs)


# Of a step in another year what keeps or kept it from the earlier one says more than its cost; of one that stands
# later, what keeps it now.
_LESS: Mapping[Change, Collection[str]] = {"earlier": ("other-cost",), "later": ("other-cost", "bound-before")}


def _first(found: Iterator[Because], less: Collection[str]) -> Because | None:
    """Return the first reason; one of the keys that say `less` only where there is no other."""
    kept = None
    for because in found:
        if because.key not in less:
            return because
        kept = kept or because
    return kept


def _alone(pair: Pair, change: Change, kbs: tuple[KnowledgeBase | None, KnowledgeBase | None]) -> StepMove:
    """Return a step of one plan alone; where the other's knowledge has no such work, nothing else is to say."""
    step, other = pair.step, kbs[0 if pair.came else 1]
    before, after = (None, step) if pair.came else (step, None)
    if other is not None and _is_missing(other, pair.name):
        return StepMove(pair.name, change, before, after, None, "catalog")
    because = next(why_alone(pair), None)
    kind = _kind(because)
    if kind in ("money", "cap") and pair.is_whole and _is_dearer(pair):
        kind = "price"
    return StepMove(pair.name, change, before, after, because, kind)


def _is_dearer(pair: Pair) -> bool:
    """Return whether a unit costs more where the step is not in the plan."""
    result, price = pair.other.result, pair.step.price
    options, work = result.request.options, result.kb.interventions[pair.name]
    district = result.request.of(result.village).district or ""
    there = localised(work, result.kb, district, options.start_year, options.prices == "nominal")
    return price is not None and there.expected > price.unit


def _is_missing(kb: KnowledgeBase, work: str) -> bool:
    return work not in kb.interventions or kb.interventions[work].status != "active"


def _kind(because: Because | None) -> ReasonKind:
    if because is None:
        return "order"
    if because.key in _BY_KEY:
        return _BY_KEY[because.key]
    return _BY_DETAIL.get(because.detail or "", "order")


def _place(step: Step) -> tuple[object, ...]:
    """Return what makes a step another one to a district: a month within the year does not."""
    return step.year, step.months, step.executor, step.cost.total
