"""A changed document is caught: each change is one thing that somebody could alter, by hand or by a bug."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import recommender as rec
from recommender.documents import read_document

ROOT = Path(__file__).parents[1]
Change = Callable[[dict[str, Any], dict[str, Any]], None]


@pytest.fixture(scope="module")
def kb() -> rec.KnowledgeBase:
    return rec.load_knowledge()


@pytest.fixture(scope="module")
def sound(kb: rec.KnowledgeBase) -> str:
    options = rec.Options(start_year=2027)
    villages = rec.read_villages(ROOT / "examples" / "districts" / "hulu-kelam", kb).villages
    results = list(rec.recommend_all(villages, kb, options))
    richest = max(results, key=lambda result: sum(bool(step.requires) for step in result.plan.steps))
    return rec.to_json(rec.document([richest], kb, options))


def step_with(plan: dict[str, Any], key: str) -> dict[str, Any]:
    return next(step for step in plan["steps"] if step[key])


def own(plan: dict[str, Any]) -> dict[str, Any]:
    return next(step for step in plan["steps"] if step["executor"] == "village")


def set_in(path: str, value: Any) -> Change:
    """Return a change of one place of the plan: keys and numbers joined by dots."""

    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        *keys, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        place: Any = plan
        for key in keys:
            place = place[key]
        place[last] = value(place[last]) if callable(value) else value

    return change


def raise_value(_: dict[str, Any], plan: dict[str, Any]) -> None:
    weak = next(name for name, value in plan["values"].items() if value <= 1)
    plan["values"][weak] = 5


def add(amount: int) -> Callable[[int], int]:
    return lambda value: value + amount


def late_prerequisite(_: dict[str, Any], plan: dict[str, Any]) -> None:
    step = step_with(plan, "requires")
    first = next(other for other in plan["steps"] if other["intervention"] == step["requires"][0])
    first["year"] = step["year"] + 1


def lost_prerequisite(_: dict[str, Any], plan: dict[str, Any]) -> None:
    name = step_with(plan, "requires")["requires"][0]
    plan["steps"] = [step for step in plan["steps"] if step["intervention"] != name]


def twice(_: dict[str, Any], plan: dict[str, Any]) -> None:
    plan["steps"].append(dict(plan["steps"][0]))


def planned_and_deferred(_: dict[str, Any], plan: dict[str, Any]) -> None:
    name = plan["steps"][0]["intervention"]
    plan["deferred"].append(
        {"intervention": name, "name": {"id": "x", "en": "x"}, "reason": "over-budget", "detail": {}}
    )


def on_own(key: str, value: Any) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        own(plan)[key] = value

    return change


def uncalled(_: dict[str, Any], plan: dict[str, Any]) -> None:
    needed = {name for step in plan["steps"] for name in step["requires"]}
    next(step for step in plan["steps"] if step["intervention"] not in needed)["called_by"] = []


def more_gain(_: dict[str, Any], plan: dict[str, Any]) -> None:
    step_with(plan, "improves")["improves"] = {"drinking-water": {"from": 0, "to": 5}}


def on_cost(key: str, value: Any) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        cost = own(plan)["cost"]
        cost[key] = {name: amount + value for name, amount in cost[key].items()} if key != "total" else value

    return change


def drop_money(_: dict[str, Any], plan: dict[str, Any]) -> None:
    plan["money"] = plan["money"][1:]


def other_hash(document: dict[str, Any], _: dict[str, Any]) -> None:
    document["knowledge"]["sha256"] = "0" * 64


def smaller_budget(document: dict[str, Any], plan: dict[str, Any]) -> None:
    document["options"]["budget"] = {"village-fund": 50_000_000}
    document["options"]["budget_given"] = True


CHANGES: dict[str, tuple[Change, str]] = {
    "value": (raise_value, "finding"),
    "value off the scale": (set_in("values.drinking-water", 9), "bad-value"),
    "index": (set_in("scores.index.value", 0.9), "index"),
    "class": (set_in("scores.index.class", "mandiri"), "index"),
    "dimension score": (set_in("scores.dimensions.living.score", 0.999), "dimension"),
    "dimension measured": (set_in("scores.dimensions.living.measured", 1), "dimension"),
    "a finding gone": (set_in("findings", lambda findings: findings[1:]), "finding"),
    "a finding assumed": (set_in("findings.0.assumed", lambda mark: not mark), "finding"),
    "an open rule gone": (set_in("undetermined", lambda rules: rules[1:]), "undetermined"),
    "called by nobody known": (on_own("called_by", ["no-such-rule"]), "called-by"),
    "called by nobody": (uncalled, "uncalled"),
    "prerequisite after": (late_prerequisite, "prerequisite-order"),
    "prerequisite gone": (lost_prerequisite, "missing-prerequisite"),
    "a step twice": (twice, "twice"),
    "planned and deferred": (planned_and_deferred, "step-and-deferred"),
    "executor": (on_own("executor", "csr"), "document"),
    "document": (on_own("document", "du-rkpdes"), "document"),
    "unknown work": (on_own("intervention", "flying-carpet"), "unknown-intervention"),
    "cost": (on_cost("total", 1), "cost"),
    "cost by source": (on_cost("by_source", 7), "cost-by-source"),
    "cost by year": (on_cost("by_year", 7), "cost-by-year"),
    "rank": (set_in("steps.0.rank", 5), "rank"),
    "order": (set_in("steps", lambda steps: [{**s, "rank": n} for n, s in enumerate(reversed(steps), 1)]), "order"),
    "too early": (on_own("start_month", 0), "first-month"),
    "over the year's end": (on_own("start_month", 11), "fiscal-year"),
    "beyond the years": (on_own("year", 2040), "horizon"),
    "money row gone": (drop_money, "money-row"),
    "money planned": (set_in("money.0.planned", add(1)), "money-planned"),
    "money left": (set_in("money.0.left", add(1)), "money-left"),
    "money budget": (set_in("money.0.budget", add(1)), "money-left"),
    "a smaller budget": (smaller_budget, "over-budget"),
    "running cost": (on_own("running_cost_per_year", 10**9), "running-cost"),
    "improves": (more_gain, "improves"),
    "outlook": (set_in("outlook.2.all_done.index", 0.99), "outlook"),
    "other knowledge": (other_hash, "other-knowledge"),
}


def test_the_sound_document_has_no_problem(sound: str, kb: rec.KnowledgeBase) -> None:
    assert rec.verify(read_document(sound), kb) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_and_named(name: str, sound: str, kb: rec.KnowledgeBase) -> None:
    change, code = CHANGES[name]
    document = json.loads(sound)
    change(document, document["plans"][0])
    found = rec.verify(read_document(json.dumps(document)), kb)
    assert code in {problem.code for problem in found}, [str(problem) for problem in found]
