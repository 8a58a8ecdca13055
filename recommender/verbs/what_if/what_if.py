"""What if: the plan of a village as it is, and as it would be with other values, facts, money, years, pins, knowledge.

In: a result and what is to be otherwise. Out: a `PlanComparison`. Every bad name or value is named at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recommender.language.errors import Problem, UsageError
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village, fact_value
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import recommend_all
from recommender.request.options import Budget
from recommender.verbs.what_if.changes import Case, CaseChange, Changes, applied, case_of
from recommender.verbs.what_if.comparing import PlanComparison, compare
from recommender.verbs.what_if.knowledge_changes import KnowledgeChange, ParameterChange
from recommender.verbs.what_if.option_changes import (
    WORK_CHANGES,
    BudgetChange,
    Switch,
    SwitchChange,
    YearsChange,
)
from recommender.verbs.what_if.village_changes import FactChange, ValueChange


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
) -> PlanComparison:
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
    asked: list[CaseChange | Problem] = [] if kb is None else [KnowledgeChange(kb)]
    asked += [ValueChange.of(name, value, case) for name, value in (values or {}).items()]
    for name, answer in (facts or {}).items():
        asked.append(FactChange.of(name, None if answer is None else fact_value(answer), case))
    asked += [ParameterChange.of(name, number, case) for name, number in (parameters or {}).items()]
    asked += [] if budget is None else [BudgetChange(budget)]
    asked += [] if years is None else [YearsChange.of(years, case)]
    switches: dict[Switch, bool | None] = {"own_means": own_means, "measured_only": measured_only}
    asked += [SwitchChange(option, value) for option, value in switches.items() if value is not None]
    for make, works in zip(WORK_CHANGES, (pins, bans, allow, done), strict=True):
        asked += [make.of(work, case) for work in works]
    return what_if_changed(result, (*changes_of(asked), *changes), village)


def changes_of(asked: Iterable[CaseChange | Problem]) -> Changes:
    """Return what is asked for as changes.

    Raises
    ------
    UsageError
        With everything that cannot be.
    """
    asked = list(asked)
    problems = [one for one in asked if isinstance(one, Problem)]
    if problems:
        raise UsageError(problems)
    return tuple(one for one in asked if isinstance(one, CaseChange))


def what_if_changed(result: Result, changes: Changes, village: Village | None = None) -> PlanComparison:
    """Return both plans side by side, with changes that are nouns already; `village`: as read with other knowledge."""
    case = case_of(result)
    if village is not None:
        case = replace(case, village=village)
    return compare(result, plan_of(applied(changes, case)), changes)
