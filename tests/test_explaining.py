"""Why a work is in the plan and why there, or why it is not: each kind, and each thing that can bind."""

from __future__ import annotations

import pytest
import shipped

import recommender as rec
from recommender.model.plan import Line, Plan, Step
from recommender.model.plan_money import MoneyRow, StepCost
from recommender.model.settings import settings_for
from recommender.pipeline.documents import Result
from recommender.pipeline.planning.village_limits import addressee_of
from recommender.verbs.explaining.why import explain, explain_plan
from recommender.verbs.what_if.what_if import what_if

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


@pytest.fixture(scope="module")
def narrow(results: list[Result]) -> list[Result]:
    """Plans of villages that start few works a year: the classes of starts are full."""
    few = {"physical-works-per-year": 1, "lines-per-year": 2, "building-proposals-per-addressee": 1}
    return [what_if(result, parameters=few).after for result in results[5:9]]


def test_what_binds_is_true_of_the_plan(results: list[Result], narrow: list[Result]) -> None:
    seen = set()
    for result in (*results, *narrow):
        plan, settings = result.plan, result.request.settings
        for step in plan.steps:
            told = explain(result, step.intervention)
            own = step.executor == "village"
            before = [s for s in plan.steps if s.measure != "act" and step.year - 1 in starts_of(s)]
            built = [s for s in before if s.physical and (s.executor == "village") == own]
            seen.add(told.bound)
            assert (told.bound == "first") == (step.year == START)
            assert (told.bound_by != ()) == (told.bound == "prerequisite")
            assert set(told.bound_by) <= set(step.requires)
            if told.bound == "physical-a-year":
                assert own
                assert step.physical
                assert len(built) == settings.physical_works_per_year
            if told.bound == "lines-a-year":
                assert own
                assert not step.physical
                others = [s for s in before if s.executor == "village" and not s.physical]
                assert len(others) >= settings.lines_per_year  # those of a package are one line
            if told.bound == "proposals-a-year":
                assert not own
                assert step.physical
                asked = [s for s in built if s.addressee == step.addressee]
                assert len(asked) == settings.building_proposals_per_addressee
            if told.bound == "lead-time":
                assert not own
    assert {"first", "physical-a-year", "lines-a-year", "lead-time", "prerequisite", "money"} <= seen


def starts_of(step: Step) -> set[int]:
    """Return the years in which something of the step starts: a service once, each phase and round of its own."""
    return {line.year for line in step.lines[: 1 if step.measure == "service" else None] if line.months}


@pytest.fixture(scope="module")
def plain(results: list[Result]) -> Plan:
    return max((result.plan for result in results), key=lambda plan: len(plan.steps))


def step_of(plan: Plan, name: str, year: int, cost: int = 10, own: bool = True, **given: object) -> Step:
    """Return a step of a plan under a name of the catalog, with numbers of our own."""
    money = StepCost(total=cost, low=cost, high=cost, by_source={"village-fund": cost}, by_year={str(year): cost})
    line = Line(year=year, start_month=2, months=3, amount=cost, volume=None, by_source={"village-fund": cost})
    changes = {
        "intervention": name,
        "measure": "work",
        "lines": [line],
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


@pytest.mark.parametrize(
    ("physical", "places", "bound"), [(True, "physical_works_per_year", "physical-a-year"),
                                      (False, "lines_per_year", "lines-a-year")]
)  # fmt: skip
def test_a_year_full_of_a_class_binds_what_takes_of_it_alone(
    plain: Plan, kb: rec.KnowledgeBase, physical: bool, places: str, bound: str
) -> None:
    """So many starts of the class fill a year; one fewer leaves a place, and those of the other class take none."""
    usable = [n for n in names_of(kb) if kb.interventions[n].measure != "act" and kb.interventions[n].package is None]
    alike = [name for name in usable if kb.interventions[name].physical == physical]
    other = next(name for name in usable if kb.interventions[name].physical != physical)
    count = getattr(settings_for(kb, START), places)
    *others, name = alike[: count + 1]
    assert len(others) == count
    steps = [step_of(plain, one, START, cost=1) for one in others]
    assert bound_of(plain, kb, [*steps, step_of(plain, name, START + 1)], money((4, 10, 0))) == (bound, ())
    for free in ([*steps[1:], step_of(plain, name, START + 1)], [*steps, step_of(plain, other, START + 1)]):
        assert bound_of(plain, kb, free, money((4, 10, 0))) == ("running-cost", ())


def test_buildings_asked_of_one_addressee_bind_what_is_asked_of_the_same(plain: Plan, kb: rec.KnowledgeBase) -> None:
    asked: dict[str, list[str]] = {}
    for name in names_of(kb):
        if (noun := kb.interventions[name]).physical and noun.measure != "act":
            asked.setdefault(addressee_of(noun, "district", kb), []).append(name)
    most = settings_for(kb, START).building_proposals_per_addressee
    several = next(names for names in asked.values() if len(names) > most)
    (elsewhere,) = next(names[:1] for names in asked.values() if names is not several)
    steps = [step_of(plain, name, START + 1, own=False, start_month=0) for name in several[:most]]
    for name, before, bound in (
        (several[most], steps, "proposals-a-year"),
        (several[most], steps[1:], "running-cost"),
        (elsewhere, steps, "running-cost"),
    ):
        step = step_of(plain, name, START + 2, own=False, start_month=0)
        assert bound_of(plain, kb, [*before, step], money((0, 0, 0))) == (bound, ())


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
