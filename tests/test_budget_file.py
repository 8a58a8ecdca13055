"""Budget files: what they mean, and one line with place and cure for each mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import shipped

import recommender as rec
from recommender.language.errors import UsageError
from recommender.request.budget_file import read_budget

ROOT = Path(__file__).parents[1]
SOUND = """
reserve: 0.15
carry-over: true
sources:
  village-fund:
    gross: {2027: 800jt, 2028: 820_000_000}
    spoken-for: [{share: 0.5, reason: cooperative}]
    earmarks:
      - {focus: [focus-4], at-least: 0.2, reason: food}
      - {focus: [focus-2], at-most: 0.1}
  village-allocation: 100jt
"""


def read(text: str, kb: rec.KnowledgeBase, tmp_path: Path) -> rec.Budget:
    (tmp_path / "budget.yaml").write_text(text, encoding="utf-8")
    return read_budget(tmp_path / "budget.yaml", kb)


def test_gross_money_less_what_is_spoken_for(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    budget = read(SOUND, kb, tmp_path)
    assert budget.in_year("village-fund", 2027) == 400_000_000
    assert budget.in_year("village-fund", 2028) == 410_000_000
    assert budget.in_year("village-fund", 2029) == 0
    assert budget.in_year("village-allocation", 2029) == 100_000_000
    assert budget.spoken_for["village-fund"][2027] == 400_000_000
    assert (budget.reserve, budget.carry_over) == (150, True)
    assert [(mark.focus, mark.at_least, mark.at_most) for mark in budget.earmarks] == [
        (("focus-4",), 200, None),
        (("focus-2",), None, 100),
    ]


BAD = {
    "sources: {vilage-fund: 1jt}": "unknown-source",
    "sources: {}": "missing-key",
    "reserve: 0.1": "missing-key",
    "[1, 2]": "bad-shape",
    "sources: {village-fund: 3M}": "bare-m",
    "sources: {village-fund: -5}": "negative-amount",
    "sources: {village-fund: 1.5}": "bad-amount",
    "sources: {village-fund: true}": "bad-amount",
    "sources: {village-fund: abc}": "bad-amount",
    "sources: {village-fund: {amount: 1jt, gross: 2jt}}": "bad-amount",
    "sources: {village-fund: {}}": "bad-amount",
    "sources: {village-fund: {amount: 1jt, spoken-for: [{share: 0.5}]}}": "bad-amount",
    "sources: {village-fund: {gross: 1jt, spoken-for: [{share: 0.7}, {share: 0.7}]}}": "bad-share",
    "sources: {village-fund: {gross: 1jt, spoken-for: [0.7]}}": "bad-shape",
    "sources: {village-fund: {gross: 1jt, spoken-for: 0.7}}": "bad-shape",
    "sources: {village-fund: {amount: {27: 1jt}}}": "bad-year",
    "sources: {village-fund: {amount: 1jt, earmarks: [{focus: [focus-99], at-least: 0.1}]}}": "unknown-focus",
    "sources: {village-fund: {amount: 1jt, earmarks: [{focus: [focus-4]}]}}": "bad-earmark",
    "sources: {village-fund: {amount: 1jt, earmarks: [{focus: [focus-4], at-least: 20}]}}": "bad-share",
    "sources: {village-fund: {amount: 1jt, earmarks: [{at-least: 0.2}]}}": "bad-shape",
    "sources: {village-fund: {amuont: 1jt, amount: 1jt}}": "unknown-key",
    "sources: {village-fund: {amount: 1jt, earmarks: [{focus: [focus-4], at-least: 0.6},"
    " {focus: [focus-2], at-least: 0.5}]}}": "earmarks-beyond",
    "sources: {village-fund: {amount: 1jt, earmarks: [{focus: [focus-4], at-least: 0.6},"
    " {focus: [focus-4], at-most: 0.5}]}}": "earmarks-beyond",
    "reserve: 2\nsources: {village-fund: 1jt}": "bad-share",
    "carry-over: 3\nsources: {village-fund: 1jt}": "bad-value",
    "resreve: 0.1\nsources: {village-fund: 1jt}": "unknown-key",
    "sources: {village-fund: 1jt, village-fund: 2jt}": "duplicate-key",
}


@pytest.mark.parametrize("text", BAD)
def test_each_mistake_is_one_line_with_its_place(text: str, kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, kb, tmp_path)
    found = {problem.code for problem in caught.value.problems}
    assert BAD[text] in found, found
    assert all(re.search(r"budget\.yaml(:\d+)?$", problem.where) for problem in caught.value.problems)
    assert all("\n" not in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize("text", BAD)
def test_each_mistake_is_told_in_indonesian_too(text: str, kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, kb, tmp_path)
    for problem in caught.value.problems:
        assert problem.message_id, problem
        assert problem.message_id != problem.message


def test_every_mistake_is_named_at_its_line_with_what_was_meant(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    text = """\
resreve: 0.1
price-level: 1
sources:
  village-fnd:
    gross: {2027: 800jt, 27: 5}
    spoken-for:
      - {share: 1.5}
      - {shar: 0.5, share: 0.1}
    earmarks:
      - {focus: [fokus-4],
         at-least: 0.2, at-most: 0.3}
  village-allocation: 3M
