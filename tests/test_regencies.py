"""The overlays of examples/overlays: clean over this knowledge, for their villages alone, and told in the plan."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from shipped import DISTRICTS, ROOT, START, knowledge

import recommender as rec
from recommender.knowledge.places import knowledge_folder
from recommender.verbs.checking.checker import check_knowledge

OVERLAYS = ROOT / "examples" / "overlays"
PROVINCE = OVERLAYS / "kalimantan-timur"
REGENCIES = {"paser": "64.01", "penajam-paser-utara": "64.09", "kutai-kartanegara": "64.02"}


@cache
def laid(regency: str) -> rec.KnowledgeBase:
    return rec.load_knowledge(overlays=[PROVINCE, OVERLAYS / regency])


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    """The invented villages round the capital, as if they lay in the regencies: one subdistrict in each of two."""
    with (DISTRICTS / "lingkar-nusa" / "villages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    facts = {"commodity-surplus": "yes", "has-offtaker": "no", "uses-training-centre": "no"}
    for row in rows:
        code = row["code"].replace("99.03.01", "64.09.03").replace("99.03.02", "64.02.08")
        row |= {"code": code, **facts}
    table = tmp_path / "villages.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return table


@pytest.mark.parametrize("regency", REGENCIES)
def test_an_overlay_adds_no_problem(regency):
    before = set(check_knowledge(knowledge_folder()).problems)
    checked = check_knowledge(knowledge_folder(), [PROVINCE, OVERLAYS / regency])
    assert [str(problem) for problem in checked.problems if problem not in before] == []


def test_the_province_stands_alone():
    assert [one for one in check_knowledge(knowledge_folder(), [PROVINCE]).problems if one.severity == "error"] == []


@pytest.mark.parametrize(("regency", "code"), REGENCIES.items())
def test_an_overlay_is_for_its_regency_and_lies_on_the_province(regency, code):
    header = laid(regency).overlays[1].header
    assert header is not None
    assert (header.base, header.villages, header.lies_on) == (knowledge().about.version, (code,), ("kalimantan-timur",))


@pytest.mark.parametrize(("regency", "code"), REGENCIES.items())
def test_the_villages_of_its_subdistricts_are_those_of_the_district(regency, code):
    from recommender.knowledge.reference_tables import villages_counted

    table = OVERLAYS / regency / "catalog" / "codes" / "village-counts.csv"
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert all(row["code"].startswith(f"{code}.") for row in rows)
    assert sum(int(row["villages"]) for row in rows) == villages_counted(laid(regency), code)


def test_villages_elsewhere_are_not_planned(villages):
    found = rec.read_villages(villages, laid("paser"))
    assert not found.villages
    assert "outside-overlay" in {problem.code for problem in found.problems}


def test_the_plan_has_the_money_and_the_works_of_the_regency(villages):
    kb = laid("penajam-paser-utara")
    found = rec.read_villages(villages, kb)
    assert {village.code[:5] for village in found} == {"64.09"}
    plans = [result.plan for result in rec.recommend_all(list(found), kb, rec.Options(start_year=START, method="fast"))]
    for plan in plans:
        assert plan.assumed_money is not None
        assert (plan.assumed_money.amount, plan.assumed_money.beside) == (
            345_100_000,
            {"village-allocation": 305_000_000},
        )
        assert {row.source for row in plan.money if row.budget} == {"village-fund", "village-allocation"}
    steps = {step.intervention: step for plan in plans for step in plan.steps}
    assert {"capital-food-supply", "join-regency-portal", "regency-training-seats"} <= steps.keys()
    assert "offtaker-contract" not in steps  # one steady buyer is enough
    seats = steps["regency-training-seats"]
    assert kb.addressees[seats.addressee or ""].name.en.endswith("Penajam Paser Utara")
    doctor = steps["doctor-placement"]
    assert doctor.shared is not None
    assert (doctor.shared.villages, doctor.shared.basis) == (12, "table")


def test_without_the_overlay_the_same_villages_have_neither(villages):
    kb = knowledge()
    found = [village for village in rec.read_villages(villages, kb) if village.code.startswith("64.09")]
    plans = [result.plan for result in rec.recommend_all(found, kb, rec.Options(start_year=START, method="fast"))]
    assert all(plan.assumed_money is not None and not plan.assumed_money.beside for plan in plans)
    assert "capital-food-supply" not in {step.intervention for plan in plans for step in plan.steps}


def test_overlays_beside_data_are_no_data():
    found = rec.read_villages(ROOT / "examples", knowledge())
    assert len(found) == 30
    assert "overlays/" not in " ".join(problem.where for problem in found.problems)
