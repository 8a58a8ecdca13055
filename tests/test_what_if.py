"""What if: two plans side by side, every step in exactly one list, each with a true reason; and the command line."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import shipped
import support_cases
from support_cases import START, cases, knowledge
from test_cli import data, tell

import recommender as rec
from recommender.model.knowledge import KnowledgeBase
from recommender.pipeline.documents import Result
from recommender.verbs.explaining.why_not import why_not
from recommender.verbs.what_if.changes import Case, CaseChange, applied, case_of
from recommender.verbs.what_if.comparing import Moved, PlanComparison
from recommender.verbs.what_if.knowledge_changes import ParameterChange
from recommender.verbs.what_if.typed import budget_with, settings_of
from recommender.verbs.what_if.village_changes import FactChange, ValueChange
from recommender.verbs.what_if.what_if import what_if

__all__ = ["data", "tell"]
ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "examples" / "districts" / "teluk-kerama"
VILLAGE = "99.01.01.2004"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return knowledge(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def result() -> Result:
    return shipped.result(VILLAGE)


def planned(case: Case) -> Result:
    (found,) = rec.recommend_all([case.village], case.kb, case.options)
    return found


def because(moves: tuple[Moved, ...], name: str) -> dict[str, tuple[str, ...]]:
    (found,) = [moved for moved in moves if moved.intervention == name]
    return {one.key: (*one.names, one.detail) if one.detail else one.names for one in found.because}


def names(moves: tuple[Moved, ...]) -> set[str]:
    return {moved.intervention for moved in moves}


# Both plans -----------------------------------------------------------------------------------------------------------


def assert_whole(compared: PlanComparison) -> None:
    """Every step of either plan stands in one list, with the steps of the plans themselves."""
    before = {step.intervention: step for step in compared.before.plan.steps}
    after = {step.intervention: step for step in compared.after.plan.steps}
    lists = [names(compared.came), names(compared.went), names(compared.moved), set(compared.stayed)]
    assert sum(map(len, lists)) == len(set().union(*lists)) == len(before.keys() | after.keys())
    assert lists[0] == after.keys() - before.keys()
    assert lists[1] == before.keys() - after.keys()
    for moved in (*compared.came, *compared.went, *compared.moved):
        assert moved.before == before.get(moved.intervention)
        assert moved.after == after.get(moved.intervention)
    for name in compared.stayed:
        one, other = before[name], after[name]
        assert (one.year, one.start_month, one.executor, one.cost.total) == (
            other.year,
            other.start_month,
            other.executor,
            other.cost.total,
        )


@pytest.mark.parametrize(
    "asked",
    [
        {"values": {"post-logistics": 5}},
        {"facts": {"has-waste-bank": False, "coastal": None}},
        {"budget": rec.Budget({"village-fund": 40_000_000})},
        {"years": 1},
        {"pins": ["waste-bank"], "bans": ["village-public-wifi"]},
        {"done": ["village-public-wifi"]},
        {"own_means": True, "measured_only": True},
        {"parameters": {"lines-per-year": 1}},
    ],
    ids=lambda asked: "-".join(asked),
)
def test_every_step_comes_goes_moves_or_stays_and_the_second_plan_is_the_one_of_the_changes(
    result: Result, asked: dict[str, Any]
) -> None:
    compared = what_if(result, **asked)
    assert_whole(compared)
    assert compared.before is result
    assert not compared.is_same
    again = planned(applied(compared.changes, case_of(result)))
    assert again.plan == compared.after.plan


def test_nothing_changed_is_the_same_plan(result: Result) -> None:
    compared = what_if(result)
    assert compared.is_same
    assert compared.after.plan == result.plan
    assert compared.stayed == tuple(step.intervention for step in result.plan.steps)


def test_a_change_and_its_opposite_give_the_first_plan_again(small: KnowledgeBase) -> None:
    first = planned(cases(small)["all is weak"])
    there = what_if(first, values={"shops": 5})
    back = what_if(there.after, values={"shops": 1})
    assert back.after.plan.steps == first.plan.steps


# Why ------------------------------------------------------------------------------------------------------------------


def test_what_came_names_the_finding_that_appeared_and_what_went_the_one_that_is_gone(small: KnowledgeBase) -> None:
    first = planned(cases(small)["nothing is weak"])
    compared = what_if(first, values={"shops": 1})
    came = names(compared.came)
    assert came
    for name in came:
        assert because(compared.came, name)["finding-appeared"] == ("few-shops",)
    back = what_if(compared.after, values={"shops": 5})
    for name in came:
        assert because(back.went, name)["finding-gone"] == ("few-shops",)


def test_a_pin_a_ban_and_a_work_already_there_are_named(small: KnowledgeBase) -> None:
    first = planned(cases(small)["all is weak"])
    steps = {step.intervention for step in first.plan.steps}
    assert {"pipes", "water-group", "market"} <= steps
    compared = what_if(first, bans=["pipes"])
    assert "banned" in because(compared.went, "pipes")
    done = what_if(first, done=["water-group"])
    assert because(done.went, "water-group") == {"done-now": ()}
    weak = planned(cases(small)["nothing is weak"])
    pinned = what_if(weak, facts={"coastal": False}, pins=["pipes"])
    assert "pinned" in because(pinned.came, "pipes")
    (member,) = names(pinned.came) & {"spring", "well"}
    assert because(pinned.came, member)["prerequisite-of"] == ("pipes",)


def test_what_went_with_the_work_that_needed_it_says_so(small: KnowledgeBase) -> None:
    first = planned(cases(small)["all is weak"])
    compared = what_if(first, values={"water": 5})
    gone = names(compared.went)
    assert "pipes" in gone
    for name in gone & {"spring", "well"}:
        assert because(compared.went, name)["served-gone"] == ("pipes",)


def test_more_money_is_named_where_money_was_lacking(small: KnowledgeBase) -> None:
    case = cases(small)["very little money"]
    first = planned(case)
    lacking = {entry.intervention for entry in first.plan.deferred if entry.reason == "over-budget"}
    compared = what_if(first, budget=rec.Budget({"village-fund": 500_000_000}))
    came = names(compared.came) & lacking
    assert came
    for name in came:
        found = because(compared.came, name)
        assert found["was-deferred"] == ("over-budget",)
        assert found["more-room"] == ("money",)


def test_a_step_that_costs_otherwise_or_has_another_builder_moved(small: KnowledgeBase) -> None:
    first = planned(cases(small)["all is weak"])
    compared = what_if(first, facts={"households": 300})
    assert because(compared.moved, "pipes")["other-cost"] == ()
    (moved,) = [one for one in compared.moved if one.intervention == "pipes"]
    (cost,) = [one for one in moved.because if one.key == "other-cost"]
    assert cost.amounts == (60_000_000, 30_000_000)
    poorer = what_if(first, budget=rec.Budget({"village-fund": 60_000_000}))
    assert because(poorer.moved, "pipes")["other-executor"] == ("village", "district")


# Mistakes -------------------------------------------------------------------------------------------------------------


def test_every_mistake_of_the_library_is_named_at_once(result: Result) -> None:
    with pytest.raises(rec.UsageError) as refused:
        what_if(
            result,
            values={"toilet-acces": 1, "toilet-access": 1},
            facts={"coastl": True, "coastal": 3, "households": 1.5},
            parameters={"lines-per-yaer": 1, "lines-per-year": -1},
            pins=["vilage-public-wifi"],
            done=["nothing"],
        )
    codes = [problem.code for problem in refused.value.problems]
    assert codes == [
        "unknown-indicator",
        "not-on-ladder",
        "unknown-fact",
        "unfit-answer",
        "unfit-answer",
        "unknown-parameter",
        "unfit-number",
        "unknown-intervention",
        "unknown-intervention",
    ]
    assert "'toilet-access'" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("toilet-access", "bad-setting"),
        ("=3", "bad-setting"),
        ("toilet-access=", "bad-setting"),
        ("toilet-access=good", "bad-setting"),
        ("toilet-access=7", "not-on-ladder"),
        ("toilet-acces=3", "unknown-setting"),
        ("coastal=maybe", "bad-fact"),
        ("households=many", "bad-fact"),
        ("lines-per-year=x", "bad-setting"),
        ("lines-per-year=inf", "bad-setting"),
        ("lines-per-year=1.5", "unfit-number"),
        ("fact:toilet-access=3", "unknown-fact"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(result: Result, text: str, code: str) -> None:
    (found,) = settings_of([text], case_of(result))
    assert isinstance(found, rec.Problem)
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("toilet-access=3", ValueChange("toilet-access", 3, 5, 2)),
        ("toilet-access = unknown", ValueChange("toilet-access", None, 5, 1)),
        ("indicator:toilet-access=3,0", ValueChange("toilet-access", 3, 5, 2)),
        ("has-waste-bank=tidak", FactChange("has-waste-bank", False)),
        ("has-waste-bank=no", FactChange("has-waste-bank", False)),
        ("households=1.250", FactChange("households", 1_250_000)),
        ("lines-per-year=7", ParameterChange("lines-per-year", 7, 11)),
    ],
)
def test_a_setting_is_read_as_it_is_typed(result: Result, text: str, change: CaseChange) -> None:
    (found,) = settings_of([text], case_of(result))
    if isinstance(found, FactChange):
        assert isinstance(change, FactChange)
        assert (found.fact, found.value) == (change.fact, change.value)
    else:
        assert found == change


def test_a_village_without_an_index_has_facts_only(kb: KnowledgeBase) -> None:
    village = rec.Village("1", "unknown", facts={"coastal": True})
    case = Case(village, rec.Options(START), kb)
    value, fact = settings_of(["toilet-access=3", "coastal=no"], case)
    assert isinstance(value, rec.Problem)
    assert value.code == "no-index-data"
    assert fact == FactChange("coastal", False, True)
    told = why_not(planned(case), "tourism-village")
    assert all(kind != "data" for kind in (s.kind for s in told.suggestions))


def test_then_budget_changes_one_source_or_one_year_and_leaves_the_rest(kb: KnowledgeBase, result: Result) -> None:
    budget = rec.Budget({"village-fund": 5, "village-allocation": 7})
    case = Case(result.village, rec.Options(START, budget=budget), kb)
    found = budget_with([f"village-fund@{START + 1}=9", "village-fund=6"], case)
    assert found.amounts == {"village-fund": 6, "village-allocation": 7}
    assert found.by_year == {"village-fund": {START + 1: 9}}
    with pytest.raises(rec.UsageError) as refused:
        budget_with([f"village-fund@{START - 1}=9", "x", "1jt", "2jt"], case)
    assert [problem.code for problem in refused.value.problems] == ["not-in-plan", "bad-amount", "source-twice"]


# The command ----------------------------------------------------------------------------------------------------------


def test_the_options_that_explain_prints_put_the_work_in(tell: Any) -> None:
    """Each suggestion of each work asked about, typed as it is printed, brings the work."""
    ask = ("--village", VILLAGE, "--start-year", START, "--budget", "60jt")
    tried = 0
    for work in ("waste-bank", "village-kiosks"):
        told = tell("explain", SAMPLES, work, *ask, "--format", "json")
        assert told.code == 0
        found = json.loads(told.out)["why_not"]
        assert found["suggestions"], work
        for suggestion in found["suggestions"]:
            options = [word for option in suggestion["options"] for word in shlex.split(option)]
            made = tell("what-if", SAMPLES, *ask, *options, "--format", "json")
            assert made.code == 0, made.err
            assert work in json.loads(made.out)["after"]["steps"], suggestion
            tried += 1
    assert tried >= 3


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", ["table", "md"])
def test_both_plans_are_worded_in_both_languages(tell: Any, lang: str, form: str) -> None:
    told = tell(
        "what-if", SAMPLES, "--village", VILLAGE, "--start-year", START, "--lang", lang, "--format", form,
        "--set", "toilet-access=0", "--set", "residents-internet=unknown", "--then-pin", "waste-bank",
        "--then-years", 4, "--then-own-means", "--then-budget", "100jt", "--then-done", "bumdes-establishment",
        "--then-measured-only", "--set", "lines-per-year=3", "--set", "has-waste-bank=no",
    )  # fmt: skip
    assert told.code == 0, told.err
    for key in ("what-if.came", "what-if.went", "what-if.side-by-side"):
        from recommender.language.wording import say

        assert say(lang, key) in told.out
    assert "{" not in told.out


def test_an_overlay_of_the_second_plan_alone_changes_it(tell: Any, tmp_path: Path) -> None:
    overlay = tmp_path / "mine"
    file = overlay / "catalog" / "parameters.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("lines-per-year:\n  values: {2024-01-01: 1}\n", encoding="utf-8")
    ask = ("what-if", SAMPLES, "--village", VILLAGE, "--start-year", START, "--format", "json")
    told = tell(*ask, "--then-overlay", overlay)
    assert told.code == 0, told.err
    data_ = json.loads(told.out)
    assert [change["change"] for change in data_["changes"]] == ["knowledge"]
    same = json.loads(tell(*ask, "--set", "lines-per-year=1").out)
    assert data_["after"]["steps"] == same["after"]["steps"] != data_["before"]["steps"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "nothing-asked"),
        (("--set", "a=b", "--then-pin", "nothing", "--then-budget", "x"), "unknown-setting unknown-intervention"),
        (("--then-own-means", "--then-with-proposals"), "both-ways"),
        (("--then-years", "0"), "bad-years"),
        (("--then-years", "two"), "'two'"),
        (("--then-budget", "vilage-fund=1jt"), "unknown-source"),
        (("--then-budget", "1jt", "--then-budget-file", "x.yaml"), "two-budgets"),
        (("--then-pin", "waste-bank", "--then-ban", "waste-bank"), "pinned-and-banned"),
        (("--set", "coastal=ya", "--set", "coastal=no"), "setting-twice"),
    ],
)
def test_mistakes_are_told_together_a_line_each_and_nothing_is_planned(tell: Any, options: Any, said: str) -> None:
    told = tell("what-if", SAMPLES, "--village", VILLAGE, "--start-year", START, *options)
    assert (told.code, told.out) == (2, "")
    assert "Traceback" not in told.err
    for word in said.split():
        assert word in told.err


def test_one_village_is_asked_for(tell: Any, data: Path) -> None:
    told = tell("what-if", data, "--then-years", 2)
    assert told.code == 2
    assert "which-village" in told.err


def test_explain_writes_markdown_and_json_of_a_step_and_of_the_plan(tell: Any) -> None:
    ask = ("--village", VILLAGE, "--start-year", START)
    whole = json.loads(tell("explain", SAMPLES, *ask, "--format", "json").out)
    name = whole["steps"][0]["intervention"]
    step = json.loads(tell("explain", SAMPLES, name, *ask, "--format", "json").out)
    assert (step["kind"], step["step"]["intervention"], step["bound"]["by"]) == ("step", name, "first")
    assert step["why_not"] is None
    assert tell("explain", SAMPLES, name, *ask, "--format", "md").out.startswith("# ")


def test_the_small_base_is_the_one_of_the_brute_force(small: KnowledgeBase) -> None:
    """The list of answers that brute force tries names facts that exist, and no other fact is left out but derived."""
    derived = {name for name, fact in small.facts.items() if fact.derived is not None}
    assert set(support_cases.ANSWERS) == set(small.facts) - derived
