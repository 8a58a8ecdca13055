"""Whole plans: what the document promises, the same bytes for the same input, and plans of real villages."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest
import shipped

import recommender as rec
from recommender.model.plan import PlanDocument
from recommender.model.settings import settings_for
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.matching.matcher import available_engines
from recommender.pipeline.planning.evaluation import objective
from recommender.request.request import make_request

ROOT = Path(__file__).parents[1]
ARCHIVE = ROOT.parent / "shared" / "data" / "idm-api-kalimantan-jawa-bali-2021-2024.tar.gz"
PASER = ROOT.parent / "shared" / "data" / "idm-2024-paser-indicators.derived.csv"


@pytest.fixture(scope="module")
def villages() -> list[rec.Village]:
    return list(shipped.villages().values())


@pytest.fixture(scope="module")
def some(villages: list[rec.Village]) -> list[rec.Village]:
    """Return a few villages of different kinds that are planned quickly by each method."""
    return [villages[number] for number in (2, 5, 10, 22, 23, 26)]


@pytest.fixture(scope="module")
def document(kb: rec.KnowledgeBase) -> PlanDocument:
    return rec.document(shipped.results(shipped.villages()), kb, rec.Options(start_year=shipped.START))


def made(villages: list[rec.Village], kb: rec.KnowledgeBase, **options: object) -> PlanDocument:
    chosen = rec.Options(start_year=2027, **options)  # type: ignore[arg-type]
    return rec.document(rec.recommend_all(villages, kb, chosen), kb, chosen)


def test_all_sample_villages_have_a_plan_that_verifies(document: PlanDocument, kb: rec.KnowledgeBase) -> None:
    assert len(document.plans) == 30
    assert not rec.verify(document, kb)
    assert {plan.scores.index.class_ for plan in document.plans if plan.scores.index} >= {"tertinggal", "maju"}


@pytest.mark.parametrize("method", ["fast", "exact"])
def test_shuffled_input_gives_the_same_bytes(method: str, some: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    shuffled = random.Random(5).sample(some, len(some))
    assert shuffled != some
    assert rec.to_json(made(shuffled, kb, method=method)) == rec.to_json(made(some, kb, method=method))


def test_each_engine_gives_the_same_bytes_but_for_its_name(some: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    texts = set()
    for engine in available_engines():
        found = json.loads(rec.to_json(made(some, kb, engine=engine)))
        assert found["options"].pop("engine") == engine
        texts.add(json.dumps(found))
    assert len(texts) == 1


@pytest.mark.parametrize("method", ["fast", "exact"])
def test_neither_hash_seed_nor_order_of_files_changes_a_byte(method: str) -> None:
    files = sorted((ROOT / "examples" / "districts" / "teluk-kerama").iterdir())[:4]

    def planned(seed: str, order: list[Path]) -> bytes:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "recommender", "plan", *map(str, order), "--method", method),
                *("--start-year", "2027", "--format", "json"),
            ],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    first = planned("0", files)
    assert len(json.loads(first)["plans"]) == 4
    assert planned("4711", files[::-1]) == first


@pytest.mark.parametrize("method", ["fast", "exact"])
def test_a_village_changes_no_other_plan(method: str, some: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    more = made(some, kb, method=method)
    few = [rec.recommend(village, kb, start_year=2027, method=method).plan for village in some[::2]]
    plans = {plan.village.code: plan for plan in more.plans}
    assert len(plans) > len(few)
    assert all(plans[plan.village.code] == plan for plan in few)


def test_the_schema_holds_for_the_document(document: PlanDocument) -> None:
    jsonschema.validate(json.loads(rec.to_json(document)), PlanDocument.model_json_schema(by_alias=True))


def test_the_document_names_no_folder(document: PlanDocument) -> None:
    assert str(ROOT) not in rec.to_json(document)


def test_what_the_document_promises(document: PlanDocument) -> None:
    for plan in document.plans:
        steps = {step.intervention: step for step in plan.steps}
        findings = {finding.rule for finding in plan.findings}
        needed = {name for step in plan.steps for name in step.requires}
        assert not steps.keys() & {deferred.intervention for deferred in plan.deferred}
        assert all(finding.evidence for finding in plan.findings)
        for step in plan.steps:
            assert set(step.called_by) <= findings | {finding.rule for finding in plan.beyond}
            assert step.called_by or step.intervention in needed
            assert (step.document == "rkpdes") == (step.executor == "village")
            assert sum(step.cost.by_source.values()) == step.cost.total == sum(step.cost.by_year.values())
            assert all(change.to > change.from_ for change in step.improves.values())
            assert set(step.conditional_on) <= {n for n, other in steps.items() if other.executor != "village"}
            assert all(
                (steps[name].year, steps[name].start_month) < (step.year, step.start_month) for name in step.requires
            )
        for row in plan.money:
            assert (row.left is None) == (row.budget is None)
            assert row.budget is None or row.left == row.budget - row.planned
        sources = {source for step in plan.steps for source in step.cost.by_source}
        assert {(source, year) for source in sources for year in (2027, 2028, 2029)} <= {
            (row.source, row.year) for row in plan.money
        }


def test_own_means_have_no_proposal_and_measured_only_no_assumption(
    villages: list[rec.Village], kb: rec.KnowledgeBase
) -> None:
    own = made(villages[:8], kb, own_means=True)
    assert all(step.executor == "village" for plan in own.plans for step in plan.steps)
    assert not rec.verify(own, kb)
    measured = made(villages[:8], kb, measured_only=True)
    assert not any(plan.assumptions or any(step.assumes for step in plan.steps) for plan in measured.plans)
    assert not any(finding.assumed for plan in measured.plans for finding in plan.findings)
    assert not rec.verify(measured, kb)


def test_bans_and_pins_are_kept(document: PlanDocument, villages: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    plan = max(document.plans, key=lambda plan: len(plan.steps))
    banned = plan.steps[0].intervention
    village = next(v for v in villages if v.code == plan.village.code)
    without = made([village], kb, bans=(banned,)).plans[0]
    assert banned not in {step.intervention for step in without.steps}
    assert {d.reason for d in without.deferred if d.intervention == banned} == {"banned"}
    late = plan.deferred and next((d.intervention for d in plan.deferred if d.reason == "low-value"), None)
    if late:
        assert late in {step.intervention for step in made([village], kb, pins=(late,)).plans[0].steps}


def test_several_sources_share_the_cost(villages: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    budget = rec.Budget({"village-fund": 120_000_000, "village-allocation": 150_000_000, "own-revenue": 30_000_000})
    document = made(villages[:8], kb, budget=budget)
    assert not rec.verify(document, kb)
    assert {source for plan in document.plans for step in plan.steps for source in step.cost.by_source} >= {
        "village-fund",
        "village-allocation",
    }


def test_exact_is_never_below_fast_and_is_proven(
    document: PlanDocument, villages: list[rec.Village], kb: rec.KnowledgeBase
) -> None:
    tried = {village.code for village in villages[1::8]}
    for best in [plan for plan in document.plans if plan.village.code in tried]:
        assert best.objective.proven
        assert best.objective.gap == 0
        worths = (tiers(best.village.code, villages, kb, method) for method in ("exact", "fast"))
        # Whatever a lower tier gains comes after a higher one. Either leaves out steps of too little value, each
        # measured against its own plan.
        differing = [(one, other) for one, other in zip(*worths, strict=True) if abs(one - other) > one / 1000]
        assert not differing or differing[0][0] > differing[0][1]


def tiers(
    code: str | None, villages: list[rec.Village], kb: rec.KnowledgeBase, method: Literal["exact", "fast"]
) -> Any:
    """Return the worth of a village's plan, tier by tier."""
    village = next(village for village in villages if village.code == code)
    prepared = prepare(village, kb, make_request(rec.Options(shipped.START, method=method), kb))
    return objective(prepared.built.problem, schedule(prepared).schedule)


