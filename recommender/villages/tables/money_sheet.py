"""A workbook's sheet of money -> what the village has: a source, a year (or every year), rupiah free for works."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import LARGEST_AMOUNT, parse_rupiah
from recommender.language.shown_value import shown
from recommender.model.knowledge import KnowledgeBase
from recommender.request.options import Budget
from recommender.sheets.nouns import Sheet
from recommender.villages.cells import fold, is_missing
from recommender.villages.records import MoneyGiven
from recommender.villages.tables.headed_columns import HeadedColumns, find_columns
from recommender.villages.tables.places import SheetPlaces

_COLUMNS = {
    "source": ("sumber dana", "sumber uang", "source of money", "funding source"),
    "amount": ("jumlah rupiah", "rupiah", "amount in rupiah", "rupiah a year", "rupiah setahun"),
    "year": ("tahun", "year"),
}


def money_columns(sheet: Sheet) -> HeadedColumns | None:
    """Return the columns of source, amount and year, None if the sheet holds no money."""
    return find_columns(sheet, _COLUMNS, needed=("source", "amount"))


def read_money(
    found: HeadedColumns, places: SheetPlaces, kb: KnowledgeBase, problems: list[Problem]
) -> list[MoneyGiven]:
    """Return the amounts of a sheet of money; a row without an amount says nothing."""
    known = source_names(kb)
    given = []
    for number, cells in found.rows():
        where = {what: places.cell(number, column, "") for what, column in found.columns.items()}
        text = {what: found.text(cells, what) for what in _COLUMNS}
        if is_missing(text["amount"]):
            continue
        source, amount = known.get(fold(text["source"])), amount_of(text["amount"])
        if source is None:
            labels = ", ".join(sorted(set(known.values())))
            problems.append(problem(where["source"], "unknown-money", value=shown(text["source"]), known=labels))
        elif amount is None:
            problems.append(problem(where["amount"], "bad-money", value=shown(text["amount"])))
        elif is_missing(text["year"]):
            given.append(MoneyGiven(where["amount"], source, None, amount))
        elif re.fullmatch(r"20\d\d|2100", text["year"]):
            given.append(MoneyGiven(where["amount"], source, int(text["year"]), amount))
        else:
            problems.append(problem(where["year"], "bad-money-year", value=shown(text["year"])))
    return given


def merge_money(given: Iterable[MoneyGiven]) -> tuple[Budget | None, list[Problem]]:
    """Return the money of all workbooks; none where two amounts contradict each other, which is a problem."""
    amounts: dict[tuple[str, int | None], MoneyGiven] = {}
    problems = []
    for entry in sorted(given, key=lambda entry: (entry.where, entry.source, entry.year or 0)):
        first = amounts.setdefault((entry.source, entry.year), entry)
        if first.amount != entry.amount:
            problems.append(problem(entry.where, "money-twice", others=first.where))
    if problems or not amounts:
        return None, problems
    by_year: dict[str, dict[int, int]] = {}
    for (source, year), entry in sorted(amounts.items(), key=lambda item: (item[0][0], item[0][1] or 0)):
        if year is not None:
            by_year.setdefault(source, {})[year] = entry.amount
    return Budget({source: entry.amount for (source, year), entry in amounts.items() if year is None}, by_year), []


def source_names(kb: KnowledgeBase) -> dict[str, str]:
    """Return the sources of the village's own money by their folded names."""
    return {
        fold(name): key
        for key, source in kb.funding.items()
        if source.executor == "village"
        for name in (key, source.label, source.name.id, source.name.en)
    }


def amount_of(text: str) -> int | None:
    """Return the rupiah of a cell; None where it holds no whole amount."""
    try:
        amount = parse_rupiah(text)
    except UsageError:
        return None
    return amount if 0 <= amount <= LARGEST_AMOUNT else None
