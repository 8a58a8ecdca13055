"""Why a work is in the plan and why there, or why it is not: each kind, and each thing that can bind."""

from __future__ import annotations

import pytest
import shipped

import recommender as rec
from recommender.model.plan import Plan, Step
from recommender.model.plan_money import MoneyRow, StepCost
from recommender.pipeline.documents import Result
from recommender.verbs.explaining.why import explain, explain_plan

START = shipped.START


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return shipped.results(list(shipped.villages())[:12])


# Kinds ----------------------------------------------------------------------------------------------------------------


def test_a_work_has_one_kind_by_where_it_stands_in_the_plan(results: list[Result], kb: rec.KnowledgeBase) -> None:
    seen = set()
    for result in results:
        steps = {step.intervention: step for step in result.plan.steps}
        deferred = {entry.intervention: entry for entry in result.plan.deferred}
        for name in kb.interventions:
            told = explain_plan(result.plan, kb, START, name)
            seen.add(told.kind)
            assert (told.intervention, told.plan) == (name, result.plan)
            assert (told.kind == "step") == (name in steps)
            assert told.step == steps.get(name)
            assert told.deferred == (deferred.get(name) if name not in steps else None)
            assert (told.bound is not None) == (told.kind == "step")
            if told.kind == "met":
                assert name in result.plan.met
    assert seen == {"step", "deferred", "met", "not-called"}


def test_findings_are_those_whose_rules_call_the_work(results: list[Result], kb: rec.KnowledgeBase) -> None:
    for result in results:
        for step in result.plan.steps:
            told = explain(result, step.intervention)
            rules = {finding.rule for finding in told.findings}
            assert set(step.called_by) <= rules
            assert all(step.intervention in kb.rules[rule].calls for rule in rules)
            assert rules or step.called_by == []


def test_without_a_work_the_whole_plan_is_explained(results: list[Result]) -> None:
    told = explain(results[0])
    assert (told.kind, told.intervention, told.step, told.bound) == ("plan", None, None, None)


def test_an_unknown_work_is_refused_with_the_nearest(results: list[Result], kb: rec.KnowledgeBase) -> None:
    name = sorted(kb.interventions)[0]
    with pytest.raises(rec.UsageError, match=name):
        explain(results[0], name[:-1])


def test_the_explanation_of_a_document_is_that_of_the_result(results: list[Result], kb: rec.KnowledgeBase) -> None:
    for result in results[:3]:
        for step in result.plan.steps:
            again = explain_plan(Plan.model_validate_json(result.plan.model_dump_json(by_alias=True)), kb, START)
            assert again.plan == result.plan
            assert explain_plan(again.plan, kb, START, step.intervention) == explain(result, step.intervention)


# What binds -----------------------------------------------------------------------------------------------------------


def test_what_binds_is_true_of_the_plan(results: list[Result], kb: rec.KnowledgeBase) -> None:
    seen = set()
    for result in results:
        plan, settings = result.plan, result.request.settings
        for step in plan.steps:
            told = explain(result, step.intervention)
            own = step.executor == "village"
            started = [s for s in plan.steps if s.year == step.year - 1 and (s.executor == "village") == own]
            seen.add(told.bound)
            assert (told.bound == "first") == (step.year == START)
            assert (told.bound_by != ()) == (told.bound == "prerequisite")
            assert set(told.bound_by) <= set(step.requires)
            if told.bound == "works-a-year":
                assert own
                assert len(started) == settings.works_per_year
            if told.bound == "proposals-a-year":
                assert not own
                assert len(started) == settings.proposals_per_year
            if told.bound == "lead-time":
                assert not own
    assert {"first", "works-a-year", "lead-time", "proposals-a-year"} <= seen


@pytest.fixture(scope="module")
def plain(results: list[Result]) -> Plan:
    return max((result.plan for result in results), key=lambda plan: len(plan.steps))


