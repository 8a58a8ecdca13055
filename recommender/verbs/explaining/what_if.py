"""What if: the plan of a village as it is, and as it would be with other values, facts, money, years, pins, knowledge.

In: a result and what is to be otherwise. Out: a `Comparison` of both plans. Every bad name or value is named at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Fact, KnowledgeBase
from recommender.model.units import step_of
from recommender.model.village import FactValue, Village, fact_value
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import recommend_all
from recommender.pipeline.scoring import observe, planned_data, score_village
from recommender.request.options import Budget
from recommender.request.request import make_request
from recommender.verbs.explaining.applying import applied
from recommender.verbs.explaining.changes import (
    AllowChange,
    BanChange,
    BudgetChange,
    Case,
    Change,
    Changes,
    DoneChange,
    FactChange,
    KnowledgeChange,
    ParameterChange,
    PinChange,
    SwitchChange,
    ValueChange,
    YearsChange,
)
from recommender.verbs.explaining.comparing import Comparison, compare
from recommender.verbs.explaining.relevance import rungs_between


def case_of(result: Result) -> Case:
    """Return what a result was made from, so that planning it again gives the same plan."""
    options = replace(result.request.options, method=result.request.method)
    return Case(result.village, options, result.kb)


def plan_of(case: Case) -> Result:
    """Return the plan of a case."""
    return next(iter(recommend_all([case.village], case.kb, case.options)))


def what_if(
    result: Result,
    *,
    values: Mapping[str, int | None] | None = None,
    facts: Mapping[str, bool | float | str | None] | None = None,
    parameters: Mapping[str, int | float] | None = None,
    budget: Budget | None = None,
    years: int | None = None,
    pins: Iterable[str] = (),
    bans: Iterable[str] = (),
    allow: Iterable[str] = (),
    done: Iterable[str] = (),
    own_means: bool | None = None,
    measured_only: bool | None = None,
    kb: KnowledgeBase | None = None,
    village: Village | None = None,
    changes: Changes = (),
) -> Comparison:
    """Return both plans, what came, went, moved and stayed between them, and why.

    Parameters
    ----------
    values
        Indicator -> published value (on the ladder of the data's index); None: unknown.
    facts
        Fact -> yes/no, word, or number in its own unit; None: unknown.
    parameters
        Parameter of the catalog -> number as its file writes it, at every date.
    budget, years, pins, bans, own_means, measured_only
        As in `recommender.Options`; pins and bans are added to those of the result.
    allow
        Works that were banned or rejected and may be in.
    done
        Works that are already there.
    kb, village
        Other knowledge, and the village as read with it.
    changes
        Further changes, such as those that `explain` suggests.

    Raises
    ------
    UsageError
        With every unknown name and every value that cannot be.
    """
    case = case_of(result)
    if village is not None:
        case = replace(case, village=village)
    if kb is not None:
        case = replace(case, kb=kb)
    problems: list[Problem] = []
    asked: list[Change] = [] if kb is None else [KnowledgeChange(kb)]
    for name, value in (values or {}).items():
        asked += _kept(value_change(name, value, case), problems)
    for name, answer in (facts or {}).items():
        asked += _kept(fact_change(name, None if answer is None else fact_value(answer), case), problems)
    for name, number in (parameters or {}).items():
        asked += _kept(parameter_change(name, number, case), problems)
    switches = {"own_means": own_means, "measured_only": measured_only}
    asked += _options(case, budget, years, switches)
    for where, make, works in (
        ("--then-pin", PinChange, pins),
        ("--then-ban", BanChange, bans),
        ("--then-allow", AllowChange, allow),
        ("--then-done", DoneChange, done),
    ):
        for work in works:
            asked += _kept(work_change(where, make, work, case.kb), problems)
    if problems:
        raise UsageError(problems)
    return what_if_changed(result, (*asked, *changes), village)


def what_if_changed(result: Result, changes: Changes, village: Village | None = None) -> Comparison:
    """Return both plans side by side, with changes that are nouns already; `village`: as read with other knowledge."""
    case = case_of(result)
    if village is not None:
        case = replace(case, village=village)
    return compare(result, plan_of(applied(changes, case)), changes)


def value_change(name: str, value: int | None, case: Case) -> ValueChange | Problem:
    """Return the change of an indicator's value, or what is wrong with it."""
    data = planned_data(case.village, case.options.data_year)
    if name not in case.kb.indicators:
        return problem("--set", "unknown-indicator.set", near=did_you_mean(name, case.kb.indicators), value=name)
    if data is None:
        return problem("--set", "no-index-data", name=name)
    item = case.kb.frameworks[data.framework].by_indicator.get(name)
    if item is None:
        return problem("--set", "not-measured-here", name=name, framework=case.kb.frameworks[data.framework].label)
    if value is not None and (isinstance(value, bool) or value not in item.values):
        return problem("--set", "not-on-ladder", name=name, value=value, levels=", ".join(map(str, item.values)))
    scored = score_village(case.village, case.kb, make_request(case.options, case.kb).settings, case.options.data_year)
    was = scored.values.get(name)
    rungs = 1 if was is None or value is None or was == value else rungs_between(item.values, was, value)
    return ValueChange(name, value, was, rungs)


def fact_change(name: str, value: FactValue | None, case: Case) -> FactChange | Problem:
    """Return the change of a fact's answer (numbers in thousandths), or what is wrong with it."""
    if name not in case.kb.facts:
        return problem("--set", "unknown-fact.set", near=did_you_mean(name, case.kb.facts), value=name)
    fact = case.kb.facts[name]
    if value is not None and not _fits(fact, value):
        return problem("--set", "unfit-answer", name=name, type=fact.type, words=", ".join(fact.words) or "-")
    scored = score_village(case.village, case.kb, make_request(case.options, case.kb).settings, case.options.data_year)
    return FactChange(name, value, observe(case.village, case.kb, scored).facts.get(name))


def _fits(fact: Fact, value: FactValue) -> bool:
    """Return whether the fact can have the value (numbers in thousandths)."""
    if isinstance(value, bool):
        return fact.type == "yes-no"
    if isinstance(value, str):
        return value in fact.words
    if fact.type in ("yes-no", "word"):
        return False
    least = fact.type == "number" or value >= 0
    return least and value % step_of(fact.type) == 0 and (fact.type != "share" or value <= SCALE)


def parameter_change(name: str, value: int | float, case: Case) -> ParameterChange | Problem:
    """Return the change of a number of the catalog, or what is wrong with it."""
    if name not in case.kb.parameters:
        return problem("--set", "unknown-parameter.set", near=did_you_mean(name, case.kb.parameters), value=name)
    parameter = case.kb.parameters[name]
    if value < 0 or (parameter.is_whole and value != int(value)) or abs(round(value * SCALE) - value * SCALE) > 1e-9:
        return problem("--set", "unfit-number", name=name, value=value, unit=parameter.unit)
    was = parameter.values[max(parameter.values)]
    return ParameterChange(name, int(value) if parameter.is_whole else value, was)


def work_change(
    where: str,
    make: type[PinChange] | type[BanChange] | type[AllowChange] | type[DoneChange],
    work: str,
    kb: KnowledgeBase,
) -> Change | Problem:
    """Return a change about a work, or that the catalog has none of the name."""
    if work not in kb.interventions:
        return problem(where, "unknown-intervention.option", near=did_you_mean(work, kb.interventions), value=work)
    return make(work)


def _options(
    case: Case, budget: Budget | None, years: int | None, switches: Mapping[str, bool | None]
) -> Iterator[Change]:
    if budget is not None:
        yield BudgetChange(budget)
    if years is not None:
        yield YearsChange(years, make_request(case.options, case.kb).years)
    if switches["own_means"] is not None:
        yield SwitchChange("own_means", switches["own_means"])
    if switches["measured_only"] is not None:
        yield SwitchChange("measured_only", switches["measured_only"])


def _kept(found: Change | Problem, problems: list[Problem]) -> list[Change]:
    """Return the change alone; what is wrong goes to the problems."""
    if isinstance(found, Problem):
        problems.append(found)
        return []
    return [found]
