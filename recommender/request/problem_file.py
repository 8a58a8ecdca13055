"""A bare problem file (JSON) -> what it asks to be planned, checked whole; docs/problem-file.md.

Every mistake is named with its line and the item or the key that it is in. Unknown keys are ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from recommender.language.errors import VillageDataError, problem
from recommender.language.wording import Key
from recommender.parsing.json_text import NotJson, json_lines, parse_json
from recommender.parsing.parsed_file import Fault, KeyPath, ParsedFile
from recommender.parsing.shape import each, in_file, said_as, shaped, unfit

_LARGEST = 2**53
_MOST_YEARS = 30
Id = int | str
Lengths = dict[str, int | None]  # of a table, by what they count; None where the file does not say


@dataclass(slots=True)
class _Measures:
    """What the parts of a file are measured against: as much of the rest of it as can be counted."""

    years: int | None
    sources: int | None
    indicators: int | None
    ids: set[Id]
    capacities: set[str]
    seen: set[str] = field(default_factory=set)  # ids of the items checked so far, as text


def _measures(data: dict[str, Any]) -> _Measures:
    years, sources, indicators, items = (data.get(key) for key in ("years", "sources", "indicators", "items"))
    named = data.get("capacities")
    capacities = named if isinstance(named, list) else []
    return _Measures(
        years if _is_whole(years, 1, _MOST_YEARS) else None,
        len(sources) if isinstance(sources, list) and sources else None,
        len(indicators) if isinstance(indicators, list) else None,
        {item["id"] for item in items if _is_item(item)} if isinstance(items, list) else set(),
        {one["name"] for one in capacities if isinstance(one, dict) and isinstance(one.get("name"), str)},
    )


def _is_whole(value: Any, low: int = 0, high: int = _LARGEST) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and _is_id(value.get("id"))


def _is_id(value: Any) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool)


def _is_table(value: Any, shape: tuple[int, ...]) -> bool:
    """Return whether the value is whole numbers from 0, in lists of lists of these lengths."""
    if not shape:
        return _is_whole(value)
    return isinstance(value, list) and len(value) == shape[0] and all(_is_table(row, shape[1:]) for row in value)


# Validators ----------------------------------------------------------------------------------------------------------


def _numbers(key: Key, shape: Callable[[ValidationInfo[_Measures]], Lengths]) -> BeforeValidator:
    """Return what refuses a value that is no table of the shape; the names of its lengths fill the sentence."""

    def check(value: Any, info: ValidationInfo[_Measures]) -> Any:
        lengths = shape(info)
        known = tuple(length for length in lengths.values() if length is not None)
        if len(known) == len(lengths) and not _is_table(value, known):
            raise unfit(key, **lengths)
        return value

    return BeforeValidator(check)


def _discount_shape(info: ValidationInfo[_Measures]) -> Lengths:
    return {"years": info.context.years}


def _budget_shape(info: ValidationInfo[_Measures]) -> Lengths:
    return {"rows": info.context.sources, "years": info.context.years}


def _cap_shape(info: ValidationInfo[_Measures]) -> Lengths:
    years = info.context.years
    return {"years": None if years is None else years + 1}


def _cost_shape(info: ValidationInfo[_Measures]) -> Lengths:
    duration = 1 if info.data.get("service") else info.data.get("duration")
    return {"rows": None if duration is None else max(1, duration), "sources": info.context.sources}


def _names_item(key: Key) -> BeforeValidator:
    """Return what refuses a value that is the id of no item."""

    def check(value: Any, info: ValidationInfo[_Measures]) -> Any:
        if not _is_id(value) or value not in info.context.ids:
            raise unfit(key, value=in_file(value))
        return value

    return BeforeValidator(check)


def _item(value: Any) -> Any:
    if not _is_item(value):
        raise unfit("wrong-shape.item")
    return value


def _once(name: Id, info: ValidationInfo[_Measures]) -> Id:
    if str(name) in info.context.seen:
        raise unfit("duplicate-id", value=in_file(name))
    info.context.seen.add(str(name))
    return name


def _carry_over(value: Any, info: ValidationInfo[_Measures]) -> Any:
    count = info.context.sources
    is_list = isinstance(value, list) and all(one in (True, False) for one in value)
    if count is not None and not (is_list and len(value) in (0, count)):
        raise unfit("wrong-shape.carry-over", count=count)
    return value


def _capacity(name: Any, info: ValidationInfo[_Measures]) -> Any:
    if name not in info.context.capacities:
        raise unfit("unknown-id.capacity", value=in_file(name))
    return name


def _lines(lines: list[list[Id]], _: ValidationInfo) -> Iterator[Fault]:
    """Report each item that stands in two lines."""
    seen: set[Id] = set()
    for number, line in enumerate(lines):
        for name in line:
            if name in seen:
                yield (number,), problem("", "duplicate-id.line", value=in_file(name))
            seen.add(name)


def _pair(pair: list[Id]) -> list[Id]:
    if len(pair) != 2 or pair[0] == pair[1]:
        raise ValueError("two items, not alike")
    return pair


def _two_ends(bonus: ItemBonus) -> ItemBonus:
    if bonus.a == bonus.b:
        raise ValueError("two items, not alike")
    return bonus


def _indicator(number: Any, info: ValidationInfo[_Measures]) -> Any:
    count = info.context.indicators
    if count is not None and not _is_whole(number, 0, count - 1):
        raise unfit("unknown-indicator.synergy", value=in_file(number))
    return number


def _effects(effects: dict[str, Any], info: ValidationInfo[_Measures]) -> Iterator[Fault]:
    count = info.context.indicators
    for number, amount in effects.items():
        is_number = number.isascii() and number.isdigit() and len(number) < 10
        if count is not None and not (is_number and int(number) < count):
            yield (number,), problem("", "unknown-indicator.item", value=in_file(number))
        if not _is_whole(amount):
            yield (number,), problem("", "bad-number.effect", indicator=number)


def _groups(groups: list[list[Id]], _: ValidationInfo) -> Iterator[Fault]:
    if not all(groups):
        yield (), problem("", "empty-group")


def _budget(budget: list[list[int]], _: ValidationInfo) -> Iterator[Fault]:
    if sum(map(sum, budget)) >= _LARGEST:
        yield (), problem("", "too-large.budget")


def _indicators(indicators: list[ProblemIndicator], info: ValidationInfo[_Measures]) -> Iterator[Fault]:
    weighed = sum(one.gap * one.weight for one in indicators)
    if weighed * sum(info.data.get("discount", ())) >= _LARGEST:
        yield (), problem("", "too-large.objective")


def _items(items: list[ProblemItem], _: ValidationInfo) -> Iterator[Fault]:
    total = sum(sum(map(sum, item.cost)) for item in items)
    if total >= _LARGEST:
        yield (), problem("", "too-large.costs", total=total)
    under = {item.id: [*item.requires, *(other for group in item.groups for other in group)] for item in items}
    try:
        TopologicalSorter(under).prepare()
    except CycleError as error:
        circle = " -> ".join(str(name) for name in reversed(error.args[1]))
        yield (), problem("", "prerequisite-cycle.items", circle=circle)


# The shape of the file -----------------------------------------------------------------------------------------------

Whole = Annotated[int, Field(ge=0, le=_LARGEST)]
Rows = list[list[int]]
Under = Annotated[Id, _names_item("unknown-id.prerequisite")]
Group = Annotated[list[Under], said_as("wrong-shape.groups")]
Named = Annotated[Id, _names_item("unknown-id")]
Taken = Annotated[str, BeforeValidator(_capacity)]
Pair = Annotated[list[Named], AfterValidator(_pair), said_as("wrong-shape.pair")]


class _ProblemPart(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class ProblemIndicator(_ProblemPart):
    """What is missing: points, and the weight of a point."""

    gap: Whole
    weight: Whole
    tier: Annotated[int, Field(ge=0, le=_MOST_YEARS)] = 0


class ProblemCapacity(_ProblemPart):
    """A class of starts, and how many of them each year holds."""

    name: str
    per_year: Annotated[list[int], _numbers("bad-number.capacity", _discount_shape)]


class ProblemItem(_ProblemPart):
    """One thing that can be planned: `cost[year from its start][source]`, points by indicator, what it rests on.

    Of a service `cost` is one row, what each year costs, to the end or for `service_years`.
    """

    id: Annotated[Id, AfterValidator(_once)]
    service: Annotated[bool, said_as("bad-number.service")] = False
    service_years: Annotated[int | None, Field(ge=1, le=_MOST_YEARS), said_as("bad-number.service-years")] = None
    running: Annotated[Whole, said_as("bad-number.running")] = 0
    takes: Annotated[list[Taken], said_as("wrong-shape.takes")] = []
    duration: Annotated[int, Field(ge=0, le=_MOST_YEARS), said_as("bad-number.duration")]
    cost: Annotated[Rows, _numbers("bad-cost.item", _cost_shape)]
    effects: Annotated[dict[str, Any], said_as("wrong-shape.effects"), each(_effects)] = {}
    requires: Annotated[list[Under], Field(alias="and"), said_as("wrong-shape.requires")] = []
    groups: Annotated[list[Group], Field(alias="or"), said_as("wrong-shape.requires"), each(_groups)] = []


class ItemBonus(_ProblemPart):
    """Points more on an indicator once both items are done."""

    a: Named
    b: Named
    indicator: Annotated[int, BeforeValidator(_indicator)]
    bonus: Whole


CheckedIndicator = Annotated[ProblemIndicator, said_as("bad-number.indicator")]
CheckedCapacity = Annotated[ProblemCapacity, said_as("wrong-shape.capacity")]
CheckedItem = Annotated[ProblemItem, BeforeValidator(_item)]
CheckedBonus = Annotated[ItemBonus, AfterValidator(_two_ends), said_as("unknown-id.synergy")]


class ProblemFile(_ProblemPart):
    """A whole file: what is missing, what can be done, with whose money."""

    years: Annotated[int, Field(ge=1, le=_MOST_YEARS), said_as("bad-years.problem", most=_MOST_YEARS)]
    sources: Annotated[list[Any], Field(min_length=1), said_as("wrong-shape.sources")]
    discount: Annotated[list[int], _numbers("bad-number.discount", _discount_shape)]
    budget: Annotated[Rows, _numbers("bad-number.budget", _budget_shape), each(_budget)]
    carry_over: Annotated[list[Any], BeforeValidator(_carry_over)] = []
    early: Annotated[Rows, _numbers("bad-number.budget", _budget_shape)] | None = None
    running_cap: Annotated[list[int], _numbers("bad-number.cap", _cap_shape)] | None = None
    service_cap: Annotated[list[int], _numbers("bad-number.cap", _cap_shape)] | None = None
    capacities: Annotated[list[CheckedCapacity], said_as("wrong-shape.list", key="capacities")] = []
    indicators: Annotated[list[CheckedIndicator], said_as("wrong-shape.items"), each(_indicators)]
    items: Annotated[list[CheckedItem], said_as("wrong-shape.items"), each(_items)]
    lines: Annotated[list[list[Named]], said_as("wrong-shape.list", key="lines"), each(_lines)] = []
    mandatory: Annotated[list[Named], said_as("wrong-shape.list", key="mandatory")] = []
    exclusions: Annotated[list[Pair], said_as("wrong-shape.list", key="exclusions")] = []
    synergies: Annotated[list[CheckedBonus], said_as("wrong-shape.list", key="synergies")] = []


def read_problem_file(text: str, file: str = "problem") -> ProblemFile:
    """Return what a file asks for.

    Raises
    ------
    VillageDataError
        With every mistake: broken JSON, cycles, unknown ids, negative or absurd amounts, no years.
    """
    try:
        value = parse_json(text, with_nan=True)  # a NaN is told where it stands
    except NotJson as refused:
        raise VillageDataError([problem(refused.where(file), "bad-json", reason=refused.reason)]) from None
    wrapped: KeyPath = ("data",) if isinstance(value, dict) and "data" in value else ()
    data = value["data"] if wrapped else value
    parsed = ParsedFile(file, data, lambda: json_lines(text))
    if not isinstance(data, dict):
        raise VillageDataError([problem(f"{parsed.where(wrapped)}: top", "wrong-shape.problem")])
    found, faults = shaped(ProblemFile, data, _measures(data))
    if found is None:
        raise VillageDataError(
            replace(one, where=f"{parsed.where((*wrapped, *path))}: {_place(path, data)}") for path, one in faults
        )
    return found


def _place(path: KeyPath, data: dict[str, Any]) -> str:
    """Return a path as a reader of the file calls it: `budget`, `indicators[0]`, `item a`."""
    first, *rest = path
    if first == "items" and rest and _is_item(data["items"][rest[0]]):
        return f"item {data['items'][rest[0]]['id']}"
    return f"{first}[{rest[0]}]" if rest and first in ("items", "indicators") else str(first)
