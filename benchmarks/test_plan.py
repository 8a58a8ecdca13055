"""Planning in one process: villages -> plans, and one plan -> its forms; rules are compiled before the clock starts."""

from __future__ import annotations

import pytest
from sample_villages import BUDGET, SIZES, START_YEAR, random_villages

import recommender as rec
from recommender.pipeline.matching.matcher import available_engines


def options(engine: str) -> rec.Options:
    budget = rec.Budget({"village-fund": BUDGET})
    return rec.Options(start_year=START_YEAR, budget=budget, engine=engine)


# The largest size takes minutes: once, with the engine that single villages get.
CASES = [*((engine, count) for engine in available_engines() for count in SIZES[:-1]), ("auto", SIZES[-1])]


@pytest.mark.parametrize(("engine", "count"), CASES)
def test_plan_villages(benchmark, engine, count):
    kb = rec.load_knowledge()
    villages = random_villages(kb, count)
    list(rec.recommend_all(villages[:1], kb, options(engine)))
    rounds = 20 if count == 1 else 1
    results = benchmark.pedantic(lambda: list(rec.recommend_all(villages, kb, options(engine))), rounds=rounds)
    steps = sorted(len(result.plan.steps) for result in results)
    benchmark.extra_info.update(villages=count, median_steps=steps[len(steps) // 2])


@pytest.mark.parametrize("missing", [0.3, 1.0], ids=["a third unknown", "nothing known"])
def test_plan_with_unknown_values(benchmark, missing):
    kb = rec.load_knowledge()
    villages = random_villages(kb, 20, missing)
    benchmark.pedantic(lambda: list(rec.recommend_all(villages, kb, options("auto"))), rounds=3)


def test_write_json(benchmark):
    kb = rec.load_knowledge()
    results = list(rec.recommend_all(random_villages(kb, 20), kb, options("auto")))
    document = rec.document(results, kb, options("auto"))
    benchmark.extra_info["bytes"] = len(benchmark(rec.to_json, document))


def test_verify(benchmark):
    kb = rec.load_knowledge()
    results = list(rec.recommend_all(random_villages(kb, 20), kb, options("auto")))
    document = rec.document(results, kb, options("auto"))
    assert benchmark.pedantic(lambda: rec.verify(document, kb), rounds=3) == []
