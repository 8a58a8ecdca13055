"""What data files say, before villages are made of it: a record for each reading of a village, and its code.

A record comes from one file (an answer of an index service) or one row of a table; `merge` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from recommender.language.errors import Problem
from recommender.model.village import FactValue, PublishedIndex

SCHEMES = ("kemendagri", "bps", "unknown")
_DOTTED = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}\Z", re.ASCII)
_PLAIN = re.compile(r"(\d{10})(?P<decimals>[.,]0+)?\Z", re.ASCII)
_NINE = re.compile(r"\d{9}(?:[.,]0+)?\Z", re.ASCII)
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+\Z", re.ASCII)
Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class VillageNames:
    """Who a record is about: names as read, empty where none was given."""

    name: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class VillageRecord:
    """One reading. `year` and `framework` are None where it holds facts alone and names no year.

    `by_publisher`: who publishes the index says so, so that its totals and names go before those of others.
    """

    where: str
    kind: str  # of the source: `index-service` or `table`
    code: str
    scheme: str
    names: VillageNames
    year: int | None = None
    framework: str | None = None
    values: Mapping[str, int] = field(default_factory=dict)
    published: PublishedIndex = field(default_factory=PublishedIndex)
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()  # indicators whose value was checked in the village
    year_problems: tuple[Problem, ...] = ()
    fact_problems: tuple[Problem, ...] = ()
    by_publisher: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Digits of the code and its scheme: records of the same key are of the same village."""
        return self.code.replace(".", ""), self.scheme


@dataclass(frozen=True, slots=True)
class MoneyGiven:
    """An amount of a source in a year (None: in every year), rupiah free of what is spoken for."""

    where: str
    source: str
    year: int | None
    amount: int


@dataclass(frozen=True, slots=True)
class ProgrammeGiven:
    """A programme that goes on anyway in a year (None: in every year), as a row has it."""

    where: str
    code: str
    name: str
    source: str
    year: int | None
    amount: int
    meets: tuple[str, ...]


@dataclass(slots=True)
class FileContents:
    """What a file gave: records, money, programmes, and problems of the file or of rows that gave none."""

    records: list[VillageRecord] = field(default_factory=list)
    money: list[MoneyGiven] = field(default_factory=list)
    programmes: list[ProgrammeGiven] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, more: FileContents) -> None:
        self.records += more.records
        self.money += more.money
        self.programmes += more.programmes
        self.problems += more.problems


def noted(read: Got | Problem, problems: list[Problem]) -> Got | None:
    """Return what was read; None if it is a problem, which goes to the others."""
    if isinstance(read, Problem):
        problems.append(read)
        return None
    return read


@dataclass(frozen=True, slots=True)
class VillageCode:
    """A village code as text; `mended` if a spreadsheet's `.0` was cut off, `assumed` if nothing told its scheme."""

    text: str
    scheme: str
    mended: bool = False
    assumed: bool = False


def read_code(text: str, scheme: str | None) -> VillageCode | str:
    """Return the code in a cleaned cell, or the code of the problem with it.

    Dotted codes are `kemendagri`; ten digits alone take `scheme`, else `unknown`: BPS and Kemendagri codes collide.

    >>> read_code("64.01.01.2010", None).scheme, read_code("640101201", None), read_code("6401012010.0", "bps").text
    ('kemendagri', 'lost-digit', '6401012010')
    """
    if not text:
        return "no-code"
    if _DOTTED.match(text):
        return VillageCode(text, "kemendagri")
    plain = _PLAIN.match(text)
    if plain:
        mended = plain["decimals"] is not None
        return VillageCode(plain[1], scheme or "unknown", mended=mended, assumed=scheme is None)
    if _NINE.match(text):
        return "lost-digit"
    return "code-as-number" if _EXPONENT.match(text) else "bad-code"
