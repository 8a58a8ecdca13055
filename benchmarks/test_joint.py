"""150 generated villages of 30 works under 15 rows of joint money, against equal parts, with the gap to the bound."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from recommender.pipeline.joint.decomposition import Decomposition

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from joint_problems import first_columns, generated_joint

VILLAGES, WORKS = 150, 30


@pytest.mark.skipif(find_spec("numba") is None, reason="no numba")
@pytest.mark.parametrize("proven", [False, True], ids=["plans", "with-bound"])
def test_joint_generated(benchmark, proven):
    joint = generated_joint(VILLAGES, WORKS)
    first_columns(generated_joint(1, WORKS))  # compiled before the clock starts

    def solved():
        columns = first_columns(joint)
        return columns, Decomposition(joint, columns).solve(proven=proven)

    columns, solution = benchmark.pedantic(solved, rounds=1)
    equal = sum(column.worth[0] for column in columns[VILLAGES : 2 * VILLAGES])
    benchmark.extra_info.update(villages=VILLAGES, below_jointly=round(1 - equal / solution.worth[0], 4))
    if proven:
        assert solution.bound is not None
        benchmark.extra_info["gap"] = round(1 - solution.worth[0] / solution.bound[0], 7)
