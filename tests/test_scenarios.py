"""Whole villages and what a planner expects of their plans: one file each in scenarios/, one test each.

`values` are as published (`others`: every item not named stands at its highest level at or below this; without it they
are missing), `before` the year before in the same way, facts as people write them, `budget` rupiah a year.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.model.village import Village, YearData, fact_value
from recommender.parsing.yaml_text import read_yaml
from recommender.pipeline.engine import recommend
from recommender.request.options import Budget

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.yaml"))
START_YEAR = 2026
VILLAGE_KEYS = {"values", "others", "before", "facts", "budget", "years", "own-means", "measured-only"}
EXPECT_KEYS = {
    "status", "findings", "no-findings", "steps", "steps-exactly", "no-steps", "order", "deferred", "executors",
    "doubtful", "questions", "no-index", "money-left", "village-money-at-most", "village-steps-a-year-at-most",
    "proposals-a-year-at-most",
}  # fmt: skip


@pytest.fixture(scope="module")
def plans(kb) -> dict[Path, Plan]:
    return {path: plan_of(read(path), kb) for path in SCENARIOS}


def read(path: Path) -> Any:
    document = read_yaml(path.read_bytes(), path.name)
    assert not document.problems, document.problems
    scenario = document.value
    assert set(scenario) == {"name", "village", "expect"}
    assert set(scenario["village"]) <= VILLAGE_KEYS
    assert set(scenario["expect"]) <= EXPECT_KEYS
    return scenario


def published(given: dict[str, int], others: int | None, kb: KnowledgeBase) -> dict[str, int]:
    """Return the value of each item: as given, else its highest level at or below `others`, else missing."""
    values = {}
    items = kb.frameworks["idm"].by_indicator
    assert set(given) <= set(items)
    for name, item in items.items():
        if name in given:
            assert given[name] in item.values, f"{name} has no level {given[name]}"
            values[name] = given[name]
        elif others is not None:
            values[name] = max((level for level in item.values if level <= others), default=item.values[0])
    return values


def village_of(given: dict[str, Any], kb: KnowledgeBase) -> Village:
    others = given.get("others")
    years = []
    for year, key in ((2023, "before"), (2024, "values")):
        values = published(given[key], others, kb) if key in given else {}
        if values:
            years.append(YearData("idm", year, values))
    facts = {name: fact_value(value) for name, value in given["facts"].items()}
    assert set(facts) <= set(kb.facts)
    return Village("99.99.01.2001", "kemendagri", name="Rekaan", years=tuple(years), facts=facts)


def plan_of(scenario: Any, kb: KnowledgeBase) -> Plan:
    given = scenario["village"]
    return recommend(
        village_of(given, kb),
        kb,
        start_year=START_YEAR,
        years=given["years"],
        budget=Budget({"village-fund": given["budget"]}),
        own_means=given.get("own-means", False),
        measured_only=given.get("measured-only", False),
    ).plan


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_village_gets_the_plan_that_a_planner_expects(path: Path, plans):
    expect, plan = read(path)["expect"], plans[path]
    steps = [step.intervention for step in plan.steps]
    findings = {finding.rule for finding in plan.findings}
    deferred = {entry.intervention: entry.reason for entry in plan.deferred}
    assert plan.status == expect.get("status", plan.status)
    assert set(expect.get("findings", [])) <= findings
    assert not set(expect.get("no-findings", [])) & findings
    assert set(expect.get("steps", [])) <= set(steps)
    assert not set(expect.get("no-steps", [])) & set(steps)
    if "steps-exactly" in expect:
        assert steps == expect["steps-exactly"]
    order = expect.get("order", [])
    assert [name for name in steps if name in order] == order
    assert expect.get("deferred", {}).items() <= deferred.items()
    if expect.get("deferred") == {}:
        assert deferred == {}
    assert expect.get("executors", {}).items() <= {step.intervention: step.executor for step in plan.steps}.items()
    if "doubtful" in expect:
        assert {question.name for question in plan.questions if question.why == "doubtful"} == set(expect["doubtful"])
    assert set(expect.get("questions", [])) <= {question.name for question in plan.questions}
    if expect.get("no-index"):
        assert plan.scores.index is None
    _check_money_and_capacity(plan, expect)


def _check_money_and_capacity(plan: Plan, expect: dict[str, Any]) -> None:
    own = [row for row in plan.money if row.budget is not None]
    planned = max((row.planned for row in own), default=0)
    assert planned <= expect.get("village-money-at-most", planned)
    if "money-left" in expect:
        assert min(row.left for row in own if row.left is not None) >= expect["money-left"]
    for key, is_village in (("village-steps-a-year-at-most", True), ("proposals-a-year-at-most", False)):
        started = Counter(step.year for step in plan.steps if (step.executor == "village") == is_village)
        assert max(started.values(), default=0) <= expect.get(key, 10**6)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_plan_keeps_what_every_plan_must(path: Path, plans):
    """Prerequisites end before their work starts, a step has a caller, nothing is both planned and deferred."""
    plan = plans[path]
    start = {step.intervention: 12 * (step.year - START_YEAR) + step.start_month for step in plan.steps}
    end = {step.intervention: start[step.intervention] + step.months for step in plan.steps}
    rested_on = {name for step in plan.steps for name in step.requires}
    rules = {finding.rule for finding in plan.findings}
    for step in plan.steps:
        assert all(end[name] <= start[step.intervention] for name in step.requires)
        assert step.called_by or step.intervention in rested_on
        assert set(step.called_by) <= rules
        assert sum(step.cost.by_source.values()) == sum(step.cost.by_year.values()) == step.cost.total
        assert (step.document == "rkpdes") == (step.executor == "village")
        assert step.value > 0
    assert not {entry.intervention for entry in plan.deferred} & set(start)
    assert all(row.left is None or row.left >= 0 for row in plan.money)


def test_there_are_villages_of_very_different_kinds(plans):
    statuses = Counter(plan.status for plan in plans.values())
    assert set(statuses) == {"planned", "nothing-to-do", "budget-too-small", "too-little-data"}
    assert len(SCENARIOS) >= 10
