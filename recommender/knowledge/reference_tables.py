"""CSV files of the catalog -> figures by district and by indicator, each read when it is first asked for.

In: the bytes that the loader kept, the base's first, then those of overlays, whose rows replace rows of the same key.
Out: rows by their key. Errors: `KnowledgeError` with every problem of the file, where it is used; `check` reads all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeAlias

from recommender.knowledge.compiled import once_per_base
from recommender.language.errors import KnowledgeError, Problem, problem
from recommender.language.wording import Key
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase, TableFile
from recommender.model.nouns import VILLAGE

CONSTRUCTION_INDEX = "codes/construction-index.csv"
VILLAGE_FUND = "codes/village-fund.csv"
CLOSING_RATES = "codes/closing-rates.csv"
OUTLOOK = "codes/outlook.csv"
VILLAGE_COUNTS = "codes/village-counts.csv"
VILLAGE_MONEY = "codes/village-money.csv"
PLACES = "codes/places.csv"
BPS_PLACES = "codes/bps-places.csv"
QUANTILES = (0, 50, 100, 250, 500, 750, 900, 950, 1000)  # thousandths of the villages
ALL_CLASSES = ""  # the class of the rates that are counted over all villages

Row: TypeAlias = tuple[Any, ...]
_DISTRICT = re.compile(r"\d\d\.\d\d")
_REGION = re.compile(r"\d\d(\.\d\d)?")
_PART_OF_DISTRICT = re.compile(r"\d\d\.\d\d(\.\d\d)?")
_PLACE = re.compile(r"\d\d(\.\d\d){0,2}")
_BPS_PLACE = re.compile(r"\d\d(\d\d(\d\d\d)?)?")


@dataclass(frozen=True, slots=True)
class ClosingRate:
    """How often villages at a score rose: an association of a panel, no effect of a work.

    `cases` stand behind the rate of one year, `cases_3y` behind those of three years; shares in thousandths, `low` to
    `high` the range of `rose_3y` over provinces.
    """

    cases: int
    cases_3y: int
    rose_1y: int
    rose_2y: int | None
    rose_3y: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Gains:
    """What the index of villages of a class gained in so many years, on the scale of the index.

    `trend` is the median of what they gained in all; `quantiles` (at the shares `QUANTILES` of `villages` pairs of
    years, ascending) what they gained beside the part that plans made for them explain.
    """

    villages: int
    trend: Fraction
    quantiles: tuple[Fraction, ...]

    @property
    def usual(self) -> Fraction:
        """The median of what is gained anyway."""
        return self.quantiles[QUANTILES.index(500)]


class _WrongCellError(Exception):
    """A cell that its column cannot hold; carries the key of the problem."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


def _text(cell: str) -> str:
    return cell


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if not pattern.fullmatch(cell):
            raise _WrongCellError("bad-table.code")
        return cell

    return read


