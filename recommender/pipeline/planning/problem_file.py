"""Bare problem files (JSON) -> the planning problem, every mistake with its place; docs/problem-file.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Any

from recommender.language.errors import Problem as Wrong
from recommender.language.errors import VillageDataError
from recommender.language.errors import problem as wrong
from recommender.pipeline.planning.problem import MONTHS, Effect, Limits, Need, Problem, Synergy, Work

_LARGEST = 2**53
_MOST_YEARS = 30


def read_problem(text: str, where: str = "problem") -> Problem:
    """Return the problem of a file; unknown keys are ignored.

    Raises
    ------
    VillageDataError
        With every mistake: broken JSON, cycles, unknown ids, negative or absurd amounts, no years.
    """
    try:
        raw = json.loads(text, parse_constant=lambda name: name)
    except (ValueError, RecursionError) as error:
        raise VillageDataError([wrong(where, "bad-json", reason=str(error)[:80])]) from None
    data = raw.get("data", raw) if isinstance(raw, dict) else raw
    problems = [replace(one, where=f"{where}: {one.where}") for one in _mistakes(data)]
    if problems:
        raise VillageDataError(problems)
    return _built(data)


def _built(data: dict[str, Any]) -> Problem:
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
                effects=tuple(Effect(int(need), 0, amount) for need, amount in sorted(item.get("effects", {}).items())),
                pinned=item["id"] in data.get("mandatory", []),
            )
        )
    carry = data.get("carry_over") or [False] * len(sources)
    return Problem(
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


Mistakes = Iterator[Wrong]


def _mistakes(data: Any) -> Mistakes:
    if not isinstance(data, dict):
        yield wrong("top", "wrong-shape.problem")
        return
    lacking = [key for key in ("years", "discount", "sources", "budget", "indicators", "items") if key not in data]
    for key in lacking:
        yield wrong(key, "missing-key.problem")
    if lacking:
        return
    years, sources = data["years"], data["sources"]
    if not _whole(years, 1, _MOST_YEARS):
        yield wrong("years", "bad-years.problem", value=repr(years), most=_MOST_YEARS)
        return
    if not isinstance(sources, list) or not sources:
        yield wrong("sources", "wrong-shape.sources")
        return
    if not _table(data["discount"], (years,)):
        yield wrong("discount", "bad-number.discount", years=years)
    if not _table(data["budget"], (len(sources), years)):
        yield wrong("budget", "bad-number.budget", rows=len(sources), years=years)
    elif sum(map(sum, data["budget"])) >= _LARGEST:
        yield wrong("budget", "too-large.budget")
    carry = data.get("carry_over", [])
    if not isinstance(carry, list) or len(carry) not in (0, len(sources)) or any(c not in (True, False) for c in carry):
        yield wrong("carry_over", "wrong-shape.carry-over", count=len(sources))
    if not isinstance(data["indicators"], list) or not isinstance(data["items"], list):
        yield wrong("items", "wrong-shape.items")
        return
    weighed = 0
    for k, need in enumerate(data["indicators"]):
        if not isinstance(need, dict) or not _whole(need.get("gap")) or not _whole(need.get("weight")):
            yield wrong(f"indicators[{k}]", "bad-number.indicator")
        else:
            weighed += need["gap"] * need["weight"]
    if _table(data["discount"], (years,)) and weighed * sum(data["discount"]) >= _LARGEST:
        yield wrong("indicators", "too-large.objective")
    for key in ("mandatory", "exclusions", "synergies"):
        if not isinstance(data.get(key, []), list):
            yield wrong(key, "wrong-shape.list", key=key)
    yield from _item_mistakes(data, years, len(sources))


def _item_mistakes(data: dict[str, Any], years: int, sources: int) -> Mistakes:
    ids: list[Any] = []
    shown: set[str] = set()
    for n, item in enumerate(data["items"]):
        if not isinstance(item, dict) or not isinstance(item.get("id"), int | str) or isinstance(item.get("id"), bool):
            yield wrong(f"items[{n}]", "wrong-shape.item")
            return
        if str(item["id"]) in shown:
            yield wrong(f"items[{n}]", "duplicate-id", value=repr(item["id"]))
        ids.append(item["id"])
        shown.add(str(item["id"]))
    total = 0
    for item in data["items"]:
        place = f"item {item['id']}"
        if not _whole(item.get("duration"), 0, _MOST_YEARS):
            yield wrong(place, "bad-number.duration")
            continue
        instalments = max(1, item["duration"])
        if not _table(item.get("cost"), (instalments, sources)):
            yield wrong(place, "bad-cost.item", rows=instalments, sources=sources)
        else:
            total += sum(map(sum, item["cost"]))
        effects = item.get("effects", {})
        if not isinstance(effects, dict):
            yield wrong(place, "wrong-shape.effects")
            continue
        for need, amount in effects.items():
            if not _is_number(need) or int(need) >= len(data["indicators"]):
                yield wrong(place, "unknown-indicator.item", value=repr(need))
            if not _whole(amount):
                yield wrong(place, "bad-number.effect", indicator=need)
        groups = item.get("or", [])
        if not isinstance(item.get("and", []), list) or not isinstance(groups, list):
            yield wrong(place, "wrong-shape.requires")
        elif any(not isinstance(group, list) for group in groups):
            yield wrong(place, "wrong-shape.groups")
        elif any(not group for group in groups):
            yield wrong(place, "empty-group")
        for other in _under(item):
            if not _known(other, ids):
                yield wrong(place, "unknown-id.prerequisite", value=repr(other))
    if total >= _LARGEST:
        yield wrong("items", "too-large.costs", total=total)
    for other in _list(data.get("mandatory")):
        if not _known(other, ids):
            yield wrong("mandatory", "unknown-id", value=repr(other))
    for pair in _list(data.get("exclusions")):
        if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
            yield wrong("exclusions", "wrong-shape.pair", value=repr(pair))
            continue
        for other in pair:
            if not _known(other, ids):
                yield wrong("exclusions", "unknown-id", value=repr(other))
    for synergy in _list(data.get("synergies")):
        ends = (synergy.get("a"), synergy.get("b")) if isinstance(synergy, dict) else ("?", "?")
        if not all(_known(end, ids) for end in ends) or ends[0] == ends[1] or not _whole(synergy.get("bonus")):
            yield wrong("synergies", "unknown-id.synergy", value=repr(synergy))
        elif not _whole(synergy.get("indicator"), 0, len(data["indicators"]) - 1):
            yield wrong("synergies", "unknown-indicator.synergy", value=repr(synergy))
    yield from _cycle(data["items"])


def _cycle(items: list[dict[str, Any]]) -> Mistakes:
    ids = [item["id"] for item in items]
    edges = {item["id"]: [other for other in _under(item) if _known(other, ids)] for item in items}
    try:
        list(TopologicalSorter(edges).static_order())
    except CycleError as error:
        shown = " -> ".join(str(name) for name in reversed(error.args[1]))
        yield wrong("items", "prerequisite-cycle.items", circle=shown)


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
