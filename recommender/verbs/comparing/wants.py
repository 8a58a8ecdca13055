"""Which problems are common, which states are good news, and what comes first: by group, as shares of villages."""

from __future__ import annotations

from collections import Counter

from recommender.language.wording import phrase
from recommender.model.frames import Column, Frame
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan
from recommender.verbs.comparing.scope import Row, Scope, share

FIRST_RANKS = 3  # what a reader of the plan sees as its beginning


def problems(scope: Scope) -> Frame:
    """Return each problem by group: villages that have it, of those in which it can be judged."""
    return _found(scope, "problems", "problem")


def states(scope: Scope) -> Frame:
    """Return the same of states: what is there, no need."""
    return _found(scope, "states", "state")


def _found(scope: Scope, name: str, kind: str) -> Frame:
    columns = (
        Column("rule", "rule"),
        Column("dimension", "dimension"),
        Column("villages", "count"),
        Column("judged", "count"),
        Column("share", "share"),
        Column("assumed_villages", "count"),
        Column("doubtful_villages", "count"),
    )
    everywhere: Counter[str] = Counter()
    dimension: dict[str, str] = {}
    counts: Counter[tuple[int, str, str]] = Counter()  # group, rule, what holds of it
    for number, group in enumerate(scope.groups):
        for plan in group.plans:
            counts.update((number, one.rule, "open") for one in plan.undetermined)
            for found in plan.findings:
                if found.kind == kind:
                    everywhere[found.rule] += 1
                    dimension[found.rule] = found.dimension
                    marks = ("found", *(mark for mark in ("assumed", "doubtful") if getattr(found, mark)))
                    counts.update((number, found.rule, mark) for mark in marks)
    rows: list[Row] = []
    for rule in sorted(everywhere, key=lambda rule: (-everywhere[rule], rule)):
        for number, group in enumerate(scope.groups):
            villages, assumed, doubtful = (counts[number, rule, mark] for mark in ("found", "assumed", "doubtful"))
            judged = group.size - counts[number, rule, "open"]
            told = (rule, dimension[rule], villages, judged, share(villages, judged), assumed, doubtful)
            rows.append((*scope.cells(group), *told))
    return scope.frame(name, columns, rows)


def first(scope: Scope) -> Frame:
    """Return each work by group: in how many plans, in how many of the first year, among the first steps."""
    columns = (
        Column("work", "work"),
        Column("plans", "count"),
        Column("share", "share"),
        Column("in_first_year", "count"),
        Column("among_first", "count"),
        Column("own", "count"),
        Column("asked_of_others", "count"),
    )
    planned: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    counts: Counter[tuple[int, str, str]] = Counter()  # group, work, what holds of the step
    for number, group in enumerate(scope.groups):
        for plan in group.plans:
            for step in plan.steps:
                work = step.intervention
                planned[work] += 1
                leading[work] += step.rank <= FIRST_RANKS
                counts[number, work, "plans"] += 1
                counts[number, work, "first-year"] += step.year == _first_year(plan)
                counts[number, work, "leading"] += step.rank <= FIRST_RANKS
                counts[number, work, "own"] += step.executor == VILLAGE
    rows: list[Row] = []
    for work in sorted(planned, key=lambda work: (-leading[work], -planned[work], work)):
        for number, group in enumerate(scope.groups):
            plans, early, led, own = (counts[number, work, what] for what in ("plans", "first-year", "leading", "own"))
            rows.append((*scope.cells(group), work, plans, share(plans, group.size), early, led, own, plans - own))
    return scope.frame("first", columns, rows, [phrase("compare-first", count=FIRST_RANKS)])


def _first_year(plan: Plan) -> int | None:
    return plan.money[0].year if plan.money else None
