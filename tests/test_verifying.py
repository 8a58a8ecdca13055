"""A changed document is caught: each change is one thing that somebody could alter, by hand or by a bug."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shipped
from tampering import CHANGES, set_in

import recommender as rec
from recommender.model.settings import settings_for
from recommender.pipeline.documents import read_document
from recommender.request.last_plan import carried_of
from recommender.request.options import Target
from recommender.verbs.asking.branching import branched


@pytest.fixture(scope="module")
def sound(kb: rec.KnowledgeBase) -> str:
    options = rec.Options(start_year=shipped.START)
    results = shipped.results(shipped.of_district(2))
    richest = max(results, key=lambda result: sum(bool(step.requires) for step in result.plan.steps))
    return rec.to_json(rec.document([richest], kb, options))


def test_the_sound_document_has_no_problem(sound: str, kb: rec.KnowledgeBase) -> None:
    assert rec.verify(read_document(sound), kb) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_and_named(name: str, sound: str, kb: rec.KnowledgeBase) -> None:
    change, code = CHANGES[name]
    document = json.loads(sound)
    change(document, document["plans"][0])
    found = rec.verify(read_document(json.dumps(document)), kb)
    assert code in {problem.code for problem in found}, [str(problem) for problem in found]


def test_more_starts_of_a_class_than_a_year_has_are_named_with_the_year(sound: str, kb: rec.KnowledgeBase) -> None:
    """Physical works put into the first year, four more than it starts; as many of what is not built are no problem."""
    document = json.loads(sound)
    (plan,) = document["plans"]
    most = settings_for(kb, shipped.START).physical_works_per_year
    for physical, is_named in ((True, True), (False, False)):
        names = [
            name
            for name, work in sorted(kb.interventions.items())
            if work.physical == physical
            and "village" in work.executors
            and work.measure == "work"
            and name not in {step["intervention"] for step in plan["steps"]}
        ][:most]
        changed = json.loads(sound)
        steps = changed["plans"][0]["steps"]
        pattern = next(s for s in steps if s["executor"] == "village" and s["measure"] == "work" and s["physical"])
        made = [{**pattern, "intervention": name, "physical": physical, "requires": []} for name in names]
        changed["plans"][0]["steps"] = [*made, *steps]
        found = rec.verify(read_document(json.dumps(changed)), kb)
        over = [problem for problem in found if problem.code == "capacity"]
        assert bool(over) == is_named, [str(problem) for problem in found]
        assert all(str(shipped.START) in problem.message for problem in over)
        assert {problem.where for problem in over} <= {plan["village"]["code"]}


@pytest.fixture(scope="module")
def branching(kb: rec.KnowledgeBase) -> str:
    """A document with the branches of one village."""
    (result,) = shipped.results(shipped.of_district(1)[:1])
    return rec.to_json(rec.document([branched(result)], kb, rec.Options(start_year=shipped.START)))


STRANGER = {
    "intervention": "village-library",
    "name": {"id": "Perpustakaan", "en": "Library"},
    "executor": "village",
    "year": None,
    "before": 2027,
}
BRANCHES: dict[str, tuple[str, Any]] = {
    "cost": ("branches.0.cost", lambda cost: cost + 1),
    "answers": ("branches.0.answers", lambda answers: [*answers, "never"]),
    "what comes": ("branches.0.came", lambda came: came[1:] if came else [STRANGER]),
    "what goes": ("branches.0.went", lambda went: [*went, STRANGER]),
    "a branch": ("branches", lambda branches: branches[1:]),
    "answers that change nothing": ("stays", lambda stays: [*stays, "never"]),
    "question": ("question.en", lambda _: "What now?"),
}


def test_branches_are_made_again(branching: str, kb: rec.KnowledgeBase) -> None:
    document = read_document(branching)
    assert document.plans[0].branches
    assert [str(problem) for problem in rec.verify(document, kb)] == []


@pytest.mark.parametrize("name", BRANCHES)
def test_a_changed_branch_is_named_with_its_place(name: str, branching: str, kb: rec.KnowledgeBase) -> None:
    place, value = BRANCHES[name]
    document = json.loads(branching)
    set_in(f"branches.0.{place}", value)(document, document["plans"][0])
    found = rec.verify(read_document(json.dumps(document)), kb)
    assert {problem.code for problem in found} == {"branches"}, [str(problem) for problem in found]
    assert all("branches[" in problem.message for problem in found)


VILLAGE_FUND = "village-fund"
OPTIONS: dict[str, dict[str, Any]] = {
    "fast": {"method": "fast"},
    "the index": {"objective": "index"},
    "own means": {"own_means": True},
    "measured only": {"measured_only": True},
    "five years": {"years": 5},
    "little money": {"budget": rec.Budget({VILLAGE_FUND: 20_000_000})},
    "no money": {"budget": rec.Budget({})},
    "several sources": {"budget": rec.Budget({VILLAGE_FUND: 100_000_000, "own-revenue": 90_000_000})},
    "years and carry-over": {
        "budget": rec.Budget(
            {"village-allocation": 50_000_000},
            {VILLAGE_FUND: {2027: 80_000_000, 2029: 200_000_000}},
            spoken_for={VILLAGE_FUND: {2027: 5_000_000}},
            reserve=50,
            carry_over=True,
        )
    },
    "a class": {"target": Target(class_slug="maju")},
    "a dimension": {"target": Target(dimension="economy", score=600)},
    "data of a year": {"data_year": 2023},
}


@pytest.mark.parametrize("name", OPTIONS)
def test_plans_of_all_options_are_made_again_from_their_document(name: str, kb: rec.KnowledgeBase) -> None:
    options = rec.Options(start_year=2027, **OPTIONS[name])
    villages = [shipped.villages()[code] for code in shipped.of_district(1)[:6]]
    document = rec.document(rec.recommend_all(villages, kb, options), kb, options)
    assert [str(problem) for problem in rec.verify(read_document(rec.to_json(document)), kb)] == []


def test_pins_and_bans_are_made_again(sound: str, kb: rec.KnowledgeBase) -> None:
    plan = read_document(sound).plans[0]
    options = rec.Options(
        start_year=2027, bans=(plan.steps[0].intervention,), pins=(plan.deferred[0].intervention, "village-library")
    )
    villages = [shipped.villages()[code] for code in shipped.of_district(2)[:4]]
    document = rec.document(rec.recommend_all(villages, kb, options), kb, options)
    assert [str(problem) for problem in rec.verify(document, kb)] == []


def test_a_plan_that_starts_from_another_is_made_again(sound: str, kb: rec.KnowledgeBase) -> None:
    before = json.loads(sound)
    names = [step["intervention"] for step in before["plans"][0]["steps"]]
    before["plans"][0]["decisions"] = {
        names[0]: {"status": "done", "reason": ""},
        names[1]: {"status": "under-way", "reason": ""},
        names[2]: {"status": "rejected", "reason": "no land"},
    }
    options = rec.Options(start_year=2028, carried=carried_of(read_document(json.dumps(before)), kb))
    villages = [shipped.villages()[code] for code in shipped.of_district(2)]
    chosen = [village for village in villages if village.code == before["plans"][0]["village"]["code"]]
    document = rec.document(rec.recommend_all(chosen, kb, options), kb, options)
    assert document.plans[0].carried is not None
    assert [str(problem) for problem in rec.verify(read_document(rec.to_json(document)), kb)] == []
    changed = json.loads(rec.to_json(document))
    changed["plans"][0]["carried"]["dropped"].append("village-library")
    assert {problem.code for problem in rec.verify(read_document(json.dumps(changed)), kb)} & {"carried"}


def test_at_most_ten_differences_are_named(sound: str, kb: rec.KnowledgeBase) -> None:
    changed = json.loads(sound)
    for finding in changed["plans"][0]["findings"]:
        finding["text"] = {"id": "x", "en": "x"}
    found = rec.verify(read_document(json.dumps(changed)), kb)
    assert 1 <= len(found) <= 10
    assert all(problem.where == changed["plans"][0]["village"]["code"] for problem in found)
    assert "findings[" in found[0].message
