"""A workbook's sheet of money -> what the village has: a source, a year (or every year), rupiah free for works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import LARGEST_AMOUNT, parse_rupiah
from recommender.model.knowledge import KnowledgeBase
from recommender.request.options import Budget
from recommender.sheets.nouns import Sheet
from recommender.villages.cells import clean, fold, headed, is_missing
from recommender.villages.places import SheetPlaces
from recommender.villages.records import MoneyGiven, Reading
from recommender.villages.shown import shown

SOURCE = ("sumber dana", "sumber uang", "source of money", "funding source")
AMOUNT = ("jumlah rupiah", "rupiah", "amount in rupiah", "rupiah a year", "rupiah setahun")
YEAR = ("tahun", "year")
_HEADER_ROWS = 15


def money_header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return (row number, columns of source, year and amount), None if the sheet holds no money."""
    for number, cells in sheet.rows[:_HEADER_ROWS]:
        found = headed(cells, {"source": SOURCE, "amount": AMOUNT, "year": YEAR})
        if "source" in found and "amount" in found:
            return number, found
    return None


def read_money(sheet: Sheet, places: SheetPlaces, kb: KnowledgeBase, reading: Reading) -> None:
    """Add the amounts of a sheet of money; a row without an amount says nothing."""
    header = money_header(sheet)
    assert header is not None
    row, columns = header
    known = _sources(kb)
    for number, cells in sheet.rows:
        amount_text = _cell(cells, columns["amount"])
        if number <= row or is_missing(amount_text):
            continue
        source_text = _cell(cells, columns["source"])
        source = known.get(fold(source_text))
        if source is None:
            labels = ", ".join(sorted(set(known.values())))
            where = places.cell(number, columns["source"], "")
            reading.problems.append(problem(where, "unknown-money", value=shown(source_text), known=labels))
            continue
        where = places.cell(number, columns["amount"], "")
        amount = _amount(amount_text)
        if amount is None:
            reading.problems.append(problem(where, "bad-money", value=shown(amount_text)))
            continue
        year_text = _cell(cells, columns["year"]) if "year" in columns else ""
        if not is_missing(year_text) and not re.fullmatch(r"20\d\d|2100", year_text):
            place = places.cell(number, columns["year"], "")
            reading.problems.append(problem(place, "bad-money-year", value=shown(year_text)))
            continue
        reading.money.append(MoneyGiven(where, source, None if is_missing(year_text) else int(year_text), amount))


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


def _cell(cells: Sequence[str], column: int) -> str:
    return clean(cells[column]) if column < len(cells) else ""


def _sources(kb: KnowledgeBase) -> dict[str, str]:
    """Return the sources of the village's own money by their folded names."""
    return {
        fold(name): key
        for key, source in kb.funding.items()
        if source.executor == "village"
        for name in (key, source.label, source.name.id, source.name.en)
    }


def _amount(text: str) -> int | None:
    try:
        amount = parse_rupiah(text)
    except UsageError:
        return None
    return amount if 0 <= amount <= LARGEST_AMOUNT else None
