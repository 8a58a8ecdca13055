"""Whether the money of each source and year holds for the plan as things stand, at the costs of each scenario.

The plan stays: its works and their upkeep take what they cost in the scenario, in the years and of the sources that it
says. Where costs are drawn the share of draws in which the money is enough is a chance; else it is a share of the
scenarios.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recommender.language.wording import phrase
from recommender.model.frames import Cell, Column, Frame
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, Step
from recommender.pipeline.documents import Result
from recommender.pipeline.prices import localised
from recommender.verbs.comparing.contrast import VillageKey
from recommender.verbs.comparing.grouping import village_key
from recommender.verbs.comparing.scenario_runs import Run
from recommender.verbs.comparing.scope import Row, Scope, middle, share


@dataclass(frozen=True, slots=True)
class Held:
    """A source in a year: what there is and what is planned of it, and what it is short of in each scenario (0 where it
    is enough), rupiah."""

    source: str
    year: int
    budget: int
    planned: int
    short: tuple[int, ...]

    @property
    def holds(self) -> float | None:
        """Share of the scenarios in which the money is enough."""
        return share(sum(amount == 0 for amount in self.short), len(self.short))


HeldRows = dict[VillageKey, list[Held]]


def rows_held(nominal: Sequence[Result], runs: Sequence[Run]) -> HeldRows:
    """Return the source-years of every village: over the draws where there are draws, else over all scenarios."""
    drawn = [run for run in runs if run.is_draw]
    counted = drawn or list(runs)
    return {result.village.key: _of_village(result, counted) for result in nominal}


def _of_village(result: Result, runs: Sequence[Run]) -> list[Held]:
    plan, key = result.plan, result.village.key
    carries = result.request.money.carries_over
    extra = [_extra(result, run) for run in runs]
    rows: list[Held] = []
    for source in dict.fromkeys(row.source for row in plan.money if row.budget is not None):
        mine = sorted((row for row in plan.money if row.source == source), key=lambda row: row.year)
        short = [[0] * len(runs) for _ in mine]
        for number, run in enumerate(runs):
            left = 0
            for place, row in enumerate(mine):
                before = mine[place - 1].left or 0 if carries and place else 0
                there = (row.budget or 0) - before + _more(result, run, source, row.year) + (left if carries else 0)
                left = there - row.planned - extra[number].get((source, row.year), 0)
                short[place][number] = max(0, -left)
                left = max(0, left)
        rows += [
            Held(source, row.year, row.budget or 0, row.planned, tuple(lacks))
            for row, lacks in zip(mine, short, strict=True)
        ]
    assert key == village_key(plan)
    return rows


def _more(result: Result, run: Run, source: str, year: int) -> int:
    """Return how much more the source gives in the year of the scenario; nothing where the year is not in both."""
    request = run.requests[result.village.key]
    if request is result.request or run.is_draw:
        return 0
    now, then = (one.of(result.village).amounts.get(source) for one in (result.request, request))
    starts = result.request.options.start_year, request.options.start_year
    ends = [
        amounts[year - start] if amounts is not None and 0 <= year - start < len(amounts) else None
        for amounts, start in zip((now, then), starts, strict=True)
    ]
    if ends[0] is None:
        return 0
    return (ends[1] or 0) - ends[0] if then is None or ends[1] is not None else 0


def _extra(result: Result, run: Run) -> dict[tuple[str, int], int]:
    """Return what the plan's own steps and their upkeep cost more in the scenario, by source and year."""
    found: dict[tuple[str, int], int] = {}
    ratios: dict[str, tuple[int, int]] = {}
    for step in result.plan.steps:
        if step.executor != VILLAGE or step.price is None or step.intervention not in run.kb.interventions:
            continue
        ratios[step.intervention] = now, was = _unit(result, run, step), step.price.unit
        for line in step.lines:
            for source, amount in line.by_source.items():
                found[source, line.year] = found.get((source, line.year), 0) + amount * (now - was) // max(1, was)
    for upkeep in result.plan.upkeep:
        work = run.kb.interventions.get(upkeep.intervention)
        if upkeep.intervention in ratios and work is not None and work.running_cost.share is not None:
            now, was = ratios[upkeep.intervention]
            for source, amount in upkeep.by_source.items():
                found[source, upkeep.year] = found.get((source, upkeep.year), 0) + amount * (now - was) // max(1, was)
    return found


def _unit(result: Result, run: Run, step: Step) -> int:
    """Return rupiah of a unit in the scenario, in the year's prices of the plan."""
    options = result.request.options
    district = result.request.of(result.village).district or ""
    work = run.kb.interventions[step.intervention]
    return localised(work, run.kb, district, options.start_year, options.prices == "nominal").expected


def holds_by_group(scope: Scope, held: HeldRows) -> Frame:
    """Return by group, source and year: the chance that the money of a village holds, middle and least, and of how many
    villages it holds in nine of ten scenarios."""
    columns = (
        Column("source", "source"),
        Column("year", "year"),
        Column("villages", "count"),
        Column("holds", "share"),
        Column("holds_least", "share"),
        Column("holds_villages", "count"),
        Column("short_median", "rupiah"),
    )
    rows: list[Row] = []
    for group in scope.groups:
        found: dict[tuple[str, int], list[Held]] = {}
        for plan in group.plans:
            for row in held[village_key(plan)]:
                found.setdefault((row.source, row.year), []).append(row)
        for key, mine in sorted(found.items()):
            shares = [row.holds for row in mine if row.holds is not None]
            worst = [max(row.short, default=0) for row in mine]
            median = middle(shares)
            rows.append(
                (
                    *scope.cells(group),
                    *key,
                    len(mine),
                    None if median is None else round(median, 4),
                    min(shares, default=None),
                    sum(one >= 0.9 for one in shares),
                    int(middle(worst) or 0),
                )
            )
    return scope.frame("money_holds", columns, rows, [phrase("money-holds")])


def holds_by_village(scope: Scope, held: HeldRows) -> Frame:
    """Return by village, source and year: money, plan, the chance that it holds, the worst shortfall."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("source", "source"),
        Column("year", "year"),
        Column("budget", "rupiah"),
        Column("planned", "rupiah"),
        Column("scenarios", "count"),
        Column("holds", "share"),
        Column("short_worst", "rupiah"),
    )
    rows: list[tuple[Cell, ...]] = []
    for plan in sorted(scope.plans, key=village_key):
        rows += [
            (
                *_village(plan),
                row.source,
                row.year,
                row.budget,
                row.planned,
                len(row.short),
                row.holds,
                max(row.short, default=0),
            )
            for row in held[village_key(plan)]
        ]
    return Frame("village_money_holds", columns, tuple(rows))


def _village(plan: Plan) -> tuple[Cell, ...]:
    return plan.village.code, plan.village.code_scheme, plan.village.name or None
