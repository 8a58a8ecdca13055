"""What people type of a what-if -> changes: `toilet-access=1`, `coastal=ya`, `works-per-year=7`; and money by source.

A name is an indicator, a fact or a parameter of the catalog; where it is several of them, `indicator:`, `fact:` or
`parameter:` before it says which. Everything that is wrong comes back, none of it stops at the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import did_you_mean
from recommender.request.options import Budget
from recommender.request.request import make_request
from recommender.verbs.explaining.changes import Case, Change
from recommender.verbs.explaining.what_if import fact_change, parameter_change, value_change
from recommender.villages.cells import clean, whole_number
from recommender.villages.facts import read_fact

UNKNOWN = frozenset(("unknown", "tidak diketahui", "?"))
_WHERE, _MONEY = "--set", "--then-budget"


def settings_of(texts: Iterable[str], case: Case) -> list[Change | Problem]:
    """Return a change, or what is wrong, for each `NAME=VALUE`."""
    found: list[Change | Problem] = []
    seen: set[str] = set()
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals or not name or not value:
            found.append(problem(_WHERE, "bad-setting", value=text))
        elif name in seen:
            found.append(problem(_WHERE, "setting-twice", value=name))
        else:
            seen.add(name)
            found.append(_setting(name, clean(value), case))
    return found


def _setting(name: str, value: str, case: Case) -> Change | Problem:
    kb = case.kb
    tables: dict[str, Mapping[str, object]] = {"indicator": kb.indicators, "fact": kb.facts, "parameter": kb.parameters}
    kind, colon, rest = name.partition(":")
    if colon and kind in tables:
        kinds, name = [kind], rest
    else:
        kinds = [kind for kind, table in tables.items() if name in table]
    if len(kinds) > 1:
        return problem(_WHERE, "ambiguous-setting", value=name, known=", ".join(f"{kind}:{name}" for kind in kinds))
    if not kinds:
        known = [*kb.indicators, *kb.facts, *kb.parameters]
        return problem(_WHERE, "unknown-setting", near=did_you_mean(name, known), value=name)
    is_unknown = value.casefold() in UNKNOWN
    if kinds == ["indicator"]:
        return _value(name, value, is_unknown, case)
    if kinds == ["fact"]:
        return _answer(name, value, is_unknown, case)
    return _number(name, value, case)


def _value(name: str, value: str, is_unknown: bool, case: Case) -> Change | Problem:
    level = None if is_unknown else whole_number(value)
    if level is None and not is_unknown:
        zero = value_change(name, None, case)
        return problem(_WHERE, "bad-setting", value=f"{name}={value}") if not isinstance(zero, Problem) else zero
    return value_change(name, level, case)


def _answer(name: str, value: str, is_unknown: bool, case: Case) -> Change | Problem:
    if is_unknown or name not in case.kb.facts:
        return fact_change(name, None, case)
    read = read_fact(name, case.kb.facts[name], value, f"{_WHERE} {name}")
    if isinstance(read, Problem):
        return read
    if read is None:
        return problem(_WHERE, "bad-setting", value=f"{name}={value}")
    return fact_change(name, read, case)


def _number(name: str, value: str, case: Case) -> Change | Problem:
    if name not in case.kb.parameters:
        return parameter_change(name, 0, case)
    try:
        number = parse_rupiah(value) if case.kb.parameters[name].unit == "IDR" else float(value.replace(",", "."))
    except UsageError as refused:
        return replace(refused.problems[0], where=f"{_WHERE} {name}")
    except ValueError:
        return problem(_WHERE, "bad-setting", value=f"{name}={value}")
    if not abs(number) < float("inf"):
        return problem(_WHERE, "bad-setting", value=f"{name}={value}")
    return parameter_change(name, number, case)


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
    budget = case.options.budget or Budget({name: amounts[0] for name, amounts in request.amounts.items()})
    amounts, by_year = dict(budget.amounts), {name: dict(years) for name, years in budget.by_year.items()}
    for (source, every), rupiah in sorted(found.items(), key=lambda entry: entry[0][1] is not None):
        if every is None:
            amounts[source] = rupiah
            by_year.pop(source, None)
        else:
            by_year.setdefault(source, {})[every] = rupiah
    return replace(budget, amounts=amounts, by_year=by_year)
