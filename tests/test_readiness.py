"""The ten prerequisites of the smart-village programme: judged on what is measured or told, never on assumptions."""

from __future__ import annotations

from typing import Any

import pytest

import recommender as rec
from recommender.model.findings import Matched, Observed
from recommender.outputs.words import Words
from recommender.pipeline.assembling.readiness import readiness

TOLD = {
    "office-has-power": True,
    "signal-4g": True,
    "office-online": True,
    "has-digital-room": True,
    "has-digital-cadre": True,
    "digital-budget-planned": True,
    "has-sid": True,
    "digital-rule-issued": True,
    "has-leading-product": True,
    "has-plan-documents": True,
    "commitment-stated": True,
}
CODES = [f"DC-{number:02}" for number in range(1, 11)]


def answers(
    kb: rec.KnowledgeBase, scores: dict[str, int] | None = None, facts: dict[str, Any] | None = None, **more: Any
) -> dict[str, bool | None]:
    observed = Observed(scores=scores or {}, facts=facts or {}, **more)
    return {entry.code: entry.answer for entry in readiness(observed, Matched((), ()), kb, 2024)}


def test_nothing_known_is_no_answer(kb):
    assert answers(kb) == dict.fromkeys(CODES)


def test_everything_told_is_ready(kb):
    assert answers(kb, facts=TOLD) == dict.fromkeys(CODES, True)


def test_assumptions_do_not_count(kb):
    assert answers(kb, assumed=TOLD) == dict.fromkeys(CODES)


def test_told_otherwise_is_lacking(kb):
    lacking = answers(kb, facts=dict.fromkeys(TOLD, False))
    # Numbers 1, 2 and 4 can be met in a second way that is not known here.
    assert lacking == {code: None if code in ("DC-01", "DC-02", "DC-04") else False for code in CODES}


@pytest.mark.parametrize(
    ("scores", "code", "answer"),
    [
        ({"household-electricity": 400}, "DC-01", True),
        ({"household-electricity": 200}, "DC-01", None),
        ({"residents-internet": 1000}, "DC-02", True),
        ({"residents-internet": 200}, "DC-02", None),
    ],
)
def test_the_index_answers_where_it_measures(kb, scores, code, answer):
    assert answers(kb, scores)[code] is answer


def test_one_part_of_base_data_is_not_enough(kb):
    assert answers(kb, facts={"has-sid": True})["DC-07"] is None
    assert answers(kb, facts={"has-sid": True, "digital-rule-issued": False})["DC-07"] is False


def idm_village(kb: rec.KnowledgeBase, **facts: bool) -> rec.Village:
    from recommender.model.village import YearData

    values = {name: item.values[-1] for name, item in kb.frameworks["idm"].by_indicator.items()}
    return rec.Village("99.99.01.2001", "kemendagri", years=(YearData("idm", 2024, values),), facts=facts)


def test_a_plan_carries_all_ten_and_reads_facts_that_an_index_gives(kb):
    plan = rec.recommend(idm_village(kb, **{"has-digital-cadre": False}), kb, start_year=2027).plan
    assert [entry.code for entry in plan.readiness] == CODES
    found = {entry.code: entry.answer for entry in plan.readiness}
    assert (found["DC-01"], found["DC-02"], found["DC-03"], found["DC-05"]) == (True, True, True, False)
    assert found["DC-10"] is None


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_report_says_what_is_met_lacking_and_unknown(kb, lang):
    from recommender.outputs.sections.plan import prerequisites

    plan = rec.recommend(idm_village(kb, **{"has-digital-cadre": False}), kb, start_year=2027).plan
    (entry,) = prerequisites(plan, Words(kb, lang))
    assert "3" in entry.title
    assert "10" in entry.title
    lacking, unknown = entry.lines
    name = kb.readiness["cadre"].name
    assert (name.id if lang == "id" else name.en) in lacking
    assert (kb.readiness["commitment"].name.in_language(lang)) in unknown
