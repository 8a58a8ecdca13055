"""Questions by effect: every answer is tried, and what is said of it is what the plan under it shows."""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shipped

import recommender as rec
from recommender.cli.running import run
from recommender.model.conditions import Interval
from recommender.model.facts import Fact
from recommender.model.settings import data_date
from recommender.model.village import YearData
from recommender.verbs.asking import asking
from recommender.verbs.asking.answers import answers_to, readers_of
from recommender.verbs.asking.asking import FIRST, Asking, ask
from recommender.verbs.asking.district import often
from recommender.villages.merge import merge
from recommender.villages.records import VillageRecord

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "examples" / "districts" / "teluk-kerama"
CODE = "99.01.01.2004"  # of few works, so that each answer is planned with proof, and with a doubtful value


kb = shipped.knowledge


def village(code: str = CODE) -> rec.Village:
    return shipped.villages()[code]


def result(of: rec.Village) -> Any:
    return rec.recommend(of, kb(), start_year=2027, method="fast")


@functools.cache
def asked(code: str = CODE) -> Asking:
    """Return the questions with every one tried that might change the plan."""
    return ask(result(village(code)), most=2 * asking.MOST_QUESTIONS)


def test_what_is_said_of_an_answer_is_what_the_plan_with_that_fact_shows():
    found = asked()
    before = [step.intervention for step in found.plan.steps]
    for question in [q for q in found.questions if q.name in kb().facts][:3]:
        for answer in question.answers:
            told = replace(village(), facts={**village().facts, question.name: answer.value})
            plan = result(told).plan
            after = [step.intervention for step in plan.steps]
            assert set(answer.comes) == set(after) - set(before)
            assert set(answer.goes) == set(before) - set(after)
            ends = len(set(after[:FIRST]) - set(before[:FIRST])), len(set(before[:FIRST]) - set(after[:FIRST]))
            assert answer.first == max(ends)
            assert answer.cost == sum(step.cost.total for step in plan.steps if step.executor == "village")


def test_a_fact_that_no_question_is_about_changes_no_plan():
    found = asked()
    named = {question.name for question in found.questions}
    readers = readers_of(kb(), data_date(2024))
    plan = [(step.intervention, step.year, step.cost.total) for step in found.plan.steps]
    assert found.passed_over == 0
    tried = 0
    for name, fact in sorted(kb().facts.items())[::9]:
        if name in named or name in village().facts or fact.derived is not None:
            continue
        for value in answers_to(fact, readers.bounds.get(name, ())):
            told = replace(village(), facts={**village().facts, name: value})
            found = result(told).plan.steps
            assert {step.intervention for step in found} == {name for name, _, _ in plan}
            tried += 1
    assert tried > 8


def test_questions_are_ranked_by_first_steps_then_whole_plan_then_stake_cost_and_name():
    keys = [(-q.first, -q.whole, -q.stake, -q.cost_span, q.name) for q in asked().questions]
    assert keys == sorted(keys)
    assert all(q.first or q.whole or q.cost_span for q in asked().questions)


def test_the_plan_that_assumes_a_fact_is_among_the_answers_to_it():
    assumed = [question for question in asked().questions if question.why == "assumed"]
    for question in assumed:
        if kb().facts[question.name].type == "yes-no":
            assert question.current in {answer.value for answer in question.answers}


def test_a_doubtful_value_is_asked_as_it_stands_and_as_it_was_last_year():
    scored = [q for q in asked().questions if q.why == "doubtful"]
    assert [q.name for q in scored] == ["village-office-internet"]
    answers = {answer.value: answer for answer in scored[0].answers}
    assert answers.keys() == {1, 5}
    assert answers[1].confirms
    assert not answers[5].confirms
    assert "restore-internet-service" in answers[5].goes


def test_a_value_that_the_village_has_checked_is_not_doubtful_and_never_asked_again():
    years = [replace(year, confirmed=frozenset({"village-office-internet"})) for year in village().years]
    told = replace(village(), years=tuple(years))
    plan = result(told).plan
    assert "confirmed-value" in {problem.code for problem in plan.data.problems}
    assert not any(finding.doubtful for finding in plan.findings if finding.about == "village-office-internet")
    assert "village-office-internet" not in {question.name for question in ask(result(told)).questions}
    # A check derives the same from the document alone.
    assert [problem.code for problem in rec.verify(result(told).document, kb())] == []


