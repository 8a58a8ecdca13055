"""What people type of a what-if -> changes: `toilet-access=1`, `coastal=ya`, `lines-per-year=7`; and money by source.

A name is an indicator, a fact or a parameter of the catalog; where it is several of them, `indicator:`, `fact:` or
`parameter:` before it says which. Everything that is wrong comes back, none of it stops at the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.request.options import Budget
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, CaseChange
from recommender.verbs.what_if.knowledge_changes import ParameterChange
from recommender.verbs.what_if.option_changes import budget_of
from recommender.verbs.what_if.village_changes import SET, FactChange, ValueChange
from recommender.villages.cells import clean

Named = type[ValueChange] | type[FactChange] | type[ParameterChange]
NAMED: Mapping[str, Named] = {"indicator": ValueChange, "fact": FactChange, "parameter": ParameterChange}
_MONEY = "--then-budget"


def settings_of(texts: Iterable[str], case: Case) -> list[CaseChange | Problem]:
    """Return a change, or what is wrong, for each `NAME=VALUE`."""
    found: list[CaseChange | Problem] = []
    seen: set[str] = set()
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals or not name or not value:
            found.append(problem(SET, "bad-setting", value=text))
        elif name in seen:
            found.append(problem(SET, "setting-twice", value=name))
        else:
            seen.add(name)
            found.append(_setting(name, clean(value), case))
    return found


def _setting(name: str, value: str, case: Case) -> CaseChange | Problem:
    tables = _tables(case.kb)
    kind, colon, rest = name.partition(":")
    if colon and kind in NAMED:
        return NAMED[kind].read(rest, value, case)
    kinds = [kind for kind, names in tables.items() if name in names]
    if len(kinds) > 1:
        return problem(SET, "ambiguous-setting", value=name, known=", ".join(f"{kind}:{name}" for kind in kinds))
    if not kinds:
        return problem(
            SET, "unknown-setting", near=did_you_mean(name, [n for names in tables.values() for n in names]), value=name
        )
    return NAMED[kinds[0]].read(name, value, case)


def _tables(kb: KnowledgeBase) -> dict[str, Iterable[str]]:
    return {"indicator": kb.indicators, "fact": kb.facts, "parameter": kb.parameters}


def budget_with(texts: Iterable[str], case: Case) -> Budget:
    """Return the case's money with the amounts `[SOURCE[@YEAR]=]AMOUNT` in place of what those sources gave.

    Raises
    ------
    UsageError
        With every amount or year that cannot be read; whether a source exists is judged where the request is made.
    """
    request = make_request(case.options, case.kb)
    default = next(name for name, noun in case.kb.funding.items() if noun.default)
    horizon = range(case.options.start_year, case.options.start_year + request.years)
    problems: list[Problem] = []
    found: dict[tuple[str, int | None], int] = {}
    for text in texts:
        place, equals, amount = text.rpartition("=")
        source, at, year = place.partition("@") if equals else (default, "", "")
        if at and (not year.strip().isdecimal() or int(year) not in horizon):
            problems.append(problem(_MONEY, "not-in-plan", value=year, first=horizon[0], last=horizon[-1]))
            continue
        key = (source.strip() or default, int(year) if at else None)
        if key in found:
            problems.append(problem(_MONEY, "source-twice", value=place or default))
        try:
            found[key] = parse_rupiah(amount)
        except UsageError as refused:
            problems += [replace(problem, where=_MONEY) for problem in refused.problems]
    if problems:
        raise UsageError(problems)
    budget = budget_of(case)
    amounts, by_year = dict(budget.amounts), {name: dict(years) for name, years in budget.by_year.items()}
    for (source, every), rupiah in sorted(found.items(), key=lambda entry: entry[0][1] is not None):
        if every is None:
            amounts[source] = rupiah
            by_year.pop(source, None)
        else:
            by_year.setdefault(source, {})[every] = rupiah
    return replace(budget, amounts=amounts, by_year=by_year)
