"""`check`: faults in measures, addressees, village money and tables, planted by an overlay, are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from recommender.knowledge.loader import load_knowledge
from recommender.knowledge.money_rules import money_rules, years_of_money_rules
from recommender.knowledge.places import knowledge_folder
from recommender.knowledge.reference_tables import TABLES, closing_rate, construction_ratio, typical_village_fund
from recommender.language.errors import KnowledgeError, UsageError
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.checking.checker import check_knowledge
from recommender.verbs.checking.codes import CODES

LATRINE = "catalog/interventions/living/household-latrine.yaml"
CADRE = "catalog/interventions/people/digital-cadre.yaml"
LETTER = "catalog/interventions/governance/head-e-signature.yaml"
RULES, PROGRAMMES, ADDRESSEES = (
    f"catalog/{kind}.yaml" for kind in ("money-rules", "existing-programmes", "addressees")
)
FUNDING = "catalog/funding.yaml"
INDEX, FUND, RATES = (f"catalog/codes/{name}.csv" for name in ("construction-index", "village-fund", "closing-rates"))
RATE_COLUMNS = "framework,indicator,score,class,n,n3,p1,p2,p3,low,high\n"
MONEY_RULE = """flood-2027:
  name: {id: "Banjir", en: "Floods"}
  year: 2027
  regulation: "Perbup 1/2027"
  kind: at-least
  share: 0.1
  base: regular
  funding: village-fund
  focus: [focus-2]
  sources: [JUDGEMENT]