def test_what_was_checked_goes_before_readings_that_were_not():
    checked = VillageRecord("b", "table", "9901012009", "kemendagri", _nobody(), 2024, "idm", {"doctor": 5})
    other = replace(checked, where="a", values={"doctor": 0})
    (unsure,) = merge([checked, other])
    assert "doctor" not in unsure.years[0].values
    (sure,) = merge([replace(checked, confirmed=frozenset({"doctor"})), other])
    assert sure.years[0].values == {"doctor": 5}
    assert sure.years[0].confirmed == {"doctor"}


def _nobody() -> Any:
    from recommender.villages.records import VillageNames

    return VillageNames("Nol")


def test_questions_are_the_same_whatever_the_engine_and_the_order_of_facts():
    once = ask(result(village()), most=6)
    turned = replace(village(), facts=dict(reversed(list(village().facts.items()))))
    again = ask(rec.recommend(turned, kb(), start_year=2027, method="fast", engine="reference"), most=6)
    assert again.questions == once.questions
    assert again.questions != ()


def test_fewer_questions_are_tried_than_there_are_and_the_rest_is_counted():
    few = ask(result(village()), most=3)
    assert few.tried == 3
    assert few.passed_over == asked().tried - 3
    assert len(few.questions) <= 3


def test_nothing_is_asked_of_a_village_whose_plan_nothing_changes():
    empty = rec.Village(code="99.99.99.2001", code_scheme="kemendagri", years=(YearData("idm", 2024, {"doctor": 5}),))
    known = {name: value for name, fact in kb().facts.items() for value in answers_to(fact, ())[:1]}
    asking = ask(result(replace(empty, facts=known)))
    assert asking.questions == ()


@pytest.mark.parametrize(
    ("kind", "bounds", "within", "expected"),
    [
        ("yes-no", (), None, (True, False)),
        ("word", (), None, ("low", "high")),
        ("count", (2_000_000,), None, (1_000_000, 3_001_000)),
        ("share", (500,), None, (250, 750)),
        ("share", (0, 1000), None, (0, 500, 1000)),
        ("km", (2_000, 6_000), Interval(0, 3_000), (1_000,)),
        ("count", (), None, (1_000, 10_000)),
    ],
)
def test_answers_lie_on_both_sides_of_every_bound(kind, bounds, within, expected):
    text = {"id": "a", "en": "a"}
    words = {"low": text, "high": text} if kind == "word" else {}
    fact = Fact.model_validate({"name": text, "question": text, "type": kind, "words": words})
    assert answers_to(fact, bounds, within) == expected


def test_a_district_counts_in_how_many_villages_each_question_matters():
    askings = [asked(), asked(), asked("99.01.01.2002")]
    counted = {entry.name: entry for entry in often(askings)}
    for name, entry in counted.items():
        found = [q for asking in askings for q in asking.questions if q.name == name]
        assert (entry.asked, entry.first, entry.whole) == (
            len(found),
            sum(q.first > 0 for q in found),
            sum(q.whole > 0 for q in found),
        )


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_findings_ask_prints_the_questions_with_what_each_answer_changes(capsys, monkeypatch, form):
    monkeypatch.setattr(asking, "MOST_QUESTIONS", 6)
    command = ["findings", str(SAMPLE), "--village", CODE, "--ask", "--top", "3", "--start-year", "2027"]
    assert run([*command, "--method", "fast", "--lang", "en", "--format", form]) == 0
    out = capsys.readouterr().out
    questions = ask(result(village()), most=6).questions[:3]
    if form == "json":
        data = json.loads(out)[0]
        assert [question["name"] for question in data["questions"]] == [question.name for question in questions]
        assert data["questions"][0]["answers"][0].keys() >= {"value", "comes", "goes", "cost"}
    else:
        for question in questions:
            text = kb().facts[question.name].question.en if question.name in kb().facts else "Village office internet"
            assert text.split()[0] in out
        assert "more" in out
