"""Comparison of plans that are made already: all tables of 100 and of 1,000 villages by district and by class."""

from __future__ import annotations

import pytest
from sample_villages import START_YEAR, random_villages

import recommender as rec


@pytest.mark.parametrize("count", [100, 1000])
def test_tables(benchmark, count):
    kb = rec.load_knowledge()
    options = rec.Options(start_year=START_YEAR, method="fast")
    plans = [result.plan for result in rec.recommend_all(random_villages(kb, count), kb, options)]
    frames = benchmark.pedantic(
        lambda: rec.compare(plans, kb, ("subdistrict", "class")).frames, rounds=3, warmup_rounds=1
    )
    assert sum(len(frame) for frame in frames.values()) > count
