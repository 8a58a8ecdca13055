"""Changes of what a plan is made from, each a noun that can be applied: a value, an answer, money, years, a pin, …

In: a `Case` (village, options, knowledge: all that shapes a plan). Out: another case. A change of a value or fact never
asks to falsify data: it says what would follow if the village were really so (docs/explaining.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Literal

from recommender.model.conditions import Named, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.options import Budget, Carried, Options
from recommender.model.settings import PARAMETER_NAMES
from recommender.model.village import FactValue, PublishedIndex, Village
from recommender.scoring import planned_data, recover
from recommender.settling import settle
from recommender.worlds import every_condition

Kind = Literal["data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed"]
# Between changes of one size: what is known of the village first, what overrules a judgement last.
KINDS: tuple[Kind, ...] = ("data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed")


@dataclass(frozen=True, slots=True)
class Case:
    """All that shapes the plan of one village."""

    village: Village
    options: Options
    kb: KnowledgeBase


@dataclass(frozen=True, slots=True)
class ValueChange:
    """An indicator's published value is another (`value` None: unknown); `rungs` of its ladder lie between the two."""

    indicator: str
    value: int | None
    was: int | None = None
    rungs: int = 1


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact is answered so (numbers in thousandths; None: unknown); `was` is what was given or derived, `away` how far
    a number lies from that, or from what was assumed."""

    fact: str
    value: FactValue | None
    was: object = None
    away: int = 0


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """`extra` rupiah more of a source, in one calendar year or (`year` None) in each of the `years` of the plan."""

    source: str
    extra: int
    year: int | None = None
    years: int = 1


@dataclass(frozen=True, slots=True)
class BudgetChange:
    """Other money altogether."""

    budget: Budget


@dataclass(frozen=True, slots=True)
class YearsChange:
    """The plan has so many years."""

    years: int
    was: int


@dataclass(frozen=True, slots=True)
class PinChange:
    """A work must be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class BanChange:
    """A work must not be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class AllowChange:
    """A work that was banned, or rejected when the last plan was decided on, may be in the plan."""

    work: str


@dataclass(frozen=True, slots=True)
class DoneChange:
    """A work is already there when the plan starts; what the data measure is as it is."""

    work: str


@dataclass(frozen=True, slots=True)
class SwitchChange:
    """A yes/no option of planning (`own_means`, `measured_only`) is set."""

    option: Literal["own_means", "measured_only"]
    value: bool


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A number of the catalog is another at every date; `value` and `was` as a file writes them."""

    parameter: str
    value: int | float
    was: int | float


@dataclass(frozen=True, slots=True)
class KnowledgeChange:
    """The plan is made with other knowledge."""

    kb: KnowledgeBase


Change = (
    ValueChange
    | FactChange
    | MoneyChange
    | BudgetChange
    | YearsChange
    | PinChange
    | BanChange
    | AllowChange
    | DoneChange
    | SwitchChange
    | ParameterChange
    | KnowledgeChange
)
Changes = tuple[Change, ...]
_KIND_OF: Mapping[type, Kind] = {
    ValueChange: "data",
    FactChange: "fact",
    DoneChange: "prerequisite",
    YearsChange: "years",
    MoneyChange: "money",
    BudgetChange: "money",
    ParameterChange: "limit",
    PinChange: "pin",
}


# What others are reckoned with comes before them: more money is more of the years that there then are.
_FIRST: Mapping[type, int] = {KnowledgeChange: 0, YearsChange: 1, BudgetChange: 2}


def kind_of(changes: Changes) -> Kind:
    """Return the kind that all changes share, else `mixed`; bans, permissions and switches are `option`."""
    kinds = {_KIND_OF.get(type(change), "option") for change in changes}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def size(changes: Changes) -> tuple[int, int, int]:
    """Return how large the changes are together: things changed, steps, rupiah.

    A step is a rung of a ladder, an answer, a year, a place in a year, a permission, a work done or pinned, an amount
    of money raised; rupiah are summed over the years.
    """
    return len(changes), sum(map(_steps, changes)), sum(map(_rupiah, changes))


def order(changes: Changes) -> tuple[Any, ...]:
    """Return what changes are compared by, the smallest least: size, how far numbers move, kind, what they say."""
    away = sum(change.away for change in changes if isinstance(change, FactChange))
    return *size(changes), away, KINDS.index(kind_of(changes)), repr(changes)


def _steps(change: Change) -> int:
    if isinstance(change, ValueChange):
        return change.rungs
    if isinstance(change, YearsChange):
        return abs(change.years - change.was)
    if isinstance(change, ParameterChange):
        return max(1, round(abs(change.value - change.was)))
    return 1


def _rupiah(change: Change) -> int:
    if isinstance(change, MoneyChange):
        return abs(change.extra) * (change.years if change.year is None else 1)
    return 0


def applied(changes: Iterable[Change], case: Case) -> Case:
    """Return the case with the changes made; their order does not matter.

    Raises
    ------
    UsageError
        If the options that come out cannot be used.
    """
    for change in sorted(changes, key=lambda change: (_FIRST.get(type(change), len(_FIRST)), repr(change))):
        case = _applied(change, case)
    return case