"""
    with pytest.raises(UsageError) as caught:
        read(text, kb, tmp_path)
    told = {line.partition("budget.yaml:")[2] for line in (problem.line() for problem in caught.value.problems)}
    assert {": ".join(line.split(": ")[:2]) for line in told} == {
        "1: unknown-key",
        "2: replaced-key",
        "4: unknown-source",
        "5: bad-year",
        "7: bad-share",
        "8: unknown-key",
        "10: unknown-focus",
        "12: bare-m",
    }
    hints = ("'reserve'", "'village-fund'", "'share'", "'focus-4'")
    assert all(any(f"Did you mean {hint}?" in line for line in told) for hint in hints), told


def test_a_yaml_mistake_hides_none_of_the_others(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read("reserve: 2\nsources: {village-fund: 1jt, village-fund: 2jt}", kb, tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["duplicate-key", "bad-share"]


def test_a_missing_file_is_said(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unreadable-file"):
        read_budget(tmp_path / "none.yaml", kb)


def test_plans_keep_earmarks_reserve_and_carry_over(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    options = rec.Options(start_year=2027, budget=read(SOUND, kb, tmp_path))
    villages = list(shipped.villages().values())[:12]
    document = rec.document(rec.recommend_all(villages, kb, options), kb, options)
    assert not rec.verify(document, kb)
    for plan in document.plans:
        for row in plan.earmarks:
            assert row.at_most is None or row.planned <= row.at_most
            assert row.short == max(0, (row.at_least or 0) - row.planned)
        funds = [row for row in plan.money if row.source == "village-fund"]
        assert funds[1].budget == 410_000_000 + (funds[0].left or 0)
        assert funds[0].reserve == 60_000_000


def test_the_price_level_raises_old_costs(kb: rec.KnowledgeBase) -> None:
    villages = list(shipped.villages().values())[:6]
    amounts = {"village-fund": 330_000_000}
    costs = []
    budget = rec.Budget(amounts)
    for prices in ("nominal", "level"):
        plans = [rec.recommend(v, kb, start_year=2027, budget=budget, prices=prices).plan for v in villages]
        steps = [step for plan in plans for step in plan.steps]
        costs.append(
            {step.intervention: step.price.unit for step in steps if step.price}
        )  # a total may be of fewer years
    both = costs[0].keys() & costs[1].keys()
    assert both
    assert all(costs[1][name] >= costs[0][name] for name in both)
    assert any(costs[1][name] > costs[0][name] for name in both)


def test_the_example_of_the_page_is_read(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "budget-file.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example
    assert read(example[1], kb, tmp_path).sources
