"""Rows of a table -> records: code, names, year, values, facts and published totals of each village.

A bad cell counts as missing and is named with row and column; a row without a usable code gives no village.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import FactValue, PublishedIndex
from recommender.villages.cells import cell_at, clean, fold, is_missing
from recommender.villages.data_source import ReadingContext
from recommender.villages.facts import is_part, read_fact
from recommender.villages.framework_names import framework_names
from recommender.villages.index_values import assumed_year, late_year, read_class, read_total, read_value, read_year
from recommender.villages.records import FileContents, VillageCode, VillageNames, VillageRecord, noted, read_code
from recommender.villages.tables.columns import IDENTITY, TableHeader, known_headings, read_header
from recommender.villages.tables.places import Places, TextPlaces
from recommender.villages.tables.village_table import VillageTable

KIND = "table"


def read_table(table: VillageTable, places: Places, context: ReadingContext) -> FileContents:
    """Return the records of a table whose header and rows are known."""
    header = read_header(table.headings, context.kb, places.row(table.header_row), years=_years(table, context.year))
    contents = FileContents(problems=list(table.problems))
    refusal = _refusal(header, context.kb, places.table, bool(table.rows or table.problems))
    if refusal is not None:
        contents.problems = [p for p in header.problems if p.code != "unknown-columns"] + [refusal]
        return contents
    contents.problems += header.problems
    rows = _TableRows(header, places, context)
    for number, cells in table.rows:
        rows.read(number, cells, contents)
    contents.problems += rows.said_once()
    return contents


def _years(table: VillageTable, given: int | None) -> frozenset[int]:
    """Return the years that the rows name, else the one given."""
    folded = [fold(clean(heading)) for heading in table.headings]
    column = next((folded.index(heading) for heading in IDENTITY["year"] if heading in folded), None)
    named = {cell_at(cells, column)[:4] for _, cells in table.rows}
    years = frozenset(int(text) for text in named if len(text) == 4 and text.isascii() and text.isdigit())
    return years or (frozenset() if given is None else frozenset({given}))


def _refusal(header: TableHeader, kb: KnowledgeBase, where: str, has_rows: bool) -> Problem | None:
    """Return why nothing can be read from a table with this header, if so."""
    if header.is_of_villages:
        return None if has_rows else problem(where, "no-rows")
    near = did_you_mean(header.unknown, known_headings(header, kb))
    if header.useful:
        return problem(where, "no-code-column", near=near)
    items = (item for names in framework_names(kb).values() for item in names.framework.items.items())
    example = next((f"'{code}', '{item.label}'" for code, item in items), "-")
    return problem(where, "no-known-columns", example=example, near=near)


@dataclass(slots=True)
class _Tally:
    """Something that is said once for a file: how often, and the first case."""

    count: int = 0
    first: str = ""

    def add(self, value: str) -> None:
        self.count += 1
        self.first = self.first or value


@dataclass(slots=True)
class _TableRows:
    """Reads row after row; what many rows share is said once at the end."""

    header: TableHeader
    places: Places
    context: ReadingContext
    mended: _Tally = field(default_factory=_Tally)
    without_scheme: _Tally = field(default_factory=_Tally)
    small_shares: _Tally = field(default_factory=_Tally)  # without a sign: 1 and less
    large_shares: _Tally = field(default_factory=_Tally)
    ones: int = 0

    def read(self, number: int, cells: list[str], contents: FileContents) -> None:
        """Add the records of one row, or the problem that it gives none."""
        place, expected = self.places.row(number), len(self.header.cells)
        if any(cell.strip() for cell in cells[expected:]):
            contents.problems.append(problem(place, "long-row", found=len(cells), expected=expected))
            return
        row = _TableRow(self.header, self.places, self.context, number, cells)
        code = noted(row.code(), contents.problems)
        if code is None:
            return
        if code.mended:
            self.mended.add(row.identity("code"))
        if code.assumed:
            self.without_scheme.add(code.text)
        if len(cells) < expected:
            row.problems.append(problem(place, "short-row", found=len(cells), expected=expected))
        values, facts = row.values(), row.facts()
        for text in row.bare_shares:
            (self.small_shares if is_part(text) else self.large_shares).add(text)
            self.ones += text == "1"
        if row.is_empty and not any(cell_at(cells, column) for column in self.header.published):
            contents.problems += [*row.problems, *row.fact_problems, problem(place, "no-values")]
        else:
            contents.records += row.records(code, values, facts)

    def said_once(self) -> Iterator[Problem]:
        """Yield the warnings about cells of many rows."""
        if self.small_shares.count and self.large_shares.count:
            small, large = shown(self.small_shares.first), shown(self.large_shares.first)
            yield problem(self.places.table, "bare-shares.mixed", small=small, large=large)
        elif self.ones and isinstance(self.places, TextPlaces):  # a cell of a workbook may show 1 as 100 %
            yield problem(self.places.table, "bare-shares", count=self.ones)
        if self.mended.count:
            yield problem(self.places.table, "mended-codes", count=self.mended.count, value=shown(self.mended.first))
        if self.without_scheme.count:
            count, first = self.without_scheme.count, self.without_scheme.first
            yield problem(self.places.table, "unknown-scheme", count=count, value=first)


@dataclass(slots=True)
class _TableRow:
    """One row as it is read: its cells by what their columns are, and what is wrong with them."""

    header: TableHeader
    places: Places
    context: ReadingContext
    number: int
    cells: Sequence[str]
    problems: list[Problem] = field(default_factory=list)  # of the year, in which the facts are not
    fact_problems: list[Problem] = field(default_factory=list)
    bare_shares: list[str] = field(default_factory=list)  # shares above 0 that are written without a sign
    is_empty: bool = True  # until a value, a fact or a published total is found, even a bad one

    def where(self, column: int) -> str:
        return self.places.cell(self.number, column, self.header.cells[column])

    def identity(self, what: str) -> str:
        """Return the cleaned cell of a column that says who, when or what was checked; empty without one."""
        return cell_at(self.cells, self.header.identity.get(what))

    def code(self) -> VillageCode | Problem:
        text = self.identity("code")
        code = read_code("" if is_missing(text) else text, self.header.scheme or self.context.code_scheme)
        if isinstance(code, str):
            return problem(self.where(self.header.identity["code"]), code, value=shown(text))
        return code

    def values(self) -> dict[str, int]:
        """Return the values by indicator."""
        values: dict[str, int] = {}
        for column, official in self.header.indicators.items():
            text = cell_at(self.cells, column)
            if is_missing(text) or self.header.framework is None:
                continue
            self.is_empty = False
            framework = self.header.framework.framework
            item = framework.items[official]
            value = noted(read_value(text, item, framework, self.where(column)), self.problems)
            if value is not None:
                values[item.indicator] = value
        return values

    def facts(self) -> dict[str, FactValue]:
        """Return the facts by name."""
        facts: dict[str, FactValue] = {}
        for column, name in self.header.facts.items():
            text = cell_at(self.cells, column)
            read = read_fact(name, self.context.kb.facts[name], text, self.where(column)) if text else None
            self.is_empty = self.is_empty and read is None
            value = noted(read, self.fact_problems)
            if value is not None:
                facts[name] = value
                if value and self.context.kb.facts[name].type == "share" and not text.endswith("%"):
                    self.bare_shares.append(text)
        return facts

    def records(
        self, code: VillageCode, values: dict[str, int], facts: dict[str, FactValue]
    ) -> Iterator[VillageRecord]:
        """Yield the row's record, and one for each other year of which it has a published total."""
        header = self.header
        year = self.year()
        published = self.published(year) if year is not None else {}
        bare = VillageRecord(
            where=self.places.row(self.number),
            kind=KIND,
            code=code.text,
            scheme=code.scheme,
            names=VillageNames(*map(self.identity, ("name", "subdistrict", "district", "province"))),
            framework=header.framework.slug if header.framework and (header.indicators or header.published) else None,
        )
        of_row = published.pop(year, PublishedIndex()) if year is not None else PublishedIndex()
        confirmed = frozenset(self.confirmed())
        yield replace(
            bare,
            year=year,
            values=values,
            published=of_row,
            facts=facts,
            confirmed=confirmed,
            year_problems=tuple(self.problems),
            fact_problems=tuple(self.fact_problems),
        )
        yield from (replace(bare, year=other, published=published[other]) for other in sorted(published))

    def confirmed(self) -> Iterator[str]:
        """Yield the indicators whose values the row says were checked in the village."""
        text, names = self.identity("confirmed"), self.header.framework
        if names is None or is_missing(text):
            return
        for word in filter(None, re.split(r"[,;\s]+", text)):
            coded = names.coded(word)
            code = coded[0] if coded is not None else names.item(word)
            if code is not None:
                yield names.framework.items[code].indicator
            else:
                place, example = self.where(self.header.identity["confirmed"]), next(iter(names.framework.items))
                self.problems.append(problem(place, "bad-checked", value=word, example=example))

    def year(self) -> int | None:
        """Return the row's year: its cell, the year given, the one in the headings, else the framework's last.

        A row of facts alone needs none, and has none where it names none.
        """
        header, text = self.header, self.identity("year")
        needed = bool(header.indicators or header.published)
        names = header.framework or next(iter(framework_names(self.context.kb).values()), None)
        if names is None:
            return None
        if not is_missing(text):
            where = self.where(header.identity["year"])
            year = noted(read_year(text, names.framework, where), self.problems)
            if year is not None:
                self.problems += late_year(year, names.framework, where) if needed else []
                return year
        if not needed:
            return None
        if self.context.year is not None:
            return self.context.year
        headed = {total.year for total in header.published.values() if total.year is not None}
        if len(headed) == 1:
            return headed.pop()
        # The place is the file, or every row would say it: sets of problems keep one.
        assumed, warning = assumed_year(names.framework, self.places.table)
        self.problems.append(warning)
        return assumed

    def published(self, year: int) -> dict[int, PublishedIndex]:
        """Return the printed index by year; a total whose heading names no year is of the row's."""
        names = self.header.framework
        totals: dict[int, dict[str, float]] = {}
        classes: dict[int, str | None] = {}
        for column, total in self.header.published.items():
            text, where = cell_at(self.cells, column), self.where(column)
            if is_missing(text) or names is None:
                continue
            of_year = total.year if total.year is not None else year
            if total.part == "class":
                classes[of_year] = noted(read_class(text, names, where), self.problems)
                continue
            label = self.header.cells[column]
            number = noted(read_total(text, total.part, label, names.framework, where), self.problems)
            if number is not None:
                totals.setdefault(of_year, {})[total.part] = number
        result = {}
        for of_year in totals.keys() | classes.keys():
            parts = totals.get(of_year, {})
            result[of_year] = PublishedIndex(parts.pop("index", None), classes.get(of_year), parts)
        return result
