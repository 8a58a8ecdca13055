"""Policies and scenarios written to a folder, and a few villages that stand for many: cheap to plan."""

from __future__ import annotations

import functools
from pathlib import Path

import shipped

import recommender as rec

CODES = ("9901012002", "9901022001", "9901022003")
START = shipped.START


@functools.cache
def villages() -> tuple[rec.Village, ...]:
    """Return three sample villages, by code."""
    found = {code.replace(".", ""): village for code, village in shipped.villages().items()}
    return tuple(found[code] for code in CODES)


@functools.cache
def options() -> rec.Options:
    return rec.Options(start_year=START, method="fast", engine="reference")


@functools.cache
def plans() -> tuple[rec.Result, ...]:
    """Return their plans as things stand."""
    return tuple(rec.recommend_all(villages(), shipped.knowledge(), options()))


def under(policy: rec.Policy) -> list[rec.Result]:
    return list(rec.plans_under(policy, villages(), options()))


def policy(folder: Path, text: str) -> rec.Policy:
    return rec.read_policy(written(folder, text), shipped.knowledge())


def scenarios(folder: Path, text: str) -> rec.Scenarios:
    return rec.read_scenarios(written(folder, text), shipped.knowledge())


def written(folder: Path, text: str, name: str = "asked.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
