"""What one reading of one village says, before readings are merged; and the village's code.

A record comes from one file (an answer of an index service) or one row of a table; `merge` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.language.errors import Problem
from recommender.model.village import FactValue, PublishedIndex

SCHEMES = ("kemendagri", "bps", "unknown")
_DOTTED = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}\Z", re.ASCII)
_PLAIN = re.compile(r"\d{10}\Z", re.ASCII)
_AS_NUMBER = re.compile(r"(\d{10})[.,]0+\Z", re.ASCII)
_NINE = re.compile(r"\d{9}(?:[.,]0+)?\Z", re.ASCII)
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a record is about: names as read, empty where none was given."""

    name: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One reading. `year` and `framework` are None where it holds facts alone and names no year."""

    where: str
    kind: str  # `index-service` or `table`
    code: str
    scheme: str
    identity: Identity
    year: int | None = None
    framework: str | None = None
    values: Mapping[str, int] = field(default_factory=dict)
    published: PublishedIndex = field(default_factory=PublishedIndex)
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()  # indicators whose value was checked in the village
    year_problems: tuple[Problem, ...] = ()
    fact_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyGiven:
    """An amount of a source in a year (None: in every year), rupiah free of what is spoken for."""

    where: str
    source: str
    year: int | None
    amount: int


@dataclass(slots=True)
class Reading:
    """What a file gave: records, money, and problems of the file or of rows that gave none."""

    records: list[Record] = field(default_factory=list)
    money: list[MoneyGiven] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Code:
    """A village code as text; `mended` if a spreadsheet's `.0` was cut off, `assumed` if nothing told its scheme."""

    text: str
    scheme: str
    mended: bool = False
    assumed: bool = False


def read_code(text: str, scheme: str | None) -> Code | str:
    """Return the code in a cleaned cell, or the code of the problem with it.

    Dotted codes are `kemendagri`; ten digits alone take `scheme`, else `unknown`: BPS and Kemendagri codes collide.

    >>> read_code("64.01.01.2010", None).scheme, read_code("640101201", None), read_code("6401012010.0", "bps").text
    ('kemendagri', 'lost-digit', '6401012010')
    """
    if not text:
        return "no-code"
    if _DOTTED.match(text):
        return Code(text, "kemendagri")
    as_number = _AS_NUMBER.match(text)
    if _PLAIN.match(text) or as_number:
        digits = as_number.group(1) if as_number else text
        return Code(digits, scheme or "unknown", mended=as_number is not None, assumed=scheme is None)
    if _NINE.match(text):
        return "lost-digit"
    return "code-as-number" if _EXPONENT.match(text) else "bad-code"
