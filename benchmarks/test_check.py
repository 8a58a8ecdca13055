"""Time of `check` over the shipped knowledge, whole and by part. Aim on two cores: the whole under 2 s.

Run with `pytest benchmarks/test_check.py --benchmark-only`; files are read anew each round, as a command does.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from recommender.knowledge.loader import load_knowledge
from recommender.verbs.checking.checker import EACH, WHOLE, check_knowledge
from recommender.verbs.checking.inspection import inspect

ROOT = Path(__file__).parents[1]
LONGEST = 2.0  # seconds


def test_check_the_shipped_knowledge(benchmark):
    checked = benchmark.pedantic(lambda: check_knowledge(ROOT), rounds=5, warmup_rounds=1)
    assert checked.kb is not None
    benchmark.extra_info.update(rules=len(checked.kb.rules), interventions=len(checked.kb.interventions))
    assert benchmark.stats["min"] < LONGEST


@pytest.mark.parametrize("part", [*EACH, *WHOLE], ids=lambda part: part.__name__)
def test_check_by_part(benchmark, part):
    kb = load_knowledge(ROOT)
    benchmark.pedantic(lambda given: list(part(given)), setup=lambda: ((inspect(kb),), {}), rounds=5)
