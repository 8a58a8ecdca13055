"""What is known of a village, as read: published values by year, facts, and what was wrong with the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from recommender.language.errors import Problem
from recommender.model import shown
from recommender.model.conditions import SCALE, Interval

FactValue = bool | int | str  # numbers in thousandths


def thousandths(number: float) -> int:
    """Return a number as integer thousandths, further decimals rounded half to even."""
    return round(Fraction(str(number)) * SCALE)


def fact_value(value: bool | float | str) -> FactValue:
    """Return a fact's value as the engine holds it: yes/no and words as they are, numbers in thousandths."""
    return value if isinstance(value, bool | str) else thousandths(value)


def plain_value(value: FactValue) -> bool | int | float | str:
    """Return a fact's value as people write it: numbers in units again, whole ones as integers."""
    if isinstance(value, bool | str):
        return value
    return value // SCALE if value % SCALE == 0 else value / SCALE


def plain_known(value: object) -> bool | int | float | str | list[bool | int | float | str] | None:
    """Return what is known of a fact as people write it: bounds as a pair, None where nothing is known.

    >>> plain_known(Interval(500, 1000)), plain_known(2000), plain_known(None)
    ([0.5, 1], 2, None)
    """
    if isinstance(value, Interval):
        return [plain_value(value.low), plain_value(value.high)]
    return plain_value(value) if isinstance(value, bool | int | str) else None


@dataclass(frozen=True, slots=True)
class PublishedIndex:
    """The index as its publisher printed it; None where it was not printed."""

    value: float | None = None
    class_slug: str | None = None
    components: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearData:
    """Values of one framework in one year: indicator -> value on the framework's scale. A missing one is absent."""

    framework: str
    year: int
    values: Mapping[str, int]
    published: PublishedIndex = PublishedIndex()
    recovered: tuple[str, ...] = ()  # indicators whose value was recovered from a total
    confirmed: frozenset[str] = frozenset()  # indicators whose value was checked in the village: never doubtful
    problems: tuple[Problem, ...] = ()


def subdistrict_of(code: str, scheme: str) -> str | None:
    """Return the subdistrict's code of a village's, in the list of the home ministry; None of a code of another list.

    >>> subdistrict_of("6401022004", "kemendagri"), subdistrict_of("6401022004", "bps")
    ('64.01.02', None)
    """
    digits = code.replace(".", "")
    known = scheme == "kemendagri" and len(digits) == 10
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}" if known else None


@dataclass(frozen=True, slots=True)
class Village:
    """A village to be planned.

    `code` is text as read, `code_scheme` one of `kemendagri`, `bps`, `unknown`. `years` is sorted, oldest first;
    `facts` hold yes/no, words, and numbers in thousandths. `sha256` is over the content, not over files.
    """

    code: str
    code_scheme: str
    name: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""
    years: tuple[YearData, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    source: str = ""
    sha256: str = ""

    def __repr__(self) -> str:
        return shown.short("Village", f"{self.code} {self.name}".strip(), *self._facts())

    def _repr_html_(self) -> str:
        """Return what is known of it, counted by year, for a notebook."""
        rows = [(year.framework, year.year, len(year.values), len(year.problems)) for year in self.years]
        title = f"Village {self.code} {self.name}".strip()
        return shown.html_table(
            f"{title}: {', '.join(self._facts())}", ("framework", "year", "values", "problems"), rows
        )

    def _facts(self) -> tuple[str, ...]:
        years = " ".join(str(year.year) for year in self.years)
        return (f"years {years}" if years else "no years", f"{len(self.facts)} facts")

    @property
    def key(self) -> tuple[str, str]:
        """Digits of the code and its scheme: what makes two inputs the same village, and the order of villages."""
        return self.code.replace(".", ""), self.code_scheme

    @property
    def district_code(self) -> str | None:
        """Code of its district in the list of the home ministry; None where its own stands in another list."""
        place = self.subdistrict_code
        return None if place is None else place[:5]

    @property
    def subdistrict_code(self) -> str | None:
        """Code of its subdistrict (64.01.02) in the list of the home ministry, or None as above."""
        return subdistrict_of(self.code, self.code_scheme)