def _applied(change: Change, case: Case) -> Case:
    if isinstance(change, ValueChange):
        return replace(case, village=_with_value(case, change))
    if isinstance(change, FactChange):
        return replace(case, village=_with_fact(case.village, change))
    if isinstance(change, KnowledgeChange):
        return replace(case, kb=change.kb)
    if isinstance(change, ParameterChange):
        return replace(case, kb=with_parameter(case.kb, change.parameter, change.value))
    return replace(case, options=_with_option(case, change))


def _with_option(case: Case, change: Change) -> Options:
    options = case.options
    if isinstance(change, YearsChange):
        return replace(options, years=change.years)
    if isinstance(change, MoneyChange):
        return replace(options, budget=_with_money(case, change))
    if isinstance(change, BudgetChange):
        return replace(options, budget=change.budget)
    if isinstance(change, SwitchChange):
        if change.option == "own_means":
            return replace(options, own_means=change.value)
        return replace(options, measured_only=change.value)
    if isinstance(change, PinChange):
        return replace(options, pins=(*_without(options.pins, change.work), change.work))
    if isinstance(change, BanChange):
        return replace(options, bans=(*_without(options.bans, change.work), change.work))
    if isinstance(change, AllowChange):
        key = case.village.key
        carried = options.carried.get(key)
        if carried is not None:
            rejected = {work: why for work, why in carried.rejected.items() if work != change.work}
            options = replace(options, carried={**options.carried, key: replace(carried, rejected=rejected)})
        return replace(options, bans=_without(options.bans, change.work))
    assert isinstance(change, DoneChange)
    return replace(options, carried={**options.carried, case.village.key: _with_done(case, change.work)})


def _without(works: tuple[str, ...], work: str) -> tuple[str, ...]:
    return tuple(other for other in works if other != work)


def _with_done(case: Case, work: str) -> Carried:
    """Return what is carried over with the work done: since the year of the data, so that values hold as measured."""
    carried = case.options.carried.get(case.village.key)
    if carried is None:
        data = planned_data(case.village, case.options.data_year)
        carried = Carried(start_year=case.options.start_year if data is None else data.year)
    return replace(carried, done=tuple(sorted({*carried.done, work})))


def _with_money(case: Case, change: MoneyChange) -> Budget:
    """Return the budget with the money added; the catalog's typical amount counts as given."""
    options = case.options
    settled = settle(options, case.kb)
    first = options.start_year
    years = {first + offset: amount for offset, amount in enumerate(settled.amounts.get(change.source, ()))}
    years = years or dict.fromkeys(range(first, first + settled.years), 0)
    raised = {y: a + change.extra if change.year in (None, y) else a for y, a in years.items()}
    budget = options.budget or Budget({name: amounts[0] for name, amounts in settled.amounts.items()})
    if change.year is None and len(set(raised.values())) == 1:
        by_year = {source: given for source, given in budget.by_year.items() if source != change.source}
        return replace(budget, amounts={**budget.amounts, change.source: next(iter(raised.values()))}, by_year=by_year)
    given = {**budget.by_year.get(change.source, {}), **raised}
    return replace(budget, by_year={**budget.by_year, change.source: given})


def _with_value(case: Case, change: ValueChange) -> Village:
    """Return the village with the value; what its publisher printed of totals no longer belongs to the values."""
    village = case.village
    data = planned_data(village, case.options.data_year)
    assert data is not None, "a village without index data has no value to change"
    values, recovered, _ = recover(data, case.kb.frameworks[data.framework])
    values.pop(change.indicator, None)
    if change.value is not None:
        values[change.indicator] = change.value
    doubted = tuple(name for name in dict.fromkeys((*data.recovered, *recovered)) if name != change.indicator)
    changed = replace(data, values=values, published=PublishedIndex(), recovered=doubted)
    years = tuple(changed if other is data else other for other in village.years)
    return replace(village, years=years, sha256=_hash(village.sha256, change.indicator, change.value))


def _with_fact(village: Village, change: FactChange) -> Village:
    facts = {name: value for name, value in village.facts.items() if name != change.fact}
    if change.value is not None:
        facts[change.fact] = change.value
    facts = dict(sorted(facts.items()))
    return replace(village, facts=facts, sha256=_hash(village.sha256, change.fact, change.value))


def with_parameter(kb: KnowledgeBase, name: str, value: int | float) -> KnowledgeBase:
    """Return the knowledge base with another number at every date; made once and kept.

    Compiled forms are shared unless a condition, rule or dimension reads the number.
    """
    key = ("with-parameter", kb.sha256, name, value)
    if key not in kb.caches:
        parameter = kb.parameters[name]
        changed = parameter.model_copy(update={"values": dict.fromkeys(parameter.values, value)})
        fields: dict[str, Any] = {field: getattr(kb, field) for field in KnowledgeBase.model_fields}
        fields["parameters"] = {**kb.parameters, name: changed}
        fields["sha256"] = _hash(kb.sha256, name, value)
        made = KnowledgeBase.model_construct(**fields)
        if not _is_compiled(kb, name):
            made.__dict__["caches"] = kb.caches
        kb.caches[key] = made
    found: KnowledgeBase = kb.caches[key]
    return found


def _is_compiled(kb: KnowledgeBase, name: str) -> bool:
    read = {
        comparison.operand.name
        for condition in every_condition(kb)
        for comparison in comparisons(condition)
        if isinstance(comparison.operand, Named)
    }
    return name in read or name not in PARAMETER_NAMES


def _hash(before: str, name: str, value: object) -> str:
    return sha256(f"{before}\n{name}={value!r}".encode()).hexdigest()