def _whole(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit():
        raise _WrongCellError("bad-table.whole")
    return int(cell)


def _thousandths(cell: str) -> int:
    """Return a decimal number above 0 in thousandths."""
    try:
        scaled = Decimal(cell) * SCALE
    except InvalidOperation:
        raise _WrongCellError("bad-table.number") from None
    if not scaled.is_finite() or scaled < 0 or scaled % 1:
        raise _WrongCellError("bad-table.number")
    return int(scaled)


def _gain(cell: str) -> Fraction:
    """Return a decimal number as it is written, which may be below 0."""
    if not re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", cell, re.ASCII):
        raise _WrongCellError("bad-table.gain")
    return Fraction(cell)


def _share(cell: str) -> int:
    share = _thousandths(cell)
    if share > SCALE:
        raise _WrongCellError("bad-table.share")
    return share


def _known(read: Callable[[str], int]) -> Callable[[str], int | None]:
    """Return the reader for a column that may be empty: not known."""
    return lambda cell: read(cell) if cell else None


# Path below catalog/ -> its columns with what reads their cells, and how many of the first are the key
_TABLES: dict[str, tuple[dict[str, Callable[[str], Any]], int]] = {
    CONSTRUCTION_INDEX: ({"code": _matching(_REGION), "name": _text, "ratio": _thousandths}, 1),
    VILLAGE_FUND: ({"code": _matching(_DISTRICT), "name": _text, "amount": _whole}, 1),
    VILLAGE_MONEY: ({"code": _matching(_DISTRICT), "source": _text, "name": _text, "amount": _whole}, 2),
    VILLAGE_COUNTS: ({"code": _matching(_PART_OF_DISTRICT), "name": _text, "villages": _whole}, 1),
    PLACES: ({"code": _matching(_PLACE), "name": _text, "also": _text}, 1),
    BPS_PLACES: ({"bps": _matching(_BPS_PLACE), "code": _matching(_PLACE)}, 1),
    CLOSING_RATES: (
        {
            "framework": _text,
            "indicator": _text,
            "score": _share,
            "class": _text,
            "n": _whole,
            "n3": _whole,
            "p1": _share,
            "p2": _known(_share),
            "p3": _known(_share),
            "low": _known(_share),
            "high": _known(_share),
        },
        4,
    ),
    OUTLOOK: (
        {
            "framework": _text,
            "class": _text,
            "year": _whole,
            "n": _whole,
            "trend": _gain,
            **{f"q{share}": _gain for share in QUANTILES},
        },
        3,
    ),
}
TABLES = tuple(_TABLES)


def construction_ratio(kb: KnowledgeBase, code: str) -> tuple[str, int] | None:
    """Return the region of a village, and its construction cost in thousandths of the median district's.

    Its district, else its province; None where neither is known.
    """
    ratios = _rows(kb, CONSTRUCTION_INDEX)
    for region in (code[:5], code[:2]):
        if (region,) in ratios:
            return region, ratios[(region,)][2]
    return None


def typical_village_fund(kb: KnowledgeBase, code: str) -> tuple[str, int] | None:
    """Return the district of a village, and rupiah a year that one there usually gets to budget; None where unknown."""
    row = _rows(kb, VILLAGE_FUND).get((code[:5],))
    return None if row is None else (row[1], row[2])


def further_village_money(kb: KnowledgeBase, code: str) -> dict[str, int]:
    """Return what villages of the district usually have free for works of further sources, rupiah a year by source."""
    rows = _rows(kb, VILLAGE_MONEY)
    return {source: rows[code[:5], source][3] for source in kb.funding if (code[:5], source) in rows}


def place_names(kb: KnowledgeBase) -> Mapping[str, tuple[str, str]]:
    """Return name and other spellings ("A; B" or none) of each province, district and subdistrict, by its code."""
    return {row[0]: (row[1], row[2]) for row in _rows(kb, PLACES).values()}


def bps_places(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return the code in the home ministry's list of each place of the statistics office's that is bridged."""
    return dict(_rows(kb, BPS_PLACES).values())


def villages_counted(kb: KnowledgeBase, place: str) -> int | None:
    """Return how many villages a district (64.01) or subdistrict (64.01.02) has; None where nobody counted."""
    row = _rows(kb, VILLAGE_COUNTS).get((place,))
    return None if row is None else row[2]


def closing_rate(
    kb: KnowledgeBase, framework: str, indicator: str, score: int, index_class: str = ALL_CLASSES
) -> ClosingRate | None:
    """Return how often villages at a score (thousandths) rose: those of the class if it was counted, else all."""
    rates = _rows(kb, CLOSING_RATES)
    row = rates.get((framework, indicator, score, index_class)) or rates.get((framework, indicator, score, ALL_CLASSES))
    return None if row is None else ClosingRate(*row[4:])


def outlook_gains(kb: KnowledgeBase, framework: str, index_class: str, years: int) -> Gains | None:
    """Return what villages of the class gained in so many years; nobody followed them longer than the last row says."""
    rows = _rows(kb, OUTLOOK)
    for year in range(years, 0, -1):
        row = rows.get((framework, index_class, year))
        if row is not None:
            return Gains(row[3], row[4], row[5:])
    return None


@once_per_base
def _rows(kb: KnowledgeBase, path: str) -> Mapping[Row, Row]:
    rows, problems = _read(kb, path)
    if problems:
        raise KnowledgeError(problems)
    return rows


def sound_rows(kb: KnowledgeBase, path: str) -> Mapping[Row, Row]:
    """Return the rows of a table by their key, without those that cannot be read."""
    return _read(kb, path)[0]


def check_tables(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what is wrong in the tables: cells, keys written twice, names that no noun has, files without a source."""
    sourced = {file for source in kb.sources.values() for file in source.files}
    for path in TABLES:
        if path not in kb.tables:
            continue
        rows, problems = _read(kb, path)
        yield from problems
        if path == CLOSING_RATES and "indicators/" not in kb.places:
            yield from _unknown_names(kb, path, {(row[0], row[3]) for row in rows})
            for name in sorted({row[1] for row in rows} - _declared(kb, "indicators")):
                yield problem(kb.tables[path][-1].path, "bad-table.indicator", name=name)
        if path == VILLAGE_MONEY:
            yield from _unknown_payers(kb, {row[1] for row in rows})
        if path == OUTLOOK:
            yield from _unknown_names(kb, path, {(row[0], row[1]) for row in rows})
            for key, row in sorted(rows.items()):
                if list(row[5:]) != sorted(row[5:]) or not key[2] or not row[3]:
                    yield problem(kb.tables[path][-1].path, "bad-table.quantiles", key=", ".join(map(str, key)))
        if path in (PLACES, BPS_PLACES):
            for code in _without_place(kb, path, rows):
                yield problem(kb.tables[path][-1].path, "bad-table.place", name=code)
        if path not in sourced and "sources/" not in kb.places:
            yield problem(kb.tables[path][0].path, "unsourced-table", name=path)
    for name, source in kb.sources.items():
        for file in source.files:
            if file not in kb.tables:
                yield problem(kb.places[f"sources/{name}"], "unknown-table", name=file)


@once_per_base
def _read(kb: KnowledgeBase, path: str) -> tuple[dict[Row, Row], list[Problem]]:
    rows: dict[Row, Row] = {}
    problems: list[Problem] = []
    for file in kb.tables.get(path, ()):
        sound, found = _file_rows(file, path)
        rows |= sound
        problems += found
    return rows, problems


@lru_cache(maxsize=32)
def _file_rows(file: TableFile, path: str) -> tuple[Mapping[Row, Row], tuple[Problem, ...]]:
    """Return the sound rows of one file by their key, and what is wrong with the others."""
    columns, key_length = _TABLES[path]
    problems: list[Problem] = []
    reader = csv.reader(file.content.decode("utf-8-sig", errors="replace").splitlines())
    header = next(reader, [])
    if header != list(columns):
        return {}, (problem(f"{file.path}:1", "bad-table.columns", columns=",".join(columns)),)
    rows: dict[Row, Row] = {}
    for cells in reader:
        where = f"{file.path}:{reader.line_num}"
        if len(cells) != len(columns):
            problems.append(problem(where, "bad-table.cells", found=len(cells), needed=len(columns)))
            continue
        row = _row(cells, columns, where, problems)
        if row is None:
            continue
        if row[:key_length] in rows:
            problems.append(problem(where, "bad-table.twice", key=", ".join(cells[:key_length])))
        rows[row[:key_length]] = row
    return rows, tuple(problems)


def _row(
    cells: list[str], columns: Mapping[str, Callable[[str], Any]], where: str, problems: list[Problem]
) -> Row | None:
    values = []
    for cell, (column, read) in zip(cells, columns.items(), strict=True):
        try:
            values.append(read(cell))
        except _WrongCellError as wrong:
            problems.append(problem(where, wrong.key, column=column, value=cell))
    return tuple(values) if len(values) == len(cells) else None


def _declared(kb: KnowledgeBase, kind: str) -> set[str]:
    """Return the names of a kind, those too whose noun could not be read: that is told at its own place."""
    return {place.removeprefix(f"{kind}/") for place in kb.places if place.startswith(f"{kind}/")}


def _without_place(kb: KnowledgeBase, path: str, rows: Mapping[Row, Row]) -> list[str]:
    """Return the places that lie in none that is listed, of the bridge those that no list of places has."""
    named = sound_rows(kb, PLACES)
    needed = {row[1] for row in rows.values()} if path == BPS_PLACES else {code[:-3] for (code,) in rows} - {""}
    return sorted(code for code in needed if (code,) not in named)


def _unknown_payers(kb: KnowledgeBase, named: Collection[str]) -> Iterator[Problem]:
    """Yield the sources that are none of village money, and the one that has a table of its own."""
    known = {name for name, source in kb.funding.items() if source.executor == VILLAGE and not source.default}
    for name in sorted(set(named) - known):
        yield problem(kb.tables[VILLAGE_MONEY][-1].path, "bad-table.source", name=name, known=", ".join(sorted(known)))


def _unknown_names(kb: KnowledgeBase, path: str, named: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Yield the frameworks and their classes that the table names and no file has."""
    where = kb.tables[path][-1].path
    for name in sorted({framework for framework, _ in named} - _declared(kb, "frameworks")):
        yield problem(where, "bad-table.framework", name=name)
    for framework, noun in sorted(kb.frameworks.items()):
        known = {one.slug for one in noun.classes} | {ALL_CLASSES}
        for name in sorted({slug for of, slug in named if of == framework} - known):
            yield problem(where, "bad-table.class", name=name, framework=framework)
