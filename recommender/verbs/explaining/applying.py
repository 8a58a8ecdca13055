"""Changes applied to a case: village, options or knowledge as they would be, all else untouched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from recommender.knowledge.compiled import compiles_like, once_per_base
from recommender.knowledge.possible_values import every_condition
from recommender.model.conditions import Named, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import PARAMETER_NAMES
from recommender.model.village import PublishedIndex, Village
from recommender.pipeline.scoring import planned_data, recover
from recommender.request.options import Budget, Carried, Options
from recommender.request.request import make_request
from recommender.verbs.explaining.changes import (
    AllowChange,
    BanChange,
    BudgetChange,
    Case,
    Change,
    DoneChange,
    FactChange,
    KnowledgeChange,
    MoneyChange,
    ParameterChange,
    PinChange,
    SwitchChange,
    ValueChange,
    YearsChange,
)

# What others are reckoned with comes before them: more money is more of the years that there then are.
_FIRST: Mapping[type, int] = {KnowledgeChange: 0, YearsChange: 1, BudgetChange: 2}


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
    request = make_request(options, case.kb)
    first = options.start_year
    years = {first + offset: amount for offset, amount in enumerate(request.amounts.get(change.source, ()))}
    years = years or dict.fromkeys(range(first, first + request.years), 0)
    raised = {y: a + change.extra if change.year in (None, y) else a for y, a in years.items()}
    budget = options.budget or Budget({name: amounts[0] for name, amounts in request.amounts.items()})
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
    return _with_parameter(kb, kb.sha256, name, value)


@once_per_base
def _with_parameter(kb: KnowledgeBase, _sha256: str, name: str, value: int | float) -> KnowledgeBase:
    """Return the changed base; it is kept by the hash too, since bases that compile alike differ in numbers."""
    parameter = kb.parameters[name]
    changed = parameter.model_copy(update={"values": dict.fromkeys(parameter.values, value)})
    fields: dict[str, Any] = {field: getattr(kb, field) for field in KnowledgeBase.model_fields}
    fields["parameters"] = {**kb.parameters, name: changed}
    fields["sha256"] = _hash(kb.sha256, name, value)
    made = KnowledgeBase.model_construct(**fields)
    if not _is_compiled(kb, name):
        compiles_like(made, kb)
    return made


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
