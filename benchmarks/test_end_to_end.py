"""Whole processes, cold: what a person waits for. The bare interpreter stands beside them for comparison."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sample_villages import START_YEAR, random_villages, write_table

import recommender as rec

COMMANDS = {"interpreter alone": ["-c", ""], "--help": ["-m", "recommender", "--help"]}


def run(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("command", COMMANDS)
def test_cold_start(benchmark, command):
    benchmark.pedantic(run, COMMANDS[command], rounds=15, warmup_rounds=1)


@pytest.mark.parametrize("count", [1, 100])
def test_cold_plan(benchmark, tmp_path, count):
    table = write_table(random_villages(rec.load_knowledge(), count), tmp_path / "villages.csv")
    arguments = ["-m", "recommender", "plan", table, "--start-year", str(START_YEAR), "--format", "json"]
    benchmark.pedantic(run, arguments, rounds=10 if count == 1 else 2, warmup_rounds=1)
