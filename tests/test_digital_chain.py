"""The chain that the programme is about, with the knowledge that ships: planned over years, each stage after what it
rests on, whatever the village has of it already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import shipped
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import recommender as rec

CODE = "99.02.01.2002"  # office online, a strong signal, no facts
# What a village answers that has nothing digital yet, and visitors.
NOTHING: dict[str, Any] = {
    "office-has-power": True,
    "has-office-computers": False,
    "officials-trained-share": 200,
    "has-sid": False,
    "sid-data-complete-share": 300,
    "has-digital-cadre": False,
    "has-rkdd": False,
    "has-eletters": False,
    "qris-merchant-share": 50,
    "has-siskeudes-online": False,
    "has-website": False,
    "has-open-budget": False,
    "has-eportal": False,
    "has-digital-musdes": False,
    "tourism-potential": True,
    "is-tourism-village": False,
    "has-tourism-booking": False,
}
STAGES = {
    "village-office-internet": "office-computers",
    "office-computers": "sid-opensid",
    "perangkat-digital-training": "sid-opensid",
    "sid-opensid": "resident-data-digitization",
    "resident-data-digitization": "e-letters",
    "head-e-signature": "e-letters",
    "data-protection-sop": "e-letters",
    "digital-cadre": "digital-community-room",
    "siskeudes-online": "open-budget-portal",
    "village-website": "open-budget-portal",
    "e-letters": "integrated-eservice-portal",
}


def plan_of(facts: dict[str, Any], yearly: int = 900_000_000) -> rec.Plan:
    village = shipped.villages()[CODE]
    answered = replace(village, facts={**village.facts, **facts})
    default = next(name for name, source in shipped.knowledge().funding.items() if source.default)
    result = rec.recommend(answered, shipped.knowledge(), start_year=2027, budget=rec.Budget({default: yearly}))
    return result.plan


def begin(plan: rec.Plan, name: str) -> tuple[int, int]:
    step = next(step for step in plan.steps if step.intervention == name)
    return step.year, step.start_month


def test_a_village_with_nothing_digital_gets_the_chain_in_its_order():
    plan = plan_of(NOTHING)
    planned = {step.intervention for step in plan.steps}
    assert {"e-letters", "digital-community-room", "open-budget-portal", "integrated-eservice-portal"} <= planned
    for before, after in STAGES.items():
        if before in planned and after in planned and before != "village-office-internet":
            assert begin(plan, before) < begin(plan, after), (before, after)


def test_an_index_alone_brings_letters_and_a_cadre_as_needs_to_be_confirmed():
    plan = plan_of({})
    found = {finding.rule: finding for finding in plan.reasons}
    assert found["letters-only-at-counter"].assumed
    assert found["no-digital-cadre"].assumed
    letters = next(step for step in plan.steps if step.intervention == "e-letters")
    assert (letters.serves, "has-eletters" in letters.assumes) == ("assumed", True)
    confirmed = ("severe", "basic", "other")
    large = [step for step in plan.steps if step.year == letters.year and step.cost.total > 25_000_000]
    assert all(step.rank < letters.rank for step in large if step.serves in confirmed and step.executor == "village")


def test_a_prerequisite_that_may_be_there_already_is_to_be_confirmed_first():
    plan = plan_of({})
    steps = {step.intervention: step for step in plan.steps}
    assert steps["sid-opensid"].unsettled == ["has-sid"]
    asked = [question.name for question in plan.questions]
    assert asked.index("has-sid") < asked.index("tourism-potential")  # which moves no step of the plan
    answered = plan_of({"has-sid": False})
    assert not any("has-sid" in step.unsettled for step in answered.steps)


@pytest.mark.parametrize(("fact", "work"), [("has-eletters", "e-letters"), ("has-digital-cadre", "digital-cadre")])
def test_an_answer_settles_what_was_assumed(fact, work):
    for answer in (True, False):
        plan = plan_of({fact: answer})
        assert not any(fact in step.assumes for step in plan.steps)
        assert any(step.intervention == work for step in plan.steps) is not answer


@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.sets(st.sampled_from(sorted(set(NOTHING) - {"tourism-potential", "office-has-power"}))))
def test_what_is_there_already_is_planned_nowhere(there):
    facts = {name: 1000 if type(NOTHING[name]) is int else True for name in there}
    plan = plan_of({**NOTHING, **facts})
    made = {
        "has-sid": "sid-opensid",
        "has-digital-cadre": "digital-cadre",
        "has-rkdd": "digital-community-room",
        "has-eletters": "e-letters",
        "has-website": "village-website",
        "has-office-computers": "office-computers",
    }
    planned = {step.intervention for step in plan.steps}
    assert not planned & {made[name] for name in there if name in made}