"""

# What is planted: (code, file, where in it, text)
FAULTS = [
    ("bad-measure", CADRE, "1", "running-cost: {share: 0.1}\n"),
    ("bad-measure", LATRINE, "1", "delivered-years: 2\n"),
    ("bad-value", CADRE, "1", "delivered-years: 0\n"),
    ("bad-measure", LATRINE, "", "measure: act\n"),
    ("bad-measure", CADRE, "1", "physical: true\n"),
    ("missing-key", LETTER, "", "measure: work\n"),
    ("bad-sizes", LATRINE, "1", "sizes: [0.5, 0.25]\n"),
    ("bad-sizes", LATRINE, "1", "sizes: [0.5, 1.0]\n"),
    ("bad-effect", LATRINE, "1", "improves: {toilet-access: {low: 0.9}}\n"),
    ("bad-effect", LATRINE, "1", "improves: {toilet-access: {low: 1.2, high: 1.5}}\n"),
    ("bad-value", LATRINE, "1", "improves: {toilet-access: {size: official}}\n"),
    ("undated-cost", LATRINE, "1", "cost: {year: recent}\n"),
    ("unknown-addressee", LATRINE, "1", "addressee: helth-office\n"),
    ("foreign-addressee", LATRINE, "", "executors: [village, national]\n"),
    ("idle-rounds", LATRINE, "1", "repeats: true\n"),
    ("no-own-addressee", "catalog/addressees.yaml", "", "csr: {executor: national}\n"),
    ("bad-share", RULES, "6", MONEY_RULE.replace("share: 0.1", "share: 1.1")),
    ("bad-money-rule", RULES, "", MONEY_RULE + '  codes: ["1.01.08"]\n'),
    ("bad-value", RULES, "5", MONEY_RULE.replace("at-least", "about")),
    ("unknown-focus-class", RULES, "9", MONEY_RULE.replace("focus-2", "focus-12")),
    ("unknown-funding", RULES, "8", MONEY_RULE.replace("village-fund", "village-found")),
    ("bad-cost", PROGRAMMES, "", "posyandu: {low: 60_000_000}\n"),
    ("bad-name", PROGRAMMES, "1", "posyandu: {code: two}\n"),
    ("unknown-focus-class", PROGRAMMES, "1", "posyandu: {focus: [focus-12]}\n"),
    ("unknown-parameter", FUNDING, "1", "village-fund: {first-instalment: {default: first-instalments}}\n"),
    ("unknown-intervention", PROGRAMMES, "1", "posyandu: {meets: [posyandu-revitalisation]}\n"),
    ("bad-table", INDEX, "1", "code,ratio\n64.02,1.0\n"),
    ("bad-table", INDEX, "2", "code,name,ratio\n64.02,Kutai\n"),
    ("bad-table", INDEX, "2", "code,name,ratio\n6402,Kutai,1.0\n"),
    ("bad-table", INDEX, "2", "code,name,ratio\n64.02,Kutai,dear\n"),
    ("bad-table", INDEX, "3", "code,name,ratio\n64.02,Kutai,1.1\n64.02,Kutai,1.2\n"),
    ("bad-table", FUND, "2", "code,name,amount\n64.02,Kutai,3.5\n"),
    ("bad-table", "catalog/codes/village-money.csv", "", "code,source,name,amount\n64.02,village-fund,Kutai,3\n"),
    ("bad-table", "catalog/codes/village-counts.csv", "2", "code,name,villages\n64.02.1,Kutai,3\n"),
    ("bad-table", RATES, "2", RATE_COLUMNS + "idm,banks,0,,9,9,1.2,,,,\n"),
    ("bad-table", RATES, "", RATE_COLUMNS + "idn,banks,0,,9,9,0.2,,,,\n"),
    ("bad-table", RATES, "", RATE_COLUMNS + "idm,bank,0,,9,9,0.2,,,,\n"),
    ("bad-table", RATES, "", RATE_COLUMNS + "idm,banks,0,rich,9,9,0.2,,,,\n"),
    ("unsourced-table", "catalog/sources.yaml", "", "BPS-IKK-2024: {files: []}\n"),
    ("unknown-table", "catalog/sources.yaml", "", 'X-1: {title: "a", year: 2026, files: [codes/villages.csv]}\n'),
]


def lay(folder: Path, file: str, text: str) -> Path:
    place = folder / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("code", "file", "line", "text"), FAULTS, ids=[f"{number}-{fault[0]}" for number, fault in enumerate(FAULTS)]
)
def test_a_seeded_fault_is_found_with_code_and_place(
    tmp_path: Path, code: str, file: str, line: str, text: str
) -> None:
    problems = check_knowledge(knowledge_folder(), [lay(tmp_path / "kutai", file, text)]).problems
    found = [problem for problem in problems if problem.code == code]
    assert found, "\n".join(map(str, problems))
    assert any(problem.where.endswith(f":{line}") for problem in found) or not line, [one.where for one in found]
    assert all(problem.message and problem.code in CODES for problem in problems)


# What the shipped measures must hold


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load_knowledge()


def test_services_and_acts_are_never_built_and_every_upkeep_is_that_of_a_work(kb: KnowledgeBase) -> None:
    kinds = {kind: [work for work in kb.interventions.values() if work.measure == kind] for kind in ("service", "act")}
    assert all(kinds.values())
    for work in (*kinds["service"], *kinds["act"]):
        assert not any((work.physical, work.divisible, work.repeats))
        assert "running_cost" not in work.model_fields_set


def test_acts_are_cheap_where_the_village_pays_for_them(kb: KnowledgeBase) -> None:
    acts = [work for work in kb.interventions.values() if work.measure == "act" and "village" in work.executors]
    assert max(work.cost.low for work in acts) <= 5_000_000


def test_no_village_pays_two_links_for_one_office(kb: KnowledgeBase) -> None:
    links = [name for name, work in kb.interventions.items() if "village-office-internet" in work.improves]
    pairs = [(one, other) for one in links for other in links if "satellite" in one and one != other]
    apart = [{one, other} for one in links for other in kb.interventions[one].excludes]
    assert {"village-office-internet", "leo-satellite-access"} in apart
    assert pairs


def test_trees_lower_no_hazard_within_a_plan(kb: KnowledgeBase) -> None:
    grown = [work for work in kb.interventions.values() if (work.budget_code or "").startswith("2.05")]
    assert grown
    assert all("hazard-free" not in work.improves for work in grown)


def test_a_package_that_no_usual_village_can_pay_comes_in_sizes(kb: KnowledgeBase) -> None:
    """Services of a usual village take at most 40 % of Rp 330 million a year, in prices of today."""
    for name in ("stunting-package", "food-security-unit"):
        assert kb.interventions[name].sizes, name


# Rules of village money and tables


def test_money_rules_are_those_of_the_newest_year_not_after_the_start_and_standing_ones(kb: KnowledgeBase) -> None:
    years = years_of_money_rules(kb)
    newest = money_rules(kb, 2027)
    assert {rule.year for rule in newest.values() if not rule.standing} == {max(years)}
    assert {rule.year for rule in money_rules(kb, 2025).values() if not rule.standing} == {2025}
    assert all(rule.standing for rule in money_rules(kb, 2000).values())
    assert any(rule.standing for rule in newest.values())


def test_a_year_without_rules_is_refused_with_those_that_have_some(kb: KnowledgeBase) -> None:
    with pytest.raises(UsageError) as raised:
        money_rules(kb, 2027, 2023)
    (problem,) = raised.value.problems
    assert problem.code == "no-money-rules"
    assert all(str(year) in problem.message for year in years_of_money_rules(kb))


def test_a_district_without_a_row_takes_its_province_and_an_unknown_one_nothing(kb: KnowledgeBase) -> None:
    assert construction_ratio(kb, "64.99.01.2001") == construction_ratio(kb, "64")
    assert construction_ratio(kb, "99.01.01.2001") is None
    assert typical_village_fund(kb, "99.01.01.2001") is None
    district, amount = typical_village_fund(kb, "64.01.01.2001") or ("", 0)
    assert "Paser" in district
    assert amount > 200_000_000


def test_an_overlay_replaces_and_adds_rows_of_a_table(tmp_path: Path) -> None:
    text = "code,name,ratio\n64.01,Paser,1.5\n99.01,Contoh,2.0\n"
    laid = load_knowledge(overlays=[lay(tmp_path / "kutai", INDEX, text)])
    assert construction_ratio(laid, "64.01.01.2001") == ("64.01", 1500)
    assert construction_ratio(laid, "99.01.01.2001") == ("99.01", 2000)
    assert construction_ratio(laid, "64.02.01.2001") == construction_ratio(load_knowledge(), "64.02.01.2001")


def test_a_broken_table_is_told_where_it_is_used(tmp_path: Path) -> None:
    laid = load_knowledge(overlays=[lay(tmp_path / "kutai", INDEX, "code,ratio\n64.01,1.5\n")])
    with pytest.raises(KnowledgeError):
        construction_ratio(laid, "64.01.01.2001")


def test_closing_rates_of_a_class_stand_before_those_of_all(kb: KnowledgeBase) -> None:
    every, some = closing_rate(kb, "idm", "banks", 0), closing_rate(kb, "idm", "banks", 0, "berkembang")
    assert every is not None
    assert some is not None
    assert some.cases < every.cases
    assert closing_rate(kb, "idm", "banks", 0, "unheard-of") == every
    assert closing_rate(kb, "idm", "no-such", 0) is None
    assert every.rose_1y <= (every.rose_2y or 0) <= (every.rose_3y or 0)
    assert kb.tables.keys() <= set(TABLES)
