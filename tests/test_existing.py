"""Programmes that go on anyway: read from files, taken off gross money, counted for rules, never planned twice."""

from __future__ import annotations

import csv
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import shipped
from hypothesis import given
from hypothesis import strategies as st
from properties import tries

import recommender as rec
from recommender.cli.running import run
from recommender.language.errors import UsageError
from recommender.model.nouns import Text
from recommender.model.plan import Plan
from recommender.outputs.input_form.workbook import make_template
from recommender.outputs.words import Words
from recommender.pipeline.documents import read_document
from recommender.request.budget_file import read_budget
from recommender.request.existing_file import read_existing
from recommender.request.ongoing import OngoingProgramme, typical_programmes
from recommender.request.request import make_request

START = 2027
FUND, ALLOCATION = "village-fund", "village-allocation"
NAME = Text(id="Kegiatan", en="Programme")
SAMPLES = Path(__file__).parents[1] / "examples" / "districts"
BUDGETS = Path(__file__).parents[2] / "shared" / "domain" / "money" / "village-activities.csv"
REBUILT = ("V2", "V4")  # complete lists of two villages


def programme(amount: int, code: str = "2.02.02", source: str = FUND, **more: Any) -> OngoingProgramme:
    return OngoingProgramme(code, NAME, source, {None: amount}, **more)


def a_village() -> rec.Village:
    return shipped.villages()["99.01.02.2002"]


def planned(kb: rec.KnowledgeBase, **options: Any) -> Plan:
    return rec.recommend(a_village(), kb, start_year=START, method="fast", **options).plan


def read(text: str, kb: rec.KnowledgeBase, tmp_path: Path) -> tuple[OngoingProgramme, ...]:
    (tmp_path / "existing.yaml").write_text(text, encoding="utf-8")
    return read_existing(tmp_path / "existing.yaml", kb)


def refused(kb: rec.KnowledgeBase, **options: Any) -> list[rec.Problem]:
    with pytest.raises(UsageError) as caught:
        make_request(rec.Options(START, **options), kb)
    return caught.value.problems


# Files


def test_programmes_are_read_with_amounts_by_year(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    text = """
existing:
  - {code: 5.03.00, name: BLT, amount: {2027: 36jt, 2028: 28_800_000}}
  - {code: 2.02.02, name: Posyandu, amount: 55jt, source: village-allocation, meets: [posyandu-revitalization]}
"""
    posts, aid = read(text, kb, tmp_path)
    assert (posts.source, posts.meets, posts.in_year(2031)) == (ALLOCATION, ("posyandu-revitalization",), 55_000_000)
    assert [aid.in_year(year) for year in (2027, 2028, 2029)] == [36_000_000, 28_800_000, 0]
    assert aid.source == FUND
    assert aid.focus == ("focus-1",)  # the catalog's of the same code
    assert posts.focus == tuple(sorted(kb.interventions["posyandu-revitalization"].focus)) != ()


BAD = {
    "{existing: [{code: 2.02.02, name: Posyandu, amount: -5}]}": "negative-amount",
    "{existing: [{code: 2.02.02, name: Posyandu}]}": "bad-shape",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: {}}]}": "bad-shape",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: 3M}]}": "bare-m",
    "{existing: [{code: 1.01, name: Siltap, amount: 5}]}": "bad-code",
    "{existing: [{code: nine, name: Siltap, amount: 5}]}": "bad-code",
    "{existing: [{code: 9.01.01, name: Siltap, amount: 5}]}": "bad-code",
    "{existing: [{code: 2.02.02, name: '', amount: 5}]}": "bad-name",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: {27: 5}}]}": "bad-year",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: 5, source: csr}]}": "unknown-source",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: 5, meets: [posyandu]}]}": "unknown-work",
    "{existing: [{code: 2.02.02, name: Posyandu, amount: 5, focus: [fokus-3]}]}": "unknown-focus",
    "{existing: [{code: 2.02.02, name: P, amount: 5}, {code: 2.02.02, name: p, amount: 6}]}": "existing-twice",
    "{existing: [5]}": "bad-shape",
    "{existing: 5}": "bad-shape",
    "{existing: []}": "bad-value",
    "{exsting: []}": "unknown-key",
    "[1]": "bad-shape",
}


