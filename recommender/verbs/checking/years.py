"""Years that can be: readable, in order, neither before what they speak of nor after the base itself.

In: `Inspection`. Out: warnings at the key that says the year. The clock decides nothing: the newest year is that of the
base's own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.verbs.checking.citing import citations
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import PathPart

_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(about |around |sekitar )?\d{4}((\s?[-–/]\s?|, )\d{4})*")
_UNDATED = "undated"  # of a source that says no year itself
_OLDEST_SOURCE = 1945  # the republic whose villages these are
_OLDEST_PRICE = 2000  # prices before are of another currency level
_VILLAGE_LAW = 2014  # village money has rules of its own since then
_AHEAD = 1  # years that a figure may lie ahead of the base
_PLANNED = 4  # years more that a span may reach ahead: prices of a plan
_AHEAD_OF_RULES = 3  # a parameter or a rule may be known before it holds


def check_years(given: Inspection) -> Iterator[Problem]:
    """Yield years that cannot be read, are turned round, or lie before or after what they can say something of."""
    kb = given.kb
    for name, work in sorted(kb.interventions.items()):
        yield from _wrong(given, "interventions", name, ("cost", "year"), work.cost.year, _OLDEST_PRICE)
    for name, source in sorted(kb.sources.items()):
        if source.year != _UNDATED:
            yield from _wrong(given, "sources", name, ("year",), source.year, _OLDEST_SOURCE)
    for kind, name, number, citation in citations(kb):
        if citation.key is None and citation.year != _UNDATED:
            yield from _wrong(given, kind, name, ("sources", number), citation.year, _OLDEST_SOURCE)
    for name, rule in sorted(kb.money_rules.items()):
        yield from _wrong(given, "money_rules", name, ("year",), rule.year, _VILLAGE_LAW, _AHEAD_OF_RULES)
    for name, parameter in sorted(kb.parameters.items()):
        for date in sorted(parameter.values):
            path: tuple[PathPart, ...] = ("values", date)
            yield from _wrong(given, "parameters", name, path, date.year, _OLDEST_PRICE, _AHEAD_OF_RULES)
    for name, framework in sorted(kb.frameworks.items()):
        yield from _wrong(given, "frameworks", name, ("first-year",), framework.first_year, _OLDEST_PRICE)
        yield from _wrong(given, "frameworks", name, ("last-year",), framework.last_year, framework.first_year)
        for number, fault in enumerate(framework.faults):
            for year in fault.years:
                if not framework.first_year <= year <= (framework.last_year or year):
                    yield given.problem(
                        "implausible-year.outside", "frameworks", name, "faults", number, value=year, name=name
                    )


def _wrong(
    given: Inspection,
    kind: str,
    name: str,
    path: tuple[PathPart, ...],
    said: object,
    earliest: int,
    ahead: int = _AHEAD,
) -> Iterator[Problem]:
    """Yield what is wrong with a year, or with the first and last of several, as a file says it."""
    if said is None:
        return
    text = str(said).strip()
    years = [int(year) for year in _YEAR.findall(text)] if _YEARS.fullmatch(text) else []
    newest = given.kb.about.date.year + ahead
    wrong: Key | None = None
    if not years:
        wrong = "implausible-year.unread"
    elif years != sorted(years):
        wrong = "implausible-year.order"
    elif years[0] < earliest:
        wrong = "implausible-year.early"
    elif years[0] > newest or years[-1] > newest + _PLANNED * (len(years) > 1):
        wrong = "implausible-year.late"
    if wrong is not None:
        yield given.problem(wrong, kind, name, *path, value=said, earliest=earliest, newest=newest)
