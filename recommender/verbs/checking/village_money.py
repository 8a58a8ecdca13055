"""Village money and the tables: shares that contradict each other, figures that lie apart from their like.

In: `Inspection`. Out: problems. Cells that cannot be read are told by `knowledge.reference_tables`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Any

from recommender.knowledge.reference_tables import (
    CLOSING_RATES,
    CONSTRUCTION_INDEX,
    VILLAGE_FUND,
    sound_rows,
)
from recommender.language.errors import Problem, problem
from recommender.model.conditions import SCALE
from recommender.model.village_money import MoneyRule
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.likeness import apart
from recommender.verbs.checking.written import rupiah_of, shown, times

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FAR, _LEAST = 5.0, 3.0  # spreads, and times, from which a figure of a table lies apart
_FAR_PROGRAMME, _VERY_FAR = 3.2, 5.0  # the second where a note says why
_WIDEST, _WIDEST_OF_ALL = 60, 200
_BUDGET = "typical-budget"
_TIMES_THE_FUND = 5


def check_money(given: Inspection) -> Iterator[Problem]:
    """Yield rules of money that cannot hold together, and amounts out of the ordinary."""
    yield from _rules(given)
    yield from _programmes(given)
    yield from _budget(given)
    yield from _tables(given)


def _rules(given: Inspection) -> Iterator[Problem]:
    alike: defaultdict[tuple[object, ...], list[tuple[str, MoneyRule]]] = defaultdict(list)
    for name, rule in sorted(given.kb.money_rules.items()):
        alike[rule.year, rule.base, rule.funding].append((name, rule))
        years = [int(year) for year in _YEAR.findall(rule.regulation)]
        if years and min(years) > rule.year:
            told = {"year": rule.year, "regulation": rule.regulation}
            yield given.problem("implausible-year.regulation", "money_rules", name, "year", **told)
    for rules in alike.values():
        least = sum(rule.share for _, rule in rules if rule.kind == "at-least")
        if least > SCALE:
            name = max(rules, key=lambda one: one[1].share)[0]
            yield given.problem("bad-money-rule.sum", "money_rules", name, "share", total=shown(least))
        for name, rule in rules:
            for other, most in rules:
                same = {*rule.focus, *rule.codes} and (rule.focus, rule.codes) == (most.focus, most.codes)
                if same and (rule.kind, most.kind) == ("at-least", "at-most") and rule.share > most.share:
                    told = {"least": shown(rule.share), "most": shown(most.share), "other": other}
                    yield given.problem("bad-money-rule.contradiction", "money_rules", name, "share", **told)


def _programmes(given: Inspection) -> Iterator[Problem]:
    programmes = given.kb.existing_programmes
    usual = {name: float(one.typical) for name, one in sorted(programmes.items())}
    for name, found in apart(usual, dict.fromkeys(usual, ""), _FAR_PROGRAMME):
        told = {"value": rupiah_of(found.value), "usual": rupiah_of(found.usual), "times": times(found.times)}
        if programmes[name].note is None or found.spreads > _VERY_FAR:
            yield given.problem("unusual-figure.programme", "existing_programmes", name, "typical", **told)
    for name, one in sorted(programmes.items()):
        widest = _WIDEST if one.note is None else _WIDEST_OF_ALL
        if one.low and one.high > widest * one.low:
            told = {"times": times(one.high / one.low)}
            yield given.problem("unusual-figure.wide", "existing_programmes", name, "high", **told)


def _budget(given: Inspection) -> Iterator[Problem]:
    """Yield a usual budget of a village that is far from what the table says that villages get."""
    amounts = [row[2] for row in sound_rows(given.kb, VILLAGE_FUND).values()]
    if amounts and _BUDGET in given.kb.parameters:
        usual, said = median(amounts), given.kb.number(_BUDGET, given.kb.about.date)
        if not 1 / _TIMES_THE_FUND <= said / usual <= _TIMES_THE_FUND:
            told = {"value": rupiah_of(said), "usual": rupiah_of(usual)}
            yield given.problem("unusual-figure.budget", "parameters", _BUDGET, "values", **told)


def _tables(given: Inspection) -> Iterator[Problem]:
    for table in (CONSTRUCTION_INDEX, VILLAGE_FUND):
        figures = {key: float(row[2]) for key, row in sound_rows(given.kb, table).items()}
        for key, found in apart(figures, dict.fromkeys(figures, ""), _FAR, _LEAST):
            told = {"key": ", ".join(map(str, key)), "times": times(found.times)}
            yield problem(_line(given, table, key), "unusual-figure.table", **told)
    for key, row in sound_rows(given.kb, CLOSING_RATES).items():
        low, high = row[9], row[10]
        if None not in (low, high) and low > high:
            yield problem(_line(given, CLOSING_RATES, key), "bad-table.rates", key=", ".join(map(str, key)))


def _line(given: Inspection, table: str, key: tuple[Any, ...]) -> str:
    """Return file and line of a row, of the uppermost file that has it."""
    opening = ",".join(str(part) for part in key[:2])
    for file in reversed(given.kb.tables[table]):
        lines = file.content.decode("utf-8-sig", errors="replace").splitlines()
        for number, line in enumerate(lines, start=1):
            if line == opening or line.startswith(f"{opening},"):
                return f"{file.path}:{number}"
    return given.kb.tables[table][-1].path