def step_of(plan: Plan, name: str, year: int, cost: int = 10, own: bool = True, **given: object) -> Step:
    """Return a step of a plan under a name of the catalog, with numbers of our own."""
    money = StepCost(total=cost, low=cost, high=cost, by_source={"village-fund": cost}, by_year={str(year): cost})
    changes = {
        "intervention": name,
        "executor": "village" if own else "district",
        "year": year,
        "start_month": 2,
        "months": 3,
        "cost": money,
        "requires": [],
        **given,
    }
    return plan.steps[0].model_copy(update=changes)


def money(planned: tuple[int, int, int], budget: int = 100, reserve: int = 10) -> list[MoneyRow]:
    return [
        MoneyRow(
            source="village-fund",
            year=START + offset,
            budget=budget,
            planned=amount,
            left=budget - amount,
            running=0,
            reserve=reserve,
        )
        for offset, amount in enumerate(planned)
    ]


def bound_of(plan: Plan, kb: rec.KnowledgeBase, steps: list[Step], rows: list[MoneyRow]) -> tuple[str | None, object]:
    made = plan.model_copy(update={"steps": steps, "money": rows, "deferred": []})
    told = explain_plan(made, kb, START, steps[-1].intervention)
    return told.bound, told.bound_by


def names_of(kb: rec.KnowledgeBase) -> list[str]:
    return sorted(name for name, work in kb.interventions.items() if work.lead_months is None)


def test_a_step_of_the_first_year_is_bound_by_nothing(plain: Plan, kb: rec.KnowledgeBase) -> None:
    name = names_of(kb)[0]
    assert bound_of(plain, kb, [step_of(plain, name, START)], money((10, 0, 0))) == ("first", ())


def test_a_prerequisite_that_ends_too_late_binds(plain: Plan, kb: rec.KnowledgeBase) -> None:
    first, second = names_of(kb)[:2]
    late = step_of(plain, first, START, start_month=6, months=6)
    step = step_of(plain, second, START + 1, requires=[first])
    assert bound_of(plain, kb, [late, step], money((10, 10, 0))) == ("prerequisite", (first,))
    early = step_of(plain, first, START, start_month=2, months=3)
    full = money((90, 10, 0))
    assert bound_of(plain, kb, [early, step], full) == ("money", ())


def test_money_binds_up_to_the_reserve(plain: Plan, kb: rec.KnowledgeBase) -> None:
    name = names_of(kb)[0]
    step = step_of(plain, name, START + 1, cost=20)
    assert bound_of(plain, kb, [step], money((71, 20, 0))) == ("money", ())
    assert bound_of(plain, kb, [step], money((70, 20, 0))) == ("running-cost", ())


def test_an_instalment_of_a_later_year_binds_too(plain: Plan, kb: rec.KnowledgeBase) -> None:
    """5 in the first and 60 in the second year: a year earlier the 60 meet a year in which only 40 are free."""
    cost = StepCost(
        total=65,
        low=65,
        high=65,
        by_source={"village-fund": 65},
        by_year={str(START + 1): 5, str(START + 2): 60},
    )
    step = step_of(plain, names_of(kb)[0], START + 1, cost=0).model_copy(update={"cost": cost, "months": 24})
    assert bound_of(plain, kb, [step], money((50, 55, 60))) == ("money", ())
    assert bound_of(plain, kb, [step], money((50, 30, 60))) == ("running-cost", ())


def test_a_full_year_binds(plain: Plan, kb: rec.KnowledgeBase) -> None:
    *others, name = names_of(kb)[:7]
    steps = [step_of(plain, other, START, cost=1) for other in others]
    assert bound_of(plain, kb, [*steps, step_of(plain, name, START + 1)], money((6, 10, 0))) == ("works-a-year", ())


def test_the_lead_of_a_proposal_is_its_own_where_the_catalog_gives_one(plain: Plan, kb: rec.KnowledgeBase) -> None:
    usual = names_of(kb)[0]
    slow = next(name for name, work in kb.interventions.items() if (work.lead_months or 0) >= 24)
    for name, year, bound in (
        (usual, START + 1, "lead-time"),
        (usual, START + 2, "running-cost"),
        (slow, START + 2, "lead-time"),
    ):
        step = step_of(plain, name, year, own=False, start_month=0)
        assert bound_of(plain, kb, [step], money((0, 0, 0))) == (bound, ())
