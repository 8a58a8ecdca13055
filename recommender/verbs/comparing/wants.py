"""Which problems are common, which states are good news, and what comes first: by group, as shares of villages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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
    everywhere = Counter(rule for plan in scope.plans for rule in _rules(plan, kind))
    dimension = {found.rule: found.dimension for plan in scope.plans for found in plan.findings}
    rows: list[Row] = []
    for rule in sorted(everywhere, key=lambda rule: (-everywhere[rule], rule)):
        for group in scope.groups:
            found = [one for plan in group.plans for one in plan.findings if one.rule == rule]
            judged = group.size - sum(any(one.rule == rule for one in plan.undetermined) for plan in group.plans)
            rows.append(
                (
                    *scope.cells(group),
                    rule,
                    dimension[rule],
                    len(found),
                    judged,
                    share(len(found), judged),
                    sum(one.assumed for one in found),
                    sum(one.doubtful for one in found),
                )
            )
    return scope.frame(name, columns, rows)


def _rules(plan: Plan, kind: str) -> Iterable[str]:
    return (found.rule for found in plan.findings if found.kind == kind)


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
    first_of = {id(plan): plan.money[0].year if plan.money else None for plan in scope.plans}
    leading = Counter(step.intervention for plan in scope.plans for step in plan.steps if step.rank <= FIRST_RANKS)
    planned = Counter(step.intervention for plan in scope.plans for step in plan.steps)
    rows: list[Row] = []
    for work in sorted(planned, key=lambda work: (-leading[work], -planned[work], work)):
        for group in scope.groups:
            steps = [(plan, step) for plan in group.plans for step in plan.steps if step.intervention == work]
            own = sum(step.executor == VILLAGE for _, step in steps)
            rows.append(
                (
                    *scope.cells(group),
                    work,
                    len(steps),
                    share(len(steps), group.size),
                    sum(step.year == first_of[id(plan)] for plan, step in steps),
                    sum(step.rank <= FIRST_RANKS for _, step in steps),
                    own,
                    len(steps) - own,
                )
            )
    return scope.frame("first", columns, rows, [phrase("compare-first", count=FIRST_RANKS)])
