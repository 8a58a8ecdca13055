"""Properties meet the same cases at every change; at night others, many more, and the same again by their seed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import properties
properties.register_profiles()
pytest_generate_tests = properties.spread_seeds
"""
TESTS = """
import pytest
from hypothesis import given, strategies as st
from properties import tries

@tries(5)
@given(st.integers(0, 2**60))
def test_drawn(number):
    print("drawn", number)

@pytest.mark.seeds(3)
def test_seeded(seed):
    print("seed", seed)
"""


@pytest.fixture
def met(tmp_path: Path):
    """Run a small property and a test of seeds with options of pytest; return the cases that each met, in order."""
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_few.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = seeds\n", encoding="utf-8")

    def meeting(*options: str) -> tuple[list[str], list[str]]:
        command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *options]
        lines = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()
        words = [line.lstrip(".").split() for line in lines]
        return tuple([word[1] for word in words if word[:1] == [kind]] for kind in ("drawn", "seed"))  # type: ignore[return-value]

    return meeting


def test_ordinary_runs_meet_the_same_cases(met) -> None:
    drawn, seeds = met()
    assert (drawn, seeds) == met()
    assert len(drawn) == 5
    assert seeds == ["0", "1", "2"]


def test_a_night_meets_twenty_times_as_many_by_its_seed(met) -> None:
    drawn, seeds = met("--hypothesis-profile=nightly", "--hypothesis-seed=7")
    assert len(drawn) == 100
    assert seeds == [str(seed) for seed in range(7, 67)]
    assert met("--hypothesis-profile=nightly", "--hypothesis-seed=7") == (drawn, seeds)
    other, _ = met("--hypothesis-profile=nightly", "--hypothesis-seed=8")
    assert len(set(other) & set(drawn)) < 50
