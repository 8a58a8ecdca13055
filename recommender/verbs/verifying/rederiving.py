"""A plan of the document -> the same plan made again from its values, its options and its own schedule.

What nobody can derive is left out: identity and source of the village, the published index, how good the search knows
the plan to be, and what people wrote into it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from recommender.language.errors import Problem, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import prepare
from recommender.pipeline.planning.cheapest import missing
from recommender.pipeline.planning.evaluation import violations
from recommender.pipeline.planning.planner import Planned, told
from recommender.pipeline.planning.problem import Schedule
from recommender.pipeline.prepared import Prepared
from recommender.request.request import Request
from recommender.verbs.asking.branching import branched
from recommender.verbs.verifying.restoring import village_of

_SHOWN = 10
_NOT_DERIVED = ("village", "data", "decisions", "branches")
_ADDED = ("volume", "closing", "chance", "villages", "anyway", "works")
_SEARCHED = ("bound", "gap", "method", "proven")
_NAMES = ("intervention", "rule", "fact", "name", "code", "source", "year")


def differences(plan: Plan, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    """Yield what follows otherwise from the values, the options and the order of the steps.

    The code is the part of the plan that differs; at most ten differences are named.
    """
    prepared = prepare(village_of(plan), kb, request)
    strange = [step.intervention for step in plan.steps if step.intervention not in prepared.built.numbers]
    for name in strange:
        yield problem("", "candidate", work=name)
    if strange:
        return
    planned = _planned(plan, prepared)
    broken = list(violations(prepared.built.problem, planned.schedule, request.options.start_year))
    for violation in broken:
        yield replace(violation.problem, code="constraint")
    if not broken:
        made = assemble(prepared, planned)
        yield from islice(_compared(_plain(plan), _plain(made)), _SHOWN)
        yield from islice(_other_branches(plan, kb, request), _SHOWN)


def _other_branches(plan: Plan, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    """Yield what the branches of a plan that has some state otherwise than they are."""
    if plan.branches:
        again = branched(Result(village_of(plan), plan, request, kb)).plan
        stated, derived = (json.loads(one.model_dump_json(include={"branches"}))["branches"] for one in (plan, again))
        yield from _compared({"branches": stated}, {"branches": derived})


def _planned(plan: Plan, prepared: Prepared) -> Planned:
    """Return the document's schedule as the search would have handed it over."""
    problem, numbers = prepared.built.problem, prepared.built.numbers
    schedule: Schedule = {}
    for step in plan.steps:
        starts = [line for line in step.lines if line.months] if step.measure != "service" else step.lines[:1]
        works = iter(numbers[step.intervention])
        for line in starts:
            month, end = line.start_month, line.start_month + line.months
            while month < end and (work := next(works, None)) is not None:
                schedule[work] = (line.year - prepared.asked.options.start_year, month)
                month += problem.works[work].months
    aimed = prepared.goal is not None and plan.target is not None and plan.target.missing is not None
    return told(
        problem,
        schedule,
        bound=None,
        proven=plan.objective.proven,
        method=plan.objective.method,
        missing=missing(problem, schedule, prepared.goal) if aimed and prepared.goal is not None else None,
        on_doubt=frozenset(
            work
            for entry in plan.deferred
            if entry.reason == "undetermined"
            for work in numbers.get(entry.intervention, ())
        ),
    )


def _plain(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON reads it, without what cannot be derived."""
    plain: dict[str, Any] = json.loads(plan.model_dump_json(by_alias=True))
    for key in _NOT_DERIVED:
        plain.pop(key)
    for key in _SEARCHED:
        plain["objective"].pop(key)
    if plain["scores"]["index"] is not None:
        plain["scores"]["index"].pop("published")
    return plain


def _compared(stated: dict[str, Any], derived: dict[str, Any]) -> Iterator[Problem]:
    for key in derived:
        for place, here, there in _differing(key, stated[key], derived[key]):
            found = problem("", "derived", place=place, stated=_short(here), derived=_short(there))
            yield replace(found, code=key)


def _differing(place: str, here: Any, there: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield each place at which two JSON values differ, with both; an entry of a list by its name."""
    if isinstance(here, dict) and isinstance(there, dict) and here.keys() == there.keys():
        for key in there:
            if key in _ADDED and here[key] is None:
                continue  # a document of an earlier program does not say it
            yield from _differing(f"{place}.{key}", here[key], there[key])
    elif isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
        for number, (one, other) in enumerate(zip(here, there, strict=True)):
            yield from _differing(f"{place}[{_name(other, number)}]", one, other)
    elif here != there:
        yield place, here, there


def _name(entry: Any, number: int) -> str:
    found = next((entry[key] for key in _NAMES if key in entry), number) if isinstance(entry, dict) else number
    return str(found) if isinstance(found, str | int) else str(number)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:117]}..."
