"""Loading: the shipped knowledge base from its files, and tables of villages."""

from __future__ import annotations

import pytest
from sample_villages import SIZES, random_villages, write_table

import recommender as rec


def test_load_knowledge(benchmark):
    kb = benchmark(rec.load_knowledge)
    benchmark.extra_info["files"] = len(kb.rules) + len(kb.interventions)


@pytest.mark.parametrize("count", SIZES)
def test_read_table(benchmark, tmp_path, count):
    kb = rec.load_knowledge()
    table = write_table(random_villages(kb, count), tmp_path / "villages.csv")
    found = benchmark(rec.read_villages, table, kb)
    assert len(found) == count
