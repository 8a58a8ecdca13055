"""Random villages and options: sample villages, and villages of the archive where it is there, with answers changed.

A case is what a seed gives; its plan is made once a process and method, with all that the search knew.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import shipped

import recommender as rec
from recommender.model.plan import Line, Plan, Step
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.prepared import Prepared
from recommender.request.ongoing import typical_programmes
from recommender.request.request import make_request

ARCHIVE = shipped.ROOT.parent / "shared" / "data" / "idm-api-kalimantan-jawa-bali-2021-2024.tar.gz"
FUND, ALLOCATION = "village-fund", "village-allocation"
Method = Literal["fast", "exact"]
METHODS: tuple[Method, ...] = ("fast", "exact")


@dataclass(frozen=True)
class Case:
    """A village, its plan, and what the search knew and found."""

    prepared: Prepared
    planned: Planned
    plan: Plan

    @property
    def kb(self) -> rec.KnowledgeBase:
        return self.prepared.kb

    @property
    def years(self) -> range:
        first = self.prepared.asked.options.start_year
        return range(first, first + self.prepared.built.problem.years)

    def lines(self, year: int | None = None, own: bool = True) -> Iterator[tuple[Step, Line]]:
        """Yield the lines of a year, or of all, of what the village builds or of what others do."""
        for step in self.plan.steps:
            for line in step.lines if (step.executor == "village") == own else ():
                if year in (None, line.year):
                    yield step, line

    def gross(self, year: int) -> int:
        """Return all money of the village in a year: what is free and what goes on anyway."""
        rows = [row for row in self.plan.money if row.year == year and row.budget is not None]
        return sum((row.budget or 0) + (row.existing or 0) for row in rows)


@functools.cache
def _real() -> tuple[rec.Village, ...]:
    if not ARCHIVE.exists():
        return ()
    return tuple(rec.read_villages(ARCHIVE, shipped.knowledge()).villages)


@functools.cache
def request_of(seed: int) -> tuple[rec.Village, rec.Options]:
    """Return the village and the options of a seed."""
    draw, kb = random.Random(seed), shipped.knowledge()
    pool = _real() if seed % 2 and _real() else tuple(shipped.villages().values())
    village = draw.choice(pool)
    newest = village.years[-1] if village.years else None
    if newest is not None:
        items = kb.frameworks[newest.framework].by_indicator
        values = {
            name: draw.choice(sorted(items[name].levels)) if name in items and draw.random() < 0.2 else value
            for name, value in newest.values.items()
        }
        village = replace(village, years=(*village.years[:-1], replace(newest, values=values)))
    facts = {name: value for name, value in village.facts.items() if draw.random() < 0.7}
    money = draw.choice((60, 120, 250, 330, 500, 800, 1_200)) * 1_000_000
    budgets = (
        rec.Budget({FUND: money}),
        rec.Budget({FUND: money // 2, ALLOCATION: money - money // 2}),
        rec.Budget(
            {FUND: money + 300_000_000, ALLOCATION: money}, existing=typical_programmes(kb), gross=frozenset({FUND})
        ),
    )
    options = rec.Options(
        start_year=shipped.START,
        years=draw.choice((2, 3, 3)),
        budget=draw.choice(budgets),
        prices=draw.choice(("level", "nominal")),
        engine="reference",
    )
    return replace(village, facts=facts), options


@functools.cache
def case(seed: int, method: Method, **changes: Any) -> Case:
    """Return the case of a seed, planned by a method; `changes` are other options."""
    village, options = request_of(seed)
    kb = shipped.knowledge()
    prepared = prepare(village, kb, make_request(replace(options, method=method, **changes), kb))
    planned = schedule(prepared)
    return Case(prepared, planned, assemble(prepared, planned))
