"""The fast search on generated problems, plain and compiled, with its gap to the proven optima; on two cores."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest

from recommender.pipeline.planning.evaluation import objective
from recommender.pipeline.planning.problem_file import read_problem
from recommender.pipeline.planning.search import search_many
from recommender.pipeline.planning.works import FULL

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from generated_problems import OPTIMA, generated

MODES = ["plain", pytest.param("compiled", marks=pytest.mark.skipif(find_spec("numba") is None, reason="no numba"))]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("count", sorted(OPTIMA))
def test_search_generated(benchmark, count, mode):
    optima = OPTIMA[count]
    problems = [read_problem(json.dumps(generated(seed, count))) for seed in range(len(optima))]
    packages, seeds = [()] * len(problems), [0] * len(problems)
    search_many(problems[:1], [()], [0], mode == "compiled")  # compiled before the clock starts
    found = benchmark.pedantic(search_many, (problems, packages, seeds, mode == "compiled"), rounds=1)
    gaps = [1 - objective(p, s) / (FULL * best) for p, s, best in zip(problems, found, optima, strict=True)]
    benchmark.extra_info.update(
        problems=len(problems), mean_gap=round(sum(gaps) / len(gaps), 5), max_gap=round(max(gaps), 5)
    )


def searched(problems):
    """Search problems compiled: what one process does of the two."""
    return search_many(problems, [()] * len(problems), [0] * len(problems))


@pytest.mark.skipif(find_spec("numba") is None, reason="no numba")
def test_search_two_processes(benchmark):
    """All generated problems, every other one in each of two processes that have loaded the compiled search before."""
    problems = [
        read_problem(json.dumps(generated(seed, count)))
        for count, optima in OPTIMA.items()
        for seed in range(len(optima))
    ]
    halves = [problems[::2], problems[1::2]]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(searched, halves))
        benchmark.pedantic(lambda: list(pool.map(searched, halves)), rounds=7)
    benchmark.extra_info["problems_a_second"] = round(len(problems) / benchmark.stats.stats.min)
