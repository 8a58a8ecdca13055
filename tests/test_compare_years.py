"""Last year's plans against this year's data: decisions, values and problems counted again from the plans alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import contrast_samples as samples
import pytest

import recommender as rec
from recommender.cli.running import run
from recommender.language.wording import TERMS


def document(decisions: dict[int, dict[str, str]], change: dict[str, Any] | None = None) -> rec.PlanDocument:
    """Return the samples' plans as last year's: decisions by number of the step, data a year older."""
    results = samples.plans()
    raw = json.loads(rec.to_json(rec.document(results, results[0].kb, results[0].request.options)))
    for plan in raw["plans"]:
        names = [step["intervention"] for step in plan["steps"]]
        plan["decisions"] = {names[number]: decision for number, decision in decisions.items()}
        if plan["data"]["year"]:
            plan["data"]["year"] -= 1
    raw["plans"][0] |= change or {}
    return rec.read_document(json.dumps(raw))


DECISIONS = {0: {"status": "done"}, 1: {"status": "under-way"}, 2: {"status": "rejected", "reason": "not wanted"}}


@pytest.fixture(scope="module")
def now() -> list[rec.Plan]:
    return [result.plan for result in samples.plans()]


def test_decisions_are_counted(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    found = rec.compare_years(document(DECISIONS), now, kb, ["district"])
    steps = sum(len(plan.steps) for plan in now)
    frame = found["years_steps"]
    assert sum(frame["steps"]) == steps
    counted = {name: sum(frame[name]) for name in ("done", "under_way", "rejected", "undecided")}
    assert counted == {"done": 3, "under_way": 3, "rejected": 3, "undecided": steps - 9}
    assert sum(found["years_villages"]["steps"]) == steps


def test_the_same_values_stayed_and_no_problem_is_gone(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    found = rec.compare_years(document({}), now, kb)
    for row in found["years_villages"].records():
        assert (row["rose"], row["fell"], row["problems_gone"], row["problems_new"]) == (0, 0, (), ())
        assert row["class_before"] == row["class_after"]


def test_a_value_that_rose_and_a_problem_that_is_gone_are_told(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    """Last year's plan of the first village gets a lower value and a problem more; the rest stays."""
    plan = now[0]
    aimed = next(name for step in plan.steps for name in step.improves if plan.values.get(name, 0) > 0)
    old = json.loads(plan.model_dump_json(by_alias=True))
    extra = {**old["findings"][0], "rule": "no-such-rule", "kind": "problem"}
    lower = {"values": {**old["values"], aimed: plan.values[aimed] - 1}, "findings": [*old["findings"], extra]}
    found = rec.compare_years(document(DECISIONS, lower), now, kb)
    first = next(found["years_villages"].records().__iter__())
    assert first["rose"] == 1
    assert first["problems_gone"] == ("no-such-rule",)
    (row,) = (one for one in found["village_indicators"].records() if one["course"] == "rose")
    assert (row["indicator"], row["value_after"] - row["value_before"]) == (aimed, 1)
    gone = {row["rule"]: row["codes_gone"] for row in found["years_problems"].records()}
    assert gone["no-such-rule"] == (plan.village.code,)
    # The other way round the value falls and the problem is new.
    later = [
        one.model_copy(update={"data": one.data.model_copy(update={"year": 2030})}) for one in document({}, lower).plans
    ]
    this = rec.document(samples.plans(), kb, samples.options())
    back = rec.compare_years(this, later, kb)
    first = next(iter(back["years_villages"].records()))
    assert (first["fell"], first["problems_new"]) == (1, ("no-such-rule",))


def test_values_of_one_year_are_not_compared(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    this = rec.document(samples.plans(), kb, samples.options())
    found = rec.compare_years(this, now, kb)
    assert {row["course"] for row in found["village_indicators"].records()} == {"unknown"}
    assert any("no newer data" in note.en for note in found["years_steps"].notes)


def test_villages_of_one_year_alone_are_named(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    found = rec.compare_years(document(DECISIONS), now[1:], kb)
    assert any(now[0].village.code in note.en for note in found["years_steps"].notes)
    with pytest.raises(rec.UsageError, match="no-common-villages"):
        rec.compare_years(document({}).model_copy(update={"plans": []}), now, kb)


def test_a_decision_without_its_step_or_reason_is_refused(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    with pytest.raises(rec.UsageError, match="no-reason"):
        rec.compare_years(document({0: {"status": "rejected"}}), now, kb)


def test_the_order_of_villages_changes_nothing(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    one, other = (rec.compare_years(document(DECISIONS), plans, kb, ["class"]) for plans in (now, now[::-1]))
    assert one.frames == other.frames


def test_every_column_has_its_words(now: list[rec.Plan], kb: rec.KnowledgeBase) -> None:
    for frame in rec.compare_years(document(DECISIONS), now, kb).frames.values():
        assert frame.name in TERMS["frame"]
        for column in frame.columns:
            assert all(column.name in TERMS[group] for group in ("column-title", "column-meaning")), column.name


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last, this = tmp_path / "last.json", tmp_path / "this.json"
    last.write_text(rec.to_json(document(DECISIONS)), encoding="utf-8")
    this.write_text(rec.to_json(rec.document(samples.plans(), samples.shipped.knowledge(), samples.options())))
    assert run(["compare", str(this), "--last-plan", str(last), "--lang", "en"]) == 0
    assert "Last year's steps" in capsys.readouterr().out
    assert run(["compare", str(this), "--last-plan", str(samples.shipped.ROOT / "examples" / "policy.yaml")]) == 2
    assert "last-plan-no-document" in capsys.readouterr().err
