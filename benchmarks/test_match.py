"""Matching: time of one village by engine, parity of the engines at length, memory over many villages.

Run with `pytest benchmarks/test_match.py`; everything is seeded and built outside the timed part. Aims on two cores:
durable <= 5 ms a village at 150 rules, reference well under 1 ms, memory growth <= 6 MB over 5,000 villages.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from random_rules import random_base, random_village, usual_base

from recommender.pipeline.matching.matcher import Matcher, available_engines, compile_rules

YEAR = 2024


@pytest.mark.parametrize("missing", [0.05, 0.5], ids=["nearly complete", "half unknown"])
@pytest.mark.parametrize("engine", available_engines())
def test_match_150_rules(benchmark, engine, missing):
    matcher = compile_rules(usual_base(Random(150), 150), YEAR, engine)
    villages = [random_village(Random(seed), missing) for seed in range(50)]
    benchmark.extra_info["villages"] = len(villages)
    benchmark(lambda: [matcher.match(village) for village in villages])


@pytest.mark.parametrize("engine", available_engines())
def test_compile_150_rules(benchmark, engine):
    base = usual_base(Random(150), 150)
    benchmark.pedantic(lambda: Matcher(base, YEAR, engine), rounds=10)


@pytest.mark.skipif("durable" not in available_engines(), reason="durable-rules does not import here")
def test_10000_villages_are_matched_alike_by_both_engines():
    base = random_base(Random(100), 100)
    durable, reference = (compile_rules(base, YEAR, engine) for engine in ("durable", "reference"))
    for seed in range(10_000):
        village = random_village(Random(seed))
        assert durable.match(village) == reference.match(village), f"village {seed}"


@pytest.mark.skipif("durable" not in available_engines(), reason="durable-rules does not import here")
def test_5000_villages_leave_the_memory_of_durable_flat():
    matcher = compile_rules(usual_base(Random(11), 150), YEAR, "durable")
    villages = [random_village(Random(seed)) for seed in range(500)]
    for village in villages[:200]:
        matcher.match(village)
    before = _peak_megabytes()
    for village in villages * 10:
        matcher.match(village)
    assert _peak_megabytes() - before <= 6


def _peak_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024)
