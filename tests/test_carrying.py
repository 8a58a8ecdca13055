"""A plan that starts from the last one: decisions are kept, money still due is taken off, open steps come again."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shipped

import recommender as rec
from recommender.language.errors import UsageError
from recommender.pipeline.documents import read_document
from recommender.request.last_plan import carried_of


@pytest.fixture(scope="module")
def village() -> rec.Village:
    results = shipped.results(shipped.of_district(2))
    return max(results, key=lambda result: sum(s.executor == "village" for s in result.plan.steps)).village


def last_year(village: rec.Village, kb: rec.KnowledgeBase, **decisions: dict[str, str]) -> tuple[Any, list[str]]:
    result = shipped.result(village.code)
    own = [step.intervention for step in result.plan.steps if step.executor == "village"]
    document = json.loads(result.to_json())
    named = {own[int(key[1:])]: value for key, value in decisions.items()}
    document["plans"][0]["decisions"] = named
    return read_document(json.dumps(document)), own


def test_decisions_shape_the_next_plan(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    document, own = last_year(
        village,
        kb,
        s0={"status": "done"},
        s1={"status": "under-way"},
        s2={"status": "rejected", "reason": "musdes"},
    )
    carried = carried_of(document, kb)
    options = rec.Options(start_year=2028, carried=carried)
    plans = rec.document(rec.recommend_all([village], kb, options), kb, options)
    plan = plans.plans[0]
    steps = {step.intervention for step in plan.steps}
    assert not steps & set(own[:3])
    assert {own[0], own[1]} <= set(plan.met)
    assert [d.detail for d in plan.deferred if d.intervention == own[2]] == [{"reason": "musdes"}]
    assert plan.carried is not None
    assert (plan.carried.done, plan.carried.under_way) == ([own[0]], [own[1]])
    assert set(plan.carried.again) == steps & {s.intervention for s in document.plans[0].steps}
    due = carried[village.key].instalments.get(2028, 0) + carried[village.key].running
    assert due > 0
    assert plan.money[0].budget == 330_000_000 - due
    assert not rec.verify(plans, kb)


def test_a_decision_must_fit_the_plan(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    document, own = last_year(village, kb, s0={"status": "rejected"})
    with pytest.raises(UsageError, match="no-reason"):
        carried_of(document, kb)
    raw = json.loads(rec.to_json(document))
    raw["plans"][0]["decisions"] = {own[0] + "x": {"status": "done"}}
    with pytest.raises(UsageError, match="unknown-step"):
        carried_of(read_document(json.dumps(raw)), kb)


def test_without_decisions_the_open_steps_are_named(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    document, _ = last_year(village, kb)
    options = rec.Options(start_year=2028, carried=carried_of(document, kb))
    plan = next(rec.recommend_all([village], kb, options)).plan
    assert plan.carried is not None
    assert plan.carried.again
    assert not plan.carried.done
