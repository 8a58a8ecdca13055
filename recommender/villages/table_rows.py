"""Rows of a table -> records: code, names, year, values, facts and published totals of each village.

A bad cell counts as missing and is named with row and column; a row without a usable code gives no village.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import FactValue, PublishedIndex
from recommender.villages.cells import clean, fold, is_missing, whole_number
from recommender.villages.columns import IDENTITY, Header, count_known, known_headings, read_header
from recommender.villages.facts import read_fact
from recommender.villages.index_service import published_class, published_number
from recommender.villages.names import bad_value, check_value, check_year, framework_names, late_year
from recommender.villages.places import Places, TextPlaces
from recommender.villages.records import Code, Identity, Reading, Record, read_code
from recommender.villages.shown import shown
from recommender.villages.table import Table, read_table

KIND = "table"
_ROUNDED = Fraction(99, 100)  # a printed index may have lost decimals


def read_rows(text: str, where: str, kb: KnowledgeBase, scheme: str | None, year: int | None) -> Reading:
    """Return the records of a text's table; `scheme` tells what undotted codes are, `year` is that of rows without."""
    table = read_table(text, where, lambda cells: count_known(cells, kb))
    return read_grid(table, TextPlaces(where), kb, scheme, year)


def read_grid(table: Table, places: Places, kb: KnowledgeBase, scheme: str | None, year: int | None) -> Reading:
    """Return the records of a table whose header and rows are known."""
    years = _years(table.header, table.rows, year)
    header = read_header(table.header, kb, places.row(table.header_row), years=years)
    reading = Reading(problems=list(table.problems))
    refusal = _refusal(header, kb, places.table, bool(table.rows or table.problems))
    if refusal is not None:
        shared = [p for p in header.problems if p.code != "unknown-columns"]
        reading.problems = [*shared, refusal]
        return reading
    reading.problems += header.problems
    rows = _Rows(header, kb, places, scheme, year)
    for number, cells in table.rows:
        rows.read(number, cells, reading)
    rows.report(reading)
    return reading


def _years(header: Sequence[str], rows: Sequence[tuple[int, list[str]]], given: int | None) -> frozenset[int]:
    """Return the years that the rows name, else the one given."""
    column = next((i for heading in IDENTITY["year"] for i, c in enumerate(header) if fold(clean(c)) == heading), None)
    named = {clean(cells[column])[:4] for _, cells in rows if column is not None and column < len(cells)}
    years = frozenset(int(text) for text in named if len(text) == 4 and text.isascii() and text.isdigit())
    return years or (frozenset() if given is None else frozenset({given}))


def _refusal(header: Header, kb: KnowledgeBase, where: str, has_rows: bool) -> Problem | None:
    """Return why nothing can be read from a table with this header, if so."""
    if header.is_useful and "code" in header.identity:
        return None if has_rows else problem(where, "no-rows")
    near = did_you_mean(header.unknown, known_headings(header, kb))
    if not header.is_useful:
        items = [
            (code, item.label) for names in framework_names(kb).values() for code, item in names.framework.items.items()
        ]
        example = f"'{items[0][0]}', '{items[0][1]}'" if items else "-"
        return problem(where, "no-known-columns", example=example, near=near)
    return problem(where, "no-code-column", near=near)


@dataclass(slots=True)
class _Tally:
    """Something that is said once for a file: how often, and the first case."""

    count: int = 0
    first: str = ""

    def add(self, value: str) -> None:
        self.count += 1
        self.first = self.first or value