def test_the_index_alone_is_another_objective(villages: list[rec.Village], kb: rec.KnowledgeBase) -> None:
    document = made(villages[:5], kb, objective="index")
    assert {plan.objective.name for plan in document.plans} == {"index"}
    assert not rec.verify(document, kb)


@pytest.mark.skipif(not ARCHIVE.exists(), reason="../shared/data is absent")
def test_plans_of_real_villages(kb: rec.KnowledgeBase) -> None:
    """Of every eighth village of the archive: verified, mostly the village's own works, all kinds without any fact."""
    real = list(rec.read_villages(ARCHIVE, kb).villages)
    assert len(real) == 330
    document = made(real[::8], kb)
    assert not rec.verify(document, kb)
    steps = [step for plan in document.plans for step in plan.steps]
    assert sum(step.executor == "village" for step in steps) >= len(steps) / 2
    assert sorted(len(plan.steps) for plan in document.plans)[len(document.plans) // 2] <= 25
    assert {"connectivity", "digital-service", "economic"} <= {step.kind for step in steps}
    assert not any(plan.facts for plan in document.plans)


@pytest.mark.skipif(not ARCHIVE.exists(), reason="../shared/data is absent")
def test_numbers_of_sensible_plans_of_real_villages(kb: rec.KnowledgeBase) -> None:
    """Medians of a table of measured plans: running costs, services, severe basic needs, first months."""
    document = made(list(rec.read_villages(ARCHIVE, kb).villages)[3::16], kb)
    settings = settings_for(kb, 2027)
    severe, answered = 0, 0
    for plan in document.plans:
        own = [step for step in plan.steps if step.executor == "village"]
        assert all(step.start_month >= min(settings.first_month, 12 - step.months) or step.months > 12 for step in own)
        rows = [row for row in plan.money if row.budget is not None]
        for row in rows:
            assert (row.running or 0) * 1000 <= (row.budget or 0) * settings.running_cost_share
            assert (row.services or 0) * 1000 <= (row.budget or 0) * settings.service_share
        works = {step.intervention for step in plan.steps} | {entry.intervention for entry in plan.deferred}
        for finding in plan.findings:
            rule = kb.rules[finding.rule]
            basic = rule.need == "basic" and finding.about in plan.values and not finding.doubtful
            if basic and plan.values[finding.about] <= 1 and kb.indicators[finding.about].actionable != "no":
                severe += 1
                answered += bool(works & set(rule.calls) or set(plan.met) & set(rule.calls))
    assert severe
    assert answered >= 0.95 * severe  # a step, a proposal, or a reason


@pytest.mark.skipif(not PASER.exists(), reason="../shared/data is absent")
def test_a_table_of_indicators_is_planned_as_it_is(kb: rec.KnowledgeBase) -> None:
    read = rec.read_villages(PASER, kb)
    assert len(read.villages) == 126
    document = made(list(read.villages), kb, years=1)
    assert len(document.plans) == 126
    assert all(plan.data.year == 2024 for plan in document.plans)
    assert sum(plan.status == "planned" for plan in document.plans) > 100
    assert not rec.verify(document, kb)
