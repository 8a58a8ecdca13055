"""Why not: how long an answer takes, and on how many random pairs of a village and a work each suggestion does it.

Run as a program, `python benchmarks/test_why_not.py DATA [PAIRS] [deferred]` counts over real villages what tests try
on a few: kinds of pairs, suggestions, those that flip the answer when they are applied by the public way, time by the
processor. `deferred`: works that the plan leaves out for want of room or value alone, which take longest.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter

import pytest

import recommender as rec
from recommender.verbs.explaining.why import explain
from recommender.verbs.what_if.changes import Case, applied

START, SEED = 2027, 7


@pytest.fixture(scope="module")
def kb() -> rec.KnowledgeBase:
    return rec.load_knowledge()


@pytest.mark.parametrize("work", ["waste-bank", "village-public-wifi", "solar-minigrid", "agro-processing-unit"])
def test_why_not_of_one_sample_village(benchmark, kb, work):
    village = sorted(rec.read_villages("examples/districts", kb).villages, key=lambda one: one.key)[3]
    budget = rec.Budget({"village-fund": 50_000_000})
    result = rec.recommend(village, kb, start_year=START, budget=budget)
    told = benchmark(explain, result, work)
    assert told.why_not is not None


NOT_OF_ROOM = {"not-applicable", "undetermined", "too-large"}  # reasons that are none of room or value


def count(data: str, pairs: int, is_deferred: bool) -> None:
    """Print the figures over random pairs of a village of the data and a work of the catalog."""
    kb = rec.load_knowledge()
    villages = sorted(rec.read_villages(data, kb).villages, key=lambda one: one.key)
    generator, names = random.Random(SEED), sorted(kb.interventions)
    reasons: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    flipped = suggested = without = 0
    seconds: list[float] = []
    while len(seconds) < pairs:
        village = generator.choice(villages)
        result = rec.recommend(village, kb, start_year=START)
        left_out = [entry.intervention for entry in result.plan.deferred if entry.reason not in NOT_OF_ROOM]
        if is_deferred and not left_out:
            continue
        name = generator.choice(left_out if is_deferred else names)
        begin = time.process_time()
        told = explain(result, name).why_not
        spent = time.process_time() - begin
        if told is None:
            reasons["(a step: drawn again)"] += 1
            continue
        seconds.append(spent)
        reasons[told.reason] += 1
        if not told.suggestions:
            without += 1
            print(f"none found: {village.code} {name} {told.reason}, {told.found.tried} tried")
        for suggestion in told.suggestions:
            made = applied(suggestion.changes, Case(village, rec.Options(START), kb))
            (after,) = rec.recommend_all([made.village], made.kb, made.options)
            suggested += 1
            flipped += name in {step.intervention for step in after.plan.steps}
            kinds[suggestion.kind] += 1
    print(f"{pairs} pairs of {len(villages)} villages and {len(names)} works: {dict(reasons.most_common())}")
    print(f"with a suggestion: {pairs - without}; none found: {without}")
    print(f"suggestions: {suggested}, applied and flipped: {flipped}; {dict(kinds.most_common())}")
    tail = sorted(seconds)[int(len(seconds) * 0.95)]
    print(f"processor seconds: median {statistics.median(seconds):.2f}, p95 {tail:.2f}, most {max(seconds):.2f}")


if __name__ == "__main__":
    count(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200, "deferred" in sys.argv[3:])
