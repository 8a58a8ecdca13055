"""Paths -> villages: finds the files, reads each by its kind, joins what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from recommender.language.errors import Problem, UsageError, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village
from recommender.request.options import Budget
from recommender.sheets.kinds import is_renamed_text
from recommender.villages.index_service import read_answer
from recommender.villages.merge import merge
from recommender.villages.money_sheet import merge_money
from recommender.villages.names import LAST_POSSIBLE_YEAR
from recommender.villages.places import file_of
from recommender.villages.records import SCHEMES, MoneyGiven, Reading, Record
from recommender.villages.sources import Given, Input, find_inputs
from recommender.villages.table import decode
from recommender.villages.table_rows import read_rows
from recommender.villages.workbook import read_workbook_file

_TABLE_NAMES = (".csv", ".tsv")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class VillageSet:
    """The villages read, sorted by code, and every problem of files and villages, sorted by place."""

    villages: tuple[Village, ...]
    problems: tuple[Problem, ...]
    budget: Budget | None = None  # the money that a workbook's budget sheet states

    def __iter__(self) -> Iterator[Village]:
        return iter(self.villages)

    def __len__(self) -> int:
        return len(self.villages)

    def __getitem__(self, index: int) -> Village:
        return self.villages[index]


def read_villages(
    paths: Given | Iterable[Given], kb: KnowledgeBase, *, code_scheme: str | None = None, year: int | None = None
) -> VillageSet:
    """Return the villages that the inputs describe, whatever order they come in.

    Parameters
    ----------
    paths
        Files (an index service's answer, a table, a workbook, an archive of these), folders, `-` for standard input, or
        open binary files. One may stand alone.
    kb
        The knowledge base: it alone says what indicators, facts and frameworks there are.
    code_scheme
        What codes without dots in tables are: `kemendagri`, `bps` or `unknown`. Left out, they are `unknown` and a
        problem says so.
    year
        The year of data that names none. Left out, the framework's last one, and a problem says so.

    Raises
    ------
    UsageError
        If the scheme is none of the three or the year none with four digits. Bad data never raises: it is a problem.
    """
    if code_scheme is not None and code_scheme not in SCHEMES:
        raise UsageError([problem("", "unknown-code-scheme", value=code_scheme, known=", ".join(SCHEMES))])
    if year is not None and not 1900 <= year <= LAST_POSSIBLE_YEAR:
        raise UsageError([problem("", "bad-year", value=year)])
    given = [paths] if isinstance(paths, str | Path) or hasattr(paths, "read") else paths
    records: list[Record] = []
    money: list[MoneyGiven] = []
    problems: set[Problem] = set()
    for source in find_inputs(given):  # type: ignore[arg-type]  # an open file is iterable too
        if isinstance(source, Problem):
            problems.add(source)
            continue
        reading = _read(source, kb, code_scheme, year)
        records += reading.records
        money += reading.money
        problems.update(reading.problems)
    villages = merge(records)
    problems.update(_same_digits(records))
    budget, money_problems = merge_money(money)
    problems.update(money_problems)
    for village in villages:
        problems.update(village.problems)
        for data in village.years:
            problems.update(data.problems)
    return VillageSet(tuple(villages), tuple(sorted(problems, key=_in_order)), budget)


def _in_order(found: Problem) -> tuple[list[str | tuple[int, str]], Problem]:
    """Return a key that puts row 2 before row 10."""
    parts = [part.zfill(12) if part.isdigit() else part for part in _DIGITS.split(found.where)]
    return [*parts], found


def _read(source: Input, kb: KnowledgeBase, scheme: str | None, year: int | None) -> Reading:
    """Return what one file gives: a workbook by its bytes, JSON by its name or first sign, else a table."""
    if not source.content.strip():
        return Reading(problems=[problem(source.name, "empty-file.data")])
    if source.is_workbook:
        return read_workbook_file(source.content, source.name, kb, scheme, year)
    text, problems = decode(source.content, source.name)
    if text is None:
        return Reading(problems=problems)
    suffix = Path(source.name).suffix.lower()
    if not text.strip("\ufeff \t\r\n"):
        return Reading(problems=[*problems, problem(source.name, "empty-file.data")])
    is_json = suffix == ".json" or (suffix not in _TABLE_NAMES and text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["))
    if is_json:
        reading = read_answer(text.lstrip("\ufeff"), source.name, kb, year)
    else:
        reading = read_rows(text, source.name, kb, scheme, year)
    if source.walked and suffix == ".txt" and not reading.records:
        # A folder may hold notes; one named by the user may not.
        reading.problems = [replace(found, severity="warning") for found in reading.problems]
    if is_renamed_text(source.content, source.name):
        problems.append(problem(source.name, "renamed-text"))
    reading.problems += problems
    return reading


def _same_digits(records: Iterable[Record]) -> list[Problem]:
    """Return a warning for each file whose codes without a scheme have the digits of codes with one."""
    known = {record.code.replace(".", "") for record in records if record.scheme != "unknown"}
    by_file: dict[str, list[str]] = {}
    for record in records:
        if record.scheme == "unknown" and record.code in known:
            codes = by_file.setdefault(file_of(record.where), [])
            if record.code not in codes:
                codes.append(record.code)
    return [problem(file, "same-digits", count=len(codes), value=min(codes)) for file, codes in by_file.items()]