@pytest.mark.parametrize("text", BAD)
def test_each_mistake_is_one_line_with_its_place(text: str, kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, kb, tmp_path)
    assert BAD[text] in {problem.code for problem in caught.value.problems}
    for problem in caught.value.problems:
        assert "existing.yaml" in problem.where
        assert "\n" not in problem.line("en") + problem.line("id")
        assert problem.message_id not in ("", problem.message)


def test_a_missing_file_is_said(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unreadable-file"):
        read_existing(tmp_path / "none.yaml", kb)


def test_typical_programmes_are_marked_and_unscaled(kb: rec.KnowledgeBase) -> None:
    typical = typical_programmes(kb)
    assert all(one.typical for one in typical)
    assert sum(one.in_year(START) for one in typical) == sum(one.typical for one in kb.existing_programmes.values())


# What they leave


@tries(60)
@given(gross=st.integers(0, 10**9), taken=st.lists(st.integers(0, 10**8), max_size=4), is_gross=st.booleans())
def test_gross_money_is_less_what_goes_on_and_free_money_is_not(
    kb: rec.KnowledgeBase, gross: int, taken: list[int], is_gross: bool
) -> None:
    existing = tuple(programme(amount) for amount in taken)
    budget = rec.Budget({FUND: gross}, existing=existing, gross=frozenset([FUND]) if is_gross else frozenset())
    options = rec.Options(START, budget=budget)
    over = sum(taken) - gross
    if is_gross and over > 0:
        problems = refused(kb, budget=budget)
        assert [problem.code for problem in problems] == ["existing-overrun"] * 3
        assert all(str(over) in problem.message and FUND in problem.message for problem in problems)
        assert {str(year) in problem.message for year, problem in enumerate(problems, START)} == {True}
        return
    money = make_request(options, kb).money
    assert money.totals == (gross - sum(taken) * is_gross,) * 3
    assert [money.gross(year) for year in range(3)] == [total + sum(taken) for total in money.totals]


def test_programmes_of_a_source_that_is_not_budgeted_take_nothing_of_others(kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({FUND: 100}, gross=frozenset([FUND]))
    request = make_request(rec.Options(START, budget=budget, existing=(programme(70, source=ALLOCATION),)), kb)
    assert request.money.totals == (100,) * 3
    assert request.money.gross(0) == 100


def test_a_budget_file_marks_what_is_gross(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    text = """
gross: {gross}
existing: [{{code: 2.02.02, name: Posyandu, amount: 5}}]
sources: {{village-fund: {{gross: 100, spoken-for: [{{share: 0.5}}]}}, village-allocation: 70}}
"""
    for gross, free in (("true", {FUND, ALLOCATION}), ("false", {FUND})):
        (tmp_path / "budget.yaml").write_text(text.format(gross=gross), encoding="utf-8")
        budget = read_budget(tmp_path / "budget.yaml", kb)
        assert budget.gross == free
        request = make_request(rec.Options(START, budget=budget), kb)
        assert request.amounts == {FUND: (45,) * 3, ALLOCATION: (70,) * 3}
        assert request.stated("auto")["spoken_for"] == {FUND: {str(year): 50 for year in (2027, 2028, 2029)}}


def test_works_that_go_on_are_there_and_never_planned(kb: rec.KnowledgeBase) -> None:
    met = planned(kb).steps[0].intervention
    plan = planned(kb, existing=(programme(1, meets=(met,)),))
    assert met not in {step.intervention for step in plan.steps}
    assert met in plan.met
    assert plan.existing[0].meets == [met]


def test_a_village_without_a_budget_has_what_is_usual_in_its_district(kb: rec.KnowledgeBase) -> None:
    request = make_request(rec.Options(START), kb)
    known = request.of(rec.Village("11.01.01.2001", "kemendagri"))
    assert known.assumed is not None
    assert (known.assumed.code, known.assumed.district) == ("11.01", "Kabupaten Aceh Selatan")
    assert known.money.totals == (known.assumed.amount,) * 3 != request.money.totals
    for code, scheme in (("99.01.01.2001", "kemendagri"), ("1101012001", "bps"), ("1101012001", "unknown")):
        elsewhere = request.of(rec.Village(code, scheme))
        assert elsewhere.assumed is not None
        assert (elsewhere.assumed.code, elsewhere.money.totals) == ("", request.money.totals)
    given_money = make_request(rec.Options(START, budget=rec.Budget({FUND: 5})), kb)
    assert given_money.of(rec.Village("11.01.01.2001", "kemendagri")).assumed is None


def test_the_usual_money_is_marked_in_the_plan(kb: rec.KnowledgeBase) -> None:
    assumed = planned(kb).assumed_money
    assert assumed is not None
    assert assumed.amount == make_request(rec.Options(START), kb).settings.typical_budget
    assert planned(kb, budget=rec.Budget({FUND: 5_000_000})).assumed_money is None


# Rules


def test_rules_take_what_goes_on_off_what_they_ask(kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({FUND: 90, ALLOCATION: 1000})
    existing = (programme(10, focus=("focus-4",)), programme(99, source=ALLOCATION, focus=("focus-4",)))
    money = make_request(rec.Options(START, budget=budget, existing=existing, money_rules=2025), kb).money
    (food,) = (rule for rule in money.rules if rule.name == "food-2025")
    assert (food.asked, food.existing) == ((20,) * 3, (10,) * 3)  # a fifth of 90 + 10 of the fund alone
    (earmark,) = (earmark for earmark in money.earmarks if earmark.rule == "food-2025")
    assert [money.least(earmark, year) for year in range(3)] == [10] * 3
    (aid,) = (earmark for earmark in money.earmarks if earmark.rule == "cash-aid-2025")
    assert (money.most(aid, 0), money.least(aid, 0)) == (15, 0)


@pytest.mark.parametrize(
    ("start", "asked", "year"), [(2027, None, 2026), (2025, None, 2025), (2027, 2022, 2022), (2027, "none", None)]
)
def test_the_newest_rules_hold_unless_others_are_asked_for(
    start: int, asked: Any, year: int | None, kb: rec.KnowledgeBase
) -> None:
    rules = make_request(rec.Options(start, money_rules=asked), kb).money.rules
    assert {rule.rule.year for rule in rules if not rule.rule.standing} == ({year} if year else set())
    assert bool(rules) == (asked != "none")


def test_rules_of_a_source_hold_only_where_it_is_budgeted(kb: rec.KnowledgeBase) -> None:
    money = make_request(rec.Options(START, budget=rec.Budget({ALLOCATION: 100})), kb).money
    assert {rule.rule.funding for rule in money.rules} == {None}
    assert not money.earmarks


def test_a_ceiling_is_what_was_there_before_anything_was_taken_off(kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({FUND: 40}, spoken_for={FUND: {None: 60}})
    asked = {rule.name: rule.asked for rule in make_request(rec.Options(2025, budget=budget), kb).money.rules}
    assert asked["food-2025"] == (20,) * 3


def test_a_year_without_rules_is_refused(kb: rec.KnowledgeBase) -> None:
    (problem,) = refused(kb, money_rules=2019)
    assert (problem.where, problem.code) == ("--money-rules", "no-money-rules")
    assert "2022, 2024, 2025, 2026" in problem.message


def test_caps_that_exclude_each_other_are_refused(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    text = "sources: {village-fund: {amount: 100jt, earmarks: [{focus: [focus-4, focus-5], at-most: 0.1}]}}"
    (tmp_path / "budget.yaml").write_text(text, encoding="utf-8")
    budget = read_budget(tmp_path / "budget.yaml", kb)
    (problem,) = refused(kb, budget=budget, money_rules=2025)
    assert (problem.code, problem.where) == ("earmarks-beyond", "--money-rules")
    assert "food-2025" in problem.message
    for rules in ("none", 2026):  # those of 2026 were not read in the regulation itself: they only report
        assert not [
            one
            for one in make_request(rec.Options(START, budget=budget, money_rules=rules), kb).money.earmarks
            if one.rule
        ]
    served = (programme(20_000_000, focus=("focus-4",)),)
    make_request(
        rec.Options(START, budget=budget, existing=served, money_rules=2025), kb
    )  # what goes on does most of it already


def test_the_plan_says_of_each_rule_and_year_what_is_asked_planned_and_short(kb: rec.KnowledgeBase) -> None:
    existing = (*typical_programmes(kb),)
    plan = planned(kb, budget=rec.Budget({FUND: 330_000_000, ALLOCATION: 50_000_000}), existing=existing)
    names = {row.name for row in plan.rules}
    assert names == {"cash-aid-2026", "food-2026", "operations-2026", "government-pay"}
    assert [row.plan_year for row in plan.rules if row.name == "food-2026"] == [2027, 2028, 2029]
    for row in plan.rules:
        lacking = row.asked - row.planned if row.kind == "at-least" else row.planned - row.asked
        assert row.short == max(0, lacking)
    (pay, *_) = (row for row in plan.rules if row.name == "government-pay")
    counted = ("1.01.01", "1.01.02", "1.01.05", "1.01.06")
    assert pay.planned == sum(one.typical for one in kb.existing_programmes.values() if one.code in counted)
    spent = sum(row.planned for row in plan.money if row.year == START and row.budget is not None)
    assert pay.asked == (spent + sum(one.in_year(START) for one in existing)) * 3 // 10
    (food, *_) = (row for row in plan.rules if row.name == "food-2026")
    under = {name for name, work in kb.interventions.items() if "focus-4" in work.focus}
    lines = [line for step in plan.steps if step.intervention in under for line in step.lines if line.year == START]
    paid = sum(line.by_source.get(FUND, 0) for line in lines)
    assert food.planned == kb.existing_programmes["food-security"].typical + paid
    assert plan.earmarks == []  # the budget has none of its own


def test_money_rows_say_what_goes_on(kb: rec.KnowledgeBase) -> None:
    plan = planned(kb, budget=rec.Budget({FUND: 100_000_000}), existing=(programme(7), programme(5, source=ALLOCATION)))
    assert {(row.source, row.existing) for row in plan.money if row.budget is not None} == {(FUND, 7)}


# Instalments


def test_what_comes_first_is_a_share_by_class_of_the_sources_that_come_in_parts(kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({FUND: 100, ALLOCATION: 50}, reserve=0)
    money = make_request(rec.Options(START, budget=budget), kb).money
    assert money.early() == money.early("maju") == (40 + 50,) * 3
    assert money.early("mandiri") == (60 + 50,) * 3
    assert make_request(rec.Options(START, budget=rec.Budget({ALLOCATION: 50})), kb).money.early() is None


# Documents, and what-if


@pytest.mark.parametrize(
    "options",
    [
        {"existing": True},
        {"existing": True, "money_rules": 2025, "prices": "nominal"},
        {"money_rules": "none"},
        {"budget": rec.Budget({FUND: 400_000_000}, existing=(programme(50_000_000),), gross=frozenset([FUND]))},
        {"budget": rec.Budget({}, {FUND: {2027: 400_000_000}}, existing=(programme(50_000_000),))},
    ],
)
def test_a_document_states_what_goes_on_and_is_verified(options: dict[str, Any], kb: rec.KnowledgeBase) -> None:
    given_options = options | ({"existing": typical_programmes(kb)} if options.get("existing") else {})
    asked = rec.Options(START, method="fast", **given_options)
    villages = list(shipped.villages().values())[:3]
    document = rec.document(rec.recommend_all(villages, kb, asked), kb, asked)
    assert [str(problem) for problem in rec.verify(read_document(rec.to_json(document)), kb)] == []


def test_more_money_is_more_of_what_is_free(kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({FUND: 200_000_000}, existing=(programme(50_000_000),), gross=frozenset([FUND]))
    first = rec.recommend(a_village(), kb, start_year=START, budget=budget, method="fast")
    then = rec.what_if(first, budget=rec.Budget({FUND: 150_000_000}, existing=(programme(50_000_000),)))
    assert [row.budget for row in first.plan.money] == [row.budget for row in then.after.plan.money]
    assert [step.intervention for step in first.plan.steps] == [step.intervention for step in then.after.plan.steps]


def test_the_command_line_takes_programmes_rules_and_prices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = ["plan", str(SAMPLES), "--village", "99.01.02.2002", "--start-year", "2027", "--lang", "en"]
    (tmp_path / "budget.yaml").write_text(
        "{existing: [{code: 2.02.02, name: P, amount: 5jt}], sources: {village-fund: {gross: 4jt}}}", encoding="utf-8"
    )
    refusals = {
        ("--money-rules", "2019"): "no-money-rules",
        ("--money-rules", "soon"): "bad-money-rules",
        ("--existing", str(tmp_path / "none.yaml")): "unreadable-file",
        ("--existing", "typical", "--budget-file", str(tmp_path / "budget.yaml")): "two-existing",
        ("--budget-file", str(tmp_path / "budget.yaml")): "existing-overrun",
    }
    for words, code in refusals.items():
        assert run([*plan, *words]) == 2, words
        told = capsys.readouterr().err
        assert code in told
        assert "Traceback" not in told
    words = ["--existing", "typical", "--money-rules", "NONE", "--prices", "nominal", "--format", "json"]
    assert run([*plan, *words]) == 0
    options = json.loads(capsys.readouterr().out)["options"]
    assert (options["money_rules"], options["prices"], len(options["existing"])) == ("none", "nominal", 21)


def test_a_template_filled_in_gives_the_programmes_back(kb: rec.KnowledgeBase) -> None:
    template = make_template([a_village()], [], "idm", Words(kb, "id"), 2024)
    file = BytesIO(template)
    file.name = "isian.xlsx"
    assert rec.read_villages([file], kb).existing == ()  # amounts are for the village to fill in


# Against real village budgets


@pytest.mark.skipif(not BUDGETS.exists(), reason="the gathered village budgets are not part of this repository")
@pytest.mark.parametrize("village", REBUILT)
def test_a_real_village_budget_rebuilt_as_programmes_has_its_totals(village: str, kb: rec.KnowledgeBase) -> None:
    with BUDGETS.open(encoding="utf-8") as file:
        lines = [row for row in csv.DictReader(file) if row["id"] == village]
    assert len(lines) > 30
    existing = tuple(
        OngoingProgramme(
            f"{line['bidang']}.01.{number:02}", Text(id=name, en=name), ALLOCATION, {None: int(line["rupiah"])}
        )
        for number, line in enumerate(lines)
        for name in [line["activity_if_named"] or f"line {number}"]
    )
    total = sum(int(line["rupiah"]) for line in lines)
    budget = rec.Budget({FUND: 100_000_000, ALLOCATION: total + 7}, gross=frozenset([ALLOCATION]))
    plan = planned(kb, budget=budget, existing=existing)
    assert len(plan.existing) == len(lines)
    for year in (2027, 2028, 2029):
        assert sum(row.by_year[str(year)] for row in plan.existing) == total
        for field in "12345":
            stated = sum(int(line["rupiah"]) for line in lines if line["bidang"] == field)
            assert sum(row.by_year[str(year)] for row in plan.existing if row.code.startswith(field)) == stated
        (row,) = (row for row in plan.money if (row.source, row.year) == (ALLOCATION, year))
        assert (row.existing, row.budget) == (total, 7)