@dataclass(slots=True)
class _Rows:
    header: Header
    kb: KnowledgeBase
    places: Places
    scheme: str | None
    year: int | None
    number: int = 0  # of the row under way
    mended: _Tally = field(default_factory=_Tally)
    without_scheme: _Tally = field(default_factory=_Tally)

    def read(self, number: int, cells: list[str], reading: Reading) -> None:
        """Add the records of one row, or the problem that it gives none."""
        header = self.header
        self.number = number
        place = self.places.row(number)
        expected = len(header.cells)
        if any(cell.strip() for cell in cells[expected:]):
            reading.problems.append(problem(place, "long-row", found=len(cells), expected=expected))
            return
        code = self.code(cells)
        if isinstance(code, Problem):
            reading.problems.append(code)
            return
        year_problems: list[Problem] = []
        fact_problems: list[Problem] = []
        if len(cells) < expected:
            year_problems.append(problem(place, "short-row", found=len(cells), expected=expected))
            cells = cells + [""] * (expected - len(cells))
        values, filled = self.values(cells, year_problems)
        facts, facts_filled = self.facts(cells, fact_problems)
        if not filled and not facts_filled and not any(clean(cells[column]) for column in header.published):
            reading.problems += [*year_problems, *fact_problems, problem(place, "no-values")]
            return
        year = self.row_year(cells, year_problems, needed=bool(header.indicators or header.published))
        names = header.framework
        published = self.published(cells, year, year_problems) if year is not None else {}
        slug = names.slug if names is not None and (header.indicators or header.published) else None
        bare = Record(place, KIND, code.text, code.scheme, self.identity(cells), framework=slug)
        row = replace(
            bare,
            year=year,
            values=values,
            published=published.pop(year, PublishedIndex()) if year is not None else PublishedIndex(),
            facts=facts,
            confirmed=self.confirmed(cells, year_problems),
            year_problems=tuple(year_problems),
            fact_problems=tuple(fact_problems),
        )
        others = [replace(bare, year=other, published=published[other]) for other in sorted(published)]
        reading.records += [row, *others]

    def where(self, column: int) -> str:
        return self.places.cell(self.number, column, self.header.cells[column])

    def code(self, cells: list[str]) -> Code | Problem:
        column = self.header.identity["code"]
        text = clean(cells[column]) if column < len(cells) else ""
        code = read_code("" if is_missing(text) else text, self.header.scheme or self.scheme)
        if isinstance(code, str):
            return problem(self.where(column), code, value=shown(text))
        if code.mended:
            self.mended.add(text)
        if code.assumed:
            self.without_scheme.add(code.text)
        return code

    def identity(self, cells: list[str]) -> Identity:
        columns = self.header.identity

        def text(what: str) -> str:
            return clean(cells[columns[what]]) if what in columns else ""

        return Identity(text("name"), text("subdistrict"), text("district"), text("province"))

    def values(self, cells: list[str], problems: list[Problem]) -> tuple[dict[str, int], bool]:
        """Return the values by indicator, and whether any cell was filled."""
        values: dict[str, int] = {}
        filled = False
        names = self.header.framework
        if names is None:
            return values, filled
        framework = names.framework
        for column, official in self.header.indicators.items():
            text = clean(cells[column])
            if is_missing(text):
                continue
            filled = True
            item = framework.items[official]
            number = whole_number(text)
            where = self.where(column)
            checked = (
                bad_value(item, framework, text, where)
                if number is None
                else check_value(item, framework, number, where)
            )
            if isinstance(checked, Problem):
                problems.append(checked)
            else:
                values[item.indicator] = checked
        return values, filled

    def facts(self, cells: list[str], problems: list[Problem]) -> tuple[dict[str, FactValue], bool]:
        """Return the facts by name, and whether any cell was filled."""
        facts: dict[str, FactValue] = {}
        filled = False
        for column, name in self.header.facts.items():
            text = clean(cells[column])
            if not text:
                continue
            value = read_fact(name, self.kb.facts[name], text, self.where(column))
            filled = filled or value is not None
            if isinstance(value, Problem):
                problems.append(value)
            elif value is not None:
                facts[name] = value
        return facts, filled

    def confirmed(self, cells: list[str], problems: list[Problem]) -> frozenset[str]:
        """Return the indicators whose values the row says were checked in the village."""
        column, names = self.header.identity.get("confirmed"), self.header.framework
        text = clean(cells[column]) if column is not None else ""
        if column is None or names is None or is_missing(text):
            return frozenset()
        found = set()
        for word in re.split(r"[,;\s]+", text):
            coded = names.coded(word)
            code = coded[0] if coded is not None else names.item(word)
            if code is not None:
                found.add(names.framework.items[code].indicator)
            elif word:
                example = next(iter(names.framework.items))
                problems.append(problem(self.where(column), "bad-checked", value=word, example=example))
        return frozenset(found)

    def row_year(self, cells: list[str], problems: list[Problem], *, needed: bool) -> int | None:
        """Return the row's year: its cell, the year given, the one in the headings, else the framework's last."""
        names = self.header.framework
        column = self.header.identity.get("year")
        text = clean(cells[column]) if column is not None else ""
        if names is None:
            names = next(iter(framework_names(self.kb).values()), None)
        if names is None:
            return None
        if column is not None and not is_missing(text):
            year = check_year(text, names.framework, self.where(column))
            if not isinstance(year, Problem):
                problems += late_year(names, year, self.where(column)) if needed else []
                return year
            problems.append(year)
        if not needed:
            return None
        headed = {total.year for total in self.header.published.values() if total.year is not None}
        if self.year is not None or len(headed) == 1:
            return self.year if self.year is not None else headed.pop()
        last = names.framework.last_year or names.framework.first_year
        # The place is the file, or every row would say it: sets of problems keep one.
        problems.append(problem(self.places.table, "assumed-year", year=last, framework=names.framework.label))
        return last

    def published(self, cells: list[str], year: int, problems: list[Problem]) -> dict[int, PublishedIndex]:
        """Return the printed index by year; a total whose heading names no year is of the row's."""
        names = self.header.framework
        result: dict[int, PublishedIndex] = {}
        if names is None:
            return result
        parts: dict[int, dict[str, float]] = {}
        classes: dict[int, str | None] = {}
        for column, total in self.header.published.items():
            text = clean(cells[column])
            if is_missing(text):
                continue
            of_year = total.year if total.year is not None else year
            where = self.where(column)
            if total.part == "class":
                classes[of_year] = published_class(text, names, where, problems)
                continue
            number = published_number(text, names.framework.index_scale)
            if number is None:
                label = self.header.cells[column]
                highest = names.framework.index_scale
                problems.append(problem(where, "bad-total", name=label, value=shown(text), highest=highest))
            elif total.part == "index" and number < _ROUNDED * names.framework.least:
                lowest = float(round(names.framework.least, 3))
                label = self.header.cells[column]
                problems.append(problem(where, "impossible-total", name=label, value=shown(text), lowest=lowest))
            else:
                parts.setdefault(of_year, {})[total.part] = number
        for of_year in parts.keys() | classes.keys():
            numbers = parts.get(of_year, {})
            index = numbers.pop("index", None)
            result[of_year] = PublishedIndex(index, classes.get(of_year), numbers)
        return result

    def report(self, reading: Reading) -> None:
        """Add what is said once for the file."""
        if self.mended.count:
            details = {"count": self.mended.count, "value": shown(self.mended.first)}
            reading.problems.append(problem(self.places.table, "mended-codes", **details))
        if self.without_scheme.count:
            details = {"count": self.without_scheme.count, "value": self.without_scheme.first}
            reading.problems.append(problem(self.places.table, "unknown-scheme", **details))
