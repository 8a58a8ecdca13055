"""Bare problem files (JSON) -> the planning problem, every mistake with its place; docs/problem-file.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

from recommender.language.errors import Problem, VillageDataError
from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import MONTHS, Need, NeedEffect, Synergy, Work

_LARGEST = 2**53
_MOST_YEARS = 30


def read_problem(text: str, where: str = "problem") -> PlanningProblem:
    """Return the problem of a file; unknown keys are ignored.

    Raises
    ------
    VillageDataError
        With every mistake: broken JSON, cycles, unknown ids, negative or absurd amounts, no years.
    """
    try:
        raw = json.loads(text, parse_constant=lambda name: name)
    except (ValueError, RecursionError) as error:
        raise VillageDataError(
            [Problem(where, "bad-json", f"this is no JSON ({str(error)[:80]}); mend the file.")]
        ) from None
    data = raw.get("data", raw) if isinstance(raw, dict) else raw
    problems = [Problem(f"{where}: {place}", code, message) for place, code, message in _mistakes(data)]
    if problems:
        raise VillageDataError(problems)
    return _built(data)


def _built(data: dict[str, Any]) -> PlanningProblem:
    years, sources = data["years"], data["sources"]
    number = {item["id"]: index for index, item in enumerate(data["items"])}
    works = []
    for item in data["items"]:
        works.append(
            Work(
                name=str(item["id"]),
                own=True,
                months=MONTHS * item["duration"],
                costs=tuple(tuple(row) for row in item["cost"]) or ((0,) * len(sources),),
                requires=tuple(sorted({number[other] for other in item.get("and", [])})),
                groups=tuple(tuple(sorted({number[other] for other in group})) for group in item.get("or", [])),
                effects=tuple(
                    NeedEffect(int(need), 0, amount) for need, amount in sorted(item.get("effects", {}).items())
                ),
                pinned=item["id"] in data.get("mandatory", []),
            )
        )
    carry = data.get("carry_over") or [False] * len(sources)
    return PlanningProblem(
        years=years,
        discount=tuple(data["discount"]),
        needs=tuple(Need(str(k), need["weight"], need["gap"]) for k, need in enumerate(data["indicators"])),
        works=tuple(works),
        limits=Limits(
            purses=tuple(map(str, sources)),
            usable=tuple(tuple(row) for row in data["budget"]),
            carry_over=tuple(bool(c) for c in carry),
        ),
        exclusions=tuple(
            sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in data.get("exclusions", []))
        ),
        synergies=tuple(
            Synergy(number[s["a"]], number[s["b"]], s["indicator"], s["bonus"]) for s in data.get("synergies", [])
        ),
    )


Mistakes = Iterator[tuple[str, str, str]]


def _mistakes(data: Any) -> Mistakes:
    if not isinstance(data, dict):
        yield "top", "wrong-shape", "a problem is an object with years, discount, sources, budget, indicators, items."
        return
    lacking = [key for key in ("years", "discount", "sources", "budget", "indicators", "items") if key not in data]
    for key in lacking:
        yield key, "missing-key", "this key is missing; add it."
    if lacking:
        return
    years, sources = data["years"], data["sources"]
    if not _whole(years, 1, _MOST_YEARS):
        yield "years", "bad-years", f"{years!r} years cannot be planned; give 1 to {_MOST_YEARS}."
        return
    if not isinstance(sources, list) or not sources:
        yield "sources", "wrong-shape", "name at least one source in a list."
        return
    if not _table(data["discount"], (years,)):
        yield "discount", "bad-number", f"give {years} whole numbers from 0."
    if not _table(data["budget"], (len(sources), years)):
        yield "budget", "bad-number", f"give {len(sources)} rows (sources) of {years} whole numbers from 0."
    elif sum(map(sum, data["budget"])) >= _LARGEST:
        yield "budget", "too-large", "the amounts add up beyond 2^53; use a larger unit (thousands) here and in cost."
    carry = data.get("carry_over", [])
    if not isinstance(carry, list) or len(carry) not in (0, len(sources)) or any(c not in (True, False) for c in carry):
        yield "carry_over", "wrong-shape", f"give {len(sources)} true or false, one a source."
    if not isinstance(data["indicators"], list) or not isinstance(data["items"], list):
        yield "items", "wrong-shape", "items and indicators are lists."
        return
    weighed = 0
    for k, need in enumerate(data["indicators"]):
        if not isinstance(need, dict) or not _whole(need.get("gap")) or not _whole(need.get("weight")):
            yield f"indicators[{k}]", "bad-number", "gap and weight are whole numbers from 0."
        else:
            weighed += need["gap"] * need["weight"]
    if _table(data["discount"], (years,)) and weighed * sum(data["discount"]) >= _LARGEST:
        yield "indicators", "too-large", "the objective may exceed 2^53; use smaller weights, gaps or discounts."
    for key in ("mandatory", "exclusions", "synergies"):
        if not isinstance(data.get(key, []), list):
            yield key, "wrong-shape", f"{key} is a list."
    yield from _item_mistakes(data, years, len(sources))


def _item_mistakes(data: dict[str, Any], years: int, sources: int) -> Mistakes:
    ids: list[Any] = []
    shown: set[str] = set()
    for n, item in enumerate(data["items"]):
        if not isinstance(item, dict) or not isinstance(item.get("id"), int | str) or isinstance(item.get("id"), bool):
            yield f"items[{n}]", "wrong-shape", "an item is an object with an id, a number or a word."
            return
        if str(item["id"]) in shown:
            yield f"items[{n}]", "duplicate-id", f"the id {item['id']!r} stands here a second time."
        ids.append(item["id"])
        shown.add(str(item["id"]))
    total = 0
    for item in data["items"]:
        place = f"item {item['id']}"
        if not _whole(item.get("duration"), 0, _MOST_YEARS):
            yield place, "bad-number", "duration is a whole number of years from 0."
            continue
        instalments = max(1, item["duration"])
        if not _table(item.get("cost"), (instalments, sources)):
            yield place, "bad-cost", f"cost holds {instalments} rows (years) of {sources} whole numbers from 0."
        else:
            total += sum(map(sum, item["cost"]))
        effects = item.get("effects", {})
        if not isinstance(effects, dict):
            yield place, "wrong-shape", "effects map an indicator's number to points."
            continue
        for need, amount in effects.items():
            if not _is_number(need) or int(need) >= len(data["indicators"]):
                yield place, "unknown-indicator", f"there is no indicator {need!r}; count from 0."
            if not _whole(amount):
                yield place, "bad-number", f"the effect on indicator {need} is a whole number from 0."
        groups = item.get("or", [])
        if not isinstance(item.get("and", []), list) or not isinstance(groups, list):
            yield place, "wrong-shape", "`and` is a list of ids, `or` a list of lists of ids."
        elif any(not isinstance(group, list) for group in groups):
            yield place, "wrong-shape", "`or` is a list of any-of groups, each a list of ids: [[1, 2]]."
        elif any(not group for group in groups):
            yield place, "empty-group", "an any-of group has no member, so the item can never start; drop the group."
        for other in _under(item):
            if not _known(other, ids):
                yield place, "unknown-id", f"it rests on {other!r}, which is no item."
    if total >= _LARGEST:
        yield "items", "too-large", f"the costs add up to {total}, beyond 2^53; use a larger unit (thousands)."
    for other in _list(data.get("mandatory")):
        if not _known(other, ids):
            yield "mandatory", "unknown-id", f"{other!r} is no item."
    for pair in _list(data.get("exclusions")):
        if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
            yield "exclusions", "wrong-shape", f"{pair!r}: an exclusion is a pair of different items, [1, 2]."
            continue
        for other in pair:
            if not _known(other, ids):
                yield "exclusions", "unknown-id", f"{other!r} is no item."
    for synergy in _list(data.get("synergies")):
        ends = (synergy.get("a"), synergy.get("b")) if isinstance(synergy, dict) else ("?", "?")
        if not all(_known(end, ids) for end in ends) or ends[0] == ends[1] or not _whole(synergy.get("bonus")):
            yield "synergies", "unknown-id", f"{synergy!r}: a and b are two items, bonus a whole number from 0."
        elif not _whole(synergy.get("indicator"), 0, len(data["indicators"]) - 1):
            yield "synergies", "unknown-indicator", f"{synergy!r}: there is no such indicator."
    yield from _cycle(data["items"])


def _cycle(items: list[dict[str, Any]]) -> Mistakes:
    ids = [item["id"] for item in items]
    edges = {item["id"]: [other for other in _under(item) if _known(other, ids)] for item in items}
    try:
        list(TopologicalSorter(edges).static_order())
    except CycleError as error:
        shown = " -> ".join(str(name) for name in reversed(error.args[1]))
        yield "items", "prerequisite-cycle", f"{shown}: no order satisfies this; drop one 'and' or 'or'."


def _under(item: dict[str, Any]) -> list[Any]:
    """Return what the item rests on, in every way: all-of and each member of each any-of group."""
    return [*_list(item.get("and")), *(other for group in _list(item.get("or")) for other in _list(group))]


def _known(name: Any, ids: list[Any]) -> bool:
    return isinstance(name, int | str) and not isinstance(name, bool) and name in ids


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 10


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _whole(value: Any, low: int = 0, high: int = _LARGEST) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _table(value: Any, shape: tuple[int, ...]) -> bool:
    if not isinstance(value, list) or len(value) != shape[0]:
        return False
    return all(_table(row, shape[1:]) if len(shape) > 1 else _whole(row) for row in value)
