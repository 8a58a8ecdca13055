"""Plan documents of the sample villages under many options, as other programs read them: JSON, made once."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest
import shipped

import recommender as rec
from recommender.request.ongoing import typical_programmes

ROOT, START, YEARS = shipped.ROOT, shipped.START, 3
FUND, ALLOCATION, OWN = "village-fund", "village-allocation", "own-revenue"
OPTIONS: dict[str, dict[str, Any]] = {
    "default": {},
    "fast": {"method": "fast"},
    "little money": {"budget": rec.Budget({FUND: 30_000_000})},
    "several sources": {"budget": rec.Budget({FUND: 120_000_000, ALLOCATION: 90_000_000, OWN: 25_000_000})},
    "carry-over": {"budget": rec.Budget({FUND: 90_000_000, OWN: 10_000_001}, reserve=0, carry_over=True)},
    "own means": {"own_means": True, "budget": rec.Budget({FUND: 330_000_000})},
    "measured only": {"measured_only": True},
    "index": {"objective": "index"},
    "existing": {"method": "fast"},  # and what usually goes on
}
Json = dict[str, Any]


@functools.cache
def _texts() -> dict[str, str]:
    kb, villages = shipped.knowledge(), list(shipped.villages().values())
    made = {}
    for name, given in OPTIONS.items():
        going_on = {"existing": typical_programmes(kb)} if name == "existing" else {}
        options = rec.Options(start_year=START, years=YEARS, **given, **going_on)
        if name == "default":
            results = iter(shipped.results(list(shipped.villages())[::2]))
        else:
            results = rec.recommend_all([villages[number] for number in (2, 5, 16, 23)], kb, options)
        made[name] = rec.to_json(rec.document(results, kb, options))
    return made


@pytest.fixture(scope="module")
def kb() -> rec.KnowledgeBase:
    return shipped.knowledge()


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the JSON of each set of options."""
    return _texts()


@pytest.fixture(scope="module")
def documents(texts: dict[str, str]) -> dict[str, Json]:
    return {name: json.loads(text) for name, text in texts.items()}


@pytest.fixture(scope="module")
def plans(documents: dict[str, Json]) -> list[Json]:
    return [plan for document in documents.values() for plan in document["plans"]]


def steps(plans: list[Json]) -> Iterator[tuple[Json, Json]]:
    for plan in plans:
        for step in plan["steps"]:
            yield plan, step
