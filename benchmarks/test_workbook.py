"""Workbooks of official forms: what each adds to a plan that is made already."""

from __future__ import annotations

import pytest
from sample_villages import START_YEAR, random_villages

import recommender as rec
from recommender.outputs.words import Words
from recommender.outputs.workbook.maker import make_workbook


@pytest.mark.parametrize("count", [1, 20])
def test_workbooks(benchmark, count):
    kb = rec.load_knowledge()
    options = rec.Options(start_year=START_YEAR, method="fast")
    document = rec.document(list(rec.recommend_all(random_villages(kb, count), kb, options)), kb, options)
    words = Words(kb, "id")
    benchmark.pedantic(
        lambda: [make_workbook(plan, document.options, words) for plan in document.plans],
        rounds=10 if count == 1 else 3,
        warmup_rounds=1,
    )
